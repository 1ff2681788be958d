// Deliveries without an id: equal bodies are repetitions within a window and events of their own after it, across
// restarts and with clocks that jump.
#include "tests/support/journalfixture.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray digestOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}

// A delivery without an id that arrives now.
VerifiedDelivery nameless(const JournalFixture &f, const QByteArray &body, const QString &source = u"door"_s)
{
    RawDelivery raw = TestDeliveries::raw("n", body, source);
    raw.receivedUs = f.clock.nowUs();
    raw.receivedNs = f.clock.steadyNs();
    Verdict verdict = TestDeliveries::verdict(digestOf(body));
    verdict.idIsDigest = true;
    return TestDeliveries::make(std::move(raw), std::move(verdict));
}

bool isStored(const Receipt &receipt)
{
    return receipt.outcome == Receipt::Outcome::Stored;
}

bool isDuplicate(const Receipt &receipt)
{
    return receipt.outcome == Receipt::Outcome::Duplicate;
}

} // namespace

class TestBodyWindow : public QObject
{
    Q_OBJECT

private slots:
    void equalBodiesCountOnceInTheWindowAndAgainAfterIt();
    void theWindowBeginsWithTheFirstAndIsNotExtended();
    void oneBurstHoldsBoth();
    void sourcesAndBodiesAreApart();
    void realIdsAreForEver();
    void aRestartChangesNothing();
    void aKilledWriterForgetsNothingThatItPromised();
    void theClockMayStepBack_data();
    void theClockMayStepBack();
    void aComputerThatSleptSawTimePass();
    void aWindowOfNothingTakesAll();
    void filesOfEarlierVersionsCount();
    void anIdThatLooksLikeADigestIsNone();
};

void TestBodyWindow::equalBodiesCountOnceInTheWindowAndAgainAfterIt()
{
    JournalFixture f;
    f.open();
    const QByteArray body = R"({"door":"open"})";
    const Receipt first = f.store(nameless(f, body));
    QVERIFY(isStored(first));
    QVERIFY(first.deliveryId.startsWith(digestOf(body) + '@'));
    f.clock.live(9 * kMinuteUs);
    const Receipt again = f.store(nameless(f, body));
    QVERIFY(isDuplicate(again));
    QCOMPARE(again.seq, first.seq);
    QCOMPARE(again.deliveryId, first.deliveryId);
    f.clock.live(2 * kMinuteUs);
    const Receipt later = f.store(nameless(f, body));
    QVERIFY(isStored(later));
    QVERIFY(later.deliveryId > first.deliveryId);
    QVERIFY(isDuplicate(f.store(nameless(f, body))));
    QCOMPARE(f.store(nameless(f, body)).seq, later.seq);
    const std::vector<StoredEvent> events = f.all();
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events.front().deliveryId, first.deliveryId);
    QCOMPARE(f.reports.back()->receipts.back().receipt.deliveryId, later.deliveryId);
    QCOMPARE(f.reader()->check().value(), QStringList());
}

void TestBodyWindow::theWindowBeginsWithTheFirstAndIsNotExtended()
{
    JournalFixture f;
    f.open();
    int stored = 0;
    for (int minute = 0; minute < 60; ++minute) { // a sensor that says the same every minute
        stored += isStored(f.store(nameless(f, "same"))) ? 1 : 0;
        f.clock.live(kMinuteUs);
    }
    QCOMPARE(stored, 6);
}

void TestBodyWindow::oneBurstHoldsBoth()
{
    JournalFixture f;
    f.open();
    auto batch = std::make_shared<std::vector<AppendRequest>>();
    for (quint64 ticket = 1; ticket <= 3; ++ticket)
        batch->push_back({ticket, nameless(f, "same")});
    f.journal->append(batch);
    QTRY_COMPARE(f.receiptCount(), std::size_t(3));
    const auto &receipts = f.reports.back()->receipts;
    QVERIFY(isStored(receipts[0].receipt));
    QVERIFY(isDuplicate(receipts[1].receipt) && isDuplicate(receipts[2].receipt));
    QCOMPARE(f.reports.back()->events->size(), std::size_t(1));
    QCOMPARE(f.reports.back()->events->front().deliveryId, receipts[2].receipt.deliveryId);
}

void TestBodyWindow::sourcesAndBodiesAreApart()
{
    JournalFixture f;
    f.open();
    QVERIFY(isStored(f.store(nameless(f, "a", u"door"_s))));
    QVERIFY(isStored(f.store(nameless(f, "a", u"window"_s))));
    QVERIFY(isStored(f.store(nameless(f, "b", u"door"_s))));
    QVERIFY(isDuplicate(f.store(nameless(f, "a", u"window"_s))));
}

