#include "ui/dashboard/seriesplot.h"

#include <QtCore/QMap>

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

// What the series of one axis have piled up so far in a bucket: above and below zero apart, so that nothing overlaps.
struct Pile
{
    double above = 0;
    double below = 0;
    double whole = 0; // of all series, without their signs
};

double finite(double value)
{
    return std::isfinite(value) ? value : 0;
}

void stack(QList<PlottedSeries> &plot, AxisSide side, bool percent)
{
    QMap<qint64, Pile> piles;
    for (const PlottedSeries &one : std::as_const(plot)) {
        if (one.side != side)
            continue;
        for (const Point &point : one.top)
            piles[point.timeUs].whole += std::abs(finite(point.value));
    }
    for (PlottedSeries &one : plot) {
        if (one.side != side)
            continue;
        QList<Point> top;
        QList<Point> base;
        top.reserve(piles.size());
        base.reserve(piles.size());
        auto point = one.top.cbegin();
        for (auto pile = piles.begin(); pile != piles.end(); ++pile) {
            double value = 0; // a layer without a value has no height
            if (point != one.top.cend() && point->timeUs == pile.key())
                value = finite(point++->value);
            if (percent)
                value = pile->whole > 0 ? value / pile->whole : 0;
            double &height = value < 0 ? pile->below : pile->above;
            base << Point{pile.key(), height};
            height += value;
            top << Point{pile.key(), height};
        }
        one.top = top;
        one.base = base;
    }
}

QList<Point> withZeros(QList<Point> points)
{
    for (Point &point : points)
        point.value = finite(point.value);
    return points;
}

} // namespace

void ValueRange::add(double value)
{
    if (!std::isfinite(value))
        return;
    const bool first = isEmpty();
    low = first ? value : std::min(low, value);
    high = first ? value : std::max(high, value);
    if (value > 0)
        leastPositive = leastPositive > 0 ? std::min(leastPositive, value) : value;
}

bool isPercent(const TileSpec &spec)
{
    return spec.options.series.stack == SeriesOptions::Stack::Percent;
}

bool isStacked(const TileSpec &spec)
{
    return spec.options.series.stack != SeriesOptions::Stack::None;
}

int bindingOf(const TileSpec &spec, const Series &series)
{
    return spec.bindings.size() > 1 ? series.key.section(u'/', 0, 0).toInt() : 0;
}

const Point *pointAt(const QList<Point> &points, qint64 bucketUs)
{
    const auto it = std::lower_bound(points.begin(), points.end(), bucketUs,
                                     [](const Point &point, qint64 time) { return point.timeUs < time; });
    return it != points.end() && it->timeUs == bucketUs ? &*it : nullptr;
}

QList<PlottedSeries> plottedSeries(const TileSpec &spec, const TileSnapshot &snapshot, const IsHidden &isHidden)
{
    const SeriesOptions &options = spec.options.series;
    QList<PlottedSeries> plot;
    for (qsizetype i = 0; i < snapshot.series.size(); ++i) {
        const Series &series = snapshot.series[i];
        if (isHidden(series))
            continue;
        const bool right = spec.bindings.size() > 1 && options.rightAxis.contains(bindingOf(spec, series));
        plot << PlottedSeries{i,
                              right ? AxisSide::Right : AxisSide::Left,
                              options.holes == SeriesOptions::Holes::Zero ? withZeros(series.points) : series.points,
                              {}};
    }
    if (isStacked(spec)) {
        for (const AxisSide side : {AxisSide::Left, AxisSide::Right})
            stack(plot, side, isPercent(spec));
    }
    return plot;
}

ValueRange rangeOf(const QList<PlottedSeries> &plot, AxisSide side, qint64 fromUs, qint64 toUs, qint64 bucketUs)
{
    const auto before = [](const Point &point, qint64 time) { return point.timeUs < time; };
    ValueRange range;
    for (const PlottedSeries &one : plot) {
        if (one.side != side)
            continue;
        for (const QList<Point> *points : {&one.top, &one.base}) {
            const auto from = std::lower_bound(points->begin(), points->end(), fromUs - bucketUs, before);
            const auto to = std::lower_bound(from, points->end(), toUs, before);
            for (auto point = from; point != to; ++point)
                range.add(point->value);
        }
    }
    return range;
}

} // namespace hookboard
