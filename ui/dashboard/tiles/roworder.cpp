#include "ui/dashboard/tiles/roworder.h"

#include "ui/dashboard/tiles/rowsmodel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

RowOrder::RowOrder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    setSortRole(RowsModel::SortRole);
}

RowOrder::Filter RowOrder::parsed(const QString &text) const
{
    const QString trimmed = text.trimmed();
    for (const QString &operation : {u">="_s, u"<="_s, u">"_s, u"<"_s, u"="_s}) {
        if (!trimmed.startsWith(operation))
            continue;
        bool isNumber = false;
        const double number = m_locale.toDouble(trimmed.mid(operation.size()).trimmed(), &isNumber);
        if (isNumber)
            return {trimmed, operation, number};
    }
    return {trimmed, {}, 0};
}

void RowOrder::setFilter(int column, const QString &text)
{
    if (text.trimmed().isEmpty())
        m_filters.remove(column);
    else
        m_filters.insert(column, parsed(text));
    invalidateFilter();
}

void RowOrder::clearFilters()
{
    m_filters.clear();
    invalidateFilter();
}

void RowOrder::keepFiltersOf(int columns)
{
    const auto beyond = m_filters.lowerBound(columns);
    if (beyond == m_filters.end())
        return;
    m_filters.erase(beyond, m_filters.end());
    invalidateFilter();
}

bool RowOrder::Filter::matches(const QModelIndex &cell) const
{
    const QVariant value = cell.data(RowsModel::SortRole);
    if (operation.isEmpty() || value.typeId() != QMetaType::Double)
        return cell.data(Qt::DisplayRole).toString().contains(text, Qt::CaseInsensitive);
    const double found = value.toDouble();
    if (operation == u">="_s)
        return found >= number;
    if (operation == u"<="_s)
        return found <= number;
    if (operation == u">"_s)
        return found > number;
    return operation == u"<"_s ? found < number : found == number;
}

bool RowOrder::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    for (auto it = m_filters.cbegin(); it != m_filters.cend(); ++it) {
        if (!it->matches(sourceModel()->index(row, it.key(), parent)))
            return false;
    }
    return true;
}

// Numbers by size before texts by letters; what is missing comes last, whichever way the column is sorted.
bool RowOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(RowsModel::SortRole);
    const QVariant b = right.data(RowsModel::SortRole);
    const auto rank = [](const QVariant &value) {
        return !value.isValid() ? 2 : value.typeId() == QMetaType::Double ? 0 : 1;
    };
    if (rank(a) != rank(b)) {
        const bool before = rank(a) < rank(b);
        return rank(a) == 2 || rank(b) == 2 ? before == (sortOrder() == Qt::AscendingOrder) : before;
    }
    if (rank(a) == 0)
        return a.toDouble() < b.toDouble();
    return rank(a) == 1 && a.toString().localeAwareCompare(b.toString()) < 0;
}

} // namespace hookboard
