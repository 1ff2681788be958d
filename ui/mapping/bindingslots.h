// The five slots of a binding: what may be filled, what it becomes by a field, and what stands on its pill. Pure
// functions over values, any thread; whoever edits a tile changes it only through these.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilespec.h"

#include <QtCore/QLocale>

#include <optional>

namespace hookboard {

enum class Slot { Value, Time, GroupBy, Label, Filter };
inline constexpr int kSlotCount = 5;

bool showsRows(TileKind kind); // Table, Feed: they have columns instead of a value
bool hasGroups(TileKind kind);
bool slotApplies(Slot slot, TileKind kind);
bool wantsNumber(Aggregation aggregation);

QString slotName(Slot slot, TileKind kind);
QString slotHint(Slot slot, TileKind kind); // on an empty slot
QString slotIcon(Slot slot);

bool isFilled(Slot slot, const TileSpec &tile, qsizetype binding = 0);
// Where this field goes when it is only clicked; nothing when all that it fits is taken.
std::optional<Slot> bestSlot(const TileSpec &tile, qsizetype binding, const FieldFacts &facts);
// The tile with that field in that slot. `sampleValue`: what a filter compares with, as a literal of the filter.
TileSpec filled(TileSpec tile, qsizetype binding, Slot slot, const QString &path, const FieldFacts &facts,
                const SampledFields &samples, const QString &sampleValue = {});
TileSpec cleared(TileSpec tile, qsizetype binding, Slot slot);
// "sum of amount", "created, per 5 min", "country, top 5 and other".
QString pillText(const TileSpec &tile, qsizetype binding, Slot slot, const QLocale &locale);
// What a tile is called as long as nobody gave it a name: "Sum of amount by country".
QString usualTitle(const TileSpec &tile);
// The field path that a slot holds; empty when it holds none or something else.
QString slotPath(const TileSpec &tile, qsizetype binding, Slot slot);
// Slots that this path stands in, for the badges beside fields.
QList<Slot> slotsUsing(const TileSpec &tile, qsizetype binding, const QString &path);

// "sum", "average", as a word of a sentence or of a button.
QString aggregationWord(Aggregation aggregation);
QString bucketText(qint64 bucketUs, const QLocale &locale); // "per 5 min"; empty for automatic
// A text as a literal of the filter language.
QString filterLiteral(const QString &text);

} // namespace hookboard
