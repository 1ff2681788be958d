// InspectedDelivery: one delivery as the inspector shows it, stored or quarantined. A value; GUI thread.
#pragma once

#include "ui/events/listedevent.h"

namespace hookboard {

struct InspectedDelivery
{
    ListedEvent row; // with the times of the probe when they are known
    std::optional<qint64> occurredUs;
    QByteArray peer;
    QByteArray target;
    QString scheme;
    int secretIndex = -1;
    Headers headers;
    BodyEncoding encoding = BodyEncoding::Identity;
    QByteArray body;             // exact bytes
    QByteArray payload;          // decompressed; the body where nothing is known better
    std::optional<Error> reason; // why it was refused

    static InspectedDelivery from(const StoredEvent &event);
    static InspectedDelivery from(const QuarantinedDelivery &delivery);
};

} // namespace hookboard
