// EventWriter: puts verified deliveries into the journal's tables, and takes old ones out. Works inside a transaction
// that the caller holds; when that fails the writer is worthless (its counts ran ahead) and must be opened anew.
// Lives in the journal thread beside its Database, which it must not outlive.
#pragma once

#include "core/journal/database.h"
#include "core/journal/redact.h"
#include "core/types/delivery.h"

#include <QtCore/QHash>

#include <memory>

namespace hookboard {

// Events are counted and time-ranged in blocks of this many numbers.
inline constexpr int kBlockShift = 10;
inline constexpr quint64 kBlockEvents = 1ULL << kBlockShift;

class EventWriter
{
public:
    // The first new event gets a number above `seqFloor` and above every number this file has ever given.
    static Result<std::unique_ptr<EventWriter>> open(Database &database, quint64 seqFloor);
    ~EventWriter();

    struct Placed
    {
        quint64 seq = 0;
        bool isNew = false;       // false: `seq` is the first delivery with this source and id
        QByteArray anotherDigest; // of the body, where that first delivery has another one; else null
    };
    // `id` is the delivery's own, or what stands for it; `head` is what to store of its headers. A delivery whose first
    // copy retention has removed is new again: senders retry for hours or days, retention keeps for longer.
    Result<Placed> insert(const VerifiedDelivery &delivery, const QByteArray &id, const Redaction::Head &head);

    quint64 lastSeq() const;
    quint64 eventCount() const;

    // Old events leave in steps, each small enough to sit between two commits. True: call again, there may be more.
    Result<bool> removeOlderThan(qint64 cutoffUs);
    Result<bool> removeBeyond(qint64 maxBytes);

private:
    EventWriter();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
