// Edit cells: what moving, resizing, aligning and tidying do to the cells of a board. Pure functions over rectangles of
// the 24-column grid, so that each rule has a test. Tiles are named by their index.
#pragma once

#include <QtCore/QList>
#include <QtCore/QPoint>
#include <QtCore/QRect>

namespace hookboard::editcells {

inline constexpr int kColumns = 24;
inline constexpr int kLeast = 3; // columns and rows of the smallest tile

enum class Edge { Left, Right, Top, Bottom };

// How far the block of these tiles can really go: it stays on the grid.
QPoint clampedMove(const QList<QRect> &cells, const QList<qsizetype> &which, QPoint by);
// A tile that is dropped a little over the edge of another is meant to stand beside it: the move that does this, else
// `by`. Only for a single tile, and only where the keyboard does not say exactly what is meant.
QPoint snapped(const QList<QRect> &cells, qsizetype index, QPoint by);
// The block stands at its new place. Tiles it covers go to the place that it left when they fit there, else they slide
// down just as far as they must.
QList<QRect> moved(const QList<QRect> &cells, const QList<qsizetype> &which, QPoint by);
// One tile with other edges; what it covers slides down.
QList<QRect> resized(const QList<QRect> &cells, qsizetype index, const QRect &wanted);
// The wanted rectangle on the grid and not below the smallest size. `anchor` keeps its edges: those that are not
// dragged.
QRect clampedSize(const QRect &wanted, const QRect &anchor);
// A new tile at `place` or right beside what it would just touch, last in the list; what it covers slides down.
QList<QRect> inserted(const QList<QRect> &cells, const QRect &place);
// These tiles get the outermost edge of them all in common.
QList<QRect> aligned(const QList<QRect> &cells, const QList<qsizetype> &which, Edge edge);
// These tiles get the size of the first.
QList<QRect> sameSize(const QList<QRect> &cells, const QList<qsizetype> &which);
// No holes: every tile moves up as far as it can, and a row that nearly reaches the right edge does reach it.
QList<QRect> tidied(const QList<QRect> &cells);

} // namespace hookboard::editcells
