// Every known attack on the HTTP side, against a real `serve`: each gets its answers and nothing more, no request is
// smuggled in, a normal sender is served afterwards, and memory does not grow.
#include "tests/app/ctl.h"
#include "tests/support/httpclient.h"
#include "tests/support/processmemory.h"
#include "tests/support/wireclient.h"

#include <QtTest/QTest>

#include <memory>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMaxGrowth = 64LL * 1024 * 1024;
constexpr qint64 kStreamBytes = 40LL * 1024 * 1024;
constexpr int kPatienceMs = 60'000;
constexpr int kDeadlineMs = 1'000;
const QByteArray kSecret = "s3cret";

// The head of a delivery, then what the row wants.
QByteArray withHead(const QByteArray &head)
{
    return "POST /hooks/repo HTTP/1.1\r\nHost: a\r\n" + head + "\r\n";
}

// What an attack would have the listener take for a request of its own.
QByteArray smuggled()
{
    return githubPost("repo", "{\"smuggled\":true}", kSecret, "smuggled");
}

QByteArray goodPost(const QByteArray &id)
{
    return githubPost("repo", "{\"good\":true}", kSecret, id);
}

QByteArray inVersion10(QByteArray request)
{
    return request.replace("HTTP/1.1", "HTTP/1.0");
}

QByteArray withHeader(QByteArray request, const QByteArray &line)
{
    return request.insert(request.indexOf("\r\n") + 2, line + "\r\n");
}

// A close that throws away what is under way, in both directions.
void reset(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger hard{1, 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
#endif
    socket.abort();
}

} // namespace

class TestServeAttacks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void attacks_data();
    void attacks();
    void clientsThatOnlyHoldOn_data();
    void clientsThatOnlyHoldOn();
    void streamsWithoutEnd_data();
    void streamsWithoutEnd();
    void resetsBeforeTheAnswer();
    void manyLargeBodies_data();
    void manyLargeBodies();
    void nothingWasSmuggledIn();

private:
    void verifyAlive();

    CtlProfile m_profile;
    Serving m_serving;
    int m_good = 0;
    QList<QByteArray> m_stored; // ids that were acknowledged
};

