// Chart painting: axes, gaps, lines, markers, legend samples in the anatomy of the design (6.3). Free functions over a
// geometry; no state. GUI thread.
#pragma once

#include "ui/dashboard/chartgeometry.h"
#include "ui/dashboard/timeaxis.h"
#include "ui/dashboard/valueaxis.h"
#include "ui/style/theme.h"

class QPainter;

namespace hookboard {

struct SeriesLook
{
    QColor colour;
    QList<qreal> dash; // pixels; empty = solid
    Marker marker = Marker::Circle;
    bool hollow = false; // "other": areas and swatches are drawn as an edge
};

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
