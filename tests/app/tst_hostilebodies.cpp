// Bodies that break readers: too deep, not UTF-8, ambiguous, or with numbers that no double holds. Through a real
// `serve` and back by `events --body`, `path` and the fold of a board: exact to the byte, or refused in words.
#include "core/storedboard.h"
#include "core/types/clock.h"
#include "tests/app/ctl.h"
#include "tests/support/httpclient.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kSecret = "s3cret";

QByteArray nested(const QByteArray &open, const QByteArray &core, const QByteArray &close, int levels)
{
    return open.repeated(levels) + core + close.repeated(levels);
}

// A provider that looks for id, type and time in the payload.
QByteArray stripePost(const QByteArray &body)
{
    const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch());
    const QByteArray mac = QMessageAuthenticationCode::hash(now + '.' + body, kSecret, QCryptographicHash::Sha256);
    return post("/hooks/pay", body, {{"Stripe-Signature", "t=" + now + ",v1=" + mac.toHex()}});
}

} // namespace

class TestHostileBodies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void keptExactlyAndReadCarefully_data();
    void keptExactlyAndReadCarefully();
    void whatIsNoJsonIsRefused_data();
    void whatIsNoJsonIsRefused();
    void aBoardOverAllOfThem();

private:
    CtlProfile m_profile;
    Serving m_serving;
    int m_stored = 0;
    int m_nextId = 0;
};

void TestHostileBodies::initTestCase()
{
    QVERIFY(m_profile.prepare());
    const QString secret = m_profile.file(u"pay.secret"_s, kSecret);
    QCOMPARE(
        m_profile.run({u"source"_s, u"add"_s, u"pay"_s, u"--provider"_s, u"stripe"_s, u"--secret-file"_s, secret}).code,
        0);
    QVERIFY(m_serving.start(m_profile.directory()));
}

