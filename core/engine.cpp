#include "core/engine.h"

#include "core/commitfeed.h"
#include "core/engineparts.h"
#include "core/journal/fieldsample.h"
#include "core/mapping/tilecheck.h"

#include <QtCore/QUrl>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Engine::Engine(const Profile &profile, const Clock &clock, std::shared_ptr<SecretStore> secrets)
    : d(std::make_unique<Private>(profile, clock, std::move(secrets)))
{}

Engine::~Engine()
{
    // The same order as the signals of stop() would take, without needing this thread's event loop.
    if (d->built) {
        stop();
        d->ingestThread.wait();
        d->closeProjection();
        d->projectionThread.wait();
        d->closeJournal();
        d->journalThread.wait();
    }
    if (d->secretStore)
        d->secretStore->interrupt(); // a keychain that waits for its password would hold the pool for its time-out
    d->readStop.request_stop();
    d->readPool.clear(); // pages nobody waits for any more
    d->configPool.waitForDone();
    d->readPool.waitForDone();
}

Status Engine::start(const Settings &settings)
{
    if (Status loaded = d->templates.loadBuiltIn(); !loaded)
        return loaded;
    if (Status opened = d->openSources(); !opened)
        return opened;
    d->settings = settings;
    d->build(this);
    d->loadSourcesAndListen(this);
    return Done();
}

// Each thread ends itself when its part has finished, and that end starts the next part's: accept no more, answer what
// waits, save the folds, close the database.
void Engine::stop()
{
    if (!d->built || d->stopping)
        return;
    d->stopping = true;
    d->readStop.request_stop();
    QMetaObject::invokeMethod(d->ingest, &IngestRoom::close, Qt::QueuedConnection);
}

void Engine::listenOn(const QString &address, quint16 port)
{
    if (!d->isRunning())
        return;
    QMetaObject::invokeMethod(
        d->ingest, [ingest = d->ingest, address, port] { ingest->listenOn(address, port); }, Qt::QueuedConnection);
}

void Engine::openBoard(const BoardSpec &board)
{
    if (!d->isRunning())
        return;
    QMetaObject::invokeMethod(
        d->projection, [projection = d->projection, board] { projection->openBoard(board); }, Qt::QueuedConnection);
}

void Engine::closeBoard(const QString &boardId)
{
    if (!d->isRunning())
        return;
    QMetaObject::invokeMethod(
        d->projection, [projection = d->projection, boardId] { projection->closeBoard(boardId); },
        Qt::QueuedConnection);
}

void Engine::removeBoard(const QString &boardId)
{
    if (!d->isRunning())
        return;
    QMetaObject::invokeMethod(
        d->projection, [projection = d->projection, boardId] { projection->removeBoard(boardId); },
        Qt::QueuedConnection);
}

QList<TileProblem> Engine::problemsOf(const TileSpec &tile)
{
    return tileProblems(tile);
}

QList<SourceConfig> Engine::sources() const
{
    return d->sources;
}

QList<ProviderInfo> Engine::providers()
{
    TemplateRegistry templates;
    return templates.loadBuiltIn() ? templates.providers() : QList<ProviderInfo>();
}

QString Engine::sourceUrl(const QString &name) const
{
    for (const SourceConfig &source : d->sources) {
        if (source.name == name && !source.publicUrl.isEmpty())
            return source.publicUrl;
    }
    const ListenerState &listener = d->health.listener;
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(listener.address.isEmpty() ? d->settings.ingest.address : listener.address);
    url.setPort(listener.port ? listener.port : d->settings.ingest.port);
    url.setPath("/hooks/"_L1 + name);
    return url.toString();
}

void Engine::fetchEvents(const EventQuery &query, QObject *context, std::function<void(const Result<EventPage> &)> done,
                         std::stop_token stop)
{
    d->readPage<EventPage>(query, context, &JournalReader::eventPage, std::move(done), std::move(stop));
}

void Engine::fetchQuarantine(const EventQuery &query, QObject *context,
                             std::function<void(const Result<QuarantinePage> &)> done, std::stop_token stop)
{
    d->readPage<QuarantinePage>(query, context, &JournalReader::quarantinePage, std::move(done), std::move(stop));
}

void Engine::fetchFields(QObject *context, std::function<void(const SeenFields &)> done)
{
    d->inPool<SeenFields>(
        d->readPool, context,
        [path = d->profile.journalPath()] {
            auto reader = JournalReader::open(path);
            return reader ? seenFields(**reader) : SeenFields();
        },
        std::move(done));
}

void Engine::fetchSamples(const SampleQuery &query, QObject *context,
                          std::function<void(const Result<SampledFields> &)> done, std::stop_token stop)
{
    d->inPool<Result<SampledFields>>(
        d->readPool, context,
        [path = d->profile.journalPath(), wasThere = d->health.journal.writable, query, stop = std::move(stop),
         end = d->readStop.get_token()]() -> Result<SampledFields> {
            auto reader = JournalReader::open(path, wasThere);
            if (!reader && reader.error().code == ErrorCode::NotFound && !wasThere)
                return SampledFields();
            if (!reader)
                return reader.error();
            const auto stopped = [&] { return stop.stop_requested() || end.stop_requested(); };
            (*reader)->stopWhen(stopped);
            return sampleFields(**reader, query, stopped);
        },
        std::move(done));
}

void Engine::painted(const QList<Trace> &traces, qint64 paintedNs)
{
    QList<Trace> complete = traces;
    for (Trace &trace : complete)
        trace.paintedNs = paintedNs;
    emit traced(complete);
}

const Health &Engine::health() const
{
    return d->health;
}

} // namespace hookboard
