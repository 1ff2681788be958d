// Pipeline: the story of a delivery, from the listener's hands to its answer. Lives in the ingest thread. Owns the
// bound on what is accepted and not yet durable, so that no queue in the program grows without end.
// pipeline.cpp reads top to bottom; what happens after the commit (map, fold, snapshot) is projection.cpp.
#pragma once

#include "core/ingest/httplistener.h"
#include "core/ingest/ingestsettings.h"
#include "core/journal/journal.h"
#include "core/sourceledger.h"
#include "core/verify/verifier.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <optional>
#include <unordered_map>

namespace hookboard {

class Pipeline : public QObject, public Acceptor
{
    Q_OBJECT
public:
    // All must outlive the pipeline.
    Pipeline(const IngestSettings &settings, Verifier &verifier, SourceLedger &ledger, const Clock &clock,
             QObject *parent = nullptr);

    std::optional<qint64> maxBodyOf(QStringView source) const override;
    void accept(RawDelivery delivery, Hold hold, Answer answer) override;
    std::optional<Error> unhealthy() const override;
    qint64 heldBehind() const override;

    int queued() const { return int(m_waiting.size()); }
    // From now on every delivery is answered with 503; those that wait are still answered by their receipts.
    void beginShutdown() { m_shuttingDown = true; }
    // Answers all that still wait with 503: their fate is unknown, and a sender that asks again gets "duplicate".
    // Rejections that wait leave for the quarantine.
    void abandonWaiting();

public slots:
    void onCommitted(const hookboard::CommitReportPtr &report);
    void onJournalState(const hookboard::JournalState &state);

signals:
    void append(hookboard::AppendBatch batch);
    void quarantine(hookboard::RejectionBatch batch);

private:
    struct Waiting
    {
        QString source;
        qint64 bytes = 0;
        qint64 receivedNs = 0;
        Answer answer;
    };

    std::optional<Error> whyNot(qint64 bytes) const;
    void refuse(const QString &source, Error error, const Answer &answer);
    void store(VerifiedDelivery delivery, Answer answer);
    void reject(Rejection rejection, const Answer &answer);
    void scheduleHandOver();
    void handOver();
    void handOverRejections();

    const IngestSettings &m_settings;
    Verifier &m_verifier;
    SourceLedger &m_ledger;
    const Clock &m_clock;

    std::unordered_map<quint64, Waiting> m_waiting; // by ticket: handed over, not yet durable
    quint64 m_lastTicket = 0;
    qint64 m_waitingBytes = 0;
    qint64 m_rejectedBytes = 0;    // of m_rejections
    qint64 m_rejectedOutBytes = 0; // of m_rejectionsOut
    AppendBatch m_burst;           // collected in this pass of the event loop
    RejectionBatch m_rejections;
    std::weak_ptr<std::vector<Rejection>> m_rejectionsOut; // handed over and not yet written by the journal
    bool m_handOverScheduled = false;
    QTimer m_rejectionRetry{this}; // runs while m_rejections waits for m_rejectionsOut
    std::optional<Error> m_journalError;
    bool m_shuttingDown = false;
};

} // namespace hookboard
