// Bucket grids and window bounds, with the days of Europe/Berlin that have 23 and 25 hours.
#include "core/aggregate/window.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

qint64 us(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    Q_ASSERT(time.isValid());
    return time.toMSecsSinceEpoch() * 1000;
}

Window rolling(qint64 lengthUs)
{
    Window window;
    window.lengthUs = lengthUs;
    return window;
}

Window calendar(CalendarUnit unit, const QString &zone)
{
    Window window;
    window.kind = Window::Kind::Calendar;
    window.unit = unit;
    window.timeZone = zone;
    return window;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT
private slots:
    void automaticBuckets_data();
    void automaticBuckets();
    void askedBuckets_data();
    void askedBuckets();
    void rollingCoversItsLengthAndAtMostOneGrainMore();
    void calendarPeriods_data();
    void calendarPeriods();
    void previousCalendarPeriodIsCutAtTheSamePlace();
    void daysOfARollingWindowBeginAtLocalMidnight();
    void everyInstantLiesInItsStep_data();
    void everyInstantLiesInItsStep();
    void coarserGridsNest_data();
    void coarserGridsNest();
    void aSkippedDayLastsNoTime();
    void anUnknownZoneIsUtc();
};

void TestWindow::automaticBuckets_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<qint64>("bucket");
    QTest::newRow("one second") << kSecondUs << kSecondUs;
    QTest::newRow("one minute") << kMinuteUs << kSecondUs;
    QTest::newRow("five minutes") << 5 * kMinuteUs << 5 * kSecondUs;
    QTest::newRow("one hour") << kHourUs << 30 * kSecondUs;
    QTest::newRow("one day") << kDayUs << 15 * kMinuteUs;
    QTest::newRow("a week") << 7 * kDayUs << 2 * kHourUs;
    QTest::newRow("thirty days") << 30 * kDayUs << 6 * kHourUs;
    QTest::newRow("a year is shown in days") << 365 * kDayUs << 4 * kDayUs;
}

void TestWindow::automaticBuckets()
{
    QFETCH(qint64, length);
    QFETCH(qint64, bucket);
    const WindowPlan shown = WindowPlan::make(rolling(length), 0, false);
    QCOMPARE(shown.display().stepUs(), bucket);
    QCOMPARE(shown.grain().stepUs(), bucket);
    QVERIFY(length / bucket <= 120);
    const WindowPlan fine = WindowPlan::make(rolling(length), 0, true);
    QCOMPARE(fine.display().stepUs(), bucket);
    QVERIFY(fine.grain().stepUs() <= std::max(length / 120, kSecondUs) || fine.grain().stepUs() == bucket);
    QCOMPARE(bucket % fine.grain().stepUs(), 0);
}

void TestWindow::askedBuckets_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<qint64>("asked");
    QTest::addColumn<qint64>("bucket");
    QTest::newRow("as asked") << kHourUs << kMinuteUs << kMinuteUs;
    QTest::newRow("not one of the steps") << kHourUs << 7 * kSecondUs << 7 * kSecondUs;
    QTest::newRow("too many of them become coarser") << kDayUs << kSecondUs << kMinuteUs;
    QTest::newRow("not longer than the window") << kMinuteUs << kHourUs << kMinuteUs;
    QTest::newRow("below a second is a second") << kMinuteUs << qint64(5) << kSecondUs;
    QTest::newRow("a day") << 30 * kDayUs << kDayUs << kDayUs;
}

void TestWindow::askedBuckets()
{
    QFETCH(qint64, length);
    QFETCH(qint64, asked);
    QFETCH(qint64, bucket);
    QCOMPARE(WindowPlan::make(rolling(length), asked, false).display().stepUs(), bucket);
}

void TestWindow::rollingCoversItsLengthAndAtMostOneGrainMore()
{
    const WindowPlan plan = WindowPlan::make(rolling(kHourUs), 0, true);
    const qint64 start = us(u"2026-03-29T00:59:00Z"_s);
    for (qint64 now = start; now < start + 5 * kMinuteUs; now += 7'123'457) {
        const WindowSpans spans = plan.at(now);
        const qint64 grain = plan.grain().stepUs();
        QVERIFY(spans.current.fromUs <= now - kHourUs);
        QVERIFY(spans.current.fromUs > now - kHourUs - grain);
        QVERIFY(spans.current.toUs > now);
        QVERIFY(spans.current.toUs <= now + grain);
        QCOMPARE(spans.previous->toUs, spans.current.fromUs);
        QVERIFY(spans.previous->fromUs <= now - 2 * kHourUs);
    }
}

