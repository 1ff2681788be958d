// FieldPath and EventView: everything that a path can reach in an event, and payloads that are no good.
#include "core/mapping/fieldpath.h"
#include "core/mapping/timevalue.h"

#include <QtTest/QTest>

Q_DECLARE_METATYPE(hookboard::Scalar)

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

StoredEvent exampleEvent()
{
    StoredEvent event;
    event.seq = 7;
    event.source = u"shop"_s;
    event.type = u"order.päid"_s;
    event.deliveryId = "d-1";
    event.receivedUs = 1'714'979'289'123'456;
    event.occurredUs = -1;
    event.verified = true;
    event.peer = "203.0.113.9";
    event.target = "/hooks/shop?page=2&q=a+b%26c&bad=%zz&utf=%ff&page=3&empty&n%20m=x#frag&z=1";
    event.headers.append("X-Event", "paid");
    event.headers.append("x-event", "again");
    event.headers.append("X-Empty", "");
    event.headers.append("X-Latin", "caf\xe9");
    event.payload = R"({"a":{"b":[1,{"c":"text"}]},"n":null,"big":9007199254740993,"u":18446744073709551615,"d":1.5,)"
                    R"("huge":1e400,"list":[3,4],"t":true})";
    return event;
}

FieldPath compiled(const QString &text)
{
    return std::get<FieldPath>(FieldPath::compile(text));
}

} // namespace

class TestFieldPath : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void structuresComeAsTextOnlyWhenWanted();
    void errors_data();
    void errors();
    void payloadsThatAreNoJson_data();
    void payloadsThatAreNoJson();
    void aViewIsReusedAfterALargePayload();
    void aPathStopsWhereAFilterGoesOn();
    void times_data();
    void times();
    void numbersAsTimes_data();
    void numbersAsTimes();
};

void TestFieldPath::values_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Scalar>("expected");
    const auto text = [](const char *utf8) { return Scalar(QByteArray(utf8)); };
    QTest::newRow("a member") << u"$.a.b[1].c"_s << text("text");
    QTest::newRow("an integer beyond 2^53") << u"$.big"_s << Scalar(qint64(9'007'199'254'740'993));
    QTest::newRow("the largest uint64") << u"$.u"_s << Scalar(std::numeric_limits<quint64>::max());
    QTest::newRow("a double") << u"$.d"_s << Scalar(1.5);
    QTest::newRow("null is there") << u"$.n"_s << Scalar(JsonNull());
    QTest::newRow("true") << u"$.t"_s << Scalar(true);
    QTest::newRow("nothing is absent") << u"$.nope"_s << Scalar();
    QTest::newRow("the first of several") << u"$.list[*]"_s << Scalar(qint64(3));
    QTest::newRow("a filter inside") << u"$.list[?@>3]"_s << Scalar(qint64(4));
    QTest::newRow("a header in any case, several joined") << u"header:X-EVENT"_s << text("paid, again");
    QTest::newRow("an empty header is there") << u"header:x-empty"_s << text("");
    QTest::newRow("a header in Latin-1") << u"header:x-latin"_s << text("caf\xc3\xa9");
    QTest::newRow("no such header") << u"header:X-None"_s << Scalar();
    QTest::newRow("the first parameter of a name") << u"query:page"_s << text("2");
    QTest::newRow("a parameter with escapes") << u"query:q"_s << text("a b&c");
    QTest::newRow("a parameter with a malformed escape") << u"query:bad"_s << Scalar();
    QTest::newRow("a parameter that is not UTF-8") << u"query:utf"_s << Scalar();
    QTest::newRow("a parameter without a value") << u"query:empty"_s << text("");
    QTest::newRow("a parameter with a blank in its name") << u"query:n%20m"_s << text("x");
    QTest::newRow("nothing from the fragment") << u"query:z"_s << Scalar();
    QTest::newRow("source") << u"source"_s << text("shop");
    QTest::newRow("type") << u"type"_s << text("order.p\xc3\xa4id");
    QTest::newRow("receivedAt") << u"receivedAt"_s << text("2024-05-06T07:08:09.123456Z");
    QTest::newRow("occurredAt") << u"occurredAt"_s << text("1969-12-31T23:59:59.999999Z");
    QTest::newRow("deliveryId") << u"deliveryId"_s << text("d-1");
    QTest::newRow("peer") << u"peer"_s << text("203.0.113.9");
    QTest::newRow("verified") << u"verified"_s << Scalar(true);
    QTest::newRow("simulated") << u"simulated"_s << Scalar(false);
    QTest::newRow("seq") << u"seq"_s << Scalar(qint64(7));
}

void TestFieldPath::values()
{
    QFETCH(const QString, path);
    QFETCH(const Scalar, expected);
    const StoredEvent event = exampleEvent();
    EventView view;
    view.reset(event);
    bool wrongType = true;
    QCOMPARE(compiled(path).evaluate(view, false, &wrongType), expected);
    QVERIFY(!wrongType);
    QCOMPARE(compiled(path).readsPayload(), path.startsWith(u'$'));
}

void TestFieldPath::structuresComeAsTextOnlyWhenWanted()
{
    const StoredEvent event = exampleEvent();
    EventView view;
    view.reset(event);
    bool wrongType = false;
    QVERIFY(compiled(u"$.a"_s).evaluate(view, false, &wrongType).isAbsent());
    QVERIFY(wrongType);
    QCOMPARE(compiled(u"$.a"_s).evaluate(view, true, &wrongType), Scalar(QByteArray(R"({"b":[1,{"c":"text"}]})")));
    QVERIFY(!wrongType);
    QVERIFY(compiled(u"$.huge"_s).evaluate(view, false, &wrongType).isAbsent());
    QVERIFY(wrongType);
    QCOMPARE(compiled(u"$.huge"_s).evaluate(view, true), Scalar(QByteArray("1e400")));
    QCOMPARE(compiled(u"$.huge"_s).find(view).kind, JsonValue::Kind::OutOfRange);
}

void TestFieldPath::errors_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<qsizetype>("position");
    QTest::newRow("empty") << u""_s << qsizetype(0);
    QTest::newRow("unknown name") << u"sources"_s << qsizetype(0);
    QTest::newRow("no header name") << u"header:"_s << qsizetype(7);
    QTest::newRow("a header name with a blank") << u"header:X Y"_s << qsizetype(8);
    QTest::newRow("a parameter name with a malformed escape") << u"query:a%4"_s << qsizetype(6);
    QTest::newRow("something after a name") << u"type.x"_s << qsizetype(4);
    QTest::newRow("a wrong JSONPath") << u"$.a["_s << qsizetype(4);
    QTest::newRow("blanks behind a JSONPath") << u"$.a "_s << qsizetype(3);
}

