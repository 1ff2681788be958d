// TimeSeriesTile: what is shown: series, axes, legend, and where they stand.
#include "ui/dashboard/tiles/timeseriestile.h"

#include "ui/style/buttons.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kAxisHeight = 22;
constexpr int kTopSpace = 8;
constexpr int kRightSpace = 10;
constexpr int kTableFrom = 720; // wide tiles with many lines have room for a table
constexpr int kTableSeries = 6;

using Place = SeriesLegend::Place;

Place placeOf(const TileSpec &spec, qsizetype series, int width)
{
    const Place wanted = spec.options.series.legend;
    if (series < 2)
        return Place::None;
    return wanted == Place::Bottom && width >= kTableFrom && series >= kTableSeries ? Place::Table : wanted;
}

struct Figures
{
    double low = qQNaN();
    double high = qQNaN();
    double sum = 0;
    qint64 count = 0;
};

Figures figuresOf(const QList<Point> &points)
{
    ValueRange range;
    Figures figures;
    for (const Point &point : points) {
        if (!std::isfinite(point.value))
            continue;
        range.add(point.value);
        figures.sum += point.value;
        ++figures.count;
    }
    if (!range.isEmpty()) {
        figures.low = range.low;
        figures.high = range.high;
    }
    return figures;
}

} // namespace

TimeSeriesTile::TimeSeriesTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
    , m_reset(makeButton(tr("Reset zoom"), u"widen"_s, ButtonKind::Normal, this))
{
    m_reset->setObjectName(u"resetZoom"_s);
    m_reset->setToolTip(tr("Shows the whole window again (Esc, or a double click)"));
    m_reset->setFocusPolicy(Qt::NoFocus); // Esc does the same
    m_reset->hide();
    connect(m_reset, &QPushButton::clicked, this, &TimeSeriesTile::resetView);
    m_clickLater.setSingleShot(true);
    connect(&m_clickLater, &QTimer::timeout, this, [this] { requestOrigin(originAt(m_clicked)); });
}

bool TimeSeriesTile::fromZero() const
{
    const SeriesOptions &options = spec().options.series;
    if (spec().bindings.isEmpty() || isStacked(spec()) || options.draw == SeriesOptions::Draw::Area ||
        options.draw == SeriesOptions::Draw::Stem)
        return true;
    const Aggregation aggregation = spec().bindings.first().aggregation;
    return aggregation == Aggregation::Count || aggregation == Aggregation::Sum || aggregation == Aggregation::Rate ||
           aggregation == Aggregation::Distinct;
}

bool TimeSeriesTile::isHidden(const Series &series) const
{
    return m_hiddenKeys.contains(series.other ? u"\n"_s : series.key);
}

QString TimeSeriesTile::valueOf(double value) const
{
    return formatNumber(value, spec().format, locale()).text();
}

QString TimeSeriesTile::lastValue(const Series &series) const
{
    for (auto it = series.points.rbegin(); it != series.points.rend(); ++it) {
        if (std::isfinite(it->value) && it->timeUs != snapshot().runningBucketUs)
            return valueOf(it->value);
    }
    return {};
}

QString TimeSeriesTile::valueText() const
{
    QStringList parts;
    for (const Series &series : snapshot().series) {
        const QString value = lastValue(series);
        const QString label = plainLine(seriesLabel(series, hiddenGroups(snapshot())), 40);
        if (!value.isEmpty())
            parts << (label.isEmpty() ? value : label + u' ' + value);
        if (parts.size() == 3)
            break;
    }
    return parts.join(u", ");
}

QStringList TimeSeriesTile::shownLabels() const
{
    QStringList labels;
    for (const PlottedSeries &one : m_plot)
        labels << seriesLabel(snapshot().series[one.index], hiddenGroups(snapshot()));
    return labels;
}

SeriesLook TimeSeriesTile::look(const Series &series) const
{
    return seriesLook(theme(), m_colours, series, snapshot().series.size() >= 3, dimmed());
}

QStringList TimeSeriesTile::legendColumns(Place place) const
{
    // The last whole bucket: a number whose span is not named could be anything.
    const QString last =
        snapshot().bucketUs > 0 ? tr("last %1").arg(formatSpan(snapshot().bucketUs, locale())) : tr("last");
    if (place != Place::Table)
        return {last};
    return {last, tr("min"), tr("max"), tr("mean"), adds() ? tr("sum") : tr("whole window")};
}

LegendEntry TimeSeriesTile::legendEntry(qsizetype index, Place place) const
{
    const Series &series = snapshot().series[index];
    LegendEntry entry{
        index, look(series), seriesLabel(series, hiddenGroups(snapshot())), {lastValue(series)}, isHidden(series)};
    if (place == Place::Table) {
        const Figures figures = figuresOf(series.points);
        const double mean = figures.count > 0 ? figures.sum / double(figures.count) : qQNaN();
        entry.values << valueOf(figures.low) << valueOf(figures.high) << valueOf(mean)
                     << valueOf(series.total.value_or(adds() ? figures.sum : qQNaN()));
    }
    return entry;
}

