// RowOrder: the rows of a table tile as somebody wants to read them: in the order of a column, and only those that fit
// what was typed above the columns. Without either it passes the newest first. GUI thread; owned by its tile.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QSortFilterProxyModel>

#include <optional>

namespace hookboard {

class RowOrder : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RowOrder(QObject *parent);

    void setLocale(const QLocale &locale) { m_locale = locale; }
    // Text: what a cell has to contain, in any case. Over numbers also "> 5", "<= 2.5", "= 3", in the locale's
    // decimals.
    void setFilter(int column, const QString &text);
    void clearFilters();
    // Those on other columns are dropped: nobody could see them any more.
    void keepFiltersOf(int columns);
    bool isFiltered() const { return !m_filters.isEmpty(); }
    // Column and order; -1 = the newest first.
    void orderBy(int column, Qt::SortOrder order) { sort(column, order); }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    struct Filter
    {
        QString text;
        QString operation; // empty = contains
        double number = 0;
        bool matches(const QModelIndex &cell) const;
    };
    Filter parsed(const QString &text) const;

    QMap<int, Filter> m_filters;
    QLocale m_locale;
};

} // namespace hookboard
