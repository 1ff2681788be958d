// preview DIR: draws boards of every tile kind and state, light and dark, 1x and 2x, English and German, into PNG files
// to look at. Not a test; not installed.
#include "tests/support/manualclock.h"
#include "tests/support/tilesamples.h"
#include "ui/dashboard/boardrender.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/style/themecontroller.h"

#include <QtCore/QDir>
#include <QtWidgets/QApplication>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

BoardPicture picture(const Theme &theme, const QLocale &locale, QSize size)
{
    BoardPicture one;
    one.board.id = u"demo"_s;
    one.theme = theme;
    one.locale = locale;
    one.size = size;
    one.context = samples::context();
    return one;
}

void add(BoardPicture &picture, const TileSpec &spec, TileSnapshot snapshot)
{
    snapshot.tileId = spec.id;
    picture.board.tiles << spec;
    picture.snapshots.insert(spec.id, snapshot);
}

BoardPicture shop(const Theme &theme, const QLocale &locale, QSize size)
{
    BoardPicture board = picture(theme, locale, size);
    TileSpec revenue = samples::kpiSpec();
    add(board, revenue, samples::kpi(revenue));
    TileSpec orders = samples::kpiSpec(u"orders-paid"_s, {5, 0, 5, 4});
    orders.title = u"Orders paid"_s;
    orders.format = {};
    add(board, orders, samples::kpi(orders, Scalar(qint64(1284)), 1213));
    TileSpec failed = samples::kpiSpec(u"failed"_s, {10, 0, 5, 4});
    failed.title = u"Failed payments"_s;
    failed.subtitle.clear();
    failed.format.style = NumberFormat::Style::Percent;
    failed.lowerIsBetter = true;
    failed.thresholds = {{0.015, Threshold::Severity::Warn, {}}};
    add(board, failed, samples::kpi(failed, Scalar(0.019), 0.013));
    TileSpec tickets = samples::kpiSpec(u"tickets"_s, {15, 0, 5, 4});
    tickets.title = u"Open tickets"_s;
    tickets.format = {};
    TileSnapshot stale = samples::kpi(tickets, Scalar(qint64(37)), 41);
    stale.lastEventUs = samples::now() - 14 * kMinuteUs;
    add(board, tickets, stale);
    TileSpec latency = samples::kpiSpec(u"latency"_s, {20, 0, 4, 4});
    latency.title = u"Checkout p95"_s;
    latency.subtitle = u"last 10 min"_s;
    latency.format = {};
    latency.format.unit = u"ms"_s;
    add(board, latency, samples::kpi(latency, Scalar(qint64(412)), 398));
    const TileSpec chart = samples::chartSpec();
    add(board, chart, samples::chart(chart));
    TileSpec single = samples::chartSpec(u"single"_s, {13, 4, 11, 10});
    single.title = u"Checkout duration"_s;
    single.subtitle = u"p95 per 15 min"_s;
    single.format = {};
    single.format.unit = u"ms"_s;
    single.bindings.first().aggregation = Aggregation::P95;
    TileSnapshot one = samples::chart(single, 96, 1, false);
    for (Point &point : one.series.first().points)
        point.value = 380 + point.value / 20;
    add(board, single, one);
    const TileSpec bars = samples::barSpec();
    add(board, bars, samples::bars(bars));
    TileSpec waiting = samples::chartSpec(u"waiting"_s, {6, 14, 5, 8});
    waiting.title = u"Refunds"_s;
    waiting.subtitle.clear();
    add(board, waiting, {});
    const TileSpec table = samples::tableSpec();
    add(board, table, samples::table(table));
    const TileSpec feed = samples::feedSpec();
    add(board, feed, samples::feed(feed));
    return board;
}

