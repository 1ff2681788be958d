#include "ui/dashboard/tiles/gaugetile.h"

#include "ui/style/plaintext.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qreal kGaugeArcWidth = 12;
constexpr qreal kGaugeBandWidth = 3;
constexpr qreal kGaugeBandGap = 2;
constexpr qreal kGaugeTargetWidth = 2;
constexpr qreal kGaugeTargetReach = 3; // over the arc, inwards
constexpr qreal kGaugeOverhang = 10;   // degrees of the arc below the horizontal, on each side
constexpr qreal kGaugeSweep = 180 + 2 * kGaugeOverhang;
constexpr qreal kGaugeLeastRadius = 44;
constexpr qreal kGaugeMostRadius = 170;
constexpr qreal kGaugePlainRadius = 110; // larger arcs grow thicker with their size
constexpr qreal kGaugeLineFactor = 1.17;
constexpr qreal kGaugeTextShare = 0.86; // of the room between the ends of the arc
constexpr qreal kGaugeStayShare = 0.25; // a scale stays until the value uses less of it
constexpr double kGaugeLongEnd = 10'000;
constexpr int kGaugeSmallest = 12; // of a number that fits in no other way
constexpr int kGaugeSmall = 16;
constexpr int kGaugeGap = 6;
constexpr double kGaugeLargest = 1e306;

qreal radians(qreal degrees)
{
    return degrees * std::numbers::pi / 180;
}

