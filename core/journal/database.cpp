#include "core/journal/database.h"

#include "core/journal/journalerror.h"
#include "core/journal/sqliteerror.h"
#include "core/types/sentence.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sqlite3.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBusyTimeoutMs = 250;
constexpr int kBlobPieceBytes = 256 * 1024;
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner; // payloads are customers' data
constexpr int kWalHeaderBytes = 32;
constexpr int kWalFrameHeaderBytes = 24;

} // namespace

// On the heap because SQLite's hook keeps a pointer to it.
struct Database::Handle
{
    sqlite3 *db = nullptr;
    QString path;
    QString walPath;
    qint64 pageBytes = 4096;
    qint64 walFrames = 0;

    ~Handle()
    {
        if (db)
            sqlite3_close_v2(db);
    }
    static int noteCommit(void *self, sqlite3 *, const char *, int frames)
    {
        static_cast<Handle *>(self)->walFrames = frames;
        return SQLITE_OK;
    }
};

Database::Database(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{}

Database::~Database() = default;
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;

Result<Database> Database::open(const QString &path, Mode mode)
{
    // With a mode of its own: SQLite would leave that to the umask, and gives log and index the mode of the file.
    if (mode == Mode::ReadWrite)
        static_cast<void>(QFile(path).open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly));
    auto handle = std::make_unique<Handle>();
    handle->path = path;
    const int create = mode == Mode::ReadWrite ? SQLITE_OPEN_CREATE : 0;
    const int access = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | create;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle->db,
                                     access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        const int systemError = handle->db ? sqlite3_system_errno(handle->db) : 0;
        return journalError(sqliteErrorCode(code, systemError), path, QString::fromUtf8(sqlite3_errstr(code)));
    }
    // Where the path is a link, the log is beside the file that it points to.
    handle->walPath = QFile::decodeName(sqlite3_filename_wal(sqlite3_db_filename(handle->db, "main")));
    // SQLite falls back to read-only by itself when the file may not be written.
    if (mode != Mode::ReadOnly && sqlite3_db_readonly(handle->db, "main") == 1)
        return journalError(ErrorCode::JournalReadOnly, path);
    Database database(std::move(handle));
    if (const Status configured = database.configure(mode); !configured)
        return configured.error();
    return database;
}

Status Database::configure(Mode mode)
{
    setBusyTimeout(kBusyTimeoutMs);
    // Closing must not write: a damaged or detached file stays as it is, an orderly close truncates the log itself.
    if (const int code = sqlite3_db_config(m_handle->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        code != SQLITE_OK)
        return sqliteError(m_handle->db, code);
    const QByteArray common = "PRAGMA mmap_size = 0; PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY;"_ba;
    if (const Status done = execute(common); !done)
        return done;
    if (mode != Mode::ReadOnly) {
        const QByteArray writing = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                                   "PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = FAST;"_ba;
        if (const Status done = execute(writing); !done)
            return done;
        for (const auto &[pragma, expected] : {std::pair{"journal_mode", "wal"}, std::pair{"synchronous", "2"},
                                               std::pair{"foreign_keys", "1"}, std::pair{"wal_autocheckpoint", "0"}}) {
            if (const Status same = requirePragma(pragma, expected); !same)
                return same;
        }
        sqlite3_wal_hook(m_handle->db, &Handle::noteCommit, m_handle.get());
    }
    if (const Status same = requirePragma("cache_size", "-8192"); !same)
        return same;
    const auto pageBytes = integer("PRAGMA page_size");
    if (!pageBytes)
        return pageBytes.error();
    m_handle->pageBytes = *pageBytes;
    return Done();
}

Status Database::requirePragma(const char *pragma, QByteArrayView expected)
{
    const auto actual = value(QByteArray("PRAGMA ") + pragma);
    if (!actual)
        return actual.error();
    if (*actual != expected) {
        return Error{
            ErrorCode::JournalUnavailable,
            Sentence::tr("%1 cannot be used safely: SQLite keeps %2 at \"%3\" instead of \"%4\". Keep the journal on a "
                         "local disk.")
                .arg(path(), QLatin1StringView(pragma), QString::fromUtf8(*actual), QString::fromUtf8(expected))};
    }
    return Done();
}

Status Database::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle->db, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle->db, code);
    return Done();
}

