#include "ui/events/eventsmodel.h"

#include "ui/events/eventtext.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace hookboard {

EventsModel::EventsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void EventsModel::replace(const QList<ListedEvent> &rows, bool more)
{
    beginResetModel();
    const qsizetype kept = std::min<qsizetype>(rows.size(), kCapacity);
    m_rows.assign(rows.begin(), rows.begin() + kept);
    m_waiting.clear();
    m_waitingCount = 0;
    m_newestSeq = m_rows.empty() ? 0 : m_rows.front().seq;
    m_detached = false;
    m_more = more;
    m_cut = false;
    endResetModel();
    emit waitingChanged(0);
}

void EventsModel::prepend(const QList<ListedEvent> &rows)
{
    QList<ListedEvent> fresh;
    for (const ListedEvent &row : rows) {
        if (row.seq > m_newestSeq) {
            fresh.append(row);
        }
    }
    if (fresh.isEmpty()) {
        return;
    }
    m_newestSeq = fresh.first().seq;
    if (m_paused || m_detached) {
        keepWaiting(fresh);
        return;
    }
    insertAtTop(fresh);
}

void EventsModel::insertAtTop(const QList<ListedEvent> &rows)
{
    const qsizetype kept = std::min<qsizetype>(rows.size(), kCapacity);
    beginInsertRows({}, 0, int(kept) - 1);
    m_rows.insert(m_rows.begin(), rows.begin(), rows.begin() + kept);
    endInsertRows();
    trimBottom();
}

void EventsModel::keepWaiting(const QList<ListedEvent> &rows)
{
    m_waitingCount += rows.size();
    if (!m_detached) {
        const qsizetype kept = std::min<qsizetype>(rows.size(), kCapacity);
        m_waiting.insert(m_waiting.begin(), rows.begin(), rows.begin() + kept);
        m_waiting.resize(std::min<std::size_t>(m_waiting.size(), kCapacity));
    }
    emit waitingChanged(m_waitingCount);
}

void EventsModel::trimBottom()
{
    const int count = int(m_rows.size());
    if (count > kCapacity) {
        beginRemoveRows({}, kCapacity, count - 1);
        m_rows.resize(kCapacity);
        endRemoveRows();
        m_more = m_cut = true; // what left is still in the journal
    }
}

void EventsModel::appendOlder(const QList<ListedEvent> &rows, bool more)
{
    m_more = more;
    QList<ListedEvent> fresh;
    for (const ListedEvent &row : rows) {
        if (m_rows.empty() || row.seq < m_rows.back().seq) {
            fresh.append(row);
        }
    }
    if (fresh.isEmpty()) {
        return;
    }
    const int before = int(m_rows.size());
    beginInsertRows({}, before, before + int(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
    const int excess = int(m_rows.size()) - kCapacity;
    if (excess > 0) {
        m_detached = true;
        m_waiting.clear();
        beginRemoveRows({}, 0, excess - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + excess);
        endRemoveRows();
    }
    m_newestSeq = std::max(m_newestSeq, m_rows.front().seq);
}

void EventsModel::setMore(bool more)
{
    m_more = more;
}

void EventsModel::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    if (paused || m_detached) {
        return;
    }
    const QList<ListedEvent> rows(m_waiting.begin(), m_waiting.end());
    const bool overtaken = m_waitingCount > qint64(m_waiting.size());
    if (overtaken) {
        replace(rows, true);
        m_cut = true;
        return;
    }
    m_waiting.clear();
    m_waitingCount = 0;
    if (!rows.isEmpty()) {
        insertAtTop(rows);
    }
    emit waitingChanged(0);
}

const ListedEvent *EventsModel::rowAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

quint64 EventsModel::newestSeq() const
{
    return m_newestSeq;
}

quint64 EventsModel::oldestSeq() const
{
    return m_rows.empty() ? 0 : m_rows.back().seq;
}

int EventsModel::rowOf(quint64 seq) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), seq,
                                        [](const ListedEvent &row, quint64 wanted) { return row.seq > wanted; });
    return found != m_rows.end() && found->seq == seq ? int(found - m_rows.begin()) : -1;
}

void EventsModel::setNow(qint64 nowUs)
{
    m_nowUs = nowUs;
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventsModel::text(const ListedEvent &row, int column) const
{
    switch (column) {
    case Seq:
        return QLocale().toString(row.seq);
    case Received:
        return receivedText(row.receivedUs, m_nowUs);
    case Source:
        return shownText(row.source);
    case Type:
        return row.type.isEmpty() ? emptyCell() : shownText(row.type);
    case State:
        return stateText(row.state);
    case Size:
        return row.bytes < 0 ? emptyCell() : bytesText(row.bytes);
    case Delivery:
        return row.deliveryId.isEmpty() ? emptyCell() : shownText(row.deliveryId);
    default:
        return {};
    }
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    const ListedEvent *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Seq || index.column() == Size;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
    }
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(*row, index.column()));
    case Qt::ToolTipRole: // the word, where only the icon has room
        return index.column() == State ? QVariant(stateText(row->state)) : QVariant();
    case kStateRole:
        return int(row->state);
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Seq || section == Size;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Seq:
        return tr("Seq");
    case Received:
        return tr("Received");
    case Source:
        return tr("Source");
    case Type:
        return tr("Type");
    case State:
        return tr("State");
    case Size:
        return tr("Size");
    case Delivery:
        return tr("Delivery");
    default:
        return {};
    }
}

bool EventsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_rows.empty();
}

void EventsModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        m_more = false; // one page at a time; appendOlder() says whether there is another
        emit olderWanted();
    }
}

QString EventsModel::stateText(EventState state)
{
    switch (state) {
    case EventState::Verified:
        return tr("Verified");
    case EventState::Unverified:
        return tr("Unverified");
    case EventState::Simulated:
        return tr("Simulated");
    case EventState::Quarantined:
        return tr("Quarantined");
    }
    return {};
}

} // namespace hookboard
