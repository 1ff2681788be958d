// A 2xx is a promise: `serve` is killed in the middle of a burst, again and again, and everything that it had
// acknowledged is stored, once.
#include "tests/app/ctl.h"
#include "tests/support/httpclient.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <memory>
#include <vector>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRounds = 20;
constexpr int kConnections = 16;
constexpr int kPerSecond = 2'000;
constexpr qint64 kRestartMs = 2'000;
const QByteArray kSecret = "s3cret";

// Sends at a steady rate until the other side dies, and remembers which deliveries were acknowledged.
class Burst : public QObject
{
public:
    Burst(quint16 port, int round)
        : m_round(round)
    {
        for (int i = 0; i < kConnections; ++i) {
            auto &lane = m_lanes.emplace_back(std::make_unique<Lane>());
            connect(&lane->socket, &QTcpSocket::connected, this, &Burst::pump);
            connect(&lane->socket, &QTcpSocket::readyRead, this, [this, lane = lane.get()] { onAnswer(*lane); });
            lane->socket.connectToHost(u"127.0.0.1"_s, port);
        }
        m_clock.start();
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, &Burst::pump);
        m_tick.start(1);
    }

    bool isOver() const
    {
        return std::all_of(m_lanes.begin(), m_lanes.end(),
                           [](const auto &lane) { return lane->socket.state() == QAbstractSocket::UnconnectedState; });
    }
    const QSet<QByteArray> &acknowledged() const { return m_acknowledged; }
    int sent() const { return m_sent; }

private:
    struct Lane
    {
        QTcpSocket socket;
        QByteArray received;
        QByteArray id; // of the delivery under way; empty = idle
    };

    void pump()
    {
        for (const auto &lane : m_lanes) {
            if (m_sent >= m_clock.elapsed() * kPerSecond / 1000)
                return;
            if (!lane->id.isEmpty() || lane->socket.state() != QAbstractSocket::ConnectedState)
                continue;
            lane->id = "r" + QByteArray::number(m_round) + '-' + QByteArray::number(m_sent++);
            const QByteArray body = "{\"id\":\"" + lane->id + "\",\"pad\":\"" + QByteArray(900, 'x') + "\"}";
            lane->socket.write(githubPost("repo", body, kSecret, lane->id));
        }
    }

    void onAnswer(Lane &lane)
    {
        lane.received += lane.socket.readAll();
        const qsizetype headEnd = lane.received.indexOf("\r\n\r\n");
        const qsizetype length = lane.received.toLower().indexOf("content-length:");
        if (headEnd < 0 || length < 0)
            return;
        const qsizetype from = length + 15;
        const qsizetype size =
            lane.received.sliced(from, lane.received.indexOf('\r', from) - from).trimmed().toLongLong();
        if (lane.received.size() < headEnd + 4 + size)
            return;
        if (lane.received.startsWith("HTTP/1.1 200"))
            m_acknowledged.insert(lane.id);
        lane.received.clear();
        lane.id.clear();
        pump();
    }

    int m_round;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    QSet<QByteArray> m_acknowledged;
    QElapsedTimer m_clock;
    QTimer m_tick;
    int m_sent = 0;
};

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("HOOKBOARD_CRASH_ROUNDS");
    return asked > 0 ? asked : kRounds;
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAcknowledgedIsStoredOnceAfterEveryKill();

private:
    void oneRound(int round);
    void compareWithJournal();

    CtlProfile m_profile;
    QSet<QByteArray> m_acknowledged;
    qint64 m_slowestStartMs = 0;
    int m_sent = 0;
};

void TestCrash::oneRound(int round)
{
    Serving serving;
    QVERIFY(serving.start(m_profile.directory()));
    m_slowestStartMs = std::max(m_slowestStartMs, serving.startMs());
    QCOMPARE(exchange(serving.port(), "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);

    Burst burst(serving.port(), round);
    const int target = 100 + QRandomGenerator::global()->bounded(400); // a moment, by number of acknowledgements
    QTRY_VERIFY_WITH_TIMEOUT(burst.acknowledged().size() >= target, 20'000);
    serving.kill();
    QTRY_VERIFY(burst.isOver()); // answers that were on their way count too
    m_acknowledged.unite(burst.acknowledged());
    m_sent += burst.sent();
}

void TestCrash::compareWithJournal()
{
    const Ran check = m_profile.run({u"check"_s});
    QVERIFY2(check.code == 0, (check.out + check.err).constData());
    QHash<QByteArray, int> stored;
    for (const QJsonObject &event : m_profile.run({u"events"_s, u"--json"_s}).objects())
        ++stored[event.value("deliveryId"_L1).toString().toLatin1()];
    for (const QByteArray &id : std::as_const(m_acknowledged))
        QVERIFY2(stored.value(id) == 1,
                 (id + " is stored " + QByteArray::number(stored.value(id)) + " times").constData());
    for (auto it = stored.begin(); it != stored.end(); ++it)
        QVERIFY2(it.value() == 1, (it.key() + " is stored more than once").constData());
}

void TestCrash::whatWasAcknowledgedIsStoredOnceAfterEveryKill()
{
    QVERIFY(m_profile.prepare());
    for (int round = 0; round < rounds(); ++round) {
        oneRound(round);
        if (QTest::currentTestFailed())
            return;
        compareWithJournal();
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d kills: %lld acknowledged of %d sent, all stored once; slowest restart %lld ms (wanted: %lld)", rounds(),
          static_cast<long long>(m_acknowledged.size()), m_sent, static_cast<long long>(m_slowestStartMs),
          static_cast<long long>(kRestartMs));
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
