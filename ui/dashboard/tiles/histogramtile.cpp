#include "ui/dashboard/tiles/histogramtile.h"

#include "ui/style/controlpainting.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kHistogramAxisHeight = 22;
constexpr int kHistogramMarkerHeight = 20;
constexpr int kHistogramTopSpace = 6;
constexpr int kHistogramRightSpace = 10;
constexpr int kHistogramMarkersFrom = 70; // lower bodies give all room to the bars
constexpr int kHistogramTailGap = 8;
constexpr int kHistogramTailLeast = 10;
constexpr int kHistogramTailMost = 28;
constexpr int kHistogramTickSpace = 16;
constexpr int kHistogramTickLength = 4;
constexpr qreal kHistogramSeamFrom = 4; // narrower bars stand without a seam
constexpr qreal kHistogramEdge = 1.5;
constexpr double kHistogramTailFactor = 1.01;
constexpr double kHistogramLeastTop = 4; // events are whole
constexpr int kHistogramFewBars = 5;     // fewer stand in the middle, no wider than these would

// The smallest of 1, 2, 5 times a power of ten that is larger.
double widerStep(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step) + 1e-9));
    const double share = step / power;
    return (share < 1.5 ? 2 : share < 3 ? 5 : 10) * power;
}

} // namespace

HistogramTile::HistogramTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

// As it was asked for, and possible: values up to zero have no logarithm.
bool HistogramTile::isLogarithmic() const
{
    return spec().options.histogram.logarithmic && !snapshot().bins.isEmpty() && snapshot().bins.last().from > 0;
}

bool HistogramTile::isTail(qsizetype bin) const
{
    const QList<Bin> &bins = snapshot().bins;
    if (bins.size() < 3 || (bin != 0 && bin != bins.size() - 1))
        return false;
    const Bin &usual = bins[bins.size() / 2];
    if (isLogarithmic())
        return bins[bin].from <= 0 || bins[bin].to / bins[bin].from > usual.to / usual.from * kHistogramTailFactor;
    return bins[bin].to - bins[bin].from > (usual.to - usual.from) * kHistogramTailFactor;
}

double HistogramTile::position(double value) const
{
    return isLogarithmic() ? std::log10(value) : value;
}

QString HistogramTile::text(double value) const
{
    return formatNumber(value, spec().format, locale()).text();
}

QString HistogramTile::valueText() const
{
    QStringList parts;
    for (const Percentile &mark : snapshot().percentiles.first(std::min<qsizetype>(3, snapshot().percentiles.size())))
        parts << tr("p%1 %2").arg(locale().toString(mark.percent), text(mark.value));
    if (parts.isEmpty() && snapshot().value)
        parts << tr("median %1").arg(formatNumber(*snapshot().value, spec().format, locale()).text());
    return parts.join(u", "_s);
}

void HistogramTile::prepare()
{
    const QRect body = bodyRect();
    const QList<Bin> &bins = snapshot().bins;
    double most = 0;
    for (const Bin &bin : bins)
        most = std::max(most, bin.count);
    const bool marked = !snapshot().percentiles.isEmpty() && body.height() >= kHistogramMarkersFrom;
    const qreal top = marked ? kHistogramMarkerHeight : kHistogramTopSpace;
    const qreal height = body.height() - top - kHistogramAxisHeight;
    m_axis = valueAxis(0, std::max(most, kHistogramLeastTop), height, true);
    m_axisTexts = tickTexts(m_axis, {}, locale());
    const TabularText labels(theme().font(TypeRole::Caption));
    qreal widest = 0;
    for (const QString &label : std::as_const(m_axisTexts))
        widest = std::max(widest, labels.advance(label));
    const qreal left = std::ceil(widest) + 8;
    m_plot = QRectF(left, top, body.width() - left - kHistogramRightSpace, std::max(8.0, height));
    placeBars(m_plot);
    chooseTicks();
}

