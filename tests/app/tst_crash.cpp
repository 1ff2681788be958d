// A 2xx is a promise: `serve`, and the desktop with a board open, are killed in the middle of a burst, again and again.
// Everything that was acknowledged is stored, once; and what was saved of the board, together with the events after it,
// is what folding all events gives.
#include "core/aggregate/boardfold.h"
#include "core/config/boardfile.h"
#include "core/journal/reader.h"
#include "tests/app/ctl.h"
#include "tests/support/burst.h"
#include "tests/support/listeningport.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <limits>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRounds = 20;
constexpr int kDesktopRounds = 4; // each waits for the board to be saved
constexpr qint64 kRestartMs = 2'000;
constexpr quint64 kAllSeqs = std::numeric_limits<qint64>::max();

int rounds(int usual)
{
    const int asked = qEnvironmentVariableIntValue("HOOKBOARD_CRASH_ROUNDS");
    return asked > 0 ? asked * usual / kRounds : usual;
}

// Several windows, groups, a sketch and rows, over what the bursts send.
BoardSpec killedBoard()
{
    const auto tile = [](const QString &id, TileKind kind, Aggregation aggregation) {
        TileSpec spec;
        spec.id = id;
        spec.title = id;
        spec.kind = kind;
        spec.bindings = {Binding{}};
        spec.bindings.first().aggregation = aggregation;
        if (aggregation != Aggregation::Count)
            spec.bindings.first().value = u"$.n"_s;
        return spec;
    };
    BoardSpec board{u"killed"_s, u"Killed"_s, {}, {}};
    board.tiles = {tile(u"count"_s, TileKind::Kpi, Aggregation::Count), tile(u"sum"_s, TileKind::Kpi, Aggregation::Sum),
                   tile(u"p95"_s, TileKind::TimeSeries, Aggregation::P95),
                   tile(u"top"_s, TileKind::Bar, Aggregation::Count),
                   tile(u"feed"_s, TileKind::Feed, Aggregation::Count)};
    board.tiles[1].bindings.first().window.kind = Window::Kind::All;
    board.tiles[3].bindings.first().groupBy = u"$.n"_s;
    for (qsizetype i = 0; i < board.tiles.size(); ++i)
        board.tiles[i].grid = QRect(0, static_cast<int>(i) * 5, 6, 5);
    return board;
}

quint64 savedUpTo(const QString &journal)
{
    const auto reader = JournalReader::open(journal);
    const auto saved = reader ? (*reader)->checkpoints("killed/") : Result<std::vector<Checkpoint>>(reader.error());
    quint64 upto = 0;
    if (saved) {
        for (const Checkpoint &checkpoint : *saved)
            upto = std::max(upto, checkpoint.uptoSeq);
    }
    return upto;
}

