// Whether the letters of a query stand in a text, and which of two texts is meant rather.
#include "ui/palette/fuzzymatch.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void ranks_data();
    void ranks();
    void placesAreThoseOfTheText();
};

void TestFuzzyMatch::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing asked") << QString() << u"Shop today"_s << true;
    QTest::newRow("whole word") << u"today"_s << u"Shop today"_s << true;
    QTest::newRow("starts of words") << u"st"_s << u"Shop today"_s << true;
    QTest::newRow("letters in order") << u"shpty"_s << u"Shop today"_s << true;
    QTest::newRow("letters out of order") << u"tohs"_s << u"Shop today"_s << false;
    QTest::newRow("words in any order") << u"today shop"_s << u"Shop today"_s << true;
    QTest::newRow("case does not count") << u"SHOP"_s << u"shop today"_s << true;
    QTest::newRow("accents do not count") << u"ubersicht"_s << u"\u00DCbersicht"_s << true;
    QTest::newRow("a letter too many") << u"shopp"_s << u"Shop"_s << false;
    QTest::newRow("reaching for a start of a word goes too far") << u"ab"_s << u"xab a"_s << true;
    QTest::newRow("empty text") << u"a"_s << QString() << false;
}

void TestFuzzyMatch::finds()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(fuzzyMatch(query, text).has_value(), found);
}

void TestFuzzyMatch::ranks_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("the start of the text") << u"or"_s << u"Orders"_s << u"Largest orders"_s;
    QTest::newRow("the start of a word") << u"or"_s << u"Largest orders"_s << u"Editor"_s;
    QTest::newRow("in a row") << u"pay"_s << u"Failed payments"_s << u"Problems and yields"_s;
    QTest::newRow("short over long") << u"shop"_s << u"Shop"_s << u"Shop of the other town"_s;
    QTest::newRow("initials over letters within words") << u"nb"_s << u"New board"_s << u"Cannonball"_s;
}

void TestFuzzyMatch::ranks()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto first = fuzzyMatch(query, better);
    const auto second = fuzzyMatch(query, worse);
    QVERIFY(first && second);
    QVERIFY2(first->score > second->score, qPrintable(u"%1 %2"_s.arg(first->score).arg(second->score)));
}

void TestFuzzyMatch::placesAreThoseOfTheText()
{
    const auto match = fuzzyMatch(u"today sh"_s, u"Shop today"_s);
    QVERIFY(match);
    QCOMPARE(match->places, (QList<qsizetype>{0, 1, 5, 6, 7, 8, 9}));
    QCOMPARE(fuzzyMatch(u"st"_s, u"Shop today"_s)->places, (QList<qsizetype>{0, 5}));
}

QTEST_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
