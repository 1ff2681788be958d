#include "core/types/tilestate.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(hookboard::TileState)

class TestTileState : public QObject
{
    Q_OBJECT

private slots:
    void oneStateWinsByRank_data();
    void oneStateWinsByRank();
    void theOthersAreListedBehindIt();
    void offlineSaysSinceWhen();
};

namespace {

constexpr qint64 kNow = 1'000 * kHourUs;

TileContext well()
{
    TileContext context;
    context.nowUs = kNow;
    context.listener.listening = true;
    context.journal.writable = true;
    return context;
}

TileSnapshot live()
{
    TileSnapshot snapshot;
    snapshot.lastEventUs = kNow - 2 * kSecondUs;
    snapshot.matched = 10;
    return snapshot;
}

} // namespace

void TestTileState::oneStateWinsByRank_data()
{
    QTest::addColumn<TileSpec>("spec");
    QTest::addColumn<TileSnapshot>("snapshot");
    QTest::addColumn<TileContext>("context");
    QTest::addColumn<TileState>("state");
    const TileSpec spec;

    QTest::newRow("all well is live") << spec << live() << well() << TileState::Live;

    TileSnapshot never;
    QTest::newRow("no event ever is waiting") << spec << never << well() << TileState::Waiting;

    TileSnapshot empty = live();
    empty.matched = 0;
    QTest::newRow("events, but none in the window") << spec << empty << well() << TileState::NoData;

    TileSnapshot usual = live();
    usual.usualIntervalUs = 60 * kSecondUs;
    usual.lastEventUs = kNow - 200 * kSecondUs;
    QTest::newRow("three usual intervals of silence are stale") << spec << usual << well() << TileState::Stale;

    TileSnapshot burst = usual;
    burst.usualIntervalUs = kSecondUs;
    burst.lastEventUs = kNow - 30 * kSecondUs;
    QTest::newRow("a burst does not make half a minute stale") << spec << burst << well() << TileState::Live;
    TileSnapshot pause = burst;
    pause.lastEventUs = kNow - 119 * kSecondUs;
    QTest::newRow("nor two minutes") << spec << pause << well() << TileState::Live;
    pause.lastEventUs = kNow - 121 * kSecondUs;
    QTest::newRow("but more") << spec << pause << well() << TileState::Stale;

    TileSpec fixedSpec;
    fixedSpec.staleAfterUs = 10 * kSecondUs;
    QTest::newRow("a fixed limit holds instead") << fixedSpec << burst << well() << TileState::Stale;

    TileSpec neverSpec;
    neverSpec.staleAfterUs = -1;
    QTest::newRow("never stale is never stale") << neverSpec << usual << well() << TileState::Live;

    TileContext deaf = well();
    deaf.listener.listening = false;
    QTest::newRow("no listener is offline, before stale") << spec << usual << deaf << TileState::Offline;

    TileContext full = well();
    full.journal.writable = false;
    QTest::newRow("a journal that cannot write is offline") << spec << live() << full << TileState::Offline;

    TileSnapshot broken = live();
    broken.error = Error{ErrorCode::InvalidArgument, u"$..["_s};
    QTest::newRow("an error comes first of all") << spec << broken << deaf << TileState::Error;

    TileSnapshot mixed = live();
    mixed.simulated = 1;
    mixed.unverified = 1;
    mixed.skipped = {{u"missing"_s, 1}};
    QTest::newRow("simulated before unverified and partial") << spec << mixed << well() << TileState::Simulated;
    mixed.simulated = 0;
    QTest::newRow("unverified before partial") << spec << mixed << well() << TileState::Unverified;
    mixed.unverified = 0;
    QTest::newRow("skipped events are partial") << spec << mixed << well() << TileState::Partial;

    TileSnapshot folding = live();
    folding.refolding = true;
    QTest::newRow("a fold that still runs is partial") << spec << folding << well() << TileState::Partial;

    TileContext paused = well();
    paused.paused = true;
    QTest::newRow("paused says so") << spec << live() << paused << TileState::Paused;

    TileSnapshot many = live();
    many.groupLimit = 1000;
    TileSnapshot lost = many;
    lost.broken = BrokenPath{u"$.amount"_s, {}, 0};
    QTest::newRow("a path that leads nowhere") << spec << lost << paused << TileState::Broken;
    QTest::newRow("too many groups") << spec << many << paused << TileState::TooMany;
}

void TestTileState::oneStateWinsByRank()
{
    QFETCH(const TileSpec, spec);
    QFETCH(const TileSnapshot, snapshot);
    QFETCH(const TileContext, context);
    QFETCH(const TileState, state);
    QCOMPARE(int(tileState(spec, snapshot, context).state), int(state));
}

void TestTileState::theOthersAreListedBehindIt()
{
    TileSnapshot snapshot = live();
    snapshot.unverified = 2;
    snapshot.skipped = {{u"missing"_s, 1}};
    TileContext context = well();
    context.listener.listening = false;
    const TileCondition condition = tileState({}, snapshot, context);
    QCOMPARE(int(condition.state), int(TileState::Offline));
    QCOMPARE(condition.also, (QList<TileState>{TileState::Unverified, TileState::Partial}));
}

void TestTileState::offlineSaysSinceWhen()
{
    TileContext context = well();
    context.listener.listening = false;
    context.listener.sinceUs = kNow - kHourUs;
    QCOMPARE(tileState({}, live(), context).sinceUs, kNow - kHourUs);
}

QTEST_GUILESS_MAIN(TestTileState)
#include "tst_tilestate.moc"
