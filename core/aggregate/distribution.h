// Distribution: how the values of one window lie, put together from the quantile sketches of its buckets; asked for by
// histogramOf(). Made, filled, closed and read within one call; a value.
//
// How exact: buckets with at most QuantileSketch::kExactLimit values bring them as they are, and as long as all do (and
// there are no more than kMostExact) every count and percentile is exact. Of fuller buckets a count is only wrong by
// values that lie within kEdgeError of an edge, and a percentile by QuantileSketch::kRelativeError. A bin of a sketch
// that holds a single whole number counts as that number: small whole numbers stay exact, however many there are.
#pragma once

#include "core/aggregate/bucketstore.h"
#include "core/types/tilesnapshot.h"

#include <optional>
#include <vector>

namespace hookboard {

class Distribution
{
public:
    static constexpr qsizetype kMostExact = 16'384;
    // The width of a bin of the sketch, relative to the value: (1 + a) / (1 - a) - 1.
    static constexpr double kEdgeError = 2 * QuantileSketch::kRelativeError / (1 - QuantileSketch::kRelativeError);

    void add(const QuantileSketch &sketch);
    // After the last add(); before anything else is asked.
    void close();

    quint64 count() const { return m_count; }
    bool isExact() const { return m_bins.empty() && m_exact; }
    // No value is known to have a fraction.
    bool isWhole() const { return m_whole; }
    double min() const { return m_min; }
    double max() const { return m_max; }
    // How many values are below `edge`, rounded where it cuts a bin of the sketch. Never falls as the edge rises.
    quint64 below(double edge) const;
    // The value at rank floor(q * (count - 1)); 0 when empty.
    double quantile(double q) const;
    // Of the positive values; nullopt = there are none.
    std::optional<double> smallestPositive() const;

private:
    struct Part
    {
        double low = 0;
        double high = 0; // low of a value
        quint64 count = 0;
        quint64 before = 0; // counts of all parts of its list before it
    };
    static quint64 total(const std::vector<Part> &parts);
    void addPart(double low, double high, quint64 count);
    static void order(std::vector<Part> &parts);
    static double valueOf(const Part &part);

    std::vector<Part> m_values; // ascending
    std::vector<Part> m_bins;   // ascending, without overlap
    QuantileSketch m_rest;
    quint64 m_count = 0;
    bool m_exact = true;
    bool m_whole = true;
    double m_min = 0;
    double m_max = 0;
};

// The bars. Widths by the options; automatic ones after Freedman and Diaconis (2 IQR / cbrt(n)) in round steps of 1, 2
// or 5, between 5 and 60 bars, never finer than the values can be told apart, whole for whole numbers. With automatic
// widths, what lies far beyond the 0.5th or 99.5th percentile goes into one wider bar at that end, or a single outlier
// would press all others together. A fixed width that would give more than kMostBins bars is taken so many times.
// Logarithmic: a constant factor from bar to bar; values that have no logarithm are in one bar before the others.
// The last bar holds the largest value too.
inline constexpr int kMostBins = 200;
QList<Bin> histogramOf(const Distribution &distribution, const HistogramOptions &options);
QList<Percentile> percentilesOf(const Distribution &distribution, const HistogramOptions &options);

} // namespace hookboard
