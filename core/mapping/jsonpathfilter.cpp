// Filter expressions: RFC 9535 sections 2.3.5 and 2.4.
#include "core/mapping/jsonpathevaluator.h"

#include <algorithm>

namespace hookboard::jsonpath {

namespace {

// A regular expression costs far more than looking at a member, and one that gives up has cost the most.
constexpr qint64 kMatchSteps = 256;
constexpr qint64 kCompileSteps = 4096;

} // namespace

bool Evaluator::holds(const Expression &expression, JsonNode current)
{
    using Kind = Expression::Kind;
    if (!charge(1))
        return false; // many terms over large values: the evaluation is given up
    const auto childHolds = [&](const Expression &child) { return holds(child, current); };
    switch (expression.kind) {
    case Kind::Or:
        return std::any_of(expression.children.begin(), expression.children.end(), childHolds);
    case Kind::And:
        return std::all_of(expression.children.begin(), expression.children.end(), childHolds);
    case Kind::Not:
        return !holds(expression.children.front(), current);
    case Kind::Compare:
        return compare(expression.comparison, valueOf(expression.operands[0], current),
                       valueOf(expression.operands[1], current));
    case Kind::Exists: {
        bool any = false;
        nodesOf(std::get<Query>(expression.operands.front()), current, [&any](JsonNode) {
            any = true;
            return false;
        });
        return any;
    }
    case Kind::Test:
        return callMatches(*std::get<std::unique_ptr<const Call>>(expression.operands.front()), current);
    }
    return false;
}

bool Evaluator::compare(Comparison comparison, const JsonValue &a, const JsonValue &b)
{
    switch (comparison) {
    case Comparison::Equal:
        return equalValues(a, b, m_steps);
    case Comparison::NotEqual:
        return !equalValues(a, b, m_steps);
    case Comparison::Less:
        return orderValues(a, b) < 0;
    case Comparison::Greater:
        return orderValues(a, b) > 0;
    case Comparison::LessOrEqual:
        return orderValues(a, b) < 0 || equalValues(a, b, m_steps);
    case Comparison::GreaterOrEqual:
        return orderValues(a, b) > 0 || equalValues(a, b, m_steps);
    }
    return false;
}

void Evaluator::nodesOf(const Query &query, JsonNode current, Visit visit)
{
    apply(query.segments, 0, query.relative ? current : m_root, visit);
}

JsonValue Evaluator::valueOf(const Operand &operand, JsonNode current)
{
    if (const auto *literal = std::get_if<Literal>(&operand))
        return literal->value;
    if (const auto *call = std::get_if<std::unique_ptr<const Call>>(&operand))
        return callValue(**call, current);
    const auto &query = std::get<Query>(operand);
    const auto node = followSingular(query.segments, query.relative ? current : m_root, m_steps);
    return node ? JsonValue::fromNode(*node) : JsonValue();
}

JsonValue Evaluator::callValue(const Call &call, JsonNode current)
{
    if (call.function == Function::Length) {
        const JsonValue value = valueOf(call.arguments.front(), current);
        if (value.kind == JsonValue::Kind::Text) {
            m_steps += qint64(value.text.size() / 16);
            return JsonValue::fromInt(codePointCount(value.text));
        }
        if (value.kind != JsonValue::Kind::Structure)
            return {};
        simdjson::dom::array array;
        if (value.node.get_array().get(array) == simdjson::SUCCESS)
            return JsonValue::fromInt(qint64(array.size()));
        simdjson::dom::object object;
        return value.node.get_object().get(object) == simdjson::SUCCESS ? JsonValue::fromInt(qint64(object.size()))
                                                                        : JsonValue();
    }
    qint64 count = 0;
    JsonNode last;
    const bool all = call.function == Function::Count;
    nodesOf(std::get<Query>(call.arguments.front()), current, [&](JsonNode node) {
        last = node;
        return ++count < 2 || all;
    });
    if (all)
        return JsonValue::fromInt(count);
    return count == 1 ? JsonValue::fromNode(last) : JsonValue();
}

bool Evaluator::callMatches(const Call &call, JsonNode current)
{
    const JsonValue subject = valueOf(call.arguments[0], current);
    if (subject.kind != JsonValue::Kind::Text || (call.patternIsFixed && !call.pattern))
        return false;
    std::optional<IRegexp> fromDocument;
    if (!call.patternIsFixed) {
        const JsonValue pattern = valueOf(call.arguments[1], current);
        if (pattern.kind != JsonValue::Kind::Text || pattern.text.size() > size_t(IRegexp::kMaxPatternLength) * 3 ||
            !charge(kCompileSteps))
            return false;
        fromDocument = IRegexp::compile(QString::fromUtf8(pattern.text.data(), qsizetype(pattern.text.size())),
                                        call.function == Function::Match ? IRegexp::Mode::Whole : IRegexp::Mode::Search,
                                        nullptr, IRegexp::Use::Once);
        if (!fromDocument || !charge(fromDocument->compileWork()))
            return false;
    }
    if (!charge(kMatchSteps + qint64(std::min(subject.text.size(), IRegexp::kMaxSubjectBytes))))
        return false;
    const IRegexp::Answer answer = (call.patternIsFixed ? *call.pattern : *fromDocument).match(subject.text, &m_steps);
    return answer == IRegexp::Answer::Yes;
}

} // namespace hookboard::jsonpath
