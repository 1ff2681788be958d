// Which state each group was in: runs, late events, gaps, bounds, and a checkpoint plus the tail against a whole fold.
#include "core/aggregate/boardfold.h"
#include "core/aggregate/statefold.h"

#include <QtTest/QTest>

#include <random>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNoon = 1'767'268'800LL * kSecondUs;
const TimeGrid kMinutes = TimeGrid::fromEpoch(kMinuteUs);

void add(StateFold &fold, qint64 minute, const QByteArray &state, const QByteArray &group = {}, int second = 0)
{
    const Scalar value(state);
    Measurement m;
    m.timeUs = kNoon + minute * kMinuteUs + second * kSecondUs;
    m.receivedUs = m.timeUs;
    m.value = &value;
    m.group = group;
    fold.add(m, kMinutes);
}

// "A 0-5, B 5-7", in minutes after noon.
QString described(const Lane &lane)
{
    QStringList parts;
    for (const Lane::Span &span : lane.spans)
        parts << u"%1 %2-%3"_s.arg(span.state)
                     .arg((span.fromUs - kNoon) / kMinuteUs)
                     .arg((span.toUs - kNoon) / kMinuteUs);
    return parts.join(u", "_s);
}

Span minutes(qint64 from, qint64 to)
{
    return {kNoon + from * kMinuteUs, kNoon + to * kMinuteUs};
}

QString only(const StateFold &fold, const Span &window, bool hold = true, const QList<Gap> &gaps = {})
{
    const QList<Lane> lanes = fold.lanes(window, gaps, kMinutes, hold);
    return lanes.size() == 1 ? described(lanes.first()) : u"%1 lanes"_s.arg(lanes.size());
}

QByteArray bytesOf(const StateFold &fold)
{
    StateWriter out;
    fold.write(out);
    return out.sealed();
}

} // namespace

class TestStateFold : public QObject
{
    Q_OBJECT
private slots:
    void aStateHoldsUntilTheNext();
    void withoutHoldingItEndsWithItsBucket();
    void equalNeighboursAreOne();
    void lateEventsLandAtTheirPlace();
    void aLateEventInsideARunLastsItsBucket();
    void ofTwoEventsOfOneMomentTheLaterOneCounts();
    void nothingIsKnownWhileNobodyListened();
    void theCurrentStateTellsSinceWhen();
    void groupsAreInOrderOfTheirKeys();
    void theGroupThatIsSilentLongestGivesWay();
    void runsAndStatesAreBounded();
    void aCheckpointAndTheTailAreTheWholeFold();
    void damagedBytesAreRefused();
    void tileHoldsAStateFromBeforeItsWindow();
};

void TestStateFold::aStateHoldsUntilTheNext()
{
    StateFold fold(false);
    add(fold, 1, "up");
    add(fold, 5, "down");
    add(fold, 9, "up");
    QCOMPARE(only(fold, minutes(0, 12)), u"up 1-5, down 5-9, up 9-12"_s);
    QCOMPARE(only(fold, minutes(6, 8)), u"down 6-8"_s);
    QCOMPARE(only(fold, minutes(-9, 0)), u"0 lanes"_s);
}

void TestStateFold::withoutHoldingItEndsWithItsBucket()
{
    StateFold fold(false);
    add(fold, 1, "up", {}, 10);
    add(fold, 2, "up", {}, 50);
    add(fold, 7, "down");
    const QList<Lane> lanes = fold.lanes(minutes(0, 12), {}, kMinutes, false);
    QCOMPARE(described(lanes.first()), u"up 1-3, down 7-8"_s);
    QVERIFY(!lanes.first().current);
    QCOMPARE(*fold.lanes(minutes(0, 8), {}, kMinutes, false).first().current, u"down"_s);
}

void TestStateFold::equalNeighboursAreOne()
{
    StateFold fold(false);
    for (int minute = 0; minute < 500; minute += 5)
        add(fold, minute, "up");
    const QList<Lane> lanes = fold.lanes(minutes(0, 600), {}, kMinutes, true);
    QCOMPARE(described(lanes.first()), u"up 0-600"_s);
    QCOMPARE(lanes.first().sinceUs, kNoon);
}

void TestStateFold::lateEventsLandAtTheirPlace()
{
    StateFold fold(false);
    add(fold, 10, "up");
    add(fold, 2, "down");
    add(fold, 6, "slow");
    QCOMPARE(only(fold, minutes(0, 12)), u"down 2-6, slow 6-10, up 10-12"_s);
}

