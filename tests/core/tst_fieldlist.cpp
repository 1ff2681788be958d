// addFieldPaths: every single value has a path, and every path that is offered compiles and finds its value.
#include "core/mapping/fieldlist.h"
#include "core/mapping/fieldpath.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList pathsOf(const QByteArray &payload)
{
    QStringList paths;
    addFieldPaths(payload, paths);
    return paths;
}

} // namespace

class TestFieldList : public QObject
{
    Q_OBJECT
private slots:
    void singleValuesInTheOrderOfThePayload();
    void theFirstElementStandsForAList();
    void oddNamesAreQuotedOrLeftOut();
    void everyPathFindsAValue();
    void hostilePayloadsAreBounded();
};

void TestFieldList::singleValuesInTheOrderOfThePayload()
{
    QCOMPARE(pathsOf(R"({"b":1,"a":{"x":null,"y":"t"},"empty":{},"none":[]})"),
             QStringList({u"$.b"_s, u"$.a.x"_s, u"$.a.y"_s}));
    QStringList paths{u"$.b"_s};
    addFieldPaths(R"({"b":1,"c":2})", paths);
    QCOMPARE(paths, QStringList({u"$.b"_s, u"$.c"_s}));
}

void TestFieldList::theFirstElementStandsForAList()
{
    QCOMPARE(pathsOf(R"({"items":[{"sku":1},{"price":2}]})"), QStringList{u"$.items[0].sku"_s});
    QCOMPARE(pathsOf("7"), QStringList{u"$"_s});
}

void TestFieldList::oddNamesAreQuotedOrLeftOut()
{
    const QByteArray payload = "{\"a b\":1,\"1st\":2,\"\":3,\"it's\":4,\"x\\u202Ey\":5}";
    QCOMPARE(pathsOf(payload), QStringList({u"$['a b']"_s, u"$['1st']"_s}));
}

void TestFieldList::everyPathFindsAValue()
{
    StoredEvent event;
    event.payload = R"({"a b":{"c-d":[[{"e":true}]]},"f":1.5,"\u00e4":"x"})";
    EventView view;
    view.reset(event);
    const QStringList paths = pathsOf(event.payload);
    QCOMPARE(paths.size(), 3);
    for (const QString &path : paths) {
        const auto compiled = FieldPath::compile(path);
        QVERIFY2(std::holds_alternative<FieldPath>(compiled), qPrintable(path));
        QVERIFY2(!std::get<FieldPath>(compiled).evaluate(view).isAbsent(), qPrintable(path));
    }
}

void TestFieldList::hostilePayloadsAreBounded()
{
    QVERIFY(pathsOf("{\"a\":").isEmpty());
    QVERIFY(pathsOf("[" + QByteArray("[").repeated(20) + QByteArray("]").repeated(20) + "]").isEmpty());
    QByteArray wide = "{";
    for (int i = 0; i < 5'000; ++i)
        wide += "\"k" + QByteArray::number(i) + "\":1,";
    QCOMPARE(pathsOf(wide + "\"end\":1}").size(), kMostFieldPaths);
    QVERIFY(pathsOf("{\"" + QByteArray(1'000'000, 'n') + "\":1}").isEmpty());
}

QTEST_GUILESS_MAIN(TestFieldList)
#include "tst_fieldlist.moc"
