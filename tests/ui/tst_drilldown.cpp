// From a number to the events behind it: a click on each kind of part, the list that opens, the field that is marked,
// the export of those events, and the explanation.
#include "core/aggregate/boardfold.h"
#include "core/aggregate/origintest.h"
#include "tests/support/journalfixture.h"
#include "tests/support/tilesamples.h"
#include "ui/dashboard/explaindialog.h"
#include "ui/dashboard/tileorigin.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/bartile.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/dashboard/tiles/timeseriestile.h"
#include "ui/events/eventexport.h"
#include "ui/events/eventspage.h"
#include "ui/events/payloadmodel.h"
#include "ui/events/usedfields.h"
#include "ui/style/themecontroller.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeView>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(hookboard::EventOrigin)

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

std::unique_ptr<Tile> shown(const TileSpec &spec, const TileSnapshot &snapshot, QSize size = {640, 320})
{
    auto tile = std::unique_ptr<Tile>(makeTile(spec, Theme(), nullptr));
    tile->setLocale(kEnglish);
    tile->resize(size);
    tile->setContext(samples::context());
    tile->setSnapshot(snapshot);
    tile->show();
    return tile;
}

EventOrigin asked(const QSignalSpy &spy)
{
    return spy.isEmpty() ? EventOrigin() : spy.last().first().value<EventOrigin>();
}

// The journal as the window reaches it, without its threads.
EventFetch fetchOf(JournalFixture &journal)
{
    EventFetch fetch;
    fetch.events = [&journal](const EventQuery &query, QObject *, const EventFetch::Events &done, std::stop_token) {
        auto reader = journal.reader();
        if (query.origin) {
            auto test = OriginTest::compile(*query.origin);
            if (!test) {
                done(test.error());
                return;
            }
            auto shared = std::make_shared<OriginTest>(std::move(test).value());
            reader->keepOnly([shared](const StoredEvent &event) { return shared->matches(event); });
        }
        done(reader->eventPage(query));
    };
    fetch.quarantine = [](const EventQuery &, QObject *, const EventFetch::Quarantine &done, std::stop_token) {
        done(QuarantinePage());
    };
    return fetch;
}

// How many events the list has once it is asked for what is behind a part of a tile.
int rowsOf(EventsPage &page, const NamedOrigin &origin)
{
    EventFilter filter;
    filter.origin = origin.events;
    filter.originWords = origin.words;
    page.showOnly(filter);
    return page.feed().model().rowCount();
}

Binding amounts()
{
    Binding binding;
    binding.aggregation = Aggregation::Sum;
    binding.value = u"$.data.amount"_s;
    binding.groupBy = u"$.country"_s;
    binding.window.lengthUs = kHourUs;
    binding.bucketUs = kMinuteUs;
    return binding;
}

} // namespace

class TestDrillDown : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aNumberLeadsToItsWindow();
    void aPointLeadsToItsBucketAndGroup();
    void aBarLeadsToItsGroup();
    void theRestLeadsToAllOtherGroups();
    void severalBindingsKeepApart();
    void everyKindLeadsThereByAClick();
    void partsOfEveryKindHoldTheirEvents();
    void aDragOrTheHeaderLeadsNowhere();
    void theMenuLeadsThereToo();
    void theListHoldsExactlyTheseEvents();
    void theRestrictionCanBeTakenAway();
    void theUsedFieldIsMarked();
    void usedFieldsOfPaths_data();
    void usedFieldsOfPaths();
    void eventsAreExportedAsLines();
    void anExportThatFailsSaysSo();
    void explanationTellsStepsAndBounds();
    void explanationLeadsToSkippedEvents();
};

