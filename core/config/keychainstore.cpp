// The system keychain behind SecretStore, through QtKeychain. A job needs an event loop to finish and a store call
// blocks, so the store has one thread with a loop for all its jobs. One, because the keychain's client library holds on
// to the thread that used it first: a job in a second one is not answered. For the same reason a process has one such
// store at a time. A keychain that prompts and never answers is given up after a time-out and counts as unavailable. So
// does one that answers "no such entry" to everything because there is no keyring behind it: before an entry counts as
// missing, a canary has to come back.
#include "core/config/secretstore.h"

#include "core/types/sentence.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QThread>

#include <qt6keychain/keychain.h>

#include <atomic>
#include <chrono>
#include <future>
#include <optional>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kTimeoutMs = 20'000;  // long enough for a person to type the keyring's password
constexpr qint64 kInterruptedMs = 500; // enough for a keychain that asks nobody
constexpr std::chrono::milliseconds kPoll{50};

const QString kService = u"hookboard"_s;
const QByteArray kCanary = "canary"_ba;

struct Outcome
{
    std::optional<QKeychain::Error> error; // nothing: the keychain did not answer in time
    QString text;
    QByteArray data;
};

QString whyUnavailable(const Outcome &outcome)
{
    if (!outcome.error)
        return Sentence::tr("The system keychain did not answer; it may be waiting for its password.");
    switch (*outcome.error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Sentence::tr("The system keychain is locked, or access to it was refused.");
    case QKeychain::EntryNotFound:
        return Sentence::tr("There is no system keychain that keeps anything.");
    default:
        return Sentence::tr("There is no system keychain to use (%1).").arg(outcome.text);
    }
}

class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(QString profileId)
        : m_profileId(std::move(profileId))
        , m_home(new QObject)
    {
        m_thread.setObjectName(u"keychain"_s);
        m_home->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_home, &QObject::deleteLater);
        m_thread.start();
    }

    ~KeychainSecretStore() override
    {
        m_thread.quit();
        m_thread.wait();
    }

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

    // Runs one job in the store's thread. `Job` is ReadPasswordJob, WritePasswordJob or DeletePasswordJob; it deletes
    // itself when it finishes, and an answer that comes too late finds nobody waiting.
    template <typename Job, typename Prepare> Outcome run(const QString &key, Prepare prepare) const
    {
        auto answer = std::make_shared<std::promise<Outcome>>();
        std::future<Outcome> outcome = answer->get_future();
        QMetaObject::invokeMethod(
            m_home,
            [home = m_home, answer, key, prepare] {
                auto *job = new Job(kService);
                job->setKey(key);
                prepare(*job);
                QObject::connect(job, &QKeychain::Job::finished, home, [answer](QKeychain::Job *done) {
                    Outcome found{done->error(), done->errorString(), {}};
                    if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                        found.data = static_cast<Job *>(done)->binaryData();
                    answer->set_value(std::move(found));
                });
                job->start();
            },
            Qt::QueuedConnection);
        QElapsedTimer waiting;
        waiting.start();
        while (outcome.wait_for(kPoll) != std::future_status::ready) {
            if (waiting.elapsed() >= (m_interrupted.load(std::memory_order_relaxed) ? kInterruptedMs : kTimeoutMs))
                return {};
        }
        return outcome.get();
    }

    Outcome read(const QString &key) const
    {
        return run<QKeychain::ReadPasswordJob>(key, [](auto &) {});
    }

    Status written(const QString &key, const QByteArray &data) const
    {
        const Outcome outcome = run<QKeychain::WritePasswordJob>(key, [data](auto &job) { job.setBinaryData(data); });
        if (outcome.error != QKeychain::NoError)
            return unavailable(outcome);
        return Done();
    }

    Status remove(const QString &source) const
    {
        const Outcome outcome = run<QKeychain::DeletePasswordJob>(key(source), [](auto &) {});
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
        run<QKeychain::DeletePasswordJob>(key(kProbe), [](auto &) {});
        return Done();
    }

    QString key(const QString &entry) const { return m_profileId + u'/' + entry; }

    static inline const QString kProbe = u"PROBE"_s; // no name of a source: those have no capitals
    QString m_profileId;
    std::atomic<bool> m_interrupted = false;
    QThread m_thread;
    QObject *m_home; // of the jobs; lives in the thread and dies with it
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainSecretStore(const QString &profileId)
{
    return std::make_unique<KeychainSecretStore>(profileId);
}

} // namespace hookboard
