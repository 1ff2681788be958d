// What values are made of: paths, templates and expressions, their results and the places of their errors.
#include "core/mapping/valuetext.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>

Q_DECLARE_METATYPE(hookboard::Scalar)
Q_DECLARE_METATYPE(hookboard::SkipReason)

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

StoredEvent eventWith(const QByteArray &payload)
{
    StoredEvent event;
    event.seq = 7;
    event.type = u"order.paid"_s;
    event.target = "/hooks/shop?n=12&words=1x";
    event.payload = payload;
    return event;
}

const QByteArray kPayload =
    R"({"first":"Ada","last":"L\u00f6","a":6,"b":7,"half":0.5,"big":9223372036854775807,"huge":1e999,"zero":0,)"
    R"("no":null,"yes":true,"list":[1,"x"],"braces":"{}"})";

struct Found
{
    Scalar value;
    SkipReason why = SkipReason::None;
};

Found find(const QString &text, const QByteArray &payload = kPayload)
{
    const auto compiled = ValueText::compile(text);
    if (!std::holds_alternative<ValueText>(compiled))
        return {Scalar(QByteArray("does not compile")), {}};
    const StoredEvent event = eventWith(payload);
    EventView view;
    view.reset(event);
    Found found;
    found.value = toScalar(std::get<ValueText>(compiled).find(view, found.why));
    return found;
}

Scalar text(const char *utf8)
{
    return Scalar(QByteArray(utf8));
}

} // namespace

class TestValueText : public QObject
{
    Q_OBJECT
private slots:
    void texts_data();
    void texts();
    void reasons_data();
    void reasons();
    void errorsAreAtTheirCharacter_data();
    void errorsAreAtTheirCharacter();
    void expressionsGiveWhatArithmeticGives();
    void boundsAreKept();
    void itemsAreWherePathsStart();
};

void TestValueText::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Scalar>("value");
    QTest::newRow("a path") << u"$.a"_s << Scalar(qint64(6));
    QTest::newRow("a path of the envelope") << u"type"_s << text("order.paid");
    QTest::newRow("a path with braces in it") << u"$.list[?@ == '{}' || @ == 'x']"_s << text("x");
    QTest::newRow("a template") << u"{$.first} {$.last}"_s << text("Ada L\xc3\xb6");
    QTest::newRow("a template with blanks") << u"<{ $.first }>"_s << text("<Ada>");
    QTest::newRow("braces written twice") << u"{{{$.a}}} {{}}"_s << text("{6} {}");
    QTest::newRow("numbers, words and lists in a template")
        << u"{$.a}/{$.half}/{$.yes}/{$.list}/{$.big}/{seq}"_s << text("6/0.5/true/[1,\"x\"]/9223372036854775807/7");
    QTest::newRow("a number out of range in a template") << u"n={$.huge}"_s << text("n=1e999");
    QTest::newRow("braces from the event stay") << u"{$.braces}{$.a}"_s << text("{}6");
    QTest::newRow("a price in dollars") << u"${$.a}"_s << text("$6");
    QTest::newRow("an expression") << u"= {$.a} * {$.b} / 100"_s << Scalar(0.42);
    QTest::newRow("an integer result") << u"={$.a}*{$.b}"_s << Scalar(qint64(42));
    QTest::newRow("before the sign") << u"  = {$.a}"_s << Scalar(qint64(6));
    QTest::newRow("precedence") << u"= 1 + 2 * 3 ^ 2"_s << Scalar(qint64(19));
    QTest::newRow("minus after minus") << u"= 5 - -{$.a}"_s << Scalar(qint64(11));
    QTest::newRow("functions") << u"= max({$.a}, {$.b}, 3) + abs(-1)"_s << Scalar(qint64(8));
    QTest::newRow("a choice") << u"= {$.a} > {$.b} ? 1 : 2"_s << Scalar(qint64(2));
    QTest::newRow("both hold") << u"= {$.a} == 6 && {$.b} != 6"_s << Scalar(qint64(1));
    QTest::newRow("a number of a query") << u"= {query:n} / 5"_s << Scalar(2.4);
    QTest::newRow("an exponent") << u"= 1.5e3 + 2e-1"_s << Scalar(1500.2);
    QTest::newRow("a variable of ours is no name") << u"= {$.a} + {$.a}"_s << Scalar(qint64(12));
}

