// Exact numbers: a 128-bit integer sum that 2^63 values cannot overflow, a compensated double sum (Neumaier), and an
// order of numbers that rounds nothing. Plain values.
#pragma once

#include "core/types/scalar.h"

namespace hookboard {

// Two's complement over two words; portable where the compiler has no 128-bit type.
class Int128
{
public:
    Int128() = default;
    Int128(qint64 high, quint64 low)
        : m_low(low)
        , m_high(high)
    {}
    void add(qint64 value) { add(Int128(value < 0 ? -1 : 0, quint64(value))); }
    void add(quint64 value) { add(Int128(0, value)); }
    void add(const Int128 &other)
    {
        m_low += other.m_low;
        m_high = qint64(quint64(m_high) + quint64(other.m_high) + (m_low < other.m_low ? 1 : 0));
    }
    Int128 negated() const;

    double toDouble() const;
    // qint64 where it fits, else quint64 where it fits, else the nearest double.
    Scalar toScalar() const;
    quint64 low() const { return m_low; }
    qint64 high() const { return m_high; }
    friend bool operator==(const Int128 &, const Int128 &) = default;

private:
    quint64 m_low = 0;
    qint64 m_high = 0;
};

// Sum whose error does not grow with the number of addends. Depends on their order in the last bit, so keep the order.
class CompensatedSum
{
public:
    void add(double value);
    void add(const CompensatedSum &other)
    {
        add(other.m_sum);
        add(other.m_lost);
    }
    double value() const { return m_sum + m_lost; }

    double m_sum = 0;
    double m_lost = 0;
};

// Integers exact, doubles compensated. An integer sum beyond 64 bits and any sum with a double in it comes as double.
class ExactSum
{
public:
    void add(const Scalar &number)
    {
        if (const auto *i = std::get_if<qint64>(&number.value())) {
            integers.add(*i);
        } else if (const auto *u = std::get_if<quint64>(&number.value())) {
            integers.add(*u);
        } else if (const auto *d = std::get_if<double>(&number.value())) {
            reals.add(*d);
            hasReals = true;
        }
    }
    void add(const ExactSum &other);
    Scalar toScalar() const;
    double toDouble() const;

    Int128 integers;
    CompensatedSum reals;
    bool hasReals = false;
};

// -1, 0, 1 as a < b, a == b, a > b by their exact values. Precondition: both are numbers and not NaN.
int compareNumbers(const Scalar &a, const Scalar &b);
// a - b; exact where both are integers and the difference fits 64 bits. Precondition: both are numbers.
Scalar difference(const Scalar &a, const Scalar &b);

} // namespace hookboard
