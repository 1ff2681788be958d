// On which port another process listens, for programs that do not say so. Linux tells; elsewhere the answer is 0.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>
#include <QtCore/QString>

namespace hookboard::test {

// The first port of 127.0.0.1 that the process listens on; 0 when it does not, or not yet.
inline quint16 listeningPort(qint64 pid)
{
    const QString process = QStringLiteral("/proc/%1").arg(pid);
    QSet<QByteArray> sockets; // inode numbers
    const QDir folder(process + QStringLiteral("/fd"));
    for (const QFileInfo &entry : folder.entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)) {
        const QByteArray target = QFile::encodeName(QFileInfo(entry.filePath()).symLinkTarget());
        const qsizetype from = target.indexOf("socket:[");
        if (from >= 0)
            sockets.insert(target.sliced(from + 8).chopped(1));
    }
    QFile table(process + QStringLiteral("/net/tcp"));
    if (!table.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QByteArrayList columns = line.simplified().split(' ');
        const bool listens = columns.size() > 9 && columns[3] == "0A" && columns[1].startsWith("0100007F:");
        if (listens && sockets.contains(columns[9]))
            return static_cast<quint16>(columns[1].sliced(9).toUInt(nullptr, 16));
    }
    return 0;
}

} // namespace hookboard::test
