// JournalReader: read-only pages of the journal over its own connection. One per thread or job; opening is cheap.
// Works beside a running writer of the same or another process.
#pragma once

#include "core/journal/journal.h"
#include "core/journal/journalcheck.h"
#include "core/types/eventneeds.h"
#include "core/types/eventquery.h"
#include "core/types/functionref.h"
#include "core/types/result.h"

#include <functional>

namespace hookboard {

struct JournalStatistics
{
    quint64 events = 0;
    quint64 firstSeq = 0;
    quint64 lastSeq = 0;
    quint64 quarantined = 0;
    qint64 bytes = 0;
};

class JournalReader
{
public:
    // `wasThere`: the file has been open before, so that its absence is not taken for a beginning.
    static Result<std::unique_ptr<JournalReader>> open(const QString &path, bool wasThere = false);
    ~JournalReader();

    // Asked between two read transactions of a page, in this reader's thread; true ends it with ErrorCode::Cancelled.
    void stopWhen(std::function<bool()> stopped);

    // Of the events of a page only those that this finds wanted; it is asked in this reader's thread, with the whole
    // event. Empty = all.
    void keepOnly(std::function<bool(const StoredEvent &)> isWanted);

    // As much of a query as its limit and maxReads allow, and how to go on. A file that is not EventQuery::journal, or
    // that left its path during the reading, is an error: half of one and half of another would look like a whole.
    Result<EventPage> eventPage(const EventQuery &query);
    Result<QuarantinePage> quarantinePage(const EventQuery &query);
    // The rows alone.
    Result<EventBatch> events(const EventQuery &query);
    Result<std::optional<StoredEvent>> event(quint64 seq);
    Result<std::vector<QuarantinedDelivery>> quarantined(const EventQuery &query);
    // Every event with afterSeq < seq <= uptoSeq, ascending, without building a page: for folds. `visit` gets an event
    // that is only valid during the call (its QByteArrays may point into SQLite's memory) and returns false to stop.
    Status scan(quint64 afterSeq, quint64 uptoSeq, FunctionRef<bool(const StoredEvent &)> visit,
                const EventNeeds &needs = {});
    Result<std::vector<Checkpoint>> checkpoints(const QByteArray &keyPrefix);
    // Spans inside [fromUs, toUs) in which nobody listened; before the first listening span is not a gap.
    Result<QList<Gap>> gaps(qint64 fromUs, qint64 toUs);
    // The same up to `toUs`, and before them, from 0 on, the time before anybody listened for the first time: no event
    // of it can have arrived.
    Result<QList<Gap>> silence(qint64 toUs);
    Result<JournalStatistics> statistics();
    Result<QList<SourceStatistics>> sourceStatistics();

    // SQLite's integrity check, rising sequence, and the digest of every body. Empty = clean; else what is damaged.
    Result<QStringList> check();
    // The same, for a file that may be written meanwhile.
    Result<JournalFindings> checkBesideWriter();

private:
    JournalReader();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