void TimeSeriesTile::prepareLegend()
{
    const Place place = placeOf(spec(), snapshot().series.size(), bodyRect().width());
    QList<LegendEntry> entries;
    for (qsizetype i = 0; place != Place::None && i < snapshot().series.size(); ++i)
        entries << legendEntry(i, place);
    m_legend.set(place, entries, legendColumns(place));
    m_legend.layOut(QRect(QPoint(), bodyRect().size()), theme());
    m_legendFocus = std::min<qsizetype>(m_legendFocus, entries.size() - 1);
}

std::pair<qint64, qint64> TimeSeriesTile::shownSpan() const
{
    return m_view ? std::pair{m_view->fromUs, m_view->toUs} : std::pair{snapshot().windowFromUs, snapshot().windowToUs};
}

// The window moves on under a closer look; what has left it is gone.
void TimeSeriesTile::keepViewInside()
{
    if (!m_view)
        return;
    const qint64 length = m_view->toUs - m_view->fromUs;
    const qint64 whole = snapshot().windowToUs - snapshot().windowFromUs;
    if (whole <= 0 || (length >= whole && !m_view->left)) {
        m_view.reset();
        return;
    }
    const qint64 span = std::min(length, whole);
    m_view->fromUs = std::clamp(m_view->fromUs, snapshot().windowFromUs, snapshot().windowToUs - span);
    m_view->toUs = m_view->fromUs + span;
}

TimeSeriesTile::Axis TimeSeriesTile::axisOf(AxisSide side, qreal height) const
{
    const SeriesOptions &options = spec().options.series;
    const auto [from, to] = shownSpan();
    ValueRange range = rangeOf(m_plot, side, from, to, snapshot().bucketUs);
    AxisOptions wanted{fromZero(), options.logarithmic && !isStacked(spec()), {}, {}, options.soft};
    if (side == AxisSide::Left) {
        wanted.min = options.min;
        wanted.max = options.max;
        for (const ReferenceLine &line : options.lines)
            range.add(line.value);
    }
    if (isPercent(spec())) {
        range.add(0);
        range.add(range.low < 0 ? -1 : 1);
        wanted.min = range.low < 0 ? -1 : 0;
        wanted.max = 1;
    }
    const auto &zoomed =
        side == AxisSide::Left ? (m_view ? m_view->left : std::nullopt) : (m_view ? m_view->right : std::nullopt);
    if (zoomed) {
        wanted.min = zoomed->first;
        wanted.max = zoomed->second;
        wanted.soft = false;
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Axis made;
    made.axis = wanted.logarithmic
                    ? valueAxis(range.leastPositive > 0 ? range.leastPositive : nan, range.isEmpty() ? nan : range.high,
                                height, wanted)
                    : valueAxis(range.isEmpty() ? nan : range.low, range.isEmpty() ? nan : range.high, height, wanted);
    NumberFormat format = spec().format;
    if (isPercent(spec()))
        format = {NumberFormat::Style::Percent, {}, -1, 1};
    made.texts = tickTexts(made.axis, format, locale());
    return made;
}

void TimeSeriesTile::prepareAxes(qreal height)
{
    m_hasRight =
        std::any_of(m_plot.begin(), m_plot.end(), [](const PlottedSeries &one) { return one.side == AxisSide::Right; });
    m_left = axisOf(AxisSide::Left, height);
    m_right = m_hasRight ? axisOf(AxisSide::Right, height) : Axis();
}

void TimeSeriesTile::prepare()
{
    m_colours.assign(snapshot().series);
    keepViewInside();
    prepareLegend();
    m_plot = plottedSeries(spec(), snapshot(), [this](const Series &series) { return isHidden(series); });
    const QRect room = m_legend.chartRoom();
    const qreal height = room.height() - kTopSpace - kAxisHeight;
    prepareAxes(height);
    const TabularText labels(theme().font(TypeRole::Caption));
    const auto widest = [&](const QStringList &texts) {
        qreal width = 0;
        for (const QString &text : texts)
            width = std::max(width, labels.advance(text));
        return std::ceil(width) + 8;
    };
    const qreal left = widest(m_left.texts);
    const qreal right = m_hasRight ? widest(m_right.texts) + 2 : kRightSpace;
    m_area = QRectF(left, kTopSpace, room.width() - left - right, std::max(8.0, height));
    const QString zone = spec().bindings.isEmpty() ? QString() : spec().bindings.first().window.timeZone;
    const auto [from, to] = shownSpan();
    m_ticks = timeTicks(from, to, m_area.width(), zoneFor(zone), locale(),
                        [&](const QString &text) { return labels.advance(text); });
}

void TimeSeriesTile::layoutBody(const QRect &body, bool visible)
{
    m_reset->setVisible(visible && m_view.has_value());
    if (!m_view)
        return;
    const QSize size = m_reset->sizeHint();
    const QRectF plot = m_area.translated(body.topLeft());
    m_reset->setGeometry(QRect(QPoint(int(plot.right()) - size.width() - 4, int(plot.top()) + 4), size));
}

ChartGeometry TimeSeriesTile::geometry(const QRect &body, AxisSide side) const
{
    const ValueAxis &axis = side == AxisSide::Left ? m_left.axis : m_right.axis;
    const auto [from, to] = shownSpan();
    return {m_area.translated(body.topLeft()), from, to, axis.low, axis.high, axis.logarithmic};
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

} // namespace hookboard
