#include "ui/mainwindow.h"

#include "ui/banner.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/boards/boardcommands.h"
#include "ui/boards/sourcesteps.h"
#include "ui/events/eventspage.h"
#include "ui/navigator.h"
#include "ui/placebar.h"
#include "ui/rail.h"
#include "ui/statusline.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"
#include "ui/welcome/welcomepage.h"
#include "ui/windowactions.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qsizetype kWindowTitle = 80; // title bars and task lists cut where they like

// Without an engine nobody knows samples of a provider.
SourceRequests withSamples(SourceRequests requests)
{
    if (!requests.samples) {
        requests.samples = [](const QString &) { return ProviderSamples(); };
    }
    return requests;
}

} // namespace

MainWindow::MainWindow(WindowParts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_boards(parts.boards)
    , m_stateFile(parts.stateFile)
    , m_settings(parts.settings)
    , m_actions(new WindowActions(*this, parts.boards.timeline()))
    , m_rail(new Rail(this))
    , m_bar(new PlaceBar(this))
    , m_problem(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_boardPages(new BoardPages(parts.boards, parts.clock, parts.requests.url, this))
    , m_commands(new BoardCommands({parts.boards, *m_boardPages, *m_actions, *m_rail, parts.clock, *this}))
    , m_events(new EventsPage(std::move(parts.fetch), parts.requests.url, this))
    , m_welcome(new WelcomePage(withSamples(parts.requests), parts.providers, this))
    , m_sources(new SourcesPage(
          withSteps(std::move(parts.requests),
                    {parts.boards.timeline(), [this](const QString &name) { return m_commands->source(name); },
                     [this](const QString &sentence) { showProblem(sentence); }}),
          parts.providers, this))
    , m_status(new StatusLine(this))
{
    m_navigator = new Navigator(*this, m_boards, parts.clock);
    setObjectName(u"mainWindow"_s);
    m_actions->setTheme(m_settings.theme);
    setWindowTitle(tr("Hookboard"));
    m_boardPages->setWelcomePage(m_welcome);
    buildLayout();
    connectActions();
    connectRail();
    connectStatus();
    connectPages();
    listBoards();
    showBoard(m_boards.all().isEmpty() ? QString() : m_boards.all().first().id);
    restoreState();
    updateRail();
}

MainWindow::~MainWindow()
{
    delete m_navigator; // a wall shows what the pages own
}

void MainWindow::buildLayout()
{
    m_stack->addWidget(m_boardPages);
    m_stack->addWidget(m_events);
    m_stack->addWidget(m_sources);
    m_problem->setButton(tr("Dismiss"));
    connect(m_problem, &Banner::buttonClicked, m_problem, &QWidget::hide);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_bar);
    right->addWidget(m_problem);
    right->addWidget(m_stack, 1);
    auto *centre = new QWidget(this);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    setMinimumSize(760, 480);
    resize(1440, 900);
    m_actions->fullScreen->setProperty("iconOnly", true);
}

void MainWindow::connectActions()
{
    connect(m_commands, &BoardCommands::boardWanted, this, &MainWindow::showBoard);
    connect(m_bar, &PlaceBar::menuWanted, this,
            [this](const QPoint &place) { m_commands->openBoardMenu(m_boardPages->current(), place); });
    connect(m_commands, &BoardCommands::barChanged, this, &MainWindow::showBar);
    connect(m_commands, &BoardCommands::problem, this, &MainWindow::showProblem);
    // Over the board that waits for it.
    connect(m_commands, &BoardCommands::addSourceWanted, m_sources, &SourcesPage::addSource);
    connect(m_actions->exportPicture, &QAction::triggered, m_boardPages, &BoardPages::exportPicture);
    connect(m_actions->printBoard, &QAction::triggered, m_boardPages, &BoardPages::printBoard);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->events, &QAction::triggered, this, &MainWindow::showEvents);
    connect(m_actions->sources, &QAction::triggered, this, &MainWindow::showSources);
    connect(m_actions->find, &QAction::triggered, this, [this] {
        showEvents();
        m_events->focusSearch();
    });
    connect(m_actions->narrowRail, &QAction::toggled, this, [this](bool narrow) {
        m_railNarrowByUser = narrow;
        updateRail();
    });
    connect(m_actions->fullScreen, &QAction::toggled, this, &MainWindow::setFullScreen);
    connect(m_actions->pause, &QAction::toggled, this, &MainWindow::applyPause);
    connect(m_actions->addTile, &QAction::triggered, m_boardPages, &BoardPages::addTile);
    connect(m_actions->addSource, &QAction::triggered, this, [this] {
        showSources();
        m_sources->addSource();
    });
    connect(m_actions->editSource, &QAction::triggered, m_sources, &SourcesPage::editSource);
    connect(m_actions->removeSource, &QAction::triggered, m_sources, &SourcesPage::removeSource);
    connect(m_actions->firstSteps, &QAction::triggered, this, [this] { showBoard({}); });
    connect(m_actions, &WindowActions::themeChosen, this, [this](const QString &theme) {
        m_settings.theme = theme;
        emit themeChosen(theme);
        emit settingsChanged(m_settings);
    });
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::openAbout);
    connect(m_actions->aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
    connect(m_actions, &WindowActions::boardChosen, this, &MainWindow::showBoard);
}

