// ValueAxis: round bounds and ticks of a vertical axis, in steps of 1, 2 or 5. Pure.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QList>
#include <QtCore/QLocale>

#include <optional>

namespace hookboard {

struct ValueAxis
{
    double low = 0;
    double high = 1;
    double step = 1;
    QList<double> ticks; // ascending, low and high included
    bool logarithmic = false;
    bool startsAtZero() const { return low <= 0 && high >= 0; }
};

// What somebody decided about an axis. Bounds that are not above one another are none.
struct AxisOptions
{
    bool fromZero = false;
    bool logarithmic = false; // the bounds of the data are then the smallest positive value and the largest
    std::optional<double> min;
    std::optional<double> max;
    bool soft = false; // min and max give way to data beyond them
};

// At most six ticks, at least 40 px apart. With `fromZero` the axis holds zero, whatever the data say. NaN bounds give
// the axis 0..1.
ValueAxis valueAxis(double minimum, double maximum, qreal heightPx, bool fromZero);
// The same as somebody decided it. A fixed bound is the end of the axis to the digit; ticks stay round.
ValueAxis valueAxis(double minimum, double maximum, qreal heightPx, const AxisOptions &options);

// One text per tick, all with as many decimals as the step needs; of a logarithmic axis each with its own.
QStringList tickTexts(const ValueAxis &axis, const NumberFormat &format, const QLocale &locale);

} // namespace hookboard
