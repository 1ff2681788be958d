// EventWalk: goes over the events of a query in either direction, in short read transactions, so that a long look at
// the past never keeps the writer's log from shrinking. Blocks of events whose arrival times lie outside the query are
// never read. One per connection and thread.
#pragma once

#include "core/journal/database.h"
#include "core/journal/eventrow.h"

#include <functional>

namespace hookboard {

class EventWalk
{
public:
    explicit EventWalk(Database &database)
        : m_database(&database)
    {}

    // Calls `visit` with every event that the query asks for (its limit is the caller's business), until it returns
    // false. The event is only valid during the call.
    Status run(const EventQuery &query, const std::function<bool(const EventRow &, const StoredEvent &)> &visit,
               bool withEnvelope = true);

private:
    struct Range
    {
        quint64 first = 0;
        quint64 last = 0; // inclusive
    };
    Result<Range> bounds(const EventQuery &query);
    Result<std::vector<Range>> ranges(const EventQuery &query);
    Status prepare(const EventQuery &query);
    void bind(const EventQuery &query, const Range &range);
    // Visits from one end of `range` for one transaction's time and shrinks it to what is left; false = stop.
    Result<bool> walk(const EventQuery &query, Range &range,
                      const std::function<bool(const EventRow &, const StoredEvent &)> &visit);

    Database *m_database;
    Statement m_statement;
    QByteArray m_sql;
    QByteArray m_source;
    QByteArray m_type;
    QByteArray m_typeEnd;
    EventRow::Parts m_parts;
    EventRow m_row;
};

} // namespace hookboard
