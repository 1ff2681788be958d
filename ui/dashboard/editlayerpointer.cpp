// What EditLayer does with the pointer: select, move, resize, draw a frame around tiles, and take new ones from the
// panel.
#include "ui/dashboard/editlayer.h"

#include "ui/dashboard/boardview.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kScrollMargin = 40;

int cellsOf(qreal pixels, qreal cellPx)
{
    return int(std::lround(pixels / cellPx));
}

Qt::CursorShape shapeOf(Qt::Edges edges)
{
    if (edges == (Qt::LeftEdge | Qt::TopEdge) || edges == (Qt::RightEdge | Qt::BottomEdge))
        return Qt::SizeFDiagCursor;
    if (edges == (Qt::RightEdge | Qt::TopEdge) || edges == (Qt::LeftEdge | Qt::BottomEdge))
        return Qt::SizeBDiagCursor;
    return edges & (Qt::LeftEdge | Qt::RightEdge) ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

} // namespace

void EditLayer::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_hand != Hand::Empty)
        return;
    finishRename(true);
    m_pressed = event->pos();
    m_start = m_target = cells();
    m_edges = handleAt(event->pos());
    if (m_edges) {
        m_hand = Hand::Resizing;
        m_pressedId = m_selected.first();
        return;
    }
    if (const qsizetype index = tileAt(event->pos()); index >= 0) {
        pressTile(index, *event);
        return;
    }
    m_hand = Hand::Band;
    m_bandBefore = event->modifiers() & Qt::ShiftModifier ? m_selected : QStringList();
    select(m_bandBefore);
}

void EditLayer::pressTile(qsizetype index, const QMouseEvent &event)
{
    const QString id = m_view.specs()[index].id;
    Tile *tile = m_view.tile(id);
    if (tile && tile->menuButton()->geometry().contains(event.pos() - tile->pos())) {
        pickTile(*tile);
        tile->menuButton()->click();
        return;
    }
    m_hand = Hand::Pressed;
    m_pressedId = id;
    m_selectOnRelease = false;
    if (event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) {
        QStringList chosen = m_selected;
        if (!chosen.removeOne(id))
            chosen << id;
        select(chosen);
    } else if (m_selected.contains(id)) {
        m_selectOnRelease = m_selected.size() > 1; // a click, unless it becomes a drag of all
    } else {
        select({id});
    }
    if (tile)
        tile->setFocus(Qt::MouseFocusReason);
    updatePointer(event.pos());
}

void EditLayer::pickTile(Tile &tile)
{
    if (!m_selected.contains(tile.spec().id))
        select({tile.spec().id});
    tile.setFocus(Qt::MouseFocusReason);
}

void EditLayer::mouseMoveEvent(QMouseEvent *event)
{
    if (m_hand == Hand::Pressed && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance() &&
        m_selected.contains(m_pressedId))
        startMove();
    switch (m_hand) {
    case Hand::Moving:
        moveTo(event->pos());
        break;
    case Hand::Resizing:
        resizeTo(event->pos());
        break;
    case Hand::Band:
        bandTo(event->pos());
        break;
    case Hand::Empty:
    case Hand::Pressed:
    case Hand::NewTile:
        break;
    }
    updatePointer(event->pos());
    if (m_hand == Hand::Moving || m_hand == Hand::Resizing)
        m_view.ensureVisible(event->pos().x(), event->pos().y(), 0, kScrollMargin);
}

void EditLayer::startMove()
{
    m_hand = Hand::Moving;
    for (qsizetype i : selectedIndexes())
        m_lifted.insert(m_view.specs()[i].id, m_view.boardLayout().rects[i]);
    m_view.lift(m_lifted);
}

void EditLayer::moveTo(const QPoint &place)
{
    const QPoint by = place - m_pressed;
    for (auto it = m_lifted.begin(); it != m_lifted.end(); ++it)
        it.value() = m_view.boardLayout().rectOf(m_start[indexOf(it.key())]).translated(by);
    m_view.lift(m_lifted);
    const BoardLayout &layout = m_view.boardLayout();
    QPoint cellsBy(cellsOf(by.x(), layout.columnPx), cellsOf(by.y(), layout.rowPx));
    const QList<qsizetype> which = selectedIndexes();
    if (which.size() == 1)
        cellsBy = editcells::snapped(m_start, which.first(), cellsBy);
    aim(editcells::moved(m_start, which, cellsBy));
}

