// FieldStatistics: what is told of fields is what the events hold, for whatever payloads.
#include "core/mapping/fieldpath.h"
#include "core/mapping/fieldstatistics.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNow = 1'764'000'000'000'000;

StoredEvent stored(const QByteArray &payload, qint64 receivedUs = kNow)
{
    StoredEvent made;
    made.payload = made.body = payload;
    made.receivedUs = receivedUs;
    return made;
}

// As the journal gives them: the last one is the newest.
SampledFields sample(const QList<QByteArray> &payloads, const QStringList &paths = {})
{
    FieldStatistics statistics(paths);
    for (qsizetype i = payloads.size() - 1; i >= 0; --i)
        statistics.add(stored(payloads[i], kNow + i * 1'000'000));
    return statistics.finish();
}

FieldFacts facts(const SampledFields &samples, const QString &path)
{
    const FieldFacts *found = samples.field(path);
    return found ? *found : FieldFacts();
}

} // namespace

class TestFieldStatistics : public QObject
{
    Q_OBJECT
private slots:
    void presenceTypesAndRange();
    void wordsAreCountedAndBounded();
    void arraysAreOneField();
    void countersRise();
    void trendIsOldestFirst();
    void timeUnits_data();
    void timeUnits();
    void headersAndQuery();
    void pathsAreTried();
    void everyFieldsPathCompiles();
    void hostilePayloadsAreBounded();
    void factsPaths_data();
    void factsPaths();
    void nearestPaths_data();
    void nearestPaths();
};

void TestFieldStatistics::presenceTypesAndRange()
{
    const SampledFields samples = sample({R"({"a":0.5,"b":{"c":true}})", R"({"a":"n/a"})", R"({"a":1284,"b":null})"});
    QCOMPARE(samples.events, 3U);
    const FieldFacts a = facts(samples, u"$.a"_s);
    QCOMPARE(a.events, 3U);
    QCOMPARE(a.of(FieldKind::Number), 2U);
    QCOMPARE(a.of(FieldKind::Text), 1U);
    QCOMPARE(a.usualKind(), FieldKind::Number);
    QCOMPARE(a.min, std::optional(0.5));
    QCOMPARE(a.max, std::optional(1284.0));
    QVERIFY(!a.whole);
    QCOMPARE(a.textExample, u"n/a"_s);
    QCOMPARE(a.textExampleUs, kNow + 1'000'000);
    const FieldFacts b = facts(samples, u"$.b"_s);
    QCOMPARE(b.events, 2U);
    QCOMPARE(b.of(FieldKind::Null), 1U);
    QCOMPARE(b.usualKind(), FieldKind::Object);
    QCOMPARE(facts(samples, u"$.b.c"_s).top, (QList<std::pair<QString, quint64>>{{u"true"_s, 1}}));
    QVERIFY(!samples.field(u"$.nothing"));
    QCOMPARE(samples.fromUs, kNow);
    QCOMPARE(samples.toUs, kNow + 2'000'000);
}

