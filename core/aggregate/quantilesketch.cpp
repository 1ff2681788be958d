#include "core/aggregate/quantilesketch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hookboard {

namespace {

constexpr double kGamma = (1 + QuantileSketch::kRelativeError) / (1 - QuantileSketch::kRelativeError);
constexpr qint32 kIndexBound = 40'000; // above log(max double) / log(gamma)

double logGamma()
{
    static const double value = std::log(kGamma);
    return value;
}

qint32 indexOf(double magnitude)
{
    return qint32(std::ceil(std::log(magnitude) / logGamma()));
}

// The point whose relative distance to both ends of the bin is the same.
double valueOf(qint32 index)
{
    return std::exp(double(index) * logGamma()) * 2 / (1 + kGamma);
}

} // namespace

void QuantileSketch::Bins::add(qint32 index, quint64 n)
{
    if (counts.empty()) {
        first = index;
        counts.push_back(n);
        return;
    }
    const qint32 last = first + qint32(counts.size()) - 1;
    if (index > last) {
        const qint32 newFirst = std::max(first, index - qint32(kBinLimit) + 1);
        if (newFirst > first) {
            const auto dropped = std::min<qsizetype>(newFirst - first, qsizetype(counts.size()));
            quint64 collapsed = 0;
            for (qsizetype i = 0; i < dropped; ++i)
                collapsed += counts[size_t(i)];
            counts.erase(counts.begin(), counts.begin() + dropped);
            if (counts.empty())
                counts.push_back(0);
            counts.front() += collapsed;
            first = newFirst;
        }
        counts.resize(size_t(index - first + 1), 0);
    } else if (index < first) {
        index = std::max(index, last - qint32(kBinLimit) + 1);
        counts.insert(counts.begin(), size_t(first - index), 0);
        first = index;
    }
    counts[size_t(index - first)] += n;
}

void QuantileSketch::Bins::merge(const Bins &other)
{
    // From the top: the highest bin decides what collapses, so nothing is moved twice.
    for (qsizetype i = qsizetype(other.counts.size()) - 1; i >= 0; --i) {
        if (const quint64 n = other.counts[size_t(i)])
            add(other.first + qint32(i), n);
    }
}

void QuantileSketch::bin(double value)
{
    const double magnitude = std::fabs(value);
    if (magnitude < std::numeric_limits<double>::min())
        ++m_zeros;
    else
        (value > 0 ? m_positive : m_negative).add(indexOf(magnitude), 1);
}

void QuantileSketch::spill()
{
    for (const double value : m_raw)
        bin(value);
    m_raw = {};
}

void QuantileSketch::add(double value)
{
    m_min = m_count == 0 ? value : std::min(m_min, value);
    m_max = m_count == 0 ? value : std::max(m_max, value);
    const bool wasExact = isExact();
    ++m_count;
    if (wasExact && m_count <= quint64(kExactLimit)) {
        m_raw.push_back(value);
        return;
    }
    if (wasExact)
        spill();
    bin(value);
}

void QuantileSketch::merge(const QuantileSketch &other)
{
    if (other.m_count == 0)
        return;
    if (other.isExact()) {
        for (const double value : other.m_raw)
            add(value);
        return;
    }
    m_min = m_count == 0 ? other.m_min : std::min(m_min, other.m_min);
    m_max = m_count == 0 ? other.m_max : std::max(m_max, other.m_max);
    spill();
    m_count += other.m_count;
    m_zeros += other.m_zeros;
    m_positive.merge(other.m_positive);
    m_negative.merge(other.m_negative);
}

quint64 quantileRank(double q, quint64 count)
{
    // A product like 0.95 * 20 must not become 20 by rounding.
    const double nearest = std::ceil(std::clamp(q, 0.0, 1.0) * double(count) - 1e-9);
    return std::min(count, std::max<quint64>(1, quint64(std::max(0.0, nearest)))) - 1;
}

std::optional<double> QuantileSketch::quantile(double q) const
{
    if (m_count == 0)
        return std::nullopt;
    quint64 rank = quantileRank(q, m_count);
    if (isExact()) {
        std::vector<double> sorted = m_raw;
        const auto nth = sorted.begin() + qsizetype(rank);
        std::nth_element(sorted.begin(), nth, sorted.end());
        return *nth;
    }
    for (qsizetype i = qsizetype(m_negative.counts.size()) - 1; i >= 0; --i) {
        const quint64 n = m_negative.counts[size_t(i)];
        if (rank < n)
            return std::clamp(-valueOf(m_negative.first + qint32(i)), m_min, m_max);
        rank -= n;
    }
    if (rank < m_zeros)
        return 0.0;
    rank -= m_zeros;
    for (size_t i = 0; i < m_positive.counts.size(); ++i) {
        if (rank < m_positive.counts[i])
            return std::clamp(valueOf(m_positive.first + qint32(i)), m_min, m_max);
        rank -= m_positive.counts[i];
    }
    return m_max;
}

void QuantileSketch::visit(FunctionRef<void(double low, double high, quint64 count)> visit) const
{
    for (const double value : m_raw)
        visit(value, value, 1);
    if (m_zeros > 0)
        visit(0, 0, m_zeros);
    const auto visitBins = [&](const Bins &bins, double sign) {
        for (size_t i = 0; i < bins.counts.size(); ++i) {
            if (bins.counts[i] == 0)
                continue;
            const double outer = sign * std::exp(double(bins.first + qint32(i)) * logGamma());
            const double inner = outer / kGamma;
            visit(std::clamp(std::min(inner, outer), m_min, m_max), std::clamp(std::max(inner, outer), m_min, m_max),
                  bins.counts[i]);
        }
    };
    visitBins(m_negative, -1);
    visitBins(m_positive, 1);
}

void QuantileSketch::Bins::write(StateWriter &out) const
{
    out.number(counts.size());
    out.integer(first);
    for (const quint64 n : counts)
        out.number(n);
}

quint64 QuantileSketch::Bins::read(StateReader &in)
{
    const qsizetype size = in.count(kBinLimit);
    const qint64 index = in.integer();
    if (index < -kIndexBound || index > kIndexBound)
        in.fail();
    first = in.ok() ? qint32(index) : 0;
    counts.assign(size_t(size), 0);
    quint64 total = 0;
    for (quint64 &n : counts) {
        n = in.number();
        total += n;
    }
    return total;
}

void QuantileSketch::write(StateWriter &out) const
{
    out.number(m_count);
    out.number(m_raw.size());
    for (const double value : m_raw)
        out.real(value);
    if (isExact())
        return;
    out.number(m_zeros);
    out.real(m_min);
    out.real(m_max);
    m_positive.write(out);
    m_negative.write(out);
}

void QuantileSketch::read(StateReader &in)
{
    *this = {};
    const quint64 count = in.number();
    const qsizetype raw = in.count(kExactLimit);
    for (qsizetype i = 0; i < raw && in.ok(); ++i) {
        const double value = in.real();
        if (!std::isfinite(value))
            in.fail();
        else
            add(value);
    }
    if (quint64(raw) == count)
        return;
    m_zeros = in.number();
    m_min = in.real();
    m_max = in.real();
    const quint64 total = m_zeros + m_positive.read(in) + m_negative.read(in);
    m_count = count;
    if (raw != 0 || total != count || !(m_min <= m_max))
        in.fail();
}

} // namespace hookboard