void MainWindow::connectRail()
{
    connect(m_rail, &Rail::boardChosen, this, &MainWindow::showBoard);
    connect(m_rail, &Rail::eventsChosen, this, &MainWindow::showEvents);
    connect(m_rail, &Rail::sourcesChosen, this, &MainWindow::showSources);
    connect(m_rail, &Rail::problemsWanted, m_navigator, &Navigator::openProblems);
    connect(m_navigator, &Navigator::problemsChanged, m_rail, &Rail::setProblemCount);
    connect(m_navigator, &Navigator::freePortWanted, this, &MainWindow::takeFreePort);
    connect(m_navigator, &Navigator::settingsWanted, this, &MainWindow::openSettings);
    connect(m_rail, &Rail::settingsWanted, this, &MainWindow::openSettings);
    connect(m_rail, &Rail::helpWanted, this, [this] { showBoard({}); });
    connect(m_boardPages, &BoardPages::troubleChanged, m_rail, &Rail::setTrouble);
    connect(&m_boards, &Boards::listChanged, this, &MainWindow::listBoards);
    connect(&m_boards, &Boards::problem, this, &MainWindow::showProblem);
}

void MainWindow::connectStatus()
{
    connect(m_status, &StatusLine::sourcesWanted, this, &MainWindow::showSources);
    connect(m_status, &StatusLine::eventsWanted, this, [this] { showEventsOf({}); });
    connect(m_status, &StatusLine::journalWanted, this, [this] { showEventsOf({}); });
    connect(m_status, &StatusLine::quarantineWanted, this, [this] {
        EventFilter filter;
        filter.state = EventState::Quarantined;
        showEventsOf(filter);
    });
    connect(m_status, &StatusLine::freePortWanted, this, &MainWindow::takeFreePort);
    connect(m_status, &StatusLine::secretsAgainWanted, m_sources, &SourcesPage::readSecretsAgain);
}

void MainWindow::connectPages()
{
    connect(m_events, &EventsPage::addSourceWanted, m_actions->addSource, &QAction::trigger);
    connect(m_events, &EventsPage::pausedChanged, this, [this](bool paused) {
        if (m_place == Place::Events) {
            m_actions->pause->setChecked(paused);
        }
    });
    connect(m_sources, &SourcesPage::eventsWanted, this, [this](const QString &source) {
        EventFilter filter;
        filter.source = source;
        showEventsOf(filter);
    });
    connect(m_sources, &SourcesPage::quarantineWanted, this, [this](const QString &source) {
        EventFilter filter;
        filter.source = source;
        filter.state = EventState::Quarantined;
        showEventsOf(filter);
    });
    connect(m_sources, &SourcesPage::selectionChanged, this, [this](bool any) {
        m_actions->editSource->setEnabled(any && m_place == Place::Sources);
        m_actions->removeSource->setEnabled(any && m_place == Place::Sources);
    });
    connect(m_boardPages, &BoardPages::pausedChanged, this, [this](bool paused) {
        if (m_place == Place::Board) {
            m_actions->pause->setChecked(paused);
        }
    });
    connect(m_boardPages, &BoardPages::studioShown, this, [this] {
        if (m_place == Place::Board) {
            go(Place::Board);
        }
    });
    connect(m_boardPages, &BoardPages::boardMade, this, &MainWindow::showBoard);
    connect(m_welcome, &WelcomePage::demoWanted, this, &MainWindow::demoWanted);
    connect(m_boardPages, &BoardPages::sourcesWanted, this, &MainWindow::showSources);
    connect(m_boardPages, &BoardPages::addSourceWanted, m_actions->addSource, &QAction::trigger);
    connect(m_boardPages, &BoardPages::eventsWanted, this, [this](const QString &source, const QString &type) {
        EventFilter filter;
        filter.source = source;
        filter.type = type;
        showEventsOf(filter);
    });
    connect(m_boardPages, &BoardPages::problem, this, &MainWindow::showProblem);
    connect(m_boardPages, &BoardPages::originWanted, this, [this](const EventOrigin &origin, const QString &words) {
        EventFilter filter;
        filter.origin = origin;
        filter.originWords = words;
        showEventsOf(filter);
    });
    connect(m_boardPages, &BoardPages::eventWanted, this, [this](quint64 seq) {
        showEvents();
        m_events->showSeq(seq);
    });
}

void MainWindow::listBoards()
{
    QList<Rail::Board> rail;
    QList<WindowActions::Board> menu;
    for (const BoardSpec &board : m_boards.all()) {
        rail.append({board.id, board.title});
        menu.append({board.id, board.title});
    }
    m_rail->setBoards(rail);
    m_actions->setBoards(menu);
    if (m_place != Place::Board) {
        return;
    }
    if (m_boards.board(m_boardPages->current())) {
        go(Place::Board); // the title may be another
    } else {
        showBoard(m_boards.all().isEmpty() ? QString() : m_boards.all().first().id);
    }
}

