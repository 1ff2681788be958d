// ListedEvent: what the list of events shows of one delivery. Holds no body and no headers, so ten thousand rows stay
// small whatever senders post; the inspector fetches the rest. Plain values, any thread.
#pragma once

#include "core/types/eventquery.h"

#include <QtCore/QList>

namespace hookboard {

enum class EventState : quint8 { Verified, Unverified, Simulated, Quarantined };

struct ListedEvent
{
    quint64 seq = 0; // Quarantined: id in the quarantine, a numbering of its own
    qint64 receivedUs = 0;
    QString source;
    QString type; // empty = the template names none
    QByteArray deliveryId;
    EventState state = EventState::Verified;
    qint64 bytes = -1; // body as it came; -1 = not known
    QString reason;    // Quarantined: codeText
    // Latency probe in Clock::steadyNs(), 0 = read back from disk.
    qint64 receivedNs = 0;
    qint64 verifiedNs = 0;
    qint64 committedNs = 0;
};

ListedEvent eventRow(const StoredEvent &event);
ListedEvent eventRow(const QuarantinedDelivery &delivery);

// Newest first, whatever the order of the page.
QList<ListedEvent> eventRows(const EventBatch &batch);
QList<ListedEvent> eventRows(const EventPage &page);
QList<ListedEvent> eventRows(const QuarantinePage &page);

// What the list is restricted to; empty members do not restrict. The journal searches by it; only live
// rows are matched here, and those never by their text.
struct EventFilter
{
    QString source;
    QString type; // exact, or a prefix followed by "*"
    std::optional<EventState> state;
    QString text;
    std::optional<EventOrigin> origin; // only what this part of a tile was made of
    QString originWords;               // how that part is called

    bool quarantine() const { return state == EventState::Quarantined; }
    bool isEmpty() const { return *this == EventFilter(); }
    // Source, type and state; neither the text nor the origin.
    bool matches(const ListedEvent &row) const;
    EventQuery query() const;
    friend bool operator==(const EventFilter &, const EventFilter &) = default;
};

} // namespace hookboard