void TestDrillDown::initTestCase()
{
    qRegisterMetaType<EventOrigin>("hookboard::EventOrigin");
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestDrillDown::aNumberLeadsToItsWindow()
{
    const TileSpec spec = samples::kpiSpec();
    const TileSnapshot snapshot = samples::kpi(spec);
    const auto tile = shown(spec, snapshot, {260, 150});
    QSignalSpy spy(tile.get(), &Tile::originRequested);
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, {40, 60});
    QCOMPARE(spy.count(), 1);
    QCOMPARE(asked(spy).binding, spec.bindings.first());
    QCOMPARE(asked(spy).fromUs, snapshot.windowFromUs);
    QCOMPARE(asked(spy).toUs, snapshot.windowToUs);
    QVERIFY(!asked(spy).group);
    QVERIFY(spy.last().at(1).toString().startsWith(u"Revenue"_s));
    QTest::keyClick(tile.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(spy.count(), 2);
}

void TestDrillDown::aPointLeadsToItsBucketAndGroup()
{
    const TileSpec spec = samples::chartSpec();
    const TileSnapshot snapshot = samples::chart(spec, 96, 4, false);
    const auto tile = shown(spec, snapshot, {900, 400});
    auto *chart = qobject_cast<TimeSeriesTile *>(tile.get());
    QSignalSpy spy(tile.get(), &Tile::originRequested);
    const Point &point = snapshot.series[1].points[60];
    const ChartGeometry geometry = chart->chart();
    const QPoint place(int(geometry.x(bucketMiddle(point.timeUs, snapshot.bucketUs))), int(geometry.y(point.value)));
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, place);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(asked(spy).fromUs, point.timeUs);
    QCOMPARE(asked(spy).toUs, point.timeUs + snapshot.bucketUs);
    QCOMPARE(asked(spy).group, std::optional(u"France"_s));
    // Clear of all lines: all that was counted in that bucket.
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, QPoint(place.x(), int(geometry.plot.top()) + 2));
    QCOMPARE(spy.count(), 2);
    QVERIFY(!asked(spy).group);
    // By keys, at the crosshair.
    QTest::keyClick(tile.get(), Qt::Key_Left);
    QTest::keyClick(tile.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(spy.count(), 3);
    QCOMPARE(asked(spy).fromUs, chart->crosshair());
}

void TestDrillDown::aBarLeadsToItsGroup()
{
    TileSpec spec = samples::barSpec();
    for (const bool vertical : {false, true}) {
        spec.options.bar.vertical = vertical;
        spec.options.bar.sort = BarOptions::Sort::Name;
        const auto tile = shown(spec, samples::bars(spec), {700, 300});
        const auto *bars = qobject_cast<BarTile *>(tile.get());
        const QString first = tile->snapshot().series[bars->order().first()].key;
        QCOMPARE(first, u"card_velocity_exceeded"_s); // by name
        QSignalSpy spy(tile.get(), &Tile::originRequested);
        QTest::mouseClick(tile.get(), Qt::LeftButton, {}, {30, 50});
        QCOMPARE(asked(spy).group, std::optional(first));
    }
}

void TestDrillDown::theRestLeadsToAllOtherGroups()
{
    const TileSpec spec = samples::barSpec();
    const auto tile = shown(spec, samples::bars(spec), {500, 300});
    const auto origin = originOfSeries(tile->facts(), tile->snapshot().series.last());
    QVERIFY(origin && !origin->events.group);
    QCOMPARE(origin->events.otherThan.size(), 6);
    QVERIFY(origin->events.otherThan.contains(u"do_not_honor"_s));
}

void TestDrillDown::severalBindingsKeepApart()
{
    TileSpec spec = samples::chartSpec();
    Binding second = spec.bindings.first();
    second.value = u"$.fee"_s;
    spec.bindings << second;
    TileSnapshot snapshot = samples::chart(spec, 24, 2, false);
    snapshot.series[0].key = u"0/A/B"_s;
    snapshot.series[1].key = u"1/C"_s;
    const auto tile = shown(spec, snapshot);
    const auto first = originOfSeries(tile->facts(), snapshot.series[0]);
    const auto other = originOfSeries(tile->facts(), snapshot.series[1]);
    QCOMPARE(first->events.group, std::optional(u"A/B"_s));
    QCOMPARE(first->events.binding.value, u"$.amount"_s);
    QCOMPARE(other->events.binding.value, u"$.fee"_s);
}

