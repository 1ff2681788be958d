#include "core/aggregate/distinctsketch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace hookboard {

namespace {

constexpr size_t kRegisters = size_t(1) << DistinctSketch::kPrecision;
constexpr int kMaxRank = 64 - DistinctSketch::kPrecision + 1;

// Ertl 2017, "New cardinality estimation algorithms for HyperLogLog sketches", algorithm 6.
double sigma(double x)
{
    if (x == 1)
        return std::numeric_limits<double>::infinity();
    double y = 1;
    double z = x;
    for (double before = -1; z != before;) {
        x *= x;
        before = z;
        z += x * y;
        y += y;
    }
    return z;
}

double tau(double x)
{
    if (x == 0 || x == 1)
        return 0;
    double y = 1;
    double z = 1 - x;
    for (double before = -1; z != before;) {
        x = std::sqrt(x);
        before = z;
        y *= 0.5;
        z -= (1 - x) * (1 - x) * y;
    }
    return z / 3;
}

} // namespace

void DistinctSketch::registerHash(quint64 hash)
{
    const size_t index = size_t(hash >> (64 - kPrecision));
    const quint64 rest = (hash << kPrecision) | (quint64(1) << (kPrecision - 1));
    const auto rank = quint8(std::countl_zero(rest) + 1);
    m_registers[index] = std::max(m_registers[index], rank);
}

void DistinctSketch::spill()
{
    m_registers.assign(kRegisters, 0);
    for (const quint64 hash : m_hashes)
        registerHash(hash);
    m_hashes = {};
}

void DistinctSketch::add(quint64 hash)
{
    if (!isExact()) {
        registerHash(hash);
        return;
    }
    const auto place = std::lower_bound(m_hashes.begin(), m_hashes.end(), hash);
    if (place != m_hashes.end() && *place == hash)
        return;
    m_hashes.insert(place, hash);
    if (m_hashes.size() > size_t(kExactLimit))
        spill();
}

void DistinctSketch::merge(const DistinctSketch &other)
{
    if (other.isExact()) {
        for (const quint64 hash : other.m_hashes)
            add(hash);
        return;
    }
    if (isExact())
        spill();
    for (size_t i = 0; i < kRegisters; ++i)
        m_registers[i] = std::max(m_registers[i], other.m_registers[i]);
}

quint64 DistinctSketch::estimate() const
{
    if (isExact())
        return m_hashes.size();
    std::array<int, kMaxRank + 1> histogram{};
    for (const quint8 rank : m_registers)
        ++histogram[rank];
    constexpr double m = kRegisters;
    double z = m * tau(1 - histogram[kMaxRank] / m);
    for (int k = kMaxRank - 1; k >= 1; --k)
        z = 0.5 * (z + histogram[size_t(k)]);
    z += m * sigma(histogram[0] / m);
    constexpr double alpha = 0.72134752044448170367996234050095; // 1 / (2 ln 2)
    return quint64(std::llround(alpha * m * m / z));
}

void DistinctSketch::write(StateWriter &out) const
{
    out.flag(isExact());
    if (isExact()) {
        out.number(m_hashes.size());
        for (const quint64 hash : m_hashes)
            out.fixed(hash);
    } else {
        out.bytes(QByteArrayView(m_registers.data(), qsizetype(m_registers.size())));
    }
}

void DistinctSketch::read(StateReader &in)
{
    *this = {};
    if (in.flag()) {
        const qsizetype size = in.count(kExactLimit);
        for (qsizetype i = 0; i < size && in.ok(); ++i)
            m_hashes.push_back(in.fixed());
        if (std::adjacent_find(m_hashes.begin(), m_hashes.end(), std::greater_equal<>()) != m_hashes.end())
            in.fail();
        return;
    }
    const QByteArray registers = in.bytes(qsizetype(kRegisters));
    m_registers.assign(registers.begin(), registers.end());
    if (m_registers.size() != kRegisters ||
        std::any_of(m_registers.begin(), m_registers.end(), [](quint8 rank) { return rank > kMaxRank; })) {
        m_registers.assign(kRegisters, 0);
        in.fail();
    }
}

} // namespace hookboard
