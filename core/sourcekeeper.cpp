#include "core/sourcekeeper.h"

#include "core/types/sentence.h"

#include <algorithm>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kReadBudgetNs = 100'000'000;

// A source that was switched to no verification keeps its stored secrets and needs none of them.
bool needsSecrets(const SourceConfig &source)
{
    return source.secretCount > 0 && source.provider != "none"_L1;
}

} // namespace

SourceKeeper::SourceKeeper(const Profile &profile, const Clock &clock, std::shared_ptr<SecretStore> store,
                           QList<ProviderInfo> providers, QList<SourceConfig> sources)
    : m_profile(profile)
    , m_clock(clock)
    , m_store(std::move(store))
    , m_providers(std::move(providers))
    , m_sources(std::move(sources))
{
    noteState();
}

bool SourceKeeper::isUnread(const SourceConfig &source) const
{
    return needsSecrets(source) && !m_secrets.contains(source.name);
}

SecretAccess SourceKeeper::accessOf(const SourceConfig &source) const
{
    if (isUnread(source))
        return m_failure ? SecretAccess::Unavailable : SecretAccess::Reading;
    return needsSecrets(source) && m_secrets.value(source.name).isEmpty() ? SecretAccess::Missing : SecretAccess::Ready;
}

SecretStoreState::State SourceKeeper::state() const
{
    if (m_failure)
        return State::Unavailable;
    if (std::any_of(m_sources.begin(), m_sources.end(), [this](const auto &source) { return isUnread(source); }))
        return State::Reading;
    return m_asked ? State::Available : State::Unasked;
}

void SourceKeeper::noteState()
{
    if (m_stateSinceUs == 0 || m_state != state())
        m_stateSinceUs = m_clock.nowUs();
    m_state = state();
}

SourcesNow SourceKeeper::now() const
{
    SourcesNow now;
    now.store = {m_state, m_store->kind(), m_profile.secretsPath(), m_failure, m_stateSinceUs, 0};
    for (const SourceConfig &source : m_sources) {
        now.live.append({source, m_secrets.value(source.name), accessOf(source)});
        now.store.sourcesWithout += isUnread(source) ? 1 : 0;
    }
    return now;
}

Status SourceKeeper::heard(Status answer)
{
    if (answer) {
        m_failure.reset();
        m_asked = true;
    } else if (answer.error().code == ErrorCode::SecretUnavailable) {
        m_failure = answer.error();
    }
    return answer;
}

void SourceKeeper::readSome()
{
    const qint64 untilNs = m_clock.steadyNs() + kReadBudgetNs;
    for (const SourceConfig &source : std::as_const(m_sources)) {
        if (m_failure || m_clock.steadyNs() >= untilNs)
            break;
        if (!isUnread(source))
            continue;
        const Result<QList<Secret>> found = m_store->secrets(source.name);
        if (heard(found ? Status(Done()) : Status(found.error())))
            m_secrets.insert(source.name, *found);
        else
            m_failure = found.error(); // whatever its kind: nothing was read
    }
    noteState();
}

void SourceKeeper::readAll()
{
    do
        readSome();
    while (m_state == State::Reading);
}

void SourceKeeper::tryAgain()
{
    m_failure.reset();
    m_secrets.removeIf([](const auto &entry) { return entry.value().isEmpty(); }); // they may have been put there since
    noteState();
}

Status SourceKeeper::apply(const SourceEdit &edit)
{
    const Result<QList<SourceConfig>> changed = edited(m_sources, edit, m_providers);
    if (!changed)
        return changed.error();
    const auto known = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&](const auto &source) { return source.name == edit.source.name; });
    const Status outcome =
        edit.kind == SourceEdit::Kind::Remove ? remove(SourceConfig(*known), *changed) : store(edit, *changed);
    noteState();
    return outcome;
}

Status SourceKeeper::store(const SourceEdit &edit, const QList<SourceConfig> &changed)
{
    const QString &name = edit.source.name;
    const bool replaces = !edit.secrets.isEmpty();
    if (replaces) {
        if (Status kept = heard(m_store->setSecrets(name, edit.secrets)); !kept)
            return kept;
    }
    if (Status written = m_profile.writeSources(changed); !written) {
        // As it was, as far as that is known: an added source had none, an edited one those that were read.
        if (replaces && (edit.kind == SourceEdit::Kind::Add || m_secrets.contains(name))) {
            const Status back = m_store->setSecrets(name, m_secrets.value(name));
            Q_UNUSED(back) // the first error is the one to tell
        }
        return written;
    }
    m_sources = changed;
    if (replaces)
        m_secrets.insert(name, edit.secrets);
    return Done();
}

// The list first: a source that somebody wants gone must not stay because a keychain is locked.
Status SourceKeeper::remove(const SourceConfig &source, const QList<SourceConfig> &changed)
{
    if (Status written = m_profile.writeSources(changed); !written)
        return written;
    m_sources = changed;
    m_secrets.remove(source.name);
    if (source.secretCount == 0)
        return Done();
    // A store that is known to be unavailable is not waited for again.
    const Status deleted = m_failure ? Status(*m_failure) : heard(m_store->setSecrets(source.name, {}));
    if (deleted)
        return Done();
    return Error{ErrorCode::SecretUnavailable, Sentence::tr("The source %1 is removed; its stored secrets are not. %2")
                                                   .arg(source.name, deleted.error().message)};
}

Status SourceKeeper::copyToFile(SecretStore &file)
{
    for (auto it = m_secrets.cbegin(); it != m_secrets.cend(); ++it) {
        if (it->isEmpty())
            continue;
        if (Status kept = file.setSecrets(it.key(), *it); !kept)
            return kept;
    }
    return m_profile.chooseSecretStore(u"file"_s);
}

Status SourceKeeper::keepInFile()
{
    if (m_store->kind() == "file"_L1)
        return Done();
    readAll();
    std::shared_ptr<SecretStore> file = makeFileSecretStore(m_profile.secretsPath());
    if (Status copied = copyToFile(*file); !copied) {
        for (auto it = m_secrets.cbegin(); it != m_secrets.cend(); ++it) {
            const Status removed = file->setSecrets(it.key(), {}); // not chosen, so nothing may stay there
            Q_UNUSED(removed)
        }
        return copied;
    }
    const std::shared_ptr<SecretStore> left = std::exchange(m_store, file);
    // The first refusal ends it: a keychain that does not answer takes its time-out for each of them.
    Status removed = Done();
    for (auto it = m_secrets.cbegin(); it != m_secrets.cend() && removed; ++it)
        removed = left->setSecrets(it.key(), {});
    tryAgain();
    readAll();
    if (!removed) {
        return Error{ErrorCode::SecretUnavailable,
                     Sentence::tr("The secrets are kept in the file now, but copies stay in the keychain: %1")
                         .arg(removed.error().message)};
    }
    return Done();
}

} // namespace hookboard
