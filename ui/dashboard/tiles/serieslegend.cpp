#include "ui/dashboard/tiles/serieslegend.h"

#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kLegendSample = 24;
constexpr int kLegendSampleGap = 6;
constexpr int kLegendItemGap = 16;
constexpr int kLegendLabelMost = 150;
constexpr int kLegendRow = 22;
constexpr int kLegendTableRow = 20;
constexpr int kChartGap = 12;
constexpr int kRightFrom = 360;    // narrower tiles have their legend below in any case
constexpr qreal kRightMost = 0.45; // of the width
constexpr qreal kBelowMost = 0.4;  // of the height
constexpr int kLowestBody = 100;   // lower ones give all room to the chart

int textWidth(const QFontMetrics &metrics, const QString &text)
{
    return metrics.horizontalAdvance(text) + 2;
}

} // namespace

void SeriesLegend::set(Place place, const QList<LegendEntry> &entries, const QStringList &columns)
{
    m_place = place;
    m_entries = entries;
    m_columns = columns;
}

void SeriesLegend::layOut(const QRect &room, const Theme &theme)
{
    m_chart = room;
    m_rect = {};
    m_slots.clear();
    m_valueRights.clear();
    m_more = {};
    m_withValues = false;
    if (isEmpty() || room.height() < kLowestBody)
        return;
    if (m_place == Place::Bottom) {
        m_rect = QRect(room.left(), room.bottom() + 1 - kLegendRow, room.width(), kLegendRow);
        m_chart.setBottom(m_rect.top() - 1);
        layOutRow(theme);
    } else {
        layOutTable(theme);
    }
}

// In one row: when it is tight, first the values go, then it becomes "+3".
void SeriesLegend::layOutRow(const Theme &theme)
{
    const TabularText values(theme.font(TypeRole::LabelStrong));
    const QFontMetrics metrics(theme.font(TypeRole::Label));
    const QFontMetrics caption(theme.font(TypeRole::Caption));
    const int words = m_columns.isEmpty() ? 0 : textWidth(caption, m_columns.first()) + kLegendItemGap;
    QList<int> labels;
    QList<int> numbers;
    for (const LegendEntry &entry : std::as_const(m_entries)) {
        labels << textWidth(metrics, elidedPlain(metrics, entry.label, kLegendLabelMost));
        numbers << (entry.values.isEmpty()
                        ? 0
                        : kLegendSampleGap + int(std::ceil(values.advance(entry.values.first()))) + 1);
    }
    const auto sum = [](const QList<int> &list) { return std::accumulate(list.begin(), list.end(), 0); };
    const int full = sum(labels) + sum(numbers) +
                     int(m_entries.size()) * (kLegendSample + kLegendSampleGap + kLegendItemGap) + words;
    m_withValues = words > 0 && full - kLegendItemGap <= m_rect.width();
    const int moreWidth = textWidth(metrics, u"+88"_s);
    int x = m_rect.left();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const int width = kLegendSample + kLegendSampleGap + labels[i] + (m_withValues ? numbers[i] : 0);
        const bool last = i + 1 == m_entries.size();
        if (x + width + (last ? 0 : kLegendItemGap + moreWidth) > m_rect.right() + 1) {
            m_more = QRect(x, m_rect.top(), moreWidth, m_rect.height());
            return;
        }
        m_slots << Slot{QRect(x, m_rect.top(), width, m_rect.height()),
                        QRect(x + kLegendSample + kLegendSampleGap, m_rect.top(), labels[i], m_rect.height())};
        x += width + kLegendItemGap;
    }
}

