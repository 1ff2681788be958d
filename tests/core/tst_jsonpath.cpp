// JsonPath against the conformance suite of RFC 9535, then the bounds and the corners that the suite leaves out.
#include "core/mapping/jsondocument.h"
#include "core/mapping/jsonpath.h"
#include "core/mapping/pathquery.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray select(const QString &query, const QByteArray &document)
{
    const Result<QByteArray> result = selectAsJsonArray(query, document);
    return result.ok() ? result.value() : QByteArray(codeText(result.error().code).data());
}

QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

} // namespace

class TestJsonPath : public QObject
{
    Q_OBJECT

private slots:
    void conformance_data();
    void conformance();
    void errorsTellThePlace_data();
    void errorsTellThePlace();
    void numbersAreExact_data();
    void numbersAreExact();
    void textsAndNames_data();
    void textsAndNames();
    void regularExpressions_data();
    void regularExpressions();
    void documentsThatAreRefused_data();
    void documentsThatAreRefused();
    void theDeepestDocumentIsWalked();
    void nestedQueriesStayShallow();
    void explodingQueriesEnd_data();
    void explodingQueriesEnd();
    void aLargeBodyIsRead();
    void visitingStopsWhenAsked();
    void singularQueriesNeedNoList();
};

void TestJsonPath::conformance_data()
{
    QTest::addColumn<QJsonObject>("test");
    QFile file(QStringLiteral(HOOKBOARD_TEST_DATA "/jsonpath-cts.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray tests = QJsonDocument::fromJson(file.readAll()).object()["tests"_L1].toArray();
    QCOMPARE(tests.size(), 420);
    for (qsizetype i = 0; i < tests.size(); ++i) {
        const QJsonObject test = tests.at(i).toObject();
        QTest::addRow("%d %s", int(i), qPrintable(test["name"_L1].toString())) << test;
    }
}

void TestJsonPath::conformance()
{
    QFETCH(const QJsonObject, test);
    const QString selector = test["selector"_L1].toString();
    if (test["invalid_selector"_L1].toBool()) {
        QVERIFY2(std::holds_alternative<PathError>(JsonPath::compile(selector)), qPrintable(selector));
        return;
    }
    const Result<QByteArray> result = selectAsJsonArray(selector, jsonOf(test["document"_L1]));
    QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.error().message));
    const QJsonArray nodes = QJsonDocument::fromJson(result.value()).array();
    const QJsonArray allowed =
        test.contains("result"_L1) ? QJsonArray{test["result"_L1]} : test["results"_L1].toArray();
    QVERIFY2(allowed.contains(nodes), result.value().constData());
}

void TestJsonPath::errorsTellThePlace_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<qsizetype>("position");
    QTest::newRow("nothing at all") << u""_s << qsizetype(0);
    QTest::newRow("no dollar") << u"a.b"_s << qsizetype(0);
    QTest::newRow("trailing blank") << u"$.a "_s << qsizetype(3);
    QTest::newRow("bracket left open") << u"$['a'"_s << qsizetype(5);
    QTest::newRow("quote left open") << u"$['a"_s << qsizetype(2);
    QTest::newRow("unknown escape") << u"$['ab\\q']"_s << qsizetype(5);
    QTest::newRow("integer beyond I-JSON") << u"$[9007199254740992]"_s << qsizetype(2);
    QTest::newRow("single equals sign") << u"$[?@.a=1]"_s << qsizetype(6);
    QTest::newRow("literal as condition") << u"$[?@.a && true]"_s << qsizetype(10);
    QTest::newRow("several nodes compared") << u"$[?1 == @.*]"_s << qsizetype(8);
    QTest::newRow("unknown function") << u"$[?size(@)>1]"_s << qsizetype(3);
    QTest::newRow("number beyond double") << u"$[?@.a==1e400]"_s << qsizetype(8);
    QTest::newRow("lone surrogate") << u"$['x"_s + QChar(0xd800) + u"']"_s << qsizetype(4);
    QTest::newRow("too long") << u"$"_s + u".a"_s.repeated(2048) << qsizetype(4096);
    QTest::newRow("too many segments") << u"$"_s + u".a"_s.repeated(257) << qsizetype(513);
    QTest::newRow("nested too deep") << u"$[?"_s + u"("_s.repeated(40) + u"@"_s + u")"_s.repeated(40) + u"]"_s
                                     << qsizetype(34);
}

