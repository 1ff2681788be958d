#include "ui/events/eventfeed.h"

namespace hookboard {

EventFeed::EventFeed(EventFetch fetch, QObject *parent)
    : QObject(parent)
    , m_fetch(std::move(fetch))
{
    connect(&m_model, &EventsModel::olderWanted, this, &EventFeed::fetchOlder);
}

EventFeed::~EventFeed()
{
    m_stop.request_stop();
}

void EventFeed::setFilter(const EventFilter &filter)
{
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    reload();
}

void EventFeed::begin()
{
    ++m_generation;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_newerInFlight = false;
}

void EventFeed::reload()
{
    begin();
    m_reloading = true;
    m_newerWanted = false;
    m_duringReload.clear();
    m_error.reset();
    m_newerError.reset();
    m_rest.reset();
    m_progress = {};
    m_journal = 0;
    m_missing = kPage;
    setBusy(true);
    if (m_active) {
        requestPage(m_filter.query(), [this](const Page &page) { takeFirst(page); });
    }
}

void EventFeed::setActive(bool active)
{
    if (m_active == active) {
        return;
    }
    m_active = active;
    if (!active) {
        m_newerWanted = m_newerWanted || m_newerInFlight;
        begin();
        return;
    }
    if (m_reloading) {
        reload();
        return;
    }
    if (m_busy) {
        goOn();
    }
    if (std::exchange(m_newerWanted, false)) {
        requestNewer();
    }
}

void EventFeed::requestPage(EventQuery query, PageCallback done)
{
    query.maxReads = kReadsPerAnswer;
    query.withBody = false;
    const quint64 generation = m_generation;
    const auto take = [this, generation, done = std::move(done)](const auto &result) {
        if (generation != m_generation || (!result.ok() && result.error().code == ErrorCode::Cancelled)) {
            return; // an older filter, or the program ends
        }
        Page taken;
        if (result.ok()) {
            taken.rows = eventRows(*result);
            taken.searched = result->searched;
        } else {
            taken.error = result.error();
        }
        done(taken);
    };
    if (m_filter.quarantine()) {
        m_fetch.quarantine(query, this, take, m_stop.get_token());
    } else {
        m_fetch.events(query, this, take, m_stop.get_token());
    }
}

void EventFeed::takeFirst(const Page &page)
{
    m_reloading = false;
    m_unlisted = 0;
    m_seen = page.error ? std::nullopt : std::optional(page.searched.newest);
    m_journal = page.searched.journal;
    m_progress.total = page.searched.looked + page.searched.left;
    m_model.replace(page.rows, false);
    countLooked(page);
    const QList<EventBatch> late = std::exchange(m_duringReload, {});
    for (const EventBatch &batch : late) {
        takeLive(batch);
    }
    goOn();
}

void EventFeed::takeOlder(const Page &page)
{
    if (m_model.isCut()) { // live rows have pushed out what these would follow on
        m_missing = 0;
        setBusy(false);
        return;
    }
    m_model.appendOlder(page.rows, false);
    countLooked(page);
    goOn();
}

void EventFeed::countLooked(const Page &page)
{
    m_error = page.error;
    if (page.error) {
        m_missing = 0;
        return;
    }
    m_missing -= int(page.rows.size());
    m_rest = page.searched.rest;
    m_progress.looked = m_progress.total - std::min(m_progress.total, page.searched.left);
    m_progress.reachedUs = page.searched.reachedUs;
}

// Until the page is full, the journal ends, or something fails.
void EventFeed::goOn()
{
    if (m_rest && m_missing > 0) {
        requestOlder(*m_rest);
        emit changed();
        return;
    }
    m_model.setMore((m_rest || m_model.isCut()) && !m_error);
    setBusy(false);
}

void EventFeed::requestOlder(const EventQuery &query)
{
    EventQuery next = query;
    next.limit = m_missing;
    requestPage(next, [this](const Page &page) { takeOlder(page); });
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
    if (m_busy || (!m_rest && !m_model.isCut())) {
        return;
    }
    m_missing = kPage;
    setBusy(true);
    if (m_model.isCut()) {
        m_rest = m_filter.query();
        m_rest->beforeSeq = m_model.oldestSeq();
        m_rest->journal = m_journal;
        m_model.closeCut();
        m_model.setMore(false);
    }
    goOn();
}

void EventFeed::commit(const EventBatch &batch)
{
    if (!batch || batch->empty() || m_filter.quarantine()) {
        return;
    }
    if (!m_reloading) {
        takeLive(batch);
    } else if (m_active) {
        m_duringReload.append(batch);
    }
}

void EventFeed::takeLive(const EventBatch &batch)
{
    if (m_error && !m_seen) {
        return; // a list of only the newest would look like all there is
    }
    const quint64 first = batch->front().seq;
    const quint64 last = batch->back().seq;
    const quint64 next = m_seen.value_or(0) + 1;
    const quint64 between = next > 1 && first > next ? first - next : 0;
    // A text is searched by the journal in its own thread: bodies may be large. What came too fast to be told is looked
    // through there as well, unless all of it belongs here, which is more than a list can take in.
    if (!m_filter.text.isEmpty() || m_filter.origin || m_newerInFlight || m_newerWanted ||
        (between > 0 && !m_filter.isEmpty())) {
        requestNewer();
        return;
    }
    m_unlisted += between;
    m_seen = std::max(m_seen.value_or(0), last);
    m_model.prepend(filtered(eventRows(batch)));
    emit changed();
}

void EventFeed::setQuarantineCount(quint64 count)
{
    // Also when the count stands still: in a full quarantine a new one takes the place of the oldest.
    if (count > 0 && m_filter.quarantine() && !m_reloading) {
        requestNewer();
    }
}

void EventFeed::requestNewer()
{
    if (!m_seen) {
        return; // there is an error to be read first
    }
    if (m_newerInFlight || !m_active) {
        m_newerWanted = true;
        return;
    }
    m_newerInFlight = true;
    EventQuery query = m_filter.query();
    query.newestFirst = false; // whatever came, each is looked at once
    query.afterSeq = m_seen;
    query.journal = m_journal;
    requestPage(query, [this](const Page &page) { takeNewer(page); });
}

void EventFeed::takeNewer(const Page &page)
{
    m_newerInFlight = false;
    m_newerError = page.error;
    const bool again = std::exchange(m_newerWanted, false);
    if (!page.error) {
        const std::optional<EventQuery> &rest = page.searched.rest;
        m_seen = rest ? *rest->afterSeq : std::max(*m_seen, page.searched.newest);
        m_progress.total += page.searched.looked;
        m_progress.looked += page.searched.looked;
        m_model.prepend(page.rows);
        if (rest || again) {
            requestNewer();
        }
    }
    emit changed();
}

void EventFeed::fetchEvent(quint64 seq, EventCallback done)
{
    const quint64 generation = ++m_detailGeneration;
    EventQuery query;
    query.afterSeq = seq - 1;
    query.beforeSeq = seq + 1;
    query.limit = 1;
    query.journal = m_journal;
    const auto take = [this, generation, done = std::move(done)](const Result<EventPage> &result) {
        if (generation != m_detailGeneration) {
            return;
        }
        if (!result.ok()) {
            done(result.error());
        } else if (result->events->empty()) {
            done({ErrorCode::NotFound, tr("This event is no longer stored: retention has removed it.")});
        } else {
            done(result->events->front());
        }
    };
    m_fetch.events(query, this, take, {});
}

void EventFeed::fetchQuarantined(quint64 id, QuarantineCallback done)
{
    const quint64 generation = ++m_detailGeneration;
    EventQuery query;
    query.afterSeq = id - 1;
    query.beforeSeq = id + 1;
    query.limit = 1;
    query.journal = m_journal;
    const auto take = [this, generation, done = std::move(done)](const Result<QuarantinePage> &result) {
        if (generation != m_detailGeneration) {
            return;
        }
        if (!result.ok()) {
            done(result.error());
        } else if (result->deliveries.empty()) {
            done({ErrorCode::NotFound, tr("This delivery is no longer kept: newer ones have taken its place.")});
        } else {
            done(result->deliveries.front());
        }
    };
    m_fetch.quarantine(query, this, take, {});
}

void EventFeed::setBusy(bool busy)
{
    m_busy = busy;
    emit changed();
}

} // namespace hookboard
