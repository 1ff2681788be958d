#include "core/types/tilestate.h"

#include <algorithm>

namespace hookboard {

namespace {

// A tile is stale after three usual intervals, but never sooner than a minute: bursts make short intervals.
constexpr qint64 kStaleFloorUs = kMinuteUs;
constexpr qint64 kStaleFactor = 3;

bool isStale(const TileSpec &spec, const TileSnapshot &snapshot, qint64 nowUs)
{
    if (spec.staleAfterUs < 0 || snapshot.lastEventUs == 0)
        return false;
    if (spec.staleAfterUs > 0)
        return nowUs - snapshot.lastEventUs > spec.staleAfterUs;
    if (snapshot.usualIntervalUs == 0)
        return false;
    return nowUs - snapshot.lastEventUs > std::max(kStaleFloorUs, kStaleFactor * snapshot.usualIntervalUs);
}

bool isPartial(const TileSnapshot &snapshot)
{
    return snapshot.refolding ||
           std::any_of(snapshot.skipped.begin(), snapshot.skipped.end(), [](quint64 n) { return n > 0; });
}

} // namespace

TileCondition tileState(const TileSpec &spec, const TileSnapshot &snapshot, const TileContext &context)
{
    QList<TileState> holding;
    TileCondition condition;

    if (snapshot.error)
        holding << TileState::Error;
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