void TestJsonPath::errorsTellThePlace()
{
    QFETCH(const QString, query);
    QFETCH(const qsizetype, position);
    const auto compiled = JsonPath::compile(query);
    const auto *error = std::get_if<PathError>(&compiled);
    QVERIFY(error);
    QCOMPARE(error->position, position);
    QVERIFY(!error->message.isEmpty());
    const Result<QByteArray> result = selectAsJsonArray(query, "{}");
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY(result.error().message.contains(u"position %1"_s.arg(position + 1)));
}

void TestJsonPath::numbersAreExact_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray large = "[9007199254740993,18446744073709551615,-9223372036854775808]";
    QTest::newRow("64-bit integers come out as they went in") << u"$[*]"_s << large << large;
    QTest::newRow("2^53 + 1 is not 2^53") << u"$[?@==9007199254740992]"_s << large << QByteArray("[]");
    QTest::newRow("2^53 + 1 is itself") << u"$[?@==9007199254740993]"_s << large << QByteArray("[9007199254740993]");
    QTest::newRow("an integer against a double")
        << u"$[?@>9007199254740992.0]"_s << large << QByteArray("[9007199254740993,18446744073709551615]");
    QTest::newRow("the largest uint64 is below 2^64") << u"$[?@<18446744073709551616.0]"_s << large << large;
    QTest::newRow("the smallest int64 is -2^63")
        << u"$[?@==-9223372036854775808.0]"_s << large << QByteArray("[-9223372036854775808]");
    QTest::newRow("one and one point zero are equal")
        << u"$[?@==1.0]"_s << QByteArray("[1,1.0,1.5]") << QByteArray("[1,1]");
    QTest::newRow("numbers beyond all types are kept")
        << u"$[0,2]"_s << QByteArray("[1e400,2,123456789012345678901234567890]")
        << QByteArray("[1e400,123456789012345678901234567890]");
    QTest::newRow("... and spoil nothing else")
        << u"$.b"_s << QByteArray(R"({"a":-1e999,"b":"\uFDD0x","c":"1e400"})") << QByteArray("[\"\xef\xb7\x90x\"]");
    QTest::newRow("... and equal nothing") << u"$[?@==1e308||@>0]"_s << QByteArray("[1e400]") << QByteArray("[]");
    QTest::newRow("too small for a double is zero") << u"$[0]"_s << QByteArray("[1e-400]") << QByteArray("[0]");
}

void TestJsonPath::numbersAreExact()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArray, document);
    QFETCH(const QByteArray, expected);
    QCOMPARE(select(query, document), expected);
}

void TestJsonPath::textsAndNames_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("of a name that comes twice the last value counts")
        << u"$.a"_s << QByteArray(R"({"a":1,"b":2,"a":3})") << QByteArray("[3]");
    QTest::newRow("a wildcard sees both") << u"$.*"_s << QByteArray(R"({"a":1,"a":3})") << QByteArray("[1,3]");
    QTest::newRow("objects are equal by their last values")
        << u"$[?@==$[0]]"_s << QByteArray(R"([{"a":1,"b":2},{"b":2,"a":9,"a":1},{"a":1}])")
        << QByteArray(R"([{"a":1,"b":2},{"b":2,"a":9,"a":1}])");
    QTest::newRow("NUL in a name and in a text")
        << u"$[\"a\\u0000b\"]"_s << QByteArray(R"({"a\u0000b":"x\u0000y"})") << QByteArray(R"(["x\u0000y"])");
    QTest::newRow("bidi controls stay") << u"$.a"_s
                                        << QByteArray("{\"a\":\"\xe2\x80\xae"
                                                      "x\"}")
                                        << QByteArray("[\"\xe2\x80\xae"
                                                      "x\"]");
    QTest::newRow("escapes that JSON needs") << u"$.a"_s << QByteArray(R"({"a":"\"\\\/\b\f\n\r\t\u001f"})")
                                             << QByteArray(R"(["\"\\/\u0008\u000c\n\r\t\u001f"])");
    QTest::newRow("a name with a surrogate pair")
        << u"$['\\uD83D\\uDE00']"_s << QByteArray("{\"\xf0\x9f\x98\x80\":1}") << QByteArray("[1]");
    QTest::newRow("length counts code points") << u"$[?length(@)==2]"_s << QByteArray("[\"a\xf0\x9f\x98\x80\",\"abc\"]")
                                               << QByteArray("[\"a\xf0\x9f\x98\x80\"]");
    QTest::newRow("a byte order mark is skipped") << u"$"_s << QByteArray("\xef\xbb\xbf[]") << QByteArray("[[]]");
}

