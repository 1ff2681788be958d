// ListeningSpans: the wall-clock spans in which deliveries were accepted and could be stored; what lies between them is
// a gap. Spans are extended by heartbeats, so a crash, a suspended computer and a stopped clock hide at most one beat.
// The writer half works inside the caller's transaction in the journal thread; uncoveredBy() is pure.
#pragma once

#include "core/journal/database.h"
#include "core/types/clock.h"
#include "core/types/health.h"

#include <QtCore/QList>

#include <optional>

namespace hookboard {

inline constexpr qint64 kHeartbeatUs = 5'000'000;

class ListeningSpans
{
public:
    explicit ListeningSpans(const Clock &clock)
        : m_clock(&clock)
    {}

    // Declares every span in the file closed at its last heartbeat: whoever wrote it is gone, or is this process before
    // an outage of the journal (then until `lastGoodUs`).
    Status closeLeftOvers(Database &database, std::optional<qint64> lastGoodUs = {});
    Status begin(Database &database);
    // Extends the running span. Starts another when the wall clock stepped back or ran ahead of the steady one: after a
    // suspend nobody was listening meanwhile, and a span is never longer than the time that was lived through.
    Status beat(Database &database);
    Status end(Database &database);
    // True when enough time went by since the last beat.
    bool isDue(qint64 afterUs) const;
    bool isRunning() const { return m_id != 0; }

private:
    const Clock *m_clock;
    qint64 m_id = 0; // row of the running span, 0 = none
    qint64 m_toUs = 0;
    qint64 m_lastBeatNs = 0;
};

struct ListeningSpan
{
    qint64 fromUs = 0;
    qint64 toUs = 0;
    bool running = false;
};

// The parts of [fromUs, toUs) that no span covers, ascending; nothing before the first span. Spans may overlap and come
// in any order. A running span covers two further beats, because its last one may be on its way.
QList<Gap> uncoveredBy(QList<ListeningSpan> spans, qint64 fromUs, qint64 toUs);

} // namespace hookboard