void TestWindow::calendarPeriods_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("hours");
    const int day = int(CalendarUnit::Day);
    const int week = int(CalendarUnit::Week);
    const int month = int(CalendarUnit::Month);
    const QString berlin = u"Europe/Berlin"_s;
    QTest::newRow("the day that loses an hour")
        << day << berlin << u"2026-03-29T12:00:00Z"_s << u"2026-03-28T23:00:00Z"_s << u"2026-03-29T22:00:00Z"_s << 23;
    QTest::newRow("the day that gains an hour")
        << day << berlin << u"2026-10-25T22:59:59Z"_s << u"2026-10-24T22:00:00Z"_s << u"2026-10-25T23:00:00Z"_s << 25;
    QTest::newRow("an ordinary day") << day << berlin << u"2026-07-01T00:00:00Z"_s << u"2026-06-30T22:00:00Z"_s
                                     << u"2026-07-01T22:00:00Z"_s << 24;
    QTest::newRow("the last instant before midnight")
        << day << berlin << u"2026-06-30T21:59:59Z"_s << u"2026-06-29T22:00:00Z"_s << u"2026-06-30T22:00:00Z"_s << 24;
    QTest::newRow("a zone with half an hour") << day << u"Asia/Kolkata"_s << u"2026-01-10T18:30:00Z"_s
                                              << u"2026-01-10T18:30:00Z"_s << u"2026-01-11T18:30:00Z"_s << 24;
    QTest::newRow("midnight does not exist") << day << u"America/Santiago"_s << u"2026-09-06T12:00:00Z"_s
                                             << u"2026-09-06T04:00:00Z"_s << u"2026-09-07T03:00:00Z"_s << 23;
    QTest::newRow("a week from Monday, seen on Sunday")
        << week << berlin << u"2026-03-29T12:00:00Z"_s << u"2026-03-22T23:00:00Z"_s << u"2026-03-29T22:00:00Z"_s << 167;
    QTest::newRow("a week from Monday, seen on Monday")
        << week << berlin << u"2026-03-30T12:00:00Z"_s << u"2026-03-29T22:00:00Z"_s << u"2026-04-05T22:00:00Z"_s << 168;
    QTest::newRow("a month with a change of time")
        << month << berlin << u"2026-03-15T12:00:00Z"_s << u"2026-02-28T23:00:00Z"_s << u"2026-03-31T22:00:00Z"_s
        << 31 * 24 - 1;
    QTest::newRow("February of a leap year") << month << u"UTC"_s << u"2028-02-29T23:59:59Z"_s
                                             << u"2028-02-01T00:00:00Z"_s << u"2028-03-01T00:00:00Z"_s << 29 * 24;
}

void TestWindow::calendarPeriods()
{
    QFETCH(int, unit);
    QFETCH(QString, zone);
    QFETCH(QString, now);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, hours);
    const WindowPlan plan = WindowPlan::make(calendar(CalendarUnit(unit), zone), 0, true);
    const WindowSpans spans = plan.at(us(now));
    QCOMPARE(spans.current.fromUs, us(from));
    QCOMPARE(spans.endUs, us(to));
    QCOMPARE((spans.endUs - spans.current.fromUs) / kHourUs, hours);
    QVERIFY(spans.current.toUs > us(now));
    QVERIFY(spans.current.toUs <= spans.endUs);
}

