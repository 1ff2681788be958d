#include "ui/dashboard/tiles/seriespainter.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hookboard {

namespace {

using Draw = SeriesOptions::Draw;

constexpr qreal kLeastStepPx = 2;   // narrower buckets make no visible step
constexpr qreal kMarkerSpacePx = 8; // closer points become dots
constexpr qreal kStemShare = 0.7;   // of a bucket
constexpr qreal kStemMost = 24;
constexpr qreal kSeam = 2;          // between the layers of a stack
constexpr qreal kLayerAlpha = 0.14; // areas that lie over one another
constexpr QPointF kNowhere{std::numeric_limits<qreal>::quiet_NaN(), 0};

qreal bucketPx(const SeriesPaint &paint, const ChartGeometry &geometry)
{
    return geometry.plot.width() * double(paint.snapshot.bucketUs) /
           double(std::max<qint64>(1, geometry.toUs - geometry.fromUs));
}

// Each value stands over the whole of its bucket.
LineRun stepped(const LineRun &run, qreal bucket, const QRectF &plot, bool clamped)
{
    LineRun steps;
    steps.reserve(2 * run.size());
    for (const QPointF &point : run) {
        qreal from = point.x() - bucket / 2;
        qreal to = point.x() + bucket / 2;
        if (clamped) {
            from = std::max(from, plot.left());
            to = std::min(to, plot.right());
        }
        if (!steps.isEmpty())
            from = steps.last().x(); // the edge of the window cuts the first and the last one
        steps << QPointF(from, point.y()) << QPointF(std::max(from, to), point.y());
    }
    return steps;
}

QList<LineRun> shapes(const SeriesPaint &paint, const QList<Point> &points, const ChartGeometry &geometry)
{
    QList<LineRun> runs = lineRuns(points, paint.snapshot, paint.gaps, geometry, paint.pixelRatio, paint.holes);
    const qreal bucket = bucketPx(paint, geometry);
    if (paint.draw == Draw::Step && bucket >= kLeastStepPx) {
        for (LineRun &run : runs)
            run = stepped(run, bucket, geometry.plot,
                          geometry.fromUs == paint.snapshot.windowFromUs && geometry.toUs == paint.snapshot.windowToUs);
    }
    return runs;
}

LineRun footOf(const LineRun &run, const ChartGeometry &geometry)
{
    const qreal base = std::clamp(geometry.y(0), geometry.plot.top(), geometry.plot.bottom());
    return {QPointF(run.first().x(), base), QPointF(run.last().x(), base)};
}

void paintLayers(QPainter &painter, const SeriesPaint &paint, const QList<LineRun> &tops, const QList<LineRun> &bases,
                 const SeriesLook &look, const ChartGeometry &geometry)
{
    const bool piled = !bases.isEmpty();
    QColor fill = look.hollow ? paint.theme.colour(Colour::Sunken) : look.colour;
    if (!piled)
        fill.setAlphaF(float(kLayerAlpha));
    for (qsizetype i = 0; i < tops.size(); ++i)
        paintBand(painter, tops[i], i < bases.size() ? bases[i] : footOf(tops[i], geometry), fill);
    if (piled && !look.hollow)
        paintLine(painter, tops, {paint.theme.colour(Colour::Surface), {}, Marker::Circle, false}, kSeam);
    else
        paintLine(painter, tops, piled ? SeriesLook{look.colour, {}, look.marker, true} : look,
                  paint.theme.metrics().seriesStroke);
}

void paintColumns(QPainter &painter, const SeriesPaint &paint, const QList<LineRun> &tops, const QList<LineRun> &bases,
                  const SeriesLook &look, const ChartGeometry &geometry)
{
    const qreal bucket = bucketPx(paint, geometry);
    const bool piled = !bases.isEmpty();
    const qreal width = piled ? std::clamp(std::round(bucket * kStemShare), 1.0, kStemMost) : 1.75;
    const qreal zero = std::clamp(geometry.y(0), geometry.plot.top(), geometry.plot.bottom());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, !piled);
    for (qsizetype i = 0; i < tops.size(); ++i) {
        for (qsizetype k = 0; k < tops[i].size(); ++k) {
            const QPointF top = tops[i][k];
            const qreal base = i < bases.size() && k < bases[i].size() ? bases[i][k].y() : zero;
            const QRectF column(top.x() - width / 2, std::min(top.y(), base), width, std::abs(base - top.y()));
            if (piled && look.hollow) {
                painter.fillRect(column, paint.theme.colour(Colour::Sunken));
                painter.setPen(look.colour);
                painter.drawRect(column);
            } else {
                painter.fillRect(piled ? column.adjusted(0, column.height() > 3 ? 1 : 0, 0, 0) : column, look.colour);
            }
        }
    }
    painter.restore();
}

void paintPoints(QPainter &painter, const SeriesPaint &paint, const QList<LineRun> &runs, const SeriesLook &look,
                 qreal bucket)
{
    if (bucket >= kMarkerSpacePx) {
        for (const LineRun &run : runs) {
            for (const QPointF &point : run)
                paintMarker(painter, paint.theme, point, look, paint.theme.metrics().markerRadius);
        }
        return;
    }
    painter.save();
    painter.setPen(QPen(look.colour, 2, Qt::SolidLine, Qt::SquareCap));
    for (const LineRun &run : runs)
        painter.drawPoints(run.constData(), int(run.size()));
    painter.restore();
}

} // namespace

QPointF paintPlotted(QPainter &painter, const SeriesPaint &paint, const PlottedSeries &series, const SeriesLook &look,
                     const ChartGeometry &geometry)
{
    const QList<LineRun> tops = shapes(paint, series.top, geometry);
    if (tops.isEmpty())
        return kNowhere;
    const QList<LineRun> bases = series.base.isEmpty() ? QList<LineRun>() : shapes(paint, series.base, geometry);
    switch (paint.draw) {
    case Draw::Stem:
        paintColumns(painter, paint, tops, bases, look, geometry);
        if (bases.isEmpty())
            paintPoints(painter, paint, tops, look, bucketPx(paint, geometry));
        break;
    case Draw::Points:
        paintPoints(painter, paint, tops, look, bucketPx(paint, geometry));
        break;
    case Draw::Line:
    case Draw::Step:
        if (bases.isEmpty()) {
            if (paint.tinted)
                paintArea(painter, tops, geometry, look.colour);
            paintLine(painter, tops, look, paint.theme.metrics().seriesStroke);
            break;
        }
        [[fallthrough]]; // a pile of lines without anything between them would not be read as one
    case Draw::Area:
        paintLayers(painter, paint, tops, bases, look, geometry);
        break;
    }
    return tops.last().last();
}

} // namespace hookboard
