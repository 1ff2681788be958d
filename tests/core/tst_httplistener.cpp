// The HTTP door over real sockets: routes, statuses, bodies, and what a delivery holds.
#include "core/ingest/httplistener.h"
#include "tests/support/recordingacceptor.h"
#include "tests/support/wireclient.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <zlib.h>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray gzip(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(out.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

QJsonObject json(const WireAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

class TestHttpListener : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aDeliveryHoldsWhatWasSent();
    void aStoredDeliveryIsAnsweredWithItsNumber();
    void aDuplicateSaysSo();
    void idsThatAreNotPlainTextAreQuoted();
    void refusals_data();
    void refusals();
    void routes_data();
    void routes();
    void health();
    void headHasNoBody();
    void encodedBodies_data();
    void encodedBodies();
    void lateAnswersReachTheirClient();
    void stoppingAnswersWhatWaitsAndRefusesTheRest();
    void aTakenPortIsAnError();
    void anAddressThatIsNoneIsAnError();

private:
    IngestSettings m_settings;
    SystemClock m_clock;
    std::unique_ptr<RecordingAcceptor> m_acceptor;
    std::unique_ptr<HttpListener> m_listener;
    quint16 m_port = 0;
};

void TestHttpListener::init()
{
    m_settings = {};
    m_settings.port = 0;
    m_settings.maxInflated = 100'000;
    m_acceptor = std::make_unique<RecordingAcceptor>();
    m_listener = std::make_unique<HttpListener>(m_settings, *m_acceptor, m_clock);
    const Result<quint16> port = m_listener->listen();
    QVERIFY(port.ok());
    m_port = *port;
}

void TestHttpListener::cleanup()
{
    m_listener.reset();
    m_acceptor.reset();
}

void TestHttpListener::aDeliveryHoldsWhatWasSent()
{
    const qint64 before = m_clock.nowUs();
    WireClient client(m_port);
    const QByteArray body = "{\"a\":\xc3\xa4\0\r\n\r\n}"_ba;
    QCOMPARE(body.size(), 13);
    const WireAnswer answer =
        client.ask("POST /hooks/shop?x=%20y&z HTTP/1.1\r\nHost: example.org\r\nX-B:  two words \r\n"
                   "x-a: 1\r\nX-B: \r\nContent-Length: 13\r\n\r\n" +
                   body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(m_acceptor->deliveries.size(), 1);
    const RawDelivery &delivery = m_acceptor->deliveries.first();
    QCOMPARE(delivery.source, u"shop"_s);
    QCOMPARE(delivery.method, "POST"_ba);
    QCOMPARE(delivery.target, "/hooks/shop?x=%20y&z"_ba);
    QCOMPARE(delivery.body, body);
    QCOMPARE(delivery.payload, body);
    QCOMPARE(delivery.encoding, BodyEncoding::Identity);
    QCOMPARE(delivery.peer, "127.0.0.1"_ba);
    QVERIFY(delivery.receivedUs >= before && delivery.receivedUs <= m_clock.nowUs());
    QVERIFY(delivery.receivedNs > 0);
    const QList<Header> expected{{"Host"_ba, "example.org"_ba},
                                 {"X-B"_ba, "two words"_ba},
                                 {"x-a"_ba, "1"_ba},
                                 {"X-B"_ba, ""_ba},
                                 {"Content-Length"_ba, "13"_ba}};
    QCOMPARE(delivery.headers.fields(), expected);
}

void TestHttpListener::aStoredDeliveryIsAnsweredWithItsNumber()
{
    WireClient client(m_port);
    for (int i = 1; i <= 3; ++i) {
        const WireAnswer answer = client.ask(post("/hooks/shop", "{}"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), "application/json"_ba);
        QCOMPARE(answer.body,
                 "{\"status\":\"stored\",\"id\":\"id-%\",\"seq\":%}"_ba.replace('%', QByteArray::number(i)));
        QVERIFY(answer.header("Connection").isEmpty());
    }
    QVERIFY(!client.isClosed());
}

void TestHttpListener::aDuplicateSaysSo()
{
    m_acceptor->duplicate = true;
    const WireAnswer answer = WireClient(m_port).ask(post("/hooks/shop", "{}"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(json(answer).value("status"_L1), u"duplicate"_s);
    QCOMPARE(json(answer).value("seq"_L1), 1);
}

void TestHttpListener::idsThatAreNotPlainTextAreQuoted()
{
    m_acceptor->refusal = Error{ErrorCode::SignatureMismatch, u"\"quoted\" \\ \u0001 \u00e4 line\nbreak"_s};
    const WireAnswer answer = WireClient(m_port).ask(post("/hooks/shop", "{}"));
    QCOMPARE(json(answer).value("detail"_L1), m_acceptor->refusal->message);
}

void TestHttpListener::refusals_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("retryAfter");
    QTest::addColumn<QString>("detail");
    const QString because = u"Because."_s;
    QTest::newRow("a wrong signature is 401") << ErrorCode::SignatureMismatch << 401 << false << because;
    QTest::newRow("JSON that is none is 400") << ErrorCode::Malformed << 400 << false << because;
    QTest::newRow("a source over its rate is 429 and told when") << ErrorCode::RateLimited << 429 << true << because;
    QTest::newRow("a full queue is 503 and told when") << ErrorCode::QueueFull << 503 << true << because;
    QTest::newRow("a full disk is 503 and told when, without the paths of this computer")
        << ErrorCode::DiskFull << 503 << true << u"Disk full. Nothing was stored; send again."_s;
}

void TestHttpListener::refusals()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const int, status);
    QFETCH(const bool, retryAfter);
    QFETCH(const QString, detail);
    m_acceptor->refusal = Error{code, u"Because."_s};
    WireClient client(m_port);
    const WireAnswer answer = client.ask(post("/hooks/shop", "{}"));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Type"), "application/problem+json"_ba);
    QCOMPARE(answer.header("Retry-After").toInt() > 0, retryAfter);
    QCOMPARE(json(answer).value("status"_L1), status);
    QCOMPARE(json(answer).value("code"_L1), QString(codeText(code)));
    QCOMPARE(json(answer).value("title"_L1), QString(codeTitle(code)));
    QCOMPARE(json(answer).value("detail"_L1), detail);
    QCOMPARE(client.ask(post("/hooks/shop", "{}")).status, status); // the connection lives on
}