// What a picture leaves out: buttons, hover, focus.
QImage grabView(const BoardPicture &source, const QString &crosshairTile = {})
{
    const ManualClock clock(samples::now());
    DashboardModel model(clock);
    model.setBoard(source.board);
    BoardUpdate update{source.board.id, source.snapshots.values(), {}, 0};
    Health health;
    health.listener = source.context.listener;
    health.journal = source.context.journal;
    model.setHealth(health);
    model.apply(update);
    model.setPaused(source.context.paused);
    BoardView view(model, source.theme);
    view.setLocale(source.locale);
    view.setAddressOf([](const QString &name) { return u"http://127.0.0.1:8765/hooks/"_s + name; });
    view.resize(source.size);
    view.show();
    if (auto *chart = qobject_cast<TimeSeriesTile *>(view.tile(crosshairTile)))
        chart->setCrosshair(samples::now() - 5 * kHourUs, true);
    QCoreApplication::processEvents();
    return view.grab().toImage();
}

void statePictures(const QDir &dir, ThemeController &themes)
{
    const QList<TileState> states{TileState::Waiting,   TileState::NoData,     TileState::Live,   TileState::Stale,
                                  TileState::Offline,   TileState::Paused,     TileState::Error,  TileState::Partial,
                                  TileState::Simulated, TileState::Unverified, TileState::TooMany};
    const QString scheme = themes.theme().isDark() ? u"dark"_s : u"light"_s;
    for (TileState state : states) {
        BoardPicture board = picture(themes.theme(), QLocale(QLocale::English), {1200, 330});
        TileContext context = samples::context();
        const auto put = [&](TileSpec spec, TileSnapshot snapshot) {
            spec.subtitle.clear();
            samples::enterState(state, snapshot, context);
            add(board, spec, snapshot);
        };
        TileSpec kpi = samples::kpiSpec(u"k"_s, {0, 0, 3, 4});
        kpi.title = u"Sales"_s;
        put(kpi, samples::kpi(kpi));
        TileSpec chart = samples::chartSpec(u"c"_s, {3, 0, 6, 4});
        chart.title = u"Sales per 5 min"_s;
        put(chart, samples::chart(chart, 96, 1, false));
        TileSpec many = samples::chartSpec(u"m"_s, {9, 0, 8, 4});
        put(many, samples::chart(many));
        const TileSpec table = samples::tableSpec(u"t"_s, {17, 0, 7, 8});
        put(table, samples::table(table));
        const TileSpec bars = samples::barSpec(u"b"_s, {0, 4, 6, 4});
        put(bars, samples::bars(bars));
        const TileSpec feed = samples::feedSpec(u"f"_s, {6, 4, 11, 4});
        put(feed, samples::feed(feed));
        board.context = context;
        grabView(board).save(
            dir.filePath(u"state-%1-%2.png"_s.arg(stateWord(state).isEmpty() ? u"Live"_s : stateWord(state), scheme)));
    }
}

