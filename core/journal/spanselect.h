// SpanSelect: the statement that reads one span of a table, with all of a query that SQL can answer: numbers, arrival,
// source, type, verdict. The text is the caller's business. Keeps the prepared statement from walk to walk. One per
// connection and thread.
#pragma once

#include "core/journal/database.h"
#include "core/journal/spanwalk.h"

namespace hookboard {

class SpanSelect
{
public:
    // `columns` begin with the number itself. Only events have a verdict.
    struct Table
    {
        QByteArray name;
        QByteArray number; // its column
        QByteArray columns;
        bool hasVerdict = false;
    };
    struct Taken
    {
        qint64 bytes = 0; // that were looked at
        bool more = true;
    };

    // What the table holds now of the numbers that a query asks for: what is committed later stays out of a walk, a
    // page is the state of when it was asked for.
    static Result<SeqRange> bounds(Database &database, const Table &table, const EventQuery &query);
    Status prepare(Database &database, const Table &table, const EventQuery &query);
    // One read transaction over `span`, or over as much of it as the budget allows.
    Result<SpanWalk::Looked> read(SeqRange span, FunctionRef<Taken(const Statement &)> take);

private:
    QByteArray conditions(const Table &table, const EventQuery &query) const;
    void bind(SeqRange span);

    Statement m_statement;
    QByteArray m_sql;
    QByteArray m_source;
    QByteArray m_type;
    QByteArray m_typeEnd; // empty = the type is exact
    qint64 m_sinceUs = 0;
    qint64 m_untilUs = 0;
    qint64 m_flagMask = 0;
    qint64 m_flags = 0;
    bool m_newestFirst = true;
};

} // namespace hookboard
