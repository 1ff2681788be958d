// Durations in files and on command lines: "90s", "15m", "6h", "7d". Microseconds inside. Pure.
#pragma once

#include <QtCore/QString>

#include <optional>

namespace hookboard {

QString durationText(qint64 us);                          // the largest unit that divides it
std::optional<qint64> durationFromText(QStringView text); // positive whole numbers only

} // namespace hookboard