// The desktop without a display, with the board open; killed, if need be, with this object.
class KilledDesktop
{
public:
    bool start(const QString &directory, const QString &board)
    {
        QElapsedTimer timer;
        timer.start();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.start(QStringLiteral(HOOKBOARD_DESKTOP),
                        {u"--profile"_s, directory, u"--board"_s, board, u"--port"_s, u"0"_s});
        const bool listens = QTest::qWaitFor(
            [this] {
                m_port = listeningPort(m_process.processId());
                return m_port != 0;
            },
            30'000);
        const auto isWell = [this] {
            return exchange(m_port, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status == 200;
        };
        const bool well = listens && QTest::qWaitFor(isWell, 30'000);
        m_startMs = timer.elapsed();
        return well;
    }
    quint16 port() const { return m_port; }
    qint64 startMs() const { return m_startMs; }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }
    ~KilledDesktop()
    {
        if (m_process.state() != QProcess::NotRunning)
            kill();
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
    qint64 m_startMs = 0;
};

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatWasAcknowledgedIsStoredOnceAfterEveryKill();
    void aKilledDesktopLosesNeitherDeliveriesNorItsBoard();

private:
    void killServe(int round);
    void killDesktop(int round);
    void burst(quint16 port, const QByteArray &prefix);
    void afterTheKill();
    void compareWithJournal();
    void compareBoard();

    std::unique_ptr<CtlProfile> m_profile;
    std::unique_ptr<Burst> m_burst;
    QSet<QByteArray> m_acknowledged;
    qint64 m_slowestStartMs = 0;
    int m_sent = 0;
    int m_tails = 0; // rounds that left events after the last checkpoint
};

void TestCrash::init()
{
    m_profile = std::make_unique<CtlProfile>();
    m_acknowledged.clear();
    m_slowestStartMs = 0;
    m_sent = 0;
    m_tails = 0;
    QVERIFY(m_profile->prepare());
}

void TestCrash::cleanup()
{
    m_burst.reset();
    m_profile.reset();
}

void TestCrash::burst(quint16 port, const QByteArray &prefix)
{
    m_burst = std::make_unique<Burst>(BurstPlan{.port = port, .prefix = prefix});
}

void TestCrash::afterTheKill()
{
    QTRY_VERIFY(m_burst->isOver()); // answers that were on their way count too
    m_acknowledged.unite(m_burst->acknowledged());
    m_sent += m_burst->sent();
}

void TestCrash::killServe(int round)
{
    QElapsedTimer timer;
    timer.start();
    Serving serving;
    QVERIFY(serving.start(m_profile->directory()));
    QCOMPARE(exchange(serving.port(), "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    m_slowestStartMs = std::max(m_slowestStartMs, timer.elapsed());

    burst(serving.port(), "r" + QByteArray::number(round));
    const int target = 100 + QRandomGenerator::global()->bounded(400); // a moment, by number of acknowledgements
    QTRY_VERIFY_WITH_TIMEOUT(m_burst->acknowledged().size() >= target, 20'000);
    serving.kill();
    afterTheKill();
}

// Killed around the moment at which the board is saved; every second round before it is seen to be.
void TestCrash::killDesktop(int round)
{
    const QString journal = m_profile->directory() + "/journal.sqlite"_L1;
    KilledDesktop desktop;
    QVERIFY(desktop.start(m_profile->directory(), m_profile->directory() + "/boards/killed.board.json"_L1));
    m_slowestStartMs = std::max(m_slowestStartMs, desktop.startMs());
    const quint64 saved = savedUpTo(journal);
    burst(desktop.port(), "d" + QByteArray::number(round));
    const int target = 100 + QRandomGenerator::global()->bounded(400);
    QTRY_VERIFY_WITH_TIMEOUT(m_burst->acknowledged().size() >= target, 20'000);
    if (round % 2 == 0) {
        QTRY_VERIFY_WITH_TIMEOUT(savedUpTo(journal) > saved, 30'000);
        const qsizetype more = m_burst->acknowledged().size() + QRandomGenerator::global()->bounded(300);
        QTRY_VERIFY_WITH_TIMEOUT(m_burst->acknowledged().size() >= more, 20'000);
    }
    desktop.kill();
    afterTheKill();
}

void TestCrash::compareWithJournal()
{
    const Ran check = m_profile->run({u"check"_s});
    QVERIFY2(check.code == 0, (check.out + check.err).constData());
    QHash<QByteArray, int> stored;
    for (const QJsonObject &event : m_profile->run({u"events"_s, u"--json"_s}).objects())
        ++stored[event.value("deliveryId"_L1).toString().toLatin1()];
    for (const QByteArray &id : std::as_const(m_acknowledged))
        QVERIFY2(stored.value(id) == 1,
                 (id + " is stored " + QByteArray::number(stored.value(id)) + " times").constData());
    for (auto it = stored.begin(); it != stored.end(); ++it)
        QVERIFY2(it.value() == 1, (it.key() + " is stored more than once").constData());
}

// To the byte: the state that later checkpoints are made of, not only what is shown now.
void TestCrash::compareBoard()
{
    auto reader = JournalReader::open(m_profile->directory() + "/journal.sqlite"_L1);
    QVERIFY(reader);
    const auto saved = (*reader)->checkpoints("killed/");
    QVERIFY(saved);
    BoardFold resumed(killedBoard());
    BoardFold whole(killedBoard());
    const quint64 from = resumed.restore(*saved);
    QVERIFY2(from > 0 || saved->empty(), "a checkpoint of this board was not taken");
    int tail = 0;
    QVERIFY((*reader)->scan(from, kAllSeqs, [&](const StoredEvent &event) {
        resumed.fold(event);
        return ++tail > 0;
    }));
    QVERIFY((*reader)->scan(0, kAllSeqs, [&](const StoredEvent &event) {
        whole.fold(event);
        return true;
    }));
    m_tails += from > 0 && tail > 0 ? 1 : 0;
    const std::vector<Checkpoint> left = resumed.checkpoints(false);
    const std::vector<Checkpoint> right = whole.checkpoints(false);
    QCOMPARE(left.size(), right.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        QCOMPARE(left[i].key, right[i].key);
        QCOMPARE(left[i].uptoSeq, right[i].uptoSeq);
        QVERIFY2(left[i].state == right[i].state, left[i].key.constData());
    }
}

void TestCrash::whatWasAcknowledgedIsStoredOnceAfterEveryKill()
{
    for (int round = 0; round < rounds(kRounds); ++round) {
        killServe(round);
        if (!QTest::currentTestFailed())
            compareWithJournal();
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d kills: %lld acknowledged of %d sent, all stored once; slowest restart to the first 200 %lld ms (wanted: "
          "%lld)",
          rounds(kRounds), static_cast<long long>(m_acknowledged.size()), m_sent,
          static_cast<long long>(m_slowestStartMs), static_cast<long long>(kRestartMs));
}

void TestCrash::aKilledDesktopLosesNeitherDeliveriesNorItsBoard()
{
#ifndef Q_OS_LINUX
    QSKIP("the port of the desktop can only be found on Linux");
#endif
    if (QByteArrayView(HOOKBOARD_DESKTOP).isEmpty())
        QSKIP("built without the desktop");
    QVERIFY(writeBoardFile(m_profile->directory() + "/boards/killed.board.json"_L1, killedBoard()));
    for (int round = 0; round < rounds(kDesktopRounds); ++round) {
        killDesktop(round);
        if (!QTest::currentTestFailed())
            compareWithJournal();
        if (!QTest::currentTestFailed())
            compareBoard();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(savedUpTo(m_profile->directory() + "/journal.sqlite"_L1) > 0, "the board was never saved");
    QVERIFY2(m_tails > 0, "no kill came between a checkpoint and the end");
    qInfo("%d kills of the desktop: %lld acknowledged of %d sent, all stored once; the board was resumed %d times from "
          "a checkpoint and a tail, equal to a full fold; slowest restart to the first 200 %lld ms",
          rounds(kDesktopRounds), static_cast<long long>(m_acknowledged.size()), m_sent, m_tails,
          static_cast<long long>(m_slowestStartMs));
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
