// When somebody listened, and what is a gap: restarts, crashes, suspends and clocks that step.
#include "core/journal/database.h"
#include "core/journal/listeningspans.h"
#include "tests/support/journalfixture.h"

#include <QtCore/QObject>
#include <QtTest/QTest>

using namespace hookboard;

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kHour = 3600 * kSecond;

} // namespace

class TestJournalSpans : public QObject
{
    Q_OBJECT
private slots:
    void findsWhatNoSpanCovers_data();
    void findsWhatNoSpanCovers();
    void aRestartIsAGap();
    void aCrashEndsAtTheLastHeartbeat();
    void aSuspendIsAGap();
    void aClockThatStepsBackMakesNoNegativeSpan();
    void anOutageOfTheJournalIsAGap();

private:
    // Lives through `us` as a busy listener does: a delivery a second, so that beats ride along.
    static void live(JournalFixture &f, qint64 us)
    {
        for (qint64 lived = 0; lived < us; lived += kSecond) {
            f.clock.live(kSecond);
            f.store(QByteArray::number(f.nextTicket));
        }
    }
    static QList<ListeningSpan> spans(const JournalFixture &f)
    {
        auto db = Database::open(f.settings.path, Database::Mode::ReadOnly);
        auto rows = db->prepare("SELECT from_us, to_us, running FROM listening ORDER BY id");
        QList<ListeningSpan> found;
        while (rows->step() == Statement::Step::Row)
            found.append({rows->integer(0), rows->integer(1), rows->integer(2) != 0});
        return found;
    }
    // As kill -9 leaves it: a copy of the files while the journal runs.
    static void crash(JournalFixture &from, JournalFixture &to)
    {
        for (const char *suffix : {"", "-wal"})
            QVERIFY(QFile::copy(from.settings.path + QLatin1StringView(suffix),
                                to.settings.path + QLatin1StringView(suffix)));
    }
};

void TestJournalSpans::findsWhatNoSpanCovers_data()
{
    QTest::addColumn<QList<ListeningSpan>>("spans");
    QTest::addColumn<QList<Gap>>("expected"); // within [100, 200)
    using Spans = QList<ListeningSpan>;
    using Gaps = QList<Gap>;
    QTest::newRow("never listened") << Spans{} << Gaps{};
    QTest::newRow("covered") << Spans{{50, 250}} << Gaps{};
    QTest::newRow("before the first is no gap") << Spans{{150, 250}} << Gaps{};
    QTest::newRow("between two") << Spans{{50, 120}, {150, 250}} << Gaps{{120, 150}};
    QTest::newRow("at both ends") << Spans{{50, 60}, {120, 180}} << Gaps{{100, 120}, {180, 200}};
    QTest::newRow("all of it") << Spans{{50, 60}, {300, 400}} << Gaps{{100, 200}};
    QTest::newRow("overlapping, in no order") << Spans{{150, 180}, {110, 160}, {90, 120}} << Gaps{{180, 200}};
    QTest::newRow("one inside another") << Spans{{100, 190}, {120, 130}} << Gaps{{190, 200}};
    QTest::newRow("running ones may still be covered") << Spans{{50, 120, true}} << Gaps{};
    QTest::newRow("after the range") << Spans{{300, 400}} << Gaps{};
}

void TestJournalSpans::findsWhatNoSpanCovers()
{
    QFETCH(QList<ListeningSpan>, spans);
    QFETCH(QList<Gap>, expected);
    QCOMPARE(uncoveredBy(spans, 100, 200), expected);
}

