#include "core/engineparts.h"

#include "core/aggregate/origintest.h"

#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kReadThreads = 3; // a search, what came meanwhile, and the event that is looked at

JournalSettings journalSettings(const Profile &profile, const Settings &settings, const TemplateRegistry &templates)
{
    JournalSettings journal;
    journal.path = profile.journalPath();
    journal.retainUs = settings.retainDays * kDayUs;
    journal.retainBytes = settings.retainBytes;
    journal.bodyWindowUs = settings.duplicateWindowSeconds * 1'000'000LL;
    journal.redactedHeaders = templates.secretHeaders();
    return journal;
}

} // namespace

Engine::Private::Private(const Profile &theProfile, const Clock &theClock, std::shared_ptr<SecretStore> store)
    : profile(theProfile)
    , clock(theClock)
    , relay(std::make_unique<QObject>())
    , secretStore(std::move(store))
{
    qRegisterMetaType<Health>();
    qRegisterMetaType<BoardUpdate>();
    qRegisterMetaType<EventBatch>();
    ingestThread.setObjectName(u"ingest"_s);
    journalThread.setObjectName(u"journal"_s);
    projectionThread.setObjectName(u"projection"_s);
    configPool.setMaxThreadCount(1);
    readPool.setMaxThreadCount(kReadThreads);
}

// The reader is asked in one thread, and so is the test.
Status Engine::Private::restrictTo(JournalReader &reader, const EventQuery &query)
{
    if (!query.origin)
        return Done();
    auto test = OriginTest::compile(*query.origin);
    if (!test)
        return test.error();
    reader.keepOnly([test = std::make_shared<OriginTest>(std::move(test).value())](const StoredEvent &event) {
        return test->matches(event);
    });
    return Done();
}

Status Engine::Private::openSources()
{
    Result<QList<SourceConfig>> read = profile.readSources();
    if (!read)
        return read.error();
    if (!secretStore) {
        Result<std::unique_ptr<SecretStore>> opened = profile.openSecretStore();
        if (!opened)
            return opened.error();
        secretStore = std::move(*opened);
    }
    sources = *read;
    keeper = std::make_unique<SourceKeeper>(profile, clock, secretStore, templates.providers(), sources);
    health.secretStore = keeper->now().store;
    return Done();
}

void Engine::Private::build(Engine *engine)
{
    ingest = new IngestRoom(settings.ingest, templates, clock);
    journal = new Journal(journalSettings(profile, settings, templates), clock);
    feed = new CommitFeed;
    projection = new Projection(profile.journalPath(), clock);
    ingest->moveToThread(&ingestThread);
    journal->moveToThread(&journalThread);
    feed->moveToThread(&journalThread);
    projection->moveToThread(&projectionThread);
    QObject::connect(&ingestThread, &QThread::finished, ingest, &QObject::deleteLater);
    QObject::connect(&journalThread, &QThread::finished, journal, &QObject::deleteLater);
    QObject::connect(&journalThread, &QThread::finished, feed, &QObject::deleteLater);
    QObject::connect(&projectionThread, &QThread::finished, projection, &QObject::deleteLater);

    connectParts(engine);
    connectStopOrder(engine);

    ingestThread.start();
    journalThread.start();
    projectionThread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(ingest, &IngestRoom::furnish, Qt::QueuedConnection);
    QMetaObject::invokeMethod(projection, &Projection::furnish, Qt::QueuedConnection);
    QMetaObject::invokeMethod(journal, &Journal::open, Qt::QueuedConnection);
    built = true;
}

// The wiring of the whole program. Every arrow but the feed's crosses a thread and is queued.
void Engine::Private::connectParts(Engine *engine)
{
    using E = Engine;
    QObject::connect(ingest, &IngestRoom::append, journal, &Journal::append);
    QObject::connect(ingest, &IngestRoom::quarantine, journal, &Journal::quarantine);
    QObject::connect(journal, &Journal::historyRead, ingest, &IngestRoom::setHistory); // before any commit, so in order
    QObject::connect(journal, &Journal::committed, ingest, &IngestRoom::onCommitted);
    QObject::connect(journal, &Journal::stateChanged, ingest, &IngestRoom::onJournalState);

    QObject::connect(journal, &Journal::committed, feed, &CommitFeed::onCommitted);
    QObject::connect(feed, &CommitFeed::folding, projection, &Projection::onFolding);
    QObject::connect(projection, &Projection::consumed, feed, &CommitFeed::consumed);
    QObject::connect(projection, &Projection::saveCheckpoints, journal, &Journal::saveCheckpoints);
    QObject::connect(journal, &Journal::stateChanged, projection, &Projection::onJournalState);
    QObject::connect(ingest, &IngestRoom::listenerChanged, projection, &Projection::onListenerState);
    QObject::connect(ingest, &IngestRoom::listenerChanged, journal,
                     [journal = journal](const ListenerState &state) { journal->setListening(state.listening); });

    QObject::connect(feed, &CommitFeed::recent, engine, &E::eventsCommitted);
    QObject::connect(projection, &Projection::boardUpdated, engine, [this, engine](const BoardUpdate &update) {
        emit engine->boardUpdated(update);
        if (stopping)
            return;
        // Asked for only after the window has dealt with this one: a slow window gets fewer updates, not a queue.
        QMetaObject::invokeMethod(
            projection, [projection = projection, id = update.boardId] { projection->updateTaken(id); },
            Qt::QueuedConnection);
    });
    QObject::connect(ingest, &IngestRoom::listenerChanged, engine, [this, engine](const ListenerState &state) {
        health.listener = state;
        emit engine->healthChanged(health);
    });
    QObject::connect(journal, &Journal::stateChanged, engine, [this, engine](const JournalState &state) {
        health.journal = state;
        emit engine->healthChanged(health);
    });
    QObject::connect(ingest, &IngestRoom::healthChanged, engine, [this, engine](const IngestHealth &part) {
        health.queued = part.queued;
        health.queueLimit = settings.ingest.queueLimit;
        health.connections = part.connections;
        health.eventsPerSecond = part.eventsPerSecond;
        health.lastEventUs = part.lastEventUs;
        health.sources = part.sources;
        emit engine->healthChanged(health);
    });
}

void Engine::Private::connectStopOrder(Engine *engine)
{
    QObject::connect(&ingestThread, &QThread::finished, engine, [this] { closeProjection(); });
    QObject::connect(&projectionThread, &QThread::finished, engine, [this] { closeJournal(); });
    QObject::connect(&journalThread, &QThread::finished, engine, &Engine::stopped);
}

void Engine::Private::closeProjection()
{
    if (!std::exchange(projectionClosing, true))
        QMetaObject::invokeMethod(projection, &Projection::close, Qt::QueuedConnection);
}

void Engine::Private::closeJournal()
{
    if (std::exchange(journalClosing, true))
        return;
    QMetaObject::invokeMethod(
        journal,
        [journal = journal] {
            journal->close();
            journal->thread()->quit();
        },
        Qt::QueuedConnection);
}

} // namespace hookboard
