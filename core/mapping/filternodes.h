// The compiled form of a Filter. Built by FilterParser, read by Filter::matches; immutable in between.
#pragma once

#include "core/mapping/fieldpath.h"
#include "core/mapping/iregexp.h"

#include <memory>
#include <string>
#include <vector>

namespace hookboard::filter {

enum class Operator { Exists, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, In, Contains, Matches };

struct Literal
{
    JsonValue value;
    std::unique_ptr<const std::string> text; // what value.text points at
};

struct Condition
{
    FieldPath path;
    Operator op = Operator::Exists;
    std::vector<Literal> literals; // In: any number; otherwise one, or none when `other` is set
    std::optional<FieldPath> other;
    std::optional<IRegexp> pattern; // Matches
};

struct Node
{
    enum class Kind { Everything, Or, And, Not, Condition };
    Kind kind = Kind::Everything;
    std::vector<Node> children;
    std::optional<Condition> condition;
};

} // namespace hookboard::filter
