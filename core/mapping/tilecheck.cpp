#include "core/mapping/tilecheck.h"

#include "core/mapping/mapperplan.h"
#include "core/mapping/sharedpaths.h"
#include "core/types/sentence.h"

#include <algorithm>

namespace hookboard {

namespace {

using Part = TileProblem::Part;

bool hasRows(const TileSpec &tile)
{
    return tile.kind == TileKind::Table || tile.kind == TileKind::Feed;
}

// One number, or the values of all events together.
bool isOneGroup(const TileSpec &tile)
{
    return tile.kind == TileKind::Kpi || tile.kind == TileKind::Gauge || tile.kind == TileKind::Histogram;
}

class Check
{
public:
    explicit Check(const TileSpec &tile)
        : m_tile(tile)
    {}

    void binding(qsizetype index)
    {
        const Binding &binding = m_tile.bindings[index];
        m_index = index;
        m_hasItems = !binding.each.isEmpty();
        filter(Part::Filter, binding.filter);
        each(binding.each);
        if (binding.timeBasis == TimeBasis::Event)
            text<FieldPath>(Part::Time, binding.time);
        if (hasRows(m_tile))
            return; // rows have neither values nor groups
        if (binding.pairing)
            pairing(*binding.pairing);
        else
            value(binding);
        if (isOneGroup(m_tile))
            return;
        text<ValueText>(Part::GroupBy, binding.groupBy);
        if (!binding.groupBy.isEmpty())
            steps(Part::GroupSteps, binding.groupSteps);
    }

    void columns()
    {
        m_hasItems = !m_tile.bindings.isEmpty() && !m_tile.bindings.first().each.isEmpty();
        for (m_index = 0; m_index < m_tile.columns.size(); ++m_index) {
            if (m_tile.columns[m_index].path.isEmpty())
                add(Part::Column, -1, Sentence::tr("this column needs a path"));
            text<ValueText>(Part::Column, m_tile.columns[m_index].path);
        }
    }

    void annotations(const Annotations &annotations)
    {
        m_index = 0;
        m_hasItems = false;
        filter(Part::Annotations, annotations.filter);
        text<ValueText>(Part::Annotations, annotations.text);
    }

    QList<TileProblem> problems;

private:
    void add(Part part, qsizetype position, const QString &message, qsizetype step = -1)
    {
        problems.append({part, m_index, position, message, step});
    }

    template <typename T> void text(Part part, const QString &text)
    {
        if (text.isEmpty())
            return;
        SharedPaths paths;
        const auto compiled = T::compile(text, &paths);
        if (const auto *error = std::get_if<PathError>(&compiled))
            add(part, error->position, error->message);
        else if (paths.reads().item && !m_hasItems)
            add(part, std::max<qsizetype>(0, text.indexOf(u'@')), mapping::itemWithoutEach());
    }

    void filter(Part part, const QString &filter)
    {
        if (!filter.trimmed().isEmpty())
            text<Filter>(part, filter);
    }

    void each(const QString &each)
    {
        if (each.isEmpty())
            return;
        const auto compiled = FieldPath::compile(each);
        if (const auto *error = std::get_if<PathError>(&compiled))
            add(Part::Each, error->position, error->message);
        else if (!std::get<FieldPath>(compiled).readsPayload() || std::get<FieldPath>(compiled).readsItem())
            add(Part::Each, 0, Sentence::tr("items are found by a path that begins with $"));
    }

    void value(const Binding &binding)
    {
        const bool fixed = m_tile.kind == TileKind::Histogram || m_tile.kind == TileKind::States; // whatever is chosen
        const bool ratio = !fixed && binding.aggregation == Aggregation::Ratio;
        const bool counts = !fixed && mapping::ruleOf(binding.aggregation) == mapping::ValueRule::Exists;
        if (binding.value.isEmpty() && !counts)
            add(Part::Value, -1, Sentence::tr("this calculation needs a value"));
        text<ValueText>(Part::Value, binding.value);
        if (!binding.value.isEmpty())
            steps(Part::Steps, binding.steps);
        if (ratio && binding.part.trimmed().isEmpty())
            add(Part::Share, -1, Sentence::tr("a share needs a filter for its part"));
        else if (ratio)
            filter(Part::Share, binding.part);
    }

    void pairing(const Pairing &pairing)
    {
        if (pairing.key.isEmpty() || pairing.startType.isEmpty() || pairing.endType.isEmpty())
            add(Part::Pairing, -1, Sentence::tr("a time between two events needs a key and the types of both"));
        text<ValueText>(Part::Pairing, pairing.key);
    }

    // One after the other: each that is wrong is told.
    void steps(Part part, const QList<ValueStep> &steps)
    {
        for (qsizetype i = 0; i < steps.size(); ++i) {
            SharedPaths paths;
            const auto compiled = ValueSteps::compile({steps.at(i)}, &paths);
            if (const auto *wrong = std::get_if<StepProblem>(&compiled))
                add(part, wrong->position, wrong->message, i);
            else if (paths.reads().item && !m_hasItems)
                add(part, -1, mapping::itemWithoutEach(), i);
        }
        if (steps.size() > ValueSteps::kMaxSteps)
            add(part, -1, Sentence::tr("there are at most %1 steps").arg(ValueSteps::kMaxSteps), ValueSteps::kMaxSteps);
    }

    const TileSpec &m_tile;
    qsizetype m_index = 0;
    bool m_hasItems = false;
};

} // namespace

QList<TileProblem> tileProblems(const TileSpec &tile)
{
    Check check(tile);
    const bool rows = hasRows(tile);
    const qsizetype used = rows ? std::min<qsizetype>(1, tile.bindings.size()) : tile.bindings.size();
    for (qsizetype i = 0; i < used; ++i)
        check.binding(i);
    if (rows)
        check.columns();
    if (tile.kind == TileKind::TimeSeries && tile.options.series.annotations)
        check.annotations(*tile.options.series.annotations);
    return check.problems;
}

} // namespace hookboard