void TestFieldPath::errors()
{
    QFETCH(const QString, path);
    QFETCH(const qsizetype, position);
    const auto result = FieldPath::compile(path);
    const auto *error = std::get_if<PathError>(&result);
    QVERIFY(error);
    QCOMPARE(error->position, position);
    QVERIFY(!error->message.isEmpty());
}

void TestFieldPath::payloadsThatAreNoJson_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << QByteArray() << u"not JSON"_s;
    QTest::newRow("a form") << QByteArray("a=1&b=2") << u"not JSON"_s;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xed\xa0\x80\"}") << u"not JSON"_s;
    QTest::newRow("cut off") << QByteArray("{\"a\":1") << u"not JSON"_s;
    QTest::newRow("10,000 levels deep") << QByteArray(10'000, '[') + QByteArray(10'000, ']')
                                        << u"nested deeper than 1,024 levels"_s;
    QTest::newRow("over 32 MiB") << QByteArray(33 * 1024 * 1024, ' ') << u"larger than 32 MiB or a million values"_s;
}

void TestFieldPath::payloadsThatAreNoJson()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, problem);
    StoredEvent event = exampleEvent();
    event.payload = payload;
    EventView view;
    view.reset(event);
    QVERIFY(!view.root());
    QCOMPARE(view.problem(), problem);
    QVERIFY(compiled(u"$.a"_s).evaluate(view).isAbsent());
    QCOMPARE(compiled(u"seq"_s).evaluate(view), Scalar(qint64(7)));

    const StoredEvent good = exampleEvent();
    view.reset(good);
    QCOMPARE(view.problem(), QString());
    QCOMPARE(compiled(u"$.d"_s).evaluate(view), Scalar(1.5));
}

void TestFieldPath::aViewIsReusedAfterALargePayload()
{
    StoredEvent large = exampleEvent();
    large.payload = "{\"pad\":\"" + QByteArray(20 * 1024 * 1024, 'x') + "\",\"a\":1}";
    const StoredEvent small = exampleEvent();
    EventView view;
    for (int i = 0; i < 3; ++i) {
        view.reset(large);
        QCOMPARE(compiled(u"$.a"_s).evaluate(view), Scalar(qint64(1)));
        view.reset(small);
        QCOMPARE(compiled(u"$.t"_s).evaluate(view), Scalar(true));
    }
}

