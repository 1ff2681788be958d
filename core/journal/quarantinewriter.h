// QuarantineWriter: keeps refused deliveries with the reason, bounded by count and bytes; the oldest leave. Works
// inside the caller's transaction, in the journal thread; worthless after a failed one, like EventWriter.
#pragma once

#include "core/journal/database.h"
#include "core/journal/redact.h"
#include "core/types/delivery.h"

#include <memory>

namespace hookboard {

class QuarantineWriter
{
public:
    static Result<std::unique_ptr<QuarantineWriter>> open(Database &database, int maxCount, qint64 maxBytes);

    // False when the delivery alone is larger than the whole quarantine may be.
    Result<bool> insert(const Rejection &rejection, const Redaction::Head &head);
    quint64 count() const { return m_count; }

private:
    QuarantineWriter(Database &database, int maxCount, qint64 maxBytes);
    Status prepare();
    Status makeRoom(qint64 size);

    Database *m_database;
    Statement m_insert;
    Statement m_oldest;
    Statement m_remove;
    qint64 m_maxCount;
    qint64 m_maxBytes;
    quint64 m_count = 0;
    qint64 m_bytes = 0;
    qint64 m_nextId = 1;
};

} // namespace hookboard
