// Equality and order of JSON values, RFC 9535 section 2.3.5.2.2 (declared in jsonvalue.h).
#include "core/mapping/jsonvalue.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hookboard {

using simdjson::dom::element_type;

namespace {

// The double that an int64 or uint64 is compared with lies anywhere; rounding the integer first would call 2^53 + 1
// equal to 2^53.
std::partial_ordering orderIntegerDouble(qint64 a, double b)
{
    if (b >= 9223372036854775808.0)
        return std::partial_ordering::less;
    if (b < -9223372036854775808.0)
        return std::partial_ordering::greater;
    const double whole = std::floor(b);
    const auto truncated = qint64(whole);
    if (a != truncated)
        return a <=> truncated;
    return b > whole ? std::partial_ordering::less : std::partial_ordering::equivalent;
}

std::partial_ordering orderNaturalDouble(quint64 a, double b)
{
    if (b >= 18446744073709551616.0)
        return std::partial_ordering::less;
    if (b < 0)
        return std::partial_ordering::greater;
    const double whole = std::floor(b);
    const auto truncated = quint64(whole);
    if (a != truncated)
        return a <=> truncated;
    return b > whole ? std::partial_ordering::less : std::partial_ordering::equivalent;
}

std::partial_ordering reversed(std::partial_ordering order)
{
    return 0 <=> order;
}

std::partial_ordering orderNumbers(const JsonValue &a, const JsonValue &b)
{
    using Kind = JsonValue::Kind;
    // fromUInt() keeps Int and UInt apart: a UInt is above every Int.
    switch (a.kind) {
    case Kind::Int:
        if (b.kind == Kind::Int)
            return a.integer <=> b.integer;
        return b.kind == Kind::UInt ? std::partial_ordering::less : orderIntegerDouble(a.integer, b.real);
    case Kind::UInt:
        if (b.kind == Kind::UInt)
            return a.natural <=> b.natural;
        return b.kind == Kind::Int ? std::partial_ordering::greater : orderNaturalDouble(a.natural, b.real);
    default:
        if (b.kind == Kind::Double)
            return a.real <=> b.real;
        return reversed(b.kind == Kind::Int ? orderIntegerDouble(b.integer, a.real)
                                            : orderNaturalDouble(b.natural, a.real));
    }
}

using Member = std::pair<std::string_view, JsonNode>;

// Members by name, of each name the last one.
std::vector<Member> sortedMembers(simdjson::dom::object object)
{
    std::vector<Member> members;
    for (const auto field : object)
        members.emplace_back(field.key, field.value);
    std::stable_sort(members.begin(), members.end(),
                     [](const Member &a, const Member &b) { return a.first < b.first; });
    size_t kept = 0;
    for (size_t i = 0; i < members.size(); ++i) {
        if (i + 1 == members.size() || members[i].first != members[i + 1].first)
            members[kept++] = members[i];
    }
    members.resize(kept);
    return members;
}

bool equalNodes(JsonNode a, JsonNode b, qint64 &cost);

bool equalArrays(simdjson::dom::array a, simdjson::dom::array b, qint64 &cost)
{
    auto left = a.begin();
    auto right = b.begin();
    for (; left != a.end() && right != b.end(); ++left, ++right) {
        if (!equalNodes(*left, *right, cost))
            return false;
    }
    return !(left != a.end()) && !(right != b.end());
}

bool equalObjects(simdjson::dom::object a, simdjson::dom::object b, qint64 &cost)
{
    const std::vector<Member> left = sortedMembers(a);
    const std::vector<Member> right = sortedMembers(b);
    cost += qint64(left.size() + right.size()) * 8;
    if (left.size() != right.size())
        return false;
    for (size_t i = 0; i < left.size(); ++i) {
        if (left[i].first != right[i].first || !equalNodes(left[i].second, right[i].second, cost))
            return false;
    }
    return true;
}

bool equalNodes(JsonNode a, JsonNode b, qint64 &cost)
{
    ++cost;
    const element_type type = a.type();
    if (type == element_type::ARRAY)
        return b.type() == type && equalArrays(a.get_array().value_unsafe(), b.get_array().value_unsafe(), cost);
    if (type == element_type::OBJECT)
        return b.type() == type && equalObjects(a.get_object().value_unsafe(), b.get_object().value_unsafe(), cost);
    return equalValues(JsonValue::fromNode(a), JsonValue::fromNode(b), cost);
}

} // namespace

bool equalValues(const JsonValue &a, const JsonValue &b, qint64 &cost)
{
    using Kind = JsonValue::Kind;
    if (a.isNumber() && b.isNumber())
        return orderNumbers(a, b) == 0;
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case Kind::Nothing:
    case Kind::Null:
        return true;
    case Kind::Bool:
        return a.boolean == b.boolean;
    case Kind::Text:
        cost += qint64(std::min(a.text.size(), b.text.size()) / 16);
        return a.text == b.text;
    case Kind::Structure:
        return equalNodes(a.node, b.node, cost);
    default:
        return false;
    }
}

std::partial_ordering orderValues(const JsonValue &a, const JsonValue &b)
{
    if (a.isNumber() && b.isNumber())
        return orderNumbers(a, b);
    if (a.kind == JsonValue::Kind::Text && b.kind == JsonValue::Kind::Text)
        return a.text.compare(b.text) <=> 0; // the order of UTF-8 bytes is the order of code points
    return std::partial_ordering::unordered;
}

} // namespace hookboard
