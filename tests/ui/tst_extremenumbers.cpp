// Numbers that no analyst would write and every sender may: none of them may hang or fool a picture. A loop that does
// not end is ended by the test's time limit.
#include "tests/support/tilesamples.h"
#include "ui/dashboard/chartgeometry.h"
#include "ui/dashboard/tile.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/valueaxis.h"
#include "ui/style/themecontroller.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <limits>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

using Limits = std::numeric_limits<double>;

const QList<std::pair<double, double>> kExtremes{
    {Limits::denorm_min(), 100},  {Limits::min(), Limits::max()},     {-Limits::max(), Limits::max()},
    {-1.7e308, 1.7e308},          {1e17, 1e17 + 48},                  {-1e17 - 48, -1e17},
    {1e308, 1.1e308},             {-Limits::denorm_min(), 0},         {0, Limits::denorm_min()},
    {9'007'199'254'740'992, 9'007'199'254'740'994}};

void paint(const TileSpec &spec, const TileSnapshot &snapshot)
{
    const auto tile = std::unique_ptr<Tile>(makeTile(spec, Theme(), nullptr));
    tile->resize(640, 320);
    tile->setContext(samples::context());
    tile->setSnapshot(snapshot);
    QVERIFY(!tile->grab().isNull());
    QVERIFY(!tile->accessibleName().isEmpty());
}

} // namespace

class TestExtremeNumbers : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void axesStayNumbers();
    void placesStayInReach();
    void aLineThatLeavesKeepsItsSlope();
    void everyKindIsPainted();
    void histogramsOfCloseLargeNumbers();
    void fixedAxesWithoutASpan();
};

void TestExtremeNumbers::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestExtremeNumbers::axesStayNumbers()
{
    for (const auto &[low, high] : kExtremes) {
        for (const bool logarithmic : {false, true}) {
            AxisOptions options;
            options.logarithmic = logarithmic;
            const ValueAxis axis = valueAxis(low, high, 300, options);
            QVERIFY(std::isfinite(axis.low) && std::isfinite(axis.high) && axis.low < axis.high);
            QVERIFY(std::isfinite(axis.high - axis.low));
            QVERIFY2(axis.ticks.size() < 40, qPrintable(QString::number(axis.ticks.size())));
            QVERIFY(!logarithmic || axis.low > 0);
        }
    }
}

void TestExtremeNumbers::placesStayInReach()
{
    const ChartGeometry chart{QRectF(0, 0, 100, 100), 0, 1, -1e300, 1e300};
    for (const double value : {-Limits::max(), -1.0, 0.0, Limits::max()})
        QVERIFY(std::abs(chart.y(value)) < 1e7);
    QCOMPARE(chart.y(0), 50.0);
    ChartGeometry decades{QRectF(0, 0, 100, 100), 0, 1, 1e-300, 1e300};
    decades.logarithmic = true;
    QVERIFY(std::abs(decades.y(1) - 50) < 1e-6);
    QVERIFY(std::isfinite(decades.y(Limits::denorm_min())));
}

void TestExtremeNumbers::aLineThatLeavesKeepsItsSlope()
{
    const ChartGeometry chart{QRectF(0, 0, 100, 100), 0, 100, 0, 100};
    TileSnapshot snapshot;
    for (const double far : {1e6, -1e6, 1e300}) {
        const QList<LineRun> runs = lineRuns({{10, 50}, {100, far}}, snapshot, {}, chart, 1);
        QCOMPARE(runs.size(), 1);
        const LineRun &run = runs.first();
        QCOMPARE(run.size(), 3);
        for (const QPointF &point : run)
            QVERIFY(point.y() >= -1000 && point.y() <= 1100);
        // Where it crosses the reach: as far along as the height is of the whole way.
        const double share = (std::abs(run[1].y() - 50)) / std::min(std::abs(far - 50), 1e12);
        QVERIFY(std::abs(run[1].x() - 10 - 90 * share) < 1e-3);
    }
    QCOMPARE(lineRuns({{10, -1e6}, {100, 1e6}}, snapshot, {}, chart, 1).first().size(), 4);
}

void TestExtremeNumbers::everyKindIsPainted()
{
    QTest::failOnWarning(QRegularExpression(u"NaN"_s));
    for (const auto &[low, high] : kExtremes) {
        for (auto [spec, snapshot] : samples::everyKind()) {
            snapshot.value = Scalar(high);
            snapshot.previous = low;
            bool first = true;
            for (Series &series : snapshot.series) {
                series.total = first ? low : high;
                first = !first;
                for (qsizetype i = 0; i < series.points.size(); ++i)
                    series.points[i].value = i % 2 ? low : high;
            }
            for (const bool logarithmic : {false, true}) {
                spec.options.series.logarithmic = logarithmic;
                paint(spec, snapshot);
            }
        }
    }
}

void TestExtremeNumbers::histogramsOfCloseLargeNumbers()
{
    for (const auto &[low, high] : kExtremes) {
        TileSpec spec = samples::histogramSpec();
        spec.format = {};
        TileSnapshot snapshot = samples::histogram(spec);
        snapshot.bins = {{low, (low / 2 + high / 2), 2}, {(low / 2 + high / 2), high, 1}};
        snapshot.percentiles = {{50, low}, {95, high}};
        for (const bool logarithmic : {false, true}) {
            spec.options.histogram.logarithmic = logarithmic && low > 0;
            paint(spec, snapshot);
        }
    }
}

void TestExtremeNumbers::fixedAxesWithoutASpan()
{
    for (const auto &[low, high] : kExtremes) {
        TileSpec chart = samples::chartSpec();
        chart.options.series.min = low;
        chart.options.series.max = high;
        TileSpec gauge = samples::gaugeSpec();
        gauge.options.gauge.min = low;
        gauge.options.gauge.max = high;
        for (const bool soft : {false, true}) {
            chart.options.series.soft = soft;
            paint(chart, samples::chart(chart));
        }
        paint(gauge, samples::gauge(gauge));
    }
}

QTEST_MAIN(TestExtremeNumbers)
#include "tst_extremenumbers.moc"
