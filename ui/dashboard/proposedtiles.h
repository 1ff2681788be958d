// proposedTiles: a first set of tiles that says something about any events at all, from what every event has: its type,
// its source, its time. A start to change, not a template.
#pragma once

#include "core/types/tilespec.h"

namespace hookboard {

// With places that fill a board from the top, without ids.
QList<TileSpec> proposedTiles();

} // namespace hookboard
