// Boards as folds of events: windows, late events, groups, gaps, and a checkpoint plus the tail against a full re-fold.
#include "core/aggregate/boardfold.h"
#include "core/aggregate/origintest.h"
#include "core/aggregate/tilefold.h"
#include "core/aggregate/windowreader.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <map>
#include <random>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNoon = 1'767'268'800LL * kSecondUs; // 2026-01-01T12:00:00Z

qint64 us(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch() * 1000;
}

StoredEvent stored(quint64 seq, qint64 receivedUs, const QByteArray &payload, std::optional<qint64> occurredUs = {})
{
    StoredEvent e;
    e.seq = seq;
    e.source = u"shop"_s;
    e.type = u"order.paid"_s;
    e.deliveryId = QByteArray::number(seq);
    e.receivedUs = receivedUs;
    e.occurredUs = occurredUs;
    e.verified = true;
    e.body = payload;
    e.payload = payload;
    return e;
}

QByteArray amount(qint64 value, const QByteArray &country = "DE")
{
    return "{\"amount\":" + QByteArray::number(value) + ",\"country\":\"" + country + "\"}";
}

Binding binding(Aggregation aggregation, qint64 lengthUs = kHourUs)
{
    Binding b;
    b.aggregation = aggregation;
    b.value = aggregation == Aggregation::Count || aggregation == Aggregation::Rate ? QString() : u"$.amount"_s;
    b.window.lengthUs = lengthUs;
    b.window.timeZone = u"UTC"_s;
    return b;
}

TileSpec tile(const QString &id, TileKind kind, const Binding &b)
{
    TileSpec spec;
    spec.id = id;
    spec.kind = kind;
    spec.bindings = {b};
    return spec;
}

BoardSpec board(const QList<TileSpec> &tiles)
{
    BoardSpec spec;
    spec.id = u"board"_s;
    spec.tiles = tiles;
    return spec;
}

TileSnapshot only(BoardFold &fold, qint64 nowUs)
{
    return fold.snapshots(nowUs, true).constFirst();
}

// A measurement with what it points at.
struct Made
{
    Measurement measurement;
    Scalar value;
    QByteArray group;
    const Measurement &complete()
    {
        measurement.value = &value;
        measurement.group = group;
        return measurement;
    }
};

Made made(quint64 seq, qint64 timeUs, Scalar value, const QByteArray &group = {})
{
    Made m{{}, std::move(value), group};
    m.measurement.seq = seq;
    m.measurement.timeUs = timeUs;
    m.measurement.receivedUs = timeUs;
    return m;
}

QByteArray stateOf(const TileFold &fold)
{
    StateWriter out;
    fold.write(out);
    return out.sealed();
}

double sumOf(const Series &series)
{
    double sum = 0;
    for (const Point &point : series.points)
        sum += std::isnan(point.value) ? 0 : point.value;
    return sum;
}

// One tile of each sort: every window, every aggregation, groups, rows, both time bases.
BoardSpec everything()
{
    QList<TileSpec> tiles;
    for (int a = int(Aggregation::Count); a <= int(Aggregation::StdDev); ++a)
        tiles << tile(u"kpi-%1"_s.arg(a), TileKind::Kpi, binding(Aggregation(a), 10 * kMinuteUs));
    Binding grouped = binding(Aggregation::Sum, 6 * kHourUs);
    grouped.groupBy = u"$.user"_s;
    grouped.timeBasis = TimeBasis::Event;
    tiles << tile(u"grouped"_s, TileKind::TimeSeries, grouped);
    grouped.aggregation = Aggregation::P95;
    tiles << tile(u"grouped-p95"_s, TileKind::Bar, grouped);
    Binding day = binding(Aggregation::Avg);
    day.window.kind = Window::Kind::Calendar;
    day.window.timeZone = u"Europe/Berlin"_s;
    day.timeBasis = TimeBasis::Event;
    tiles << tile(u"berlin"_s, TileKind::TimeSeries, day);
    Binding all = binding(Aggregation::StdDev);
    all.window.kind = Window::Kind::All;
    all.window.timeZone = u"Europe/Berlin"_s;
    all.groupBy = u"$.country"_s;
    tiles << tile(u"all"_s, TileKind::TimeSeries, all);
    Binding last = binding(Aggregation::Last);
    last.window.kind = Window::Kind::LastEvents;
    last.window.events = 50;
    last.groupBy = u"$.country"_s;
    last.timeBasis = TimeBasis::Event;
    tiles << tile(u"last"_s, TileKind::Bar, last);
    TileSpec table = tile(u"table"_s, TileKind::Table, day);
    table.columns = {{u"Amount"_s, u"$.amount"_s, {}}, {u"Type"_s, u"type"_s, {}}};
    table.rowLimit = 20;
    tiles << table;
    return board(tiles);
}