// Every way to draw a series, and bars that stand.
BoardPicture charts(const Theme &theme, const QLocale &locale)
{
    using Draw = SeriesOptions::Draw;
    using Stack = SeriesOptions::Stack;
    using Legend = SeriesOptions::Legend;
    BoardPicture board = picture(theme, locale, {1800, 1300});
    int place = 0;
    const auto chart = [&](const QString &title, int groups, int points, const SeriesOptions &options) {
        TileSpec spec = samples::chartSpec(title, {8 * (place % 3), 8 * (place / 3), 8, 8});
        ++place;
        spec.title = title;
        spec.options.series = options;
        return std::pair{spec, samples::chart(spec, points, groups)};
    };
    const auto put = [&](const QString &title, int groups, int points, Draw draw, Stack stack, Legend legend) {
        SeriesOptions options;
        options.draw = draw;
        options.stack = stack;
        options.legend = legend;
        const auto [spec, snapshot] = chart(title, groups, points, options);
        add(board, spec, snapshot);
    };
    SeriesOptions noted;
    noted.lines = {{600, u"Target"_s}, {900, {}}};
    auto [spec, snapshot] = chart(u"Line, marks and references"_s, 2, 96, noted);
    snapshot.marks = {{samples::now() - 7 * kHourUs, u"Deploy v412"_s, 1},
                      {samples::now() - 6 * kHourUs, u"Deploy v412.1 with a long name"_s, 2},
                      {samples::now() - 20 * kMinuteUs, u"Deploy v413"_s, 3}};
    snapshot.gaps.prepend({snapshot.windowFromUs, snapshot.windowFromUs + 2 * kHourUs});
    add(board, spec, snapshot);
    put(u"Step, right legend"_s, 3, 24, Draw::Step, Stack::None, Legend::Right);
    put(u"Area"_s, 2, 96, Draw::Area, Stack::None, Legend::Bottom);
    put(u"Stacked area, table"_s, 5, 96, Draw::Area, Stack::Normal, Legend::Table);
    put(u"Percent"_s, 5, 48, Draw::Area, Stack::Percent, Legend::Bottom);
    put(u"Stacked steps"_s, 4, 24, Draw::Step, Stack::Normal, Legend::Bottom);
    put(u"Points"_s, 3, 48, Draw::Points, Stack::None, Legend::Bottom);
    put(u"Stems"_s, 1, 48, Draw::Stem, Stack::None, Legend::Bottom);
    put(u"Stacked columns"_s, 5, 24, Draw::Stem, Stack::Normal, Legend::Bottom);
    SeriesOptions log;
    log.logarithmic = true;
    const auto [logSpec, logSnapshot] = chart(u"Log"_s, 4, 96, log);
    add(board, logSpec, logSnapshot);
    TileSpec bars = samples::barSpec(u"columns"_s, {8, 24, 8, 8});
    bars.options.bar.vertical = true;
    add(board, bars, samples::bars(bars));
    SeriesOptions right;
    right.rightAxis = {1};
    place = 11;
    auto [rightSpec, rightSnapshot] = chart(u"Right axis"_s, 2, 96, right);
    rightSpec.bindings << rightSpec.bindings.first();
    for (qsizetype i = 0; i < 2; ++i)
        rightSnapshot.series[i].key = QString::number(i) + u'/';
    for (Point &point : rightSnapshot.series[1].points)
        point.value *= 40;
    add(board, rightSpec, rightSnapshot);
    return board;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ThemeController themes(app);
    const QDir dir(app.arguments().value(1, u"."_s));
    dir.mkpath(u"."_s);
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale german(QLocale::German, QLocale::Germany);
    for (auto choice : {ThemeController::Choice::Light, ThemeController::Choice::Dark}) {
        themes.setChoice(choice);
        const QString scheme = ThemeController::choiceText(choice);
        const Theme &theme = themes.theme();
        grabView(shop(theme, english, {1416, 902}), u"country"_s).save(dir.filePath(u"board-%1.png"_s.arg(scheme)));
        renderBoard(shop(theme, german, {1416, 902}), 2).save(dir.filePath(u"board-%1-2x-de.png"_s.arg(scheme)));
        grabView(shop(theme, english, {952, 602})).save(dir.filePath(u"board-%1-small.png"_s.arg(scheme)));
        grabView(shop(theme, english, {2376, 1340})).save(dir.filePath(u"board-%1-large.png"_s.arg(scheme)));
        statePictures(dir, themes);
        grabView(charts(theme, english), u"Stacked area, table"_s).save(dir.filePath(u"charts-%1.png"_s.arg(scheme)));
        renderBoard(charts(theme, german), 2).save(dir.filePath(u"charts-%1-2x-de.png"_s.arg(scheme)));
    }
    themes.setChoice(ThemeController::Choice::Light);
    for (const char *ending : {"svg", "pdf"}) {
        if (!renderBoardTo(dir.filePath(u"board."_s + QLatin1StringView(ending)),
                           shop(themes.theme(), english, {1416, 902})))
            return 1;
    }
    grabView(picture(themes.theme(), english, {1000, 600})).save(dir.filePath(u"board-empty.png"_s));
    return 0;
}
