#include "core/mapping/jsonvalue.h"

#include <algorithm>
#include <charconv>
#include <cmath>

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

void borrowScalar(const JsonValue &value, Scalar &out)
{
    using Kind = JsonValue::Kind;
    switch (value.kind) {
    case Kind::Null:
        return out.assign(JsonNull());
    case Kind::Bool:
        return out.assign(value.boolean);
    case Kind::Int:
        return out.assign(value.integer);
    case Kind::UInt:
        return out.assign(value.natural);
    case Kind::Double:
        return out.assign(value.real);
    case Kind::Text: // an empty text must not be a null one
        return out.assign(
            QByteArray::fromRawData(value.text.empty() ? "" : value.text.data(), qsizetype(value.text.size())));
    default:
        return out.assign(std::monostate());
    }
}

Scalar toScalar(const JsonValue &value)
{
    if (value.kind == JsonValue::Kind::Text)
        return Scalar(QByteArray(value.text.data(), qsizetype(value.text.size())));
    Scalar scalar;
    borrowScalar(value, scalar);
    return scalar;
}

qint64 codePointCount(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return (uchar(c) & 0xc0) != 0x80; });
}

} // namespace hookboard
