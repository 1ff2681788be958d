// TileSpec: what one tile of a board shows and from which events; BoardSpec: a board. Plain values, read from and
// written to *.board.json by core/config/boardfile. Durations are microseconds.
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QRect>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace hookboard {

inline constexpr qint64 kSecondUs = 1'000'000;
inline constexpr qint64 kMinuteUs = 60 * kSecondUs;
inline constexpr qint64 kHourUs = 60 * kMinuteUs;
inline constexpr qint64 kDayUs = 24 * kHourUs;

enum class TileKind { Kpi, TimeSeries, Bar, Table, Feed };

enum class Aggregation { Count, Distinct, Rate, Sum, Avg, Min, Max, First, Last, Change, P50, P90, P95, P99, StdDev };

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

// One measurement of a tile.
struct Binding
{
    QString source;    // empty = any
    QStringList types; // empty = any; "order.*" matches by prefix
    QString filter;    // filter expression, empty = all
    QString value;     // field path; may be empty for Count and Rate
    Aggregation aggregation = Aggregation::Count;
    qint64 ratePerUs = kSecondUs; // Rate: per second, minute or hour
    QString groupBy;              // field path, empty = one group
    int topN = 5;                 // groups shown; the rest is "other"
    QString time;                 // field path of the event time; empty = what the template names
    TimeBasis timeBasis = TimeBasis::Arrival;
    Window window;
    qint64 bucketUs = 0; // 1 s to 1 d; 0 = automatic
    bool verifiedOnly = true;
    QString label;
    friend bool operator==(const Binding &, const Binding &) = default;
};

struct TableColumn
{
    QString title;
    QString path; // field path
    enum class Format { Text, Number, Time, RelativeTime, Badge, Boolean, Json } format = Format::Text;
    friend bool operator==(const TableColumn &, const TableColumn &) = default;
};

struct NumberFormat
{
    enum class Style { Plain, Compact, Currency, Bytes, BytesSi, Duration, Percent } style = Style::Plain;
    QString unit;      // shown after a narrow space; ISO 4217 code for Currency
    int decimals = -1; // -1 = automatic
    double scale = 1;  // shown = value * scale (minor currency units: 0.01; Duration wants seconds)
    friend bool operator==(const NumberFormat &, const NumberFormat &) = default;
};

struct Threshold
{
    double from = 0; // applies to values >= from
    enum class Severity { Ok, Warn, Error } severity = Severity::Warn;
    QString label;
    friend bool operator==(const Threshold &, const Threshold &) = default;
};

struct TileSpec
{
    QString id; // unique in its board, never shown
    TileKind kind = TileKind::Kpi;
    QString title;
    QString subtitle;
    QRect grid{0, 0, 6, 5};     // columns and rows of the 24-column grid
    QList<Binding> bindings;    // at least one; Table and Feed use the first for filter and window
    QList<TableColumn> columns; // Table: columns; Feed: the first is the text of a line
    int rowLimit = 200;         // Table and Feed
    NumberFormat format;
    QList<Threshold> thresholds; // ascending by from
    bool lowerIsBetter = false;  // for the colour of a delta
    bool showDelta = true;       // Kpi: compare with the window before
    qint64 staleAfterUs = 0;     // 0 = learned from the usual interval; -1 = never
    QJsonObject unknown;         // keys of a newer or foreign writer, kept on saving
    friend bool operator==(const TileSpec &, const TileSpec &) = default;
};

struct BoardSpec
{
    QString id; // file name without .board.json
    QString title;
    QList<TileSpec> tiles;
    QJsonObject unknown;
    friend bool operator==(const BoardSpec &, const BoardSpec &) = default;
};

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::BoardSpec)
