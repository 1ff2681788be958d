#include "core/journal/eventrow.h"

#include "core/ingest/contentencoding.h"
#include "core/journal/eventflags.h"
#include "core/journal/headerscodec.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr qsizetype kVocabularyLimit = 4096;
constexpr qint64 kMaxPayloadBytes = 1024LL * 1024 * 1024; // the listener's limit was tighter when it was stored

enum Column { Seq, ReceivedUs, Source, Type, Flags, DeliveryId, OccurredUs, Encoding, Body };
// Behind those, when asked for.
enum EnvelopeColumn { Peer, Scheme, SecretIndex, Target, Fields };

QByteArray shared(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size());
}

QByteArray copied(const QByteArray &bytes)
{
    return {bytes.constData(), bytes.size()};
}

} // namespace

void Vocabulary::read(QByteArrayView utf8, QString &text)
{
    if (!m_lastBytes.isNull() && utf8.size() == m_lastBytes.size() &&
        std::equal(utf8.begin(), utf8.end(), m_lastBytes.constData())) {
        if (text.constData() != m_last.constData())
            text = m_last;
        return;
    }
    m_lastBytes = utf8.toByteArray();
    auto known = m_words.constFind(m_lastBytes);
    if (known == m_words.constEnd()) {
        if (m_words.size() >= kVocabularyLimit)
            m_words.clear();
        known = m_words.insert(m_lastBytes, QString::fromUtf8(utf8));
    }
    m_last = *known;
    text = m_last;
}

QByteArray EventRow::columns(Parts parts)
{
    QByteArray names = "seq, received_us, source, type, flags, delivery_id, occurred_us, encoding, ";
    names += parts.body ? "body" : "length(body)"; // SQLite tells the length without reading the body's pages
    if (parts.envelope)
        names += ", peer, scheme, secret_index, target, headers";
    return names;
}

const StoredEvent &EventRow::read(const Statement &row, Parts parts)
{
    m_event.seq = static_cast<quint64>(row.integer(Seq));
    m_event.receivedUs = row.integer(ReceivedUs);
    m_sources.read(row.bytes(Source), m_event.source);
    m_types.read(row.bytes(Type), m_event.type);
    const qint64 flags = row.integer(Flags);
    m_event.verified = (flags & kVerifiedFlag) != 0;
    m_event.simulated = (flags & kSimulatedFlag) != 0;
    m_event.deliveryId = shared(row.bytes(DeliveryId));
    m_event.occurredUs = row.isNull(OccurredUs) ? std::nullopt : std::optional(row.integer(OccurredUs));
    m_event.encoding = static_cast<BodyEncoding>(row.integer(Encoding));
    if (parts.body) {
        m_event.body = shared(row.bytes(Body));
        m_event.payload = decodedPayload(m_event.body, m_event.encoding);
    }
    m_event.bodySize = parts.body ? m_event.body.size() : row.integer(Body);
    if (parts.envelope)
        readEnvelope(row);
    return m_event;
}

void EventRow::readEnvelope(const Statement &row)
{
    constexpr int kFirst = Body + 1;
    m_event.peer = shared(row.bytes(kFirst + Peer));
    m_schemes.read(row.bytes(kFirst + Scheme), m_event.scheme);
    m_event.secretIndex = static_cast<int>(row.integer(kFirst + SecretIndex));
    m_event.target = shared(row.bytes(kFirst + Target));
    m_event.headers = Headers(); // lets go of the list, so that clearing it keeps its memory
    unpackHeaders(row.bytes(kFirst + Fields), m_fields);
    m_event.headers = Headers(m_fields);
}

StoredEvent EventRow::detached(bool withBody) const
{
    StoredEvent event = m_event;
    if (!withBody) {
        event.body.clear();
        event.payload.clear();
    }
    event.deliveryId = copied(m_event.deliveryId);
    event.peer = copied(m_event.peer);
    event.target = copied(m_event.target);
    event.headers = detachedHeaders(m_event.headers);
    if (withBody)
        event.body = copied(m_event.body);
    if (event.encoding == BodyEncoding::Identity)
        event.payload = event.body;
    return event;
}

Headers detachedHeaders(const Headers &headers)
{
    Headers copy;
    for (const Header &field : headers.fields())
        copy.append(copied(field.first), copied(field.second));
    return copy;
}

QByteArray decodedPayload(const QByteArray &body, BodyEncoding encoding)
{
    if (encoding == BodyEncoding::Identity)
        return body;
    auto payload = decodeBody(body, encoding, kMaxPayloadBytes);
    return payload ? std::move(*payload) : QByteArray();
}

} // namespace hookboard
