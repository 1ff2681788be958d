#include "ui/dashboard/tiles/timeseriestile.h"

#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hookboard {

namespace {

constexpr int kAxisHeight = 22;
constexpr int kTopSpace = 8;
constexpr int kRightSpace = 10;
constexpr int kMarkerRoom = 5; // markers of extreme values reach over the edge of the plot
constexpr int kLegendHeight = 22;
constexpr int kGapLabelFrom = 90;
constexpr int kLegendFrom = 100; // lower bodies give all room to the chart

const Point *pointAt(const Series &series, qint64 bucketUs)
{
    const auto it = std::lower_bound(series.points.begin(), series.points.end(), bucketUs,
                                     [](const Point &point, qint64 time) { return point.timeUs < time; });
    return it != series.points.end() && it->timeUs == bucketUs ? &*it : nullptr;
}

} // namespace

TimeSeriesTile::TimeSeriesTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

bool TimeSeriesTile::fromZero() const
{
    if (spec().bindings.isEmpty())
        return true;
    const Aggregation aggregation = spec().bindings.first().aggregation;
    return aggregation == Aggregation::Count || aggregation == Aggregation::Sum || aggregation == Aggregation::Rate ||
           aggregation == Aggregation::Distinct;
}

bool TimeSeriesTile::isHidden(const Series &series) const
{
    return m_hiddenKeys.contains(series.key) && !series.other;
}

quint64 TimeSeriesTile::hiddenGroups() const
{
    const auto shown = quint64(std::count_if(snapshot().series.begin(), snapshot().series.end(),
                                             [](const Series &series) { return !series.other; }));
    return snapshot().groupsTotal > shown ? snapshot().groupsTotal - shown : 0;
}

QString TimeSeriesTile::lastValue(const Series &series) const
{
    for (auto it = series.points.rbegin(); it != series.points.rend(); ++it) {
        if (std::isfinite(it->value) && it->timeUs != snapshot().runningBucketUs)
            return formatNumber(it->value, spec().format, locale()).text();
    }
    return {};
}

QString TimeSeriesTile::valueText() const
{
    QStringList parts;
    for (const Series &series : snapshot().series) {
        const QString value = lastValue(series);
        const QString label = plainLine(seriesLabel(series, hiddenGroups()), 40);
        if (!value.isEmpty())
            parts << (label.isEmpty() ? value : label + u' ' + value);
        if (parts.size() == 3)
            break;
    }
    return parts.join(u", ");
}

SeriesLook TimeSeriesTile::look(const Series &series) const
{
    return seriesLook(theme(), m_colours, series, snapshot().series.size() >= 3, dimmed());
}

void TimeSeriesTile::prepare()
{
    m_colours.assign(snapshot().series);
    const QRect body = bodyRect();
    const bool legend = snapshot().series.size() > 1 && body.height() >= kLegendFrom;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Series &series : snapshot().series) {
        if (isHidden(series))
            continue;
        for (const Point &point : series.points) {
            if (std::isfinite(point.value)) {
                low = std::min(low, point.value);
                high = std::max(high, point.value);
            }
        }
    }
    const qreal height = body.height() - kTopSpace - kAxisHeight - (legend ? kLegendHeight : 0);
    m_axis = valueAxis(low, high, height, fromZero());
    m_axisTexts = tickTexts(m_axis, spec().format, locale());
    const TabularText labels(theme().font(TypeRole::Caption));
    qreal widest = 0;
    for (const QString &text : std::as_const(m_axisTexts))
        widest = std::max(widest, labels.advance(text));
    const qreal left = std::ceil(widest) + 8;
    m_plot = QRectF(left, kTopSpace, body.width() - left - kRightSpace, std::max(8.0, height));
    const QString zone = spec().bindings.isEmpty() ? QString() : spec().bindings.first().window.timeZone;
    m_ticks = timeTicks(snapshot().windowFromUs, snapshot().windowToUs, m_plot.width(), zoneFor(zone), locale(),
                        [&](const QString &text) { return labels.advance(text); });
}