void TestStateFold::aLateEventInsideARunLastsItsBucket()
{
    StateFold fold(false);
    for (int minute = 0; minute <= 10; ++minute)
        add(fold, minute, "up");
    add(fold, 4, "down", {}, 30);
    QCOMPARE(only(fold, minutes(0, 12)), u"up 0-4, down 4-5, up 5-12"_s);
    add(fold, 4, "down", {}, 30);
    QCOMPARE(only(fold, minutes(0, 12)), u"up 0-4, down 4-5, up 5-12"_s);
}

void TestStateFold::ofTwoEventsOfOneMomentTheLaterOneCounts()
{
    StateFold fold(false);
    add(fold, 3, "up");
    add(fold, 3, "down");
    QCOMPARE(only(fold, minutes(0, 6)), u"down 3-6"_s);
    add(fold, 2, "down");
    QCOMPARE(only(fold, minutes(0, 6)), u"down 2-6"_s);
}

void TestStateFold::nothingIsKnownWhileNobodyListened()
{
    StateFold fold(false);
    add(fold, 1, "up");
    add(fold, 8, "down");
    const QList<Gap> gaps{{minutes(3, 0).fromUs, minutes(5, 0).fromUs}, {minutes(7, 0).fromUs, minutes(9, 0).fromUs}};
    QCOMPARE(only(fold, minutes(0, 10), true, gaps), u"up 1-3, up 5-7, down 9-10"_s);
}

void TestStateFold::theCurrentStateTellsSinceWhen()
{
    StateFold fold(false);
    add(fold, -500, "up");
    add(fold, -5, "up");
    QCOMPARE(fold.lanes(minutes(0, 5), {}, kMinutes, true).first().sinceUs, minutes(-500, 0).fromUs);
    add(fold, 20, "down"); // ahead of the window's end
    const Lane lane = fold.lanes(minutes(0, 5), {}, kMinutes, true).first();
    QCOMPARE(*lane.current, u"up"_s);
    QCOMPARE(lane.sinceUs, minutes(-500, 0).fromUs);
}

void TestStateFold::groupsAreInOrderOfTheirKeys()
{
    StateFold fold(true);
    add(fold, 1, "up", "search");
    add(fold, 2, "up", "mail");
    add(fold, 3, "down", "search");
    const QList<Lane> lanes = fold.lanes(minutes(0, 5), {}, kMinutes, true);
    QCOMPARE(lanes.size(), 2);
    QCOMPARE(lanes[0].label, u"mail"_s);
    QCOMPARE(described(lanes[1]), u"up 1-3, down 3-5"_s);
    QCOMPARE(fold.groupsTotal(), 2u);
}

void TestStateFold::theGroupThatIsSilentLongestGivesWay()
{
    StateFold fold(true);
    for (int i = 0; i < StateFold::kMaxLanes; ++i)
        add(fold, i, "up", "host-" + QByteArray::number(i));
    QVERIFY(!fold.isShort(minutes(0, 500)));
    add(fold, 200, "up", "host-0"); // spoke again
    add(fold, 300, "up", "new");
    QStringList labels;
    for (const Lane &lane : fold.lanes(minutes(0, 500), {}, kMinutes, true))
        labels << lane.label;
    QCOMPARE(labels.size(), StateFold::kMaxLanes);
    QVERIFY(labels.contains(u"new"_s));
    QVERIFY(labels.contains(u"host-0"_s));
    QVERIFY(!labels.contains(u"host-1"_s));
    QVERIFY(fold.isShort(minutes(0, 500)));
    QVERIFY(!fold.isShort(minutes(100, 500)));
    QCOMPARE(fold.groupsTotal(), quint64(StateFold::kMaxLanes) + 1);
}

