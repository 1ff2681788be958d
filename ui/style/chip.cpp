#include "ui/style/chip.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

namespace hookboard {

namespace {

constexpr int kPaddingLeft = 5;
constexpr int kPaddingRight = 7;
constexpr int kIconOnlyPadding = 3;
constexpr int kIconGap = 4;
constexpr int kChipIconSize = 14;

} // namespace

QSize chipSize(const Theme &theme, const ChipLook &look, bool iconOnly)
{
    const int height = theme.metrics().chip;
    if (iconOnly || look.word.isEmpty())
        return {kChipIconSize + 2 * kIconOnlyPadding, height};
    const int iconWidth = look.icon.isEmpty() ? 0 : kChipIconSize + kIconGap;
    const int left = look.icon.isEmpty() ? kPaddingRight : kPaddingLeft;
    const QFontMetrics metrics(theme.font(TypeRole::Chip));
    return {left + iconWidth + metrics.horizontalAdvance(plainLine(look.word)) + kPaddingRight, height};
}

void paintChip(QPainter &painter, const Theme &theme, const ChipLook &look, const QRect &rect, bool iconOnly)
{
    const bool withWord = !iconOnly && !look.word.isEmpty();
    QSize size = chipSize(theme, look, iconOnly);
    size.setWidth(std::min(size.width(), rect.width()));
    const Qt::LayoutDirection direction = painter.layoutDirection();
    const int left = direction == Qt::RightToLeft ? rect.right() + 1 - size.width() : rect.left();
    const QRect chip(QPoint(left, rect.top() + (rect.height() - size.height()) / 2), size);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.toneTint(look.tone));
    painter.drawRoundedRect(chip, theme.metrics().radiusChip, theme.metrics().radiusChip);

    const QColor ink = theme.toneText(look.tone);
    if (!withWord) {
        paintIcon(painter, look.icon, ink, chip, kChipIconSize);
    } else {
        QRect word = chip.adjusted(look.icon.isEmpty() ? kPaddingRight : kPaddingLeft, 0, -kPaddingRight + 1, 0);
        if (!look.icon.isEmpty()) {
            const QRect logical(word.left(), chip.top(), kChipIconSize, chip.height());
            paintIcon(painter, look.icon, ink, QStyle::visualRect(direction, chip, logical), kChipIconSize);
            word.setLeft(word.left() + kChipIconSize + kIconGap);
        }
        painter.setFont(theme.font(TypeRole::Chip));
        painter.setPen(ink);
        const QString text = elidedPlain(painter.fontMetrics(), look.word, word.width());
        painter.drawText(QStyle::visualRect(direction, chip, word),
                         Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, text);
    }
    painter.restore();
}

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setLook(const ChipLook &look)
{
    if (m_look == look)
        return;
    m_look = look;
    setAccessibleName(plainLine(look.word));
    setToolTip(m_iconOnly ? plainTooltip(look.word) : QString());
    updateGeometry();
    update();
}

void Chip::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    setToolTip(m_iconOnly ? plainTooltip(m_look.word) : QString());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(themeOf(this), m_look, m_iconOnly);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintChip(painter, themeOf(this), m_look, rect(), m_iconOnly);
}

} // namespace hookboard
