// The time series tile: every way to draw it, axes, legend, zoom and crosshair by pointer and keys, hostile names, and
// how long a picture of a million points takes.
#include "tests/support/manualclock.h"
#include "tests/support/tilesamples.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/seriesplot.h"
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/style/themecontroller.h"

#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

#include <ctime>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

using Draw = SeriesOptions::Draw;
using Stack = SeriesOptions::Stack;
using Legend = SeriesOptions::Legend;

std::unique_ptr<TimeSeriesTile> shown(const TileSpec &spec, const TileSnapshot &snapshot, QSize size = {640, 320})
{
    auto tile = std::make_unique<TimeSeriesTile>(spec, Theme(), nullptr);
    tile->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    tile->resize(size);
    tile->setContext(samples::context());
    tile->setSnapshot(snapshot);
    tile->show();
    return tile;
}

QPoint inPlot(const TimeSeriesTile &tile, double x, double y)
{
    const QRectF plot = tile.chart().plot;
    return QPointF(plot.left() + x * plot.width(), plot.top() + y * plot.height()).toPoint();
}

void drag(QWidget &widget, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton,
          Qt::KeyboardModifiers keys = {})
{
    QTest::mousePress(&widget, button, keys, from);
    QMouseEvent half(QEvent::MouseMove, (from + to) / 2, widget.mapToGlobal((from + to) / 2), Qt::NoButton, button,
                     keys);
    QApplication::sendEvent(&widget, &half);
    QMouseEvent all(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, button, keys);
    QApplication::sendEvent(&widget, &all);
    QTest::mouseRelease(&widget, button, keys, to);
}

void turn(QWidget &widget, QPoint at, int notches, Qt::KeyboardModifiers keys)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

QPoint middleOf(const TimeSeriesTile &tile, int entry)
{
    // Found as a user finds it: by trying where the legend reacts.
    const QRect rect = tile.rect();
    for (int y = rect.bottom(); y > 0; y -= 4) {
        for (int x = 0; x < rect.width(); x += 4) {
            if (tile.legend().at(QPointF(x, y) - QPointF(tile.theme().metrics().tilePadding + 1,
                                                         tile.theme().metrics().tileHeader)) == entry)
                return {x + 8, y};
        }
    }
    return {};
}

TileSnapshot plain(const TileSpec &spec, const QList<double> &values)
{
    TileSnapshot snapshot = samples::base(spec, int(values.size()));
    Series series;
    for (qsizetype i = 0; i < values.size(); ++i)
        series.points << Point{snapshot.windowFromUs + i * snapshot.bucketUs, values[i]};
    snapshot.series << series;
    return snapshot;
}

// Pixels of one colour, or nearly.
int pixels(const QImage &image, const QColor &colour, const QRectF &where)
{
    int count = 0;
    const QRect rect = where.toAlignedRect().intersected(image.rect());
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const QColor found = image.pixelColor(x, y);
            count += std::abs(found.red() - colour.red()) + std::abs(found.green() - colour.green()) +
                         std::abs(found.blue() - colour.blue()) <
                     24;
        }
    }
    return count;
}

} // namespace

class TestTimeSeries : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyOptionIsDrawn_data();
    void everyOptionIsDrawn();
    void stacksAddUp();
    void percentFillsTheAxis();
    void holesAreAsWanted();
    void aSpanWithoutAListenerIsNeverCrossed();
    void boundsAreKept();
    void logAxisHasDecades();
    void rightAxisHasItsOwnRange();
    void referenceLinesAndMarksAreDrawn();
    void legendSolosAndToggles();
    void legendByKeys();
    void legendSaysWhatItsValuesAre();
    void aFrameZooms();
    void aHighFrameZoomsValuesToo();
    void wheelAndKeysZoomAndPan();
    void wheelWithoutFocusIsTheBoards();
    void panKeepsInsideTheWindow();
    void crosshairIsSharedOverTheBoard();
    void crosshairPaintsFromTheKeptPicture();
    void hostileNames_data();
    void hostileNames();
    void aMillionPoints();
};

