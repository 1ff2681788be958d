#include "app/ctl/console.h"
#include "app/ctl/nearname.h"
#include "app/ctl/options.h"
#include "core/config/sourceedit.h"
#include "core/engine.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QList<Secret>> readSecrets(const QStringList &files)
{
    QList<Secret> secrets;
    for (const QString &file : files) {
        Result<QByteArray> text = readInput(file);
        if (!text)
            return text.error();
        if (text->endsWith('\n'))
            text->chop(text->endsWith("\r\n") ? 2 : 1);
        if (text->isEmpty())
            return Error{ErrorCode::InvalidArgument, u"The secret file %1 is empty."_s.arg(file)};
        secrets.append(Secret(*text));
    }
    return secrets;
}

// A provider that nobody knows is mostly mistyped.
Error withNearProviders(Error error, const QString &key, const QList<ProviderInfo> &providers)
{
    QStringList keys;
    for (const ProviderInfo &info : providers)
        keys.append(info.key);
    if (!keys.contains(key))
        error.message += u' ' + nearNamesSentence(key, keys);
    return error;
}

Result<Profile> lockedProfile(const Invocation &invocation)
{
    Result<Profile> profile = existingProfile(invocation);
    if (!profile)
        return profile;
    if (const Status locked = profile->lock(); !locked)
        return locked.error();
    return profile;
}

Error withAdvice(const Error &error, const SecretStore &store)
{
    if (error.code != ErrorCode::SecretUnavailable || store.kind() != "keychain"_L1)
        return error;
    return Error{error.code, error.message + u" Unlock it, or make a profile with: init --secrets file."_s};
}

Outcome storeSource(const Profile &profile, const SourceConfig &source, const QList<Secret> &secrets)
{
    const Result<QList<SourceConfig>> sources = profile.readSources();
    if (!sources)
        return sources.error();
    const auto changed = edited(*sources, {SourceEdit::Kind::Add, source, secrets}, Engine::providers());
    if (!changed) // the source is a good one, but not for this list: no wrong usage
        return Error{ErrorCode::Cancelled, changed.error().message};
    const Result<std::unique_ptr<SecretStore>> store = profile.openSecretStore();
    if (!store)
        return store.error();
    if (!secrets.isEmpty()) {
        if (const Status kept = (*store)->setSecrets(source.name, secrets); !kept)
            return withAdvice(kept.error(), **store);
    }
    if (const Status written = profile.writeSources(*changed); !written) {
        const Status removed = (*store)->setSecrets(source.name, {}); // the first error is the one to tell
        Q_UNUSED(removed)
        return written.error();
    }
    printLine("Added the source " + source.name.toUtf8() + " at /hooks/" + source.name.toUtf8() + '.');
    return 0;
}

Outcome addSource(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(
        invocation, {valueOption(u"provider"_s), valueOption(u"secret-file"_s), valueOption(u"public-url"_s)}, 1);
    if (!options)
        return options.error();
    SourceConfig source;
    source.name = options->positional().value(0);
    const Result<QString> provider = options->required(u"provider"_s);
    if (!provider)
        return provider.error();
    source.provider = *provider;
    source.publicUrl = options->text(u"public-url"_s);
    const Result<QList<Secret>> secrets = readSecrets(options->texts(u"secret-file"_s));
    if (!secrets)
        return secrets.error();
    source.secretCount = static_cast<int>(secrets->size());
    const QList<ProviderInfo> providers = Engine::providers();
    if (const Status fits = checkedSource(source, providers); !fits)
        return withNearProviders(fits.error(), source.provider, providers);
    const Result<Profile> profile = lockedProfile(options->invocation());
    if (!profile)
        return profile.error();
    return storeSource(*profile, source, *secrets);
}

void printSource(const SourceConfig &source, bool json)
{
    if (json) {
        printJsonLine({{"name"_L1, source.name},
                       {"provider"_L1, source.provider},
                       {"path"_L1, u"/hooks/"_s + source.name},
                       {"publicUrl"_L1, source.publicUrl},
                       {"secrets"_L1, source.secretCount},
                       {"maxBody"_L1, source.maxBodyBytes}});
        return;
    }
    const QString secrets = source.secretCount == 1 ? u"1 secret"_s : u"%1 secrets"_s.arg(source.secretCount);
    const QString line =
        u"%1  %2  %3  /hooks/%4  %5"_s.arg(source.name.leftJustified(20), source.provider.leftJustified(20),
                                           secrets.leftJustified(10), source.name, source.publicUrl);
    printLine(line.trimmed().toUtf8());
}

Outcome listSources(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(invocation, {flagOption(u"json"_s)});
    if (!options)
        return options.error();
    const Result<Profile> profile = existingProfile(options->invocation());
    if (!profile)
        return profile.error();
    const Result<QList<SourceConfig>> sources = profile->readSources();
    if (!sources)
        return sources.error();
    for (const SourceConfig &source : *sources)
        printSource(source, options->has(u"json"_s));
    return 0;
}

Outcome removeSource(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(invocation, {}, 1);
    if (!options)
        return options.error();
    const QString name = options->positional().value(0);
    if (name.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"the name of the source is missing."_s};
    const Result<Profile> profile = lockedProfile(options->invocation());
    if (!profile)
        return profile.error();
    Result<QList<SourceConfig>> sources = profile->readSources();
    if (!sources)
        return sources.error();
    const auto found =
        std::find_if(sources->begin(), sources->end(), [&](const SourceConfig &source) { return source.name == name; });
    if (found == sources->end())
        return Error{ErrorCode::NotFound, u"There is no source %1."_s.arg(name)};
    const bool hadSecrets = found->secretCount > 0;
    sources->erase(found);
    if (const Status written = profile->writeSources(*sources); !written)
        return written.error();
    const Result<std::unique_ptr<SecretStore>> store = profile->openSecretStore();
    if (!store)
        return store.error();
    if (hadSecrets) {
        if (const Status removed = (*store)->setSecrets(name, {}); !removed) {
            return Error{removed.error().code, u"The source %1 is removed; its stored secrets are not. %2"_s.arg(
                                                   name, removed.error().message)};
        }
    }
    printLine("Removed the source " + name.toUtf8() + ". Its stored events stay.");
    return 0;
}

} // namespace

Outcome runSource(const Invocation &invocation)
{
    const QString verb = invocation.arguments.value(0);
    const Invocation rest{invocation.profileDirectory, invocation.arguments.mid(1)};
    if (verb == "add"_L1)
        return addSource(rest);
    if (verb == "list"_L1)
        return listSources(rest);
    if (verb == "remove"_L1)
        return removeSource(rest);
    return Error{ErrorCode::InvalidArgument, u"source is followed by add, list or remove."_s};
}

} // namespace hookboard
