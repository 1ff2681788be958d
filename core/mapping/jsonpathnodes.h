// The compiled form of an RFC 9535 query: segments of selectors, and the expressions of filter selectors.
// Built by JsonPathParser, read by JsonPathEvaluator; immutable in between.
#pragma once

#include "core/mapping/iregexp.h"
#include "core/mapping/jsonvalue.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hookboard::jsonpath {

struct Expression;

struct NameSelector
{
    std::string name; // UTF-8, as keys are in the parsed document
};

struct IndexSelector
{
    qint64 index = 0;
};

struct SliceSelector
{
    std::optional<qint64> start;
    std::optional<qint64> end;
    qint64 step = 1;
};

struct WildcardSelector
{};

struct FilterSelector
{
    std::unique_ptr<const Expression> condition;
};

using Selector = std::variant<NameSelector, IndexSelector, SliceSelector, WildcardSelector, FilterSelector>;

struct Segment
{
    bool descendant = false;
    std::vector<Selector> selectors;

    bool isSingular() const
    {
        return !descendant && selectors.size() == 1 &&
               (std::holds_alternative<NameSelector>(selectors.front()) ||
                std::holds_alternative<IndexSelector>(selectors.front()));
    }
};

struct Query
{
    bool relative = false; // starts at @, not at $
    bool singular = true;
    std::vector<Segment> segments;
};

enum class Function { Length, Count, Match, Search, Value };
enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
enum class Type { Value, Logical, Nodes };

struct Call;

struct Literal
{
    JsonValue value;
    std::unique_ptr<const std::string> text; // what value.text points at
};

// Something that has a value: a literal, a query (singular where a value is wanted) or a function call.
using Operand = std::variant<Literal, Query, std::unique_ptr<const Call>>;

struct Call
{
    Function function = Function::Length;
    Type result = Type::Value;
    std::vector<Operand> arguments;
    bool patternIsFixed = false;    // match, search: the pattern is a literal
    std::optional<IRegexp> pattern; // ... compiled with the query; absent when it is no I-Regexp, so never matches
};

struct Expression
{
    enum class Kind { Or, And, Not, Compare, Exists, Test };
    Kind kind = Kind::Or;
    std::vector<Expression> children; // Or, And: two or more; Not: one
    bool closed = false;              // was in parentheses: a following && or || does not join it
    Comparison comparison = Comparison::Equal;
    std::vector<Operand> operands; // Compare: two; Exists: a query; Test: a call with a logical result
};

} // namespace hookboard::jsonpath
