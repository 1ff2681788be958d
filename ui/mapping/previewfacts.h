// What the counts under the preview say of a snapshot, and how it differs from what a board shows now. Pure, any
// thread.
#pragma once

#include "core/types/tilesnapshot.h"

#include <QtCore/QLocale>

namespace hookboard {

struct PreviewFacts
{
    quint64 matched = 0;
    quint64 skipped = 0;
    QString mostSkipped; // the reason of most of them, in words
    qsizetype points = 0;
    qsizetype lines = 0; // that the points are spread over
    bool rows = false;   // points are rows
    qint64 firstUs = 0;
    qint64 lastUs = 0;
};
PreviewFacts previewFacts(const TileSpec &tile, const TileSnapshot &snapshot);

struct PreviewDifference
{
    qsizetype changed = 0; // points that are new, gone or have another value
    qsizetype all = 0;
};
// Absent where the two cannot be compared point by point.
std::optional<PreviewDifference> difference(const TileSnapshot &before, const TileSnapshot &after);

// Whether applying has to read the past again, or only paints anew.
bool foldsAnew(const TileSpec &before, const TileSpec &after);

} // namespace hookboard
