// JournalFile: the open, migrated, writable journal.sqlite and everything that writes to it, one transaction a call.
// After any failure it is to be destroyed and opened anew; its counts may have run ahead of what was committed.
// Lives in the journal thread.
#pragma once

#include "core/journal/bodywindow.h"
#include "core/journal/eventwriter.h"
#include "core/journal/journal.h"
#include "core/journal/listeningspans.h"
#include "core/journal/quarantinewriter.h"
#include "core/journal/redact.h"
#include "core/journal/walkeeper.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <deque>
#include <span>

namespace hookboard {

// What goes into one transaction.
struct Burst
{
    std::span<const AppendRequest> appends;
    const std::deque<Rejection> *rejections = nullptr;          // null = none this time
    const QHash<QByteArray, Checkpoint> *checkpoints = nullptr; // null = none this time
};

struct BurstOutcome
{
    CommitReport report;
    int quarantined = 0;
};

class JournalFile
{
public:
    // All arguments must outlive the file. `seqFloor`: numbers up to here were given before, maybe by a file that is
    // gone.
    static Result<std::unique_ptr<JournalFile>> open(const JournalSettings &settings, const Clock &clock,
                                                     WalKeeper &keeper, ListeningSpans &spans, quint64 seqFloor);

    Result<BurstOutcome> commit(const Burst &burst);
    // Commits a write of some size, so that an outage is not declared over while nothing fits on the disk.
    Status probe();
    // Begins a span when `listening`, after closing those that were left behind; else only closes them.
    Status startSpans(bool listening, std::optional<qint64> lastGoodUs);
    Status stopSpans();
    // One small step of retention. True: call again, there may be more.
    Result<bool> retain(qint64 retainUs, qint64 retainBytes);

    quint64 lastSeq() const { return m_events->lastSeq(); }
    quint64 eventCount() const { return m_events->eventCount(); }
    quint64 quarantineCount() const { return m_quarantine->count(); }
    Database &database() { return m_database; }

private:
    JournalFile(Database database, const JournalSettings &settings, const Clock &clock, WalKeeper &keeper,
                ListeningSpans &spans);
    Status prepare(quint64 seqFloor);
    Result<EventWriter::Placed> writeAppend(const AppendRequest &request, QByteArray &id, Redaction::Head &head);
    Status writeAppends(std::span<const AppendRequest> appends, BurstOutcome &outcome,
                        std::vector<StoredEvent> &events);
    Result<bool> setAside(const AppendRequest &request, const EventWriter::Placed &placed, const QByteArray &id,
                          const Redaction::Head &head);
    Result<int> writeRejections(const std::deque<Rejection> &rejections);
    Status writeCheckpoint(const Checkpoint &checkpoint);
    Status finish(Transaction &transaction);

    Database m_database;
    const JournalSettings *m_settings;
    const Clock *m_clock;
    WalKeeper *m_keeper;
    ListeningSpans *m_spans;
    Redaction m_redaction;
    std::unique_ptr<EventWriter> m_events;
    std::unique_ptr<BodyWindow> m_bodyWindow;
    std::unique_ptr<QuarantineWriter> m_quarantine;
    QSet<QByteArray> m_setAside; // that were, lately: senders repeat what they repeat
    Statement m_saveCheckpoint;
    Statement m_dropCheckpoint;
};

} // namespace hookboard
