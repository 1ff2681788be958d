// Statement: a prepared statement of SQLite. Made by Database, which it must not outlive; belongs to its thread.
#pragma once

#include "core/types/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <optional>

struct sqlite3_stmt;

namespace hookboard {

// Bindings start at 1, columns at 0. The first failed binding is kept and reported by step(), so
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

} // namespace hookboard
