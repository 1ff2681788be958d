// QuarantineWriter: keeps refused deliveries with the reason, bounded by count and bytes; the oldest leave. What was
// answered with success (BodyDiffers) is kept nowhere else, so no refusal, which any stranger can cause, makes it
// leave; it has half of the room at most, and there the source with most of it gives way. Works inside the caller's
// transaction, in the journal thread; worthless after a failed one, like EventWriter.
#pragma once

#include "core/journal/database.h"
#include "core/journal/redact.h"
#include "core/types/delivery.h"

#include <deque>
#include <map>
#include <memory>

namespace hookboard {

class QuarantineWriter
{
public:
    static Result<std::unique_ptr<QuarantineWriter>> open(Database &database, int maxCount, qint64 maxBytes);

    // False when the delivery alone is larger than what may be kept of its kind.
    Result<bool> insert(const Rejection &rejection, const Redaction::Head &head);
    quint64 count() const { return m_count; }

private:
    QuarantineWriter(Database &database, int maxCount, qint64 maxBytes);
    Status prepare();
    Status learnWhatIsKept();
    // False when there is none to be made.
    Result<bool> makeRoom(qint64 size);
    Result<bool> makeRoomAside(qint64 size);
    Status dropOldestRefusal();
    Status dropOldestAside(bool byBytes);

    struct Kept
    {
        qint64 id = 0;
        qint64 size = 0;
    };
    // The rows of BodyDiffers of one source, oldest first.
    struct Aside
    {
        std::deque<Kept> rows;
        qint64 bytes = 0;
    };
    void countAside(const QString &source, Kept kept);
    Status remove(Kept row);

    Database *m_database;
    Statement m_insert;
    Statement m_oldest;
    Statement m_remove;
    qint64 m_maxCount;
    qint64 m_maxBytes;
    quint64 m_count = 0; // of all rows, like m_bytes
    qint64 m_bytes = 0;
    std::map<QString, Aside> m_asides;
    qint64 m_asideCount = 0;
    qint64 m_asideBytes = 0;
    qint64 m_oldestRefusal = 0; // no refusal has a smaller id, so that the search never passes a kept row twice
    qint64 m_nextId = 1;
};

} // namespace hookboard
