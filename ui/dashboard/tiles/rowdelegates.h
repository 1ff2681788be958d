// Delegates of table and feed tiles: cells with tabular numbers and badges; feed lines with icon, time, text, source.
// GUI thread; owned by their view. They read rows from a RowsModel and nothing else.
#pragma once

#include "ui/style/chip.h"

#include <QtWidgets/QStyledItemDelegate>

namespace hookboard {

class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class FeedDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    // Whether lines read otherwise now, for it is another day.
    bool setNow(qint64 nowUs);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    qint64 m_nowUs = 0;
};

// Tone and icon of a state word that senders use: paid, failed, pending, ...
ChipLook badgeLook(const QString &word);

} // namespace hookboard
