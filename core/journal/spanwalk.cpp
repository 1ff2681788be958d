#include "core/journal/spanwalk.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kReadMs = 20;
constexpr qint64 kReadBytes = 4LL * 1024 * 1024;
constexpr int kRowsBetweenLooks = 32; // at the clock

} // namespace

bool ReadBudget::spend(qint64 bytes)
{
    m_bytes += bytes;
    ++m_rows;
    return m_bytes < kReadBytes && (m_rows % kRowsBetweenLooks != 0 || m_timer.elapsed() < kReadMs);
}

SeqRange SpanWalk::nextSpan() const
{
    const quint64 step = std::min(m_left.size(), kNumbersPerRead) - 1;
    return m_query.newestFirst ? SeqRange{m_left.last - step, m_left.last}
                               : SeqRange{m_left.first, m_left.first + step};
}

void SpanWalk::pass(quint64 upto)
{
    const quint64 before = m_left.size();
    if (m_query.newestFirst)
        m_left.last = upto - 1;
    else
        m_left.first = upto + 1;
    m_searched.looked += before - m_left.size();
}

Result<Searched> SpanWalk::run(FunctionRef<Result<Looked>(SeqRange)> read, const Stopped &stopped)
{
    bool more = true;
    while (more && !m_left.isEmpty() && (m_query.maxReads <= 0 || m_searched.reads < m_query.maxReads)) {
        if (stopped && stopped())
            return Error{ErrorCode::Cancelled, u"The search was stopped."_s};
        QElapsedTimer timer;
        timer.start();
        const auto looked = read(nextSpan());
        if (!looked)
            return looked.error();
        if (looked->isRead) {
            ++m_searched.reads;
            m_searched.longestReadUs = std::max(m_searched.longestReadUs, timer.nsecsElapsed() / 1000);
        }
        pass(looked->upto);
        more = looked->more;
    }
    return searched();
}

Searched SpanWalk::searched() const
{
    Searched found = m_searched;
    found.newest = m_newest;
    found.left = m_left.size();
    if (found.left == 0)
        return found;
    // Both ends: what is committed in between stays out, so that going on never turns into running after a sender.
    EventQuery rest = m_query;
    rest.afterSeq = m_left.first - 1;
    rest.beforeSeq = m_left.last + 1;
    found.rest = std::move(rest);
    return found;
}

} // namespace hookboard
