#include "core/aggregate/windowreader.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostShown = 50;
// A window with a longer share of gaps than this is nothing to compare with.
constexpr int kGapShare = 20;

bool hasPoints(TileKind kind)
{
    return kind == TileKind::Kpi || kind == TileKind::TimeSeries;
}

bool hasSeries(TileKind kind)
{
    return hasPoints(kind) || kind == TileKind::Bar || kind == TileKind::Donut || kind == TileKind::Gauge;
}

qint64 gapInside(const QList<Gap> &gaps, const Span &span)
{
    qint64 total = 0;
    for (const Gap &gap : gaps)
        total += std::max<qint64>(0, std::min(gap.toUs, span.toUs) - std::max(gap.fromUs, span.fromUs));
    return total;
}

class WindowReader
{
public:
    WindowReader(const TileFold &fold, const BucketStore &store, qint64 nowUs, const QList<Gap> &gaps)
        : m_fold(fold)
        , m_store(store)
        , m_binding(fold.binding())
        , m_nowUs(nowUs)
        , m_gaps(gaps)
        , m_display(store.plan().display())
    {}
    WindowResult read();

private:
    struct Step
    {
        Span span;
        size_t from = 0; // buckets [from, to)
        size_t to = 0;
    };
    WindowSpans spans();
    void coarsenDisplay(qint64 fromUs);
    std::pair<size_t, size_t> bucketsIn(const Span &span) const;
    std::vector<Step> steps(const Span &window) const;
    ValueContext context(const Span &span) const;
    // Nobody listened, or nothing was folded yet: no event is not the same as zero.
    bool wasSilent(const Span &span) const;
    std::optional<Scalar> valueOf(const Accumulator &state, const Span &span) const;
    Accumulator total(const Span &span) const;
    std::optional<double> previous(const Span &span) const;

    void addSeries(WindowResult &result, const Span &window) const;
    void addDistribution(WindowResult &result, const Span &window) const;
    void gather(const Span &window, std::vector<Accumulator> &totals, Accumulator &other, bool &hasOther) const;
    std::vector<int> ranked(const std::vector<Accumulator> &totals, const Span &window,
                            std::vector<double> &values) const;
    Series seriesOf(const Accumulator &total, const Span &window, const std::vector<int> &chosen, bool withOther) const;
    void label(Series &series, int slot) const;

    const TileFold &m_fold;
    const BucketStore &m_store;
    const Binding &m_binding;
    qint64 m_nowUs;
    const QList<Gap> &m_gaps;
    TimeGrid m_display;
};

// All: a history that ended long ago has more seconds up to now than anyone can show.
void WindowReader::coarsenDisplay(qint64 fromUs)
{
    WindowPlan plan = m_store.plan();
    while ((m_nowUs - fromUs) / plan.display().stepUs() > plan.maxBuckets())
        plan = plan.coarser();
    m_display = plan.display();
}

WindowSpans WindowReader::spans()
{
    const WindowPlan &plan = m_store.plan();
    if (plan.kind() == Window::Kind::Rolling || plan.kind() == Window::Kind::Calendar)
        return plan.at(m_nowUs);
    WindowSpans spans;
    if (m_store.buckets().empty()) {
        spans.current = m_display.at(m_nowUs);
    } else {
        spans.current = {m_store.buckets().front()->span.fromUs, m_store.buckets().back()->span.toUs};
        if (plan.kind() == Window::Kind::All) {
            coarsenDisplay(spans.current.fromUs);
            spans.current.fromUs = m_display.at(spans.current.fromUs).fromUs;
            spans.current.toUs = std::max(spans.current.toUs, m_display.at(m_nowUs).toUs);
        }
    }
    spans.endUs = spans.current.toUs;
    return spans;
}

std::pair<size_t, size_t> WindowReader::bucketsIn(const Span &span) const
{
    const auto &buckets = m_store.buckets();
    const auto startsBefore = [](const auto &bucket, qint64 us) { return bucket->span.fromUs < us; };
    const auto from = std::lower_bound(buckets.begin(), buckets.end(), span.fromUs, startsBefore);
    const auto to = std::lower_bound(from, buckets.end(), span.toUs, startsBefore);
    return {size_t(from - buckets.begin()), size_t(to - buckets.begin())};
}

