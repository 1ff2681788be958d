#include "ui/dashboard/valueaxis.h"

#include "ui/style/numberformat.h"

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

constexpr int kMostValueTicks = 6;
constexpr qreal kTickSpacePx = 40;
// Numbers of a payload may be as large as they like: within these the span of an axis is a number, too.
constexpr double kLargest = 1e300;
constexpr double kLeastPositive = 1e-300;

double bounded(double value)
{
    return std::abs(value) < kLeastPositive ? 0 : std::clamp(value, -kLargest, kLargest);
}

double boundedPositive(double value)
{
    return std::clamp(value, kLeastPositive, kLargest);
}

double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double share = rough / power;
    return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
}

void addTicks(ValueAxis &axis)
{
    axis.ticks.clear();
    const auto first = std::llround(std::ceil(axis.low / axis.step - 1e-9));
    const auto last = std::llround(std::floor(axis.high / axis.step + 1e-9));
    for (auto i = first; i <= last && i - first < 2 * kMostValueTicks; ++i) {
        const double tick = double(i) * axis.step;
        axis.ticks << (std::abs(tick) < axis.step * 1e-9 ? 0.0 : tick);
    }
}

AxisOptions usable(AxisOptions options)
{
    const auto drop = [](std::optional<double> &bound, bool wrong) {
        if (bound && (wrong || !std::isfinite(*bound)))
            bound.reset();
    };
    drop(options.min, options.logarithmic && *options.min <= 0);
    drop(options.max, options.logarithmic && *options.max <= 0);
    for (std::optional<double> *bound : {&options.min, &options.max}) {
        if (*bound)
            *bound = options.logarithmic ? boundedPositive(**bound) : bounded(**bound);
    }
    if (options.min && options.max && *options.min >= *options.max) {
        options.min.reset();
        options.max.reset();
    }
    return options;
}

// Whole decades, or with few of them 1, 2 and 5 of each.
ValueAxis logAxis(double minimum, double maximum, qreal heightPx, const AxisOptions &options)
{
    if (!std::isfinite(minimum) || !std::isfinite(maximum) || minimum <= 0 || maximum < minimum) {
        minimum = 1;
        maximum = 10;
    }
    minimum = boundedPositive(minimum);
    maximum = boundedPositive(maximum);
    ValueAxis axis;
    axis.logarithmic = true;
    axis.low = std::pow(10.0, std::floor(std::log10(minimum) + 1e-9));
    axis.high = std::pow(10.0, std::ceil(std::log10(maximum) - 1e-9));
    if (options.min)
        axis.low = options.soft ? std::min(axis.low, *options.min) : *options.min;
    if (options.max)
        axis.high = options.soft ? std::max(axis.high, *options.max) : *options.max;
    if (axis.high <= axis.low)
        axis.high = axis.low * 10;
    const double decades = std::log10(axis.high) - std::log10(axis.low);
    const int most = std::clamp(int(heightPx / kTickSpacePx), 1, kMostValueTicks - 1) + 1;
    const bool fine = decades * 3 <= most;
    const int every = std::max(1, int(std::ceil((decades + 1) / most - 1e-9)));
    for (int power = int(std::floor(std::log10(axis.low) + 1e-9)); power <= std::log10(axis.high) + 1e-9; ++power) {
        for (const int digit : {1, 2, 5}) {
            const double tick = digit * std::pow(10.0, power);
            const bool wanted = fine || (digit == 1 && power % every == 0);
            if (wanted && tick >= axis.low * (1 - 1e-9) && tick <= axis.high * (1 + 1e-9))
                axis.ticks << tick;
        }
    }
    return axis;
}

} // namespace

