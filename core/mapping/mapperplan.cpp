#include "core/mapping/mapperplan.h"

#include "core/mapping/sharedpaths.h"
#include "core/types/sentence.h"

#include <QtCore/QHash>

#include <algorithm>

namespace hookboard::mapping {

using namespace Qt::Literals::StringLiterals;

namespace {

class Compiler
{
public:
    explicit Compiler(SharedPaths &shared)
        : m_shared(shared)
    {}

    std::optional<QString> add(const Binding &binding)
    {
        m_planned = {};
        m_planned.source = binding.source;
        m_planned.verifiedOnly = binding.verifiedOnly;
        m_planned.sinceUs = binding.sinceUs;
        m_planned.rule = ruleOf(binding.aggregation);
        for (const QString &type : binding.types)
            m_planned.types.add(type);
        std::optional<QString> problem = filter(Sentence::tr("filter"), binding.filter, m_planned.filter);
        if (!problem)
            problem = path(Sentence::tr("path of the items"), binding.each, m_planned.each);
        if (!problem)
            problem = binding.pairing ? pairing(*binding.pairing) : value(binding);
        if (!problem)
            problem = text(Sentence::tr("group path"), binding.groupBy, m_planned.group);
        if (!problem && m_planned.group != BindingPlan::kNone)
            problem = steps(binding.groupSteps, m_planned.groupSteps);
        if (!problem && binding.timeBasis == TimeBasis::Event)
            problem = path(Sentence::tr("time path"), binding.time, m_planned.time);
        if (binding.timeBasis == TimeBasis::Event)
            m_planned.timeRule = m_planned.time == BindingPlan::kNone ? TimeRule::Named : TimeRule::Path;
        if (!problem)
            problem = items(binding);
        if (!problem)
            m_plan.bindings.push_back(m_planned);
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

    std::optional<QString> value(const Binding &binding)
    {
        const bool ratio = binding.aggregation == Aggregation::Ratio;
        if (ratio && binding.part.trimmed().isEmpty())
            return Sentence::tr("a share needs a filter for its part");
        if (binding.value.isEmpty() && m_planned.rule != ValueRule::Exists)
            return Sentence::tr("this aggregation needs a value path");
        std::optional<QString> problem;
        if (ratio)
            problem = filter(Sentence::tr("filter of the part"), binding.part, m_planned.part);
        if (!problem)
            problem = text(Sentence::tr("value path"), binding.value, m_planned.value);
        if (!problem && m_planned.value != BindingPlan::kNone)
            problem = steps(binding.steps, m_planned.steps);
        return problem;
    }

    std::optional<QString> pairing(const Pairing &pairing)
    {
        if (pairing.key.isEmpty() || pairing.startType.isEmpty() || pairing.endType.isEmpty())
            return Sentence::tr("a time between two events needs a key and the types of both");
        m_planned.types = {};
        for (const QString &type : {pairing.startType, pairing.endType})
            m_planned.types.add(type);
        m_planned.starts.add(pairing.startType);
        m_planned.ends.add(pairing.endType);
        return text(Sentence::tr("key"), pairing.key, m_planned.pairKey);
    }

    // Only a list of items makes sense of a path that starts at one.
    std::optional<QString> items(const Binding &binding)
    {
        if (m_planned.each != BindingPlan::kNone) {
            const FieldPath *path = m_plan.texts[size_t(m_planned.each)].path();
            return path->readsPayload() && !path->readsItem()
                       ? std::nullopt
                       : std::optional(Sentence::tr("items are found by a path that begins with $"));
        }
        return readsItem(binding) ? std::optional(itemWithoutEach()) : std::nullopt;
    }

    std::optional<QString> text(const QString &what, const QString &text, int &index)
    {
        return add<ValueText>(what, text, index, m_textIndex, m_plan.texts);
    }

    std::optional<QString> path(const QString &what, const QString &text, int &index)
    {
        if (text.isEmpty())
            return std::nullopt;
        auto compiled = FieldPath::compile(text, &m_shared);
        if (const auto *error = std::get_if<PathError>(&compiled))
            return sentence(what, *error);
        return add<ValueText>(what, text, index, m_textIndex, m_plan.texts);
    }

    std::optional<QString> filter(const QString &what, const QString &text, int &index)
    {
        return add<Filter>(what, text.trimmed().isEmpty() ? QString() : text, index, m_filterIndex, m_plan.filters);
    }

    std::optional<QString> steps(const QList<ValueStep> &steps, int &index)
    {
        if (steps.isEmpty())
            return std::nullopt;
        auto compiled = ValueSteps::compile(steps, &m_shared);
        if (const auto *wrong = std::get_if<StepProblem>(&compiled))
            return Sentence::tr("step %1 is not valid: %2").arg(wrong->step + 1).arg(wrong->message);
        index = int(m_plan.steps.size());
        m_plan.steps.push_back(std::get<ValueSteps>(std::move(compiled)));
        return std::nullopt;
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
    BindingPlan m_planned; // the one that is being added
    QHash<QString, int> m_textIndex;
    QHash<QString, int> m_filterIndex;
};

} // namespace

void TypeList::add(const QString &type)
{
    if (type.endsWith(u'*'))
        prefixes.append(type.chopped(1));
    else
        exact.append(type);
}

bool TypeList::holds(const QString &type) const
{
    return exact.contains(type) || std::any_of(prefixes.begin(), prefixes.end(),
                                               [&](const QString &prefix) { return type.startsWith(prefix); });
}

bool BindingPlan::wants(const QString &eventSource, const QString &eventType) const
{
    return (source.isEmpty() || source == eventSource) && (types.isEmpty() || types.holds(eventType));
}

ValueRule ruleOf(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
    case Aggregation::Rate:
    case Aggregation::Ratio:
        return ValueRule::Exists;
    case Aggregation::Distinct:
    case Aggregation::First:
    case Aggregation::Last:
        return ValueRule::AnyScalar;
    default:
        return ValueRule::Number;
    }
}

bool readsItem(const Binding &binding)
{
    SharedPaths probe;
    static_cast<void>(Filter::compile(binding.filter, &probe));
    static_cast<void>(Filter::compile(binding.part, &probe));
    for (const QString &text : {binding.value, binding.groupBy, binding.pairing.value_or(Pairing()).key, binding.time})
        static_cast<void>(ValueText::compile(text, &probe));
    static_cast<void>(ValueSteps::compile(binding.steps, &probe));
    static_cast<void>(ValueSteps::compile(binding.groupSteps, &probe));
    return probe.reads().item;
}

QString itemWithoutEach()
{
    return Sentence::tr("@ is an item, but no path of items is given");
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
