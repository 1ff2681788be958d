// Tiles: states in words, payload texts as plain text, charts, and how fast they paint.
#include "tests/support/tilesamples.h"
#include "ui/csv.h"
#include "ui/dashboard/chartpainter.h"
#include "ui/dashboard/datadialog.h"
#include "ui/dashboard/explaindialog.h"
#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/dashboard/tiles/rowsmodel.h"
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/fieldproblem.h"
#include "ui/style/themecontroller.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QAccessible>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include <ctime>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(hookboard::TileState)

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

// Collects what a widget is asked to paint.
class PaintedRegion : public QObject
{
public:
    explicit PaintedRegion(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
    QRegion painted;
};

std::unique_ptr<Tile> tileFor(const TileSpec &spec, const TileSnapshot &snapshot, const TileContext &context)
{
    auto tile = std::unique_ptr<Tile>(makeTile(spec, Theme(), nullptr));
    tile->setLocale(kEnglish);
    tile->resize(420, 200);
    tile->setContext(context);
    tile->setSnapshot(snapshot);
    return tile;
}

} // namespace

class TestTiles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyStateHasItsWord_data();
    void everyStateHasItsWord();
    void everyKindPaintsInEveryState();
    void accessibleNameTellsValueStateAndAge();
    void aHigherStateHidesNothingOfTheNumbers();
    void totalsSayThatNobodyListened();
    void anEmptyWindowIsSaidUnderEveryChip();
    void aPauseCountsWhatCame();
    void waitingOffersTheAddress();
    void noDataOffersAWiderWindow();
    void errorOffersToFix();
    void thresholdsBecomeAChip();
    void hostileTextsStayPlainAndQuick_data();
    void hostileTextsStayPlainAndQuick();
    void numberIsNeverClipped();
    void numberDoesNotGrowWhenItGetsShorter();
    void linesAreDecimated();
    void linesBreakAtGapsAndHoles();
    void axesAreRound();
    void timeTicksAreRoundLocalTimes();
    void daylightSavingKeepsTheHours();
    void coloursStayWithTheirGroup();
    void rowsKeepTheirPlace();
    void menuKeyOpensTheMenu();
    void ageTickRepaintsOnlyTheFooter();
    void dataIsExportedForOtherPrograms();
    void explanationIsASentence();
    void explanationNamesSourceAndSkipped();
    void paintingTime();
};

void TestTiles::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestTiles::everyStateHasItsWord_data()
{
    QTest::addColumn<TileState>("state");
    QTest::addColumn<QString>("word");
    QTest::newRow("waiting") << TileState::Waiting << u"Waiting"_s;
    QTest::newRow("no data") << TileState::NoData << u"No data"_s;
    QTest::newRow("live has no chip") << TileState::Live << QString();
    QTest::newRow("stale") << TileState::Stale << u"Stale"_s;
    QTest::newRow("offline") << TileState::Offline << u"Offline"_s;
    QTest::newRow("paused") << TileState::Paused << u"Paused"_s;
    QTest::newRow("error") << TileState::Error << u"Error"_s;
    QTest::newRow("partial") << TileState::Partial << u"Partial"_s;
    QTest::newRow("simulated") << TileState::Simulated << u"Simulated"_s;
    QTest::newRow("unverified") << TileState::Unverified << u"Unverified"_s;
    QTest::newRow("broken") << TileState::Broken << u"Broken"_s;
    QTest::newRow("too many") << TileState::TooMany << u"Too many"_s;
}

void TestTiles::everyStateHasItsWord()
{
    QFETCH(TileState, state);
    QFETCH(QString, word);
    const TileSpec spec = samples::kpiSpec();
    TileSnapshot snapshot = samples::kpi(spec);
    TileContext context = samples::context();
    samples::enterState(state, snapshot, context);
    const auto tile = tileFor(spec, snapshot, context);
    QCOMPARE(tile->condition().state, state);
    QCOMPARE(tile->chip().word, word);
    QCOMPARE(tile->chip().icon.isEmpty(), word.isEmpty());
    QVERIFY(!tileFooter(tile->facts()).left.isEmpty());
    if (!word.isEmpty())
        QVERIFY(tile->accessibleName().contains(word, Qt::CaseInsensitive));
}

