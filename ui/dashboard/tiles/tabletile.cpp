#include "ui/dashboard/tiles/tabletile.h"

#include "ui/csv.h"
#include "ui/dashboard/tiles/filterrow.h"
#include "ui/dashboard/tiles/frozencolumn.h"
#include "ui/dashboard/tiles/rowdelegates.h"
#include "ui/dashboard/tiles/roworder.h"
#include "ui/style/icons.h"
#include "ui/style/numberformat.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleOptionViewItem>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kEdge = 4; // cells have 8 px of their own padding
constexpr int kColumnLeast = 48;
constexpr int kColumnMost = 320;
constexpr int kBadgeLeast = 76;
constexpr int kRowsMeasured = 30;
constexpr int kFilterHeight = 32;

} // namespace

TableTile::TableTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : RowsTile(spec, theme, parent)
    , m_table(new QTableView(this))
    , m_order(new RowOrder(this))
{
    m_order->setSourceModel(&model());
    m_table->setShowGrid(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setWordWrap(false);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(theme.metrics().tableRow);
    m_table->verticalHeader()->setDefaultSectionSize(theme.metrics().tableRow);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setFixedHeight(theme.metrics().tableHeader);
    m_table->horizontalHeader()->setMinimumSectionSize(kColumnLeast);
    m_table->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int, int, int) {
        if (QGuiApplication::mouseButtons() != Qt::NoButton)
            m_resized = true;
    });
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setToolTip(tr("Click to sort"));
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &TableTile::cycleSort);
    setView(m_table, m_order);
    m_filters = new FilterRow(*m_table->horizontalHeader(), this);
    m_filters->hide();
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_filters, &FilterRow::follow);
    connect(m_filters, &FilterRow::filterChanged, this, [this](int column, const QString &text) {
        m_order->setFilter(column, text);
        refreshFooter();
    });
    connect(m_filters, &FilterRow::closeWanted, this, &TableTile::closeFilters);
}

void TableTile::prepare()
{
    m_order->setLocale(locale());
    m_order->keepFiltersOf(std::max(1, int(columns().size()))); // one without columns still shows its events
    RowsTile::prepare();
}

void TableTile::sortBy(int column, std::optional<Qt::SortOrder> order)
{
    m_sortedBy = order ? column : -1;
    m_table->horizontalHeader()->setSortIndicatorShown(order.has_value());
    if (order)
        m_table->horizontalHeader()->setSortIndicator(column, *order);
    m_order->orderBy(m_sortedBy, order.value_or(Qt::AscendingOrder));
}

// Up, down, and then the newest first again.
void TableTile::cycleSort(int column)
{
    if (m_sortedBy != column)
        sortBy(column, Qt::AscendingOrder);
    else if (m_order->sortOrder() == Qt::AscendingOrder)
        sortBy(column, Qt::DescendingOrder);
    else
        sortBy(column, std::nullopt);
}

void TableTile::openFilters()
{
    m_filters->show();
    layoutBody(bodyRect(), true);
    m_filters->focusFirst();
}

void TableTile::closeFilters()
{
    m_filters->clear();
    m_order->clearFilters();
    refreshFooter();
    m_filters->hide();
    layoutBody(bodyRect(), true);
    m_table->setFocus(Qt::OtherFocusReason);
}

void TableTile::setFrozen(bool frozen)
{
    delete m_frozen;
    m_frozen = frozen ? new FrozenColumn(*m_table) : nullptr;
}

void TableTile::addMenuEntries(QMenu &menu)
{
    QMenu *sort = menu.addMenu(tr("Sort by"));
    sort->addAction(tr("Newest first"), this, [this] { sortBy(-1, std::nullopt); });
    for (int column = 0; column < model().columnCount(); ++column) {
        const QString title =
            model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().replace(u'&', u"&&"_s);
        sort->addAction(title, this, [this, column] { cycleSort(column); });
    }
    QAction *filter = menu.addAction(icon(u"filter"_s), tr("Filter rows"), this, &TableTile::openFilters);
    filter->setShortcut(QKeySequence::Find);
    QAction *freeze = menu.addAction(tr("Keep the first column in view"), this, [this] { setFrozen(!m_frozen); });
    freeze->setCheckable(true);
    freeze->setChecked(m_frozen != nullptr);
    menu.addAction(icon(u"copy"_s), tr("Copy cell"), this, &TableTile::copyCell)
        ->setEnabled(m_table->currentIndex().isValid());
}

void TableTile::copyCell() const
{
    QGuiApplication::clipboard()->setText(m_table->currentIndex().data().toString());
}

void TableTile::adjustFooter(TileFooter &footer) const
{
    if (m_order->isFiltered())
        footer.right = tr("%1 of %2 rows")
                           .arg(formatCount(quint64(m_order->rowCount()), locale()),
                                formatCount(quint64(model().rowCount()), locale()));
}

int TableTile::bleed() const
{
    return theme().metrics().tilePadding - kEdge;
}

