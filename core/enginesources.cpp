// The part of Engine that has to do with sources and secrets. All work happens in the config pool, on the keeper's own
// list; what comes back is a value, and this thread's list is the one that was applied last.
#include "core/engineparts.h"

#include "core/types/sentence.h"

#include <QtCore/QUrl>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

// The listener waits for a secret store that answers by itself; not for a keychain, which may ask its user first.
void Engine::Private::loadSourcesAndListen(Engine *engine)
{
    inPool<SourcesNow>(
        configPool, engine,
        [keeper = keeper.get()] {
            if (!keeper->storeMayAsk())
                keeper->readAll();
            return keeper->now();
        },
        [this, engine](const SourcesNow &now) {
            applySources(engine, now);
            if (isRunning())
                engine->listenOn(settings.ingest.address, settings.ingest.port);
        });
}

void Engine::Private::applySources(Engine *engine, const SourcesNow &now)
{
    const QList<SourceConfig> before = std::exchange(sources, {});
    for (const SourceWithSecrets &source : now.live)
        sources.append(source.config);
    health.secretStore = now.store;
    if (!isRunning())
        return;
    QMetaObject::invokeMethod(
        ingest, [ingest = ingest, live = now.live] { ingest->setSources(live); }, Qt::QueuedConnection);
    if (sources != before)
        emit engine->sourcesChanged();
    emit engine->healthChanged(health);
    if (now.store.state == SecretStoreState::State::Reading)
        readSecrets(engine);
}

// A few at a time, so that what is read goes live and a change need not wait for all of them.
void Engine::Private::readSecrets(Engine *engine)
{
    if (std::exchange(readingSecrets, true))
        return;
    inPool<SourcesNow>(
        configPool, engine,
        [keeper = keeper.get()] {
            keeper->readSome();
            return keeper->now();
        },
        [this, engine](const SourcesNow &now) {
            readingSecrets = false;
            applySources(engine, now);
        });
}

void Engine::Private::inKeeper(Engine *engine, std::function<Status(SourceKeeper &)> work, QObject *context,
                               Callback callback)
{
    struct Outcome
    {
        Status status;
        SourcesNow now;
    };
    inPool<Outcome>(
        configPool, engine,
        [keeper = keeper.get(), work = std::move(work)] { // the engine waits for its pools before it lets go of it
            Status status = work(*keeper);
            return Outcome{std::move(status), keeper->now()};
        },
        [this, engine, guard = QPointer<QObject>(context), callback = std::move(callback)](const Outcome &outcome) {
            applySources(engine, outcome.now);
            if (guard)
                callback(outcome.status);
        });
}

void Engine::addSource(const SourceConfig &source, const QList<Secret> &secrets, QObject *context, Callback callback)
{
    const SourceEdit edit{SourceEdit::Kind::Add, source, secrets};
    d->inKeeper(
        this, [edit](SourceKeeper &keeper) { return keeper.apply(edit); }, context, std::move(callback));
}

void Engine::updateSource(const SourceConfig &source, const QList<Secret> &secrets, QObject *context, Callback callback)
{
    const SourceEdit edit{SourceEdit::Kind::Update, source, secrets};
    d->inKeeper(
        this, [edit](SourceKeeper &keeper) { return keeper.apply(edit); }, context, std::move(callback));
}

void Engine::removeSource(const QString &name, QObject *context, Callback callback)
{
    SourceEdit edit{SourceEdit::Kind::Remove, {}, {}};
    edit.source.name = name;
    d->inKeeper(
        this, [edit](SourceKeeper &keeper) { return keeper.apply(edit); }, context, std::move(callback));
}

void Engine::readSecretsAgain()
{
    d->inKeeper(
        this,
        [](SourceKeeper &keeper) {
            keeper.tryAgain();
            return Status(Done());
        },
        this, [](const Status &) {});
}

void Engine::keepSecretsInFile(QObject *context, Callback callback)
{
    d->inKeeper(
        this, [](SourceKeeper &keeper) { return keeper.keepInFile(); }, context, std::move(callback));
}

void Engine::simulate(const QString &source, QObject *context, Callback done)
{
    if (!d->isRunning() || !d->health.listener.listening) {
        done({ErrorCode::Io, Sentence::tr("Nothing can be sent: the listener does not listen.")});
        return;
    }
    QUrl url;
    url.setScheme(u"http"_s);
    const QString &address = d->health.listener.address;
    const bool any = address == "0.0.0.0"_L1 || address == "::"_L1; // every address of this computer is one to receive
    url.setHost(any ? u"127.0.0.1"_s : address);
    url.setPort(d->health.listener.port);
    url.setPath("/hooks/"_L1 + source);
    d->inPool<Result<SignedRequest>>(
        d->configPool, context,
        [d = d.get(), source, index = d->simulated++]() -> Result<SignedRequest> {
            const QList<SourceWithSecrets> live = d->keeper->now().live;
            for (const SourceWithSecrets &known : live) {
                if (known.config.name == source)
                    return simulatedRequest(d->templates, known, index, d->clock);
            }
            return {ErrorCode::NotFound, Sentence::tr("There is no source %1.").arg(source)};
        },
        [d = d.get(), url, guard = QPointer<QObject>(context),
         done = std::move(done)](const Result<SignedRequest> &request) {
            if (!request) {
                done(request.error());
                return;
            }
            if (!d->simulator)
                d->simulator = std::make_unique<Simulator>();
            d->simulator->post(url, *request, [guard, done](const Status &answered) {
                if (guard)
                    done(answered);
            });
        });
}

ProviderSamples Engine::samples(const QString &provider)
{
    return samplesOf(provider);
}

// Where secrets are kept is not the caller's to say: that choice moves them along, and may be under way.
void Engine::saveSettings(const Settings &settings, QObject *context, Callback callback)
{
    d->inPool<Status>(
        d->configPool, context,
        [&profile = d->profile, settings]() -> Status { // the caller's, which outlives the engine
            const Result<Settings> stored = profile.readSettings();
            if (!stored)
                return stored.error();
            Settings saved = settings;
            saved.secretStore = stored->secretStore;
            saved.profileId = stored->profileId;
            return profile.writeSettings(saved);
        },
        std::move(callback));
}

} // namespace hookboard
