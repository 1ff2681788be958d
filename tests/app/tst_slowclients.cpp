// Crowds against a real `serve`: thousands of clients that trickle their requests, and more connections than it has
// room for. A normal sender keeps being served, the crowd is closed or turned away, memory stays bounded. Latencies and
// growth are printed; only counts and memory are compared.
#include "tests/app/ctl.h"
#include "tests/support/openfiles.h"
#include "tests/support/processmemory.h"
#include "tests/support/wireclient.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMaxGrowth = 64LL * 1024 * 1024;
constexpr int kSlowClients = 3'000;
constexpr int kFlood = 10'000;
constexpr int kPerAddress = 100;
constexpr int kSpareFiles = 200;
constexpr int kPatienceMs = 120'000; // for things that must happen, however slow the machine is

bool isLong()
{
    return qEnvironmentVariableIsSet("HOOKBOARD_LONG");
}

constexpr int kMaxConnections = 4'096; // the default
constexpr int kOtherFiles = 128 + 64;  // connections that read why they are turned away; files, the listening socket

QHostAddress addressOf(int client)
{
    return QHostAddress(0x7f000002U + static_cast<quint32>(client / kPerAddress));
}

// `hookboardctl send`, a normal sender in a process of its own, while this one plays the crowd.
class Sender
{
public:
    void start(const CtlProfile &profile, const QString &url, int count, int rate)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(HOOKBOARDCTL),
                        {u"--profile"_s, profile.directory(), u"send"_s, u"--source"_s, u"repo"_s, u"--type"_s,
                         u"push"_s, u"--count"_s, QString::number(count), u"--rate"_s, QString::number(rate),
                         u"--connections"_s, u"4"_s, u"--url"_s, url});
    }
    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    QJsonObject summary() { return QJsonDocument::fromJson(m_process.readAllStandardOutput()).object(); }

private:
    QProcess m_process;
};

double p99(const QJsonObject &summary)
{
    return summary.value("latencyMs"_L1).toObject().value("p99"_L1).toDouble();
}

int openFiles(qint64 pid)
{
    return static_cast<int>(QDir(u"/proc/%1/fd"_s.arg(pid)).entryList(QDir::AllEntries | QDir::System).size());
}

} // namespace

class TestSlowClients : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void slowLorisLeavesANormalSenderAlone();
    void aCrowdFromOneAddressMeetsItsCap();
    void moreConnectionsThanThereIsRoomFor();

private:
    using Crowd = std::vector<std::unique_ptr<WireClient>>;

    void start(const QJsonObject &settings);
    QJsonObject send();
    void gather(int wanted, const std::function<QHostAddress(int)> &from);
    void trickle();
    void untilEverybodyLeft();
    int answered(const QByteArray &status) const;
    int atTheDoor() const; // still connected and not answered

    CtlProfile m_profile;
    std::unique_ptr<Serving> m_serving;
    std::unique_ptr<PeakGrowth> m_growth;
    Crowd m_crowd;
    int m_turn = 0;
    int m_sent = 0;
    int m_mostFiles = 0;
};

void TestSlowClients::init()
{
    if (!QFileInfo::exists(m_profile.directory()))
        QVERIFY(m_profile.prepare());
    m_sent = 0;
    m_mostFiles = 0;
}

void TestSlowClients::cleanup()
{
    m_crowd.clear();
    m_serving.reset();
}

void TestSlowClients::start(const QJsonObject &settings)
{
    QVERIFY(m_profile.set(settings));
    m_serving = std::make_unique<Serving>();
    QVERIFY(m_serving->start(m_profile.directory()));
}

// A normal sender's turn; every delivery must be stored, whatever goes on around it.
QJsonObject TestSlowClients::send()
{
    const int count = isLong() ? 2'000 : 500;
    Sender sender;
    sender.start(m_profile, m_serving->url(), count, 200);
    if (!QTest::qWaitFor([&] { return sender.hasEnded(); }, kPatienceMs))
        return {};
    m_sent += count;
    return sender.summary();
}