void TestServeAttacks::initTestCase()
{
    QVERIFY(m_profile.prepare());
    // Clients that are refused while they send must read why, also where they are slow to.
    QVERIFY(m_profile.set({{u"lingerMs"_s, 60'000}}));
    QVERIFY(m_serving.start(m_profile.directory()));
    for (int i = 0; i < 20; ++i) // whatever is made once is made
        verifyAlive();
}

void TestServeAttacks::verifyAlive()
{
    const QByteArray id = "good-" + QByteArray::number(m_good++);
    QCOMPARE(exchange(m_serving.port(), goodPost(id)).status, 200);
    m_stored.append(id);
}

void TestServeAttacks::attacks_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("afterwards"); // sent once the first answer is there
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<bool>("closes");
    const auto refused = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request + smuggled() << QByteArray() << QList<int>{status} << true;
    };
    refused("a length of 1 GB", withHead("Content-Length: 1073741824\r\n"), 413);
    refused("a negative length", withHead("Content-Length: -5\r\n"), 400);
    refused("a length that overflows 64 bits", withHead("Content-Length: 18446744073709551617\r\n"), 413);
    refused("a length that overflows to a small one", withHead("Content-Length: 4294967298\r\n"), 413);
    refused("a length with a sign", withHead("Content-Length: +2\r\n") + "{}", 400);
    refused("two lengths", withHead("Content-Length: 0\r\nContent-Length: 44\r\n"), 400);
    refused("the same length twice", withHead("Content-Length: 2\r\nContent-Length: 2\r\n") + "{}", 400);
    refused("two lengths in one line", withHead("Content-Length: 0, 44\r\n"), 400);
    refused("length and chunks", withHead("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n"), 400);
    refused("chunks and length", withHead("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n"), 400);
    refused("chunks twice", withHead("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    refused("chunks behind another coding", withHead("Transfer-Encoding: x, chunked\r\n"), 501);
    const QByteArray chunked = withHead("Transfer-Encoding: chunked\r\n");
    refused("a chunk size that is negative and large", chunked + "-7fffffff80000001\r\n", 400);
    refused("a chunk size that overflows", chunked + "ffffffffffffffff1\r\n", 400);
    refused("a chunk size of letters", chunked + "xyz\r\n", 400);
    refused("a chunk size with a prefix", chunked + "0x2\r\n{}\r\n0\r\n\r\n", 400);
    refused("no chunk size", chunked + "\r\n", 400);
    refused("a chunk longer than its size", chunked + "1\r\n{}\r\n0\r\n\r\n", 400);
    refused("a header without a colon", withHead("Content-Length 0\r\n"), 400);
    refused("a blank before the colon", withHead("Content-Length : 0\r\n"), 400);
    refused("a folded header", withHead("A: b\r\n c\r\nContent-Length: 0\r\n"), 400);
    refused("a control byte in a header", withHead("A: b\x01\r\nContent-Length: 0\r\n"), 400);
    refused("a NUL in a header", withHead("A: b"_ba + '\0' + "\r\nContent-Length: 0\r\n"), 400);
    refused("lines that end with LF alone", "POST /hooks/repo HTTP/1.1\nHost: a\nContent-Length: 0\n\n", 400);
    refused("a second request in a header", withHead("A: b\n\nPOST /hooks/repo HTTP/1.1\r\n"), 400);
    refused("a hundred and one headers", withHead("A: b\r\n"_ba.repeated(101)), 431);
    refused("no length", withHead("A: b\r\n"), 411);
    refused("no host", "POST /hooks/repo HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400);
    refused("two hosts", withHead("Host: b\r\nContent-Length: 0\r\n"), 400);
    refused("a tunnel", "CONNECT example.org:443 HTTP/1.1\r\nHost: a\r\n\r\n", 404);
    refused("HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 501);
    refused("another expectation", withHead("Expect: 200-maybe\r\nContent-Length: 2\r\n"), 417);
    refused("an expectation of a body that is too large",
            withHead("Expect: 100-continue\r\nContent-Length: 1073741824\r\n"), 413);
    refused("HTTP/1.0 with chunks", inVersion10(chunked), 400);

    // Good requests of unusual kinds.
    const auto served = [](const char *name, const QByteArray &request, bool closes, const QByteArray &more = {}) {
        QTest::newRow(name) << request << more << (more.isEmpty() ? QList<int>{200} : QList<int>{100, 200}) << closes;
    };
    served("HTTP/1.0 is served and closed", inVersion10(goodPost("old")), true);
    served("HTTP/1.0 with keep-alive is closed, too",
           withHeader(inVersion10(goodPost("old-alive")), "Connection: keep-alive"), true);
    served("Connection: close is closed", withHeader(goodPost("closing"), "Connection: close"), true);
    served("Connection: close is found in a list", withHeader(goodPost("listed"), "Connection: foo, ClOsE"), true);
    served("a usual one stays open", goodPost("usual"), false);
    const QByteArray expecting = withHeader(goodPost("patient"), "Expect: 100-continue");
    const qsizetype body = expecting.indexOf("\r\n\r\n") + 4;
    served("Expect: 100-continue is answered before the body", expecting.first(body), false, expecting.sliced(body));
}

void TestServeAttacks::attacks()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, afterwards);
    QFETCH(const QList<int>, statuses);
    QFETCH(const bool, closes);
    const PeakGrowth growth(m_serving.process().processId());
    WireClient client(m_serving.port());
    QVERIFY(client.waitConnected());
    client.send(request);
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        QCOMPARE(client.answer(false, kPatienceMs).status, statuses[i]);
        if (i == 0)
            client.send(afterwards);
    }
    if (closes) {
        QVERIFY(client.waitClosed(kPatienceMs));
    } else {
        QCOMPARE(client.ask(goodPost("again-" + QByteArray::number(m_good++))).status, 200);
    }
    QCOMPARE(client.received(), QByteArray());
    verifyAlive();
    QVERIFY2(growth.bytes() <= kMaxGrowth, qPrintable(QString::number(growth.bytes())));
}

void TestServeAttacks::clientsThatOnlyHoldOn_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QList<int>>("statuses");
    QTest::newRow("nothing said, closed without a word") << QByteArray() << QList<int>{};
    QTest::newRow("stopped in the request line") << "POST /ho"_ba << QList<int>{408};
    QTest::newRow("stopped in the head") << "POST /hooks/repo HTTP/1.1\r\nHost: a\r\nX"_ba << QList<int>{408};
    QTest::newRow("stopped in the body") << withHead("Content-Length: 100\r\n") + "{" << QList<int>{408};
    QTest::newRow("stopped in a chunk") << withHead("Transfer-Encoding: chunked\r\n") + "64\r\n{" << QList<int>{408};
    QTest::newRow("a 100 asked for, and no body")
        << withHead("Expect: 100-continue\r\nContent-Length: 100\r\n") << QList<int>{100, 408};
    QTest::newRow("nothing more said after an answer") << goodPost("idler") << QList<int>{200};
}

// A process of its own, whose deadlines are short.
void TestServeAttacks::clientsThatOnlyHoldOn()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QList<int>, statuses);
    const CtlProfile profile;
    QVERIFY(profile.prepare());
    QVERIFY(profile.set({{u"headDeadlineMs"_s, kDeadlineMs},
                         {u"bodyDeadlineMs"_s, kDeadlineMs},
                         {u"idleDeadlineMs"_s, kDeadlineMs},
                         {u"lingerMs"_s, 300}}));
    Serving serving;
    QVERIFY(serving.start(profile.directory()));
    WireClient client(serving.port());
    QVERIFY(client.waitConnected());
    client.send(request);
    for (const int status : statuses)
        QCOMPARE(client.answer(false, kPatienceMs).status, status);
    QVERIFY(client.waitClosed(kPatienceMs));
    QCOMPARE(client.received(), QByteArray());
    QCOMPARE(exchange(serving.port(), goodPost("after")).status, 200);
    QCOMPARE(serving.stop(), 0);
}

