// WindowActions: everything the window can be told to do, once, with its shortcut; the menus, the place bar and the
// tests use the same actions. GUI thread; owned by the window, which connects them.
#pragma once

#include <QtCore/QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace hookboard {

class UndoTimeline;

class WindowActions final : public QObject
{
    Q_OBJECT
public:
    // Fills the menu bar of `window`, and makes every shortcut work while the menu bar is hidden.
    WindowActions(QMainWindow &window, UndoTimeline &timeline);

    QAction *newBoard = nullptr;
    QAction *settings = nullptr;
    QAction *quit = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *find = nullptr;
    QAction *events = nullptr;
    QAction *sources = nullptr;
    QAction *narrowRail = nullptr;
    QAction *fullScreen = nullptr;
    QAction *pause = nullptr;
    QAction *addTile = nullptr;
    QAction *renameBoard = nullptr;
    QAction *deleteBoard = nullptr;
    // Editing the board that is shown.
    QAction *editBoard = nullptr;
    QAction *done = nullptr;
    QAction *discard = nullptr;
    QAction *tidyUp = nullptr;
    QAction *cut = nullptr;
    QAction *copy = nullptr;
    QAction *paste = nullptr;
    QAction *duplicateTiles = nullptr;
    QAction *removeTiles = nullptr;
    QAction *renameTile = nullptr;
    QAction *selectAll = nullptr;
    QAction *copyStyle = nullptr;
    QAction *pasteStyle = nullptr;
    // Boards as a whole.
    QAction *duplicateBoard = nullptr;
    QAction *boardUp = nullptr;
    QAction *boardDown = nullptr;
    QAction *snapshots = nullptr;
    QAction *importBoard = nullptr;
    QAction *exportBoard = nullptr;
    QAction *exportPicture = nullptr;
    QAction *printBoard = nullptr;
    QAction *palette = nullptr;
    QAction *problems = nullptr;
    QAction *wall = nullptr;
    QAction *addSource = nullptr;
    QAction *editSource = nullptr;
    QAction *removeSource = nullptr;
    QAction *firstSteps = nullptr;
    QAction *about = nullptr;
    QAction *aboutQt = nullptr;
    QMenu *boardList = nullptr;

    struct Board
    {
        QString id;
        QString title;
    };
    // Ctrl+1 to Ctrl+9 in this order.
    void setBoards(const QList<Board> &boards);
    // "system", "light" or "dark": which of the three is ticked.
    void setTheme(const QString &theme);

signals:
    void boardChosen(const QString &id);
    void themeChosen(const QString &theme);

private:
    QAction *add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &shortcut);
    void makeActions(UndoTimeline &timeline);
    void makeEditActions();
    void makeBoardActions();
    void fillMenus();
    void fillAppearance(QMenu &menu);

    QMainWindow &m_window;
    QActionGroup *m_themes = nullptr;
    QList<QAction *> m_boards;
};

} // namespace hookboard
