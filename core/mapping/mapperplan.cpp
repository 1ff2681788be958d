#include "core/mapping/mapperplan.h"

#include "core/mapping/sharedpaths.h"
#include "core/types/sentence.h"

#include <QtCore/QHash>

#include <algorithm>

namespace hookboard::mapping {

using namespace Qt::Literals::StringLiterals;

namespace {

ValueRule ruleOf(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
    case Aggregation::Rate:
        return ValueRule::Exists;
    case Aggregation::Distinct:
    case Aggregation::First:
    case Aggregation::Last:
        return ValueRule::AnyScalar;
    default:
        return ValueRule::Number;
    }
}

class Compiler
{
public:
    explicit Compiler(SharedPaths &shared)
        : m_shared(shared)
    {}

    std::optional<QString> add(const Binding &binding)
    {
        BindingPlan planned;
        planned.source = binding.source;
        planned.verifiedOnly = binding.verifiedOnly;
        planned.rule = ruleOf(binding.aggregation);
        for (const QString &type : binding.types) {
            if (type.endsWith(u'*'))
                planned.typePrefixes.append(type.chopped(1));
            else
                planned.types.append(type);
        }
        if (binding.value.isEmpty() && planned.rule != ValueRule::Exists)
            return Sentence::tr("this aggregation needs a value path");
        const QString time = binding.timeBasis == TimeBasis::Event ? binding.time : QString();
        std::optional<QString> problem = filter(binding.filter, planned.filter);
        if (!problem)
            problem = path(Sentence::tr("value path"), binding.value, planned.value);
        if (!problem)
            problem = path(Sentence::tr("group path"), binding.groupBy, planned.group);
        if (!problem)
            problem = path(Sentence::tr("time path"), time, planned.time);
        if (binding.timeBasis == TimeBasis::Event)
            planned.timeRule = planned.time == BindingPlan::kNone ? TimeRule::Named : TimeRule::Path;
        if (!problem)
            m_plan.bindings.push_back(std::move(planned));
        return problem;
    }

    Plan take() { return std::move(m_plan); }

private:
    static QString sentence(const QString &what, const PathError &error)
    {
        return Sentence::tr("the %1 is not valid at position %2: %3")
            .arg(what)
            .arg(error.position + 1)
            .arg(error.message);
    }

    std::optional<QString> path(const QString &what, const QString &text, int &index)
    {
        return add<FieldPath>(what, text, index, m_pathIndex, m_plan.paths);
    }

    std::optional<QString> filter(const QString &text, int &index)
    {
        return add<Filter>(u"filter"_s, text.trimmed().isEmpty() ? QString() : text, index, m_filterIndex,
                           m_plan.filters);
    }

    template <typename T>
    std::optional<QString> add(const QString &what, const QString &text, int &index, QHash<QString, int> &known,
                               std::vector<T> &compiledOnes)
    {
        if (text.isEmpty())
            return std::nullopt;
        index = known.value(text, BindingPlan::kNone);
        if (index != BindingPlan::kNone)
            return std::nullopt;
        auto compiled = T::compile(text, &m_shared);
        if (const auto *error = std::get_if<PathError>(&compiled))
            return sentence(what, *error);
        index = int(compiledOnes.size());
        known.insert(text, index);
        compiledOnes.push_back(std::get<T>(std::move(compiled)));
        return std::nullopt;
    }

    SharedPaths &m_shared;
    Plan m_plan;
    QHash<QString, int> m_pathIndex;
    QHash<QString, int> m_filterIndex;
};

} // namespace

bool BindingPlan::wants(const QString &eventSource, const QString &eventType) const
{
    if (!source.isEmpty() && source != eventSource)
        return false;
    if (types.isEmpty() && typePrefixes.isEmpty())
        return true;
    return types.contains(eventType) ||
           std::any_of(typePrefixes.begin(), typePrefixes.end(),
                       [&](const QString &prefix) { return eventType.startsWith(prefix); });
}

Result<Plan> compilePlan(const QList<Binding> &bindings, SharedPaths &shared)
{
    Compiler compiler(shared);
    for (qsizetype i = 0; i < bindings.size(); ++i) {
        if (const auto problem = compiler.add(bindings[i]))
            return {ErrorCode::InvalidArgument, Sentence::tr("Binding %1: %2.").arg(i + 1).arg(*problem)};
    }
    return compiler.take();
}

} // namespace hookboard::mapping
