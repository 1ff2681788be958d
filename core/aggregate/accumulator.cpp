#include "core/aggregate/accumulator.h"

#include "core/types/utf8cut.h"

#include <cmath>

namespace hookboard {

namespace {

// A copy of its own, because the event's bytes do not stay.
Scalar bounded(const Scalar &value)
{
    const auto *text = std::get_if<QByteArray>(&value.value());
    if (!text)
        return value;
    return Scalar(cutUtf8(*text, Accumulator::kMaxText).toByteArray());
}

qsizetype heapOf(const Scalar &value)
{
    const auto *text = std::get_if<QByteArray>(&value.value());
    return text ? text->size() : 0;
}

double quantileOf(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::P90:
        return 0.90;
    case Aggregation::P95:
        return 0.95;
    case Aggregation::P99:
        return 0.99;
    default:
        return 0.50;
    }
}

} // namespace

FoldKind foldKind(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
    case Aggregation::Rate:
        return FoldKind::Count;
    case Aggregation::Sum:
    case Aggregation::Avg:
    case Aggregation::Ratio: // the mean of 1 for those that match and 0 for the others
        return FoldKind::Sum;
    case Aggregation::Min:
    case Aggregation::Max:
        return FoldKind::Extremes;
    case Aggregation::First:
    case Aggregation::Last:
    case Aggregation::Change:
        return FoldKind::Edges;
    case Aggregation::StdDev:
        return FoldKind::Moments;
    case Aggregation::Distinct:
        return FoldKind::Distinct;
    case Aggregation::P50:
    case Aggregation::P90:
    case Aggregation::P95:
    case Aggregation::P99:
        break;
    }
    return FoldKind::Quantiles;
}

bool isPercentile(Aggregation aggregation)
{
    return foldKind(aggregation) == FoldKind::Quantiles;
}

bool needsNumber(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
    case Aggregation::Rate:
    case Aggregation::Distinct:
    case Aggregation::First:
    case Aggregation::Last:
        return false;
    default:
        return true;
    }
}

Accumulator::Accumulator(FoldKind kind)
{
    switch (kind) {
    case FoldKind::Count:
        break;
    case FoldKind::Sum:
        m_state.emplace<ExactSum>();
        break;
    case FoldKind::Extremes:
        m_state.emplace<Boxed<Extremes>>();
        break;
    case FoldKind::Edges:
        m_state.emplace<Boxed<Edges>>();
        break;
    case FoldKind::Moments:
        m_state.emplace<Moments>();
        break;
    case FoldKind::Quantiles:
        m_state.emplace<Boxed<QuantileSketch>>();
        break;
    case FoldKind::Distinct:
        m_state.emplace<Boxed<DistinctSketch>>();
        break;
    }
}

void Accumulator::addEdge(const Edge &edge, bool isFirst)
{
    auto &edges = *std::get<Boxed<Edges>>(m_state);
    if (isFirst || edge.isBefore(edges.first))
        edges.first = {edge.timeUs, edge.seq, bounded(edge.value)};
    if (isFirst || !edge.isBefore(edges.last)) // of several items of one event the last
        edges.last = {edge.timeUs, edge.seq, bounded(edge.value)};
}

// All kinds but Count and Sum.
void Accumulator::addValue(const Sample &sample, bool isFirst)
{
    const Scalar &value = *sample.value;
    if (auto *extremes = std::get_if<Boxed<Extremes>>(&m_state)) {
        if (isFirst || compareNumbers(value, (*extremes)->min) < 0)
            (*extremes)->min = value;
        if (isFirst || compareNumbers(value, (*extremes)->max) > 0)
            (*extremes)->max = value;
    } else if (std::holds_alternative<Boxed<Edges>>(m_state)) {
        addEdge({sample.timeUs, sample.seq, value}, isFirst);
    } else if (auto *moments = std::get_if<Moments>(&m_state)) {
        const double x = value.toDouble().value_or(0);
        const double delta = x - moments->mean;
        moments->mean += delta / double(m_count);
        moments->squares += delta * (x - moments->mean);
    } else if (auto *quantiles = std::get_if<Boxed<QuantileSketch>>(&m_state)) {
        (*quantiles)->add(value.toDouble().value_or(0));
    } else if (auto *distinct = std::get_if<Boxed<DistinctSketch>>(&m_state)) {
        (*distinct)->add(hashOf(value));
    }
}