void TestTiles::everyKindPaintsInEveryState()
{
    for (auto [spec, live] : samples::everyKind()) {
        for (int state = int(TileState::Error); state <= int(TileState::Live); ++state) {
            TileSnapshot snapshot = live;
            TileContext context = samples::context();
            samples::enterState(TileState(state), snapshot, context);
            const auto tile = tileFor(spec, snapshot, context);
            for (QSize size : {QSize(120, 112), QSize(420, 200), QSize(1200, 600)}) {
                tile->resize(size);
                QImage image = tile->grab().toImage();
                QCOMPARE(image.size(), size);
                QCOMPARE(image.pixelColor(size.width() / 2, 3), Theme().colour(Colour::Surface));
            }
        }
    }
}

void TestTiles::accessibleNameTellsValueStateAndAge()
{
    TileSpec spec = samples::kpiSpec();
    spec.title = u"Open tickets"_s;
    spec.format = {};
    TileSnapshot snapshot = samples::kpi(spec, Scalar(qint64(37)));
    snapshot.lastEventUs = samples::now() - 14 * kMinuteUs;
    const auto tile = tileFor(spec, snapshot, samples::context());
    QCOMPARE(tile->accessibleName(), u"Open tickets, 37, stale, last event 14\u202Fmin ago, last 24 h"_s);
    const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(tile.get());
    QVERIFY(reader);
    QCOMPARE(reader->text(QAccessible::Name), tile->accessibleName());
}

void TestTiles::aHigherStateHidesNothingOfTheNumbers()
{
    const TileSpec spec = samples::kpiSpec();
    TileSnapshot snapshot = samples::kpi(spec);
    snapshot.simulated = 2;
    snapshot.unverified = 3;
    snapshot.skipped.insert(u"not-a-number"_s, 12);
    TileContext context = samples::context();
    context.paused = true;
    const auto tile = tileFor(spec, snapshot, context);
    QCOMPARE(tile->chip().word, u"Paused"_s);
    QStringList signs;
    for (const ChipLook &look : tile->chips())
        signs << look.word;
    QCOMPARE(signs, (QStringList{u"Paused"_s, u"Simulated"_s, u"Unverified"_s, u"Partial"_s}));
    const TileFooter footer = tileFooter(tile->facts());
    for (const QString &words : {u"2 simulated"_s, u"3 unverified"_s, u"12 skipped"_s}) {
        QVERIFY2(footer.left.contains(words), qPrintable(footer.left));
        QVERIFY2(footer.brief.contains(words), qPrintable(footer.brief));
    }
    for (const QString &word : {u"simulated"_s, u"unverified"_s, u"partial"_s})
        QVERIFY(tile->accessibleName().contains(word));

    snapshot.refolding = true;
    snapshot.refoldProgress = 0.4;
    const auto folding = tileFor(spec, snapshot, context);
    QVERIFY(tileFooter(folding->facts()).left.contains(u"recomputing"_s));
}

void TestTiles::totalsSayThatNobodyListened()
{
    const QList<std::pair<TileSpec, TileSnapshot>> kinds = samples::everyKind();
    for (auto [spec, snapshot] : kinds) {
        spec.bindings.first().window = {};
        spec.bindings.first().window.lengthUs = kDayUs;
        snapshot.windowToUs = samples::now();
        snapshot.windowFromUs = samples::now() - kDayUs;
        snapshot.gaps = {{samples::now() - 10 * kHourUs, samples::now() - 4 * kHourUs}};
        const bool draws = spec.kind == TileKind::TimeSeries || spec.kind == TileKind::States;
        const auto tile = tileFor(spec, snapshot, samples::context());
        QCOMPARE(tileFooter(tile->facts()).precision.contains(u"6\u202Fh not listening"_s), !draws);
        snapshot.gaps = {{samples::now() - 4 * kSecondUs, samples::now()}};
        QVERIFY(!tileFooter(tileFor(spec, snapshot, samples::context())->facts()).precision.contains(u"listening"_s));
    }
}

