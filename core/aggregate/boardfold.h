// BoardFold: all tiles of one board as a fold over events. The same functions serve live events, start-up and a changed
// mapping. Deterministic: the same events in the same order give the same state, byte for byte. One thread at a time.
#pragma once

#include "core/journal/journal.h"
#include "core/mapping/mapper.h"
#include "core/types/eventneeds.h"
#include "core/types/tilesnapshot.h"

#include <limits>

namespace hookboard {

class BoardFold
{
public:
    // Tiles whose spec does not compile carry their error in the snapshot; the others work.
    explicit BoardFold(const BoardSpec &spec);
    ~BoardFold();
    BoardFold(BoardFold &&) noexcept;
    BoardFold &operator=(BoardFold &&) noexcept;

    static constexpr quint64 kNothingToRead = std::numeric_limits<qint64>::max(); // no event has a larger seq

    // Checkpoints that fit this spec are taken; the others are ignored. Returns the seq from which on events must be
    // folded: the smallest uptoSeq of all tiles (0 = all). Events that a tile already has are skipped by their seq.
    // kNothingToRead without tiles that fold.
    quint64 restore(const std::vector<Checkpoint> &checkpoints);
    // Folds one event into every tile that wants it; events come ascending by seq, repeated ones are ignored. `root`:
    // of its payload, where that was parsed before.
    void fold(const StoredEvent &event, std::optional<JsonPath::Node> root = {});
    quint64 uptoSeq() const;
    // What fold() looks at: events that are read back with this give the same as whole ones.
    const EventNeeds &needs() const;
    // State of the tiles that changed since the last call; exact to the byte.
    std::vector<Checkpoint> checkpoints(bool onlyChanged = true);

    // Snapshots of tiles that changed since the last call or whose window moved; nowUs moves the windows.
    QList<TileSnapshot> snapshots(qint64 nowUs, bool all = false);
    // Spans without a listener, drawn as gaps; ascending.
    void setGaps(QList<Gap> gaps);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
