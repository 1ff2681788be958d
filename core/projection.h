// Projection: boards as folds over the journal. Lives in the projection thread. Live commits, start-up and a changed
// mapping take the same way: a board that is not up to date reads the journal in slices between live work, a board that
// is takes batches as they come. Snapshots leave on a tick, at most one update per board on its way to the window.
#pragma once

#include "core/aggregate/boardfold.h"
#include "core/readahead.h"
#include "core/types/clock.h"
#include "core/types/health.h"
#include "core/types/tilesnapshot.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

#include <map>
#include <memory>

namespace hookboard {

class Projection : public QObject
{
    Q_OBJECT
public:
    Projection(QString journalPath, const Clock &clock);
    ~Projection() override;

public slots:
    void furnish();
    // Opens a board, or takes its changed spec: tiles that did not change keep what they have.
    void openBoard(const hookboard::BoardSpec &spec);
    void closeBoard(const QString &boardId);
    // The same for a board that is gone for good: what is kept of its folds leaves the journal.
    void removeBoard(const QString &boardId);
    // Null batch: read the journal up to lastSeq.
    void onFolding(const hookboard::EventBatch &events, quint64 lastSeq);
    void onJournalState(const hookboard::JournalState &state);
    void onListenerState(const hookboard::ListenerState &state);
    // The window has taken the last update of this board; the next may leave.
    void updateTaken(const QString &boardId);
    // Saves the last checkpoints and ends its thread.
    void close();

signals:
    void boardUpdated(const hookboard::BoardUpdate &update);
    void consumed(quint64 events, qint64 bytes);
    void saveCheckpoints(hookboard::CheckpointBatch batch);

private:
    struct Board
    {
        BoardFold fold;
        QString id;
        std::unique_ptr<ReadAhead> ahead; // while it catches up
        quint64 position = 0;             // everything up to here is folded
        quint64 catchUpFrom = 0;          // where the running catch-up began
        quint64 foldedSinceSave = 0;
        bool dirty = true;   // something to show
        bool showAll = true; // the next update carries every tile
        bool updateOnItsWay = false;
        qint64 updatedNs = 0;
        QList<Trace> traces;
        std::optional<Error> readError; // why the catch-up stands still; it is tried again every second
    };

    JournalReader *reader();
    void readAhead(Board &board);
    void catchUp(Board &board); // one slice
    void stopReading();
    void forgetFailedReading();
    std::vector<Checkpoint> takeKnown(const QString &boardId);
    std::vector<Checkpoint> takePreviews(const QString &boardId);
    void catchUpSlice();
    void scheduleCatchUp();
    void scheduleTick();
    void tick();
    void clockTick();
    bool showsProgress(const Board &board) const;
    bool wantsUpdate(const Board &board) const;
    void emitUpdate(Board &board);
    void saveChanged();
    void refreshGaps();
    void dropOrphans(const BoardSpec &spec, const std::vector<Checkpoint> &stored);

    QString m_journalPath;
    const Clock &m_clock;
    std::unique_ptr<JournalReader> m_reader;
    std::map<QString, Board> m_boards;
    quint64 m_latestSeq = 0; // newest seq that is durable
    bool m_catchUpScheduled = false;
    qint64 m_lastTickNs = 0;
    qint64 m_gapsReadUs = 0;
    QTimer *m_tickTimer = nullptr;
    QTimer *m_clockTimer = nullptr;
    QTimer *m_saveTimer = nullptr;
    std::shared_ptr<BlockReader> m_blockReader; // for the pool
    QThreadPool m_pool;                         // one thread; last, so that its jobs end before all else
};

} // namespace hookboard
