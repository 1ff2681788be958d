#include "core/mapping/filter.h"

#include "core/mapping/filterparser.h"

#include <algorithm>

namespace hookboard {

using filter::Condition;
using filter::Literal;
using filter::Node;
using filter::Operator;

struct Filter::Program
{
    Node root;
};

namespace {

bool equal(const JsonValue &a, const JsonValue &b)
{
    qint64 cost = 0;
    return equalValues(a, b, cost);
}

bool compare(Operator op, const JsonValue &a, const JsonValue &b)
{
    switch (op) {
    case Operator::Equal:
        return equal(a, b);
    case Operator::NotEqual:
        return !equal(a, b);
    case Operator::Less:
        return orderValues(a, b) < 0;
    case Operator::Greater:
        return orderValues(a, b) > 0;
    case Operator::LessOrEqual:
        return orderValues(a, b) < 0 || equal(a, b);
    case Operator::GreaterOrEqual:
        return orderValues(a, b) > 0 || equal(a, b);
    default:
        return false;
    }
}

bool contains(const JsonValue &value, const JsonValue &part)
{
    if (value.kind == JsonValue::Kind::Text)
        return part.kind == JsonValue::Kind::Text && value.text.find(part.text) != std::string_view::npos;
    simdjson::dom::array array;
    if (value.kind != JsonValue::Kind::Structure || value.node.get_array().get(array) != simdjson::SUCCESS)
        return false;
    return std::any_of(array.begin(), array.end(),
                       [&part](JsonNode element) { return equal(JsonValue::fromNode(element), part); });
}

bool anySelected(const FieldPath &path, const EventView &view, FunctionRef<bool(const JsonValue &)> wanted)
{
    if (path.isSingular()) {
        const JsonValue value = path.find(view);
        return value.kind != JsonValue::Kind::Nothing && wanted(value);
    }
    bool found = false;
    path.each(view, [&](const JsonValue &value) { return !(found = wanted(value)); });
    return found;
}

bool holds(const Condition &condition, const EventView &view)
{
    switch (condition.op) {
    case Operator::Exists:
        return anySelected(condition.path, view, [](const JsonValue &) { return true; });
    case Operator::Contains: {
        const JsonValue &part = condition.literals.front().value;
        const bool several = !condition.path.isSingular();
        return anySelected(condition.path, view, [&part, several](const JsonValue &value) {
            return contains(value, part) || (several && equal(value, part));
        });
    }
    case Operator::In: {
        const JsonValue value = condition.path.find(view);
        return std::any_of(condition.literals.begin(), condition.literals.end(),
                           [&value](const Literal &literal) { return equal(value, literal.value); });
    }
    case Operator::Matches: {
        const JsonValue value = condition.path.find(view);
        return value.kind == JsonValue::Kind::Text && condition.pattern->match(value.text) == IRegexp::Answer::Yes;
    }
    default:
        return compare(condition.op, condition.path.find(view),
                       condition.other ? condition.other->find(view) : condition.literals.front().value);
    }
}

bool holds(const Node &node, const EventView &view)
{
    const auto childHolds = [&view](const Node &child) { return holds(child, view); };
    switch (node.kind) {
    case Node::Kind::Everything:
        return true;
    case Node::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), childHolds);
    case Node::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), childHolds);
    case Node::Kind::Not:
        return !childHolds(node.children.front());
    case Node::Kind::Condition:
        return holds(*node.condition, view);
    }
    return false;
}

} // namespace

std::variant<Filter, PathError> Filter::compile(QStringView text, SharedPaths *shared)
{
    auto program = std::make_shared<Program>();
    filter::Parser parser(text, shared);
    if (!parser.parse(program->root))
        return parser.error();
    Filter compiled;
    compiled.m_program = std::move(program);
    return compiled;
}

bool Filter::matches(const EventView &view) const
{
    return holds(m_program->root, view);
}

} // namespace hookboard