void TableTile::rowsChanged()
{
    QList<int> wanted;
    const QHeaderView *header = m_table->horizontalHeader();
    QStyleOptionViewItem option;
    option.widget = m_table;
    // Rows that nobody sees need no room; measuring texts is most of what an update costs.
    const int visible = std::clamp(bodyRect().height() / theme().metrics().tableRow + 1, 1, kRowsMeasured);
    for (int column = 0; column < model().columnCount(); ++column) {
        int width = header->sectionSizeHint(column);
        for (int row = 0; row < std::min(visible, model().rowCount()); ++row)
            width = std::max(width, m_table->itemDelegate()->sizeHint(option, model().index(row, column)).width());
        width = std::clamp(width, kColumnLeast, kColumnMost);
        // A column never shrinks because its newest text is short.
        wanted << std::max(width, column < m_wanted.size() ? m_wanted[column] : 0);
    }
    if (wanted != m_wanted) {
        m_wanted = wanted;
        fitColumns();
    }
}

void TableTile::layoutBody(const QRect &body, bool visible)
{
    RowsTile::layoutBody(body, visible);
    const bool filters = visible && !m_filters->isHidden();
    if (filters) {
        m_filters->setGeometry(body.left() - bleed(), body.top(), body.width() + 2 * bleed(), kFilterHeight);
        m_table->setGeometry(m_table->geometry().adjusted(0, kFilterHeight, 0, 0));
    }
    fitColumns();
    if (m_frozen)
        m_frozen->follow();
}

// Texts and badges can be elided, numbers and times cannot.
int TableTile::leastWidth(int column) const
{
    const auto format = column < columns().size() ? columns()[column].format : TableColumn::Format::Text;
    if (format == TableColumn::Format::Text || format == TableColumn::Format::Json)
        return kColumnLeast;
    return format == TableColumn::Format::Badge ? kBadgeLeast : m_wanted[column];
}

// Columns share the width: what is over is spread, what is missing is taken from the widest that can give. Numbers
// keep their width; when that is not enough, the table scrolls sideways.
void TableTile::fitColumns()
{
    if (m_resized || m_wanted.isEmpty())
        return;
    // The viewport learns its size only when it is shown; the view has it already.
    const QScrollBar *bar = m_table->verticalScrollBar();
    const int room = m_table->width() - (bar->isVisibleTo(m_table) ? bar->sizeHint().width() : 0);
    QList<int> widths = m_wanted;
    int over = std::accumulate(widths.begin(), widths.end(), 0) - room;
    if (room <= 0)
        return;
    if (over < 0) {
        for (int &width : widths)
            width -= over / int(widths.size());
    }
    while (over > 0) {
        int widest = -1;
        for (int column = 0; column < widths.size(); ++column) {
            if (widths[column] > leastWidth(column) && (widest < 0 || widths[column] > widths[widest]))
                widest = column;
        }
        if (widest < 0)
            break;
        const int cut = std::min({over, 8, widths[widest] - leastWidth(widest)});
        widths[widest] -= cut;
        over -= cut;
    }
    m_table->setHorizontalScrollBarPolicy(over > 0 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    for (int column = 0; column + 1 < widths.size() && column + 1 < model().columnCount(); ++column)
        m_table->setColumnWidth(column, widths[column]);
}

// Those that are in view only by a part, or not at all; all of them = none, for something has to be shown.
QList<int> TableTile::cutColumns() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int rowsRoom = m_table->height() - headHeight();
    const bool scrolls = m_order->rowCount() * rowHeight() > rowsRoom;
    const int room = m_table->width() - (scrolls ? m_table->verticalScrollBar()->sizeHint().width() : 0);
    QList<int> cut;
    for (int column = 0; column < header->count(); ++column) {
        const int left = header->sectionViewportPosition(column);
        // The last one takes what is over, and so it can give.
        const int width = column + 1 == header->count() ? leastWidth(column) : header->sectionSize(column);
        if (left < 0 || left + width > room)
            cut << column;
    }
    if (cut.size() == header->count())
        cut.clear();
    return cut;
}

// A picture cannot be scrolled, and half a number would be another one: columns that do not fit are left out.
void TableTile::paintStatic(QPainter &painter)
{
    const int scrolled = m_table->horizontalScrollBar()->value();
    const QList<int> cut = m_wanted.size() == model().columnCount() ? cutColumns() : QList<int>();
    QList<int> widths;
    for (int column = 0; column < model().columnCount(); ++column)
        widths << m_table->columnWidth(column);
    for (const int column : cut)
        m_table->setColumnHidden(column, true);
    RowsTile::paintStatic(painter);
    if (cut.isEmpty())
        return;
    for (const int column : cut)
        m_table->setColumnHidden(column, false);
    for (int column = 0; column + 1 < widths.size(); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalScrollBar()->setValue(scrolled);
}

void TableTile::copySelection() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    auto *copied = new QMimeData;
    copied->setText(tabbedText(rows));
    copied->setData(u"text/csv"_s, csvOf(rows).toUtf8());
    QGuiApplication::clipboard()->setMimeData(copied);
}

bool TableTile::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return RowsTile::event(event);
}

bool TableTile::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copySelection();
            return true;
        }
        if (key->matches(QKeySequence::Find)) {
            openFilters();
            return true;
        }
    }
    // The window has a search of its own under the same key.
    if (watched == m_table && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return RowsTile::eventFilter(watched, event);
}

void TableTile::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        openFilters();
        return;
    }
    if (event->key() == Qt::Key_Down && m_order->rowCount() > 0) {
        m_table->setFocus(Qt::TabFocusReason);
        m_table->selectRow(0);
        return;
    }
    RowsTile::keyPressEvent(event);
}

} // namespace hookboard
