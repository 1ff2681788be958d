// How much memory a process holds, for tests that show that an attack does not grow it. Linux tells; elsewhere, and
// under sanitizers, which keep what was freed, the answer is nullopt and such a test compares nothing.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QString>

#include <algorithm>
#include <optional>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HOOKBOARD_TEST_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HOOKBOARD_TEST_SANITIZED
#endif
#endif

namespace hookboard::test {

// A line of /proc/PID/status in bytes: VmRSS is what is held now, VmHWM the most that was held. 0 = this process.
inline std::optional<qint64> memoryLine(const QByteArray &name, qint64 pid = 0)
{
#ifdef HOOKBOARD_TEST_SANITIZED
    Q_UNUSED(name)
    Q_UNUSED(pid)
    return std::nullopt;
#else
    const QString process = pid == 0 ? QStringLiteral("self") : QString::number(pid);
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.sliced(name.size() + 1).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return std::nullopt;
#endif
}

inline std::optional<qint64> residentBytes(qint64 pid = 0)
{
    return memoryLine("VmRSS", pid);
}

// How far the memory of a process rose above what it held when this was made, peaks in between included.
class PeakGrowth
{
public:
    explicit PeakGrowth(qint64 pid = 0)
        : m_pid(pid)
        , m_before(residentBytes(pid))
    {
        QFile reset(
            QStringLiteral("/proc/%1/clear_refs").arg(pid == 0 ? QStringLiteral("self") : QString::number(pid)));
        m_fromHere = reset.open(QIODevice::WriteOnly) && reset.write("5") == 1; // lets VmHWM begin anew
    }

    // 0 where the system does not tell.
    qint64 bytes() const
    {
        const std::optional<qint64> most = memoryLine(m_fromHere ? "VmHWM" : "VmRSS", m_pid);
        return most && m_before ? std::max<qint64>(*most - *m_before, 0) : 0;
    }
    double mebibytes() const { return static_cast<double>(bytes()) / (1024 * 1024); }

private:
    qint64 m_pid;
    std::optional<qint64> m_before;
    bool m_fromHere = false;
};

} // namespace hookboard::test
