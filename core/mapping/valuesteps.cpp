#include "core/mapping/valuesteps.h"

#include "core/mapping/grouptext.h"
#include "core/mapping/localnumber.h"
#include "core/mapping/timevalue.h"
#include "core/types/sentence.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <cmath>
#include <string>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;
namespace {

using ValueKind = JsonValue::Kind;

// Of PCRE2: a pattern that would go on for ever ends here. What a pattern says of its own can only be lower.
constexpr QStringView kMatchLimits = u"(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=1000)";
constexpr qsizetype kMaxPattern = 1024;
constexpr double kExactFactor = 9007199254740992.0; // integers up to here are exact as double

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

JsonValue kept(QByteArray bytes, const EventView &view)
{
    return JsonValue::fromText(view.keep(std::move(bytes)));
}

// What a step that works on text sees of a value.
SkipReason readText(const JsonValue &value, const EventView &view, std::string_view &text)
{
    switch (value.kind) {
    case ValueKind::Nothing:
    case ValueKind::Null:
        return SkipReason::Missing;
    case ValueKind::Structure:
        return SkipReason::WrongType;
    case ValueKind::Text:
    case ValueKind::OutOfRange:
        text = value.text;
        break;
    default: {
        QByteArray written;
        text = view.keep(groupText(value, view.numberMark(), written).toByteArray());
        break;
    }
    }
    return qsizetype(text.size()) > ValueSteps::kMaxTextBytes ? SkipReason::TooLong : SkipReason::None;
}

SkipReason readNumber(const JsonValue &value, double &number)
{
    switch (value.kind) {
    case ValueKind::Nothing:
    case ValueKind::Null:
        return SkipReason::Missing;
    case ValueKind::Int:
        number = double(value.integer);
        return SkipReason::None;
    case ValueKind::UInt:
        number = double(value.natural);
        return SkipReason::None;
    case ValueKind::Double:
        number = value.real;
        return SkipReason::None;
    case ValueKind::OutOfRange:
        return SkipReason::Overflow;
    default:
        return SkipReason::NotANumber;
    }
}

struct ParseNumber
{
    NumberSigns signs;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        double ignored = 0;
        if (value.kind != ValueKind::Text)
            return readNumber(value, ignored);
        if (qsizetype(value.text.size()) > ValueSteps::kMaxTextBytes)
            return SkipReason::TooLong;
        value = parseLocalNumber(value.text, signs);
        if (value.kind == ValueKind::OutOfRange)
            return SkipReason::Overflow;
        return value.isNumber() ? SkipReason::None : SkipReason::NotANumber;
    }
};

bool isSmallInteger(double number)
{
    return std::abs(number) <= kExactFactor && std::trunc(number) == number;
}

struct Scale
{
    double factor = 1;
    double offset = 0;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        double number = 0;
        if (const SkipReason why = readNumber(value, number); why != SkipReason::None)
            return why;
        qint64 exact = 0;
        if (value.kind == ValueKind::Int && isSmallInteger(factor) && isSmallInteger(offset) &&
            !__builtin_mul_overflow(value.integer, qint64(factor), &exact) &&
            !__builtin_add_overflow(exact, qint64(offset), &exact)) {
            value = JsonValue::fromInt(exact);
            return SkipReason::None;
        }
        value = JsonValue::fromDouble(number * factor + offset);
        return std::isfinite(value.real) ? SkipReason::None : SkipReason::NotFinite;
    }
};

struct Clamp
{
    std::optional<double> min;
    std::optional<double> max;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        double number = 0;
        if (const SkipReason why = readNumber(value, number); why != SkipReason::None)
            return why;
        if (min && number < *min)
            value = JsonValue::fromDouble(*min);
        else if (max && number > *max)
            value = JsonValue::fromDouble(*max);
        return SkipReason::None;
    }
};

