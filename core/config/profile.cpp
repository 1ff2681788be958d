#include "core/config/profile.h"

#include "core/config/boardfile.h"
#include "core/config/jsonfile.h"
#include "core/types/sentence.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QUuid>

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

// The address of a local socket has 108 bytes at most, on some systems 104, and Qt makes it under a longer name first.
[[maybe_unused]] bool isShortEnough(const QString &path)
{
    return QFile::encodeName(path).size() <= 90;
}

Status makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Done(); // who may look into it was decided by whoever made it
    if (!QDir().mkpath(path))
        return Error{ErrorCode::Io,
                     Sentence::tr("The folder %1 cannot be made. Check that its parent may be written.").arg(path)};
    QFile::setPermissions(path, kOwnerOnly); // payloads are customers' data
    return Done();
}

} // namespace

Profile::Profile(const QString &directory)
{
    if (directory.isEmpty()) {
        m_configDirectory = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/hookboard"_L1;
        m_dataDirectory = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/hookboard"_L1;
    } else {
        m_configDirectory = QDir(directory).absolutePath();
        m_dataDirectory = m_configDirectory;
    }
}

Profile::~Profile() = default;
Profile::Profile(Profile &&) noexcept = default;
Profile &Profile::operator=(Profile &&) noexcept = default;

bool Profile::exists() const
{
    return QFileInfo::exists(m_configDirectory + "/settings.json"_L1);
}

Status Profile::create(const QString &secrets)
{
    for (const QString &folder : {m_configDirectory, m_dataDirectory, boardsDirectory()}) {
        if (Status made = makeFolder(folder); !made)
            return made;
    }
    if (!exists()) {
        Settings settings;
        settings.secretStore = secrets;
        settings.profileId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (Status written = writeSettings(settings); !written)
            return written;
    }
    if (!QFileInfo::exists(m_configDirectory + "/sources.json"_L1))
        return writeSources({});
    return Done();
}

Status Profile::lock()
{
    auto lock = std::make_unique<QLockFile>(m_dataDirectory + "/hookboard.lock"_L1);
    lock->setStaleLockTime(0); // held for as long as the process lives; a dead process is noticed by its id
    if (lock->tryLock(0)) {
        m_lock = std::move(lock);
        return Done();
    }
    if (lock->error() == QLockFile::PermissionError)
        return Error{ErrorCode::Io, Sentence::tr("The profile folder %1 cannot be written.").arg(m_dataDirectory)};
    qint64 pid = 0;
    QString host;
    QString application;
    lock->getLockInfo(&pid, &host, &application);
    return Error{ErrorCode::AlreadyRunning,
                 Sentence::tr("The profile %1 is in use by %2 (process %3). Close it first, or use another profile.")
                     .arg(m_configDirectory, application.isEmpty() ? Sentence::tr("another process") : application,
                          QString::number(pid))};
}

QString Profile::configDirectory() const
{
    return m_configDirectory;
}

QString Profile::journalPath() const
{
    return m_dataDirectory + "/journal.sqlite"_L1;
}

QString Profile::boardsDirectory() const
{
    return m_configDirectory + "/boards"_L1;
}

QString Profile::socketName() const
{
    const QByteArray digest = QCryptographicHash::hash(m_configDirectory.toUtf8(), QCryptographicHash::Sha256);
    const QString name = u"hookboard-"_s + QString::fromLatin1(digest.toHex().left(24));
#ifndef Q_OS_WIN
    const QString inProfile = m_configDirectory + "/window.socket"_L1;
    if (isShortEnough(inProfile))
        return inProfile;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(runtime) && isShortEnough(runtime + u'/' + name))
        return runtime + u'/' + name;
#endif
    return name;
}

Result<QList<SourceConfig>> Profile::readSources() const
{
    const Result<QJsonObject> file = readJsonFile(m_configDirectory + "/sources.json"_L1, kSourcesFormat);
    if (!file)
        return file.error().code == ErrorCode::NotFound ? Result<QList<SourceConfig>>(QList<SourceConfig>{})
                                                        : file.error();
    return sourcesFromJson(*file);
}

Status Profile::writeSources(const QList<SourceConfig> &sources) const
{
    const QString path = m_configDirectory + "/sources.json"_L1;
    const Result<QJsonObject> present = readJsonFile(path, kSourcesFormat);
    if (!present && present.error().code != ErrorCode::NotFound)
        return present.error(); // somebody's work that a new list would wipe out
    return writeJsonFile(path, sourcesToJson(sources, present ? *present : QJsonObject()), kSourcesFormat);
}

Result<Settings> Profile::readSettings() const
{
    const Result<QJsonObject> file = readJsonFile(m_configDirectory + "/settings.json"_L1, kSettingsFormat);
    if (!file)
        return file.error();
    return settingsFromJson(*file);
}

Status Profile::writeSettings(const Settings &settings) const
{
    return writeJsonFile(m_configDirectory + "/settings.json"_L1, settingsToJson(settings), kSettingsFormat);
}

QList<BoardSpec> Profile::readBoards(QStringList *problems) const
{
    QList<BoardSpec> boards;
    const QStringList names = QDir(boardsDirectory()).entryList({u"*.board.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        Result<BoardSpec> board = readBoardFile(boardsDirectory() + u'/' + name);
        if (board)
            boards.append(*board);
        else if (problems)
            problems->append(board.error().message);
    }
    std::stable_sort(boards.begin(), boards.end(),
                     [](const BoardSpec &a, const BoardSpec &b) { return a.title.localeAwareCompare(b.title) < 0; });
    return boards;
}

QString Profile::boardPath(const QString &id) const
{
    return boardsDirectory() + u'/' + id + ".board.json"_L1;
}

Result<std::unique_ptr<SecretStore>> Profile::openSecretStore() const
{
    const Result<Settings> settings = readSettings();
    if (!settings)
        return settings.error();
    if (settings->secretStore == "memory"_L1)
        return makeMemorySecretStore();
    if (settings->secretStore == "file"_L1)
        return makeFileSecretStore(secretsPath());
    return makeKeychainSecretStore(settings->profileId);
}

QString Profile::secretsPath() const
{
    return m_configDirectory + "/secrets.json"_L1;
}

Status Profile::chooseSecretStore(const QString &kind) const
{
    Result<Settings> settings = readSettings();
    if (!settings)
        return settings.error();
    settings->secretStore = kind;
    return writeSettings(*settings);
}

} // namespace hookboard
