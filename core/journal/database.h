// Database, Transaction: SQLite as values that close themselves. This, statement and sqliteerror are the only files
// that speak SQLite's C API (tests/layering looks after that); every result is looked at. One connection belongs to one
// thread at a time; nothing here is shared.
#pragma once

#include "core/journal/statement.h"
#include "core/types/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <memory>

namespace hookboard {

// SQLite copies a bound value into the row that it makes, whole. Values longer than this had better be written by
// bindRoom() and fillBlob(), which need no second copy in memory.
inline constexpr qint64 kLargeBlobBytes = 1024 * 1024;

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
