// What a tile says about itself: chip, footer, message and accessible name for each state. Pure functions of values, so
// that each sentence has a test. GUI or test thread.
#pragma once

#include "core/types/tilestate.h"
#include "ui/style/chip.h"

#include <QtCore/QLocale>

namespace hookboard {

// What the one button of a tile does, when its state offers one.
enum class TileAction { None, CopyAddress, Simulate, Widen, Resume, ShowSkipped, Fix };

struct TileFooter
{
    QString left;              // age or state sentence
    QString brief;             // the same for narrow tiles
    Tone tone = Tone::Neutral; // Neutral = quiet text
    QString right;             // basis
    QString window;            // "last 24 h": what the numbers are about
    QString precision;         // "approximate"; empty = exact
};

// What stands at the right of a footer, the fullest first: narrow tiles take the first that fits, and give up the count
// of events before the window, and the window before the precision. `windowSaid`: the subtitle tells it already.
QStringList footerChoices(const TileFooter &footer, bool windowSaid);

struct TileMessage
{
    QString icon;
    QString text;
    QString detail; // shown in fixed pitch: the address; a click copies it
    TileAction action = TileAction::None;
    QString actionText;
};

// Everything the sentences need.
struct TileFacts
{
    const TileSpec &spec;
    const TileSnapshot &snapshot;
    const TileContext &context;
    const TileCondition &condition;
    QLocale locale;
};

QString stateWord(TileState state); // empty for Live
ChipLook stateChip(TileState state);
// The highest threshold that the value reaches and that is worse than Ok; nullopt when none is.
std::optional<Threshold> thresholdReached(const TileSpec &spec, double value);
// What the value has reached, as a chip; empty while all is well.
ChipLook thresholdChip(const TileSpec &spec, double value, const QLocale &locale);
// "Warning from 600 ms: Slow", in words alone.
QString thresholdText(const TileSpec &spec, const Threshold &threshold, const QLocale &locale);

TileFooter tileFooter(const TileFacts &facts);
// There is nothing to draw: a message stands in place of the body, also under the chip of a state of higher rank.
bool showsMessage(const TileFacts &facts);
// In place of the body: waiting, no data. Empty text where there is a body.
TileMessage tileMessage(const TileFacts &facts, const QString &address);
// Under the dimmed body: error. Empty text when there is none.
TileMessage tileBanner(const TileFacts &facts);
// Marks lose their colour: the data are old or the last good ones.
bool isDimmed(TileState state);
// The window that "Widen" offers: the next larger usual one.
Window widened(const Window &window);
// A reason of TileSnapshot::skipped in words.
QString skipReasonText(const QString &reason);
QString aggregationText(Aggregation aggregation);
QString windowText(const Window &window, const QLocale &locale);

// "Open tickets, 37, stale, last event 14 min ago". `value` may be empty.
QString accessibleTileName(const TileFacts &facts, const QString &value);

} // namespace hookboard