void TestWindow::previousCalendarPeriodIsCutAtTheSamePlace()
{
    const WindowPlan day = WindowPlan::make(calendar(CalendarUnit::Day, u"Europe/Berlin"_s), kHourUs, false);
    const WindowSpans morning = day.at(us(u"2026-07-02T05:30:00Z"_s));
    QCOMPARE(*morning.previous, (Span{us(u"2026-06-30T22:00:00Z"_s), us(u"2026-07-01T06:00:00Z"_s)}));
    // The day before had 23 hours: its end is the end.
    const WindowSpans late = day.at(us(u"2026-03-30T21:30:00Z"_s));
    QCOMPARE(*late.previous, (Span{us(u"2026-03-28T23:00:00Z"_s), us(u"2026-03-29T22:00:00Z"_s)}));
}

void TestWindow::daysOfARollingWindowBeginAtLocalMidnight()
{
    Window window = rolling(30 * kDayUs);
    window.timeZone = u"Europe/Berlin"_s;
    const WindowPlan plan = WindowPlan::make(window, kDayUs, false);
    const Span day = plan.display().at(us(u"2026-03-29T12:00:00Z"_s));
    QCOMPARE(day, (Span{us(u"2026-03-28T23:00:00Z"_s), us(u"2026-03-29T22:00:00Z"_s)}));
}

void TestWindow::everyInstantLiesInItsStep_data()
{
    QTest::addColumn<qint64>("step");
    QTest::newRow("minutes") << kMinuteUs;
    QTest::newRow("three hours") << 3 * kHourUs;
    QTest::newRow("twelve hours") << 12 * kHourUs;
    QTest::newRow("days") << kDayUs;
    QTest::newRow("four days") << 4 * kDayUs;
}

void TestWindow::everyInstantLiesInItsStep()
{
    QFETCH(qint64, step);
    const auto days = std::make_shared<LocalDays>(QTimeZone("Europe/Berlin"));
    for (const TimeGrid &grid : {TimeGrid::fromEpoch(step), TimeGrid::fromMidnight(step, days)}) {
        Span before;
        for (qint64 t = us(u"2026-10-23T00:00:00Z"_s); t < us(u"2026-10-28T00:00:00Z"_s); t += 17 * kMinuteUs) {
            const Span span = grid.at(t);
            QVERIFY(span.contains(t));
            QCOMPARE(grid.at(span.fromUs), span);
            QCOMPARE(grid.at(span.toUs - 1), span);
            QVERIFY(before == Span{} || before == span || before.toUs <= span.fromUs);
            before = span;
        }
    }
}

void TestWindow::coarserGridsNest_data()
{
    QTest::addColumn<QString>("zone");
    QTest::newRow("UTC") << u"UTC"_s;
    QTest::newRow("Berlin, over a change of time") << u"Europe/Berlin"_s;
    QTest::newRow("Kathmandu, three quarters of an hour off") << u"Asia/Kathmandu"_s;
}

void TestWindow::coarserGridsNest()
{
    QFETCH(QString, zone);
    Window window;
    window.kind = Window::Kind::All;
    window.timeZone = zone;
    WindowPlan plan = WindowPlan::make(window, 0, false);
    for (int level = 0; level < 18; ++level) {
        const WindowPlan next = plan.coarser();
        QVERIFY(next.grain().stepUs() > plan.grain().stepUs());
        for (qint64 t = us(u"2026-10-24T20:00:00Z"_s); t < us(u"2026-10-25T23:30:00Z"_s); t += 251 * kSecondUs) {
            const Span inner = plan.grain().at(t);
            const Span outer = next.grain().at(t);
            QVERIFY(outer.fromUs <= inner.fromUs && inner.toUs <= outer.toUs);
        }
        plan = next;
    }
}

void TestWindow::aSkippedDayLastsNoTime()
{
    // Samoa went from Thursday 29 to Saturday 31 December 2011.
    LocalDays days(QTimeZone("Pacific/Apia"));
    const qint64 thursday = us(u"2011-12-30T09:00:00Z"_s);
    const qint64 saturday = us(u"2011-12-30T11:00:00Z"_s);
    QCOMPARE(days.dayOf(saturday), days.dayOf(thursday) + 2);
    QVERIFY(days.startUs(days.dayOf(saturday)) <= saturday);
}

void TestWindow::anUnknownZoneIsUtc()
{
    Window window;
    window.timeZone = u"Mars/Olympus"_s;
    QCOMPARE(zoneOf(window), QTimeZone::utc());
}

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
