// The pure parts of the mapping studio: which tiles are suggested for which fields, what a field becomes in a slot,
// what is said of a tile, filters as lists of conditions, and which paths are called broken.
#include "core/engine.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/mapping/bindingsentence.h"
#include "ui/mapping/brokenpaths.h"
#include "ui/mapping/fieldwords.h"
#include "ui/mapping/filterconditions.h"
#include "ui/mapping/previewfacts.h"
#include "ui/mapping/suggestions.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNowUs = 1'764'000'000'000'000;

FieldFacts number(const char16_t *path, double min, double max, bool rising = false)
{
    FieldFacts facts;
    facts.path = QString::fromUtf16(path);
    facts.events = 1000;
    facts.kinds[size_t(FieldKind::Number)] = 1000;
    facts.min = min;
    facts.max = max;
    facts.rising = rising;
    return facts;
}

FieldFacts text(const char16_t *path, int different, const QStringList &top)
{
    FieldFacts facts;
    facts.path = QString::fromUtf16(path);
    facts.events = 1000;
    facts.kinds[size_t(FieldKind::Text)] = 1000;
    facts.different = different;
    for (const QString &word : top)
        facts.top.append({word, quint64(1000 / top.size())});
    return facts;
}

FieldFacts time(const char16_t *path)
{
    FieldFacts facts = number(path, 1.76e9, 1.77e9);
    facts.time = TimeForm::Seconds;
    return facts;
}

SampledFields sampled(const QList<FieldFacts> &fields)
{
    SampledFields samples;
    samples.events = 1000;
    samples.fields = fields;
    samples.fromUs = kNowUs - 5 * kHourUs;
    samples.toUs = kNowUs;
    StoredEvent newest;
    newest.verified = true;
    samples.newest = newest;
    return samples;
}

QList<Suggestion> suggest(const SampledFields &samples)
{
    QList<TileKind> kinds;
    for (const TileKindInfo &info : tileKinds())
        kinds << info.kind;
    return suggestTiles(samples, u"shop"_s, u"order.paid"_s, kinds, kNowUs);
}

std::optional<TileSpec> ofKind(const QList<Suggestion> &suggestions, TileKind kind, const QString &path = {})
{
    for (const Suggestion &one : suggestions) {
        const Binding &binding = one.tile.bindings.first();
        if (one.tile.kind == kind && (path.isEmpty() || binding.value == path || binding.groupBy == path))
            return one.tile;
    }
    return std::nullopt;
}

const FieldFacts kAmount = number(u"$.amount", 100, 128'400);
const FieldFacts kCountry = text(u"$.country", 4, {u"DE"_s, u"FR"_s});
const FieldFacts kId = text(u"$.order_id", kMostDifferent, {u"ord_1"_s});
const FieldFacts kCurrency = text(u"$.currency", 1, {u"EUR"_s});

} // namespace

class TestMappingWords : public QObject
{
    Q_OBJECT
private slots:
    void countPerMinuteIsAlwaysThere_data();
    void countPerMinuteIsAlwaysThere();
    void aNumberIsALineAndANumber();
    void aCounterIsItsChange();
    void fewWordsAreGroups();
    void manyWordsAreATable();
    void timesAndIdsAreNoValues();
    void durationsShowTheirTail();
    void withoutASecretUnverifiedEventsCount();
    void everySuggestionCanBeFolded();
    void formatsFollowNames_data();
    void formatsFollowNames();
    void sentences_data();
    void sentences();
    void piecesLeadToTheirSlots();
    void filtersAsConditions_data();
    void filtersAsConditions();
    void filtersThatSayMoreStayText_data();
    void filtersThatSayMoreStayText();
    void literals();
    void eachItemIsWalkedThrough();
    void clearedSlotsAreEmpty();
    void brokenPaths();
    void differencesAreCounted();
};

void TestMappingWords::countPerMinuteIsAlwaysThere_data()
{
    QTest::addColumn<QList<FieldFacts>>("fields");
    QTest::newRow("nothing known") << QList<FieldFacts>();
    QTest::newRow("numbers") << QList<FieldFacts>{kAmount};
    QTest::newRow("words") << QList<FieldFacts>{kCountry, kId};
    QTest::newRow("all") << QList<FieldFacts>{kAmount, kCountry, kId, kCurrency, time(u"$.created")};
}

