// The part of BoardView that puts tiles in their places.
#include "core/types/clock.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/editlayer.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/style/buttons.h"
#include "ui/style/icons.h"
#include <QtCore/QPropertyAnimation>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kSettleMs = 160;
constexpr qreal kLeastFillingRow = 16;
constexpr int kSpareRows = 8; // below the lowest tile, to move tiles there

} // namespace

void BoardView::relayout()
{
    layoutTiles();
    const QList<TileSpec> &specs = m_model.board().tiles;
    for (qsizetype i = 0; i < specs.size(); ++i) {
        Tile *one = m_tiles.value(specs[i].id);
        if (one && !m_lifted.contains(specs[i].id))
            place(*one, m_layout.rects[i]);
    }
    if (m_empty)
        m_empty->setGeometry(m_canvas->rect());
    if (m_edit)
        m_edit->setGeometry(m_canvas->rect());
    orderTabs();
    alignNumbers();
}

void BoardView::layoutTiles()
{
    const QList<TileSpec> &specs = m_model.board().tiles;
    const Metrics &metrics = m_theme.metrics();
    const int barWidth = verticalScrollBar()->sizeHint().width();
    QSize room(width(), height());
    if (m_edit) {
        room.setWidth(width() - barWidth); // there is always a row below to move to
        const QList<QRect> cells = m_preview.size() == specs.size() ? m_preview : gridCells(specs);
        m_layout = layoutCells(cells, room, metrics, m_editRowPx);
        m_canvas->resize(room.width(), std::max(room.height(), m_layout.contentHeight + int(kSpareRows * m_editRowPx)));
        return;
    }
    if (m_filling) {
        const QList<QRect> cells = gridCells(specs);
        int rows = 1;
        for (const QRect &cell : cells)
            rows = std::max(rows, cell.bottom() + 1);
        const qreal rowPx = qreal(room.height() - 2 * metrics.gridMargin + metrics.gridGap) / rows;
        m_layout = layoutCells(cells, room, metrics, std::max(rowPx, kLeastFillingRow));
        m_canvas->resize(room);
        return;
    }
    // The width without a scroll bar decides first; with one the tiles get what is left.
    m_layout = layoutBoard(specs, room, metrics);
    if (m_layout.contentHeight > room.height()) {
        const BoardLayout wide = m_layout;
        m_layout = layoutBoard(
            specs,
            {std::max(wide.columns == metrics.gridColumns ? narrowBelow(metrics) : 0, room.width() - barWidth),
             room.height()},
            metrics);
        room.setWidth(room.width() - barWidth);
    }
    m_canvas->resize(room.width(), std::max(room.height(), m_layout.contentHeight));
}

// While a board is edited, tiles that only move settle at their place.
void BoardView::place(Tile &tile, const QRect &rect)
{
    auto *running = tile.findChild<QPropertyAnimation *>({}, Qt::FindDirectChildrenOnly);
    if (running && running->endValue().toPoint() == rect.topLeft() && tile.size() == rect.size())
        return;
    delete running;
    const bool moves = tile.size() == rect.size() && tile.pos() != rect.topLeft();
    const bool animated = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (!m_edit || !moves || !animated || !isSeen(tile)) {
        tile.setGeometry(rect);
        return;
    }
    auto *settle = new QPropertyAnimation(&tile, "pos", &tile);
    settle->setDuration(kSettleMs);
    settle->setEasingCurve(QEasingCurve::OutCubic);
    settle->setEndValue(rect.topLeft());
    connect(settle, &QPropertyAnimation::valueChanged, m_edit, qOverload<>(&QWidget::update));
    settle->start(QAbstractAnimation::DeleteWhenStopped);
}

void BoardView::orderTabs()
{
    const QList<TileSpec> &specs = m_model.board().tiles;
    QWidget *before = nullptr;
    for (qsizetype i : readingOrder(m_layout.cells)) {
        Tile *one = m_tiles.value(specs[i].id);
        if (!one)
            continue;
        if (before)
            QWidget::setTabOrder(before, one);
        before = one;
        const auto inner = one->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (QWidget *child : inner) {
            if (child->focusPolicy() & Qt::TabFocus) {
                QWidget::setTabOrder(before, child);
                before = child;
            }
        }
    }
}

// Numbers of one grid row and height share the smallest of their steps.
void BoardView::alignNumbers()
{
    const QList<TileSpec> &specs = m_model.board().tiles;
    QHash<std::pair<int, int>, int> smallest;
    QList<std::pair<KpiTile *, std::pair<int, int>>> numbers;
    for (qsizetype i = 0; i < specs.size() && i < m_layout.cells.size(); ++i) {
        auto *number = qobject_cast<KpiTile *>(m_tiles.value(specs[i].id));
        if (!number || !number->snapshot().value)
            continue;
        const std::pair<int, int> row{m_layout.cells[i].top(), m_layout.cells[i].height()};
        numbers << std::pair{number, row};
        const auto found = smallest.find(row);
        smallest[row] = found == smallest.end() ? number->ownStep() : std::min(*found, number->ownStep());
    }
    for (const auto &[number, row] : std::as_const(numbers))
        number->setStepLimit(smallest.value(row));
}

} // namespace hookboard
