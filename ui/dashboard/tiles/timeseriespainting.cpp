// TimeSeriesTile: the picture: axes, gaps, series, reference lines, marks, legend.
#include "ui/dashboard/tiles/seriespainter.h"
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/dashboard/timeaxis.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hookboard {

namespace {

constexpr int kMarkerRoom = 5; // markers of extreme values reach over the edge of the plot
constexpr int kRightRoom = 10;
constexpr int kGapLabelFrom = 90;
constexpr int kMarkLabelFrom = 70;
constexpr int kMarkLabelMost = 140;
constexpr int kMarkLabelHeight = 16;

} // namespace

void TimeSeriesTile::paintBody(QPainter &painter, const QRect &body)
{
    if (m_area.width() >= 20)
        paintChart(painter, body);
    if (m_legend.isEmpty())
        return;
    painter.save();
    painter.translate(body.topLeft());
    m_legend.paint(painter, theme(), dimmed(), m_legendFocus);
    painter.restore();
}

void TimeSeriesTile::paintChart(QPainter &painter, const QRect &body) const
{
    const ChartGeometry chart = geometry(body);
    painter.save();
    painter.translate(body.left(), 0);
    ChartGeometry axes = chart;
    axes.plot.translate(-body.left(), 0);
    paintValueAxis(painter, theme(), axes, m_left.axis, m_left.texts);
    painter.restore();
    if (m_hasRight)
        paintRightAxis(painter, theme(), geometry(body, AxisSide::Right), m_right.axis, m_right.texts);
    paintTimeAxis(painter, theme(), chart, m_ticks);

    const QList<Gap> gaps = shownGaps();
    for (const Gap &gap : gaps)
        paintGap(painter, theme(), chart, gap);
    painter.save();
    // Whole pixels: a fractional clip becomes a mask and slows every line down. A closer look ends at the edge.
    const int right = m_view || m_hasRight ? 0 : kRightRoom;
    const int over = m_view ? 0 : kMarkerRoom;
    painter.setClipRect(chart.plot.adjusted(-1, -over, right, over).toAlignedRect());
    paintSeries(painter, body);
    paintRunning(painter, body);
    painter.restore();
    paintReferences(painter, chart);
    paintMarks(painter, chart);
    qreal freeFrom = chart.plot.left();
    const QTimeZone zone = zoneOf(spec());
    for (const Gap &gap : gaps) {
        if (chart.plot.height() < kGapLabelFrom || gap.toUs <= chart.fromUs || gap.fromUs >= chart.toUs)
            continue;
        const bool cut = gap.fromUs <= snapshot().windowFromUs; // it may have begun long before
        paintGapLabel(painter, theme(), chart, gap,
                      cut ? tr("Not listening until %1")
                                .arg(formatMoment(gap.toUs, context().nowUs, locale(), false, zone))
                          : tr("Not listening %1")
                                .arg(formatRange(gap.fromUs, gap.toUs, context().nowUs, locale(), zone)),
                      freeFrom);
    }
    paintFoot(painter, chart);
}

void TimeSeriesTile::paintFoot(QPainter &painter, const ChartGeometry &chart) const
{
    const ValueAxis &axis = m_left.axis;
    if (axis.startsAtZero() && !axis.logarithmic)
        return;
    painter.setPen(theme().colour(Colour::AxisText));
    painter.setFont(theme().font(TypeRole::Caption));
    painter.drawText(chart.plot.adjusted(4, 0, 0, -2), Qt::AlignLeft | Qt::AlignBottom,
                     axis.logarithmic ? tr("log scale, nothing at or below zero")
                                      : tr("from %1").arg(valueOf(axis.low)));
}

void TimeSeriesTile::paintSeries(QPainter &painter, const QRect &body) const
{
    const SeriesOptions &options = spec().options.series;
    SeriesPaint paint{theme(),
                      snapshot(),
                      shownGaps(),
                      options.draw,
                      options.holes == SeriesOptions::Holes::Connect ? HoleStyle::Connect : HoleStyle::Break,
                      painter.device()->devicePixelRatioF(),
                      false};
    const bool stacked = isStacked(spec());
    // The first series is the most important one and lies on top; of a pile it lies at the bottom.
    for (qsizetype i = 0; i < m_plot.size(); ++i) {
        const PlottedSeries &one = m_plot[stacked ? i : m_plot.size() - 1 - i];
        const Series &series = snapshot().series[one.index];
        const ChartGeometry chart = geometry(body, one.side);
        paint.tinted = one.index == 0 && !chart.logarithmic;
        const QPointF end = paintPlotted(painter, paint, one, look(series), chart);
        // Beside the hollow marker of the running bucket a second one would only blur.
        const bool line = options.draw != SeriesOptions::Draw::Points && options.draw != SeriesOptions::Draw::Stem;
        if (line && std::isfinite(end.x()) && runningX(chart) - end.x() > 3 * theme().metrics().markerRadius)
            paintMarker(painter, theme(), end, look(series), theme().metrics().markerRadius);
    }
}

qreal TimeSeriesTile::runningX(const ChartGeometry &chart) const
{
    if (snapshot().runningBucketUs == 0 || condition().state == TileState::Offline)
        return std::numeric_limits<qreal>::infinity();
    const qreal x = chart.x(bucketMiddle(snapshot().runningBucketUs, snapshot().bucketUs));
    return m_view ? x : std::min(x, chart.plot.right());
}

void TimeSeriesTile::paintRunning(QPainter &painter, const QRect &body) const
{
    for (const PlottedSeries &one : m_plot) {
        const ChartGeometry chart = geometry(body, one.side);
        const qreal x = runningX(chart);
        const Point *point = pointAt(one.top, snapshot().runningBucketUs);
        if (std::isfinite(x) && point && std::isfinite(point->value))
            paintMarker(painter, theme(), QPointF(x, chart.y(point->value)), look(snapshot().series[one.index]),
                        theme().metrics().markerRadius, true);
    }
}

void TimeSeriesTile::paintReferences(QPainter &painter, const ChartGeometry &chart) const
{
    const QFont font = theme().font(TypeRole::Caption);
    const QFontMetrics metrics(font);
    const SeriesLook look{theme().colour(Colour::Text), {6, 4}, Marker::Circle, false};
    for (const ReferenceLine &line : spec().options.series.lines) {
        const qreal y = std::round(chart.y(line.value)) + 0.5;
        if (isPercent(spec()) || !std::isfinite(line.value) || y < chart.plot.top() || y > chart.plot.bottom())
            continue;
        paintLine(painter, {{QPointF(chart.plot.left(), y), QPointF(chart.plot.right(), y)}}, look, 1);
        const QString name =
            elidedPlain(metrics, line.label.isEmpty() ? valueOf(line.value) : line.label, int(chart.plot.width() / 2));
        const int width = metrics.horizontalAdvance(name) + 8;
        const bool above = y - kMarkLabelHeight >= chart.plot.top();
        const QRectF box(chart.plot.right() - width, above ? y - kMarkLabelHeight - 1 : y + 1, width, kMarkLabelHeight);
        painter.fillRect(box, theme().colour(Colour::Surface));
        painter.setFont(font);
        painter.setPen(theme().colour(Colour::Text));
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, name);
    }
}

