// Accumulator: one aggregation over some measurements; add() one, merge() another, ask value(). The same measurements
// in the same order give the same state, bit for bit. Plain value, bounded: text is kept up to kMaxText bytes,
// sketches are bounded by themselves.
#pragma once

#include "core/aggregate/distinctsketch.h"
#include "core/aggregate/exactsum.h"
#include "core/aggregate/quantilesketch.h"
#include "core/types/tilespec.h"

#include <memory>
#include <optional>
#include <variant>

namespace hookboard {

// One measurement as an aggregation sees it.
struct Sample
{
    qint64 timeUs = 0;
    quint64 seq = 0;
    const Scalar *value = nullptr; // not looked at by Count and Rate
};

// What an accumulator needs to become a value.
struct ValueContext
{
    Aggregation aggregation = Aggregation::Count;
    qint64 spanUs = kSecondUs; // Rate: time that the accumulator covers
    qint64 ratePerUs = kSecondUs;
};

// Aggregations that keep the same state fold alike: a change between them needs no re-fold.
enum class FoldKind : quint8 { Count, Sum, Extremes, Edges, Moments, Quantiles, Distinct };
FoldKind foldKind(Aggregation aggregation);
bool needsNumber(Aggregation aggregation);
bool isPercentile(Aggregation aggregation);

// A value on the heap, for the large ones of a variant of which there are very many.
template <typename T> class Boxed
{
public:
    Boxed()
        : m_value(std::make_unique<T>())
    {}
    Boxed(const Boxed &other)
        : m_value(std::make_unique<T>(*other.m_value))
    {}
    Boxed(Boxed &&) noexcept = default; // what was moved from can only be assigned to, or go
    Boxed &operator=(Boxed other) noexcept
    {
        m_value = std::move(other.m_value);
        return *this;
    }
    ~Boxed() = default;
    T *operator->() { return m_value.get(); }
    const T *operator->() const { return m_value.get(); }
    T &operator*() { return *m_value; }
    const T &operator*() const { return *m_value; }

private:
    std::unique_ptr<T> m_value;
};

class Accumulator
{
public:
    static constexpr qsizetype kMaxText = 256;

    Accumulator() = default;
    explicit Accumulator(FoldKind kind);

    void add(const Sample &sample)
    {
        const bool isFirst = m_count++ == 0;
        if (auto *sum = std::get_if<ExactSum>(&m_state))
            sum->add(*sample.value);
        else if (!std::holds_alternative<Nothing>(m_state))
            addValue(sample, isFirst);
    }
    // Precondition: the same kind.
    void merge(const Accumulator &other);

    quint64 count() const { return m_count; }
    // Absent when there is nothing to say: no measurement (but 0 for Count, Distinct, Sum and Rate), one value for
    // StdDev (it is the sample's, divided by n - 1), or a result beyond the range of double.
    std::optional<Scalar> value(const ValueContext &context) const;
    bool isApproximate() const;
    // The values as they lie, for a histogram; null for all kinds but Quantiles.
    const QuantileSketch *quantiles() const
    {
        const auto *sketch = std::get_if<Boxed<QuantileSketch>>(&m_state);
        return sketch ? &**sketch : nullptr;
    }

    // Heap that the content needs; a function of the content alone.
    qsizetype bytes() const;
    void write(StateWriter &out) const;
    void read(StateReader &in, FoldKind kind);

private:
    struct Extremes
    {
        Scalar min;
        Scalar max;
    };
    // By time, then by seq: whatever order they came in.
    struct Edge
    {
        qint64 timeUs = 0;
        quint64 seq = 0;
        Scalar value;
        bool isBefore(const Edge &other) const
        {
            return timeUs != other.timeUs ? timeUs < other.timeUs : seq < other.seq;
        }
    };
    struct Edges
    {
        Edge first;
        Edge last;
    };
    // Welford; merged by Chan, Golub and LeVeque.
    struct Moments
    {
        double mean = 0;
        double squares = 0;
    };
    struct Nothing
    {};

    void addValue(const Sample &sample, bool isFirst);
    void addEdge(const Edge &edge, bool isFirst);
    void mergeMoments(Moments &mine, const Accumulator &other) const;
    Scalar rawValue(const ValueContext &context) const;

    quint64 m_count = 0;
    // In the order of FoldKind. A grouped tile holds tens of thousands of these: one is no larger than a cache line.
    std::variant<Nothing, ExactSum, Boxed<Extremes>, Boxed<Edges>, Moments, Boxed<QuantileSketch>,
                 Boxed<DistinctSketch>>
        m_state;
};

} // namespace hookboard
