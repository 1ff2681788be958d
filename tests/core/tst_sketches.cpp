// Quantiles and distinct counts against exact values, with the error that the headers state.
#include "core/aggregate/distinctsketch.h"
#include "core/aggregate/quantilesketch.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace hookboard;

namespace {

// The standard distributions differ between libraries; these do not.
double uniform(std::mt19937_64 &random)
{
    return double(random() >> 11) / 9007199254740992.0;
}

double exactQuantile(std::vector<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values[size_t(std::max(1.0, std::ceil(q * double(values.size()) - 1e-9))) - 1];
}

std::vector<double> sampleOf(const QByteArray &name, size_t count)
{
    std::mt19937_64 random(42);
    std::vector<double> values;
    for (size_t i = 0; i < count; ++i) {
        const double u = uniform(random);
        if (name == "uniform")
            values.push_back(u * 1000);
        else if (name == "exponential")
            values.push_back(-std::log(1 - u) * 0.005);
        else if (name == "pareto")
            values.push_back(1 / std::pow(1 - u, 1.5));
        else if (name == "both signs")
            values.push_back((u - 0.5) * 1e6);
        else if (name == "mostly zero")
            values.push_back(u < 0.7 ? 0 : u);
        else if (name == "constant")
            values.push_back(42.125);
        else
            values.push_back(std::floor(u * 20)); // small integers
    }
    return values;
}

QByteArray bytesOf(const auto &sketch)
{
    StateWriter out;
    sketch.write(out);
    return out.sealed();
}

} // namespace

class TestSketches : public QObject
{
    Q_OBJECT
private slots:
    void fewValuesAnswerByNearestRank();
    void quantilesAreWithinOnePercent_data();
    void quantilesAreWithinOnePercent();
    void fewValuesAreExact();
    void mergedQuantilesAreWithinOnePercent();
    void hostileMagnitudesStayBounded();
    void distinctIsExactBelowItsLimit();
    void distinctIsWithinItsError_data();
    void distinctIsWithinItsError();
    void mergedDistinctIsThatOfTheUnion();
    void statesComeBackExactly();
    void damagedStatesAreRefused();
    void hashIsTheSameEverywhere_data();
    void hashIsTheSameEverywhere();
    void equalValuesHaveEqualHashes();
};

void TestSketches::fewValuesAnswerByNearestRank()
{
    QuantileSketch sketch;
    for (const double value : {656.0, 66.0, 92.0})
        sketch.add(value);
    QCOMPARE(sketch.quantile(0.95), std::optional(656.0)); // the slow one, not the one in the middle
    QCOMPARE(sketch.quantile(0.50), std::optional(92.0));
    QCOMPARE(quantileRank(0.95, 20), 18U); // the 19th of twenty, also where 0.95 * 20 is not exact
    QCOMPARE(quantileRank(0, 5), 0U);
    QCOMPARE(quantileRank(1, 5), 4U);
    QCOMPARE(quantileRank(0.99, 1), 0U);
}

void TestSketches::quantilesAreWithinOnePercent_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"uniform", "exponential", "pareto", "both signs", "mostly zero", "constant", "integers"})
        QTest::newRow(name) << QByteArray(name);
}

