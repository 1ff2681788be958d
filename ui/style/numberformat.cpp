#include "ui/style/numberformat.h"

#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kNarrowSpace(0x202F);
constexpr QChar kEnDash(0x2013);
constexpr int kSignificantDigits = 4;

constexpr qsizetype kTextLimit = 256;
constexpr qsizetype kUnitLimit = 16;

// Payload texts can be megabytes; what no tile can show is not even decoded.
QString shortText(const Scalar &value)
{
    if (const auto *bytes = std::get_if<QByteArray>(&value.value()))
        return plainLine(QString::fromUtf8(bytes->first(std::min(bytes->size(), 4 * kTextLimit))), kTextLimit);
    return value.toText();
}

QString unitText(const NumberFormat &format)
{
    return plainLine(format.unit, kUnitLimit);
}

QString withRealMinus(QString text, const QLocale &locale)
{
    const QString minus = locale.negativeSign();
    if (text.startsWith(minus))
        text.replace(0, minus.size(), kMinus);
    return text;
}

// Decimals that say something: four significant digits, at most three decimals, no trailing zeros for round values.
int automaticDecimals(double value)
{
    const double size = std::abs(value);
    if (size == 0 || size >= 1000)
        return 0;
    const int integerDigits = size >= 1 ? int(std::log10(size)) + 1 : 1;
    int decimals = std::min(3, kSignificantDigits - integerDigits);
    if (size < 0.01)
        decimals = std::min(6, int(std::ceil(-std::log10(size))) + 1);
    while (decimals > 0) {
        const double step = std::pow(10.0, decimals - 1);
        if (std::abs(std::round(size * step) / step - size) > 0.5 * std::pow(10.0, -decimals))
            break;
        --decimals;
    }
    return decimals;
}

// Beyond this a double has no digits left for single units: writing them out would claim what nobody knows.
constexpr double kLargestWritten = 1e16;

// "3.02×10³⁰⁰"
QString scientific(double value, const QLocale &locale)
{
    static constexpr char16_t kRaised[] = u"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    int exponent = int(std::floor(std::log10(std::abs(value))));
    double mantissa = std::round(value / std::pow(10.0, exponent) * 100) / 100;
    if (std::abs(mantissa) >= 10) {
        mantissa /= 10;
        ++exponent;
    }
    QString text = locale.toString(mantissa, 'f', std::min(2, automaticDecimals(mantissa)));
    text = withRealMinus(text, locale) + u"\u00D710"_s;
    for (const QChar digit : QString::number(exponent))
        text += QChar(kRaised[digit.digitValue()]);
    return text;
}

QString plain(double value, int decimals, const QLocale &locale)
{
    if (!std::isfinite(value))
        return kEnDash;
    if (std::abs(value) >= kLargestWritten)
        return scientific(value, locale);
    if (decimals < 0)
        decimals = automaticDecimals(value);
    const QString text = locale.toString(value, 'f', decimals);
    // -0.04 at one decimal is no negative zero.
    if (value < 0 && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() && c.digitValue() > 0; }))
        return locale.toString(0.0, 'f', decimals);
    return withRealMinus(text, locale);
}

struct Step
{
    double factor;
    const char *unit;
};

NumberText stepped(double value, const Step *steps, size_t count, int decimals, const QLocale &locale)
{
    if (std::abs(value) >= steps[count - 1].factor * 1e4)
        return {scientific(value, locale), QString::fromUtf8(steps[0].unit)};
    size_t step = 0;
    while (step + 1 < count && std::abs(value) >= steps[step + 1].factor * 0.99995)
        ++step;
    const double shown = value / steps[step].factor;
    const int wanted = decimals >= 0 ? decimals : std::abs(shown) >= 100 || step == 0 ? 0 : 1;
    QString text = plain(shown, wanted, locale);
    if (decimals < 0 && text.endsWith(locale.decimalPoint() + locale.zeroDigit()))
        text.chop(2);
    return {text, QString::fromUtf8(steps[step].unit)};
}

constexpr Step kBinaryBytes[]{{1, "B"},        {0x1p10, "KiB"}, {0x1p20, "MiB"},
                              {0x1p30, "GiB"}, {0x1p40, "TiB"}, {0x1p50, "PiB"}};
constexpr Step kDecimalBytes[]{{1, "B"}, {1e3, "kB"}, {1e6, "MB"}, {1e9, "GB"}, {1e12, "TB"}, {1e15, "PB"}};
constexpr Step kCompact[]{{1, ""}, {1e3, "k"}, {1e6, "M"}, {1e9, "G"}, {1e12, "T"}, {1e15, "P"}};

QString currencyText(const QString &number, const QString &code, const QLocale &locale)
{
    // The locale knows where the sign stands; only its own currency has a symbol there, others show a well-known one.
    static const QHash<QString, QString> symbols{
        {u"EUR"_s, u"€"_s},  {u"USD"_s, u"$"_s},   {u"GBP"_s, u"£"_s},  {u"JPY"_s, u"¥"_s}, {u"CNY"_s, u"CN¥"_s},
        {u"INR"_s, u"₹"_s},  {u"KRW"_s, u"₩"_s},   {u"PLN"_s, u"zł"_s}, {u"UAH"_s, u"₴"_s}, {u"TRY"_s, u"₺"_s},
        {u"BRL"_s, u"R$"_s}, {u"CAD"_s, u"CA$"_s}, {u"AUD"_s, u"A$"_s},
    };
    const QString upper = code.toUpper();
    const QString symbol = symbols.value(upper, upper);
    const QString pattern = locale.toCurrencyString(1.0, u"¤"_s);
    if (pattern.startsWith(u'¤') || locale.language() == QLocale::C) {
        const QString space = symbol.size() > 2 ? QString(kNarrowSpace) : QString();
        return number.startsWith(kMinus) ? kMinus + symbol + space + number.mid(1) : symbol + space + number;
    }
    return number + kNarrowSpace + symbol;
}

