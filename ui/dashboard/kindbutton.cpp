#include "ui/dashboard/kindbutton.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kKindTextLeft = 44;
constexpr int kKindMargin = 8;

} // namespace

KindButton::KindButton(const TileKindInfo &info, QWidget *parent)
    : QAbstractButton(parent)
    , m_info(info)
{
    setObjectName(u"addKind-"_s + info.iconName);
    setText(info.word);
    setAccessibleName(tr("Add %1: %2").arg(info.word, info.purpose));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize KindButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {160, theme.lineHeight(TypeRole::BodyStrong) + theme.lineHeight(TypeRole::Caption) + 5};
}

void KindButton::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QAbstractButton::mousePressEvent(event);
}

void KindButton::mouseMoveEvent(QMouseEvent *event)
{
    const bool far = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!m_dragging && event->buttons() & Qt::LeftButton && far && !rect().contains(event->pos())) {
        m_dragging = true;
        setDown(false);
        setCursor(Qt::ClosedHandCursor);
        setFocus(Qt::MouseFocusReason); // for Esc
    }
    if (m_dragging) {
        emit dragged(event->globalPosition().toPoint());
    } else {
        QAbstractButton::mouseMoveEvent(event);
    }
}

void KindButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_dragging) {
        endDrag();
        emit dropped(event->globalPosition().toPoint());
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void KindButton::keyPressEvent(QKeyEvent *event)
{
    if (m_dragging && event->key() == Qt::Key_Escape) {
        endDrag();
        emit dragCancelled();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void KindButton::endDrag()
{
    m_dragging = false;
    unsetCursor();
}

void KindButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect item = rect().adjusted(kKindMargin, 0, -kKindMargin, 0);
    if (isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(isDown() ? Colour::Pressed : Colour::Hover));
        painter.drawRoundedRect(item, theme.metrics().radiusControl, theme.metrics().radiusControl);
    }
    const auto mirrored = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int icon = theme.metrics().iconRail;
    paintIcon(painter, m_info.iconName, theme.colour(Colour::Text),
              mirrored(QRect(kKindMargin + 8, (height() - icon) / 2, icon, icon)), icon);
    const int strong = theme.lineHeight(TypeRole::BodyStrong);
    const int top = (height() - strong - theme.lineHeight(TypeRole::Caption)) / 2;
    const QRect word(kKindTextLeft, top, width() - kKindTextLeft - kKindMargin, strong);
    painter.setFont(theme.font(TypeRole::BodyStrong));
    painter.setPen(theme.colour(Colour::Text));
    painter.drawText(mirrored(word), Qt::AlignVCenter | Qt::AlignLeading, m_info.word);
    painter.setFont(theme.font(TypeRole::Caption));
    painter.setPen(theme.colour(Colour::TextSecondary));
    painter.drawText(mirrored(word.translated(0, strong - 1)), Qt::AlignVCenter | Qt::AlignLeading,
                     elidedPlain(painter.fontMetrics(), m_info.purpose, word.width()));
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.rect = item.adjusted(1, 1, -1, -1);
    if (focus.state.testFlags(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange)) {
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

} // namespace hookboard
