// Attacks on the listener: each must get its status, leave a normal sender served, and leave memory alone. The clients
// live in this process, so what is measured is both ends together.
#include "core/ingest/httplistener.h"
#include "tests/support/openfiles.h"
#include "tests/support/processmemory.h"
#include "tests/support/recordingacceptor.h"
#include "tests/support/wireclient.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMaxGrowth = 64 * 1024 * 1024;
constexpr int kSlowClients = 1'000;

QByteArray withHead(const QByteArray &head)
{
    return "POST /hooks/shop HTTP/1.1\r\nHost: a\r\n" + head + "\r\n";
}

class Growth
{
public:
    // Growth since construction, 0 where the system does not tell.
    qint64 bytes() const
    {
        const std::optional<qint64> now = residentBytes();
        return now && m_before ? *now - *m_before : 0;
    }

private:
    std::optional<qint64> m_before = residentBytes();
};

} // namespace

class TestAttacks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void refusedAtOnce_data();
    void refusedAtOnce();
    void endlessStreams_data();
    void endlessStreams();
    void promisesOfHugeBodiesCostNothing();
    void manyHalfBodiesStayInTheBudget();
    void manyBombsStayInTheBudget();
    void resetsInMidRequest();
    void slowLorisLeavesANormalSenderAlone();
    void aFloodOfConnectionsIsForgotten();

private:
    void verifyAlive();

    SystemClock m_clock;
    std::unique_ptr<RecordingAcceptor> m_acceptor;
    std::unique_ptr<HttpListener> m_listener;
    quint16 m_port = 0;
};

void TestAttacks::init()
{
    IngestSettings settings;
    settings.port = 0;
    settings.lingerMs = 300;
    m_acceptor = std::make_unique<RecordingAcceptor>();
    m_acceptor->keeping = false;
    m_acceptor->maxBodies = {{u"shop"_s, kDefaultMaxBodyBytes}};
    m_listener = std::make_unique<HttpListener>(settings, *m_acceptor, m_clock);
    const Result<quint16> port = m_listener->listen();
    QVERIFY(port.ok());
    m_port = *port;
}

void TestAttacks::cleanup()
{
    m_listener.reset();
    m_acceptor.reset();
}

void TestAttacks::verifyAlive()
{
    const int before = m_acceptor->count;
    WireClient client(m_port);
    QCOMPARE(client.ask(post("/hooks/shop", "{}")).status, 200);
    QCOMPARE(m_acceptor->count, before + 1);
}

void TestAttacks::refusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("a length of 1 GB") << withHead("Content-Length: 1073741824\r\n") << 413;
    QTest::newRow("a negative length") << withHead("Content-Length: -5\r\n") << 400;
    QTest::newRow("a length that overflows") << withHead("Content-Length: 18446744073709551617\r\n") << 413;
    QTest::newRow("two lengths") << withHead("Content-Length: 0\r\nContent-Length: 44\r\n") << 400;
    QTest::newRow("length and chunks") << withHead("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("chunks behind another coding") << withHead("Transfer-Encoding: x, chunked\r\n") << 501;
    QTest::newRow("a chunk size that is negative and large")
        << withHead("Transfer-Encoding: chunked\r\n") + "-7fffffff80000001\r\n"
        << 400;
    QTest::newRow("a chunk size of letters") << withHead("Transfer-Encoding: chunked\r\n") + "xyz\r\n" << 400;
    QTest::newRow("a header without a colon") << withHead("Content-Length 0\r\n") << 400;
    QTest::newRow("a blank before the colon") << withHead("Content-Length : 0\r\n") << 400;
    QTest::newRow("a hundred and one headers") << withHead("A: b\r\n"_ba.repeated(101)) << 431;
    QTest::newRow("a second request in a header") << withHead("A: b\n\nPOST /hooks/shop HTTP/1.1\r\n") << 400;
}

void TestAttacks::refusedAtOnce()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    const Growth growth;
    WireClient client(m_port);
    QCOMPARE(client.ask(request + post("/hooks/shop", "smuggled")).status, status);
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(m_acceptor->count, 0);
    QVERIFY2(growth.bytes() < kMaxGrowth, qPrintable(QString::number(growth.bytes())));
    verifyAlive();
}

void TestAttacks::endlessStreams_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<int>("status");
    const QByteArray chunks = withHead("Transfer-Encoding: chunked\r\n");
    QTest::newRow("a URL without end") << "GET /"_ba << QByteArray(64 * 1024, 'a') << 414;
    QTest::newRow("a header without end") << "GET / HTTP/1.1\r\nA: "_ba << QByteArray(64 * 1024, 'a') << 431;
    QTest::newRow("headers without end") << "GET / HTTP/1.1\r\n"_ba
                                         << "A: b\r\n"_ba.repeated(10'000) << 431;
    QTest::newRow("chunks without end") << chunks << ("ffff\r\n" + QByteArray(0xffff, 'x') + "\r\n") << 413;
    QTest::newRow("a chunk extension without end") << chunks + "1;" << QByteArray(64 * 1024, 'a') << 400;
    QTest::newRow("trailers without end") << chunks + "0\r\n"
                                          << "A: b\r\n"_ba.repeated(10'000) << 431;
}

// Sends up to 40 MiB, as fast as it is taken, and must read its status none the less.
void TestAttacks::endlessStreams()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, block);
    QFETCH(const int, status);
    const Growth growth;
    WireClient client(m_port);
    client.send(start);
    qint64 sent = 0;
    const auto more = [&] {
        while (client.socket().bytesToWrite() < 256 * 1024 && sent < 40 * 1024 * 1024 && !client.isClosed()) {
            client.send(block);
            sent += block.size();
        }
    };
    connect(&client.socket(), &QTcpSocket::connected, this, more);
    connect(&client.socket(), &QTcpSocket::bytesWritten, this, more);
    QCOMPARE(client.answer(false, 20'000).status, status);
    QVERIFY2(growth.bytes() < kMaxGrowth, qPrintable(QString::number(growth.bytes())));
    client.socket().abort();
    QCOMPARE(m_acceptor->count, 0);
    verifyAlive();
}

void TestAttacks::promisesOfHugeBodiesCostNothing()
{
    const Growth growth;
    std::vector<std::unique_ptr<WireClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<WireClient>(m_port));
        clients.back()->send(withHead("Content-Length: 26214400\r\n") + "x");
    }
    QTRY_COMPARE(m_listener->connectionCount(), 200);
    verifyAlive();
    QVERIFY2(growth.bytes() < kMaxGrowth, qPrintable(QString::number(growth.bytes())));
}

