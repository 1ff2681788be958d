#include "ui/enginebinding.h"

#include "core/types/clock.h"
#include "ui/boardpages.h"
#include "ui/mainwindow.h"

namespace hookboard {

EventFetch eventFetchOf(Engine &engine)
{
    EventFetch fetch;
    fetch.events = [&engine](const EventQuery &query, QObject *context, EventFetch::Events done, std::stop_token stop) {
        engine.fetchEvents(query, context, std::move(done), std::move(stop));
    };
    fetch.quarantine = [&engine](const EventQuery &query, QObject *context, EventFetch::Quarantine done,
                                 std::stop_token stop) {
        engine.fetchQuarantine(query, context, std::move(done), std::move(stop));
    };
    return fetch;
}

SourceRequests sourceRequestsOf(Engine &engine)
{
    SourceRequests requests;
    requests.add = [&engine](const SourceConfig &source, const QList<Secret> &secrets, QObject *context,
                             SourceRequests::Callback done) {
        engine.addSource(source, secrets, context, std::move(done));
    };
    requests.update = [&engine](const SourceConfig &source, const QList<Secret> &secrets, QObject *context,
                                SourceRequests::Callback done) {
        engine.updateSource(source, secrets, context, std::move(done));
    };
    requests.remove = [&engine](const QString &name, QObject *context, SourceRequests::Callback done) {
        engine.removeSource(name, context, std::move(done));
    };
    requests.readSecretsAgain = [&engine] { engine.readSecretsAgain(); };
    requests.keepSecretsInFile = [&engine](QObject *context, SourceRequests::Callback done) {
        engine.keepSecretsInFile(context, std::move(done));
    };
    requests.url = [&engine](const QString &name) { return engine.sourceUrl(name); };
    requests.simulate = [&engine](const QString &name, QObject *context, SourceRequests::Callback done) {
        engine.simulate(name, context, std::move(done));
    };
    requests.samples = &Engine::samples;
    return requests;
}

EngineBinding::EngineBinding(Engine &engine, const Clock &clock, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_window(window)
{
    bindFacts();
    bindWishes();
    window.boardPages().setTileCheck(&Engine::problemsOf);
    window.boardPages().setSimulate([&engine](const QString &source, QObject *context, SourceRequests::Callback done) {
        engine.simulate(source, context, std::move(done));
    });
    window.boardPages().setFetchFields([&engine](QObject *context, std::function<void(const SeenFields &)> done) {
        engine.fetchFields(context, std::move(done));
    });
    window.boardPages().setFetchSamples(
        [&engine](const SampleQuery &query, QObject *context, std::function<void(const Result<SampledFields> &)> done,
                  std::stop_token stop) { engine.fetchSamples(query, context, std::move(done), std::move(stop)); });
    window.boardPages().setFetchEvents(eventFetchOf(engine));
    window.setSources(engine.sources());
    window.setHealth(engine.health(), clock.nowUs());
    // Those the window opened before this bound it.
    for (const BoardSpec &board : window.boardPages().openBoards()) {
        engine.openBoard(board);
    }
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] { m_window.setNow(m_clock.nowUs()); });
    m_second.start();
}

void EngineBinding::bindFacts()
{
    connect(&m_engine, &Engine::healthChanged, this,
            [this](const Health &health) { m_window.setHealth(health, m_clock.nowUs()); });
    connect(&m_engine, &Engine::sourcesChanged, this, [this] { m_window.setSources(m_engine.sources()); });
    connect(&m_engine, &Engine::boardUpdated, &m_window, &MainWindow::apply);
    connect(&m_engine, &Engine::eventsCommitted, &m_window, &MainWindow::commit);
}

void EngineBinding::bindWishes()
{
    BoardPages *boards = &m_window.boardPages();
    connect(boards, &BoardPages::opened, this, [this](const BoardSpec &board) { m_engine.openBoard(board); });
    connect(boards, &BoardPages::closed, this, [this](const QString &id) { m_engine.closeBoard(id); });
    connect(boards, &BoardPages::removed, this, [this](const QString &id) { m_engine.removeBoard(id); });
    connect(boards, &BoardPages::painted, this,
            [this](const QList<Trace> &traces, qint64 paintedNs) { m_engine.painted(traces, paintedNs); });
    connect(&m_window, &MainWindow::freePortWanted, this,
            [this] { m_engine.listenOn(m_engine.health().listener.address, 0); });
    connect(&m_window, &MainWindow::settingsChanged, this, [this](const Settings &settings) {
        m_engine.saveSettings(settings, this, [this](const Status &written) {
            if (!written.ok()) {
                m_window.showProblem(written.error().message);
            }
        });
    });
}

} // namespace hookboard
