// Filter: the language row by row, and errors that tell the place.
#include "core/mapping/filter.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestFilter : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void errors_data();
    void errors();
    void payloadsThatAreNoJsonHoldNothing();
};

void TestFilter::matches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *filter, bool expected) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << expected;
    };
    row("", true);
    row("  ", true);
    row("$.amount = 100", true);
    row("$.amount == 100.0", true);
    row("$.amount != 100", false);
    row("$.amount = \"100\"", false);
    row("$.amount != \"100\"", true);
    row("$.amount<101", true);
    row("$.amount >= 100 and $.amount<=100", true);
    row("$.amount > 100", false);
    row("$.big = 9007199254740993", true);
    row("$.big = 9007199254740992", false);
    row("$.big > 9007199254740992.0", true);
    row("$.huge > 1", false);
    row("$.huge exists", true);
    row("$.name < \"b\"", true);
    row("$.name > 1", false);
    row("$.none = 1", false);
    row("$.none != 1", true);
    row("$.none < 1", false);
    row("$.null = null", true);
    row("$.none = null", false);
    row("$.null exists", true);
    row("$.none exists", false);
    row("not $.none exists", true);
    row("NOT not $.null EXISTS", true);
    row("$.ok = true", true);
    row("$.ok = false or $.ok = true", true);
    row("type in [\"order.paid\", \"order.refunded\"]", true);
    row("type in []", false);
    row("$.amount in [1, 100.0, null]", true);
    row("$.name contains \"lic\"", true);
    row("$.name contains \"LIC\"", false);
    row("$.tags contains \"b\"", true);
    row("$.tags contains 2", true);
    row("$.tags contains \"c\"", false);
    row("$.items[*].sku contains \"B2\"", true);
    row("$.items[*].qty contains 2", true);
    row("$.amount contains 1", false);
    row("$.items[?@.qty > 1].sku = \"B2\"", true);
    row("$.items[*].sku = \"B2\"", false);
    row("$.name matches \"^al\"", false);
    row("$.name matches \"l(ic|x)e\"", true);
    row("$.name matches \"[0-9]\"", false);
    row("$.amount matches \"1\"", false);
    row("header:x-count = \"5\"", true);
    row("header:X-Count = 5", false);
    row("query:page exists and query:page!=\"3\"", true);
    row("verified = true and simulated = false", true);
    row("receivedAt >= \"2024-05-06\" and receivedAt < \"2024-05-07\"", true);
    row("seq>6", true);
    row("$.amount = $.items[0].total", true);
    row("$.items[0] = $.copy", true);
    row("$.items[0] = $.items[1]", false);
    row("type = $.kind", true);
    // not before and before or
    row("$.ok = true or $.ok = true and $.ok = false", true);
    row("($.ok = true or $.ok = true) and $.ok = false", false);
    row("not $.ok = false and $.ok = true", true);
    row("not ($.ok = true and $.ok = true)", false);
    row("$.amount >= 100 and (type in [\"x\"] or not header:X-Test exists)", true);
    row("$['a b'] exists", true);
    row("$.text = \"NUL \\u0000 and \\u202e\"", true);
}

void TestFilter::matches()
{
    QFETCH(const QString, filter);
    QFETCH(const bool, expected);
    StoredEvent event;
    event.seq = 7;
    event.type = u"order.paid"_s;
    event.verified = true;
    event.receivedUs = 1'714'979'289'123'456;
    event.target = "/hooks/shop?page=2";
    event.headers.append("X-Count", "5");
    event.payload = R"({"amount":100,"name":"alice","big":9007199254740993,"huge":1e400,"null":null,"ok":true,)"
                    R"("tags":["a","b",2],"items":[{"sku":"A1","qty":1,"total":100},{"sku":"B2","qty":2}],)"
                    R"("copy":{"total":1e2,"qty":1.0,"sku":"A1"},"kind":"order.paid","a b":0,)"
                    R"("text":"NUL \u0000 and \u202e"})";
    EventView view;
    view.reset(event);
    const auto compiled = Filter::compile(filter);
    const auto *error = std::get_if<PathError>(&compiled);
    QVERIFY2(!error, qPrintable(error ? error->message : QString()));
    QCOMPARE(std::get<Filter>(compiled).matches(view), expected);
}

void TestFilter::errors_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<qsizetype>("position");
    const auto row = [](const char *filter, qsizetype position) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << position;
    };
    row("$.a", 3);
    row("$.a ~ 1", 4);
    row("1 = $.a", 0);
    row("$.a = ", 6);
    row("$.a = 1 and", 11);
    row("$.a = 1 $.b = 2", 8);
    row("($.a = 1", 8);
    row("$.a = 1)", 7);
    row("$.a in 1", 7);
    row("$.a in [1", 9);
    row("$.a in [[1]]", 8);
    row("$.a = [1]", 6);
    row("$.a = 'x'", 6);
    row("$.a = \"x", 6);
    row("$.a = 1e400", 6);
    row("$.a = 01", 6);
    row("$.a matches 1", 12);
    row("$.a matches \"(?=x)\"", 14);
    row("$.a matches \"\\u0061\\\\d\"", 19);
    row("$.a matches \"xa{9999}\"", 15);
    row("$.a[ = 1", 5);
    row("size = 1", 0);
    row("not", 3);
    row("$.a contains $.b", 13);
    QTest::newRow("nested too deep") << u"("_s.repeated(100) << qsizetype(32);
    QTest::newRow("too many nots") << u"not "_s.repeated(100) << qsizetype(131);
    QTest::newRow("too long") << u"$.a = 1 or "_s.repeated(1000) << qsizetype(8192);
}

void TestFilter::errors()
{
    QFETCH(const QString, filter);
    QFETCH(const qsizetype, position);
    const auto compiled = Filter::compile(filter);
    const auto *error = std::get_if<PathError>(&compiled);
    QVERIFY(error);
    QVERIFY(!error->message.isEmpty());
    QCOMPARE(error->position, position);
}

void TestFilter::payloadsThatAreNoJsonHoldNothing()
{
    StoredEvent event;
    event.payload = "no json";
    EventView view;
    view.reset(event);
    QVERIFY(!std::get<Filter>(Filter::compile(u"$.a exists")).matches(view));
    QVERIFY(std::get<Filter>(Filter::compile(u"not $.a exists")).matches(view));
    QVERIFY(!std::get<Filter>(Filter::compile(u"$.a < 1 or $ exists")).matches(view));
}

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
