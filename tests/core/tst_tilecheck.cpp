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
    void stepsItemsSharesAndPairingsAreChecked();
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

void TestTileCheck::stepsItemsSharesAndPairingsAreChecked()
{
    Binding binding;
    binding.aggregation = Aggregation::Sum;
    binding.each = u"$.items[*"_s;
    binding.value = u"= {@.price} * quantity"_s;
    binding.steps = {steps::Scale{}, steps::Extract{u"(a"_s}, steps::Clamp{2, 1}};
    binding.groupBy = u"{$.a} {$.b"_s;
    binding.groupSteps = {steps::Split{}};
    const QList<TileProblem> problems = tileProblems(tileWith(TileKind::TimeSeries, binding));
    const QList<TileProblem> places{{Part::Each, 0, 9, {}, -1},     {Part::Value, 0, 14, {}, -1},
                                    {Part::Steps, 0, 2, {}, 1},     {Part::Steps, 0, -1, {}, 2},
                                    {Part::GroupBy, 0, 10, {}, -1}, {Part::GroupSteps, 0, -1, {}, 0}};
    QCOMPARE(problems.size(), places.size());
    for (qsizetype i = 0; i < places.size(); ++i) {
        QCOMPARE(problems[i].part, places[i].part);
        QCOMPARE(problems[i].position, places[i].position);
        QCOMPARE(problems[i].step, places[i].step);
        QVERIFY(!problems[i].message.isEmpty());
    }

    Binding share;
    share.aggregation = Aggregation::Ratio;
    QCOMPARE(tileProblems(tileWith(TileKind::Kpi, share)).value(0).part, Part::Share);
    share.part = u"@.paid = true"_s; // an item, and there are none
    QCOMPARE(tileProblems(tileWith(TileKind::Kpi, share)).value(0).part, Part::Share);
    share.each = u"$.items[*]"_s;
    QVERIFY(tileProblems(tileWith(TileKind::Kpi, share)).isEmpty());
    share.each = u"type"_s;
    QCOMPARE(tileProblems(tileWith(TileKind::Kpi, share)).value(0).part, Part::Each);

    Binding pair;
    pair.aggregation = Aggregation::Avg; // needs no value: it is a time
    pair.pairing = Pairing{u"$.id"_s, u"a"_s, {}, kDayUs};
    QCOMPARE(tileProblems(tileWith(TileKind::Kpi, pair)).value(0).part, Part::Pairing);
    pair.pairing->endType = u"b"_s;
    QVERIFY(tileProblems(tileWith(TileKind::Kpi, pair)).isEmpty());

    TileSpec marked = tileWith(TileKind::TimeSeries, {});
    marked.options.series.annotations = Annotations{{}, {}, u"$.a ="_s, u"{$.b"_s};
    QCOMPARE(tileProblems(marked).size(), 2);
    QCOMPARE(tileProblems(marked).value(1).part, Part::Annotations);
}

QTEST_GUILESS_MAIN(TestTileCheck)
#include "tst_tilecheck.moc"
