#include "core/journal/eventwriter.h"

#include "core/journal/blocktotals.h"
#include "core/journal/eventflags.h"
#include "core/journal/headerscodec.h"

#include <openssl/evp.h>

#include <QtCore/QElapsedTimer>

#include <array>
#include <vector>

namespace hookboard {

namespace {

constexpr int kStepRows = 500;
constexpr int kStepMs = 5;

struct DigestContext
{
    EVP_MD *sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    ~DigestContext()
    {
        EVP_MD_CTX_free(context);
        EVP_MD_free(sha256);
    }
    std::array<char, 32> of(const QByteArray &body)
    {
        std::array<char, 32> digest{};
        EVP_DigestInit_ex(context, sha256, nullptr);
        EVP_DigestUpdate(context, body.constData(), static_cast<std::size_t>(body.size()));
        EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
        return digest;
    }
};

// UTF-8 of the last text, because neighbours mostly share source, type and scheme.
class Utf8Cache
{
public:
    const QByteArray &of(const QString &text)
    {
        if (text != m_text || m_utf8.isNull()) {
            m_text = text;
            m_utf8 = text.toUtf8();
        }
        return m_utf8;
    }

private:
    QString m_text;
    QByteArray m_utf8;
};

struct OldRow
{
    quint64 seq = 0;
    qint64 receivedUs = 0;
    QString source;
};

} // namespace

struct EventWriter::Private
{
    Database *database = nullptr;
    std::unique_ptr<BlockTotals> totals;
    Statement insert;
    Statement find;
    Statement remove;
    Statement oldInBlock;
    Statement oldest;
    Statement rememberSeq;
    DigestContext digest;
    Utf8Cache source;
    Utf8Cache type;
    Utf8Cache scheme;
    quint64 lastSeq = 0;

    Status prepare();
    Result<Placed> findFirst(const QByteArray &sourceName, const QByteArray &deliveryId, QByteArrayView itsDigest);
    Result<std::vector<OldRow>> collect(Statement &statement);
    Result<int> removeRows(const std::vector<OldRow> &rows, qint64 maxBytes);
};

EventWriter::EventWriter()
    : d(std::make_unique<Private>())
{}

EventWriter::~EventWriter() = default;

Status EventWriter::Private::prepare()
{
    const std::array<std::pair<Statement *, QByteArrayView>, 6> statements{{
        {&insert, "INSERT INTO events(seq, received_us, source, type, flags, delivery_id, occurred_us, peer, scheme,"
                  " secret_index, target, headers, encoding, digest, body)"
                  " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
                  " ON CONFLICT(source, delivery_id) DO NOTHING"},
        {&find, "SELECT seq, digest FROM events WHERE source = ?1 AND delivery_id = ?2"},
        {&remove, "DELETE FROM events WHERE seq = ?1"},
        {&oldInBlock, "SELECT seq, received_us, source FROM events WHERE seq BETWEEN ?1 AND ?2 AND received_us < ?3"
                      " LIMIT ?4"},
        {&oldest, "SELECT seq, received_us, source FROM events ORDER BY seq LIMIT ?1"},
        {&rememberSeq, "INSERT INTO meta(key, value) VALUES('last_seq', ?1)"
                       " ON CONFLICT(key) DO UPDATE SET value = excluded.value"},
    }};
    for (const auto &[statement, sql] : statements) {
        auto prepared = database->prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    return Done();
}

Result<std::unique_ptr<EventWriter>> EventWriter::open(Database &database, quint64 seqFloor)
{
    std::unique_ptr<EventWriter> writer(new EventWriter);
    Private &d = *writer->d;
    d.database = &database;
    if (const Status prepared = d.prepare(); !prepared)
        return prepared.error();
    const auto stored = database.integer("SELECT max(coalesce((SELECT max(seq) FROM events), 0),"
                                         " coalesce((SELECT value FROM meta WHERE key = 'last_seq'), 0))");
    if (!stored)
        return stored.error();
    d.lastSeq = qMax(static_cast<quint64>(*stored), seqFloor);
    auto totals = BlockTotals::open(database);
    if (!totals)
        return totals.error();
    d.totals = std::move(*totals);
    return writer;
}

Result<EventWriter::Placed> EventWriter::insert(const VerifiedDelivery &delivery, const QByteArray &id,
                                                const Redaction::Head &head)
{
    const RawDelivery &raw = delivery.raw();
    const Verdict &verdict = delivery.verdict();
    const quint64 seq = d->lastSeq + 1;
    const QByteArray &source = d->source.of(raw.source);
    const QByteArray packed = packHeaders(head.headers);
    const auto digest = d->digest.of(raw.body);
    d->insert.bind(1, static_cast<qint64>(seq)).bind(2, raw.receivedUs);
    d->insert.bindText(3, source).bindText(4, d->type.of(verdict.type));
    d->insert.bind(5, (verdict.verified ? kVerifiedFlag : 0) | (verdict.simulated ? kSimulatedFlag : 0));
    d->insert.bindBlob(6, id).bind(7, verdict.occurredUs);
    d->insert.bindText(8, raw.peer).bindText(9, d->scheme.of(verdict.scheme)).bind(10, qint64(verdict.secretIndex));
    d->insert.bindBlob(11, head.target).bindBlob(12, packed).bind(13, static_cast<qint64>(raw.encoding));
    d->insert.bindBlob(14, QByteArrayView(digest.data(), 32));
    const bool isLarge = raw.body.size() > kLargeBlobBytes;
    if (isLarge)
        d->insert.bindRoom(15, raw.body.size());
    else
        d->insert.bindBlob(15, raw.body);
    if (const Status done = d->insert.run(); !done)
        return done.error();
    if (d->database->changes() == 0)
        return d->findFirst(source, id, QByteArrayView(digest.data(), 32));
    if (const Status counted = d->totals->add(seq, raw.source, raw.receivedUs); !counted)
        return counted.error();
    if (isLarge) {
        if (const Status filled = d->database->fillBlob("events", "body", qint64(seq), raw.body); !filled)
            return filled.error();
    }
    d->lastSeq = seq;
    return Placed{seq, true, {}};
}

Result<EventWriter::Placed> EventWriter::Private::findFirst(const QByteArray &sourceName, const QByteArray &deliveryId,
                                                            QByteArrayView itsDigest)
{
    find.bindText(1, sourceName).bindBlob(2, deliveryId);
    const auto outcome = find.step();
    Placed placed;
    if (outcome == Statement::Step::Row) {
        placed.seq = static_cast<quint64>(find.integer(0));
        if (find.bytes(1) != itsDigest)
            placed.anotherDigest = itsDigest.toByteArray();
    }
    find.reset();
    if (outcome == Statement::Step::Failed)
        return find.error();
    return placed;
}

quint64 EventWriter::lastSeq() const
{
    return d->lastSeq;
}

quint64 EventWriter::eventCount() const
{
    return d->totals->eventCount();
}

Result<std::vector<OldRow>> EventWriter::Private::collect(Statement &statement)
{
    std::vector<OldRow> rows;
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = statement.step()) == Statement::Step::Row)
        rows.push_back({static_cast<quint64>(statement.integer(0)), statement.integer(1), statement.text(2)});
    statement.reset();
    if (outcome == Statement::Step::Failed)
        return statement.error();
    return rows;
}