ChartGeometry TimeSeriesTile::geometry(const QRect &body) const
{
    return {m_plot.translated(body.topLeft()), snapshot().windowFromUs, snapshot().windowToUs, m_axis.low, m_axis.high};
}

// While nobody listens, the gap that will be recorded later is already one.
QList<Gap> TimeSeriesTile::shownGaps() const
{
    QList<Gap> gaps = snapshot().gaps;
    const qint64 from = std::max(condition().sinceUs, snapshot().windowFromUs);
    if (condition().state == TileState::Offline && condition().sinceUs > 0 && from < snapshot().windowToUs)
        gaps << Gap{from, snapshot().windowToUs};
    return gaps;
}

void TimeSeriesTile::paintBody(QPainter &painter, const QRect &body)
{
    const ChartGeometry chart = geometry(body);
    if (chart.plot.width() < 20)
        return;
    painter.save();
    painter.translate(body.left(), 0);
    ChartGeometry axes = chart;
    axes.plot.translate(-body.left(), 0);
    paintValueAxis(painter, theme(), axes, m_axis, m_axisTexts);
    painter.restore();
    paintTimeAxis(painter, theme(), chart, m_ticks);

    const QList<Gap> gaps = shownGaps();
    for (const Gap &gap : gaps)
        paintGap(painter, theme(), chart, gap);
    painter.save();
    // Whole pixels: a fractional clip becomes a mask and slows every line down.
    painter.setClipRect(chart.plot.adjusted(-1, -kMarkerRoom, kRightSpace, kMarkerRoom).toAlignedRect());
    paintSeries(painter, chart);
    paintRunning(painter, chart);
    painter.restore();
    qreal freeFrom = chart.plot.left();
    for (const Gap &gap : gaps) {
        if (chart.plot.height() >= kGapLabelFrom)
            paintGapLabel(painter, theme(), chart, gap,
                          tr("Not listening %1").arg(formatRange(gap.fromUs, gap.toUs, context().nowUs, locale())),
                          freeFrom);
    }
    if (!m_axis.startsAtZero()) {
        painter.setPen(theme().colour(Colour::AxisText));
        painter.setFont(theme().font(TypeRole::Caption));
        painter.drawText(chart.plot.adjusted(4, 0, 0, -2), Qt::AlignLeft | Qt::AlignBottom,
                         tr("from %1").arg(formatNumber(m_axis.low, spec().format, locale()).text()));
    }
    m_legend.clear();
    if (snapshot().series.size() > 1 && body.height() >= kLegendFrom)
        paintLegend(painter, QRect(body.left(), body.bottom() + 1 - kLegendHeight, body.width(), kLegendHeight));
}

void TimeSeriesTile::paintSeries(QPainter &painter, const ChartGeometry &chart) const
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const Metrics &m = theme().metrics();
    const QList<Gap> gaps = shownGaps();
    const qreal running = runningX(chart);
    // The first series is the most important one and lies on top.
    for (qsizetype i = snapshot().series.size() - 1; i >= 0; --i) {
        const Series &series = snapshot().series.at(i);
        if (isHidden(series))
            continue;
        const SeriesLook own = look(series);
        const QList<LineRun> runs = lineRuns(series, snapshot(), gaps, chart, ratio);
        if (i == 0)
            paintArea(painter, runs, chart, own.colour);
        paintLine(painter, runs, own, m.seriesStroke);
        // Beside the hollow marker of the running bucket a second one would only blur.
        if (!runs.isEmpty() && running - runs.last().last().x() > 3 * m.markerRadius)
            paintMarker(painter, theme(), runs.last().last(), own, m.markerRadius);
    }
}

qreal TimeSeriesTile::runningX(const ChartGeometry &chart) const
{
    if (snapshot().runningBucketUs == 0 || condition().state == TileState::Offline)
        return std::numeric_limits<qreal>::infinity();
    return std::min(chart.x(bucketMiddle(snapshot().runningBucketUs, snapshot().bucketUs)), chart.plot.right());
}

