// The guard over real sockets: every limit with its status, deadlines, keep-alive, and clients that leave.
#include "core/ingest/httplistener.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingacceptor.h"
#include "tests/support/wireclient.h"

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <memory>
#include <utility>
#include <vector>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray withHead(const QByteArray &head)
{
    return "POST /hooks/shop HTTP/1.1\r\nHost: a\r\n" + head + "\r\n";
}

QString codeOf(const WireAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object().value("code"_L1).toString();
}

} // namespace

class TestConnectionGuard : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void limits_data();
    void limits();
    void theBodyLimitOfASourceAnswersBeforeTheBody();
    void aSenderThatAsksFirstIsToldToGoOn();
    void aSenderThatAsksFirstIsToldNotTo();
    void aRefusedSenderThatKeepsSendingReadsTheAnswer();
    void aSenderThatNeverStopsIsCutOff();
    void connectionsEndWhenAsked_data();
    void connectionsEndWhenAsked();
    void pipelinedRequestsAreServedOneByOne();
    void aLongPipelineIsServedWithoutDeepStacks();
    void onlyOneRequestOfAConnectionWaits();
    void slowHeadsTimeOut();
    void slowBodiesTimeOut();
    void idleConnectionsClose();
    void silentConnectionsClose();
    void aMissingAnswerBecomes503AndALateOneIsLost();
    void aClientThatLeavesDoesNotDisturbItsAnswer();
    void aDroppedAnswerIsReclaimed();
    void anAcceptorMayAnswerAfterTheListenerIsGone();
    void tooManyConnectionsAreTurnedAway();
    void tooManyConnectionsOfOneAddressAreTurnedAway();
    void silentConnectionsGiveWayToOthers_data();
    void silentConnectionsGiveWayToOthers();
    void theMostSilentGivesWayFirst();
    void silenceOfOneAddressIsItsOwnLoss();
    void bytesInFlightAreBounded();
    void inflatedBytesCountAsInFlight();
    void bytesInFlightComeBack();
    void slowBodiesGiveWayToOthers();
    void whoDoesNotReadItsAnswersGivesWay();
    void aPromisedBodyCostsWhatCame();

private:
    void listen();

    IngestSettings m_settings;
    SystemClock m_clock;
    ManualClock m_manualClock;
    std::unique_ptr<RecordingAcceptor> m_acceptor;
    std::unique_ptr<HttpListener> m_listener;
    quint16 m_port = 0;
};

void TestConnectionGuard::init()
{
    m_settings = {};
    m_settings.port = 0;
    m_settings.lingerMs = 300;
    m_acceptor = std::make_unique<RecordingAcceptor>();
}

void TestConnectionGuard::cleanup()
{
    m_listener.reset();
    m_acceptor.reset();
}

void TestConnectionGuard::listen()
{
    m_listener = std::make_unique<HttpListener>(m_settings, *m_acceptor, m_clock);
    const Result<quint16> port = m_listener->listen();
    QVERIFY(port.ok());
    m_port = *port;
}

void TestConnectionGuard::limits_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("a broken request line is 400") << "POST\r\n"_ba << 400;
    QTest::newRow("a length that is none is 400") << withHead("Content-Length: x\r\n") << 400;
    QTest::newRow("no length is 411") << withHead({}) << 411;
    QTest::newRow("a body over the limit of its source is 413") << withHead("Content-Length: 1048577\r\n") << 413;
    QTest::newRow("a chunk over the limit of its source is 413")
        << withHead("Transfer-Encoding: chunked\r\n") + "100001\r\n"
        << 413;
    QTest::newRow("a long request line is 414") << "POST /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" << 414;
    QTest::newRow("a strange expectation is 417") << withHead("Expect: tea\r\nContent-Length: 1\r\n") << 417;
    QTest::newRow("a large head is 431") << withHead("A: " + QByteArray(17'000, 'a') + "\r\n") << 431;
    QTest::newRow("65 headers are 431") << withHead("A: b\r\n"_ba.repeated(64)) << 431;
    QTest::newRow("an unknown transfer coding is 501") << withHead("Transfer-Encoding: gzip\r\n") << 501;
    QTest::newRow("HTTP/2 is 501") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 501;
}

void TestConnectionGuard::limits()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    listen();
    WireClient client(m_port);
    const WireAnswer answer = client.ask(request + post("/hooks/shop", "smuggled"));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("Content-Type"), "application/problem+json"_ba);
    QCOMPARE(answer.header("Connection"), "close"_ba);
    QCOMPARE(QJsonDocument::fromJson(answer.body).object().value("status"_L1), status);
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(m_acceptor->count, 0);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TestConnectionGuard::theBodyLimitOfASourceAnswersBeforeTheBody()
{
    m_acceptor->maxBodies.insert(u"small"_s, 10);
    listen();
    QCOMPARE(WireClient(m_port).ask(post("/hooks/small", "0123456789")).status, 200);
    WireClient client(m_port);
    QCOMPARE(client.ask("POST /hooks/small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n").status, 413);
    WireClient unknown(m_port);
    QCOMPARE(unknown.ask("POST /hooks/none HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n").status, 404);
    WireClient method(m_port);
    QCOMPARE(method.ask("PUT /hooks/small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n").status, 405);
}

