// SeriesPlot: what a time series tile draws of its snapshot: each shown series with its values where they stand,
// stacked and with holes filled as the tile wants it, and the axis it belongs to. Pure; any thread.
#pragma once

#include "core/types/tilesnapshot.h"

#include <functional>

namespace hookboard {

enum class AxisSide { Left, Right };

struct PlottedSeries
{
    qsizetype index = 0; // in TileSnapshot::series
    AxisSide side = AxisSide::Left;
    QList<Point> top;  // shares the snapshot's points where nothing had to be changed
    QList<Point> base; // stacked: the same times; empty = stands on zero
};

struct ValueRange
{
    double low = 0;
    double high = -1;
    double leastPositive = 0; // 0 = none
    bool isEmpty() const { return high < low; }
    void add(double value);
};

using IsHidden = std::function<bool(const Series &)>;

QList<PlottedSeries> plottedSeries(const TileSpec &spec, const TileSnapshot &snapshot, const IsHidden &isHidden);
// Binding that a series comes from: with several of them, keys begin with its number.
int bindingOf(const TileSpec &spec, const Series &series);
// The point of a bucket, found by halves; null = none.
const Point *pointAt(const QList<Point> &points, qint64 bucketUs);
// Of what stands on this axis between two times, stacked from its base on.
ValueRange rangeOf(const QList<PlottedSeries> &plot, AxisSide side, qint64 fromUs, qint64 toUs, qint64 bucketUs);
// Parts of a whole: each series is shown as its share in its bucket.
bool isPercent(const TileSpec &spec);
bool isStacked(const TileSpec &spec);

} // namespace hookboard
