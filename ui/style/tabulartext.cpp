#include "ui/style/tabulartext.h"

#include <QtCore/QHash>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

struct Digits
{
    qreal cell = 0; // of the widest
    bool even = true;
};

constexpr qsizetype kFontsKnown = 64;

// Measuring ten digits costs more than drawing a number, and a window has few fonts. GUI thread, as all of this.
Digits digitsOf(const QFont &font, const QFontMetricsF &metrics)
{
    static QHash<QFont, Digits> known;
    const auto found = known.constFind(font);
    if (found != known.cend())
        return *found;
    Digits digits;
    qreal narrowest = 1e9;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        const qreal width = metrics.horizontalAdvance(QString(QChar(digit)));
        digits.cell = std::max(digits.cell, width);
        narrowest = std::min(narrowest, width);
    }
    digits.even = digits.cell - narrowest < 0.01;
    if (known.size() >= kFontsKnown)
        known.clear();
    known.insert(font, digits);
    return digits;
}

} // namespace

TabularText::TabularText(const QFont &font)
    : m_font(font)
    , m_metrics(font)
{
    const Digits digits = digitsOf(m_font, m_metrics);
    m_cell = digits.cell;
    m_even = digits.even;
}

qreal TabularText::advance(const QString &text) const
{
    if (m_even)
        return m_metrics.horizontalAdvance(text);
    qreal width = 0;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isDigit(text[i]))
            continue;
        if (i > from)
            width += m_metrics.horizontalAdvance(text.mid(from, i - from));
        if (i < text.size())
            width += m_cell;
        from = i + 1;
    }
    return width;
}

void TabularText::draw(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text) const
{
    painter.setFont(m_font);
    const bool digits = std::any_of(text.begin(), text.end(), isDigit);
    if (m_even || !digits || text.isRightToLeft()) {
        painter.drawText(rect, int(alignment) | Qt::TextSingleLine, text);
        return;
    }
    alignment = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - advance(text);
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - advance(text) / 2;
    qreal y = rect.top() + m_metrics.ascent();
    if (alignment & Qt::AlignVCenter)
        y = rect.center().y() + (m_metrics.ascent() - m_metrics.descent()) / 2;
    else if (alignment & Qt::AlignBottom)
        y = rect.bottom() - m_metrics.descent();
    y = std::round(y);

    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isDigit(text[i]))
            continue;
        if (i > from) {
            const QString run = text.mid(from, i - from);
            painter.drawText(QPointF(x, y), run);
            x += m_metrics.horizontalAdvance(run);
        }
        if (i < text.size()) {
            const QString digit(text[i]);
            painter.drawText(QPointF(x + (m_cell - m_metrics.horizontalAdvance(digit)) / 2, y), digit);
            x += m_cell;
        }
        from = i + 1;
    }
}

} // namespace hookboard
