#include "core/verify/vectors.h"
#include "tests/support/verifybench.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestVectors : public QObject
{
    Q_OBJECT

private slots:
    void everyVectorWithATemplateGetsItsVerdict();
    void aWrongExpectationIsReportedInALine();
    void filesOfAnotherShapeAreRefused_data();
    void filesOfAnotherShapeAreRefused();
};

void TestVectors::everyVectorWithATemplateGetsItsVerdict()
{
    QFile file(QStringLiteral(HOOKBOARD_TEST_DATA "/signature-vectors.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<VectorReport> report = runVectors(file.readAll(), test::builtIn());
    QVERIFY(report.ok());
    QVERIFY2(report->wrong.isEmpty(), qPrintable(report->wrong.join(u"; "_s)));
    QCOMPARE(report->passed, 92);
    QCOMPARE(report->failed, 0);
    QCOMPARE(report->skipped, 15);
    QCOMPARE(report->lines(), QStringList({u"15 need code that is not built yet"_s, u"92 passed, 0 failed"_s}));
}

void TestVectors::aWrongExpectationIsReportedInALine()
{
    const QByteArray vectors = R"({"format":1,"vectors":[
        {"id":"a","template":"github","note":"unsigned","now":1,"method":"POST","url":"","secrets":["s"],
         "headers":{},"body":"","valid":true},
        {"id":"b","template":"nobody","note":"unknown","now":1,"secrets":[],"headers":{},"body":"","valid":false,
         "reason":"signature-mismatch"}]})";
    const Result<VectorReport> report = runVectors(vectors, test::builtIn());
    QVERIFY(report.ok());
    QCOMPARE(report->lines(), QStringList({u"a: expected valid, got missing-signature (unsigned)"_s,
                                           u"b: expected signature-mismatch, got no template nobody (unknown)"_s,
                                           u"0 passed, 2 failed"_s}));
}

void TestVectors::filesOfAnotherShapeAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::newRow("not JSON") << "{"_ba << u"malformed"_s;
    QTest::newRow("no format") << R"({"vectors":[]})"_ba << u"malformed"_s;
    QTest::newRow("no vectors") << R"({"format":1})"_ba << u"malformed"_s;
    QTest::newRow("a newer format") << R"({"format":2,"vectors":[]})"_ba << u"newer-format"_s;
}

void TestVectors::filesOfAnotherShapeAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    const Result<VectorReport> report = runVectors(json, test::builtIn());
    QVERIFY(!report.ok());
    QCOMPARE(QString(codeText(report.error().code)), code);
}

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"
