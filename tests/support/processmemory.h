// How much memory this process holds now, for tests that show that an attack does not grow it. Linux tells; elsewhere,
// and under sanitizers, which keep what was freed, the answer is nullopt and such a test compares nothing.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QString>

#include <optional>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HOOKBOARD_TEST_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HOOKBOARD_TEST_SANITIZED
#endif
#endif

namespace hookboard::test {

inline std::optional<qint64> residentBytes()
{
#ifdef HOOKBOARD_TEST_SANITIZED
    return std::nullopt;
#else
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return std::nullopt;
#endif
}

} // namespace hookboard::test
