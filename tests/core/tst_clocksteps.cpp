// The clock of the computer steps ahead and back by an hour while deliveries come in: nothing is lost, nothing is
// counted twice, the order stays, and the board is what folding the journal gives.
#include "core/aggregate/boardfold.h"
#include "core/engine.h"
#include "core/journal/reader.h"
#include "tests/support/burst.h"
#include "tests/support/journalfixture.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <atomic>
#include <limits>
#include <map>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr qsizetype kPerPhase = 150; // deliveries between two steps

// The real clocks; the wall's may be wrong, and says so to nobody.
class SteppingClock final : public Clock
{
public:
    qint64 nowUs() const override { return m_real.nowUs() + m_wrongUs; }
    qint64 steadyNs() const override { return m_real.steadyNs(); }
    void setWrongBy(qint64 us) { m_wrongUs = us; }

private:
    SystemClock m_real;
    std::atomic<qint64> m_wrongUs{0};
};

TileSpec tile(const QString &id, Window window, Aggregation aggregation = Aggregation::Count)
{
    TileSpec spec;
    spec.id = id;
    spec.bindings = {Binding{}};
    spec.bindings.first().window = window;
    spec.bindings.first().aggregation = aggregation;
    if (aggregation != Aggregation::Count)
        spec.bindings.first().value = u"$.n"_s;
    return spec;
}

BoardSpec steppedBoard()
{
    Window all;
    all.kind = Window::Kind::All;
    Window last;
    last.kind = Window::Kind::LastEvents;
    last.events = 10;
    Window rolling;
    rolling.lengthUs = 30 * kMinuteUs; // an hour off is outside
    TileSpec feed = tile(u"feed"_s, rolling);
    feed.kind = TileKind::Feed;
    return {u"b"_s,
            u"B"_s,
            {tile(u"all"_s, all), tile(u"last"_s, last), tile(u"rolling"_s, rolling), feed,
             tile(u"sum"_s, all, Aggregation::Sum)},
            {}};
}

} // namespace

class TestClockSteps : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void deliveriesUnderASteppingClock();
    void retentionUnderASteppingClock();

private:
    void step(Burst &burst, qint64 wrongUs);
    void verifyOrder(const Burst &burst);
    void verifyDedupe();
    void verifyBoard();
    void verifyGaps();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    SteppingClock m_clock;
    SystemClock m_real;
    std::unique_ptr<Engine> m_engine;
    std::map<QString, TileSnapshot> m_tiles;
    qint64 m_startUs = 0;
    quint64 m_stored = 0;
    quint64 m_sinceLastStep = 0; // stored at the right time after the last return to it
};

void TestClockSteps::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(m_folder->path());
    QVERIFY(m_profile->create(u"file"_s).ok());
    m_startUs = m_real.nowUs();
    m_engine = std::make_unique<Engine>(*m_profile, m_clock);
    connect(m_engine.get(), &Engine::boardUpdated, this, [this](const BoardUpdate &update) {
        for (const TileSnapshot &each : update.tiles)
            m_tiles[each.tileId] = each;
    });
    Settings settings = *m_profile->readSettings();
    settings.ingest.port = 0;
    QVERIFY(m_engine->start(settings).ok());
    QTRY_VERIFY(m_engine->health().listener.listening && m_engine->health().journal.writable);
    SourceConfig source;
    source.name = u"repo"_s;
    source.provider = u"github"_s;
    bool added = false;
    m_engine->addSource(source, {Secret("s3cret")}, this, [&](const Status &status) { added = status.ok(); });
    QTRY_VERIFY(added);
    m_engine->openBoard(steppedBoard());
}

void TestClockSteps::cleanup()
{
    m_engine.reset();
    m_profile.reset();
    m_folder.reset();
    m_tiles.clear();
}

void TestClockSteps::step(Burst &burst, qint64 wrongUs)
{
    m_clock.setWrongBy(wrongUs);
    const qsizetype before = burst.acknowledged().size();
    QTRY_VERIFY_WITH_TIMEOUT(burst.acknowledged().size() >= before + kPerPhase, kPatienceMs);
}

void TestClockSteps::deliveriesUnderASteppingClock()
{
    Burst burst(BurstPlan{.port = m_engine->health().listener.port, .prefix = "c", .perSecond = 500});
    for (const qint64 wrongUs : {qint64(0), kHourUs, qint64(0), -kHourUs, kHourUs, -kHourUs, qint64(0)}) {
        step(burst, wrongUs);
        if (QTest::currentTestFailed())
            return;
    }
    burst.stop();
    QTRY_VERIFY_WITH_TIMEOUT(burst.isAnswered(), kPatienceMs);
    QVERIFY2(burst.refused().isEmpty(), burst.odd().value(0).constData());
    m_stored = static_cast<quint64>(burst.acknowledged().size());
    verifyOrder(burst);
    if (!QTest::currentTestFailed())
        verifyDedupe();
    if (!QTest::currentTestFailed())
        verifyBoard();
    if (!QTest::currentTestFailed())
        verifyGaps();
}

