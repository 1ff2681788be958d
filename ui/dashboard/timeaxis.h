// TimeAxis: labels of a horizontal axis at round local times. Pure; handles daylight saving by walking the local clock.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <functional>

namespace hookboard {

struct TimeTick
{
    qint64 timeUs = 0;
    QString label;
};

// Ticks inside [fromUs, toUs], labels at least 24 px apart on a plot of `widthPx`.
QList<TimeTick> timeTicks(qint64 fromUs, qint64 toUs, qreal widthPx, const QTimeZone &zone, const QLocale &locale,
                          const std::function<qreal(const QString &)> &textWidth);

// "23 Nov", in the order of the locale.
QString shortDate(const QDate &date, const QLocale &locale);

// Zone of a tile: its own, else that of this computer.
QTimeZone zoneFor(const QString &ianaName);
QTimeZone zoneOf(const TileSpec &spec);
// "UTC", "CEST": behind a time of a tile whose zone is not that of this computer; else empty.
QString zoneSuffix(const TileSpec &spec, qint64 timeUs);

} // namespace hookboard
