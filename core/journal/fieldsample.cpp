#include "core/journal/fieldsample.h"

#include "core/journal/reader.h"
#include "core/mapping/fieldlist.h"

#include <QtCore/QSet>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kEvents = 500;
constexpr int kBodies = 16;
constexpr qint64 kLargestBody = 256 * 1024;
constexpr QLatin1StringView kEnvelope[]{"type"_L1,       "source"_L1, "deliveryId"_L1, "receivedAt"_L1,
                                        "occurredAt"_L1, "peer"_L1,   "verified"_L1};

} // namespace

SeenFields seenFields(JournalReader &reader)
{
    SeenFields seen;
    EventQuery newest;
    newest.limit = kEvents;
    newest.withBody = false;
    const auto page = reader.events(newest);
    QSet<QString> types;
    QSet<std::pair<QString, QString>> sampled;
    if (page) {
        const std::vector<StoredEvent> &events = **page;
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            if (!event->type.isEmpty())
                types.insert(event->type);
            const std::pair<QString, QString> kind(event->source, event->type);
            if (sampled.size() >= kBodies || event->bodySize > kLargestBody || sampled.contains(kind))
                continue;
            sampled.insert(kind);
            if (const auto whole = reader.event(event->seq); whole && *whole)
                addFieldPaths((*whole)->payload, seen.paths);
        }
    }
    seen.types = types.values();
    seen.types.sort();
    for (const QLatin1StringView field : kEnvelope)
        seen.paths.append(QString(field));
    return seen;
}

} // namespace hookboard
