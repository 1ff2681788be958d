// Legend, crosshair and tooltip of TimeSeriesTile.
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/style/controlpainting.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtCore/QDateTime>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kSample = 24;
constexpr int kSampleGap = 6;
constexpr int kItemGap = 16;
constexpr int kLabelMost = 150;
constexpr int kTooltipRows = 8;
constexpr int kTooltipLine = 18;
constexpr int kTooltipPadding = 10;
constexpr int kTooltipDistance = 14;
constexpr qreal kTooltipFlip = 0.6;
constexpr int kSwatch = 10;

struct TooltipRow
{
    SeriesLook look;
    QString label;
    double value = 0;
};

} // namespace

void TimeSeriesTile::paintLegend(QPainter &painter, const QRect &rect)
{
    const TabularText values(theme().font(TypeRole::LabelStrong));
    const QFont labelFont = theme().font(TypeRole::Label);
    const QFontMetrics metrics(labelFont);
    const QList<Series> &all = snapshot().series;
    QStringList labels;
    QStringList numbers;
    qreal full = 0;
    for (const Series &series : all) {
        labels << elidedPlain(metrics, seriesLabel(series, hiddenGroups()), kLabelMost);
        numbers << lastValue(series);
        full += kSample + kSampleGap + metrics.horizontalAdvance(labels.last()) + kSampleGap +
                values.advance(numbers.last()) + kItemGap;
    }
    const bool withValues = full - kItemGap <= rect.width();
    const int moreWidth = metrics.horizontalAdvance(u"+88"_s);
    qreal x = rect.left();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const qreal labelWidth = metrics.horizontalAdvance(labels[i]) + 1;
        const qreal valueWidth = withValues ? kSampleGap + values.advance(numbers[i]) : 0;
        const qreal width = kSample + kSampleGap + labelWidth + valueWidth;
        const bool last = i + 1 == all.size();
        if (x + width + (last ? 0 : kItemGap + moreWidth) > rect.right() + 1) {
            painter.setFont(labelFont);
            painter.setPen(theme().colour(Colour::TextSecondary));
            painter.drawText(QRectF(x, rect.top(), moreWidth + kItemGap, rect.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, u'+' + locale().toString(all.size() - i));
            return;
        }
        SeriesLook own = look(all[i]);
        const bool hidden = isHidden(all[i]);
        if (hidden)
            own.colour = theme().colour(Colour::BorderStrong);
        const qreal middle = rect.center().y() + 0.5;
        paintLine(painter, {{QPointF(x, middle), QPointF(x + kSample, middle)}}, own, theme().metrics().seriesStroke);
        paintMarker(painter, theme(), QPointF(x + kSample / 2.0, middle), own, theme().metrics().markerRadius, hidden);
        painter.setFont(labelFont);
        painter.setPen(theme().colour(hidden ? Colour::TextDisabled : Colour::TextSecondary));
        painter.drawText(QRectF(x + kSample + kSampleGap, rect.top(), labelWidth + 1, rect.height()),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, labels[i]);
        if (withValues && !hidden) {
            painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
            values.draw(painter, QRectF(x + width - valueWidth + kSampleGap, rect.top(), valueWidth, rect.height()),
                        Qt::AlignVCenter | Qt::AlignLeft, numbers[i]);
        }
        m_legend << LegendItem{i, QRectF(x, rect.top(), width, rect.height())};
        x += width + kItemGap;
    }
}

void TimeSeriesTile::paintOverlay(QPainter &painter, const QRect &body)
{
    if (m_crosshairUs == 0)
        return;
    const ChartGeometry chart = geometry(body);
    const qreal x = std::round(
        std::clamp(chart.x(bucketMiddle(m_crosshairUs, snapshot().bucketUs)), chart.plot.left(), chart.plot.right()));
    painter.fillRect(QRectF(x, chart.plot.top(), 1, chart.plot.height()), theme().colour(Colour::Crosshair));
    for (const Series &series : snapshot().series) {
        for (const Point &point : series.points) {
            if (point.timeUs == m_crosshairUs && std::isfinite(point.value) && !isHidden(series))
                paintMarker(painter, theme(), QPointF(x + 0.5, chart.y(point.value)), look(series), 4);
        }
    }
    if (m_tooltip)
        paintTooltip(painter, chart, body, m_crosshairUs);
}

