#include "core/aggregate/bucketstore.h"

#include <algorithm>

namespace hookboard {

namespace {

// What a cell, a bucket cost besides the heap of their accumulator: near the truth, and the same on every platform.
constexpr qsizetype kCellBytes = 144;
// So many events without a slot, and the smallest groups make room: a group that became large late gets its slot.
constexpr quint64 kPatience = 1'024;
constexpr qsizetype kEvicted = GroupTable::kMaxGroups / 4;
// A cell is a cache line: a grouped tile touches another one with each event, and opening a board makes all of them.
static_assert(sizeof(Bucket::Cell) <= 64);

} // namespace

BucketStore::BucketStore(FoldKind kind, bool grouped, WindowPlan plan)
    : m_kind(kind)
    , m_grouped(grouped)
    , m_hasHeap(kind == FoldKind::Edges || kind == FoldKind::Quantiles || kind == FoldKind::Distinct)
    , m_plan(std::move(plan))
{}

void BucketStore::addToGroup(Bucket &bucket, const Sample &sample, const GroupKey &group)
{
    const int slot = slotFor(group);
    addTo(slot >= 0 ? cellFor(bucket, slot) : otherOf(bucket), sample);
    if (slot >= 0)
        ++m_groups.at(slot).events;
    while (m_bytes > kMaxBytes && m_groups.size() > 0)
        evictSmallest(std::max<qsizetype>(m_groups.size() / 4, 1));
}

Bucket *BucketStore::bucketAt(qint64 timeUs, qint64 arrivalUs)
{
    const auto place = std::upper_bound(m_buckets.begin(), m_buckets.end(), timeUs,
                                        [](qint64 us, const auto &bucket) { return us < bucket->span.fromUs; });
    if (place != m_buckets.begin() && (*std::prev(place))->span.contains(timeUs)) {
        m_last = std::prev(place)->get();
        return m_last;
    }
    if (!makeRoom(timeUs, arrivalUs))
        return nullptr;
    auto bucket = std::make_unique<Bucket>();
    bucket->span = m_plan.grain().at(timeUs);
    m_last = bucket.get();
    const auto at = std::upper_bound(m_buckets.begin(), m_buckets.end(), timeUs,
                                     [](qint64 us, const auto &other) { return us < other->span.fromUs; });
    // A coarser grain may have made the bucket meanwhile.
    if (at != m_buckets.begin() && (*std::prev(at))->span.contains(timeUs)) {
        m_last = std::prev(at)->get();
        return m_last;
    }
    m_buckets.insert(at, std::move(bucket));
    return m_last;
}

bool BucketStore::makeRoom(qint64 timeUs, qint64 arrivalUs)
{
    if (m_plan.kind() == Window::Kind::All || m_plan.kind() == Window::Kind::LastEvents) {
        const auto spread = [&] {
            if (m_buckets.empty())
                return qint64(0);
            const qint64 from = std::min(timeUs, m_buckets.front()->span.fromUs);
            const qint64 to = std::max(timeUs, m_buckets.back()->span.fromUs);
            return (to - from) / m_plan.grain().stepUs();
        };
        while (spread() >= m_plan.maxBuckets())
            coarsen();
        return true;
    }
    if (qsizetype(m_buckets.size()) < m_plan.maxBuckets())
        return true;
    if (m_buckets.back()->span.fromUs > arrivalUs + m_plan.futureUs() && timeUs < m_buckets.back()->span.fromUs) {
        drop(qsizetype(m_buckets.size()) - 1);
        return true;
    }
    if (timeUs < m_buckets.front()->span.fromUs)
        return false;
    m_droppedUptoUs = std::max(m_droppedUptoUs, m_buckets.front()->span.toUs);
    drop(0);
    return true;
}

void BucketStore::drop(qsizetype position)
{
    Bucket &bucket = *m_buckets[size_t(position)];
    if (bucket.other)
        m_bytes -= kCellBytes + bucket.other->bytes();
    for (const Bucket::Cell &cell : bucket.cells) {
        m_bytes -= kCellBytes + cell.state.bytes();
        if (!m_grouped)
            continue;
        Group &group = m_groups.at(cell.slot);
        group.events -= cell.state.count();
        if (--group.cells == 0)
            m_groups.release(cell.slot);
    }
    const bool hadOther = bucket.other != nullptr;
    if (m_last == &bucket)
        m_last = nullptr;
    m_buckets.erase(m_buckets.begin() + position);
    if (hadOther &&
        std::none_of(m_buckets.begin(), m_buckets.end(), [](const auto &b) { return b->other != nullptr; })) {
        m_overflow = {};
        m_overflowEvents = 0;
    }
}

void BucketStore::coarsen()
{
    m_plan = m_plan.coarser();
    m_last = nullptr;
    std::deque<std::unique_ptr<Bucket>> old = std::move(m_buckets);
    m_buckets.clear();
    for (std::unique_ptr<Bucket> &bucket : old) {
        const Span span = m_plan.grain().at(bucket->span.fromUs);
        if (!m_buckets.empty() && m_buckets.back()->span == span) {
            mergeInto(*m_buckets.back(), *bucket);
            continue;
        }
        bucket->span = span;
        m_buckets.push_back(std::move(bucket));
    }
}

void BucketStore::mergeInto(Bucket &target, Bucket &source)
{
    target.tally.add(source.tally);
    for (int slot = 0; slot < int(source.index.size()); ++slot) {
        const Accumulator *from = source.cell(slot);
        if (!from)
            continue;
        m_bytes -= kCellBytes + from->bytes();
        if (m_grouped)
            --m_groups.at(slot).cells;
        Accumulator &to = cellFor(target, slot);
        const qsizetype before = to.bytes();
        to.merge(*from);
        resize(before, to);
    }
    if (source.other) {
        m_bytes -= kCellBytes + source.other->bytes();
        Accumulator &to = otherOf(target);
        const qsizetype before = to.bytes();
        to.merge(*source.other);
        resize(before, to);
    }
}

Accumulator &BucketStore::cellFor(Bucket &bucket, int slot)
{
    const size_t i = size_t(slot);
    if (i >= bucket.index.size())
        bucket.index.resize(i + 1, 0);
    if (bucket.index[i] == 0) {
        bucket.cells.emplace_back(slot, m_kind);
        bucket.index[i] = quint16(bucket.cells.size());
        m_bytes += kCellBytes;
        if (m_grouped)
            ++m_groups.at(slot).cells;
    }
    return bucket.cells[size_t(bucket.index[i] - 1)].state;
}

Accumulator &BucketStore::otherOf(Bucket &bucket)
{
    if (!bucket.other) {
        bucket.other = std::make_unique<Accumulator>(m_kind);
        m_bytes += kCellBytes;
    }
    return *bucket.other;
}

int BucketStore::slotFor(const GroupKey &group)
{
    const int slot = m_groups.find(group);
    if (slot >= 0)
        return slot;
    if (!m_groups.isFull())
        return m_groups.insert(group);
    m_overflow.add(group.hash);
    if (++m_overflowEvents < kPatience)
        return -1;
    evictSmallest(kEvicted);
    return m_groups.insert(group);
}

void BucketStore::evictSmallest(qsizetype howMany)
{
    std::vector<int> chosen;
    for (int slot = 0; slot < m_groups.slotCount(); ++slot) {
        if (m_groups.at(slot).used)
            chosen.push_back(slot);
    }
    howMany = std::min(howMany, qsizetype(chosen.size()));
    const auto isSmaller = [this](int a, int b) {
        const Group &x = m_groups.at(a);
        const Group &y = m_groups.at(b);
        return x.events != y.events ? x.events < y.events : a < b;
    };
    if (size_t(howMany) < chosen.size())
        std::nth_element(chosen.begin(), chosen.begin() + howMany, chosen.end(), isSmaller);
    chosen.resize(size_t(howMany));
    std::sort(chosen.begin(), chosen.end());
    for (const std::unique_ptr<Bucket> &bucket : m_buckets) {
        for (const int slot : chosen)
            moveToOther(*bucket, slot);
    }
    for (const int slot : chosen) {
        m_overflow.add(m_groups.at(slot).hash);
        m_groups.release(slot);
    }
    m_overflowEvents = 0;
}

void BucketStore::moveToOther(Bucket &bucket, int slot)
{
    if (!bucket.cell(slot))
        return;
    const size_t position = bucket.index[size_t(slot)] - 1u;
    const Accumulator state = std::move(bucket.cells[position].state);
    m_bytes -= kCellBytes + state.bytes();
    if (position + 1 != bucket.cells.size()) {
        bucket.cells[position] = std::move(bucket.cells.back());
        bucket.index[size_t(bucket.cells[position].slot)] = quint16(position + 1);
    }
    bucket.cells.pop_back();
    bucket.index[size_t(slot)] = 0;
    Accumulator &other = otherOf(bucket);
    const qsizetype before = other.bytes();
    other.merge(state);
    resize(before, other);
}

void BucketStore::write(StateWriter &out) const
{
    out.integer(m_plan.grain().stepUs());
    out.integer(m_droppedUptoUs);
    out.number(m_overflowEvents);
    m_overflow.write(out);
    m_groups.write(out);
    out.number(m_buckets.size());
    for (const std::unique_ptr<Bucket> &bucket : m_buckets) {
        out.integer(bucket->span.fromUs);
        out.number(bucket->tally.matched);
        out.number(bucket->tally.unverified);
        out.number(bucket->tally.simulated);
        out.flag(bucket->other != nullptr);
        if (bucket->other)
            bucket->other->write(out);
        out.number(bucket->cells.size());
        for (int slot = 0; slot < int(bucket->index.size()); ++slot) {
            if (const Accumulator *state = bucket->cell(slot)) {
                out.number(quint64(slot));
                state->write(out);
            }
        }
    }
}

void BucketStore::readBucket(StateReader &in)
{
    auto bucket = std::make_unique<Bucket>();
    const qint64 from = in.integer();
    bucket->span = m_plan.grain().at(in.ok() ? from : 0);
    // Another grid, or buckets out of order: the zone's rules have changed, or this is no state of ours.
    if (bucket->span.fromUs != from || (!m_buckets.empty() && m_buckets.back()->span.fromUs >= from))
        in.fail();
    bucket->tally.matched = in.number();
    bucket->tally.unverified = in.number();
    bucket->tally.simulated = in.number();
    if (in.flag()) {
        otherOf(*bucket).read(in, m_kind);
        m_bytes += bucket->other->bytes();
    }
    const qsizetype cells = in.count(GroupTable::kMaxGroups);
    bucket->cells.reserve(size_t(cells));
    if (cells > 1)
        bucket->index.resize(size_t(slotCount()), 0);
    for (qsizetype i = 0; i < cells && in.ok(); ++i) {
        const quint64 slot = in.number();
        if (slot >= quint64(slotCount()) || (m_grouped && !m_groups.at(int(slot)).used) || bucket->cell(int(slot))) {
            in.fail();
            break;
        }
        Accumulator &state = cellFor(*bucket, int(slot));
        state.read(in, m_kind);
        m_bytes += state.bytes();
        if (m_grouped)
            m_groups.at(int(slot)).events += state.count();
    }
    m_buckets.push_back(std::move(bucket));
}

void BucketStore::read(StateReader &in)
{
    const qint64 step = in.integer();
    for (int tries = 0; m_plan.kind() == Window::Kind::All && m_plan.grain().stepUs() < step && tries < 64; ++tries)
        m_plan = m_plan.coarser();
    if (m_plan.grain().stepUs() != step)
        in.fail();
    m_droppedUptoUs = in.integer();
    m_overflowEvents = in.number();
    m_overflow.read(in);
    m_groups.read(in);
    const qsizetype size = in.count(std::max<qsizetype>(m_plan.maxBuckets() + 1, 1));
    for (qsizetype i = 0; i < size && in.ok(); ++i)
        readBucket(in);
}

} // namespace hookboard
