#include "core/journal/eventscan.h"

#include "core/journal/eventflags.h"
#include "core/journal/headerscodec.h"
#include "core/journal/spanwalk.h"

#include <utility>

namespace hookboard {

namespace {

constexpr int kFirstText = 3;        // parameters 1 and 2 are the stretch
constexpr qsizetype kMostKinds = 64; // beyond that a look at the type costs more than the body

// Behind these, when needed: delivery_id, occurred_us, and the envelope.
enum { kSeq, kReceivedUs, kSource, kType, kFlags, kEncoding, kBody, kFirstOptional };
enum { kPeer, kScheme, kSecretIndex, kTarget, kFields };

QByteArray borrowed(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size());
}

} // namespace

QByteArray EventScan::parameter(QByteArray text)
{
    m_texts.append(std::move(text));
    return '?' + QByteArray::number(kFirstText + m_texts.size() - 1);
}

// The body of the kinds that are wanted, NULL for all others: SQLite then never goes to the pages that hold it.
QByteArray EventScan::bodyColumn(const QList<EventNeeds::Kind> &kinds)
{
    QByteArray wanted;
    for (const EventNeeds::Kind &kind : kinds) {
        QByteArray both;
        if (!kind.source.isEmpty())
            both = "source = " + parameter(kind.source.toUtf8());
        const bool prefix = kind.type.endsWith(u'*');
        const QByteArray type = (prefix ? kind.type.chopped(1) : kind.type).toUtf8();
        if (!type.isEmpty()) {
            both += both.isEmpty() ? "" : " AND ";
            both += prefix ? "type BETWEEN " + parameter(type) + " AND " + parameter(endOfPrefix(type))
                           : "type = " + parameter(type);
        }
        wanted += (wanted.isEmpty() ? "(" : " OR (") + (both.isEmpty() ? QByteArray("1") : both) + ')';
    }
    return wanted.isEmpty() ? "NULL" : "CASE WHEN " + wanted + " THEN body END";
}

Status EventScan::prepare(const EventNeeds &needs)
{
    if (m_needs == needs)
        return Done();
    m_event = StoredEvent(); // what is not read now must not be left over from another scan
    m_texts.clear();
    m_needs.reset();
    QByteArray sql = "SELECT seq, received_us, source, type, flags, encoding, ";
    sql += needs.bodies && needs.bodies->size() <= kMostKinds ? bodyColumn(*needs.bodies) : QByteArray("body");
    if (needs.deliveryId)
        sql += ", delivery_id";
    if (needs.occurredAt)
        sql += ", occurred_us";
    if (needs.envelope)
        sql += ", peer, scheme, secret_index, target, headers";
    sql += " FROM events WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";
    auto prepared = m_database->prepare(sql);
    if (!prepared)
        return prepared.error();
    m_statement = std::move(*prepared);
    for (qsizetype i = 0; i < m_texts.size(); ++i)
        m_statement.bindText(kFirstText + int(i), m_texts.at(i));
    m_needs = needs;
    return Done();
}

void EventScan::fill()
{
    m_event.seq = static_cast<quint64>(m_statement.integer(kSeq));
    m_event.receivedUs = m_statement.integer(kReceivedUs);
    m_sources.read(m_statement.bytes(kSource), m_event.source);
    m_types.read(m_statement.bytes(kType), m_event.type);
    const qint64 flags = m_statement.integer(kFlags);
    m_event.verified = (flags & kVerifiedFlag) != 0;
    m_event.simulated = (flags & kSimulatedFlag) != 0;
    m_event.encoding = static_cast<BodyEncoding>(m_statement.integer(kEncoding));
    m_event.body = borrowed(m_statement.bytes(kBody));
    m_event.bodySize = m_event.body.size();
    if (m_event.encoding == BodyEncoding::Identity)
        m_event.payload = m_event.body;
    else
        m_event.payload = m_event.body.isEmpty() ? QByteArray() : decodedPayload(m_event.body, m_event.encoding);
    int column = kFirstOptional;
    if (m_needs->deliveryId)
        m_event.deliveryId = borrowed(m_statement.bytes(column++));
    if (m_needs->occurredAt) {
        const bool named = !m_statement.isNull(column);
        m_event.occurredUs = named ? std::optional(m_statement.integer(column)) : std::nullopt;
        ++column;
    }
    if (m_needs->envelope)
        fillEnvelope(column);
}

void EventScan::fillEnvelope(int column)
{
    m_event.peer = borrowed(m_statement.bytes(column + kPeer));
    m_schemes.read(m_statement.bytes(column + kScheme), m_event.scheme);
    m_event.secretIndex = static_cast<int>(m_statement.integer(column + kSecretIndex));
    m_event.target = borrowed(m_statement.bytes(column + kTarget));
    m_event.headers = Headers(); // lets go of the list, so that clearing it keeps its memory
    unpackHeaders(m_statement.bytes(column + kFields), m_fields);
    m_event.headers = Headers(m_fields);
}

Result<bool> EventScan::read(quint64 &next, quint64 last, Visit visit)
{
    ReadBudget budget;
    m_statement.bind(1, static_cast<qint64>(next)).bind(2, static_cast<qint64>(last));
    Statement::Step outcome = Statement::Step::Row;
    bool more = true;
    while (more && (outcome = m_statement.step()) == Statement::Step::Row) {
        fill();
        next = m_event.seq + 1;
        more = visit(m_event);
        if (!budget.spend(m_event.body.size()))
            break;
    }
    m_statement.reset();
    if (outcome == Statement::Step::Failed)
        return m_statement.error();
    if (outcome == Statement::Step::End)
        next = last + 1;
    return more;
}

Status EventScan::run(quint64 afterSeq, quint64 uptoSeq, const EventNeeds &needs, Visit visit)
{
    if (const Status prepared = prepare(needs); !prepared)
        return prepared;
    const auto newest = m_database->integer("SELECT max(seq) FROM events");
    if (!newest)
        return newest.error();
    const quint64 last = qMin(uptoSeq, static_cast<quint64>(*newest));
    for (quint64 next = afterSeq + 1; next <= last;) {
        const auto more = read(next, last, visit);
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    return Done();
}

} // namespace hookboard
