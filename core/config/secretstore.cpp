#include "core/config/secretstore.h"

#include "core/config/jsonfile.h"
#include "core/config/privatefile.h"

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
        const Result<QByteArray> bytes = readPrivateFile(m_path, kMaxBytes);
        if (!bytes)
            return bytes.error().code == ErrorCode::NotFound ? Result<QJsonObject>(QJsonObject{}) : bytes.error();
        Result<QJsonObject> file = parseJson(*bytes, kSecretsFormat, m_path);
        if (!file)
            return Error{ErrorCode::SecretUnavailable, file.error().message};
        return file;
    }

    Status write(QJsonObject object) const
    {
        object.insert("format"_L1, kSecretsFormat);
        return writePrivateFile(m_path, toStableJson(object));
    }

    static constexpr qint64 kMaxBytes = 16 * 1024 * 1024;
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
