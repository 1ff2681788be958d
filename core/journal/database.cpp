#include "core/journal/database.h"

#include "core/journal/journalerror.h"

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

ErrorCode errorCode(int code, int systemError)
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

Error errorOf(sqlite3 *db, int code)
{
    const char *file = sqlite3_db_filename(db, "main");
    const QString path = file && *file ? QString::fromUtf8(file) : u"The journal"_s;
    return journalError(errorCode(code, systemErrorOf(db)), path, QString::fromUtf8(sqlite3_errmsg(db)));
}

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

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_bindCode(other.m_bindCode)
    , m_error(std::move(other.m_error))
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindCode, other.m_bindCode);
    std::swap(m_error, other.m_error);
    return *this;
}

void Statement::noteBinding(int code)
{
    if (m_bindCode == SQLITE_OK)
        m_bindCode = code;
}

Statement &Statement::bind(int index, qint64 value)
{
    noteBinding(sqlite3_bind_int64(m_statement, index, value));
    return *this;
}

Statement &Statement::bind(int index, std::optional<qint64> value)
{
    noteBinding(value ? sqlite3_bind_int64(m_statement, index, *value) : sqlite3_bind_null(m_statement, index));
    return *this;
}

Statement &Statement::bindBlob(int index, QByteArrayView bytes)
{
    const char *data = bytes.isEmpty() ? "" : bytes.data(); // a null pointer would bind NULL
    noteBinding(
        sqlite3_bind_blob64(m_statement, index, data, static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC));
    return *this;
}

Statement &Statement::bindText(int index, QByteArrayView utf8)
{
    const char *data = utf8.isEmpty() ? "" : utf8.data();
    noteBinding(sqlite3_bind_text64(m_statement, index, data, static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC,
                                    SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindRoom(int index, qint64 bytes)
{
    noteBinding(sqlite3_bind_zeroblob64(m_statement, index, static_cast<sqlite3_uint64>(bytes)));
    return *this;
}

Statement::Step Statement::step()
{
    const int code = m_bindCode != SQLITE_OK ? m_bindCode : sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return Step::Row;
    if (code == SQLITE_DONE)
        return Step::End;
    m_error = errorOf(sqlite3_db_handle(m_statement), code);
    return Step::Failed;
}

Status Statement::run()
{
    Step outcome = Step::Row;
    while (outcome == Step::Row)
        outcome = step();
    reset();
    if (outcome == Step::Failed)
        return m_error;
    return Done();
}

void Statement::reset()
{
    sqlite3_reset(m_statement); // repeats the error of the last step, which step() has reported
    m_bindCode = SQLITE_OK;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), data ? sqlite3_column_bytes(m_statement, column) : 0};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

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
        return journalError(errorCode(code, systemError), path, QString::fromUtf8(sqlite3_errstr(code)));
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
        return errorOf(m_handle->db, code);
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
        return Error{ErrorCode::JournalUnavailable,
                     u"%1 cannot be used safely: SQLite keeps %2 at \"%3\" instead of \"%4\". Keep the journal on a "
                     u"local disk."_s.arg(path(), QLatin1StringView(pragma), QString::fromUtf8(*actual),
                                          QString::fromUtf8(expected))};
    }
    return Done();
}

Status Database::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle->db, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_handle->db, code);
    return Done();
}

Result<Statement> Database::prepare(QByteArrayView sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle->db, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_handle->db, code);
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
        outcome = errorOf(m_handle->db, code); // before the blob is closed, which sets an outcome of its own
    code = sqlite3_blob_close(blob);
    if (outcome && code != SQLITE_OK)
        outcome = errorOf(m_handle->db, code);
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
        return errorOf(m_handle->db, code);
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
