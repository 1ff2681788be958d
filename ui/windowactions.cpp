#include "ui/windowactions.h"

#include "ui/boards/undotimeline.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kNumbered = 9;

} // namespace

WindowActions::WindowActions(QMainWindow &window, UndoTimeline &timeline)
    : QObject(&window)
    , m_window(window)
{
    makeActions(timeline);
    makeEditActions();
    makeBoardActions();
    fillMenus();
}

QAction *WindowActions::add(const QString &text, const QString &name, const QString &iconName,
                            const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty()) {
        action->setIcon(icon(iconName));
        action->setIconVisibleInMenu(false);
    }
    action->setShortcut(shortcut);
    m_window.addAction(action);
    return action;
}

void WindowActions::makeActions(UndoTimeline &timeline)
{
    newBoard = add(tr("&New board\u2026"), u"actionNewBoard"_s, u"plus"_s, QKeySequence::New);
    settings = add(tr("&Settings\u2026"), u"actionSettings"_s, u"settings"_s, {u"Ctrl+,"_s});
    settings->setMenuRole(QAction::PreferencesRole);
    quit = add(tr("&Quit"), u"actionQuit"_s, {}, {u"Ctrl+Q"_s});
    quit->setMenuRole(QAction::QuitRole);
    undo = timeline.makeUndoAction(this);
    undo->setObjectName(u"actionUndo"_s);
    undo->setIcon(icon(u"undo"_s));
    undo->setIconVisibleInMenu(false);
    undo->setShortcut(QKeySequence::Undo);
    redo = timeline.makeRedoAction(this);
    redo->setObjectName(u"actionRedo"_s);
    redo->setIcon(icon(u"redo"_s));
    redo->setIconVisibleInMenu(false);
    redo->setShortcuts({{u"Ctrl+Shift+Z"_s}, {u"Ctrl+Y"_s}});
    m_window.addActions({undo, redo});
    find = add(tr("&Find\u2026"), u"actionFind"_s, u"search"_s, QKeySequence::Find);
    events = add(tr("&Events"), u"actionEvents"_s, u"events"_s, {u"Ctrl+E"_s});
    sources = add(tr("&Sources"), u"actionSources"_s, u"sources"_s, {u"Ctrl+Shift+S"_s});
    narrowRail = add(tr("&Narrow rail"), u"actionNarrowRail"_s, {}, {u"Ctrl+B"_s});
    narrowRail->setCheckable(true);
    fullScreen = add(tr("&Full screen"), u"actionFullScreen"_s, u"fullscreen"_s, {u"F11"_s});
    fullScreen->setCheckable(true);
    pause = add(tr("&Pause"), u"actionPause"_s, u"pause"_s, {u"Ctrl+P"_s});
    pause->setCheckable(true);
    addTile = add(tr("&Add tile\u2026"), u"actionAddTile"_s, u"plus"_s, {u"Ctrl+T"_s});
    renameBoard = add(tr("&Rename board\u2026"), u"actionRenameBoard"_s, {}, {});
    deleteBoard = add(tr("&Delete board\u2026"), u"actionDeleteBoard"_s, u"trash"_s, {});
    exportPicture = add(tr("Export &picture\u2026"), u"actionExportPicture"_s, {}, {});
    printBoard = add(tr("Print &board\u2026"), u"actionPrintBoard"_s, {}, {});
    addSource = add(tr("&Add source\u2026"), u"actionAddSource"_s, u"plus"_s, {u"Ctrl+Shift+N"_s});
    editSource = add(tr("&Edit source\u2026"), u"actionEditSource"_s, u"edit"_s, {});
    removeSource = add(tr("&Remove source\u2026"), u"actionRemoveSource"_s, u"trash"_s, {});
    firstSteps = add(tr("&First steps"), u"actionFirstSteps"_s, u"help"_s, QKeySequence::HelpContents);
    about = add(tr("&About Hookboard"), u"actionAbout"_s, {}, {});
    about->setMenuRole(QAction::AboutRole);
    aboutQt = add(tr("About &Qt"), u"actionAboutQt"_s, {}, {});
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void WindowActions::makeEditActions()
{
    editBoard = add(tr("&Edit board"), u"actionEditBoard"_s, u"edit"_s, {u"F4"_s});
    editBoard->setIconText(tr("Edit"));
    done = add(tr("D&one"), u"actionDone"_s, u"ok"_s, {u"Ctrl+Return"_s});
    discard = add(tr("Dis&card changes"), u"actionDiscard"_s, {}, {});
    tidyUp = add(tr("&Tidy up"), u"actionTidyUp"_s, u"board"_s, {});
    cut = add(tr("Cu&t"), u"actionCut"_s, {}, QKeySequence::Cut);
    copy = add(tr("&Copy"), u"actionCopy"_s, u"copy"_s, QKeySequence::Copy);
    paste = add(tr("&Paste"), u"actionPaste"_s, {}, QKeySequence::Paste);
    duplicateTiles = add(tr("&Duplicate"), u"actionDuplicateTiles"_s, u"copy"_s, {u"Ctrl+D"_s});
    removeTiles = add(tr("Re&move"), u"actionRemoveTiles"_s, u"trash"_s, {}); // Delete is a key of the tiles
    renameTile = add(tr("Re&name tile"), u"actionRenameTile"_s, {}, {});
    selectAll = add(tr("Select &all"), u"actionSelectAll"_s, {}, QKeySequence::SelectAll);
    copyStyle = add(tr("Copy &style"), u"actionCopyStyle"_s, {}, {u"Ctrl+Alt+C"_s});
    pasteStyle = add(tr("Paste st&yle"), u"actionPasteStyle"_s, {}, {u"Ctrl+Alt+V"_s});
}

void WindowActions::makeBoardActions()
{
    duplicateBoard = add(tr("Dup&licate board"), u"actionDuplicateBoard"_s, u"copy"_s, {});
    boardUp = add(tr("Move board &up"), u"actionBoardUp"_s, {}, {u"Ctrl+Shift+Up"_s});
    boardDown = add(tr("Move board do&wn"), u"actionBoardDown"_s, {}, {u"Ctrl+Shift+Down"_s});
    snapshots = add(tr("&Snapshots\u2026"), u"actionSnapshots"_s, u"clock"_s, {});
    importBoard = add(tr("&Import board\u2026"), u"actionImportBoard"_s, {}, {u"Ctrl+O"_s});
    exportBoard = add(tr("E&xport board\u2026"), u"actionExportBoard"_s, u"export"_s, {u"Ctrl+Shift+E"_s});
    palette = add(tr("Command pa&lette\u2026"), u"actionPalette"_s, u"search"_s, {u"Ctrl+K"_s});
    problems = add(tr("Prob&lems\u2026"), u"actionProblems"_s, u"warning"_s, {u"Ctrl+Shift+P"_s});
    wall = add(tr("&Wall\u2026"), u"actionWall"_s, u"fullscreen"_s, {u"Shift+F11"_s});
}

void WindowActions::fillMenus()
{
    QMenuBar *bar = m_window.menuBar();
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({newBoard, addSource});
    file->addSeparator();
    file->addActions({importBoard, exportBoard});
    file->addSeparator();
    file->addAction(settings);
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({cut, copy, paste, duplicateTiles, removeTiles, renameTile, selectAll});
    edit->addSeparator();
    edit->addActions({copyStyle, pasteStyle});
    edit->addSeparator();
    edit->addActions({find, palette});
    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({events, sources, problems});
    view->addSeparator();
    view->addActions({pause, narrowRail, fullScreen, wall});
    view->addSeparator();
    fillAppearance(*view->addMenu(tr("&Appearance")));
    QMenu *board = bar->addMenu(tr("&Board"));
    board->addActions({editBoard, done, discard, tidyUp, addTile});
    board->addSeparator();
    board->addActions({newBoard, renameBoard, duplicateBoard, deleteBoard});
    board->addSeparator();
    board->addActions({boardUp, boardDown});
    board->addSeparator();
    board->addActions({snapshots, importBoard, exportBoard});
    board->addSeparator();
    board->addActions({exportPicture, printBoard});
    board->addSeparator();
    boardList = board->addMenu(tr("&Go to"));
    QMenu *source = bar->addMenu(tr("&Source"));
    source->addActions({addSource, editSource, removeSource});
    bar->addMenu(tr("&Help"))->addActions({firstSteps, about, aboutQt});
}

void WindowActions::fillAppearance(QMenu &menu)
{
    m_themes = new QActionGroup(this);
    const QList<std::pair<QString, QString>> themes{
        {u"system"_s, tr("As the &system")}, {u"light"_s, tr("&Light")}, {u"dark"_s, tr("&Dark")}};
    for (const auto &[theme, words] : themes) {
        QAction *action = m_themes->addAction(words);
        action->setObjectName(u"actionTheme-"_s + theme);
        action->setCheckable(true);
        action->setData(theme);
        menu.addAction(action);
        connect(action, &QAction::triggered, this, [this, theme = theme] { emit themeChosen(theme); });
    }
}

void WindowActions::setTheme(const QString &theme)
{
    const QList<QAction *> actions = m_themes->actions();
    for (QAction *action : actions) {
        action->setChecked(action->data().toString() == theme);
    }
}

void WindowActions::setBoards(const QList<Board> &boards)
{
    for (QAction *action : std::as_const(m_boards)) {
        m_window.removeAction(action);
        boardList->removeAction(action);
        action->deleteLater(); // it may be the one that was just triggered
    }
    m_boards.clear();
    for (const Board &board : boards) {
        QString title = plainLine(board.title, 60);
        title.replace(u'&', u"&&"_s);
        const int number = int(m_boards.size()) + 1;
        const QKeySequence key = number <= kNumbered ? QKeySequence(u"Ctrl+%1"_s.arg(number)) : QKeySequence();
        QAction *action = add(title, u"actionBoard%1"_s.arg(number), {}, key);
        boardList->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = board.id] { emit boardChosen(id); });
        m_boards.append(action);
    }
    boardList->setEnabled(!boards.isEmpty());
}

} // namespace hookboard
