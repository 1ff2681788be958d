#include "ui/dashboard/editcells.h"

#include "ui/dashboard/boardlayout.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace hookboard::editcells {

namespace {

constexpr int kSnap = 2;      // cells of overlap that nobody means
constexpr int kSnapTries = 4; // beside one tile there may be the next

QRect boundsOf(const QList<QRect> &cells, const QList<qsizetype> &which)
{
    QRect bounds;
    for (qsizetype i : which)
        bounds |= cells[i];
    return bounds;
}

bool overlapsAny(const QRect &cell, const QList<QRect> &others)
{
    return std::any_of(others.begin(), others.end(), [&](const QRect &other) { return other.intersects(cell); });
}

// Those of `fixed` stay; the rest, in reading order, stays where it can and slides down where it must.
QList<QRect> madeRoom(QList<QRect> cells, const QList<qsizetype> &fixed)
{
    QList<QRect> placed;
    for (qsizetype i : fixed)
        placed << cells[i];
    for (qsizetype i : readingOrder(cells)) {
        if (fixed.contains(i))
            continue;
        while (overlapsAny(cells[i], placed))
            cells[i].translate(0, 1);
        placed << cells[i];
    }
    return cells;
}

// What the block covers, moved to where the block came from; nullopt when that does not work out.
std::optional<QList<QRect>> swapped(const QList<QRect> &before, const QList<QRect> &after,
                                    const QList<qsizetype> &which, QPoint by)
{
    QList<QRect> cells = after;
    QList<QRect> block;
    for (qsizetype i : which)
        block << after[i];
    const QRect left = boundsOf(before, which);
    QList<qsizetype> displaced;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (!which.contains(i) && overlapsAny(cells[i], block))
            displaced << i;
    }
    const QRect covered = boundsOf(cells, displaced);
    if (displaced.isEmpty() || covered.width() > left.width() || covered.height() > left.height())
        return std::nullopt;
    QPoint back = -by;
    // Into the place that was left, not beyond it.
    const QRect target = covered.translated(back);
    back += QPoint(std::max(0, left.left() - target.left()) - std::max(0, target.right() - left.right()),
                   std::max(0, left.top() - target.top()) - std::max(0, target.bottom() - left.bottom()));
    for (qsizetype i : displaced)
        cells[i].translate(back);
    for (qsizetype i : displaced) {
        for (qsizetype k = 0; k < cells.size(); ++k) {
            if (k != i && cells[k].intersects(cells[i]))
                return std::nullopt;
        }
    }
    return cells;
}

// The smallest move that takes `cell` off `other`, when it is small.
std::optional<QPoint> smallWayOff(const QRect &cell, const QRect &other)
{
    const QPoint ways[] = {{other.left() - cell.right() - 1, 0},
                           {other.right() + 1 - cell.left(), 0},
                           {0, other.top() - cell.bottom() - 1},
                           {0, other.bottom() + 1 - cell.top()}};
    std::optional<QPoint> best;
    for (const QPoint &way : ways) {
        const QRect there = cell.translated(way);
        const bool onGrid = there.left() >= 0 && there.right() < kColumns && there.top() >= 0;
        if (onGrid && way.manhattanLength() <= kSnap && (!best || way.manhattanLength() < best->manhattanLength()))
            best = way;
    }
    return best;
}

QRect besides(QRect cell, const QList<QRect> &others)
{
    const QRect wanted = cell;
    for (int tries = 0; tries < kSnapTries; ++tries) {
        std::optional<QPoint> way;
        for (const QRect &other : others) {
            if (!way && cell.intersects(other))
                way = smallWayOff(cell, other);
        }
        if (!way)
            break;
        cell.translate(*way);
    }
    const QPoint moved = cell.topLeft() - wanted.topLeft();
    return std::abs(moved.x()) <= kSnap && std::abs(moved.y()) <= kSnap ? cell : wanted;
}

} // namespace

QPoint snapped(const QList<QRect> &cells, qsizetype index, QPoint by)
{
    by = clampedMove(cells, {index}, by);
    if (by.isNull())
        return by; // it stands where it stood
    QList<QRect> others = cells;
    others.removeAt(index);
    return besides(cells[index].translated(by), others).topLeft() - cells[index].topLeft();
}

