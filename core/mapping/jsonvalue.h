// JsonValue: one JSON value that is looked at, not owned; comparisons of RFC 9535 section 2.3.5.2.2, numbers exact
// across int64, uint64 and double. Text points into the parsed document, or wherever its maker says. Plain value, any
// thread. Kind::Nothing is "no value"; Kind::OutOfRange is a number that neither 64 bits nor a double can hold.
#pragma once

#include "core/types/scalar.h"

#include <QtCore/QByteArray>

#include <simdjson.h>

#include <compare>
#include <optional>
#include <string_view>

namespace hookboard {

using JsonNode = simdjson::dom::element;

struct JsonValue
{
    enum class Kind : quint8 { Nothing, Null, Bool, Int, UInt, Double, Text, Structure, OutOfRange };

    Kind kind = Kind::Nothing;
    union {
        bool boolean;
        qint64 integer = 0;
        quint64 natural;
        double real;
    };
    std::string_view text; // Text: UTF-8; OutOfRange: the number as it was written
    JsonNode node;         // Structure only

    JsonValue() = default;
    static JsonValue fromNode(JsonNode node);
    static JsonValue null();
    static JsonValue fromBool(bool value);
    static JsonValue fromInt(qint64 value);
    static JsonValue fromUInt(quint64 value); // Int when it fits
    static JsonValue fromDouble(double value);
    static JsonValue fromText(std::string_view value);

    bool isNumber() const { return kind == Kind::Int || kind == Kind::UInt || kind == Kind::Double; }
};

// Exactly the number grammar of RFC 8259 over the whole text; Nothing when it is not a number, OutOfRange when it is
// one that does not fit. Integers stay integers.
JsonValue parseJsonNumber(std::string_view text);

// Nothing equals Nothing. Structures compare deeply; of a name that an object holds twice the last value counts.
// `cost` grows with the members looked at, so that a caller can bound its work.
bool equalValues(const JsonValue &a, const JsonValue &b, qint64 &cost);
// Order of two numbers or two texts (by code point); unordered for everything else.
std::partial_ordering orderValues(const JsonValue &a, const JsonValue &b);

// Last member of that name, as in most JSON libraries; the order of members is what RFC 9535 leaves open.
inline std::optional<JsonNode> lastMember(simdjson::dom::object object, std::string_view name)
{
    std::optional<JsonNode> found;
    const auto end = object.end();
    for (auto it = object.begin(); it != end; ++it) {
        if (it.key_equals(name))
            found = it.value();
    }
    return found;
}

// Appends the compact JSON text of a value. Text that starts with `mark` (when not empty) is written without the mark
// and unquoted: see JsonDocument::numberMark().
void writeJson(JsonNode node, QByteArray &out, std::string_view mark = {});
void writeJsonText(std::string_view text, QByteArray &out);

// The value with its own copy of the text; absent for Nothing, Structure and OutOfRange.
Scalar toScalar(const JsonValue &value);
// The same without a copy: text points where `value` points.
void borrowScalar(const JsonValue &value, Scalar &out);

// Number of code points in UTF-8 text.
qint64 codePointCount(std::string_view text);

} // namespace hookboard
