#include "core/verify/wiretime.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <chrono>

namespace hookboard {

namespace {

constexpr qint64 kSecondUs = 1'000'000;
constexpr qint64 kEndUs = 253'402'300'800 * kSecondUs; // 10000-01-01
constexpr qsizetype kMaxDigits = 15;                   // whole part; keeps every product inside 64 bits

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The leading digits of `text`, which is moved past them; nullopt when there are none or too many.
std::optional<qint64> takeDigits(QByteArrayView &text, qsizetype atMost)
{
    qint64 value = 0;
    qsizetype count = 0;
    while (count < text.size() && isDigit(text[count])) {
        if (count == atMost)
            return std::nullopt;
        value = value * 10 + (text[count] - '0');
        ++count;
    }
    if (count == 0)
        return std::nullopt;
    text = text.sliced(count);
    return value;
}

// A fraction such as ".45", in units of 1/scale, if there is one; scale is a power of ten.
std::optional<qint64> takeFraction(QByteArrayView &text, qint64 scale)
{
    if (text.isEmpty() || text.front() != '.')
        return 0;
    qint64 value = 0;
    qsizetype count = 1;
    while (count < text.size() && isDigit(text[count])) {
        scale /= 10;
        value += scale * (text[count] - '0');
        ++count;
    }
    text = text.sliced(count);
    return count > 1 ? std::optional(value) : std::nullopt;
}

std::optional<qint64> parseNumber(QByteArrayView text, qint64 unitUs)
{
    const std::optional<qint64> whole = takeDigits(text, kMaxDigits);
    if (!whole || *whole > kEndUs / unitUs)
        return std::nullopt;
    const std::optional<qint64> fraction = takeFraction(text, unitUs);
    if (!fraction || !text.isEmpty())
        return std::nullopt;
    return *whole * unitUs + *fraction;
}

bool takeChar(QByteArrayView &text, QByteArrayView anyOf)
{
    if (text.isEmpty() || !anyOf.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

std::optional<int> takeField(QByteArrayView &text, qsizetype digits)
{
    if (text.size() < digits)
        return std::nullopt;
    QByteArrayView field = text.first(digits);
    const std::optional<qint64> value = takeDigits(field, digits);
    if (!value || !field.isEmpty())
        return std::nullopt;
    text = text.sliced(digits);
    return int(*value);
}

// Minutes east of UTC.
std::optional<int> takeZone(QByteArrayView &text)
{
    if (takeChar(text, "Zz"))
        return 0;
    const bool west = !text.isEmpty() && text.front() == '-';
    if (!takeChar(text, "+-"))
        return std::nullopt;
    const std::optional<int> hours = takeField(text, 2);
    takeChar(text, ":");
    const std::optional<int> minutes = takeField(text, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (*hours * 60 + *minutes);
}

std::optional<qint64> takeDate(QByteArrayView &text)
{
    const std::optional<int> year = takeField(text, 4);
    const bool first = takeChar(text, "-");
    const std::optional<int> month = takeField(text, 2);
    const bool second = takeChar(text, "-");
    const std::optional<int> day = takeField(text, 2);
    if (!year || !first || !month || !second || !day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return std::nullopt;
    return qint64(std::chrono::sys_days(date).time_since_epoch().count()) * 86'400;
}

std::optional<qint64> parseIso(QByteArrayView text)
{
    const std::optional<qint64> date = takeDate(text);
    const bool separated = takeChar(text, "Tt ");
    const std::optional<int> hour = takeField(text, 2);
    const bool first = takeChar(text, ":");
    const std::optional<int> minute = takeField(text, 2);
    const bool second = takeChar(text, ":");
    const std::optional<int> seconds = takeField(text, 2);
    if (!date || !separated || !hour || !first || !minute || !second || !seconds)
        return std::nullopt;
    const std::optional<qint64> fraction = takeFraction(text, kSecondUs);
    const std::optional<int> zone = takeZone(text);
    if (!fraction || !zone || !text.isEmpty() || *hour > 23 || *minute > 59 || *seconds > 60)
        return std::nullopt;
    return (*date + *hour * 3600 + (*minute - *zone) * 60 + *seconds) * kSecondUs + *fraction;
}

} // namespace

std::optional<qint64> parseWireTime(QByteArrayView text, TimeUnit unit)
{
    std::optional<qint64> us;
    switch (unit) {
    case TimeUnit::Seconds:
        us = parseNumber(text, kSecondUs);
        break;
    case TimeUnit::Milliseconds:
        us = parseNumber(text, kSecondUs / 1000);
        break;
    case TimeUnit::Iso:
        us = parseIso(text);
        break;
    }
    return us && *us >= 0 && *us < kEndUs ? us : std::nullopt;
}

QByteArray writeWireTime(qint64 us, TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Seconds:
        return QByteArray::number(us / kSecondUs);
    case TimeUnit::Milliseconds:
        return QByteArray::number(us / 1000);
    case TimeUnit::Iso:
        return QDateTime::fromSecsSinceEpoch(us / kSecondUs, QTimeZone::utc()).toString(Qt::ISODate).toLatin1();
    }
    return {};
}

} // namespace hookboard
