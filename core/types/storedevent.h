// An event in the journal, and pages of them. Immutable once committed; shared between threads as EventBatch.
#pragma once

#include "core/types/delivery.h"

#include <memory>
#include <vector>

namespace hookboard {

struct StoredEvent
{
    quint64 seq = 0; // position in the journal, rises without reuse, starts at 1
    QString source;
    QString type;
    QByteArray deliveryId;
    qint64 receivedUs = 0;
    std::optional<qint64> occurredUs;
    bool verified = false;
    bool simulated = false;
    QByteArray peer;
    QString scheme;
    int secretIndex = -1;
    QByteArray target; // path and query
    Headers headers;   // secret values redacted
    BodyEncoding encoding = BodyEncoding::Identity;
    QByteArray body;     // exact bytes as they came
    qint64 bodySize = 0; // of body, also where a list leaves the body itself out
    QByteArray payload;  // body with Content-Encoding undone; shares body for Identity
    // Latency probe, 0 when the event was read back from disk.
    qint64 receivedNs = 0;
    qint64 verifiedNs = 0;
    qint64 committedNs = 0;

    qint64 eventTimeUs() const { return occurredUs.value_or(receivedUs); }
};

// Events of one commit or of one page, ascending by seq.
using EventBatch = std::shared_ptr<const std::vector<StoredEvent>>;

// A delivery that was refused and kept.
struct QuarantinedDelivery
{
    quint64 id = 0;
    QString source;
    QString type;
    QByteArray deliveryId;
    qint64 receivedUs = 0;
    QByteArray peer;
    QByteArray target;
    Headers headers;
    BodyEncoding encoding = BodyEncoding::Identity;
    QByteArray body;
    qint64 bodySize = 0; // of body, also where a list leaves the body itself out
    Error reason;
};

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::EventBatch)