void TestFieldPath::aPathStopsWhereAFilterGoesOn()
{
    const std::pair<QStringView, qsizetype> cases[] = {
        {u"$.a >= 1", 3},       {u"$['a b'] [0] exists", 12}, {u"$[?@.x == 1 && (@.y)]=2", 21},
        {u"header:X-A!=1", 10}, {u"query:a%20b)", 11},        {u"type in [1]", 4},
    };
    for (const auto &[text, expected] : cases) {
        qsizetype end = 0;
        QVERIFY(std::holds_alternative<FieldPath>(FieldPath::compileAt(text, 0, end)));
        QCOMPARE(end, expected);
    }
}

void TestFieldPath::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("us"); // 0: refused
    const qint64 second = 1'000'000;
    QTest::newRow("UTC") << QByteArray("2024-05-06T07:08:09Z") << 1'714'979'289 * second;
    QTest::newRow("microseconds") << QByteArray("2024-05-06T07:08:09.123456Z") << 1'714'979'289 * second + 123'456;
    QTest::newRow("nanoseconds are cut") << QByteArray("2024-05-06T07:08:09.1234569Z")
                                         << 1'714'979'289 * second + 123'456;
    QTest::newRow("an offset") << QByteArray("2024-05-06T09:08:09+02:00") << 1'714'979'289 * second;
    QTest::newRow("an offset without colon, a blank for T")
        << QByteArray("2024-05-06 05:38:09-0130") << 1'714'979'289 * second;
    QTest::newRow("a comma and hours only")
        << QByteArray("2024-05-06T09:08:09,5+02") << 1'714'979'289 * second + 500'000;
    QTest::newRow("no zone is UTC") << QByteArray("2024-05-06T07:08:09") << 1'714'979'289 * second;
    QTest::newRow("a day") << QByteArray("2024-05-06") << 1'714'953'600 * second;
    QTest::newRow("a leap day") << QByteArray("2024-02-29") << 1'709'164'800 * second;
    QTest::newRow("no leap day") << QByteArray("2023-02-29") << qint64(0);
    QTest::newRow("month 13") << QByteArray("2024-13-01") << qint64(0);
    QTest::newRow("hour 24") << QByteArray("2024-05-06T24:00:00Z") << qint64(0);
    QTest::newRow("words behind") << QByteArray("2024-05-06T07:08:09Zulu") << qint64(0);
    QTest::newRow("a point without digits") << QByteArray("2024-05-06T07:08:09.Z") << qint64(0);
    QTest::newRow("empty") << QByteArray() << qint64(0);
    QTest::newRow("a number as text") << QByteArray("1714979289") << qint64(0);
}

void TestFieldPath::times()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, us);
    QCOMPARE(timeFromText({text.constData(), size_t(text.size())}).value_or(0), us);
}

void TestFieldPath::numbersAsTimes_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<qint64>("us"); // -1: refused
    QTest::newRow("seconds") << QByteArray("1714979289") << qint64(1'714'979'289'000'000);
    QTest::newRow("seconds with fraction") << QByteArray("1714979289.25") << qint64(1'714'979'289'250'000);
    QTest::newRow("milliseconds") << QByteArray("1714979289123") << qint64(1'714'979'289'123'000);
    QTest::newRow("microseconds") << QByteArray("1714979289123456") << qint64(1'714'979'289'123'456);
    QTest::newRow("nanoseconds") << QByteArray("1714979289123456789") << qint64(1'714'979'289'123'456);
    QTest::newRow("the beginning") << QByteArray("0") << qint64(0);
    QTest::newRow("the largest uint64 counts nanoseconds")
        << QByteArray("18446744073709551615") << qint64(18'446'744'073'709'552);
    QTest::newRow("far too large") << QByteArray("1e300") << qint64(-1);
    QTest::newRow("out of range") << QByteArray("1e400") << qint64(-1);
}

void TestFieldPath::numbersAsTimes()
{
    QFETCH(const QByteArray, number);
    QFETCH(const qint64, us);
    QCOMPARE(timeFromNumber(parseJsonNumber({number.constData(), size_t(number.size())})).value_or(-1), us);
}

QTEST_APPLESS_MAIN(TestFieldPath)
#include "tst_fieldpath.moc"
