// specDigest(): what of a tile decides how events are folded, as a hash. Two tiles with the same digest have the same
// state; titles, formats, topN, thresholds and places on the grid are not in it.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QByteArray>

namespace hookboard {

// `binding` as TileFold::effective() gives it.
QByteArray specDigest(const TileSpec &tile, const Binding &binding);

} // namespace hookboard
