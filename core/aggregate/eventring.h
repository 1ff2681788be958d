// EventRing: the last N measurements by time, then seq, for windows that count events instead of time. Bounded: at most
// kMaxEvents, texts at most 256 bytes. Replayed into a BucketStore when it is looked at.
#pragma once

#include "core/aggregate/bucketstore.h"
#include "core/mapping/mapper.h"

#include <deque>

namespace hookboard {

class EventRing
{
public:
    static constexpr qint64 kMaxEvents = 100'000;

    EventRing(FoldKind kind, bool grouped, qint64 limit);

    // False: older than all that are kept, and so without effect.
    bool add(const Measurement &measurement);
    BucketStore replay(const WindowPlan &plan) const;
    qsizetype size() const { return qsizetype(m_records.size()); }

    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    struct Record
    {
        qint64 timeUs = 0;
        quint64 seq = 0;
        Scalar value;
        QByteArray group;
        bool groupMissing = false;
        bool verified = true;
        bool simulated = false;
        bool isBefore(const Record &other) const
        {
            return timeUs != other.timeUs ? timeUs < other.timeUs : seq < other.seq;
        }
    };
    FoldKind m_kind;
    bool m_grouped;
    qint64 m_limit;
    std::deque<Record> m_records; // ascending
};

} // namespace hookboard
