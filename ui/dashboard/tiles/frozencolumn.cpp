#include "ui/dashboard/tiles/frozencolumn.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

FrozenColumn::FrozenColumn(QTableView &table)
    : QTableView(&table)
    , m_table(table)
{
    setObjectName(u"frozenColumn"_s);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(table.selectionBehavior());
    setSelectionMode(table.selectionMode());
    setVerticalScrollMode(table.verticalScrollMode());
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(table.itemDelegate());
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(table.verticalHeader()->minimumSectionSize());
    verticalHeader()->setDefaultSectionSize(table.verticalHeader()->defaultSectionSize());
    horizontalHeader()->setFixedHeight(table.horizontalHeader()->height());
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionsClickable(false);
    setModel(table.model());
    setSelectionModel(table.selectionModel());
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table.verticalScrollBar(), &QScrollBar::setValue);
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &FrozenColumn::follow);
    connect(model(), &QAbstractItemModel::modelReset, this, &FrozenColumn::follow); // sections come back visible
    connect(this, &QTableView::activated, &table, &QTableView::activated);
    table.viewport()->installEventFilter(this);
    follow();
    show();
}

void FrozenColumn::follow()
{
    for (int column = 1; column < model()->columnCount(); ++column)
        setColumnHidden(column, true);
    const int width = m_table.columnWidth(0);
    setColumnWidth(0, width);
    // Where reading begins: right of the others, and of the scroll bar, where it goes from right to left.
    const QRect shown = m_table.viewport()->geometry();
    const int left = m_table.isRightToLeft() ? shown.right() - width : shown.left();
    setGeometry(left, 0, width + 1, m_table.horizontalHeader()->height() + shown.height());
    raise();
}

bool FrozenColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
        event->type() == QEvent::LayoutDirectionChange)
        follow();
    return QTableView::eventFilter(watched, event);
}

} // namespace hookboard
