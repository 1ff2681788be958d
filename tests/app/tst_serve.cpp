// `hookboardctl serve` over real sockets, and the commands that work beside it.
#include "tests/app/ctl.h"
#include "tests/support/httpclient.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kSecret = "s3cret";

QJsonObject jsonOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

class TestServe : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneLineSaysWhereItListens();
    void aSignedDeliveryIsStoredAsItCame();
    void theSameDeliveryAgainIsADuplicate();
    void refusals_data();
    void refusals();
    void healthIsTold();
    void aSecondProcessIsRefusedByName();
    void aPortThatIsTakenIsSaidOnce();
    void sendSignsAndCountsWhatCameBack();
    void sendTellsOfRefusals();
    void eventsFilterAndStayInOrder();
    void eventsSteerNoTerminal();
    void quarantineKeepsTheReason();
    void terminationEndsInOrderAndKeepsEverything();

private:
    HttpAnswer deliver(const QByteArray &id, const QByteArray &body, const QByteArray &type = "push")
    {
        return exchange(m_serving->port(), githubPost("repo", body, kSecret, id, type));
    }

    std::unique_ptr<CtlProfile> m_profile;
    std::unique_ptr<Serving> m_serving;
};

void TestServe::init()
{
    m_profile = std::make_unique<CtlProfile>();
    QVERIFY(m_profile->prepare());
    m_serving = std::make_unique<Serving>();
    QVERIFY(m_serving->start(m_profile->directory()));
}

void TestServe::cleanup()
{
    m_serving.reset();
    m_profile.reset();
}

void TestServe::oneLineSaysWhereItListens()
{
    QCOMPARE(m_serving->firstLine(),
             "{\"listening\":\"http://127.0.0.1:" + QByteArray::number(m_serving->port()) + "\"}\n");
    QCOMPARE(deliver("d-1", "{}").status, 200);
    QCOMPARE(m_serving->stop(), 0);
    QCOMPARE(m_serving->process().readAllStandardOutput(), QByteArray());
}

void TestServe::aSignedDeliveryIsStoredAsItCame()
{
    const QByteArray body = "{ \"n\":1.0,\n\t\"s\":\"\xc3\xbc \\u0000\" }\n";
    const HttpAnswer answer = deliver("d-1", body, "issues");
    QCOMPARE(answer.status, 200);
    QCOMPARE(jsonOf(answer).value("status"_L1).toString(), u"stored"_s);
    const QList<QJsonObject> events = m_profile->run({u"events"_s, u"--json"_s, u"--body"_s}).objects();
    QCOMPARE(events.size(), 1);
    const QJsonObject event = events.constFirst();
    QCOMPARE(QByteArray::fromBase64(event.value("body"_L1).toString().toLatin1()), body);
    QCOMPARE(event.value("bytes"_L1).toInt(), int(body.size()));
    QCOMPARE(event.value("seq"_L1).toInt(), 1);
    QCOMPARE(event.value("source"_L1).toString(), u"repo"_s);
    QCOMPARE(event.value("deliveryId"_L1).toString(), u"d-1"_s);
    QCOMPARE(event.value("type"_L1).toString(), u"issues"_s);
    QCOMPARE(event.value("verified"_L1).toBool(), true);
    QCOMPARE(event.value("simulated"_L1).toBool(true), false);
    QVERIFY(event.contains("occurredAt"_L1));
    const QDateTime received = QDateTime::fromString(event.value("receivedAt"_L1).toString(), Qt::ISODateWithMs);
    QVERIFY2(qAbs(received.secsTo(QDateTime::currentDateTimeUtc())) < 60, qPrintable(received.toString()));
}

void TestServe::theSameDeliveryAgainIsADuplicate()
{
    QCOMPARE(deliver("d-1", "{}").status, 200);
    const HttpAnswer again = deliver("d-1", "{}");
    QCOMPARE(again.status, 200);
    QCOMPARE(jsonOf(again).value("status"_L1).toString(), u"duplicate"_s);
    QCOMPARE(m_profile->run({u"events"_s, u"--json"_s}).objects().size(), 1);
}

