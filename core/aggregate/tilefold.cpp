#include "core/aggregate/tilefold.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr quint64 kFormat = 1;
constexpr qint64 kEarliestUs = 946'684'800LL * kSecondUs; // 2000-01-01: no webhook is older, but many a zero is
constexpr size_t kFutureTime = 15;
constexpr size_t kFewIntervals = 4;
constexpr qint64 kBurstUs = 5 * kSecondUs;

bool isRows(TileKind kind)
{
    return kind == TileKind::Table || kind == TileKind::Feed;
}

bool isOneGroup(TileKind kind)
{
    return isRows(kind) || kind == TileKind::Kpi || kind == TileKind::Gauge || kind == TileKind::Histogram;
}

// What the store keeps: States have a fold of their own, and need only a count.
FoldKind storeKind(const Binding &binding, TileKind kind)
{
    return kind == TileKind::States ? FoldKind::Count : foldKind(binding.aggregation);
}

WindowPlan planOf(const Binding &binding, TileKind kind)
{
    return WindowPlan::make(binding.window, binding.bucketUs, kind != TileKind::TimeSeries);
}

} // namespace

Binding TileFold::effective(const Binding &binding, TileKind kind)
{
    Binding result = binding;
    if (isRows(kind)) {
        result.aggregation = Aggregation::Count;
        result.value.clear();
        result.steps.clear();
        result.part.clear();
        result.pairing.reset();
    }
    if (kind == TileKind::Histogram)
        result.aggregation = Aggregation::P50;
    if (kind == TileKind::States)
        result.aggregation = Aggregation::Last;
    if (isOneGroup(kind)) {
        result.groupBy.clear();
        result.groupSteps.clear();
    }
    return result;
}

TileFold::TileFold(const Binding &binding, TileKind kind)
    : m_binding(effective(binding, kind))
    , m_tileKind(kind)
    , m_grouped(!m_binding.groupBy.isEmpty() && kind != TileKind::States)
    , m_countsEvents(foldKind(m_binding.aggregation) == FoldKind::Count)
    , m_needsNumber(needsNumber(m_binding.aggregation))
    , m_store(storeKind(m_binding, kind), m_grouped, planOf(m_binding, kind))
{
    if (m_binding.window.kind == Window::Kind::LastEvents)
        m_ring.emplace(storeKind(m_binding, kind), m_grouped, m_binding.window.events);
    if (kind == TileKind::States)
        m_states.emplace(!m_binding.groupBy.isEmpty());
    if (m_binding.pairing)
        m_pairs.emplace(m_binding.pairing->timeoutUs);
}

inline bool TileFold::skip(size_t reason)
{
    ++m_skipped[std::min(reason, kReasons - 1)];
    return true;
}

// 0 = none.
inline size_t TileFold::faultOf(const Measurement &m) const
{
    if (m.skipped != SkipReason::None)
        return size_t(m.skipped);
    if (m.timeUs < kEarliestUs)
        return size_t(SkipReason::NoTime);
    if (m.timeUs - m.receivedUs > m_store.plan().futureUs())
        return kFutureTime;
    if (m_countsEvents || m_pairs)
        return 0;
    if (!m.value || m.value->isAbsent())
        return size_t(SkipReason::Missing);
    return m_needsNumber && !m.value->isNumber() ? size_t(SkipReason::NotANumber) : 0;
}

bool TileFold::counts(const Measurement &measurement) const
{
    return faultOf(measurement) == 0;
}

// A burst is one arrival: what comes close on it only makes the pause before it longer. So neither a thousand events of
// one second nor a backlog that a sender hands over make the silence after them look unusual.
inline void TileFold::pushInterval(qint64 interval)
{
    if (m_intervalCount > 0) {
        qint64 &newest = m_intervals[(m_oldest + m_intervalCount - 1) % kIntervals];
        if (newest < kBurstUs) {
            newest += interval;
            return;
        }
    }
    m_intervals[(m_oldest + m_intervalCount) % kIntervals] = interval;
    if (m_intervalCount < kIntervals)
        ++m_intervalCount;
    else
        m_oldest = (m_oldest + 1) % kIntervals;
}

