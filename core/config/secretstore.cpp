#include "core/config/secretstore.h"

#include "core/config/jsonfile.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSecretsFormat = 1;

class MemorySecretStore final : public SecretStore
{
public:
    Result<QList<Secret>> secrets(const QString &source) override { return m_secrets.value(source); }
    Status setSecrets(const QString &source, const QList<Secret> &secrets) override
    {
        m_secrets.insert(source, secrets);
        return Done();
    }
    QString kind() const override { return u"memory"_s; }

private:
    QHash<QString, QList<Secret>> m_secrets;
};

// {"format": 1, "secrets": {"<source>": ["<base64>", ...]}} with mode 0600. Base64, because a secret is bytes.
class FileSecretStore final : public SecretStore
{
public:
    explicit FileSecretStore(QString path)
        : m_path(std::move(path))
    {}

    Result<QList<Secret>> secrets(const QString &source) override
    {
        const Result<QJsonObject> file = read();
        if (!file)
            return file.error();
        QList<Secret> found;
        const QJsonArray list = file->value("secrets"_L1).toObject().value(source).toArray();
        for (const QJsonValue &text : list)
            found.append(Secret(QByteArray::fromBase64(text.toString().toLatin1())));
        return found;
    }

    Status setSecrets(const QString &source, const QList<Secret> &secrets) override
    {
        Result<QJsonObject> file = read();
        if (!file)
            return file.error();
        QJsonArray list;
        for (const Secret &secret : secrets)
            list.append(QString::fromLatin1(secret.reveal().toByteArray().toBase64()));
        QJsonObject all = file->value("secrets"_L1).toObject();
        if (list.isEmpty())
            all.remove(source);
        else
            all.insert(source, list);
        file->insert("secrets"_L1, all);
        return write(*file);
    }

    QString kind() const override { return u"file"_s; }

private:
    Result<QJsonObject> read() const
    {
        const QFileInfo info(m_path);
        if (!info.exists())
            return QJsonObject{};
        if (const auto others = info.permissions() & kOthers; others) {
            return Error{
                ErrorCode::SecretUnavailable,
                u"%1 can be read by other users, so its secrets are not used. Make it private (chmod 600)."_s.arg(
                    m_path)};
        }
        Result<QJsonObject> file = readJsonFile(m_path, kSecretsFormat);
        if (!file)
            return Error{ErrorCode::SecretUnavailable, file.error().message};
        return file;
    }

    Status write(const QJsonObject &object) const
    {
        // The file exists with its mode before the first secret is in it: QSaveFile takes over the mode of what it
        // replaces, so no moment is left in which others could read.
        if (!QFileInfo::exists(m_path)) {
            QFile file(m_path);
            if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
                return Error{ErrorCode::Io, u"%1 cannot be written: %2."_s.arg(m_path, file.errorString())};
        }
        return writeJsonFile(m_path, object, kSecretsFormat);
    }

    static constexpr QFile::Permissions kOthers =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QString m_path;
};

} // namespace

std::unique_ptr<SecretStore> makeMemorySecretStore()
{
    return std::make_unique<MemorySecretStore>();
}

std::unique_ptr<SecretStore> makeFileSecretStore(const QString &path)
{
    return std::make_unique<FileSecretStore>(path);
}

} // namespace hookboard
