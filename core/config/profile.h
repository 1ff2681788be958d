// Profile: the folder of text files that is one user's Hookboard, the lock that gives it to one process, and what is in
// it. `--profile DIR` puts everything into DIR; the default uses the XDG config and data folders.
#pragma once

#include "core/config/secretstore.h"
#include "core/config/settings.h"
#include "core/config/sourcesfile.h"
#include "core/types/result.h"
#include "core/types/source.h"
#include "core/types/tilespec.h"

#include <memory>
#include <optional>

class QLockFile;

namespace hookboard {

class Profile
{
public:
    // Where things are; touches nothing. Empty directory = the user's own profile.
    explicit Profile(const QString &directory = {});
    ~Profile();
    Profile(Profile &&) noexcept;
    Profile &operator=(Profile &&) noexcept;

    bool exists() const;
    // Makes the folders and files that are missing. `secrets`: "keychain", "file" or "memory".
    Status create(const QString &secrets);
    // Takes the profile for this process; AlreadyRunning names the process that has it. A lock whose process died is
    // taken over.
    Status lock();

    QString configDirectory() const;
    QString journalPath() const;
    QString boardsDirectory() const;
    // For the one-instance hand-shake. Where sockets are files, in a folder that is the user's own: in one that all
    // share, another user could be there first and answer.
    QString socketName() const;

    Result<QList<SourceConfig>> readSources() const;
    // Keeps what else is in the file; one that cannot be read is left as it is, with its error.
    Status writeSources(const QList<SourceConfig> &sources) const;
    Result<Settings> readSettings() const;
    Status writeSettings(const Settings &settings) const;
    // All boards, by title. A file that cannot be read stays as it is and is told of in `problems`.
    QList<BoardSpec> readBoards(QStringList *problems) const;
    QString boardPath(const QString &id) const;
    // The store that settings.json names.
    Result<std::unique_ptr<SecretStore>> openSecretStore() const;
    QString secretsPath() const; // of the file store
    // Stores the choice in settings.json; moves no secret. "keychain", "file" or "memory".
    Status chooseSecretStore(const QString &kind) const;

private:
    QString m_configDirectory;
    QString m_dataDirectory;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace hookboard