// Over the night in which Berlin sets its clocks back, with late, early and broken ones.
std::vector<StoredEvent> stream(size_t count)
{
    std::mt19937_64 random(99);
    std::vector<StoredEvent> events;
    qint64 now = us(u"2026-10-24T20:00:00Z"_s);
    for (size_t i = 0; i < count; ++i) {
        now += qint64(random() % (20 * kSecondUs));
        const qint64 shift = random() % 10 == 0 ? qint64(random() % (3 * kHourUs)) : 0;
        QByteArray payload = "{\"amount\":" + QByteArray::number(double(random() % 100'000) / 7, 'g', 12) +
                             ",\"country\":\"C" + QByteArray::number(random() % 9) +
                             "\",\"user\":" + QByteArray::number(random() % 4'000) + "}";
        if (random() % 50 == 0)
            payload = "{\"amount\":\"text\"}";
        if (random() % 70 == 0)
            payload = "no json";
        StoredEvent e = stored(i + 1, now, payload, now - shift);
        if (random() % 60 == 0)
            e.occurredUs = now + 3 * kDayUs;
        e.verified = random() % 20 != 0;
        e.simulated = random() % 30 == 0;
        events.push_back(e);
    }
    return events;
}

} // namespace

class TestBoardFold : public QObject
{
    Q_OBJECT
private slots:
    void checkpointPlusTailIsTheFullFold();
    void foldsRestoredAtDifferentPlacesCatchUp();
    void damagedCheckpointsAreIgnored();
    void otherSpecsDoNotTakeACheckpoint();
    void rollingWindowAgainstAPlainCount();
    void lateEventsLandInTheirBucket();
    void eventTimeAndArrivalTimeDiffer();
    void aFarFutureOrAncientTimeIsSkipped();
    void clockSteppingByAnHour_data();
    void clockSteppingByAnHour();
    void topGroupsAndOtherAddUp();
    void aMillionGroupsStayBounded();
    void aGroupThatBecomesLargeLateGetsItsPlace();
    void exactIntegersReachTheSnapshot();
    void gapsAreNeverZero();
    void previousOnlyWhenCovered();
    void skippedAreCountedByReason();
    void lastEventsKeepTheNewest();
    void wholeHistoryStaysBounded();
    void rowsAreNewestFirstAndCut();
    void unverifiedAndSimulatedAreCounted();
    void usualIntervalHoldsForFourOfFivePauses();
    void aBurstIsOneArrival();
    void annotationsAreMarksOfTheirChart();
    void annotationsSurviveACheckpoint();
    void annotationsOfAnotherChartSayWhatIsWrong();
    void originFindsWhatWasCounted_data();
    void originFindsWhatWasCounted();
    void brokenTilesSayWhyAndOthersWork();
    void onlyChangedTilesComeBack();
    void rateIsPerUnit();
};

void TestBoardFold::checkpointPlusTailIsTheFullFold()
{
    const std::vector<StoredEvent> events = stream(4'000);
    const BoardSpec spec = everything();
    BoardFold full(spec);
    for (const StoredEvent &e : events)
        full.fold(e);
    const std::vector<Checkpoint> expected = full.checkpoints(false);
    std::mt19937_64 random(1);
    for (int round = 0; round < 5; ++round) {
        std::vector<Checkpoint> saved;
        quint64 upto = 0;
        for (int restart = 0; restart < 4; ++restart) {
            BoardFold fold(spec);
            QCOMPARE(fold.restore(saved), upto);
            const quint64 stop = restart == 3 ? events.size() : upto + random() % (events.size() - upto);
            // Some of the tail comes twice.
            for (quint64 i = upto - std::min<quint64>(upto, 10); i < stop; ++i) {
                fold.fold(events[i]);
                if (random() % 300 == 0)
                    (void)fold.snapshots(events[i].receivedUs + qint64(random() % kHourUs));
            }
            upto = std::max(upto, stop);
            saved = fold.checkpoints(false);
        }
        QCOMPARE(saved.size(), expected.size());
        for (size_t i = 0; i < saved.size(); ++i) {
            QCOMPARE(saved[i].key, expected[i].key);
            QCOMPARE(saved[i].uptoSeq, expected[i].uptoSeq);
            QVERIFY2(saved[i].state == expected[i].state, saved[i].key.constData());
        }
    }
}

void TestBoardFold::foldsRestoredAtDifferentPlacesCatchUp()
{
    const std::vector<StoredEvent> events = stream(600);
    const BoardSpec spec = everything();
    BoardFold fold(spec);
    std::map<QByteArray, Checkpoint> newest;
    std::mt19937_64 random(8);
    for (const StoredEvent &e : events) {
        fold.fold(e);
        if (e.seq % 100 != 0)
            continue;
        for (const Checkpoint &checkpoint : fold.checkpoints(true)) {
            if (random() % 3 != 0)
                newest[checkpoint.key] = checkpoint;
        }
    }
    std::vector<Checkpoint> saved;
    for (const auto &[key, checkpoint] : newest)
        saved.push_back(checkpoint);
    BoardFold back(spec);
    const quint64 from = back.restore(saved);
    for (const StoredEvent &e : events) {
        if (e.seq > from)
            back.fold(e);
    }
    const auto expected = fold.checkpoints(false);
    const auto got = back.checkpoints(false);
    for (size_t i = 0; i < got.size(); ++i)
        QVERIFY2(got[i].state == expected[i].state, got[i].key.constData());
}

void TestBoardFold::damagedCheckpointsAreIgnored()
{
    const std::vector<StoredEvent> events = stream(500);
    const BoardSpec spec = everything();
    BoardFold fold(spec);
    for (const StoredEvent &e : events)
        fold.fold(e);
    std::mt19937_64 random(4);
    for (const Checkpoint &checkpoint : fold.checkpoints(false)) {
        for (int round = 0; round < 20; ++round) {
            Checkpoint damaged = checkpoint;
            if (round % 2 == 0)
                damaged.state.truncate(qsizetype(random() % quint64(damaged.state.size())));
            else
                damaged.state[qsizetype(random() % quint64(damaged.state.size()))] ^= char(1 << (random() % 8));
            BoardFold back(board({spec.tiles.at(qsizetype(round) % spec.tiles.size())}));
            back.restore({damaged});
            BoardFold all(spec);
            QCOMPARE(all.restore({damaged}), 0u);
            all.fold(events.front());
            QCOMPARE(all.uptoSeq(), 1u);
        }
    }
}

void TestBoardFold::otherSpecsDoNotTakeACheckpoint()
{
    TileSpec spec = tile(u"a"_s, TileKind::Kpi, binding(Aggregation::Sum));
    BoardFold fold(board({spec}));
    fold.fold(stored(1, kNoon, amount(5)));
    const auto saved = fold.checkpoints();
    QVERIFY(fold.checkpoints().empty());
    TileSpec renamed = spec;
    renamed.title = u"Another title"_s;
    renamed.grid = {4, 4, 4, 4};
    renamed.bindings[0].aggregation = Aggregation::Avg; // keeps the same state
    QCOMPARE(BoardFold(board({renamed})).restore(saved), 1u);
    TileSpec filtered = spec;
    filtered.bindings[0].filter = u"$.amount > 3"_s;
    QCOMPARE(BoardFold(board({filtered})).restore(saved), 0u);
    TileSpec longer = spec;
    longer.bindings[0].window.lengthUs = kDayUs;
    QCOMPARE(BoardFold(board({longer})).restore(saved), 0u);
}

void TestBoardFold::rollingWindowAgainstAPlainCount()
{
    std::mt19937_64 random(21);
    std::vector<Made> kept;
    TileFold fold(binding(Aggregation::Sum), TileKind::Kpi);
    qint64 now = kNoon;
    for (quint64 i = 1; i <= 5'000; ++i) {
        now += qint64(random() % (10 * kSecondUs));
        Made m = made(i, now - qint64(random() % (90 * kMinuteUs)), Scalar(qint64(random() % 1'000)));
        m.measurement.receivedUs = now;
        fold.cover(now);
        fold.add(m.complete());
        kept.push_back(m);
        if (i % 97 != 0)
            continue;
        const WindowResult result = readWindow(fold, now, {});
        qint64 expected = 0;
        quint64 matched = 0;
        for (const Made &k : kept) {
            if (result.window.contains(k.measurement.timeUs)) {
                expected += std::get<qint64>(k.value.value());
                ++matched;
            }
        }
        QCOMPARE(result.value, std::optional(Scalar(expected)));
        QCOMPARE(result.tally.matched, matched);
        QVERIFY(result.window.toUs - result.window.fromUs <= kHourUs + 2 * 30 * kSecondUs);
    }
}

void TestBoardFold::lateEventsLandInTheirBucket()
{
    Binding b = binding(Aggregation::Count);
    b.timeBasis = TimeBasis::Event;
    b.bucketUs = kMinuteUs;
    BoardFold fold(board({tile(u"a"_s, TileKind::TimeSeries, b)}));
    fold.fold(stored(1, kNoon, "{}"));
    fold.fold(stored(2, kNoon + kSecondUs, "{}", kNoon - 20 * kMinuteUs));
    fold.fold(stored(3, kNoon + 2 * kSecondUs, "{}", kNoon - 20 * kMinuteUs + 30 * kSecondUs));
    fold.fold(stored(4, kNoon + 3 * kSecondUs, "{}", kNoon - 5 * kHourUs)); // before the window
    const TileSnapshot shot = only(fold, kNoon + 4 * kSecondUs);
    QCOMPARE(shot.matched, 3u);
    QCOMPARE(shot.bucketUs, kMinuteUs);
    QCOMPARE(shot.runningBucketUs, kNoon);
    const QList<Point> &points = shot.series.constFirst().points;
    QCOMPARE(points.constLast(), (Point{kNoon, 1}));
    QCOMPARE(points.at(points.size() - 21), (Point{kNoon - 20 * kMinuteUs, 2}));
}

void TestBoardFold::eventTimeAndArrivalTimeDiffer()
{
    Binding arrival = binding(Aggregation::Count, kMinuteUs);
    Binding claimed = arrival;
    claimed.timeBasis = TimeBasis::Event;
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, arrival), tile(u"b"_s, TileKind::Kpi, claimed)}));
    fold.fold(stored(1, kNoon, "{}", kNoon - kHourUs));
    const QList<TileSnapshot> shots = fold.snapshots(kNoon);
    QCOMPARE(shots.at(0).matched, 1u);
    QCOMPARE(shots.at(1).matched, 0u);
    QCOMPARE(shots.at(1).lastEventUs, kNoon);
}

void TestBoardFold::aFarFutureOrAncientTimeIsSkipped()
{
    Binding b = binding(Aggregation::Count);
    b.timeBasis = TimeBasis::Event;
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, b)}));
    fold.fold(stored(1, kNoon, "{}"));
    fold.fold(stored(2, kNoon, "{}", kNoon + 365 * kDayUs));
    fold.fold(stored(3, kNoon, "{}", 0));
    fold.fold(stored(4, kNoon, "{}", std::numeric_limits<qint64>::max()));
    fold.fold(stored(5, kNoon, "{}", std::numeric_limits<qint64>::min()));
    const TileSnapshot shot = only(fold, kNoon);
    QCOMPARE(shot.matched, 1u);
    QCOMPARE(shot.skipped.value(u"future-time"_s), 2u);
    QCOMPARE(shot.skipped.value(u"no-time"_s), 2u);
}

