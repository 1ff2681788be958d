// EventFeed: fills an EventsModel: the newest page, live commits, older pages on demand, all under one filter. Each
// change of filter starts a new generation; answers of an older one are dropped. GUI thread; owned by the page. It
// reaches the journal only through the functions it is given.
#pragma once

#include "core/types/result.h"
#include "ui/events/eventsmodel.h"

#include <QtCore/QObject>

#include <functional>

namespace hookboard {

// Pages of the journal, as Engine::fetchEvents and Engine::fetchQuarantine bring them.
struct EventFetch
{
    using Events = std::function<void(const Result<EventBatch> &)>;
    using Quarantine = std::function<void(const Result<std::vector<QuarantinedDelivery>> &)>;
    std::function<void(const EventQuery &, QObject *, Events)> events;
    std::function<void(const EventQuery &, QObject *, Quarantine)> quarantine;
};

class EventFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPage = 500;
    // A filter that matches nearly nothing reads this many pages, then waits to be asked again.
    static constexpr int kPagesInARow = 20;

    explicit EventFeed(EventFetch fetch, QObject *parent = nullptr);

    EventsModel &model() { return m_model; }
    const EventFilter &filter() const { return m_filter; }
    void setFilter(const EventFilter &filter);
    // The newest page again.
    void reload();
    void fetchOlder();

    // Live: what was committed, and how many deliveries are in quarantine now.
    void commit(const EventBatch &batch);
    void setQuarantineCount(quint64 count);

    bool isBusy() const { return m_busy; }
    const std::optional<Error> &error() const { return m_error; }
    // Events that arrived too fast to be listed, between the rows of this list; reload() brings the newest of them.
    quint64 unlisted() const { return m_unlisted; }

    // The whole delivery behind a row; the newest request wins. Absent when retention has removed it.
    using EventCallback = std::function<void(const Result<StoredEvent> &)>;
    using QuarantineCallback = std::function<void(const Result<QuarantinedDelivery> &)>;
    void fetchEvent(quint64 seq, EventCallback done);
    void fetchQuarantined(quint64 id, QuarantineCallback done);

signals:
    void changed(); // busy, error, unlisted or the number of rows

private:
    struct Page
    {
        QList<ListedEvent> rows; // newest first, unfiltered
        std::optional<Error> error;
    };
    using PageCallback = std::function<void(const Page &)>;

    void requestPage(const EventQuery &query, PageCallback done);
    void requestOlder(quint64 beforeSeq, int pagesLeft);
    void requestNewer();
    void takeNewest(const Page &page);
    void takeLive(const EventBatch &batch);
    QList<ListedEvent> filtered(const QList<ListedEvent> &rows) const;
    void setBusy(bool busy);

    EventFetch m_fetch;
    EventsModel m_model;
    EventFilter m_filter;
    std::optional<Error> m_error;
    QList<EventBatch> m_duringReload;
    quint64 m_generation = 0;
    quint64 m_detailGeneration = 0;
    quint64 m_lastCommitted = 0;
    quint64 m_unlisted = 0;
    quint64 m_quarantineCount = 0;
    bool m_busy = false;
    bool m_reloading = false;
    bool m_newerInFlight = false;
    bool m_newerWanted = false;
};

} // namespace hookboard
