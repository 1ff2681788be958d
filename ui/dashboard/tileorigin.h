// Which events a part of a tile was made of, for the way from a number to what is behind it, and how that part is
// called. Pure functions of what the tile shows.
#pragma once

#include "core/types/eventorigin.h"
#include "ui/dashboard/tilewords.h"

namespace hookboard {

struct NamedOrigin
{
    EventOrigin events;
    QString words; // "Revenue by country: Germany, 12:00–12:15"
};

// Nullopt where a tile shows nothing that could have been made of events.
std::optional<NamedOrigin> originOfWindow(const TileFacts &facts);
std::optional<NamedOrigin> originOfSeries(const TileFacts &facts, const Series &series);
// One bucket; of one series, or of all with null.
std::optional<NamedOrigin> originOfBucket(const TileFacts &facts, qint64 bucketUs, const Series *series);
// A lane of states: the whole window, or one of its spans.
std::optional<NamedOrigin> originOfLane(const TileFacts &facts, const Lane &lane, const Lane::Span *span);
// One bar of a histogram, called by its range. A bar at an end has no outer bound when it holds all beyond, too.
std::optional<NamedOrigin> originOfBin(const TileFacts &facts, std::optional<double> from, std::optional<double> to,
                                       const QString &range);
// What matched and could not be used, since the fold began.
std::optional<NamedOrigin> originOfSkipped(const TileFacts &facts);

} // namespace hookboard