void TestDrillDown::everyKindLeadsThereByAClick()
{
    const auto click = [](const TileSpec &spec, const TileSnapshot &snapshot, QPoint place) {
        const auto tile = shown(spec, snapshot, {600, 320});
        QSignalSpy spy(tile.get(), &Tile::originRequested);
        QTest::mouseClick(tile.get(), Qt::LeftButton, {}, place);
        return asked(spy);
    };
    const TileSpec gauge = samples::gaugeSpec();
    const TileSnapshot gaugeNow = samples::gauge(gauge);
    QCOMPARE(click(gauge, gaugeNow, {300, 160}).toUs, gaugeNow.windowToUs);

    // The largest slice begins at twelve o'clock; the ring is left of its legend.
    const TileSpec donut = samples::donutSpec();
    const TileSnapshot donutNow = samples::donut(donut);
    QStringList groups;
    for (int x = 0; x < 600; x += 4)
        groups << click(donut, donutNow, {x, 160}).group.value_or(QString());
    groups.removeDuplicates();
    QVERIFY2(groups.contains(u"Card"_s) && groups.contains(u"PayPal"_s), qPrintable(groups.join(u' ')));

    const TileSpec histogram = samples::histogramSpec();
    const TileSnapshot histogramNow = samples::histogram(histogram, true);
    QSet<double> froms;
    bool open = false;
    for (int x = 0; x < 600; x += 4) {
        const EventOrigin origin = click(histogram, histogramNow, {x, 200});
        if (origin.valueFrom)
            froms.insert(*origin.valueFrom);
        open = open || (origin.valueFrom && !origin.valueTo);
        QVERIFY(!origin.valueFrom || !origin.valueTo || *origin.valueTo - *origin.valueFrom == 200);
    }
    QCOMPARE(froms.size(), histogramNow.bins.size() - 1); // the first has no lower bound
    QVERIFY(open);

    TileSpec states = samples::statesSpec();
    states.options.states.view = StatesOptions::View::Timeline;
    const TileSnapshot statesNow = samples::states(states);
    const EventOrigin name = click(states, statesNow, {20, 50});
    QCOMPARE(name.group, std::optional(u"Catalogue sync"_s));
    QCOMPARE(name.fromUs, statesNow.windowFromUs);
    const EventOrigin span = click(states, statesNow, {580, 50});
    QCOMPARE(span.group, std::optional(u"Catalogue sync"_s));
    QCOMPARE(span.fromUs, statesNow.lanes.first().spans.last().fromUs);
}

void TestDrillDown::partsOfEveryKindHoldTheirEvents()
{
    JournalFixture journal;
    journal.open();
    for (int i = 0; i < 60; ++i) {
        const QByteArray number = QByteArray::number(i);
        journal.store(number, "{\"country\":\"" + QByteArray(i % 4 == 0 ? "DE" : "FR") + "\",\"state\":\"" +
                                  (i % 20 < 14 ? "up" : "down") + "\",\"data\":{\"amount\":" +
                                  QByteArray::number(i * i) + "}}");
        journal.clock.live(15 * kSecondUs);
    }
    BoardSpec board;
    board.id = u"b"_s;
    TileSpec histogram = samples::histogramSpec();
    histogram.bindings = {amounts()};
    histogram.bindings.first().groupBy.clear();
    TileSpec donut = samples::donutSpec();
    donut.bindings = {amounts()};
    TileSpec states = samples::statesSpec();
    states.bindings = {amounts()};
    states.bindings.first().value = u"$.state"_s;
    board.tiles = {histogram, donut, states};
    BoardFold fold(board);
    for (const StoredEvent &event : journal.all())
        fold.fold(event);
    const QList<TileSnapshot> snapshots = fold.snapshots(journal.clock.nowUs(), true);
    QCOMPARE(snapshots.size(), 3);

    EventsPage page(fetchOf(journal), [](const QString &name) { return name; });
    page.resize(1200, 700);
    page.show();
    const auto listed = [&page](const NamedOrigin &origin) { return rowsOf(page, origin); };
    const auto bars = shown(histogram, snapshots[0]);
    int sum = 0;
    for (const Bin &bin : snapshots[0].bins) {
        const bool last = bin == snapshots[0].bins.last();
        const int held =
            listed(*originOfBin(bars->facts(), bin.from, last ? std::nullopt : std::optional(bin.to), u"bin"_s));
        QCOMPARE(held, int(bin.count));
        sum += held;
    }
    QCOMPARE(sum, 60);
    const auto ring = shown(donut, snapshots[1]);
    QCOMPARE(listed(*originOfSeries(ring->facts(), snapshots[1].series[0])) +
                 listed(*originOfSeries(ring->facts(), snapshots[1].series[1])),
             60);
    const auto lanes = shown(states, snapshots[2]);
    QCOMPARE(snapshots[2].lanes.size(), 2);
    sum = 0;
    for (const Lane &lane : snapshots[2].lanes) {
        for (const Lane::Span &span : lane.spans)
            sum += listed(*originOfLane(lanes->facts(), lane, &span));
    }
    QCOMPARE(sum, 60); // the spans of a lane follow on one another: each event belongs to one
}