void TimeSeriesTile::paintRunning(QPainter &painter, const ChartGeometry &chart) const
{
    const qreal x = runningX(chart);
    if (!std::isfinite(x))
        return;
    for (const Series &series : snapshot().series) {
        const Point *point = pointAt(series, snapshot().runningBucketUs);
        if (!point || !std::isfinite(point->value) || isHidden(series))
            continue;
        paintMarker(painter, theme(), QPointF(x, chart.y(point->value)), look(series), theme().metrics().markerRadius,
                    true);
    }
}

qint64 TimeSeriesTile::bucketAt(qint64 timeUs) const
{
    const Series *longest = nullptr;
    for (const Series &series : snapshot().series) {
        if (!longest || series.points.size() > longest->points.size())
            longest = &series;
    }
    if (!longest || longest->points.isEmpty())
        return 0;
    auto it = std::upper_bound(longest->points.begin(), longest->points.end(), timeUs,
                               [](qint64 time, const Point &point) { return time < point.timeUs; });
    if (it != longest->points.begin())
        --it;
    return it->timeUs;
}

void TimeSeriesTile::setCrosshair(qint64 timeUs, bool withTooltip)
{
    const bool inside = timeUs > snapshot().windowFromUs && timeUs <= snapshot().windowToUs;
    const qint64 bucket = inside ? bucketAt(timeUs) : 0;
    if (bucket == m_crosshairUs && withTooltip == m_tooltip)
        return;
    m_crosshairUs = bucket;
    m_tooltip = withTooltip;
    update(bodyRect());
}

void TimeSeriesTile::moveCrosshair(qint64 timeUs)
{
    setCrosshair(timeUs, timeUs != 0);
    emit crosshairMoved(m_crosshairUs);
}

void TimeSeriesTile::mouseMoveEvent(QMouseEvent *event)
{
    const ChartGeometry chart = geometry(bodyRect());
    const QPointF position = event->position();
    const bool inside = chart.plot.adjusted(-4, -8, 8, 8).contains(position);
    moveCrosshair(inside ? std::clamp(chart.timeAt(position.x()), chart.fromUs + 1, chart.toUs) : 0);
    Tile::mouseMoveEvent(event);
}

void TimeSeriesTile::mousePressEvent(QMouseEvent *event)
{
    for (const LegendItem &item : std::as_const(m_legend)) {
        if (!item.rect.contains(event->position()))
            continue;
        const QString key = snapshot().series.value(item.series).key;
        QSet<QString> others;
        for (const Series &series : snapshot().series) {
            if (series.key != key && !series.other)
                others << series.key;
        }
        if (event->modifiers() & Qt::ControlModifier) {
            if (!m_hiddenKeys.remove(key))
                m_hiddenKeys << key;
        } else {
            m_hiddenKeys = m_hiddenKeys == others ? QSet<QString>() : others;
        }
        prepare();
        invalidateBody();
        return;
    }
    Tile::mousePressEvent(event);
}

void TimeSeriesTile::leaveEvent(QEvent *event)
{
    moveCrosshair(0);
    Tile::leaveEvent(event);
}

// No leave event comes while the menu, and what it opens, is shown.
void TimeSeriesTile::contextMenuEvent(QContextMenuEvent *event)
{
    moveCrosshair(0);
    Tile::contextMenuEvent(event);
}

void TimeSeriesTile::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if ((left || event->key() == Qt::Key_Right) && snapshot().bucketUs > 0) {
        const qint64 last = snapshot().windowToUs;
        const qint64 next = m_crosshairUs == 0 ? last : m_crosshairUs + (left ? -1 : 1) * snapshot().bucketUs;
        moveCrosshair(std::clamp(next, snapshot().windowFromUs + 1, last));
        return;
    }
    if (event->key() == Qt::Key_Escape && m_crosshairUs != 0) {
        moveCrosshair(0);
        return;
    }
    Tile::keyPressEvent(event);
}

} // namespace hookboard
