#include "core/config/privatefile.h"

#include "core/types/sentence.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

Error cannotWrite(const QString &path)
{
    return {ErrorCode::Io, Sentence::tr("%1 cannot be written: %2.").arg(path, qt_error_string(errno))};
}

Error notUsed(const QString &path, const QString &why)
{
    return {ErrorCode::SecretUnavailable,
            Sentence::tr("%1 %2, so its secrets are not used. Make it a private file of yours "
                         "(chmod 600).")
                .arg(path, why)};
}

bool writeAll(int file, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = ::write(file, bytes.constData() + at, static_cast<std::size_t>(bytes.size() - at));
        if (written < 0 && errno != EINTR)
            return false;
        at += written > 0 ? written : 0;
    }
    return ::fsync(file) == 0;
}

// A rename is on the disk when its folder is. A file system that cannot sync folders keeps its own promises.
void syncFolderOf(const QString &path)
{
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    static_cast<void>(::fsync(folder));
    ::close(folder);
}

} // namespace

Result<QByteArray> readPrivateFile(const QString &path, qint64 maxBytes)
{
    // Without O_NONBLOCK a pipe of that name would hold the caller for ever.
    const int opened = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0 && errno == ENOENT)
        return Error{ErrorCode::NotFound, Sentence::tr("%1 does not exist.").arg(path)};
    if (opened < 0 && (errno == ELOOP || errno == EMLINK))
        return notUsed(path, Sentence::tr("is a link"));
    if (opened < 0)
        return Error{ErrorCode::SecretUnavailable,
                     Sentence::tr("%1 cannot be read: %2.").arg(path, qt_error_string(errno))};
    QFile file;
    struct stat status
    {};
    if (!file.open(opened, QIODevice::ReadOnly, QFile::AutoCloseHandle) || ::fstat(opened, &status) != 0) {
        ::close(opened);
        return Error{ErrorCode::SecretUnavailable,
                     Sentence::tr("%1 cannot be read: %2.").arg(path, qt_error_string(errno))};
    }
    if (!S_ISREG(status.st_mode))
        return notUsed(path, Sentence::tr("is no file"));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return notUsed(path, Sentence::tr("can be read by other users"));
    if (status.st_size > maxBytes)
        return Error{ErrorCode::SecretUnavailable, Sentence::tr("%1 is too large to be what it should be.").arg(path)};
    return file.readAll();
}

Status writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QByteArray name = QFile::encodeName(path) + ".XXXXXX";
    const int file = ::mkstemp(name.data()); // new, with mode 0600
    if (file < 0)
        return cannotWrite(path);
    static_cast<void>(::fcntl(file, F_SETFD, FD_CLOEXEC));
    bool done = ::fchmod(file, S_IRUSR | S_IWUSR) == 0 && writeAll(file, bytes);
    done = (::close(file) == 0) && done;
    // rename() replaces a link itself, not what it points to.
    if (!done || ::rename(name.constData(), QFile::encodeName(path).constData()) != 0) {
        const Error error = cannotWrite(path);
        ::unlink(name.constData());
        return error;
    }
    syncFolderOf(path);
    return Done();
}

} // namespace hookboard

#endif