void TimeSeriesTile::paintMarks(QPainter &painter, const ChartGeometry &chart) const
{
    const QFont font = theme().font(TypeRole::Caption);
    const QFontMetrics metrics(font);
    const QColor colour = theme().colour(Colour::InfoFill);
    const SeriesLook look{colour, {3, 3}, Marker::TriangleUp, false};
    qreal freeFrom = chart.plot.left();
    for (const Mark &mark : snapshot().marks) {
        if (mark.timeUs < chart.fromUs || mark.timeUs > chart.toUs)
            continue;
        const qreal x = std::round(chart.x(mark.timeUs)) + 0.5;
        paintLine(painter, {{QPointF(x, chart.plot.top()), QPointF(x, chart.plot.bottom())}}, look, 1);
        paintMarker(painter, theme(), QPointF(x, chart.plot.bottom() - 3), look, 4);
        const QString text = elidedPlain(metrics, mark.text, kMarkLabelMost);
        const int width = metrics.horizontalAdvance(text) + 8;
        const bool left = x + width > chart.plot.right();
        const QRectF box(left ? x - width - 1 : x + 1, chart.plot.top(), width, kMarkLabelHeight);
        if (text.isEmpty() || chart.plot.height() < kMarkLabelFrom || box.left() < freeFrom)
            continue;
        freeFrom = box.right() + 4;
        painter.fillRect(box, theme().toneTint(Tone::Info));
        painter.setFont(font);
        painter.setPen(theme().toneText(Tone::Info));
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
    }
}

} // namespace hookboard