void TestHttpListener::routes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const QByteArray none;
    QTest::newRow("an unknown source is 404") << post("/hooks/nobody", "{}") << 404 << none;
    QTest::newRow("a source in capitals is another source") << post("/hooks/SHOP", "{}") << 404 << none;
    QTest::newRow("an encoded source is another source") << post("/hooks/%73hop", "{}") << 404 << none;
    QTest::newRow("a slash behind the source makes another path") << post("/hooks/shop/", "{}") << 404 << none;
    QTest::newRow("no source is 404") << post("/hooks/", "{}") << 404 << none;
    QTest::newRow("another path is 404") << post("/", "{}") << 404 << none;
    QTest::newRow("an asterisk is 404") << "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 404 << none;
    QTest::newRow("GET of a source is 405") << "GET /hooks/shop HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 405 << "POST"_ba;
    QTest::newRow("PUT to a source is 405")
        << "PUT /hooks/shop HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"_ba << 405 << "POST"_ba;
    QTest::newRow("a method nobody knows is 405")
        << "BREW /hooks/shop HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 405 << "POST"_ba;
    QTest::newRow("POST to healthz is 405") << post("/healthz", {}) << 405 << "GET, HEAD"_ba;
    QTest::newRow("a query does not change the path") << post("/hooks/shop?a=/b", "{}") << 200 << none;
    QTest::newRow("the absolute form is a path too") << post("http://some.where:80/hooks/shop", "{}") << 200 << none;
    QTest::newRow("a target without a path is 404") << post("http://some.where", "{}") << 404 << none;
}

void TestHttpListener::routes()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    QFETCH(const QByteArray, allow);
    const WireAnswer answer = WireClient(m_port).ask(request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Allow"), allow);
    QCOMPARE(m_acceptor->count, status == 200 ? 1 : 0);
    if (status != 200)
        QCOMPARE(json(answer).value("status"_L1), status);
}

void TestHttpListener::health()
{
    const QByteArray request = "GET /healthz?x HTTP/1.1\r\nHost: a\r\n\r\n"_ba;
    WireClient client(m_port);
    const WireAnswer well = client.ask(request);
    QCOMPARE(well.status, 200);
    QCOMPARE(well.body, "{\"status\":\"ok\"}"_ba);
    m_acceptor->sickness = Error{ErrorCode::DiskFull, u"The disk of /home/ann is full."_s};
    const WireAnswer ill = client.ask(request);
    QCOMPARE(ill.status, 503);
    QCOMPARE(json(ill).value("status"_L1), u"unavailable"_s);
    QCOMPARE(json(ill).value("code"_L1), u"disk-full"_s);
    QCOMPARE(json(ill).value("detail"_L1), u"Disk full. Nothing was stored; send again."_s);
    m_acceptor->sickness.reset();
    QCOMPARE(client.ask(request).status, 200);
}

