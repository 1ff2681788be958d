// EventScan: goes over a stretch of events in their order, for folds: reads only what the fold needs, into one event
// that is filled again and again, in short read transactions, so that a long re-fold never keeps the writer's log from
// shrinking. One per connection and thread.
#pragma once

#include "core/journal/database.h"
#include "core/journal/eventrow.h"
#include "core/types/eventneeds.h"
#include "core/types/functionref.h"

namespace hookboard {

class EventScan
{
public:
    using Visit = FunctionRef<bool(const StoredEvent &)>;

    explicit EventScan(Database &database)
        : m_database(&database)
    {}

    // Events with afterSeq < seq <= uptoSeq that are stored when it begins, ascending, until `visit` returns false. The
    // event is only valid during the call; its QByteArrays may point into SQLite's memory.
    Status run(quint64 afterSeq, quint64 uptoSeq, const EventNeeds &needs, Visit visit);

private:
    Status prepare(const EventNeeds &needs);
    QByteArray bodyColumn(const QList<EventNeeds::Kind> &kinds);
    QByteArray parameter(QByteArray text);
    // For one transaction's time; false = `visit` wants no more.
    Result<bool> read(quint64 &next, quint64 last, Visit visit);
    void fill();
    void fillEnvelope(int column);

    Database *m_database;
    Statement m_statement;
    std::optional<EventNeeds> m_needs; // of m_statement
    QList<QByteArray> m_texts;         // bound to it
    StoredEvent m_event;
    QList<Header> m_fields; // keeps its capacity from event to event
    Vocabulary m_sources;
    Vocabulary m_types;
    Vocabulary m_schemes;
};

} // namespace hookboard
