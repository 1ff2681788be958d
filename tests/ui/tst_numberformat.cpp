// Numbers, ages and payload texts as people read them.
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QFontMetrics>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedStates);
const QLocale kGerman(QLocale::German, QLocale::Germany);
using Style = NumberFormat::Style;

} // namespace

class TestNumberFormat : public QObject
{
    Q_OBJECT
private slots:
    void numbers_data();
    void numbers();
    void spans_data();
    void spans();
    void ageOfTheFutureIsNow();
    void plainLines_data();
    void plainLines();
    void hugeTextIsCutBeforeLayout();
    void rightToLeftTextIsIsolated();
    void tooltipsNeverHoldMarkup();
};

void TestNumberFormat::numbers_data()
{
    QTest::addColumn<Scalar>("value");
    QTest::addColumn<NumberFormat>("format");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");

    const auto row = [](const char *name, const Scalar &value, const NumberFormat &format, const QString &english,
                        const QString &german) { QTest::newRow(name) << value << format << english << german; };
    const auto plain = [](const QString &unit = {}, int decimals = -1, double scale = 1) {
        return NumberFormat{Style::Plain, unit, decimals, scale};
    };
    row("an integer has group signs", Scalar(qint64(48213)), plain(), u"48,213"_s, u"48.213"_s);
    row("the largest unsigned integer is exact", Scalar(std::numeric_limits<quint64>::max()), plain(),
        u"18,446,744,073,709,551,615"_s, u"18.446.744.073.709.551.615"_s);
    row("2^53 + 1 is exact", Scalar(qint64(9007199254740993)), plain(), u"9,007,199,254,740,993"_s,
        u"9.007.199.254.740.993"_s);
    row("a negative number has a real minus", Scalar(qint64(-1284)), plain(), u"\u22121,284"_s, u"\u22121.284"_s);
    row("a round double shows no decimals", Scalar(12.0), plain(), u"12"_s, u"12"_s);
    row("a fraction keeps what it says", Scalar(1.25), plain(), u"1.25"_s, u"1,25"_s);
    row("decimals are at most three", Scalar(3.14159265), plain(), u"3.142"_s, u"3,142"_s);
    row("what a double cannot hold to the unit has a power of ten", Scalar(3.018e300), plain(),
        u"3.02\u00D710\u00B3\u2070\u2070"_s, u"3,02\u00D710\u00B3\u2070\u2070"_s);
    row("a power of ten keeps its sign and unit", Scalar(-1e20), plain(u"kg"_s),
        u"\u22121\u00D710\u00B2\u2070\u202Fkg"_s, u"\u22121\u00D710\u00B2\u2070\u202Fkg"_s);
    row("rounding up reaches the next power", Scalar(9.999e19), plain(), u"1\u00D710\u00B2\u2070"_s,
        u"1\u00D710\u00B2\u2070"_s);
    row("a compact number beyond its prefixes has a power of ten", Scalar(3e300),
        NumberFormat{Style::Compact, {}, -1, 1}, u"3\u00D710\u00B3\u2070\u2070"_s, u"3\u00D710\u00B3\u2070\u2070"_s);
    row("a thousand and more has no decimals", Scalar(1234.56), plain(), u"1,235"_s, u"1.235"_s);
    row("a tiny value is not zero", Scalar(0.000042), plain(), u"0.000042"_s, u"0,000042"_s);
    row("minus zero is zero", Scalar(-0.0004), plain({}, 1), u"0.0"_s, u"0,0"_s);
    row("fixed decimals stay", Scalar(2.0), plain({}, 2), u"2.00"_s, u"2,00"_s);
    row("a unit follows a narrow space", Scalar(qint64(412)), plain(u"ms"_s), u"412\u202Fms"_s, u"412\u202Fms"_s);
    row("a scale is applied", Scalar(qint64(12900)), plain({}, -1, 0.01), u"129"_s, u"129"_s);
    row("nan is a dash", Scalar(std::nan("")), plain(), u"\u2013"_s, u"\u2013"_s);
    row("infinity is a dash", Scalar(std::numeric_limits<double>::infinity()), plain(), u"\u2013"_s, u"\u2013"_s);
    row("nothing is a dash", Scalar(), plain(), u"\u2013"_s, u"\u2013"_s);
    row("text stays text", Scalar(QByteArray("up")), plain(), u"up"_s, u"up"_s);
    row("compact thousands", Scalar(qint64(48213)), {Style::Compact, {}, -1, 1}, u"48.2k"_s, u"48,2k"_s);
    row("compact millions", Scalar(qint64(1'500'000)), {Style::Compact, {}, -1, 1}, u"1.5M"_s, u"1,5M"_s);
    row("compact leaves small numbers alone", Scalar(qint64(999)), {Style::Compact, {}, -1, 1}, u"999"_s, u"999"_s);
    row("euros", Scalar(qint64(48213)), {Style::Currency, u"EUR"_s, -1, 1}, u"€48,213"_s, u"48.213\u202F€"_s);
    row("cents of a small amount", Scalar(862.5), {Style::Currency, u"EUR"_s, -1, 1}, u"€862.50"_s, u"862,50\u202F€"_s);
    row("minor units", Scalar(qint64(12950)), {Style::Currency, u"EUR"_s, -1, 0.01}, u"€129.50"_s, u"129,50\u202F€"_s);
    row("a debt", Scalar(-20.0), {Style::Currency, u"USD"_s, -1, 1}, u"\u2212$20"_s, u"\u221220\u202F$"_s);
    row("an unknown currency keeps its code", Scalar(qint64(5)), {Style::Currency, u"XTS"_s, -1, 1}, u"XTS\u202F5"_s,
        u"5\u202FXTS"_s);
    row("bytes in powers of two", Scalar(qint64(1536)), {Style::Bytes, {}, -1, 1}, u"1.5\u202FKiB"_s,
        u"1,5\u202FKiB"_s);
    row("bytes in powers of ten", Scalar(qint64(1'200'000'000)), {Style::BytesSi, {}, -1, 1}, u"1.2\u202FGB"_s,
        u"1,2\u202FGB"_s);
    row("milliseconds", Scalar(0.412), {Style::Duration, {}, -1, 1}, u"412\u202Fms"_s, u"412\u202Fms"_s);
    row("hours and minutes", Scalar(qint64(11520)), {Style::Duration, {}, -1, 1}, u"3\u202Fh 12\u202Fmin"_s,
        u"3\u202Fh 12\u202Fmin"_s);
    row("a share", Scalar(0.019), {Style::Percent, {}, -1, 1}, u"1.9\u202F%"_s, u"1,9\u202F%"_s);
}

void TestNumberFormat::numbers()
{
    QFETCH(Scalar, value);
    QFETCH(NumberFormat, format);
    QFETCH(QString, english);
    QFETCH(QString, german);
    QCOMPARE(formatNumber(value, format, kEnglish).text(), english);
    QCOMPARE(formatNumber(value, format, kGerman).text(), german);
}

void TestNumberFormat::spans_data()
{
    QTest::addColumn<qint64>("spanUs");
    QTest::addColumn<QString>("words");
    QTest::newRow("seconds") << 2 * kSecondUs << u"2\u202Fs"_s;
    QTest::newRow("rounds down") << 119 * kSecondUs << u"1\u202Fmin"_s;
    QTest::newRow("minutes") << 14 * kMinuteUs << u"14\u202Fmin"_s;
    QTest::newRow("hours and minutes") << 3 * kHourUs + 12 * kMinuteUs << u"3\u202Fh 12\u202Fmin"_s;
    QTest::newRow("days and hours") << 6 * kDayUs + 4 * kHourUs << u"6\u202Fd 4\u202Fh"_s;
    QTest::newRow("many days") << 40 * kDayUs + 4 * kHourUs << u"40\u202Fd"_s;
    QTest::newRow("the clock went back") << -5 * kSecondUs << u"0\u202Fs"_s;
}

void TestNumberFormat::spans()
{
    QFETCH(qint64, spanUs);
    QFETCH(QString, words);
    QCOMPARE(formatSpan(spanUs, kEnglish), words);
}

void TestNumberFormat::ageOfTheFutureIsNow()
{
    QCOMPARE(formatAge(10 * kSecondUs, 8 * kSecondUs, kEnglish), u"now"_s);
    QCOMPARE(formatAge(8 * kSecondUs, 10 * kSecondUs, kEnglish), u"2\u202Fs ago"_s);
}

void TestNumberFormat::plainLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("markup stays characters") << u"<b>x</b>&amp;"_s << u"<b>x</b>&amp;"_s;
    QTest::newRow("a line break is a sign") << u"a\nb"_s << u"a\u21B5b"_s;
    QTest::newRow("two characters of a line break are one sign") << u"a\r\nb"_s << u"a\u21B5b"_s;
    QTest::newRow("nul is visible") << QString(u"a\0b"_s) << u"a\u2400b"_s;
    QTest::newRow("escape is visible") << u"\x1B[31m"_s << u"\u241B[31m"_s;
    QTest::newRow("a tabulator is a blank") << u"a\tb"_s << u"a b"_s;
    QTest::newRow("an override is taken out") << u"invoice\u202Efdp.exe"_s << u"invoicefdp.exe"_s;
    QTest::newRow("foreign isolates are taken out") << u"\u2067a\u2069"_s << u"a"_s;
    QTest::newRow("zero width spaces are taken out") << u"a\u200Bb\uFEFF"_s << u"ab"_s;
    QTest::newRow("emoji stay whole") << u"👩‍🚀"_s << u"👩‍🚀"_s;
}

void TestNumberFormat::plainLines()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QCOMPARE(plainLine(text), line);
}