void TestServeAttacks::streamsWithoutEnd_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<int>("status");
    const QByteArray chunks = withHead("Transfer-Encoding: chunked\r\n");
    const QByteArray letters(64 * 1024, 'a');
    const QByteArray fields = "A: b\r\n"_ba.repeated(10'000);
    QTest::newRow("a method without end") << QByteArray() << letters << 414;
    QTest::newRow("a URL without end") << "GET /"_ba << letters << 414;
    QTest::newRow("a header without end") << "GET / HTTP/1.1\r\nA: "_ba << letters << 431;
    QTest::newRow("headers without end") << "GET / HTTP/1.1\r\n"_ba << fields << 431;
    QTest::newRow("empty lines without end") << QByteArray() << "\r\n"_ba.repeated(30'000) << 400;
    QTest::newRow("chunks without end") << chunks << ("ffff\r\n" + QByteArray(0xffff, 'x') + "\r\n") << 413;
    QTest::newRow("a chunk extension without end") << chunks + "1;" << letters << 400;
    QTest::newRow("trailers without end") << chunks + "0\r\n" << fields << 431;
}

// Sends as fast as it is taken, and must read its status none the less.
void TestServeAttacks::streamsWithoutEnd()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, block);
    QFETCH(const int, status);
    const PeakGrowth growth(m_serving.process().processId());
    WireClient client(m_serving.port());
    client.send(start);
    qint64 sent = 0;
    const auto more = [&] {
        while (client.socket().bytesToWrite() < 256 * 1024 && sent < kStreamBytes && client.received().isEmpty() &&
               !client.isClosed()) {
            client.send(block);
            sent += block.size();
        }
    };
    connect(&client.socket(), &QTcpSocket::connected, this, more);
    connect(&client.socket(), &QTcpSocket::bytesWritten, this, more);
    QCOMPARE(client.answer(false, kPatienceMs).status, status);
    client.socket().abort();
    verifyAlive();
    qInfo("grew by %.1f MiB at most", growth.mebibytes());
    QVERIFY2(growth.bytes() <= kMaxGrowth, qPrintable(QString::number(growth.bytes())));
}

