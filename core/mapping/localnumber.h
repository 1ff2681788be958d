// Numbers as people of a country write them: "1.234,50", "1 234", "-12.5e3". Pure; any thread.
#pragma once

#include "core/mapping/jsonvalue.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace hookboard {

struct NumberSigns
{
    QByteArray decimal = "."; // UTF-8 of one character
    QByteArray grouping;      // the same; empty = none. A blank stands for no-break spaces too
};

// Blanks around it, a sign before it, an exponent behind it. Groups have three digits, but for the first, and for those
// before the last, which may have two (12,34,567). Nothing when it is no number so written; OutOfRange, without text,
// when it does not fit. Integers stay integers.
JsonValue parseLocalNumber(std::string_view text, const NumberSigns &signs);

} // namespace hookboard
