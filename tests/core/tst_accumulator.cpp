// Every aggregation against a plain exact reference, merged in any cut, and its state there and back.
#include "core/aggregate/accumulator.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace hookboard;

namespace {

constexpr qint64 kBig = 9'007'199'254'740'993; // 2^53 + 1: no double holds it

Accumulator accumulate(Aggregation aggregation, const std::vector<Scalar> &values, size_t from = 0,
                       size_t to = SIZE_MAX)
{
    Accumulator state(foldKind(aggregation));
    for (size_t i = from; i < std::min(to, values.size()); ++i)
        state.add({qint64(i) * 10, i + 1, &values[i]});
    return state;
}

std::optional<Scalar> valueOf(Aggregation aggregation, const std::vector<Scalar> &values)
{
    return accumulate(aggregation, values).value({aggregation, 10 * kSecondUs, kSecondUs});
}

QByteArray bytesOf(const Accumulator &state)
{
    StateWriter out;
    state.write(out);
    return out.sealed();
}

std::vector<Scalar> randomValues(size_t count, bool integers)
{
    std::mt19937_64 random(11);
    std::vector<Scalar> values;
    for (size_t i = 0; i < count; ++i) {
        const auto n = qint64(random() % 2'000'001) - 1'000'000;
        if (integers)
            values.emplace_back(n);
        else
            values.emplace_back(double(n) / 1024);
    }
    return values;
}

double reference(Aggregation aggregation, const std::vector<Scalar> &values)
{
    std::vector<long double> v;
    for (const Scalar &value : values)
        v.push_back(value.toDouble().value());
    long double sum = 0;
    for (const long double x : v)
        sum += x;
    const long double mean = sum / v.size();
    std::vector<long double> sorted = v;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = [&](double q) { return double(sorted[size_t(std::max(1.0, std::ceil(q * double(sorted.size()) - 1e-9))) - 1]); };
    long double squares = 0;
    for (const long double x : v)
        squares += (x - mean) * (x - mean);
    switch (aggregation) {
    case Aggregation::Count:
        return double(v.size());
    case Aggregation::Distinct:
        return double(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
    case Aggregation::Rate:
        return double(v.size()) / 10;
    case Aggregation::Sum:
        return double(sum);
    case Aggregation::Avg:
    case Aggregation::Ratio:
        return double(mean);
    case Aggregation::Min:
        return double(sorted.front());
    case Aggregation::Max:
        return double(sorted.back());
    case Aggregation::First:
        return double(v.front());
    case Aggregation::Last:
        return double(v.back());
    case Aggregation::Change:
        return double(v.back() - v.front());
    case Aggregation::P50:
        return rank(0.50);
    case Aggregation::P90:
        return rank(0.90);
    case Aggregation::P95:
        return rank(0.95);
    case Aggregation::P99:
        return rank(0.99);
    case Aggregation::StdDev:
        return double(std::sqrt(squares / (v.size() - 1)));
    }
    return 0;
}

} // namespace

class TestAccumulator : public QObject
{
    Q_OBJECT
private slots:
    void agreesWithAPlainReference_data();
    void agreesWithAPlainReference();
    void integersBeyondADoubleStayExact();
    void sumsBeyondSixtyFourBits();
    void compensatedSumKeepsSmallAddends();
    void numbersCompareByTheirExactValue_data();
    void numbersCompareByTheirExactValue();
    void firstAndLastGoByTimeWhateverTheOrder();
    void textIsKeptAndCutBetweenCharacters();
    void emptyOnesSayNothingOrZero();
    void rateCountsEventsPerUnit();
    void aSumBeyondDoubleIsAbsent();
    void randomStatesDoNotCrash();
};

void TestAccumulator::agreesWithAPlainReference_data()
{
    QTest::addColumn<int>("aggregation");
    QTest::addColumn<bool>("integers");
    for (int a = int(Aggregation::Count); a <= int(Aggregation::StdDev); ++a) {
        QTest::addRow("aggregation %d of integers", a) << a << true;
        QTest::addRow("aggregation %d of fractions", a) << a << false;
    }
}

void TestAccumulator::agreesWithAPlainReference()
{
    QFETCH(int, aggregation);
    QFETCH(bool, integers);
    const auto kind = Aggregation(aggregation);
    for (const size_t count : {size_t(2), size_t(100), size_t(900), size_t(7'001)}) {
        const std::vector<Scalar> values = randomValues(count, integers);
        double tolerance = 1e-12;
        if (isPercentile(kind) && count > size_t(QuantileSketch::kExactLimit))
            tolerance = 0.010001;
        if (kind == Aggregation::Distinct && count > size_t(DistinctSketch::kExactLimit))
            tolerance = 4 * DistinctSketch::kStandardError;
        const double expected = reference(kind, values);
        const ValueContext context{kind, 10 * kSecondUs, kSecondUs};
        for (const size_t parts : {size_t(1), size_t(2), size_t(13)}) {
            Accumulator whole(foldKind(kind));
            for (size_t part = 0; part < parts; ++part)
                whole.merge(accumulate(kind, values, count * part / parts, count * (part + 1) / parts));
            QCOMPARE(whole.count(), quint64(count));
            const double got = whole.value(context).value().toDouble().value();
            QVERIFY2(std::fabs(got - expected) <= tolerance * std::max(1e-3, std::fabs(expected)),
                     qPrintable(QString::number(got, 'g', 17) + u' ' + QString::number(expected, 'g', 17)));
            const QByteArray bytes = bytesOf(whole);
            StateReader in(bytes);
            Accumulator back;
            back.read(in, foldKind(kind));
            QVERIFY(in.atEnd());
            QCOMPARE(bytesOf(back), bytes);
            QCOMPARE(back.bytes(), whole.bytes());
            QCOMPARE(*back.value(context), *whole.value(context));
        }
    }
}

void TestAccumulator::integersBeyondADoubleStayExact()
{
    const std::vector<Scalar> values = {Scalar(kBig), Scalar(qint64(2)), Scalar(kBig + 2)};
    QCOMPARE(*valueOf(Aggregation::Sum, values), Scalar(2 * kBig + 4));
    QCOMPARE(*valueOf(Aggregation::Last, values), Scalar(kBig + 2));
    QCOMPARE(*valueOf(Aggregation::First, values), Scalar(kBig));
    QCOMPARE(*valueOf(Aggregation::Max, values), Scalar(kBig + 2));
    QCOMPARE(*valueOf(Aggregation::Min, values), Scalar(qint64(2)));
    QCOMPARE(*valueOf(Aggregation::Change, values), Scalar(qint64(2)));
    QCOMPARE(*valueOf(Aggregation::Distinct, {Scalar(kBig), Scalar(kBig - 1)}), Scalar(quint64(2)));
}

void TestAccumulator::sumsBeyondSixtyFourBits()
{
    constexpr qint64 max = std::numeric_limits<qint64>::max();
    constexpr qint64 min = std::numeric_limits<qint64>::min();
    constexpr quint64 umax = std::numeric_limits<quint64>::max();
    QCOMPARE(*valueOf(Aggregation::Sum, {Scalar(max), Scalar(qint64(1))}), Scalar(quint64(max) + 1));
    QCOMPARE(*valueOf(Aggregation::Sum, {Scalar(umax), Scalar(qint64(1))}), Scalar(18446744073709551616.0));
    QCOMPARE(*valueOf(Aggregation::Sum, {Scalar(min), Scalar(qint64(-1))}), Scalar(-9223372036854775808.0));
    // Too large only for a while: nothing was lost.
    QCOMPARE(
        *valueOf(Aggregation::Sum, {Scalar(umax), Scalar(umax), Scalar(min), Scalar(min), Scalar(min), Scalar(min)}),
        Scalar(qint64(-2)));
    QCOMPARE(*valueOf(Aggregation::Change, {Scalar(max), Scalar(min)}), Scalar(-18446744073709551615.0));
}

void TestAccumulator::compensatedSumKeepsSmallAddends()
{
    std::vector<Scalar> values = {Scalar(1e16)};
    values.insert(values.end(), 1'000, Scalar(1.0));
    values.push_back(Scalar(-1e16));
    QCOMPARE(*valueOf(Aggregation::Sum, values), Scalar(1'000.0));
    std::vector<Scalar> tenths(1'000'000, Scalar(0.1));
    QCOMPARE(*valueOf(Aggregation::Sum, tenths), Scalar(100'000.0));
    QCOMPARE(*valueOf(Aggregation::Sum, {Scalar(0.5), Scalar(qint64(2))}), Scalar(2.5));
}

void TestAccumulator::numbersCompareByTheirExactValue_data()
{
    QTest::addColumn<Scalar>("less");
    QTest::addColumn<Scalar>("more");
    QTest::newRow("neighbours beyond 2^53") << Scalar(double(kBig - 1)) << Scalar(kBig);
    QTest::newRow("negative and unsigned") << Scalar(qint64(-1)) << Scalar(quint64(0));
    QTest::newRow("the largest and a larger double")
        << Scalar(std::numeric_limits<quint64>::max()) << Scalar(1.8446744073709552e19);
    QTest::newRow("fraction above") << Scalar(qint64(3)) << Scalar(3.5);
    QTest::newRow("fraction below zero") << Scalar(-3.5) << Scalar(qint64(-3));
    QTest::newRow("far below") << Scalar(-1e300) << Scalar(std::numeric_limits<qint64>::min());
    QTest::newRow("negative double and unsigned") << Scalar(-0.5) << Scalar(quint64(0));
}

void TestAccumulator::numbersCompareByTheirExactValue()
{
    QFETCH(Scalar, less);
    QFETCH(Scalar, more);
    QCOMPARE(compareNumbers(less, more), -1);
    QCOMPARE(compareNumbers(more, less), 1);
    QCOMPARE(compareNumbers(less, less), 0);
}

void TestAccumulator::firstAndLastGoByTimeWhateverTheOrder()
{
    const std::vector<Scalar> values = {Scalar(qint64(0)), Scalar(qint64(1)), Scalar(qint64(2)), Scalar(qint64(3))};
    std::vector<Sample> samples;
    for (size_t i = 0; i < values.size(); ++i)
        samples.push_back({i < 2 ? qint64(5) : qint64(9), i + 1, &values[i]});
    std::vector<size_t> order = {0, 1, 2, 3};
    do {
        Accumulator state(FoldKind::Edges);
        for (const size_t i : order)
            state.add(samples[i]);
        QCOMPARE(*state.value({Aggregation::First, 1, 1}), Scalar(qint64(0)));
        QCOMPARE(*state.value({Aggregation::Last, 1, 1}), Scalar(qint64(3)));
        QCOMPARE(*state.value({Aggregation::Change, 1, 1}), Scalar(qint64(3)));
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestAccumulator::textIsKeptAndCutBetweenCharacters()
{
    QCOMPARE(*valueOf(Aggregation::Last, {Scalar(QByteArray("paid"))}), Scalar(QByteArray("paid")));
    const QByteArray longText = QByteArray(255, 'x') + "\xC3\xA9" + QByteArray(1 << 20, 'y');
    QCOMPARE(*valueOf(Aggregation::Last, {Scalar(longText)}), Scalar(QByteArray(255, 'x')));
    QCOMPARE(*valueOf(Aggregation::Last, {Scalar(JsonNull{})}), Scalar(JsonNull{}));
}

void TestAccumulator::emptyOnesSayNothingOrZero()
{
    QCOMPARE(*valueOf(Aggregation::Count, {}), Scalar(quint64(0)));
    QCOMPARE(*valueOf(Aggregation::Sum, {}), Scalar(qint64(0)));
    QCOMPARE(*valueOf(Aggregation::Distinct, {}), Scalar(quint64(0)));
    QCOMPARE(*valueOf(Aggregation::Rate, {}), Scalar(0.0));
    for (const Aggregation a :
         {Aggregation::Avg, Aggregation::Min, Aggregation::Max, Aggregation::First, Aggregation::Last,
          Aggregation::Change, Aggregation::P50, Aggregation::P99, Aggregation::StdDev})
        QVERIFY(!valueOf(a, {}));
    QVERIFY(!valueOf(Aggregation::StdDev, {Scalar(qint64(4))}));
}

void TestAccumulator::rateCountsEventsPerUnit()
{
    const std::vector<Scalar> values(30);
    const Accumulator state = accumulate(Aggregation::Rate, values);
    QCOMPARE(*state.value({Aggregation::Rate, 10 * kSecondUs, kSecondUs}), Scalar(3.0));
    QCOMPARE(*state.value({Aggregation::Rate, 10 * kSecondUs, kMinuteUs}), Scalar(180.0));
}

void TestAccumulator::aSumBeyondDoubleIsAbsent()
{
    QVERIFY(!valueOf(Aggregation::Sum, {Scalar(1.7e308), Scalar(1.7e308)}));
}

void TestAccumulator::randomStatesDoNotCrash()
{
    std::mt19937_64 random(5);
    for (int round = 0; round < 7'000; ++round) {
        StateWriter out;
        const int size = int(random() % 30);
        for (int i = 0; i < size; ++i)
            random() % 3 ? out.number(random() % 9) : out.fixed(random());
        const QByteArray bytes = out.sealed();
        StateReader in(bytes);
        Accumulator state;
        const auto kind = FoldKind(round % 7);
        state.read(in, kind);
        Accumulator merged(kind);
        merged.merge(state);
        merged.merge(state);
        const Aggregation asked[] = {Aggregation::Count,  Aggregation::Sum, Aggregation::Max,     Aggregation::Change,
                                     Aggregation::StdDev, Aggregation::P99, Aggregation::Distinct};
        (void)merged.value({asked[round % 7], 1, 1});
    }
}

QTEST_GUILESS_MAIN(TestAccumulator)
#include "tst_accumulator.moc"
