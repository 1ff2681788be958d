// BucketStore: buckets times groups, each cell an Accumulator. Bounded whatever comes: a number of buckets, a number of
// groups (GroupTable), and a number of bytes. Which of them are kept depends on the events alone, never on the clock of
// this computer, so that a re-fold ends in the same state.
// What gives way: first the oldest bucket, or the newest while it lies ahead of what the arrival time allows (a clock
// that was wrong for a while); then the groups with the fewest events, which are merged into "other".
#pragma once

#include "core/aggregate/accumulator.h"
#include "core/aggregate/grouptable.h"
#include "core/aggregate/window.h"

#include <deque>
#include <memory>
#include <vector>

namespace hookboard {

struct Tally
{
    quint64 matched = 0;
    quint64 unverified = 0; // of matched
    quint64 simulated = 0;  // of matched
    void add(const Tally &other)
    {
        matched += other.matched;
        unverified += other.unverified;
        simulated += other.simulated;
    }
};

struct Bucket
{
    Span span;
    Tally tally;
    std::unique_ptr<Accumulator> other; // groups that have no slot; null = none came

    // Null when the group has nothing here.
    const Accumulator *cell(int slot) const
    {
        const size_t i = size_t(slot);
        return i < index.size() && index[i] > 0 ? &cells[size_t(index[i] - 1)].state : nullptr;
    }

    struct Cell
    {
        Cell(int itsSlot, FoldKind kind)
            : slot(itsSlot)
            , state(kind)
        {}
        int slot = 0;
        Accumulator state;
    };
    std::vector<Cell> cells;    // in any order; slots give the order
    std::vector<quint16> index; // slot -> position in cells + 1; 0 = none
};

class BucketStore
{
public:
    static constexpr qsizetype kMaxBytes = 12 * 1024 * 1024;

    BucketStore(FoldKind kind, bool grouped, WindowPlan plan);
    BucketStore(BucketStore &&) = default;
    BucketStore &operator=(BucketStore &&) = default;

    // False: older than anything that is kept, and so without effect.
    bool add(const Sample &sample, const GroupKey &group, const Tally &tally, qint64 arrivalUs)
    {
        Bucket *bucket = m_last && m_last->span.contains(sample.timeUs) ? m_last : bucketAt(sample.timeUs, arrivalUs);
        if (!bucket)
            return false;
        bucket->tally.add(tally);
        if (m_grouped)
            addToGroup(*bucket, sample, group);
        else
            addTo(bucket->cells.empty() ? cellFor(*bucket, 0) : bucket->cells.front().state, sample);
        return true;
    }

    bool isGrouped() const { return m_grouped; }
    FoldKind kind() const { return m_kind; }
    const WindowPlan &plan() const { return m_plan; }                                // All: as coarse as it has become
    const std::deque<std::unique_ptr<Bucket>> &buckets() const { return m_buckets; } // ascending
    const GroupTable &groups() const { return m_groups; }
    int slotCount() const { return m_grouped ? m_groups.slotCount() : 1; }
    // End of the newest bucket that had to go; 0 = none has.
    qint64 droppedUptoUs() const { return m_droppedUptoUs; }
    // Groups seen without a slot since the last time all fitted; 0 = all fit.
    quint64 overflowGroups() const { return m_overflow.estimate(); }
    qsizetype bytes() const { return m_bytes; }

    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    void addTo(Accumulator &state, const Sample &sample)
    {
        const qsizetype before = m_hasHeap ? state.bytes() : 0;
        state.add(sample);
        if (m_hasHeap)
            resize(before, state);
    }
    void addToGroup(Bucket &bucket, const Sample &sample, const GroupKey &group);
    Bucket *bucketAt(qint64 timeUs, qint64 arrivalUs);
    bool makeRoom(qint64 timeUs, qint64 arrivalUs);
    void drop(qsizetype position);
    void coarsen();
    void mergeInto(Bucket &target, Bucket &source);
    Accumulator &cellFor(Bucket &bucket, int slot);
    Accumulator &otherOf(Bucket &bucket);
    int slotFor(const GroupKey &group);
    void evictSmallest(qsizetype howMany);
    void moveToOther(Bucket &bucket, int slot);
    void resize(qsizetype before, const Accumulator &state) { m_bytes += state.bytes() - before; }
    void readBucket(StateReader &in);

    FoldKind m_kind;
    bool m_grouped;
    bool m_hasHeap; // an accumulator of this kind can grow
    WindowPlan m_plan;
    std::deque<std::unique_ptr<Bucket>> m_buckets;
    Bucket *m_last = nullptr; // the bucket of the event before: most often also that of the next
    GroupTable m_groups;
    DistinctSketch m_overflow;
    quint64 m_overflowEvents = 0; // since groups were last evicted
    qint64 m_droppedUptoUs = 0;
    qsizetype m_bytes = 0;
};

} // namespace hookboard
