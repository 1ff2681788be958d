#include "ui/dashboard/valueaxis.h"

#include "ui/style/numberformat.h"

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

constexpr int kMostValueTicks = 6;
constexpr qreal kTickSpacePx = 40;

double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double share = rough / power;
    return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
}

} // namespace

ValueAxis valueAxis(double minimum, double maximum, qreal heightPx, bool fromZero)
{
    if (!std::isfinite(minimum) || !std::isfinite(maximum) || maximum < minimum) {
        minimum = 0;
        maximum = 1;
    }
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
    const auto count = std::lround((axis.high - axis.low) / step);
    for (long i = 0; i <= count; ++i) {
        const double tick = axis.low + double(i) * step;
        axis.ticks << (std::abs(tick) < step * 1e-9 ? 0.0 : tick);
    }
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
    if (decimal)
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