void TestMappingWords::countPerMinuteIsAlwaysThere()
{
    QFETCH(QList<FieldFacts>, fields);
    const QList<Suggestion> suggestions = suggest(sampled(fields));
    QVERIFY(suggestions.size() >= 3 && suggestions.size() <= 5);
    bool found = false;
    for (const Suggestion &one : suggestions) {
        const Binding &binding = one.tile.bindings.first();
        found = found || (one.tile.kind == TileKind::TimeSeries && binding.aggregation == Aggregation::Count &&
                          binding.value.isEmpty() && binding.bucketUs == kMinuteUs);
    }
    QVERIFY(found);
}

void TestMappingWords::aNumberIsALineAndANumber()
{
    const QList<Suggestion> suggestions = suggest(sampled({kAmount, kCurrency}));
    const auto line = ofKind(suggestions, TileKind::TimeSeries, u"$.amount"_s);
    const auto kpi = ofKind(suggestions, TileKind::Kpi, u"$.amount"_s);
    QVERIFY(line && kpi);
    QCOMPARE(line->bindings.first().aggregation, Aggregation::Sum);
    QCOMPARE(kpi->format.style, NumberFormat::Style::Currency);
    QCOMPARE(kpi->format.unit, u"EUR"_s);
    QVERIFY(kpi->showSparkline);
    QCOMPARE(line->bindings.first().window.lengthUs, kDayUs); // five hours of events
}

void TestMappingWords::aCounterIsItsChange()
{
    const auto line = ofKind(suggest(sampled({number(u"$.requests_total", 5, 900, true)})), TileKind::TimeSeries,
                             u"$.requests_total"_s);
    QVERIFY(line);
    QCOMPARE(line->bindings.first().aggregation, Aggregation::Change);
}

void TestMappingWords::fewWordsAreGroups()
{
    const QList<Suggestion> few = suggest(sampled({kAmount, kCountry}));
    QVERIFY(ofKind(few, TileKind::Donut, u"$.country"_s) || ofKind(few, TileKind::Bar, u"$.country"_s));
    const QList<Suggestion> more = suggest(sampled({text(u"$.city", 18, {u"Berlin"_s, u"Wien"_s})}));
    const auto bars = ofKind(more, TileKind::Bar, u"$.city"_s);
    QVERIFY(bars);
    QCOMPARE(bars->bindings.first().topN, 6);
    QVERIFY(!ofKind(suggest(sampled({kCurrency})), TileKind::Bar)); // one word is no groups
}

void TestMappingWords::manyWordsAreATable()
{
    const auto table = ofKind(suggest(sampled({kId, kAmount, kCountry})), TileKind::Table);
    QVERIFY(table);
    QStringList paths;
    for (const TableColumn &column : table->columns)
        paths << column.path;
    QCOMPARE(paths, (QStringList{u"receivedAt"_s, u"$.order_id"_s, u"$.country"_s, u"$.amount"_s}));
    QVERIFY(!ofKind(suggest(sampled({kId})), TileKind::Bar));
}

void TestMappingWords::timesAndIdsAreNoValues()
{
    const SampledFields samples = sampled({time(u"$.created"), number(u"$.user_id", 1, 9)});
    QVERIFY(!bestNumber(samples));
    QVERIFY(!ofKind(suggest(samples), TileKind::TimeSeries, u"$.created"_s));
}

