#include "core/aggregate/distribution.h"

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

constexpr qsizetype kMostMarkers = 8;
// Beyond 2^53 every double is whole, and says nothing about the values.
constexpr double kWholeLimit = 9'007'199'254'740'992.0;

} // namespace

void Distribution::add(const QuantileSketch &sketch)
{
    if (!sketch.isExact() || qsizetype(m_values.size() + sketch.count()) > kMostExact) {
        m_exact = m_exact && sketch.isExact();
        m_rest.merge(sketch);
        return;
    }
    sketch.visit([this](double low, double high, quint64 count) { addPart(low, high, count); });
}

void Distribution::addPart(double low, double high, quint64 count)
{
    if (low < high && std::floor(high) == std::ceil(low)) // a single whole number lies between
        low = high = std::floor(high);
    m_min = m_count == 0 ? low : std::min(m_min, low);
    m_max = m_count == 0 ? high : std::max(m_max, high);
    m_count += count;
    m_whole = m_whole && low == high && std::floor(low) == low && std::abs(low) < kWholeLimit;
    (low == high ? m_values : m_bins).push_back({low, high, count, 0});
}

void Distribution::order(std::vector<Part> &parts)
{
    std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.low < b.low; });
    quint64 before = 0;
    for (Part &part : parts) {
        part.before = before;
        before += part.count;
    }
}

void Distribution::close()
{
    m_exact = m_exact && m_rest.isExact();
    m_rest.visit([this](double low, double high, quint64 count) { addPart(low, high, count); });
    m_rest = {};
    order(m_values);
    order(m_bins);
}

quint64 Distribution::total(const std::vector<Part> &parts)
{
    return parts.empty() ? 0 : parts.back().before + parts.back().count;
}

quint64 Distribution::below(double edge) const
{
    const auto starts = [](const Part &part, double at) { return part.low < at; };
    const auto value = std::lower_bound(m_values.begin(), m_values.end(), edge, starts);
    const quint64 values = value == m_values.end() ? total(m_values) : value->before;
    const auto after = std::lower_bound(m_bins.begin(), m_bins.end(), edge, starts);
    if (after == m_bins.begin())
        return values;
    const Part &cut = *std::prev(after);
    const double share = std::clamp((edge - cut.low) / (cut.high - cut.low), 0.0, 1.0);
    return values + cut.before + quint64(std::llround(share * double(cut.count)));
}

// Of a bin the point whose relative distance to both edges is the same.
double Distribution::valueOf(const Part &part)
{
    return part.low == part.high ? part.low : part.low * (2 * part.high / (part.low + part.high));
}

double Distribution::quantile(double q) const
{
    if (m_count == 0)
        return 0;
    quint64 rank = quantileRank(q, m_count);
    auto value = m_values.begin();
    auto bin = m_bins.begin();
    while (value != m_values.end() || bin != m_bins.end()) {
        const bool takeValue = bin == m_bins.end() || (value != m_values.end() && valueOf(*value) <= valueOf(*bin));
        const Part &part = takeValue ? *value++ : *bin++;
        if (rank < part.count)
            return valueOf(part);
        rank -= part.count;
    }
    return m_max;
}

std::optional<double> Distribution::smallestPositive() const
{
    std::optional<double> smallest;
    for (const std::vector<Part> *parts : {&m_values, &m_bins}) {
        const auto first = std::upper_bound(parts->begin(), parts->end(), 0.0,
                                            [](double zero, const Part &part) { return zero < part.low; });
        if (first != parts->end())
            smallest = smallest ? std::min(*smallest, first->low) : first->low;
    }
    return smallest;
}

QList<Percentile> percentilesOf(const Distribution &distribution, const HistogramOptions &options)
{
    QList<Percentile> result;
    if (distribution.count() == 0)
        return result;
    for (const int percent : options.markers.first(std::min(options.markers.size(), kMostMarkers))) {
        const int bounded = std::clamp(percent, 0, 100);
        result.append({bounded, distribution.quantile(bounded / 100.0)});
    }
    return result;
}

} // namespace hookboard
