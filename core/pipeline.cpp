#include "core/pipeline.h"

#include <algorithm>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Rejections wait for nobody's answer, so they are dropped from keeping (never from counting) when they come faster
// than they can be written: one batch is collected while one is on its way to the journal. A body beyond the limit is
// kept when no other one is held.
constexpr std::size_t kRejectionsPerBatch = 256;
constexpr qint64 kRejectedBytes = 4LL * 1024 * 1024;
constexpr int kRejectionRetryMs = 50;

Receipt refusal(Error error, QByteArray deliveryId = {})
{
    Receipt receipt;
    receipt.outcome = Receipt::Outcome::Refused;
    receipt.deliveryId = std::move(deliveryId);
    receipt.error = std::move(error);
    return receipt;
}

} // namespace

Pipeline::Pipeline(const IngestSettings &settings, Verifier &verifier, SourceLedger &ledger, const Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_verifier(verifier)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_journalError(Error{ErrorCode::JournalUnavailable, u"The journal is being opened. Send again."_s})
{
    m_rejectionRetry.setSingleShot(true);
    m_rejectionRetry.setInterval(kRejectionRetryMs);
    connect(&m_rejectionRetry, &QTimer::timeout, this, &Pipeline::scheduleHandOver);
}

// The steps are numbered as in README.md; 1, from socket to RawDelivery, is core/ingest/httplistener.

// 2. A delivery arrives. Whether there is room is asked first, since verification costs more than an answer.
void Pipeline::accept(RawDelivery delivery, Hold hold, Answer answer)
{
    if (std::optional<Error> reason = whyNot(heldBytes(delivery)))
        return refuse(delivery.source, std::move(*reason), answer);
    // 3. Is it genuine? On the raw bytes, before anything reads or decompresses them. Only where the signature or a
    // signed field is inside the body is that unpacked first, to 1 MiB at most.
    const qint64 maxPayload = std::min(m_settings.maxInflated, m_settings.maxBytesInFlight);
    Verifier::Verdict verdict = m_verifier.verify(std::move(delivery), maxPayload);
    auto *verified = std::get_if<VerifiedDelivery>(&verdict);
    if (!verified)
        return reject(std::get<Rejection>(std::move(verdict)), answer);
    const RawDelivery &raw = verified->raw();
    if (raw.encoding != BodyEncoding::Identity) {
        std::optional<Error> reason = whyNot(heldBytes(raw));
        if (!reason && !hold(raw.payload.size()))
            reason = Error{ErrorCode::QueueFull, u"Too busy. Nothing was stored; send again."_s};
        if (reason)
            return refuse(raw.source, std::move(*reason), answer);
    }
    store(std::move(*verified), std::move(answer));
}

// Nothing wrong with it, only no room: the sender tries again.
void Pipeline::refuse(const QString &source, Error error, const Answer &answer)
{
    m_ledger.countRefused(source, error.code);
    answer(refusal(std::move(error)));
}

// 4. Genuine: off to the journal, with all others of this pass of the event loop. The answer waits for the receipt.
void Pipeline::store(VerifiedDelivery delivery, Answer answer)
{
    const quint64 ticket = ++m_lastTicket;
    const RawDelivery &raw = delivery.raw();
    m_waiting.emplace(ticket, Waiting{raw.source, heldBytes(raw), raw.receivedNs, std::move(answer)});
    m_waitingBytes += heldBytes(raw);
    if (!m_burst)
        m_burst = std::make_shared<std::vector<AppendRequest>>();
    m_burst->push_back({ticket, std::move(delivery)});
    scheduleHandOver();
}

// Or not genuine: answered at once, kept in quarantine with the reason, counted.
void Pipeline::reject(Rejection rejection, const Answer &answer)
{
    m_ledger.countRejected(rejection.raw.source, rejection.error.code);
    answer(refusal(rejection.error, rejection.deliveryId));
    if (rejection.error.code == ErrorCode::SecretUnavailable || rejection.error.code == ErrorCode::UnknownSource)
        return; // our fault or nobody's: the sender is told to try again, there is nothing to look into
    const qint64 held = heldBehind();
    if (held > 0 && held + rejection.raw.body.size() > kRejectedBytes)
        return;
    if (!m_rejections)
        m_rejections = std::make_shared<std::vector<Rejection>>();
    if (m_rejections->size() >= kRejectionsPerBatch)
        return;
    rejection.raw.payload.clear(); // quarantine keeps the bytes as they came
    m_rejectedBytes += rejection.raw.body.size();
    m_rejections->push_back(std::move(rejection));
    scheduleHandOver();
}

qint64 Pipeline::heldBehind() const
{
    return m_rejectedBytes + (m_rejectionsOut.expired() ? 0 : m_rejectedOutBytes);
}

void Pipeline::scheduleHandOver()
{
    if (std::exchange(m_handOverScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &Pipeline::handOver, Qt::QueuedConnection);
}

void Pipeline::handOver()
{
    m_handOverScheduled = false;
    if (m_burst)
        emit append(std::exchange(m_burst, nullptr));
    if (!m_rejections)
        return;
    if (!m_rejectionsOut.expired()) { // the journal has not written the last ones yet
        if (!m_rejectionRetry.isActive())
            m_rejectionRetry.start();
        return;
    }
    handOverRejections();
}

void Pipeline::handOverRejections()
{
    m_rejectionsOut = m_rejections;
    m_rejectedOutBytes = std::exchange(m_rejectedBytes, 0);
    emit quarantine(std::exchange(m_rejections, nullptr));
}

// The transaction is on disk (or was refused): now, and not before, the senders hear of it. The new events are on their
// way to steps 5 and 6, core/projection with core/mapping and core/aggregate, and from there to 7 and 8, ui/dashboard.
void Pipeline::onCommitted(const CommitReportPtr &report)
{
    for (const auto &[ticket, receipt] : report->receipts) {
        const auto found = m_waiting.find(ticket);
        if (found == m_waiting.end())
            continue;
        const Waiting waiting = std::move(found->second);
        m_waiting.erase(found);
        m_waitingBytes -= waiting.bytes;
        waiting.answer(receipt);
        m_ledger.countAnswered(waiting.source, receipt, m_clock.steadyNs() - waiting.receivedNs);
    }
}

void Pipeline::onJournalState(const JournalState &state)
{
    m_journalError = state.error;
    if (!m_journalError && !state.writable)
        m_journalError = Error{ErrorCode::JournalUnavailable, u"The journal is not open. Send again."_s};
}

void Pipeline::abandonWaiting()
{
    auto waiting = std::exchange(m_waiting, {});
    m_waitingBytes = 0;
    for (auto &[ticket, entry] : waiting)
        entry.answer(refusal({ErrorCode::ShuttingDown, u"Hookboard is closing. Send again."_s}));
    // Also behind a batch that is not written yet: the journal closes after it has dealt with both.
    m_rejectionRetry.stop();
    if (m_rejections)
        handOverRejections();
}

std::optional<Error> Pipeline::whyNot(qint64 bytes) const
{
    if (m_shuttingDown)
        return Error{ErrorCode::ShuttingDown, u"Hookboard is closing. Send again."_s};
    if (m_journalError)
        return m_journalError;
    if (int(m_waiting.size()) >= m_settings.queueLimit ||
        (!m_waiting.empty() && m_waitingBytes + bytes > m_settings.queueLimitBytes)) {
        return Error{ErrorCode::QueueFull,
                     u"More deliveries wait than the disk takes. Nothing was stored; send again."_s};
    }
    return std::nullopt;
}

std::optional<qint64> Pipeline::maxBodyOf(QStringView source) const
{
    const SourceConfig *config = m_verifier.source(source);
    return config ? std::optional<qint64>(std::min(config->maxBodyBytes, m_settings.maxBody)) : std::nullopt;
}

std::optional<Error> Pipeline::unhealthy() const
{
    return m_shuttingDown ? Error{ErrorCode::ShuttingDown, u"Hookboard is closing."_s} : m_journalError;
}

} // namespace hookboard
