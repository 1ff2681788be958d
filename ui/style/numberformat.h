// Number and time texts as people of one locale write them: real minus, narrow no-break space before units, exact
// 64-bit integers, automatic decimals. Pure functions of their arguments; any thread.
#pragma once

#include "core/types/scalar.h"
#include "core/types/tilespec.h"

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

namespace hookboard {

// A formatted value in two parts, since the unit is drawn at half size on number tiles.
struct NumberText
{
    QString number;       // "48,213", "€48,213"
    QString unit;         // "ms", "%"; empty when it is part of the number or there is none
    QString text() const; // both, with a narrow no-break space between
};

// Text scalars come out as they are; an absent or null value as an en dash.
NumberText formatNumber(const Scalar &value, const NumberFormat &format, const QLocale &locale);
NumberText formatNumber(double value, const NumberFormat &format, const QLocale &locale);
// Always short: for axes and for tiles where the full number does not fit. 48.2k
NumberText formatCompact(double value, const NumberFormat &format, const QLocale &locale);
// With its sign always shown, for changes: "+71", "−0.6".
NumberText formatSigned(double value, const NumberFormat &format, const QLocale &locale);
// A count of things: 1,284.
QString formatCount(quint64 count, const QLocale &locale);
// A share, 0.062 -> "6.2 %".
QString formatPercent(double share, const QLocale &locale, int decimals = 1);

// Wall time to the minute, also under locales that write seconds into their short form: "13:02".
QString formatClock(const QTime &time, const QLocale &locale);
// "2 s", "14 min", "3 h 12 min", "6 d 4 h". Rounds down, so an age never claims more than has passed.
QString formatSpan(qint64 spanUs, const QLocale &locale);
// "2 s ago"; "now" below one second and for times ahead of the clock.
QString formatAge(qint64 timeUs, qint64 nowUs, const QLocale &locale);
// Wall time of a moment: "13:02", with the date when it is not the day of `nowUs`. An invalid zone is the local one.
QString formatMoment(qint64 timeUs, qint64 nowUs, const QLocale &locale, bool seconds = false,
                     const QTimeZone &zone = {});
// "21:45–23:15".
QString formatRange(qint64 fromUs, qint64 toUs, qint64 nowUs, const QLocale &locale, const QTimeZone &zone = {});

} // namespace hookboard