struct MapValues
{
    QHash<QByteArray, QByteArray> pairs;
    std::optional<QByteArray> otherwise;
    SkipReason run(JsonValue &value, const EventView &view) const
    {
        std::string_view text = "null";
        if (value.kind != ValueKind::Null) {
            if (const SkipReason why = readText(value, view, text); why != SkipReason::None)
                return why;
        }
        const auto found = pairs.constFind(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
        if (found != pairs.cend())
            value = kept(*found, view);
        else if (otherwise)
            value = kept(*otherwise, view);
        return SkipReason::None;
    }
};

struct Extract
{
    QRegularExpression pattern;
    SkipReason run(JsonValue &value, const EventView &view) const
    {
        std::string_view text;
        if (const SkipReason why = readText(value, view, text); why != SkipReason::None)
            return why;
        const QRegularExpressionMatch match = pattern.match(textOf(text));
        const int group = pattern.captureCount() > 0 ? 1 : 0;
        if (!match.hasMatch() || match.capturedStart(group) < 0)
            return SkipReason::NoMatch;
        value = kept(match.captured(group).toUtf8(), view);
        return SkipReason::None;
    }
};

struct Split
{
    std::string separator;
    int index = 0;
    SkipReason run(JsonValue &value, const EventView &view) const
    {
        std::string_view text;
        if (const SkipReason why = readText(value, view, text); why != SkipReason::None)
            return why;
        const auto part = index >= 0 ? fromFront(text) : fromBack(text);
        if (!part)
            return SkipReason::Missing;
        value = JsonValue::fromText(*part);
        return SkipReason::None;
    }
    std::optional<std::string_view> fromFront(std::string_view text) const
    {
        for (int i = index;; --i) {
            const size_t end = text.find(separator);
            if (i == 0)
                return text.substr(0, end);
            if (end == std::string_view::npos)
                return std::nullopt;
            text.remove_prefix(end + separator.size());
        }
    }
    std::optional<std::string_view> fromBack(std::string_view text) const
    {
        for (int i = index;; ++i) {
            const size_t start = text.rfind(separator);
            const bool whole = start == std::string_view::npos;
            if (i == -1)
                return whole ? text : text.substr(start + separator.size());
            if (whole)
                return std::nullopt;
            text = text.substr(0, start);
        }
    }
};

struct Coalesce
{
    std::vector<FieldPath> paths;
};

// Whether a format reads a zone: a t that does not stand in quotes.
bool readsZone(const QString &format)
{
    bool quoted = false;
    for (const QChar c : format) {
        if (c == u'\'')
            quoted = !quoted;
        else if (c == u't' && !quoted)
            return true;
    }
    return false;
}

struct ParseDate
{
    QString format;
    QTimeZone zone;
    SkipReason run(JsonValue &value, const EventView &) const
    {
        if (value.kind == ValueKind::Nothing || value.kind == ValueKind::Null)
            return SkipReason::Missing;
        if (value.kind != ValueKind::Text)
            return SkipReason::NotADate;
        if (qsizetype(value.text.size()) > ValueSteps::kMaxTextBytes)
            return SkipReason::TooLong;
        const std::optional<qint64> us = format.isEmpty() ? timeFromText(value.text) : byFormat(textOf(value.text));
        if (!us)
            return SkipReason::NotADate;
        value = *us % kSecondUs == 0 ? JsonValue::fromInt(*us / kSecondUs)
                                     : JsonValue::fromDouble(double(*us) / double(kSecondUs));
        return SkipReason::None;
    }
    std::optional<qint64> byFormat(const QString &text) const
    {
        QDateTime time;
        if (readsZone(format)) {
            time = QDateTime::fromString(text, format);
        } else {
            // Read as UTC first: an hour that this computer's zone leaves out may be a good one in the other.
            const QDateTime read = QDateTime::fromString(text + u" +00:00"_s, format + u" t"_s);
            if (read.isValid())
                time = QDateTime(read.date(), read.time(), zone);
        }
        return time.isValid() ? std::optional(time.toMSecsSinceEpoch() * 1000) : std::nullopt;
    }
};

QByteArray utf8(const QString &text)
{
    return text.toUtf8();
}

bool isOneCharacter(const QString &text)
{
    return text.toUcs4().size() == 1;
}

} // namespace

struct ValueSteps::Step
{
    std::variant<ParseNumber, Scale, Clamp, MapValues, Extract, Split, Coalesce, ParseDate> how;
};

namespace {

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
        return ValueSteps::Step{ParseNumber{{utf8(parse.decimal), utf8(parse.grouping)}}};
    }
    Made operator()(const steps::Scale &scale) const
    {
        if (!std::isfinite(scale.factor) || !std::isfinite(scale.offset))
            return problem(Sentence::tr("a factor and an offset are numbers"));
        return ValueSteps::Step{Scale{scale.factor, scale.offset}};
    }
    Made operator()(const steps::Clamp &clamp) const
    {
        if (clamp.min && clamp.max && !(*clamp.min <= *clamp.max))
            return problem(Sentence::tr("the lower bound lies above the upper one"));
        return ValueSteps::Step{Clamp{clamp.min, clamp.max}};
    }
    Made operator()(const steps::MapValues &map) const
    {
        MapValues made;
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
        return ValueSteps::Step{Extract{pattern}};
    }
    Made operator()(const steps::Split &split) const
    {
        if (split.separator.isEmpty())
            return problem(Sentence::tr("what stands between the parts is missing"));
        return ValueSteps::Step{Split{split.separator.toStdString(), split.index}};
    }
    Made operator()(const steps::Coalesce &coalesce) const
    {
        Coalesce made;
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
        return ValueSteps::Step{ParseDate{parse.format, zone}};
    }
};

JsonValue firstThere(const Coalesce &coalesce, const EventView &view)
{
    for (const FieldPath &path : coalesce.paths) {
        const JsonValue found = path.find(view);
        if (found.kind != ValueKind::Nothing && found.kind != ValueKind::Null)
            return found;
    }
    return {};
}

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

JsonValue ValueSteps::apply(JsonValue value, const EventView &view, SkipReason &why) const
{
    for (const Step &step : *m_steps) {
        if (const auto *coalesce = std::get_if<Coalesce>(&step.how)) {
            if (value.kind != ValueKind::Nothing && value.kind != ValueKind::Null)
                continue;
            const JsonValue other = firstThere(*coalesce, view);
            if (other.kind != ValueKind::Nothing) {
                value = other;
                why = SkipReason::None;
            }
            continue;
        }
        if (why != SkipReason::None)
            continue; // another coalesce may follow
        why = std::visit(
            [&](const auto &how) {
                if constexpr (std::is_same_v<std::decay_t<decltype(how)>, Coalesce>)
                    return SkipReason::None;
                else
                    return how.run(value, view);
            },
            step.how);
        if (why != SkipReason::None)
            value = {};
    }
    return value;
}

bool ValueSteps::takesNumber() const
{
    return m_steps->empty() || std::holds_alternative<Scale>(m_steps->front().how) ||
           std::holds_alternative<Clamp>(m_steps->front().how);
}

} // namespace hookboard
