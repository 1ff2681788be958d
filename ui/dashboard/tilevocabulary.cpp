// The single words of tilewords.h: states, windows, aggregations, reasons.
#include "ui/dashboard/tilewords.h"

#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tile)
};

} // namespace

QString skipReasonText(const QString &reason)
{
    if (reason == "missing"_L1)
        return Words::tr("field missing");
    if (reason == "not-a-number"_L1)
        return Words::tr("not a number");
    if (reason == "overflow"_L1)
        return Words::tr("too large");
    if (reason == "not-finite"_L1)
        return Words::tr("not a finite number");
    if (reason == "no-time"_L1)
        return Words::tr("no time in it");
    if (reason == "future-time"_L1)
        return Words::tr("time lies in the future");
    if (reason == "not-json"_L1)
        return Words::tr("payload is not JSON");
    if (reason == "wrong-type"_L1)
        return Words::tr("array or object");
    if (reason == "no-items"_L1)
        return Words::tr("no items in it");
    if (reason == "too-many-items"_L1)
        return Words::tr("more than 10,000 items");
    if (reason == "no-match"_L1)
        return Words::tr("the pattern does not match");
    if (reason == "not-a-date"_L1)
        return Words::tr("not a date");
    if (reason == "too-long"_L1)
        return Words::tr("text too long");
    if (reason == "no-start"_L1)
        return Words::tr("its first event is not known");
    if (reason == "unpaired"_L1)
        return Words::tr("its second event did not come");
    return isolatedLine(reason, 60);
}

QString stateWord(TileState state)
{
    switch (state) {
    case TileState::Error:
        return Words::tr("Error");
    case TileState::Broken:
        return Words::tr("Broken");
    case TileState::Offline:
        return Words::tr("Offline");
    case TileState::TooMany:
        return Words::tr("Too many");
    case TileState::Stale:
        return Words::tr("Stale");
    case TileState::Paused:
        return Words::tr("Paused");
    case TileState::Simulated:
        return Words::tr("Simulated");
    case TileState::Unverified:
        return Words::tr("Unverified");
    case TileState::Partial:
        return Words::tr("Partial");
    case TileState::NoData:
        return Words::tr("No data");
    case TileState::Waiting:
        return Words::tr("Waiting");
    case TileState::Live:
        break;
    }
    return {};
}

ChipLook stateChip(TileState state)
{
    const QString word = stateWord(state);
    switch (state) {
    case TileState::Error:
        return {u"error"_s, word, Tone::Error};
    case TileState::Broken:
        return {u"broken-binding"_s, word, Tone::Error};
    case TileState::Offline:
        return {u"offline"_s, word, Tone::Offline};
    case TileState::TooMany:
        return {u"too-many-groups"_s, word, Tone::Warn};
    case TileState::Stale:
        return {u"stale"_s, word, Tone::Stale};
    case TileState::Paused:
        return {u"pause"_s, word, Tone::Info};
    case TileState::Simulated:
        return {u"simulated"_s, word, Tone::Simulated};
    case TileState::Unverified:
        return {u"unverified"_s, word, Tone::Unverified};
    case TileState::Partial:
        return {u"partial"_s, word, Tone::Warn};
    case TileState::NoData:
        return {u"no-data"_s, word, Tone::Neutral};
    case TileState::Waiting:
        return {u"waiting"_s, word, Tone::Neutral};
    case TileState::Live:
        break;
    }
    return {};
}

bool isDimmed(TileState state)
{
    return state == TileState::Error || state == TileState::Broken || state == TileState::Stale || state == TileState::Offline;
}

Window widened(const Window &window)
{
    Window wider = window;
    if (window.kind == Window::Kind::Calendar) {
        wider.kind = Window::Kind::Rolling;
        wider.lengthUs = (window.unit == CalendarUnit::Day ? 7 : 30) * kDayUs;
        return wider;
    }
    if (window.kind != Window::Kind::Rolling)
        return window;
    for (qint64 length : {kHourUs, 6 * kHourUs, kDayUs, 7 * kDayUs, 30 * kDayUs}) {
        if (length > window.lengthUs) {
            wider.lengthUs = length;
            return wider;
        }
    }
    wider.kind = Window::Kind::All;
    return wider;
}

QString aggregationText(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
        return Words::tr("number of events");
    case Aggregation::Distinct:
        return Words::tr("number of different values");
    case Aggregation::Rate:
        return Words::tr("events per time");
    case Aggregation::Sum:
        return Words::tr("sum");
    case Aggregation::Avg:
        return Words::tr("average");
    case Aggregation::Min:
        return Words::tr("smallest");
    case Aggregation::Max:
        return Words::tr("largest");
    case Aggregation::First:
        return Words::tr("first");
    case Aggregation::Last:
        return Words::tr("last");
    case Aggregation::Change:
        return Words::tr("change");
    case Aggregation::P50:
        return Words::tr("median");
    case Aggregation::P90:
        return Words::tr("90th percentile");
    case Aggregation::P95:
        return Words::tr("95th percentile");
    case Aggregation::P99:
        return Words::tr("99th percentile");
    case Aggregation::StdDev:
        return Words::tr("standard deviation");
    case Aggregation::Ratio:
        return Words::tr("share of the events");
    }
    return {};
}

QString windowText(const Window &window, const QLocale &locale)
{
    switch (window.kind) {
    case Window::Kind::Rolling:
        if (window.lengthUs == kHourUs)
            return Words::tr("the last hour");
        if (window.lengthUs == kDayUs)
            return Words::tr("the last 24 hours");
        return Words::tr("the last %1").arg(formatSpan(window.lengthUs, locale));
    case Window::Kind::LastEvents:
        return Words::tr("the last %1 events").arg(locale.toString(window.events));
    case Window::Kind::All:
        return Words::tr("the journal");
    case Window::Kind::Calendar:
        break;
    }
    switch (window.unit) {
    case CalendarUnit::Day:
        return Words::tr("this day");
    case CalendarUnit::Week:
        return Words::tr("this week");
    case CalendarUnit::Month:
        return Words::tr("this month");
    }
    return {};
}

} // namespace hookboard
