// A projection in the test's own thread, with what it showed and saved since.
#pragma once

#include "core/commitfeed.h"
#include "core/projection.h"
#include "tests/support/journalfixture.h"

#include <algorithm>

namespace hookboard {

// Counts how often somebody looks at it.
class CountingClock final : public Clock
{
public:
    qint64 nowUs() const override { return m_clock.nowUs(); }
    qint64 steadyNs() const override
    {
        ++looks;
        return m_clock.steadyNs();
    }
    mutable int looks = 0;

private:
    SystemClock m_clock;
};

// A projection beside a journal, wired as in the engine but in one thread, and what it saved.
class LiveProjection
{
public:
    explicit LiveProjection(const QString &path)
        : projection(path, clock)
    {
        QObject::connect(&feed, &CommitFeed::folding, &projection, &Projection::onFolding);
        QObject::connect(&projection, &Projection::consumed, &feed, &CommitFeed::consumed);
        QObject::connect(&projection, &Projection::saveCheckpoints, &projection, [this](const CheckpointBatch &batch) {
            for (const Checkpoint &checkpoint : *batch)
                saved[checkpoint.key] = checkpoint.state;
        });
        QObject::connect(&projection, &Projection::boardUpdated, &projection, [this](const BoardUpdate &update) {
            for (const TileSnapshot &tile : update.tiles) {
                uptoSeq = std::max(uptoSeq, tile.uptoSeq);
                tiles[tile.tileId] = tile;
            }
            ++updates;
            projection.updateTaken(update.boardId);
        });
        projection.furnish();
    }
    explicit LiveProjection(JournalFixture &journal)
        : LiveProjection(journal.settings.path)
    {
        QObject::connect(journal.journal.get(), &Journal::committed, &feed, &CommitFeed::onCommitted);
        holds(journal.receiptCount());
    }
    void holds(quint64 lastSeq)
    {
        JournalState state;
        state.writable = true;
        state.lastSeq = lastSeq;
        projection.onJournalState(state);
    }

    bool allFailed() const
    {
        return !tiles.isEmpty() &&
               std::all_of(tiles.begin(), tiles.end(), [](const TileSnapshot &tile) { return tile.error.has_value(); });
    }
    bool noneFailed() const
    {
        return std::none_of(tiles.begin(), tiles.end(),
                            [](const TileSnapshot &tile) { return tile.error.has_value(); });
    }

    CountingClock clock;
    CommitFeed feed;
    Projection projection;
    QMap<QString, TileSnapshot> tiles; // the newest of each
    QMap<QByteArray, QByteArray> saved;
    quint64 uptoSeq = 0;
    int updates = 0;
};

} // namespace hookboard
