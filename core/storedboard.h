// The stored state of a board at one moment, folded from the journal without a running engine: for `--render` and
// exports. Blocks; any thread.
#pragma once

#include "core/types/result.h"
#include "core/types/tilesnapshot.h"
#include "core/types/tilestate.h"

namespace hookboard {

struct StoredBoard
{
    QList<TileSnapshot> tiles;
    TileContext context; // whether anybody listened at that moment, as the journal knows it
};

// atUs: events that arrived later do not count; nullopt = now, which may use the checkpoints.
Result<StoredBoard> foldStoredBoard(const QString &journalPath, const BoardSpec &board, qint64 nowUs,
                                    std::optional<qint64> atUs);

} // namespace hookboard
