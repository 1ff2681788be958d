// TileFold: the fold of one binding of a tile. add() measurements in the order of their seq; state() is the same for
// the same measurements, byte for byte, wherever a checkpoint lay between. One thread at a time.
//
// Times are not trusted blindly: an event that claims to be more than a window (at least five minutes, at most a day)
// ahead of its arrival is skipped as "future-time", one from before 2000 as "no-time"; neither can push a window away.
#pragma once

#include "core/aggregate/eventring.h"
#include "core/aggregate/pairtable.h"
#include "core/aggregate/statefold.h"

#include <array>

namespace hookboard {

class TileFold
{
public:
    // Kpi, Gauge, Histogram, Table and Feed ignore groupBy; Table and Feed also the value, the share and the pairing;
    // Histogram and States also the aggregation.
    TileFold(const Binding &binding, TileKind kind);

    // The binding as it is folded: what the mapper must be compiled with.
    static Binding effective(const Binding &binding, TileKind kind);

    // False when nothing changed.
    bool add(const Measurement &measurement);
    // Whether add() would count it; what it does not count it skips with a reason.
    bool counts(const Measurement &measurement) const;
    // The arrival of the first event that was folded, wanted or not: from there on silence is silence.
    void cover(qint64 receivedUs);

    const Binding &binding() const { return m_binding; }
    TileKind tileKind() const { return m_tileKind; }
    const WindowPlan &plan() const { return m_store.plan(); }
    const BucketStore &store() const { return m_store; }                        // empty for LastEvents
    const EventRing *ring() const { return m_ring ? &*m_ring : nullptr; }       // LastEvents only
    const StateFold *states() const { return m_states ? &*m_states : nullptr; } // States only
    qint64 coveredFromUs() const { return m_coveredFromUs; }                    // 0 = no event at all yet
    qint64 lastEventUs() const { return m_lastEventUs; } // arrival of the last one counted; 0 = none yet
    qint64 usualIntervalUs() const;                      // four of five pauses between arrivals; 0 = too few
    quint64 openPairs() const { return m_pairs ? m_pairs->size() : 0; }
    void addSkipped(QMap<QString, quint64> &skipped) const;

    void write(StateWriter &out) const;
    // What is not exactly a state of this binding leaves the reader failed, and this fold to be thrown away.
    void read(StateReader &in);

private:
    static constexpr size_t kReasons = 16; // SkipReason; the last is "future-time"
    static constexpr size_t kIntervals = 32;

    bool skip(size_t reason);
    void count(const Measurement &measurement);
    bool addPaired(const Measurement &measurement);
    size_t faultOf(const Measurement &measurement) const;
    void learnInterval(qint64 receivedUs);
    void pushInterval(qint64 interval);

    Binding m_binding;
    TileKind m_tileKind;
    bool m_grouped;
    bool m_countsEvents; // whatever the value
    bool m_needsNumber;
    BucketStore m_store;
    std::optional<EventRing> m_ring;
    std::optional<StateFold> m_states; // beside the store, which counts its events
    std::optional<PairTable> m_pairs;
    std::array<quint64, kReasons> m_skipped{};
    std::array<qint64, kIntervals> m_intervals{}; // a ring: the oldest at m_oldest
    size_t m_oldest = 0;
    size_t m_intervalCount = 0;
    qint64 m_coveredFromUs = 0;
    qint64 m_lastEventUs = 0;
};

} // namespace hookboard
