// SourceKeeper: the sources of the profile with their secrets, and the one place that changes both: sources.json and
// the secret store. Every call blocks (disk, keychain), so it lives in the engine's config pool: one thread, calls in
// order, each building on what the one before left. Secrets are read once and kept as long as this lives.
#pragma once

#include "core/config/profile.h"
#include "core/config/sourceedit.h"
#include "core/types/clock.h"
#include "core/types/health.h"

#include <QtCore/QHash>

#include <memory>

namespace hookboard {

// What the keeper holds, as a value for the other threads.
struct SourcesNow
{
    QList<SourceWithSecrets> live;
    SecretStoreState store;
};

class SourceKeeper
{
public:
    // Profile and clock outlive this. `sources` is the content of sources.json; no secret has been read yet.
    SourceKeeper(const Profile &profile, const Clock &clock, std::shared_ptr<SecretStore> store,
                 QList<ProviderInfo> providers, QList<SourceConfig> sources);

    SourcesNow now() const;

    // Secrets into the store, then the list into the file. An error leaves both as they were, with one exception: a
    // source is also removed when its secrets cannot be deleted; SecretUnavailable then says that they stay behind.
    Status apply(const SourceEdit &edit);

    // Reads secrets that have not been read, for about a tenth of a second or one slow answer: changes get in between.
    // The first failure ends the reading of all, until tryAgain() or a change that the store takes.
    void readSome();
    void readAll();
    bool storeMayAsk() const { return m_store->mayAsk(); }
    void tryAgain();

    // From now on the secrets of this profile are kept in its file. What has been read or can be read moves there; a
    // source whose secrets cannot be read needs them entered again.
    Status keepInFile();

private:
    using State = SecretStoreState::State;

    bool isUnread(const SourceConfig &source) const;
    SecretAccess accessOf(const SourceConfig &source) const;
    State state() const;
    Status heard(Status answer); // of the store: good news ends its being unavailable, bad news begins it
    void noteState();
    Status store(const SourceEdit &edit, const QList<SourceConfig> &changed);
    Status remove(const SourceConfig &source, const QList<SourceConfig> &changed);
    Status copyToFile(SecretStore &file);

    const Profile &m_profile;
    const Clock &m_clock;
    std::shared_ptr<SecretStore> m_store;
    const QList<ProviderInfo> m_providers;
    QList<SourceConfig> m_sources;
    QHash<QString, QList<Secret>> m_secrets; // by source, once read; an empty list: the store has none
    std::optional<Error> m_failure;          // the store's last answer, when it was a bad one
    bool m_asked = false;                    // the store has given a good answer
    State m_state = State::Unasked;
    qint64 m_stateSinceUs = 0;
};

} // namespace hookboard
