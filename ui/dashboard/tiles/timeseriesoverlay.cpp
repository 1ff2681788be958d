// TimeSeriesTile: what lies over the kept picture: crosshair, tooltip, and the frame that is being drawn.
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/dashboard/timeaxis.h"
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

constexpr int kTooltipLabelMost = 150;
constexpr int kTooltipRows = 8;
constexpr int kTooltipLine = 18;
constexpr int kTooltipPadding = 10;
constexpr int kTooltipDistance = 14;
constexpr qreal kTooltipFlip = 0.6;
constexpr int kTooltipSwatch = 10;
constexpr int kTooltipSwatchGap = 6;
constexpr int kTooltipGap = 16;
constexpr int kMarksMost = 2;

} // namespace

void TimeSeriesTile::paintOverlay(QPainter &painter, const QRect &body)
{
    const ChartGeometry left = geometry(body);
    if (m_drag == Drag::Box) {
        paintBox(painter, left);
        return;
    }
    if (m_crosshairUs == 0)
        return;
    const qreal x = std::round(
        std::clamp(left.x(bucketMiddle(m_crosshairUs, snapshot().bucketUs)), left.plot.left(), left.plot.right()));
    painter.fillRect(QRectF(x, left.plot.top(), 1, left.plot.height()), theme().colour(Colour::Crosshair));
    for (const PlottedSeries &one : std::as_const(m_plot)) {
        const ChartGeometry chart = geometry(body, one.side);
        const Point *point = pointAt(one.top, m_crosshairUs);
        if (!point || !std::isfinite(point->value))
            continue;
        const qreal y = chart.y(point->value);
        if (y >= chart.plot.top() - 4 && y <= chart.plot.bottom() + 4)
            paintMarker(painter, theme(), QPointF(x + 0.5, y), look(snapshot().series[one.index]), 4);
    }
    if (m_tooltip)
        paintTooltip(painter, left, body, m_crosshairUs);
}

void TimeSeriesTile::paintBox(QPainter &painter, const ChartGeometry &chart) const
{
    QRectF box = QRectF(m_dragFrom, m_dragTo).normalized();
    if (box.height() < kFlatBox) {
        box.setTop(chart.plot.top());
        box.setBottom(chart.plot.bottom());
    }
    box = box.intersected(chart.plot);
    QColor tint = theme().colour(Colour::Accent);
    tint.setAlphaF(0.14F);
    painter.fillRect(box, tint);
    painter.setPen(theme().colour(Colour::Accent));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.toAlignedRect().adjusted(0, 0, -1, -1));
    const QString span = formatRange(chart.timeAt(box.left()), chart.timeAt(box.right()), context().nowUs,
                                     locale(), zoneOf(spec()));
    const TabularText text(theme().font(TypeRole::Caption));
    const QRectF place(box.center().x() - text.advance(span) / 2 - 6, box.top() + 2, text.advance(span) + 12, 18);
    controls::frame(painter, place, theme().metrics().radiusChip, theme().colour(Colour::TooltipBg), Qt::transparent);
    painter.setPen(theme().colour(Colour::TooltipText));
    text.draw(painter, place, Qt::AlignCenter, span);
}

// Whether the values of a bucket make a whole.
bool TimeSeriesTile::adds() const
{
    return !spec().bindings.isEmpty() && (spec().bindings.first().aggregation == Aggregation::Count ||
                                          spec().bindings.first().aggregation == Aggregation::Sum);
}

// All that is shown of a bucket, the largest first, "Other" last.
QList<TimeSeriesTile::TooltipRow> TimeSeriesTile::tooltipRows(qint64 bucket) const
{
    QList<TooltipRow> rows;
    double whole = 0;
    for (const PlottedSeries &one : m_plot) {
        const Series &series = snapshot().series[one.index];
        const Point *point = pointAt(series.points, bucket);
        if (!point || !std::isfinite(point->value))
            continue;
        rows << TooltipRow{look(series), seriesLabel(series, hiddenGroups(snapshot())), point->value};
        whole += std::abs(point->value);
    }
    if (isPercent(spec()) && whole > 0) {
        for (TooltipRow &row : rows)
            row.share = row.value / whole;
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TooltipRow &a, const TooltipRow &b) {
        return a.look.hollow != b.look.hollow ? b.look.hollow : a.value > b.value;
    });
    return rows;
}

QString TimeSeriesTile::bucketTitle(qint64 bucket) const
{
    const QTimeZone zone = zoneOf(spec());
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(bucket / 1000, zone);
    QString title = locale().toString(start.date(), u"ddd "_s) + shortDate(start.date(), locale()) + u", "_s +
                    formatRange(bucket, bucket + snapshot().bucketUs, bucket, locale(), zone) +
                    zoneSuffix(spec(), bucket);
    if (bucket == snapshot().runningBucketUs)
        title += u", "_s + tr("still filling");
    return title;
}

