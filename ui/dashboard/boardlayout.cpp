#include "ui/dashboard/boardlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hookboard {

namespace {

constexpr int kLeastCells = 3;

QList<QRect> gridCells(const QList<TileSpec> &tiles)
{
    QList<QRect> cells;
    for (const TileSpec &tile : tiles)
        cells << tile.grid;
    return cells;
}

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

} // namespace

int narrowBelow(const Metrics &metrics)
{
    return metrics.breakNarrow - metrics.railNarrow;
}

BoardLayout layoutBoard(const QList<TileSpec> &tiles, const QSize &room, const Metrics &metrics)
{
    BoardLayout layout;
    const bool narrow = room.width() < narrowBelow(metrics);
    layout.columns = narrow ? metrics.gridColumnsNarrow : metrics.gridColumns;
    layout.cells = narrow ? narrowCells(tiles, layout.columns) : gridCells(tiles);
    int rows = 0;
    for (const QRect &cell : std::as_const(layout.cells))
        rows = std::max(rows, cell.bottom() + 1);
    layout.rowPx = metrics.gridRow;
    if (rows > 0 && !narrow) {
        const qreal fit = qreal(room.height() - 2 * metrics.gridMargin + metrics.gridGap) / rows;
        if (fit >= metrics.fitRowMin)
            layout.rowPx = std::min(fit, qreal(metrics.fitRowMax));
    }
    const qreal columnPx = qreal(room.width() - 2 * metrics.gridMargin + metrics.gridGap) / layout.columns;
    const auto x = [&](int column) { return int(std::lround(metrics.gridMargin + column * columnPx)); };
    const auto y = [&](int row) { return int(std::lround(metrics.gridMargin + row * layout.rowPx)); };
    for (const QRect &cell : std::as_const(layout.cells)) {
        const int left = std::clamp(cell.left(), 0, layout.columns - 1);
        const int right = std::clamp(cell.right() + 1, left + 1, layout.columns);
        layout.rects << QRect(QPoint(x(left), y(cell.top())),
                              QPoint(x(right) - metrics.gridGap - 1, y(cell.bottom() + 1) - metrics.gridGap - 1));
    }
    layout.contentHeight = rows == 0 ? 0 : y(rows) - metrics.gridGap + metrics.gridMargin;
    return layout;
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

QRect freePlace(const QList<TileSpec> &tiles, const QSize &size, const Metrics &metrics)
{
    int bottom = 0;
    for (const TileSpec &tile : tiles)
        bottom = std::max(bottom, tile.grid.bottom() + 1);
    for (int row = 0; row <= bottom; ++row) {
        for (int column = 0; column + size.width() <= metrics.gridColumns; ++column) {
            const QRect place(QPoint(column, row), size);
            if (std::none_of(tiles.begin(), tiles.end(),
                             [&](const TileSpec &tile) { return tile.grid.intersects(place); }))
                return place;
        }
    }
    return {QPoint(0, bottom), size};
}

} // namespace hookboard
