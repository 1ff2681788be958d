#include "core/commitfeed.h"

#include <iterator>

namespace hookboard {

namespace {

constexpr quint64 kMaxEventsOut = 8'192;
constexpr qint64 kMaxBytesOut = 16LL * 1024 * 1024;
constexpr std::size_t kMaxRecent = 500;
constexpr int kRecentIntervalMs = 100;

} // namespace

qint64 batchBytes(const EventBatch &events)
{
    qint64 bytes = 0;
    for (const StoredEvent &event : *events)
        bytes += event.body.size() + (event.encoding == BodyEncoding::Identity ? 0 : event.payload.size());
    return bytes;
}

CommitFeed::CommitFeed(QObject *parent)
    : QObject(parent)
    , m_recentTimer(this)
{
    m_recentTimer.setSingleShot(true);
    m_recentTimer.setInterval(kRecentIntervalMs);
    connect(&m_recentTimer, &QTimer::timeout, this, &CommitFeed::flushRecent);
}

void CommitFeed::onCommitted(const CommitReportPtr &report)
{
    if (!report->events || report->events->empty())
        return;
    const quint64 lastSeq = report->events->back().seq;
    const qint64 bytes = batchBytes(report->events);
    if (m_eventsOut > kMaxEventsOut || m_bytesOut + bytes > kMaxBytesOut) {
        emit folding(nullptr, lastSeq);
    } else {
        m_eventsOut += report->events->size();
        m_bytesOut += bytes;
        emit folding(report->events, lastSeq);
    }
    keepRecent(report->events);
}

void CommitFeed::consumed(quint64 events, qint64 bytes)
{
    m_eventsOut -= events;
    m_bytesOut -= bytes;
}

void CommitFeed::keepRecent(const EventBatch &events)
{
    const std::size_t skip = events->size() > kMaxRecent ? events->size() - kMaxRecent : 0;
    for (auto it = events->begin() + std::ptrdiff_t(skip); it != events->end(); ++it) {
        StoredEvent &row = m_recent.emplace_back(*it);
        row.bodySize = it->body.size();
        row.body.clear(); // a list row needs no body; who opens an event reads it from the journal
        row.payload.clear();
        row.headers = {};
    }
    while (m_recent.size() > kMaxRecent)
        m_recent.pop_front();
    if (!m_recentTimer.isActive())
        m_recentTimer.start();
}

void CommitFeed::flushRecent()
{
    if (m_recent.empty())
        return;
    emit recent(std::make_shared<const std::vector<StoredEvent>>(std::make_move_iterator(m_recent.begin()),
                                                                 std::make_move_iterator(m_recent.end())));
    m_recent.clear();
}

} // namespace hookboard
