// TabularText: draws text so that every digit takes the same width, also with fonts whose digits differ and with a Qt
// that cannot ask the font for tabular figures. Made once per paint pass and font. GUI thread.
#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QFont>
#include <QtGui/QFontMetricsF>

class QPainter;

namespace hookboard {

class TabularText
{
public:
    explicit TabularText(const QFont &font);

    const QFontMetricsF &metrics() const { return m_metrics; }
    qreal advance(const QString &text) const;
    // One line; vertically and horizontally aligned in `rect`. Leading and trailing follow the painter's direction.
    void draw(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text) const;

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    qreal m_cell = 0; // widest digit
    bool m_even = true;
};

} // namespace hookboard