// Removes from the front until the time of a step is over or, when maxBytes is not negative, the file is small enough.
Result<int> EventWriter::Private::removeRows(const std::vector<OldRow> &rows, qint64 maxBytes)
{
    QElapsedTimer timer;
    timer.start();
    int removed = 0;
    for (const OldRow &row : rows) {
        if (maxBytes >= 0 && removed % 16 == 0) {
            const auto used = database->usedBytes();
            if (!used)
                return used.error();
            if (*used <= maxBytes)
                break;
        }
        if (const Status done = remove.bind(1, static_cast<qint64>(row.seq)).run(); !done)
            return done.error();
        if (const Status counted = totals->remove(row.seq, row.source); !counted)
            return counted.error();
        ++removed;
        if (timer.elapsed() >= kStepMs)
            break;
    }
    if (removed > 0) {
        if (const Status done = rememberSeq.bind(1, static_cast<qint64>(lastSeq)).run(); !done)
            return done.error();
    }
    return removed;
}

Result<bool> EventWriter::removeOlderThan(qint64 cutoffUs)
{
    const auto block = d->totals->firstBlockBefore(cutoffUs);
    if (!block)
        return block.error();
    if (!block->has_value())
        return false;
    const quint64 first = **block << kBlockShift;
    d->oldInBlock.bind(1, static_cast<qint64>(first)).bind(2, static_cast<qint64>(first + kBlockEvents - 1));
    d->oldInBlock.bind(3, cutoffUs).bind(4, qint64(kStepRows));
    const auto rows = d->collect(d->oldInBlock);
    if (!rows)
        return rows.error();
    const auto removed = d->removeRows(*rows, -1);
    if (!removed)
        return removed.error();
    // Nothing old is left in this block: make its time range exact, so that it is not visited again.
    if (static_cast<std::size_t>(*removed) == rows->size() && rows->size() < kStepRows) {
        if (const Status done = d->totals->tighten(**block); !done)
            return done.error();
    }
    return true;
}

Result<bool> EventWriter::removeBeyond(qint64 maxBytes)
{
    const auto used = d->database->usedBytes();
    if (!used)
        return used.error();
    if (*used <= maxBytes)
        return false;
    d->oldest.bind(1, qint64(kStepRows));
    const auto rows = d->collect(d->oldest);
    if (!rows)
        return rows.error();
    const auto removed = d->removeRows(*rows, maxBytes);
    if (!removed)
        return removed.error();
    return *removed > 0;
}

} // namespace hookboard
