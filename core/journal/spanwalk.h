// SpanWalk: goes over a range of row numbers from one end in short read transactions. A reader that stays in one
// transaction keeps the writer's log from being emptied, and a full log is a 503 for every sender; so each statement is
// bounded by the numbers it may pass, by the bytes it looks at and by the clock, whatever it finds. One per walk.
#pragma once

#include "core/types/eventquery.h"
#include "core/types/functionref.h"

#include <QtCore/QElapsedTimer>

#include <functional>

namespace hookboard {

// Inclusive; empty when first > last.
struct SeqRange
{
    quint64 first = 1;
    quint64 last = 0;
    bool isEmpty() const { return first > last; }
    quint64 size() const { return isEmpty() ? 0 : last - first + 1; }
};

// The cost of one read transaction so far. A single row may exceed it; a second one is then not read.
class ReadBudget
{
public:
    ReadBudget() { m_timer.start(); }
    // False: enough, let go of the transaction.
    bool spend(qint64 bytes);

private:
    QElapsedTimer m_timer;
    qint64 m_bytes = 0;
    int m_rows = 0;
};

class SpanWalk
{
public:
    static constexpr quint64 kNumbersPerRead = 4096;

    // Asked between two reads, in the reader's thread; true ends the walk with ErrorCode::Cancelled. Empty = never.
    using Stopped = std::function<bool()>;
    struct Looked
    {
        quint64 upto = 0;   // the last number looked at; the span's far end when there was no row left
        bool more = true;   // false = whoever takes the rows has enough
        bool isRead = true; // false = the numbers were known to hold nothing, the table was not read
    };

    SpanWalk(const EventQuery &query, SeqRange whole)
        : m_query(query)
        , m_left(whole)
        , m_newest(whole.last)
    {}
    // `read` looks at the numbers it is given, or at a part of them that begins at the walk's end.
    Result<Searched> run(FunctionRef<Result<Looked>(SeqRange)> read, const Stopped &stopped);

private:
    SeqRange nextSpan() const;
    void pass(quint64 upto);
    Searched searched() const;

    const EventQuery &m_query;
    SeqRange m_left;
    quint64 m_newest;
    Searched m_searched;
};

} // namespace hookboard
