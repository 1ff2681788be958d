#include "core/journal/reader.h"

#include "core/journal/eventscan.h"
#include "core/journal/eventwalk.h"
#include "core/journal/headerscodec.h"
#include "core/journal/journalcheck.h"
#include "core/journal/listeningspans.h"
#include "core/journal/schema.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <limits>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kReaderBusyMs = 2000; // readers only ever wait for a moment, while a writer recovers a log

QuarantinedDelivery quarantinedRow(const Statement &row, bool withBody)
{
    QuarantinedDelivery delivery;
    delivery.id = static_cast<quint64>(row.integer(0));
    delivery.receivedUs = row.integer(1);
    delivery.source = row.text(2);
    delivery.type = row.text(3);
    delivery.deliveryId = row.bytes(4).toByteArray();
    delivery.reason = {codeFromText(row.text(5)), row.text(6)};
    delivery.peer = row.bytes(7).toByteArray();
    delivery.target = row.bytes(8).toByteArray();
    QList<Header> fields;
    unpackHeaders(row.bytes(9), fields);
    delivery.headers = detachedHeaders(Headers(fields));
    delivery.encoding = static_cast<BodyEncoding>(row.integer(10));
    if (withBody)
        delivery.body = row.bytes(11).toByteArray();
    return delivery;
}

bool matchesType(const QString &type, const QString &wanted)
{
    if (wanted.isEmpty())
        return true;
    return wanted.endsWith(u'*') ? type.startsWith(QStringView(wanted).chopped(1)) : type == wanted;
}

bool matchesText(const QuarantinedDelivery &delivery, QByteArrayView body, const QByteArray &text)
{
    return text.isEmpty() || delivery.type.toUtf8().contains(text) || delivery.deliveryId.contains(text) ||
           body.indexOf(text) >= 0;
}

} // namespace

struct JournalReader::Private
{
    explicit Private(Database opened)
        : database(std::move(opened))
        , walk(database)
        , scan(database)
    {}
    Database database;
    EventWalk walk;
    EventScan scan;
};

JournalReader::JournalReader() = default;
JournalReader::~JournalReader() = default;

Result<std::unique_ptr<JournalReader>> JournalReader::open(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, u"There is no journal at %1 yet. Start Hookboard once."_s.arg(path)};
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    database->setBusyTimeout(kReaderBusyMs);
    if (const Status current = requireCurrentSchema(*database); !current)
        return current.error();
    std::unique_ptr<JournalReader> reader(new JournalReader);
    reader->d = std::make_unique<Private>(std::move(*database));
    return reader;
}

Result<EventBatch> JournalReader::events(const EventQuery &query)
{
    auto page = std::make_shared<std::vector<StoredEvent>>();
    const auto limit = static_cast<std::size_t>(qMax(0, query.limit));
    const Status walked = d->walk.run(query, [&](const EventRow &row, const StoredEvent &) {
        if (page->size() >= limit)
            return false;
        StoredEvent &kept = page->emplace_back(row.detached());
        if (!query.withBody) { // read for its text only
            kept.body.clear();
            kept.payload.clear();
        }
        return page->size() < limit;
    });
    if (!walked)
        return walked.error();
    if (query.newestFirst)
        std::reverse(page->begin(), page->end());
    return EventBatch(std::move(page));
}

Result<std::optional<StoredEvent>> JournalReader::event(quint64 seq)
{
    EventQuery query;
    query.afterSeq = seq - 1;
    query.beforeSeq = seq + 1;
    if (seq == 0)
        return std::optional<StoredEvent>();
    const auto page = events(query);
    if (!page)
        return page.error();
    return (*page)->empty() ? std::optional<StoredEvent>() : std::optional((*page)->front());
}

Status JournalReader::scan(quint64 afterSeq, quint64 uptoSeq, FunctionRef<bool(const StoredEvent &)> visit,
                           const EventNeeds &needs)
{
    return d->scan.run(afterSeq, uptoSeq, needs, visit);
}

