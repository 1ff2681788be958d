// OriginTest: whether a stored event is one of those that a part of a tile was made of. Asks the mapper and the fold of
// that tile, so that the answer is theirs. One thread at a time.
#pragma once

#include "core/aggregate/tilefold.h"
#include "core/types/eventorigin.h"

#include <QtCore/QSet>

namespace hookboard {

class OriginTest
{
public:
    static Result<OriginTest> compile(const EventOrigin &origin);

    // The event must have its body and envelope.
    bool matches(const StoredEvent &event);

private:
    OriginTest(EventOrigin origin, Mapper mapper);
    bool isWanted(const Measurement &measurement) const;
    bool isInValueRange(const Measurement &measurement) const;

    EventOrigin m_origin;
    QByteArray m_group;
    QSet<QByteArray> m_otherThan;
    TileFold m_fold; // stays empty
    Mapper m_mapper;
    EventView m_view;
};

} // namespace hookboard