// Each is stored or not, never twice; whoever asks again learns which.
void TestServeAttacks::resetsBeforeTheAnswer()
{
    const PeakGrowth growth(m_serving.process().processId());
    constexpr int kClients = 500;
    for (int i = 0; i < kClients; ++i) {
        const QByteArray request = goodPost("reset-" + QByteArray::number(i));
        WireClient client(m_serving.port());
        QVERIFY(client.waitConnected());
        client.send(i % 3 == 0 ? request.first(1 + (i * 37) % request.size()) : request);
        client.socket().flush();
        reset(client.socket());
    }
    for (int i = 0; i < kClients; ++i) {
        const QByteArray id = "reset-" + QByteArray::number(i);
        const HttpAnswer answer = exchange(m_serving.port(), goodPost(id));
        QCOMPARE(answer.status, 200);
        m_stored.append(id);
    }
    verifyAlive();
    qInfo("grew by %.1f MiB at most", growth.mebibytes());
    QVERIFY2(growth.bytes() <= kMaxGrowth, qPrintable(QString::number(growth.bytes())));
}

void TestServeAttacks::manyLargeBodies_data()
{
    QTest::addColumn<int>("connections");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("body");
    constexpr qsizetype kBytes = 20 * 1024 * 1024;
    const QByteArray text = "{\"pad\":\"" + QByteArray(kBytes, 'x') + "\"}";
    const QByteArray texts = "[" + ("\"" + QByteArray(37, 'x') + "\",").repeated(kBytes / 40) + "0]";
    const QByteArray brackets = "[" + ("[[[[[[[[[]]]]]]]]],"_ba).repeated(kBytes / 19) + "0]";
    QTest::newRow("one after the other") << 1 << kSecret << text;
    QTest::newRow("from four at a time") << 4 << kSecret << text;
    QTest::newRow("of half a million texts") << 4 << kSecret << texts;
    QTest::newRow("of twenty million brackets") << 4 << kSecret << brackets;
    QTest::newRow("wrongly signed, one after the other") << 1 << "wrong"_ba << text;
    QTest::newRow("wrongly signed, from four at a time") << 4 << "wrong"_ba << text;
}

// Bodies of 20 MiB: what fits the budget of bytes in flight is taken, the surplus is told to come again.
void TestServeAttacks::manyLargeBodies()
{
    QFETCH(const int, connections);
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, body);
    const int taken = secret == kSecret ? 200 : 401;
    const int each = qEnvironmentVariableIsSet("HOOKBOARD_LONG") ? 20 : 5;
    const PeakGrowth growth(m_serving.process().processId());
    int read = 0;
    int refused = 0;
    for (int round = 0; round < each; ++round) {
        std::vector<std::unique_ptr<WireClient>> clients;
        for (int i = 0; i < connections; ++i) {
            const QByteArray id = QTest::currentDataTag() + QByteArray::number(round * connections + i);
            clients.push_back(std::make_unique<WireClient>(m_serving.port()));
            clients.back()->send(githubPost("repo", body, secret, id));
        }
        for (const auto &client : clients) {
            const WireAnswer answer = client->answer(false, kPatienceMs);
            QVERIFY2(answer.status == taken || answer.status == 503, qPrintable(QString::number(answer.status)));
            QVERIFY(answer.status == taken || !answer.header("Retry-After").isEmpty());
            (answer.status == taken ? read : refused) += 1;
        }
    }
    QVERIFY(read >= each);
    QVERIFY2(connections > 1 || refused == 0, "one at a time fits");
    verifyAlive();
    qInfo("%d taken, %d refused; grew by %.1f MiB at most", read, refused, growth.mebibytes());
    QVERIFY2(growth.bytes() <= kMaxGrowth, qPrintable(QString::number(growth.bytes())));
}

void TestServeAttacks::nothingWasSmuggledIn()
{
    QCOMPARE(m_serving.stop(), 0);
    const Ran check = m_profile.run({u"check"_s});
    QVERIFY2(check.code == 0, (check.out + check.err).constData());
    QHash<QByteArray, int> stored;
    for (const QJsonObject &event : m_profile.run({u"events"_s, u"--json"_s}).objects())
        ++stored[event.value("deliveryId"_L1).toString().toLatin1()];
    QVERIFY2(!stored.contains("smuggled"), "a request inside another was taken for one of its own");
    for (const QByteArray &id : std::as_const(m_stored))
        QVERIFY2(stored.value(id) == 1, id.constData());
}

QTEST_GUILESS_MAIN(TestServeAttacks)
#include "tst_serveattacks.moc"