void TestValueText::texts()
{
    QFETCH(const QString, text);
    QFETCH(const Scalar, value);
    const Found found = find(text);
    QCOMPARE(found.why, SkipReason::None);
    QVERIFY2(found.value == value, qPrintable(found.value.toText()));
}

void TestValueText::reasons_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<SkipReason>("why");
    QTest::newRow("a path to nothing") << u"$.x"_s << kPayload << SkipReason::Missing;
    QTest::newRow("one part is missing") << u"{$.first} {$.x}"_s << kPayload << SkipReason::Missing;
    QTest::newRow("one part is null") << u"{$.first} {$.no}"_s << kPayload << SkipReason::Missing;
    QTest::newRow("an operand is missing") << u"= {$.a} + {$.x}"_s << kPayload << SkipReason::Missing;
    QTest::newRow("an operand is null") << u"= {$.no}"_s << kPayload << SkipReason::Missing;
    QTest::newRow("an operand is text") << u"= {$.first} * 2"_s << kPayload << SkipReason::NotANumber;
    QTest::newRow("an operand is a word") << u"= {$.yes} * 2"_s << kPayload << SkipReason::NotANumber;
    QTest::newRow("an operand is a list") << u"= {$.list} * 2"_s << kPayload << SkipReason::NotANumber;
    QTest::newRow("a query that is no number") << u"= {query:words}"_s << kPayload << SkipReason::NotANumber;
    QTest::newRow("an operand out of range") << u"= {$.huge}"_s << kPayload << SkipReason::Overflow;
    QTest::newRow("divided by zero") << u"= {$.a} / {$.zero}"_s << kPayload << SkipReason::NotFinite;
    QTest::newRow("the root of minus one") << u"= sqrt(-1)"_s << kPayload << SkipReason::NotFinite;
    QTest::newRow("no JSON, a path") << u"$.a"_s << QByteArray("no") << SkipReason::NotJson;
    QTest::newRow("no JSON, a template") << u"{$.a}!"_s << QByteArray("no") << SkipReason::NotJson;
    QTest::newRow("no JSON, an expression") << u"= {$.a}"_s << QByteArray("no") << SkipReason::NotJson;
}

void TestValueText::reasons()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, payload);
    QFETCH(const SkipReason, why);
    const Found found = find(text, payload);
    QCOMPARE(found.why, why);
    QVERIFY(found.value.isAbsent());
}

void TestValueText::errorsAreAtTheirCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::newRow("a path") << u"$.a["_s << 4;
    QTest::newRow("a path in a template") << u"{$.first} {$.la st}"_s << 16;
    QTest::newRow("a template that is not closed") << u"x {$.first"_s << 10;
    QTest::newRow("a brace too many") << u"{$.first} }"_s << 10;
    QTest::newRow("an empty place") << u"a {} b"_s << 3;
    QTest::newRow("no path in a place") << u"{firstname}"_s << 1;
    QTest::newRow("a path in an expression") << u"= 1 + {$.a b}"_s << 11;
    QTest::newRow("nothing behind the sign") << u"="_s << 1;
    QTest::newRow("an operator at the end") << u"= {$.a} *"_s << 9;
    QTest::newRow("two values in a row") << u"= {$.a} {$.b}"_s << 8;
    QTest::newRow("a name that is not known") << u"= {$.a} + price"_s << 10;
    QTest::newRow("a name of the inside") << u"= {$.a} + v0"_s << 10;
    QTest::newRow("an assignment") << u"= {$.a} = 3"_s << 8;
    QTest::newRow("a decimal comma") << u"= {$.a} * 1,5"_s << 11;
    QTest::newRow("a comma in plain parentheses") << u"= max(1, (2, 3))"_s << 11;
    QTest::newRow("a parenthesis too many") << u"= (1))"_s << 5;
    QTest::newRow("a text") << u"= \"a\""_s << 2;
    QTest::newRow("a letter beyond ASCII") << u"= 1 \u00d7 2"_s << 4;
    QTest::newRow("half an exponent") << u"= 1e + 2"_s << 3;
    QTest::newRow("two points") << u"= 1.2.3"_s << 5;
    QTest::newRow("a number that goes on as a name") << u"= 2{$.a}"_s << 3;
}