void Accumulator::mergeMoments(Moments &mine, const Accumulator &other) const
{
    const auto &theirs = std::get<Moments>(other.m_state);
    const double a = double(m_count);
    const double b = double(other.m_count);
    const double delta = theirs.mean - mine.mean;
    mine.squares += theirs.squares + delta * delta * (a * b / (a + b));
    mine.mean += delta * (b / (a + b));
}

void Accumulator::merge(const Accumulator &other)
{
    if (other.m_count == 0)
        return;
    if (m_count == 0) {
        *this = other;
        return;
    }
    if (auto *sum = std::get_if<ExactSum>(&m_state)) {
        sum->add(std::get<ExactSum>(other.m_state));
    } else if (auto *extremes = std::get_if<Boxed<Extremes>>(&m_state)) {
        const auto &theirs = *std::get<Boxed<Extremes>>(other.m_state);
        if (compareNumbers(theirs.min, (*extremes)->min) < 0)
            (*extremes)->min = theirs.min;
        if (compareNumbers(theirs.max, (*extremes)->max) > 0)
            (*extremes)->max = theirs.max;
    } else if (std::holds_alternative<Boxed<Edges>>(m_state)) {
        const auto &theirs = *std::get<Boxed<Edges>>(other.m_state);
        addEdge(theirs.first, false);
        addEdge(theirs.last, false);
    } else if (auto *moments = std::get_if<Moments>(&m_state)) {
        mergeMoments(*moments, other);
    } else if (auto *quantiles = std::get_if<Boxed<QuantileSketch>>(&m_state)) {
        (*quantiles)->merge(*std::get<Boxed<QuantileSketch>>(other.m_state));
    } else if (auto *distinct = std::get_if<Boxed<DistinctSketch>>(&m_state)) {
        (*distinct)->merge(*std::get<Boxed<DistinctSketch>>(other.m_state));
    }
    m_count += other.m_count;
}

Scalar Accumulator::rawValue(const ValueContext &context) const
{
    switch (context.aggregation) {
    case Aggregation::Count:
        return Scalar(m_count);
    case Aggregation::Distinct:
        return Scalar(std::get<Boxed<DistinctSketch>>(m_state)->estimate());
    case Aggregation::Rate: {
        const double units =
            double(std::max<qint64>(context.spanUs, 1)) / double(std::max<qint64>(context.ratePerUs, 1));
        return Scalar(double(m_count) / units);
    }
    case Aggregation::Sum:
        return std::get<ExactSum>(m_state).toScalar();
    case Aggregation::Avg:
    case Aggregation::Ratio:
        return Scalar(std::get<ExactSum>(m_state).toDouble() / double(m_count));
    case Aggregation::Min:
        return std::get<Boxed<Extremes>>(m_state)->min;
    case Aggregation::Max:
        return std::get<Boxed<Extremes>>(m_state)->max;
    case Aggregation::First:
        return std::get<Boxed<Edges>>(m_state)->first.value;
    case Aggregation::Last:
        return std::get<Boxed<Edges>>(m_state)->last.value;
    case Aggregation::Change:
        return difference(std::get<Boxed<Edges>>(m_state)->last.value, std::get<Boxed<Edges>>(m_state)->first.value);
    case Aggregation::StdDev:
        return m_count < 2 ? Scalar() : Scalar(std::sqrt(std::get<Moments>(m_state).squares / double(m_count - 1)));
    default: {
        const auto quantile = std::get<Boxed<QuantileSketch>>(m_state)->quantile(quantileOf(context.aggregation));
        return quantile ? Scalar(*quantile) : Scalar();
    }
    }
}

