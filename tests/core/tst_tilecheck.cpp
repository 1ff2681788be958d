// tileProblems: every wrong text of a tile is found, at its place, and nothing that the kind does not use.
#include "core/mapping/tilecheck.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

using Part = TileProblem::Part;

namespace {

TileSpec tileWith(TileKind kind, const Binding &binding)
{
    TileSpec tile;
    tile.kind = kind;
    tile.bindings = {binding};
    return tile;
}

} // namespace

class TestTileCheck : public QObject
{
    Q_OBJECT
private slots:
    void aPlainCountIsFine();
    void everyWrongTextIsToldAtItsPlace();
    void aSumNeedsAValue();
    void whatTheKindDoesNotUseIsNotChecked();
    void columnsAreCountedFromZero();
    void aTimePathMattersOnlyByEventTime();
};

void TestTileCheck::aPlainCountIsFine()
{
    QVERIFY(tileProblems(tileWith(TileKind::Kpi, {})).isEmpty());
}

void TestTileCheck::everyWrongTextIsToldAtItsPlace()
{
    Binding binding;
    binding.aggregation = Aggregation::Sum;
    binding.filter = u"$.amount >= "_s;
    binding.value = u"$.items["_s;
    binding.groupBy = u"county"_s;
    const QList<TileProblem> problems = tileProblems(tileWith(TileKind::TimeSeries, binding));
    QCOMPARE(problems.size(), 3);
    QCOMPARE(problems[0].part, Part::Filter);
    QCOMPARE(problems[0].position, binding.filter.size());
    QCOMPARE(problems[1].part, Part::Value);
    QCOMPARE(problems[1].position, binding.value.size());
    QCOMPARE(problems[2].part, Part::GroupBy);
    QCOMPARE(problems[2].position, 0);
    for (const TileProblem &problem : problems)
        QVERIFY(!problem.message.isEmpty());
}

void TestTileCheck::aSumNeedsAValue()
{
    Binding binding;
    binding.aggregation = Aggregation::Sum;
    const QList<TileProblem> problems = tileProblems(tileWith(TileKind::Kpi, binding));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].part, Part::Value);
    QCOMPARE(problems[0].position, -1);
}

void TestTileCheck::whatTheKindDoesNotUseIsNotChecked()
{
    Binding binding;
    binding.aggregation = Aggregation::Sum;
    binding.groupBy = u"]"_s;
    binding.value = u"]"_s;
    QVERIFY(tileProblems(tileWith(TileKind::Feed, binding)).isEmpty());
    QCOMPARE(tileProblems(tileWith(TileKind::Kpi, binding)).size(), 1); // one number has no groups
    QCOMPARE(tileProblems(tileWith(TileKind::Bar, binding)).size(), 2);
}

void TestTileCheck::columnsAreCountedFromZero()
{
    TileSpec tile = tileWith(TileKind::Table, {});
    tile.columns = {{u"Order"_s, u"$.order"_s}, {u"City"_s, u"$.city]"_s}, {u"Empty"_s, {}}};
    const QList<TileProblem> problems = tileProblems(tile);
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems[0].index, 1);
    QCOMPARE(problems[0].position, 6);
    QCOMPARE(problems[1].index, 2);
    QCOMPARE(problems[1].position, -1);
}

void TestTileCheck::aTimePathMattersOnlyByEventTime()
{
    Binding binding;
    binding.time = u"$["_s;
    QVERIFY(tileProblems(tileWith(TileKind::Kpi, binding)).isEmpty());
    binding.timeBasis = TimeBasis::Event;
    QCOMPARE(tileProblems(tileWith(TileKind::Kpi, binding)).value(0).part, Part::Time);
}

QTEST_GUILESS_MAIN(TestTileCheck)
#include "tst_tilecheck.moc"
