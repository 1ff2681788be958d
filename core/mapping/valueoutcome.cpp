#include "core/mapping/valueoutcome.h"

#include "core/mapping/timevalue.h"

namespace hookboard {

SkipReason numberOutcome(const JsonValue &value)
{
    using Kind = JsonValue::Kind;
    if (value.isNumber())
        return SkipReason::None;
    if (value.kind == Kind::Nothing || value.kind == Kind::Null)
        return SkipReason::Missing;
    return value.kind == Kind::OutOfRange ? SkipReason::Overflow : SkipReason::NotANumber;
}

SkipReason scalarOutcome(const JsonValue &value)
{
    switch (value.kind) {
    case JsonValue::Kind::Nothing:
        return SkipReason::Missing;
    case JsonValue::Kind::OutOfRange:
        return SkipReason::Overflow;
    case JsonValue::Kind::Structure:
        return SkipReason::WrongType;
    default:
        return SkipReason::None;
    }
}

std::optional<qint64> timeOf(const JsonValue &value, bool untypedText)
{
    if (value.isNumber())
        return timeFromNumber(value);
    if (value.kind != JsonValue::Kind::Text)
        return std::nullopt;
    if (const auto time = timeFromText(value.text))
        return time;
    return untypedText ? timeFromNumber(parseJsonNumber(value.text)) : std::nullopt;
}

} // namespace hookboard