void TestBoardFold::clockSteppingByAnHour_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<qint64>("step");
    QTest::newRow("an hour ahead, window of a minute") << kMinuteUs << kHourUs;
    QTest::newRow("an hour back, window of a minute") << kMinuteUs << -kHourUs;
    QTest::newRow("an hour ahead, window of an hour") << kHourUs << kHourUs;
    QTest::newRow("a year ahead, window of an hour") << kHourUs << 365 * kDayUs;
}

void TestBoardFold::clockSteppingByAnHour()
{
    QFETCH(qint64, length);
    QFETCH(qint64, step);
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, binding(Aggregation::Count, length))}));
    quint64 seq = 0;
    qint64 wall = kNoon;
    qint64 wrong = 0;
    // Long enough in the wrong hour to fill every bucket that is kept.
    for (int second = 0; second < 5'000; ++second) {
        wall += kSecondUs;
        wrong = second > 1'000 && second < 3'000 ? step : 0;
        fold.fold(stored(++seq, wall + wrong, "{}"));
        if (second % 50 == 0)
            (void)fold.snapshots(wall + wrong);
    }
    QCOMPARE(wrong, 0);
    // Back for 2,000 s: at the right time again the window holds what came at the right time.
    const TileSnapshot shot = only(fold, wall);
    const quint64 right = length == kMinuteUs ? 60 : 1'600;
    QVERIFY2(shot.matched >= right, qPrintable(QString::number(shot.matched)));
    QVERIFY(shot.matched <= quint64(2 * length / kSecondUs + 120));
}