void TestServe::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray right = githubPost("repo", "{}", kSecret, "d-1");
    QTest::newRow("another secret") << githubPost("repo", "{}", "other", "d-1") << 401 << u"signature-mismatch"_s;
    QTest::newRow("no signature") << post("/hooks/repo", "{}", {}) << 401 << u"signature-missing"_s;
    QTest::newRow("an unknown source") << githubPost("nobody", "{}", kSecret, "d-1") << 404 << u"unknown-source"_s;
    QTest::newRow("an unknown path") << post("/", "{}", {}) << 404 << u"unknown-path"_s;
    QTest::newRow("another method") << QByteArray("GET /hooks/repo HTTP/1.1\r\nHost: x\r\n\r\n") << 405
                                    << u"method-not-allowed"_s;
}

void TestServe::refusals()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const HttpAnswer answer = exchange(m_serving->port(), request);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.head.toLower().contains("application/problem+json"), answer.head.constData());
    QCOMPARE(jsonOf(answer).value("code"_L1).toString(), code);
    QCOMPARE(jsonOf(answer).value("status"_L1).toInt(), status);
    QVERIFY(m_profile->run({u"events"_s, u"--json"_s}).out.isEmpty());
}

void TestServe::healthIsTold()
{
    const HttpAnswer answer = exchange(m_serving->port(), "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(jsonOf(answer).value("status"_L1).toString(), u"ok"_s);
}

void TestServe::aSecondProcessIsRefusedByName()
{
    const QByteArray pid = QByteArray::number(m_serving->process().processId());
    for (const QStringList &change : {QStringList{u"serve"_s, u"--port"_s, u"0"_s},
                                      QStringList{u"source"_s, u"add"_s, u"x"_s, u"--provider"_s, u"none"_s},
                                      QStringList{u"source"_s, u"remove"_s, u"repo"_s}}) {
        const Ran ran = m_profile->run(change);
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains("hookboardctl") && ran.err.contains(pid), ran.err.constData());
    }
    QCOMPARE(m_profile->run({u"source"_s, u"list"_s, u"--json"_s}).objects().size(), 1); // reading works beside it
}

void TestServe::aPortThatIsTakenIsSaidOnce()
{
    const CtlProfile other;
    QVERIFY(other.prepare());
    const Ran ran = other.run({u"serve"_s, u"--port"_s, QString::number(m_serving->port())});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(ran.err.count('\n'), 1);
    QVERIFY2(ran.err.contains(QByteArray::number(m_serving->port())), ran.err.constData());
}

void TestServe::sendSignsAndCountsWhatCameBack()
{
    const Ran ran = m_profile->run({u"send"_s, u"--source"_s, u"repo"_s, u"--type"_s, u"push"_s, u"--count"_s, u"500"_s,
                                    u"--rate"_s, u"2000"_s, u"--connections"_s, u"8"_s, u"--url"_s, m_serving->url()});
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject summary = ran.objects().value(0);
    QCOMPARE(summary.value("sent"_L1).toInt(), 500);
    QCOMPARE(summary.value("unanswered"_L1).toInt(-1), 0);
    QCOMPARE(summary.value("statuses"_L1).toObject().value("200"_L1).toInt(), 500);
    const QJsonObject latency = summary.value("latencyMs"_L1).toObject();
    QVERIFY(latency.value("p50"_L1).toDouble() > 0);
    QVERIFY(latency.value("max"_L1).toDouble() >= latency.value("p99"_L1).toDouble());
    QCOMPARE(m_profile->run({u"events"_s, u"--type"_s, u"push"_s, u"--json"_s}).objects().size(), 500);
    QVERIFY(m_profile->run({u"check"_s}).out.startsWith("clean: 500 events"));
}

