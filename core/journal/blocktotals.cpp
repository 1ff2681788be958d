#include "core/journal/blocktotals.h"

#include "core/journal/eventwriter.h"

#include <array>
#include <limits>

namespace hookboard {

Result<std::unique_ptr<BlockTotals>> BlockTotals::open(Database &database)
{
    std::unique_ptr<BlockTotals> totals(new BlockTotals(database));
    if (const Status prepared = totals->prepare(); !prepared)
        return prepared.error();
    if (const Status loaded = totals->load(); !loaded)
        return loaded.error();
    return totals;
}

Status BlockTotals::prepare()
{
    const std::array<std::pair<Statement *, QByteArrayView>, 8> statements{{
        {&m_insertBlock, "INSERT INTO blocks(block, events, min_us, max_us) VALUES(?1, ?2, ?3, ?4)"},
        {&m_addToSource, "INSERT INTO sources(source, events, last_us) VALUES(?1, ?2, ?3) ON CONFLICT(source)"
                         " DO UPDATE SET events = events + excluded.events, last_us = excluded.last_us"},
        {&m_shrinkBlock, "UPDATE blocks SET events = events - 1 WHERE block = ?1"},
        {&m_dropEmptyBlock, "DELETE FROM blocks WHERE block = ?1 AND events <= 0"},
        {&m_shrinkSource, "UPDATE sources SET events = events - 1 WHERE source = ?1"},
        {&m_firstBefore, "SELECT block FROM blocks WHERE min_us < ?1 ORDER BY block LIMIT 1"},
        {&m_tighten, "UPDATE blocks SET min_us = ?2, max_us = ?3 WHERE block = ?1"},
        {&m_range, "SELECT min(received_us), max(received_us) FROM events WHERE seq BETWEEN ?1 AND ?2"},
    }};
    for (const auto &[statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    return Done();
}

Status BlockTotals::load()
{
    const auto complete = m_database->integer("SELECT sum(events) FROM blocks");
    if (!complete)
        return complete.error();
    m_complete = static_cast<quint64>(*complete);
    // Whatever lies behind the last complete block and its neighbours is the tail: at most one block of rows.
    auto rows = m_database->prepare("SELECT seq, source, received_us FROM events WHERE seq >="
                                    " (SELECT coalesce(max(block) + 1, 0) FROM blocks) << 10 ORDER BY seq");
    if (!rows)
        return rows.error();
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = rows->step()) == Statement::Step::Row)
        count(static_cast<quint64>(rows->integer(0)), rows->text(1), rows->integer(2));
    if (outcome == Statement::Step::Failed)
        return rows->error();
    return Done();
}

void BlockTotals::count(quint64 seq, const QString &source, qint64 receivedUs)
{
    if (m_tail.events == 0) {
        m_tail = Tail{};
        m_tail.block = seq >> kBlockShift;
        m_tail.minUs = receivedUs;
        m_tail.maxUs = receivedUs;
    }
    ++m_tail.events;
    m_tail.minUs = qMin(m_tail.minUs, receivedUs);
    m_tail.maxUs = qMax(m_tail.maxUs, receivedUs);
    SourceTotal &total = m_tail.sources[source];
    ++total.events;
    total.lastUs = receivedUs;
}

Status BlockTotals::add(quint64 seq, const QString &source, qint64 receivedUs)
{
    if (m_tail.events > 0 && seq >> kBlockShift != m_tail.block) {
        if (const Status stored = storeTail(); !stored)
            return stored;
    }
    count(seq, source, receivedUs);
    return Done();
}

Status BlockTotals::storeTail()
{
    m_insertBlock.bind(1, static_cast<qint64>(m_tail.block)).bind(2, static_cast<qint64>(m_tail.events));
    if (const Status done = m_insertBlock.bind(3, m_tail.minUs).bind(4, m_tail.maxUs).run(); !done)
        return done;
    for (auto it = m_tail.sources.cbegin(); it != m_tail.sources.cend(); ++it) {
        const QByteArray name = it.key().toUtf8();
        m_addToSource.bindText(1, name).bind(2, static_cast<qint64>(it->events)).bind(3, it->lastUs);
        if (const Status done = m_addToSource.run(); !done)
            return done;
    }
    m_complete += m_tail.events;
    m_tail = Tail{};
    return Done();
}

Status BlockTotals::remove(quint64 seq, const QString &source)
{
    const quint64 block = seq >> kBlockShift;
    if (m_tail.events > 0 && block == m_tail.block) {
        --m_tail.events;
        --m_tail.sources[source].events;
        return Done();
    }
    --m_complete;
    const QByteArray name = source.toUtf8();
    for (Statement *statement : {&m_shrinkBlock, &m_dropEmptyBlock}) {
        if (const Status done = statement->bind(1, static_cast<qint64>(block)).run(); !done)
            return done;
    }
    return m_shrinkSource.bindText(1, name).run();
}

Result<std::optional<quint64>> BlockTotals::firstBlockBefore(qint64 cutoffUs)
{
    m_firstBefore.bind(1, cutoffUs);
    const auto outcome = m_firstBefore.step();
    std::optional<quint64> block;
    if (outcome == Statement::Step::Row)
        block = static_cast<quint64>(m_firstBefore.integer(0));
    m_firstBefore.reset();
    if (outcome == Statement::Step::Failed)
        return m_firstBefore.error();
    if (!block && m_tail.events > 0 && m_tail.minUs < cutoffUs)
        block = m_tail.block;
    return block;
}

Status BlockTotals::tighten(quint64 block)
{
    const auto first = static_cast<qint64>(block << kBlockShift);
    m_range.bind(1, first).bind(2, first + static_cast<qint64>(kBlockEvents) - 1);
    const auto outcome = m_range.step();
    const bool any = outcome == Statement::Step::Row && !m_range.isNull(0);
    // Without a row the range is empty, so that no time falls into it.
    const qint64 minUs = any ? m_range.integer(0) : std::numeric_limits<qint64>::max();
    const qint64 maxUs = any ? m_range.integer(1) : std::numeric_limits<qint64>::min();
    m_range.reset();
    if (outcome == Statement::Step::Failed)
        return m_range.error();
    if (m_tail.events > 0 && block == m_tail.block) {
        m_tail.minUs = minUs;
        m_tail.maxUs = maxUs;
        return Done();
    }
    return m_tighten.bind(1, static_cast<qint64>(block)).bind(2, minUs).bind(3, maxUs).run();
}

} // namespace hookboard