void TestTimeSeries::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestTimeSeries::everyOptionIsDrawn_data()
{
    QTest::addColumn<int>("draw");
    QTest::addColumn<int>("stack");
    QTest::addColumn<int>("legend");
    for (int draw = 0; draw <= int(Draw::Stem); ++draw) {
        for (int stack = 0; stack <= int(Stack::Percent); ++stack) {
            for (int legend = 0; legend <= int(Legend::None); ++legend)
                QTest::addRow("draw %d, stack %d, legend %d", draw, stack, legend) << draw << stack << legend;
        }
    }
}

void TestTimeSeries::everyOptionIsDrawn()
{
    QFETCH(int, draw);
    QFETCH(int, stack);
    QFETCH(int, legend);
    TileSpec spec = samples::chartSpec();
    spec.options.series.draw = Draw(draw);
    spec.options.series.stack = Stack(stack);
    spec.options.series.legend = Legend(legend);
    for (const QSize size : {QSize(130, 112), QSize(420, 240), QSize(900, 420)}) {
        const auto tile = shown(spec, samples::chart(spec), size);
        const QImage image = tile->grab().toImage();
        QCOMPARE(image.size(), size);
        if (size.width() > 200)
            QVERIFY(pixels(image, Theme().series(0), tile->chart().plot) > 20);
    }
}

void TestTimeSeries::stacksAddUp()
{
    TileSpec spec = samples::chartSpec();
    spec.options.series.stack = Stack::Normal;
    const TileSnapshot snapshot = samples::chart(spec, 24, 3, false);
    const QList<PlottedSeries> plot = plottedSeries(spec, snapshot, [](const Series &) { return false; });
    QCOMPARE(plot.size(), 3);
    for (qsizetype i = 0; i < snapshot.series[0].points.size(); ++i) {
        double sum = 0;
        for (const PlottedSeries &one : plot) {
            QCOMPARE(one.base[i].value, sum);
            sum += snapshot.series[one.index].points[i].value;
            QCOMPARE(one.top[i].value, sum);
        }
    }
    const auto tile = shown(spec, snapshot);
    const ValueRange range =
        rangeOf(plot, AxisSide::Left, snapshot.windowFromUs, snapshot.windowToUs, snapshot.bucketUs);
    QVERIFY(tile->chart().high >= range.high);
    QCOMPARE(tile->chart().low, 0.0);
}

void TestTimeSeries::percentFillsTheAxis()
{
    TileSpec spec = samples::chartSpec();
    spec.options.series.stack = Stack::Percent;
    spec.options.series.draw = Draw::Area;
    const TileSnapshot snapshot = samples::chart(spec, 24, 3, false);
    const QList<PlottedSeries> plot = plottedSeries(spec, snapshot, [](const Series &) { return false; });
    for (const Point &point : plot.last().top)
        QVERIFY(std::abs(point.value - 1) < 1e-9);
    const auto tile = shown(spec, snapshot);
    QCOMPARE(tile->chart().low, 0.0);
    QCOMPARE(tile->chart().high, 1.0);
}

void TestTimeSeries::holesAreAsWanted()
{
    TileSpec spec = samples::chartSpec();
    TileSnapshot snapshot = plain(spec, {4, 4, qQNaN(), 4, 4, 4});
    const ChartGeometry geometry{QRectF(0, 0, 600, 100), snapshot.windowFromUs, snapshot.windowToUs, 0, 4};
    const QList<Point> &points = snapshot.series.first().points;
    QCOMPARE(lineRuns(points, snapshot, {}, geometry, 1, HoleStyle::Break).size(), 2);
    QCOMPARE(lineRuns(points, snapshot, {}, geometry, 1, HoleStyle::Connect).size(), 1);
    spec.options.series.holes = SeriesOptions::Holes::Zero;
    const QList<PlottedSeries> plot = plottedSeries(spec, snapshot, [](const Series &) { return false; });
    QCOMPARE(plot.first().top[2].value, 0.0);
}