std::optional<Scalar> Accumulator::value(const ValueContext &context) const
{
    const bool zeroWhenEmpty = context.aggregation == Aggregation::Count || context.aggregation == Aggregation::Sum ||
                               context.aggregation == Aggregation::Rate || context.aggregation == Aggregation::Distinct;
    if (m_count == 0 && !zeroWhenEmpty)
        return std::nullopt;
    Scalar result = rawValue(context);
    const auto *real = std::get_if<double>(&result.value());
    if (result.isAbsent() || (real && !std::isfinite(*real)))
        return std::nullopt;
    return result;
}

bool Accumulator::isApproximate() const
{
    if (const auto *quantiles = std::get_if<Boxed<QuantileSketch>>(&m_state))
        return !(*quantiles)->isExact();
    if (const auto *distinct = std::get_if<Boxed<DistinctSketch>>(&m_state))
        return !(*distinct)->isExact();
    return false;
}

qsizetype Accumulator::bytes() const
{
    if (const auto *quantiles = std::get_if<Boxed<QuantileSketch>>(&m_state))
        return (*quantiles)->bytes();
    if (const auto *distinct = std::get_if<Boxed<DistinctSketch>>(&m_state))
        return (*distinct)->bytes();
    if (const auto *edges = std::get_if<Boxed<Edges>>(&m_state))
        return heapOf((*edges)->first.value) + heapOf((*edges)->last.value);
    return 0;
}

void Accumulator::write(StateWriter &out) const
{
    out.number(m_count);
    if (const auto *sum = std::get_if<ExactSum>(&m_state)) {
        out.integer(sum->integers.high());
        out.number(sum->integers.low());
        out.flag(sum->hasReals);
        if (sum->hasReals) {
            out.real(sum->reals.m_sum);
            out.real(sum->reals.m_lost);
        }
    } else if (const auto *extremes = std::get_if<Boxed<Extremes>>(&m_state)) {
        out.scalar((*extremes)->min);
        out.scalar((*extremes)->max);
    } else if (const auto *edges = std::get_if<Boxed<Edges>>(&m_state)) {
        for (const Edge *edge : {&(*edges)->first, &(*edges)->last}) {
            out.integer(edge->timeUs);
            out.number(edge->seq);
            out.scalar(edge->value);
        }
    } else if (const auto *moments = std::get_if<Moments>(&m_state)) {
        out.real(moments->mean);
        out.real(moments->squares);
    } else if (const auto *quantiles = std::get_if<Boxed<QuantileSketch>>(&m_state)) {
        (*quantiles)->write(out);
    } else if (const auto *distinct = std::get_if<Boxed<DistinctSketch>>(&m_state)) {
        (*distinct)->write(out);
    }
}

void Accumulator::read(StateReader &in, FoldKind kind)
{
    if (m_count != 0 || m_state.index() != size_t(kind))
        *this = Accumulator(kind);
    m_count = in.number();
    if (auto *sum = std::get_if<ExactSum>(&m_state)) {
        const qint64 high = in.integer();
        sum->integers = Int128(high, qint64(in.number()));
        sum->hasReals = in.flag();
        if (sum->hasReals) {
            sum->reals.m_sum = in.real();
            sum->reals.m_lost = in.real();
        }
    } else if (auto *extremes = std::get_if<Boxed<Extremes>>(&m_state)) {
        (*extremes)->min = in.scalar(0);
        (*extremes)->max = in.scalar(0);
    } else if (auto *edges = std::get_if<Boxed<Edges>>(&m_state)) {
        for (Edge *edge : {&(*edges)->first, &(*edges)->last}) {
            edge->timeUs = in.integer();
            edge->seq = in.number();
            edge->value = in.scalar(kMaxText);
        }
    } else if (auto *moments = std::get_if<Moments>(&m_state)) {
        moments->mean = in.real();
        moments->squares = in.real();
    } else if (auto *quantiles = std::get_if<Boxed<QuantileSketch>>(&m_state)) {
        (*quantiles)->read(in);
    } else if (auto *distinct = std::get_if<Boxed<DistinctSketch>>(&m_state)) {
        (*distinct)->read(in);
    }
}

} // namespace hookboard
