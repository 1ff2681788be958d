// SkipReason: why an event that matched was not counted. Part of checkpoints: numbers stay, there are fifteen at most.
#pragma once

#include <QtCore/QString>

namespace hookboard {

enum class SkipReason : quint8 {
    None,
    Missing,
    NotANumber,
    Overflow,
    NotFinite,
    NoTime,
    NotJson,
    WrongType,
    NoItems,      // `each` selects nothing
    TooManyItems, // more than Mapper::kMostItems
    NoMatch,      // a step found nothing that fits
    NotADate,
    TooLong, // for a step
    NoStart, // pairing: a second event without its first
    Unpaired // pairing: a first event that was given up
};

QLatin1StringView skipReasonText(SkipReason reason); // "missing", "not-a-number", ...; empty for None

} // namespace hookboard
