// The part of Engine that changes sources: secrets into the store, names into sources.json, both into the listener.
// All of it blocks (keychain, disk), so it runs in the config pool; results come back to the engine's thread.
#include "core/engineparts.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

using LiveSources = QList<SourceWithSecrets>;

// A source whose secrets cannot be read stays in the list without any: the verifier refuses its deliveries with 503.
LiveSources withSecrets(const QList<SourceConfig> &configs, SecretStore *store)
{
    LiveSources live;
    for (const SourceConfig &config : configs) {
        SourceWithSecrets source{config, {}};
        if (store && config.secretCount > 0) {
            if (Result<QList<Secret>> found = store->secrets(config.name))
                source.secrets = *found;
        }
        live.append(source);
    }
    return live;
}

Status validated(const TemplateRegistry &templates, const SourceConfig &source, int secretCount)
{
    if (Status name = validateSourceName(source.name); !name)
        return name;
    const QList<ProviderInfo> known = templates.providers();
    const auto provider =
        std::find_if(known.begin(), known.end(), [&](const ProviderInfo &info) { return info.key == source.provider; });
    if (provider == known.end())
        return Error{ErrorCode::InvalidArgument, u"There is no provider named %1."_s.arg(source.provider)};
    if (provider->needsSecret && secretCount == 0)
        return Error{ErrorCode::InvalidArgument,
                     u"%1 signs its deliveries: enter its secret."_s.arg(provider->displayName)};
    if (provider->signsUrl && source.publicUrl.isEmpty()) {
        return Error{ErrorCode::InvalidArgument,
                     u"%1 signs the address: enter the public URL exactly as it is registered there."_s.arg(
                         provider->displayName)};
    }
    return Done();
}

} // namespace

// Opened once: a keychain may ask its user, and the memory store is what it holds.
Result<std::shared_ptr<SecretStore>> Engine::Private::secretStore()
{
    if (!openedStore) {
        Result<std::unique_ptr<SecretStore>> opened = profile.openSecretStore();
        if (!opened)
            return opened.error();
        openedStore = std::move(*opened);
    }
    return openedStore;
}

void Engine::Private::loadSecretsAndListen(Engine *engine)
{
    struct Loaded
    {
        LiveSources live;
        QList<SourceStatistics> history;
    };
    inPool<Loaded>(
        configPool, engine,
        [this, configs = sources] {
            const auto store = secretStore();
            Loaded loaded{withSecrets(configs, store ? store->get() : nullptr), {}};
            if (auto reader = JournalReader::open(profile.journalPath())) {
                if (auto history = (*reader)->sourceStatistics())
                    loaded.history = *history;
            }
            return loaded;
        },
        [this, engine](const Loaded &loaded) {
            applySources(engine, sources, loaded.live);
            if (!isRunning())
                return;
            QMetaObject::invokeMethod(
                ingest, [ingest = ingest, history = loaded.history] { ingest->setHistory(history); },
                Qt::QueuedConnection);
            engine->listenOn(settings.ingest.address, settings.ingest.port);
        });
}

void Engine::Private::applySources(Engine *engine, const QList<SourceConfig> &configs, const LiveSources &live)
{
    sources = configs;
    if (!isRunning())
        return;
    QMetaObject::invokeMethod(
        ingest, [ingest = ingest, live] { ingest->setSources(live); }, Qt::QueuedConnection);
    emit engine->sourcesChanged();
}

void Engine::Private::changeSources(Engine *engine, const QList<SourceConfig> &changed, const QString &name,
                                    std::optional<QList<Secret>> secrets, QObject *context, Callback callback)
{
    using Outcome = Result<LiveSources>;
    const QPointer<QObject> guard(context);
    inPool<Outcome>(
        configPool, engine,
        [this, changed, name, secrets]() -> Outcome {
            const auto store = secretStore();
            if (!store)
                return store.error();
            if (secrets) {
                if (Status kept = (*store)->setSecrets(name, *secrets); !kept)
                    return kept.error();
            }
            if (Status written = profile.writeSources(changed); !written)
                return written.error();
            return withSecrets(changed, store->get());
        },
        [this, engine, changed, guard, callback = std::move(callback)](const Outcome &outcome) {
            if (outcome)
                applySources(engine, changed, *outcome);
            else if (const auto onDisk = profile.readSources())
                sources = *onDisk; // what was not saved is not so
            if (guard)
                callback(outcome ? Status(Done()) : Status(outcome.error()));
        });
}

void Engine::addSource(const SourceConfig &source, const QList<Secret> &secrets, QObject *context, Callback callback)
{
    Status valid = validated(d->templates, source, int(secrets.size()));
    const bool taken = std::any_of(d->sources.begin(), d->sources.end(),
                                   [&](const SourceConfig &known) { return known.name == source.name; });
    if (valid && taken)
        valid = Error{ErrorCode::InvalidArgument, u"There is a source named %1 already."_s.arg(source.name)};
    if (!valid) {
        callback(valid);
        return;
    }
    SourceConfig added = source;
    added.secretCount = int(secrets.size());
    QList<SourceConfig> changed = d->sources;
    changed.append(added);
    d->sources = changed; // at once, so that a second change builds on this one
    d->changeSources(this, changed, source.name, secrets, context, std::move(callback));
}

void Engine::updateSource(const SourceConfig &source, const QList<Secret> &secrets, QObject *context, Callback callback)
{
    const auto known = std::find_if(d->sources.begin(), d->sources.end(),
                                    [&](const SourceConfig &other) { return other.name == source.name; });
    if (known == d->sources.end()) {
        callback(Error{ErrorCode::NotFound, u"There is no source named %1."_s.arg(source.name)});
        return;
    }
    SourceConfig updated = source;
    updated.secretCount = secrets.isEmpty() ? known->secretCount : int(secrets.size());
    if (Status valid = validated(d->templates, updated, updated.secretCount); !valid) {
        callback(valid);
        return;
    }
    QList<SourceConfig> changed = d->sources;
    changed[known - d->sources.begin()] = updated;
    d->sources = changed;
    d->changeSources(this, changed, source.name, secrets.isEmpty() ? std::nullopt : std::optional(secrets), context,
                     std::move(callback));
}

void Engine::removeSource(const QString &name, QObject *context, Callback callback)
{
    QList<SourceConfig> changed = d->sources;
    if (changed.removeIf([&](const SourceConfig &source) { return source.name == name; }) == 0) {
        callback(Error{ErrorCode::NotFound, u"There is no source named %1."_s.arg(name)});
        return;
    }
    d->sources = changed;
    d->changeSources(this, changed, name, QList<Secret>{}, context, std::move(callback));
}

} // namespace hookboard