void TestHttpListener::headHasNoBody()
{
    WireClient client(m_port);
    const WireAnswer head = client.ask("HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("Content-Length"), "15"_ba);
    QCOMPARE(client.ask(post("/hooks/shop", "{}")).status, 200); // nothing of a body stood in the way
    const WireAnswer refused = client.ask("HEAD /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(refused.status, 404);
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
}

void TestHttpListener::encodedBodies_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray plain = "{\"greeting\":\"hello\"}"_ba.repeated(50);
    const QByteArray zipped = gzip(plain);
    QTest::newRow("gzip is undone") << "gzip"_ba << zipped << 200 << plain;
    QTest::newRow("x-gzip in capitals is undone") << "X-GZIP"_ba << zipped << 200 << plain;
    QTest::newRow("deflate is undone") << "deflate"_ba << qCompress(plain).sliced(4) << 200 << plain;
    QTest::newRow("identity stays") << "identity"_ba << plain << 200 << plain;
    QTest::newRow("an unknown coding is 415") << "br"_ba << plain << 415 << QByteArray();
    QTest::newRow("two codings are 415") << "gzip, gzip"_ba << zipped << 415 << QByteArray();
    QTest::newRow("a body cut short is 400") << "gzip"_ba << zipped.chopped(9) << 400 << QByteArray();
    QTest::newRow("bytes that are no gzip are 400") << "gzip"_ba << plain << 400 << QByteArray();
    QTest::newRow("a bomb is 413") << "gzip"_ba << gzip(QByteArray(50'000'000, '0')) << 413 << QByteArray();
}

void TestHttpListener::encodedBodies()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QByteArray, payload);
    WireClient client(m_port);
    const WireAnswer answer = client.ask(post("/hooks/shop", body, "Content-Encoding: " + coding + "\r\n"));
    QCOMPARE(answer.status, status);
    QCOMPARE(m_acceptor->count, status == 200 ? 1 : 0);
    if (status == 200) {
        QCOMPARE(m_acceptor->deliveries.first().body, body);
        QCOMPARE(m_acceptor->deliveries.first().payload, payload);
    } else {
        QCOMPARE(client.ask(post("/hooks/shop", "{}")).status, 200); // framing was fine, so the connection lives on
    }
}

void TestHttpListener::lateAnswersReachTheirClient()
{
    m_acceptor->deferred = true;
    WireClient first(m_port);
    WireClient second(m_port);
    first.send(post("/hooks/shop", "1"));
    second.send(post("/hooks/shop", "2"));
    QTRY_COMPARE(m_acceptor->waiting(), 2);
    QVERIFY(!m_listener->isDrained());
    QCOMPARE(m_listener->connectionCount(), 2);
    m_acceptor->answerAll();
    QCOMPARE(first.answer().status, 200);
    QCOMPARE(second.answer().status, 200);
    QVERIFY(m_listener->isDrained());
    second.send(post("/hooks/shop", "3"));
    QTRY_COMPARE(m_acceptor->waiting(), 1);
    m_acceptor->answerAll();
    QCOMPARE(second.answer().status, 200);
}

void TestHttpListener::stoppingAnswersWhatWaitsAndRefusesTheRest()
{
    m_acceptor->deferred = true;
    WireClient idle(m_port);
    WireClient waiting(m_port);
    WireClient half(m_port);
    waiting.send(post("/hooks/shop", "1"));
    half.send("POST /hooks/shop HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{");
    QVERIFY(idle.waitConnected());
    QTRY_COMPARE(m_acceptor->waiting(), 1);
    QTRY_COMPARE(m_listener->connectionCount(), 3);
    m_listener->stopAccepting();
    QVERIFY(idle.waitClosed());
    QVERIFY(!m_listener->isDrained());
    half.send("}");
    const WireAnswer refused = half.answer();
    QCOMPARE(refused.status, 503);
    QCOMPARE(json(refused).value("code"_L1), u"shutting-down"_s);
    m_acceptor->answerAll();
    const WireAnswer answered = waiting.answer();
    QCOMPARE(answered.status, 200);
    QCOMPARE(answered.header("Connection"), "close"_ba);
    QTRY_VERIFY(m_listener->isDrained());
    QCOMPARE(m_acceptor->count, 1);
}

void TestHttpListener::aTakenPortIsAnError()
{
    IngestSettings settings = m_settings;
    settings.port = m_port;
    HttpListener second(settings, *m_acceptor, m_clock);
    const Result<quint16> port = second.listen();
    QVERIFY(!port.ok());
    QCOMPARE(port.error().code, ErrorCode::AlreadyRunning);
}

void TestHttpListener::anAddressThatIsNoneIsAnError()
{
    IngestSettings settings = m_settings;
    settings.address = u"nowhere.invalid"_s;
    HttpListener second(settings, *m_acceptor, m_clock);
    QCOMPARE(second.listen().error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestHttpListener)
#include "tst_httplistener.moc"
