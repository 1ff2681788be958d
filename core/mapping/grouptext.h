// The text by which events are grouped. Pure; any thread.
#pragma once

#include "core/mapping/jsonvalue.h"

#include <QtCore/QByteArray>

namespace hookboard {

inline constexpr qsizetype kMaxGroupBytes = 256;

// The UTF-8 text of the value: text as it is, numbers and words as in JSON, arrays and objects as compact JSON; so 1
// and "1" are one group. Longer than kMaxGroupBytes: cut between characters, followed by an ellipsis and a digest of
// the whole, so that different values stay different groups. The result points into the value's own text or into
// `written`, whose content is replaced.
QByteArrayView groupText(const JsonValue &value, std::string_view numberMark, QByteArray &written);

} // namespace hookboard