void TestStateFold::runsAndStatesAreBounded()
{
    StateFold fold(false);
    for (int i = 0; i < 5'000; ++i)
        add(fold, i, "state-" + QByteArray::number(i % 200) + QByteArray(2'000, 'x'));
    QVERIFY(bytesOf(fold).size() < 40'000);
    const QList<Lane> lanes = fold.lanes(minutes(0, 5'000), {}, kMinutes, true);
    QVERIFY(lanes.first().spans.size() <= StateFold::kMaxRuns);
    QVERIFY(lanes.first().spans.first().fromUs > kNoon);
    for (const Lane::Span &span : lanes.first().spans)
        QVERIFY(span.state.size() <= StateFold::kMaxStateBytes);
}

void TestStateFold::aCheckpointAndTheTailAreTheWholeFold()
{
    std::mt19937 random(11);
    struct Event
    {
        int minute;
        QByteArray state;
        QByteArray group;
    };
    std::vector<Event> events;
    for (int i = 0; i < 4'000; ++i) {
        const int late = random() % 5 == 0 ? int(random() % 300) : 0;
        events.push_back({i / 3 - late, "s" + QByteArray::number(random() % 4),
                          "g" + QByteArray::number(random() % (i < 2'000 ? 30 : 140))});
    }
    const auto foldRange = [&](StateFold &fold, size_t from, size_t to) {
        for (size_t i = from; i < to; ++i)
            add(fold, events[i].minute, events[i].state, events[i].group);
    };
    StateFold whole(true);
    foldRange(whole, 0, events.size());
    for (const size_t cut : {size_t(0), size_t(1), size_t(700), size_t(3'001)}) {
        StateFold first(true);
        foldRange(first, 0, cut);
        const QByteArray bytes = bytesOf(first);
        StateFold second(true);
        StateReader in(bytes);
        second.read(in);
        QVERIFY(in.atEnd());
        foldRange(second, cut, events.size());
        QCOMPARE(bytesOf(second), bytesOf(whole));
    }
}

void TestStateFold::damagedBytesAreRefused()
{
    StateFold fold(true);
    add(fold, 1, "up", "a");
    add(fold, 3, "down", "b");
    StateWriter plain;
    fold.write(plain);
    const QByteArray sealed = plain.sealed();
    // Past the seal: every single byte changed must never break anything.
    for (qsizetype i = 0; i + 8 < sealed.size(); ++i) {
        std::string damaged(sealed.constData(), size_t(sealed.size() - 8));
        damaged[size_t(i)] = char(damaged[size_t(i)] ^ 0x55);
        StateFold other(true);
        StateReader in = StateReader::ofUnsealed(damaged);
        other.read(in);
        if (in.ok())
            static_cast<void>(other.lanes(minutes(0, 10), {}, kMinutes, true));
    }
    StateReader cut = StateReader::ofUnsealed(std::string_view(sealed.constData(), 5));
    StateFold other(true);
    other.read(cut);
    QVERIFY(!cut.ok());
}

void TestStateFold::tileHoldsAStateFromBeforeItsWindow()
{
    TileSpec spec;
    spec.id = u"s"_s;
    spec.kind = TileKind::States;
    spec.bindings = {Binding()};
    spec.bindings.first().value = u"$.state"_s;
    spec.bindings.first().groupBy = u"$.service"_s;
    BoardSpec board;
    board.id = u"b"_s;
    board.tiles = {spec};
    const auto event = [](quint64 seq, qint64 us, const QByteArray &body) {
        StoredEvent made;
        made.seq = seq;
        made.receivedUs = us;
        made.verified = true;
        made.body = made.payload = body;
        return made;
    };
    BoardFold fold(board);
    fold.fold(event(1, kNoon, R"({"service":"mail","state":"up"})"));
    fold.fold(event(2, kNoon + kMinuteUs, R"({"service":"search","state":{"not":"a state"}})"));
    fold.fold(event(3, kNoon + 2 * kMinuteUs, R"({"service":"search","state":true})"));
    const TileSnapshot now = fold.snapshots(kNoon + 3 * kMinuteUs, true).constFirst();
    QCOMPARE(now.lanes.size(), 2);
    QCOMPARE(*now.lanes[1].current, u"true"_s);
    QCOMPARE(now.matched, 2u);
    QCOMPARE(now.skipped.value(u"wrong-type"_s), 1u);

    BoardFold restarted(board);
    restarted.restore(fold.checkpoints(false));
    const TileSnapshot later = restarted.snapshots(kNoon + 30 * kHourUs, true).constFirst();
    QCOMPARE(later.matched, 0u);
    QCOMPARE(later.lanes.size(), 2);
    QCOMPARE(*later.lanes[0].current, u"up"_s);
    QCOMPARE(later.lanes[0].sinceUs, kNoon);
    QCOMPARE(later.lanes[0].spans.size(), 1);
    QCOMPARE(later.lanes[0].spans[0].fromUs, later.windowFromUs);
}

QTEST_GUILESS_MAIN(TestStateFold)
#include "tst_statefold.moc"
