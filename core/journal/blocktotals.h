// BlockTotals: counts and time ranges of events, kept so that opening a journal and asking by time never read it whole.
// Complete blocks are rows in the file; the last, incomplete one lives here and is read again on opening. Works inside
// the caller's transaction, in the journal thread.
#pragma once

#include "core/journal/database.h"

#include <QtCore/QHash>

#include <memory>
#include <optional>

namespace hookboard {

class BlockTotals
{
public:
    static Result<std::unique_ptr<BlockTotals>> open(Database &database);

    Status add(quint64 seq, const QString &source, qint64 receivedUs);
    Status remove(quint64 seq, const QString &source);
    quint64 eventCount() const { return m_complete + m_tail.events; }

    // The lowest block that may hold an event that arrived before cutoffUs.
    Result<std::optional<quint64>> firstBlockBefore(qint64 cutoffUs);
    // Reads the block's time range anew after events left it.
    Status tighten(quint64 block);

private:
    struct SourceTotal
    {
        quint64 events = 0;
        qint64 lastUs = 0;
    };
    struct Tail
    {
        quint64 block = 0;
        quint64 events = 0;
        qint64 minUs = 0;
        qint64 maxUs = 0;
        QHash<QString, SourceTotal> sources;
    };
    explicit BlockTotals(Database &database)
        : m_database(&database)
    {}
    Status prepare();
    Status load();
    void count(quint64 seq, const QString &source, qint64 receivedUs);
    Status storeTail();

    Database *m_database;
    Statement m_insertBlock;
    Statement m_addToSource;
    Statement m_shrinkBlock;
    Statement m_dropEmptyBlock;
    Statement m_shrinkSource;
    Statement m_firstBefore;
    Statement m_tighten;
    Statement m_range;
    Tail m_tail;
    quint64 m_complete = 0; // events in complete blocks
};

} // namespace hookboard
