// Histograms from sketches against the values themselves: what is exact, how wrong the rest may be, where bars begin.
#include "core/aggregate/boardfold.h"
#include "core/aggregate/distribution.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

using Values = std::vector<double>;

// As a window holds them: cut into buckets of so many values.
Distribution distributionOf(const Values &values, size_t perBucket)
{
    Distribution result;
    for (size_t from = 0; from < values.size(); from += perBucket) {
        QuantileSketch sketch;
        for (size_t i = from; i < std::min(values.size(), from + perBucket); ++i)
            sketch.add(values[i]);
        result.add(sketch);
    }
    result.close();
    return result;
}

double total(const QList<Bin> &bins)
{
    return std::accumulate(bins.begin(), bins.end(), 0.0, [](double sum, const Bin &bin) { return sum + bin.count; });
}

double below(const Values &values, double edge)
{
    return double(std::count_if(values.begin(), values.end(), [edge](double value) { return value < edge; }));
}

Values latencies(int count, quint32 seed = 1)
{
    std::mt19937 random(seed);
    std::lognormal_distribution<double> draw(5.5, 0.6);
    Values values;
    for (int i = 0; i < count; ++i)
        values.push_back(draw(random));
    return values;
}

bool isWithoutHoles(const QList<Bin> &bins)
{
    for (qsizetype i = 0; i < bins.size(); ++i) {
        if (!(bins[i].from < bins[i].to) || (i > 0 && bins[i - 1].to != bins[i].from))
            return false;
    }
    return true;
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT
private slots:
    void fewValuesAreCountedExactly();
    void manyValuesAreWrongOnlyNearAnEdge_data();
    void manyValuesAreWrongOnlyNearAnEdge();
    void smallWholeNumbersStayExact();
    void percentilesAreWithinOnePercent();
    void automaticWidthIsRound();
    void oneOutlierDoesNotPressTheOthersTogether();
    void askedNumberAndWidthAreKept();
    void logarithmicBarsGrowByAFactor();
    void everythingIsInSomeBar_data();
    void everythingIsInSomeBar();
    void tileShowsTheWindow();
};