QPoint clampedMove(const QList<QRect> &cells, const QList<qsizetype> &which, QPoint by)
{
    const QRect bounds = boundsOf(cells, which);
    return {std::clamp(by.x(), -bounds.left(), std::max(-bounds.left(), kColumns - 1 - bounds.right())),
            std::max(by.y(), -bounds.top())};
}

QList<QRect> moved(const QList<QRect> &cells, const QList<qsizetype> &which, QPoint by)
{
    by = clampedMove(cells, which, by);
    QList<QRect> after = cells;
    for (qsizetype i : which)
        after[i].translate(by);
    if (const auto exchanged = swapped(cells, after, which, by))
        return *exchanged;
    return madeRoom(after, which);
}

QList<QRect> resized(const QList<QRect> &cells, qsizetype index, const QRect &wanted)
{
    QList<QRect> after = cells;
    after[index] = clampedSize(wanted, cells[index]);
    return madeRoom(after, {index});
}

QRect clampedSize(const QRect &wanted, const QRect &anchor)
{
    QRect cell = wanted;
    if (cell.left() != anchor.left())
        cell.setLeft(std::clamp(cell.left(), 0, cell.right() + 1 - kLeast));
    if (cell.top() != anchor.top())
        cell.setTop(std::clamp(cell.top(), 0, cell.bottom() + 1 - kLeast));
    cell.setRight(std::clamp(cell.right(), cell.left() + kLeast - 1, std::max(kColumns - 1, cell.left() + kLeast - 1)));
    cell.setBottom(std::max(cell.bottom(), cell.top() + kLeast - 1));
    if (cell.right() >= kColumns)
        cell.moveRight(kColumns - 1);
    return cell;
}

QList<QRect> inserted(const QList<QRect> &cells, const QRect &place)
{
    QList<QRect> after = cells;
    QRect cell = place;
    cell.moveLeft(std::clamp(cell.left(), 0, std::max(0, kColumns - cell.width())));
    cell.moveTop(std::max(0, cell.top()));
    after << besides(cell, cells);
    return madeRoom(after, {after.size() - 1});
}

QList<QRect> aligned(const QList<QRect> &cells, const QList<qsizetype> &which, Edge edge)
{
    const QRect bounds = boundsOf(cells, which);
    QList<QRect> after = cells;
    for (qsizetype i : which) {
        switch (edge) {
        case Edge::Left:
            after[i].moveLeft(bounds.left());
            break;
        case Edge::Right:
            after[i].moveRight(bounds.right());
            break;
        case Edge::Top:
            after[i].moveTop(bounds.top());
            break;
        case Edge::Bottom:
            after[i].moveBottom(bounds.bottom());
            break;
        }
    }
    // Those that now cover one another make room among themselves too: the first in reading order stays.
    return madeRoom(after, {});
}

QList<QRect> sameSize(const QList<QRect> &cells, const QList<qsizetype> &which)
{
    QList<QRect> after = cells;
    const QSize size = cells[which.first()].size();
    for (qsizetype i : which) {
        after[i].setSize(size);
        after[i].moveLeft(std::clamp(after[i].left(), 0, kColumns - size.width()));
    }
    return madeRoom(after, {which.first()});
}

QList<QRect> tidied(const QList<QRect> &cells)
{
    QList<QRect> after = cells;
    QList<QRect> placed;
    for (qsizetype i : readingOrder(cells)) {
        QRect cell = after[i];
        while (overlapsAny(cell, placed))
            cell.translate(0, 1);
        while (cell.top() > 0 && !overlapsAny(cell.translated(0, -1), placed))
            cell.translate(0, -1);
        after[i] = cell;
        placed << cell;
    }
    // To the left, then the last of each line to the right edge when that is near.
    const auto free = [&](qsizetype i, const QRect &cell) {
        for (qsizetype k = 0; k < after.size(); ++k) {
            if (k != i && after[k].intersects(cell))
                return false;
        }
        return true;
    };
    for (qsizetype i : readingOrder(after)) {
        while (after[i].left() > 0 && free(i, after[i].translated(-1, 0)))
            after[i].translate(-1, 0);
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        QRect wide = after[i];
        wide.setRight(kColumns - 1);
        if (2 * wide.width() <= 3 * after[i].width() && free(i, wide))
            after[i] = wide;
    }
    return after;
}

} // namespace hookboard::editcells
