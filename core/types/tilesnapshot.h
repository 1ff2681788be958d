// TileSnapshot: everything a tile needs to paint, computed on the projection thread. Values only; no SQL, JSON or
// paths behind it. BoardUpdate carries all tiles that changed since the last tick, in one signal.
#pragma once

#include "core/types/delivery.h"
#include "core/types/health.h"
#include "core/types/scalar.h"
#include "core/types/tilespec.h"

#include <QtCore/QMap>
#include <QtCore/QMetaType>

namespace hookboard {

struct Point
{
    qint64 timeUs = 0; // start of the bucket
    double value = 0;  // NaN = no event in the bucket (a hole in the line, never a zero) for all but Count and Sum
    friend bool operator==(const Point &, const Point &) = default;
};

struct Series
{
    QString key; // group value as text; empty for the only series
    QString label;
    bool other = false;          // the sum of all groups that are not shown
    QList<Point> points;         // ascending, at most one per bucket
    std::optional<double> total; // the aggregation over the whole window
};

struct Cell
{
    Scalar value;
    bool missing = false; // path selected nothing
};

struct Row
{
    quint64 seq = 0;
    qint64 timeUs = 0;
    QString source;
    QString type;
    bool verified = true;
    bool simulated = false;
    QList<Cell> cells;
};

// One bar of a histogram: values in [from, to).
struct Bin
{
    double from = 0;
    double to = 0;
    double count = 0;
    friend bool operator==(const Bin &, const Bin &) = default;
};

struct Percentile
{
    int percent = 50;
    double value = 0;
    friend bool operator==(const Percentile &, const Percentile &) = default;
};

// One thing and the states that it was in, ascending and without overlap; what lies between them is not known.
struct Lane
{
    struct Span
    {
        qint64 fromUs = 0;
        qint64 toUs = 0;
        QString state;
        friend bool operator==(const Span &, const Span &) = default;
    };
    QString key;
    QString label;
    QList<Span> spans;
    std::optional<QString> current;
    qint64 sinceUs = 0; // of the current state, also before the window; 0 = not known
};

struct Mark
{
    qint64 timeUs = 0;
    QString text;
    quint64 seq = 0;
};

// A path that none of the newest events of its tile has anything at.
struct BrokenPath
{
    QString path;
    QString nearest;       // among what they have; empty = nothing like it
    qsizetype binding = 0; // of the tile, that reads it
    friend bool operator==(const BrokenPath &, const BrokenPath &) = default;
};

struct TileSnapshot
{
    QString tileId;
    quint64 revision = 0; // rises with each change of this tile

    // Kpi
    std::optional<Scalar> value;    // absent = nothing in the window. Exact integer where the aggregation keeps one
    std::optional<double> previous; // the same over the window before, for the delta
    // Kpi (sparkline), TimeSeries, Bar (series with a total, sorted by total descending, "other" last)
    QList<Series> series;
    qint64 bucketUs = 0;
    qint64 runningBucketUs = 0; // start of the bucket that is still filling; 0 = none
    // Table, Feed: newest first
    QList<Row> rows;

    QList<Bin> bins;               // Histogram: ascending, without holes
    QList<Percentile> percentiles; // Histogram: its markers
    QList<Lane> lanes;             // States: by key
    QList<Mark> marks;             // TimeSeries: annotations, ascending
    quint64 openPairs = 0;         // pairing: first events that still wait for their second

    qint64 windowFromUs = 0;
    qint64 windowToUs = 0;
    QList<Gap> gaps; // inside the window, ascending

    quint64 matched = 0;    // events counted in the window
    quint64 unverified = 0; // of these
    quint64 simulated = 0;  // of these
    QMap<QString, quint64>
        skipped;              // reason text ("missing", "not-a-number", "overflow", ...) -> events since the fold began
    quint64 groupsTotal = 0;  // distinct groups seen (estimated beyond the limit), shown + other
    quint64 groupLimit = 0;   // non-zero when the limit was hit: groups beyond it are only in "other"
    bool approximate = false; // a sketch is inside: percentiles or distinct beyond the exact range

    qint64 lastEventUs = 0;     // newest event that this tile ever counted; 0 = never had one
    qint64 usualIntervalUs = 0; // four of the last five pauses were no longer; 0 = too few to say
    quint64 uptoSeq = 0;        // everything up to here is folded in
    bool refolding = false;
    double refoldProgress = 0;        // 0..1
    std::optional<BrokenPath> broken; // told by who compares tiles with samples, not by the fold
    std::optional<Error> error;       // a filter or path that does not compile, a fold that failed
};

struct BoardUpdate
{
    QString boardId;
    bool complete = false;     // carries every tile and replaces all that was known of the board before
    QList<TileSnapshot> tiles; // else only those that changed
    QList<Trace> traces;       // sampled events that these snapshots contain
    qint64 foldedNs = 0;
};

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::BoardUpdate)