void TestHistogram::fewValuesAreCountedExactly()
{
    const Values values = latencies(8'000);
    const Distribution distribution = distributionOf(values, size_t(QuantileSketch::kExactLimit));
    QVERIFY(distribution.isExact());
    const QList<Bin> bins = histogramOf(distribution, {});
    QVERIFY(isWithoutHoles(bins));
    for (qsizetype i = 0; i + 1 < bins.size(); ++i)
        QCOMPARE(bins[i].count, below(values, bins[i].to) - below(values, bins[i].from));
    QCOMPARE(total(bins), double(values.size()));
    Values sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const QList<Percentile> marks = percentilesOf(distribution, {0, 0, false, {50, 95}});
    QCOMPARE(marks[0].value, sorted[(sorted.size() - 1) / 2]);
    QCOMPARE(marks[1].value, sorted[size_t(std::floor(0.95 * double(sorted.size() - 1)))]);
}

void TestHistogram::manyValuesAreWrongOnlyNearAnEdge_data()
{
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("spread");
    QTest::newRow("around zero") << 0.0 << 50.0;
    QTest::newRow("positive") << 400.0 << 90.0;
    QTest::newRow("close together, far from zero") << 1000.0 << 3.0;
    QTest::newRow("negative") << -20.0 << 4.0;
    QTest::newRow("small") << 0.004 << 0.001;
}

void TestHistogram::manyValuesAreWrongOnlyNearAnEdge()
{
    QFETCH(double, mean);
    QFETCH(double, spread);
    std::mt19937 random(7);
    std::normal_distribution<double> draw(mean, spread);
    Values values;
    for (int i = 0; i < 100'000; ++i)
        values.push_back(draw(random));
    const Distribution distribution = distributionOf(values, 20'000);
    QVERIFY(!distribution.isExact());
    const QList<Bin> bins = histogramOf(distribution, {});
    QVERIFY(isWithoutHoles(bins));
    QCOMPARE(total(bins), double(values.size()));
    double upto = 0;
    for (qsizetype i = 0; i + 1 < bins.size(); ++i) {
        upto += bins[i].count;
        const double edge = bins[i].to;
        const double error = std::abs(edge) * Distribution::kEdgeError;
        QVERIFY2(upto >= below(values, edge - error) - 1 && upto <= below(values, edge + error) + 1,
                 qPrintable(u"%1 below %2"_s.arg(upto).arg(edge)));
    }
}

void TestHistogram::smallWholeNumbersStayExact()
{
    std::mt19937 random(3);
    Values values;
    for (int i = 0; i < 60'000; ++i)
        values.push_back(double(random() % 6 + 1));
    const Distribution distribution = distributionOf(values, 30'000);
    const QList<Bin> bins = histogramOf(distribution, {});
    QCOMPARE(bins.size(), 6);
    for (qsizetype i = 0; i < bins.size(); ++i) {
        QCOMPARE(bins[i].from, double(i + 1));
        QCOMPARE(bins[i].count, double(std::count(values.begin(), values.end(), double(i + 1))));
    }
}

void TestHistogram::percentilesAreWithinOnePercent()
{
    const Values values = latencies(50'000);
    Values sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const Distribution distribution = distributionOf(values, 5'000);
    for (const int percent : {0, 1, 25, 50, 90, 95, 99, 100}) {
        const double exact = sorted[size_t(std::floor(percent / 100.0 * double(sorted.size() - 1)))];
        const double found = percentilesOf(distribution, {0, 0, false, {percent}}).constFirst().value;
        QVERIFY2(std::abs(found - exact) <= exact * QuantileSketch::kRelativeError * 1.0001,
                 qPrintable(u"p%1: %2 instead of %3"_s.arg(percent).arg(found).arg(exact)));
    }
    QCOMPARE(percentilesOf({}, {}).size(), 0);
}

void TestHistogram::automaticWidthIsRound()
{
    for (const int count : {2, 30, 500, 20'000}) {
        const QList<Bin> bins = histogramOf(distributionOf(latencies(count), 100), {});
        QVERIFY(bins.size() <= 67);
        const Bin &one = bins[bins.size() / 2];
        const double width = one.to - one.from;
        const double leading = width / std::pow(10.0, std::floor(std::log10(width) + 1e-9));
        QVERIFY2(std::abs(leading - 1) < 1e-6 || std::abs(leading - 2) < 1e-6 || std::abs(leading - 5) < 1e-6,
                 qPrintable(QString::number(width)));
    }
}

void TestHistogram::oneOutlierDoesNotPressTheOthersTogether()
{
    Values values = latencies(2'000);
    values.push_back(900'000);
    const QList<Bin> bins = histogramOf(distributionOf(values, 100), {});
    QVERIFY(bins.size() >= 8);
    QVERIFY(bins.last().to > 900'000);
    QVERIFY(bins.last().count < 30);
    QVERIFY(bins[0].to - bins[0].from < 200);
    QCOMPARE(total(bins), double(values.size()));
}

void TestHistogram::askedNumberAndWidthAreKept()
{
    const Distribution distribution = distributionOf(latencies(1'000), 100);
    HistogramOptions options;
    options.bins = 17;
    QCOMPARE(histogramOf(distribution, options).size(), 17);
    options.bins = 0;
    options.binWidth = 25;
    const QList<Bin> bins = histogramOf(distribution, options);
    QCOMPARE(bins.first().to - bins.first().from, 25.0);
    QCOMPARE(std::fmod(bins.first().from, 25.0), 0.0);
    options.binWidth = 0.5;
    const QList<Bin> many = histogramOf(distribution, options);
    QVERIFY(many.size() <= kMostBins + 2);
    QCOMPARE(std::fmod(many.first().to - many.first().from, 0.5), 0.0);
    QCOMPARE(total(many), 1'000.0);
}

void TestHistogram::logarithmicBarsGrowByAFactor()
{
    Values values = latencies(3'000);
    values.push_back(0);
    values.push_back(-4);
    HistogramOptions options;
    options.logarithmic = true;
    const QList<Bin> bins = histogramOf(distributionOf(values, 100), options);
    QVERIFY(isWithoutHoles(bins));
    QCOMPARE(bins.first().from, -4.0);
    QCOMPARE(bins.first().count, 2.0);
    const double factor = bins[3].to / bins[3].from;
    for (qsizetype i = 2; i + 1 < bins.size(); ++i)
        QVERIFY(std::abs(bins[i].to / bins[i].from / factor - 1) < 1e-6);
    QCOMPARE(total(bins), double(values.size()));
}

void TestHistogram::everythingIsInSomeBar_data()
{
    constexpr double kMax = std::numeric_limits<double>::max();
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("one value") << QList<double>{412};
    QTest::newRow("one zero") << QList<double>{0};
    QTest::newRow("equal ones") << QList<double>(200, 7.25);
    QTest::newRow("both ends of double") << QList<double>{-kMax, kMax};
    QTest::newRow("smallest numbers") << QList<double>{5e-324, 1e-320, 2e-310};
    QTest::newRow("all magnitudes") << QList<double>{5e-324, 1e-200, 1, 1e200, kMax};
    QTest::newRow("neighbours of a large number") << QList<double>{1e15, 1e15 + 0.125, 1e15 + 0.25};
    QTest::newRow("large whole numbers") << QList<double>{1e300, 1.1e300};
    QTest::newRow("negative ones") << QList<double>{-3, -2.5, -1};
}

void TestHistogram::everythingIsInSomeBar()
{
    QFETCH(QList<double>, values);
    for (const size_t perBucket : {size_t(1), size_t(500)}) {
        const Distribution distribution = distributionOf(Values(values.begin(), values.end()), perBucket);
        for (const HistogramOptions &options :
             {HistogramOptions{}, HistogramOptions{7, 0, false, {}}, HistogramOptions{0, 0.3, false, {}},
              HistogramOptions{0, 1e-300, false, {}}, HistogramOptions{0, 0, true, {}},
              HistogramOptions{9, 0, true, {}}, HistogramOptions{1'000'000, 0, false, {}}}) {
            const QList<Bin> bins = histogramOf(distribution, options);
            QVERIFY(!bins.isEmpty());
            QVERIFY(bins.size() <= kMostBins + 2);
            QVERIFY(isWithoutHoles(bins));
            QCOMPARE(total(bins), double(values.size()));
            QVERIFY(bins.first().from <= distribution.min());
            QVERIFY(bins.last().to >= distribution.max());
        }
    }
}

void TestHistogram::tileShowsTheWindow()
{
    TileSpec spec;
    spec.id = u"h"_s;
    spec.kind = TileKind::Histogram;
    spec.bindings = {Binding()};
    spec.bindings.first().value = u"$.ms"_s;
    spec.bindings.first().groupBy = u"$.ignored"_s;
    spec.options.histogram.binWidth = 10;
    BoardSpec board;
    board.id = u"b"_s;
    board.tiles = {spec};
    constexpr qint64 kStart = 1'767'268'800LL * kSecondUs;
    const auto eventAt = [](quint64 seq, qint64 us, int ms) {
        StoredEvent event;
        event.seq = seq;
        event.receivedUs = us;
        event.verified = true;
        event.body = event.payload = "{\"ms\":" + QByteArray::number(ms) + "}";
        return event;
    };
    const auto foldAll = [&](BoardFold &fold, quint64 from, quint64 to) {
        for (quint64 seq = from; seq <= to; ++seq)
            fold.fold(eventAt(seq, kStart + qint64(seq) * kSecondUs, int(seq % 100)));
    };
    BoardFold whole(board);
    foldAll(whole, 1, 600);
    BoardFold half(board);
    foldAll(half, 1, 300);
    BoardFold restarted(board);
    QCOMPARE(restarted.restore(half.checkpoints(false)), 300u);
    foldAll(restarted, 301, 600);
    QCOMPARE(restarted.checkpoints(false).front().state, whole.checkpoints(false).front().state);

    const TileSnapshot snapshot = whole.snapshots(kStart + 600 * kSecondUs, true).constFirst();
    QCOMPARE(snapshot.bins.size(), 10);
    QCOMPARE(snapshot.bins.first(), (Bin{0, 10, 60}));
    QCOMPARE(snapshot.percentiles, (QList<Percentile>{{50, 49}, {95, 94}}));
    QVERIFY(!snapshot.approximate);
    QCOMPARE(snapshot.matched, 600u);
    QVERIFY(snapshot.series.isEmpty());
    // The window moves on.
    QCOMPARE(whole.snapshots(kStart + 3 * kHourUs, true).constFirst().bins.size(), 0);
}

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
