// TableTile: events as rows, payload fields as columns, newest first, or in the order of a column: a click on its
// header sorts up, down, and not at all. Ctrl+F opens a row of filters, and the first column can be kept in place.
#pragma once

#include "ui/dashboard/tiles/rowstile.h"

class QTableView;

namespace hookboard {

class FilterRow;
class FrozenColumn;
class RowOrder;

class TableTile : public RowsTile
{
    Q_OBJECT
public:
    TableTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    // nullopt = newest first.
    void sortBy(int column, std::optional<Qt::SortOrder> order);
    void openFilters();
    void closeFilters();
    void setFrozen(bool frozen);
    void paintStatic(QPainter &painter) override;

protected:
    void prepare() override;
    void addMenuEntries(QMenu &menu) override;
    void adjustFooter(TileFooter &footer) const override;
    void rowsChanged() override;
    void layoutBody(const QRect &body, bool visible) override;
    int bleed() const override;
    int rowHeight() const override { return theme().metrics().tableRow; }
    int headHeight() const override { return theme().metrics().tableHeader; }
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();
    int leastWidth(int column) const;
    QList<int> cutColumns() const;
    void copySelection() const;
    void cycleSort(int column);
    void copyCell() const;

    QTableView *m_table = nullptr;
    RowOrder *m_order = nullptr;
    FilterRow *m_filters = nullptr;
    FrozenColumn *m_frozen = nullptr; // null = the first column scrolls with the others
    int m_sortedBy = -1;
    QList<int> m_wanted;    // widths the contents asked for
    bool m_resized = false; // by the user: leave the columns alone
};

} // namespace hookboard
