// Tile clipboard: tiles and their style as the JSON of a board file, on the clipboard of the system: so they go from
// board to board, to another window and into a text. Pure but for the clipboard itself; GUI thread.
#pragma once

#include "core/types/tilespec.h"

namespace hookboard::tileclipboard {

void copyTiles(const QList<TileSpec> &tiles);
// The tiles on the clipboard, also from a pasted board file; empty when there are none.
QList<TileSpec> tiles();
// Each with an id of its own, together at a free place of the board, as they stood to one another.
QList<TileSpec> placedOn(const BoardSpec &board, QList<TileSpec> tiles);

void copyStyle(const TileSpec &tile);
bool hasStyle();
// How the tile looks and counts as late, without what it shows and where it stands. Options of a kind only go to tiles
// of that kind.
TileSpec withStyle(const TileSpec &tile);

} // namespace hookboard::tileclipboard
