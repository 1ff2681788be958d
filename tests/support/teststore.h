// A secret store as a test wants it: slow (each call waits for a permit), locked (each call fails at once), or well.
// The test's thread steers, the engine's config pool calls; what is stored may be looked at while no call is under way.
#pragma once

#include "core/config/secretstore.h"

#include <QtCore/QHash>
#include <QtCore/QSemaphore>

#include <atomic>

namespace hookboard {

class TestStore final : public SecretStore
{
public:
    // From now on each call waits for allow(); interrupt() ends all waiting.
    void hold() { m_held = true; }
    void allow(int calls = 1) { m_permits.release(calls); }
    void release()
    {
        m_held = false;
        m_permits.release(kMany);
    }
    void setLocked(bool locked) { m_locked = locked; }
    void put(const QString &source, const QByteArray &secret) { m_secrets.insert(source, {Secret(secret)}); }

    int reads() const { return m_reads; }
    int writes() const { return m_writes; }
    bool has(const QString &source) const { return m_secrets.contains(source); }

    Result<QList<Secret>> secrets(const QString &source) override
    {
        ++m_reads;
        const Status open = enter();
        return open ? Result<QList<Secret>>(m_secrets.value(source)) : open.error();
    }
    Status setSecrets(const QString &source, const QList<Secret> &secrets) override
    {
        ++m_writes;
        if (Status open = enter(); !open)
            return open;
        if (secrets.isEmpty())
            m_secrets.remove(source);
        else
            m_secrets.insert(source, secrets);
        return Done();
    }
    QString kind() const override { return QStringLiteral("keychain"); }
    bool mayAsk() const override { return true; }
    void interrupt() override
    {
        m_interrupted = true;
        m_permits.release(kMany);
    }

private:
    static constexpr int kMany = 1'000'000;

    Status enter()
    {
        if (m_held)
            m_permits.acquire();
        if (m_locked || m_interrupted)
            return Error{ErrorCode::SecretUnavailable, QStringLiteral("The keychain of the test is locked.")};
        return Done();
    }

    std::atomic<bool> m_held = false;
    std::atomic<bool> m_locked = false;
    std::atomic<bool> m_interrupted = false;
    std::atomic<int> m_reads = 0;
    std::atomic<int> m_writes = 0;
    QSemaphore m_permits;
    QHash<QString, QList<Secret>> m_secrets;
};

} // namespace hookboard
