// SeenFields: what the newest events hold, for people who choose a field instead of typing a path. A plain value.
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QStringList>

namespace hookboard {

struct SeenFields
{
    QStringList types; // sorted
    QStringList paths; // of single values, in the order of the payloads; then those of the envelope
};

} // namespace hookboard
