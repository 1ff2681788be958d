// The parts of numberformat.h that speak of time.
#include "ui/style/numberformat.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr QChar kBlankBeforeUnit(0x202F);
constexpr QChar kRangeDash(0x2013);

QString amount(qint64 count, const QString &unit, const QLocale &locale)
{
    return locale.toString(count) + kBlankBeforeUnit + unit;
}

QDateTime wallTime(qint64 timeUs, const QTimeZone &zone)
{
    return zone.isValid() ? QDateTime::fromMSecsSinceEpoch(timeUs / 1000, zone)
                          : QDateTime::fromMSecsSinceEpoch(timeUs / 1000);
}

} // namespace

QString formatClock(const QTime &time, const QLocale &locale)
{
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (format.contains(u'h', Qt::CaseInsensitive) && format.contains(u"ss"_s))
        format.remove(u":ss"_s).remove(u".ss"_s);
    return locale.toString(time, format);
}

QString formatSpan(qint64 spanUs, const QLocale &locale)
{
    const qint64 seconds = std::max<qint64>(0, spanUs / kSecondUs);
    if (seconds < 60)
        return amount(seconds, QCoreApplication::translate("Time", "s"), locale);
    const qint64 minutes = seconds / 60;
    const QString minuteUnit = QCoreApplication::translate("Time", "min");
    if (minutes < 60)
        return amount(minutes, minuteUnit, locale);
    const qint64 hours = minutes / 60;
    const QString hourUnit = QCoreApplication::translate("Time", "h");
    if (hours < 24) {
        const QString text = amount(hours, hourUnit, locale);
        return minutes % 60 ? text + u' ' + amount(minutes % 60, minuteUnit, locale) : text;
    }
    const QString days = amount(hours / 24, QCoreApplication::translate("Time", "d"), locale);
    return hours % 24 && hours / 24 < 10 ? days + u' ' + amount(hours % 24, hourUnit, locale) : days;
}

QString formatAge(qint64 timeUs, qint64 nowUs, const QLocale &locale)
{
    if (nowUs - timeUs < kSecondUs)
        return QCoreApplication::translate("Time", "now");
    return QCoreApplication::translate("Time", "%1 ago").arg(formatSpan(nowUs - timeUs, locale));
}

QString formatMoment(qint64 timeUs, qint64 nowUs, const QLocale &locale, bool seconds, const QTimeZone &zone)
{
    const QDateTime time = wallTime(timeUs, zone);
    const QString clock = seconds ? time.toString(u"HH:mm:ss"_s) : formatClock(time.time(), locale);
    if (time.date() == wallTime(nowUs, zone).date())
        return clock;
    return locale.toString(time.date(), QLocale::ShortFormat) + u' ' + clock;
}

QString formatRange(qint64 fromUs, qint64 toUs, qint64 nowUs, const QLocale &locale, const QTimeZone &zone)
{
    const bool oneDay = wallTime(fromUs, zone).date() == wallTime(toUs, zone).date();
    return formatMoment(fromUs, oneDay ? fromUs : nowUs, locale, false, zone) + kRangeDash +
           formatMoment(toUs, oneDay ? toUs : nowUs, locale, false, zone);
}

} // namespace hookboard
