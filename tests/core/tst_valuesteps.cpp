// What is done to values before they are aggregated: every step with what it takes, and the reason for what it does
// not.
#include "core/mapping/valuesteps.h"

#include <QtTest/QTest>

Q_DECLARE_METATYPE(hookboard::Scalar)
Q_DECLARE_METATYPE(hookboard::SkipReason)
Q_DECLARE_METATYPE(hookboard::ValueStep)
Q_DECLARE_METATYPE(QList<hookboard::ValueStep>)

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

using Steps = QList<ValueStep>;

Scalar text(const char *utf8)
{
    return Scalar(QByteArray(utf8));
}

Scalar whole(qint64 number)
{
    return Scalar(number);
}

} // namespace

class TestValueSteps : public QObject
{
    Q_OBJECT
private slots:
    void steps_data();
    void steps();
    void aPatternThatWouldNotEndIsGivenUp();
    void problemsNameTheStepAndTheCharacter_data();
    void problemsNameTheStepAndTheCharacter();
};

// `json` is the value of $.v; nothing = it is not there. A result that is absent goes with a reason.
void TestValueSteps::steps_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<Scalar>("value");
    QTest::addColumn<SkipReason>("why");
    const auto none = SkipReason::None;
    const Scalar nothing;
    const auto row = [&](const char *name, const char *json, const Steps &steps, const Scalar &value) {
        QTest::newRow(name) << QByteArray(json) << steps << value << none;
    };
    const auto fault = [&](const char *name, const char *json, const Steps &steps, SkipReason why) {
        QTest::newRow(name) << QByteArray(json) << steps << nothing << why;
    };
    const steps::ParseNumber german{u","_s, u"."_s};
    const steps::ParseNumber french{u","_s, u" "_s};
    const steps::ParseNumber plain{};
    row("German thousands", R"("1.234.567,50")", {german}, Scalar(1234567.5));
    row("German, small", R"("-0,5")", {german}, Scalar(-0.5));
    row("no grouping needed", R"("1234,5")", {german}, Scalar(1234.5));
    row("French, with a space that does not break", R"("1\u202f234,5")", {french}, Scalar(1234.5));
    row("French, with blanks around", R"(" 12 \u00a0")", {french}, whole(12));
    row("Indian groups", R"("12,34,567.5")", {steps::ParseNumber{u"."_s, u","_s}}, Scalar(1234567.5));
    row("Swiss", R"("1\u2019000")", {steps::ParseNumber{u"."_s, u"\u2019"_s}}, whole(1000));
    row("integers stay exact", R"("9.223.372.036.854.775.807")", {german}, whole(9223372036854775807));
    row("zeros in front", R"("007")", {plain}, whole(7));
    row("nothing before the point", R"(".5")", {plain}, Scalar(0.5));
    row("a minus of typesetters, an exponent", R"("\u22121.5E+2")", {plain}, Scalar(-150.0));
    row("a number stays", "12.5", {german}, Scalar(12.5));
    fault("a group of one digit", R"("1.5")", {german}, SkipReason::NotANumber);
    fault("a group of four digits", R"("1.2345")", {german}, SkipReason::NotANumber);
    fault("four digits before a group", R"("1234.567")", {german}, SkipReason::NotANumber);
    fault("grouping behind the decimal sign", R"("1,234.5")", {german}, SkipReason::NotANumber);
    fault("a unit behind it", R"("5 kg")", {plain}, SkipReason::NotANumber);
    fault("an empty text", R"("")", {plain}, SkipReason::NotANumber);
    fault("only a sign", R"("-")", {plain}, SkipReason::NotANumber);
    fault("a point and nothing", R"("5.")", {plain}, SkipReason::NotANumber);
    fault("true", "true", {plain}, SkipReason::NotANumber);
    fault("a list", "[1]", {plain}, SkipReason::NotANumber);
    fault("null", "null", {plain}, SkipReason::Missing);
    fault("nothing", "", {plain}, SkipReason::Missing);
    fault("too large", R"("1e999")", {plain}, SkipReason::Overflow);

    row("cents to euros", "1999", {steps::Scale{0.01, 0}}, Scalar(19.99));
    row("Fahrenheit", "212", {steps::Scale{1, -32}, steps::Scale{0.5, 0}}, Scalar(90.0));
    row("integers stay exact when scaled", "4611686018427387903", {steps::Scale{2, 1}}, whole(9223372036854775807));
    row("an integer that grows too large", "9223372036854775807", {steps::Scale{2, 0}}, Scalar(18446744073709551614.0));
    fault("text is not scaled", R"("5")", {steps::Scale{2, 0}}, SkipReason::NotANumber);
    fault("beyond double", "1e308", {steps::Scale{1e10, 0}}, SkipReason::NotFinite);
    fault("a number out of range", "1e999", {steps::Scale{2, 0}}, SkipReason::Overflow);

    row("clamped from above", "12", {steps::Clamp{0, 10}}, Scalar(10.0));
    row("clamped from below", "-12", {steps::Clamp{0, std::nullopt}}, Scalar(0.0));
    row("inside", "5", {steps::Clamp{0, 10}}, whole(5));
    fault("text is not clamped", R"("a")", {steps::Clamp{0, 10}}, SkipReason::NotANumber);

    const steps::MapValues map{{{u"1"_s, u"open"_s}, {u"true"_s, u"on"_s}, {u"null"_s, u"none"_s}, {u"1"_s, u"x"_s}},
                               {}};
    steps::MapValues other = map;
    other.otherwise = u"other"_s;
    row("a number is mapped by its text", "1", {map}, text("open"));
    row("a text is mapped", R"("1")", {map}, text("open"));
    row("a word is mapped", "true", {map}, text("on"));
    row("null is mapped", "null", {map}, text("none"));
    row("what is not in the list stays", "2", {map}, whole(2));
    row("otherwise", "2", {other}, text("other"));
    fault("what is missing is nothing else", "", {other}, SkipReason::Missing);
    fault("an object is not mapped", "{}", {other}, SkipReason::WrongType);

    row("the first group", R"("order 4711 of 9")", {steps::Extract{u"order (\\d+)"_s}}, text("4711"));
    row("the whole match", R"("a12b")", {steps::Extract{u"\\d+"_s}}, text("12"));
    row("of a number", "4711", {steps::Extract{u"^\\d\\d"_s}}, text("47"));
    row("letters of all languages", R"("Gr\u00f6\u00dfe 5")", {steps::Extract{u"(\\w+) 5"_s}},
        text("Gr\xc3\xb6\xc3\x9f\x65"));
    fault("no match", R"("abc")", {steps::Extract{u"\\d"_s}}, SkipReason::NoMatch);
    fault("a group that took no part", R"("b")", {steps::Extract{u"(a)?b"_s}}, SkipReason::NoMatch);
    fault("an object has no text", "{}", {steps::Extract{u"a"_s}}, SkipReason::WrongType);

    row("the first part", R"("a/b/c")", {steps::Split{u"/"_s, 0}}, text("a"));
    row("the last part", R"("a/b/c")", {steps::Split{u"/"_s, -1}}, text("c"));
    row("the second from the end", R"("a/b/c")", {steps::Split{u"/"_s, -2}}, text("b"));
    row("the third of three", R"("a::b::c")", {steps::Split{u"::"_s, 2}}, text("c"));
    row("the third from the end", R"("a::b::c")", {steps::Split{u"::"_s, -3}}, text("a"));
    row("an empty part", R"("a//c")", {steps::Split{u"/"_s, 1}}, text(""));
    row("nothing to split", R"("abc")", {steps::Split{u"/"_s, -1}}, text("abc"));
    fault("a part that is not there", R"("a/b")", {steps::Split{u"/"_s, 2}}, SkipReason::Missing);
    fault("a part before the first", R"("a/b")", {steps::Split{u"/"_s, -3}}, SkipReason::Missing);

    const steps::Coalesce coalesce{{u"$.no"_s, u"$.w"_s, u"type"_s}};
    row("a value stays", "5", {coalesce}, whole(5));
    row("instead of null", "null", {coalesce}, whole(77));
    row("instead of nothing", "", {coalesce}, whole(77));
    row("and then scaled", "", {coalesce, steps::Scale{10, 0}}, whole(770));
    row("after a step that missed", R"("a")", {steps::Split{u"/"_s, 3}, coalesce}, whole(77));
    fault("none of them", "", {steps::Coalesce{{u"$.no"_s}}}, SkipReason::Missing);

    row("ISO 8601", R"("2024-05-06T07:08:09Z")", {steps::ParseDate{}}, whole(1714979289));
    row("with a fraction", R"("2024-05-06T07:08:09.5+02:00")", {steps::ParseDate{}}, Scalar(1714972089.5));
    row("German date", R"("06.05.2024 07:08")", {steps::ParseDate{u"dd.MM.yyyy HH:mm"_s, {}}}, whole(1714979280));
    row("in Berlin, in summer", R"("06.05.2024")", {steps::ParseDate{u"dd.MM.yyyy"_s, u"Europe/Berlin"_s}},
        whole(1714946400));
    row("in Berlin, in winter", R"("06.01.2024")", {steps::ParseDate{u"dd.MM.yyyy"_s, u"Europe/Berlin"_s}},
        whole(1704495600));
    row("an hour that another zone leaves out", R"("2024-03-31 02:30")",
        {steps::ParseDate{u"yyyy-MM-dd HH:mm"_s, u"UTC"_s}}, whole(1711852200));
    row("a t in quotes is no zone", R"("2024-05-06 at 01:00")",
        {steps::ParseDate{u"yyyy-MM-dd 'at' HH:mm"_s, u"Europe/Berlin"_s}}, whole(1714950000));
    row("a zone in the text", R"("06.05.2024 07:08 +02:00")", {steps::ParseDate{u"dd.MM.yyyy HH:mm t"_s, {}}},
        whole(1714972080));
    row("names of months", R"("6 May 2024")", {steps::ParseDate{u"d MMM yyyy"_s, {}}}, whole(1714953600));
    fault("the 31st of February", R"("31.02.2024")", {steps::ParseDate{u"dd.MM.yyyy"_s, {}}}, SkipReason::NotADate);
    fault("no date at all", R"("soon")", {steps::ParseDate{}}, SkipReason::NotADate);
    fault("a number is no text of a date", "1714979289", {steps::ParseDate{}}, SkipReason::NotADate);

    row("one after the other", R"("total: 1.234,50 EUR")",
        {steps::Extract{u"([\\d.,]+)"_s}, german, steps::Scale{100, 0}, steps::Clamp{0, 1e6}}, Scalar(123450.0));
    fault("the first fault counts", R"("x")", {german, steps::Extract{u"1"_s}}, SkipReason::NotANumber);
}

