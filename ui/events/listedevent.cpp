#include "ui/events/listedevent.h"

#include <algorithm>

namespace hookboard {

namespace {

// A page without bodies still knows what the sender announced; chunked bodies stay unknown.
qint64 bodySize(const QByteArray &body, const Headers &headers)
{
    if (!body.isEmpty()) {
        return body.size();
    }
    bool known = false;
    const qint64 announced = headers.value("Content-Length").toLongLong(&known);
    return known && announced >= 0 ? announced : -1;
}

EventState stateOf(const StoredEvent &event)
{
    if (event.simulated) {
        return EventState::Simulated;
    }
    return event.verified ? EventState::Verified : EventState::Unverified;
}

void sortNewestFirst(QList<ListedEvent> &rows)
{
    std::sort(rows.begin(), rows.end(), [](const ListedEvent &a, const ListedEvent &b) { return a.seq > b.seq; });
}

} // namespace

ListedEvent eventRow(const StoredEvent &event)
{
    ListedEvent row;
    row.seq = event.seq;
    row.receivedUs = event.receivedUs;
    row.source = event.source;
    row.type = event.type;
    row.deliveryId = event.deliveryId;
    row.state = stateOf(event);
    row.bytes = event.bodySize > 0 ? event.bodySize : bodySize(event.body, event.headers);
    row.receivedNs = event.receivedNs;
    row.verifiedNs = event.verifiedNs;
    row.committedNs = event.committedNs;
    return row;
}

ListedEvent eventRow(const QuarantinedDelivery &delivery)
{
    ListedEvent row;
    row.seq = delivery.id;
    row.receivedUs = delivery.receivedUs;
    row.source = delivery.source;
    row.type = delivery.type;
    row.deliveryId = delivery.deliveryId;
    row.state = EventState::Quarantined;
    row.bytes = delivery.bodySize > 0 ? delivery.bodySize : bodySize(delivery.body, delivery.headers);
    row.reason = codeText(delivery.reason.code);
    return row;
}

QList<ListedEvent> eventRows(const EventBatch &batch)
{
    QList<ListedEvent> rows;
    if (batch) {
        rows.reserve(qsizetype(batch->size()));
        for (const StoredEvent &event : *batch) {
            rows.append(eventRow(event));
        }
    }
    sortNewestFirst(rows);
    return rows;
}

QList<ListedEvent> eventRows(const EventPage &page)
{
    return eventRows(page.events);
}

QList<ListedEvent> eventRows(const QuarantinePage &page)
{
    QList<ListedEvent> rows;
    rows.reserve(qsizetype(page.deliveries.size()));
    for (const QuarantinedDelivery &delivery : page.deliveries) {
        rows.append(eventRow(delivery));
    }
    sortNewestFirst(rows);
    return rows;
}

bool EventFilter::matches(const ListedEvent &row) const
{
    if (!source.isEmpty() && row.source != source) {
        return false;
    }
    if (state && row.state != *state) {
        return false;
    }
    if (type.endsWith(u'*')) {
        return row.type.startsWith(QStringView(type).chopped(1));
    }
    return type.isEmpty() || row.type == type;
}

EventQuery EventFilter::query() const
{
    EventQuery query;
    query.source = source;
    query.type = type;
    query.text = text;
    if (state == EventState::Simulated) {
        query.simulated = true;
    } else if (state == EventState::Verified || state == EventState::Unverified) {
        query.simulated = false;
        query.verified = state == EventState::Verified;
    }
    query.withBody = false;
    query.origin = origin;
    if (origin && (origin->skipped || origin->binding.timeBasis == TimeBasis::Arrival)) {
        query.sinceUs = origin->fromUs; // spares reading what lies outside
        query.untilUs = origin->toUs;
    }
    return query;
}

} // namespace hookboard
