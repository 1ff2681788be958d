// The board: layout, model, keyboard, painted traces, rendering.
#include "tests/support/tilesamples.h"
#include "ui/dashboard/boardlayout.h"
#include "ui/dashboard/boardrender.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/proposedtiles.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/dashboard/tilewords.h"
#include "ui/style/themecontroller.h"

#include "core/engine.h"
#include "core/types/clock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

class TestClock final : public Clock
{
public:
    qint64 nowUs() const override { return m_now; }
    qint64 steadyNs() const override { return m_now * 1000; }
    qint64 m_now = samples::now();
};

BoardSpec board()
{
    BoardSpec board;
    board.id = u"shop"_s;
    for (int i = 0; i < 4; ++i)
        board.tiles << samples::kpiSpec(u"k%1"_s.arg(i), {i * 5, 0, 5, 4});
    board.tiles << samples::chartSpec(u"chart"_s, {0, 4, 13, 10});
    board.tiles << samples::barSpec(u"bars"_s, {13, 4, 11, 10});
    board.tiles << samples::tableSpec(u"table"_s, {0, 14, 24, 8});
    return board;
}

BoardUpdate update(const BoardSpec &spec, quint64 revision = 1)
{
    BoardUpdate update;
    update.boardId = spec.id;
    for (const TileSpec &tile : spec.tiles) {
        TileSnapshot snapshot;
        switch (tile.kind) {
        case TileKind::Kpi:
            snapshot = samples::kpi(tile);
            break;
        case TileKind::TimeSeries:
            snapshot = samples::chart(tile);
            break;
        case TileKind::Bar:
            snapshot = samples::bars(tile);
            break;
        case TileKind::Table:
            snapshot = samples::table(tile);
            break;
        case TileKind::Feed:
            snapshot = samples::feed(tile);
            break;
        case TileKind::Histogram:
            snapshot = samples::histogram(tile);
            break;
        case TileKind::Donut:
            snapshot = samples::donut(tile);
            break;
        case TileKind::Gauge:
            snapshot = samples::gauge(tile);
            break;
        case TileKind::States:
            snapshot = samples::states(tile);
            break;
        }
        snapshot.revision = revision;
        update.tiles << snapshot;
    }
    return update;
}

} // namespace

class TestDashboard : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void layoutFollowsTheWidth_data();
    void layoutFollowsTheWidth();
    void shortBoardsDoNotStretchEndlessly();
    void modelKeepsTheNewest();
    void aChangedFormulaTakesItsNumberAlong();
    void pausedModelHoldsBack();
    void tabWalksInReadingOrder();
    void emptyBoardOffersTiles();
    void paintedFollowsAnUpdate();
    void changedTilesAreShownInPasses();
    void proposedTilesFoldAndDoNotOverlap();
    void numbersOfARowShareTheirSize();
    void aNumberThatComesLateJoinsItsRow();
    void removedTilesGo();
    void rendersWithoutAWindow_data();
    void rendersWithoutAWindow();
    void aPictureCutsNothingOff();
};

void TestDashboard::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestDashboard::layoutFollowsTheWidth_data()
{
    QTest::addColumn<QSize>("room");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("scrolls");
    QTest::newRow("1000 x 700 window") << QSize(952, 602) << 12 << true;
    QTest::newRow("1600 x 1000 window") << QSize(1416, 902) << 24 << false;
    QTest::newRow("2560 x 1440 window") << QSize(2376, 1342) << 24 << false;
    QTest::newRow("wide and low window") << QSize(1416, 400) << 24 << true;
}

void TestDashboard::layoutFollowsTheWidth()
{
    QFETCH(QSize, room);
    QFETCH(int, columns);
    QFETCH(bool, scrolls);
    const BoardSpec spec = board();
    const BoardLayout layout = layoutBoard(spec.tiles, room, Metrics());
    QCOMPARE(layout.columns, columns);
    QCOMPARE(layout.contentHeight > room.height(), scrolls);
    QCOMPARE(layout.rects.size(), spec.tiles.size());
    for (qsizetype i = 0; i < layout.rects.size(); ++i) {
        const QRect &rect = layout.rects[i];
        QVERIFY(rect.left() >= 8 && rect.right() < room.width() - 7);
        QVERIFY(rect.height() >= 3 * 34 - 8);
        for (qsizetype k = i + 1; k < layout.rects.size(); ++k)
            QVERIFY2(!rect.adjusted(-7, -7, 7, 7).intersects(layout.rects[k]), "tiles keep 8 px apart");
    }
    if (columns == 12) {
        int right = 0;
        for (const QRect &rect : layout.rects)
            right = std::max(right, rect.right());
        QCOMPARE(right, room.width() - 9);
        QCOMPARE(layout.rects[0].top(), layout.rects[3].top());
    }
}

