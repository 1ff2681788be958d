#include "core/mapping/timevalue.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hookboard {

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kFirst = -62'135'596'800 * kSecond;    // 0001-01-01T00:00:00Z
constexpr qint64 kLast = 253'402'300'800 * kSecond - 1; // 9999-12-31T23:59:59.999999Z

class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {}

    bool atEnd() const { return m_text.empty(); }
    bool take(char c)
    {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool digits(size_t count, int &value)
    {
        value = 0;
        if (m_text.size() < count)
            return false;
        for (size_t i = 0; i < count; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9')
                return false;
            value = value * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(count);
        return true;
    }
    // Digits after the decimal point, as microseconds; finer ones are cut.
    bool fraction(qint64 &us)
    {
        qint64 unit = kSecond;
        int digit = 0;
        bool any = false;
        while (digits(1, digit)) {
            any = true;
            unit /= 10;
            us += digit * unit;
        }
        return any;
    }

private:
    std::string_view m_text;
};

bool readZone(Reader &in, int &minutes)
{
    minutes = 0;
    if (in.atEnd() || in.take('Z') || in.take('z'))
        return in.atEnd();
    const bool east = in.take('+');
    if (!east && !in.take('-'))
        return false;
    int hour = 0;
    int minute = 0;
    if (!in.digits(2, hour) || hour > 23)
        return false;
    const bool colon = in.take(':');
    if (!in.atEnd() || colon) {
        if (!in.digits(2, minute) || minute > 59)
            return false;
    }
    minutes = (hour * 60 + minute) * (east ? 1 : -1);
    return in.atEnd();
}

bool readClock(Reader &in, qint64 &us)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!in.digits(2, hour) || !in.take(':') || !in.digits(2, minute) || hour > 23 || minute > 59)
        return false;
    if (in.take(':') && (!in.digits(2, second) || second > 60)) // 60: a leap second
        return false;
    us = ((hour * 60LL + minute) * 60 + second) * kSecond;
    return !(in.take('.') || in.take(',')) || in.fraction(us);
}

std::optional<qint64> inRange(qint64 us)
{
    return us >= kFirst && us <= kLast ? std::optional(us) : std::nullopt;
}

} // namespace

std::optional<qint64> timeFromText(std::string_view text)
{
    using namespace std::chrono;
    Reader in(text);
    int y = 0;
    int m = 0;
    int d = 0;
    if (!in.digits(4, y) || !in.take('-') || !in.digits(2, m) || !in.take('-') || !in.digits(2, d))
        return std::nullopt;
    const year_month_day date{year{y}, month{unsigned(m)}, day{unsigned(d)}};
    if (!date.ok() || y == 0)
        return std::nullopt;
    qint64 clock = 0;
    int zone = 0;
    if (in.take('T') || in.take('t') || in.take(' ')) {
        if (!readClock(in, clock) || !readZone(in, zone))
            return std::nullopt;
    } else if (!in.atEnd()) {
        return std::nullopt;
    }
    const qint64 days = sys_days(date).time_since_epoch().count();
    return inRange(days * 86'400 * kSecond + clock - zone * 60 * kSecond);
}

std::optional<qint64> timeFromNumber(const JsonValue &number)
{
    struct Unit
    {
        double below;
        double usPerUnit;
    };
    static constexpr Unit kUnits[] = {{1e11, 1e6}, {1e14, 1e3}, {1e17, 1}, {1e21, 1e-3}};
    const bool whole = number.kind == JsonValue::Kind::Int;
    const double value = whole                                    ? double(number.integer)
                         : number.kind == JsonValue::Kind::UInt   ? double(number.natural)
                         : number.kind == JsonValue::Kind::Double ? number.real
                                                                  : NAN;
    for (const Unit &unit : kUnits) {
        if (!(std::abs(value) < unit.below))
            continue;
        if (whole) // exact; a double has too few digits for nanoseconds
            return inRange(unit.usPerUnit >= 1 ? number.integer * qint64(unit.usPerUnit) : number.integer / 1000);
        return inRange(std::llround(value * unit.usPerUnit));
    }
    return std::nullopt;
}

TimeText timeToText(qint64 us)
{
    using namespace std::chrono;
    const sys_time<microseconds> time{microseconds(std::clamp(us, kFirst, kLast))};
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(time - midnight);
    TimeText text;
    const auto put = [&text](size_t at, size_t width, qint64 value) {
        for (size_t i = width; i > 0; --i, value /= 10)
            text[at + i - 1] = char('0' + value % 10);
    };
    put(0, 4, int(date.year()));
    put(5, 2, unsigned(date.month()));
    put(8, 2, unsigned(date.day()));
    put(11, 2, clock.hours().count());
    put(14, 2, clock.minutes().count());
    put(17, 2, clock.seconds().count());
    put(20, 6, clock.subseconds().count());
    text[4] = text[7] = '-';
    text[10] = 'T';
    text[13] = text[16] = ':';
    text[19] = '.';
    text[26] = 'Z';
    return text;
}

} // namespace hookboard