// One line for each entry, at the right of wide tiles and below in others.
void SeriesLegend::layOutTable(const Theme &theme)
{
    const TabularText values(theme.font(TypeRole::LabelStrong));
    const QFontMetrics metrics(theme.font(TypeRole::Label));
    const QFontMetrics caption(theme.font(TypeRole::Caption));
    QList<int> widths;
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        int width = textWidth(caption, m_columns[column]);
        for (const LegendEntry &entry : std::as_const(m_entries))
            width = std::max(width, int(std::ceil(values.advance(entry.values.value(column)))) + 1);
        widths << width + kLegendItemGap;
    }
    int label = 0;
    for (const LegendEntry &entry : std::as_const(m_entries))
        label = std::max(label, textWidth(metrics, elidedPlain(metrics, entry.label, kLegendLabelMost)));
    const int labelled = kLegendSample + kLegendSampleGap + label;
    const bool right = m_chart.width() >= kRightFrom;
    const int most = right ? int(m_chart.width() * kRightMost) : m_chart.width();
    // The last columns go first.
    while (!widths.isEmpty() && labelled + std::accumulate(widths.begin(), widths.end(), 0) > most)
        widths.removeLast();
    m_withValues = !widths.isEmpty();
    const int header = m_withValues ? kLegendTableRow : 0;
    const int width = std::min(most, labelled + std::accumulate(widths.begin(), widths.end(), 0));
    if (right) {
        m_rect = QRect(m_chart.right() + 1 - width, m_chart.top(), width, m_chart.height());
        m_chart.setRight(m_rect.left() - kChartGap);
    } else {
        const int wanted = header + int(m_entries.size()) * kLegendTableRow + 4;
        const int height = std::min(wanted, int(m_chart.height() * kBelowMost));
        m_rect = QRect(m_chart.left(), m_chart.bottom() + 1 - height, m_chart.width(), height);
        m_chart.setBottom(m_rect.top() - 1);
    }
    int x = m_rect.right() + 1;
    for (qsizetype column = widths.size() - 1; column >= 0; --column) {
        m_valueRights.prepend(x);
        x -= widths[column];
    }
    int y = m_rect.top() + header;
    for (qsizetype i = 0; i < m_entries.size(); ++i, y += kLegendTableRow) {
        const bool last = i + 1 == m_entries.size();
        if (y + (last ? 1 : 2) * kLegendTableRow > m_rect.bottom() + 1) {
            m_more = QRect(m_rect.left() + kLegendSample + kLegendSampleGap, y, m_rect.width(), kLegendTableRow);
            return;
        }
        m_slots << Slot{QRect(m_rect.left(), y, m_rect.width(), kLegendTableRow),
                        QRect(m_rect.left() + kLegendSample + kLegendSampleGap, y,
                              std::max(0, x - m_rect.left() - kLegendSample - kLegendSampleGap), kLegendTableRow)};
    }
}

void SeriesLegend::paintColumns(QPainter &painter, const Theme &theme) const
{
    painter.setFont(theme.font(TypeRole::Caption));
    painter.setPen(theme.colour(Colour::TextSecondary));
    if (m_place == Place::Bottom) {
        painter.drawText(m_rect, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, m_columns.first());
        return;
    }
    for (qsizetype column = 0; column < m_valueRights.size(); ++column)
        painter.drawText(QRect(m_rect.left(), m_rect.top(), m_valueRights[column] - m_rect.left(), kLegendTableRow),
                         Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, m_columns[column]);
}

void SeriesLegend::paint(QPainter &painter, const Theme &theme, bool dimmed, qsizetype focused) const
{
    const TabularText values(theme.font(TypeRole::LabelStrong));
    const QFont labelFont = theme.font(TypeRole::Label);
    const QFontMetrics metrics(labelFont);
    if (m_withValues)
        paintColumns(painter, theme);
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        const LegendEntry &entry = m_entries[i];
        const Slot &slot = m_slots[i];
        SeriesLook own = entry.look;
        if (entry.hidden)
            own.colour = theme.colour(Colour::BorderStrong);
        const qreal middle = slot.rect.center().y() + 0.5;
        paintLine(painter, {{QPointF(slot.rect.left(), middle), QPointF(slot.rect.left() + kLegendSample, middle)}},
                  own, theme.metrics().seriesStroke);
        paintMarker(painter, theme, QPointF(slot.rect.left() + kLegendSample / 2.0, middle), own,
                    theme.metrics().markerRadius, entry.hidden);
        painter.setFont(labelFont);
        painter.setPen(theme.colour(entry.hidden ? Colour::TextDisabled : Colour::TextSecondary));
        painter.drawText(slot.label, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         elidedPlain(metrics, entry.label, std::min(slot.label.width(), kLegendLabelMost)));
        if (m_withValues && !entry.hidden) {
            painter.setPen(theme.colour(dimmed ? Colour::TextSecondary : Colour::Text));
            if (m_valueRights.isEmpty())
                values.draw(painter, slot.rect, Qt::AlignVCenter | Qt::AlignRight, entry.values.value(0));
            for (qsizetype column = 0; column < m_valueRights.size(); ++column) {
                const QRect cell(slot.rect.left(), slot.rect.top(), m_valueRights[column] - slot.rect.left(),
                                 slot.rect.height());
                values.draw(painter, cell, Qt::AlignVCenter | Qt::AlignRight, entry.values.value(column));
            }
        }
        if (i == focused) {
            painter.setPen(QPen(theme.colour(Colour::Focus), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(slot.rect.adjusted(-2, 2, 2, -2));
        }
    }
    if (!m_more.isNull()) {
        painter.setFont(labelFont);
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.drawText(m_more, Qt::AlignVCenter | Qt::AlignLeft,
                         u'+' + QLocale().toString(m_entries.size() - m_slots.size()));
    }
}

qsizetype SeriesLegend::at(const QPointF &position) const
{
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        if (QRectF(m_slots[i].rect).contains(position))
            return i;
    }
    return -1;
}

} // namespace hookboard