void TestTiles::anEmptyWindowIsSaidUnderEveryChip()
{
    TileSpec spec = samples::chartSpec();
    spec.bindings.first().window.lengthUs = kHourUs;
    TileSnapshot snapshot = samples::chart(spec);
    TileContext context = samples::context();
    samples::enterState(TileState::NoData, snapshot, context);
    snapshot.usualIntervalUs = kMinuteUs; // long past: as most windows that ran empty
    const auto tile = tileFor(spec, snapshot, context);
    QCOMPARE(tile->chip().word, u"Stale"_s);
    const TileMessage message = tileMessage(tile->facts(), {});
    QVERIFY(message.text.startsWith(u"No event in"_s));
    QCOMPARE(message.action, TileAction::Widen);
    QVERIFY(!tile->findChild<QPushButton *>(u"tileAction"_s)->isHidden());

    context.paused = true;
    const auto waiting = tileFor(spec, {}, context);
    QCOMPARE(waiting->chip().word, u"Paused"_s);
    QVERIFY(tileMessage(waiting->facts(), u"http://127.0.0.1:8765/hooks/shop"_s).text.startsWith(u"Waiting"_s));

    snapshot.error = Error{ErrorCode::Malformed, u"no such path"_s};
    const auto wrong = tileFor(spec, snapshot, context);
    QVERIFY(tileMessage(wrong->facts(), {}).text.isEmpty()); // the last picture stays
}

void TestTiles::aPauseCountsWhatCame()
{
    const TileSpec spec = samples::kpiSpec();
    TileContext context = samples::context();
    context.paused = true;
    context.pausedSeq = 1000;
    context.journal.lastSeq = 1000;
    const auto tile = tileFor(spec, samples::kpi(spec), context);
    QVERIFY(tileFooter(tile->facts()).left.contains(u"none is lost"_s));
    context.journal.lastSeq = 1001;
    tile->setContext(context);
    QVERIFY(tileFooter(tile->facts()).left.startsWith(u"Paused, 1 event received"_s));
    context.journal.lastSeq = 3500;
    tile->setContext(context);
    QVERIFY(tileFooter(tile->facts()).left.startsWith(u"Paused, 2,500 events received"_s));
}

void TestTiles::waitingOffersTheAddress()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = tileFor(spec, {}, samples::context());
    tile->setAddressOf([](const QString &source) { return u"http://127.0.0.1:8765/hooks/"_s + source; });
    QSignalSpy asked(tile.get(), &Tile::actionRequested);
    auto *button = tile->findChild<QPushButton *>(u"tileAction"_s);
    QVERIFY(!button->isHidden());
    QCOMPARE(button->text(), u"Simulate one"_s);
    button->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(1).value<TileAction>(), TileAction::Simulate);
    // The address stands above the button.
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, button->geometry().center() - QPoint(0, 34));
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().at(1).value<TileAction>(), TileAction::CopyAddress);
}

void TestTiles::noDataOffersAWiderWindow()
{
    TileSpec spec = samples::chartSpec();
    spec.bindings.first().window.lengthUs = kHourUs;
    TileSnapshot snapshot = samples::chart(spec);
    TileContext context = samples::context();
    samples::enterState(TileState::NoData, snapshot, context);
    const auto tile = tileFor(spec, snapshot, context);
    QCOMPARE(tile->findChild<QPushButton *>(u"tileAction"_s)->text(), u"Widen to 6\u202Fh"_s);
    QCOMPARE(widened(spec.bindings.first().window).lengthUs, 6 * kHourUs);
}

void TestTiles::errorOffersToFix()
{
    const TileSpec spec = samples::chartSpec();
    TileSnapshot snapshot = samples::chart(spec);
    TileContext context = samples::context();
    samples::enterState(TileState::Error, snapshot, context);
    const auto tile = tileFor(spec, snapshot, context);
    QVERIFY(!tile->findChild<QPushButton *>(u"tileAction"_s)->isHidden());
    QVERIFY(tileBanner(tile->facts()).text.contains(u"too large"_s));
}

