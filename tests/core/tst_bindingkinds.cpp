// Items of arrays, shares, times between two events and "from now on", against results that are computed here the plain
// way; and, for all of them, a checkpoint plus the tail against a full fold.
#include "core/aggregate/boardfold.h"
#include "core/aggregate/pairtable.h"
#include "core/aggregate/tilefold.h"

#include <QtTest/QTest>

#include <cmath>
#include <map>
#include <random>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000 * kSecondUs;

using Random = std::mt19937_64;

StoredEvent stored(quint64 seq, const QString &type, const QByteArray &payload, qint64 receivedUs = kStart)
{
    StoredEvent event;
    event.seq = seq;
    event.source = u"shop"_s;
    event.type = type;
    event.receivedUs = receivedUs;
    event.verified = true;
    event.body = event.payload = payload;
    return event;
}

Binding binding(Aggregation aggregation, const QString &value = {})
{
    Binding made;
    made.aggregation = aggregation;
    made.value = value;
    made.window.kind = Window::Kind::All;
    return made;
}

BoardSpec boardOf(const QList<Binding> &bindings, TileKind kind = TileKind::Bar)
{
    BoardSpec board;
    board.id = u"b"_s;
    for (const Binding &made : bindings) {
        TileSpec tile;
        tile.id = u"t%1"_s.arg(board.tiles.size());
        tile.kind = kind;
        tile.bindings = {made};
        board.tiles.append(tile);
    }
    return board;
}

TileSnapshot snapshotOf(const Binding &made, const std::vector<StoredEvent> &events, TileKind kind = TileKind::Bar)
{
    BoardFold fold(boardOf({made}, kind));
    for (const StoredEvent &event : events)
        fold.fold(event);
    return fold.snapshots(events.back().receivedUs + kSecondUs, true).constFirst();
}

std::map<QString, double> totalsOf(const TileSnapshot &snapshot)
{
    std::map<QString, double> totals;
    for (const Series &series : snapshot.series)
        totals[series.key] = series.total.value_or(-1);
    return totals;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 17);
}

} // namespace

class TestBindingKinds : public QObject
{
    Q_OBJECT
private slots:
    void everyItemIsMeasured();
    void itemsAreFilteredAndRowsOfTheirOwn();
    void itemsBeyondTheLimitAreSkipped();
    void eventsWithoutItemsSaySo();
    void theLastItemIsTheLastValue();
    void aShareIsTheCountOfBoth();
    void timesBetweenEventsAreThePlainOnes();
    void aPairTellsWhatCannotBePaired();
    void openPairsAreBoundedByNumber();
    void fromNowOnLeavesThePastOut();
    void aCheckpointAndTheTailAreTheWhole();
};

void TestBindingKinds::everyItemIsMeasured()
{
    Random random(1);
    std::vector<StoredEvent> events;
    std::map<QString, double> expected;
    quint64 items = 0;
    for (quint64 seq = 1; seq <= 300; ++seq) {
        const int rate = int(random() % 5);
        QByteArray list;
        for (int i = int(random() % 6); i > 0; --i) {
            const int quantity = int(random() % 10);
            const int price = int(random() % 1000);
            const QByteArray sku = "s" + QByteArray::number(random() % 4);
            list += QByteArray(list.isEmpty() ? "" : ",") + "{\"sku\":\"" + sku +
                    "\",\"q\":" + QByteArray::number(quantity) + ",\"p\":" + QByteArray::number(price) + "}";
            expected[QString::fromLatin1(sku)] += double(quantity) * price * rate;
            ++items;
        }
        events.push_back(
            stored(seq, u"order"_s, "{\"rate\":" + QByteArray::number(rate) + ",\"items\":[" + list + "]}"));
    }
    Binding made = binding(Aggregation::Sum, u"= {@.q} * {@.p} * {$.rate}"_s);
    made.each = u"$.items[*]"_s;
    made.groupBy = u"@.sku"_s;
    const TileSnapshot snapshot = snapshotOf(made, events);
    QVERIFY(!snapshot.error);
    QCOMPARE(totalsOf(snapshot), expected);
    QCOMPARE(snapshot.matched, items);
}

