// tileProblems: compiles every path and filter of a tile and keeps nothing but what is wrong, field by field, where
// Mapper::compile() stops at the first. For editors. Pure; any thread; some microseconds for each text.
#pragma once

#include "core/types/tileproblem.h"
#include "core/types/tilespec.h"

namespace hookboard {

// Empty = a fold of this tile will compile.
QList<TileProblem> tileProblems(const TileSpec &tile);

} // namespace hookboard
