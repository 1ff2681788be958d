// Annotations of a chart are folded as a feed of their own beside it: bounded rows with one text. What turns one into
// the other. Pure.
#pragma once

#include "core/types/tilesnapshot.h"

namespace hookboard {

inline constexpr int kMostMarks = 200; // more would cover the chart

// Nullopt when the tile has none.
std::optional<TileSpec> annotationFeed(const TileSpec &chart);
// Ascending. A row without a text is marked with its type.
QList<Mark> marksOf(const QList<Row> &newestFirst);

} // namespace hookboard
