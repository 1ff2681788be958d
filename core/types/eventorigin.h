// EventOrigin: what a number, point, bar or slice of a tile was made of, so that exactly those events can be read back.
// A plain value.
#pragma once

#include "core/types/tilespec.h"

namespace hookboard {

struct EventOrigin
{
    TileKind kind = TileKind::Kpi; // some kinds leave a part of their binding out
    Binding binding;
    qint64 fromUs = 0;            // inclusive, by the time basis of the binding
    qint64 toUs = 0;              // exclusive
    std::optional<QString> group; // absent = any
    bool groupMissing = false;    // the group of events that have no value for it; `group` is empty then
    QStringList otherThan;        // any group but these
    bool skipped = false;         // instead those that matched and whose value could not be used
    std::optional<double> valueFrom{}; // inclusive, of values that are numbers; absent = from the least on
    std::optional<double> valueTo{};   // exclusive; absent = to the largest
    friend bool operator==(const EventOrigin &, const EventOrigin &) = default;
};

} // namespace hookboard