std::vector<WindowReader::Step> WindowReader::steps(const Span &window) const
{
    std::vector<Step> result;
    Span span = m_display.at(window.fromUs);
    if (span.fromUs < window.fromUs)
        span = m_display.at(span.toUs); // a bucket that the window cuts would look like a dip
    for (; span.fromUs < window.toUs && span.fromUs < span.toUs; span = m_display.at(span.toUs)) {
        const auto [from, to] = bucketsIn(span);
        result.push_back({span, from, to});
    }
    return result;
}

ValueContext WindowReader::context(const Span &span) const
{
    // The running bucket covers only what has passed of it, but a moment is no base for a rate.
    const qint64 toUs =
        span.contains(m_nowUs) ? std::min(span.toUs, std::max(m_nowUs, span.fromUs + kSecondUs)) : span.toUs;
    return {m_binding.aggregation, toUs - span.fromUs, m_binding.ratePerUs};
}

bool WindowReader::wasSilent(const Span &span) const
{
    if (m_fold.coveredFromUs() == 0 || span.toUs <= m_fold.coveredFromUs())
        return true;
    return !m_gaps.isEmpty() && gapInside(m_gaps, span) >= span.toUs - span.fromUs;
}

std::optional<Scalar> WindowReader::valueOf(const Accumulator &state, const Span &span) const
{
    if (state.count() == 0 && wasSilent(span))
        return std::nullopt;
    return state.value(context(span));
}

Accumulator WindowReader::total(const Span &span) const
{
    Accumulator result(m_store.kind());
    const auto [from, to] = bucketsIn(span);
    for (size_t i = from; i < to; ++i) {
        const Bucket &bucket = *m_store.buckets()[i];
        for (int slot = 0; slot < int(bucket.index.size()); ++slot) {
            if (const Accumulator *state = bucket.cell(slot))
                result.merge(*state);
        }
        if (bucket.other)
            result.merge(*bucket.other);
    }
    return result;
}

std::optional<double> WindowReader::previous(const Span &span) const
{
    const bool isCovered = m_fold.coveredFromUs() != 0 && m_fold.coveredFromUs() <= span.fromUs &&
                           m_store.droppedUptoUs() <= span.fromUs &&
                           gapInside(m_gaps, span) <= (span.toUs - span.fromUs) / kGapShare;
    if (!isCovered)
        return std::nullopt;
    const std::optional<Scalar> value =
        total(span).value({m_binding.aggregation, span.toUs - span.fromUs, m_binding.ratePerUs});
    return value ? value->toDouble() : std::nullopt;
}

void WindowReader::gather(const Span &window, std::vector<Accumulator> &totals, Accumulator &other,
                          bool &hasOther) const
{
    const auto [from, to] = bucketsIn(window);
    for (size_t i = from; i < to; ++i) {
        const Bucket &bucket = *m_store.buckets()[i];
        for (const Bucket::Cell &cell : bucket.cells) // each has a total of its own, so their order tells nothing
            totals[size_t(cell.slot)].merge(cell.state);
        if (bucket.other) {
            other.merge(*bucket.other);
            hasOther = true;
        }
    }
}

// Slots that have something, the largest total first; those without a number last.
std::vector<int> WindowReader::ranked(const std::vector<Accumulator> &totals, const Span &window,
                                      std::vector<double> &values) const
{
    std::vector<int> chosen;
    values.assign(totals.size(), -std::numeric_limits<double>::infinity());
    for (int slot = 0; slot < int(totals.size()); ++slot) {
        const Accumulator &total = totals[size_t(slot)];
        if (total.count() == 0)
            continue;
        chosen.push_back(slot);
        if (const auto value = total.value(context(window)))
            values[size_t(slot)] = value->toDouble().value_or(values[size_t(slot)]);
    }
    std::sort(chosen.begin(), chosen.end(), [&](int a, int b) {
        if (values[size_t(a)] != values[size_t(b)])
            return values[size_t(a)] > values[size_t(b)];
        return m_store.isGrouped() ? m_store.groups().at(a).text < m_store.groups().at(b).text : a < b;
    });
    return chosen;
}

