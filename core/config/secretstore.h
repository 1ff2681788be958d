// SecretStore: where secrets live. Three kinds: the system keychain, one file with mode 0600, memory (tests, demo).
// Calls block and belong off the GUI thread; Engine calls them in the pool.
#pragma once

#include "core/types/result.h"
#include "core/types/secret.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>

namespace hookboard {

class SecretStore
{
public:
    virtual ~SecretStore() = default;
    // Secrets of a source, newest first; empty when the store works and has none. SecretUnavailable when it cannot be
    // read.
    virtual Result<QList<Secret>> secrets(const QString &source) = 0;
    virtual Status setSecrets(const QString &source, const QList<Secret> &secrets) = 0; // empty list removes
    virtual QString kind() const = 0;                                                   // "keychain", "file", "memory"
    // Whether a call may wait for somebody to type a password.
    virtual bool mayAsk() const { return false; }
    // From now on no call waits for long: the program is closing. Thread-safe.
    virtual void interrupt() {}
};

std::unique_ptr<SecretStore> makeMemorySecretStore();
// Refuses (SecretUnavailable) when others than the owner may read the file.
std::unique_ptr<SecretStore> makeFileSecretStore(const QString &path);
std::unique_ptr<SecretStore> makeKeychainSecretStore(const QString &profileId);

} // namespace hookboard
