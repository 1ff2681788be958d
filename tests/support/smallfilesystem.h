// A file system of a few megabytes that only this test and its children see: a tmpfs in a mount namespace of its own.
// Linux, and only where mounting is permitted; for everybody else available() is false, and such a test is left out.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QString>
#include <QtCore/QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>
#endif

namespace hookboard::test {

class SmallFileSystem
{
public:
    // To be called first in main(), while the program has one thread: a user namespace wants that.
    static bool enterNamespace()
    {
#ifdef Q_OS_LINUX
        const uid_t user = getuid();
        const gid_t group = getgid();
        if (unshare(CLONE_NEWNS) != 0) {
            if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
                return false;
            // Root inside, the same user as before outside.
            write("/proc/self/setgroups", "deny");
            write("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1");
            write("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
        }
        return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
#else
        return false;
#endif
    }

    // False when it may not be mounted.
    bool mountAt(const QString &folder, qint64 bytes)
    {
#ifdef Q_OS_LINUX
        m_folder = QFile::encodeName(folder);
        m_bytes = bytes;
        m_mounted = QDir().mkpath(folder) && mount("tmpfs", m_folder.constData(), "tmpfs", 0, size(bytes)) == 0;
#else
        Q_UNUSED(folder)
        Q_UNUSED(bytes)
#endif
        return m_mounted;
    }

    bool grow(qint64 bytes)
    {
        m_bytes = bytes;
        return remount(false);
    }
    // Refused by the system while a file on it is open for writing.
    bool setReadOnly(bool readOnly)
    {
        return remount(readOnly);
    }

    SmallFileSystem() = default;
    SmallFileSystem(const SmallFileSystem &) = delete;
    SmallFileSystem &operator=(const SmallFileSystem &) = delete;
    ~SmallFileSystem()
    {
#ifdef Q_OS_LINUX
        if (m_mounted)
            umount2(m_folder.constData(), MNT_DETACH);
#endif
    }

private:
    static void write(const char *path, const QByteArray &text)
    {
        QFile file(QString::fromLatin1(path));
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            file.write(text);
    }
#ifdef Q_OS_LINUX
    const char *size(qint64 bytes)
    {
        m_options = "size=" + QByteArray::number(bytes);
        return m_options.constData();
    }
    bool remount(bool readOnly)
    {
        const int flags = readOnly ? MS_REMOUNT | MS_RDONLY : MS_REMOUNT;
        return mount("tmpfs", m_folder.constData(), "tmpfs", static_cast<unsigned long>(flags), size(m_bytes)) == 0;
    }
#else
    bool remount(bool)
    {
        return false;
    }
#endif

    QByteArray m_folder;
    QByteArray m_options;
    qint64 m_bytes = 0;
    bool m_mounted = false;
};

} // namespace hookboard::test