void TestConnectionGuard::aSenderThatAsksFirstIsToldToGoOn()
{
    listen();
    WireClient client(m_port);
    QCOMPARE(client.ask(withHead("Expect: 100-continue\r\nContent-Length: 2\r\n")).status, 100);
    QCOMPARE(client.ask("{}").status, 200);
    QCOMPARE(m_acceptor->deliveries.first().body, "{}"_ba);
    // Who does not wait is not told.
    QCOMPARE(client.ask(withHead("Expect: 100-continue\r\nContent-Length: 2\r\n") + "{}").status, 200);
}

void TestConnectionGuard::aSenderThatAsksFirstIsToldNotTo()
{
    listen();
    WireClient client(m_port);
    QCOMPARE(client.ask(withHead("Expect: 100-continue\r\nContent-Length: 9999999\r\n")).status, 413);
    QVERIFY(client.waitClosed());
}

void TestConnectionGuard::aRefusedSenderThatKeepsSendingReadsTheAnswer()
{
    listen();
    WireClient client(m_port);
    client.send(withHead("Content-Length: 2097152\r\n"));
    for (int i = 0; i < 32; ++i)
        client.send(QByteArray(64 * 1024, 'x'));
    QCOMPARE(client.answer().status, 413);
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TestConnectionGuard::aSenderThatNeverStopsIsCutOff()
{
    m_settings.lingerMs = 60'000;
    m_settings.lingerBytes = 1'000'000;
    listen();
    WireClient client(m_port);
    QVERIFY(client.waitConnected());
    client.send("NONSENSE\r\n");
    client.send(QByteArray(20'000'000, 'x'));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TestConnectionGuard::connectionsEndWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("HTTP/1.0 ends after the answer") << "POST /hooks/shop HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}"_ba;
    QTest::newRow("Connection: close ends after the answer") << post("/hooks/shop", "{}", "Connection: close\r\n");
}

void TestConnectionGuard::connectionsEndWhenAsked()
{
    QFETCH(const QByteArray, request);
    listen();
    WireClient client(m_port);
    const WireAnswer answer = client.ask(request + post("/hooks/shop", "more"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Connection"), "close"_ba);
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(m_acceptor->count, 1);
}

void TestConnectionGuard::pipelinedRequestsAreServedOneByOne()
{
    m_acceptor->deferred = true;
    listen();
    WireClient client(m_port);
    client.send(post("/hooks/shop", "1") + post("/hooks/shop", "2") + post("/hooks/shop", "3"));
    for (int i = 1; i <= 3; ++i) {
        QTRY_COMPARE(m_acceptor->waiting(), 1);
        QCOMPARE(m_acceptor->count, i);
        QCOMPARE(m_acceptor->deliveries.last().body, QByteArray::number(i));
        m_acceptor->answerAll();
        QCOMPARE(client.answer().status, 200);
    }
}

void TestConnectionGuard::aLongPipelineIsServedWithoutDeepStacks()
{
    m_acceptor->keeping = false;
    listen();
    constexpr int kRequests = 20'000;
    WireClient client(m_port);
    client.send(post("/hooks/shop", "{}").repeated(kRequests));
    QTRY_COMPARE_WITH_TIMEOUT(m_acceptor->count, kRequests, 30'000);
    QTRY_COMPARE(client.received().count("HTTP/1.1 200 OK\r\n"), kRequests);
}

void TestConnectionGuard::onlyOneRequestOfAConnectionWaits()
{
    m_acceptor->deferred = true;
    listen();
    WireClient client(m_port);
    QVERIFY(client.waitConnected());
    const QByteArray flood = post("/hooks/shop", QByteArray(1000, 'x')).repeated(20'000);
    client.send(flood);
    QTRY_COMPARE(m_acceptor->waiting(), 1);
    WireClient other(m_port);
    other.send(post("/hooks/shop", "{}"));
    QTRY_COMPARE(m_acceptor->waiting(), 2);
    QCOMPARE(m_acceptor->count, 2);
    QVERIFY(client.socket().bytesToWrite() > flood.size() / 4); // TCP holds the sender back
}

void TestConnectionGuard::slowHeadsTimeOut()
{
    m_settings.headDeadlineMs = 200;
    listen();
    WireClient client(m_port);
    const WireAnswer answer = client.ask("POST /hooks/shop HTTP/1.1\r\nHost:");
    QCOMPARE(answer.status, 408);
    QCOMPARE(codeOf(answer), u"request-timeout"_s);
    QVERIFY(client.waitClosed());
}

void TestConnectionGuard::slowBodiesTimeOut()
{
    m_settings.bodyDeadlineMs = 200;
    listen();
    WireClient client(m_port);
    QCOMPARE(client.ask(withHead("Content-Length: 5\r\n") + "123").status, 408);
    QVERIFY(client.waitClosed());
    QCOMPARE(m_acceptor->count, 0);
}

void TestConnectionGuard::idleConnectionsClose()
{
    m_settings.idleDeadlineMs = 200;
    listen();
    WireClient client(m_port);
    QCOMPARE(client.ask(post("/hooks/shop", "{}")).status, 200);
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TestConnectionGuard::silentConnectionsClose()
{
    m_settings.headDeadlineMs = 200;
    listen();
    WireClient client(m_port);
    QVERIFY(client.waitConnected());
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TestConnectionGuard::aMissingAnswerBecomes503AndALateOneIsLost()
{
    m_settings.responseDeadlineMs = 200;
    m_acceptor->deferred = true;
    listen();
    WireClient client(m_port);
    const WireAnswer answer = client.ask(post("/hooks/shop", "{}"));
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QVERIFY(m_listener->isDrained());
    m_acceptor->answerAll();
    m_acceptor->deferred = false;
    QCOMPARE(WireClient(m_port).ask(post("/hooks/shop", "{}")).status, 200);
}

void TestConnectionGuard::aClientThatLeavesDoesNotDisturbItsAnswer()
{
    m_acceptor->deferred = true;
    listen();
    for (int i = 0; i < 50; ++i) {
        WireClient client(m_port);
        client.send(post("/hooks/shop", "{}"));
        QTRY_COMPARE(m_acceptor->waiting(), i + 1);
        client.socket().abort();
    }
    WireClient witness(m_port); // its request is seen after the resets
    witness.send(post("/hooks/shop", "{}"));
    QTRY_COMPARE(m_acceptor->waiting(), 51);
    QVERIFY(!m_listener->isDrained());
    m_acceptor->answerAll();
    QCOMPARE(witness.answer().status, 200);
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QVERIFY(m_listener->isDrained());
}

void TestConnectionGuard::aDroppedAnswerIsReclaimed()
{
    m_settings.responseDeadlineMs = 200;
    m_acceptor->deferred = true;
    listen();
    WireClient stays(m_port);
    stays.send(post("/hooks/shop", "{}"));
    QTRY_COMPARE(m_acceptor->waiting(), 1);
    {
        WireClient leaves(m_port);
        leaves.send(post("/hooks/shop", "{}"));
        QTRY_COMPARE(m_acceptor->waiting(), 2);
        leaves.socket().abort();
    }
    m_acceptor->dropAll();
    QCOMPARE(stays.answer().status, 503);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QVERIFY(m_listener->isDrained());
}

void TestConnectionGuard::anAcceptorMayAnswerAfterTheListenerIsGone()
{
    m_acceptor->deferred = true;
    listen();
    WireClient client(m_port);
    client.send(post("/hooks/shop", "{}"));
    QTRY_COMPARE(m_acceptor->waiting(), 1);
    m_listener.reset();
    m_acceptor->answerAll();
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
}

void TestConnectionGuard::tooManyConnectionsAreTurnedAway()
{
    m_settings.maxConnections = 3;
    m_acceptor->deferred = true;
    listen();
    std::vector<std::unique_ptr<WireClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<WireClient>(m_port));
        clients.back()->send(post("/hooks/shop", "{}"));
        QTRY_COMPARE(m_acceptor->waiting(), i + 1);
    }
    WireClient extra(m_port);
    const WireAnswer answer = extra.ask(post("/hooks/shop", "{}"));
    QCOMPARE(answer.status, 503);
    QCOMPARE(codeOf(answer), u"too-many-connections"_s);
    QVERIFY(answer.header("Retry-After").toInt() > 0);
    QVERIFY(extra.waitClosed());
    QCOMPARE(m_acceptor->count, 3);
    m_acceptor->deferred = false;
    m_acceptor->answerAll();
    clients.pop_back();
    QTRY_COMPARE(m_listener->connectionCount(), 2);
    QCOMPARE(WireClient(m_port).ask(post("/hooks/shop", "{}")).status, 200);
}

void TestConnectionGuard::tooManyConnectionsOfOneAddressAreTurnedAway()
{
    m_settings.maxConnectionsPerAddress = 2;
    listen();
    WireClient first(m_port);
    WireClient second(m_port);
    m_acceptor->deferred = true;
    first.send(post("/hooks/shop", "{}"));
    second.send(post("/hooks/shop", "{}"));
    QTRY_COMPARE(m_acceptor->waiting(), 2);
    QCOMPARE(WireClient(m_port).ask(post("/hooks/shop", "{}")).status, 503);
    m_acceptor->deferred = false;
    QTcpSocket elsewhere; // on loopback every 127.x.y.z is an address of its own where the system allows it
    if (!elsewhere.bind(QHostAddress(u"127.0.0.2"_s)))
        return;
    elsewhere.connectToHost(QHostAddress::LocalHost, m_port);
    elsewhere.write(post("/hooks/shop", "{}"));
    QTRY_VERIFY(elsewhere.bytesAvailable() > 0);
    QVERIFY(elsewhere.readAll().startsWith("HTTP/1.1 200 "));
}

void TestConnectionGuard::silentConnectionsGiveWayToOthers_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("heard");
    QTest::newRow("nothing said") << QByteArray() << QByteArray();
    QTest::newRow("half a head") << "POST /hooks/shop HTTP/1.1\r\nHost:"_ba
                                 << "HTTP/1.1 503 Service Unavailable\r\n"_ba;
}

void TestConnectionGuard::silentConnectionsGiveWayToOthers()
{
    QFETCH(const QByteArray, said);
    QFETCH(const QByteArray, heard);
    m_settings.maxConnections = 3;
    m_acceptor->deferred = true;
    listen();
    WireClient working(m_port);
    working.send(post("/hooks/shop", "{}"));
    QTRY_COMPARE(m_acceptor->waiting(), 1);
    std::vector<std::unique_ptr<WireClient>> silent;
    for (int i = 0; i < 6; ++i) {
        silent.push_back(std::make_unique<WireClient>(m_port));
        silent.back()->send(said);
        QVERIFY(silent.back()->waitConnected());
        while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) { // until it is read
        }
    }
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(silent[i]->waitClosed());
        QVERIFY2(silent[i]->received().startsWith(heard), silent[i]->received().constData());
    }
    WireClient honest(m_port);
    honest.send(post("/hooks/shop", "{}"));
    QTRY_COMPARE(m_acceptor->waiting(), 2);
    m_acceptor->answerAll();
    QCOMPARE(honest.answer().status, 200);
    QCOMPARE(working.answer().status, 200);
    QTRY_COMPARE(m_listener->connectionCount(), 3);
}

void TestConnectionGuard::theMostSilentGivesWayFirst()
{
    m_settings.maxConnections = 3;
    m_listener = std::make_unique<HttpListener>(m_settings, *m_acceptor, m_manualClock);
    const Result<quint16> port = m_listener->listen();
    QVERIFY(port.ok());
    WireClient head(*port);
    head.send("POST /hooks/shop HTTP/1.1\r\nHost:");
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    WireClient answered(*port);
    QCOMPARE(answered.ask(post("/hooks/shop", "{}")).status, 200); // and so the head before it is read
    m_manualClock.advanceUs(1'000'000);
    WireClient fresh(*port);
    QCOMPARE(fresh.ask(post("/hooks/shop", "{}")).status, 200);

    WireClient fourth(*port);
    QCOMPARE(fourth.ask(post("/hooks/shop", "{}")).status, 200);
    QVERIFY(answered.waitClosed());
    QVERIFY(!head.isClosed() && !fresh.isClosed());
    WireClient fifth(*port);
    QCOMPARE(fifth.ask(post("/hooks/shop", "{}")).status, 200);
    QVERIFY(head.waitClosed());
    QCOMPARE(fresh.ask(post("/hooks/shop", "{}")).status, 200);
}

void TestConnectionGuard::silenceOfOneAddressIsItsOwnLoss()
{
    m_settings.maxConnectionsPerAddress = 2;
    listen();
    const QHostAddress elsewhere(u"127.0.0.2"_s);
    if (!QTcpSocket().bind(elsewhere))
        QSKIP("this system has one loopback address only");
    WireClient other(m_port, elsewhere);
    QVERIFY(other.waitConnected());
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    WireClient first(m_port);
    WireClient second(m_port);
    QTRY_COMPARE(m_listener->connectionCount(), 3);
    QCOMPARE(WireClient(m_port).ask(post("/hooks/shop", "{}")).status, 200);
    QVERIFY(first.waitClosed());
    QVERIFY(!second.isClosed());
    QCOMPARE(other.ask(post("/hooks/shop", "{}")).status, 200);
}

void TestConnectionGuard::bytesInFlightAreBounded()
{
    m_settings.maxBytesInFlight = 1'000'000;
    listen();
    std::vector<std::unique_ptr<WireClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<WireClient>(m_port));
        clients.back()->send(withHead("Content-Length: 1000000\r\n") + QByteArray(400'000, 'x'));
    }
    int refused = 0;
    QTRY_VERIFY(
        std::any_of(clients.begin(), clients.end(), [](auto &c) { return c->received().contains("\r\n\r\n"); }));
    for (auto &client : clients) {
        if (client->received().isEmpty())
            continue;
        const WireAnswer answer = client->answer();
        QCOMPARE(answer.status, 503);
        QCOMPARE(codeOf(answer), u"queue-full"_s);
        QVERIFY(answer.header("Retry-After").toInt() > 0);
        ++refused;
    }
    QVERIFY(refused >= 1 && refused < 4);
    QCOMPARE(WireClient(m_port).ask(post("/hooks/shop", "{}")).status, 200); // small ones still pass
}

void TestConnectionGuard::inflatedBytesCountAsInFlight()
{
    m_settings.maxBytesInFlight = 1'000'000;
    m_acceptor->deferred = true;
    listen();
    const QByteArray body = qCompress(QByteArray(600'000, 'x')).sliced(4);
    WireClient first(m_port);
    first.send(post("/hooks/shop", body, "Content-Encoding: deflate\r\n"));
    QTRY_COMPARE(m_acceptor->waiting(), 1);
    WireClient second(m_port);
    const WireAnswer refused = second.ask(post("/hooks/shop", body, "Content-Encoding: deflate\r\n"));
    QCOMPARE(refused.status, 503);
    QCOMPARE(codeOf(refused), u"queue-full"_s);
    m_acceptor->answerAll();
    QCOMPARE(first.answer().status, 200);
    second.send(post("/hooks/shop", body, "Content-Encoding: deflate\r\n"));
    QTRY_COMPARE(m_acceptor->waiting(), 1);
}

// A byte that is not given back would fill the budget after some rounds.
void TestConnectionGuard::bytesInFlightComeBack()
{
    m_settings.maxBytesInFlight = 1'500'000;
    m_acceptor->keeping = false;
    listen();
    const QByteArray body(900'000, 'x');
    for (int i = 0; i < 10; ++i) {
        WireClient whole(m_port);
        QCOMPARE(whole.ask(post("/hooks/shop", body)).status, 200);
        QCOMPARE(whole.ask(post("/hooks/shop", body)).status, 200);
        WireClient half(m_port);
        half.send(post("/hooks/shop", body).chopped(1));
        QTRY_COMPARE(half.socket().bytesToWrite(), 0);
        half.socket().abort();
        QTRY_COMPARE(m_listener->connectionCount(), 1);
    }
    QCOMPARE(m_acceptor->count, 20);
}

// Two clients fill the budget and then only trickle. Good ones are kept out until that is seen, and no longer.
void TestConnectionGuard::slowBodiesGiveWayToOthers()
{
    m_settings.maxBytesInFlight = 1'100'000;
    m_listener = std::make_unique<HttpListener>(m_settings, *m_acceptor, m_manualClock);
    const Result<quint16> port = m_listener->listen();
    QVERIFY(port.ok());
    const QByteArray good = post("/hooks/shop", QByteArray(400'000, 'x'));
    std::vector<std::unique_ptr<WireClient>> hoarders;
    for (int i = 0; i < 2; ++i) {
        hoarders.push_back(std::make_unique<WireClient>(*port));
        hoarders.back()->send(withHead("Content-Length: 1000000\r\n") + QByteArray(480'000, 'x'));
        QTRY_COMPARE(hoarders.back()->socket().bytesToWrite(), 0);
    }
    while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) { // until all of it is read
    }
    QCOMPARE(WireClient(*port).ask(good).status, 503); // they are not slow yet, only first
    const auto laterStatus = [&] {
        m_manualClock.advanceUs(1'000'000);
        for (const auto &hoarder : hoarders)
            hoarder->send("x");
        return WireClient(*port).ask(good).status;
    };
    QTRY_COMPARE(laterStatus(), 200);
    int gaveWay = 0;
    for (const auto &hoarder : hoarders) {
        if (hoarder->received().isEmpty())
            continue;
        const WireAnswer answer = hoarder->answer();
        QCOMPARE(answer.status, 503);
        QCOMPARE(codeOf(answer), u"queue-full"_s);
        QVERIFY(answer.header("Retry-After").toInt() > 0);
        ++gaveWay;
    }
    QCOMPARE(gaveWay, 1); // no more than was needed
}

// Pipelined requests wait in memory until the answer before them is read, which may be never.
void TestConnectionGuard::whoDoesNotReadItsAnswersGivesWay()
{
    m_settings.maxBytesInFlight = 200'000;
    m_settings.responseDeadlineMs = 3'600'000; // so that it is not the deadline that ends it
    m_acceptor->keeping = false;
    m_listener = std::make_unique<HttpListener>(m_settings, *m_acceptor, m_manualClock);
    const Result<quint16> port = m_listener->listen();
    QVERIFY(port.ok());
    const QByteArray good = post("/hooks/shop", QByteArray(190'000, 'x'));
    QCOMPARE(WireClient(*port).ask(good).status, 200);
    const QByteArray pipeline = post("/hooks/shop", "{}").repeated(200'000);
    std::vector<std::unique_ptr<WireClient>> deaf;
    for (int i = 0; i < 3; ++i) {
        deaf.push_back(std::make_unique<WireClient>(*port));
        QVERIFY(deaf.back()->waitConnected());
        deaf.back()->socket().blockSignals(true);
        deaf.back()->socket().setReadBufferSize(1);
        deaf.back()->socket().setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
        deaf.back()->send(pipeline);
    }
    int before = 0; // they are stuck when nothing is taken any more
    QTRY_VERIFY_WITH_TIMEOUT(m_acceptor->count > 3 && std::exchange(before, m_acceptor->count) == m_acceptor->count,
                             60'000);
    QCOMPARE(WireClient(*port).ask(good).status, 503); // that may be a moment only
    const auto laterStatus = [&] {
        m_manualClock.advanceUs(1'000'000);
        return WireClient(*port).ask(good).status;
    };
    QTRY_COMPARE(laterStatus(), 200);
}

void TestConnectionGuard::aPromisedBodyCostsWhatCame()
{
    m_settings.maxBytesInFlight = 1'048'576;
    m_acceptor->maxBodies = {{u"shop"_s, 1'000'000}};
    listen();
    WireClient promising(m_port);
    promising.send(withHead("Content-Length: 1000000\r\n") + QByteArray(300'000, 'x'));
    QTRY_COMPARE(promising.socket().bytesToWrite(), 0);
    QCOMPARE(WireClient(m_port).ask(post("/hooks/shop", QByteArray(600'000, 'x'))).status, 200);
    promising.send(QByteArray(700'000, 'x'));
    QCOMPARE(promising.answer().status, 200);
}

QTEST_GUILESS_MAIN(TestConnectionGuard)
#include "tst_connectionguard.moc"
