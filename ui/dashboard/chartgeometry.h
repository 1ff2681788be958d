// ChartGeometry: where times and values stand on a picture, and the lines that points become there. Pure; any thread.
#pragma once

#include "core/types/health.h"
#include "core/types/tilesnapshot.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>

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
    qreal y(double value) const; // at most 1000 px outside; below the plot for what has no logarithm
    qint64 timeAt(qreal x) const;
    double valueAt(qreal y) const;
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

} // namespace hookboard
