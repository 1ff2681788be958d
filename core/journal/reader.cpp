#include "core/journal/reader.h"

#include "core/journal/eventscan.h"
#include "core/journal/eventwalk.h"
#include "core/journal/journalerror.h"
#include "core/journal/listeningspans.h"
#include "core/journal/quarantinewalk.h"
#include "core/journal/schema.h"
#include "core/types/sentence.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kReaderBusyMs = 2000; // readers only ever wait for a moment, while a writer recovers a log

Error replaced(const QString &path)
{
    return journalError(ErrorCode::JournalUnavailable, path,
                        Sentence::tr("it was moved, deleted or replaced while it was read. Read it again"));
}

} // namespace

struct JournalReader::Private
{
    explicit Private(Database opened)
        : database(std::move(opened))
        , walk(database)
        , refusals(database)
        , scan(database)
        , identity(database.identity())
    {}
    Status requireSame(quint64 journal) const;
    void mark(Searched &searched) const;

    Database database;
    EventWalk walk;
    QuarantineWalk refusals;
    EventScan scan;
    quint64 identity;
    std::function<bool()> stopped;
    std::function<bool(const StoredEvent &)> isWanted; // empty = all are
};

Status JournalReader::Private::requireSame(quint64 journal) const
{
    if ((journal == 0 || journal == identity) && !database.isDetached())
        return Done();
    return replaced(database.path());
}

void JournalReader::Private::mark(Searched &searched) const
{
    searched.journal = identity;
    if (searched.rest)
        searched.rest->journal = identity;
}

JournalReader::JournalReader() = default;
JournalReader::~JournalReader() = default;

Result<std::unique_ptr<JournalReader>> JournalReader::open(const QString &path, bool wasThere)
{
    if (!QFileInfo::exists(path) && wasThere)
        return replaced(path);
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound,
                     Sentence::tr("There is no journal at %1 yet. Start Hookboard once.").arg(path)};
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

void JournalReader::stopWhen(std::function<bool()> stopped)
{
    d->stopped = std::move(stopped);
}

void JournalReader::keepOnly(std::function<bool(const StoredEvent &)> isWanted)
{
    d->isWanted = std::move(isWanted);
}

Result<EventPage> JournalReader::eventPage(const EventQuery &query)
{
    if (const Status same = d->requireSame(query.journal); !same)
        return same.error();
    auto rows = std::make_shared<std::vector<StoredEvent>>();
    const auto limit = static_cast<std::size_t>(qMax(0, query.limit));
    if (limit == 0)
        return EventPage();
    EventQuery read = query;
    read.withBody = query.withBody || d->isWanted;
    auto searched = d->walk.run(read, d->stopped, true, [&](const EventRow &row, const StoredEvent &event) {
        if (!d->isWanted || d->isWanted(event))
            rows->push_back(row.detached(query.withBody));
        return rows->size() < limit;
    });
    if (!searched)
        return searched.error();
    if (searched->rest)
        searched->rest->withBody = query.withBody;
    if (const Status same = d->requireSame(query.journal); !same)
        return same.error();
    d->mark(*searched);
    if (query.newestFirst)
        std::reverse(rows->begin(), rows->end());
    return EventPage{std::move(rows), std::move(*searched)};
}

Result<EventBatch> JournalReader::events(const EventQuery &query)
{
    auto page = eventPage(query);
    return page ? Result<EventBatch>(std::move(page->events)) : Result<EventBatch>(page.error());
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

Result<QuarantinePage> JournalReader::quarantinePage(const EventQuery &query)
{
    if (const Status same = d->requireSame(query.journal); !same)
        return same.error();
    QuarantinePage page;
    const auto limit = static_cast<std::size_t>(qMax(0, query.limit));
    if (limit == 0)
        return page;
    auto searched = d->refusals.run(query, d->stopped, [&](QuarantinedDelivery delivery) {
        page.deliveries.push_back(std::move(delivery));
        return page.deliveries.size() < limit;
    });
    if (!searched)
        return searched.error();
    if (const Status same = d->requireSame(query.journal); !same)
        return same.error();
    d->mark(*searched);
    page.searched = std::move(*searched);
    if (query.newestFirst)
        std::reverse(page.deliveries.begin(), page.deliveries.end());
    return page;
}

Result<std::vector<QuarantinedDelivery>> JournalReader::quarantined(const EventQuery &query)
{
    using Rows = Result<std::vector<QuarantinedDelivery>>;
    auto page = quarantinePage(query);
    return page ? Rows(std::move(page->deliveries)) : Rows(page.error());
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

Result<QList<Gap>> JournalReader::silence(qint64 toUs)
{
    auto found = gaps(0, toUs);
    if (!found)
        return found.error();
    const auto first = d->database.integer("SELECT coalesce(min(from_us), 0) FROM listening");
    if (!first)
        return first.error();
    if (*first > 0)
        found->prepend({0, qMin<qint64>(*first, toUs)});
    return found;
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
    statistics.bytes = Database::bytesOnDisk(d->database.path());
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
    auto findings = checkJournal(d->database, {}, [] {});
    return findings ? Result<QStringList>(std::move(findings->damage)) : Result<QStringList>(findings.error());
}

Result<JournalFindings> JournalReader::checkBesideWriter()
{
    return checkJournal(d->database, {.besideWriter = true}, [] {});
}

} // namespace hookboard
