// The short ways of a re-fold against the plain way, over random boards and events: late, out of order, with bad
// values, missing fields, several kinds, grouped.
#include "core/aggregate/boardfold.h"
#include "core/aggregate/rowfold.h"
#include "core/mapping/sharedpaths.h"
#include "core/readahead.h"
#include "tests/support/randomevents.h"

#include <QtCore/QThreadPool>
#include <QtTest/QTest>

#include <algorithm>
#include <random>

Q_DECLARE_METATYPE(hookboard::Binding)
Q_DECLARE_METATYPE(hookboard::EventNeeds)

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<QByteArray> statesOf(BoardFold &fold)
{
    QList<QByteArray> states;
    for (const Checkpoint &checkpoint : fold.checkpoints(false))
        states.append(checkpoint.key + ' ' + QByteArray::number(checkpoint.uptoSeq) + ' ' + checkpoint.state);
    return states;
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

QTEST_GUILESS_MAIN(TestRefold)
#include "tst_refold.moc"
