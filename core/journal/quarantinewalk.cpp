#include "core/journal/quarantinewalk.h"

#include "core/journal/headerscodec.h"

namespace hookboard {

namespace {

enum Column { Id, ReceivedUs, Source, Type, DeliveryId, Code, Message, Peer, Target, Fields, Encoding, Size, Body };

QuarantinedDelivery deliveryOf(const Statement &row, bool withBody)
{
    QuarantinedDelivery delivery;
    delivery.id = static_cast<quint64>(row.integer(Id));
    delivery.receivedUs = row.integer(ReceivedUs);
    delivery.source = row.text(Source);
    delivery.type = row.text(Type);
    delivery.deliveryId = row.bytes(DeliveryId).toByteArray();
    delivery.reason = {codeFromText(row.text(Code)), row.text(Message)};
    delivery.peer = row.bytes(Peer).toByteArray();
    delivery.target = row.bytes(Target).toByteArray();
    QList<Header> fields;
    unpackHeaders(row.bytes(Fields), fields);
    delivery.headers = detachedHeaders(Headers(fields));
    delivery.encoding = static_cast<BodyEncoding>(row.integer(Encoding));
    delivery.bodySize = row.integer(Size);
    if (withBody)
        delivery.body = row.bytes(Body).toByteArray();
    return delivery;
}

} // namespace

Result<Searched> QuarantineWalk::run(const EventQuery &query, const SpanWalk::Stopped &stopped,
                                     FunctionRef<bool(QuarantinedDelivery)> visit)
{
    const bool readsBody = query.withBody || !query.text.isEmpty();
    SpanSelect::Table table{"quarantine", "id", {}};
    table.columns = "id, received_us, source, type, delivery_id, code, message, peer, target, headers, encoding,"
                    " length(body)";
    if (readsBody)
        table.columns += ", body";
    if (const Status prepared = m_select.prepare(*m_database, table, query); !prepared)
        return prepared.error();
    m_text.setText(query.text);
    const auto whole = SpanSelect::bounds(*m_database, table, query);
    if (!whole)
        return whole.error();
    const auto take = [&](const Statement &row) -> SpanSelect::Taken {
        const QByteArrayView body = readsBody ? row.bytes(Body) : QByteArrayView();
        // What was refused is kept as it came: a compressed body may be hostile and is not unpacked to look into it.
        if (!m_text.isEmpty() && !m_text.matches(row.text(Type), row.bytes(DeliveryId), body))
            return {body.size(), true};
        return {body.size(), visit(deliveryOf(row, query.withBody))};
    };
    SpanWalk walk(query, *whole);
    return walk.run([&](SeqRange span) { return m_select.read(span, take); }, stopped);
}

} // namespace hookboard
