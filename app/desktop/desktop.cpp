#include "app/desktop/desktop.h"

#include "app/desktop/demosender.h"
#include "app/desktop/singleinstance.h"
#include "app/desktop/tracelog.h"
#include "core/config/boardfile.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/boards/exampleboards.h"
#include "ui/enginebinding.h"
#include "ui/mainwindow.h"
#include "ui/style/themecontroller.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QTextStream>
#include <QtCore/QUrl>
#include <QtWidgets/QApplication>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Where a board from outside the profile lands in it: edits are saved there, the file itself stays as it is.
QString boardIdFor(const QString &file)
{
    QString id = QFileInfo(file).fileName();
    if (id.endsWith(".board.json"_L1))
        id.chop(11);
    return id;
}

} // namespace

Desktop::Desktop(QApplication &application, Options options)
    : m_application(application)
    , m_options(std::move(options))
{}

Desktop::~Desktop()
{
    if (m_demoThread.isRunning()) {
        m_demoThread.quit();
        m_demoThread.wait();
    }
    m_binding.reset();
    m_window.reset();
    m_boards.reset(); // waits for the last write of a board
    m_engine.reset(); // stops in order: answers what waits, saves, closes the journal
}

Result<bool> Desktop::start()
{
    const Result<Settings> settings = openProfile();
    if (!settings) {
        if (settings.error().code == ErrorCode::AlreadyRunning && m_instance && m_instance->raiseRunning())
            return false;
        return settings.error();
    }
    if (const Status listening = m_instance->listen(); !listening) // a loss, but no reason not to start
        QTextStream(stderr) << "hookboard: " << listening.error().message << '\n';
    connect(m_instance.get(), &SingleInstance::raiseRequested, this, &Desktop::raiseWindow);
    if (Status adopted = adoptBoardFile(); !adopted)
        return adopted.error();

    m_engine = std::make_unique<Engine>(*m_profile, m_clock);
    buildWindow(*settings);
    Settings forThisRun = *settings;
    if (m_options.port)
        forThisRun.ingest.port = *m_options.port; // never saved: the next start listens where the senders expect it
    if (Status started = m_engine->start(forThisRun); !started)
        return started.error();
    m_binding = std::make_unique<EngineBinding>(*m_engine, m_clock, *m_window);
    if (m_options.demo)
        startDemo();
    startTrace();
    if (m_options.fullscreen)
        m_window->showFullScreen();
    else
        m_window->show();
    return true;
}

// A demo gets a folder of its own that goes away with it.
Result<Settings> Desktop::openProfile()
{
    if (m_options.demo) {
        m_demoFolder = std::make_unique<QTemporaryDir>();
        if (!m_demoFolder->isValid())
            return Error{ErrorCode::Io, tr("The demo needs a temporary folder: %1.").arg(m_demoFolder->errorString())};
        m_options.profile = m_demoFolder->path();
    }
    m_profile = std::make_unique<Profile>(m_options.profile);
    m_instance = std::make_unique<SingleInstance>(m_profile->socketName());
    if (Status created = m_profile->create(m_options.demo ? u"memory"_s : u"keychain"_s); !created)
        return created.error();
    if (Status locked = m_profile->lock(); !locked)
        return locked.error();
    if (m_options.demo) {
        if (Status installed = installDemoBoard(); !installed)
            return installed.error();
    }
    return m_profile->readSettings();
}

Status Desktop::installDemoBoard()
{
    const Result<BoardSpec> board = exampleBoard(u"demo"_s);
    return board ? writeBoardFile(m_profile->boardPath(u"demo"_s), *board) : Status(board.error());
}

Status Desktop::adoptBoardFile()
{
    if (m_options.board.isEmpty())
        return Done();
    Result<BoardSpec> board = readBoardFile(m_options.board);
    if (!board)
        return board.error();
    m_boardToShow = boardIdFor(m_options.board);
    const QString place = m_profile->boardPath(m_boardToShow);
    if (QFileInfo(place) == QFileInfo(m_options.board) || QFileInfo::exists(place))
        return Done(); // opened before: what was edited since then stays
    return writeBoardFile(place, *board);
}

void Desktop::buildWindow(const Settings &settings)
{
    m_theme = std::make_unique<ThemeController>(m_application);
    m_theme->setChoice(ThemeController::choiceFromText(settings.theme));
    m_boards = std::make_unique<Boards>(*m_profile, m_clock);
    const QStringList problems = m_boards->load();
    m_window = std::make_unique<MainWindow>(WindowParts{*m_boards, m_clock, eventFetchOf(*m_engine),
                                                        sourceRequestsOf(*m_engine), Engine::providers(),
                                                        m_profile->configDirectory() + "/window.ini"_L1, settings});
    connect(m_theme.get(), &ThemeController::themeChanged, m_window.get(),
            [this](const Theme &theme) { m_window->boardPages().setTheme(theme); });
    connect(m_window.get(), &MainWindow::themeChosen, this,
            [this](const QString &theme) { m_theme->setChoice(ThemeController::choiceFromText(theme)); });
    connect(m_window.get(), &MainWindow::demoWanted, this, [this] {
        if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s}))
            m_window->showProblem(tr("The demo could not be started."));
    });
    if (!problems.isEmpty())
        m_window->showProblem(problems.join(u'\n'));
    if (!m_boardToShow.isEmpty())
        m_window->showBoard(m_boardToShow);
}

void Desktop::raiseWindow()
{
    if (!m_binding)
        return; // still starting, or it failed and says so
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::startTrace()
{
    if (m_options.trace.isEmpty())
        return;
    m_trace = std::make_unique<TraceLog>(m_options.trace);
    if (!m_trace->isOpen()) {
        m_window->showProblem(tr("The trace file %1 cannot be written.").arg(m_options.trace));
        return;
    }
    connect(m_engine.get(), &Engine::traced, m_trace.get(), &TraceLog::append);
    connect(m_engine.get(), &Engine::boardUpdated, m_trace.get(), &TraceLog::noteUpdate); // after the window got it
    m_trace->watchEventLoop();
    m_trace->watchOpening(m_window.get());
}

// Sources first; once the engine listens, the senders start. When the usual port is taken, any free one will do.
void Desktop::startDemo()
{
    const QList<SourceWithSecrets> sources = DemoSender::sources();
    m_demo = new DemoSender;
    m_demo->moveToThread(&m_demoThread);
    connect(&m_demoThread, &QThread::finished, m_demo, &QObject::deleteLater);
    m_demoThread.setObjectName(u"demo"_s);
    m_demoThread.start();

    connect(m_engine.get(), &Engine::healthChanged, this, [this, sources, tried = false](const Health &health) mutable {
        const ListenerState &listener = health.listener;
        if (listener.error && !std::exchange(tried, true)) {
            m_engine->listenOn(u"127.0.0.1"_s, 0);
            return;
        }
        if (!listener.listening || !health.journal.writable || health.sources.size() < sources.size())
            return;
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(listener.port));
        QMetaObject::invokeMethod(
            m_demo, [demo = m_demo, url, sources] { demo->start(url, sources); }, Qt::QueuedConnection);
    });
    for (const SourceWithSecrets &source : sources) {
        m_engine->addSource(source.config, source.secrets, this, [this](const Status &status) {
            if (!status)
                m_window->showProblem(status.error().message);
        });
    }
}

} // namespace hookboard