void TestHostileBodies::cleanup()
{
    QVERIFY(m_serving.isRunning());
    QCOMPARE(exchange(m_serving.port(), "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
}

void TestHostileBodies::keptExactlyAndReadCarefully_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("nodes"); // empty = `path` must refuse
    QTest::addColumn<QByteArray>("why");   // a part of what it says then
    const auto readable = [](const char *name, const QByteArray &body, const QString &query, const QByteArray &nodes) {
        QTest::newRow(name) << body << query << nodes << QByteArray();
    };
    const auto unreadable = [](const char *name, const QByteArray &body, const QByteArray &why) {
        QTest::newRow(name) << body << u"$.a"_s << QByteArray() << why;
    };
    unreadable("arrays 10,000 levels deep", nested("[", "1", "]", 10'000), "nested deeper");
    unreadable("objects 10,000 levels deep", nested("{\"a\":", "1", "}", 10'000), "nested deeper");
    unreadable("arrays half a million levels deep", nested("[", "1", "]", 500'000), "nested deeper");
    readable("1,000 levels deep", nested("[", "7", "]", 1'000), u"$[0][0]"_s, nested("[", "7", "]", 999));
    unreadable("text that is not UTF-8", "{\"a\":\"\xff\xfe\"}", "not JSON");
    unreadable("an overlong slash", "{\"a\":\"\xc0\xaf\"}", "not JSON");
    readable("the same name twice", "{\"a\":1,\"a\":2,\"b\":3}", u"$.b"_s, "[3]");
    readable("a NUL in a text", "{\"a\":\"x\\u0000y\"}", u"$.a"_s, "[\"x\\u0000y\"]");
    readable("the first integer that no double holds", "{\"n\":9007199254740993}", u"$.n"_s, "[9007199254740993]");
    readable("the ends of 64 bits", "[-9223372036854775808,9223372036854775807,18446744073709551615]", u"$[*]"_s,
             "[-9223372036854775808,9223372036854775807,18446744073709551615]");
    readable("integers beyond 64 bits", "[123456789012345678901234567890]", u"$[*]"_s,
             "[123456789012345678901234567890]");
    readable("a text of a megabyte", "{\"b\":1,\"a\":\"" + QByteArray(1024 * 1024, 'x') + "\"}", u"$.b"_s, "[1]");
    readable("markup in a text", "{\"a\":\"<b>&amp;\\u202e</b>\"}", u"$.a"_s, "[\"<b>&amp;\xe2\x80\xae</b>\"]");
}

void TestHostileBodies::keptExactlyAndReadCarefully()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, query);
    QFETCH(const QByteArray, nodes);
    QFETCH(const QByteArray, why);
    const QByteArray id = "b-" + QByteArray::number(m_nextId++);
    QCOMPARE(exchange(m_serving.port(), githubPost("repo", body, kSecret, id)).status, 200);
    QCOMPARE(exchange(m_serving.port(), stripePost(body)).status, 200);
    m_stored += 2;
    const Ran listed = m_profile.run({u"events"_s, u"--json"_s, u"--body"_s});
    const QList<QJsonObject> events = listed.objects();
    QCOMPARE(events.size(), m_stored);
    for (const QJsonObject &event : events.sliced(events.size() - 2)) {
        QVERIFY(QByteArray::fromBase64(event.value("body"_L1).toString().toLatin1()) == body);
        QCOMPARE(event.value("bytes"_L1).toInteger(), qint64(body.size()));
    }
    const Ran ran = m_profile.run({u"path"_s, query}, body);
    if (nodes.isEmpty()) {
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains(why) && ran.err.count('\n') == 1, ran.err.constData());
    } else {
        QVERIFY2(ran.code == 0, ran.err.constData());
        QVERIFY2(ran.out == nodes + '\n', ran.out.left(200).constData());
    }
}

void TestHostileBodies::whatIsNoJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("half a document") << QByteArray("{\"a\":");
    QTest::newRow("two documents") << QByteArray("{} {}");
    QTest::newRow("a million brackets that only open") << QByteArray(1'000'000, '[');
    QTest::newRow("a number with a leading zero") << QByteArray("{\"a\":01}");
    QTest::newRow("not a number") << QByteArray("{\"a\":NaN}");
    QTest::newRow("a bare control byte") << QByteArray("{\"a\":\"\x01\"}");
}

// By the provider that reads the payload; the status says which fault it was, and nothing of it is stored.
void TestHostileBodies::whatIsNoJsonIsRefused()
{
    QFETCH(const QByteArray, body);
    const HttpAnswer answer = exchange(m_serving.port(), stripePost(body));
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("\"malformed\""), answer.body.constData());
    QCOMPARE(m_profile.run({u"events"_s, u"--json"_s}).objects().size(), m_stored);
}

// Exact where it can be read, counted by reason where not.
void TestHostileBodies::aBoardOverAllOfThem()
{
    TileSpec largest;
    largest.id = u"largest"_s;
    largest.bindings = {Binding{}};
    largest.bindings.first().source = u"repo"_s;
    largest.bindings.first().value = u"$.n"_s;
    largest.bindings.first().aggregation = Aggregation::Max;
    TileSpec feed = largest;
    feed.id = u"feed"_s;
    feed.kind = TileKind::Feed;
    feed.bindings.first().aggregation = Aggregation::Count;
    feed.bindings.first().value.clear();
    feed.columns = {{u"A"_s, u"$.a"_s, {}}};
    const qint64 now = SystemClock().nowUs();
    const auto folded = foldStoredBoard(m_profile.directory() + "/journal.sqlite"_L1,
                                        BoardSpec{u"h"_s, u"H"_s, {largest, feed}, {}}, now, std::nullopt);
    QVERIFY(folded.ok());
    const TileSnapshot &max = folded->tiles.at(0);
    QVERIFY(max.value && max.value->value() == Scalar::Value(qint64(9007199254740993)));
    QCOMPARE(max.matched, 1U);
    quint64 skipped = 0;
    for (const quint64 count : max.skipped)
        skipped += count;
    QCOMPARE(skipped, static_cast<quint64>(m_stored / 2 - 1));
    QCOMPARE(folded->tiles.at(1).rows.size(), m_stored / 2);
    QVERIFY(m_profile.run({u"check"_s}).out.startsWith("clean: " + QByteArray::number(m_stored) + " events"));
}

QTEST_GUILESS_MAIN(TestHostileBodies)
#include "tst_hostilebodies.moc"
