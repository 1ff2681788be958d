// The measurements of `bench` run to their end and mean what they say. How fast is not judged here.
#include "tests/app/ctl.h"

#include <QtTest/QTest>

using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

class TestBench : public QObject
{
    Q_OBJECT

private slots:
    void ingestStoresEverythingItSends();
    void aSearchFindsItsOneEvent();
    void ratiosAreOverTheCeiling_data();
    void ratiosAreOverTheCeiling();
};

void TestBench::ingestStoresEverythingItSends()
{
    const Ran ran = CtlProfile::runBare({u"bench"_s, u"ingest"_s, u"--seconds"_s, u"1"_s, u"--connections"_s, u"8"_s});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject result = ran.objects().value(0);
    QCOMPARE(result.value("statuses"_L1).toObject().keys(), QStringList{u"200"_s});
    QCOMPARE(result.value("unanswered"_L1).toInt(-1), 0);
    const double rate = result.value("requestsPerSecond"_L1).toDouble();
    const double echo = result.value("echoRequestsPerSecond"_L1).toDouble();
    QVERIFY2(rate > 0 && echo > rate, ran.out.constData()); // verifying and storing cannot be faster than neither
    QCOMPARE(result.value("ratio"_L1).toDouble(), rate / echo);
    QVERIFY(result.value("p99Ms"_L1).toDouble() >= result.value("p50Ms"_L1).toDouble());
}

void TestBench::aSearchFindsItsOneEvent()
{
    const Ran ran = CtlProfile::runBare({u"bench"_s, u"search"_s, u"--events"_s, u"10000"_s});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject result = ran.objects().value(0);
    QCOMPARE(result.value("found"_L1).toInt(), 1);
    QVERIFY2(result.value("reads"_L1).toInt() >= 3, ran.out.constData()); // no statement over all of it
    QVERIFY2(result.value("firstMatchMs"_L1).toDouble() <= result.value("searchMs"_L1).toDouble(), ran.out.constData());
    QCOMPARE(result.value("ratio"_L1).toDouble(),
             result.value("readAndFindMs"_L1).toDouble() / result.value("searchMs"_L1).toDouble());
}

void TestBench::ratiosAreOverTheCeiling_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("ceiling");
    QTest::newRow("a fold beside reading and parsing") << u"fold"_s << u"foldPerSecond"_s << u"readAndParsePerSecond"_s;
    QTest::newRow("a board beside an empty profile") << u"start"_s << u"boardMs"_s << u"emptyProfileMs"_s;
}

void TestBench::ratiosAreOverTheCeiling()
{
    QFETCH(const QString, what);
    QFETCH(const QString, figure);
    QFETCH(const QString, ceiling);
    const Ran ran = CtlProfile::runBare({u"bench"_s, what, u"--events"_s, u"2000"_s});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject result = ran.objects().value(0);
    QCOMPARE(result.value("events"_L1).toInt(), 2000);
    QCOMPARE(result.value("tiles"_L1).toInt(), 12);
    QVERIFY2(result.value(figure).toDouble() > 0 && result.value(ceiling).toDouble() > 0, ran.out.constData());
    QCOMPARE(result.value("ratio"_L1).toDouble(), result.value(figure).toDouble() / result.value(ceiling).toDouble());
}

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