void TestJournalSpans::aRestartIsAGap()
{
    JournalFixture f;
    const qint64 start = f.clock.nowUs();
    f.open();
    f.journal->setListening(true);
    live(f, 20 * kSecond);
    f.close();
    const qint64 stopped = f.clock.nowUs();
    f.clock.live(90 * kSecond);
    QCOMPARE(f.reader()->gaps(start, f.clock.nowUs()).value(), (QList<Gap>{{stopped, f.clock.nowUs()}}));
    f.open();
    f.journal->setListening(true);
    const qint64 again = f.clock.nowUs();
    live(f, 20 * kSecond);
    QCOMPARE(f.reader()->gaps(start - kHour, f.clock.nowUs()).value(), (QList<Gap>{{stopped, again}}));
    QCOMPARE(f.reader()->silence(f.clock.nowUs()).value(), (QList<Gap>{{0, start}, {stopped, again}}));
    f.journal->setListening(false);
    f.clock.live(7 * kSecond);
    QCOMPARE(f.reader()->gaps(start, f.clock.nowUs())->size(), 2);
}

void TestJournalSpans::aCrashEndsAtTheLastHeartbeat()
{
    JournalFixture f;
    JournalFixture next;
    f.open();
    f.journal->setListening(true);
    live(f, 10 * kSecond);
    const qint64 lastBeat = f.clock.nowUs();
    f.clock.live(3 * kSecond);
    crash(f, next);
    next.clock.live(600 * kSecond);
    const qint64 again = next.clock.nowUs();
    next.open();
    next.journal->setListening(true);
    QCOMPARE(next.reader()->gaps(0, again + kSecond).value(), (QList<Gap>{{lastBeat, again}}));
    QCOMPARE(next.all().size(), std::size_t(10));
    QCOMPARE(next.reader()->check().value(), QStringList());
}

void TestJournalSpans::aSuspendIsAGap()
{
    JournalFixture f;
    f.open();
    f.journal->setListening(true);
    live(f, 10 * kSecond);
    const qint64 asleep = f.clock.nowUs();
    f.clock.stepWall(kHour); // the steady clock stands still while the computer sleeps
    live(f, 5 * kSecond);
    const auto gaps = f.reader()->gaps(0, f.clock.nowUs()).value();
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps.front().fromUs, asleep);
    QCOMPARE(gaps.front().toUs, asleep + kHour + kSecond); // the first beat after waking up
}

void TestJournalSpans::aClockThatStepsBackMakesNoNegativeSpan()
{
    JournalFixture f;
    const qint64 start = f.clock.nowUs();
    f.open();
    f.journal->setListening(true);
    live(f, 30 * kSecond);
    f.clock.stepWall(-kHour);
    live(f, 30 * kSecond);
    f.clock.stepWall(kHour);
    live(f, 30 * kSecond);
    f.close();
    for (const ListeningSpan &span : spans(f)) {
        QVERIFY(span.fromUs <= span.toUs);
        QVERIFY2(span.toUs - span.fromUs <= 31 * kSecond, "no span is longer than what was lived through");
        QVERIFY(!span.running);
    }
    QCOMPARE(spans(f).size(), 3);
    const QList<Gap> gaps = f.reader()->gaps(start - 2 * kHour, start + 2 * kHour).value();
    for (const Gap &gap : gaps)
        QVERIFY(gap.fromUs < gap.toUs);
    QCOMPARE(f.reader()->check().value(), QStringList());
}

void TestJournalSpans::anOutageOfTheJournalIsAGap()
{
    JournalFixture f;
    f.open();
    f.journal->setListening(true);
    live(f, 10 * kSecond);
    qint64 from = 0;
    {
        auto other = Database::open(f.settings.path, Database::Mode::Existing);
        auto lock = Transaction::begin(*other);
        QCOMPARE(f.store("refused").outcome, Receipt::Outcome::Refused);
        from = f.clock.nowUs();
        f.clock.live(30 * kSecond);
    }
    QTRY_VERIFY(f.isWritable());
    QCOMPARE(f.reader()->gaps(0, f.clock.nowUs()).value(), (QList<Gap>{{from, f.clock.nowUs()}}));
}

QTEST_GUILESS_MAIN(TestJournalSpans)
#include "tst_journalspans.moc"