// What the axis spans, without the tails; at least as much as a few bars are wide.
std::pair<double, double> HistogramTile::domain() const
{
    const QList<Bin> &bins = snapshot().bins;
    const qsizetype first = isTail(0) ? 1 : 0;
    const qsizetype last = bins.size() - (isTail(bins.size() - 1) ? 2 : 1);
    double low = position(bins[first].from);
    double high = position(bins[last].to);
    const auto missing = double(kHistogramFewBars - (last - first + 1));
    if (missing > 0) {
        const double bar = position(bins[last].to) - position(bins[last].from);
        low -= bar * missing / 2;
        high += bar * missing / 2;
    }
    return {low, high};
}

void HistogramTile::placeBars(const QRectF &plot)
{
    m_slots.clear();
    m_middle = plot;
    const QList<Bin> &bins = snapshot().bins;
    if (bins.isEmpty())
        return;
    const bool lowTail = isTail(0);
    const bool highTail = isTail(bins.size() - 1);
    const qreal usual = plot.width() / qreal(bins.size() + 1);
    const qreal tail = std::clamp<qreal>(std::floor(usual), kHistogramTailLeast, kHistogramTailMost);
    m_middle.adjust(lowTail ? tail + kHistogramTailGap : 0, 0, highTail ? -tail - kHistogramTailGap : 0, 0);
    const auto [low, high] = domain();
    for (qsizetype i = 0; i < bins.size(); ++i) {
        if (isTail(i)) {
            m_slots << QRectF(i == 0 ? plot.left() : plot.right() - tail, plot.top(), tail, plot.height());
            continue;
        }
        const auto at = [&](double value) {
            const double share = high > low ? (position(value) - low) / (high - low) : 0;
            return std::round(m_middle.left() + share * m_middle.width());
        };
        const qreal from = at(bins[i].from);
        m_slots << QRectF(from, plot.top(), std::max(1.0, at(bins[i].to) - from), plot.height());
    }
}

qreal HistogramTile::x(double value) const
{
    const QList<Bin> &bins = snapshot().bins;
    if (isTail(0) && value < bins.first().to)
        return m_slots.first().center().x();
    if (isTail(bins.size() - 1) && value >= bins.last().from)
        return m_slots.last().center().x();
    const auto [low, high] = domain();
    const double share = high > low ? (position(value) - low) / (high - low) : 0;
    return m_middle.left() + std::clamp(share, 0.0, 1.0) * m_middle.width();
}

// Round values, as many as find room beside one another.
void HistogramTile::chooseTicks()
{
    m_ticks.clear();
    const QList<Bin> &bins = snapshot().bins;
    if (bins.isEmpty())
        return;
    const auto [low, high] = domain();
    if (!(high > low) || !std::isfinite(high - low))
        return;
    const TabularText labels(theme().font(TypeRole::Caption));
    const double power = std::pow(10.0, std::floor(std::log10(high - low)) - 1);
    if (!std::isnormal(power)) // closer to one another than ticks can tell
        return;
    for (double step = isLogarithmic() ? 1 : power;; step = widerStep(step)) {
        if ((high - low) / step > m_middle.width() / kHistogramTickSpace)
            continue;
        if (low + step <= low || high + step <= high) // less than what tells these numbers apart
            continue;
        ValueAxis axis{low, high, step, {}};
        for (double tick = std::ceil(low / step - 1e-9) * step; tick <= high + step * 1e-9; tick += step)
            axis.ticks << (std::abs(tick) < step * 1e-9 ? 0.0 : tick);
        QStringList texts;
        if (isLogarithmic()) {
            for (double &tick : axis.ticks) {
                tick = std::pow(10.0, tick);
                texts << formatCompact(tick, spec().format, locale()).text();
            }
        } else {
            NumberFormat format = spec().format;
            const bool seconds = format.style == NumberFormat::Style::Duration && step * format.scale >= 1;
            if (seconds && format.decimals < 0)
                format.decimals = 0;
            texts = tickTexts(axis, format, locale());
        }
        qreal widest = 0;
        for (const QString &label : std::as_const(texts))
            widest = std::max(widest, labels.advance(label));
        if ((widest + kHistogramTickSpace) * double(axis.ticks.size()) >
                m_middle.width() + widest + kHistogramTickSpace &&
            axis.ticks.size() > 1)
            continue;
        for (qsizetype i = 0; i < axis.ticks.size(); ++i)
            m_ticks << Tick{axis.ticks[i], texts.value(i)};
        return;
    }
}

