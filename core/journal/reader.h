// JournalReader: read-only pages of the journal over its own connection. One per thread or job; opening is cheap.
// Works beside a running writer of the same or another process.
#pragma once

#include "core/journal/journal.h"
#include "core/types/eventneeds.h"
#include "core/types/functionref.h"
#include "core/types/result.h"
#include "core/types/storedevent.h"

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

struct SourceStatistics
{
    QString source;
    quint64 stored = 0;
    qint64 lastEventUs = 0;
    QMap<QString, quint64> quarantined; // by codeText
};

class JournalReader
{
public:
    static Result<std::unique_ptr<JournalReader>> open(const QString &path);
    ~JournalReader();

    // Pages are ascending by seq (by id in quarantine), also newestFirst, which only says from which end they are
    // taken.
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
    Result<JournalStatistics> statistics();
    Result<QList<SourceStatistics>> sourceStatistics();

    // SQLite's integrity check, rising sequence, and the digest of every body. Empty = clean; else what is damaged.
    Result<QStringList> check();

private:
    JournalReader();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