void TestBodyWindow::realIdsAreForEver()
{
    JournalFixture f;
    f.open();
    const Receipt first = f.store("order-1");
    QCOMPARE(first.deliveryId, "order-1"_ba);
    f.clock.live(400 * 24 * 60 * kMinuteUs);
    QVERIFY(isDuplicate(f.store("order-1")));
}

void TestBodyWindow::aRestartChangesNothing()
{
    JournalFixture f;
    f.open();
    const Receipt first = f.store(nameless(f, "same"));
    f.close();
    f.clock.live(5 * kMinuteUs);
    f.open();
    QCOMPARE(f.store(nameless(f, "same")).seq, first.seq);
    f.close();
    f.clock.live(5 * kMinuteUs);
    f.open();
    QVERIFY(isStored(f.store(nameless(f, "same"))));
}

// A copy of the files between two commits is what a kill leaves behind.
void TestBodyWindow::aKilledWriterForgetsNothingThatItPromised()
{
    JournalFixture f;
    f.open();
    QVERIFY(isStored(f.store(nameless(f, "old"))));
    f.clock.live(11 * kMinuteUs);
    const Receipt promised = f.store(nameless(f, "old"));
    QVERIFY(isStored(promised));
    JournalFixture after;
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QVERIFY(QFile::copy(f.settings.path + suffix, after.settings.path + suffix));
    after.clock.live(11 * kMinuteUs + kSecondUs);
    after.open();
    const Receipt again = after.store(nameless(after, "old"));
    QVERIFY(isDuplicate(again));
    QCOMPARE(again.deliveryId, promised.deliveryId);
}

void TestBodyWindow::theClockMayStepBack_data()
{
    QTest::addColumn<bool>("whileDown");
    QTest::newRow("while running") << false;
    QTest::newRow("while the program was down") << true;
}

void TestBodyWindow::theClockMayStepBack()
{
    QFETCH(const bool, whileDown);
    JournalFixture f;
    f.open();
    QVERIFY(isStored(f.store(nameless(f, "same"))));
    if (whileDown)
        f.close();
    f.clock.stepWall(-60 * kMinuteUs);
    if (whileDown)
        f.open();
    f.clock.live(kMinuteUs);
    QVERIFY(isDuplicate(f.store(nameless(f, "same")))); // its retry, an hour "before"
    f.clock.live(10 * kMinuteUs);
    QVERIFY(isStored(f.store(nameless(f, "same")))); // the next event, though the clock has not caught up
    f.clock.live(kMinuteUs);
    QVERIFY(isDuplicate(f.store(nameless(f, "same"))));
}

void TestBodyWindow::aComputerThatSleptSawTimePass()
{
    JournalFixture f;
    f.open();
    QVERIFY(isStored(f.store(nameless(f, "same"))));
    f.clock.stepWall(8 * 60 * kMinuteUs); // the steady clock stands still in sleep
    QVERIFY(isStored(f.store(nameless(f, "same"))));
    QVERIFY(isDuplicate(f.store(nameless(f, "same"))));
}

void TestBodyWindow::aWindowOfNothingTakesAll()
{
    JournalFixture f;
    f.settings.bodyWindowUs = 0;
    f.open();
    for (int i = 0; i < 5; ++i)
        QVERIFY(isStored(f.store(nameless(f, "same"))));
    QCOMPARE(f.all().size(), std::size_t(5));
}

// They stored such a delivery under the digest alone.
void TestBodyWindow::filesOfEarlierVersionsCount()
{
    JournalFixture f;
    f.open();
    VerifiedDelivery old = nameless(f, "same");
    Verdict verdict = old.verdict();
    verdict.idIsDigest = false;
    const Receipt first = f.store(TestDeliveries::make(old.raw(), verdict));
    QCOMPARE(first.deliveryId, digestOf("same"));
    f.clock.live(9 * kMinuteUs);
    QCOMPARE(f.store(nameless(f, "same")).seq, first.seq);
    f.clock.live(2 * kMinuteUs);
    QVERIFY(isStored(f.store(nameless(f, "same"))));
    QVERIFY(isDuplicate(f.store(nameless(f, "same"))));
}

void TestBodyWindow::anIdThatLooksLikeADigestIsNone()
{
    JournalFixture f;
    f.open();
    for (const QByteArray mark : {"", "@id", "@body"})
        f.store(digestOf("same") + mark, "another body");
    QVERIFY(isStored(f.store(nameless(f, "same"))));
    QVERIFY(isDuplicate(f.store(nameless(f, "same"))));
    QCOMPARE(f.all().size(), std::size_t(4));
}

QTEST_GUILESS_MAIN(TestBodyWindow)
#include "tst_bodywindow.moc"
