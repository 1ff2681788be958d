#include "core/aggregate/exactsum.h"

#include <cmath>
#include <limits>
#include <utility>

namespace hookboard {

namespace {

constexpr double kTwo63 = 9223372036854775808.0;
constexpr double kTwo64 = 18446744073709551616.0;

int sign(bool less, bool greater)
{
    return less ? -1 : (greater ? 1 : 0);
}

int compare(double a, double b)
{
    return sign(a<b, a> b);
}

// Compares with the whole part first: an integer beyond 2^53 must not be rounded to a double.
template <typename Integer> int compare(Integer a, double b)
{
    if (b >= (std::is_signed_v<Integer> ? kTwo63 : kTwo64))
        return -1;
    if (b < (std::is_signed_v<Integer> ? -kTwo63 : 0.0))
        return 1;
    const auto whole = Integer(b);
    return a != whole ? sign(a<whole, a> whole) : compare(0.0, b - double(whole));
}

int compare(double a, qint64 b)
{
    return -compare(b, a);
}

int compare(double a, quint64 b)
{
    return -compare(b, a);
}

template <typename A, typename B>
requires std::is_integral_v<A> && std::is_integral_v<B>
int compare(A a, B b)
{
    return sign(std::cmp_less(a, b), std::cmp_greater(a, b));
}

template <typename T>
constexpr bool kIsNumber = std::is_same_v<T, qint64> || std::is_same_v<T, quint64> || std::is_same_v<T, double>;

} // namespace

Int128 Int128::negated() const
{
    Int128 result(qint64(~quint64(m_high)), ~m_low);
    result.add(quint64(1));
    return result;
}

double Int128::toDouble() const
{
    if (m_high == 0)
        return double(m_low);
    if (m_high < 0)
        return -negated().toDouble();
    return double(m_high) * kTwo64 + double(m_low);
}

Scalar Int128::toScalar() const
{
    const bool negative = m_high < 0;
    if (m_high == (negative ? -1 : 0)) {
        const bool topBit = (m_low >> 63) != 0;
        if (topBit == negative)
            return Scalar(qint64(m_low));
        if (!negative)
            return Scalar(m_low);
    }
    return Scalar(toDouble());
}

void CompensatedSum::add(double value)
{
    const double next = m_sum + value;
    m_lost += std::fabs(m_sum) >= std::fabs(value) ? (m_sum - next) + value : (value - next) + m_sum;
    m_sum = next;
}

void ExactSum::add(const ExactSum &other)
{
    integers.add(other.integers);
    if (other.hasReals) {
        reals.add(other.reals);
        hasReals = true;
    }
}

double ExactSum::toDouble() const
{
    if (!hasReals)
        return integers.toDouble();
    CompensatedSum all = reals;
    all.add(integers.toDouble());
    return all.value();
}

Scalar ExactSum::toScalar() const
{
    return hasReals ? Scalar(toDouble()) : integers.toScalar();
}

int compareNumbers(const Scalar &a, const Scalar &b)
{
    return std::visit(
        [](const auto &x, const auto &y) {
            using X = std::decay_t<decltype(x)>;
            using Y = std::decay_t<decltype(y)>;
            if constexpr (kIsNumber<X> && kIsNumber<Y>)
                return compare(x, y);
            else
                return 0;
        },
        a.value(), b.value());
}

Scalar difference(const Scalar &a, const Scalar &b)
{
    if (std::holds_alternative<double>(a.value()) || std::holds_alternative<double>(b.value()))
        return Scalar(a.toDouble().value_or(0) - b.toDouble().value_or(0));
    ExactSum left;
    ExactSum right;
    left.add(a);
    right.add(b);
    left.integers.add(right.integers.negated());
    return left.integers.toScalar();
}

} // namespace hookboard