void TestServe::sendTellsOfRefusals()
{
    const Ran ran = m_profile->run({u"send"_s, u"--source"_s, u"repo"_s, u"--type"_s, u"push"_s, u"--count"_s, u"3"_s,
                                    u"--url"_s, m_serving->url() + u"/hooks/nobody"_s});
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.objects().value(0).value("statuses"_L1).toObject().value("404"_L1).toInt(), 3);
    QVERIFY2(ran.err.startsWith("hookboardctl: 3 of 3 "), ran.err.constData());
}

void TestServe::eventsFilterAndStayInOrder()
{
    for (int i = 0; i < 6; ++i)
        QCOMPARE(deliver("d-" + QByteArray::number(i), "{}", i % 2 == 0 ? "push" : "pull_request").status, 200);
    const auto seqs = [this](const QStringList &filter) {
        QList<int> all;
        for (const QJsonObject &event : m_profile->run(QStringList{u"events"_s, u"--json"_s} + filter).objects())
            all.append(event.value("seq"_L1).toInt());
        return all;
    };
    QCOMPARE(seqs({}), (QList<int>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(seqs({u"--type"_s, u"push"_s}), (QList<int>{1, 3, 5}));
    QCOMPARE(seqs({u"--type"_s, u"pull*"_s, u"--limit"_s, u"2"_s}), (QList<int>{2, 4}));
    QCOMPARE(seqs({u"--source"_s, u"other"_s}), QList<int>());
    QCOMPARE(seqs({u"--since"_s, u"2001-01-01T00:00:00Z"_s}).size(), 6);
    QCOMPARE(seqs({u"--until"_s, u"2001-01-01T00:00:00Z"_s}), QList<int>());
}

void TestServe::eventsSteerNoTerminal()
{
    const QString type = u"push\u0085\u009b2J\u061c\u200f\u2028\u202e\u2066\u00fc"_s;
    QCOMPARE(deliver("d-1", "{}", type.toUtf8()).status, 200);
    const Ran events = m_profile->run({u"events"_s, u"--json"_s});
    QCOMPARE(events.objects().constFirst().value("type"_L1).toString(), type);
    QVERIFY2(events.out.contains(R"(push\u0085\u009b2J\u061c\u200f\u2028\u202e\u2066)"
                                 "\xc3\xbc\""),
             events.out.constData());
}

void TestServe::quarantineKeepsTheReason()
{
    QCOMPARE(exchange(m_serving->port(), githubPost("repo", "{\"x\":1}", "other", "d-9")).status, 401);
    QTRY_COMPARE(m_profile->run({u"events"_s, u"--state"_s, u"quarantined"_s, u"--json"_s}).objects().size(), 1);
    const QJsonObject kept =
        m_profile->run({u"events"_s, u"--state"_s, u"quarantined"_s, u"--json"_s, u"--body"_s}).objects().constFirst();
    QCOMPARE(kept.value("code"_L1).toString(), u"signature-mismatch"_s);
    QVERIFY(!kept.value("detail"_L1).toString().isEmpty());
    QCOMPARE(kept.value("verified"_L1).toBool(true), false);
    QCOMPARE(QByteArray::fromBase64(kept.value("body"_L1).toString().toLatin1()), QByteArray("{\"x\":1}"));
}

void TestServe::terminationEndsInOrderAndKeepsEverything()
{
    QCOMPARE(deliver("d-1", "{}").status, 200);
    QCOMPARE(m_serving->stop(), 0);
    QCOMPARE(m_profile->run({u"events"_s, u"--json"_s}).objects().size(), 1);
    QCOMPARE(m_profile->run({u"check"_s}).code, 0);
    Serving again;
    QVERIFY(again.start(m_profile->directory()));
    QCOMPARE(jsonOf(exchange(again.port(), githubPost("repo", "{}", kSecret, "d-1"))).value("status"_L1).toString(),
             u"duplicate"_s);
    QCOMPARE(again.stop(), 0);
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
