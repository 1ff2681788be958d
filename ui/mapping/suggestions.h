// What could be shown of one kind of events, by what its fields hold. Pure; counting events per minute is always among
// it. Any thread but that of tests and GUI has no use for it.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilespec.h"

namespace hookboard {

struct Suggestion
{
    TileSpec tile; // without an id; its grid has the size of its kind
    QString word;  // under its picture: "By country"
};

// Three to five. `kinds`: those that can be shown at all. `nowUs` decides how far back a window has to reach.
QList<Suggestion> suggestTiles(const SampledFields &samples, const QString &source, const QString &type,
                               const QList<TileKind> &kinds, qint64 nowUs);

// The tile that stands for "count per minute", and what every new tile begins as.
TileSpec countTile(const SampledFields &samples, const QString &source, const QString &type, qint64 nowUs);

// The fields that tiles are best made of; null = there is none.
const FieldFacts *bestNumber(const SampledFields &samples);
QList<const FieldFacts *> categories(const SampledFields &samples); // the best first
const FieldFacts *bestIdentity(const SampledFields &samples);

// A whole board of one kind of events, placed in the 24-column grid, without ids.
QList<TileSpec> quickBoard(const SampledFields &samples, const QString &source, const QString &type,
                           const QList<TileKind> &kinds, qint64 nowUs);

} // namespace hookboard