inline void TileFold::learnInterval(qint64 receivedUs)
{
    // A clock that went back tells nothing about the interval.
    if (m_lastEventUs != 0 && receivedUs >= m_lastEventUs)
        pushInterval(receivedUs - m_lastEventUs);
    m_lastEventUs = receivedUs;
}

bool TileFold::add(const Measurement &m)
{
    if (const size_t fault = faultOf(m))
        return skip(fault);
    if (m_pairs)
        return addPaired(m);
    count(m);
    return true;
}

// An event may end one pair and begin the next.
bool TileFold::addPaired(const Measurement &m)
{
    quint64 &unpaired = m_skipped[size_t(SkipReason::Unpaired)];
    unpaired += m_pairs->expire(m.receivedUs);
    if (m.endsPair) {
        const std::optional<qint64> tookUs = m_pairs->close(m.pairKey, m.timeUs);
        if (tookUs) {
            const Scalar seconds(double(*tookUs) / double(kSecondUs));
            Measurement pair = m;
            pair.value = &seconds;
            count(pair);
        } else if (!m.startsPair) {
            skip(size_t(SkipReason::NoStart));
        }
    }
    if (m.startsPair)
        unpaired += m_pairs->open(m.pairKey, m.timeUs, m.receivedUs);
    return true;
}

inline void TileFold::count(const Measurement &m)
{
    learnInterval(m.receivedUs);
    if (m_states)
        m_states->add(m, m_store.plan().display());
    if (m_ring) {
        m_ring->add(m);
        return;
    }
    const Sample sample{m.timeUs, m.seq, m.value};
    const Tally tally{1, m.verified ? 0u : 1u, m.simulated ? 1u : 0u};
    m_store.add(sample, m_grouped ? GroupKey::of(m.group, m.groupMissing) : GroupKey{}, tally, m.receivedUs);
}

void TileFold::cover(qint64 receivedUs)
{
    if (m_coveredFromUs == 0)
        m_coveredFromUs = std::max(receivedUs, m_binding.sinceUs);
}

qint64 TileFold::usualIntervalUs() const
{
    if (m_intervalCount < kFewIntervals)
        return 0;
    std::array<qint64, kIntervals> sorted = m_intervals;
    const auto most = sorted.begin() + qsizetype(m_intervalCount * 4 / 5);
    std::nth_element(sorted.begin(), most, sorted.begin() + qsizetype(m_intervalCount));
    return *most;
}

void TileFold::addSkipped(QMap<QString, quint64> &skipped) const
{
    for (size_t reason = 1; reason < kReasons; ++reason) {
        if (m_skipped[reason] > 0)
            skipped[reason == kFutureTime ? u"future-time"_s : QString(skipReasonText(SkipReason(reason)))] +=
                m_skipped[reason];
    }
}

void TileFold::write(StateWriter &out) const
{
    out.number(kFormat);
    out.integer(m_coveredFromUs);
    out.integer(m_lastEventUs);
    for (const quint64 n : m_skipped)
        out.number(n);
    out.number(m_intervalCount);
    for (size_t i = 0; i < m_intervalCount; ++i)
        out.integer(m_intervals[(m_oldest + i) % kIntervals]);
    if (m_pairs)
        m_pairs->write(out);
    if (m_ring)
        m_ring->write(out);
    else
        m_store.write(out);
    if (m_states)
        m_states->write(out);
}

void TileFold::read(StateReader &in)
{
    if (in.number() != kFormat)
        in.fail();
    m_coveredFromUs = in.integer();
    m_lastEventUs = in.integer();
    for (quint64 &n : m_skipped)
        n = in.number();
    const qsizetype intervals = in.count(kIntervals);
    for (qsizetype i = 0; i < intervals; ++i)
        pushInterval(in.integer());
    if (m_pairs)
        m_pairs->read(in);
    if (m_ring)
        m_ring->read(in);
    else
        m_store.read(in);
    if (m_states)
        m_states->read(in);
}

} // namespace hookboard