void TestSketches::quantilesAreWithinOnePercent()
{
    QFETCH(QByteArray, name);
    const std::vector<double> values = sampleOf(name, 50'000);
    QuantileSketch sketch;
    for (const double value : values)
        sketch.add(value);
    QVERIFY(!sketch.isExact());
    for (const double q : {0.0, 0.01, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const double exact = exactQuantile(values, q);
        const double got = sketch.quantile(q).value();
        QVERIFY2(std::fabs(got - exact) <= QuantileSketch::kRelativeError * std::fabs(exact) * 1.000001,
                 qPrintable(QString::number(q) + u' ' + QString::number(exact) + u' ' + QString::number(got)));
    }
}

void TestSketches::fewValuesAreExact()
{
    QuantileSketch sketch;
    std::vector<double> values = sampleOf("pareto", size_t(QuantileSketch::kExactLimit));
    for (const double value : values)
        sketch.add(value);
    QVERIFY(sketch.isExact());
    for (const double q : {0.0, 0.5, 0.9, 0.95, 0.99, 1.0})
        QCOMPARE(sketch.quantile(q).value(), exactQuantile(values, q));
    QVERIFY(!QuantileSketch().quantile(0.5));
}

void TestSketches::mergedQuantilesAreWithinOnePercent()
{
    const std::vector<double> values = sampleOf("both signs", 20'000);
    QuantileSketch merged;
    for (size_t part = 0; part < 100; ++part) {
        QuantileSketch sketch; // some parts exact, some not
        const size_t from = part * part * 2;
        const size_t to = std::min((part + 1) * (part + 1) * 2, values.size());
        for (size_t i = from; i < to; ++i)
            sketch.add(values[i]);
        merged.merge(sketch);
    }
    QCOMPARE(merged.count(), quint64(values.size()));
    for (const double q : {0.01, 0.5, 0.9, 0.99}) {
        const double exact = exactQuantile(values, q);
        QVERIFY(std::fabs(merged.quantile(q).value() - exact) <= 0.010001 * std::fabs(exact));
    }
}

void TestSketches::hostileMagnitudesStayBounded()
{
    QuantileSketch sketch;
    std::mt19937_64 random(7);
    for (int i = 0; i < 100'000; ++i)
        sketch.add((i % 2 ? 1 : -1) * std::pow(10.0, uniform(random) * 600 - 300));
    sketch.add(std::numeric_limits<double>::max());
    sketch.add(-std::numeric_limits<double>::max());
    sketch.add(std::numeric_limits<double>::denorm_min());
    QVERIFY(sketch.bytes() <= 2 * 8 * QuantileSketch::kBinLimit);
    QCOMPARE(sketch.count(), 100'003u);
    QCOMPARE(sketch.quantile(1).value(), std::numeric_limits<double>::max());
    QVERIFY(std::isfinite(sketch.quantile(0.99).value()));
    // The median is tiny against the largest, and so is its error.
    QVERIFY(std::fabs(sketch.quantile(0.5).value()) < 1e-8 * std::numeric_limits<double>::max());
}

void TestSketches::distinctIsExactBelowItsLimit()
{
    DistinctSketch sketch;
    for (int round = 0; round < 3; ++round) {
        for (quint64 i = 0; i < quint64(DistinctSketch::kExactLimit); ++i)
            sketch.add(hashOf(Scalar(i)));
    }
    QVERIFY(sketch.isExact());
    QCOMPARE(sketch.estimate(), quint64(DistinctSketch::kExactLimit));
    sketch.add(hashOf(Scalar(QByteArray("one more"))));
    QVERIFY(!sketch.isExact());
}

void TestSketches::distinctIsWithinItsError_data()
{
    QTest::addColumn<quint64>("count");
    QTest::newRow("just above the exact limit") << quint64(1'500);
    QTest::newRow("ten thousand") << quint64(10'000);
    QTest::newRow("where other estimators are biased") << quint64(20'000);
    QTest::newRow("three hundred thousand") << quint64(300'000);
}

void TestSketches::distinctIsWithinItsError()
{
    QFETCH(quint64, count);
    // The root of the mean square over independent sets is the standard error; each set is within four of them.
    double squares = 0;
    const int sets = count > 100'000 ? 3 : 20;
    for (int set = 0; set < sets; ++set) {
        DistinctSketch sketch;
        for (quint64 i = 0; i < count; ++i)
            sketch.add(hashOf(Scalar(QByteArray("user-" + QByteArray::number(set) + '-' + QByteArray::number(i)))));
        const double error = double(sketch.estimate()) / double(count) - 1;
        QVERIFY2(std::fabs(error) < 4 * DistinctSketch::kStandardError, qPrintable(QString::number(error)));
        QVERIFY(sketch.bytes() <= 8192);
        squares += error * error;
    }
    QVERIFY(std::sqrt(squares / sets) < 2 * DistinctSketch::kStandardError);
}

void TestSketches::mergedDistinctIsThatOfTheUnion()
{
    DistinctSketch whole;
    DistinctSketch small;
    DistinctSketch large;
    for (quint64 i = 0; i < 5'000; ++i) {
        whole.add(hashOf(Scalar(i)));
        if (i < 500)
            small.add(hashOf(Scalar(i)));
        if (i >= 250)
            large.add(hashOf(Scalar(i)));
    }
    DistinctSketch a = small;
    a.merge(large);
    DistinctSketch b = large;
    b.merge(small);
    QCOMPARE(bytesOf(a), bytesOf(whole));
    QCOMPARE(bytesOf(b), bytesOf(whole));
}

void TestSketches::statesComeBackExactly()
{
    for (const size_t count : {size_t(0), size_t(5), size_t(128), size_t(129), size_t(5'000)}) {
        QuantileSketch quantiles;
        DistinctSketch distinct;
        for (const double value : sampleOf("both signs", count)) {
            quantiles.add(value);
            distinct.add(hashOf(Scalar(value)));
        }
        QuantileSketch quantilesBack;
        DistinctSketch distinctBack;
        const QByteArray quantileBytes = bytesOf(quantiles);
        StateReader quantileReader(quantileBytes);
        quantilesBack.read(quantileReader);
        QVERIFY(quantileReader.atEnd());
        const QByteArray distinctBytes = bytesOf(distinct);
        StateReader distinctReader(distinctBytes);
        distinctBack.read(distinctReader);
        QVERIFY(distinctReader.atEnd());
        quantiles.add(3);
        quantilesBack.add(3);
        QCOMPARE(bytesOf(quantilesBack), bytesOf(quantiles));
        QCOMPARE(bytesOf(distinctBack), distinctBytes);
    }
}

// With a valid seal, as if written by a program that is wrong.
void TestSketches::damagedStatesAreRefused()
{
    std::mt19937_64 random(3);
    for (int round = 0; round < 5'000; ++round) {
        StateWriter out;
        const int size = int(random() % 40);
        for (int i = 0; i < size; ++i)
            random() % 4 ? out.number(random() >> (random() % 64)) : out.fixed(random());
        const QByteArray bytes = out.sealed();
        StateReader quantileReader(bytes);
        QuantileSketch quantiles;
        quantiles.read(quantileReader);
        if (quantileReader.ok())
            (void)quantiles.quantile(0.5);
        StateReader distinctReader(bytes);
        DistinctSketch distinct;
        distinct.read(distinctReader);
        if (distinctReader.ok())
            (void)distinct.estimate();
        QVERIFY(quantiles.bytes() <= 3 * 8 * QuantileSketch::kBinLimit);
    }
    StateWriter out;
    out.number(1);
    QByteArray cut = out.sealed();
    cut[0] = char(2);
    QVERIFY(!StateReader(cut).ok());
    QVERIFY(!StateReader(QByteArrayView("short")).ok());
}

void TestSketches::hashIsTheSameEverywhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<quint64>("hash");
    // From the reference implementation (xxhsum -H1).
    QTest::newRow("empty") << QByteArray() << quint64(0) << quint64(0xef46db3751d8e999);
    QTest::newRow("one byte") << QByteArray("a") << quint64(0) << quint64(0xd24ec4f1a98c6e5b);
    QTest::newRow("three bytes") << QByteArray("abc") << quint64(0) << quint64(0x44bc2cf5ad770999);
    QTest::newRow("longer than one stripe")
        << QByteArray("Nobody inspects the spammish repetition") << quint64(0) << quint64(0xfbcea83c8a378bf1);
}

void TestSketches::hashIsTheSameEverywhere()
{
    QFETCH(QByteArray, text);
    QFETCH(quint64, seed);
    QFETCH(quint64, hash);
    QCOMPARE(hash64(text, seed), hash);
}

void TestSketches::equalValuesHaveEqualHashes()
{
    QCOMPARE(hashOf(Scalar(qint64(5))), hashOf(Scalar(quint64(5))));
    QCOMPARE(hashOf(Scalar(qint64(5))), hashOf(Scalar(5.0)));
    QCOMPARE(hashOf(Scalar(0.0)), hashOf(Scalar(-0.0)));
    QVERIFY(hashOf(Scalar(qint64(5))) != hashOf(Scalar(QByteArray("5"))));
    QVERIFY(hashOf(Scalar(qint64(-1))) != hashOf(Scalar(std::numeric_limits<quint64>::max())));
    QVERIFY(hashOf(Scalar(true)) != hashOf(Scalar(qint64(1))));
    QVERIFY(hashOf(Scalar(qint64(9007199254740993))) != hashOf(Scalar(qint64(9007199254740992))));
}

QTEST_GUILESS_MAIN(TestSketches)
#include "tst_sketches.moc"
