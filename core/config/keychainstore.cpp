// The system keychain behind SecretStore, through QtKeychain. A job needs an event loop to finish and a store call
// blocks, so each job runs in a short-lived thread of its own with a loop of its own; a keychain that prompts and never
// answers is given up after a time-out and counts as unavailable.
#include "core/config/secretstore.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <qt6keychain/keychain.h>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTimeoutMs = 20'000; // long enough for a person to type the keyring's password

struct Outcome
{
    QKeychain::Error error = QKeychain::OtherError;
    QString text = u"the keychain did not answer"_s;
    QByteArray data;
};

// Runs one job to its end in its own thread. `Job` is ReadPasswordJob, WritePasswordJob or DeletePasswordJob.
template <typename Job, typename Prepare> Outcome runJob(const QString &service, const QString &key, Prepare prepare)
{
    Outcome outcome;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QEventLoop loop; // this thread's only loop, not a nested one
        auto *job = new Job(service);
        job->setKey(key);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job *done) {
            outcome.error = done->error();
            outcome.text = done->errorString();
            if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                outcome.data = static_cast<Job *>(done)->binaryData();
            loop.quit();
        });
        QTimer::singleShot(kTimeoutMs, &loop, &QEventLoop::quit);
        job->start();
        loop.exec();
    }));
    thread->start();
    thread->wait();
    return outcome;
}

class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(QString profileId)
        : m_profileId(std::move(profileId))
    {}

    Result<QList<Secret>> secrets(const QString &source) override
    {
        const Outcome outcome = runJob<QKeychain::ReadPasswordJob>(kService, key(source), [](auto &) {});
        if (outcome.error == QKeychain::EntryNotFound)
            return QList<Secret>{};
        if (outcome.error != QKeychain::NoError)
            return unavailable(outcome);
        QList<Secret> found;
        const QJsonArray list = QJsonDocument::fromJson(outcome.data).array();
        for (const QJsonValue &text : list)
            found.append(Secret(QByteArray::fromBase64(text.toString().toLatin1())));
        return found;
    }

    Status setSecrets(const QString &source, const QList<Secret> &secrets) override
    {
        Outcome outcome;
        if (secrets.isEmpty()) {
            outcome = runJob<QKeychain::DeletePasswordJob>(kService, key(source), [](auto &) {});
            if (outcome.error == QKeychain::EntryNotFound)
                return Done();
        } else {
            QJsonArray list;
            for (const Secret &secret : secrets)
                list.append(QString::fromLatin1(secret.reveal().toByteArray().toBase64()));
            const QByteArray data = QJsonDocument(list).toJson(QJsonDocument::Compact);
            outcome = runJob<QKeychain::WritePasswordJob>(kService, key(source),
                                                          [&data](auto &job) { job.setBinaryData(data); });
        }
        if (outcome.error != QKeychain::NoError)
            return unavailable(outcome);
        return Done();
    }

    QString kind() const override { return u"keychain"_s; }

private:
    static Error unavailable(const Outcome &outcome)
    {
        return Error{
            ErrorCode::SecretUnavailable,
            u"The system keychain cannot be used (%1). Unlock it, or make the profile with secrets in a file."_s.arg(
                outcome.text)};
    }
    QString key(const QString &source) const { return m_profileId + u'/' + source; }

    static inline const QString kService = u"hookboard"_s;
    QString m_profileId;
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainSecretStore(const QString &profileId)
{
    return std::make_unique<KeychainSecretStore>(profileId);
}

} // namespace hookboard