void TimeSeriesTile::paintTooltip(QPainter &painter, const ChartGeometry &chart, const QRect &body, qint64 bucket) const
{
    QList<TooltipRow> rows = tooltipRows(bucket);
    double total = 0;
    for (const TooltipRow &row : std::as_const(rows))
        total += row.value;
    const bool withTotal = rows.size() > 1 && adds();
    const qsizetype more = std::max<qsizetype>(0, rows.size() - kTooltipRows);
    rows = rows.first(rows.size() - more);
    QStringList marks;
    for (const Mark &mark : snapshot().marks) {
        if (mark.timeUs >= bucket && mark.timeUs < bucket + snapshot().bucketUs && marks.size() < kMarksMost)
            marks << formatMoment(mark.timeUs, bucket, locale(), false, zoneOf(spec())) + u' ' + plainLine(mark.text, 64);
    }

    const QString title = bucketTitle(bucket);
    const TabularText values(theme().font(TypeRole::LabelStrong));
    const QFont labelFont = theme().font(TypeRole::Label);
    const QFontMetrics metrics(labelFont);
    const auto number = [&](const TooltipRow &row) {
        const QString value = valueOf(row.value);
        return row.share < 0 ? value : formatPercent(row.share, locale()) + u"  "_s + value;
    };
    qreal inner = values.advance(title);
    for (const TooltipRow &row : std::as_const(rows))
        inner = std::max(inner, kTooltipSwatch + kTooltipSwatchGap +
                                    std::min(kTooltipLabelMost, metrics.horizontalAdvance(plainLine(row.label, 64))) +
                                    kTooltipGap + values.advance(number(row)));
    for (const QString &mark : std::as_const(marks))
        inner = std::max<qreal>(inner, kTooltipSwatch + kTooltipSwatchGap +
                                           std::min(2 * kTooltipLabelMost, metrics.horizontalAdvance(mark) + 2));
    inner = std::min(inner, body.width() - 2.0 * kTooltipPadding);
    const auto lines =
        1 + rows.size() + (withTotal ? 1 : 0) + (more > 0 ? 1 : 0) + marks.size() + (rows.isEmpty() ? 1 : 0);
    const QSizeF size(std::ceil(inner) + 2 * kTooltipPadding, qreal(lines * kTooltipLine) + 12);

    const qreal x = chart.x(bucketMiddle(bucket, snapshot().bucketUs));
    const bool flip = x > chart.plot.left() + kTooltipFlip * chart.plot.width();
    qreal left = flip ? x - kTooltipDistance - size.width() : x + kTooltipDistance;
    left = std::clamp(left, 4.0, std::max(4.0, width() - size.width() - 4.0));
    const qreal top = std::min(chart.plot.top() + 12, height() - size.height() - 4.0);
    const QRectF box(std::round(left), std::round(std::max(4.0, top)), size.width(), size.height());
    controls::frame(painter, box, theme().metrics().radiusControl, theme().colour(Colour::TooltipBg), Qt::transparent);

    const QColor ink = theme().colour(Colour::TooltipText);
    QRectF line(box.left() + kTooltipPadding, box.top() + 6, inner, kTooltipLine);
    painter.setPen(ink);
    values.draw(painter, line, Qt::AlignVCenter | Qt::AlignLeft, title);
    const auto paintRow = [&](const QString &label, const QString &value) {
        line.translate(0, kTooltipLine);
        painter.setFont(labelFont);
        painter.setPen(ink);
        const qreal valueWidth = values.advance(value);
        const QRectF labelRect =
            line.adjusted(kTooltipSwatch + kTooltipSwatchGap, 0, value.isEmpty() ? 0 : -valueWidth - 8, 0);
        painter.drawText(labelRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         elidedPlain(metrics, label, int(labelRect.width()) + 1));
        values.draw(painter, line, Qt::AlignVCenter | Qt::AlignRight, value);
    };
    for (const TooltipRow &row : std::as_const(rows)) {
        paintRow(row.label, number(row));
        paintSwatch(painter,
                    QRectF(line.left(), line.center().y() - kTooltipSwatch / 2.0, kTooltipSwatch, kTooltipSwatch),
                    row.look, ink);
    }
    if (rows.isEmpty())
        paintRow(insideGap(bucket, snapshot().bucketUs, shownGaps()) ? tr("Not listening") : tr("No value"), {});
    if (more > 0)
        paintRow(tr("%n more", nullptr, int(more)), {});
    if (withTotal)
        paintRow(tr("Total"), valueOf(total));
    for (const QString &mark : std::as_const(marks)) {
        paintRow(mark, {});
        paintMarker(painter, theme(), QPointF(line.left() + kTooltipSwatch / 2.0, line.center().y()),
                    {ink, {}, Marker::TriangleUp, false}, 4);
    }
}

} // namespace hookboard
