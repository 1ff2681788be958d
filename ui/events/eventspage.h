// EventsPage: the list of events with its filters on the left, the inspector on the right. Scrolling down or selecting
// pauses the list; nothing is lost meanwhile. GUI thread; owned by the window.
#pragma once

#include "ui/events/eventfeed.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

class QStackedWidget;
class QTableView;

namespace hookboard {

class Banner;
class EventFilterBar;
class EventInspector;
class RememberedSplitter;

class EventsPage final : public QWidget
{
    Q_OBJECT
public:
    EventsPage(EventFetch fetch, std::function<QString(const QString &)> sourceUrl, QWidget *parent = nullptr);

    EventFeed &feed() { return m_feed; }
    RememberedSplitter *splitter() const { return m_splitter; }

    void commit(const EventBatch &batch);
    void setQuarantineCount(quint64 count);
    void setTotal(quint64 events);
    void setNow(qint64 nowUs);
    // For the filter and for the words of an empty list.
    void setSourceNames(const QStringList &names);
    // The list of a source, of a state, of everything.
    void showOnly(const EventFilter &filter);
    void focusSearch();
    // One event in the inspector, whether it is listed or not.
    void showSeq(quint64 seq);
    void setPaused(bool paused);
    bool isPaused() const { return m_pausedByUser; }

signals:
    void addSourceWanted();
    void pausedChanged(bool paused);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeEmpty();
    void connectList();
    void applyPause();
    void inspect(const QModelIndex &index);
    void inspectRow(const ListedEvent &known);
    QString countWords() const;
    QString reachedWords() const;
    void updateWords();
    void updateNewer();
    void updateError();
    void updateEmpty();

    EventFeed m_feed;
    std::function<QString(const QString &)> m_sourceUrl;
    EventFilterBar *m_filterBar = nullptr;
    EventInspector *m_inspector = nullptr;
    RememberedSplitter *m_splitter = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_listStack = nullptr;
    QPushButton *m_newer = nullptr;
    Banner *m_error = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_emptyButton = nullptr;
    QStringList m_sourceNames;
    quint64 m_total = 0;
    bool m_pausedByUser = false;
    bool m_loaded = false;
};

} // namespace hookboard
