#include "ui/dashboard/timeaxis.h"

#include "core/types/tilespec.h"
#include "ui/style/numberformat.h"

#include <QtCore/QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qreal kLabelSpacePx = 24;
constexpr qint64 kSteps[]{1,   2,    5,    10,   15,    30,    60,    120,   300,      600,
                          900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 7 * 86400};
constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 86400;
constexpr int kMostTicks = 200;

QDateTime at(qint64 timeUs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(timeUs / 1000, zone);
}

QString label(const QDateTime &time, qint64 step, bool manyDays, const QLocale &locale)
{
    if (step >= kDay || (manyDays && time.time() == QTime(0, 0)))
        return shortDate(time.date(), locale);
    if (step < 60)
        return locale.toString(time.time(), locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive)
                                                ? u"h:mm:ss"_s
                                                : u"HH:mm:ss"_s);
    return formatClock(time.time(), locale);
}

// All local times that are whole multiples of the step since midnight (days: since a Monday).
QList<QDateTime> roundTimes(qint64 fromUs, qint64 toUs, qint64 step, const QTimeZone &zone)
{
    QList<QDateTime> times;
    const QDateTime from = at(fromUs, zone);
    const QDateTime to = at(toUs, zone);
    const auto add = [&](const QDateTime &time) {
        if (time.isValid() && time >= from && time <= to)
            times << time;
    };
    if (step < kHour) {
        const qint64 offset = from.offsetFromUtc();
        const qint64 first = (fromUs / kSecondUs + offset) / step * step - offset;
        for (qint64 t = first; t <= toUs / kSecondUs && times.size() < kMostTicks; t += step)
            add(at(t * kSecondUs, zone));
        return times;
    }
    for (QDate day = from.date(); day <= to.date() && times.size() < kMostTicks; day = day.addDays(1)) {
        if (step > kDay && day.dayOfWeek() != Qt::Monday)
            continue;
        for (qint64 second = 0; second < kDay; second += std::min(step, kDay))
            add(QDateTime(day, QTime::fromMSecsSinceStartOfDay(int(second * 1000)), zone));
    }
    return times;
}

QList<QDateTime> months(qint64 fromUs, qint64 toUs, const QTimeZone &zone, int every)
{
    QList<QDateTime> times;
    const QDate start = at(fromUs, zone).date();
    for (QDate month(start.year(), 1, 1); month <= at(toUs, zone).date(); month = month.addMonths(every)) {
        const QDateTime time = month.startOfDay(zone);
        if (time >= at(fromUs, zone))
            times << time;
    }
    return times;
}

} // namespace

QString shortDate(const QDate &date, const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    if (format.startsWith(u'M'))
        return locale.toString(date, u"MMM d"_s);
    return locale.toString(date, format.contains(u'.') ? u"d. MMM"_s : u"d MMM"_s);
}

QTimeZone zoneFor(const QString &ianaName)
{
    const QTimeZone zone(ianaName.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QTimeZone zoneOf(const TileSpec &spec)
{
    return zoneFor(spec.bindings.value(0).window.timeZone);
}

QString zoneSuffix(const TileSpec &spec, qint64 timeUs)
{
    const QTimeZone zone = zoneOf(spec);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(timeUs / 1000, zone);
    const bool local = time.offsetFromUtc() == QDateTime::fromMSecsSinceEpoch(timeUs / 1000).offsetFromUtc();
    return local ? QString() : u' ' + zone.abbreviation(time);
}

QList<TimeTick> timeTicks(qint64 fromUs, qint64 toUs, qreal widthPx, const QTimeZone &zone, const QLocale &locale,
                          const std::function<qreal(const QString &)> &textWidth)
{
    const double spanSeconds = double(toUs - fromUs) / kSecondUs;
    if (spanSeconds <= 0 || widthPx <= 0)
        return {};
    const bool manyDays = spanSeconds > kDay || at(fromUs, zone).date() != at(toUs, zone).date();
    const auto ticksOf = [&](const QList<QDateTime> &times, qint64 step) {
        QList<TimeTick> ticks;
        for (const QDateTime &time : times)
            ticks << TimeTick{time.toMSecsSinceEpoch() * 1000, label(time, step, manyDays, locale)};
        return ticks;
    };
    const qreal pxPerSecond = widthPx / spanSeconds;
    for (qint64 step : kSteps) {
        const QString sample = label(QDateTime(QDate(2026, 11, 28), QTime(20, 0), zone), step, false, locale);
        if (double(step) * pxPerSecond >= textWidth(sample) + kLabelSpacePx)
            return ticksOf(roundTimes(fromUs, toUs, step, zone), step);
    }
    for (int every : {1, 3, 12}) {
        if (every * 30.0 * kDay * pxPerSecond >= textWidth(u"28. Nov"_s) + kLabelSpacePx)
            return ticksOf(months(fromUs, toUs, zone, every), 30 * kDay);
    }
    return {};
}

} // namespace hookboard
