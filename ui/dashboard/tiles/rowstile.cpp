#include "ui/dashboard/tiles/rowstile.h"

#include "ui/style/buttons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr std::chrono::seconds kNewFor{4};

} // namespace

RowsTile::RowsTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
    , m_model(new RowsModel(this))
    , m_heldButton(makeButton({}, u"chevron-down"_s, ButtonKind::Normal, this))
{
    m_heldButton->setObjectName(u"newerRows"_s);
    m_heldButton->hide();
    connect(m_heldButton, &QPushButton::clicked, this, [this] {
        letGo();
        showRows();
        layoutBody(bodyRect(), true);
    });
    m_settle.setSingleShot(true);
    m_settle.setInterval(kNewFor);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_model->settle();
        m_view->viewport()->update();
    });
}

void RowsTile::setView(QAbstractItemView *view, QAbstractItemModel *shown)
{
    m_view = view;
    view->setObjectName(u"tileRows"_s);
    view->setModel(shown ? shown : m_model);
    view->setFrameShape(QFrame::NoFrame);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTabKeyNavigation(false);
    view->viewport()->setAttribute(Qt::WA_Hover);
    view->viewport()->setAutoFillBackground(false);
    view->setAccessibleName(plainLine(spec().title, 120));
    connect(view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const Row *row = index.data(RowsModel::RowRole).value<const Row *>())
            emit eventRequested(row->seq);
    });
}

QString RowsTile::valueText() const
{
    return tr("%n rows", nullptr, int(snapshot().rows.size()));
}

bool RowsTile::isHeld() const
{
    return m_view->verticalScrollBar()->value() > 0 || m_view->selectionModel()->hasSelection();
}

void RowsTile::letGo()
{
    m_view->clearSelection();
    m_view->setCurrentIndex({});
    m_view->verticalScrollBar()->setValue(0);
}

void RowsTile::showRows()
{
    const bool first = m_model->rows().isEmpty();
    const quint64 before = first ? 0 : m_model->rows().first().seq;
    m_model->setRows(snapshot().rows, before);
    if (!first && !snapshot().rows.isEmpty() && snapshot().rows.first().seq > before)
        m_settle.start();
    rowsChanged();
}

void RowsTile::prepare()
{
    if (!m_view)
        return;
    m_model->setLocale(locale());
    m_model->setNumberFormat(spec().format);
    m_model->setLooks(spec().valueLooks, spec().nullText);
    m_model->setNow(context().nowUs);
    // Rows that somebody reads stay only as long as they are what the tile shall show.
    if (m_askedFor != spec().bindings || m_model->columns() != columns()) {
        m_askedFor = spec().bindings;
        letGo();
    }
    // The cells of the rows belong to the columns before: nothing stands under a wrong head until those of these come.
    const bool others = !m_model->rows().isEmpty() && m_model->columns() != columns();
    if (others)
        m_model->setRows({}, 0);
    m_model->setColumns(columns());
    if (!others && (!isHeld() || snapshot().revision == 0))
        showRows();
}

void RowsTile::contextMoved()
{
    m_model->setNow(context().nowUs);
}

void RowsTile::updateHeldButton(const QRect &body, bool visible)
{
    qsizetype newer = 0;
    const quint64 newest = m_model->rows().isEmpty() ? 0 : m_model->rows().first().seq;
    while (newer < snapshot().rows.size() && snapshot().rows[newer].seq > newest)
        ++newer;
    m_heldButton->setVisible(visible && newer > 0);
    if (newer == 0)
        return;
    // When none of the rows that are held is among the newest, there may have been more than those.
    const bool more = newer == snapshot().rows.size();
    m_heldButton->setText(more         ? tr("%1 or more newer rows").arg(locale().toString(newer))
                          : newer == 1 ? tr("1 newer row")
                                       : tr("%1 newer rows").arg(locale().toString(newer)));
    const QSize size = m_heldButton->sizeHint();
    m_heldButton->setGeometry(QRect(QPoint(body.center().x() - size.width() / 2, body.top() + 32), size));
    m_heldButton->raise();
}

void RowsTile::layoutBody(const QRect &body, bool visible)
{
    if (!m_view)
        return;
    m_view->setVisible(visible);
    m_view->setGeometry(body.adjusted(-bleed(), 0, bleed(), 0));
    updateHeldButton(body, visible);
}

void RowsTile::paintBody(QPainter &, const QRect &) {}

void RowsTile::paintStatic(QPainter &painter)
{
    Tile::paintStatic(painter);
    if (m_view->isHidden())
        return;
    // A tile that was never shown is laid out when it is first painted, which would take back the size given below.
    if (!isVisible())
        static_cast<void>(m_view->grab(QRect(0, 0, 1, 1)));
    // Vector pictures do not clip: a row that is there by half would lie over the footer or the header.
    const QRect place = m_view->geometry();
    QScrollBar *bar = m_view->verticalScrollBar();
    const int scrolled = bar->value();
    const int rows = std::max(0, (place.height() - headHeight()) / rowHeight());
    bar->setValue(scrolled - scrolled % rowHeight());
    m_view->resize(place.width(), headHeight() + rows * rowHeight());
    m_view->render(&painter, m_view->pos(), {}, QWidget::DrawChildren);
    m_view->setGeometry(place);
    bar->setValue(scrolled);
}

} // namespace hookboard
