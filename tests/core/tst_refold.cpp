// The short ways of a re-fold against the plain way, over random boards and events: late, out of order, with bad
// values, missing fields, several kinds, grouped.
#include "core/aggregate/boardfold.h"
#include "core/aggregate/rowfold.h"
#include "core/commitfeed.h"
#include "core/mapping/sharedpaths.h"
#include "core/projection.h"
#include "tests/support/journalfixture.h"

#include <QtTest/QTest>

#include <algorithm>
#include <random>

Q_DECLARE_METATYPE(hookboard::Binding)
Q_DECLARE_METATYPE(hookboard::EventNeeds)

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000'000'000;

using Random = std::mt19937_64;

template <typename List> auto oneOf(Random &random, const List &list)
{
    return list[qsizetype(random() % quint64(list.size()))];
}

const QStringList kPaths{
    u"$.amount"_s, u"$.user"_s,     u"$.where.country"_s, u"$.where.city[1]"_s, u"$.tags[*]"_s, u"header:X-Round"_s,
    u"query:n"_s,  u"deliveryId"_s, u"occurredAt"_s,      u"receivedAt"_s,      u"type"_s,      u"source"_s,
    u"verified"_s, u"peer"_s,       u"$.where"_s};
const QStringList kFilters{{},
                           {},
                           {},
                           u"$.amount > 300"_s,
                           u"$.where.country in [\"C1\", \"C2\"] or not $.user exists"_s,
                           u"header:X-Round = \"3\" and $.amount exists"_s,
                           u"type matches \"paid\""_s};
const QList<QStringList> kTypes{{}, {}, {u"order.paid"_s}, {u"order.*"_s}, {u"refund"_s, u"order.sent"_s}, {u"*"_s}};
const QStringList kSources{{}, {}, u"shop"_s, u"till"_s};

Binding randomBinding(Random &random)
{
    Binding binding;
    binding.source = oneOf(random, kSources);
    binding.types = oneOf(random, kTypes);
    binding.filter = oneOf(random, kFilters);
    binding.aggregation = Aggregation(random() % (quint64(Aggregation::StdDev) + 1));
    binding.value = oneOf(random, kPaths);
    if (binding.aggregation == Aggregation::Count && random() % 2 == 0)
        binding.value.clear();
    if (random() % 2 == 0)
        binding.groupBy = oneOf(random, kPaths);
    binding.timeBasis = random() % 2 == 0 ? TimeBasis::Event : TimeBasis::Arrival;
    if (random() % 3 == 0)
        binding.time = u"$.at"_s;
    binding.window.kind = Window::Kind(random() % 4);
    binding.window.timeZone = u"Europe/Berlin"_s;
    binding.window.events = 40;
    binding.verifiedOnly = random() % 2 == 0;
    return binding;
}

BoardSpec randomBoard(Random &random, int tiles)
{
    BoardSpec board;
    board.id = u"board"_s;
    for (int i = 0; i < tiles; ++i) {
        TileSpec tile;
        tile.id = u"t%1"_s.arg(i);
        tile.kind = TileKind(random() % (quint64(TileKind::Feed) + 1));
        tile.bindings = {randomBinding(random)};
        tile.rowLimit = 1 + int(random() % 30);
        for (int column = 0; column < 3; ++column)
            tile.columns.append({u"c"_s, oneOf(random, kPaths), {}});
        board.tiles.append(tile);
    }
    return board;
}

