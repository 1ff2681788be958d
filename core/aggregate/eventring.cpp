#include "core/aggregate/eventring.h"

#include "core/types/utf8cut.h"

#include <algorithm>

namespace hookboard {

namespace {

QByteArray ownCopy(QByteArrayView text)
{
    return cutUtf8(text, Accumulator::kMaxText).toByteArray();
}

// Distinct only compares: the hash of a text says as much as the text, and is short. Count does not look at all.
Scalar keptValue(FoldKind kind, const Scalar &value)
{
    if (kind == FoldKind::Count)
        return {};
    if (kind == FoldKind::Distinct)
        return Scalar(hashOf(value));
    if (const auto *text = std::get_if<QByteArray>(&value.value()))
        return Scalar(ownCopy(*text));
    return value;
}

} // namespace

EventRing::EventRing(FoldKind kind, bool grouped, qint64 limit)
    : m_kind(kind)
    , m_grouped(grouped)
    , m_limit(std::clamp<qint64>(limit, 1, kMaxEvents))
{}

bool EventRing::add(const Measurement &measurement)
{
    Record record;
    record.timeUs = measurement.timeUs;
    record.seq = measurement.seq;
    record.verified = measurement.verified;
    record.simulated = measurement.simulated;
    const bool isFull = qint64(m_records.size()) >= m_limit;
    if (isFull && record.isBefore(m_records.front()))
        return false;
    if (measurement.value)
        record.value = keptValue(m_kind, *measurement.value);
    if (m_grouped) {
        record.group = ownCopy(measurement.group);
        record.groupMissing = measurement.groupMissing;
    }
    if (m_records.empty() || m_records.back().isBefore(record)) {
        m_records.push_back(std::move(record));
    } else {
        const auto place = std::upper_bound(m_records.begin(), m_records.end(), record,
                                            [](const Record &a, const Record &b) { return a.isBefore(b); });
        m_records.insert(place, std::move(record));
    }
    if (isFull)
        m_records.pop_front();
    return true;
}

BucketStore EventRing::replay(const WindowPlan &plan) const
{
    BucketStore store(m_kind, m_grouped, plan);
    for (const Record &record : m_records) {
        const Sample sample{record.timeUs, record.seq, &record.value};
        const Tally tally{1, record.verified ? 0u : 1u, record.simulated ? 1u : 0u};
        store.add(sample, m_grouped ? GroupKey::of(record.group, record.groupMissing) : GroupKey{}, tally,
                  record.timeUs);
    }
    return store;
}

void EventRing::write(StateWriter &out) const
{
    out.number(m_records.size());
    for (const Record &record : m_records) {
        out.integer(record.timeUs);
        out.number(record.seq);
        out.scalar(record.value);
        out.number((record.groupMissing ? 1u : 0u) | (record.verified ? 2u : 0u) | (record.simulated ? 4u : 0u));
        if (m_grouped)
            out.bytes(record.group);
    }
}

void EventRing::read(StateReader &in)
{
    m_records.clear();
    const qsizetype size = in.count(m_limit);
    for (qsizetype i = 0; i < size && in.ok(); ++i) {
        Record record;
        record.timeUs = in.integer();
        record.seq = in.number();
        record.value = in.scalar(Accumulator::kMaxText);
        const quint64 flags = in.number();
        record.groupMissing = flags & 1;
        record.verified = flags & 2;
        record.simulated = flags & 4;
        if (m_grouped)
            record.group = in.bytes(Accumulator::kMaxText);
        if (!m_records.empty() && record.isBefore(m_records.back()))
            in.fail();
        m_records.push_back(std::move(record));
    }
}

} // namespace hookboard
