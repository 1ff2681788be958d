// The system keychain behind SecretStore, through QtKeychain. A job needs an event loop to finish and a store call
// blocks, so each job runs in a short-lived thread of its own with a loop of its own; a keychain that prompts and never
// answers is given up after a time-out and counts as unavailable. So does one that answers "no such entry" to
// everything because there is no keyring behind it: before an entry counts as missing, a canary has to come back.
#include "core/config/secretstore.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <qt6keychain/keychain.h>

#include <atomic>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTimeoutMs = 20'000;  // long enough for a person to type the keyring's password
constexpr int kInterruptedMs = 500; // enough for a keychain that asks nobody
constexpr int kPollMs = 50;

const QString kService = u"hookboard"_s;
const QByteArray kCanary = "canary"_ba;

struct Outcome
{
    std::optional<QKeychain::Error> error; // nothing: the keychain did not answer in time
    QString text;
    QByteArray data;
};

// Runs one job to its end in its own thread. `Job` is ReadPasswordJob, WritePasswordJob or DeletePasswordJob.
template <typename Job, typename Prepare>
Outcome runJob(const QString &key, const std::atomic<bool> &interrupted, Prepare prepare)
{
    Outcome outcome;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QEventLoop loop; // this thread's only loop, not a nested one
        // Deletes itself when it finishes. One that never does is left behind: the keychain's answer may still be on
        // its way to it.
        auto *job = new Job(kService);
        job->setKey(key);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job *done) {
            outcome.error = done->error();
            outcome.text = done->errorString();
            if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                outcome.data = static_cast<Job *>(done)->binaryData();
            loop.quit();
        });
        QElapsedTimer waiting;
        waiting.start();
        QTimer patience;
        QObject::connect(&patience, &QTimer::timeout, &loop, [&] {
            if (waiting.elapsed() >= (interrupted.load(std::memory_order_relaxed) ? kInterruptedMs : kTimeoutMs))
                loop.quit();
        });
        patience.start(kPollMs);
        job->start();
        loop.exec();
    }));
    thread->start();
    thread->wait();
    return outcome;
}

QString whyUnavailable(const Outcome &outcome)
{
    if (!outcome.error)
        return u"The system keychain did not answer; it may be waiting for its password."_s;
    switch (*outcome.error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return u"The system keychain is locked, or access to it was refused."_s;
    case QKeychain::EntryNotFound:
        return u"There is no system keychain that keeps anything."_s;
    default:
        return u"There is no system keychain to use (%1)."_s.arg(outcome.text);
    }
}

class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(QString profileId)
        : m_profileId(std::move(profileId))
    {}

    Result<QList<Secret>> secrets(const QString &source) override
    {
        const Outcome outcome = read(key(source));
        if (outcome.error == QKeychain::EntryNotFound) {
            const Status usable = probe();
            return usable ? Result<QList<Secret>>(QList<Secret>{}) : usable.error();
        }
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
        if (secrets.isEmpty())
            return remove(source);
        QJsonArray list;
        for (const Secret &secret : secrets)
            list.append(QString::fromLatin1(secret.reveal().toByteArray().toBase64()));
        return written(key(source), QJsonDocument(list).toJson(QJsonDocument::Compact));
    }

    QString kind() const override { return u"keychain"_s; }
    bool mayAsk() const override { return true; }
    void interrupt() override { m_interrupted.store(true, std::memory_order_relaxed); }

private:
    static Error unavailable(const Outcome &outcome)
    {
        return Error{ErrorCode::SecretUnavailable, whyUnavailable(outcome)};
    }

    Outcome read(const QString &key) const
    {
        return runJob<QKeychain::ReadPasswordJob>(key, m_interrupted, [](auto &) {});
    }

    Status written(const QString &key, const QByteArray &data) const
    {
        const Outcome outcome =
            runJob<QKeychain::WritePasswordJob>(key, m_interrupted, [&data](auto &job) { job.setBinaryData(data); });
        if (outcome.error != QKeychain::NoError)
            return unavailable(outcome);
        return Done();
    }

    Status remove(const QString &source) const
    {
        const Outcome outcome = runJob<QKeychain::DeletePasswordJob>(key(source), m_interrupted, [](auto &) {});
        if (outcome.error == QKeychain::EntryNotFound)
            return probe();
        if (outcome.error != QKeychain::NoError)
            return unavailable(outcome);
        return Done();
    }

    // Whether there is a keychain at all: what is put into it comes back.
    Status probe() const
    {
        if (Status kept = written(key(kProbe), kCanary); !kept)
            return kept;
        const Outcome outcome = read(key(kProbe));
        if (outcome.error != QKeychain::NoError || outcome.data != kCanary)
            return unavailable(outcome);
        return Done();
    }

    QString key(const QString &entry) const { return m_profileId + u'/' + entry; }

    static inline const QString kProbe = u"PROBE"_s; // no name of a source: those have no capitals
    QString m_profileId;
    std::atomic<bool> m_interrupted = false;
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainSecretStore(const QString &profileId)
{
    return std::make_unique<KeychainSecretStore>(profileId);
}

} // namespace hookboard