void TestDrillDown::aDragOrTheHeaderLeadsNowhere()
{
    const TileSpec spec = samples::kpiSpec();
    const auto tile = shown(spec, samples::kpi(spec), {260, 150});
    QSignalSpy spy(tile.get(), &Tile::originRequested);
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, {40, 12});
    QTest::mousePress(tile.get(), Qt::LeftButton, {}, {40, 60});
    QTest::mouseRelease(tile.get(), Qt::LeftButton, {}, {140, 90});
    QTest::mouseClick(tile.get(), Qt::RightButton, {}, {40, 60});
    QCOMPARE(spy.count(), 0);
    tile->setSnapshot({});
    QTest::mouseClick(tile.get(), Qt::LeftButton, {}, {40, 60});
    QCOMPARE(spy.count(), 0);
}

void TestDrillDown::theMenuLeadsThereToo()
{
    const TileSpec spec = samples::kpiSpec();
    const auto tile = shown(spec, samples::kpi(spec));
    QSignalSpy spy(tile.get(), &Tile::originRequested);
    const std::unique_ptr<QMenu> menu(tile->createMenu(nullptr));
    auto *events = menu->findChild<QAction *>(u"showEvents"_s);
    QVERIFY(events && events->isEnabled());
    events->trigger();
    QCOMPARE(spy.count(), 1);
    tile->setSnapshot({});
    const std::unique_ptr<QMenu> empty(tile->createMenu(nullptr));
    QVERIFY(!empty->findChild<QAction *>(u"showEvents"_s)->isEnabled());
}

// A journal, a board folded from it, a click on a point, and the rows that are listed then.
void TestDrillDown::theListHoldsExactlyTheseEvents()
{
    JournalFixture journal;
    journal.open();
    for (int i = 0; i < 40; ++i) {
        const QByteArray country = i % 3 == 0 ? "DE" : "FR";
        journal.store(QByteArray::number(i),
                      "{\"country\":\"" + country + "\",\"data\":{\"amount\":" + QByteArray::number(i) + "}}");
        journal.clock.live(15 * kSecondUs);
    }
    TileSpec spec = samples::chartSpec();
    spec.bindings = {amounts()};
    BoardSpec board;
    board.id = u"b"_s;
    board.tiles = {spec};
    BoardFold fold(board);
    for (const StoredEvent &event : journal.all())
        fold.fold(event);
    const TileSnapshot snapshot = fold.snapshots(journal.clock.nowUs(), true).first();
    QCOMPARE(snapshot.matched, 40U);
    const auto tile = shown(spec, snapshot);

    EventsPage page(fetchOf(journal), [](const QString &name) { return name; });
    page.resize(1200, 700);
    page.show();
    const auto listed = [&page](const NamedOrigin &origin) { return rowsOf(page, origin); };
    QCOMPARE(listed(*originOfWindow(tile->facts())), 40);
    int sum = 0;
    for (const Series &series : snapshot.series) {
        const int ofGroup = listed(*originOfSeries(tile->facts(), series));
        QCOMPARE(ofGroup, series.key == u"DE"_s ? 14 : 26);
        for (const Point &point : series.points)
            sum += listed(*originOfBucket(tile->facts(), point.timeUs, &series));
    }
    QCOMPARE(sum, 40); // each event belongs to exactly one point
}

void TestDrillDown::theRestrictionCanBeTakenAway()
{
    JournalFixture journal;
    journal.open();
    for (int i = 0; i < 6; ++i)
        journal.store(QByteArray::number(i), i < 2 ? "{\"country\":\"DE\",\"data\":{\"amount\":1}}" : "{}");
    EventsPage page(fetchOf(journal), [](const QString &name) { return name; });
    page.resize(1200, 700);
    page.show();
    EventFilter filter;
    EventOrigin origin;
    origin.kind = TileKind::Kpi;
    origin.binding = amounts();
    origin.fromUs = 0;
    origin.toUs = journal.clock.nowUs() + kHourUs;
    filter.origin = origin;
    filter.originWords = u"<b>Revenue</b> & more\nthan \u202E that"_s;
    page.showOnly(filter);
    QCOMPARE(page.feed().model().rowCount(), 2);
    auto *chip = page.findChild<QPushButton *>(u"eventOrigin"_s);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains(u"<b>Revenue</b> && more"_s));
    QVERIFY(!chip->text().contains(u'\n'));
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!chip->isVisible());
    QCOMPARE(page.feed().model().rowCount(), 6);
    origin.skipped = true;
    filter.origin = origin;
    page.showOnly(filter);
    QCOMPARE(page.feed().model().rowCount(), 4);
}

