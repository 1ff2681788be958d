#include "core/types/tilestate.h"

#include <algorithm>

namespace hookboard {

namespace {

// A tile is stale after three usual pauses, but never sooner than two minutes: what seldom pauses may still do so.
constexpr qint64 kStaleFloorUs = 2 * kMinuteUs;
constexpr qint64 kStaleFactor = 3;

bool isStale(const TileSpec &spec, const TileSnapshot &snapshot, qint64 nowUs)
{
    if (spec.staleAfterUs < 0 || snapshot.lastEventUs == 0)
        return false;
    if (spec.staleAfterUs > 0)
        return nowUs - snapshot.lastEventUs > spec.staleAfterUs;
    const qint64 learned = learnedStaleAfterUs(snapshot);
    return learned > 0 && nowUs - snapshot.lastEventUs > learned;
}

bool isPartial(const TileSnapshot &snapshot)
{
    return snapshot.refolding ||
           std::any_of(snapshot.skipped.begin(), snapshot.skipped.end(), [](quint64 n) { return n > 0; });
}

} // namespace

qint64 learnedStaleAfterUs(const TileSnapshot &snapshot)
{
    return snapshot.usualIntervalUs == 0 ? 0 : std::max(kStaleFloorUs, kStaleFactor * snapshot.usualIntervalUs);
}

TileCondition tileState(const TileSpec &spec, const TileSnapshot &snapshot, const TileContext &context)
{
    QList<TileState> holding;
    TileCondition condition;

    if (snapshot.error)
        holding << TileState::Error;
    if (snapshot.broken)
        holding << TileState::Broken;
    if (!context.listener.listening || !context.journal.writable) {
        holding << TileState::Offline;
        condition.sinceUs = context.listener.listening ? context.journal.sinceUs : context.listener.sinceUs;
    }
    if (snapshot.groupLimit > 0)
        holding << TileState::TooMany;
    if (isStale(spec, snapshot, context.nowUs)) {
        holding << TileState::Stale;
        if (condition.sinceUs == 0)
            condition.sinceUs = snapshot.lastEventUs;
    }
    if (context.paused)
        holding << TileState::Paused;
    if (snapshot.simulated > 0)
        holding << TileState::Simulated;
    if (snapshot.unverified > 0)
        holding << TileState::Unverified;
    if (isPartial(snapshot))
        holding << TileState::Partial;
    if (snapshot.lastEventUs == 0)
        holding << TileState::Waiting;
    else if (snapshot.matched == 0 && snapshot.lanes.isEmpty()) // a state outlives the window in which it began
        holding << TileState::NoData;

    if (!holding.isEmpty()) {
        condition.state = holding.takeFirst();
        condition.also = holding;
    }
    return condition;
}

} // namespace hookboard
