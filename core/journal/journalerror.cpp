#include "core/journal/journalerror.h"

#include "core/types/sentence.h"

#include <cerrno>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Error journalError(ErrorCode code, const QString &path, const QString &detail)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return {code, Sentence::tr("There is no room left to write %1. Free some space; nothing is stored until then.")
                          .arg(path)};
    case ErrorCode::JournalReadOnly:
        return {code,
                Sentence::tr("%1 cannot be opened for writing. Give this user write access to the file and its folder.")
                    .arg(path)};
    case ErrorCode::JournalBusy:
        return {code,
                Sentence::tr("Another program holds a lock on %1. Close it, or wait until it is done.").arg(path)};
    case ErrorCode::JournalDamaged:
        return {
            code,
            Sentence::tr("%1 is damaged (%2). It is left as it is: move it away to start a new one, or restore a copy.")
                .arg(path, detail)};
    default:
        return {code, Sentence::tr("%1 cannot be used: %2.").arg(path, detail)};
    }
}

bool isNoSpace(int systemError)
{
#ifdef Q_OS_WIN
    return systemError == 112 /* ERROR_DISK_FULL */ || systemError == 39 /* ERROR_HANDLE_DISK_FULL */;
#else
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
#endif
}

bool isReadOnlyMedium(int systemError)
{
#ifdef Q_OS_WIN
    return systemError == 19 /* ERROR_WRITE_PROTECT */;
#else
    return systemError == EROFS;
#endif
}

} // namespace hookboard