Series WindowReader::seriesOf(const Accumulator &total, const Span &window, const std::vector<int> &chosen,
                              bool withOther) const
{
    Series series;
    if (const auto value = valueOf(total, window))
        series.total = value->toDouble();
    if (!hasPoints(m_fold.tileKind()))
        return series;
    for (const Step &step : steps(window)) {
        Accumulator state(m_store.kind());
        for (size_t i = step.from; i < step.to; ++i) {
            const Bucket &bucket = *m_store.buckets()[i];
            for (const int slot : chosen) {
                if (const Accumulator *cell = bucket.cell(slot))
                    state.merge(*cell);
            }
            if (withOther && bucket.other)
                state.merge(*bucket.other);
        }
        const std::optional<Scalar> value = valueOf(state, step.span);
        series.points.append({step.span.fromUs, value ? value->toDouble().value_or(kNoValue) : kNoValue});
    }
    return series;
}

void WindowReader::label(Series &series, int slot) const
{
    if (!m_store.isGrouped()) {
        series.label = m_binding.label;
        return;
    }
    const Group &group = m_store.groups().at(slot);
    series.key = QString::fromUtf8(group.text);
    series.label = group.missing ? u"(missing)"_s : group.text.isEmpty() ? u"(empty)"_s : series.key;
}

void WindowReader::addSeries(WindowResult &result, const Span &window) const
{
    std::vector<Accumulator> totals(size_t(m_store.slotCount()), Accumulator(m_store.kind()));
    Accumulator other(m_store.kind());
    bool hasOther = false;
    gather(window, totals, other, hasOther);
    std::vector<double> values;
    std::vector<int> order = ranked(totals, window, values);
    result.groupsTotal = m_store.isGrouped() ? order.size() + (hasOther ? m_store.overflowGroups() : 0) : 0;
    result.groupLimit = hasOther ? quint64(GroupTable::kMaxGroups) : 0;
    if (!m_store.isGrouped())
        order = {0};
    const auto shown = std::min(order.size(), size_t(std::clamp(m_binding.topN, 1, kMostShown)));
    Accumulator all = other;
    for (size_t i = 0; i < order.size(); ++i) {
        const Accumulator &total = totals[size_t(order[i])];
        all.merge(total);
        if (i >= shown) {
            other.merge(total);
            continue;
        }
        Series series = seriesOf(total, window, {order[i]}, false);
        label(series, order[i]);
        result.series.append(series);
    }
    if (hasOther || order.size() > shown) {
        const std::vector<int> rest(order.begin() + qsizetype(shown), order.end());
        Series series = seriesOf(other, window, rest, true);
        series.other = true;
        series.label = u"other"_s;
        result.series.append(series);
    }
    result.value = valueOf(all, window);
    result.approximate = all.isApproximate();
}

void WindowReader::addDistribution(WindowResult &result, const Span &window) const
{
    Distribution values;
    const auto [from, to] = bucketsIn(window);
    for (size_t i = from; i < to; ++i) {
        const Accumulator *state = m_store.buckets()[i]->cell(0);
        if (const QuantileSketch *sketch = state ? state->quantiles() : nullptr)
            values.add(*sketch);
    }
    values.close();
    if (values.count() > 0)
        result.value = Scalar(values.quantile(0.5));
    result.approximate = !values.isExact();
    result.distribution = std::move(values);
}

WindowResult WindowReader::read()
{
    const WindowSpans window = spans();
    WindowResult result;
    result.window = {window.current.fromUs, window.endUs};
    result.bucketUs = m_display.stepUs();
    if (m_store.plan().kind() != Window::Kind::LastEvents)
        result.runningBucketUs = m_display.at(m_nowUs).fromUs;
    const auto [from, to] = bucketsIn(window.current);
    for (size_t i = from; i < to; ++i)
        result.tally.add(m_store.buckets()[i]->tally);
    result.counted = window.current;
    if (m_fold.tileKind() == TileKind::Histogram)
        addDistribution(result, window.current);
    else if (hasSeries(m_fold.tileKind()))
        addSeries(result, window.current);
    if (m_fold.tileKind() == TileKind::Kpi && window.previous)
        result.previous = previous(*window.previous);
    return result;
}

} // namespace

WindowResult readWindow(const TileFold &fold, qint64 nowUs, const QList<Gap> &gaps)
{
    if (!fold.ring())
        return WindowReader(fold, fold.store(), nowUs, gaps).read();
    // LastEvents: few enough to be counted anew, in buckets that fit the time they span.
    const BucketStore store = fold.ring()->replay(fold.plan());
    return WindowReader(fold, store, nowUs, gaps).read();
}

} // namespace hookboard