void TestFieldStatistics::wordsAreCountedAndBounded()
{
    QList<QByteArray> payloads;
    for (int i = 0; i < 200; ++i)
        payloads.append("{\"few\":\"" + QByteArray(i % 3 ? "DE" : "FR") + "\",\"many\":\"v" + QByteArray::number(i) +
                        "\",\"long\":\"" + QByteArray(10'000, 'x') + "\"}");
    const SampledFields samples = sample(payloads);
    const FieldFacts few = facts(samples, u"$.few"_s);
    QCOMPARE(few.different, 2);
    QCOMPARE(few.top.first(), (std::pair<QString, quint64>(u"DE"_s, 133)));
    QCOMPARE(facts(samples, u"$.many"_s).different, kMostDifferent);
    QCOMPARE(facts(samples, u"$.many"_s).top.size(), 6);
    QVERIFY(facts(samples, u"$.long"_s).top.first().first.size() <= 97);
}

void TestFieldStatistics::arraysAreOneField()
{
    const SampledFields samples =
        sample({R"({"items":[{"price":1},{"price":5}]})", R"({"items":[]})", R"({"items":[{"price":3,"sku":"a"}]})"});
    const FieldFacts items = facts(samples, u"$.items"_s);
    QCOMPARE(items.usualKind(), FieldKind::Array);
    QCOMPARE(items.fewestItems, 0);
    QCOMPARE(items.mostItems, 2);
    const FieldFacts price = facts(samples, u"$.items[*].price"_s);
    QCOMPARE(price.events, 2U); // events, not items
    QCOMPARE(price.of(FieldKind::Number), 3U);
    QCOMPARE(price.max, std::optional(5.0));
}

void TestFieldStatistics::countersRise()
{
    QList<QByteArray> rising;
    QList<QByteArray> wave;
    for (int i = 0; i < 20; ++i) {
        rising.append("{\"n\":" + QByteArray::number(i / 2) + '}');
        wave.append("{\"n\":" + QByteArray::number(i % 7) + '}');
    }
    QVERIFY(facts(sample(rising), u"$.n"_s).rising);
    QVERIFY(!facts(sample(wave), u"$.n"_s).rising);
    QVERIFY(!facts(sample(QList<QByteArray>(20, R"({"n":3})")), u"$.n"_s).rising); // constant
}

void TestFieldStatistics::trendIsOldestFirst()
{
    QList<QByteArray> payloads;
    for (int i = 0; i < 240; ++i)
        payloads.append("{\"n\":" + QByteArray::number(i) + '}');
    const QList<float> trend = facts(sample(payloads), u"$.n"_s).trend;
    QCOMPARE(trend.size(), 24);
    QCOMPARE(trend.first(), 4.5F);
    QCOMPARE(trend.last(), 234.5F);
    QCOMPARE(facts(sample({R"({"n":1})", R"({"n":2})"}), u"$.n"_s).trend, (QList<float>{1, 2}));
}

void TestFieldStatistics::timeUnits_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("unit");
    const auto row = [](const char *name, const QByteArray &value, TimeForm unit) {
        QTest::newRow(name) << value << int(unit);
    };
    row("seconds", "1763990000", TimeForm::Seconds);
    row("seconds with a fraction", "1763990000.25", TimeForm::Seconds);
    row("milliseconds", "1763990000000", TimeForm::Milliseconds);
    row("microseconds", "1763990000000000", TimeForm::Microseconds);
    row("nanoseconds", "1763990000000000000", TimeForm::Nanoseconds);
    row("ISO 8601", "\"2025-11-24T12:00:00Z\"", TimeForm::Iso);
    row("a date", "\"2025-11-24\"", TimeForm::Iso);
    row("an amount", "128400", TimeForm::None);
    row("a time long ago", "\"1969-07-20T20:17:00Z\"", TimeForm::None);
    row("a text", "\"today\"", TimeForm::None);
    row("a boolean", "true", TimeForm::None);
    row("a number beyond all", "1e999", TimeForm::None);
}

void TestFieldStatistics::timeUnits()
{
    QFETCH(QByteArray, value);
    QFETCH(int, unit);
    const QByteArray body = "{\"t\":" + value + '}';
    QCOMPARE(int(facts(sample({body, body}), u"$.t"_s).time), unit);
    const QByteArray odd = R"({"t":"never"})"; // one of another kind, and it is no time
    QCOMPARE(int(facts(sample({body, odd}), u"$.t"_s).time), int(TimeForm::None));
}

void TestFieldStatistics::headersAndQuery()
{
    FieldStatistics statistics;
    StoredEvent one = stored("{}");
    one.headers.append("X-Shop-Event", "order.paid");
    one.target = "/hooks/shop?page=2&a%20b=x+y&bad=%zz";
    statistics.add(one);
    one.headers = Headers(QList<Header>{{"x-shop-event", "order.sent"}});
    statistics.add(one);
    const SampledFields samples = statistics.finish();
    QCOMPARE(facts(samples, u"header:X-Shop-Event"_s).events, 2U);
    QCOMPARE(facts(samples, u"header:X-Shop-Event"_s).different, 2);
    QCOMPARE(facts(samples, u"query:page"_s).top.first().first, u"2"_s);
    QCOMPARE(facts(samples, u"query:a%20b"_s).top.first().first, u"x y"_s);
    QVERIFY(!samples.field(u"query:bad"));
    QCOMPARE(samples.fields.first().path, u"$"_s);
    QCOMPARE(samples.fields.last().path.left(6), u"query:"_s);
}

void TestFieldStatistics::pathsAreTried()
{
    const SampledFields samples =
        sample({R"({"a":1,"l":[1]})", R"({"a":null})", "not json"}, {u"$.a"_s, u"$.l[0]"_s, u"$.l[1]"_s, u"$["_s});
    QCOMPARE(samples.selected, (QList<quint64>{2, 1, 0, 0}));
    QCOMPARE(samples.unread, 1U);
}

void TestFieldStatistics::everyFieldsPathCompiles()
{
    const QByteArray odd =
        "{\"a b\":1,\"1st\":2,\"\":3,\"it's\":4,\"x\\u202Ey\":5,\"b\\\\s\":6,\"c\\u0001\":{\"\\u00e4\":7},"
        "\"q\\\"\":[[8]]}";
    StoredEvent one = stored(odd);
    one.headers.append("X-A", "1");
    one.target = "/hooks/shop?a%20b=1";
    FieldStatistics statistics;
    statistics.add(one);
    const SampledFields samples = statistics.finish();
    EventView view;
    view.reset(one);
    QVERIFY(samples.fields.size() >= 13);
    for (const FieldFacts &field : samples.fields) {
        const auto compiled = FieldPath::compile(field.path);
        const auto *error = std::get_if<PathError>(&compiled);
        QVERIFY2(!error, qPrintable(field.path + u": "_s + (error ? error->message : QString())));
        QVERIFY2(std::get<FieldPath>(compiled).find(view).kind != JsonValue::Kind::Nothing, qPrintable(field.path));
    }
}

void TestFieldStatistics::hostilePayloadsAreBounded()
{
    QByteArray wide = "{";
    for (int i = 0; i < 20'000; ++i)
        wide += "\"k" + QByteArray::number(i) + "\":[1],";
    wide += "\"z\":1}";
    const QByteArray deep = QByteArray(900, '[') + QByteArray(900, ']');
    const QByteArray longName = "{\"" + QByteArray(100'000, 'n') + "\":1,\"ok\":2}";
    const QByteArray many = '[' + QByteArray("1,").repeated(100'000) + "1]";
    const SampledFields samples = sample({wide, deep, longName, many, "\xff\xfe", "", "[1e999]", "{\"a\":1,\"a\":2}"});
    QVERIFY(samples.fields.size() <= FieldStatistics::kMostFields);
    QCOMPARE(samples.events, 8U);
    QCOMPARE(samples.unread, 2U);
    for (const FieldFacts &field : samples.fields)
        QVERIFY(field.path.size() < 4'096);
    QVERIFY(samples.field(u"$.a"));
}

void TestFieldStatistics::factsPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"$.a.b"_s << u"$.a.b"_s;
    QTest::newRow("index") << u"$.a[12].b"_s << u"$.a[*].b"_s;
    QTest::newRow("filter") << u"$.a[?@.k == ']'].b"_s << u"$.a[*].b"_s;
    QTest::newRow("filter with an index") << u"$.a[?@[0].k == 1].b"_s << u"$.a[*].b"_s;
    QTest::newRow("quoted") << u"$['a[0]'].b[1]"_s << u"$['a[0]'].b[*]"_s;
    QTest::newRow("unfinished") << u"$.a[1"_s << u"$.a[*]"_s;
    QTest::newRow("header") << u"header:X"_s << u"header:X"_s;
}

void TestFieldStatistics::factsPaths()
{
    QFETCH(QString, path);
    QTEST(factsPath(path), "expected");
}

void TestFieldStatistics::nearestPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("moved elsewhere") << u"$.amount"_s << u"$.data.amount"_s;
    QTest::newRow("written differently") << u"$.data.ammount"_s << u"$.data.amount"_s;
    QTest::newRow("longer name") << u"$.data.country"_s << u"$.data.country_code"_s;
    QTest::newRow("of two equal names the one beside it") << u"$.data.Id"_s << u"$.data.id"_s;
    QTest::newRow("index") << u"$.items[0].skus"_s << u"$.items[*].sku"_s;
    QTest::newRow("nothing like it") << u"$.data.temperature"_s << QString();
}

void TestFieldStatistics::nearestPaths()
{
    QFETCH(QString, path);
    const SampledFields samples =
        sample({R"({"id":"a","data":{"id":"b","amount":5,"country_code":"DE"},"items":[{"sku":"x"}]})"});
    QTEST(nearestPath(path, samples), "nearest");
}

QTEST_GUILESS_MAIN(TestFieldStatistics)
#include "tst_fieldstatistics.moc"
