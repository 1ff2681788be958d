// Board layout: where tiles stand for a given room. Pure: the same specs and size give the same rectangles.
#pragma once

#include "core/types/tilespec.h"
#include "ui/style/theme.h"

#include <QtCore/QRect>
#include <QtCore/QSize>

namespace hookboard {

struct BoardLayout
{
    QList<QRect> rects; // in the order of the tiles
    QList<QRect> cells; // columns and rows behind them
    int columns = 24;
    qreal rowPx = 40;
    int contentHeight = 0; // above the room's height a scroll bar is needed
};

// Below this width of the board the 12-column reflow takes over.
int narrowBelow(const Metrics &metrics);
BoardLayout layoutBoard(const QList<TileSpec> &tiles, const QSize &room, const Metrics &metrics);
// Indexes of the tiles as one reads: by row, then by column.
QList<qsizetype> readingOrder(const QList<QRect> &cells);
// A free place of this size below or between the tiles of the 24-column grid.
QRect freePlace(const QList<TileSpec> &tiles, const QSize &cells, const Metrics &metrics);

} // namespace hookboard
