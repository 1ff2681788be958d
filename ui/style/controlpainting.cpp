#include "ui/style/controlpainting.h"

#include "ui/style/buttons.h"
#include "ui/style/icons.h"

#include <QtCore/QVariant>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QStyleOptionComplex>
#include <QtWidgets/QWidget>

using namespace Qt::Literals::StringLiterals;

namespace hookboard::controls {

namespace {

constexpr int kIconSize = 16;
constexpr int kIconGap = 6;
constexpr int kFieldPadding = 8;
constexpr int kFieldTextLeft = 6;
constexpr int kLineEditMargin = 3; // what a line edit keeps free by itself
constexpr int kStepperWidth = 22;
constexpr char kWrongProperty[] = "hookboardWrong";

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool keyboardFocus(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

QColor fieldEdge(const Theme &theme, const QStyleOption &option, const QWidget *widget)
{
    if (!has(option, QStyle::State_Enabled))
        return theme.colour(Colour::Border);
    return theme.colour(widget && widget->property(kWrongProperty).toBool() ? Colour::ErrorFill : Colour::BorderStrong);
}

} // namespace

void frame(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, width));
    painter.setBrush(fill);
    const qreal inset = edge.alpha() == 0 ? 0 : width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void focusRing(QPainter &painter, const Theme &theme, const QRect &rect, qreal radius)
{
    frame(painter, rect, radius, Qt::transparent, theme.colour(Colour::Focus), 2);
}

void buttonPanel(QPainter &painter, const Theme &theme, const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hover = enabled && has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken);
    const bool on = has(option, QStyle::State_On);
    const ButtonKind kind = buttonKind(widget);

    QColor fill = theme.colour(Colour::Surface);
    QColor edge = theme.colour(enabled ? Colour::BorderStrong : Colour::Border);
    if (kind == ButtonKind::Primary && enabled) {
        fill = theme.colour(hover || down ? Colour::AccentHover : Colour::Accent);
        edge = fill;
    } else if (on) {
        fill = theme.colour(Colour::Selection);
        edge = theme.colour(Colour::SelectionBorder);
    } else if (down) {
        fill = theme.colour(Colour::Pressed);
    } else if (hover) {
        fill = theme.colour(Colour::Hover);
    } else if (kind == ButtonKind::Flat) {
        fill = Qt::transparent;
    }
    if (kind == ButtonKind::Flat && !on)
        edge = Qt::transparent;
    const int radius = theme.metrics().radiusControl;
    frame(painter, option.rect, radius, fill, edge);
    if (keyboardFocus(option))
        focusRing(painter, theme, option.rect, radius);
    if (keyboardFocus(option) && kind == ButtonKind::Primary) {
        // The ring has the colour of the fill, so a line of the label's colour parts them.
        frame(painter, option.rect.adjusted(2, 2, -2, -2), radius - 2, Qt::transparent,
              theme.colour(Colour::TextOnAccent));
    }
}

void buttonLabel(QPainter &painter, const Theme &theme, const QStyleOptionButton &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool primary = buttonKind(widget) == ButtonKind::Primary;
    QColor ink = theme.colour(enabled ? Colour::Text : Colour::TextDisabled);
    if (primary && enabled)
        ink = theme.colour(Colour::TextOnAccent);
    QFont font = painter.font();
    font.setWeight(primary ? QFont::DemiBold : QFont::Medium);
    painter.save();
    painter.setFont(font);
    painter.setPen(ink);

    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const bool iconed = !option.icon.isNull();
    const int textWidth = painter.fontMetrics().size(Qt::TextShowMnemonic, option.text).width();
    const int iconWidth = iconed ? kIconSize + (option.text.isEmpty() ? 0 : kIconGap) : 0;
    const int menuWidth = menu ? kIconSize + kIconGap : 0;
    const int used = std::min(iconWidth + textWidth + menuWidth, option.rect.width() - 8);
    QRect content(option.rect.left() + (option.rect.width() - used) / 2, option.rect.top(), used, option.rect.height());
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    if (iconed) {
        const QRect place(content.left(), content.top(), kIconSize, content.height());
        const QString name = option.icon.name();
        paintIcon(painter, name, ink, mirrored(place), kIconSize);
        content.setLeft(content.left() + iconWidth);
    }
    if (menu) {
        const QRect place(content.right() + 1 - kIconSize, content.top(), kIconSize, content.height());
        paintIcon(painter, u"chevron-down"_s, ink, mirrored(place), kIconSize);
        content.setRight(content.right() - menuWidth);
    }
    painter.drawText(mirrored(content), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     option.text);
    painter.restore();
}

void toolButtonPanel(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    const bool hover = has(option, QStyle::State_Enabled) && has(option, QStyle::State_MouseOver);
    const bool on = has(option, QStyle::State_On);
    const int radius = theme.metrics().radiusControl;
    QColor fill = Qt::transparent;
    QColor edge = has(option, QStyle::State_AutoRaise) ? QColor(Qt::transparent) : theme.colour(Colour::BorderStrong);
    if (on) {
        fill = theme.colour(Colour::Selection);
        edge = theme.colour(Colour::SelectionBorder);
    } else if (has(option, QStyle::State_Sunken)) {
        fill = theme.colour(Colour::Pressed);
    } else if (hover) {
        fill = theme.colour(Colour::Hover);
    } else if (!has(option, QStyle::State_AutoRaise)) {
        fill = theme.colour(Colour::Surface);
    }
    frame(painter, option.rect, radius, fill, edge);
    if (keyboardFocus(option))
        focusRing(painter, theme, option.rect, radius);
}