ValueAxis valueAxis(double minimum, double maximum, qreal heightPx, const AxisOptions &wanted)
{
    const AxisOptions options = usable(wanted);
    if (options.logarithmic)
        return logAxis(minimum, maximum, heightPx, options);
    if (!options.min && !options.max)
        return valueAxis(minimum, maximum, heightPx, options.fromZero);
    const bool known = std::isfinite(minimum) && std::isfinite(maximum) && minimum <= maximum;
    minimum = bounded(minimum);
    maximum = bounded(maximum);
    if (options.fromZero || !known) {
        minimum = std::min(0.0, known ? minimum : 0.0);
        maximum = std::max(0.0, known ? maximum : 0.0);
    }
    if (options.min)
        minimum = options.soft ? std::min(minimum, *options.min) : *options.min;
    if (options.max)
        maximum = options.soft ? std::max(maximum, *options.max) : *options.max;
    if (maximum <= minimum) { // all data lie beyond the one bound that is fixed
        const double room = minimum == 0 ? 1 : std::abs(minimum) * 0.1;
        (options.max && !options.min ? minimum : maximum) =
            options.max && !options.min ? maximum - room : minimum + room;
    }
    const int intervals = std::clamp(int(heightPx / kTickSpacePx), 1, kMostValueTicks - 1);
    ValueAxis axis;
    axis.step = roundStep((maximum - minimum) / intervals);
    const bool lowFixed = options.min && !options.soft;
    const bool highFixed = options.max && !options.soft;
    axis.low = lowFixed ? minimum : std::floor(minimum / axis.step + 1e-9) * axis.step;
    axis.high = highFixed ? maximum : std::ceil(maximum / axis.step - 1e-9) * axis.step;
    addTicks(axis);
    return axis;
}

ValueAxis valueAxis(double minimum, double maximum, qreal heightPx, bool fromZero)
{
    if (!std::isfinite(minimum) || !std::isfinite(maximum) || maximum < minimum) {
        minimum = 0;
        maximum = 1;
    }
    minimum = bounded(minimum);
    maximum = bounded(maximum);
    // Without room to tell them apart, small variations on a large value would look like drama.
    const bool near = minimum >= 0 && minimum < 0.6 * maximum;
    if (fromZero || near) {
        minimum = std::min(0.0, minimum);
        maximum = std::max(0.0, maximum);
    }
    if (maximum - minimum <= std::abs(maximum) * 1e-12) {
        const double pad = maximum == 0 ? 1 : std::abs(maximum) * 0.1;
        maximum += pad;
        minimum = minimum == 0 ? 0 : minimum - pad;
    }
    const int intervals = std::clamp(int(heightPx / kTickSpacePx), 1, kMostValueTicks - 1);
    double step = roundStep((maximum - minimum) / intervals);
    ValueAxis axis;
    for (int round = 0; round < 4; ++round) {
        axis.low = std::floor(minimum / step + 1e-9) * step;
        axis.high = std::ceil(maximum / step - 1e-9) * step;
        if (std::lround((axis.high - axis.low) / step) <= intervals || round == 3)
            break;
        step = roundStep(step * 1.5);
    }
    axis.step = step;
    addTicks(axis);
    return axis;
}

QStringList tickTexts(const ValueAxis &axis, const NumberFormat &format, const QLocale &locale)
{
    NumberFormat own = format;
    const double step = std::abs(axis.step * format.scale * (format.style == NumberFormat::Style::Percent ? 100 : 1));
    const int needed = step > 0 ? std::max(0, int(-std::floor(std::log10(step) + 1e-9))) : 0;
    const double largest = std::max(std::abs(axis.low), std::abs(axis.high)) * std::abs(format.scale);
    const bool compact = largest >= 10'000 &&
                         (format.style == NumberFormat::Style::Plain || format.style == NumberFormat::Style::Currency);
    const bool decimal = format.style == NumberFormat::Style::Plain || format.style == NumberFormat::Style::Currency ||
                         format.style == NumberFormat::Style::Percent;
    if (decimal && !axis.logarithmic)
        own.decimals = needed;
    QStringList texts;
    for (double tick : axis.ticks) {
        // A bare zero needs no unit and no currency.
        if (tick == 0)
            texts << locale.toString(0);
        else
            texts << (compact ? formatCompact(tick, own, locale) : formatNumber(tick, own, locale)).text();
    }
    return texts;
}

} // namespace hookboard
