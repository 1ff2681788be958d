#include "ui/events/eventdelegate.h"

#include "ui/events/eventlook.h"
#include "ui/events/eventsmodel.h"
#include "ui/style/hookboardstyle.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kNarrowestState = 32; // its title
constexpr int kNarrowestType = 120;

} // namespace

void EventDelegate::sizeColumns(QTableView &table)
{
    const Theme &theme = themeOf(&table);
    const QFontMetrics metrics(theme.font(TypeRole::Label));
    const auto fit = [&](int column, const QString &sample) {
        const QString title = table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int wide = std::max(metrics.horizontalAdvance(sample), metrics.horizontalAdvance(title) + 8);
        table.setColumnWidth(column, wide + 2 * kCellPadding + 4);
    };
    fit(EventsModel::Seq, u"88,888,888"_s);
    fit(EventsModel::Received, u"28 Sept 88:88:88.888"_s);
    fit(EventsModel::Source, u"a-source-name-of"_s);
    fit(EventsModel::Type, u"payment_intent.payment_failed"_s);
    fit(EventsModel::Size, u"888.8 MB"_s);
    int chip = 0;
    for (const EventState state :
         {EventState::Verified, EventState::Unverified, EventState::Simulated, EventState::Quarantined}) {
        chip = std::max(chip, chipSize(theme, chipOf(state)).width());
    }
    table.setColumnWidth(EventsModel::State, chip + 2 * kCellPadding);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setMinimumSectionSize(48);
}

void EventDelegate::fitColumns(QTableView &table)
{
    sizeColumns(table);
    const auto width = [&table] {
        int sum = 0;
        for (int column = 0; column < EventsModel::ColumnCount; ++column) {
            sum += table.isColumnHidden(column) ? 0 : table.columnWidth(column);
        }
        return sum;
    };
    table.setColumnHidden(EventsModel::Delivery, false);
    table.setColumnHidden(EventsModel::Size, false);
    const int room = table.viewport()->width();
    for (const int column : {EventsModel::Delivery, EventsModel::Size}) {
        table.setColumnHidden(column, width() > room);
    }
    if (width() > room) {
        const int icon = chipSize(themeOf(&table), chipOf(EventState::Quarantined), true).width();
        table.setColumnWidth(EventsModel::State, std::max(icon, kNarrowestState) + 2 * kCellPadding);
    }
    if (width() > room) {
        const int type = table.columnWidth(EventsModel::Type) - (width() - room);
        table.setColumnWidth(EventsModel::Type, std::max(kNarrowestType, type));
    }
}

void EventDelegate::paintCell(QPainter &painter, const Theme &theme, const QRect &cell,
                              const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    switch (index.column()) {
    case EventsModel::State: {
        const ChipLook look = chipOf(EventState(index.data(EventsModel::kStateRole).toInt()));
        paintChip(painter, theme, look, cell, chipSize(theme, look).width() > cell.width());
        return;
    }
    case EventsModel::Type:
        break;
    default:
        painter.setPen(theme.colour(Colour::TextSecondary));
    }
    RowDelegate::paintCell(painter, theme, cell, option, index);
}

} // namespace hookboard
