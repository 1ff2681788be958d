#include "core/journal/fieldsample.h"

#include "core/journal/reader.h"
#include "core/mapping/fieldlist.h"
#include "core/mapping/fieldstatistics.h"

#include <QtCore/QSet>

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kEvents = 500;
constexpr int kBodies = 16;
constexpr qint64 kLargestBody = 256 * 1024;
constexpr int kMostEvents = 1'000;
constexpr qint64 kMostBytes = 16 * 1024 * 1024; // of bodies that are looked at
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

namespace {

// The newest events of the query without their bodies, newest first.
Result<std::vector<StoredEvent>> newestOf(JournalReader &reader, const SampleQuery &query)
{
    const int wanted = std::clamp(query.newest, 1, kMostEvents);
    std::vector<StoredEvent> events;
    const QStringList types = query.types.isEmpty() ? QStringList{QString()} : query.types;
    for (const QString &type : types) {
        EventQuery one;
        one.source = query.source;
        one.type = type;
        one.limit = wanted;
        one.withBody = false;
        const auto page = reader.events(one);
        if (!page)
            return page.error();
        events.insert(events.end(), (*page)->begin(), (*page)->end());
    }
    const auto newer = [](const StoredEvent &a, const StoredEvent &b) { return a.seq > b.seq; };
    std::sort(events.begin(), events.end(), newer);
    const auto same = [](const StoredEvent &a, const StoredEvent &b) { return a.seq == b.seq; };
    events.erase(std::unique(events.begin(), events.end(), same), events.end()); // types may overlap
    if (events.size() > size_t(wanted))
        events.resize(size_t(wanted));
    return events;
}

Result<QList<EventKind>> kindsSeen(JournalReader &reader)
{
    EventQuery newest;
    newest.limit = kMostEvents;
    newest.withBody = false;
    const auto page = reader.events(newest);
    if (!page)
        return page.error();
    QList<EventKind> kinds;
    for (auto event = (*page)->rbegin(); event != (*page)->rend(); ++event) {
        const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const EventKind &kind) {
            return kind.source == event->source && kind.type == event->type;
        });
        if (known != kinds.end())
            ++known->events;
        else
            kinds.append({event->source, event->type, 1, event->receivedUs});
    }
    return kinds;
}

} // namespace

Result<SampledFields> sampleFields(JournalReader &reader, const SampleQuery &query,
                                   const std::function<bool()> &stopped)
{
    const auto listed = newestOf(reader, query);
    if (!listed)
        return listed.error();
    FieldStatistics statistics(query.paths);
    std::optional<StoredEvent> newest;
    std::optional<StoredEvent> fullest;
    int most = -1;
    qint64 bytes = 0;
    for (const StoredEvent &event : *listed) {
        if (stopped())
            return Error{ErrorCode::Cancelled, u"The look at the newest events was ended."_s};
        if (event.bodySize > FieldStatistics::kLargestBody || bytes + event.bodySize > kMostBytes) {
            statistics.add(event, false);
            continue;
        }
        auto whole = reader.event(event.seq);
        if (!whole)
            return whole.error();
        if (!*whole)
            continue; // retention was faster
        bytes += event.bodySize;
        const int fields = statistics.add(**whole);
        if (fields > most)
            fullest = **whole;
        most = std::max(most, fields);
        if (!newest)
            newest = *std::move(*whole);
    }
    SampledFields samples = statistics.finish();
    samples.newest = std::move(newest);
    samples.fullest = std::move(fullest);
    if (query.pinned) {
        auto pinned = reader.event(*query.pinned);
        if (pinned && *pinned && (*pinned)->bodySize <= FieldStatistics::kLargestBody)
            samples.pinned = *std::move(*pinned);
    }
    auto kinds = kindsSeen(reader);
    if (!kinds)
        return kinds.error();
    samples.kindsSeen = *std::move(kinds);
    return samples;
}

} // namespace hookboard
