// How one series of a chart is drawn: line, step, area, points or stems, alone or on the pile of a stack. Free
// function; GUI thread.
#pragma once

#include "ui/dashboard/chartpainter.h"
#include "ui/dashboard/seriesplot.h"

namespace hookboard {

struct SeriesPaint
{
    const Theme &theme;
    const TileSnapshot &snapshot;
    QList<Gap> gaps;
    SeriesOptions::Draw draw = SeriesOptions::Draw::Line;
    HoleStyle holes = HoleStyle::Break;
    qreal pixelRatio = 1;
    bool tinted = false; // a light area under a line
};

// Returns where the line ends; NaN when nothing was drawn.
QPointF paintPlotted(QPainter &painter, const SeriesPaint &paint, const PlottedSeries &series, const SeriesLook &look,
                     const ChartGeometry &geometry);

} // namespace hookboard
