#include "ui/events/eventtext.h"

#include "ui/dashboard/timeaxis.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

QString shownText(QStringView text, qsizetype limit)
{
    return isolatedLine(text, limit);
}

QString shownText(const QByteArray &utf8, qsizetype limit)
{
    // Four bytes at most make one character; the rest would be cut anyway.
    return isolatedLine(QString::fromUtf8(utf8.first(std::min(utf8.size(), limit * 4))), limit);
}

QString emptyCell()
{
    return u"\u2013"_s;
}

QString receivedText(qint64 us, qint64 nowUs)
{
    if (us <= 0) {
        return emptyCell();
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / 1000);
    const QString clock = time.toString(u"HH:mm:ss.zzz"_s);
    const bool today = nowUs > 0 && time.date() == QDateTime::fromMSecsSinceEpoch(nowUs / 1000).date();
    return today ? clock : shortDate(time.date(), QLocale()) + u' ' + clock;
}

QString exactTimeText(qint64 us)
{
    if (us <= 0) {
        return emptyCell();
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(us / 1000);
    const QString fraction = u"%1"_s.arg(us % 1'000'000, 6, 10, QLatin1Char('0'));
    return QLocale().toString(time.date(), QLocale::LongFormat) + u", "_s + time.toString(u"HH:mm:ss"_s) +
           QLocale().decimalPoint() + fraction + u' ' + time.timeZoneAbbreviation();
}

QString bytesText(qint64 bytes)
{
    const QLocale locale;
    const QString space = u"\u202F"_s;
    if (bytes < 1000) {
        return locale.toString(bytes) + space + QCoreApplication::translate("EventText", "B");
    }
    if (bytes < 1'000'000) {
        return locale.toString(double(bytes) / 1e3, 'f', 1) + space + QCoreApplication::translate("EventText", "kB");
    }
    return locale.toString(double(bytes) / 1e6, 'f', 1) + space + QCoreApplication::translate("EventText", "MB");
}

QString latencyText(qint64 ns)
{
    const double ms = double(ns) / 1e6;
    return QLocale().toString(ms, 'f', ms < 10 ? 1 : 0) + u"\u202F"_s + QCoreApplication::translate("EventText", "ms");
}

} // namespace hookboard