void setWrong(QWidget &field, bool wrong)
{
    field.setProperty(kWrongProperty, wrong);
    field.update();
}

void lineEditPanel(QPainter &painter, const Theme &theme, const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const int radius = theme.metrics().radiusControl;
    frame(painter, option.rect, radius, theme.colour(enabled ? Colour::Surface : Colour::Sunken),
          fieldEdge(theme, option, widget));
    if (has(option, QStyle::State_HasFocus))
        focusRing(painter, theme, option.rect, radius);
}

void comboBox(QPainter &painter, const Theme &theme, const QStyleOptionComboBox &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const int radius = theme.metrics().radiusControl;
    QColor fill = theme.colour(enabled ? Colour::Surface : Colour::Sunken);
    if (enabled && !option.editable && has(option, QStyle::State_MouseOver))
        fill = theme.colour(Colour::Hover);
    frame(painter, option.rect, radius, fill, fieldEdge(theme, option, widget));
    if (option.editable ? has(option, QStyle::State_HasFocus) : keyboardFocus(option))
        focusRing(painter, theme, option.rect, radius);
    const QRect arrow(option.rect.right() - kIconSize - kFieldPadding + 3, option.rect.top(), kIconSize,
                      option.rect.height());
    paintIcon(painter, u"chevron-down"_s, theme.colour(enabled ? Colour::TextSecondary : Colour::TextDisabled),
              QStyle::visualRect(option.direction, option.rect, arrow), kIconSize);
}

QRect comboBoxField(const QStyleOptionComplex &option)
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    const int left = combo && combo->editable ? kFieldTextLeft - kLineEditMargin : kFieldTextLeft;
    const QRect field = option.rect.adjusted(left, 1, -kIconSize - kFieldPadding, -1);
    return QStyle::visualRect(option.direction, option.rect, field);
}

QRect spinBoxPart(const QStyleOptionComplex &option, QStyle::SubControl part)
{
    const QRect all = option.rect;
    const int left = all.right() - kStepperWidth;
    const int middle = all.center().y();
    QRect place = all;
    if (part == QStyle::SC_SpinBoxUp)
        place = QRect(QPoint(left, all.top() + 1), QPoint(all.right() - 1, middle));
    else if (part == QStyle::SC_SpinBoxDown)
        place = QRect(QPoint(left, middle + 1), QPoint(all.right() - 1, all.bottom() - 1));
    else if (part == QStyle::SC_SpinBoxEditField)
        place = QRect(QPoint(all.left() + kFieldTextLeft - 2, all.top() + 1), QPoint(left - 1, all.bottom() - 1));
    return QStyle::visualRect(option.direction, all, place);
}

void spinBox(QPainter &painter, const Theme &theme, const QStyleOptionSpinBox &option, const QWidget *widget)
{
    lineEditPanel(painter, theme, option, widget);
    for (const QStyle::SubControl part : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
        const bool up = part == QStyle::SC_SpinBoxUp;
        const bool able =
            has(option, QStyle::State_Enabled) &&
            option.stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const QRect place = spinBoxPart(option, part);
        if (able && option.activeSubControls == part) {
            const Colour fill = has(option, QStyle::State_Sunken) ? Colour::Pressed : Colour::Hover;
            frame(painter, place.adjusted(2, up ? 2 : 0, -2, up ? 0 : -2), theme.metrics().radiusChip - 1,
                  theme.colour(fill), Qt::transparent);
        }
        painter.save();
        painter.translate(QRectF(place).center() + QPointF(0, up ? 1 : -1));
        if (up)
            painter.rotate(180);
        paintIcon(painter, u"chevron-down"_s, theme.colour(able ? Colour::TextSecondary : Colour::TextDisabled),
                  QRectF(-6, -6, 12, 12), 12);
        painter.restore();
    }
}

void checkBox(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool marked = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QRectF box(option.rect.center().x() - 7.0, option.rect.center().y() - 7.0, 16, 16);
    const QColor edge = theme.colour(!enabled ? Colour::Border : marked ? Colour::Accent : Colour::BorderStrong);
    const QColor fill = marked && enabled ? edge : theme.colour(Colour::Surface);
    frame(painter, box, 3, fill, edge);
    if (marked) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = theme.colour(enabled ? Colour::TextOnAccent : Colour::TextDisabled);
        painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (has(option, QStyle::State_NoChange))
            painter.drawLine(box.topLeft() + QPointF(4, 8), box.topLeft() + QPointF(12, 8));
        else
            painter.drawPolyline(QPolygonF(
                {box.topLeft() + QPointF(4, 8.5), box.topLeft() + QPointF(7, 11.5), box.topLeft() + QPointF(12, 5)}));
        painter.restore();
    }
    if (keyboardFocus(option))
        focusRing(painter, theme, box.toRect().adjusted(-2, -2, 2, 2), 5);
}

void radioButton(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool marked = has(option, QStyle::State_On);
    const QRectF box(option.rect.center().x() - 7.0, option.rect.center().y() - 7.0, 16, 16);
    const QColor edge = theme.colour(!enabled ? Colour::Border : marked ? Colour::Accent : Colour::BorderStrong);
    frame(painter, box, 8, theme.colour(Colour::Surface), edge, marked ? 2 : 1);
    if (marked)
        frame(painter, box.adjusted(4, 4, -4, -4), 4, edge, Qt::transparent);
    if (keyboardFocus(option))
        focusRing(painter, theme, box.toRect().adjusted(-2, -2, 2, 2), 10);
}

} // namespace hookboard::controls
