#include "core/mapping/tilecheck.h"

#include "core/mapping/filter.h"
#include "core/types/sentence.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

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

template <typename T> void check(QList<TileProblem> &problems, Part part, qsizetype index, const QString &text)
{
    if (text.isEmpty())
        return;
    const auto compiled = T::compile(text);
    if (const auto *error = std::get_if<PathError>(&compiled))
        problems.append({part, index, error->position, error->message});
}

} // namespace

QList<TileProblem> tileProblems(const TileSpec &tile)
{
    QList<TileProblem> problems;
    const bool rows = hasRows(tile);
    const qsizetype used = rows ? std::min<qsizetype>(1, tile.bindings.size()) : tile.bindings.size();
    for (qsizetype i = 0; i < used; ++i) {
        const Binding &binding = tile.bindings[i];
        if (!binding.filter.trimmed().isEmpty())
            check<Filter>(problems, Part::Filter, i, binding.filter);
        if (binding.timeBasis == TimeBasis::Event)
            check<FieldPath>(problems, Part::Time, i, binding.time);
        if (rows)
            continue; // rows have neither values nor groups
        const bool fixed = tile.kind == TileKind::Histogram || tile.kind == TileKind::States; // whatever is chosen
        const bool counts =
            !fixed && (binding.aggregation == Aggregation::Count || binding.aggregation == Aggregation::Rate);
        if (binding.value.isEmpty() && !counts)
            problems.append({Part::Value, i, -1, Sentence::tr("this calculation needs a value")});
        check<FieldPath>(problems, Part::Value, i, binding.value);
        if (!isOneGroup(tile))
            check<FieldPath>(problems, Part::GroupBy, i, binding.groupBy);
    }
    for (qsizetype i = 0; rows && i < tile.columns.size(); ++i) {
        if (tile.columns[i].path.isEmpty())
            problems.append({Part::Column, i, -1, Sentence::tr("this column needs a path")});
        check<FieldPath>(problems, Part::Column, i, tile.columns[i].path);
    }
    return problems;
}

} // namespace hookboard
