// newTile: a tile of a kind that shows something at once, from what every event has: its type, its source, its time.
// A start to change. Pure.
#pragma once

#include "core/types/tilespec.h"

namespace hookboard {

// With the usual size of its kind at 0, 0 and without an id.
TileSpec newTile(TileKind kind);

} // namespace hookboard
