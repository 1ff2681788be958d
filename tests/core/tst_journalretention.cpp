// Old events leave by age and by size, in steps, and the totals stay right.
#include "core/journal/database.h"
#include "tests/support/journalfixture.h"

#include <QtCore/QObject>
#include <QtTest/QTest>

using namespace hookboard;

namespace {

constexpr qint64 kHour = 3'600'000'000;

} // namespace

class TestJournalRetention : public QObject
{
    Q_OBJECT
private slots:
    void removesByAge();
    void removesByAgeWhenTheClockJumped();
    void removesBySize();
    void answersWhileItRemoves();
    void keepsEverythingWithoutBounds();
};

void TestJournalRetention::removesByAge()
{
    JournalFixture f;
    f.open();
    const qint64 now = f.clock.nowUs();
    f.storeMany("old", 2500, now - 10 * kHour, 1000);
    f.storeMany("new", 700, now - kHour, 1000);
    f.journal->setRetention(5 * kHour, 0);
    QTRY_COMPARE(f.reader()->statistics()->events, quint64(700));
    QCOMPARE(f.all().front().deliveryId, QByteArray("new0"));
    QCOMPARE(f.reader()->sourceStatistics()->front().stored, quint64(700));
    QCOMPARE(f.reader()->statistics()->firstSeq, quint64(2501));
    QTRY_COMPARE(f.states.back().eventCount, quint64(700));
    QCOMPARE(f.reader()->check().value(), QStringList());
    f.close();
    f.states.clear();
    f.open();
    QCOMPARE(f.states.back().eventCount, quint64(700));
}

void TestJournalRetention::removesByAgeWhenTheClockJumped()
{
    JournalFixture f;
    f.open();
    const qint64 now = f.clock.nowUs();
    f.storeMany("ahead", 1500, now + 9000 * kHour, 1000); // the clock was a year ahead
    f.storeMany("old", 1500, now - 10 * kHour, 1000);
    f.storeMany("new", 100, now - kHour, 1000);
    f.storeMany("late", 10, now - 20 * kHour, 1000); // and once far behind
    f.journal->setRetention(5 * kHour, 0);
    QTRY_COMPARE(f.reader()->statistics()->events, quint64(1600));
    for (const StoredEvent &event : f.all())
        QVERIFY(event.receivedUs >= now - 5 * kHour);
    QCOMPARE(f.reader()->check().value(), QStringList());
    EventQuery query;
    query.sinceUs = now - 2 * kHour;
    query.untilUs = now;
    query.limit = 1000;
    QCOMPARE((*f.reader()->events(query))->size(), std::size_t(100));
}

void TestJournalRetention::removesBySize()
{
    JournalFixture f;
    f.open();
    f.storeMany("x", 3000, f.clock.nowUs(), 1, QByteArray(3000, 'x'));
    constexpr qint64 kLimit = 4 * 1024 * 1024;
    auto look = Database::open(f.settings.path, Database::Mode::ReadOnly);
    QVERIFY(look && look->usedBytes().value() > 2 * kLimit);
    f.journal->setRetention(0, kLimit);
    QTRY_VERIFY(look->usedBytes().value() <= kLimit);
    QVERIFY2(f.reader()->statistics()->events > 700, "no more leaves than has to");
    QCOMPARE(f.all().back().seq, quint64(3000));
    // The room that they left is used again.
    const qint64 pages = look->integer("PRAGMA page_count").value();
    f.storeMany("y", 500, f.clock.nowUs(), 1, QByteArray(3000, 'x'));
    QCOMPARE(look->integer("PRAGMA page_count").value(), pages);
}

void TestJournalRetention::answersWhileItRemoves()
{
    JournalFixture f;
    f.open();
    f.storeMany("old", 5000, f.clock.nowUs() - 10 * kHour, 1, QByteArray(1000, 'x'));
    f.journal->setRetention(5 * kHour, 0);
    int stored = 0;
    while (f.reader()->statistics()->firstSeq <= 5000 && stored < 5000)
        QCOMPARE(f.store("new" + QByteArray::number(stored++)).outcome, Receipt::Outcome::Stored);
    QVERIFY2(stored > 5, "removal goes in steps, and deliveries are answered between them");
    QTRY_COMPARE(f.reader()->statistics()->firstSeq, quint64(5001));
    QCOMPARE(f.reader()->check().value(), QStringList());
}

void TestJournalRetention::keepsEverythingWithoutBounds()
{
    JournalFixture f;
    f.open();
    f.storeMany("x", 10, 0, 1); // 1970
    f.journal->setRetention(0, 0);
    const auto fewer = [&f] { return f.all().size() < 10; };
    QVERIFY(!QTest::qWaitFor(fewer, 200));
}

QTEST_GUILESS_MAIN(TestJournalRetention)
#include "tst_journalretention.moc"
