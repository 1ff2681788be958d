#include "core/journal/statement.h"

#include "core/journal/sqliteerror.h"

#include <sqlite3.h>

#include <utility>

namespace hookboard {

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
    m_error = sqliteError(sqlite3_db_handle(m_statement), code);
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

} // namespace hookboard
