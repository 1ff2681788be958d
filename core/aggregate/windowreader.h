// readWindow(): what a fold says at one moment: totals, points and groups of its window. Reads only.
#pragma once

#include "core/aggregate/distribution.h"
#include "core/aggregate/tilefold.h"
#include "core/types/tilesnapshot.h"

namespace hookboard {

struct WindowResult
{
    Span window;
    qint64 bucketUs = 0;
    qint64 runningBucketUs = 0;
    Tally tally;
    std::optional<Scalar> value; // all groups together
    std::optional<double> previous;
    QList<Series> series; // by total, descending; "other" last. Without points for kinds that show none
    quint64 groupsTotal = 0;
    quint64 groupLimit = 0;
    bool approximate = false;
    Span counted;                             // `window` as far as it has passed
    std::optional<Distribution> distribution; // Histogram
};

WindowResult readWindow(const TileFold &fold, qint64 nowUs, const QList<Gap> &gaps);

} // namespace hookboard