void TestAttacks::manyHalfBodiesStayInTheBudget()
{
    const Growth growth;
    const QByteArray block(1024 * 1024, 'x');
    const QByteArray head = withHead("Content-Length: 26214400\r\n");
    std::vector<std::unique_ptr<WireClient>> clients;
    qint64 largest = 0;
    int refused = 0;
    for (int i = 0; i < 150; ++i) {
        clients.push_back(std::make_unique<WireClient>(m_port));
        WireClient &client = *clients.back();
        client.send(head);
        client.send(block);
        QTRY_VERIFY(client.socket().bytesToWrite() == 0 || client.isClosed());
        largest = std::max(largest, growth.bytes());
    }
    QTRY_VERIFY(std::any_of(clients.begin(), clients.end(), [](auto &c) { return !c->received().isEmpty(); }));
    for (const auto &client : clients)
        refused += client->received().startsWith("HTTP/1.1 503 ") ? 1 : 0;
    QVERIFY(refused > 50);
    QVERIFY2(largest < kMaxGrowth, qPrintable(QString::number(largest)));
    clients.clear();
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    verifyAlive();
}

void TestAttacks::manyBombsStayInTheBudget()
{
    m_acceptor->deferred = true;
    const QByteArray bomb = qCompress(QByteArray(20'000'000, '\0'), 9).sliced(4);
    const Growth growth;
    std::vector<std::unique_ptr<WireClient>> clients;
    qint64 largest = 0;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<WireClient>(m_port));
        clients.back()->send(post("/hooks/shop", bomb, "Content-Encoding: deflate\r\n"));
        QTRY_VERIFY(m_acceptor->count +
                        std::count_if(clients.begin(), clients.end(),
                                      [](auto &c) { return c->received().startsWith("HTTP/1.1 503 "); }) ==
                    i + 1);
        largest = std::max(largest, growth.bytes());
    }
    QVERIFY2(m_acceptor->count <= 2, qPrintable(QString::number(m_acceptor->count)));
    QVERIFY2(largest < kMaxGrowth, qPrintable(QString::number(largest)));
    m_acceptor->deferred = false;
    m_acceptor->answerAll();
    verifyAlive();
}

void TestAttacks::resetsInMidRequest()
{
    m_acceptor->deferred = true;
    const Growth growth;
    const QByteArray request = post("/hooks/shop", QByteArray(5'000, 'x'));
    for (int i = 0; i < 300; ++i) {
        WireClient client(m_port);
        client.send(request.first(1 + (i * 37) % request.size()));
        QTRY_COMPARE(client.socket().bytesToWrite(), 0);
        client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
        client.socket().abort();
    }
    m_acceptor->deferred = false;
    m_acceptor->answerAll();
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QVERIFY(m_listener->isDrained());
    QVERIFY2(growth.bytes() < kMaxGrowth, qPrintable(QString::number(growth.bytes())));
    verifyAlive();
}

void TestAttacks::slowLorisLeavesANormalSenderAlone()
{
    const int slowClients = std::min(kSlowClients, (allowOpenFiles(2 * kSlowClients + 200) - 200) / 2);
    const Growth growth;
    std::vector<std::unique_ptr<WireClient>> loris;
    for (int i = 0; i < slowClients; ++i) {
        loris.push_back(std::make_unique<WireClient>(m_port));
        loris.back()->send("POST /hooks/shop HTTP/1.1\r\nHost: a\r\nX-1: ");
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->connectionCount(), slowClients, 20'000);
    WireClient normal(m_port);
    QElapsedTimer timer;
    qint64 slowest = 0;
    for (int i = 0; i < 200; ++i) {
        for (int k = 0; k < 20; ++k)
            loris[static_cast<std::size_t>((i * 20 + k) % slowClients)]->send("a");
        timer.start();
        QCOMPARE(normal.ask(post("/hooks/shop", "{}")).status, 200);
        slowest = std::max(slowest, timer.elapsed());
    }
    QVERIFY2(slowest < 1'000, qPrintable(QString::number(slowest)));
    QVERIFY2(growth.bytes() < kMaxGrowth, qPrintable(QString::number(growth.bytes())));
    QCOMPARE(m_acceptor->count, 200);
}

void TestAttacks::aFloodOfConnectionsIsForgotten()
{
    const auto round = [this] {
        for (int i = 0; i < 200; ++i) {
            WireClient client(m_port);
            QVERIFY(client.waitConnected());
            client.send("GARBAGE\r\n\r\n");
            QCOMPARE(client.answer().status, 400);
        }
        QTRY_COMPARE(m_listener->connectionCount(), 0);
    };
    round();
    const Growth growth;
    for (int i = 0; i < 5; ++i)
        round();
    QVERIFY2(growth.bytes() < 4 * 1024 * 1024, qPrintable(QString::number(growth.bytes())));
    verifyAlive();
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