void TestTimeSeries::aSpanWithoutAListenerIsNeverCrossed()
{
    TileSpec spec = samples::chartSpec();
    const TileSnapshot base = plain(spec, {4, 4, 0, 4, 4, 4});
    const Gap gap{base.windowFromUs + 2 * base.bucketUs, base.windowFromUs + 3 * base.bucketUs};
    const ChartGeometry geometry{QRectF(0, 0, 600, 100), base.windowFromUs, base.windowToUs, 0, 4};
    for (const auto holes : {HoleStyle::Break, HoleStyle::Connect}) {
        const QList<LineRun> runs = lineRuns(base.series.first().points, base, {gap}, geometry, 1, holes);
        QCOMPARE(runs.size(), 2);
        QVERIFY(runs.first().last().x() < geometry.x(gap.fromUs));
        QVERIFY(runs.last().first().x() > geometry.x(gap.toUs));
    }
    TileSnapshot snapshot = base;
    snapshot.gaps << gap;
    for (int draw = 0; draw <= int(Draw::Stem); ++draw) {
        spec.options.series.draw = Draw(draw);
        spec.options.series.holes = SeriesOptions::Holes::Connect;
        const auto tile = shown(spec, snapshot);
        const QImage image = tile->grab().toImage();
        const QRectF plot = tile->chart().plot;
        const QRectF band(tile->chart().x(gap.fromUs) + 3, plot.top() + 40,
                          tile->chart().x(gap.toUs) - tile->chart().x(gap.fromUs) - 6, plot.height() - 44);
        QVERIFY(pixels(image, Theme().colour(Colour::GapHatch), band) > 50);
        QCOMPARE(pixels(image, Theme().series(0), band), 0);
    }
}

void TestTimeSeries::boundsAreKept()
{
    TileSpec spec = samples::chartSpec();
    const TileSnapshot snapshot = plain(spec, {40, 60, 110, 80});
    spec.options.series.min = 20;
    spec.options.series.max = 97;
    QCOMPARE(shown(spec, snapshot)->chart().low, 20.0);
    QCOMPARE(shown(spec, snapshot)->chart().high, 97.0);
    spec.options.series.soft = true; // the data go beyond one of them
    QVERIFY(shown(spec, snapshot)->chart().high >= 110);
    QVERIFY(shown(spec, snapshot)->chart().low <= 20);
    spec.options.series.min = 97;
    spec.options.series.max = 20; // nonsense is none
    QVERIFY(shown(spec, snapshot)->chart().high > shown(spec, snapshot)->chart().low);
    for (const double bound : {qInf(), -qInf(), qQNaN(), 1e308, -1e308, 0.0}) {
        spec.options.series.min = bound;
        spec.options.series.max.reset();
        const ChartGeometry chart = shown(spec, snapshot)->chart();
        QVERIFY(std::isfinite(chart.low) && std::isfinite(chart.high));
    }
}

