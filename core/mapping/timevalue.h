// Times in events: reading them from what senders write, and writing them as the text that paths give. Pure; any
// thread. All times are microseconds since 1970-01-01 UTC, within the years 1 to 9999.
#pragma once

#include "core/mapping/jsonvalue.h"

#include <array>
#include <optional>
#include <string_view>

namespace hookboard {

// ISO 8601: 2024-05-06, 2024-05-06T07:08:09.123Z, with T or a blank, with Z, +02:00, +0200, +02 or no zone (UTC).
std::optional<qint64> timeFromText(std::string_view text);
// A number since 1970: its size tells the unit. Below 10^11 seconds (with fraction), below 10^14 milliseconds, below
// 10^17 microseconds, else nanoseconds; so that every unit covers 1973 to 5138.
std::optional<qint64> timeFromNumber(const JsonValue &number);

using TimeText = std::array<char, 27>; // "2024-05-06T07:08:09.123456Z", not terminated
TimeText timeToText(qint64 us);

} // namespace hookboard
