// Mapper: which bindings get an event, what counts as a value, groups, times, and work that is shared.
#include "core/mapping/mapper.h"

#include <QtTest/QTest>

Q_DECLARE_METATYPE(hookboard::Scalar)
Q_DECLARE_METATYPE(hookboard::Aggregation)
Q_DECLARE_METATYPE(hookboard::SkipReason)
Q_DECLARE_METATYPE(hookboard::TimeBasis)

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

Binding binding(Aggregation aggregation, const QString &value = {})
{
    Binding made;
    made.aggregation = aggregation;
    made.value = value;
    return made;
}

StoredEvent eventWith(const QByteArray &payload)
{
    StoredEvent event;
    event.seq = 11;
    event.source = u"shop"_s;
    event.type = u"order.paid"_s;
    event.receivedUs = 1'000'000;
    event.verified = true;
    event.target = "/hooks/shop?n=12&big=1e999&words=1x";
    event.headers.append("X-Total", "18446744073709551615");
    event.headers.append("X-Time", "1714979289");
    event.payload = payload;
    return event;
}

// A measurement that stays when its event has gone.
struct Kept
{
    quint64 seq;
    qint64 timeUs;
    qint64 receivedUs;
    Scalar value;
    QByteArray group;
    bool groupMissing;
    bool verified;
    bool simulated;
    SkipReason skipped;
};

Scalar copyOf(const Scalar *value)
{
    if (!value)
        return {};
    const auto *text = std::get_if<QByteArray>(&value->value());
    return text ? Scalar(QByteArray(text->constData(), text->size())) : *value;
}

using Measured = QList<std::pair<int, Kept>>;

Measured map(Mapper &mapper, const StoredEvent &event)
{
    EventView view;
    view.reset(event);
    Measured measured;
    mapper.map(view, [&measured](int index, const Measurement &m) {
        measured.append({index,
                         {m.seq, m.timeUs, m.receivedUs, copyOf(m.value), m.group.toByteArray(), m.groupMissing,
                          m.verified, m.simulated, m.skipped}});
    });
    return measured;
}

Measured map(const QList<Binding> &bindings, const StoredEvent &event)
{
    Result<Mapper> mapper = Mapper::compile(bindings);
    return mapper.ok() ? map(*mapper, event) : Measured();
}

} // namespace

class TestMapper : public QObject
{
    Q_OBJECT

private slots:
    void bindingsGetTheirEvents_data();
    void bindingsGetTheirEvents();
    void manyKindsOfEventsAreToldApart();
    void unverifiedEventsAreInvisibleToVerifiedOnly();
    void values_data();
    void values();
    void groups_data();
    void groups();
    void longGroupsStayDistinct();
    void times_data();
    void times();
    void sharedPathsServeEachBindingItsWay();
    void nothingOfTheEventBeforeStays();
    void compileErrorsNameTheBinding();
};

void TestMapper::bindingsGetTheirEvents_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("everything") << u""_s << QStringList() << u""_s << true;
    QTest::newRow("its source") << u"shop"_s << QStringList() << u""_s << true;
    QTest::newRow("another source") << u"Shop"_s << QStringList() << u""_s << false;
    QTest::newRow("its type") << u""_s << QStringList{u"x"_s, u"order.paid"_s} << u""_s << true;
    QTest::newRow("a prefix") << u"shop"_s << QStringList{u"order.*"_s} << u""_s << true;
    QTest::newRow("any type, written out") << u""_s << QStringList{u"*"_s} << u""_s << true;
    QTest::newRow("another prefix") << u""_s << QStringList{u"orders.*"_s} << u""_s << false;
    QTest::newRow("a longer type") << u""_s << QStringList{u"order.paid.x"_s} << u""_s << false;
    QTest::newRow("a filter that holds") << u""_s << QStringList() << u"$.a = 1"_s << true;
    QTest::newRow("a filter that does not") << u""_s << QStringList() << u"$.a = 2"_s << false;
}

