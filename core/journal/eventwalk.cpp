#include "core/journal/eventwalk.h"

#include <algorithm>
#include <limits>

namespace hookboard {

void TextMatch::setText(const QString &text)
{
    m_text = text.toUtf8();
    m_matcher.setPattern(m_text);
    m_lastType = QString();
    m_lastTypeMatches = m_text.isEmpty();
}

bool TextMatch::matches(const QString &type, QByteArrayView deliveryId, QByteArrayView payload)
{
    if (type != m_lastType) {
        m_lastType = type;
        m_lastTypeMatches = type.toUtf8().contains(m_text);
    }
    return m_lastTypeMatches || m_matcher.indexIn(deliveryId.data(), deliveryId.size()) >= 0 ||
           m_matcher.indexIn(payload.data(), payload.size()) >= 0;
}

SpanSelect::Table EventWalk::table() const
{
    return {"events", "seq", EventRow::columns(m_parts), true};
}

Status EventWalk::prepare(const EventQuery &query, bool withEnvelope)
{
    const EventRow::Parts parts{query.withBody || !query.text.isEmpty(), withEnvelope};
    if (!(parts == m_parts))
        m_row = EventRow(); // what is not read now must not be left over from another walk
    m_parts = parts;
    m_text.setText(query.text);
    m_window.reset();
    return m_select.prepare(*m_database, table(), query);
}

// The blocks of the window that are known to hold nothing of the query. Those that are not in the table (the newest, or
// emptied ones) are read like those that fit.
Status EventWalk::learnBlocks(const EventQuery &query, quint64 window)
{
    auto outside = m_database->prepare("SELECT block FROM blocks WHERE block BETWEEN ?1 AND ?2"
                                       " AND NOT (max_us >= ?3 AND min_us < ?4)");
    if (!outside)
        return outside.error();
    const quint64 first = window * kWindowBlocks;
    outside->bind(1, static_cast<qint64>(first)).bind(2, static_cast<qint64>(first + kWindowBlocks - 1));
    outside->bind(3, query.sinceUs.value_or(std::numeric_limits<qint64>::min()));
    outside->bind(4, query.untilUs.value_or(std::numeric_limits<qint64>::max()));
    m_outside.reset();
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = outside->step()) == Statement::Step::Row)
        m_outside.set(static_cast<quint64>(outside->integer(0)) - first);
    if (outcome == Statement::Step::Failed)
        return outside->error();
    m_window = window;
    return Done();
}

Result<bool> EventWalk::isOutside(const EventQuery &query, quint64 block)
{
    if (!query.sinceUs && !query.untilUs)
        return false;
    const quint64 window = block / kWindowBlocks;
    if (m_window != window) {
        if (const Status learnt = learnBlocks(query, window); !learnt)
            return learnt.error();
    }
    return m_outside.test(block % kWindowBlocks);
}

SpanSelect::Taken EventWalk::take(const Statement &row, Visit visit)
{
    const StoredEvent &event = m_row.read(row, {m_parts.body, false});
    const qint64 bytes = qMax(event.body.size(), event.payload.size());
    if (!m_text.isEmpty() && !m_text.matches(event.type, event.deliveryId, event.payload))
        return {bytes, true};
    if (m_parts.envelope)
        m_row.readEnvelope(row); // costs as much as all the rest: only of what is wanted
    return {bytes, visit(m_row, event)};
}

Result<SpanWalk::Looked> EventWalk::read(const EventQuery &query, SeqRange span, Visit visit)
{
    if (query.sinceUs || query.untilUs) { // block by block
        const quint64 block = (query.newestFirst ? span.last : span.first) >> kBlockShift;
        span.first = qMax(span.first, block << kBlockShift);
        span.last = qMin(span.last, (block << kBlockShift) + kBlockEvents - 1);
        const auto outside = isOutside(query, block);
        if (!outside)
            return outside.error();
        if (*outside)
            return SpanWalk::Looked{query.newestFirst ? span.first : span.last, true, false};
    }
    return m_select.read(span, [&](const Statement &row) { return take(row, visit); });
}

Result<qint64> EventWalk::reachedUs(const EventQuery &query, const EventQuery &rest)
{
    auto row = m_database->prepare(query.newestFirst
                                       ? "SELECT received_us FROM events WHERE seq >= ?1 ORDER BY seq LIMIT 1"
                                       : "SELECT received_us FROM events WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1");
    if (!row)
        return row.error();
    row->bind(1, static_cast<qint64>(query.newestFirst ? *rest.beforeSeq : *rest.afterSeq));
    switch (row->step()) {
    case Statement::Step::Row:
        return row->integer(0);
    case Statement::Step::End:
        return 0;
    case Statement::Step::Failed:
        break;
    }
    return row->error();
}

Result<Searched> EventWalk::run(const EventQuery &query, const SpanWalk::Stopped &stopped, bool withEnvelope,
                                Visit visit)
{
    if (const Status prepared = prepare(query, withEnvelope); !prepared)
        return prepared.error();
    const auto whole = SpanSelect::bounds(*m_database, table(), query);
    if (!whole)
        return whole.error();
    SpanWalk walk(query, *whole);
    auto searched = walk.run([&](SeqRange span) { return read(query, span, visit); }, stopped);
    if (!searched || !searched->rest)
        return searched;
    const auto reached = reachedUs(query, *searched->rest);
    if (!reached)
        return reached.error();
    searched->reachedUs = *reached;
    return searched;
}

} // namespace hookboard