void TestValueText::errorsAreAtTheirCharacter()
{
    QFETCH(const QString, text);
    QFETCH(const int, position);
    const auto compiled = ValueText::compile(text);
    const auto *error = std::get_if<PathError>(&compiled);
    QVERIFY(error);
    QVERIFY(!error->message.isEmpty());
    QCOMPARE(int(error->position), position);
}

// Random expressions against the same arithmetic done here.
void TestValueText::expressionsGiveWhatArithmeticGives()
{
    std::mt19937_64 random(5);
    for (int round = 0; round < 400; ++round) {
        QString text = u"="_s;
        QByteArray payload = "{";
        double sum = 0;
        const int terms = 1 + int(random() % 8);
        for (int i = 0; i < terms; ++i) {
            const double a = double(qint64(random() % 20'001) - 10'000) / 8;
            const double b = double(1 + random() % 1'000) / 16;
            const bool minus = i > 0 && random() % 2 == 0;
            const bool divide = random() % 2 == 0;
            const QString name = QString::number(i);
            payload += QByteArray(i > 0 ? "," : "") + "\"a" + name.toLatin1() + "\":" + QByteArray::number(a, 'g', 17) +
                       ",\"b" + name.toLatin1() + "\":" + QByteArray::number(b, 'g', 17);
            text += (i == 0  ? u""_s
                     : minus ? u" - "_s
                             : u" + "_s) +
                    u"{$.a"_s + name + (divide ? u"} / ("_s : u"} * ("_s) + u"{$.b"_s + name + u"})"_s;
            const double term = divide ? a / b : a * b;
            sum = i == 0 ? term : minus ? sum - term : sum + term;
        }
        const Found found = find(text, payload + '}');
        QCOMPARE(found.why, SkipReason::None);
        const auto value = found.value.toDouble();
        QVERIFY(value);
        QVERIFY2(std::abs(*value - sum) <= 1e-12 * std::max(1.0, std::abs(sum)), qPrintable(text));
    }
}

void TestValueText::boundsAreKept()
{
    const auto fails = [](const QString &text) { return std::holds_alternative<PathError>(ValueText::compile(text)); };
    QVERIFY(!fails(u"="_s + QString(Expression::kMaxNesting, u'(') + u'1' + QString(Expression::kMaxNesting, u')')));
    QVERIFY(
        fails(u"="_s + QString(Expression::kMaxNesting + 1, u'(') + u'1' + QString(Expression::kMaxNesting + 1, u')')));
    QVERIFY(fails(u"= 1"_s + QString(Expression::kMaxLength, u' ')));
    QVERIFY(!fails(u"= 1"_s + u" + {$.a}"_s.repeated(qsizetype(Expression::kMaxOperands))));
    QVERIFY(fails(u"= 1"_s + u" + {$.a}"_s.repeated(qsizetype(Expression::kMaxOperands) + 1)));
    QVERIFY(fails(u"{$.a}"_s + QString(ValueText::kMaxLength, u'x')));
    const QByteArray large = "{\"t\":\"" + QByteArray(400'000, 'x') + "\"}";
    QCOMPARE(find(u"{$.t}{$.t}"_s, large).why, SkipReason::None);
    QCOMPARE(find(u"{$.t}{$.t}{$.t}"_s, large).why, SkipReason::TooLong);
}

void TestValueText::itemsAreWherePathsStart()
{
    const StoredEvent event = eventWith(R"({"items":[{"n":2,"p":5},{"n":3,"p":7}],"n":100})");
    EventView view;
    view.reset(event);
    SharedPaths *none = nullptr;
    const auto total = std::get<ValueText>(ValueText::compile(u"= {@.n} * {@.p} + {$.n}"_s, none));
    const auto each = std::get<FieldPath>(FieldPath::compile(u"$.items[*]"_s));
    QList<qint64> totals;
    SkipReason why = SkipReason::None;
    each.eachNode(view, [&](JsonNode node) {
        view.setItem(node);
        totals.append(total.find(view, why).integer);
        return true;
    });
    QCOMPARE(totals, (QList<qint64>{110, 121}));
    view.setItem(std::nullopt);
    QCOMPARE(total.find(view, why).kind, JsonValue::Kind::Nothing);
    QCOMPARE(why, SkipReason::Missing);
}

QTEST_GUILESS_MAIN(TestValueText)
#include "tst_valuetext.moc"
