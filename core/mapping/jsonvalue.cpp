#include "core/mapping/jsonvalue.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace hookboard {

using simdjson::dom::element_type;

JsonValue JsonValue::null()
{
    JsonValue value;
    value.kind = Kind::Null;
    return value;
}

JsonValue JsonValue::fromBool(bool boolean)
{
    JsonValue value;
    value.kind = Kind::Bool;
    value.boolean = boolean;
    return value;
}

JsonValue JsonValue::fromInt(qint64 integer)
{
    JsonValue value;
    value.kind = Kind::Int;
    value.integer = integer;
    return value;
}

JsonValue JsonValue::fromUInt(quint64 natural)
{
    if (natural <= quint64(std::numeric_limits<qint64>::max()))
        return fromInt(qint64(natural));
    JsonValue value;
    value.kind = Kind::UInt;
    value.natural = natural;
    return value;
}

JsonValue JsonValue::fromDouble(double real)
{
    JsonValue value;
    value.kind = Kind::Double;
    value.real = real;
    return value;
}

JsonValue JsonValue::fromText(std::string_view text)
{
    JsonValue value;
    value.kind = Kind::Text;
    value.text = text;
    return value;
}

JsonValue JsonValue::fromNode(JsonNode node)
{
    switch (node.type()) {
    case element_type::NULL_VALUE:
        return null();
    case element_type::BOOL:
        return fromBool(node.get_bool().value_unsafe());
    case element_type::INT64:
        return fromInt(node.get_int64().value_unsafe());
    case element_type::UINT64:
        return fromUInt(node.get_uint64().value_unsafe());
    case element_type::DOUBLE:
        return fromDouble(node.get_double().value_unsafe());
    case element_type::STRING:
        return fromText(node.get_string().value_unsafe());
    default:
        break;
    }
    JsonValue value;
    value.kind = Kind::Structure;
    value.node = node;
    return value;
}

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct NumberShape
{
    bool valid = false;
    bool integer = true;
};

NumberShape numberShape(std::string_view text)
{
    NumberShape shape;
    size_t i = 0;
    const auto digits = [&] {
        const size_t from = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - from;
    };
    if (i < text.size() && text[i] == '-')
        ++i;
    const bool zero = i < text.size() && text[i] == '0';
    const size_t whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return shape;
    if (i < text.size() && text[i] == '.') {
        shape.integer = false;
        ++i;
        if (digits() == 0)
            return shape;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        shape.integer = false;
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        if (digits() == 0)
            return shape;
    }
    shape.valid = i == text.size();
    return shape;
}

// Whether a number that does not fit a double is too large, not too small: Qt reports both alike.
bool isAboveOne(std::string_view text)
{
    const size_t e = std::min(text.find_first_of("eE"), text.size());
    qint64 exponent = 0;
    if (e < text.size()) {
        const bool negative = text[e + 1] == '-';
        for (const char c : text.substr(e + 1)) {
            if (isDigit(c) && exponent < 1'000'000'000)
                exponent = exponent * 10 + (c - '0');
        }
        exponent = negative ? -exponent : exponent;
    }
    const std::string_view mantissa = text.substr(0, e);
    const size_t point = std::min(mantissa.find('.'), mantissa.size());
    const size_t first = mantissa.find_first_of("123456789");
    return first != std::string_view::npos && qint64(point) - qint64(first) + exponent > 0;
}

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

JsonValue parseJsonNumber(std::string_view text)
{
    const NumberShape shape = numberShape(text);
    if (!shape.valid)
        return {};
    JsonValue outOfRange;
    outOfRange.kind = JsonValue::Kind::OutOfRange;
    outOfRange.text = text;
    if (shape.integer) {
        qint64 integer = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), integer).ec == std::errc())
            return JsonValue::fromInt(integer);
        quint64 natural = 0;
        if (text.front() != '-' && std::from_chars(text.data(), text.data() + text.size(), natural).ec == std::errc())
            return JsonValue::fromUInt(natural);
        return outOfRange;
    }
    bool ok = false;
    const double real = QByteArrayView(text.data(), qsizetype(text.size())).toDouble(&ok);
    if (ok && std::isfinite(real))
        return JsonValue::fromDouble(real);
    return isAboveOne(text) ? outOfRange : JsonValue::fromDouble(0);
}

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

Scalar toScalar(const JsonValue &value)
{
    using Kind = JsonValue::Kind;
    switch (value.kind) {
    case Kind::Null:
        return Scalar(JsonNull());
    case Kind::Bool:
        return Scalar(value.boolean);
    case Kind::Int:
        return Scalar(value.integer);
    case Kind::UInt:
        return Scalar(value.natural);
    case Kind::Double:
        return Scalar(value.real);
    case Kind::Text:
        return Scalar(QByteArray(value.text.data(), qsizetype(value.text.size())));
    default:
        return {};
    }
}

qint64 codePointCount(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return (uchar(c) & 0xc0) != 0x80; });
}

} // namespace hookboard