void TestTimeSeries::logAxisHasDecades()
{
    const ValueAxis axis = valueAxis(0.3, 52'000, 300, AxisOptions{true, true, {}, {}, false});
    QVERIFY(axis.logarithmic);
    QCOMPARE(axis.low, 0.1);
    QCOMPARE(axis.high, 100'000.0);
    QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 6);
    const ValueAxis few = valueAxis(2, 8, 300, AxisOptions{false, true, {}, {}, false});
    QVERIFY(few.ticks.contains(2.0) && few.ticks.contains(5.0));
    const ValueAxis none = valueAxis(qQNaN(), qQNaN(), 300, AxisOptions{false, true, {}, {}, false});
    QVERIFY(none.high > none.low && none.low > 0);

    TileSpec spec = samples::chartSpec();
    spec.options.series.logarithmic = true;
    const auto tile = shown(spec, plain(spec, {1, 10, 100, 0, -5, 1000}));
    const ChartGeometry chart = tile->chart();
    QVERIFY(chart.logarithmic);
    QVERIFY(std::abs(chart.y(10) - chart.y(100) - (chart.y(1) - chart.y(10))) < 0.01); // decades are alike
    QVERIFY(std::abs(chart.valueAt(chart.y(37)) - 37) < 1e-6);
    tile->grab();
}

void TestTimeSeries::rightAxisHasItsOwnRange()
{
    TileSpec spec = samples::chartSpec();
    Binding second = spec.bindings.first();
    second.label = u"Latency"_s;
    spec.bindings << second;
    spec.options.series.rightAxis = {1};
    TileSnapshot snapshot = plain(spec, {1, 2, 3, 2});
    Series right = snapshot.series.first();
    snapshot.series.first().key = u"0/"_s;
    right.key = u"1/"_s;
    for (Point &point : right.points)
        point.value *= 10'000;
    snapshot.series << right;
    const auto tile = shown(spec, snapshot);
    QVERIFY(tile->chart(AxisSide::Left).high < 10);
    QVERIFY(tile->chart(AxisSide::Right).high >= 30'000);
    QVERIFY(tile->chart().plot.right() < tile->width() - 40); // room for its numbers
    tile->grab();
}

void TestTimeSeries::referenceLinesAndMarksAreDrawn()
{
    TileSpec spec = samples::chartSpec();
    TileSnapshot snapshot = plain(spec, {1, 2, 3, 2});
    const auto before = shown(spec, snapshot)->grab().toImage();
    spec.options.series.lines = {{8, u"Target"_s}};
    snapshot.marks << Mark{snapshot.windowFromUs + snapshot.bucketUs, u"Deploy v412"_s, 5};
    const auto tile = shown(spec, snapshot);
    const QImage image = tile->grab().toImage();
    QVERIFY(tile->chart().high >= 8); // a line that is wanted is in view
    const qreal x = tile->chart().x(snapshot.marks.first().timeUs);
    const QRectF strip(x - 1, tile->chart().plot.top() + 20, 3, tile->chart().plot.height() - 20);
    QVERIFY(pixels(image, Theme().colour(Colour::InfoFill), strip) > 20);
    QCOMPARE(pixels(before, Theme().colour(Colour::InfoFill), strip), 0);
}

void TestTimeSeries::legendSolosAndToggles()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec, 96, 4), {900, 320});
    const QStringList all = tile->shownLabels();
    QCOMPARE(all.size(), 4);
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, middleOf(*tile, 1));
    QCOMPARE(tile->shownLabels(), QStringList{u"France"_s});
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, middleOf(*tile, 1)); // again: all
    QCOMPARE(tile->shownLabels(), all);
    QTest::mouseClick(tile.get(), Qt::LeftButton, Qt::ControlModifier, middleOf(*tile, 0));
    QCOMPARE(tile->shownLabels(), all.mid(1));
    QVERIFY(tile->legend().entries().first().hidden);
    QTest::mouseClick(tile.get(), Qt::LeftButton, Qt::ControlModifier, middleOf(*tile, 3)); // "Other" too
    QCOMPARE(tile->shownLabels(), all.mid(1, 2));
}

void TestTimeSeries::legendByKeys()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec, 96, 4), {900, 320});
    QTest::keyClick(tile.get(), Qt::Key_Down);
    QTest::keyClick(tile.get(), Qt::Key_Down);
    QCOMPARE(tile->accessibleDescription(), u"France"_s);
    QTest::keyClick(tile.get(), Qt::Key_Space);
    QCOMPARE(tile->shownLabels(), QStringList{u"France"_s});
    QTest::keyClick(tile.get(), Qt::Key_Space);
    QTest::keyClick(tile.get(), Qt::Key_Up);
    QTest::keyClick(tile.get(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!tile->shownLabels().contains(u"Germany"_s));
    QCOMPARE(tile->shownLabels().size(), 3);
}