void TestMapper::bindingsGetTheirEvents()
{
    QFETCH(const QString, source);
    QFETCH(const QStringList, types);
    QFETCH(const QString, filter);
    QFETCH(const bool, wanted);
    Binding made = binding(Aggregation::Count);
    made.source = source;
    made.types = types;
    made.filter = filter;
    const Measured measured = map({made}, eventWith(R"({"a":1})"));
    QCOMPARE(measured.size(), wanted ? 1 : 0);
    if (wanted) {
        QCOMPARE(measured[0].second.seq, 11u);
        QVERIFY(measured[0].second.value.isAbsent());
        QCOMPARE(measured[0].second.skipped, SkipReason::None);
    }
}

void TestMapper::manyKindsOfEventsAreToldApart()
{
    Binding made = binding(Aggregation::Count);
    made.types = {u"t7"_s, u"long*"_s};
    Result<Mapper> mapper = Mapper::compile({made, binding(Aggregation::Count)});
    QVERIFY(mapper.ok());
    StoredEvent event = eventWith("{}");
    int wanted = 0;
    for (int i = 0; i < 5000; ++i) { // more kinds than are remembered, twice each
        event.type = u"t%1"_s.arg(i % 2500);
        wanted += int(map(*mapper, event).size());
    }
    QCOMPARE(wanted, 5002);
    event.type = u"long"_s + QString(1'000'000, u'x');
    QCOMPARE(map(*mapper, event).size(), 2);
    event.type = u"other"_s + QString(1'000'000, u'x');
    QCOMPARE(map(*mapper, event).size(), 1);
}

void TestMapper::unverifiedEventsAreInvisibleToVerifiedOnly()
{
    Binding strict = binding(Aggregation::Sum, u"$.missing"_s);
    Binding open = strict;
    open.verifiedOnly = false;
    StoredEvent event = eventWith("{}");
    event.verified = false;
    event.simulated = true;
    const Measured measured = map({strict, open}, event);
    QCOMPARE(measured.size(), 1);
    QCOMPARE(measured[0].first, 1);
    QVERIFY(!measured[0].second.verified);
    QVERIFY(measured[0].second.simulated);
    QCOMPARE(measured[0].second.skipped, SkipReason::Missing);
}

