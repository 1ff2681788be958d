// Chart painting: axes, gaps, lines, markers, legend samples in the anatomy of the design (6.3). Free functions over a
// geometry; no state. GUI thread.
#pragma once

#include "core/types/health.h"
#include "core/types/tilesnapshot.h"
#include "ui/dashboard/timeaxis.h"
#include "ui/dashboard/valueaxis.h"
#include "ui/style/theme.h"

class QPainter;

namespace hookboard {

// Where times and values stand on the picture.
struct ChartGeometry
{
    QRectF plot;
    qint64 fromUs = 0;
    qint64 toUs = 1;
    double low = 0;
    double high = 1;
    bool logarithmic = false; // low is positive then

    qreal x(qint64 timeUs) const;
    qreal y(double value) const; // far below the plot for what has no logarithm
    qint64 timeAt(qreal x) const;
    double valueAt(qreal y) const;
};

struct SeriesLook
{
    QColor colour;
    QList<qreal> dash; // pixels; empty = solid
    Marker marker = Marker::Circle;
    bool hollow = false; // "other": areas and swatches are drawn as an edge
};

// One unbroken part of a line, in picture coordinates.
using LineRun = QList<QPointF>;

enum class HoleStyle { Break, Connect }; // at NaN; a gap breaks a line in any case

// The runs of ascending points: never across a gap, without the bucket that is still filling, at most two points (the
// lowest and the highest) for each pixel column. Only what `geometry` shows, and one point beyond at either side.
QList<LineRun> lineRuns(const QList<Point> &points, const TileSnapshot &snapshot, const QList<Gap> &gaps,
                        const ChartGeometry &geometry, qreal pixelRatio, HoleStyle holes = HoleStyle::Break);
// Points that stand on what `geometry` shows, and one beyond at either side.
std::pair<qsizetype, qsizetype> shownPoints(const QList<Point> &points, qint64 bucketUs, const ChartGeometry &geometry);
// Time at which a bucket is drawn: its middle.
qint64 bucketMiddle(qint64 startUs, qint64 bucketUs);
// Gap that covers this bucket completely.
bool insideGap(qint64 startUs, qint64 bucketUs, const QList<Gap> &gaps);

void paintValueAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const ValueAxis &axis,
                    const QStringList &texts);
void paintTimeAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const QList<TimeTick> &ticks);
void paintGap(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const Gap &gap);
// Ticks and texts at the right of the plot; the lines belong to the left axis.
void paintRightAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const ValueAxis &axis,
                    const QStringList &texts);
// Over the lines. `freeFrom` is the right end of the label before and moves on; a label without room is left out.
void paintGapLabel(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const Gap &gap,
                   const QString &label, qreal &freeFrom);
void paintHatch(QPainter &painter, const Theme &theme, const QRectF &rect);
void paintArea(QPainter &painter, const QList<LineRun> &runs, const ChartGeometry &geometry, const QColor &colour);
// Between a run and the one it stands on: the same breaks, and so the same number of runs.
void paintBand(QPainter &painter, const LineRun &top, const LineRun &base, const QColor &fill);
void paintLine(QPainter &painter, const QList<LineRun> &runs, const SeriesLook &look, qreal width);
void paintMarker(QPainter &painter, const Theme &theme, const QPointF &centre, const SeriesLook &look, qreal radius,
                 bool hollow = false);
void paintSwatch(QPainter &painter, const QRectF &rect, const SeriesLook &look, const QColor &edge);

} // namespace hookboard