// The smallest of 1, 2, 5, 10 ... that is at least so large.
double roundUp(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (value <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

// Counter-clockwise from three o'clock, as painters have it.
qreal angleOf(double share)
{
    return 180 + kGaugeOverhang - share * kGaugeSweep;
}

QPointF onCircle(const QPointF &centre, qreal radius, qreal degrees)
{
    return centre + QPointF(std::cos(radians(degrees)), -std::sin(radians(degrees))) * radius;
}

void strokeArc(QPainter &painter, const QPointF &centre, qreal radius, double from, double to, const QColor &colour,
               qreal width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    const QRectF circle(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    painter.drawArc(circle, qRound(angleOf(from) * 16), qRound(-(to - from) * kGaugeSweep * 16));
}

} // namespace

double GaugeScale::share(double value) const
{
    return high > low ? std::clamp((value / 2 - low / 2) / (high / 2 - low / 2), 0.0, 1.0) : 0; // halves: no overflow
}

GaugeScale gaugeScale(const TileSpec &spec, std::optional<double> value)
{
    const GaugeOptions &options = spec.options.gauge;
    double lowest = value.value_or(0);
    double highest = value.value_or(0);
    for (const Threshold &threshold : spec.thresholds) {
        lowest = std::min(lowest, threshold.from);
        highest = std::max(highest, threshold.from * 1.05); // the last band has room too
    }
    if (options.target) {
        lowest = std::min(lowest, *options.target);
        highest = std::max(highest, *options.target);
    }
    GaugeScale scale;
    scale.low = options.min.value_or(lowest < 0 ? -roundUp(-lowest) : 0);
    scale.high = options.max.value_or(highest > 0 || scale.low >= 0 ? roundUp(highest) : 0);
    if (!options.max && scale.high <= scale.low) // a fixed beginning beyond all that was seen
        scale.high = scale.low + roundUp(std::abs(scale.low));
    // The ends of a scale are numbers, whatever a payload says.
    scale.low = std::clamp(scale.low, -kGaugeLargest, kGaugeLargest);
    scale.high = std::clamp(scale.high, -kGaugeLargest, kGaugeLargest);
    return scale;
}

GaugeTile::GaugeTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
    : Tile(spec, theme, parent)
{}

std::optional<double> GaugeTile::value() const
{
    const auto number = snapshot().value ? snapshot().value->toDouble() : std::nullopt;
    return number && std::isfinite(*number) ? number : std::nullopt;
}

NumberText GaugeTile::number() const
{
    NumberText text = formatNumber(snapshot().value.value_or(Scalar()), spec().format, locale());
    text.number = plainLine(text.number, 60);
    return text;
}

QString GaugeTile::valueText() const
{
    return snapshot().value ? number().text() : QString();
}

// A scale that followed every value would move the arc even when the value stands still.
void GaugeTile::prepare()
{
    const std::optional<double> now = value();
    const GaugeScale fitting = gaugeScale(spec(), now);
    const GaugeScale fixed = gaugeScale(spec(), std::nullopt);
    const bool stays = m_scaled && now && fitting.low >= m_scale.low && fitting.high <= m_scale.high &&
                       fixed.low >= m_scale.low && fixed.high <= m_scale.high &&
                       std::abs(*now) >= kGaugeStayShare * std::max(std::abs(m_scale.low), std::abs(m_scale.high)) &&
                       !spec().options.gauge.min && !spec().options.gauge.max;
    if (!stays)
        m_scale = fitting;
    m_scaled = now.has_value();
}

ChipLook GaugeTile::ownChip() const
{
    return value() ? thresholdChip(spec(), *value(), locale()) : ChipLook();
}

QColor GaugeTile::valueColour() const
{
    QColor colour = theme().series(0);
    if (!spec().thresholds.isEmpty() && value()) {
        const auto reached = thresholdReached(spec(), *value());
        const auto severity = reached ? reached->severity : Threshold::Severity::Ok;
        colour = theme().colour(severity == Threshold::Severity::Error  ? Colour::ErrorFill
                                : severity == Threshold::Severity::Warn ? Colour::WarnFill
                                                                        : Colour::OkFill);
    }
    return dimmed() ? theme().dimmed(colour) : colour;
}

QList<GaugeTile::Band> GaugeTile::bands() const
{
    QList<Band> result;
    const QList<Threshold> &thresholds = spec().thresholds;
    const auto add = [&](double from, double to, Threshold::Severity severity) {
        const Band band{m_scale.share(from), m_scale.share(to),
                        theme().colour(severity == Threshold::Severity::Error  ? Colour::ErrorFill
                                       : severity == Threshold::Severity::Warn ? Colour::WarnFill
                                                                               : Colour::OkFill)};
        if (band.to > band.from)
            result.append(band);
    };
    if (!thresholds.isEmpty())
        add(m_scale.low, thresholds.first().from, Threshold::Severity::Ok);
    for (qsizetype i = 0; i < thresholds.size(); ++i)
        add(thresholds[i].from, i + 1 < thresholds.size() ? thresholds[i + 1].from : m_scale.high,
            thresholds[i].severity);
    if (dimmed()) {
        for (Band &band : result)
            band.colour = theme().dimmed(band.colour);
    }
    return result;
}

QString GaugeTile::endText(double end) const
{
    if (end == 0)
        return locale().toString(0);
    // The unit stands at the value; short notation where the ends would not find room.
    const bool isLong = std::abs(end * spec().format.scale) >= kGaugeLongEnd;
    const NumberText text =
        isLong ? formatCompact(end, spec().format, locale()) : formatNumber(end, spec().format, locale());
    return spec().format.style == NumberFormat::Style::Plain ? text.number : text.text();
}

QString GaugeTile::targetText() const
{
    if (!spec().options.gauge.target)
        return {};
    return tr("target %1").arg(formatNumber(*spec().options.gauge.target, spec().format, locale()).text());
}

// The largest step at which the number stays inside; short notation before it is ever cut.
GaugeTile::Fitted GaugeTile::fitted(qreal width, qreal height) const
{
    QList<int> steps = theme().numberSteps();
    const auto largest = [&](const QString &text) {
        int best = 0;
        for (const int step : std::as_const(steps)) {
            if (step * kGaugeLineFactor <= height && TabularText(theme().numberFont(step)).advance(text) <= width)
                best = step;
        }
        return best;
    };
    QStringList texts{number().text()};
    if (value()) {
        const NumberText brief = formatCompact(*value(), spec().format, locale());
        texts << brief.text() << brief.number;
    }
    for (const QString &text : std::as_const(texts)) {
        if (const int step = largest(text); step > 0)
            return {text, step};
    }
    steps = {kGaugeSmallest, kGaugeSmall};
    return {texts.last(), largest(texts.last())};
}

// As large as the body allows; 0 = the arc would be too small to read.
qreal GaugeTile::arcRadius(const QRect &body) const
{
    const int caption = theme().lineHeight(TypeRole::Caption);
    const qreal byHeight = (body.height() - caption - 2) / (1 + std::sin(radians(kGaugeOverhang)));
    const qreal radius = std::min({byHeight, body.width() / 2.0, kGaugeMostRadius});
    return radius >= kGaugeLeastRadius ? radius : 0;
}

void GaugeTile::paintBody(QPainter &painter, const QRect &body)
{
    const qreal radius = spec().options.gauge.shape == GaugeOptions::Shape::Arc ? arcRadius(body) : 0;
    if (radius > 0)
        paintArc(painter, body, radius);
    else
        paintLinear(painter, body);
}

void GaugeTile::paintArc(QPainter &painter, const QRect &body, qreal radius) const
{
    const qreal grown = std::max(1.0, radius / kGaugePlainRadius);
    const qreal thickness = kGaugeArcWidth * grown;
    const qreal bandWidth = kGaugeBandWidth * grown;
    const qreal height = radius * (1 + std::sin(radians(kGaugeOverhang))) + theme().lineHeight(TypeRole::Caption) + 2;
    const QPointF centre(body.left() + body.width() / 2.0, body.top() + (body.height() - height) / 2 + radius);
    const qreal outer = radius - bandWidth - kGaugeBandGap; // outer edge of the value's arc
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    strokeArc(painter, centre, outer - thickness / 2, 0, 1, theme().colour(Colour::Pressed), thickness);
    if (value())
        strokeArc(painter, centre, outer - thickness / 2, m_scale.share(std::max(m_scale.low, 0.0)),
                  m_scale.share(*value()), valueColour(), thickness);
    for (const Band &band : bands())
        strokeArc(painter, centre, radius - bandWidth / 2, band.from, band.to, band.colour, bandWidth);
    if (const auto target = spec().options.gauge.target) {
        const qreal angle = angleOf(m_scale.share(*target));
        painter.setPen(QPen(theme().colour(Colour::Text), kGaugeTargetWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(onCircle(centre, outer - thickness - kGaugeTargetReach, angle),
                         onCircle(centre, radius, angle));
    }
    painter.restore();
    paintArcTexts(painter, centre, radius, thickness);
}

void GaugeTile::paintArcTexts(QPainter &painter, const QPointF &centre, qreal radius, qreal thickness) const
{
    const qreal inner = radius - kGaugeBandWidth - kGaugeBandGap - thickness;
    const int captionHeight = theme().lineHeight(TypeRole::Caption);
    const TabularText caption(theme().font(TypeRole::Caption));
    // The ends, each below its end of the arc.
    const qreal endTop = centre.y() + radius * std::sin(radians(kGaugeOverhang)) + 1;
    const qreal endX = std::cos(radians(kGaugeOverhang)) * (radius - kGaugeBandWidth - thickness / 2);
    const QString low = endText(m_scale.low);
    const QString high = endText(m_scale.high);
    const qreal lowWidth = caption.advance(low) + 2;
    const qreal highWidth = caption.advance(high) + 2;
    const qreal lowLeft = std::max(centre.x() - endX - lowWidth / 2, 4.0);
    const qreal highLeft = std::min(centre.x() + endX - highWidth / 2, width() - highWidth - 4);
    painter.setPen(theme().colour(Colour::AxisText));
    caption.draw(painter, QRectF(lowLeft, endTop, lowWidth, captionHeight), Qt::AlignCenter, low);
    caption.draw(painter, QRectF(highLeft, endTop, highWidth, captionHeight), Qt::AlignCenter, high);

    const QString target = targetText();
    const QRectF between(lowLeft + lowWidth + 2, endTop, highLeft - lowLeft - lowWidth - 4, captionHeight);
    const qreal targetWidth = caption.advance(target) + 1;
    const bool targeted = !target.isEmpty() && targetWidth <= between.width();
    const Fitted big = fitted(2 * inner * kGaugeTextShare, inner * 0.62);
    if (big.step == 0)
        return;
    const qreal line = big.step * kGaugeLineFactor;
    const qreal bottom = targeted ? endTop - 1 : endTop + captionHeight * 0.4;
    const QRectF place(centre.x() - inner, bottom - line, 2 * inner, line);
    painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
    TabularText(theme().numberFont(big.step)).draw(painter, place, Qt::AlignCenter, big.text);
    if (!targeted)
        return;
    painter.setPen(theme().colour(Colour::TextSecondary));
    const qreal left = std::clamp(centre.x() - targetWidth / 2, between.left(), between.right() - targetWidth);
    caption.draw(painter, QRectF(left, endTop, targetWidth, captionHeight), Qt::AlignCenter, target);
}

void GaugeTile::paintLinear(QPainter &painter, const QRect &body) const
{
    const int captionHeight = theme().lineHeight(TypeRole::Caption);
    const int barHeight = int(kGaugeArcWidth + kGaugeBandGap + kGaugeBandWidth + kGaugeTargetReach);
    const int lower = barHeight + captionHeight + kGaugeGap;
    const bool barred = body.height() >= lower + theme().numberSteps().first() * kGaugeLineFactor;
    const Fitted big = fitted(body.width(), std::max(0, body.height() - (barred ? lower : 0)));
    const QString text = big.step > 0 ? big.text
                                      : elidedPlain(QFontMetrics(theme().numberFont(theme().numberSteps().first())),
                                                    big.text, body.width());
    const int step = std::max(big.step, theme().numberSteps().first());
    const int line = int(std::ceil(step * kGaugeLineFactor));
    const int spare = std::max(0, body.height() - line - (barred ? lower : 0));
    const QRect numberRect(body.left(), body.top() + spare / 3, body.width(), line);
    painter.setPen(theme().colour(dimmed() ? Colour::TextSecondary : Colour::Text));
    TabularText(theme().numberFont(step)).draw(painter, numberRect, Qt::AlignVCenter | Qt::AlignLeading, text);
    if (!barred)
        return;
    const QRect bar(body.left(), numberRect.bottom() + 1 + kGaugeGap, body.width(), barHeight);
    paintBar(painter, bar);
    const TabularText caption(theme().font(TypeRole::Caption));
    const QRect ends(body.left(), bar.bottom() + 1, body.width(), captionHeight);
    painter.setPen(theme().colour(Colour::AxisText));
    caption.draw(painter, ends, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, endText(m_scale.low));
    caption.draw(painter, ends, Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute, endText(m_scale.high));
    const QString target = targetText();
    const qreal side = std::max(caption.advance(endText(m_scale.low)), caption.advance(endText(m_scale.high))) + 8;
    const qreal width = caption.advance(target);
    if (target.isEmpty() || width > ends.width() - 2 * side)
        return;
    const qreal middle = ends.left() + ends.width() * m_scale.share(*spec().options.gauge.target);
    const qreal left = std::clamp(middle - width / 2, ends.left() + side, ends.right() - side - width);
    painter.setPen(theme().colour(Colour::TextSecondary));
    caption.draw(painter, QRectF(left, ends.top(), width + 1, ends.height()), Qt::AlignLeft | Qt::AlignVCenter, target);
}

// Numbers run from left to right in every language: the bar is not mirrored.
void GaugeTile::paintBar(QPainter &painter, const QRect &bar) const
{
    const auto x = [&](double share) { return bar.left() + int(std::lround(share * bar.width())); };
    const auto piece = [&](double from, double to, int top, int height, const QColor &colour) {
        painter.fillRect(QRect(x(from), top, std::max(to > from ? 1 : 0, x(to) - x(from)), height), colour);
    };
    const int top = bar.top() + int(kGaugeBandWidth + kGaugeBandGap);
    piece(0, 1, top, int(kGaugeArcWidth), theme().colour(Colour::Pressed));
    if (value()) {
        const double zero = m_scale.share(std::max(m_scale.low, 0.0));
        const double at = m_scale.share(*value());
        piece(std::min(zero, at), std::max(zero, at), top, int(kGaugeArcWidth), valueColour());
    }
    for (const Band &band : bands())
        piece(band.from, band.to, bar.top(), int(kGaugeBandWidth), band.colour);
    if (const auto target = spec().options.gauge.target) {
        const int at = std::clamp(x(m_scale.share(*target)) - 1, bar.left(), bar.right() - 1);
        painter.fillRect(QRect(at, bar.top(), int(kGaugeTargetWidth), bar.height()), theme().colour(Colour::Text));
    }
}

QString GaugeTile::tooltipAt(const QPoint &position) const
{
    if (!bodyRect().contains(position) || !snapshot().value)
        return Tile::tooltipAt(position);
    QStringList lines{number().text()};
    if (const QString target = targetText(); !target.isEmpty())
        lines << target;
    for (const Threshold &threshold : spec().thresholds)
        lines << thresholdText(spec(), threshold, locale());
    return lines.join(u'\n');
}

std::optional<NamedOrigin> GaugeTile::originAt(const QPoint &position) const
{
    return bodyRect().contains(position) && snapshot().value ? originOfWindow(facts()) : std::nullopt;
}

} // namespace hookboard