void HistogramTile::paintBody(QPainter &painter, const QRect &body)
{
    if (snapshot().bins.isEmpty() || m_plot.width() < 20 || m_slots.size() != snapshot().bins.size())
        return;
    const ChartGeometry chart{m_plot.translated(body.topLeft()), 0, 1, m_axis.low, m_axis.high};
    painter.save();
    painter.translate(body.left(), 0);
    ChartGeometry axes = chart;
    axes.plot.translate(-body.left(), 0);
    paintValueAxis(painter, theme(), axes, m_axis, m_axisTexts);
    painter.restore();
    paintBars(painter, chart, body);
    // Over the feet of the bars, which would hide it.
    painter.fillRect(QRectF(chart.plot.left(), std::round(chart.y(0)), chart.plot.width(), 1),
                     theme().colour(Colour::Axis));
    paintTicks(painter, chart, body);
    if (m_plot.top() >= kHistogramMarkerHeight)
        paintMarkers(painter, chart, body);
}

void HistogramTile::paintBars(QPainter &painter, const ChartGeometry &chart, const QRect &body) const
{
    QColor fill = theme().series(0);
    if (dimmed())
        fill = theme().dimmed(fill);
    const qreal foot = std::round(chart.y(0));
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        const double count = snapshot().bins[i].count;
        if (count <= 0)
            continue;
        const qreal top = std::min(std::round(chart.y(count)), foot - 1); // one event is seen beside a million
        QRectF bar = m_slots[i].translated(body.topLeft());
        bar.setTop(top);
        bar.setBottom(foot);
        if (bar.width() >= kHistogramSeamFrom)
            bar.setRight(bar.right() - 1);
        if (isTail(i))
            controls::frame(painter, bar, 0, theme().colour(Colour::Sunken), fill,
                            std::min(kHistogramEdge, bar.height() / 2));
        else
            painter.fillRect(bar, fill);
    }
}

void HistogramTile::paintTicks(QPainter &painter, const ChartGeometry &chart, const QRect &body) const
{
    const TabularText labels(theme().font(TypeRole::Caption));
    const qreal top = std::round(chart.plot.bottom()) + 1;
    const QList<Bin> &bins = snapshot().bins;
    painter.setPen(theme().colour(Colour::AxisText));
    const auto draw = [&](const QString &text, qreal middle, qreal &free) {
        const qreal width = labels.advance(text) + 2;
        const qreal left = std::clamp(middle - width / 2, qreal(body.left()), body.right() + 1 - width);
        if (left < free)
            return;
        labels.draw(painter, QRectF(left, top + kHistogramTickLength, width, 16), Qt::AlignCenter, text);
        free = left + width + 4;
    };
    qreal free = body.left();
    if (isTail(0))
        draw(u"< "_s + text(bins[1].from), body.left() + m_slots.first().center().x(), free);
    // The label of the last bar is worth more than that of a tick under it.
    qreal end = body.right() + 1;
    const QString beyond = isTail(bins.size() - 1) ? u"\u2265 "_s + text(bins.last().from) : QString();
    if (!beyond.isEmpty())
        end -= std::max(labels.advance(beyond) + 10,
                        body.right() - (body.left() + m_slots.last().center().x()) + labels.advance(beyond) / 2 + 8);
    for (const Tick &tick : m_ticks) {
        const qreal at = std::round(body.left() + x(tick.value));
        painter.fillRect(QRectF(std::min(at, chart.plot.right() - 1), top, 1, kHistogramTickLength),
                         theme().colour(Colour::Axis));
        if (at + labels.advance(tick.text) / 2 <= end)
            draw(tick.text, at, free);
    }
    if (!beyond.isEmpty())
        draw(beyond, body.left() + m_slots.last().center().x(), free);
}

