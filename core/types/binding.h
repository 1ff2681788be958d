// Binding: which events count, what is read from each, and how that is combined. Plain values. Durations are
// microseconds.
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <utility>
#include <variant>

namespace hookboard {

inline constexpr qint64 kSecondUs = 1'000'000;
inline constexpr qint64 kMinuteUs = 60 * kSecondUs;
inline constexpr qint64 kHourUs = 60 * kMinuteUs;
inline constexpr qint64 kDayUs = 24 * kHourUs;

enum class Aggregation {
    Count,
    Distinct,
    Rate,
    Sum,
    Avg,
    Min,
    Max,
    First,
    Last,
    Change,
    P50,
    P90,
    P95,
    P99,
    StdDev,
    Ratio
};

enum class CalendarUnit { Day, Week, Month };

// Which events count, by time or by number.
struct Window
{
    enum class Kind { Rolling, Calendar, LastEvents, All };
    Kind kind = Kind::Rolling;
    qint64 lengthUs = kHourUs;             // Rolling
    CalendarUnit unit = CalendarUnit::Day; // Calendar: the current day, week (from Monday) or month
    QString timeZone;                      // IANA name; empty = the zone of this computer
    qint64 events = 100;                   // LastEvents
    friend bool operator==(const Window &, const Window &) = default;
};

enum class TimeBasis { Arrival, Event }; // Event falls back to Arrival for events that name no time

// How a value is changed before it is aggregated; steps are taken in the order of their list. What a step cannot take
// is counted as skipped with its reason, never guessed.
namespace steps {

struct ParseNumber // text to number, as people of a country write it
{
    QString decimal = QStringLiteral(".");
    QString grouping; // empty = none
    friend bool operator==(const ParseNumber &, const ParseNumber &) = default;
};

struct Scale // value * factor + offset
{
    double factor = 1;
    double offset = 0;
    friend bool operator==(const Scale &, const Scale &) = default;
};

struct Clamp
{
    std::optional<double> min;
    std::optional<double> max;
    friend bool operator==(const Clamp &, const Clamp &) = default;
};

struct MapValues
{
    QList<std::pair<QString, QString>> pairs;
    std::optional<QString> otherwise; // absent = what is not in the list stays as it is
    friend bool operator==(const MapValues &, const MapValues &) = default;
};

struct Extract // what the first group of a regular expression matched, or its whole match when it has none
{
    QString pattern;
    friend bool operator==(const Extract &, const Extract &) = default;
};

struct Split
{
    QString separator;
    int index = 0; // negative counts from the end
    friend bool operator==(const Split &, const Split &) = default;
};

struct Coalesce // the first of these that is there, when the value is missing or null
{
    QStringList paths;
    friend bool operator==(const Coalesce &, const Coalesce &) = default;
};

struct ParseDate // text to seconds since 1970 UTC
{
    QString format;   // of QDateTime::fromString(); empty = ISO 8601
    QString timeZone; // IANA name of texts without one; empty = UTC
    friend bool operator==(const ParseDate &, const ParseDate &) = default;
};

} // namespace steps

using ValueStep = std::variant<steps::ParseNumber, steps::Scale, steps::Clamp, steps::MapValues, steps::Extract,
                               steps::Split, steps::Coalesce, steps::ParseDate>;

// Time from an event of one type to the next of another with the same key, in seconds, counted when the second comes.
struct Pairing
{
    QString key; // value text
    QString startType;
    QString endType;
    qint64 timeoutUs = 7 * kDayUs; // an event without its second is given up after this
    friend bool operator==(const Pairing &, const Pairing &) = default;
};

// One measurement of a tile. A value text is a field path ("$.amount"), a template with paths in braces
// ("{$.first} {$.last}"), or after "=" an arithmetic expression over paths in braces ("= {$.price} * {$.quantity}").
struct Binding
{
    QString source;    // empty = any
    QStringList types; // empty = any; "order.*" matches by prefix
    QString filter;    // filter expression, empty = all
    QString value;     // field path; may be empty for Count and Rate
    Aggregation aggregation = Aggregation::Count;
    qint64 ratePerUs = kSecondUs; // Rate: per second, minute or hour
    QString groupBy;              // value text, empty = one group
    int topN = 5;                 // groups shown; the rest is "other"
    QString time;                 // field path of the event time; empty = what the template names
    TimeBasis timeBasis = TimeBasis::Arrival;
    Window window;
    qint64 bucketUs = 0; // 1 s to 1 d; 0 = automatic
    bool verifiedOnly = true;
    QString label;
    QList<ValueStep> steps;      // of the value
    QList<ValueStep> groupSteps; // of the group
    QString each;                // field path: every node that it selects is a measurement of its own; "@" is that node
    QString part;                // Ratio: filter expression; the share of the events that match it too, 0 to 1
    std::optional<Pairing> pairing; // the value is a time between two events
    qint64 sinceUs = 0;             // events that arrived before do not count; 0 = the whole history does
    QJsonObject unknown; // as in TileSpec; what is unknown in `window` and `pairing` is in there under its name
    friend bool operator==(const Binding &, const Binding &) = default;
};

} // namespace hookboard
