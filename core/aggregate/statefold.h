// StateFold: in which state each group of a binding was, and since when: runs of equal states, ascending in time.
// Deterministic like all folds: the same events in the same order give the same runs, wherever a checkpoint lay
// between. Bounded: kMaxLanes groups (the one that has been silent longest gives way), of each the newest kMaxRuns
// runs, and kMaxStates different texts of at most kMaxStateBytes (further ones share kFurtherState).
//
// Of a run only its first and last event are kept, and two equal events are one run when no whole bucket lies between
// them. A late event inside a run therefore splits it to the accuracy of a bucket: it holds until its bucket ends.
#pragma once

#include "core/aggregate/distinctsketch.h"
#include "core/aggregate/grouptable.h"
#include "core/aggregate/window.h"
#include "core/mapping/mapper.h"
#include "core/types/tilesnapshot.h"

#include <deque>

namespace hookboard {

class StateFold
{
public:
    static constexpr qsizetype kMaxLanes = 100;
    static constexpr qsizetype kMaxRuns = 500;
    static constexpr qsizetype kMaxStates = 64;
    static constexpr qsizetype kMaxStateBytes = 128;
    static constexpr QLatin1StringView kFurtherState{"(other)"};

    explicit StateFold(bool grouped);

    // `grid`: the buckets of the binding; the same one on every call.
    void add(const Measurement &measurement, const TimeGrid &grid);

    // What is known of `window`, by key. Nothing is known while nobody listened. With `hold` a state lasts until the
    // next one, else until the bucket of its last event ends.
    QList<Lane> lanes(const Span &window, const QList<Gap> &gaps, const TimeGrid &grid, bool hold) const;
    quint64 groupsTotal() const; // ever seen
    // Groups that gave way had events inside the window.
    bool isShort(const Span &window) const { return m_evictedUptoUs > window.fromUs; }

    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    struct Run
    {
        qint64 fromUs = 0;
        qint64 lastUs = 0; // of its last event; the next run begins later
        quint8 state = 0;
    };
    using Runs = std::deque<Run>;

    int stateOf(const Scalar &value);
    Runs *runsFor(const Measurement &measurement);
    bool makeRoom(qint64 timeUs);
    static void insert(Runs &runs, qint64 timeUs, quint8 state, const TimeGrid &grid);
    static void join(Runs &runs, qsizetype second, const TimeGrid &grid);
    static void trim(Runs &runs);
    // `names`: by number of the state, the further ones last.
    static Lane laneOf(const Runs &runs, const QStringList &names, const Span &window, const QList<Gap> &gaps,
                       const TimeGrid &grid, bool hold);

    bool m_grouped;
    GroupTable m_groups;
    std::vector<Runs> m_lanes; // by slot
    std::vector<QByteArray> m_states;
    DistinctSketch m_seen;
    qint64 m_evictedUptoUs = 0;
};

} // namespace hookboard
