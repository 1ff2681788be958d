#include "core/journal/listeningspans.h"

#include <algorithm>

namespace hookboard {

namespace {

// Differences between the clocks below this are slewing and scheduling, not a step.
constexpr qint64 kClockStepUs = 2 * kHeartbeatUs;

} // namespace

Status ListeningSpans::closeLeftOvers(Database &database, std::optional<qint64> lastGoodUs)
{
    if (m_id != 0 && lastGoodUs && *lastGoodUs > m_toUs && *lastGoodUs - m_toUs <= kClockStepUs) {
        auto extend = database.prepare("UPDATE listening SET to_us = ?2 WHERE id = ?1 AND running <> 0");
        if (!extend)
            return extend.error();
        if (const Status done = extend->bind(1, m_id).bind(2, *lastGoodUs).run(); !done)
            return done;
    }
    m_id = 0;
    return database.execute("UPDATE listening SET running = 0 WHERE running <> 0");
}

Status ListeningSpans::begin(Database &database)
{
    auto insert = database.prepare("INSERT INTO listening(from_us, to_us, running) VALUES(?1, ?1, 1) RETURNING id");
    if (!insert)
        return insert.error();
    m_toUs = m_clock->nowUs();
    m_lastBeatNs = m_clock->steadyNs();
    if (insert->bind(1, m_toUs).step() != Statement::Step::Row)
        return insert->error();
    m_id = insert->integer(0);
    return insert->run();
}

Status ListeningSpans::beat(Database &database)
{
    const qint64 nowUs = m_clock->nowUs();
    const qint64 wallUs = nowUs - m_toUs;
    const qint64 livedUs = (m_clock->steadyNs() - m_lastBeatNs) / 1000;
    if (qAbs(wallUs - livedUs) > kClockStepUs) {
        if (const Status closed = database.execute("UPDATE listening SET running = 0 WHERE running <> 0"); !closed)
            return closed;
        return begin(database);
    }
    m_lastBeatNs = m_clock->steadyNs();
    m_toUs = qMax(m_toUs, nowUs);
    auto extend = database.prepare("UPDATE listening SET to_us = ?2 WHERE id = ?1");
    if (!extend)
        return extend.error();
    return extend->bind(1, m_id).bind(2, m_toUs).run();
}

Status ListeningSpans::end(Database &database)
{
    if (m_id == 0)
        return Done();
    if (const Status beaten = beat(database); !beaten)
        return beaten;
    return closeLeftOvers(database);
}

bool ListeningSpans::isDue(qint64 afterUs) const
{
    return m_id != 0 && (m_clock->steadyNs() - m_lastBeatNs) / 1000 >= afterUs;
}

QList<Gap> uncoveredBy(QList<ListeningSpan> spans, qint64 fromUs, qint64 toUs)
{
    if (spans.isEmpty())
        return {};
    std::sort(spans.begin(), spans.end(), [](const auto &a, const auto &b) { return a.fromUs < b.fromUs; });
    QList<Gap> gaps;
    qint64 coveredUs = qMax(fromUs, spans.first().fromUs);
    for (const ListeningSpan &span : spans) {
        const qint64 spanToUs = span.running ? span.toUs + 2 * kHeartbeatUs : span.toUs;
        if (spanToUs <= coveredUs)
            continue;
        if (span.fromUs > coveredUs && coveredUs < toUs)
            gaps.append({coveredUs, qMin(span.fromUs, toUs)});
        coveredUs = spanToUs;
    }
    if (coveredUs < toUs)
        gaps.append({coveredUs, toUs});
    return gaps;
}

} // namespace hookboard