void TestValueSteps::steps()
{
    QFETCH(const QByteArray, json);
    QFETCH(const Steps, steps);
    QFETCH(const Scalar, value);
    QFETCH(const SkipReason, why);
    const auto compiled = ValueSteps::compile(steps);
    QVERIFY(std::holds_alternative<ValueSteps>(compiled));
    StoredEvent event;
    event.type = u"t"_s;
    event.payload = "{\"w\":77" + (json.isEmpty() ? QByteArray() : ",\"v\":" + json) + "}";
    EventView view;
    view.reset(event);
    const auto path = std::get<FieldPath>(FieldPath::compile(u"$.v"_s));
    const JsonValue found = path.find(view);
    SkipReason reason = found.kind == JsonValue::Kind::Nothing ? SkipReason::Missing : SkipReason::None;
    const JsonValue made = std::get<ValueSteps>(compiled).apply(found, view, reason);
    QCOMPARE(reason, why);
    if (why != SkipReason::None)
        QVERIFY(made.kind == JsonValue::Kind::Nothing || made.kind == JsonValue::Kind::Null);
    else if (const auto *real = std::get_if<double>(&value.value()))
        QCOMPARE(toScalar(made).toDouble().value_or(-1), *real);
    else
        QVERIFY2(toScalar(made) == value, qPrintable(toScalar(made).toText()));
}

