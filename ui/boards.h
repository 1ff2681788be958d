// Boards: all boards of the profile in the order of the rail, every change of them as one undo step, saved right after,
// so that a process that dies loses nothing that was done. From time to time, and before larger steps, the state before
// a change is kept as a snapshot. What cannot be written is told by problem(). GUI thread; destroying it writes what
// still waits.
#pragma once

#include "core/config/profile.h"
#include "ui/boards/boardsaver.h"
#include "ui/boards/undotimeline.h"

#include <QtCore/QObject>

#include <optional>

namespace hookboard {

class Clock;

class Boards final : public QObject
{
    Q_OBJECT
public:
    // Profile and clock outlive this.
    Boards(const Profile &profile, const Clock &clock, QObject *parent = nullptr);
    ~Boards() override;

    // Reads all files; sentences about those that could not be read.
    QStringList load();
    const QList<BoardSpec> &all() const { return m_boards; }
    const BoardSpec *board(const QString &id) const; // null = none of this id
    // What the last load() could not read.
    const QStringList &unreadable() const { return m_unreadable; }
    QString folder() const { return m_profile.boardsDirectory(); }
    UndoTimeline &timeline() { return m_timeline; }
    QUndoStack &undoStack(const QString &boardId) { return m_timeline.stack(boardId); }
    BoardSaver &saver() { return m_saver; }

    // Each is one undo step. Those that make a board return its id.
    QString create(const QString &title);
    QString adopt(BoardSpec content, const QString &stepName); // gets an id of its own, by its title
    QString duplicate(const QString &boardId);
    void remove(const QString &boardId);
    void rename(const QString &boardId, const QString &title);
    void reorder(const QStringList &boardIds);
    void addTile(const QString &boardId, const TileSpec &tile); // gets an id and a free place
    void changeTile(const QString &boardId, const TileSpec &tile);
    void duplicateTile(const QString &boardId, const QString &tileId);
    void removeTile(const QString &boardId, const QString &tileId);
    void placeTile(const QString &boardId, const QString &tileId, const QRect &grid);
    // A whole new state of a board, for edits that touch several tiles. Steps that follow one another with the same
    // name and the same `series` become one step; an empty one stands alone.
    void change(const BoardSpec &after, const QString &stepName, const QString &series = {});

    // Keeps the board as it is now.
    void keepSnapshot(const QString &boardId);

    // First place of this size, row by row, that no tile covers.
    static QRect freePlace(const BoardSpec &board, const QSize &size);

signals:
    void listChanged();                                   // a board came, went, moved or has another title
    void boardChanged(const hookboard::BoardSpec &board); // its content
    void boardRemoved(const QString &boardId);
    void problem(const QString &sentence);

private:
    friend class ChangeBoard;
    friend class ReorderBoards;
    // Makes `state` the truth: absent removes the board and its file.
    void apply(const QString &id, const std::optional<BoardSpec> &state);
    void applyOrder(const QStringList &order);
    void save(const BoardSpec &board);
    void snapshotBefore(const BoardSpec &before, bool always);
    QString freeId(const QString &title) const;

    const Profile &m_profile;
    const Clock &m_clock;
    BoardSaver m_saver;
    QList<BoardSpec> m_boards;
    QStringList m_unreadable;
    QStringList m_order; // of all boards of this session: one that comes back has its old place
    UndoTimeline m_timeline;
    QHash<QString, qint64> m_lastSnapshotUs;
    struct Original
    {
        BoardSpec board;
        QByteArray bytes;
    };
    QHash<QString, Original> m_originals; // files as they were read: undoing everything brings back every byte
};

} // namespace hookboard
