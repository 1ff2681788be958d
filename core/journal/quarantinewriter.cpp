#include "core/journal/quarantinewriter.h"

#include "core/journal/headerscodec.h"

#include <array>

namespace hookboard {

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
        {&m_oldest, "SELECT id, size FROM quarantine ORDER BY id LIMIT 1"},
        {&m_remove, "DELETE FROM quarantine WHERE id = ?1"},
    }};
    for (const auto &[statement, sql] : statements) {
        auto prepared = m_database->prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    auto totals = m_database->prepare("SELECT count(*), sum(size), max(id) FROM quarantine");
    if (!totals)
        return totals.error();
    if (totals->step() != Statement::Step::Row)
        return totals->error();
    m_count = static_cast<quint64>(totals->integer(0));
    m_bytes = totals->integer(1);
    m_nextId = totals->integer(2) + 1;
    return Done();
}

Result<bool> QuarantineWriter::insert(const Rejection &rejection, const Redaction::Head &head)
{
    const RawDelivery &raw = rejection.raw;
    const QByteArray packed = packHeaders(head.headers);
    const qint64 size = raw.body.size() + packed.size() + head.target.size();
    if (size > m_maxBytes || m_maxCount <= 0)
        return false;
    if (const Status done = makeRoom(size); !done)
        return done.error();
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
    ++m_nextId;
    ++m_count;
    m_bytes += size;
    return true;
}

Status QuarantineWriter::makeRoom(qint64 size)
{
    while (m_count > 0 && (static_cast<qint64>(m_count) >= m_maxCount || m_bytes + size > m_maxBytes)) {
        const auto outcome = m_oldest.step();
        const qint64 id = outcome == Statement::Step::Row ? m_oldest.integer(0) : 0;
        const qint64 freed = outcome == Statement::Step::Row ? m_oldest.integer(1) : m_bytes;
        m_oldest.reset();
        if (outcome == Statement::Step::Failed)
            return m_oldest.error();
        if (const Status done = m_remove.bind(1, id).run(); !done)
            return done;
        --m_count;
        m_bytes -= freed;
    }
    return Done();
}

} // namespace hookboard