void TestValueSteps::aPatternThatWouldNotEndIsGivenUp()
{
    const auto steps = std::get<ValueSteps>(ValueSteps::compile({steps::Extract{u"^(a+)+$"_s}}));
    StoredEvent event;
    event.payload =
        "{\"v\":\"" + QByteArray(5'000, 'a') + "b\",\"w\":\"" + QByteArray(ValueSteps::kMaxTextBytes + 1, 'a') + "\"}";
    EventView view;
    view.reset(event);
    SkipReason why = SkipReason::None;
    steps.apply(std::get<FieldPath>(FieldPath::compile(u"$.v"_s)).find(view), view, why); // 2^5000 ways to try
    QCOMPARE(why, SkipReason::NoMatch);
    why = SkipReason::None;
    steps.apply(std::get<FieldPath>(FieldPath::compile(u"$.w"_s)).find(view), view, why);
    QCOMPARE(why, SkipReason::TooLong);
}

void TestValueSteps::problemsNameTheStepAndTheCharacter_data()
{
    QTest::addColumn<ValueStep>("step");
    QTest::addColumn<int>("position");
    QTest::newRow("a pattern") << ValueStep(steps::Extract{u"ab(c"_s}) << 4;
    QTest::newRow("an empty pattern") << ValueStep(steps::Extract{}) << -1;
    QTest::newRow("a long pattern") << ValueStep(steps::Extract{QString(1025, u'a')}) << -1;
    QTest::newRow("a path") << ValueStep(steps::Coalesce{{u"$.a"_s, u"$.b["_s}}) << 4;
    QTest::newRow("no separator") << ValueStep(steps::Split{}) << -1;
    QTest::newRow("two decimal signs") << ValueStep(steps::ParseNumber{u",,"_s, {}}) << -1;
    QTest::newRow("one sign for both") << ValueStep(steps::ParseNumber{u","_s, u","_s}) << -1;
    QTest::newRow("bounds the wrong way round") << ValueStep(steps::Clamp{5, 4}) << -1;
    QTest::newRow("a zone that is not known") << ValueStep(steps::ParseDate{{}, u"Mars/Olympus"_s}) << -1;
}

void TestValueSteps::problemsNameTheStepAndTheCharacter()
{
    QFETCH(const ValueStep, step);
    QFETCH(const int, position);
    const auto compiled = ValueSteps::compile({steps::Scale{}, step});
    const auto *problem = std::get_if<StepProblem>(&compiled);
    QVERIFY(problem);
    QCOMPARE(problem->step, 1);
    QCOMPARE(int(problem->position), position);
    QVERIFY(!problem->message.isEmpty());
}

QTEST_GUILESS_MAIN(TestValueSteps)
#include "tst_valuesteps.moc"
