#include "core/config/privatefile.h"

#include "core/types/sentence.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_WIN

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

// The folder of a user's profile is that user's own here, and files in it inherit that.
Result<QByteArray> readPrivateFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, Sentence::tr("%1 does not exist.").arg(path)};
    if (QFileInfo(path).isSymLink() || !file.open(QIODevice::ReadOnly) || file.size() > maxBytes)
        return Error{ErrorCode::SecretUnavailable,
                     Sentence::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    return file.readAll();
}

Status writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.commit())
        return Error{ErrorCode::Io, Sentence::tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    return Done();
}

} // namespace hookboard

#endif