void TestDrillDown::theUsedFieldIsMarked()
{
    JournalFixture journal;
    journal.open();
    journal.store("1", "{\"id\":7,\"country\":\"DE\",\"data\":{\"fee\":2,\"amount\":12}}");
    EventsPage page(fetchOf(journal), [](const QString &name) { return name; });
    page.resize(1200, 700);
    page.show();
    EventFilter filter;
    filter.origin =
        EventOrigin{TileKind::TimeSeries, amounts(), 0, journal.clock.nowUs() + kHourUs, {}, false, {}, false};
    page.showOnly(filter);
    page.findChild<QTableView *>(u"eventTable"_s)->selectRow(0);
    auto *tree = page.findChild<QTreeView *>(u"payloadTree"_s);
    QStringList marked;
    const QAbstractItemModel *model = tree->model();
    const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            if (index.data(PayloadModel::kUsedRole).toBool())
                marked << index.data(Qt::AccessibleTextRole).toString();
            walk(index);
        }
    };
    walk({});
    QCOMPARE(marked, (QStringList{u"country \"DE\", used by the tile"_s, u"amount 12, used by the tile"_s}));
    page.grab();
    page.showOnly({});
    page.findChild<QTableView *>(u"eventTable"_s)->selectRow(0);
    marked.clear();
    walk({});
    QVERIFY(marked.isEmpty());
}

void TestDrillDown::usedFieldsOfPaths_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("each");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("member") << u"$.a"_s << QString() << QStringList{u"a"_s};
    QTest::newRow("nested") << u"$.o.x"_s << QString() << QStringList{u"x"_s};
    QTest::newRow("quoted") << u"$['o'][\"x\"]"_s << QString() << QStringList{u"x"_s};
    QTest::newRow("item") << u"$.l[1].v"_s << QString() << QStringList{u"v"_s};
    QTest::newRow("last item") << u"$.l[-1].v"_s << QString() << QStringList{u"v"_s};
    QTest::newRow("every item") << u"$.l[*].v"_s << QString() << QStringList{u"v"_s, u"v"_s};
    QTest::newRow("template") << u"{$.a} {$.o.x}"_s << QString() << QStringList{u"a"_s, u"x"_s};
    QTest::newRow("expression") << u"= {$.a} * {$.o.x}"_s << QString() << QStringList{u"a"_s, u"x"_s};
    QTest::newRow("of each") << u"@.v"_s << u"$.l[*]"_s << QStringList{u"v"_s, u"v"_s};
    QTest::newRow("not there") << u"$.nothing.here"_s << QString() << QStringList();
    QTest::newRow("a filter is not followed") << u"$.l[?@.v > 1].v"_s << QString() << QStringList();
    QTest::newRow("descendants are not followed") << u"$..v"_s << QString() << QStringList();
    QTest::newRow("broken") << u"$.l["_s << QString() << QStringList();
    QTest::newRow("header") << u"header:x"_s << QString() << QStringList();
    QTest::newRow("open brace") << u"{$.a"_s << QString() << QStringList();
    QTest::newRow("whole") << u"$"_s << QString() << QStringList();
}

void TestDrillDown::usedFieldsOfPaths()
{
    QFETCH(QString, value);
    QFETCH(QString, each);
    QFETCH(QStringList, keys);
    const JsonOutline outline = readJsonOutline(R"({"a":1,"o":{"x":2},"l":[{"v":1},{"v":2}]})");
    Binding binding;
    binding.value = value;
    binding.each = each;
    QStringList found;
    QList<int> nodes = usedNodes(outline, binding).values();
    std::sort(nodes.begin(), nodes.end());
    for (const int node : nodes)
        found << outline.nodes[node].key;
    QCOMPARE(found, keys);
    QVERIFY(usedNodes(JsonOutline(), binding).isEmpty());
}

