// QuantileSketch: mergeable quantiles with a relative error. Up to kExactLimit values are kept as they are and give
// exact answers; beyond that the values go into logarithmic bins (DDSketch, Masson, Rim and Lee, VLDB 2019) whose
// answer is within 1 % of the exact quantile. Bins are bounded: once the magnitudes of one sign spread over more than
// about nine decimal powers, the smallest share a bin, which is wrong by less than a billionth of the largest.
#pragma once

#include "core/aggregate/statecodec.h"
#include "core/types/functionref.h"

#include <optional>
#include <vector>

namespace hookboard {

// Place of a quantile among `count` sorted values, from 0: the nearest rank, ceil(q * count) - 1. Never below: of few
// values a p95 is the largest, not one of those that were quick. `count` > 0.
quint64 quantileRank(double q, quint64 count);

class QuantileSketch
{
public:
    static constexpr double kRelativeError = 0.01;
    static constexpr qsizetype kExactLimit = 128;
    static constexpr qsizetype kBinLimit = 1024; // of each sign

    // Finite values only.
    void add(double value);
    void merge(const QuantileSketch &other);

    quint64 count() const { return m_count; }
    bool isExact() const { return m_count == m_raw.size(); }
    // The value at quantileRank() of the sorted values; nullopt when empty.
    std::optional<double> quantile(double q) const;
    // Everything that is kept, in no order: a value as visit(value, value, 1), a bin as its two edges, of which the one
    // nearer to zero lies outside, and how many values it holds.
    void visit(FunctionRef<void(double low, double high, quint64 count)> visit) const;

    // Heap that the values need; a function of the content alone.
    qsizetype bytes() const
    {
        return qsizetype(8 * (m_raw.size() + m_positive.counts.size() + m_negative.counts.size()));
    }
    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    struct Bins
    {
        qint32 first = 0; // index of counts[0]
        std::vector<quint64> counts;
        void add(qint32 index, quint64 n);
        void merge(const Bins &other);
        void write(StateWriter &out) const;
        quint64 read(StateReader &in);
    };
    void bin(double value);
    void spill();

    quint64 m_count = 0;
    std::vector<double> m_raw; // all values, in order of arrival, while there are few; else empty
    quint64 m_zeros = 0;
    double m_min = 0;
    double m_max = 0;
    Bins m_positive;
    Bins m_negative; // by magnitude
};

} // namespace hookboard
