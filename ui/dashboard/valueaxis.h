// ValueAxis: round bounds and ticks of a vertical axis, in steps of 1, 2 or 5. Pure.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QList>
#include <QtCore/QLocale>

namespace hookboard {

struct ValueAxis
{
    double low = 0;
    double high = 1;
    double step = 1;
    QList<double> ticks; // ascending, low and high included
    bool startsAtZero() const { return low <= 0 && high >= 0; }
};

// At most six ticks, at least 40 px apart. With `fromZero` the axis holds zero, whatever the data say. NaN bounds give
// the axis 0..1.
ValueAxis valueAxis(double minimum, double maximum, qreal heightPx, bool fromZero);

// One text per tick, all with as many decimals as the step needs.
QStringList tickTexts(const ValueAxis &axis, const NumberFormat &format, const QLocale &locale);

} // namespace hookboard
