#include "core/journal/eventwalk.h"

#include "core/journal/eventwriter.h"

#include <QtCore/QByteArrayMatcher>
#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <limits>

namespace hookboard {

namespace {

constexpr qint64 kTransactionMs = 20;
constexpr int kRowsBetweenLooks = 32; // at the clock
constexpr auto kMaxSeq = static_cast<quint64>(std::numeric_limits<qint64>::max());

bool containsText(const StoredEvent &event, const QByteArrayMatcher &text)
{
    return text.indexIn(event.type.toUtf8()) >= 0 || text.indexIn(event.deliveryId) >= 0 ||
           text.indexIn(event.payload) >= 0;
}

} // namespace

Result<EventWalk::Range> EventWalk::bounds(const EventQuery &query)
{
    Range range;
    range.first = query.afterSeq ? *query.afterSeq + 1 : 1;
    // What is committed during the walk stays out of it: a page is the state of when it was asked for.
    const auto last = m_database->integer("SELECT max(seq) FROM events");
    if (!last)
        return last.error();
    range.last = static_cast<quint64>(*last);
    if (query.beforeSeq)
        range.last = qMin(range.last, *query.beforeSeq == 0 ? 0 : *query.beforeSeq - 1);
    return range;
}

Result<std::vector<EventWalk::Range>> EventWalk::ranges(const EventQuery &query)
{
    const auto whole = bounds(query);
    if (!whole)
        return whole.error();
    if (whole->first > whole->last)
        return std::vector<Range>();
    if (!query.sinceUs && !query.untilUs)
        return std::vector{*whole};
    auto outside = m_database->prepare("SELECT block FROM blocks WHERE block BETWEEN ?1 AND ?2"
                                       " AND NOT (max_us >= ?3 AND min_us < ?4) ORDER BY block");
    if (!outside)
        return outside.error();
    outside->bind(1, static_cast<qint64>(whole->first >> kBlockShift));
    outside->bind(2, static_cast<qint64>(whole->last >> kBlockShift));
    outside->bind(3, query.sinceUs.value_or(std::numeric_limits<qint64>::min()));
    outside->bind(4, query.untilUs.value_or(std::numeric_limits<qint64>::max()));
    // Blocks that are not in the table (the newest, or emptied ones) are walked like those that fit.
    std::vector<Range> found;
    quint64 next = whole->first;
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = outside->step()) == Statement::Step::Row) {
        const quint64 first = static_cast<quint64>(outside->integer(0)) << kBlockShift;
        if (first > next)
            found.push_back({next, qMin(first - 1, whole->last)});
        next = qMax(next, first + kBlockEvents);
    }
    if (outcome == Statement::Step::Failed)
        return outside->error();
    if (next <= whole->last)
        found.push_back({next, whole->last});
    return found;
}

Status EventWalk::prepare(const EventQuery &query)
{
    m_source = query.source.toUtf8();
    m_type = query.type.toUtf8();
    const bool prefix = m_type.endsWith('*');
    if (prefix) {
        m_type.chop(1);
        m_typeEnd = m_type + "\xf4\x8f\xbf\xbf"; // above every text that begins so
    }
    QByteArray sql = "SELECT " + EventRow::columns(m_parts) + " FROM events WHERE seq BETWEEN ?1 AND ?2";
    if (query.sinceUs)
        sql += " AND received_us >= ?3";
    if (query.untilUs)
        sql += " AND received_us < ?4";
    if (!m_source.isEmpty())
        sql += " AND source = ?5";
    if (prefix && !m_type.isEmpty())
        sql += " AND type BETWEEN ?6 AND ?7";
    else if (!m_type.isEmpty())
        sql += " AND type = ?6";
    // The plus keeps SQLite from walking the index on source, which would sort all of a source's events first.
    sql.replace(" source = ", " +source = ");
    sql += query.newestFirst ? " ORDER BY seq DESC" : " ORDER BY seq";
    if (sql == m_sql)
        return Done();
    auto prepared = m_database->prepare(sql);
    if (!prepared)
        return prepared.error();
    m_statement = std::move(*prepared);
    m_sql = sql;
    return Done();
}

void EventWalk::bind(const EventQuery &query, const Range &range)
{
    m_statement.bind(1, static_cast<qint64>(range.first)).bind(2, static_cast<qint64>(qMin(range.last, kMaxSeq)));
    if (query.sinceUs)
        m_statement.bind(3, *query.sinceUs);
    if (query.untilUs)
        m_statement.bind(4, *query.untilUs);
    if (!m_source.isEmpty())
        m_statement.bindText(5, m_source);
    if (!m_type.isEmpty())
        m_statement.bindText(6, m_type);
    if (!m_type.isEmpty() && query.type.endsWith(u'*'))
        m_statement.bindText(7, m_typeEnd);
}

Result<bool> EventWalk::walk(const EventQuery &query, Range &range,
                             const std::function<bool(const EventRow &, const StoredEvent &)> &visit)
{
    const QByteArrayMatcher text(query.text.toUtf8());
    QElapsedTimer timer;
    timer.start();
    bind(query, range);
    Statement::Step outcome = Statement::Step::Row;
    bool more = true;
    for (int rows = 1; more && (outcome = m_statement.step()) == Statement::Step::Row; ++rows) {
        const StoredEvent &event = m_row.read(m_statement, m_parts);
        (query.newestFirst ? range.last : range.first) = query.newestFirst ? event.seq - 1 : event.seq + 1;
        if (query.text.isEmpty() || containsText(event, text))
            more = visit(m_row, event);
        if (rows % kRowsBetweenLooks == 0 && timer.elapsed() >= kTransactionMs)
            break;
    }
    m_statement.reset();
    if (outcome == Statement::Step::Failed)
        return m_statement.error();
    if (outcome == Statement::Step::End)
        range.first = range.last + 1;
    return more;
}

Status EventWalk::run(const EventQuery &query, const std::function<bool(const EventRow &, const StoredEvent &)> &visit,
                      bool withEnvelope)
{
    const EventRow::Parts parts{query.withBody || !query.text.isEmpty(), withEnvelope};
    if (!(parts == m_parts))
        m_row = EventRow(); // what is not read now must not be left over from another walk
    m_parts = parts;
    if (const Status prepared = prepare(query); !prepared)
        return prepared;
    auto stretches = ranges(query);
    if (!stretches)
        return stretches.error();
    if (query.newestFirst)
        std::reverse(stretches->begin(), stretches->end());
    for (Range &range : *stretches) {
        while (range.first <= range.last) {
            const auto more = walk(query, range, visit);
            if (!more)
                return more.error();
            if (!*more)
                return Done();
        }
    }
    return Done();
}

} // namespace hookboard