QByteArray randomPayload(Random &random, qint64 nowUs)
{
    if (random() % 40 == 0)
        return "no json";
    QByteArray json = "{";
    if (random() % 20 == 0)
        json += "\"amount\":\"much\",";
    else if (random() % 20 == 0)
        json += "\"amount\":1e999,";
    else if (random() % 10 != 0)
        json += "\"amount\":" + QByteArray::number(double(random() % 5'000) / 8) + ',';
    if (random() % 10 != 0)
        json += "\"user\":" + QByteArray::number(random() % 2'000) + ',';
    if (random() % 10 != 0)
        json += "\"where\":{\"country\":\"C" + QByteArray::number(random() % 5) + "\",\"city\":[null,\"" +
                QByteArray(qsizetype(random() % 300), 'x') + "\"]},";
    if (random() % 60 == 0) // larger than what is parsed ahead
        json += "\"pad\":\"" + QByteArray(20'000, 'p') + "\",";
    json += "\"tags\":[\"a\",2],";
    const qint64 at = nowUs - (random() % 8 == 0 ? qint64(random() % (5 * kHourUs)) : 0);
    return json + "\"at\":" + QByteArray::number(at / 1000) + "}";
}

StoredEvent randomEvent(Random &random, quint64 seq, qint64 nowUs)
{
    static const QStringList kinds{u"order.paid"_s, u"order.sent"_s, u"refund"_s, u"ping"_s};
    StoredEvent event;
    event.seq = seq;
    event.source = random() % 3 == 0 ? u"till"_s : u"shop"_s;
    event.type = oneOf(random, kinds);
    event.deliveryId = "d" + QByteArray::number(seq);
    event.receivedUs = nowUs;
    if (random() % 3 != 0)
        event.occurredUs = nowUs - qint64(random() % (3 * kHourUs));
    event.verified = random() % 10 != 0;
    event.simulated = random() % 10 == 0;
    event.peer = "127.0.0.1";
    event.target = "/hooks/shop?n=" + QByteArray::number(random() % 50);
    event.headers.append("X-Round", QByteArray::number(random() % 5));
    event.body = event.payload = randomPayload(random, nowUs);
    return event;
}

std::vector<StoredEvent> randomEvents(Random &random, int count)
{
    std::vector<StoredEvent> events;
    qint64 now = kStart;
    for (int i = 0; i < count; ++i) {
        now += qint64(random() % (30 * kSecondUs)) - (random() % 50 == 0 ? kHourUs / 4 : 0);
        events.push_back(randomEvent(random, quint64(i + 1), now));
    }
    return events;
}

QList<QByteArray> statesOf(BoardFold &fold)
{
    QList<QByteArray> states;
    for (const Checkpoint &checkpoint : fold.checkpoints(false))
        states.append(checkpoint.key + ' ' + QByteArray::number(checkpoint.uptoSeq) + ' ' + checkpoint.state);
    return states;
}

// The same events as a journal gives them back.
void store(JournalFixture &journal, const std::vector<StoredEvent> &events, size_t total = 0)
{
    for (const StoredEvent &event : events) {
        RawDelivery raw = TestDeliveries::raw(event.deliveryId, event.body, event.source);
        raw.target = event.target;
        raw.headers = event.headers;
        raw.receivedUs = event.receivedUs;
        Verdict verdict = TestDeliveries::verdict(event.deliveryId, event.type);
        verdict.verified = event.verified;
        verdict.occurredUs = event.occurredUs;
        verdict.simulated = event.simulated;
        journal.append(TestDeliveries::make(std::move(raw), std::move(verdict)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(journal.receiptCount(), total ? total : events.size(), 20'000);
}

FieldPath compiled(const QString &path, SharedPaths *shared = nullptr)
{
    return std::get<FieldPath>(FieldPath::compile(path, shared));
}

} // namespace

class TestRefold : public QObject
{
    Q_OBJECT
private slots:
    void manyTilesFoldLikeEachAlone();
    void sharedPathsLeadWhereTheyLeadAlone();
    void eventsReadAsNeededFoldLikeWholeOnes();
    void onlyBodiesOfWantedKindsAreRead();
    void needsAreWhatPathsAskFor_data();
    void needsAreWhatPathsAskFor();
    void keptRowsAreThePlainRows();
    void readAheadIsBoundedAndInOrder();
    void aRefoldBesideLiveEventsEndsLikeAFullFold();
    void aBoardThatClosesStopsItsReading();
    void readingGoesOnWhenTheJournalIsBack();
};

// One look at each path per event, for all tiles.
void TestRefold::manyTilesFoldLikeEachAlone()
{
    Random random(11);
    for (int round = 0; round < 6; ++round) {
        const BoardSpec spec = randomBoard(random, 20);
        const std::vector<StoredEvent> events = randomEvents(random, 400);
        BoardFold together(spec);
        QList<QByteArray> alone;
        for (const TileSpec &tile : spec.tiles) {
            BoardSpec single = spec;
            single.tiles = {tile};
            BoardFold fold(single);
            for (const StoredEvent &event : events)
                fold.fold(event);
            alone += statesOf(fold);
        }
        for (const StoredEvent &event : events)
            together.fold(event);
        const QList<QByteArray> states = statesOf(together);
        QCOMPARE(states.size(), alone.size());
        for (qsizetype i = 0; i < states.size(); ++i)
            QVERIFY2(states.at(i) == alone.at(i), alone.at(i).left(20).constData());
    }
}

void TestRefold::sharedPathsLeadWhereTheyLeadAlone()
{
    Random random(12);
    SharedPaths shared;
    SharedPaths others; // of another board: its numbers are the same, its paths are not
    QStringList reversed = kPaths;
    std::reverse(reversed.begin(), reversed.end());
    EventView view;
    for (const StoredEvent &event : randomEvents(random, 300)) {
        view.reset(event);
        for (qsizetype i = 0; i < kPaths.size(); ++i) {
            const FieldPath one = compiled(kPaths.at(i), &shared);
            const FieldPath other = compiled(reversed.at(i), &others);
            QCOMPARE(one.number(), other.number());
            for (int twice = 0; twice < 2; ++twice) {
                QCOMPARE(one.evaluate(view, true), compiled(kPaths.at(i)).evaluate(view, true));
                QCOMPARE(other.evaluate(view, true), compiled(reversed.at(i)).evaluate(view, true));
            }
        }
    }
    QCOMPARE(shared.size(), int(kPaths.size()));
}

void TestRefold::eventsReadAsNeededFoldLikeWholeOnes()
{
    Random random(13);
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, 1'500));
    const auto reader = journal.reader();
    for (int round = 0; round < 25; ++round) {
        const BoardSpec spec = randomBoard(random, 1 + int(random() % 4));
        BoardFold whole(spec);
        BoardFold needed(spec);
        QVERIFY(reader->scan(0, 1'500, [&](const StoredEvent &event) {
            whole.fold(event);
            return true;
        }));
        QVERIFY(reader->scan(
            0, 1'500,
            [&](const StoredEvent &event) {
                needed.fold(event);
                return true;
            },
            needed.needs()));
        QCOMPARE(needed.uptoSeq(), quint64(1'500));
        QCOMPARE(statesOf(needed), statesOf(whole));
    }
}

void TestRefold::onlyBodiesOfWantedKindsAreRead()
{
    Random random(14);
    JournalFixture journal;
    journal.open();
    const std::vector<StoredEvent> events = randomEvents(random, 400);
    store(journal, events);
    EventNeeds needs{false, true, false, QList<EventNeeds::Kind>{{u"shop"_s, u"order.*"_s}, {{}, u"refund"_s}}};
    size_t next = 0;
    QVERIFY(journal.reader()->scan(
        0, events.size(),
        [&](const StoredEvent &event) {
            const StoredEvent &stored = events.at(next++);
            const bool wanted =
                (stored.source == "shop"_L1 && stored.type.startsWith("order."_L1)) || stored.type == "refund"_L1;
            const bool same = event.seq == stored.seq && event.receivedUs == stored.receivedUs &&
                              event.source == stored.source && event.type == stored.type &&
                              event.verified == stored.verified && event.occurredUs == stored.occurredUs &&
                              event.payload == (wanted ? stored.payload : QByteArray());
            return same && event.deliveryId.isEmpty() && event.headers.isEmpty() && event.target.isEmpty();
        },
        needs));
    QCOMPARE(next, events.size());
    needs.bodies = QList<EventNeeds::Kind>();
    QVERIFY(journal.reader()->scan(
        0, 400, [](const StoredEvent &event) { return event.body.isEmpty(); }, needs));
}

void TestRefold::needsAreWhatPathsAskFor_data()
{
    QTest::addColumn<Binding>("binding");
    QTest::addColumn<EventNeeds>("needs");
    using Kinds = QList<EventNeeds::Kind>;
    Binding binding;
    QTest::newRow("a count asks for nothing") << binding << EventNeeds{false, false, false, Kinds()};
    binding.groupBy = u"header:X-A"_s;
    QTest::newRow("a header") << binding << EventNeeds{false, false, true, Kinds()};
    binding.groupBy = u"$.a"_s;
    QTest::newRow("the payload of every event") << binding << EventNeeds{false, false, false, {}};
    binding.types = {u"a"_s, u"b.*"_s};
    QTest::newRow("the payload of two kinds")
        << binding << EventNeeds{false, false, false, Kinds{{{}, u"a"_s}, {{}, u"b.*"_s}}};
    binding = {};
    binding.source = u"shop"_s;
    binding.filter = u"$.a = 1 or deliveryId = \"x\""_s;
    QTest::newRow("what a filter asks for") << binding << EventNeeds{true, false, false, Kinds{{u"shop"_s, {}}}};
    binding = {};
    binding.timeBasis = TimeBasis::Event;
    QTest::newRow("the time that the template named") << binding << EventNeeds{false, true, false, Kinds()};
    binding.time = u"$.at"_s;
    QTest::newRow("a time in the payload") << binding << EventNeeds{false, false, false, {}};
}

void TestRefold::needsAreWhatPathsAskFor()
{
    QFETCH(Binding, binding);
    QFETCH(EventNeeds, needs);
    BoardSpec board;
    TileSpec tile;
    tile.id = u"a"_s;
    tile.kind = TileKind::Bar;
    tile.bindings = {binding};
    board.tiles = {tile};
    QVERIFY(BoardFold(board).needs() == needs);
    // Columns ask too.
    board.tiles[0].kind = TileKind::Table;
    board.tiles[0].columns = {{u"Peer"_s, u"peer"_s, {}}};
    QVERIFY(BoardFold(board).needs().envelope);
}

void TestRefold::keptRowsAreThePlainRows()
{
    Random random(15);
    const qsizetype limit = 25;
    std::vector<FieldPath> columns;
    std::vector<ValueText> texts;
    for (const QString &path : kPaths) {
        columns.push_back(compiled(path));
        texts.push_back(ValueText::ofPath(columns.back()));
    }
    RowFold rows(texts, int(limit));
    QList<Row> plain; // all rows that ever were, oldest first
    EventView view;
    for (const StoredEvent &event : randomEvents(random, 600)) {
        view.reset(event);
        Measurement measurement;
        measurement.seq = event.seq;
        measurement.timeUs = event.eventTimeUs();
        measurement.verified = event.verified;
        measurement.simulated = event.simulated;
        rows.add(measurement, view);
        Row row{event.seq, measurement.timeUs, event.source, event.type, event.verified, event.simulated, {}};
        for (const FieldPath &column : columns) {
            const Scalar value = column.evaluate(view, true);
            row.cells.append({value, value.isAbsent()});
        }
        plain.insert(std::upper_bound(plain.begin(), plain.end(), row,
                                      [](const Row &a, const Row &b) {
                                          return std::pair(a.timeUs, a.seq) < std::pair(b.timeUs, b.seq);
                                      }),
                     row);
        if (random() % 7 != 0)
            continue;
        StateWriter out;
        rows.write(out);
        RowFold restored(texts, int(limit));
        const QByteArray state = out.sealed();
        StateReader in(state);
        restored.read(in);
        QVERIFY(in.atEnd());
        const Span everything{0, std::numeric_limits<qint64>::max()};
        for (const QList<Row> &shown : {rows.rows(everything, limit), restored.rows(everything, limit)}) {
            QCOMPARE(shown.size(), std::min(limit, plain.size()));
            for (qsizetype i = 0; i < shown.size(); ++i) {
                const Row &expected = plain.at(plain.size() - 1 - i);
                QCOMPARE(shown.at(i).seq, expected.seq);
                QCOMPARE(shown.at(i).type, expected.type);
                QCOMPARE(shown.at(i).cells.size(), expected.cells.size());
                for (qsizetype cell = 0; cell < expected.cells.size(); ++cell) {
                    QCOMPARE(shown.at(i).cells.at(cell).value, expected.cells.at(cell).value);
                    QCOMPARE(shown.at(i).cells.at(cell).missing, expected.cells.at(cell).missing);
                }
            }
        }
        if (random() % 3 == 0)
            rows = std::move(restored); // a checkpoint lies between
    }
}

void TestRefold::readAheadIsBoundedAndInOrder()
{
    constexpr quint64 kCount = 2'500;
    Random random(16);
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, int(kCount)));
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QObject home;
    ReadAhead ahead(pool, home, std::make_shared<BlockReader>(journal.settings.path), 100, EventNeeds());
    int blocks = 0;
    connect(&ahead, &ReadAhead::arrived, &home, [&blocks] { ++blocks; });
    QVERIFY(!ahead.next());
    ahead.readTo(kCount - 5);
    QTRY_COMPARE(blocks, int(ReadAhead::kBlocks));
    QVERIFY(pool.waitForDone()); // nobody takes anything: nothing more is read
    QCoreApplication::processEvents();
    QCOMPARE(blocks, int(ReadAhead::kBlocks));
    quint64 expected = 101;
    const auto takeAll = [&] {
        while (const ReadEvent *read = ahead.next()) {
            if (read->event.seq != expected)
                return false;
            ++expected;
            if (ahead.position() != read->event.seq)
                return false;
        }
        return true;
    };
    QTRY_VERIFY(takeAll() && expected == kCount - 4);
    QCOMPARE(ahead.position(), kCount - 5);
    ahead.readTo(kCount + 50); // as after retention: the last numbers are missing
    QTRY_VERIFY(takeAll() && ahead.position() == kCount + 50);
    QCOMPARE(expected, kCount + 1);
    QVERIFY(!ahead.error());
    QVERIFY(pool.waitForDone());
}

namespace {

// A projection beside a journal, wired as in the engine but in one thread, and what it saved.
class LiveProjection
{
public:
    explicit LiveProjection(const QString &path)
        : projection(path, clock)
    {
        QObject::connect(&feed, &CommitFeed::folding, &projection, &Projection::onFolding);
        QObject::connect(&projection, &Projection::consumed, &feed, &CommitFeed::consumed);
        QObject::connect(&projection, &Projection::saveCheckpoints, &projection, [this](const CheckpointBatch &batch) {
            for (const Checkpoint &checkpoint : *batch)
                saved[checkpoint.key] = checkpoint.state;
        });
        QObject::connect(&projection, &Projection::boardUpdated, &projection, [this](const BoardUpdate &update) {
            for (const TileSnapshot &tile : update.tiles)
                uptoSeq = std::max(uptoSeq, tile.uptoSeq);
            ++updates;
            projection.updateTaken(update.boardId);
        });
        projection.furnish();
    }
    explicit LiveProjection(JournalFixture &journal)
        : LiveProjection(journal.settings.path)
    {
        QObject::connect(journal.journal.get(), &Journal::committed, &feed, &CommitFeed::onCommitted);
        holds(journal.receiptCount());
    }
    void holds(quint64 lastSeq)
    {
        JournalState state;
        state.writable = true;
        state.lastSeq = lastSeq;
        projection.onJournalState(state);
    }

    SystemClock clock;
    CommitFeed feed;
    Projection projection;
    QMap<QByteArray, QByteArray> saved;
    quint64 uptoSeq = 0;
    int updates = 0;
};

} // namespace

void TestRefold::aRefoldBesideLiveEventsEndsLikeAFullFold()
{
    Random random(17);
    for (int round = 0; round < 3; ++round) {
        JournalFixture journal;
        journal.open();
        const std::vector<StoredEvent> events = randomEvents(random, 4'000);
        store(journal, {events.begin(), events.begin() + 3'000});
        LiveProjection live(journal);
        const BoardSpec spec = randomBoard(random, 12);
        live.projection.openBoard(spec);
        for (size_t next = 3'000; next < events.size();) { // while the past is read
            const size_t end = std::min(events.size(), next + 1 + random() % 250);
            store(journal, {events.begin() + qsizetype(next), events.begin() + qsizetype(end)}, end);
            next = end;
        }
        QTRY_COMPARE(live.uptoSeq, quint64(events.size()));
        live.projection.closeBoard(spec.id);
        BoardFold full(spec);
        QVERIFY(journal.reader()->scan(0, events.size(), [&full](const StoredEvent &event) {
            full.fold(event);
            return true;
        }));
        int compared = 0;
        for (const Checkpoint &checkpoint : full.checkpoints(true)) {
            QVERIFY2(live.saved.contains(checkpoint.key), checkpoint.key.constData());
            QVERIFY2(live.saved.value(checkpoint.key) == checkpoint.state, checkpoint.key.constData());
            ++compared;
        }
        QVERIFY(compared > 0);
    }
}

void TestRefold::aBoardThatClosesStopsItsReading()
{
    Random random(18);
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, 2'000));
    LiveProjection live(journal);
    const BoardSpec spec = randomBoard(random, 3);
    live.projection.openBoard(spec);
    live.projection.closeBoard(spec.id); // blocks are under way
    BoardSpec changed = spec;
    changed.tiles.first().bindings.first().label = u"other"_s;
    live.projection.openBoard(changed);
    live.projection.openBoard(spec); // and once more, before any block has come
    QTRY_COMPARE(live.uptoSeq, quint64(2'000));
}

void TestRefold::readingGoesOnWhenTheJournalIsBack()
{
    Random random(19);
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, 1'000));
    journal.close();
    const QString path = journal.settings.path;
    QVERIFY(QFile::rename(path, path + ".away"_L1));
    LiveProjection live(path);
    live.projection.openBoard(randomBoard(random, 3));
    live.holds(1'000); // but the file is not there
    QTRY_VERIFY(live.updates > 0);
    QCOMPARE(live.uptoSeq, quint64(0));
    QVERIFY(QFile::rename(path + ".away"_L1, path));
    live.holds(1'000);
    QTRY_COMPARE(live.uptoSeq, quint64(1'000));
}

QTEST_GUILESS_MAIN(TestRefold)
#include "tst_refold.moc"
