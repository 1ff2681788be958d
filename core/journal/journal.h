// Journal: the one writer of journal.sqlite. Lives in the journal thread; every slot is called through a queued
// connection, every result leaves by signal. Whatever waits in the event queue when a commit starts goes into that one
// synced transaction (group commit). Receipts leave after the commit returned, never before: a 2xx is a promise.
#pragma once

#include "core/types/clock.h"
#include "core/types/delivery.h"
#include "core/types/health.h"
#include "core/types/storedevent.h"

#include <QtCore/QObject>

#include <memory>
#include <vector>

namespace hookboard {

struct JournalSettings
{
    QString path;                              // .../journal.sqlite
    qint64 walLimitBytes = 64LL * 1024 * 1024; // hard bound: the WAL is truncated before it grows past this
    qint64 retainUs = 0;                       // 0 = keep for ever
    qint64 retainBytes = 0;                    // 0 = no bound
    qint64 bodyWindowUs = 600'000'000;         // how long an equal body without an id is a repetition
    int quarantineMaxCount = 10'000;
    qint64 quarantineMaxBytes = 64LL * 1024 * 1024;
    QList<QByteArray> redactedHeaders; // secrets besides the usual ones: TemplateRegistry::secretHeaders()
    int commitDelayMs = 0;             // slows each commit; only tests set it
};

// A delivery with the caller's ticket, which comes back with the receipt.
struct AppendRequest
{
    quint64 ticket = 0;
    VerifiedDelivery delivery;
};
using AppendBatch = std::shared_ptr<std::vector<AppendRequest>>; // consumed by append()
using RejectionBatch = std::shared_ptr<std::vector<Rejection>>;

struct TicketReceipt
{
    quint64 ticket = 0;
    Receipt receipt;
};

// What the journal holds of one source.
struct SourceStatistics
{
    QString source;
    quint64 stored = 0;
    qint64 lastEventUs = 0;
    QMap<QString, quint64> quarantined; // by codeText
};

// The outcome of one transaction.
struct CommitReport
{
    std::vector<TicketReceipt> receipts;
    EventBatch events; // those that were new, ascending by seq; null when none
    qint64 committedNs = 0;
};
using CommitReportPtr = std::shared_ptr<const CommitReport>;

// Serialized state of one binding's fold; opaque to the journal.
struct Checkpoint
{
    QByteArray key;        // board/tile/binding
    QByteArray specDigest; // a fold of another spec is worthless
    quint64 uptoSeq = 0;
    QByteArray state;
};
using CheckpointBatch = std::shared_ptr<const std::vector<Checkpoint>>;

class Journal : public QObject
{
    Q_OBJECT
public:
    Journal(JournalSettings settings, const Clock &clock, QObject *parent = nullptr);
    // Closes when close() was not called, so it still emits; receivers must outlive the journal.
    ~Journal() override;

public slots:
    // Opens or creates the database and migrates it. Failure is a state, not an exit: while it lasts appends are
    // refused and opening is tried again every second.
    void open();
    void append(hookboard::AppendBatch batch);
    // Keeps refused deliveries, bounded; the oldest leave. No answer waits for this.
    void quarantine(hookboard::RejectionBatch batch);
    // Written with the next commit or within a second. An empty state deletes the key.
    void saveCheckpoints(hookboard::CheckpointBatch batch);
    // Opens or closes a span of listening; while open, a heartbeat every few seconds bounds what a crash can hide.
    void setListening(bool listening);
    void setRetention(qint64 retainUs, qint64 retainBytes);
    // Commits what waits, answers it, closes the listening span, checkpoints the WAL and closes the database.
    void close();

signals:
    // Once, before the first commit: what earlier runs left, so that whoever counts from here on counts nothing twice.
    // However late the file can be opened; nothing when it cannot be read then.
    void historyRead(const QList<hookboard::SourceStatistics> &history);
    void committed(hookboard::CommitReportPtr report);
    void stateChanged(hookboard::JournalState state); // on every change, and at most twice a second for the counters
    void quarantined(int added);

protected:
    void customEvent(QEvent *event) override; // the journal's own note that a burst waits to be committed

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard

Q_DECLARE_METATYPE(hookboard::AppendBatch)
Q_DECLARE_METATYPE(hookboard::RejectionBatch)
Q_DECLARE_METATYPE(hookboard::CommitReportPtr)
Q_DECLARE_METATYPE(hookboard::CheckpointBatch)
Q_DECLARE_METATYPE(hookboard::SourceStatistics)
