#include "ui/railbutton.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMargin = 8;    // rail edge to item
constexpr int kIconLeft = 16; // rail edge to icon
constexpr int kTextLeft = 46; // rail edge to word

} // namespace

RailButton::RailButton(const QString &iconName, const QString &word, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setWord(word);
}

void RailButton::setWord(const QString &word)
{
    m_word = word;
    updateNames();
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateNames();
    updateGeometry();
    update();
}

void RailButton::setBadge(quint64 count, Tone tone, const QString &meaning)
{
    if (m_badge == count && m_badgeTone == tone && m_badgeMeaning == meaning) {
        return;
    }
    m_badge = count;
    m_badgeTone = tone;
    m_badgeMeaning = meaning;
    updateNames();
    update();
}

void RailButton::updateNames()
{
    const QString meaning = m_badge > 0 ? m_badgeMeaning : QString();
    const QString word = plainLine(m_word);
    setAccessibleName(meaning.isEmpty() ? word : word + u", "_s + meaning);
    if (m_narrow) {
        setToolTip(plainTooltip(accessibleName()));
    } else {
        setToolTip(plainTooltip(meaning));
    }
}

QString RailButton::badgeText() const
{
    return m_badge > 99 ? u"99+"_s : locale().toString(m_badge);
}

QSize RailButton::sizeHint() const
{
    const Metrics &metrics = themeOf(this).metrics();
    return {m_narrow ? metrics.railNarrow : metrics.railWide, metrics.railItem + 2};
}

bool RailButton::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        update();
    }
    return QAbstractButton::event(event);
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect item = rect().adjusted(m_narrow ? 6 : kMargin, 1, m_narrow ? -6 : -kMargin, -1);
    if (isChecked() || isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(isChecked() ? Colour::Selection : isDown() ? Colour::Pressed : Colour::Hover));
        painter.drawRoundedRect(item, 5, 5);
    }
    if (isChecked()) {
        const QRect bar(item.left(), item.top() + 6, 3, item.height() - 12);
        painter.setBrush(theme.colour(Colour::SelectionBorder));
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), 1.5, 1.5);
    }
    m_narrow ? paintNarrow(painter) : paintWide(painter);
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.rect = item.adjusted(1, 1, -1, -1);
    if (focus.state.testFlags(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange)) {
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void RailButton::paintWide(QPainter &painter)
{
    const Theme &theme = themeOf(this);
    const QColor ink = theme.colour(isChecked() ? Colour::SelectionText : Colour::TextSecondary);
    const int size = theme.metrics().iconRail;
    const QRect icon(kIconLeft, (height() - size) / 2, size, size);
    paintIcon(painter, m_iconName, ink, QStyle::visualRect(layoutDirection(), rect(), icon), size);

    int right = width() - kMargin - 8;
    if (m_badge > 0) {
        painter.setFont(theme.font(TypeRole::Chip));
        const int wide = std::max(20, painter.fontMetrics().horizontalAdvance(badgeText()) + 12);
        const QRect badge(right - wide + 4, (height() - theme.metrics().chip) / 2, wide, theme.metrics().chip);
        paintBadge(painter, QStyle::visualRect(layoutDirection(), rect(), badge));
        right = badge.left() - 4;
    }
    painter.setFont(theme.font(isChecked() ? TypeRole::BodyStrong : TypeRole::Body));
    painter.setPen(ink);
    const QRect word(kTextLeft, 0, right - kTextLeft, height());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), word),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     elidedPlain(painter.fontMetrics(), m_word, word.width()));
}

void RailButton::paintNarrow(QPainter &painter)
{
    const Theme &theme = themeOf(this);
    const QColor ink = theme.colour(isChecked() ? Colour::SelectionText : Colour::TextSecondary);
    const int size = theme.metrics().iconRail;
    paintIcon(painter, m_iconName, ink, QRect((width() - size) / 2, (height() - size) / 2, size, size), size);
    if (m_badge > 0) {
        painter.setFont(theme.font(TypeRole::Chip));
        const int wide = std::max(15, painter.fontMetrics().horizontalAdvance(badgeText()) + 6);
        paintBadge(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(width() - wide - 3, 1, wide, 15)));
    }
}

void RailButton::paintBadge(QPainter &painter, const QRect &rect)
{
    const Theme &theme = themeOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.toneTint(m_badgeTone));
    painter.drawRoundedRect(rect, theme.metrics().radiusChip, theme.metrics().radiusChip);
    painter.setPen(theme.toneText(m_badgeTone));
    painter.drawText(rect, Qt::AlignCenter, badgeText());
}

} // namespace hookboard