void TestDashboard::shortBoardsDoNotStretchEndlessly()
{
    const BoardLayout layout = layoutBoard({samples::kpiSpec()}, {1416, 902}, Metrics());
    QCOMPARE(layout.rowPx, 56.0);
    QCOMPARE(layout.rects.first().height(), 4 * 56 - 8);
}

void TestDashboard::modelKeepsTheNewest()
{
    const TestClock clock;
    DashboardModel model(clock);
    const BoardSpec spec = board();
    model.setBoard(spec);
    QSignalSpy changed(&model, &DashboardModel::tilesChanged);
    model.apply(update(spec, 5));
    model.apply(update(spec, 4));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.snapshot(u"k0"_s).revision, 5u);
    BoardUpdate foreign = update(spec, 9);
    foreign.boardId = u"other"_s;
    model.apply(foreign);
    QCOMPARE(model.snapshot(u"k0"_s).revision, 5u);
    QCOMPARE(model.troubledTiles(), 0);
    Health down;
    down.journal.writable = true;
    model.setHealth(down);
    QCOMPARE(model.troubledTiles(), 7);
}

void TestDashboard::aChangedFormulaTakesItsNumberAlong()
{
    const TestClock clock;
    DashboardModel model(clock);
    BoardSpec spec = board();
    model.setBoard(spec);
    model.apply(update(spec, 5));
    spec.tiles.first().title = u"Other words"_s;
    model.setBoard(spec);
    const QString id = spec.tiles.first().id;
    QCOMPARE(model.snapshot(id).revision, 5u);
    model.setPaused(true);
    spec.tiles.first().bindings.first().value = u"$.other"_s;
    model.setBoard(spec);
    QCOMPARE(model.snapshot(id).revision, 0u);
    BoardUpdate anew = update(spec, 1); // the board was opened again, and counts from the beginning
    anew.complete = true;
    model.apply(anew);
    QCOMPARE(model.snapshot(id).revision, 1u); // also while paused: it has nothing to hold
    QCOMPARE(model.snapshot(spec.tiles.last().id).revision, 5u);
    model.setPaused(false);
    QCOMPARE(model.snapshot(spec.tiles.last().id).revision, 1u);
}

void TestDashboard::pausedModelHoldsBack()
{
    const TestClock clock;
    DashboardModel model(clock);
    const BoardSpec spec = board();
    model.setBoard(spec);
    model.apply(update(spec, 1));
    model.setPaused(true);
    model.apply(update(spec, 2));
    model.apply(update(spec, 3));
    QCOMPARE(model.snapshot(u"k0"_s).revision, 1u);
    model.setPaused(false);
    QCOMPARE(model.snapshot(u"k0"_s).revision, 3u);
}

