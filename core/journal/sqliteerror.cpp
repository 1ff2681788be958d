#include "core/journal/sqliteerror.h"

#include "core/journal/journalerror.h"
#include "core/types/sentence.h"

#include <sqlite3.h>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// sqlite3_system_errno() misses a failed COMMIT (as of 3.40), so the log and the database file are asked themselves.
int systemErrorOf(sqlite3 *db)
{
    sqlite3_file *log = nullptr;
    int error = 0;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log && log->pMethods)
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error);
    if (!isNoSpace(error) && !isReadOnlyMedium(error))
        sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    return isNoSpace(error) || isReadOnlyMedium(error) ? error : sqlite3_system_errno(db);
}

} // namespace

ErrorCode sqliteErrorCode(int code, int systemError)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return isNoSpace(systemError) ? ErrorCode::DiskFull : ErrorCode::JournalReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::JournalBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::JournalDamaged;
    case SQLITE_IOERR:
        if (isNoSpace(systemError))
            return ErrorCode::DiskFull;
        return isReadOnlyMedium(systemError) ? ErrorCode::JournalReadOnly : ErrorCode::JournalUnavailable;
    default:
        return ErrorCode::JournalUnavailable;
    }
}

Error sqliteError(sqlite3 *db, int code)
{
    const char *file = sqlite3_db_filename(db, "main");
    const QString path = file && *file ? QString::fromUtf8(file) : Sentence::tr("The journal");
    return journalError(sqliteErrorCode(code, systemErrorOf(db)), path, QString::fromUtf8(sqlite3_errmsg(db)));
}

} // namespace hookboard