void TestDrillDown::eventsAreExportedAsLines()
{
    JournalFixture journal;
    journal.open();
    journal.store("1", "{\n  \"country\": \"DE\",\r\n  \"data\": {\"amount\": 12345678901234567890.12}\n}");
    journal.store("2", "not json \xff\n");
    for (int i = 3; i <= 100; ++i)
        journal.store(QByteArray::number(i), "{\"data\":{\"amount\":1}}");
    const QString name = journal.dir.filePath(u"out.ndjson"_s);
    EventExport job(fetchOf(journal), {}, name);
    QSignalSpy finished(&job, &EventExport::finished);
    QList<bool> outcomes;
    connect(&job, &EventExport::finished, this, [&](const Status &outcome) { outcomes << outcome.ok(); });
    job.start();
    QTRY_COMPARE(outcomes, QList<bool>{true});
    QCOMPARE(job.written(), 100U);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 101); // the last one is ended too
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(first.value(u"deliveryId"_s).toString(), u"1"_s);
    QVERIFY(lines[0].contains("12345678901234567890.12")); // no digit is lost
    QCOMPARE(first.value(u"payload"_s).toObject().value(u"country"_s).toString(), u"DE"_s);
    const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
    QVERIFY(!second.contains(u"payload"_s));
    QCOMPARE(QByteArray::fromBase64(second.value(u"body"_s).toString().toLatin1()), QByteArray("not json \xff\n"));
    QCOMPARE(QJsonDocument::fromJson(lines[99]).object().value(u"seq"_s).toInteger(), 100);
}

void TestDrillDown::anExportThatFailsSaysSo()
{
    JournalFixture journal;
    journal.open();
    journal.store("1");
    EventExport job(fetchOf(journal), {}, journal.dir.filePath(u"no/such/folder/out.ndjson"_s));
    QStringList messages;
    connect(&job, &EventExport::finished, this,
            [&](const Status &outcome) { messages << (outcome.ok() ? QString() : outcome.error().message); });
    job.start();
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY(messages.first().contains(u"out.ndjson"_s));
}

void TestDrillDown::explanationTellsStepsAndBounds()
{
    TileSpec spec = samples::kpiSpec();
    Binding &binding = spec.bindings.first();
    binding.filter = u"$.country == \"DE\""_s;
    binding.steps = {steps::ParseNumber{u","_s, u"."_s}, steps::Scale{0.01, 0}, steps::Clamp{0.0, 100.0}};
    binding.groupBy = u"$.country"_s;
    TileSnapshot snapshot = samples::kpi(spec);
    snapshot.approximate = true;
    snapshot.gaps << Gap{samples::now() - kHourUs, samples::now() - kHourUs / 2};
    const auto tile = shown(spec, snapshot);
    QMap<QString, QString> facts;
    for (const Fact &fact : explainTile(tile->facts()))
        facts.insert(fact.name, fact.value);
    QVERIFY(facts[u"Window"_s].contains(u"up to 13:02:43"_s));
    QCOMPARE(facts[u"Value"_s], u"$.amount"_s);
    QVERIFY(facts[u"Changed by"_s].contains(u"times 0.01; not below 0 and not above 100"_s));
    QCOMPARE(facts[u"Filter"_s], u"$.country == \"DE\""_s);
    QVERIFY(facts[u"Stale after"_s].startsWith(u"12\u202Fmin"_s));
    QVERIFY(facts.contains(u"Precision"_s));
    QVERIFY(facts.contains(u"Not listening"_s));
    ExplainDialog dialog(tile->facts());
    QVERIFY(!dialog.findChild<QPushButton *>(u"explainSkipped"_s));
    QSignalSpy spy(&dialog, &ExplainDialog::originRequested);
    dialog.findChild<QPushButton *>(u"explainEvents"_s)->click();
    QCOMPARE(asked(spy).binding, binding);
}

void TestDrillDown::explanationLeadsToSkippedEvents()
{
    const TileSpec spec = samples::kpiSpec();
    TileSnapshot snapshot = samples::kpi(spec);
    snapshot.skipped.insert(u"not-a-number"_s, 12);
    const auto tile = shown(spec, snapshot);
    ExplainDialog dialog(tile->facts());
    QSignalSpy spy(&dialog, &ExplainDialog::originRequested);
    dialog.findChild<QPushButton *>(u"explainSkipped"_s)->click();
    QVERIFY(asked(spy).skipped);
}

QTEST_MAIN(TestDrillDown)
#include "tst_drilldown.moc"