#define VERIFY_ALL_STORED(summary)                                                                                     \
    do {                                                                                                               \
        const QByteArray said = QJsonDocument(summary).toJson(QJsonDocument::Compact);                                 \
        const QJsonObject statuses = (summary).value("statuses"_L1).toObject();                                        \
        QVERIFY2(statuses.size() == 1 && statuses.contains("200"_L1), said.constData());                               \
        QVERIFY2((summary).value("unanswered"_L1).toInt(-1) == 0, said.constData());                                   \
    } while (false)

// Half of the crowd has begun a head, the other half a body; a small one, since what large ones may hold in all is
// bounded elsewhere.
void TestSlowClients::gather(int wanted, const std::function<QHostAddress(int)> &from)
{
    const int count = std::min(wanted, allowOpenFiles(wanted + kSpareFiles) - kSpareFiles);
    m_growth = std::make_unique<PeakGrowth>(m_serving->process().processId());
    for (int i = 0; i < count; ++i) {
        m_crowd.push_back(std::make_unique<WireClient>(m_serving->port(), from(i)));
        m_crowd.back()->send(i % 2 == 0 ? "POST /hooks/repo HTTP/1.1\r\nHost: a\r\nX-1: "_ba
                                        : "POST /hooks/repo HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n{"_ba);
        if (i % 50 == 49) // so that the crowd is let in while it comes
            QCoreApplication::processEvents();
        m_mostFiles = std::max(m_mostFiles, i % 200 == 0 ? openFiles(m_serving->process().processId()) : 0);
    }
}

// A byte each from a twentieth of the crowd.
void TestSlowClients::trickle()
{
    m_turn = (m_turn + 1) % 20;
    for (std::size_t i = static_cast<std::size_t>(m_turn); i < m_crowd.size(); i += 20) {
        if (m_crowd[i]->received().isEmpty() && m_crowd[i]->socket().state() == QAbstractSocket::ConnectedState)
            m_crowd[i]->send("a");
    }
    m_mostFiles = std::max(m_mostFiles, openFiles(m_serving->process().processId()));
}

int TestSlowClients::answered(const QByteArray &status) const
{
    return static_cast<int>(std::count_if(m_crowd.begin(), m_crowd.end(), [&](const auto &client) {
        return client->received().startsWith("HTTP/1.1 " + status + ' ');
    }));
}

int TestSlowClients::atTheDoor() const
{
    return static_cast<int>(std::count_if(m_crowd.begin(), m_crowd.end(), [](const auto &client) {
        return !client->isClosed() && client->received().isEmpty();
    }));
}

void TestSlowClients::untilEverybodyLeft()
{
    QTRY_VERIFY_WITH_TIMEOUT(
        std::all_of(m_crowd.begin(), m_crowd.end(), [](const auto &client) { return client->isClosed(); }),
        kPatienceMs);
}

void TestSlowClients::slowLorisLeavesANormalSenderAlone()
{
    const int deadline = isLong() ? 20'000 : 6'000;
    start({{u"headDeadlineMs"_s, deadline}, {u"bodyDeadlineMs"_s, deadline}});
    const QJsonObject warm = send();
    VERIFY_ALL_STORED(warm);
    const QJsonObject quiet = send();
    VERIFY_ALL_STORED(quiet);

    gather(kSlowClients, addressOf);
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, &TestSlowClients::trickle);
    ticks.start(50);
    QTRY_VERIFY_WITH_TIMEOUT(std::all_of(m_crowd.begin(), m_crowd.end(),
                                         [](const auto &c) {
                                             return !c->received().isEmpty() ||
                                                    c->socket().state() == QAbstractSocket::ConnectedState;
                                         }),
                             kPatienceMs);
    const QJsonObject beside = send();
    const int stayed = atTheDoor();
    VERIFY_ALL_STORED(beside);
    untilEverybodyLeft();
    ticks.stop();
    const int crowd = static_cast<int>(m_crowd.size());
    QCOMPARE(answered("408"), crowd);
    const QJsonObject after = send();
    VERIFY_ALL_STORED(after);
    qInfo("%d slow clients, %d of them still there when the normal sender was done: its p99 %.2f ms, quiet %.2f ms, "
          "ratio %.2f; memory grew by %.1f MiB at most; all were closed with 408",
          crowd, stayed, p99(beside), p99(quiet), p99(beside) / std::max(p99(quiet), 0.001), m_growth->mebibytes());
    QVERIFY2(m_growth->bytes() <= kMaxGrowth, qPrintable(QString::number(m_growth->bytes())));
    QCOMPARE(m_serving->stop(), 0);
}

