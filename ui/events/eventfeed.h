// EventFeed: fills an EventsModel: the newest page, live commits, older pages on demand, all under one filter. A page
// is a chain of short answers, so that matches appear as they are found; nothing is looked at twice. Each change of
// filter starts a new generation: what still runs of an older one is stopped and its answers are dropped. GUI thread;
// owned by the page. It reaches the journal only through the functions it is given.
#pragma once

#include "core/types/eventquery.h"
#include "core/types/result.h"
#include "ui/events/eventsmodel.h"

#include <QtCore/QObject>

#include <functional>
#include <stop_token>

namespace hookboard {

// Pages of the journal, as Engine::fetchEvents and Engine::fetchQuarantine bring them.
struct EventFetch
{
    using Events = std::function<void(const Result<EventPage> &)>;
    using Quarantine = std::function<void(const Result<QuarantinePage> &)>;
    std::function<void(const EventQuery &, QObject *, Events, std::stop_token)> events;
    std::function<void(const EventQuery &, QObject *, Quarantine, std::stop_token)> quarantine;
};

// How far the reading of a filter has come, in numbers of the journal.
struct SearchProgress
{
    quint64 total = 0;    // when the filter was set
    quint64 looked = 0;   // of them
    qint64 reachedUs = 0; // arrival of the oldest event looked at; 0 = not known
};

class EventFeed final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPage = 500;         // rows, then it waits to be asked for older ones
    static constexpr int kReadsPerAnswer = 8; // at most 20 ms each: how often progress is told

    explicit EventFeed(EventFetch fetch, QObject *parent = nullptr);
    ~EventFeed() override;

    EventsModel &model() { return m_model; }
    const EventsModel &model() const { return m_model; }
    const EventFilter &filter() const { return m_filter; }
    void setFilter(const EventFilter &filter);
    // The newest page again.
    void reload();
    void fetchOlder();
    // Nobody looks: what runs is stopped, and goes on from there when somebody does.
    void setActive(bool active);

    // Live: what was committed, and how many deliveries are in quarantine now.
    void commit(const EventBatch &batch);
    void setQuarantineCount(quint64 count);

    bool isBusy() const { return m_busy; }
    // Why the list is not what the journal holds. Rows that came before stay, but for the first page of a filter, which
    // then is empty until reload().
    const std::optional<Error> &error() const { return m_error ? m_error : m_newerError; }
    const SearchProgress &progress() const { return m_progress; }
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
        QList<ListedEvent> rows; // newest first
        Searched searched;
        std::optional<Error> error;
    };
    using PageCallback = std::function<void(const Page &)>;

    void begin();
    void requestPage(EventQuery query, PageCallback done);
    void requestOlder(const EventQuery &query);
    void requestNewer();
    void takeFirst(const Page &page);
    void takeOlder(const Page &page);
    void takeNewer(const Page &page);
    void countLooked(const Page &page);
    void goOn();
    void takeLive(const EventBatch &batch);
    QList<ListedEvent> filtered(const QList<ListedEvent> &rows) const;
    void setBusy(bool busy);

    EventFetch m_fetch;
    EventsModel m_model;
    EventFilter m_filter;
    std::stop_source m_stop; // of this generation
    std::optional<Error> m_error;
    std::optional<Error> m_newerError;
    QList<EventBatch> m_duringReload;
    SearchProgress m_progress;
    std::optional<EventQuery> m_rest; // older than what was looked at
    quint64 m_journal = 0;            // the file that the rows are from
    std::optional<quint64> m_seen;    // the newest number looked at; absent = the first page failed
    int m_missing = 0;                // rows until the page is full
    quint64 m_generation = 0;
    quint64 m_detailGeneration = 0;
    quint64 m_unlisted = 0;
    bool m_active = true;
    bool m_busy = false;
    bool m_reloading = false; // until the first answer
    bool m_newerInFlight = false;
    bool m_newerWanted = false;
};

} // namespace hookboard
