// histogramOf(): where the bars of a Distribution begin and end, and how many values each holds.
#include "core/aggregate/distribution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace hookboard {

namespace {

constexpr int kMostAutomatic = 60;
constexpr int kLeastAutomatic = 5;
constexpr quint64 kTailFrom = 50;    // fewer values have no tails
constexpr double kTailShare = 0.005; // of the values, at each end
constexpr std::array kBinsPerDecade{0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0};

double above(double value)
{
    constexpr double kMost = std::numeric_limits<double>::max();
    return value < kMost ? std::nextafter(value, kMost) : kMost;
}

// The nearest of 1, 2, 5, 10 ..., by ratio.
double roundWidth(double width)
{
    const double power = std::pow(10.0, std::floor(std::log10(width)));
    const double share = width / power;
    return (share < std::sqrt(2.0) ? 1 : share < std::sqrt(10.0) ? 2 : share < std::sqrt(50.0) ? 5 : 10) * power;
}

double widerRound(double width)
{
    return roundWidth(width * 2.2);
}

// Multiples of the width that hold [low, high], high below the last one. At most `most` bars: the width is taken so
// many times.
QList<double> multiples(double low, double high, double width, int most)
{
    if (!(width > 0) || !std::isfinite(low / width) || !std::isfinite(high / width))
        return {low, above(high)};
    const double bars = std::floor(high / width) - std::floor(low / width) + 1;
    if (bars > most)
        width *= std::ceil((high - low) / width / (most - 1));
    const double first = std::floor(low / width);
    QList<double> edges{first * width};
    for (int i = 1; i <= most + 1 && edges.last() <= high; ++i) {
        if (const double edge = (first + i) * width; edge > edges.last()) // else it adds nothing to numbers this large
            edges.append(edge);
    }
    if (edges.last() <= high)
        edges.append(above(high));
    return edges;
}

struct Range
{
    double low = 0;
    double high = 0;
};

// Without the far ends; those get a bar each.
Range core(const Distribution &values)
{
    Range range{values.min(), values.max()};
    if (values.count() < kTailFrom)
        return range;
    const double low = values.quantile(kTailShare);
    const double high = values.quantile(1 - kTailShare);
    const double spread = high - low;
    if (spread <= 0)
        return range;
    if (range.high - high > spread)
        range.high = high;
    if (low - range.low > spread)
        range.low = low;
    return range;
}

double automaticWidth(const Distribution &values, const Range &range)
{
    const double spread = range.high - range.low;
    const bool whole = values.isWhole();
    if (!(spread > 0)) {
        const double size = std::abs(range.high);
        return whole ? std::max(1.0, roundWidth(std::max(size, 1.0) / 20)) : roundWidth((size > 0 ? size : 1) / 10);
    }
    const double lower = values.quantile(0.25);
    const double upper = values.quantile(0.75);
    double width = 2 * (upper - lower) / std::cbrt(double(values.count()));
    if (!(width > 0)) // most values are the same: Sturges
        width = spread / (std::ceil(std::log2(double(values.count()))) + 1);
    width = roundWidth(std::clamp(width, spread / kMostAutomatic, spread / kLeastAutomatic));
    while (spread / width > kMostAutomatic)
        width = widerRound(width);
    if (whole)
        return std::max(width, 1.0);
    const double finest = Distribution::kEdgeError * std::max(std::abs(lower), std::abs(upper));
    while (!values.isExact() && width < finest)
        width = widerRound(width);
    return width;
}

QList<double> equalEdges(const Distribution &values, int bins);

QList<double> automaticEdges(const Distribution &values)
{
    const Range range = core(values);
    if (!std::isfinite(range.high - range.low))
        return equalEdges(values, kMostAutomatic);
    QList<double> edges =
        multiples(range.low, range.high, automaticWidth(values, range), kMostAutomatic + kLeastAutomatic);
    if (values.min() < edges.first())
        edges.prepend(values.min());
    if (values.max() >= edges.last())
        edges.append(above(values.max()));
    return edges;
}

QList<double> equalEdges(const Distribution &values, int bins)
{
    const double low = values.min();
    const double width = values.max() / bins - low / bins;
    if (!(width > 0) || low + width <= low)
        return automaticEdges(values);
    QList<double> edges;
    for (int i = 0; i < bins; ++i)
        edges.append(low * (1 - double(i) / bins) + values.max() * (double(i) / bins));
    edges.append(above(values.max()));
    return edges;
}

double automaticPerDecade(const Distribution &values, double low, double decades)
{
    const double lower = std::log10(std::max(values.quantile(0.25), low));
    const double upper = std::log10(std::max(values.quantile(0.75), low));
    double width = 2 * (upper - lower) / std::cbrt(double(values.count()));
    if (!(width > 0))
        width = decades / (std::ceil(std::log2(double(values.count()))) + 1);
    width = std::clamp(width, decades / kMostAutomatic, decades / kLeastAutomatic);
    double perDecade = kBinsPerDecade.front();
    for (const double candidate : kBinsPerDecade) {
        if (candidate * width <= 1.3 && candidate * decades <= kMostAutomatic)
            perDecade = candidate;
    }
    return perDecade;
}

QList<double> logarithmicEdges(const Distribution &values, double low, int bins)
{
    const double decades = std::log10(values.max()) - std::log10(low);
    QList<double> edges;
    if (bins > 0 && decades > 0) {
        for (int i = 0; i < bins; ++i)
            edges.append(i == 0 ? low : std::pow(10.0, std::log10(low) + decades * i / bins));
        edges.append(above(values.max()));
    } else {
        const double perDecade = decades > 0 ? automaticPerDecade(values, low, decades) : 3;
        // The smallest value may be an edge itself, and its logarithm a hair above it.
        const double first = std::floor(std::log10(low) * perDecade + 1e-9);
        for (int i = 0; edges.isEmpty() || edges.last() <= values.max(); ++i)
            edges.append(std::pow(10.0, (first + i) / perDecade));
        if (edges.first() > low)
            edges.first() = low;
        if (!std::isfinite(edges.last()))
            edges.last() = std::numeric_limits<double>::max();
    }
    if (values.min() < edges.first())
        edges.prepend(values.min());
    return edges;
}

QList<double> edgesOf(const Distribution &values, const HistogramOptions &options)
{
    const int bins = std::clamp(options.bins, 0, kMostBins);
    if (options.logarithmic) {
        if (const auto low = values.smallestPositive())
            return logarithmicEdges(values, *low, bins);
    }
    if (std::isfinite(options.binWidth) && options.binWidth > 0 && std::isfinite(values.max() / options.binWidth) &&
        std::isfinite(values.min() / options.binWidth))
        return multiples(values.min(), values.max(), options.binWidth, kMostBins);
    return bins > 0 ? equalEdges(values, bins) : automaticEdges(values);
}

} // namespace

QList<Bin> histogramOf(const Distribution &distribution, const HistogramOptions &options)
{
    QList<Bin> result;
    if (distribution.count() == 0)
        return result;
    const QList<double> edges = edgesOf(distribution, options);
    quint64 before = distribution.below(edges.first());
    for (qsizetype i = 1; i < edges.size(); ++i) {
        // Everything is in some bar, whatever rounding did to the last edge.
        const quint64 upto = i + 1 < edges.size() ? distribution.below(edges[i]) : distribution.count();
        result.append({edges[i - 1], edges[i], double(upto - std::min(before, upto))});
        before = std::max(before, upto);
    }
    return result;
}

} // namespace hookboard