void TestTimeSeries::legendSaysWhatItsValuesAre()
{
    TileSpec spec = samples::chartSpec();
    const TileSnapshot snapshot = samples::chart(spec, 96, 3);
    for (const auto place : {Legend::Bottom, Legend::Right, Legend::Table}) {
        spec.options.series.legend = place;
        const auto tile = shown(spec, snapshot, {1000, 320});
        QCOMPARE(tile->legend().place(), place);
        QCOMPARE(tile->legend().entries().first().values.size(), place == Legend::Table ? 5 : 1);
    }
    const auto wide = shown(samples::chartSpec(), samples::chart(spec, 96, 7), {1000, 320});
    QCOMPARE(wide->legend().place(), Legend::Table); // many lines in a wide tile
}

void TestTimeSeries::aFrameZooms()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec));
    const ChartGeometry before = tile->chart();
    auto *reset = tile->findChild<QPushButton *>(u"resetZoom"_s);
    QVERIFY(reset->isHidden());
    const QPoint from = inPlot(*tile, 0.25, 0.5);
    const QPoint to = inPlot(*tile, 0.5, 0.52);
    drag(*tile, from, to);
    QVERIFY(tile->view().has_value());
    QVERIFY(!tile->view()->left);
    QVERIFY(std::abs(tile->view()->fromUs - before.timeAt(from.x())) < kMinuteUs);
    QVERIFY(std::abs(tile->view()->toUs - before.timeAt(to.x())) < kMinuteUs);
    QVERIFY(!reset->isHidden());
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(!tile->view());
    drag(*tile, from, to);
    QTest::mouseDClick(tile.get(), Qt::LeftButton, {}, inPlot(*tile, 0.5, 0.8));
    QVERIFY(!tile->view());
    drag(*tile, from, to);
    QTest::keyClick(tile.get(), Qt::Key_Escape); // the crosshair is gone since the frame was drawn
    QVERIFY(!tile->view());
    QVERIFY(reset->isHidden());
}

void TestTimeSeries::aHighFrameZoomsValuesToo()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec));
    const ChartGeometry before = tile->chart();
    const QPoint from = inPlot(*tile, 0.25, 0.2);
    const QPoint to = inPlot(*tile, 0.5, 0.7);
    drag(*tile, from, to);
    QVERIFY(tile->view() && tile->view()->left);
    QVERIFY(std::abs(tile->chart().high - before.valueAt(from.y())) < 1e-6);
    QVERIFY(std::abs(tile->chart().low - before.valueAt(to.y())) < 1e-6);
    tile->grab();
}

void TestTimeSeries::wheelAndKeysZoomAndPan()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec));
    const QPoint at = inPlot(*tile, 0.5, 0.5);
    const qint64 held = tile->chart().timeAt(at.x());
    turn(*tile, at, 3, Qt::ControlModifier);
    QVERIFY(tile->view());
    QVERIFY(std::abs(tile->chart().timeAt(at.x()) - held) < kMinuteUs); // what is under the pointer stays there
    const qint64 length = tile->view()->toUs - tile->view()->fromUs;
    const qint64 from = tile->view()->fromUs;
    QTest::keyClick(tile.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(tile->view()->fromUs < from);
    QCOMPARE(tile->view()->toUs - tile->view()->fromUs, length);
    QTest::keyClick(tile.get(), Qt::Key_Plus);
    QVERIFY(tile->view()->toUs - tile->view()->fromUs < length);
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(tile.get(), Qt::Key_Minus);
    QVERIFY(!tile->view());
    for (int i = 0; i < 60; ++i)
        turn(*tile, at, 1, Qt::ControlModifier);
    QVERIFY(tile->view()->toUs - tile->view()->fromUs >= 4 * tile->snapshot().bucketUs - 2); // not beyond what there is
}

void TestTimeSeries::wheelWithoutFocusIsTheBoards()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec));
    QVERIFY(!tile->hasFocus());
    turn(*tile, inPlot(*tile, 0.5, 0.5), 3, {});
    QVERIFY(!tile->view());
}

