// SampledFields: what the newest events of some kind hold, field by field, for people who build a tile from them. Made
// by core/mapping/fieldstatistics, bounded whatever the payloads are. Plain values, any thread.
#pragma once

#include "core/types/storedevent.h"

#include <QtCore/QStringList>

#include <array>
#include <utility>

namespace hookboard {

// Absent and empty fields do not restrict.
struct SampleQuery
{
    QString source;
    QStringList types; // as in Binding: "order.*" by prefix
    int newest = 1000;
    std::optional<quint64> pinned; // this event is wanted too
    QStringList paths;             // field paths: how many of the events have something there
};

enum class FieldKind : quint8 { Null, Bool, Number, Text, Object, Array };
inline constexpr size_t kFieldKinds = 6;

enum class TimeForm : quint8 { None, Seconds, Milliseconds, Microseconds, Nanoseconds, Iso };

struct FieldFacts
{
    QString path;                             // "$.data.amount", "$.items[*].sku", "header:X-Shop-Event", "query:page"
    quint64 events = 0;                       // that have it, be it null
    std::array<quint64, kFieldKinds> kinds{}; // values by kind; a list brings several of one event
    std::optional<double> min;                // of the numbers
    std::optional<double> max;
    bool whole = true;      // all numbers are integers
    bool rising = false;    // the numbers never fall from event to event, as those of a counter
    QList<float> trend;     // of the numbers, oldest first, at most 24
    qint64 fewestItems = 0; // of arrays
    qint64 mostItems = 0;
    QList<std::pair<QString, quint64>> top; // texts and words, the most frequent first, at most 6
    int different = 0;                      // texts and words, counted up to kMostDifferent
    TimeForm time = TimeForm::None;         // all values look like times near their arrival
    QString textExample;                    // newest text, short; for fields that are usually something else
    qint64 textExampleUs = 0;               // arrival of its event

    quint64 of(FieldKind kind) const { return kinds[size_t(kind)]; }
    quint64 values() const;
    FieldKind usualKind() const; // most frequent beside null
};

inline constexpr int kMostDifferent = 64;

struct EventKind
{
    QString source;
    QString type;
    quint64 events = 0; // among the newest that were looked at
    qint64 lastUs = 0;
};

struct SampledFields
{
    QList<FieldFacts> fields; // of the body in the order of the payloads, then headers, then query
    quint64 events = 0;       // looked at
    quint64 unread = 0;       // of these neither JSON nor small enough: nothing is known of their bodies
    qint64 fromUs = 0;        // arrival of the oldest
    qint64 toUs = 0;
    std::optional<StoredEvent> newest;
    std::optional<StoredEvent> fullest; // the one with the most fields
    std::optional<StoredEvent> pinned;
    QList<EventKind> kindsSeen; // of all sources, the most recent first
    QList<quint64> selected;    // by SampleQuery::paths

    const FieldFacts *field(QStringView path) const; // null = not seen
};

// ".name", or "['odd name']" with what a path has to escape.
QString memberStep(QStringView name);
// The path with every index as [*], as facts are kept.
QString factsPath(QStringView path);
// The path that was most likely meant, among fields that the events have; empty when none is like it.
QString nearestPath(QStringView path, const SampledFields &samples);

} // namespace hookboard
