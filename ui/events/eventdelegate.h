// EventDelegate: rows of the event list; the state as a chip, the rest as plain text. GUI thread.
#pragma once

#include "ui/tablelook.h"

namespace hookboard {

class EventDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    // Widths from the font, once: rows never change them.
    static void sizeColumns(QTableView &table);
    // Makes the columns fit a narrow list: delivery and size go, the state becomes its icon, the type gets the rest.
    static void fitColumns(QTableView &table);

protected:
    void paintCell(QPainter &painter, const Theme &theme, const QRect &cell, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const override;
};

} // namespace hookboard