void TestBindingKinds::itemsAreFilteredAndRowsOfTheirOwn()
{
    const std::vector<StoredEvent> events{stored(1, u"order"_s, R"({"id":"A","items":[{"n":1},{"n":5},{"n":9}]})"),
                                          stored(2, u"order"_s, R"({"id":"B","items":[{"n":7},{"n":2}]})")};
    Binding made = binding(Aggregation::Count);
    made.each = u"$.items[*]"_s;
    made.filter = u"@.n >= 5"_s;
    QCOMPARE(snapshotOf(made, events).matched, 3U);
    BoardSpec board = boardOf({made}, TileKind::Table);
    board.tiles.first().columns = {{u"Order"_s, u"{$.id}-{@.n}"_s, {}}, {u"N"_s, u"@.n"_s, {}}};
    BoardFold fold(board);
    for (const StoredEvent &event : events)
        fold.fold(event);
    const QList<Row> rows = fold.snapshots(kStart + kSecondUs, true).constFirst().rows;
    QStringList cells;
    for (const Row &row : rows)
        cells.append(row.cells.at(0).value.toText() + u'|' + row.cells.at(1).value.toText());
    QCOMPARE(cells, (QStringList{u"B-7|7"_s, u"A-9|9"_s, u"A-5|5"_s}));
}

void TestBindingKinds::itemsBeyondTheLimitAreSkipped()
{
    const int extra = 25;
    QByteArray list = "[0";
    for (int i = 1; i < Mapper::kMostItems + extra; ++i)
        list += ",1";
    Binding made = binding(Aggregation::Sum, u"@"_s);
    made.each = u"$[*]"_s;
    const TileSnapshot snapshot = snapshotOf(made, {stored(1, u"x"_s, list + "]")});
    QCOMPARE(snapshot.matched, quint64(Mapper::kMostItems));
    QCOMPARE(snapshot.skipped, (QMap<QString, quint64>{{u"too-many-items"_s, extra}}));
    QCOMPARE(totalsOf(snapshot).at(QString()), double(Mapper::kMostItems - 1));
}

void TestBindingKinds::eventsWithoutItemsSaySo()
{
    Binding made = binding(Aggregation::Count);
    made.each = u"$.items[*]"_s;
    const TileSnapshot snapshot = snapshotOf(made, {stored(1, u"x"_s, R"({"items":[]})"), stored(2, u"x"_s, "{}"),
                                                    stored(3, u"x"_s, "no"), stored(4, u"x"_s, R"({"items":[null]})")});
    QCOMPARE(snapshot.matched, 1U);
    QCOMPARE(snapshot.skipped, (QMap<QString, quint64>{{u"no-items"_s, 2}, {u"not-json"_s, 1}}));
}

void TestBindingKinds::theLastItemIsTheLastValue()
{
    Binding made = binding(Aggregation::Last, u"@"_s);
    made.each = u"$[*]"_s;
    TileSnapshot snapshot = snapshotOf(made, {stored(1, u"x"_s, "[1,2,3]")}, TileKind::Kpi);
    QVERIFY(snapshot.value == Scalar(qint64(3)));
    made.aggregation = Aggregation::First;
    snapshot = snapshotOf(made, {stored(1, u"x"_s, "[1,2,3]")}, TileKind::Kpi);
    QVERIFY(snapshot.value == Scalar(qint64(1)));
}

void TestBindingKinds::aShareIsTheCountOfBoth()
{
    Random random(2);
    std::vector<StoredEvent> events;
    std::map<QString, std::pair<int, int>> counted; // country -> paid, all
    for (quint64 seq = 1; seq <= 500; ++seq) {
        const bool paid = random() % 3 == 0;
        const QByteArray country = "C" + QByteArray::number(random() % 4);
        const bool test = random() % 5 == 0;
        events.push_back(stored(seq, u"order"_s,
                                "{\"paid\":" + QByteArray(paid ? "true" : "false") + ",\"country\":\"" + country +
                                    "\",\"test\":" + (test ? "true" : "false") + "}"));
        if (test)
            continue;
        auto &[part, all] = counted[QString::fromLatin1(country)];
        part += paid ? 1 : 0;
        ++all;
    }
    Binding made = binding(Aggregation::Ratio);
    made.filter = u"$.test = false"_s;
    made.part = u"$.paid = true"_s;
    made.groupBy = u"$.country"_s;
    std::map<QString, double> expected;
    for (const auto &[country, counts] : counted)
        expected[country] = double(counts.first) / counts.second;
    QCOMPARE(totalsOf(snapshotOf(made, events)), expected);
    made.part.clear();
    QVERIFY(snapshotOf(made, events).error);
}

