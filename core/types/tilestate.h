// tileState(): which of the states of a tile holds now, from facts only. Pure, so that each rule has a test.
#pragma once

#include "core/types/health.h"
#include "core/types/tilesnapshot.h"

namespace hookboard {

// By rank: the first that holds gets the chip (design.md 6.5).
enum class TileState { Error, Broken, Offline, TooMany, Stale, Paused, Simulated, Unverified, Partial, NoData, Waiting, Live };

struct TileCondition
{
    TileState state = TileState::Live;
    QList<TileState> also; // further ones that hold, by rank
    qint64 sinceUs = 0;    // Offline: since when; Stale: last event
};

struct TileContext
{
    qint64 nowUs = 0;
    ListenerState listener;
    JournalState journal;
    bool paused = false;
    quint64 pausedSeq = 0; // the newest event when the pause began; 0 = not known
    bool stored = false; // a picture of the journal: whether somebody listens now is not known
};

// Without an event for this long a tile whose interval is learned is stale; 0 = nothing learned yet.
qint64 learnedStaleAfterUs(const TileSnapshot &snapshot);

TileCondition tileState(const TileSpec &spec, const TileSnapshot &snapshot, const TileContext &context);

} // namespace hookboard
