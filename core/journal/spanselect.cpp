#include "core/journal/spanselect.h"

#include "core/journal/eventflags.h"

#include <limits>

namespace hookboard {

namespace {

constexpr auto kMaxSeq = static_cast<quint64>(std::numeric_limits<qint64>::max());

} // namespace

Result<SeqRange> SpanSelect::bounds(Database &database, const Table &table, const EventQuery &query)
{
    const QByteArray from = " FROM " + table.name;
    const auto first = database.integer("SELECT min(" + table.number + ')' + from);
    if (!first)
        return first.error();
    const auto last = database.integer("SELECT max(" + table.number + ')' + from);
    if (!last)
        return last.error();
    SeqRange range{qMax(quint64(1), static_cast<quint64>(*first)), static_cast<quint64>(*last)};
    if (query.afterSeq)
        range.first = qMax(range.first, *query.afterSeq + 1);
    if (query.beforeSeq)
        range.last = qMin(range.last, *query.beforeSeq == 0 ? 0 : *query.beforeSeq - 1);
    return range;
}

QByteArray SpanSelect::conditions(const Table &table, const EventQuery &query) const
{
    QByteArray sql = table.number + " BETWEEN ?1 AND ?2";
    if (query.sinceUs || query.untilUs)
        sql += " AND received_us >= ?3 AND received_us < ?4";
    // The plus keeps SQLite from walking the index on source, which would sort all of a source's events first.
    if (!m_source.isEmpty())
        sql += " AND +source = ?5";
    if (!m_typeEnd.isEmpty())
        sql += " AND type BETWEEN ?6 AND ?7";
    else if (!m_type.isEmpty())
        sql += " AND type = ?6";
    if (m_flagMask != 0)
        sql += " AND flags & ?8 = ?9";
    return sql;
}

Status SpanSelect::prepare(Database &database, const Table &table, const EventQuery &query)
{
    m_source = query.source.toUtf8();
    m_type = query.type.toUtf8();
    m_typeEnd.clear();
    if (m_type.endsWith('*')) {
        m_type.chop(1);
        if (!m_type.isEmpty())
            m_typeEnd = endOfPrefix(m_type);
    }
    m_sinceUs = query.sinceUs.value_or(std::numeric_limits<qint64>::min());
    m_untilUs = query.untilUs.value_or(std::numeric_limits<qint64>::max());
    m_flagMask = m_flags = 0;
    if (table.hasVerdict) {
        m_flagMask = (query.verified ? kVerifiedFlag : 0) | (query.simulated ? kSimulatedFlag : 0);
        m_flags = (query.verified.value_or(false) ? kVerifiedFlag : 0) |
                  (query.simulated.value_or(false) ? kSimulatedFlag : 0);
    }
    m_newestFirst = query.newestFirst;
    QByteArray sql = "SELECT " + table.columns + " FROM " + table.name + " WHERE " + conditions(table, query) +
                     " ORDER BY " + table.number;
    if (m_newestFirst)
        sql += " DESC";
    if (sql == m_sql)
        return Done();
    auto prepared = database.prepare(sql);
    if (!prepared)
        return prepared.error();
    m_statement = std::move(*prepared);
    m_sql = sql;
    return Done();
}

void SpanSelect::bind(SeqRange span)
{
    m_statement.bind(1, static_cast<qint64>(span.first)).bind(2, static_cast<qint64>(qMin(span.last, kMaxSeq)));
    if (m_sql.contains("?3"))
        m_statement.bind(3, m_sinceUs).bind(4, m_untilUs);
    if (!m_source.isEmpty())
        m_statement.bindText(5, m_source);
    if (!m_type.isEmpty())
        m_statement.bindText(6, m_type);
    if (!m_typeEnd.isEmpty())
        m_statement.bindText(7, m_typeEnd);
    if (m_flagMask != 0)
        m_statement.bind(8, m_flagMask).bind(9, m_flags);
}

Result<SpanWalk::Looked> SpanSelect::read(SeqRange span, FunctionRef<Taken(const Statement &)> take)
{
    bind(span);
    ReadBudget budget;
    SpanWalk::Looked looked;
    Statement::Step outcome = Statement::Step::Row;
    bool affordable = true;
    while (looked.more && affordable && (outcome = m_statement.step()) == Statement::Step::Row) {
        looked.upto = static_cast<quint64>(m_statement.integer(0));
        const Taken taken = take(m_statement);
        looked.more = taken.more;
        affordable = budget.spend(taken.bytes);
    }
    m_statement.reset();
    if (outcome == Statement::Step::Failed)
        return m_statement.error();
    if (outcome == Statement::Step::End)
        looked.upto = m_newestFirst ? span.first : span.last;
    return looked;
}

} // namespace hookboard