void TimeSeriesTile::paintTooltip(QPainter &painter, const ChartGeometry &chart, const QRect &body, qint64 bucket) const
{
    QList<TooltipRow> rows;
    double total = 0;
    for (const Series &series : snapshot().series) {
        const auto it = std::find_if(series.points.begin(), series.points.end(),
                                     [&](const Point &point) { return point.timeUs == bucket; });
        if (it == series.points.end() || !std::isfinite(it->value) || isHidden(series))
            continue;
        rows << TooltipRow{look(series), seriesLabel(series, hiddenGroups()), it->value};
        total += it->value;
    }
    const bool adds = rows.size() > 1 && !spec().bindings.isEmpty() &&
                      (spec().bindings.first().aggregation == Aggregation::Count ||
                       spec().bindings.first().aggregation == Aggregation::Sum);
    std::stable_sort(rows.begin(), rows.end(), [](const TooltipRow &a, const TooltipRow &b) {
        return a.look.hollow != b.look.hollow ? b.look.hollow : a.value > b.value;
    });
    const qsizetype more = std::max<qsizetype>(0, rows.size() - kTooltipRows);
    rows = rows.first(rows.size() - more);

    const QDateTime start = QDateTime::fromMSecsSinceEpoch(bucket / 1000);
    QString title = locale().toString(start.date(), u"ddd "_s) + shortDate(start.date(), locale()) + u", "_s +
                    formatRange(bucket, bucket + snapshot().bucketUs, bucket, locale());
    if (bucket == snapshot().runningBucketUs)
        title += u", "_s + tr("still filling");
    const TabularText values(theme().font(TypeRole::LabelStrong));
    const QFont labelFont = theme().font(TypeRole::Label);
    const QFontMetrics metrics(labelFont);
    const auto number = [&](double value) { return formatNumber(value, spec().format, locale()).text(); };
    qreal inner = values.advance(title);
    for (const TooltipRow &row : std::as_const(rows))
        inner = std::max(inner, kSwatch + kSampleGap +
                                    std::min(kLabelMost, metrics.horizontalAdvance(plainLine(row.label, 64))) + 16 +
                                    values.advance(number(row.value)));
    inner = std::min(inner, body.width() - 2.0 * kTooltipPadding);
    const auto lines = 1 + rows.size() + (adds ? 1 : 0) + (more > 0 ? 1 : 0);
    const QSizeF size(std::ceil(inner) + 2 * kTooltipPadding, qreal(lines * kTooltipLine) + 12);

    const qreal x = chart.x(bucketMiddle(bucket, snapshot().bucketUs));
    const bool flip = x > chart.plot.left() + kTooltipFlip * chart.plot.width();
    qreal left = flip ? x - kTooltipDistance - size.width() : x + kTooltipDistance;
    left = std::clamp(left, 4.0, std::max(4.0, width() - size.width() - 4.0));
    qreal top = std::min(chart.plot.top() + 12, height() - size.height() - 4.0);
    const QRectF box(std::round(left), std::round(std::max(4.0, top)), size.width(), size.height());
    controls::frame(painter, box, theme().metrics().radiusControl, theme().colour(Colour::TooltipBg), Qt::transparent);

    const QColor ink = theme().colour(Colour::TooltipText);
    QRectF line(box.left() + kTooltipPadding, box.top() + 6, inner, kTooltipLine);
    painter.setPen(ink);
    values.draw(painter, line, Qt::AlignVCenter | Qt::AlignLeft, title);
    const auto paintRow = [&](const QString &label, const QString &value) {
        painter.setFont(labelFont);
        const qreal valueWidth = values.advance(value);
        const QRectF labelRect = line.adjusted(kSwatch + kSampleGap, 0, -valueWidth - 8, 0);
        painter.drawText(labelRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         elidedPlain(metrics, label, int(labelRect.width()) + 1));
        values.draw(painter, line, Qt::AlignVCenter | Qt::AlignRight, value);
    };
    for (const TooltipRow &row : std::as_const(rows)) {
        line.translate(0, kTooltipLine);
        paintSwatch(painter, QRectF(line.left(), line.center().y() - kSwatch / 2.0, kSwatch, kSwatch), row.look, ink);
        painter.setPen(ink);
        paintRow(row.label, number(row.value));
    }
    if (more > 0) {
        line.translate(0, kTooltipLine);
        paintRow(tr("%n more", nullptr, int(more)), {});
    }
    if (adds) {
        line.translate(0, kTooltipLine);
        paintRow(tr("Total"), number(total));
    }
}

} // namespace hookboard
