// BoardCommands: what the window's actions do to boards: edit mode, clipboard, order, files, snapshots. Keeps the
// actions enabled as they make sense. GUI thread; owned by the window.
#pragma once

#include "core/types/source.h"
#include "core/types/tilespec.h"

#include <QtCore/QObject>

#include <optional>

class QAction;
class QWidget;

namespace hookboard {

class BoardPage;
class BoardPages;
class Boards;
class Clock;
class Rail;
class WindowActions;

class BoardCommands final : public QObject
{
    Q_OBJECT
public:
    // All of them outlive this.
    struct Parts
    {
        Boards &boards;
        BoardPages &pages;
        WindowActions &actions;
        Rail &rail;
        const Clock &clock;
        QWidget &window;
    };
    explicit BoardCommands(const Parts &parts);

    // What the bar over the board shows, by whether it is being edited.
    QList<QAction *> barActions() const;
    QList<QAction *> barLeftActions() const;
    // `onBoard`: a board is shown, not another place.
    void update(bool onBoard);
    // Sources that boards can be bound to.
    void setSources(const QList<SourceConfig> &sources) { m_sources = sources; }
    std::optional<SourceConfig> source(const QString &name) const;

    void newBoard();
    void openBoardMenu(const QString &boardId, const QPoint &global);
    // Files of the user are read and written elsewhere: they may lie on a slow disk. What fails is told by problem().
    // Names of sources that this profile does not know are asked for.
    void importFile(const QString &path);
    void exportTo(const QString &boardId, const QString &path);
    // Shows the board as a new one; asks for its sources when it names unknown ones.
    void adopt(const BoardSpec &board, const QString &stepName);

signals:
    void boardWanted(const QString &boardId);
    void barChanged();
    void problem(const QString &sentence);
    void addSourceWanted(const QString &name);

private:
    void connectEditing();
    void connectBoards();
    void askDiscard();
    void openImport();
    void openExport(const QString &boardId);
    void openSnapshots(const QString &boardId);
    void moveBoard(const QString &boardId, int by);
    void deleteBoard(const QString &boardId);
    void renameBoard(const QString &boardId);
    BoardPage *editedPage() const; // null = the shown board is locked

    Boards &m_boards;
    BoardPages &m_pages;
    WindowActions &m_actions;
    Rail &m_rail;
    const Clock &m_clock;
    QWidget &m_window;
    QList<SourceConfig> m_sources;
    bool m_onBoard = false;
};

} // namespace hookboard