// A dashed line with its name above; where two names would meet, the later one stands without its value, or not at all.
void HistogramTile::paintMarkers(QPainter &painter, const ChartGeometry &chart, const QRect &body) const
{
    const TabularText labels(theme().font(TypeRole::Caption));
    const QList<Percentile> &marks = snapshot().percentiles;
    QPen pen(theme().colour(Colour::Text), 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 3});
    qreal free = body.left();
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const qreal at = std::round(body.left() + x(marks[i].value)) + 0.5;
        painter.setPen(pen);
        painter.drawLine(QPointF(at, chart.plot.top() - 2), QPointF(at, chart.plot.bottom()));
        const qreal next = i + 1 < marks.size() ? body.left() + x(marks[i + 1].value) : body.right() + 40.0;
        const QString name = tr("p%1").arg(locale().toString(marks[i].percent));
        for (const QString &label : {name + u' ' + text(marks[i].value), name}) {
            const qreal width = labels.advance(label) + 2;
            const qreal left = std::clamp(at - width / 2, qreal(body.left()), body.right() + 1 - width);
            const qreal room = label == name ? body.right() + 1.0 : next - labels.advance(name) / 2 - 6;
            if (left < free || (left + width > room && label != name))
                continue;
            painter.setPen(theme().colour(Colour::AxisText));
            labels.draw(painter, QRectF(left, body.top(), width, kHistogramMarkerHeight - 3), Qt::AlignCenter, label);
            free = left + width + 6;
            break;
        }
    }
}

QString HistogramTile::rangeText(const Bin &bin) const
{
    const QList<Bin> &bins = snapshot().bins;
    if (isTail(0) && bin == bins.first())
        return tr("below %1").arg(text(bin.to));
    if (isTail(bins.size() - 1) && bin == bins.last())
        return tr("from %1 on").arg(text(bin.from));
    return tr("%1 to %2").arg(text(bin.from), text(bin.to));
}

qsizetype HistogramTile::binAt(const QPoint &position) const
{
    const qreal at = position.x() - bodyRect().left();
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        if (at >= m_slots[i].left() && at < m_slots[i].right())
            return i;
    }
    return -1;
}

QString HistogramTile::tooltipAt(const QPoint &position) const
{
    if (!bodyRect().contains(position) || snapshot().bins.isEmpty())
        return Tile::tooltipAt(position);
    const qsizetype at = binAt(position);
    if (at < 0)
        return {};
    double total = 0;
    for (const Bin &bin : snapshot().bins)
        total += bin.count;
    const Bin &bin = snapshot().bins[at];
    const QString count = formatCount(quint64(bin.count), locale());
    return rangeText(bin) + u'\n' +
           (total > 0 ? tr("%1 events, %2").arg(count, formatPercent(bin.count / total, locale())) : count);
}

std::optional<NamedOrigin> HistogramTile::originAt(const QPoint &position) const
{
    const qsizetype at = bodyRect().contains(position) ? binAt(position) : -1;
    if (at < 0 || snapshot().bins[at].count <= 0)
        return std::nullopt;
    const Bin &bin = snapshot().bins[at];
    // The outermost bars hold their outer edges too.
    const bool first = at == 0;
    const bool last = at == snapshot().bins.size() - 1;
    return originOfBin(facts(), first ? std::nullopt : std::optional(bin.from),
                       last ? std::nullopt : std::optional(bin.to), rangeText(bin));
}

} // namespace hookboard
