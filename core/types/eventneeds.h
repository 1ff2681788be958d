// EventNeeds: what of stored events a fold looks at, so that reading them back costs no more than that. Sequence,
// source, type, arrival time and marks always come. The default is everything.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace hookboard {

struct EventNeeds
{
    // Events of one source and type, as in EventQuery: empty = any, "order.*" by prefix.
    struct Kind
    {
        QString source;
        QString type;
        friend bool operator==(const Kind &, const Kind &) = default;
    };
    bool deliveryId = true;
    bool occurredAt = true;
    bool envelope = true;              // peer, scheme, secretIndex, target, headers
    std::optional<QList<Kind>> bodies; // only of these kinds; absent = of all events
    friend bool operator==(const EventNeeds &, const EventNeeds &) = default;
};

} // namespace hookboard