void TestBindingKinds::timesBetweenEventsAreThePlainOnes()
{
    Random random(3);
    constexpr qint64 kTimeout = 2 * kHourUs;
    std::vector<StoredEvent> events;
    std::map<int, std::pair<qint64, qint64>> open; // order -> time, arrival
    std::map<QString, double> sums;
    quint64 pairs = 0;
    quint64 unpaired = 0;
    quint64 noStart = 0;
    qint64 now = kStart;
    for (quint64 seq = 1; seq <= 3'000; ++seq) {
        now += qint64(random() % 60) * kSecondUs;
        const int order = int(random() % 200);
        const bool paid = random() % 2 == 0;
        const qint64 at = now - qint64(random() % 100) * kSecondUs;
        const QByteArray country = "C" + QByteArray::number(random() % 3);
        StoredEvent event = stored(seq, paid ? u"order.paid"_s : u"order.created"_s,
                                   "{\"id\":" + QByteArray::number(order) + ",\"country\":\"" + country + "\"}", now);
        event.occurredUs = at;
        events.push_back(event);
        unpaired += std::erase_if(open, [&](const auto &entry) { return now - entry.second.second > kTimeout; });
        const auto waiting = open.find(order);
        if (!paid) {
            unpaired += waiting != open.end() ? 1 : 0;
            open[order] = {at, now};
        } else if (waiting == open.end() || waiting->second.first > at) {
            ++noStart;
        } else {
            sums[QString::fromLatin1(country)] += double(at - waiting->second.first) / 1e6;
            open.erase(waiting);
            ++pairs;
        }
    }
    Binding made = binding(Aggregation::Sum);
    made.groupBy = u"$.country"_s;
    made.timeBasis = TimeBasis::Event;
    made.pairing = Pairing{u"order {$.id}"_s, u"order.created"_s, u"order.paid"_s, kTimeout};
    const TileSnapshot snapshot = snapshotOf(made, events);
    QVERIFY(!snapshot.error);
    QCOMPARE(snapshot.matched, pairs);
    QCOMPARE(snapshot.openPairs, quint64(open.size()));
    QCOMPARE(snapshot.skipped, (QMap<QString, quint64>{{u"no-start"_s, noStart}, {u"unpaired"_s, unpaired}}));
    const std::map<QString, double> totals = totalsOf(snapshot);
    QCOMPARE(totals.size(), sums.size());
    for (const auto &[country, sum] : sums)
        QVERIFY(std::abs(totals.at(country) - sum) < 1e-6);
    QVERIFY(pairs > 100 && unpaired > 10 && noStart > 10);
}

void TestBindingKinds::aPairTellsWhatCannotBePaired()
{
    Binding made = binding(Aggregation::Max);
    made.pairing = Pairing{u"$.id"_s, u"tick"_s, u"tick"_s, kDayUs}; // from each to the next
    const TileSnapshot snapshot = snapshotOf(
        made,
        {stored(1, u"tick"_s, R"({"id":"a"})", kStart), stored(2, u"tick"_s, R"({"id":"a"})", kStart + 5 * kSecondUs),
         stored(3, u"tick"_s, "{}", kStart), stored(4, u"tick"_s, R"({"id":null})", kStart),
         stored(5, u"tock"_s, R"({"id":"a"})", kStart), stored(6, u"tick"_s, R"({"id":"a"})", kStart + 12 * kSecondUs)},
        TileKind::Kpi);
    QVERIFY(snapshot.value == Scalar(7.0));
    QCOMPARE(snapshot.matched, 2U);
    QCOMPARE(snapshot.openPairs, 1U);
    QCOMPARE(snapshot.skipped, (QMap<QString, quint64>{{u"missing"_s, 2}}));
}

