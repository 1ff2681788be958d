// What a value in an event is good for: a number, any scalar, a time. Pure; any thread.
#pragma once

#include "core/mapping/jsonvalue.h"
#include "core/mapping/skipreason.h"

#include <optional>

namespace hookboard {

SkipReason numberOutcome(const JsonValue &value);
SkipReason scalarOutcome(const JsonValue &value);
// Text in ISO 8601, or a number by its size; with `untypedText` also a number that is written as text.
std::optional<qint64> timeOf(const JsonValue &value, bool untypedText);

} // namespace hookboard
