#include "ui/events/eventfeed.h"

namespace hookboard {

EventFeed::EventFeed(EventFetch fetch, QObject *parent)
    : QObject(parent)
    , m_fetch(std::move(fetch))
{
    connect(&m_model, &EventsModel::olderWanted, this, &EventFeed::fetchOlder);
}

void EventFeed::setFilter(const EventFilter &filter)
{
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    reload();
}

void EventFeed::reload()
{
    ++m_generation;
    m_reloading = true;
    m_newerInFlight = false;
    m_newerWanted = false;
    m_duringReload.clear();
    m_error.reset();
    setBusy(true);
    requestPage(m_filter.query(), [this](const Page &page) { takeNewest(page); });
}

void EventFeed::requestPage(const EventQuery &query, PageCallback done)
{
    EventQuery page = query;
    page.limit = kPage;
    page.withBody = false;
    const quint64 generation = m_generation;
    const auto take = [this, generation, done = std::move(done)](const auto &result) {
        if (generation != m_generation) {
            return;
        }
        Page taken;
        if (result.ok()) {
            taken.rows = eventRows(result.value());
        } else {
            taken.error = result.error();
        }
        done(taken);
    };
    if (m_filter.quarantine()) {
        m_fetch.quarantine(page, this, take);
    } else {
        m_fetch.events(page, this, take);
    }
}

void EventFeed::takeNewest(const Page &page)
{
    m_reloading = false;
    m_unlisted = 0;
    m_error = page.error;
    const QList<ListedEvent> rows = filtered(page.rows);
    const bool full = page.rows.size() >= kPage;
    m_model.replace(rows, full);
    const QList<EventBatch> late = std::exchange(m_duringReload, {});
    for (const EventBatch &batch : late) {
        takeLive(batch);
    }
    if (full && rows.isEmpty()) {
        requestOlder(page.rows.last().seq, kPagesInARow);
        return;
    }
    setBusy(false);
}

QList<ListedEvent> EventFeed::filtered(const QList<ListedEvent> &rows) const
{
    QList<ListedEvent> kept;
    for (const ListedEvent &row : rows) {
        if (m_filter.matches(row)) {
            kept.append(row);
        }
    }
    return kept;
}

void EventFeed::fetchOlder()
{
    if (!m_busy && m_model.oldestSeq() > 0) {
        setBusy(true);
        requestOlder(m_model.oldestSeq(), kPagesInARow);
    }
}

void EventFeed::requestOlder(quint64 beforeSeq, int pagesLeft)
{
    EventQuery query = m_filter.query();
    query.beforeSeq = beforeSeq;
    requestPage(query, [this, pagesLeft](const Page &page) {
        m_error = page.error;
        const bool full = page.rows.size() >= kPage;
        const QList<ListedEvent> rows = filtered(page.rows);
        if (rows.isEmpty() && full && pagesLeft > 1) {
            requestOlder(page.rows.last().seq, pagesLeft - 1);
            return;
        }
        m_model.appendOlder(rows, full);
        setBusy(false);
    });
}

void EventFeed::commit(const EventBatch &batch)
{
    if (!batch || batch->empty() || m_filter.quarantine()) {
        return;
    }
    if (m_reloading) {
        m_duringReload.append(batch);
        return;
    }
    takeLive(batch);
}

void EventFeed::takeLive(const EventBatch &batch)
{
    const quint64 first = batch->front().seq;
    const quint64 last = batch->back().seq;
    if (m_lastCommitted != 0 && first > m_lastCommitted + 1) {
        m_unlisted += first - m_lastCommitted - 1;
    }
    m_lastCommitted = std::max(m_lastCommitted, last);
    // A text is searched by the journal in its own thread: bodies may be large.
    if (m_filter.text.isEmpty()) {
        m_model.prepend(filtered(eventRows(batch)));
    } else {
        requestNewer();
    }
    emit changed();
}

void EventFeed::setQuarantineCount(quint64 count)
{
    const bool grown = count != m_quarantineCount;
    m_quarantineCount = count;
    if (grown && m_filter.quarantine() && !m_reloading) {
        requestNewer();
    }
}

void EventFeed::requestNewer()
{
    if (m_newerInFlight) {
        m_newerWanted = true;
        return;
    }
    m_newerInFlight = true;
    EventQuery query = m_filter.query();
    query.afterSeq = m_model.newestSeq();
    requestPage(query, [this](const Page &page) {
        m_newerInFlight = false;
        m_error = page.error;
        m_model.prepend(filtered(page.rows));
        if (std::exchange(m_newerWanted, false)) {
            requestNewer();
        }
        emit changed();
    });
}

void EventFeed::fetchEvent(quint64 seq, EventCallback done)
{
    const quint64 generation = ++m_detailGeneration;
    EventQuery query;
    query.afterSeq = seq - 1;
    query.beforeSeq = seq + 1;
    query.limit = 1;
    m_fetch.events(query, this, [this, generation, done = std::move(done)](const Result<EventBatch> &result) {
        if (generation != m_detailGeneration) {
            return;
        }
        if (!result.ok()) {
            done(result.error());
        } else if (!result.value() || result.value()->empty()) {
            done({ErrorCode::NotFound, tr("This event is no longer stored: retention has removed it.")});
        } else {
            done(result.value()->front());
        }
    });
}

void EventFeed::fetchQuarantined(quint64 id, QuarantineCallback done)
{
    const quint64 generation = ++m_detailGeneration;
    EventQuery query;
    query.afterSeq = id - 1;
    query.beforeSeq = id + 1;
    query.limit = 1;
    m_fetch.quarantine(
        query, this,
        [this, generation, done = std::move(done)](const Result<std::vector<QuarantinedDelivery>> &result) {
            if (generation != m_detailGeneration) {
                return;
            }
            if (!result.ok()) {
                done(result.error());
            } else if (result.value().empty()) {
                done({ErrorCode::NotFound, tr("This delivery is no longer kept: newer ones have taken its place.")});
            } else {
                done(result.value().front());
            }
        });
}

void EventFeed::setBusy(bool busy)
{
    m_busy = busy;
    emit changed();
}

} // namespace hookboard