void TestJsonPath::textsAndNames()
{
    numbersAreExact();
}

void TestJsonPath::regularExpressions_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    QTest::newRow("the whole text") << u"ab.*"_s << true;
    QTest::newRow("not only a part") << u"b"_s << false;
    QTest::newRow("alternatives are anchored together") << u"a|abc1|b"_s << true;
    QTest::newRow("categories") << u"\\p{L}{3}\\p{Nd}"_s << true;
    QTest::newRow("a class with a hyphen") << u"[-a-c]+[\\d-]"_s << false;
    QTest::newRow("escaped class") << u"[a-c\\-]+[^\\p{L}]"_s << true;
    QTest::newRow("no shorthand classes") << u"abc\\d"_s << false;
    QTest::newRow("no lookahead") << u"(?=a).*"_s << false;
    QTest::newRow("no options") << u"(?i)ABC1"_s << false;
    QTest::newRow("no lazy quantifiers") << u"a.*?"_s << false;
    QTest::newRow("no back references") << u"(a)bc1\\1?"_s << false;
    QTest::newRow("no control verbs") << u"(*UTF)abc1"_s << false;
    QTest::newRow("a repetition that is too large") << u"(abc1){1,99999}"_s << false;
    QTest::newRow("nested too deep") << u"("_s.repeated(100) + u"abc1"_s + u")"_s.repeated(100) << false;
}

void TestJsonPath::regularExpressions()
{
    QFETCH(QString, pattern);
    QFETCH(const bool, matches);
    const QByteArray expected = matches ? "[\"abc1\"]" : "[]";
    pattern.replace(u"\\"_s, u"\\\\"_s);
    QCOMPARE(select(u"$[?match(@,'%1')]"_s.arg(pattern), "[\"abc1\"]"), expected);
    const QByteArray document = "{\"p\":\"" + pattern.toUtf8() + "\",\"v\":[\"abc1\"]}";
    QCOMPARE(select(u"$.v[?match(@,$.p)]"_s, document), expected);
}

void TestJsonPath::documentsThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"not JSON"_s;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}") << u"not JSON"_s;
    QTest::newRow("an overlong NUL") << QByteArray("[\"\xc0\x80\"]") << u"not JSON"_s;
    QTest::newRow("half a surrogate pair") << QByteArray("[\"\\uD800\"]") << u"not JSON"_s;
    QTest::newRow("a number that starts with zero") << QByteArray("[01]") << u"not JSON"_s;
    QTest::newRow("a number out of range that is no number") << QByteArray("[1e400,1e]") << u"not JSON"_s;
    QTest::newRow("two values") << QByteArray("1 2") << u"not JSON"_s;
    QTest::newRow("10,000 levels") << QByteArray(10'000, '[') + QByteArray(10'000, ']') << u"1,024 levels"_s;
    QTest::newRow("10,000 levels with a large number")
        << QByteArray(10'000, '[') + "1e999" + QByteArray(10'000, ']') << u"1,024 levels"_s;
    QTest::newRow("over 32 MiB") << '[' + QByteArray(32 * 1024 * 1024, ' ') + ']' << u"32 MiB"_s;
}

void TestJsonPath::documentsThatAreRefused()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QString, why);
    const Result<QByteArray> result = selectAsJsonArray(u"$", document);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::Malformed);
    QVERIFY2(result.error().message.contains(why), qPrintable(result.error().message));
}

void TestJsonPath::theDeepestDocumentIsWalked()
{
    const QByteArray document = QByteArray(1000, '[') + "{\"x\":7}" + QByteArray(1000, ']');
    QCOMPARE(select(u"$..x"_s, document), QByteArray("[7]"));
    QCOMPARE(select(u"$[?@==$[0]]..x"_s, document), QByteArray("[7]"));
}

void TestJsonPath::nestedQueriesStayShallow()
{
    const QByteArray document = QByteArray(1000, '[') + "1" + QByteArray(1000, ']');
    const QString query = u"$"_s + u"..[?$"_s.repeated(30) + u"..*"_s + u"]"_s.repeated(30);
    const auto compiled = JsonPath::compile(query);
    QVERIFY(std::holds_alternative<JsonPath>(compiled));
    JsonDocument json;
    QCOMPARE(json.parse(document), JsonDocument::Problem::None);
    qsizetype nodes = 0;
    std::get<JsonPath>(compiled).each(*json.root(), [&nodes](JsonPath::Node) { return ++nodes > 0; });
    QVERIFY(nodes > 0);
}

