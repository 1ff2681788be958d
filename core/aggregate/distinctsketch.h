// DistinctSketch: how many different values, mergeable. Up to kExactLimit a set of 64-bit hashes (exact but for hash
// collisions, below 1 in 10^13); beyond that HyperLogLog (Flajolet et al. 2007) with 2^13 registers and Ertl's
// estimator (2017): standard error 1.04 / sqrt(8192) = 1.15 %. 8 KiB at most, whatever comes.
#pragma once

#include "core/aggregate/statecodec.h"

#include <vector>

namespace hookboard {

class DistinctSketch
{
public:
    static constexpr qsizetype kExactLimit = 1024;
    static constexpr int kPrecision = 13;
    static constexpr double kStandardError = 0.0115;

    // A hash by hashOf() or hash64(): equal values, equal hashes.
    void add(quint64 hash);
    void merge(const DistinctSketch &other);

    bool isExact() const { return m_registers.empty(); }
    quint64 estimate() const;

    qsizetype bytes() const { return qsizetype(8 * m_hashes.size() + m_registers.size()); }
    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    void registerHash(quint64 hash);
    void spill();

    std::vector<quint64> m_hashes;   // ascending, while there are few; else empty
    std::vector<quint8> m_registers; // 2^kPrecision, or empty
};

} // namespace hookboard
