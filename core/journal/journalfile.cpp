#include "core/journal/journalfile.h"

#include "core/journal/journalerror.h"
#include "core/journal/schema.h"
#include "core/types/sentence.h"

#include <QtCore/QFileInfo>
#include <QtCore/QThread>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kBeatWithBurstUs = 1'000'000; // under load a beat rides along more often than the timer
constexpr qint64 kRowOverheadBytes = 2048;     // headers, index entries and half-filled pages of one event
constexpr qsizetype kRememberedAside = 1024;
constexpr qint64 kStepBytes = 4LL * 1024 * 1024;

qint64 logBytesOf(const Burst &burst)
{
    qint64 bytes = kRowOverheadBytes;
    for (const AppendRequest &request : burst.appends)
        bytes += request.delivery.raw().body.size() + kRowOverheadBytes;
    if (burst.rejections) {
        for (const Rejection &rejection : *burst.rejections)
            bytes += rejection.raw.body.size() + kRowOverheadBytes;
    }
    if (burst.checkpoints) {
        for (const Checkpoint &checkpoint : *burst.checkpoints)
            bytes += checkpoint.state.size() + kRowOverheadBytes;
    }
    return bytes + bytes / 16;
}

StoredEvent storedEvent(quint64 seq, const QByteArray &id, const VerifiedDelivery &delivery, Redaction::Head head)
{
    const RawDelivery &raw = delivery.raw();
    const Verdict &verdict = delivery.verdict();
    StoredEvent event;
    event.seq = seq;
    event.source = raw.source;
    event.type = verdict.type;
    event.deliveryId = id;
    event.receivedUs = raw.receivedUs;
    event.occurredUs = verdict.occurredUs;
    event.verified = verdict.verified;
    event.simulated = verdict.simulated;
    event.peer = raw.peer;
    event.scheme = verdict.scheme;
    event.secretIndex = verdict.secretIndex;
    event.target = std::move(head.target);
    event.headers = std::move(head.headers);
    event.encoding = raw.encoding;
    event.body = raw.body;
    event.bodySize = raw.body.size();
    event.payload = raw.payload;
    event.receivedNs = raw.receivedNs;
    event.verifiedNs = delivery.verifiedNs();
    return event;
}

// A file that is not ours, or newer than we are, must not even be switched to another journal mode.
Status requireOurs(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists() || file.size() == 0)
        return Done();
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return requireKnownFormat(*database);
}

} // namespace

JournalFile::JournalFile(Database database, const JournalSettings &settings, const Clock &clock, WalKeeper &keeper,
                         ListeningSpans &spans)
    : m_database(std::move(database))
    , m_settings(&settings)
    , m_clock(&clock)
    , m_keeper(&keeper)
    , m_spans(&spans)
    , m_redaction(settings.redactedHeaders)
{}