// Numbers follow the order of arrival, whatever the clock said; each event keeps the time that the clock showed.
void TestClockSteps::verifyOrder(const Burst &burst)
{
    auto reader = JournalReader::open(m_profile->journalPath());
    QVERIFY(reader);
    QSet<QByteArray> stored;
    quint64 seq = 0;
    std::map<qint64, qint64> newest; // by how wrong the clock was
    const qint64 endUs = m_real.nowUs();
    QVERIFY((*reader)->scan(0, std::numeric_limits<qint64>::max(), [&](const StoredEvent &event) {
        stored.insert(QByteArray(event.deliveryId.constData(), event.deliveryId.size()));
        if (event.seq != ++seq)
            return false;
        for (const qint64 wrongUs : {qint64(0), kHourUs, -kHourUs}) {
            const qint64 rightUs = event.receivedUs - wrongUs;
            if (rightUs < m_startUs || rightUs > endUs)
                continue;
            m_sinceLastStep = wrongUs == 0 ? m_sinceLastStep + 1 : 0;
            const bool inOrder = rightUs >= newest[wrongUs];
            newest[wrongUs] = rightUs;
            return inOrder;
        }
        return false; // a time that the clock never showed
    }));
    QCOMPARE(seq, m_stored);
    QVERIFY(stored == burst.acknowledged());
    QCOMPARE(newest.size(), std::size_t(3));
    QCOMPARE((*reader)->check().value(), QStringList());
}

void TestClockSteps::verifyDedupe()
{
    for (const qint64 wrongUs : {kHourUs, -kHourUs, qint64(0)}) {
        m_clock.setWrongBy(wrongUs);
        for (qsizetype id = 0; id < 7 * kPerPhase; id += kPerPhase / 2) {
            const HttpAnswer answer = exchange(m_engine->health().listener.port,
                                               githubPost("repo", "{}", "s3cret", "c-" + QByteArray::number(id)));
            QCOMPARE(answer.status, 200);
            QVERIFY2(answer.body.contains("\"duplicate\""), answer.body.constData());
        }
    }
}

// The live board, folded under a clock that stepped, against a fold of the journal at once.
void TestClockSteps::verifyBoard()
{
    auto reader = JournalReader::open(m_profile->journalPath());
    QVERIFY(reader);
    BoardFold fold(steppedBoard());
    QVERIFY((*reader)->scan(0, std::numeric_limits<qint64>::max(), [&](const StoredEvent &event) {
        fold.fold(event);
        return true;
    }));
    for (const TileSnapshot &folded : fold.snapshots(m_real.nowUs(), true)) {
        QTRY_COMPARE_WITH_TIMEOUT(m_tiles[folded.tileId].uptoSeq, m_stored, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_tiles[folded.tileId].matched, folded.matched, kPatienceMs);
        const TileSnapshot &live = m_tiles[folded.tileId];
        QVERIFY2(live.value == folded.value, qPrintable(folded.tileId));
        QCOMPARE(live.rows.size(), folded.rows.size());
        QVERIFY2(live.skipped == folded.skipped, qPrintable(folded.tileId));
    }
    QCOMPARE(m_tiles[u"all"_s].matched, m_stored);
    QCOMPARE(m_tiles[u"last"_s].matched, 10U);
    QVERIFY2(m_tiles[u"rolling"_s].matched >= m_sinceLastStep, "what came at the right time is in the window");
    QVERIFY2(m_tiles[u"rolling"_s].matched < m_stored, "what came an hour off is not");
}

void TestClockSteps::verifyGaps()
{
    auto reader = JournalReader::open(m_profile->journalPath());
    QVERIFY(reader);
    const qint64 toUs = m_real.nowUs() + 2 * kHourUs;
    const Result<QList<Gap>> gaps = (*reader)->gaps(0, toUs);
    QVERIFY(gaps);
    qint64 lastUs = 0;
    for (const Gap &gap : *gaps) {
        QVERIFY(gap.fromUs >= lastUs && gap.fromUs < gap.toUs && gap.toUs <= toUs);
        lastUs = gap.toUs;
    }
}

// An age of a day: what is older leaves, what is younger stays, also when the clock is an hour off for a while.
void TestClockSteps::retentionUnderASteppingClock()
{
    JournalFixture f;
    f.open();
    const qint64 now = f.clock.nowUs();
    f.storeMany("old", 1'500, now - 30 * kHourUs, 1'000);
    f.storeMany("young", 1'500, now - 20 * kHourUs, 1'000);
    f.journal->setRetention(kDayUs, 0);
    for (int i = 0; i < 60; ++i) {
        f.clock.stepWall(i % 2 == 0 ? kHourUs : -kHourUs);
        f.storeMany("now" + QByteArray::number(i) + '-', 10, f.clock.nowUs(), 1'000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(f.reader()->statistics()->events, quint64(1'500 + 600), kPatienceMs);
    for (const StoredEvent &event : f.all())
        QVERIFY2(!event.deliveryId.startsWith("old"), event.deliveryId.constData());
    QCOMPARE(f.store("young7").outcome, Receipt::Outcome::Duplicate);
    QCOMPARE(f.reader()->check().value(), QStringList());
}

QTEST_GUILESS_MAIN(TestClockSteps)
#include "tst_clocksteps.moc"