void TestBoardFold::topGroupsAndOtherAddUp()
{
    Binding b = binding(Aggregation::Sum);
    b.groupBy = u"$.country"_s;
    b.topN = 3;
    BoardFold fold(board({tile(u"a"_s, TileKind::TimeSeries, b), tile(u"b"_s, TileKind::Bar, b)}));
    std::map<QByteArray, qint64> totals;
    qint64 sum = 0;
    for (quint64 i = 1; i <= 400; ++i) {
        const QByteArray country = "C" + QByteArray::number(i * i % 17);
        fold.fold(stored(i, kNoon + qint64(i) * kSecondUs, amount(qint64(i), country)));
        totals[country] += qint64(i);
        sum += qint64(i);
    }
    std::vector<std::pair<qint64, QByteArray>> order;
    for (const auto &[country, total] : totals)
        order.emplace_back(-total, country);
    std::sort(order.begin(), order.end());
    for (const TileSnapshot &shot : fold.snapshots(kNoon + 400 * kSecondUs)) {
        QCOMPARE(shot.series.size(), 4);
        double shown = 0;
        for (int i = 0; i < 4; ++i) {
            const Series &series = shot.series.at(i);
            QCOMPARE(series.other, i == 3);
            if (i < 3) {
                QCOMPARE(series.key.toUtf8(), order[size_t(i)].second);
                QCOMPARE(series.total, std::optional(double(-order[size_t(i)].first)));
            }
            shown += series.total.value();
            if (shot.tileId == u"a"_s)
                QCOMPARE(sumOf(series), series.total.value());
        }
        QCOMPARE(shown, double(sum));
        QCOMPARE(shot.groupsTotal, quint64(totals.size()));
        QCOMPARE(shot.groupLimit, 0u);
    }
}

