// SourceDelegate: two-line rows of the source list: name over provider, state chip, sparkline, figures. GUI thread.
#pragma once

#include "ui/sources/sourcesmodel.h"
#include "ui/tablelook.h"

namespace hookboard {

ChipLook chipOf(SourceState state);

class SourceDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    static void sizeColumns(QTableView &table);
    // Hides the least important columns until the rest fits without a scroll bar.
    static void fitColumns(QTableView &table);

protected:
    void paintCell(QPainter &painter, const Theme &theme, const QRect &cell, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const override;
};

} // namespace hookboard
