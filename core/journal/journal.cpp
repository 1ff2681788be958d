#include "core/journal/journal.h"

#include "core/journal/journalfile.h"
#include "core/journal/pendingwork.h"
#include "core/journal/reader.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QTimer>

#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kRecoveryInterval = 1s;
constexpr auto kSideWorkDelay = 200ms;
constexpr auto kCounterInterval = 500ms;
constexpr auto kRestDelay = 3s;
constexpr auto kRetentionInterval = 60s;
constexpr auto kRetentionStepInterval = 10ms;

QEvent::Type commitEventType()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

Error closedError()
{
    return {ErrorCode::ShuttingDown, u"The journal is closed."_s};
}

} // namespace

struct Journal::Private
{
    enum class Phase { Created, Running, Closed };

    Journal *q;
    JournalSettings settings;
    const Clock &clock;
    Phase phase = Phase::Created;
    JournalState state;
    std::unique_ptr<WalKeeper> keeper; // outlives the file
    ListeningSpans spans;
    std::unique_ptr<JournalFile> file; // null while there is an error
    bool listening = false;
    std::optional<qint64> lastGoodUs; // when the outage began
    bool historyTold = false;

    PendingWork pending;
    bool commitPosted = false;
    bool sideWorkDue = false; // commit rejections, checkpoints and a heartbeat too, with a burst or without

    QTimer *recoveryTimer;
    QTimer *sideWorkTimer;
    QTimer *beatTimer;
    QTimer *counterTimer;
    QTimer *restTimer;
    QTimer *retentionTimer;

    Private(Journal *journal, JournalSettings journalSettings, const Clock &journalClock);
    QTimer *timer(std::chrono::milliseconds interval, bool single, void (Private::*slot)());

    Status openFile();
    void tellHistory();
    void recover();
    void fail(const Error &error);
    void succeed();
    void report();
    void countersChanged();

    void scheduleCommit();
    void commitPending();
    void commitBurst(std::span<const AppendRequest> appends);
    void refuse(std::span<const AppendRequest> appends, const Error &error);
    void startSideWork();
    void beat();
    void rest();
    void retain();
    void close();
};

Journal::Private::Private(Journal *journal, JournalSettings journalSettings, const Clock &journalClock)
    : q(journal)
    , settings(std::move(journalSettings))
    , clock(journalClock)
    , spans(journalClock)
    , recoveryTimer(timer(kRecoveryInterval, false, &Private::recover))
    , sideWorkTimer(timer(kSideWorkDelay, true, &Private::startSideWork))
    , beatTimer(timer(std::chrono::milliseconds(kHeartbeatUs / 1000), false, &Private::beat))
    , counterTimer(timer(kCounterInterval, true, &Private::report))
    , restTimer(timer(kRestDelay, true, &Private::rest))
    , retentionTimer(timer(kRetentionInterval, true, &Private::retain))
{}

// Children of the journal, so that they move to its thread with it.
QTimer *Journal::Private::timer(std::chrono::milliseconds interval, bool single, void (Private::*slot)())
{
    auto *made = new QTimer(q);
    made->setInterval(interval);
    made->setSingleShot(single);
    QObject::connect(made, &QTimer::timeout, q, [this, slot] { (this->*slot)(); });
    return made;
}

Status Journal::Private::openFile()
{
    auto opened = JournalFile::open(settings, clock, *keeper, spans, state.lastSeq);
    if (!opened)
        return opened.error();
    if (lastGoodUs) {
        if (const Status written = (*opened)->probe(); !written)
            return written;
    }
    if (const Status started = (*opened)->startSpans(listening, lastGoodUs); !started)
        return started;
    file = std::move(*opened);
    tellHistory();
    return Done();
}

void Journal::Private::tellHistory()
{
    if (std::exchange(historyTold, true))
        return;
    auto reader = JournalReader::open(settings.path);
    if (!reader)
        return;
    if (const auto history = (*reader)->sourceStatistics())
        emit q->historyRead(*history);
}

void Journal::Private::recover()
{
    if (const Status opened = openFile(); !opened)
        fail(opened.error());
    else
        succeed();
}

void Journal::Private::fail(const Error &error)
{
    file.reset();
    const bool known = state.error && state.error->code == error.code && state.error->message == error.message;
    if (!lastGoodUs || !state.error)
        state.sinceUs = clock.nowUs();
    if (!lastGoodUs)
        lastGoodUs = clock.nowUs();
    state.writable = false;
    state.error = error;
    if (!recoveryTimer->isActive())
        recoveryTimer->start();
    if (!known)
        report();
}

void Journal::Private::succeed()
{
    recoveryTimer->stop();
    lastGoodUs.reset();
    state.writable = true;
    state.error.reset();
    state.sinceUs = clock.nowUs();
    report();
    retentionTimer->start(kRecoveryInterval);
    if (pending.hasSideWork())
        sideWorkTimer->start();
}

void Journal::Private::report()
{
    counterTimer->stop();
    if (file) {
        state.lastSeq = file->lastSeq();
        state.eventCount = file->eventCount();
        state.quarantineCount = file->quarantineCount();
    }
    state.bytes = Database::bytesOnDisk(settings.path);
    emit q->stateChanged(state);
}

void Journal::Private::countersChanged()
{
    // Kept at once, not only when told: a file that is opened anew must never number below it.
    state.lastSeq = file->lastSeq();
    if (!counterTimer->isActive())
        counterTimer->start();
}

void Journal::Private::scheduleCommit()
{
    if (pending.isFull(clock.steadyNs())) {
        commitPending();
    } else if (!std::exchange(commitPosted, true)) {
        // Behind everything that is queued already, so that all of it joins.
        QCoreApplication::postEvent(q, new QEvent(commitEventType()), Qt::LowEventPriority);
    }
}

