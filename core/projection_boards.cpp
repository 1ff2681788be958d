// Which boards Projection folds: opened, closed and removed, and what is folded of them already.
#include "core/projection.h"
#include "core/types/previewboard.h"

#include <algorithm>
#include <utility>

namespace hookboard {

// What is folded of a board already; it is closed by that.
std::vector<Checkpoint> Projection::takeKnown(const QString &boardId)
{
    if (isPreviewBoard(boardId))
        return takePreviews(boardId);
    if (const auto open = m_boards.find(boardId); open != m_boards.end()) {
        saveChanged(); // what the next fold takes over counts as saved there
        std::vector<Checkpoint> known = open->second.fold.checkpoints(false);
        m_boards.erase(open);
        return known;
    }
    JournalReader *journal = reader();
    auto stored = journal ? journal->checkpoints(boardId.toUtf8() + '/') : std::vector<Checkpoint>();
    return stored ? *std::move(stored) : std::vector<Checkpoint>();
}

// A changed title or format folds as before: the next preview goes on from there.
std::vector<Checkpoint> Projection::takePreviews(const QString &boardId)
{
    std::vector<Checkpoint> known;
    for (auto board = m_boards.begin(); board != m_boards.end();) {
        if (previewFamily(board->first) != previewFamily(boardId)) {
            ++board;
            continue;
        }
        known = board->second.fold.checkpoints(false);
        for (Checkpoint &checkpoint : known)
            checkpoint.key.replace(0, board->first.toUtf8().size(), boardId.toUtf8());
        board = m_boards.erase(board);
    }
    return known;
}

void Projection::openBoard(const BoardSpec &spec)
{
    const std::vector<Checkpoint> known = takeKnown(spec.id);
    if (!isPreviewBoard(spec.id))
        dropOrphans(spec, known);
    Board board{BoardFold(spec), spec.id, nullptr, 0, 0, 0, true, true, false, 0, {}, {}};
    board.position = board.fold.restore(known);
    board.catchUpFrom = board.position;
    m_boards.emplace(spec.id, std::move(board));
    m_gapsReadUs = 0;
    refreshGaps();
    scheduleCatchUp();
    scheduleTick();
}

// Checkpoints of tiles that the board no longer has would stay for ever.
void Projection::dropOrphans(const BoardSpec &spec, const std::vector<Checkpoint> &stored)
{
    auto orphans = std::make_shared<std::vector<Checkpoint>>();
    for (const Checkpoint &checkpoint : stored) {
        const bool wanted = std::any_of(spec.tiles.begin(), spec.tiles.end(), [&](const TileSpec &tile) {
            return checkpoint.key.startsWith(spec.id.toUtf8() + '/' + tile.id.toUtf8() + '/') ||
                   checkpoint.key == spec.id.toUtf8() + '/' + tile.id.toUtf8();
        });
        if (!wanted)
            orphans->push_back({checkpoint.key, {}, 0, {}});
    }
    if (!orphans->empty())
        emit saveCheckpoints(orphans);
}

void Projection::closeBoard(const QString &boardId)
{
    if (isPreviewBoard(boardId)) {
        static_cast<void>(takePreviews(boardId));
        return;
    }
    saveChanged();
    m_boards.erase(boardId);
}

void Projection::removeBoard(const QString &boardId)
{
    auto gone = std::make_shared<std::vector<Checkpoint>>();
    if (const auto open = m_boards.find(boardId); open != m_boards.end()) {
        for (const Checkpoint &checkpoint : open->second.fold.checkpoints(false))
            gone->push_back({checkpoint.key, {}, 0, {}}); // also those that are on their way to the journal
        m_boards.erase(open);
    }
    if (JournalReader *journal = reader()) {
        if (const auto stored = journal->checkpoints(boardId.toUtf8() + '/')) {
            for (const Checkpoint &checkpoint : *stored)
                gone->push_back({checkpoint.key, {}, 0, {}});
        }
    }
    if (!gone->empty())
        emit saveCheckpoints(gone);
}

} // namespace hookboard