void TestTimeSeries::panKeepsInsideTheWindow()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec));
    drag(*tile, inPlot(*tile, 0.4, 0.5), inPlot(*tile, 0.6, 0.5));
    const qint64 length = tile->view()->toUs - tile->view()->fromUs;
    QVERIFY(std::abs(double(length) / kDayUs - 0.2) < 0.01); // a frame without any height is one
    for (int i = 0; i < 4; ++i)
        drag(*tile, inPlot(*tile, 0.1, 0.5), inPlot(*tile, 0.9, 0.5), Qt::MiddleButton);
    QCOMPARE(tile->view()->fromUs, tile->snapshot().windowFromUs);
    QCOMPARE(tile->view()->toUs - tile->view()->fromUs, length);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(tile.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(tile->view()->toUs, tile->snapshot().windowToUs);
    for (int i = 0; i < 8; ++i)
        drag(*tile, inPlot(*tile, 0.1, 0.5), inPlot(*tile, 0.9, 0.5), Qt::LeftButton, Qt::ShiftModifier);
    QCOMPARE(tile->view()->fromUs, tile->snapshot().windowFromUs);
    for (int i = 0; i < 8; ++i)
        drag(*tile, inPlot(*tile, 0.9, 0.5), inPlot(*tile, 0.1, 0.5), Qt::LeftButton, Qt::ShiftModifier);
    QCOMPARE(tile->view()->toUs, tile->snapshot().windowToUs);
    QCOMPARE(tile->view()->toUs - tile->view()->fromUs, length);
    TileSnapshot later = tile->snapshot(); // the window has moved on beyond what was looked at
    later.windowFromUs += 2 * kDayUs;
    later.windowToUs += 2 * kDayUs;
    tile->setSnapshot(later);
    QCOMPARE(tile->view()->fromUs, later.windowFromUs);
    tile->grab();
}

void TestTimeSeries::crosshairIsSharedOverTheBoard()
{
    const ManualClock clock(samples::now());
    DashboardModel model(clock);
    BoardSpec board;
    board.id = u"b"_s;
    board.tiles = {samples::chartSpec(u"a"_s, {0, 0, 12, 8}), samples::chartSpec(u"b"_s, {12, 0, 12, 8})};
    model.setBoard(board);
    Health health;
    health.listener = samples::context().listener;
    health.journal = samples::context().journal;
    model.setHealth(health);
    TileSnapshot first = samples::chart(board.tiles[0]);
    TileSnapshot second = samples::chart(board.tiles[1], 24); // wider buckets
    model.apply({board.id, true, {first, second}, {}, 0});
    BoardView view(model, Theme());
    view.resize(1400, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *a = qobject_cast<TimeSeriesTile *>(view.tile(u"a"_s));
    auto *b = qobject_cast<TimeSeriesTile *>(view.tile(u"b"_s));
    QTest::mouseMove(a, inPlot(*a, 0.5, 0.5));
    QTRY_VERIFY(a->crosshair() != 0);
    QVERIFY(b->crosshair() != 0);
    QVERIFY(b->crosshair() <= a->crosshair() + first.bucketUs);
    QVERIFY(b->crosshair() + second.bucketUs > a->crosshair());
    QTest::keyClick(a, Qt::Key_Escape);
    QCOMPARE(b->crosshair(), 0);
}

// Moving the crosshair costs a copy of the picture, whatever the picture costs.
void TestTimeSeries::crosshairPaintsFromTheKeptPicture()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec, 20'000, 5), {1200, 500});
    QImage image(tile->size(), QImage::Format_ARGB32_Premultiplied);
    tile->render(&image);
    const auto timeOf = [&](auto change) {
        const std::clock_t start = std::clock();
        for (int i = 0; i < 20; ++i) {
            change(i);
            tile->render(&image);
        }
        return 50.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
    };
    const qint64 from = tile->snapshot().windowFromUs;
    const double crosshair = timeOf([&](int i) { tile->setCrosshair(from + (i + 2) * kHourUs, true); });
    const double fresh = timeOf([&](int) { tile->setSnapshot(tile->snapshot()); });
    qInfo("1200 x 500, 5 x 20,000 points: crosshair with tooltip %.2f ms, new data %.2f ms", crosshair, fresh);
    const QImage with = tile->grab().toImage();
    tile->setCrosshair(0, false);
    QVERIFY(tile->grab().toImage() != with);
}