void TestMappingWords::durationsShowTheirTail()
{
    const auto line =
        ofKind(suggest(sampled({number(u"$.checkout_ms", 100, 4'000)})), TileKind::TimeSeries, u"$.checkout_ms"_s);
    QVERIFY(line);
    QCOMPARE(line->bindings.first().aggregation, Aggregation::P95);
    QCOMPARE(line->format.style, NumberFormat::Style::Duration);
    QCOMPARE(line->format.scale, 0.001);
}

void TestMappingWords::withoutASecretUnverifiedEventsCount()
{
    SampledFields samples = sampled({kAmount});
    QVERIFY(suggest(samples).first().tile.bindings.first().verifiedOnly);
    samples.newest->verified = false;
    QVERIFY(!suggest(samples).first().tile.bindings.first().verifiedOnly);
}

void TestMappingWords::everySuggestionCanBeFolded()
{
    QList<TileKind> kinds;
    for (const TileKindInfo &info : tileKinds())
        kinds << info.kind;
    for (const auto &fields : {QList<FieldFacts>(), QList<FieldFacts>{kAmount, kCountry, kId, kCurrency},
                               QList<FieldFacts>{text(u"$['<b>odd']", 3, {u"\"quoted\""_s})}}) {
        const SampledFields samples = sampled(fields);
        QList<TileSpec> tiles = quickBoard(samples, u"shop"_s, {}, kinds, kNowUs);
        for (const Suggestion &one : suggest(samples))
            tiles << one.tile;
        for (const TileSpec &tile : tiles)
            QVERIFY2(Engine::problemsOf(tile).isEmpty(), qPrintable(tile.title));
    }
}

void TestMappingWords::formatsFollowNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("style");
    QTest::addColumn<double>("scale");
    using Style = NumberFormat::Style;
    QTest::newRow("an amount with a currency") << u"$.amount"_s << u"EUR"_s << int(Style::Currency) << 1.0;
    QTest::newRow("in cents, as those write who write eur")
        << u"$.amount"_s << u"eur"_s << int(Style::Currency) << 0.01;
    QTest::newRow("no currency") << u"$.amount"_s << QString() << int(Style::Plain) << 1.0;
    QTest::newRow("milliseconds") << u"$.took_ms"_s << QString() << int(Style::Duration) << 0.001;
    QTest::newRow("bytes") << u"$.body_bytes"_s << QString() << int(Style::Bytes) << 1.0;
    QTest::newRow("a count beside a currency") << u"$.items"_s << u"EUR"_s << int(Style::Plain) << 1.0;
}

void TestMappingWords::formatsFollowNames()
{
    QFETCH(QString, path);
    QFETCH(QString, currency);
    FieldFacts facts = kAmount;
    facts.path = path;
    QList<FieldFacts> fields{facts};
    if (!currency.isEmpty())
        fields << text(u"$.currency", 1, {currency});
    const NumberFormat format = likelyFormat(facts, sampled(fields));
    QTEST(int(format.style), "style");
    QTEST(format.scale, "scale");
}

void TestMappingWords::sentences_data()
{
    QTest::addColumn<TileSpec>("tile");
    QTest::addColumn<QString>("sentence");
    TileSpec tile;
    tile.kind = TileKind::TimeSeries;
    tile.bindings = {Binding()};
    tile.bindings.first().window.lengthUs = kDayUs;
    QTest::newRow("counting")
        << tile << u"Number of events in all events, per 5\u202Fmin, in the last 24 hours, verified events only."_s;
    Binding &binding = tile.bindings.first();
    binding.types = {u"order.paid"_s};
    binding.value = u"$.data.amount"_s;
    binding.aggregation = Aggregation::Sum;
    binding.groupBy = u"$.country"_s;
    binding.filter = u"$.currency = \"EUR\""_s;
    QTest::newRow("all of it") << tile
                               << u"Sum of amount in order.paid, per 5\u202Fmin, by country (top 5 and other), where "
                                  "$.currency = \"EUR\", in the last 24 hours, verified events only."_s;
    tile.kind = TileKind::Kpi;
    tile.bindings.first().verifiedOnly = false; // not by the reference: the row before shares the list
    QTest::newRow("one number has no groups")
        << tile
        << u"Sum of amount in order.paid, where $.currency = \"EUR\", in the last 24 hours, unverified events too."_s;
    tile.kind = TileKind::Table;
    tile.columns = {{u"Order"_s, u"$.id"_s}, {QString(), u"$.data.amount"_s}};
    QTest::newRow("a table")
        << tile
        << u"The newest of order.paid as rows with Order, amount, where $.currency = \"EUR\", in the "
           "last 24 hours, unverified events too."_s;
}

void TestMappingWords::sentences()
{
    QFETCH(TileSpec, tile);
    QTEST(sentenceText(bindingSentence(tile, 0, 5 * kMinuteUs, QLocale::c())), "sentence");
}

void TestMappingWords::piecesLeadToTheirSlots()
{
    TileSpec tile;
    tile.kind = TileKind::TimeSeries;
    tile.bindings = {Binding()};
    tile.bindings.first().value = u"$.amount"_s;
    tile.bindings.first().aggregation = Aggregation::Max;
    tile.bindings.first().groupBy = u"$.country"_s;
    for (const SentencePiece &piece : bindingSentence(tile, 0, kMinuteUs, QLocale::c())) {
        if (piece.text == "amount"_L1)
            QCOMPARE(piece.slot, std::optional(Slot::Value));
        if (piece.text == "country"_L1)
            QCOMPARE(piece.slot, std::optional(Slot::GroupBy));
        if (piece.text == "1 min"_L1)
            QCOMPARE(piece.slot, std::optional(Slot::Time));
    }
}

void TestMappingWords::filtersAsConditions_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << QString() << 0;
    QTest::newRow("one") << u"$.a = 1"_s << 1;
    QTest::newRow("several") << u"$.a != \"x and y\" and type contains \"or\" and $.b exists"_s << 3;
    QTest::newRow("a list") << u"type in [\"a\", \"b and c\"]"_s << 1;
    QTest::newRow("signs of two characters") << u"$.a >= 5 and $.b <= 7"_s << 2;
    QTest::newRow("a header") << u"header:X-Order exists"_s << 1;
}

void TestMappingWords::filtersAsConditions()
{
    QFETCH(QString, filter);
    const auto conditions = readConditions(filter);
    QVERIFY(conditions);
    QTEST(int(conditions->size()), "count");
    QCOMPARE(writeConditions(*conditions), filter);
}

void TestMappingWords::filtersThatSayMoreStayText_data()
{
    QTest::addColumn<QString>("filter");
    for (const char16_t *filter : {u"$.a = 1 or $.b = 2", u"not $.a exists", u"($.a = 1) and $.b = 2",
                                   u"$.items[?@.a == 'x y'].b = 1", u"$.a", u"= 5", u"$.a = "})
        QTest::newRow(qPrintable(QString::fromUtf16(filter))) << QString::fromUtf16(filter);
}

void TestMappingWords::filtersThatSayMoreStayText()
{
    QFETCH(QString, filter);
    QVERIFY(!readConditions(filter));
}

void TestMappingWords::literals()
{
    QCOMPARE(literalFor(u"="_s, u"EUR"_s), u"\"EUR\""_s);
    QCOMPARE(literalFor(u"="_s, u" 12.5 "_s), u"12.5"_s);
    QCOMPARE(literalFor(u"="_s, u"012"_s), u"\"012\""_s);
    QCOMPARE(literalFor(u"="_s, u"true"_s), u"true"_s);
    QCOMPARE(literalFor(u"matches"_s, u"12"_s), u"\"12\""_s);
    QCOMPARE(literalFor(u"in"_s, u"DE, FR"_s), u"[\"DE\", \"FR\"]"_s);
    QCOMPARE(literalFor(u"="_s, u"say \"hi\"\\"_s), u"\"say \\\"hi\\\"\\\\\""_s);
    QCOMPARE(writtenFor(u"\"EUR\""_s), u"EUR"_s);
    QCOMPARE(writtenFor(u"\"12\""_s), u"\"12\""_s); // without its quotes it would be a number
    for (const char16_t *value : {u"a\"b", u"\\", u"line\nbreak", u"\u0001"}) {
        TileSpec tile;
        tile.bindings = {Binding()};
        tile.bindings.first().filter = u"$.a = "_s + filterLiteral(QString::fromUtf16(value));
        QVERIFY(Engine::problemsOf(tile).isEmpty());
    }
}

void TestMappingWords::eachItemIsWalkedThrough()
{
    TileSpec tile;
    tile.kind = TileKind::TimeSeries;
    tile.bindings = {Binding()};
    const SampledFields samples = sampled({number(u"$.items[*].price", 1, 9)});
    tile = filled(tile, 0, Slot::Value, u"$.items[*].price"_s, samples.fields.first(), samples);
    QCOMPARE(tile.bindings.first().each, u"$.items[*]"_s);
    QCOMPARE(tile.bindings.first().value, u"@.price"_s);
    QCOMPARE(slotPath(tile, 0, Slot::Value), u"$.items[*].price"_s);
    QCOMPARE(slotsUsing(tile, 0, u"$.items[*].price"_s), QList<Slot>{Slot::Value});
    tile = cleared(tile, 0, Slot::Value);
    QCOMPARE(tile.bindings.first().each, QString());
}

void TestMappingWords::clearedSlotsAreEmpty()
{
    TileSpec tile;
    tile.kind = TileKind::TimeSeries;
    tile.bindings = {Binding()};
    const TileSpec before = tile;
    const SampledFields samples = sampled({kAmount, kCountry, time(u"$.created")});
    for (const auto &[slot, field] : QList<std::pair<Slot, FieldFacts>>{{Slot::Value, kAmount},
                                                                        {Slot::Time, time(u"$.created")},
                                                                        {Slot::GroupBy, kCountry},
                                                                        {Slot::Label, kCountry},
                                                                        {Slot::Filter, kCountry}}) {
        const TileSpec with = filled(tile, 0, slot, field.path, field, samples, u"\"DE\""_s);
        QVERIFY(!(with == before));
        QVERIFY(isFilled(slot, with));
        QVERIFY(!pillText(with, 0, slot, QLocale::c()).isEmpty());
        QVERIFY(cleared(with, 0, slot) == before);
    }
}

void TestMappingWords::brokenPaths()
{
    TileSpec tile;
    tile.kind = TileKind::TimeSeries;
    tile.bindings = {Binding()};
    tile.bindings.first().value = u"$.amount"_s;
    tile.bindings.first().groupBy = u"= {$.a}"_s; // not a path: left to whoever folds it
    const QStringList paths = neededPaths(tile, 0);
    QCOMPARE(paths, QStringList{u"$.amount"_s});
    SampledFields samples = sampled({number(u"$.data.amount", 1, 5)});
    samples.selected = {0};
    const auto broken = brokenPath(paths, samples);
    QVERIFY(broken);
    QCOMPARE(broken->path, u"$.amount"_s);
    QCOMPARE(broken->nearest, u"$.data.amount"_s);
    samples.selected = {1};
    QVERIFY(!brokenPath(paths, samples));
    samples.selected = {0};
    samples.events = 3; // too few to say
    QVERIFY(!brokenPath(paths, samples));
    tile.bindings.first().steps = {steps::Coalesce{{u"$.total"_s}}};
    QVERIFY(neededPaths(tile, 0).isEmpty());
    tile.bindings << Binding();
    tile.bindings.last().value = u"$.count"_s;
    QCOMPARE(neededPaths(tile, 1), QStringList{u"$.count"_s});
    tile.kind = TileKind::Gauge; // measures with its first one alone
    QVERIFY(neededPaths(tile, 1).isEmpty());
}

void TestMappingWords::differencesAreCounted()
{
    TileSnapshot before;
    before.bucketUs = kMinuteUs;
    before.series = {{u"DE"_s, {}, false, {{0, 1}, {60, 2}, {120, qQNaN()}}, {}}};
    TileSnapshot after = before;
    QCOMPARE(difference(before, after)->changed, 0);
    after.series.first().points[1].value = 3;
    after.series.append({u"FR"_s, {}, false, {{0, 7}}, {}});
    QCOMPARE(difference(before, after)->changed, 2);
    QCOMPARE(difference(before, after)->all, 4);
    after.bucketUs = kHourUs;
    QVERIFY(!difference(before, after));
    TileSpec tile;
    tile.bindings = {Binding()};
    TileSpec other = tile;
    other.title = u"New"_s;
    other.bindings.first().label = u"New"_s;
    QVERIFY(!foldsAnew(tile, other));
    other.bindings.first().value = u"$.a"_s;
    QVERIFY(foldsAnew(tile, other));
}

QTEST_MAIN(TestMappingWords)
#include "tst_mappingwords.moc"
