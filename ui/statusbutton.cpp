#include "ui/statusbutton.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"
#include "ui/tablelook.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kPadding = 8;
constexpr int kIcon = 16;
constexpr int kGap = 6;
constexpr int kSparkline = 44;
constexpr int kWidest = 460; // of one entry; the rest is elided and told by the tooltip

} // namespace

StatusButton::StatusButton(const QString &name, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setObjectName(name);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void StatusButton::setEntry(const StatusEntry &entry)
{
    const bool resized = entry.text != m_entry.text || entry.brief != m_entry.brief;
    if (!resized && entry.tone == m_entry.tone && entry.detail == m_entry.detail) {
        return;
    }
    m_entry = entry;
    setAccessibleName(plainLine(entry.text));
    setAccessibleDescription(plainLine(entry.detail));
    setToolTip(plainTooltip(entry.detail.isEmpty() ? entry.text : entry.text + u'\n' + entry.detail));
    if (resized) {
        updateGeometry();
    }
    update();
}

void StatusButton::setBrief(bool brief)
{
    if (m_brief != brief) {
        m_brief = brief;
        updateGeometry();
        update();
    }
}

void StatusButton::setSparkline(const QList<float> &values)
{
    m_values = values;
    update();
}

QString StatusButton::shownIcon() const
{
    switch (m_entry.tone) {
    case StatusTone::Good:
        return u"ok"_s;
    case StatusTone::Warning:
        return m_iconName.isEmpty() ? u"warning"_s : m_iconName;
    case StatusTone::Trouble:
        return u"error"_s;
    case StatusTone::Plain:
        break;
    }
    return m_iconName;
}

int StatusButton::widthFor(bool brief) const
{
    const QFontMetrics metrics(themeOf(this).font(TypeRole::Label));
    int wide = metrics.horizontalAdvance(plainLine(brief ? m_entry.brief : m_entry.text)) + 2 * kPadding + 1;
    wide += shownIcon().isEmpty() ? 0 : kIcon + kGap;
    wide += m_values.isEmpty() || brief ? 0 : kSparkline + kGap;
    return std::min(wide, kWidest);
}

QSize StatusButton::sizeHint() const
{
    return {widthFor(m_brief), themeOf(this).metrics().statusLine};
}

void StatusButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (underMouse() || isDown()) {
        painter.fillRect(rect(), theme.colour(isDown() ? Colour::Pressed : Colour::Hover));
    }
    const bool trouble = m_entry.tone == StatusTone::Trouble;
    const bool warning = m_entry.tone == StatusTone::Warning;
    const QColor ink = trouble   ? theme.toneText(Tone::Error)
                       : warning ? theme.toneText(Tone::Warn)
                                 : theme.colour(Colour::TextSecondary);
    const auto mirrored = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    int left = kPadding;
    if (const QString icon = shownIcon(); !icon.isEmpty()) {
        const QColor colour = m_entry.tone == StatusTone::Good ? theme.toneText(Tone::Ok) : ink;
        paintIcon(painter, icon, colour, mirrored({left, (height() - kIcon) / 2, kIcon, kIcon}), kIcon);
        left += kIcon + kGap;
    }
    int right = width() - kPadding;
    if (!m_values.isEmpty() && !m_brief) {
        const QRect line = mirrored({right - kSparkline, 6, kSparkline, height() - 12});
        paintSparkline(painter, theme, line, m_values, ink, false);
        right -= kSparkline + kGap;
    }
    painter.setFont(theme.font(TypeRole::Label));
    painter.setPen(ink);
    const QRect text(left, 0, right - left + 1, height());
    painter.drawText(mirrored(text), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     elidedPlain(painter.fontMetrics(), words(), text.width()));
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.rect = rect().adjusted(2, 2, -2, -2);
    if (focus.state.testFlags(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange)) {
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

} // namespace hookboard