void TestDashboard::tabWalksInReadingOrder()
{
    const TestClock clock;
    DashboardModel model(clock);
    BoardSpec spec = board();
    std::reverse(spec.tiles.begin(), spec.tiles.end());
    model.setBoard(spec);
    model.apply(update(spec));
    BoardView view(model, Theme());
    view.resize(1416, 902);
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.tile(u"k0"_s)->setFocus(Qt::TabFocusReason);
    QStringList walked;
    for (int i = 0; i < 6; ++i) {
        walked << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(walked,
             QStringList({u"tile-k0"_s, u"tile-k1"_s, u"tile-k2"_s, u"tile-k3"_s, u"tile-chart"_s, u"tile-bars"_s}));
}

void TestDashboard::emptyBoardOffersTiles()
{
    const TestClock clock;
    DashboardModel model(clock);
    BoardView view(model, Theme());
    view.resize(1000, 600);
    QSignalSpy asked(&view, &BoardView::addTileRequested);
    QSignalSpy proposed(&view, &BoardView::proposeTilesRequested);
    view.findChild<QPushButton *>(u"addTile"_s)->click();
    view.findChild<QPushButton *>(u"proposeTiles"_s)->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(proposed.count(), 1);
    model.setBoard(board());
    QVERIFY(!view.findChild<QWidget *>(u"emptyBoard"_s));
}

void TestDashboard::paintedFollowsAnUpdate()
{
    const TestClock clock;
    DashboardModel model(clock);
    const BoardSpec spec = board();
    model.setBoard(spec);
    BoardView view(model, Theme());
    view.resize(1416, 902);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy painted(&view, &BoardView::painted);
    model.apply(update(spec, 1));
    QCoreApplication::processEvents();
    QCOMPARE(painted.count(), 0); // nothing was sampled
    BoardUpdate sampled = update(spec, 2);
    Trace trace;
    trace.seq = 42;
    sampled.traces << trace;
    model.apply(sampled);
    QCOMPARE(painted.count(), 0);
    QTRY_COMPARE(painted.count(), 1);
    QCOMPARE(painted.first().at(0).value<QList<Trace>>().first().seq, 42u);
    QCOMPARE(painted.first().at(1).toLongLong(), clock.steadyNs());
    view.hide();
    model.apply(sampled);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCoreApplication::processEvents();
    QCOMPARE(painted.count(), 1); // what nobody saw is not reported
}

void TestDashboard::changedTilesAreShownInPasses()
{
    const TestClock clock;
    DashboardModel model(clock);
    const BoardSpec spec = board();
    model.setBoard(spec);
    BoardView view(model, Theme());
    view.resize(3200, 2000); // more than one pass can show
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto shown = [&](quint64 revision) {
        return std::count_if(spec.tiles.begin(), spec.tiles.end(),
                             [&](const TileSpec &tile) { return view.tile(tile.id)->snapshot().revision == revision; });
    };
    const auto updated = [&](quint64 revision) {
        BoardUpdate news = update(spec, revision);
        for (TileSnapshot &snapshot : news.tiles)
            snapshot.revision = revision;
        return news;
    };
    model.apply(updated(7));
    const auto atOnce = shown(7);
    QVERIFY(atOnce > 0); // the first tiles do not wait
    QVERIFY(atOnce < spec.tiles.size());
    // News of a tile that still waits replace what it waited for; the report comes when the last one is painted.
    QSignalSpy painted(&view, &BoardView::painted);
    BoardUpdate sampled = updated(8);
    sampled.traces << Trace();
    model.apply(sampled);
    QCOMPARE(painted.count(), 0);
    QTRY_COMPARE(shown(8), spec.tiles.size());
    QTRY_COMPARE(painted.count(), 1);
}

void TestDashboard::proposedTilesFoldAndDoNotOverlap()
{
    const QList<TileSpec> tiles = proposedTiles();
    QVERIFY(tiles.size() >= 4);
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        QVERIFY2(Engine::problemsOf(tiles[i]).isEmpty(), qPrintable(tiles[i].title));
        QVERIFY(QRect(0, 0, 24, 1'000).contains(tiles[i].grid));
        for (qsizetype k = 0; k < i; ++k)
            QVERIFY(!tiles[i].grid.intersects(tiles[k].grid));
    }
}

void TestDashboard::numbersOfARowShareTheirSize()
{
    const TestClock clock;
    DashboardModel model(clock);
    const BoardSpec spec = board();
    model.setBoard(spec);
    BoardUpdate first = update(spec);
    first.tiles[0].value.emplace(qint64(123'456'789'012));
    model.apply(first);
    BoardView view(model, Theme());
    view.resize(1416, 902);
    view.show();
    const auto *long_ = qobject_cast<KpiTile *>(view.tile(u"k0"_s));
    const auto *short_ = qobject_cast<KpiTile *>(view.tile(u"k1"_s));
    QVERIFY(long_->ownStep() < short_->ownStep());
    QCOMPARE(short_->step(), long_->step());
}

void TestDashboard::aNumberThatComesLateJoinsItsRow()
{
    const TestClock clock;
    DashboardModel model(clock);
    const BoardSpec spec = board();
    model.setBoard(spec);
    BoardView view(model, Theme());
    view.resize(1416, 902);
    view.show();
    BoardUpdate first = update(spec);
    first.tiles[0].value.emplace(qint64(123'456'789'012));
    BoardUpdate late = first;
    late.tiles = {first.tiles.takeAt(1)};
    model.apply(first);
    const auto *early = qobject_cast<KpiTile *>(view.tile(u"k0"_s));
    auto *joining = qobject_cast<KpiTile *>(view.tile(u"k1"_s));
    QTRY_VERIFY(early->snapshot().value);
    joining->setStepLimit(0); // as it is before any number of its row was known
    model.apply(late);
    QTRY_VERIFY(joining->snapshot().value);
    QCOMPARE(joining->step(), early->step());
}

void TestDashboard::removedTilesGo()
{
    const TestClock clock;
    DashboardModel model(clock);
    BoardSpec spec = board();
    model.setBoard(spec);
    BoardView view(model, Theme());
    view.resize(1416, 902);
    view.show();
    QCOMPARE(view.findChildren<Tile *>().size(), 7);
    spec.tiles.removeFirst();
    spec.tiles.first().kind = TileKind::Bar;
    model.setBoard(spec);
    QVERIFY(!view.tile(u"k0"_s));
    QTRY_COMPARE(view.findChildren<Tile *>().size(), 6);
    QVERIFY(!qobject_cast<KpiTile *>(view.tile(u"k1"_s)));
}

void TestDashboard::rendersWithoutAWindow_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << u".png"_s << QByteArray("\x89PNG");
    QTest::newRow("pdf") << u".pdf"_s << QByteArray("%PDF-");
    QTest::newRow("svg") << u".svg"_s << QByteArray("<?xml");
}

void TestDashboard::rendersWithoutAWindow()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, start);
    QTemporaryDir dir;
    BoardPicture picture;
    picture.board = board();
    const BoardUpdate all = update(picture.board);
    for (const TileSnapshot &snapshot : all.tiles)
        picture.snapshots.insert(snapshot.tileId, snapshot);
    picture.context = samples::context();
    const QString name = dir.filePath(u"board"_s + ending);
    const Status written = renderBoardTo(name, picture, 2);
    QVERIFY(written.ok());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5).startsWith(start));
    if (ending == u".png"_s)
        QCOMPARE(QImage(name).size(), picture.size * 2);
    QVERIFY(!renderBoardTo(dir.filePath(u"board.gif"_s), picture).ok());
    QVERIFY(!renderBoardTo(dir.filePath(u"missing/board"_s + ending), picture).ok());
}

void TestDashboard::aPictureCutsNothingOff()
{
    BoardPicture picture;
    picture.board = board();
    picture.size = {1416, 902};
    QCOMPARE(boardScale(picture), 1.0);
    for (const QSize size : {QSize(1416, 902), QSize(1416, 200), QSize(500, 400), QSize(300, 3000)}) {
        for (const int rows : {60, 600}) {
            picture.size = size;
            picture.board = board();
            picture.board.tiles.last().grid = QRect(0, rows, 24, 6); // far below what fits
            QVERIFY(boardScale(picture) < 1 || size.height() == 3000);
            const QImage image = renderBoard(picture);
            const QRgb canvas = picture.theme.colour(Colour::Canvas).rgb();
            const int from = size.height() - std::max(size.height() * 6 / rows, 8);
            bool drawn = false;
            for (int y = from; y < size.height() && !drawn; ++y)
                drawn = image.pixelColor(size.width() / 4, y).rgb() != canvas;
            QVERIFY2(drawn || boardScale(picture) == 1.0, qPrintable(QString::number(boardScale(picture))));
        }
    }
    // Nobody listens for a picture.
    TileContext context;
    context.nowUs = 1'700'000'000'000'000;
    context.journal.writable = context.listener.listening = context.stored = true;
    const TileSnapshot none;
    const TileSpec &spec = picture.board.tiles.first();
    const TileCondition condition = tileState(spec, none, context);
    QCOMPARE(condition.state, TileState::Waiting);
    const TileFooter footer = tileFooter({spec, none, context, condition, QLocale::c()});
    QCOMPARE(footer.left, u"No event so far"_s);
    QVERIFY(!footer.brief.contains("isten"_L1));
}

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