void TestSlowClients::aCrowdFromOneAddressMeetsItsCap()
{
    constexpr int kCap = 500;
    const int deadline = isLong() ? 20'000 : 6'000;
    start({{u"headDeadlineMs"_s, deadline}, {u"bodyDeadlineMs"_s, deadline}, {u"maxConnectionsPerAddress"_s, kCap}});
    const QJsonObject quiet = send();
    VERIFY_ALL_STORED(quiet);
    gather(kSlowClients, [](int) { return QHostAddress(0x7f000002U); });
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, &TestSlowClients::trickle);
    ticks.start(50);
    QTRY_VERIFY_WITH_TIMEOUT(atTheDoor() <= kCap, kPatienceMs);
    const QJsonObject beside = send();
    VERIFY_ALL_STORED(beside);
    untilEverybodyLeft();
    ticks.stop();
    const int crowd = static_cast<int>(m_crowd.size());
    QVERIFY2(answered("408") >= std::min(kCap, crowd), qPrintable(QString::number(answered("408"))));
    qInfo("%d clients of one address, at most %d let in: %d closed with 408, %d turned away with 503, %d without a "
          "word; p99 of a normal sender %.2f ms, quiet %.2f ms, ratio %.2f; memory grew by %.1f MiB at most",
          crowd, kCap, answered("408"), answered("503"), crowd - answered("408") - answered("503"), p99(beside),
          p99(quiet), p99(beside) / std::max(p99(quiet), 0.001), m_growth->mebibytes());
    QVERIFY2(m_mostFiles <= kCap + kOtherFiles, qPrintable(QString::number(m_mostFiles)));
    QVERIFY2(m_growth->bytes() <= kMaxGrowth, qPrintable(QString::number(m_growth->bytes())));
    QCOMPARE(m_serving->stop(), 0);
}

void TestSlowClients::moreConnectionsThanThereIsRoomFor()
{
    const int deadline = isLong() ? 20'000 : 5'000;
    start({{u"headDeadlineMs"_s, deadline}, {u"bodyDeadlineMs"_s, deadline}, {u"maxConnectionsPerAddress"_s, 4'096}});
    const QJsonObject quiet = send();
    VERIFY_ALL_STORED(quiet);
    gather(kFlood, addressOf);
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, &TestSlowClients::trickle);
    ticks.start(100);
    untilEverybodyLeft();
    ticks.stop();
    const int crowd = static_cast<int>(m_crowd.size());
    const QJsonObject after = send();
    VERIFY_ALL_STORED(after);
    qInfo("%d connections attempted: %d closed with 408, %d turned away with 503, %d without a word; at most %d files "
          "open; memory grew by %.1f MiB at most",
          crowd, answered("408"), answered("503"), crowd - answered("408") - answered("503"), m_mostFiles,
          m_growth->mebibytes());
    if (crowd < kFlood)
        qInfo("the limit of open files allowed no more than %d connections", crowd);
    QVERIFY2(m_mostFiles <= kMaxConnections + kOtherFiles, qPrintable(QString::number(m_mostFiles)));
    QVERIFY2(m_growth->bytes() <= kMaxGrowth, qPrintable(QString::number(m_growth->bytes())));
    QCOMPARE(m_serving->stop(), 0);
    const Ran check = m_profile.run({u"check"_s});
    QVERIFY2(check.code == 0, (check.out + check.err).constData());
}

QTEST_GUILESS_MAIN(TestSlowClients)
#include "tst_slowclients.moc"