NumberText currency(double value, const NumberFormat &format, const QLocale &locale)
{
    // Whole amounts from a thousand on; below, cents matter unless there are none.
    int decimals = format.decimals;
    if (decimals < 0)
        decimals = std::abs(value) >= 1000 || std::abs(value - std::round(value)) < 0.005 ? 0 : 2;
    return {currencyText(plain(value, decimals, locale), unitText(format), locale), {}};
}

NumberText duration(double seconds, const NumberFormat &format, const QLocale &locale)
{
    const double size = std::abs(seconds);
    if (size != 0 && size < 1e-3)
        return {plain(seconds * 1e6, format.decimals < 0 ? 0 : format.decimals, locale), u"µs"_s};
    if (size < 1)
        return {plain(seconds * 1e3, format.decimals < 0 ? 0 : format.decimals, locale), u"ms"_s};
    if (size < 60)
        return {plain(seconds, format.decimals < 0 ? (size < 10 ? 1 : 0) : format.decimals, locale), u"s"_s};
    const QString sign = seconds < 0 ? QString(kMinus) : QString();
    return {sign + formatSpan(qint64(size * kSecondUs), locale), {}};
}

template <typename T> QString integerText(T value, const QLocale &locale)
{
    return withRealMinus(locale.toString(value), locale);
}

// Integers stay exact where no arithmetic is asked for.
std::optional<NumberText> exactInteger(const Scalar &value, const NumberFormat &format, const QLocale &locale)
{
    using Style = NumberFormat::Style;
    if (format.scale != 1 || format.decimals > 0 || (format.style != Style::Plain && format.style != Style::Currency))
        return std::nullopt;
    QString text;
    if (const auto *i = std::get_if<qint64>(&value.value()))
        text = integerText(*i, locale);
    else if (const auto *u = std::get_if<quint64>(&value.value()))
        text = integerText(*u, locale);
    else
        return std::nullopt;
    if (format.style == Style::Currency)
        return NumberText{currencyText(text, unitText(format), locale), {}};
    return NumberText{text, unitText(format)};
}

} // namespace

QString NumberText::text() const
{
    return unit.isEmpty() ? number : number + kNarrowSpace + unit;
}

NumberText formatNumber(const Scalar &value, const NumberFormat &format, const QLocale &locale)
{
    if (value.isAbsent() || value.isNull())
        return {kEnDash, {}};
    if (!value.isNumber())
        return {shortText(value), {}};
    if (const auto exact = exactInteger(value, format, locale))
        return *exact;
    return formatNumber(value.toDouble().value_or(qQNaN()), format, locale);
}

NumberText formatNumber(double value, const NumberFormat &format, const QLocale &locale)
{
    if (!std::isfinite(value))
        return {kEnDash, {}};
    const double shown = value * format.scale;
    switch (format.style) {
    case NumberFormat::Style::Plain:
        return {plain(shown, format.decimals, locale), unitText(format)};
    case NumberFormat::Style::Compact:
        return formatCompact(value, format, locale);
    case NumberFormat::Style::Currency:
        return currency(shown, format, locale);
    case NumberFormat::Style::Bytes:
        return stepped(shown, kBinaryBytes, std::size(kBinaryBytes), format.decimals, locale);
    case NumberFormat::Style::BytesSi:
        return stepped(shown, kDecimalBytes, std::size(kDecimalBytes), format.decimals, locale);
    case NumberFormat::Style::Duration:
        return duration(shown, format, locale);
    case NumberFormat::Style::Percent:
        return {plain(shown * 100, format.decimals < 0 ? (std::abs(shown) >= 1 ? 0 : 1) : format.decimals, locale),
                locale.percent()};
    }
    return {plain(shown, format.decimals, locale), unitText(format)};
}

NumberText formatCompact(double value, const NumberFormat &format, const QLocale &locale)
{
    using Style = NumberFormat::Style;
    if (format.style != Style::Plain && format.style != Style::Compact && format.style != Style::Currency)
        return formatNumber(value, format, locale);
    const double shown = value * format.scale;
    if (!std::isfinite(shown))
        return {kEnDash, {}};
    NumberText text;
    if (std::abs(shown) < 1000) {
        text.number = plain(shown, format.style == Style::Currency ? format.decimals : -1, locale);
    } else {
        text = stepped(shown, kCompact, std::size(kCompact), -1, locale);
        text.number += text.unit;
    }
    text.unit = unitText(format);
    if (format.style == Style::Currency)
        return {currencyText(text.number, unitText(format), locale), {}};
    return text;
}

NumberText formatSigned(double value, const NumberFormat &format, const QLocale &locale)
{
    NumberText text = formatNumber(value, format, locale);
    if (value > 0)
        text.number.prepend(u'+');
    return text;
}

QString formatCount(quint64 count, const QLocale &locale)
{
    return locale.toString(count);
}

QString formatPercent(double share, const QLocale &locale, int decimals)
{
    return plain(share * 100, decimals, locale) + kNarrowSpace + locale.percent();
}

} // namespace hookboard