Result<Statement> Database::prepare(QByteArrayView sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle->db, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle->db, code);
    return Statement(statement);
}

Result<QByteArray> Database::value(QByteArrayView sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    switch (statement->step()) {
    case Statement::Step::Row:
        return statement->bytes(0).toByteArray();
    case Statement::Step::End:
        return QByteArray();
    case Statement::Step::Failed:
        break;
    }
    return statement->error();
}

Result<qint64> Database::integer(QByteArrayView sql)
{
    const auto text = value(sql);
    if (!text)
        return text.error();
    return text->toLongLong();
}

Status Database::fillBlob(const char *table, const char *column, qint64 rowId, QByteArrayView bytes)
{
    sqlite3_blob *blob = nullptr;
    int code = sqlite3_blob_open(m_handle->db, "main", table, column, rowId, 1, &blob);
    for (qsizetype at = 0; code == SQLITE_OK && at < bytes.size(); at += kBlobPieceBytes) {
        const qsizetype piece = qMin<qsizetype>(kBlobPieceBytes, bytes.size() - at);
        code = sqlite3_blob_write(blob, bytes.data() + at, static_cast<int>(piece), static_cast<int>(at));
    }
    Status outcome = Done();
    if (code != SQLITE_OK)
        outcome = sqliteError(m_handle->db, code); // before the blob is closed, which sets an outcome of its own
    code = sqlite3_blob_close(blob);
    if (outcome && code != SQLITE_OK)
        outcome = sqliteError(m_handle->db, code);
    return outcome;
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_handle->db);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle->db) == 0;
}

void Database::setBusyTimeout(int ms)
{
    sqlite3_busy_timeout(m_handle->db, ms);
}

Result<Database::CheckpointOutcome> Database::checkpoint(Checkpoint kind)
{
    int frames = -1;
    int copied = -1;
    const int how = kind == Checkpoint::Truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    const int code = sqlite3_wal_checkpoint_v2(m_handle->db, "main", how, &frames, &copied);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        return sqliteError(m_handle->db, code);
    if (frames >= 0)
        m_handle->walFrames = frames;
    return CheckpointOutcome{code == SQLITE_OK && frames == copied, walBytes()};
}

qint64 Database::walBytes() const
{
    const qint64 frames = m_handle->walFrames;
    return frames == 0 ? 0 : kWalHeaderBytes + frames * (m_handle->pageBytes + kWalFrameHeaderBytes);
}

Result<qint64> Database::usedBytes()
{
    const auto pages = integer("PRAGMA page_count");
    if (!pages)
        return pages.error();
    const auto unused = integer("PRAGMA freelist_count");
    if (!unused)
        return unused.error();
    return (*pages - *unused) * m_handle->pageBytes;
}

qint64 Database::bytesOnDisk(const QString &path)
{
    const QString file = QFileInfo(path).canonicalFilePath(); // the log is beside the file itself; empty when none
    return file.isEmpty() ? 0 : QFileInfo(file).size() + QFileInfo(file + "-wal"_L1).size();
}

bool Database::isDetached() const
{
    int moved = 0;
    sqlite3_file_control(m_handle->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved); // unknown on a platform: stays 0
    return moved != 0 || (m_handle->walFrames > 0 && !QFile::exists(m_handle->walPath));
}

// An inode is given again as soon as its file is gone, so the time of birth belongs to it where a file system keeps
// one.
quint64 Database::identity() const
{
    quint64 inode = 0;
#ifdef Q_OS_UNIX
    struct stat status
    {};
    if (::stat(QFile::encodeName(path()).constData(), &status) == 0)
        inode = static_cast<quint64>(status.st_ino);
#endif
    const QDateTime birth = QFileInfo(path()).birthTime();
    return qHashMulti(0, inode, birth.isValid() ? birth.toMSecsSinceEpoch() : 0) | 1U;
}

const QString &Database::path() const
{
    return m_handle->path;
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (const Status begun = database.execute("BEGIN IMMEDIATE"_ba); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (disk full, I/O error); a failed ROLLBACK leaves nothing committed either.
    if (m_database && m_database->inTransaction())
        static_cast<void>(m_database->execute("ROLLBACK"_ba));
}

Status Transaction::commit()
{
    if (const Status committed = m_database->execute("COMMIT"_ba); !committed)
        return committed;
    m_database = nullptr;
    return Done();
}

} // namespace hookboard
