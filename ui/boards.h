// Boards: all boards of the profile, every change of them as one undo step, saved to its file right after. Files are
// written by one worker in order, never on the GUI thread; what cannot be written is told by problem(). GUI thread;
// destroying it waits for the last write.
#pragma once

#include "core/config/profile.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>
#include <QtGui/QUndoStack>

#include <optional>

namespace hookboard {

class Boards final : public QObject
{
    Q_OBJECT
public:
    // The profile outlives this.
    explicit Boards(const Profile &profile, QObject *parent = nullptr);
    ~Boards() override;

    // Reads all files; sentences about those that could not be read.
    QStringList load();
    const QList<BoardSpec> &all() const { return m_boards; }
    const BoardSpec *board(const QString &id) const; // null = none of this id
    QUndoStack &undoStack() { return m_undo; }

    // Each is one undo step. `create` returns the new id.
    QString create(const QString &title);
    void remove(const QString &boardId);
    void rename(const QString &boardId, const QString &title);
    void addTile(const QString &boardId, const TileSpec &tile); // gets an id and a free place when it has none
    void changeTile(const QString &boardId, const TileSpec &tile);
    void duplicateTile(const QString &boardId, const QString &tileId);
    void removeTile(const QString &boardId, const QString &tileId);
    void placeTile(const QString &boardId, const QString &tileId, const QRect &grid);
    // A whole new state of a board, for edits that touch several tiles.
    void change(const BoardSpec &after, const QString &stepName);

    // First place of this size, row by row, that no tile covers.
    static QRect freePlace(const BoardSpec &board, const QSize &size);

signals:
    void listChanged();                                   // a board came, went or has another title
    void boardChanged(const hookboard::BoardSpec &board); // its content
    void boardRemoved(const QString &boardId);
    void problem(const QString &sentence);

private:
    friend class ChangeBoard;
    void push(const QString &id, std::optional<BoardSpec> before, std::optional<BoardSpec> after, const QString &name);
    // Makes `state` the truth: absent removes the board and its file.
    void apply(const QString &id, const std::optional<BoardSpec> &state);
    void save(const BoardSpec &board);
    void removeFile(const QString &id);
    void report(const Status &status);
    QString freeId(const QString &title) const;

    const Profile &m_profile;
    QList<BoardSpec> m_boards;
    QUndoStack m_undo;
    QThreadPool m_writer; // one thread: writes stay in order
};

} // namespace hookboard