void TestTiles::thresholdsBecomeAChip()
{
    TileSpec spec = samples::kpiSpec();
    spec.format = {NumberFormat::Style::Percent, {}, -1, 1};
    spec.thresholds = {{0, Threshold::Severity::Ok, {}},
                       {0.015, Threshold::Severity::Warn, {}},
                       {0.1, Threshold::Severity::Error, u"Too many"_s}};
    QCOMPARE(tileFor(spec, samples::kpi(spec, Scalar(0.001)), samples::context())->chip(), ChipLook());
    QCOMPARE(tileFor(spec, samples::kpi(spec, Scalar(0.019)), samples::context())->chip().word, u"Above 1.5\u202F%"_s);
    QCOMPARE(tileFor(spec, samples::kpi(spec, Scalar(0.2)), samples::context())->chip().tone, Tone::Error);
}

void TestTiles::hostileTextsStayPlainAndQuick_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"<h1>big</h1><img src='file:///etc/passwd'>"_s;
    QTest::newRow("bidi override") << u"\u202Egnp.exe\u2066"_s;
    QTest::newRow("nul and newlines") << QString(u"a\0b\nc\r\nd"_s);
    QTest::newRow("one megabyte") << QString(1024 * 1024, u'W');
    QTest::newRow("one megabyte of combining marks") << u"a"_s + QString(1024 * 1024, QChar(0x0301));
}