Result<std::unique_ptr<JournalFile>> JournalFile::open(const JournalSettings &settings, const Clock &clock,
                                                       WalKeeper &keeper, ListeningSpans &spans, quint64 seqFloor)
{
    if (const Status ours = requireOurs(settings.path); !ours)
        return ours.error();
    auto database = Database::open(settings.path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    std::unique_ptr<JournalFile> file(new JournalFile(std::move(*database), settings, clock, keeper, spans));
    if (const Status prepared = file->prepare(seqFloor); !prepared)
        return prepared.error();
    return file;
}

Status JournalFile::prepare(quint64 seqFloor)
{
    if (const Status migrated = migrate(m_database); !migrated)
        return migrated;
    // Learns how long a log was left behind, and copies it as far as readers allow.
    if (const auto outcome = m_database.checkpoint(Database::Checkpoint::Passive); !outcome)
        return outcome.error();
    auto save = m_database.prepare("INSERT INTO checkpoints(key, spec_digest, upto_seq, state) VALUES(?1, ?2, ?3, ?4)"
                                   " ON CONFLICT(key) DO UPDATE SET spec_digest = excluded.spec_digest,"
                                   " upto_seq = excluded.upto_seq, state = excluded.state");
    if (!save)
        return save.error();
    m_saveCheckpoint = std::move(*save);
    auto drop = m_database.prepare("DELETE FROM checkpoints WHERE key = ?1");
    if (!drop)
        return drop.error();
    m_dropCheckpoint = std::move(*drop);
    auto events = EventWriter::open(m_database, seqFloor);
    if (!events)
        return events.error();
    m_events = std::move(*events);
    auto window = BodyWindow::open(m_database, *m_clock, m_settings->bodyWindowUs);
    if (!window)
        return window.error();
    m_bodyWindow = std::move(*window);
    auto quarantine =
        QuarantineWriter::open(m_database, m_settings->quarantineMaxCount, m_settings->quarantineMaxBytes);
    if (!quarantine)
        return quarantine.error();
    m_quarantine = std::move(*quarantine);
    return Done();
}

Result<BurstOutcome> JournalFile::commit(const Burst &burst)
{
    if (const Status room = m_keeper->makeRoom(m_database, logBytesOf(burst)); !room)
        return room.error();
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    BurstOutcome outcome;
    auto events = std::make_shared<std::vector<StoredEvent>>();
    if (const Status written = writeAppends(burst.appends, outcome, *events); !written)
        return written.error();
    if (burst.rejections) {
        const auto kept = writeRejections(*burst.rejections);
        if (!kept)
            return kept.error();
        outcome.quarantined += *kept;
    }
    if (burst.checkpoints) {
        for (const Checkpoint &checkpoint : *burst.checkpoints) {
            if (const Status written = writeCheckpoint(checkpoint); !written)
                return written.error();
        }
    }
    if (m_spans->isDue(kBeatWithBurstUs)) {
        if (const Status beaten = m_spans->beat(m_database); !beaten)
            return beaten.error();
    }
    if (const Status finished = finish(*transaction); !finished)
        return finished.error();
    outcome.report.committedNs = m_clock->steadyNs();
    for (StoredEvent &event : *events)
        event.committedNs = outcome.report.committedNs;
    if (!events->empty())
        outcome.report.events = std::move(events);
    return outcome;
}

// Only when this returns without error is anything promised.
Status JournalFile::finish(Transaction &transaction)
{
    if (m_settings->commitDelayMs > 0)
        QThread::msleep(static_cast<unsigned long>(m_settings->commitDelayMs));
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    if (m_database.isDetached()) {
        return journalError(ErrorCode::JournalUnavailable, m_database.path(),
                            Sentence::tr("it was moved or deleted while Hookboard was using it"));
    }
    m_keeper->committed(m_database);
    return Done();
}

Status JournalFile::writeAppends(std::span<const AppendRequest> appends, BurstOutcome &outcome,
                                 std::vector<StoredEvent> &events)
{
    auto &receipts = outcome.report.receipts;
    receipts.reserve(appends.size());
    events.reserve(appends.size());
    for (const AppendRequest &request : appends) {
        QByteArray id = request.delivery.verdict().deliveryId;
        Redaction::Head head;
        const auto placed = writeAppend(request, id, head);
        if (!placed)
            return placed.error();
        const auto kind = placed->isNew ? Receipt::Outcome::Stored : Receipt::Outcome::Duplicate;
        const bool differs = !placed->anotherDigest.isNull();
        receipts.push_back({request.ticket, {kind, placed->seq, id, {}, differs}});
        if (differs) {
            const auto kept = setAside(request, *placed, id, head);
            if (!kept)
                return kept.error();
            outcome.quarantined += *kept ? 1 : 0;
        }
        if (placed->isNew)
            events.push_back(storedEvent(placed->seq, id, request.delivery, std::move(head)));
    }
    return Done();
}

// `id` becomes the one that the delivery is, or was, stored under.
Result<EventWriter::Placed> JournalFile::writeAppend(const AppendRequest &request, QByteArray &id,
                                                     Redaction::Head &head)
{
    if (request.delivery.verdict().idIsDigest) {
        Result<BodyWindow::Place> place = m_bodyWindow->place(request.delivery);
        if (!place)
            return place.error();
        id = std::move(place->id);
        if (place->seq != 0)
            return EventWriter::Placed{place->seq, false, {}};
    }
    head = m_redaction.head(request.delivery.raw());
    return m_events->insert(request.delivery, id, head);
}

// A known id with another body. By the contract the id decides: the sender hears "duplicate" and stops, since an error
// would have it send the same for days. But the id may have been used twice by mistake, and genuine bytes that were
// answered with success must not vanish: they are in quarantine before that answer leaves, and the person decides.
Result<bool> JournalFile::setAside(const AppendRequest &request, const EventWriter::Placed &placed,
                                   const QByteArray &id, const Redaction::Head &head)
{
    const QByteArray key = request.delivery.raw().source.toUtf8() + '\n' + id + placed.anotherDigest;
    if (m_setAside.contains(key))
        return false;
    if (m_setAside.size() >= kRememberedAside)
        m_setAside.clear();
    m_setAside.insert(key);
    const Error reason{ErrorCode::BodyDiffers,
                       u"Event %1 has this id and another body. That one counts; this one was answered as its "
                       u"duplicate and is kept here."_s.arg(placed.seq)};
    return m_quarantine->insert({request.delivery.raw(), reason, request.delivery.verdict().type, id}, head);
}

Result<int> JournalFile::writeRejections(const std::deque<Rejection> &rejections)
{
    int kept = 0;
    for (const Rejection &rejection : rejections) {
        const auto inserted = m_quarantine->insert(rejection, m_redaction.head(rejection.raw));
        if (!inserted)
            return inserted.error();
        kept += *inserted ? 1 : 0;
    }
    return kept;
}

Status JournalFile::writeCheckpoint(const Checkpoint &checkpoint)
{
    if (checkpoint.state.isEmpty())
        return m_dropCheckpoint.bindBlob(1, checkpoint.key).run();
    m_saveCheckpoint.bindBlob(1, checkpoint.key).bindBlob(2, checkpoint.specDigest);
    m_saveCheckpoint.bind(3, static_cast<qint64>(checkpoint.uptoSeq)).bindBlob(4, checkpoint.state);
    return m_saveCheckpoint.run();
}

Status JournalFile::probe()
{
    const QByteArray key = "\x01probe"_ba; // no binding's key begins with a control character
    for (const qsizetype size : {qsizetype(256 * 1024), qsizetype(0)}) {
        if (const Status room = m_keeper->makeRoom(m_database, 2 * 256 * 1024); !room)
            return room;
        auto transaction = Transaction::begin(m_database);
        if (!transaction)
            return transaction.error();
        const QByteArray filler(size, '\0');
        if (const Status written = writeCheckpoint({key, {}, 0, filler}); !written)
            return written;
        if (const Status finished = finish(*transaction); !finished)
            return finished;
    }
    return Done();
}

Status JournalFile::startSpans(bool listening, std::optional<qint64> lastGoodUs)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (const Status closed = m_spans->closeLeftOvers(m_database, lastGoodUs); !closed)
        return closed;
    if (listening) {
        if (const Status begun = m_spans->begin(m_database); !begun)
            return begun;
    }
    return finish(*transaction);
}

Status JournalFile::stopSpans()
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (const Status ended = m_spans->end(m_database); !ended)
        return ended;
    return finish(*transaction);
}

Result<bool> JournalFile::retain(qint64 retainUs, qint64 retainBytes)
{
    if (const Status room = m_keeper->makeRoom(m_database, kStepBytes); !room)
        return room.error();
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    Result<bool> more = false;
    if (retainUs > 0)
        more = m_events->removeOlderThan(m_clock->nowUs() - retainUs);
    if (more && !*more && retainBytes > 0)
        more = m_events->removeBeyond(retainBytes);
    if (!more || !*more)
        return more; // nothing was written: rolled back
    if (const Status finished = finish(*transaction); !finished)
        return finished.error();
    return true;
}

} // namespace hookboard