void Journal::Private::commitPending()
{
    std::vector<AppendRequest> left = pending.takeAppends();
    while (!left.empty() || (sideWorkDue && file)) {
        const auto burst = PendingWork::firstBurst(left);
        if (file)
            commitBurst(burst);
        else
            refuse(burst, *state.error);
        // At once: answered deliveries count no more, so the next large bodies are already being read.
        left.erase(left.begin(), left.begin() + std::ptrdiff_t(burst.size()));
    }
}

void Journal::Private::commitBurst(std::span<const AppendRequest> appends)
{
    Burst burst{appends};
    if (std::exchange(sideWorkDue, false)) {
        burst.rejections = &pending.rejections();
        burst.checkpoints = &pending.checkpoints();
    }
    auto outcome = file->commit(burst);
    if (!outcome) {
        const Error error = outcome.error();
        fail(error);
        refuse(appends, error);
        return;
    }
    if (burst.rejections)
        pending.clearSideWork();
    restTimer->start();
    countersChanged();
    if (!outcome->report.receipts.empty())
        emit q->committed(std::make_shared<const CommitReport>(std::move(outcome->report)));
    if (outcome->quarantined > 0)
        emit q->quarantined(outcome->quarantined);
}

void Journal::Private::refuse(std::span<const AppendRequest> appends, const Error &error)
{
    if (appends.empty())
        return;
    auto report = std::make_shared<CommitReport>();
    report->receipts.reserve(appends.size());
    for (const AppendRequest &request : appends) {
        const QByteArray &id = request.delivery.verdict().deliveryId;
        report->receipts.push_back({request.ticket, {Receipt::Outcome::Refused, 0, id, error}});
    }
    emit q->committed(report);
}

void Journal::Private::startSideWork()
{
    if (!file)
        return; // succeed() starts the timer again
    sideWorkDue = true;
    commitPending();
}

void Journal::Private::beat()
{
    if (file && spans.isDue(kHeartbeatUs / 2))
        startSideWork();
}

void Journal::Private::rest()
{
    if (file)
        keeper->rest(file->database());
}

void Journal::Private::retain()
{
    if (!file || (settings.retainUs <= 0 && settings.retainBytes <= 0))
        return;
    commitPending();
    if (!file)
        return;
    const auto more = file->retain(settings.retainUs, settings.retainBytes);
    if (!more) {
        fail(more.error());
        return;
    }
    countersChanged();
    retentionTimer->start(*more ? std::chrono::milliseconds(kRetentionStepInterval) : kRetentionInterval);
}

void Journal::Private::close()
{
    if (phase == Phase::Closed)
        return;
    sideWorkDue = pending.hasSideWork();
    if (!state.error && !file)
        state.error = closedError();
    commitPending();
    for (QTimer *each : {recoveryTimer, sideWorkTimer, beatTimer, counterTimer, restTimer, retentionTimer})
        each->stop();
    phase = Phase::Closed;
    bool clean = file != nullptr;
    if (file && spans.isRunning())
        clean = file->stopSpans().ok();
    keeper.reset(); // its helper's connection must be gone before the log can be emptied for good
    if (clean)      // when a reader is in the way the log stays, and the next start takes it over
        static_cast<void>(file->database().checkpoint(Database::Checkpoint::Truncate));
    state.writable = false;
    state.error = closedError();
    state.sinceUs = clock.nowUs();
    report();
    file.reset();
}

Journal::Journal(JournalSettings settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(settings), clock))
{}

Journal::~Journal()
{
    d->close();
}

void Journal::open()
{
    if (d->phase != Private::Phase::Created)
        return;
    d->phase = Private::Phase::Running;
    d->keeper = std::make_unique<WalKeeper>(d->settings.walLimitBytes);
    if (const Status opened = d->openFile(); !opened)
        d->fail(opened.error());
    else
        d->succeed();
}

void Journal::append(AppendBatch batch)
{
    if (!batch || batch->empty())
        return;
    if (d->phase != Private::Phase::Running) {
        const bool closed = d->phase == Private::Phase::Closed;
        d->refuse(*batch,
                  closed ? closedError() : Error{ErrorCode::JournalUnavailable, u"The journal is not open yet."_s});
        return;
    }
    d->pending.add(batch, d->clock.steadyNs());
    d->scheduleCommit();
}

void Journal::customEvent(QEvent *event)
{
    if (event->type() != commitEventType())
        return;
    d->commitPosted = false;
    d->commitPending();
}

void Journal::quarantine(RejectionBatch batch)
{
    if (!batch || d->phase == Private::Phase::Closed)
        return;
    d->pending.add(std::move(batch));
    if (!d->sideWorkTimer->isActive())
        d->sideWorkTimer->start();
}

void Journal::saveCheckpoints(CheckpointBatch batch)
{
    if (!batch || d->phase == Private::Phase::Closed)
        return;
    d->pending.add(batch);
    if (!d->sideWorkTimer->isActive())
        d->sideWorkTimer->start();
}

void Journal::setListening(bool listening)
{
    if (listening == d->listening || d->phase == Private::Phase::Closed)
        return;
    d->listening = listening;
    if (listening)
        d->beatTimer->start();
    else
        d->beatTimer->stop();
    if (!d->file)
        return; // written when the file opens
    const Status written = listening ? d->file->startSpans(true, {}) : d->file->stopSpans();
    if (!written)
        d->fail(written.error());
}

void Journal::setRetention(qint64 retainUs, qint64 retainBytes)
{
    d->settings.retainUs = retainUs;
    d->settings.retainBytes = retainBytes;
    if (d->file)
        d->retentionTimer->start(kRetentionStepInterval);
}

void Journal::close()
{
    d->close();
}

} // namespace hookboard