void TestTiles::hostileTextsStayPlainAndQuick()
{
    QFETCH(QString, text);
    QElapsedTimer clock;
    clock.start();
    for (auto [spec, snapshot] : samples::everyKind()) {
        spec.title = text;
        spec.subtitle = text;
        spec.format.unit = text;
        for (Series &series : snapshot.series)
            series.label = series.key = text;
        for (Row &row : snapshot.rows) {
            row.source = row.type = text;
            for (Cell &cell : row.cells)
                cell = {Scalar(text.toUtf8()), false};
        }
        if (spec.kind == TileKind::Kpi)
            snapshot.value = Scalar(text.toUtf8());
        const auto tile = tileFor(spec, snapshot, samples::context());
        tile->grab();
        QVERIFY(!Qt::mightBeRichText(tile->toolTip()));
        QVERIFY(tile->accessibleName().size() < 1000);
        QVERIFY(!tile->accessibleName().contains(QChar(0x202E)));
        const auto labels = tile->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    // Far above what it takes, far below what laying out a megabyte takes.
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestTiles::numberIsNeverClipped()
{
    TileSpec spec = samples::kpiSpec();
    spec.format = {};
    const TileSnapshot snapshot = samples::kpi(spec, Scalar(std::numeric_limits<qint64>::max()));
    const auto tile = tileFor(spec, snapshot, samples::context());
    for (int width : {100, 140, 200, 400, 1200}) {
        tile->resize(width, 152);
        const QImage image = tile->grab().toImage();
        const QColor surface = Theme().colour(Colour::Surface);
        for (int y = 36; y < 70; ++y)
            QCOMPARE(image.pixelColor(width - 6, y), surface);
        // The full value is always told.
        QVERIFY(tile->accessibleName().contains(u"9,223,372,036,854,775,807"_s));
    }
}

void TestTiles::numberDoesNotGrowWhenItGetsShorter()
{
    TileSpec spec = samples::kpiSpec();
    spec.format = {};
    KpiTile tile(spec, Theme(), nullptr);
    tile.setContext(samples::context());
    tile.resize(150, 200);
    tile.setSnapshot(samples::kpi(spec, Scalar(qint64(123456789))));
    const int narrow = tile.ownStep();
    tile.setSnapshot(samples::kpi(spec, Scalar(qint64(7))));
    QCOMPARE(tile.ownStep(), narrow);
    tile.resize(400, 300);
    tile.grab(); // a hidden widget learns its size when it is drawn
    QVERIFY(tile.ownStep() > narrow);
}

// Against the full data: what each pixel column holds, its lowest and its highest value are drawn.
void TestTiles::linesAreDecimated()
{
    constexpr int kPoints = 1'000'000;
    constexpr int kWidth = 800;
    TileSnapshot snapshot;
    snapshot.bucketUs = 1000;
    snapshot.windowToUs = qint64(kPoints) * snapshot.bucketUs;
    QList<Point> points;
    quint32 random = 1;
    for (int i = 0; i < kPoints; ++i) {
        random = random * 1664525U + 1013904223U;
        points << Point{i * snapshot.bucketUs, double(random >> 8) / 1000};
    }
    points[123'456].value = -1e6;
    points[654'321].value = 1e6;
    for (const qreal ratio : {1.0, 2.0}) {
        const ChartGeometry geometry{QRectF(0, 0, kWidth, 100), 0, snapshot.windowToUs, -1e6, 1e6};
        const int columns = int(kWidth * ratio);
        std::vector<double> low(size_t(columns), qInf());
        std::vector<double> high(size_t(columns), -qInf());
        for (const Point &point : std::as_const(points)) {
            const auto column = std::min<size_t>(size_t(columns) - 1, size_t(double(bucketMiddle(point.timeUs, 1000)) /
                                                                             double(snapshot.windowToUs) * columns));
            low[column] = std::min(low[column], point.value);
            high[column] = std::max(high[column], point.value);
        }
        const QList<LineRun> runs = lineRuns(points, snapshot, {}, geometry, ratio);
        QCOMPARE(runs.size(), 1);
        const LineRun &run = runs.first();
        QVERIFY(run.size() <= 2 * columns + 2);
        QVERIFY(std::is_sorted(run.begin(), run.end(), [](auto a, auto b) { return a.x() < b.x(); }));
        std::vector<double> drawnLow(size_t(columns), qInf());
        std::vector<double> drawnHigh(size_t(columns), -qInf());
        for (const QPointF &point : run) {
            const auto column = std::min<size_t>(size_t(columns) - 1, size_t(point.x() * ratio));
            drawnLow[column] = std::min(drawnLow[column], geometry.valueAt(point.y()));
            drawnHigh[column] = std::max(drawnHigh[column], geometry.valueAt(point.y()));
        }
        for (size_t column = 0; column < size_t(columns); ++column) {
            QVERIFY2(std::abs(drawnLow[column] - low[column]) < 1e-6, qPrintable(QString::number(column)));
            QVERIFY2(std::abs(drawnHigh[column] - high[column]) < 1e-6, qPrintable(QString::number(column)));
        }
    }
    QVERIFY(lineRuns({}, snapshot, {}, ChartGeometry{QRectF(0, 0, 10, 10), 0, 10, 0, 1}, 1).isEmpty());
}

void TestTiles::linesBreakAtGapsAndHoles()
{
    TileSnapshot snapshot;
    snapshot.bucketUs = 10;
    Series series;
    for (int i = 0; i < 10; ++i)
        series.points << Point{i * 10, 1.0};
    series.points[2].value = qQNaN();
    snapshot.runningBucketUs = 90;
    const QList<Gap> gaps{{52, 58}, {70, 80}};
    const ChartGeometry geometry{QRectF(0, 0, 100, 10), 0, 100, 0, 2};
    const QList<LineRun> runs = lineRuns(series.points, snapshot, gaps, geometry, 1);
    // 0-1 | hole | 3-4 | touches the first gap: between 4 and 5, and between 5 and 6 | 5 | 6 | inside the second | 8
    QCOMPARE(runs.size(), 5);
    QCOMPARE(runs.first().size(), 2);
    QVERIFY(runs.last().last().x() < 90);
}

void TestTiles::axesAreRound()
{
    const ValueAxis axis = valueAxis(3, 1187, 260, true);
    QCOMPARE(axis.low, 0.0);
    QCOMPARE(axis.high, 1500.0);
    QVERIFY(axis.ticks.size() <= 6);
    const ValueAxis far = valueAxis(381, 428, 260, false);
    QVERIFY(far.low > 0);
    QVERIFY(far.low <= 381 && far.high >= 428);
    const ValueAxis flat = valueAxis(5, 5, 260, true);
    QVERIFY(flat.high > flat.low);
    const ValueAxis none = valueAxis(qQNaN(), qQNaN(), 260, true);
    QCOMPARE(none.low, 0.0);
    for (double peak : {0.003, 0.7, 1.0, 99.0, 1e6, 3.3e12}) {
        const ValueAxis one = valueAxis(0, peak, 300, true);
        QVERIFY(one.ticks.size() <= 6 && one.ticks.size() >= 2);
        QVERIFY(one.high >= peak);
    }
}

void TestTiles::timeTicksAreRoundLocalTimes()
{
    const QTimeZone zone("Europe/Berlin");
    const QDateTime end(QDate(2026, 11, 23), QTime(13, 2), zone);
    const qint64 to = end.toMSecsSinceEpoch() * 1000;
    const auto width = [](const QString &text) { return text.size() * 7.0; };
    const QList<TimeTick> ticks = timeTicks(to - kDayUs, to, 900, zone, kEnglish, width);
    QVERIFY(ticks.size() >= 5);
    QVERIFY(std::any_of(ticks.begin(), ticks.end(), [](const TimeTick &tick) { return tick.label == u"23 Nov"_s; }));
    for (const TimeTick &tick : ticks)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.timeUs / 1000, zone).time().minute(), 0);
    for (qint64 span : {10 * kSecondUs, kMinuteUs, kHourUs, 7 * kDayUs, 90 * kDayUs, 2000 * kDayUs}) {
        const QList<TimeTick> some = timeTicks(to - span, to, 600, zone, kEnglish, width);
        QVERIFY2(some.size() >= 1 && some.size() <= 20, qPrintable(QString::number(some.size())));
    }
}

void TestTiles::daylightSavingKeepsTheHours()
{
    const QTimeZone zone("Europe/Berlin");
    const QDateTime start(QDate(2026, 10, 25), QTime(0, 0), zone);
    const qint64 from = start.toMSecsSinceEpoch() * 1000;
    const auto width = [](const QString &text) { return text.size() * 7.0; };
    const QList<TimeTick> ticks = timeTicks(from, from + kDayUs, 500, zone, kEnglish, width);
    for (const TimeTick &tick : ticks)
        QVERIFY(QDateTime::fromMSecsSinceEpoch(tick.timeUs / 1000, zone).time().hour() % 3 == 0);
}

void TestTiles::coloursStayWithTheirGroup()
{
    const auto series = [](const QStringList &keys) {
        QList<Series> list;
        for (const QString &key : keys)
            list << Series{key, key, false, {}, {}};
        return list;
    };
    SeriesColours colours;
    colours.assign(series({u"DE"_s, u"FR"_s, u"AT"_s}));
    const int austria = colours.indexOf(u"AT"_s);
    colours.assign(series({u"FR"_s, u"DE"_s}));
    colours.assign(series({u"NL"_s, u"AT"_s, u"FR"_s}));
    QCOMPARE(colours.indexOf(u"AT"_s), austria);
    QVERIFY(colours.indexOf(u"NL"_s) != austria);
    for (int i = 0; i < 40; ++i)
        colours.assign(series({u"g%1"_s.arg(i), u"AT"_s}));
    QCOMPARE(colours.indexOf(u"AT"_s), austria);
}

void TestTiles::rowsKeepTheirPlace()
{
    const TileSpec spec = samples::tableSpec();
    TileSnapshot snapshot = samples::table(spec);
    RowsModel model(nullptr);
    model.setColumns(spec.columns);
    model.setRows(snapshot.rows, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex third = model.index(2, 0);
    Row fresh = snapshot.rows.first();
    fresh.seq = 1000;
    snapshot.rows.prepend(fresh);
    snapshot.rows.removeLast();
    model.setRows(snapshot.rows, 499);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(third.row(), 3);
    QVERIFY(model.index(0, 0).data(RowsModel::NewRole).toBool());
    QVERIFY(!model.index(1, 0).data(RowsModel::NewRole).toBool());
}

void TestTiles::menuKeyOpensTheMenu()
{
    const TileSpec spec = samples::kpiSpec();
    const auto tile = tileFor(spec, samples::kpi(spec), samples::context());
    tile->show();
    tile->setFocus(Qt::TabFocusReason);
    QSignalSpy explained(tile.get(), &Tile::explainRequested);
    QTest::keyClick(tile.get(), Qt::Key_Menu);
    auto *menu = tile->findChild<QMenu *>(u"tileMenuPopup"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().first()->text(), u"Explain"_s);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(explained.count(), 1);
    QCOMPARE(explained.first().first().toString(), spec.id);
}

void TestTiles::ageTickRepaintsOnlyTheFooter()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = tileFor(spec, samples::chart(spec), samples::context());
    tile->show();
    tile->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(tile.get()));
    PaintedRegion region(*tile);
    const auto quiet = [&] {
        region.painted = {};
        QCoreApplication::processEvents();
        return region.painted.isEmpty();
    };
    QTRY_VERIFY(quiet());
    tile->setContext(samples::context());
    QCoreApplication::processEvents();
    QVERIFY(region.painted.isEmpty());
    TileContext later = samples::context();
    later.nowUs += 5 * kSecondUs;
    tile->setContext(later);
    QTRY_VERIFY(!region.painted.isEmpty());
    QVERIFY(region.painted.boundingRect().top() >= tile->height() - 26);
    QVERIFY(tile->accessibleName().contains(u"7\u202Fs ago"_s));
}

void TestTiles::dataIsExportedForOtherPrograms()
{
    TileSpec spec = samples::tableSpec();
    spec.columns = {{u"Note"_s, u"$.note"_s}, {u"N"_s, u"$.n"_s, TableColumn::Format::Number}};
    TileSnapshot snapshot;
    Row row;
    row.timeUs = 1'700'000'000'123'000;
    row.source = u"shop"_s;
    row.type = u"a,\"b\""_s;
    row.cells = {{Scalar(QByteArray("=cmd()")), false}, {Scalar(qint64(-9007199254740993)), false}};
    snapshot.rows = {row};
    const auto tile = tileFor(spec, snapshot, samples::context());
    const DataDialog dialog(tile->facts());
    const QStringList lines = csvOf(*dialog.table()->model()).split(u"\r\n"_s);
    QCOMPARE(lines[0], u"Received,Source,Type,Note,N"_s);
    QCOMPARE(lines[1], u"2023-11-14T22:13:20.123Z,shop,\"a,\"\"b\"\"\",'=cmd(),-9007199254740993"_s);
    QCOMPARE(csvOf(QModelIndexList{dialog.table()->model()->index(0, 0)}), lines[1]); // a copy, of the same
}

void TestTiles::explanationIsASentence()
{
    TileSpec spec = samples::chartSpec();
    Binding &binding = spec.bindings.first();
    binding = {};
    binding.aggregation = Aggregation::Sum;
    binding.value = u"$.amount"_s;
    binding.source = u"shop"_s;
    binding.types = {u"order.paid"_s};
    TileSnapshot snapshot = samples::chart(spec);
    snapshot.bucketUs = kMinuteUs;
    const auto tile = tileFor(spec, snapshot, samples::context());
    QCOMPARE(sentenceOf(tile->facts()),
             u"Sum of $.amount in order.paid from shop, per minute, in the last hour, verified events only."_s);
}

void TestTiles::explanationNamesSourceAndSkipped()
{
    const TileSpec spec = samples::kpiSpec();
    TileSnapshot snapshot = samples::kpi(spec);
    snapshot.skipped.insert(u"not-a-number"_s, 12);
    const auto tile = tileFor(spec, snapshot, samples::context());
    QMap<QString, QString> lines;
    for (const Fact &fact : explainTile(tile->facts()))
        lines.insert(fact.name, fact.value);
    QCOMPARE(lines.value(u"Source"_s), u"shop"_s);
    QCOMPARE(lines.value(u"Skipped, not a number"_s), u"12"_s);
    QCOMPARE(lines.value(u"Events counted"_s), u"1,284"_s);
}

void TestTiles::paintingTime()
{
    const TileSpec spec = samples::chartSpec();
    const TileSnapshot snapshot = samples::chart(spec, 600, 3);
    std::vector<std::unique_ptr<Tile>> tiles;
    for (int i = 0; i < 12; ++i)
        tiles.push_back(tileFor(spec, snapshot, samples::context()));
    QImage image(420, 200, QImage::Format_ARGB32_Premultiplied);
    // Processor time: the machine may be busy with something else.
    const auto paintAll = [&](bool changed) {
        const std::clock_t start = std::clock();
        for (const auto &tile : tiles) {
            if (changed)
                tile->setSnapshot(snapshot);
            tile->render(&image);
        }
        return 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
    };
    paintAll(true);
    const double fresh = paintAll(true);
    const double cached = paintAll(false);
    qInfo("12 charts of 3 x 600 points: %.1f ms with new data, %.1f ms from their pictures", fresh, cached);
}

QTEST_MAIN(TestTiles)
#include "tst_tiles.moc"
