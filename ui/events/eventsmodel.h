// EventsModel: the list of events, newest first, at most kCapacity rows. Live rows come in at the top, history at the
// bottom, each page with one insertion; what exceeds the capacity leaves at the other end. Pausing counts newer rows
// and keeps them. GUI thread; fed by EventFeed.
#pragma once

#include "ui/events/listedevent.h"

#include <QtCore/QAbstractTableModel>

#include <deque>

namespace hookboard {

class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Seq, Received, Source, Type, State, Size, Delivery, ColumnCount };
    static constexpr int kCapacity = 10'000;
    static constexpr int kStateRole = Qt::UserRole + 1; // int(EventState)

    explicit EventsModel(QObject *parent = nullptr);

    // Replaces everything; `rows` newest first. Ends the detachment, keeps the pause.
    void replace(const QList<ListedEvent> &rows, bool more);
    // Newer rows, newest first. Rows that are not newer than the newest known one are left out.
    void prepend(const QList<ListedEvent> &rows);
    // Older rows, newest first. Beyond the capacity the newest leave, and the list is detached from live rows.
    void appendOlder(const QList<ListedEvent> &rows, bool more);
    // Whether older rows can be asked for.
    void setMore(bool more);
    // True when rows have left at the bottom: the next older ones begin right below oldestSeq(), whatever was read
    // before.
    bool isCut() const { return m_cut; }
    // Whoever asks for them from there says so.
    void closeCut() { m_cut = false; }

    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    // True when the top of the list is no longer the newest event: only replace() brings live rows back.
    bool isDetached() const { return m_detached; }
    // Rows that came in during the pause or detachment.
    qint64 waiting() const { return m_waitingCount; }

    const ListedEvent *rowAt(int row) const;
    // Newest known, also among the waiting ones; 0 = none.
    quint64 newestSeq() const;
    quint64 oldestSeq() const;
    int rowOf(quint64 seq) const; // -1 = not listed
    // For "today" in the column of times.
    void setNow(qint64 nowUs);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static QString stateText(EventState state);

signals:
    void olderWanted();
    void waitingChanged(qint64 waiting);

private:
    void insertAtTop(const QList<ListedEvent> &rows);
    void keepWaiting(const QList<ListedEvent> &rows);
    void trimBottom();
    QString text(const ListedEvent &row, int column) const;

    std::deque<ListedEvent> m_rows;
    std::deque<ListedEvent> m_waiting;
    qint64 m_waitingCount = 0;
    quint64 m_newestSeq = 0;
    qint64 m_nowUs = 0;
    bool m_paused = false;
    bool m_detached = false;
    bool m_more = false;
    bool m_cut = false;
};

} // namespace hookboard
