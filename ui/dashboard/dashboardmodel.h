// DashboardModel: the newest snapshot of each tile of one board, and the context all tiles share. Takes updates as they
// come; while paused it keeps them aside. GUI thread; owned by the window, outlives its views.
#pragma once

#include "core/types/tilesnapshot.h"
#include "core/types/tilestate.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace hookboard {

class Clock;

// Whether two tiles compute the same, however they look: only then may the one show the numbers of the other.
bool showsTheSame(const TileSpec &a, const TileSpec &b);

class DashboardModel : public QObject
{
    Q_OBJECT
public:
    // The clock outlives the model.
    explicit DashboardModel(const Clock &clock, QObject *parent = nullptr);

    // Keeps the snapshots of tiles that the board still has and that still compute the same.
    void setBoard(const BoardSpec &board);
    const BoardSpec &board() const { return m_board; }

    // Updates of other boards are ignored, and older revisions unless the update is complete.
    void apply(const BoardUpdate &update);
    void setHealth(const Health &health);
    // Tiles whose paths lead nowhere any more; the others are well.
    void setBroken(const QHash<QString, BrokenPath> &broken);
    void setPaused(bool paused);
    bool isPaused() const { return m_context.paused; }

    // An empty snapshot (revision 0) before the first one.
    TileSnapshot snapshot(const QString &tileId) const;
    const TileContext &context() const { return m_context; }
    const Clock &clock() const { return m_clock; }
    // Tiles whose state is neither live nor simulated, for the count beside the board's name.
    int troubledTiles() const;
    QStringList troubledTileIds() const;

signals:
    void boardChanged();
    // `traces` belong to events that these tiles now show.
    void tilesChanged(const QStringList &tileIds, const QList<hookboard::Trace> &traces);
    void contextChanged(); // once a second, and when health or pause change
    void troubledTilesChanged(int count);

private:
    void tick();
    void countTroubles();

    const Clock &m_clock;
    BoardSpec m_board;
    QHash<QString, TileSnapshot> m_shown;
    QHash<QString, BrokenPath> m_broken;    // by tile
    QHash<QString, TileSnapshot> m_waiting; // came while paused
    TileContext m_context;
    QTimer m_age;
    int m_troubled = 0;
};

} // namespace hookboard
