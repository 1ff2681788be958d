// What Tile does with pointer, keys and focus: the way to the events behind a place, the address to copy, the menu.
#include "ui/dashboard/tile.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QEnterEvent>
#include <QtGui/QFocusEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

#include <utility>

namespace hookboard {

void Tile::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_hovered = true;
    updateMenuButton();
}

void Tile::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = false;
    updateMenuButton();
}

void Tile::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                      event->reason() == Qt::ShortcutFocusReason;
    updateMenuButton();
    update();
}

void Tile::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_keyboardFocus = false;
    updateMenuButton();
    update();
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Menu:
        openMenu(mapToGlobal(m_menuButton->geometry().bottomLeft()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier) {
            requestOrigin(originAtFocus());
            return;
        }
        emit editRequested(m_spec.id);
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Tile::contextMenuEvent(QContextMenuEvent *event)
{
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard
                             ? mapToGlobal(m_menuButton->geometry().bottomLeft())
                             : event->globalPos();
    openMenu(place);
}

std::optional<NamedOrigin> Tile::originAt(const QPoint &) const
{
    return std::nullopt;
}

std::optional<NamedOrigin> Tile::originAtFocus() const
{
    return originOfWindow(facts());
}

void Tile::requestOrigin(const std::optional<NamedOrigin> &origin)
{
    if (origin)
        emit originRequested(origin->events, origin->words);
}

void Tile::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier
                    ? std::optional(event->position().toPoint())
                    : std::nullopt;
    QWidget::mousePressEvent(event);
}

void Tile::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton) {
        const QPoint place = event->position().toPoint();
        const bool leads = showsBody() ? originAt(place).has_value() : isOnAddress(place);
        if (leads)
            setCursor(Qt::PointingHandCursor);
        else
            unsetCursor();
    }
    QWidget::mouseMoveEvent(event);
}

void Tile::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<QPoint> pressed = std::exchange(m_pressed, std::nullopt);
    const QPoint place = event->position().toPoint();
    if (pressed && (place - *pressed).manhattanLength() < QApplication::startDragDistance()) {
        if (showsBody())
            requestOrigin(originAt(place));
        else if (isOnAddress(place))
            emit actionRequested(m_spec.id, TileAction::CopyAddress);
    }
    QWidget::mouseReleaseEvent(event);
}

void Tile::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (headerRect().contains(event->pos()))
        emit editRequested(m_spec.id);
}

} // namespace hookboard