void TestBoardFold::aMillionGroupsStayBounded()
{
    for (const Aggregation aggregation : {Aggregation::Sum, Aggregation::P95}) {
        Binding b = binding(aggregation);
        b.groupBy = u"$.user"_s;
        TileFold fold(b, TileKind::TimeSeries);
        fold.cover(kNoon);
        qsizetype most = 0;
        const quint64 count = aggregation == Aggregation::Sum ? 1'000'000 : 100'000;
        for (quint64 i = 1; i <= count; ++i) {
            const QByteArray user = "user-" + QByteArray::number(i * 2654435761u);
            fold.add(made(i, kNoon + qint64(i) * 3'000, Scalar(qint64(1)), i % 50 == 0 ? QByteArray("heavy") : user)
                         .complete());
            if (i % 1'000 == 0)
                most = std::max(most, fold.store().bytes());
        }
        QVERIFY(most <= BucketStore::kMaxBytes);
        QVERIFY(fold.store().groups().size() <= GroupTable::kMaxGroups);
        const WindowResult result = readWindow(fold, kNoon + qint64(count) * 3'000, {});
        QCOMPARE(result.groupLimit, quint64(GroupTable::kMaxGroups));
        QCOMPARE(result.tally.matched, count);
        const double users = double(count) * 0.98;
        QVERIFY(std::fabs(double(result.groupsTotal) - users) < 0.1 * users);
        if (aggregation == Aggregation::Sum) {
            QCOMPARE(result.series.constFirst().key, u"heavy"_s);
            QCOMPARE(result.series.constFirst().total, std::optional(double(count / 50)));
            double total = 0;
            for (const Series &series : result.series)
                total += sumOf(series);
            QCOMPARE(total, double(count));
        }
        QVERIFY(stateOf(fold).size() < 2 * BucketStore::kMaxBytes);
    }
}

void TestBoardFold::aGroupThatBecomesLargeLateGetsItsPlace()
{
    Binding b = binding(Aggregation::Count);
    b.groupBy = u"$.user"_s;
    TileFold fold(b, TileKind::Bar);
    fold.cover(kNoon);
    quint64 seq = 0;
    for (int i = 0; i < 3'000; ++i)
        fold.add(made(++seq, kNoon, {}, "early-" + QByteArray::number(i)).complete());
    for (int i = 0; i < 5'000; ++i)
        fold.add(made(++seq, kNoon + kMinuteUs, {}, "late").complete());
    const WindowResult result = readWindow(fold, kNoon + kMinuteUs, {});
    QCOMPARE(result.series.constFirst().key, u"late"_s);
    QVERIFY(result.series.constFirst().total.value() >= 5'000 - 1'024);
}

void TestBoardFold::exactIntegersReachTheSnapshot()
{
    BoardFold fold(board({tile(u"sum"_s, TileKind::Kpi, binding(Aggregation::Sum)),
                          tile(u"last"_s, TileKind::Kpi, binding(Aggregation::Last)),
                          tile(u"max"_s, TileKind::Kpi, binding(Aggregation::Max))}));
    fold.fold(stored(1, kNoon, amount(9'007'199'254'740'993)));
    fold.fold(stored(2, kNoon + 1, "{\"amount\":18446744073709551615}"));
    const QList<TileSnapshot> shots = fold.snapshots(kNoon + 2);
    QCOMPARE(*shots.at(0).value, Scalar(18446744073709551616.0 + 9007199254740992.0));
    QCOMPARE(*shots.at(1).value, Scalar(std::numeric_limits<quint64>::max()));
    QCOMPARE(*shots.at(2).value, Scalar(std::numeric_limits<quint64>::max()));
    fold.fold(stored(3, kNoon + 3, amount(-9'007'199'254'740'993)));
    QCOMPARE(*fold.snapshots(kNoon + 4).at(0).value, Scalar(std::numeric_limits<quint64>::max()));
}

void TestBoardFold::gapsAreNeverZero()
{
    Binding count = binding(Aggregation::Count);
    count.bucketUs = kMinuteUs;
    Binding avg = count;
    avg.aggregation = Aggregation::Avg;
    avg.value = u"$.amount"_s;
    BoardFold fold(board({tile(u"count"_s, TileKind::TimeSeries, count), tile(u"avg"_s, TileKind::TimeSeries, avg)}));
    fold.fold(stored(1, kNoon, amount(4)));
    fold.fold(stored(2, kNoon + 20 * kMinuteUs, amount(8)));
    fold.setGaps({{kNoon + 5 * kMinuteUs, kNoon + 8 * kMinuteUs + 1}, {kNoon - 9 * kHourUs, kNoon - 8 * kHourUs}});
    const QList<TileSnapshot> shots = fold.snapshots(kNoon + 20 * kMinuteUs);
    for (const Point &point : shots.at(0).series.constFirst().points) {
        const qint64 minute = (point.timeUs - kNoon) / kMinuteUs;
        if (minute < 0 || (minute >= 5 && minute < 8))
            QVERIFY2(std::isnan(point.value), qPrintable(QString::number(minute)));
        else
            QCOMPARE(point.value, minute == 0 || minute == 20 ? 1.0 : 0.0);
    }
    for (const Point &point : shots.at(1).series.constFirst().points)
        QCOMPARE(std::isnan(point.value), point.timeUs != kNoon && point.timeUs != kNoon + 20 * kMinuteUs);
    QCOMPARE(shots.at(0).gaps, (QList<Gap>{{kNoon + 5 * kMinuteUs, kNoon + 8 * kMinuteUs + 1}}));
}

void TestBoardFold::previousOnlyWhenCovered()
{
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, binding(Aggregation::Count, 10 * kMinuteUs))}));
    quint64 seq = 0;
    qint64 now = kNoon;
    for (; now < kNoon + 12 * kMinuteUs; now += 10 * kSecondUs)
        fold.fold(stored(++seq, now, "{}"));
    QVERIFY(!only(fold, now).previous);
    QVERIFY(only(fold, now).value);
    for (; now < kNoon + 30 * kMinuteUs; now += 20 * kSecondUs)
        fold.fold(stored(++seq, now, "{}"));
    const TileSnapshot shot = only(fold, now);
    QVERIFY(shot.previous);
    QVERIFY(std::fabs(*shot.previous - 36) <= 2);
    QVERIFY(std::fabs(shot.value->toDouble().value() - 30) <= 2);
    fold.setGaps({{now - 18 * kMinuteUs, now - 14 * kMinuteUs}});
    QVERIFY(!only(fold, now).previous);
}

void TestBoardFold::skippedAreCountedByReason()
{
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, binding(Aggregation::Sum))}));
    fold.fold(stored(1, kNoon, amount(1)));
    fold.fold(stored(2, kNoon, "{\"amount\":\"12\"}"));
    fold.fold(stored(3, kNoon, "{\"amount\":null}"));
    fold.fold(stored(4, kNoon, "not json"));
    fold.fold(stored(5, kNoon, "{\"amount\":1e999}"));
    const TileSnapshot shot = only(fold, kNoon);
    QCOMPARE(*shot.value, Scalar(qint64(1)));
    QCOMPARE(shot.matched, 1u);
    const QMap<QString, quint64> expected = {
        {u"not-a-number"_s, 1}, {u"missing"_s, 1}, {u"not-json"_s, 1}, {u"overflow"_s, 1}};
    QCOMPARE(shot.skipped, expected);
    QCOMPARE(shot.uptoSeq, 5u);
}

void TestBoardFold::lastEventsKeepTheNewest()
{
    Binding b = binding(Aggregation::Sum);
    b.window.kind = Window::Kind::LastEvents;
    b.window.events = 3;
    b.timeBasis = TimeBasis::Event;
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, b)}));
    for (quint64 i = 1; i <= 5; ++i)
        fold.fold(stored(i, kNoon + qint64(i) * kDayUs, amount(1 << i)));
    QCOMPARE(*only(fold, kNoon + 400 * kDayUs).value, Scalar(qint64(8 + 16 + 32)));
    fold.fold(stored(6, kNoon + 6 * kDayUs, amount(1'000), kNoon + kDayUs)); // late: not among the last three
    QCOMPARE(*only(fold, kNoon + 400 * kDayUs).value, Scalar(qint64(8 + 16 + 32)));
    QCOMPARE(only(fold, kNoon).matched, 3u);
}

void TestBoardFold::wholeHistoryStaysBounded()
{
    Binding b = binding(Aggregation::Count);
    b.window.kind = Window::Kind::All;
    TileFold fold(b, TileKind::TimeSeries);
    fold.cover(kNoon);
    qint64 now = kNoon;
    for (quint64 i = 1; i <= 20'000; ++i) {
        now += qint64(i) * 4 * kSecondUs; // ever slower, for 25 years
        fold.add(made(i, now, {}).complete());
        QVERIFY(fold.store().buckets().size() <= 500);
    }
    const WindowResult result = readWindow(fold, now + 1'000 * kDayUs, {});
    QCOMPARE(*result.value, Scalar(quint64(20'000)));
    QCOMPARE(sumOf(result.series.constFirst()), 20'000.0);
    QVERIFY(result.series.constFirst().points.size() <= 500);
}

void TestBoardFold::rowsAreNewestFirstAndCut()
{
    TileSpec spec = tile(u"a"_s, TileKind::Table, binding(Aggregation::Sum));
    spec.bindings[0].timeBasis = TimeBasis::Event;
    spec.rowLimit = 3;
    spec.columns = {{u"Amount"_s, u"$.amount"_s, {}}, {u"Text"_s, u"$.text"_s, {}}, {u"Whole"_s, u"$"_s, {}}};
    BoardFold fold(board({spec}));
    for (quint64 i = 1; i <= 4; ++i)
        fold.fold(stored(i, kNoon + qint64(i) * kSecondUs, amount(qint64(i))));
    fold.fold(
        stored(5, kNoon + 5 * kSecondUs, "{\"text\":\"" + QByteArray(1 << 20, 'x') + "\"}", kNoon + 3 * kSecondUs + 1));
    const TileSnapshot shot = only(fold, kNoon + 6 * kSecondUs);
    QCOMPARE(shot.rows.size(), 3);
    QCOMPARE(shot.rows.at(0).seq, 4u);
    QCOMPARE(shot.rows.at(1).seq, 5u);
    QCOMPARE(shot.rows.at(2).seq, 3u);
    QCOMPARE(shot.rows.at(0).cells.at(0).value, Scalar(qint64(4)));
    QVERIFY(shot.rows.at(0).cells.at(1).missing);
    QVERIFY(shot.rows.at(1).cells.at(0).missing);
    QCOMPARE(std::get<QByteArray>(shot.rows.at(1).cells.at(1).value.value()).size(), 4'096);
    QCOMPARE(shot.rows.at(0).cells.at(2).value, Scalar(amount(4)));
    QCOMPARE(shot.matched, 5u);
    QVERIFY(only(fold, kNoon + 3 * kHourUs).rows.isEmpty());
}

void TestBoardFold::unverifiedAndSimulatedAreCounted()
{
    Binding strict = binding(Aggregation::Count);
    Binding open = strict;
    open.verifiedOnly = false;
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, strict), tile(u"b"_s, TileKind::Kpi, open)}));
    for (quint64 i = 1; i <= 6; ++i) {
        StoredEvent e = stored(i, kNoon, "{}");
        e.verified = i > 2;
        e.simulated = i == 6;
        fold.fold(e);
    }
    const QList<TileSnapshot> shots = fold.snapshots(kNoon);
    QCOMPARE(shots.at(0).matched, 4u);
    QCOMPARE(shots.at(0).unverified, 0u);
    QCOMPARE(shots.at(1).matched, 6u);
    QCOMPARE(shots.at(1).unverified, 2u);
    QCOMPARE(shots.at(1).simulated, 1u);
}

void TestBoardFold::usualIntervalHoldsForFourOfFivePauses()
{
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, binding(Aggregation::Count))}));
    qint64 now = kNoon;
    fold.fold(stored(1, now, "{}"));
    QCOMPARE(only(fold, now).usualIntervalUs, 0);
    for (quint64 i = 2; i <= 100; ++i)
        fold.fold(stored(i, now += i % 10 == 0 ? kHourUs : 2 * kMinuteUs, "{}"));
    QCOMPARE(only(fold, now).usualIntervalUs, 2 * kMinuteUs);
    QCOMPARE(only(fold, now).lastEventUs, now);
}

