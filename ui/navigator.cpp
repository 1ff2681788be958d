#include "ui/navigator.h"

#include "core/types/clock.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/events/eventspage.h"
#include "ui/mainwindow.h"
#include "ui/palette/paletteentries.h"
#include "ui/problems/problemcentre.h"
#include "ui/sources/sourcespage.h"
#include "ui/style/hookboardstyle.h"
#include "ui/wall/wallwindow.h"
#include "ui/windowactions.h"

#include <QtCore/QSettings>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QDesktopServices>
#include <QtGui/QScreen>
#include <QtWidgets/QMenu>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

Navigator::Navigator(MainWindow &window, Boards &boards, const Clock &clock)
    : QObject(&window)
    , m_window(window)
    , m_boards(boards)
    , m_clock(clock)
{
    connect(window.actions().palette, &QAction::triggered, this, &Navigator::openPalette);
    connect(window.actions().problems, &QAction::triggered, this, &Navigator::openProblems);
    connect(window.actions().wall, &QAction::triggered, this, &Navigator::openWallDialog);
    connect(&window.boardPages(), &BoardPages::troubleChanged, this, &Navigator::refresh);
    connect(&boards, &Boards::listChanged, this, &Navigator::refresh);
    connect(&boards, &Boards::boardRemoved, this, [this] { delete m_wall; }); // it may show the model that goes
}

Navigator::~Navigator()
{
    delete m_wall;
}

WallWindow *Navigator::wall() const
{
    return m_wall;
}

void Navigator::setHealth(const Health &health)
{
    m_health = health;
    m_healthKnown = true;
    if (m_wall) {
        m_wall->setHealth(health);
    }
    refresh();
}

void Navigator::refresh()
{
    if (!m_healthKnown) {
        return; // a program that has just started is not broken
    }
    const QList<Problem> before = m_problems;
    m_problems = problemsNow(m_health, m_clock.nowUs(), m_window.boardPages().troubledTiles(), m_boards.unreadable());
    if (m_centre) {
        m_centre->setProblems(m_problems);
    }
    if (m_wall) {
        m_wall->setProblems(m_problems);
    }
    if (before.size() != m_problems.size()) {
        emit problemsChanged(int(m_problems.size()));
    }
}

void Navigator::showTile(const QString &boardId, const QString &tileId)
{
    m_window.showBoard(boardId);
    if (BoardView *view = m_window.boardPages().view(boardId)) {
        view->reveal(tileId);
        if (Tile *tile = view->tile(tileId)) {
            tile->setFocus(Qt::ShortcutFocusReason); // shows which one is meant
        }
    }
}

void Navigator::openPalette()
{
    const PaletteWays ways{[this](const QString &board) { m_window.showBoard(board); },
                           [this](const QString &board, const QString &tile) { showTile(board, tile); },
                           [this](const QString &source) {
                               m_window.showSources();
                               m_window.sourcesPage().select(source);
                           },
                           [this](const QString &type) {
                               EventFilter filter;
                               filter.type = type;
                               m_window.showEventsOf(filter);
                           }};
    QList<QAction *> actions;
    for (QAction *action : m_window.actions().findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
        // Boards stand in the list by their own.
        if (action != m_window.actions().palette && !m_window.actions().boardList->actions().contains(action)) {
            actions.append(action);
        }
    }
    auto *palette = new CommandPalette(
        boardEntries(m_boards.all(), ways) + sourceEntries(m_sourceNames, ways) + actionEntries(actions), &m_window);
    m_window.boardPages().fetchFields(
        palette, [palette, ways](const SeenFields &seen) { palette->add(typeEntries(seen.types, ways)); });
    palette->openOver(QRect(m_window.mapToGlobal(QPoint()), m_window.size()));
}

void Navigator::openProblems()
{
    if (!m_centre) {
        m_centre = new ProblemCentre(&m_window);
        m_centre->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_centre, &ProblemCentre::cureWanted, this, &Navigator::cure);
    }
    refresh();
    m_centre->setProblems(m_problems);
    m_centre->show();
    m_centre->raise();
    m_centre->activateWindow();
}

void Navigator::cure(const Problem &problem)
{
    switch (problem.cure) {
    case Cure::FreePort:
        emit freePortWanted();
        return; // the list stays and tells whether it helped
    case Cure::SecretsAgain:
        m_window.sourcesPage().readSecretsAgain();
        return;
    case Cure::BoardsFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_boards.folder()));
        return;
    case Cure::Sources:
        m_window.showSources();
        break;
    case Cure::EditSource:
        m_window.showSources();
        m_window.sourcesPage().select(problem.subject);
        m_window.sourcesPage().editSource();
        break;
    case Cure::Quarantine: {
        EventFilter filter;
        filter.state = EventState::Quarantined;
        m_window.showEventsOf(filter);
        break;
    }
    case Cure::Settings:
        emit settingsWanted();
        break;
    case Cure::Tile:
        showTile(problem.subject, problem.tile);
        break;
    case Cure::FixTile:
        showTile(problem.subject, problem.tile);
        m_window.boardPages().editTile(problem.subject, problem.tile, true);
        break;
    }
    if (m_centre) {
        m_centre->close();
    }
}

void Navigator::openWallDialog()
{
    WallChoice before = m_wallChoice;
    before.boardIds.removeIf([this](const QString &id) { return !m_boards.board(id); });
    if (before.boardIds.isEmpty()) {
        before.boardIds = QStringList{m_window.boardPages().current()};
    }
    auto *dialog = new WallDialog(m_boards.all(), before, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { startWall(dialog->choice()); });
    dialog->open();
}

void Navigator::startWall(const WallChoice &choice)
{
    m_wallChoice = choice;
    WallPlan plan;
    plan.secondsEach = choice.secondsEach;
    const Theme &theme = themeOf(&m_window);
    plan.theme = choice.scheme ? Theme(*choice.scheme, theme.font(TypeRole::Body)) : theme;
    for (const QString &id : choice.boardIds) {
        m_window.boardPages().openPage(id);
        if (DashboardModel *model = m_window.boardPages().model(id)) {
            plan.boards.append(model);
        }
    }
    delete m_wall;
    if (plan.boards.isEmpty()) {
        return;
    }
    m_wall = new WallWindow(plan, m_clock);
    m_wall->setHealth(m_health);
    refresh();
    m_wall->setProblems(m_problems);
    m_wall->setGeometry(m_window.screen()->geometry());
    m_wall->showFullScreen();
}

void Navigator::saveState(QSettings &state) const
{
    state.setValue("wall/boards"_L1, m_wallChoice.boardIds);
    state.setValue("wall/seconds"_L1, m_wallChoice.secondsEach);
    state.setValue("wall/scheme"_L1, m_wallChoice.scheme ? int(*m_wallChoice.scheme) : -1);
}

void Navigator::restoreState(const QSettings &state)
{
    m_wallChoice.boardIds = state.value("wall/boards"_L1).toStringList();
    m_wallChoice.secondsEach = std::clamp(state.value("wall/seconds"_L1, 60).toInt(), 5, 3600);
    const int scheme = state.value("wall/scheme"_L1, -1).toInt();
    if (scheme == int(Theme::Scheme::Light) || scheme == int(Theme::Scheme::Dark)) {
        m_wallChoice.scheme = Theme::Scheme(scheme);
    }
}

} // namespace hookboard