void TestJsonPath::explodingQueriesEnd_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("expectedComplete");
    QTest::newRow("descendants of descendants")
        << u"$"_s + u"..*"_s.repeated(12) << QByteArray(300, '[') + "1" + QByteArray(300, ']') << false;
    QTest::newRow("everything against everything")
        << u"$[?count($[?count($..*)>@])>0]"_s << '[' + QByteArray("1,").repeated(3000) + "1]" << false;
    QTest::newRow("large structures compared")
        << u"$.a[?@==$.b]..z"_s
        << "{\"b\":[" + QByteArray("1,").repeated(20'000) + "2],\"a\":[" +
               ('[' + QByteArray("1,").repeated(20'000) + "3],").repeated(20) + "0]}"
        << true;
    QTest::newRow("selectors that repeat")
        << u"$"_s + u"[*,*,*,*]"_s.repeated(14) << QByteArray(20, '[') + "1" + QByteArray(20, ']') << false;
    QTest::newRow("a pattern that would backtrack")
        << u"$[?match(@,'(a*)*[bc]')]"_s << "[" + ("\"" + QByteArray(200, 'a') + "\",").repeated(500) + "0]" << true;
}

void TestJsonPath::explodingQueriesEnd()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArray, document);
    QFETCH(const bool, expectedComplete);
    const auto compiled = JsonPath::compile(query);
    QVERIFY(std::holds_alternative<JsonPath>(compiled));
    JsonDocument json;
    QCOMPARE(json.parse(document), JsonDocument::Problem::None);
    qsizetype nodes = 0;
    const bool complete =
        std::get<JsonPath>(compiled).each(*json.root(), [&nodes](JsonPath::Node) { return ++nodes > 0; });
    QCOMPARE(complete, expectedComplete);
    QVERIFY(nodes <= 100'000);
}

void TestJsonPath::aLargeBodyIsRead()
{
    QByteArray document = "{\"items\":[";
    const QByteArray item = "{\"name\":\"" + QByteArray(980, 'x') + "\",\"qty\":1},";
    document += item.repeated(20 * 1024) + "{\"qty\":2}],\"id\":42}";
    QVERIFY(document.size() > 20'000'000);
    QCOMPARE(select(u"$.id"_s, document), QByteArray("[42]"));
    QCOMPARE(select(u"$.items[-1].qty"_s, document), QByteArray("[2]"));
    QCOMPARE(select(u"$.items[?@.qty==2].qty"_s, document), QByteArray("[2]"));
}

void TestJsonPath::visitingStopsWhenAsked()
{
    JsonDocument json;
    QCOMPARE(json.parse("[1,2,3,4]"), JsonDocument::Problem::None);
    const auto path = std::get<JsonPath>(JsonPath::compile(u"$[*]"));
    int seen = 0;
    QVERIFY(path.each(*json.root(), [&seen](JsonPath::Node) { return ++seen < 2; }));
    QCOMPARE(seen, 2);
    seen = 0;
    QVERIFY(!path.each(
        *json.root(), [&seen](JsonPath::Node) { return ++seen > 0; }, 3));
    QCOMPARE(seen, 3);
    QVERIFY(path.each(
        *json.root(), [](JsonPath::Node) { return true; }, 4));
}

void TestJsonPath::singularQueriesNeedNoList()
{
    JsonDocument json;
    QCOMPARE(json.parse(R"({"a":[{"b":5}],"n":null})"), JsonDocument::Problem::None);
    const auto path = std::get<JsonPath>(JsonPath::compile(u"$.a[-1]['b']"));
    QVERIFY(path.isSingular());
    QCOMPARE(path.single(*json.root())->get_int64().value_unsafe(), 5);
    QVERIFY(!std::get<JsonPath>(JsonPath::compile(u"$.a[-2].b")).single(*json.root()));
    QVERIFY(std::get<JsonPath>(JsonPath::compile(u"$.n")).single(*json.root())->is_null());
    for (const auto query : {u"$.*", u"$..a", u"$[0,1]", u"$[0:1]", u"$[?@]"})
        QVERIFY(!std::get<JsonPath>(JsonPath::compile(QStringView(query))).isSingular());
}

QTEST_APPLESS_MAIN(TestJsonPath)
#include "tst_jsonpath.moc"
