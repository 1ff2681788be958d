#include "core/sourceledger.h"
#include "tests/support/manualclock.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestSourceLedger : public QObject
{
    Q_OBJECT

private slots:
    void ratesCountWholeSecondsAndFadeOut();
    void aWallClockThatJumpsDoesNotChangeRates();
    void strangersDoNotMakeItGrow();
    void historyIsAddedToWhatAlreadyHappened();
    void theLastEventIsTheLastThatArrived();
    void historyWaitsForItsSource();
    void aKnownIdWithAnotherBodyHasAReasonOfItsOwn();
    void percentilesCoverTheNewestAnswers();
};

namespace {

Receipt stored()
{
    Receipt receipt;
    receipt.outcome = Receipt::Outcome::Stored;
    return receipt;
}

} // namespace

void TestSourceLedger::ratesCountWholeSecondsAndFadeOut()
{
    ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setSources({u"shop"_s});
    for (int second = 0; second < 10; ++second) {
        for (int i = 0; i < 7; ++i)
            ledger.countAnswered(u"shop"_s, stored(), 1'000'000);
        clock.advanceUs(1'000'000);
    }
    QCOMPARE(ledger.eventsPerSecond(), 7.0);
    QCOMPARE(ledger.health().first().ratePerSecond, 7.0);
    clock.advanceUs(3'000'000);
    QCOMPARE(ledger.eventsPerSecond(), 0.0);
    clock.advanceUs(100'000'000);
    QCOMPARE(ledger.health().first().ratePerSecond, 0.0);
    QCOMPARE(ledger.health().first().stored, 70U);
}

void TestSourceLedger::aWallClockThatJumpsDoesNotChangeRates()
{
    ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setSources({u"shop"_s});
    ledger.countAnswered(u"shop"_s, stored(), 0);
    clock.jumpUs(-3'600'000'000);
    ledger.countAnswered(u"shop"_s, stored(), 0);
    clock.advanceUs(1'000'000);
    QCOMPARE(ledger.eventsPerSecond(), 1.0); // two in the last two whole seconds
}

void TestSourceLedger::strangersDoNotMakeItGrow()
{
    const ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setSources({u"shop"_s});
    for (int i = 0; i < 1000; ++i)
        ledger.countRefused(u"stranger%1"_s.arg(i), ErrorCode::UnknownSource);
    QCOMPARE(ledger.health().size(), 1);
    QVERIFY(ledger.health().first().rejected.isEmpty());
}

void TestSourceLedger::historyIsAddedToWhatAlreadyHappened()
{
    ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setSources({u"shop"_s});
    ledger.countAnswered(u"shop"_s, stored(), 0);
    ledger.countRejected(u"shop"_s, ErrorCode::SignatureMismatch);
    ledger.setHistory(u"shop"_s, 41, 5, {{u"signature-mismatch"_s, 2}});
    const SourceHealth health = ledger.health().first();
    QCOMPARE(health.stored, 42U);
    QCOMPARE(health.rejected.value(u"signature-mismatch"_s), 3U);
    QCOMPARE(health.lastEventUs, clock.nowUs());
}

// As after the next start, when the journal tells of it; not when its answer left.
void TestSourceLedger::theLastEventIsTheLastThatArrived()
{
    ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setSources({u"shop"_s});
    ledger.countAnswered(u"shop"_s, stored(), 3'000'000'000);
    QCOMPARE(ledger.health().first().lastEventUs, clock.nowUs() - 3'000'000);
}

void TestSourceLedger::historyWaitsForItsSource()
{
    const ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setHistory(u"shop"_s, 41, 5, {{u"signature-mismatch"_s, 2}});
    ledger.setSources({u"shop"_s});
    ledger.countAnswered(u"shop"_s, stored(), 0);
    ledger.setSources({u"shop"_s, u"other"_s});
    QCOMPARE(ledger.health().last().stored, 42U);
    QCOMPARE(ledger.health().last().rejected.value(u"signature-mismatch"_s), 2U);
    QCOMPARE(ledger.health().first().stored, 0U);
}

void TestSourceLedger::aKnownIdWithAnotherBodyHasAReasonOfItsOwn()
{
    const ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setSources({u"shop"_s});
    Receipt receipt;
    receipt.outcome = Receipt::Outcome::Duplicate;
    ledger.countAnswered(u"shop"_s, receipt, 0);
    receipt.bodyDiffers = true;
    ledger.countAnswered(u"shop"_s, receipt, 0);
    const SourceHealth health = ledger.health().first();
    QCOMPARE(health.duplicates, 1U);
    QCOMPARE(health.rejected, (QMap<QString, quint64>{{u"duplicate-body-differs"_s, 1}}));
}

void TestSourceLedger::percentilesCoverTheNewestAnswers()
{
    const ManualClock clock;
    SourceLedger ledger(clock);
    ledger.setSources({u"shop"_s});
    for (int i = 0; i < 5000; ++i) // the first 4,000 are slow and forgotten
        ledger.countAnswered(u"shop"_s, stored(), i < 4000 ? 900'000'000 : (i % 100 + 1) * 1'000'000);
    const SourceHealth health = ledger.health().first();
    QVERIFY2(health.ackP50Ms >= 49 && health.ackP50Ms <= 51, qPrintable(QString::number(health.ackP50Ms)));
    QVERIFY2(health.ackP99Ms >= 98 && health.ackP99Ms <= 100, qPrintable(QString::number(health.ackP99Ms)));
}

QTEST_GUILESS_MAIN(TestSourceLedger)
#include "tst_sourceledger.moc"
