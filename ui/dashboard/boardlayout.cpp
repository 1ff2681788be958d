#include "ui/dashboard/boardlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hookboard {

namespace {

constexpr int kLeastCells = 3;

// Columns a tile wants of twelve: numbers a quarter, small ones a half, wide ones all.
int narrowColumns(const TileSpec &tile)
{
    if (tile.kind == TileKind::Kpi)
        return tile.grid.width() <= 7 ? 3 : 6;
    return tile.grid.width() <= 11 ? 6 : 12;
}

// Tiles flow in reading order; neighbours of one width share lines evenly, so that none stands alone in a hole.
QList<QRect> narrowCells(const QList<TileSpec> &tiles, int columns)
{
    const QList<qsizetype> order = readingOrder(gridCells(tiles));
    QList<QRect> cells(tiles.size());
    int top = 0;
    qsizetype next = 0;
    while (next < order.size()) {
        const int wish = narrowColumns(tiles[order[next]]);
        qsizetype run = 1;
        while (next + run < order.size() && narrowColumns(tiles[order[next + run]]) == wish)
            ++run;
        const qsizetype perLine = columns / wish;
        const qsizetype lines = (run + perLine - 1) / perLine;
        for (qsizetype line = 0; line < lines; ++line) {
            const qsizetype first = next + (line * run + lines - 1) / lines;
            const qsizetype last = next + ((line + 1) * run + lines - 1) / lines;
            const int height =
                std::accumulate(order.begin() + first, order.begin() + last, kLeastCells,
                                [&](int most, qsizetype i) { return std::max(most, tiles[i].grid.height()); });
            const auto count = int(last - first);
            for (qsizetype i = first; i < last; ++i) {
                const auto at = int(i - first);
                const int left = at * columns / count;
                cells[order[i]] = QRect(left, top, (at + 1) * columns / count - left, height);
            }
            top += height;
        }
        next += run;
    }
    return cells;
}

BoardLayout layoutOn(int columns, const QList<QRect> &cells, const QSize &room, const Metrics &metrics, qreal rowPx)
{
    BoardLayout layout;
    layout.columns = columns;
    layout.cells = cells;
    layout.margin = metrics.gridMargin;
    layout.gap = metrics.gridGap;
    layout.rowPx = rowPx;
    layout.columnPx = qreal(room.width() - 2 * metrics.gridMargin + metrics.gridGap) / columns;
    for (const QRect &cell : cells) {
        layout.rects << layout.rectOf(cell);
        layout.contentHeight = std::max(layout.contentHeight, layout.rects.last().bottom() + 1 + metrics.gridMargin);
    }
    return layout;
}

// Rows stretch or shrink within bounds so that the board fits the height of the room.
qreal fittingRow(const QList<QRect> &cells, const QSize &room, const Metrics &metrics)
{
    int rows = 0;
    for (const QRect &cell : cells)
        rows = std::max(rows, cell.bottom() + 1);
    if (rows == 0)
        return metrics.gridRow;
    const qreal fit = qreal(room.height() - 2 * metrics.gridMargin + metrics.gridGap) / rows;
    return fit >= metrics.fitRowMin ? std::min(fit, qreal(metrics.fitRowMax)) : metrics.gridRow;
}

} // namespace

int narrowBelow(const Metrics &metrics)
{
    return metrics.breakNarrow - metrics.railNarrow;
}

QRect BoardLayout::rectOf(const QRect &cell) const
{
    const auto x = [this](int column) { return int(std::lround(margin + column * columnPx)); };
    const auto y = [this](int row) { return int(std::lround(margin + row * rowPx)); };
    const int left = std::clamp(cell.left(), 0, columns - 1);
    const int right = std::clamp(cell.right() + 1, left + 1, columns);
    return {QPoint(x(left), y(cell.top())), QPoint(x(right) - gap - 1, y(cell.bottom() + 1) - gap - 1)};
}

QPointF BoardLayout::cellAt(const QPointF &place) const
{
    return {(place.x() - margin) / columnPx, (place.y() - margin) / rowPx};
}

BoardLayout layoutBoard(const QList<TileSpec> &tiles, const QSize &room, const Metrics &metrics)
{
    if (room.width() >= narrowBelow(metrics))
        return layoutCells(gridCells(tiles), room, metrics);
    const int columns = metrics.gridColumnsNarrow;
    return layoutOn(columns, narrowCells(tiles, columns), room, metrics, metrics.gridRow);
}

BoardLayout layoutCells(const QList<QRect> &cells, const QSize &room, const Metrics &metrics,
                        std::optional<qreal> rowPx)
{
    return layoutOn(metrics.gridColumns, cells, room, metrics, rowPx ? *rowPx : fittingRow(cells, room, metrics));
}

QList<QRect> gridCells(const QList<TileSpec> &tiles)
{
    QList<QRect> cells;
    for (const TileSpec &tile : tiles)
        cells << tile.grid;
    return cells;
}

QList<qsizetype> readingOrder(const QList<QRect> &cells)
{
    QList<qsizetype> order(cells.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return cells[a].top() != cells[b].top() ? cells[a].top() < cells[b].top() : cells[a].left() < cells[b].left();
    });
    return order;
}

} // namespace hookboard
