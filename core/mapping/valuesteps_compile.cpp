// ValueSteps::compile(): what is written of the steps, checked and made ready to run.
#include "core/mapping/sharedpaths.h"
#include "core/mapping/valuestepkinds.h"
#include "core/types/sentence.h"

#include <algorithm>
#include <cmath>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Of PCRE2: a pattern that would go on for ever ends here. What a pattern says of its own can only be lower.
constexpr QStringView kMatchLimits = u"(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=1000)";
constexpr qsizetype kMaxPattern = 1024;

QByteArray utf8(const QString &text)
{
    return text.toUtf8();
}

bool isOneCharacter(const QString &text)
{
    return text.toUcs4().size() == 1;
}

using Made = std::variant<ValueSteps::Step, StepProblem>;

StepProblem problem(const QString &message, qsizetype position = -1)
{
    return {0, position, message};
}

struct StepCompiler
{
    SharedPaths *shared;

    Made operator()(const steps::ParseNumber &parse) const
    {
        if (!isOneCharacter(parse.decimal) || (!parse.grouping.isEmpty() && !isOneCharacter(parse.grouping)) ||
            parse.decimal == parse.grouping)
            return problem(Sentence::tr("the decimal sign and the grouping sign are one character each, and two"));
        return ValueSteps::Step{mapping::ParseNumber{{utf8(parse.decimal), utf8(parse.grouping)}}};
    }
    Made operator()(const steps::Scale &scale) const
    {
        if (!std::isfinite(scale.factor) || !std::isfinite(scale.offset))
            return problem(Sentence::tr("a factor and an offset are numbers"));
        return ValueSteps::Step{mapping::Scale{scale.factor, scale.offset}};
    }
    Made operator()(const steps::Clamp &clamp) const
    {
        if (clamp.min && clamp.max && !(*clamp.min <= *clamp.max))
            return problem(Sentence::tr("the lower bound lies above the upper one"));
        return ValueSteps::Step{mapping::Clamp{clamp.min, clamp.max}};
    }
    Made operator()(const steps::MapValues &map) const
    {
        mapping::MapValues made;
        for (const auto &[from, to] : map.pairs) {
            if (!made.pairs.contains(utf8(from))) // the first counts
                made.pairs.insert(utf8(from), utf8(to));
        }
        if (map.otherwise)
            made.otherwise = utf8(*map.otherwise);
        return ValueSteps::Step{std::move(made)};
    }
    Made operator()(const steps::Extract &extract) const
    {
        if (extract.pattern.isEmpty() || extract.pattern.size() > kMaxPattern)
            return problem(Sentence::tr("a regular expression has 1 to %1 characters").arg(kMaxPattern));
        const QRegularExpression pattern(kMatchLimits.toString() + extract.pattern,
                                         QRegularExpression::UseUnicodePropertiesOption);
        if (!pattern.isValid())
            return problem(Sentence::tr("the regular expression does not go on like this"),
                           std::max<qsizetype>(0, pattern.patternErrorOffset() - kMatchLimits.size()));
        return ValueSteps::Step{mapping::Extract{pattern}};
    }
    Made operator()(const steps::Split &split) const
    {
        if (split.separator.isEmpty())
            return problem(Sentence::tr("what stands between the parts is missing"));
        return ValueSteps::Step{mapping::Split{split.separator.toStdString(), split.index}};
    }
    Made operator()(const steps::Coalesce &coalesce) const
    {
        mapping::Coalesce made;
        for (const QString &text : coalesce.paths) {
            auto path = FieldPath::compile(text, shared);
            if (auto *error = std::get_if<PathError>(&path))
                return problem(error->message, error->position);
            made.paths.push_back(std::get<FieldPath>(std::move(path)));
        }
        return ValueSteps::Step{std::move(made)};
    }
    Made operator()(const steps::ParseDate &parse) const
    {
        const QTimeZone zone = parse.timeZone.isEmpty() ? QTimeZone::utc() : QTimeZone(parse.timeZone.toUtf8());
        if (!zone.isValid())
            return problem(Sentence::tr("this time zone is not known"));
        return ValueSteps::Step{mapping::ParseDate{parse.format, zone}};
    }
};

} // namespace

std::variant<ValueSteps, StepProblem> ValueSteps::compile(const QList<ValueStep> &steps, SharedPaths *shared)
{
    if (steps.size() > kMaxSteps)
        return StepProblem{kMaxSteps, -1, Sentence::tr("there are at most %1 steps").arg(kMaxSteps)};
    auto made = std::make_shared<std::vector<Step>>();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        Made step = std::visit(StepCompiler{shared}, steps.at(i));
        if (auto *wrong = std::get_if<StepProblem>(&step))
            return StepProblem{i, wrong->position, wrong->message};
        made->push_back(std::get<Step>(std::move(step)));
    }
    ValueSteps compiled;
    compiled.m_steps = std::move(made);
    return compiled;
}

} // namespace hookboard