void TestMapper::values_data()
{
    QTest::addColumn<Aggregation>("aggregation");
    QTest::addColumn<QString>("path");
    QTest::addColumn<SkipReason>("skipped");
    QTest::addColumn<Scalar>("value");
    const auto sum = Aggregation::Sum;
    const auto last = Aggregation::Last;
    const auto count = Aggregation::Count;
    const auto none = SkipReason::None;
    QTest::newRow("an integer") << sum << u"$.i"_s << none << Scalar(qint64(9'007'199'254'740'993));
    QTest::newRow("the largest uint64") << sum << u"$.u"_s << none << Scalar(std::numeric_limits<quint64>::max());
    QTest::newRow("the smallest int64") << sum << u"$.m"_s << none << Scalar(std::numeric_limits<qint64>::min());
    QTest::newRow("a double") << Aggregation::P99 << u"$.d"_s << none << Scalar(0.1);
    QTest::newRow("missing") << sum << u"$.x"_s << SkipReason::Missing << Scalar();
    QTest::newRow("null") << Aggregation::Avg << u"$.n"_s << SkipReason::Missing << Scalar();
    QTest::newRow("a number as text") << sum << u"$.t"_s << SkipReason::NotANumber << Scalar();
    QTest::newRow("true") << Aggregation::Min << u"$.b"_s << SkipReason::NotANumber << Scalar();
    QTest::newRow("an array") << Aggregation::Change << u"$.a"_s << SkipReason::NotANumber << Scalar();
    QTest::newRow("beyond double") << Aggregation::StdDev << u"$.o"_s << SkipReason::Overflow << Scalar();
    QTest::newRow("beyond 64 bits") << Aggregation::Max << u"$.o2"_s << SkipReason::Overflow << Scalar();
    QTest::newRow("a header that is a number")
        << sum << u"header:x-total"_s << none << Scalar(std::numeric_limits<quint64>::max());
    QTest::newRow("a parameter that is a number") << sum << u"query:n"_s << none << Scalar(qint64(12));
    QTest::newRow("a parameter beyond double") << sum << u"query:big"_s << SkipReason::Overflow << Scalar();
    QTest::newRow("a parameter that is no number") << sum << u"query:words"_s << SkipReason::NotANumber << Scalar();
    QTest::newRow("no such parameter") << sum << u"query:none"_s << SkipReason::Missing << Scalar();
    QTest::newRow("the type is no number") << sum << u"type"_s << SkipReason::NotANumber << Scalar();
    QTest::newRow("last text") << last << u"$.t"_s << none << Scalar(QByteArray("5"));
    QTest::newRow("last null") << last << u"$.n"_s << none << Scalar(JsonNull());
    QTest::newRow("first true") << Aggregation::First << u"$.b"_s << none << Scalar(true);
    QTest::newRow("distinct missing") << Aggregation::Distinct << u"$.x"_s << SkipReason::Missing << Scalar();
    QTest::newRow("distinct array") << Aggregation::Distinct << u"$.a"_s << SkipReason::WrongType << Scalar();
    QTest::newRow("last beyond double") << last << u"$.o"_s << SkipReason::Overflow << Scalar();
    QTest::newRow("count what exists") << count << u"$.i"_s << none << Scalar(qint64(9'007'199'254'740'993));
    QTest::newRow("count null") << count << u"$.n"_s << none << Scalar(JsonNull());
    QTest::newRow("count arrays") << count << u"$.a"_s << none << Scalar();
    QTest::newRow("count numbers out of range") << count << u"$.o"_s << none << Scalar();
    QTest::newRow("count missing") << count << u"$.x"_s << SkipReason::Missing << Scalar();
    QTest::newRow("rate of missing") << Aggregation::Rate << u"$.x"_s << SkipReason::Missing << Scalar();
}

void TestMapper::values()
{
    QFETCH(const Aggregation, aggregation);
    QFETCH(const QString, path);
    QFETCH(const SkipReason, skipped);
    QFETCH(const Scalar, value);
    const QByteArray payload = R"({"i":9007199254740993,"u":18446744073709551615,"m":-9223372036854775808,"d":0.1,)"
                               R"("n":null,"t":"5","b":true,"a":[1],"o":-1e400,"o2":18446744073709551616})";
    const Measured measured = map({binding(aggregation, path)}, eventWith(payload));
    QCOMPARE(measured.size(), 1);
    QCOMPARE(measured[0].second.skipped, skipped);
    QCOMPARE(measured[0].second.value, value);

    const Measured broken = map({binding(aggregation, path)}, eventWith("no json"));
    QCOMPARE(broken.size(), 1);
    QCOMPARE(broken[0].second.skipped, path.startsWith(u'$') ? SkipReason::NotJson : skipped);
}

void TestMapper::groups_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<bool>("missing");
    QTest::newRow("text") << u"$.t"_s << QByteArray("a\0b", 3) << false;
    QTest::newRow("an empty text is not missing") << u"$.e"_s << QByteArray() << false;
    QTest::newRow("missing") << u"$.x"_s << QByteArray() << true;
    QTest::newRow("null") << u"$.n"_s << QByteArray("null") << false;
    QTest::newRow("an integer") << u"$.i"_s << QByteArray("-5") << false;
    QTest::newRow("a double") << u"$.d"_s << QByteArray("0.5") << false;
    QTest::newRow("a number out of range") << u"$.o"_s << QByteArray("1e400") << false;
    QTest::newRow("false") << u"$.f"_s << QByteArray("false") << false;
    QTest::newRow("an object") << u"$.obj"_s << QByteArray(R"({"k":[1,1e999]})") << false;
    QTest::newRow("the source") << u"source"_s << QByteArray("shop") << false;
    QTest::newRow("no group path") << u""_s << QByteArray() << false;
}

void TestMapper::groups()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, group);
    QFETCH(const bool, missing);
    Binding made = binding(Aggregation::Count);
    made.groupBy = path;
    const StoredEvent event =
        eventWith(R"({"t":"a\u0000b","e":"","n":null,"i":-5,"d":0.5,"o":1e400,"f":false,"obj":{ "k" : [1, 1e999] }})");
    const Measured measured = map({made}, event);
    QCOMPARE(measured.size(), 1);
    QCOMPARE(measured[0].second.group, group);
    QCOMPARE(measured[0].second.groupMissing, missing);
}

void TestMapper::longGroupsStayDistinct()
{
    Binding made = binding(Aggregation::Count);
    made.groupBy = u"$.g"_s;
    Result<Mapper> mapper = Mapper::compile({made});
    const QByteArray label = QByteArray("\xc3\xa4").repeated(500'000);
    const QByteArray one = map(*mapper, eventWith("{\"g\":\"" + label + "1\"}"))[0].second.group;
    const QByteArray two = map(*mapper, eventWith("{\"g\":\"" + label + "2\"}"))[0].second.group;
    const QByteArray again = map(*mapper, eventWith("{\"g\":\"" + label + "1\"}"))[0].second.group;
    QVERIFY(one.size() <= 256 && one.size() > 240);
    QVERIFY(one.isValidUtf8());
    QVERIFY(one != two);
    QCOMPARE(one, again);
    const QByteArray just(256, 'x');
    QCOMPARE(map(*mapper, eventWith("{\"g\":\"" + just + "\"}"))[0].second.group, just);
}

void TestMapper::times_data()
{
    QTest::addColumn<TimeBasis>("basis");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("named"); // the template names a time
    QTest::addColumn<qint64>("us");
    QTest::addColumn<SkipReason>("skipped");
    const auto none = SkipReason::None;
    QTest::newRow("arrival") << TimeBasis::Arrival << u""_s << true << qint64(1'000'000) << none;
    QTest::newRow("arrival ignores the path") << TimeBasis::Arrival << u"$.s"_s << true << qint64(1'000'000) << none;
    QTest::newRow("what the template named") << TimeBasis::Event << u""_s << true << qint64(42) << none;
    QTest::newRow("nothing named: arrival") << TimeBasis::Event << u""_s << false << qint64(1'000'000) << none;
    QTest::newRow("ISO 8601") << TimeBasis::Event << u"$.iso"_s << true << qint64(1'714'979'289'500'000) << none;
    QTest::newRow("seconds") << TimeBasis::Event << u"$.s"_s << true << qint64(1'714'979'289'000'000) << none;
    QTest::newRow("milliseconds") << TimeBasis::Event << u"$.ms"_s << true << qint64(1'714'979'289'001'000) << none;
    QTest::newRow("seconds in a header") << TimeBasis::Event << u"header:X-Time"_s << true
                                         << qint64(1'714'979'289'000'000) << none;
    QTest::newRow("missing") << TimeBasis::Event << u"$.x"_s << true << qint64(1'000'000) << SkipReason::NoTime;
    QTest::newRow("no time") << TimeBasis::Event << u"$.words"_s << true << qint64(1'000'000) << SkipReason::NoTime;
    QTest::newRow("a number as text") << TimeBasis::Event << u"$.text"_s << true << qint64(1'000'000)
                                      << SkipReason::NoTime;
    QTest::newRow("beyond all times") << TimeBasis::Event << u"$.far"_s << true << qint64(1'000'000)
                                      << SkipReason::NoTime;
}

void TestMapper::times()
{
    QFETCH(const TimeBasis, basis);
    QFETCH(const QString, path);
    QFETCH(const bool, named);
    QFETCH(const qint64, us);
    QFETCH(const SkipReason, skipped);
    Binding made = binding(Aggregation::Count);
    made.timeBasis = basis;
    made.time = path;
    StoredEvent event = eventWith(R"({"iso":"2024-05-06T09:08:09.5+02:00","s":1714979289,"ms":1714979289001,)"
                                  R"("words":"soon","text":"1714979289","far":1e300})");
    if (named)
        event.occurredUs = 42;
    const Measured measured = map({made}, event);
    QCOMPARE(measured.size(), 1);
    QCOMPARE(measured[0].second.timeUs, us);
    QCOMPARE(measured[0].second.receivedUs, 1'000'000);
    QCOMPARE(measured[0].second.skipped, skipped);
}

void TestMapper::sharedPathsServeEachBindingItsWay()
{
    Binding grouped = binding(Aggregation::Distinct, u"$.v"_s);
    grouped.groupBy = u"$.v"_s;
    grouped.filter = u"$.v exists"_s;
    Binding summed = binding(Aggregation::Sum, u"$.v"_s);
    summed.filter = grouped.filter;
    Result<Mapper> mapper = Mapper::compile({summed, grouped, binding(Aggregation::Count, u"$.v"_s)});
    QCOMPARE(mapper->bindingCount(), 3);
    Measured measured = map(*mapper, eventWith(R"({"v":"seven"})"));
    QCOMPARE(measured.size(), 3);
    QCOMPARE(measured[0].second.skipped, SkipReason::NotANumber);
    QCOMPARE(measured[1].second.value, Scalar(QByteArray("seven")));
    QCOMPARE(measured[1].second.group, QByteArray("seven"));
    QVERIFY(measured[2].second.group.isEmpty());
    measured = map(*mapper, eventWith(R"({"v":7})"));
    QCOMPARE(measured[0].second.value, Scalar(qint64(7)));
    QCOMPARE(measured[1].second.group, QByteArray("7"));
}

void TestMapper::nothingOfTheEventBeforeStays()
{
    Binding made = binding(Aggregation::Last, u"$.v"_s);
    made.groupBy = u"$.g"_s;
    Result<Mapper> mapper = Mapper::compile({made});
    const Measured first = map(*mapper, eventWith(R"({"v":"a","g":"b"})"));
    const Measured second = map(*mapper, eventWith("{}"));
    const Measured third = map(*mapper, eventWith(R"({"v":"c","g":"d"})"));
    QCOMPARE(first[0].second.value, Scalar(QByteArray("a"))); // what was kept is not written over
    QCOMPARE(first[0].second.group, QByteArray("b"));
    QVERIFY(second[0].second.value.isAbsent());
    QVERIFY(second[0].second.groupMissing && second[0].second.group.isEmpty());
    QVERIFY(!third[0].second.groupMissing);
    QCOMPARE(third[0].second.group, QByteArray("d"));
}

void TestMapper::compileErrorsNameTheBinding()
{
    Binding bad = binding(Aggregation::Count);
    bad.filter = u"$.a = "_s;
    Result<Mapper> mapper = Mapper::compile({binding(Aggregation::Count), bad});
    QVERIFY(!mapper.ok());
    QCOMPARE(mapper.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(mapper.error().message.startsWith(u"Binding 2: the filter is not valid at position 7: "_s),
             qPrintable(mapper.error().message));
    QVERIFY(Mapper::compile({binding(Aggregation::Sum)}).error().message.contains(u"needs a value path"_s));
    QVERIFY(Mapper::compile({binding(Aggregation::Sum, u"$["_s)}).error().message.contains(u"value path"_s));
    bad.filter = u" "_s;
    bad.groupBy = u"grp"_s;
    QVERIFY(Mapper::compile({bad}).error().message.contains(u"group path"_s));
    QCOMPARE(skipReasonText(SkipReason::NotANumber), "not-a-number"_L1);
}

QTEST_APPLESS_MAIN(TestMapper)
#include "tst_mapper.moc"
