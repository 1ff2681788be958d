// EventWalk: goes over the events of a query in either direction, in the short read transactions of SpanWalk. Blocks of
// events whose arrival times lie outside the query are never read. One per connection and thread.
#pragma once

#include "core/journal/eventrow.h"
#include "core/journal/eventwriter.h"
#include "core/journal/spanselect.h"

#include <QtCore/QByteArrayMatcher>

#include <bitset>

namespace hookboard {

// Which of a query's texts an event or refusal holds: bytes, wherever they are, whatever they are.
class TextMatch
{
public:
    void setText(const QString &text);
    bool isEmpty() const { return m_text.isEmpty(); }
    bool matches(const QString &type, QByteArrayView deliveryId, QByteArrayView payload);

private:
    QByteArray m_text;
    QByteArrayMatcher m_matcher;
    QString m_lastType; // a run of events mostly has few types
    bool m_lastTypeMatches = false;
};

class EventWalk
{
public:
    using Visit = FunctionRef<bool(const EventRow &, const StoredEvent &)>;

    explicit EventWalk(Database &database)
        : m_database(&database)
    {}

    // Calls `visit` with every event that the query asks for (its limit is the caller's business), until it returns
    // false. The event is only valid during the call.
    Result<Searched> run(const EventQuery &query, const SpanWalk::Stopped &stopped, bool withEnvelope, Visit visit);

private:
    SpanSelect::Table table() const;
    Status prepare(const EventQuery &query, bool withEnvelope);
    Result<SpanWalk::Looked> read(const EventQuery &query, SeqRange span, Visit visit);
    SpanSelect::Taken take(const Statement &row, Visit visit);
    Result<bool> isOutside(const EventQuery &query, quint64 block);
    Status learnBlocks(const EventQuery &query, quint64 window);
    Result<qint64> reachedUs(const EventQuery &query, const EventQuery &rest);

    static constexpr quint64 kWindowBlocks = 1024; // that are looked up at a time

    Database *m_database;
    SpanSelect m_select;
    TextMatch m_text;
    EventRow::Parts m_parts;
    EventRow m_row;
    std::bitset<kWindowBlocks> m_outside;
    std::optional<quint64> m_window; // that m_outside is about
};

} // namespace hookboard