Result<std::vector<QuarantinedDelivery>> JournalReader::quarantined(const EventQuery &query)
{
    QByteArray sql =
        "SELECT id, received_us, source, type, delivery_id, code, message, peer, target, headers, encoding, body"
        " FROM quarantine WHERE id > ?1 AND id < ?2 AND received_us >= ?3 AND received_us < ?4"
        " ORDER BY id";
    if (query.newestFirst)
        sql += " DESC";
    auto rows = d->database.prepare(sql);
    if (!rows)
        return rows.error();
    constexpr qint64 kMax = std::numeric_limits<qint64>::max();
    rows->bind(1, static_cast<qint64>(query.afterSeq.value_or(0)));
    rows->bind(2, static_cast<qint64>(query.beforeSeq.value_or(static_cast<quint64>(kMax))));
    rows->bind(3, query.sinceUs.value_or(std::numeric_limits<qint64>::min())).bind(4, query.untilUs.value_or(kMax));
    const QByteArray text = query.text.toUtf8();
    std::vector<QuarantinedDelivery> page;
    Statement::Step outcome = Statement::Step::End;
    while (static_cast<int>(page.size()) < query.limit && (outcome = rows->step()) == Statement::Step::Row) {
        QuarantinedDelivery delivery = quarantinedRow(*rows, query.withBody);
        const bool wanted = (query.source.isEmpty() || delivery.source == query.source) &&
                            matchesType(delivery.type, query.type) &&
                            matchesText(delivery, text.isEmpty() ? QByteArrayView() : rows->bytes(11), text);
        if (wanted)
            page.push_back(std::move(delivery));
    }
    if (outcome == Statement::Step::Failed)
        return rows->error();
    if (query.newestFirst)
        std::reverse(page.begin(), page.end());
    return page;
}

Result<std::vector<Checkpoint>> JournalReader::checkpoints(const QByteArray &keyPrefix)
{
    auto rows = d->database.prepare("SELECT key, spec_digest, upto_seq, state FROM checkpoints"
                                    " WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key");
    if (!rows)
        return rows.error();
    rows->bindBlob(1, keyPrefix);
    std::vector<Checkpoint> found;
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = rows->step()) == Statement::Step::Row) {
        found.push_back({rows->bytes(0).toByteArray(), rows->bytes(1).toByteArray(),
                         static_cast<quint64>(rows->integer(2)), rows->bytes(3).toByteArray()});
    }
    if (outcome == Statement::Step::Failed)
        return rows->error();
    return found;
}

Result<QList<Gap>> JournalReader::gaps(qint64 fromUs, qint64 toUs)
{
    auto rows = d->database.prepare("SELECT from_us, to_us, running FROM listening");
    if (!rows)
        return rows.error();
    QList<ListeningSpan> spans;
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = rows->step()) == Statement::Step::Row)
        spans.append({rows->integer(0), rows->integer(1), rows->integer(2) != 0});
    if (outcome == Statement::Step::Failed)
        return rows->error();
    return uncoveredBy(std::move(spans), fromUs, toUs);
}

Result<JournalStatistics> JournalReader::statistics()
{
    auto row = d->database.prepare(
        "SELECT (SELECT coalesce(sum(events), 0) FROM blocks) + (SELECT count(*) FROM events WHERE seq >="
        "   (SELECT coalesce(max(block) + 1, 0) FROM blocks) << 10),"
        " (SELECT min(seq) FROM events), (SELECT max(seq) FROM events), (SELECT count(*) FROM quarantine)");
    if (!row)
        return row.error();
    if (row->step() != Statement::Step::Row)
        return row->error();
    JournalStatistics statistics;
    statistics.events = static_cast<quint64>(row->integer(0));
    statistics.firstSeq = static_cast<quint64>(row->integer(1));
    statistics.lastSeq = static_cast<quint64>(row->integer(2));
    statistics.quarantined = static_cast<quint64>(row->integer(3));
    statistics.bytes = QFileInfo(d->database.path()).size() + QFileInfo(d->database.path() + "-wal"_L1).size();
    return statistics;
}

Result<QList<SourceStatistics>> JournalReader::sourceStatistics()
{
    // Totals of the complete blocks, then the tail, so that no more than one block of events is read.
    auto rows = d->database.prepare("SELECT source, sum(events), max(last_us) FROM ("
                                    " SELECT source, events, last_us FROM sources UNION ALL"
                                    " SELECT source, count(*), max(received_us) FROM events WHERE seq >="
                                    "   (SELECT coalesce(max(block) + 1, 0) FROM blocks) << 10 GROUP BY +source)"
                                    " GROUP BY source");
    if (!rows)
        return rows.error();
    QMap<QString, SourceStatistics> found;
    Statement::Step outcome = Statement::Step::Row;
    while ((outcome = rows->step()) == Statement::Step::Row) {
        const QString source = rows->text(0);
        found.insert(source, {source, static_cast<quint64>(rows->integer(1)), rows->integer(2), {}});
    }
    if (outcome == Statement::Step::Failed)
        return rows->error();
    auto refused = d->database.prepare("SELECT source, code, count(*) FROM quarantine GROUP BY source, code");
    if (!refused)
        return refused.error();
    while ((outcome = refused->step()) == Statement::Step::Row) {
        SourceStatistics &of = found[refused->text(0)];
        of.source = refused->text(0);
        of.quarantined.insert(refused->text(1), static_cast<quint64>(refused->integer(2)));
    }
    if (outcome == Statement::Step::Failed)
        return refused->error();
    return found.values();
}

Result<QStringList> JournalReader::check()
{
    return checkJournal(d->database);
}

} // namespace hookboard