void TestTimeSeries::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("markup") << u"<b>bold</b><img src=file:///etc/passwd>"_s;
    QTest::newRow("right to left") << u"\u202Eevil\u202C \u05D0\u05D1"_s;
    QTest::newRow("line breaks and nul") << QString(u"a\nb\r\n\tc"_s + QChar(u'\0') + u"d"_s);
    QTest::newRow("megabyte") << QString(1'000'000, u'w');
    QTest::newRow("combining") << QString(u'e') + QString(5'000, QChar(0x0301));
}

void TestTimeSeries::hostileNames()
{
    QFETCH(QString, name);
    TileSpec spec = samples::chartSpec();
    spec.title = name;
    spec.options.series.lines = {{100, name}};
    for (const auto place : {Legend::Bottom, Legend::Right, Legend::Table}) {
        spec.options.series.legend = place;
        TileSnapshot snapshot = samples::chart(spec, 96, 4);
        snapshot.series[0].label = name;
        snapshot.marks << Mark{samples::now() - kHourUs, name, 1};
        const auto tile = shown(spec, snapshot, {760, 300});
        tile->setCrosshair(samples::now() - kHourUs, true);
        QCOMPARE(tile->grab().toImage().size(), QSize(760, 300));
        QVERIFY(tile->accessibleName().size() < 1000);
    }
}

// A window of a million points: the whole picture anew, a closer look, and the line alone as QPainter would draw it
// when somebody else had thinned it out.
void TestTimeSeries::aMillionPoints()
{
    constexpr int kPoints = 1'000'000;
    TileSpec spec = samples::chartSpec();
    TileSnapshot snapshot = samples::base(spec, 96);
    snapshot.bucketUs = kDayUs / kPoints;
    Series series;
    series.points.reserve(kPoints);
    double value = 500;
    quint32 random = 7;
    for (int i = 0; i < kPoints; ++i) {
        random = random * 1664525U + 1013904223U;
        value += (double(random >> 8) / 16777216.0 - 0.5) * 4;
        series.points << Point{snapshot.windowFromUs + i * snapshot.bucketUs, value + (i % 5000 == 0 ? 200 : 0)};
    }
    snapshot.series << series;
    const auto tile = shown(spec, snapshot, {1000, 400});
    QImage image(tile->size(), QImage::Format_ARGB32_Premultiplied);
    const auto msOf = [](auto work) {
        double best = 1e9;
        for (int round = 0; round < 7; ++round) {
            const std::clock_t start = std::clock();
            work(round);
            best = std::min(best, 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
        }
        return best;
    };
    const double whole = msOf([&](int) {
        tile->setSnapshot(snapshot);
        tile->render(&image);
    });
    const double zoomed = msOf([&](int round) {
        turn(*tile, inPlot(*tile, 0.3, 0.5), round % 2 == 0 ? 1 : -1, Qt::ControlModifier);
        tile->render(&image);
    });
    turn(*tile, inPlot(*tile, 0.5, 0.5), 4, Qt::ControlModifier);
    const double panned = msOf([&](int) {
        QTest::keyClick(tile.get(), Qt::Key_Left, Qt::ShiftModifier);
        tile->render(&image);
    });
    tile->resetView();
    const ChartGeometry chart = tile->chart();
    const QList<LineRun> runs = lineRuns(series.points, snapshot, {}, chart, 1);
    QVERIFY(runs.first().size() <= 2 * int(chart.plot.width()) + 4);
    const double peer = msOf([&](int) {
        QPainter painter(&image);
        painter.fillRect(image.rect(), Qt::white);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::blue, 1.75));
        painter.drawPolyline(runs.first().constData(), int(runs.first().size()));
    });
    qInfo("1,000,000 points at 1000 x 400: repaint %.1f ms, zoom %.1f ms, pan %.1f ms; QPainter with the thinned line "
          "alone %.1f ms (ratio %.2f)",
          whole, zoomed, panned, peer, whole / peer);
}

QTEST_MAIN(TestTimeSeries)
#include "tst_timeseries.moc"