void TestNumberFormat::hugeTextIsCutBeforeLayout()
{
    const QString wide(1024 * 1024, u'W');
    const QString steering(1024 * 1024, QChar(0x202E));
    const QFontMetrics metrics{QFont()};
    QCOMPARE(plainLine(wide).size(), kPlainLineLimit + 1);
    QVERIFY(plainLine(steering).size() <= 1);
    const QString elided = elidedPlain(metrics, wide, 200);
    QVERIFY(metrics.horizontalAdvance(elided) <= 200);
    QVERIFY(elided.endsWith(u'…'));
    QVERIFY(!plainLine(u"\U0001F680"_s.repeated(600), 511).chopped(1).back().isHighSurrogate());
}

void TestNumberFormat::rightToLeftTextIsIsolated()
{
    QCOMPARE(isolatedLine(u"שלום"_s), u"\u2068שלום\u2069"_s);
    QCOMPARE(isolatedLine(u"hello"_s), u"hello"_s);
}

void TestNumberFormat::tooltipsNeverHoldMarkup()
{
    const QString tip = plainTooltip(u"<img src=x onerror=1>"_s);
    QVERIFY(!tip.contains("<img"_L1));
    QVERIFY(tip.contains("&lt;img"_L1));
    QVERIFY(plainTooltip({}).isEmpty());
}

QTEST_MAIN(TestNumberFormat)
#include "tst_numberformat.moc"