void EditLayer::resizeTo(const QPoint &place)
{
    const qsizetype index = indexOf(m_pressedId);
    const BoardLayout &layout = m_view.boardLayout();
    const int dx = cellsOf(place.x() - m_pressed.x(), layout.columnPx);
    const int dy = cellsOf(place.y() - m_pressed.y(), layout.rowPx);
    QRect wanted = m_start[index];
    if (m_edges & Qt::LeftEdge)
        wanted.setLeft(wanted.left() + dx);
    if (m_edges & Qt::RightEdge)
        wanted.setRight(std::min(wanted.right() + dx, editcells::kColumns - 1));
    if (m_edges & Qt::TopEdge)
        wanted.setTop(wanted.top() + dy);
    if (m_edges & Qt::BottomEdge)
        wanted.setBottom(wanted.bottom() + dy);
    const QList<QRect> result = editcells::resized(m_start, index, wanted);
    const QHash<QString, QRect> lifted{{m_pressedId, layout.rectOf(result[index])}};
    if (lifted != m_lifted) {
        m_lifted = lifted;
        m_view.lift(m_lifted);
    }
    aim(result);
}

void EditLayer::bandTo(const QPoint &place)
{
    m_band = QRect(m_pressed, place).normalized();
    QStringList chosen = m_bandBefore;
    const QList<TileSpec> &specs = m_view.specs();
    for (qsizetype i = 0; i < specs.size(); ++i) {
        if (m_view.boardLayout().rects[i].intersects(m_band) && !chosen.contains(specs[i].id))
            chosen << specs[i].id;
    }
    select(chosen);
    update();
}

// Where everything would stand. The place shows at once, the others wait until the pointer rests.
void EditLayer::aim(const QList<QRect> &result)
{
    if (result != m_target) {
        m_target = result;
        m_room.start();
    }
    update();
}

void EditLayer::makeRoom()
{
    if (m_hand == Hand::Moving || m_hand == Hand::Resizing || m_hand == Hand::NewTile)
        m_view.setPreview(m_hand == Hand::NewTile ? m_target.first(m_start.size()) : m_target);
}

void EditLayer::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Hand hand = m_hand;
    if (hand == Hand::Pressed && m_selectOnRelease)
        select({m_pressedId});
    if (hand == Hand::Moving || hand == Hand::Resizing) {
        const QList<QRect> result = m_target;
        const bool changed = result != m_start;
        putDown();
        if (changed)
            emitArranged(result, hand == Hand::Moving ? tr("move") : tr("resize"));
    }
    m_hand = Hand::Empty;
    m_band = {};
    updatePointer(event->pos());
    update();
}

void EditLayer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (tileAt(event->pos()) >= 0)
        emit optionsWanted();
}

void EditLayer::contextMenuEvent(QContextMenuEvent *event)
{
    const qsizetype index = tileAt(event->pos());
    Tile *tile = index < 0 ? nullptr : m_view.tile(m_view.specs()[index].id);
    if (tile) {
        pickTile(*tile);
        QContextMenuEvent forTile(QContextMenuEvent::Mouse, event->pos() - tile->pos(), event->globalPos());
        QCoreApplication::sendEvent(tile, &forTile);
    }
}

// What is in the hand is let go; the caller says where it lands.
void EditLayer::putDown()
{
    m_room.stop();
    m_hand = Hand::Empty;
    m_lifted.clear();
    m_slot.reset();
    m_view.lift({});
    m_view.setPreview({});
    raise();
    update();
}

void EditLayer::cancel()
{
    putDown();
    m_band = {};
    setCursor(Qt::ArrowCursor);
}

void EditLayer::hoverNew(const QSize &size, const QPoint &global)
{
    const QPoint place = mapFromGlobal(global);
    if (!m_view.viewport()->rect().contains(m_view.viewport()->mapFromGlobal(global))) {
        leaveNew();
        return;
    }
    if (m_hand != Hand::NewTile) {
        m_hand = Hand::NewTile;
        m_start = m_target = cells();
    }
    const QPointF cell = m_view.boardLayout().cellAt(place);
    // The tile hangs at the middle of its header.
    const QPoint corner(int(std::lround(cell.x() - size.width() / 2.0)), int(std::floor(cell.y())));
    const QList<QRect> result = editcells::inserted(m_start, QRect(corner, size));
    m_slot = result.last();
    m_view.ensureVisible(place.x(), place.y(), 0, kScrollMargin);
    aim(result);
}

std::optional<QRect> EditLayer::dropNew(const QPoint &global)
{
    if (!m_view.viewport()->rect().contains(m_view.viewport()->mapFromGlobal(global)))
        leaveNew();
    const std::optional<QRect> slot = m_hand == Hand::NewTile ? m_slot : std::nullopt;
    leaveNew();
    return slot;
}

void EditLayer::leaveNew()
{
    if (m_hand == Hand::NewTile)
        cancel();
}

void EditLayer::updatePointer(const QPoint &place)
{
    if (m_hand == Hand::Moving || m_hand == Hand::Pressed)
        setCursor(Qt::ClosedHandCursor);
    else if (const Edges edges = m_hand == Hand::Resizing ? m_edges : handleAt(place))
        setCursor(shapeOf(edges));
    else
        setCursor(tileAt(place) >= 0 ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

} // namespace hookboard