void TestBindingKinds::openPairsAreBoundedByNumber()
{
    PairTable table(kDayUs);
    quint64 given = 0;
    const int count = int(PairTable::kMaxOpen) + 100;
    for (int i = 0; i < count; ++i)
        given += table.open(QByteArray::number(i), i, i);
    QCOMPARE(given, 100U);
    QCOMPARE(table.size(), PairTable::kMaxOpen);
    StateWriter out;
    table.write(out);
    PairTable restored(kDayUs);
    const QByteArray state = out.sealed();
    StateReader in(state);
    restored.read(in);
    QVERIFY(in.atEnd());
    for (PairTable *each : {&table, &restored}) {
        QVERIFY(!each->close("99", count)); // the oldest had to go
        QCOMPARE(each->close("100", count), std::optional<qint64>(count - 100));
        QVERIFY(!each->close("100", count));
        QCOMPARE(each->expire(kDayUs + 150), 49U);
    }
    QByteArray wrong = state;
    wrong[wrong.size() / 2] = char(wrong[wrong.size() / 2] ^ 1);
    StateReader damaged(wrong);
    QVERIFY(!damaged.ok());
}

void TestBindingKinds::fromNowOnLeavesThePastOut()
{
    std::vector<StoredEvent> events;
    for (quint64 seq = 1; seq <= 10; ++seq)
        events.push_back(stored(seq, u"x"_s, "{}", kStart + qint64(seq) * kMinuteUs));
    Binding made = binding(Aggregation::Count);
    made.sinceUs = kStart + 7 * kMinuteUs;
    QCOMPARE(snapshotOf(made, events).matched, 4U); // 7, 8, 9, 10
    // What lies before is not known to have been silent.
    TileFold fold(made, TileKind::TimeSeries);
    fold.cover(events.front().receivedUs);
    QCOMPARE(fold.coveredFromUs(), made.sinceUs);
    TileFold late(made, TileKind::TimeSeries);
    late.cover(events.back().receivedUs);
    QCOMPARE(late.coveredFromUs(), events.back().receivedUs);
}

void TestBindingKinds::aCheckpointAndTheTailAreTheWhole()
{
    Random random(4);
    Binding items = binding(Aggregation::P90, u"@.p"_s);
    items.each = u"$.items[*]"_s;
    items.groupBy = u"@.sku"_s;
    items.groupSteps = {steps::MapValues{{{u"s0"_s, u"zero"_s}}, u"rest"_s}};
    Binding share = binding(Aggregation::Ratio);
    share.part = u"$.id < 20"_s;
    share.sinceUs = kStart + kHourUs;
    Binding pair = binding(Aggregation::Avg);
    pair.pairing = Pairing{u"$.id"_s, u"a"_s, u"b"_s, kHourUs};
    Binding scaled = binding(Aggregation::Sum, u"$.price"_s);
    scaled.steps = {steps::ParseNumber{u","_s, u"."_s}, steps::Scale{100, 0}};
    Binding last = pair;
    last.window.kind = Window::Kind::LastEvents;
    last.window.events = 20;
    const BoardSpec board = boardOf({items, share, pair, scaled, last}, TileKind::TimeSeries);
    std::vector<StoredEvent> events;
    qint64 now = kStart;
    for (quint64 seq = 1; seq <= 1'500; ++seq) {
        now += qint64(random() % 20) * kSecondUs;
        QByteArray json = "{\"id\":" + QByteArray::number(random() % 40) + ",\"items\":[";
        for (int i = int(random() % 3); i >= 0; --i)
            json += "{\"sku\":\"s" + QByteArray::number(random() % 4) +
                    "\",\"p\":" + number(double(random() % 99) / 4) + (i > 0 ? "}," : "}");
        json += "],\"price\":\"1." + QByteArray::number(100 + random() % 900) + ",5\"}";
        events.push_back(stored(seq, random() % 2 == 0 ? u"a"_s : u"b"_s, json, now));
    }
    BoardFold whole(board);
    for (const StoredEvent &event : events)
        whole.fold(event);
    const std::vector<Checkpoint> expected = whole.checkpoints(false);
    QCOMPARE(expected.size(), size_t(board.tiles.size()));
    for (int round = 0; round < 12; ++round) {
        std::vector<Checkpoint> checkpoints;
        for (size_t from = 0; from < events.size();) { // a crash after each stretch
            BoardFold fold(board);
            const quint64 upto = fold.restore(checkpoints);
            QCOMPARE(upto, quint64(from));
            from = std::min(events.size(), from + 1 + random() % 700);
            for (size_t i = upto; i < from; ++i)
                fold.fold(events[i]);
            checkpoints = fold.checkpoints(false);
        }
        for (size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(checkpoints[i].key, expected[i].key);
            QVERIFY2(checkpoints[i].state == expected[i].state, expected[i].key.constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestBindingKinds)
#include "tst_bindingkinds.moc"
