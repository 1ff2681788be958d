// Board layout: where tiles stand for a given room. Pure: the same specs and size give the same rectangles.
#pragma once

#include "core/types/tilespec.h"
#include "ui/style/theme.h"

#include <QtCore/QPointF>
#include <QtCore/QRect>
#include <QtCore/QSize>

#include <optional>

namespace hookboard {

struct BoardLayout
{
    QList<QRect> rects; // in the order of the tiles
    QList<QRect> cells; // columns and rows behind them
    int columns = 24;
    qreal columnPx = 40;
    qreal rowPx = 40;
    int margin = 8;
    int gap = 8;
    int contentHeight = 0; // above the room's height a scroll bar is needed

    QRect rectOf(const QRect &cell) const;
    // Columns and rows, with their fractions, of a place on the board.
    QPointF cellAt(const QPointF &place) const;
};

// Below this width of the board the 12-column reflow takes over.
int narrowBelow(const Metrics &metrics);
BoardLayout layoutBoard(const QList<TileSpec> &tiles, const QSize &room, const Metrics &metrics);
// These cells as they are, on the 24 columns at any width: what is edited is what is stored. Without a row height the
// rows fit the room as always.
BoardLayout layoutCells(const QList<QRect> &cells, const QSize &room, const Metrics &metrics,
                        std::optional<qreal> rowPx = {});
QList<QRect> gridCells(const QList<TileSpec> &tiles);
// Indexes of the tiles as one reads: by row, then by column.
QList<qsizetype> readingOrder(const QList<QRect> &cells);

} // namespace hookboard
