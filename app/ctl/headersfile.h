// Headers of a recorded request: lines of `Name: value` (a request line before them is skipped), or one JSON object
// of name and value. Pure.
#pragma once

#include "core/types/headers.h"
#include "core/types/result.h"

namespace hookboard {

// InvalidArgument names the line.
Result<Headers> headersFromText(const QByteArray &text);

} // namespace hookboard
