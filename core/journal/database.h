// Database, Statement, Transaction: SQLite as values that close themselves. database.cpp is the only file that speaks
// SQLite's C API; every result is looked at. One connection belongs to one thread at a time; nothing here is shared.
#pragma once

#include "core/types/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace hookboard {

// SQLite copies a bound value into the row that it makes, whole. Values longer than this had better be written by
// bindRoom() and fillBlob(), which need no second copy in memory.
inline constexpr qint64 kLargeBlobBytes = 1024 * 1024;

// A prepared statement. Bindings start at 1, columns at 0. The first failed binding is kept and reported by step(), so
// that a chain of bind() needs one check. Bound bytes are not copied: they must live until reset().
class Statement
{
public:
    enum class Step { Row, End, Failed };

    Statement() = default;
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, std::optional<qint64> value); // absent = NULL
    Statement &bindBlob(int index, QByteArrayView bytes);    // empty is an empty blob, never NULL
    Statement &bindText(int index, QByteArrayView utf8);
    // Room for that many bytes, which Database::fillBlob() writes afterwards. Only for the last column of a table.
    Statement &bindRoom(int index, qint64 bytes);

    Step step();
    // Steps to the end, whatever rows come, and resets.
    Status run();
    // Makes the statement ready for the next round and lets go of its read transaction.
    void reset();
    // What step() failed with. Precondition: it failed.
    const Error &error() const { return m_error; }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    // Points into SQLite's memory until the next step() or reset().
    QByteArrayView bytes(int column) const;
    QString text(int column) const;

private:
    friend class Database;
    explicit Statement(sqlite3_stmt *statement)
        : m_statement(statement)
    {}
    void noteBinding(int code);

    sqlite3_stmt *m_statement = nullptr;
    int m_bindCode = 0;
    Error m_error;
};

class Database
{
public:
    enum class Mode { ReadWrite, Existing, ReadOnly }; // Existing: read and write, but never create
    enum class Checkpoint { Passive, Truncate };
    struct CheckpointOutcome
    {
        bool complete = false; // every frame of the log is in the database file (Truncate: and the log is empty)
        qint64 walBytes = 0;   // length of the log that remains
    };

    // Opens, sets the pragmas that durability rests on and reads each one back. ReadWrite creates a missing file.
    static Result<Database> open(const QString &path, Mode mode);
    ~Database();
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;

    // Of the file and its log, also where the path is a link. 0 when there is none.
    static qint64 bytesOnDisk(const QString &path);

    Status execute(const QByteArray &sql); // one or more statements without parameters
    Result<Statement> prepare(QByteArrayView sql);
    Result<qint64> integer(QByteArrayView sql); // first column of the first row; 0 when there is no row
    Result<QByteArray> value(QByteArrayView sql);

    // Writes a blob for which room was bound, a piece at a time.
    Status fillBlob(const char *table, const char *column, qint64 rowId, QByteArrayView bytes);

    // Rows that the last INSERT, UPDATE or DELETE changed.
    qint64 changes() const;
    bool inTransaction() const;
    // How long a statement waits for another connection's lock before it fails with JournalBusy.
    void setBusyTimeout(int ms);

    Result<CheckpointOutcome> checkpoint(Checkpoint kind);
    // Length of the log as of this connection's last commit or checkpoint.
    qint64 walBytes() const;
    // Bytes of pages in use; free pages inside the file do not count.
    Result<qint64> usedBytes();
    // True when the file at the path, or its log, is no longer the one that is open: what gets committed would be lost.
    bool isDetached() const;
    // Tells this file from another one that came to the same path; never 0.
    quint64 identity() const;
    const QString &path() const;

private:
    struct Handle;
    explicit Database(std::unique_ptr<Handle> handle);
    Status configure(Mode mode);
    Status requirePragma(const char *pragma, QByteArrayView expected);

    std::unique_ptr<Handle> m_handle;
};

// BEGIN IMMEDIATE ... COMMIT. Whoever leaves without a successful commit() has rolled back.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;

    Status commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {}
    Database *m_database = nullptr; // null once committed
};

} // namespace hookboard
