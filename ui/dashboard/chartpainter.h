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

    qreal x(qint64 timeUs) const;
    qreal y(double value) const;
    qint64 timeAt(qreal x) const;
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

// The runs of a series: broken at NaN, never across a gap, without the bucket that is still filling.
QList<LineRun> lineRuns(const Series &series, const TileSnapshot &snapshot, const QList<Gap> &gaps,
                        const ChartGeometry &geometry, qreal pixelRatio);
// Time at which a bucket is drawn: its middle.
qint64 bucketMiddle(qint64 startUs, qint64 bucketUs);
// Gap that covers this bucket completely.
bool insideGap(qint64 startUs, qint64 bucketUs, const QList<Gap> &gaps);

void paintValueAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const ValueAxis &axis,
                    const QStringList &texts);
void paintTimeAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const QList<TimeTick> &ticks);
void paintGap(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const Gap &gap);
// Over the lines. `freeFrom` is the right end of the label before and moves on; a label without room is left out.
void paintGapLabel(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const Gap &gap,
                   const QString &label, qreal &freeFrom);
void paintHatch(QPainter &painter, const Theme &theme, const QRectF &rect);
void paintArea(QPainter &painter, const QList<LineRun> &runs, const ChartGeometry &geometry, const QColor &colour);
void paintLine(QPainter &painter, const QList<LineRun> &runs, const SeriesLook &look, qreal width);
void paintMarker(QPainter &painter, const Theme &theme, const QPointF &centre, const SeriesLook &look, qreal radius,
                 bool hollow = false);
void paintSwatch(QPainter &painter, const QRectF &rect, const SeriesLook &look, const QColor &edge);

} // namespace hookboard
