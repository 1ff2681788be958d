#include "core/journal/quarantinewriter.h"

#include "core/journal/headerscodec.h"

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

bool isSetAside(const Rejection &rejection)
{
    return rejection.error.code == ErrorCode::BodyDiffers;
}

} // namespace

QuarantineWriter::QuarantineWriter(Database &database, int maxCount, qint64 maxBytes)
    : m_database(&database)
    , m_maxCount(maxCount)
    , m_maxBytes(maxBytes)
{}

Result<std::unique_ptr<QuarantineWriter>> QuarantineWriter::open(Database &database, int maxCount, qint64 maxBytes)
{
    std::unique_ptr<QuarantineWriter> writer(new QuarantineWriter(database, maxCount, maxBytes));
    if (const Status prepared = writer->prepare(); !prepared)
        return prepared.error();
    return writer;
}

Status QuarantineWriter::prepare()
{
    const std::array<std::pair<Statement *, QByteArrayView>, 3> statements{{
        {&m_insert,
         "INSERT INTO quarantine(id, received_us, source, type, delivery_id, code, message, size, peer, target,"
         " headers, encoding, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"},
        {&m_oldest,
         "SELECT id, size FROM quarantine WHERE id >= ?1 AND code <> 'duplicate-body-differs' ORDER BY id LIMIT 1"},
        {&m_remove, "DELETE FROM quarantine WHERE id = ?1"},
    }};
    for (const auto &[statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    return learnWhatIsKept();
}

Status QuarantineWriter::learnWhatIsKept()
{
    auto totals = m_database->prepare("SELECT count(*), sum(size), max(id) FROM quarantine");
    if (!totals)
        return totals.error();
    if (totals->step() != Statement::Step::Row)
        return totals->error();
    m_count = static_cast<quint64>(totals->integer(0));
    m_bytes = totals->integer(1);
    m_nextId = totals->integer(2) + 1;
    auto asides = m_database->prepare(
        "SELECT source, id, size FROM quarantine WHERE code = 'duplicate-body-differs' ORDER BY id");
    if (!asides)
        return asides.error();
    auto outcome = asides->step();
    for (; outcome == Statement::Step::Row; outcome = asides->step())
        countAside(asides->text(0), {asides->integer(1), asides->integer(2)});
    return outcome == Statement::Step::Failed ? Status(asides->error()) : Done();
}

void QuarantineWriter::countAside(const QString &source, Kept kept)
{
    Aside &aside = m_asides[source];
    aside.rows.push_back(kept);
    aside.bytes += kept.size;
    ++m_asideCount;
    m_asideBytes += kept.size;
}

Result<bool> QuarantineWriter::insert(const Rejection &rejection, const Redaction::Head &head)
{
    const RawDelivery &raw = rejection.raw;
    const QByteArray packed = packHeaders(head.headers);
    const qint64 size = raw.body.size() + packed.size() + head.target.size();
    const Result<bool> room = isSetAside(rejection) ? makeRoomAside(size) : makeRoom(size);
    if (!room || !*room)
        return room;
    const QByteArray source = raw.source.toUtf8();
    const QByteArray type = rejection.type.toUtf8();
    const QLatin1StringView code = codeText(rejection.error.code);
    const QByteArray message = rejection.error.message.toUtf8();
    m_insert.bind(1, m_nextId).bind(2, raw.receivedUs).bindText(3, source).bindText(4, type);
    m_insert.bindBlob(5, rejection.deliveryId).bindText(6, QByteArrayView(code.data(), code.size()));
    m_insert.bindText(7, message).bind(8, size).bindText(9, raw.peer).bindBlob(10, head.target).bindBlob(11, packed);
    m_insert.bind(12, static_cast<qint64>(raw.encoding));
    const bool isLarge = raw.body.size() > kLargeBlobBytes;
    if (isLarge)
        m_insert.bindRoom(13, raw.body.size());
    else
        m_insert.bindBlob(13, raw.body);
    if (const Status done = m_insert.run(); !done)
        return done.error();
    if (isLarge) {
        if (const Status filled = m_database->fillBlob("quarantine", "body", m_nextId, raw.body); !filled)
            return filled.error();
    }
    if (isSetAside(rejection))
        countAside(raw.source, {m_nextId, size});
    ++m_nextId;
    ++m_count;
    m_bytes += size;
    return true;
}

Result<bool> QuarantineWriter::makeRoom(qint64 size)
{
    if (m_asideCount >= m_maxCount || m_asideBytes + size > m_maxBytes)
        return false;
    while (static_cast<qint64>(m_count) >= m_maxCount || m_bytes + size > m_maxBytes) {
        if (const Status done = dropOldestRefusal(); !done)
            return done.error();
    }
    return true;
}

Result<bool> QuarantineWriter::makeRoomAside(qint64 size)
{
    const qint64 maxCount = (m_maxCount + 1) / 2;
    const qint64 maxBytes = m_maxBytes / 2;
    if (size > maxBytes || maxCount <= 0)
        return false;
    while (m_asideCount >= maxCount || m_asideBytes + size > maxBytes) {
        if (const Status done = dropOldestAside(m_asideCount < maxCount); !done)
            return done.error();
    }
    return makeRoom(size);
}

Status QuarantineWriter::dropOldestRefusal()
{
    const auto outcome = m_oldest.bind(1, m_oldestRefusal).step();
    const bool found = outcome == Statement::Step::Row;
    const Kept oldest = found ? Kept{m_oldest.integer(0), m_oldest.integer(1)} : Kept();
    m_oldest.reset();
    if (outcome == Statement::Step::Failed)
        return m_oldest.error();
    if (!found) { // the totals were wrong: another program wrote here
        m_count = static_cast<quint64>(m_asideCount);
        m_bytes = m_asideBytes;
        return Done();
    }
    m_oldestRefusal = oldest.id;
    return remove(oldest);
}

// A source that anyone may post to can be made to fill its part; what others have set aside stays.
Status QuarantineWriter::dropOldestAside(bool byBytes)
{
    const auto heaviest = std::max_element(m_asides.begin(), m_asides.end(), [byBytes](const auto &a, const auto &b) {
        return byBytes ? a.second.bytes < b.second.bytes : a.second.rows.size() < b.second.rows.size();
    });
    const Kept oldest = heaviest->second.rows.front();
    heaviest->second.rows.pop_front();
    heaviest->second.bytes -= oldest.size;
    if (heaviest->second.rows.empty())
        m_asides.erase(heaviest);
    --m_asideCount;
    m_asideBytes -= oldest.size;
    return remove(oldest);
}

Status QuarantineWriter::remove(Kept row)
{
    --m_count;
    m_bytes -= row.size;
    return m_remove.bind(1, row.id).run();
}

} // namespace hookboard