// Sixty events of one second every ten minutes, and at last a backlog of thousands within half a minute.
void TestBoardFold::aBurstIsOneArrival()
{
    BoardFold fold(board({tile(u"a"_s, TileKind::Kpi, binding(Aggregation::Count))}));
    qint64 now = kNoon;
    quint64 seq = 0;
    for (int burst = 0; burst < 12; ++burst, now += 10 * kMinuteUs) {
        for (int i = 0; i < 60; ++i)
            fold.fold(stored(++seq, now + i * kSecondUs / 60, "{}"));
    }
    const qint64 learned = only(fold, now).usualIntervalUs;
    QVERIFY(learned > 9 * kMinuteUs && learned < 11 * kMinuteUs);
    for (int i = 0; i < 3'000; ++i)
        fold.fold(stored(++seq, now + i * 10'000, "{}"));
    QVERIFY(only(fold, now + kMinuteUs).usualIntervalUs > kMinuteUs);
}

static TileSpec annotated(const QString &text)
{
    TileSpec chart = tile(u"chart"_s, TileKind::TimeSeries, binding(Aggregation::Sum));
    chart.options.series.annotations = Annotations{{}, {u"deploy"_s}, {}, text};
    return chart;
}

static StoredEvent deploy(quint64 seq, qint64 receivedUs, const QByteArray &version)
{
    StoredEvent event = stored(seq, receivedUs, "{\"version\":\"" + version + "\"}");
    event.type = u"deploy"_s;
    return event;
}

void TestBoardFold::annotationsAreMarksOfTheirChart()
{
    TileSpec chart = annotated(u"$.version"_s);
    chart.bindings.first().types = {u"order.paid"_s};
    BoardFold fold(board({chart}));
    fold.fold(deploy(1, kNoon - 2 * kHourUs, "v0")); // before the window
    fold.fold(stored(2, kNoon, amount(100)));
    fold.fold(deploy(3, kNoon + kMinuteUs, "v1"));
    fold.fold(deploy(4, kNoon + 2 * kMinuteUs, "v2"));
    const TileSnapshot shown = only(fold, kNoon + 3 * kMinuteUs);
    QCOMPARE(shown.matched, 1u); // marks are no measurements
    QCOMPARE(shown.series.size(), 1);
    QCOMPARE(shown.series.first().key, QString());
    QCOMPARE(shown.marks.size(), 2);
    QCOMPARE(shown.marks[0].text, u"v1"_s);
    QCOMPARE(shown.marks[0].seq, 3u);
    QCOMPARE(shown.marks[1].timeUs, kNoon + 2 * kMinuteUs);
    QCOMPARE(shown.lastEventUs, kNoon); // a deploy does not make old numbers new

    BoardFold untitled(board({annotated({})}));
    untitled.fold(deploy(1, kNoon, "v1"));
    QCOMPARE(only(untitled, kNoon).marks.first().text, u"deploy"_s);

    BoardFold many(board({annotated(u"$.version"_s)}));
    for (quint64 seq = 1; seq <= 1'000; ++seq)
        many.fold(deploy(seq, kNoon + qint64(seq) * kSecondUs, QByteArray::number(seq)));
    QCOMPARE(only(many, kNoon + 1'001 * kSecondUs).marks.size(), 200);
    QCOMPARE(only(many, kNoon + 1'001 * kSecondUs).marks.last().seq, 1'000u);
}

void TestBoardFold::annotationsSurviveACheckpoint()
{
    const BoardSpec spec = board({annotated(u"$.version"_s)});
    BoardFold fold(spec);
    fold.fold(stored(1, kNoon, amount(100)));
    fold.fold(deploy(2, kNoon + kMinuteUs, "v1"));
    BoardFold again(spec);
    QCOMPARE(again.restore(fold.checkpoints()), 2u);
    QCOMPARE(only(again, kNoon + 2 * kMinuteUs).marks.first().text, u"v1"_s);
    BoardFold other(board({annotated(u"$.other"_s)})); // another text: folded anew
    QVERIFY(other.restore(fold.checkpoints()) < 2);
}

void TestBoardFold::annotationsOfAnotherChartSayWhatIsWrong()
{
    TileSpec chart = annotated(u"$.["_s);
    BoardFold fold(board({chart, tile(u"b"_s, TileKind::Kpi, binding(Aggregation::Count))}));
    fold.fold(stored(1, kNoon, amount(1)));
    const QList<TileSnapshot> shots = fold.snapshots(kNoon, true);
    QVERIFY(shots[0].error && shots[0].error->message.contains(u"Annotation"_s));
    QCOMPARE(shots[1].matched, 1u);
}

void TestBoardFold::originFindsWhatWasCounted_data()
{
    QTest::addColumn<Aggregation>("aggregation");
    QTest::addColumn<TimeBasis>("basis");
    QTest::newRow("count by arrival") << Aggregation::Count << TimeBasis::Arrival;
    QTest::newRow("sum by arrival") << Aggregation::Sum << TimeBasis::Arrival;
    QTest::newRow("sum by event time") << Aggregation::Sum << TimeBasis::Event;
}

// Whatever a part of a chart says it was made of: asking event by event finds exactly as many.
void TestBoardFold::originFindsWhatWasCounted()
{
    QFETCH(Aggregation, aggregation);
    QFETCH(TimeBasis, basis);
    Binding b = binding(aggregation);
    b.groupBy = u"$.country"_s;
    b.topN = 2;
    b.timeBasis = basis;
    b.filter = u"$.amount != 7"_s;
    b.bucketUs = 5 * kMinuteUs;
    b.source = u"shop"_s;
    const TileSpec spec = tile(u"chart"_s, TileKind::TimeSeries, b);
    BoardFold fold(board({spec}));
    std::vector<StoredEvent> events;
    std::mt19937 random(7);
    const QList<QByteArray> countries{"DE", "DE", "DE", "FR", "FR", "AT", "CH", ""};
    for (quint64 seq = 1; seq <= 2'000; ++seq) {
        const qint64 received = kNoon + qint64(seq) * 3 * kSecondUs;
        QByteArray payload = amount(qint64(random() % 12), countries[qsizetype(random() % 8)]);
        if (random() % 20 == 0)
            payload = "{\"amount\":\"text\",\"country\":\"DE\"}";
        events.push_back(stored(seq, received, payload, received - qint64(random() % 600) * kSecondUs));
        events.back().verified = random() % 10 != 0;
        fold.fold(events.back());
    }
    const qint64 now = kNoon + 2'000 * 3 * kSecondUs;
    const TileSnapshot shown = only(fold, now);
    const auto countOf = [&](const EventOrigin &origin) {
        auto test = OriginTest::compile(origin);
        quint64 found = 0;
        double sum = 0;
        for (const StoredEvent &event : events) {
            if (!test->matches(event))
                continue;
            ++found;
            sum += QJsonDocument::fromJson(event.payload).object().value(u"amount"_s).toDouble();
        }
        return std::pair{found, aggregation == Aggregation::Count ? double(found) : sum};
    };
    EventOrigin whole{spec.kind, b, shown.windowFromUs, shown.windowToUs, {}, false, {}, false};
    QCOMPARE(countOf(whole).first, shown.matched);
    QStringList named;
    for (const Series &series : shown.series) {
        if (!series.other)
            named << series.key;
    }
    QCOMPARE(shown.series.size(), 3);
    for (const Series &series : shown.series) {
        EventOrigin origin = whole;
        if (series.other)
            origin.otherThan = named;
        else
            origin.group = series.key;
        QCOMPARE(countOf(origin).second, series.total.value_or(-1));
        for (const Point &point : series.points) {
            origin.fromUs = point.timeUs;
            origin.toUs = point.timeUs + shown.bucketUs;
            QCOMPARE(countOf(origin).second, std::isnan(point.value) ? 0 : point.value);
        }
    }
    EventOrigin skipped = whole;
    skipped.skipped = true;
    skipped.fromUs = 0;
    quint64 total = 0;
    for (const quint64 count : shown.skipped)
        total += count;
    QCOMPARE(countOf(skipped).first, total);
    QCOMPARE(total > 0, aggregation != Aggregation::Count);
}

void TestBoardFold::brokenTilesSayWhyAndOthersWork()
{
    Binding broken = binding(Aggregation::Count);
    broken.filter = u"$.amount >= ("_s;
    TileSpec empty;
    empty.id = u"none"_s;
    TileSpec table = tile(u"table"_s, TileKind::Table, binding(Aggregation::Count));
    table.columns = {{u"Broken"_s, u"$.["_s, {}}};
    BoardFold fold(board({tile(u"bad"_s, TileKind::Kpi, broken), empty, table,
                          tile(u"good"_s, TileKind::Kpi, binding(Aggregation::Count))}));
    fold.fold(stored(1, kNoon, "{}"));
    const QList<TileSnapshot> shots = fold.snapshots(kNoon);
    QCOMPARE(shots.size(), 4);
    for (int i = 0; i < 3; ++i)
        QVERIFY(shots.at(i).error && !shots.at(i).error->message.isEmpty());
    QVERIFY(!shots.at(3).error);
    QCOMPARE(shots.at(3).matched, 1u);
    QCOMPARE(fold.checkpoints().size(), size_t(1));
}

void TestBoardFold::onlyChangedTilesComeBack()
{
    Binding other = binding(Aggregation::Count);
    other.source = u"elsewhere"_s;
    BoardFold fold(
        board({tile(u"a"_s, TileKind::Kpi, binding(Aggregation::Count)), tile(u"b"_s, TileKind::Kpi, other)}));
    QCOMPARE(fold.snapshots(kNoon).size(), 2);
    QVERIFY(fold.snapshots(kNoon + 1).isEmpty());
    fold.fold(stored(1, kNoon + 2, "{}"));
    const QList<TileSnapshot> changed = fold.snapshots(kNoon + 3);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().tileId, u"a"_s);
    QCOMPARE(changed.constFirst().revision, 2u);
    QCOMPARE(fold.snapshots(kNoon + 4, true).size(), 2);
    QCOMPARE(fold.snapshots(kNoon + kMinuteUs).size(), 2); // the window has moved
    QVERIFY(fold.snapshots(kNoon + kMinuteUs + 1).isEmpty());
}

void TestBoardFold::rateIsPerUnit()
{
    Binding b = binding(Aggregation::Rate, kMinuteUs);
    b.ratePerUs = kMinuteUs;
    b.bucketUs = 10 * kSecondUs;
    BoardFold fold(board({tile(u"a"_s, TileKind::TimeSeries, b)}));
    for (quint64 i = 1; i <= 240; ++i)
        fold.fold(stored(i, kNoon + qint64(i) * kSecondUs / 2, "{}"));
    const TileSnapshot shot = only(fold, kNoon + 120 * kSecondUs);
    const QList<Point> &points = shot.series.constFirst().points;
    QCOMPARE(points.at(points.size() - 2), (Point{kNoon + 110 * kSecondUs, 120}));
    QVERIFY(std::fabs(shot.series.constFirst().total.value() - 120) < 3);
}

QTEST_GUILESS_MAIN(TestBoardFold)
#include "tst_boardfold.moc"
