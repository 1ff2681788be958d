// How lists of this window look: rows with one hairline, no stripes, payload text drawn plain and elided. GUI thread.
#pragma once

#include "ui/style/chip.h"

#include <QtWidgets/QStyledItemDelegate>

class QTableView;

namespace hookboard {

// Row selection, fixed row height, no grid of its own, keyboard friendly; nothing is measured per row.
void prepareTable(QTableView &table, int rowHeight);

// Paints ground, hairline, selection and focus, then paintCell(). Text comes from DisplayRole and is never markup.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    static constexpr int kCellPadding = 8;
    // `cell` is inside the padding.
    virtual void paintCell(QPainter &painter, const Theme &theme, const QRect &cell, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRect &cell, const QString &text, Qt::Alignment alignment) const;
};

// Stored per minute or per second as a small line; nothing for fewer than two values.
void paintSparkline(QPainter &painter, const Theme &theme, const QRectF &rect, const QList<float> &values,
                    const QColor &line, bool filled);

} // namespace hookboard