void MainWindow::showBoard(const QString &boardId)
{
    m_boardPages->showBoard(m_boards.board(boardId) ? boardId : QString());
    go(Place::Board);
}

void MainWindow::showEvents()
{
    go(Place::Events);
}

void MainWindow::showSources()
{
    go(Place::Sources);
}

void MainWindow::showEventsOf(const EventFilter &filter)
{
    m_events->showOnly(filter);
    showEvents();
}

void MainWindow::go(Place place)
{
    m_place = place;
    const BoardSpec *board = m_boards.board(m_boardPages->current());
    const bool inStudio = place == Place::Board && m_boardPages->showsStudio();
    const bool onBoard = place == Place::Board && board && !inStudio;
    m_bar->setVisible(!inStudio); // it has a bar of its own
    for (QAction *action : {m_actions->addTile, m_actions->exportPicture, m_actions->printBoard}) {
        action->setEnabled(onBoard);
    }
    m_commands->update(onBoard);
    m_boards.timeline().setCurrent(onBoard ? board->id : QString());
    const bool anySource = m_sources->model().rowCount() > 0;
    m_actions->editSource->setEnabled(place == Place::Sources && anySource);
    m_actions->removeSource->setEnabled(place == Place::Sources && anySource);
    m_actions->pause->setEnabled(onBoard || place == Place::Events);
    m_actions->pause->setText(place == Place::Events ? tr("&Pause list") : tr("&Pause"));
    m_actions->pause->setProperty("iconOnly", place != Place::Events);
    m_bar->setMenuShown(onBoard);
    switch (place) {
    case Place::Board:
        m_rail->showBoard(m_boardPages->current());
        m_bar->setPlace(board ? board->title : tr("Welcome"));
        showBar();
        m_stack->setCurrentWidget(m_boardPages);
        m_actions->pause->setChecked(m_boardPages->isPaused());
        break;
    case Place::Events:
        m_rail->showEvents();
        m_bar->setPlace(tr("Events"));
        m_bar->setLeftActions({});
        m_bar->setActions({m_actions->fullScreen, m_actions->pause}, false);
        m_stack->setCurrentWidget(m_events);
        m_actions->pause->setChecked(m_events->isPaused());
        break;
    case Place::Sources:
        m_rail->showSources();
        m_bar->setPlace(tr("Sources"));
        m_bar->setLeftActions({});
        m_bar->setActions({m_actions->fullScreen, m_actions->addSource}, true);
        m_stack->setCurrentWidget(m_sources);
        break;
    }
    setWindowTitle(tr("%1 \u2013 Hookboard").arg(isolatedLine(m_bar->place(), kWindowTitle)));
}

void MainWindow::showBar()
{
    if (m_place == Place::Board) {
        const bool board = m_boardPages->currentBoard();
        m_bar->setActions(board ? m_commands->barActions() : QList<QAction *>{}, board && m_actions->done->isEnabled());
        m_bar->setLeftActions(board ? m_commands->barLeftActions() : QList<QAction *>{});
    }
}

void MainWindow::applyPause(bool paused)
{
    if (m_place == Place::Events) {
        m_events->setPaused(paused);
    } else if (m_place == Place::Board) {
        m_boardPages->setPaused(paused);
    }
}

void MainWindow::setSources(const QList<SourceConfig> &sources)
{
    m_sources->setSources(sources);
    m_commands->setSources(sources);
    QStringList names;
    for (const SourceConfig &source : sources) {
        names.append(source.name);
    }
    m_events->setSourceNames(names);
    m_boardPages->setSourceNames(names);
    m_welcome->setSources(sources);
    m_navigator->setSourceNames(names);
    if (m_place == Place::Board && !m_boardPages->currentBoard()) {
        go(Place::Board);
    }
}

void MainWindow::setHealth(const Health &health, qint64 nowUs)
{
    // The sender will be told about this port: it has to be the same after the next start.
    if (m_portIsNew && health.listener.listening && health.listener.port > 0) {
        m_portIsNew = false;
        m_settings.ingest.port = health.listener.port;
        emit settingsChanged(m_settings);
    }
    m_status->setHealth(health, nowUs);
    m_sources->setHealth(health, nowUs);
    m_events->setTotal(health.journal.eventCount);
    m_events->setQuarantineCount(health.journal.quarantineCount);
    m_rail->setQuarantineCount(health.journal.quarantineCount);
    m_boardPages->setHealth(health);
    m_navigator->setHealth(health);
}

void MainWindow::takeFreePort()
{
    m_portIsNew = true;
    emit freePortWanted();
}

void MainWindow::setNow(qint64 nowUs)
{
    m_status->setNow(nowUs);
    m_events->setNow(nowUs);
}

void MainWindow::commit(const EventBatch &events)
{
    m_events->commit(events);
}

void MainWindow::apply(const BoardUpdate &update)
{
    m_boardPages->apply(update);
}

void MainWindow::showProblem(const QString &sentence)
{
    m_problem->setMessage(Tone::Error, u"error"_s, sentence);
}

} // namespace hookboard
