// EventQuery: which stored events or kept refusals a reader wants, and from where on. EventPage, QuarantinePage: what
// one look brought and how far it reached. A page that stopped before its end carries the query that goes on, so that a
// long search is a chain of short answers and whoever asks can stop between any two. Plain values, any thread.
#pragma once

#include "core/types/eventorigin.h"
#include "core/types/storedevent.h"

namespace hookboard {

// Absent fields do not restrict. In quarantine, seq is the id, and the verdict does not count.
struct EventQuery
{
    QString source;
    QString type; // exact, or a prefix followed by "*"
    std::optional<bool> verified;
    std::optional<bool> simulated;
    std::optional<qint64> sinceUs;     // arrival, inclusive
    std::optional<qint64> untilUs;     // arrival, exclusive
    std::optional<quint64> afterSeq;   // exclusive
    std::optional<quint64> beforeSeq;  // exclusive
    QString text;                      // substring of type, delivery id or body (bytes, case-sensitive)
    std::optional<EventOrigin> origin; // of Engine::fetchEvents(): only what a part of a tile was made of
    int limit = 500;
    int maxReads = 0; // a page ends after this many read transactions; 0 = only at the limit or the end
    bool newestFirst = true;
    bool withBody = true;
    // The file that an earlier page was read from, as it said; another one is an error. 0 = whichever is there.
    quint64 journal = 0;
};

struct Searched
{
    quint64 looked = 0;             // numbers that this page went over, with or without an event
    quint64 left = 0;               // numbers that nobody has looked at yet; 0 = complete
    quint64 newest = 0;             // end of the query: what has a higher number came after it was asked
    qint64 reachedUs = 0;           // arrival of the last event looked at, when any are left; 0 = not known
    int reads = 0;                  // read transactions
    qint64 longestReadUs = 0;       // of them
    quint64 journal = 0;            // for EventQuery::journal
    std::optional<EventQuery> rest; // what is left; absent = complete
};

// Ascending by seq (by id in quarantine), also newestFirst, which only says from which end the rows are taken.
struct EventPage
{
    EventBatch events = std::make_shared<const std::vector<StoredEvent>>(); // never null
    Searched searched;
};

struct QuarantinePage
{
    std::vector<QuarantinedDelivery> deliveries;
    Searched searched;
};

} // namespace hookboard
