// How much memory this process holds now, for tests that show that an attack does not grow it. Linux tells; elsewhere
// the answer is nullopt and such a test compares nothing.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QString>

#include <optional>

namespace hookboard::test {

inline std::optional<qint64> residentBytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return std::nullopt;
}

} // namespace hookboard::test
