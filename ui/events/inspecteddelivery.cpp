#include "ui/events/inspecteddelivery.h"

namespace hookboard {

InspectedDelivery InspectedDelivery::from(const StoredEvent &event)
{
    InspectedDelivery delivery;
    delivery.row = eventRow(event);
    delivery.occurredUs = event.occurredUs;
    delivery.peer = event.peer;
    delivery.target = event.target;
    delivery.scheme = event.scheme;
    delivery.secretIndex = event.secretIndex;
    delivery.headers = event.headers;
    delivery.encoding = event.encoding;
    delivery.body = event.body;
    delivery.payload = event.payload.isEmpty() ? event.body : event.payload;
    return delivery;
}

InspectedDelivery InspectedDelivery::from(const QuarantinedDelivery &quarantined)
{
    InspectedDelivery delivery;
    delivery.row = eventRow(quarantined);
    delivery.peer = quarantined.peer;
    delivery.target = quarantined.target;
    delivery.headers = quarantined.headers;
    delivery.encoding = quarantined.encoding;
    delivery.body = quarantined.body;
    delivery.payload = quarantined.body;
    delivery.reason = quarantined.reason;
    return delivery;
}

} // namespace hookboard
