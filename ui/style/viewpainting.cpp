// The parts of controlpainting.h that belong to views, menus and scroll bars.
#include "ui/style/controlpainting.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionComplex>

using namespace Qt::Literals::StringLiterals;

namespace hookboard::controls {

namespace {

constexpr int kIconSize = 16;
constexpr int kMenuPadding = 4;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

void headerSection(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, theme.colour(Colour::Sunken));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     theme.colour(Colour::Border));
}

void headerLabel(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option)
{
    painter.save();
    painter.setFont(theme.font(TypeRole::LabelStrong));
    painter.setPen(theme.colour(Colour::TextSecondary));
    QRect rect = option.rect; // without PM_HeaderMargin on both sides
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    if (sorted)
        rect.setRight(rect.right() - kIconSize);
    const QString text = elidedPlain(painter.fontMetrics(), option.text, rect.width());
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, option.textAlignment) | Qt::AlignVCenter;
    const QRect textRect = QStyle::visualRect(option.direction, option.rect, rect);
    painter.drawText(textRect, int(alignment) | Qt::TextSingleLine, text);
    if (sorted) {
        QRect bounds = painter.boundingRect(textRect, int(alignment) | Qt::TextSingleLine, text);
        const QPoint place(bounds.right() + 2, option.rect.top());
        painter.translate(QRectF(place, QSizeF(kIconSize, option.rect.height())).center());
        if (option.sortIndicator == QStyleOptionHeader::SortUp)
            painter.rotate(180);
        paintIcon(painter, u"chevron-down"_s, theme.colour(Colour::TextSecondary), QRectF(-8, -8, 16, 16), 12);
    }
    painter.restore();
}

void tabShape(QPainter &painter, const Theme &theme, const QStyleOptionTab &option)
{
    const bool selected = has(option, QStyle::State_Selected);
    if (!selected && has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter.fillRect(option.rect.adjusted(0, 0, 0, -1), theme.colour(Colour::Hover));
    if (selected)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                         theme.colour(Colour::SelectionBorder));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, theme, option.rect.adjusted(1, 2, -1, -2), theme.metrics().radiusControl);
}

void tabLabel(QPainter &painter, const Theme &theme, const QStyleOptionTab &option)
{
    const bool selected = has(option, QStyle::State_Selected);
    painter.save();
    painter.setFont(theme.font(selected ? TypeRole::BodyStrong : TypeRole::Body));
    painter.setPen(theme.colour(!has(option, QStyle::State_Enabled) ? Colour::TextDisabled
                                : selected                          ? Colour::Text
                                                                    : Colour::TextSecondary));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    painter.restore();
}

void menuPanel(QPainter &painter, const Theme &theme, const QRect &rect)
{
    painter.fillRect(rect, theme.colour(Colour::Raised));
    painter.save();
    painter.setPen(theme.colour(Colour::Border));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void menuItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(option.rect.left() + kMenuPadding, option.rect.center().y(),
                               option.rect.width() - 2 * kMenuPadding, 1),
                         theme.colour(Colour::Border));
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected) && enabled)
        frame(painter, option.rect.adjusted(kMenuPadding, 0, -kMenuPadding, 0), theme.metrics().radiusChip,
              theme.colour(Colour::Selection), Qt::transparent);
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QColor ink = theme.colour(enabled ? Colour::Text : Colour::TextDisabled);
    const QColor quiet = theme.colour(enabled ? Colour::TextSecondary : Colour::TextDisabled);
    const QRect row = option.rect;
    const QRect iconRect(row.left() + 12, row.top(), kIconSize, row.height());
    if (option.checked)
        paintIcon(painter, u"ok"_s, theme.colour(Colour::Link), mirrored(iconRect), kIconSize);
    else if (!option.icon.isNull() && !option.icon.name().isEmpty())
        paintIcon(painter, option.icon.name(), quiet, mirrored(iconRect), kIconSize);

    painter.save();
    painter.setFont(option.font);
    const QStringList parts = option.text.split(u'\t');
    const QRect text = row.adjusted(36, 0, -12, 0);
    painter.setPen(ink);
    painter.drawText(mirrored(text), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     parts.first());
    if (parts.size() > 1) {
        painter.setPen(quiet);
        painter.drawText(mirrored(text), Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, parts.at(1));
    }
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, u"chevron-right"_s, quiet,
                  mirrored(QRect(row.right() - 24, row.top(), kIconSize, row.height())), kIconSize);
}

void menuBarItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option)
{
    painter.fillRect(option.rect, theme.colour(Colour::Rail));
    if (has(option, QStyle::State_Selected) || has(option, QStyle::State_Sunken))
        frame(painter, option.rect.adjusted(0, 2, 0, -2), theme.metrics().radiusChip, theme.colour(Colour::Pressed),
              Qt::transparent);
    painter.save();
    painter.setPen(theme.colour(has(option, QStyle::State_Enabled) ? Colour::Text : Colour::TextDisabled));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    painter.restore();
}

void scrollBar(QPainter &painter, const Theme &theme, const QStyleOptionSlider &option, const QRect &handle)
{
    if (!has(option, QStyle::State_Enabled) || option.maximum <= option.minimum)
        return;
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    const bool vertical = option.orientation == Qt::Vertical;
    const QRectF bar = vertical ? QRectF(handle).adjusted(2, 2, -2, -2) : QRectF(handle).adjusted(2, 2, -2, -2);
    const qreal radius = (vertical ? bar.width() : bar.height()) / 2;
    frame(painter, bar, radius, theme.colour(active ? Colour::TextSecondary : Colour::BorderStrong), Qt::transparent);
}

void itemRow(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    if (has(option, QStyle::State_Selected))
        painter.fillRect(option.rect, theme.colour(Colour::Selection));
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter.fillRect(option.rect, theme.colour(Colour::Hover));
}

} // namespace hookboard::controls
