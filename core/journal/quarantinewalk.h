// QuarantineWalk: goes over the kept refusals of a query in either direction, in the short read transactions of
// SpanWalk. One per connection and thread.
#pragma once

#include "core/journal/eventwalk.h"

namespace hookboard {

class QuarantineWalk
{
public:
    explicit QuarantineWalk(Database &database)
        : m_database(&database)
    {}

    // Calls `visit` with every refusal that the query asks for, until it returns false.
    Result<Searched> run(const EventQuery &query, const SpanWalk::Stopped &stopped,
                         FunctionRef<bool(QuarantinedDelivery)> visit);

private:
    Database *m_database;
    SpanSelect m_select;
    TextMatch m_text;
};

} // namespace hookboard
