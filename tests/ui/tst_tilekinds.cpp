// Every kind of tile in every state, by structure: what is said, that data are there and dimmed when they are old, that
// no text is cut or lies over another; and what each of the newer kinds promises.
#include "tests/support/recordedpainting.h"
#include "tests/support/tilesamples.h"
#include "ui/dashboard/datadialog.h"
#include "ui/dashboard/statelook.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/gaugetile.h"
#include "ui/style/themecontroller.h"

#include "core/config/boardkeys.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTableView>

#include <memory>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Germany);

std::unique_ptr<Tile> tileFor(const TileSpec &spec, const TileSnapshot &snapshot, QSize size = {420, 320},
                              const TileContext &context = samples::context())
{
    auto tile = std::unique_ptr<Tile>(makeTile(spec, Theme(), nullptr));
    tile->setLocale(kEnglish);
    tile->resize(size);
    tile->setContext(context);
    tile->setSnapshot(snapshot);
    return tile;
}

void record(Tile &tile, RecordedPainting &painting)
{
    QPainter painter(&painting);
    tile.paintStatic(painter);
}

QList<PaintedText> recorded(Tile &tile)
{
    RecordedPainting painting(tile.size());
    record(tile, painting);
    return painting.texts();
}

QString said(Tile &tile)
{
    RecordedPainting painting(tile.size());
    record(tile, painting);
    return painting.said();
}

QString solid(const QString &text)
{
    return RecordedPainting::withoutBlanks(text);
}

// Colours that only data have.
QList<QColor> dataColours(const Theme &theme)
{
    return {theme.series(0), theme.colour(Colour::OkFill), theme.colour(Colour::Accent)};
}

bool shows(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == colour.rgb()) // mixed colours are finer than pixels
                return true;
        }
    }
    return false;
}

QString tooltip(Tile &tile, QPoint position)
{
    struct Open : Tile
    {
        using Tile::tooltipAt;
    };
    return (tile.*&Open::tooltipAt)(position);
}

} // namespace

class TestTileKinds : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyKindHasATileAndAName();
    void everyStateSaysItself_data();
    void everyStateSaysItself();
    void dataAreSeenAndDimmedWhenOld_data();
    void dataAreSeenAndDimmedWhenOld();
    void noTextIsCutOrCovered_data();
    void noTextIsCutOrCovered();
    void hostileTextsStayPlain_data();
    void hostileTextsStayPlain();
    void everyKindShowsItsDataAsATable();

    void donutTellsSharesAndTotal();
    void donutWarnsBeyondSixSlices();
    void donutKeepsNegativeValuesOutOfTheRing();
    void gaugeScaleIsRound_data();
    void gaugeScaleIsRound();
    void gaugeScaleStaysWhileTheValueMoves();
    void gaugeTellsSeverityInWords();
    void histogramNamesItsPercentiles();
    void histogramSetsOutliersApart();
    void statesSpeakOfTroubleFirst();
    void statesTellWhatIsNotKnown();
    void stateWordsFollowTheTile();
    void germanNumbersAreGerman();
};

void TestTileKinds::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestTileKinds::everyKindHasATileAndAName()
{
    QCOMPARE(qsizetype(tileKinds().size()), tileKindTexts().all().size());
    QCOMPARE(samples::everyKind().size(), tileKinds().size());
    for (const auto &[spec, snapshot] : samples::everyKind()) {
        const auto tile = tileFor(spec, snapshot);
        QVERIFY(tile->accessibleName().startsWith(spec.title));
        const bool rows = spec.kind == TileKind::Table || spec.kind == TileKind::Feed;
        QVERIFY(!tile->valueText().isEmpty());
        QCOMPARE(tile->valueText() == u"%1 rows"_s.arg(snapshot.rows.size()), rows);
    }
}

void TestTileKinds::everyStateSaysItself_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    for (int kind = 0; kind < tileKinds().size(); ++kind) {
        for (int state = int(TileState::Error); state <= int(TileState::Live); ++state) {
            const QString word = stateWord(TileState(state));
            QTest::addRow("%s %s", qPrintable(tileKindTexts().text(samples::everyKind()[kind].first.kind)),
                          word.isEmpty() ? "Live" : qPrintable(word))
                << kind << state;
        }
    }
}

void TestTileKinds::everyStateSaysItself()
{
    QFETCH(int, kind);
    QFETCH(int, state);
    auto [spec, snapshot] = samples::everyKind()[kind];
    spec.subtitle.clear();
    TileContext context = samples::context();
    samples::enterState(TileState(state), snapshot, context);
    const auto tile = tileFor(spec, snapshot, {420, 320}, context);
    QCOMPARE(tile->condition().state, TileState(state));
    const QString all = said(*tile);
    QVERIFY(all.contains(solid(spec.title)));
    QVERIFY2(all.contains(solid(stateWord(TileState(state)))), qPrintable(all));
    QVERIFY2(all.contains(solid(tileFooter(tile->facts()).left)), qPrintable(all));
    if (const QString message = tileMessage(tile->facts(), {}).text; !message.isEmpty())
        QVERIFY2(all.contains(solid(message)), qPrintable(all));
    if (const QString banner = tileBanner(tile->facts()).text; !banner.isEmpty())
        QVERIFY2(all.contains(solid(banner)), qPrintable(all));
    QVERIFY(tile->accessibleName().contains(
        TileState(state) == TileState::Live ? u"live"_s : stateWord(TileState(state)), Qt::CaseInsensitive));
}

void TestTileKinds::dataAreSeenAndDimmedWhenOld_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < samples::everyKind().size(); ++kind) {
        const TileKind one = samples::everyKind()[kind].first.kind;
        if (one != TileKind::Table && one != TileKind::Feed) // texts only
            QTest::addRow("%s", qPrintable(tileKindTexts().text(one))) << kind;
    }
}

void TestTileKinds::dataAreSeenAndDimmedWhenOld()
{
    QFETCH(int, kind);
    const Theme theme;
    for (const TileState state :
         {TileState::Live, TileState::Stale, TileState::Error, TileState::Partial, TileState::NoData}) {
        auto [spec, snapshot] = samples::everyKind()[kind];
        TileContext context = samples::context();
        samples::enterState(state, snapshot, context);
        // Tall enough for the lanes of states below the cards, with the banner of an error too.
        const QImage image = tileFor(spec, snapshot, {420, 400}, context)->grab().toImage();
        bool full = false;
        bool dim = false;
        for (const QColor &colour : dataColours(theme)) {
            full = full || shows(image, colour);
            dim = dim || shows(image, theme.dimmed(colour));
        }
        QVERIFY2(full == (state == TileState::Live || state == TileState::Partial), qPrintable(stateWord(state)));
        QVERIFY2(dim == isDimmed(state), qPrintable(stateWord(state)));
    }
}

void TestTileKinds::noTextIsCutOrCovered_data()
{
    everyStateSaysItself_data();
}

void TestTileKinds::noTextIsCutOrCovered()
{
    QFETCH(int, kind);
    QFETCH(int, state);
    for (const QSize size :
         {QSize(136, 112), QSize(226, 152), QSize(226, 480), QSize(420, 320), QSize(640, 112), QSize(900, 560)}) {
        for (const QLocale &locale : {kEnglish, kGerman}) {
            auto [spec, snapshot] = samples::everyKind()[kind];
            TileContext context = samples::context();
            samples::enterState(TileState(state), snapshot, context);
            const auto tile = tileFor(spec, snapshot, size, context);
            tile->setLocale(locale);
            QList<PaintedText> texts = recorded(*tile);
            texts.removeIf([](const PaintedText &text) { return text.rotated; });
            for (qsizetype i = 0; i < texts.size(); ++i) {
                const QRectF room = QRectF(tile->rect()).adjusted(-1, -1, 1, 1);
                QVERIFY2(room.contains(texts[i].rect.adjusted(0, 3, 0, -3)),
                         qPrintable(u"%1 is cut at %2 x %3"_s.arg(texts[i].text).arg(size.width()).arg(size.height())));
                for (qsizetype j = 0; j < i; ++j) {
                    // The lines of a font reach beyond its letters.
                    const QRectF mine = texts[i].rect.adjusted(1.5, 4, -1.5, -4);
                    const QRectF other = texts[j].rect.adjusted(1.5, 4, -1.5, -4);
                    QVERIFY2(!mine.intersects(other) || mine.isEmpty() || other.isEmpty(),
                             qPrintable(u"%1 lies over %2 at %3 x %4"_s.arg(texts[i].text, texts[j].text)
                                            .arg(size.width())
                                            .arg(size.height())));
                }
            }
        }
    }
}

void TestTileKinds::hostileTextsStayPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"<b>bold</b><img src=x>"_s;
    QTest::newRow("bidi controls") << u"\u202Eabc\u2066def\u200F"_s;
    QTest::newRow("NUL and line breaks") << u"one\ntwo\r\u2028three"_s + QChar(0) + u"four"_s;
    QTest::newRow("a mebibyte") << QString(1024 * 1024, u'm');
    QTest::newRow("a mebibyte of blanks") << QString(1024 * 1024, u' ');
    QTest::newRow("nothing") << QString();
}

void TestTileKinds::hostileTextsStayPlain()
{
    QFETCH(QString, text);
    for (auto [spec, snapshot] : samples::everyKind()) {
        spec.title = spec.subtitle = spec.format.unit = text;
        spec.options.states.states = {{u"up"_s, text, Threshold::Severity::Ok}};
        spec.thresholds = {{0, Threshold::Severity::Error, text}};
        for (Series &series : snapshot.series)
            series.label = series.key = text;
        for (Lane &lane : snapshot.lanes) {
            lane.label = lane.key = text;
            for (Lane::Span &span : lane.spans)
                span.state = text;
            lane.current = text;
        }
        const auto tile = tileFor(spec, snapshot);
        qsizetype length = 0;
        for (const PaintedText &painted : recorded(*tile)) {
            length += painted.text.size();
            for (const QChar c : painted.text)
                QVERIFY(c.isPrint() || c.isSpace() || c == u'\u2068' || c == u'\u2069');
            QVERIFY(!painted.text.contains(u'\n') && !painted.text.contains(u'\u202E'));
        }
        QVERIFY(length < 6'000);
        QVERIFY(tile->accessibleName().size() < 600);
        for (const QPoint position : {QPoint(60, 60), QPoint(210, 160), QPoint(330, 240), QPoint(30, 200)})
            QVERIFY2(tooltip(*tile, position).size() < 1'500, qPrintable(tileKindTexts().text(spec.kind)));
        const DataDialog dialog(tile->facts());
        QVERIFY(dialog.table()->model()->rowCount() > 0);
    }
}

void TestTileKinds::everyKindShowsItsDataAsATable()
{
    const auto table = [](const TileSpec &spec, const TileSnapshot &snapshot) {
        const auto tile = tileFor(spec, snapshot);
        const DataDialog dialog(tile->facts());
        const QAbstractItemModel &model = *dialog.table()->model();
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells << model.index(row, column).data().toString();
            lines << cells.join(u" | "_s);
        }
        return lines;
    };
    const TileSpec histogram = samples::histogramSpec();
    const QStringList bins = table(histogram, samples::histogram(histogram));
    QCOMPARE(bins.size(), 19 + 2);
    QCOMPARE(bins[5], u"1.0\u202Fs | 1.2\u202Fs | 97"_s);
    QCOMPARE(bins[19], u"Percentile 50 | 1.2\u202Fs | "_s);
    const TileSpec donut = samples::donutSpec();
    QCOMPARE(table(donut, samples::donut(donut)).first(), u"Card | 788"_s);
    const TileSpec gauge = samples::gaugeSpec();
    QCOMPARE(table(gauge, samples::gauge(gauge)),
             (QStringList{u"Value now | 412\u202Fms"_s, u"Target | 600\u202Fms"_s,
                          u"Warning from 600\u202Fms | 600\u202Fms"_s, u"Error from 800\u202Fms | 800\u202Fms"_s}));
    const TileSpec states = samples::statesSpec();
    const QStringList spans = table(states, samples::states(states));
    QVERIFY(spans.first().endsWith(u"Mail | down | Down"_s));
    for (const auto &[spec, snapshot] : samples::everyKind())
        QVERIFY(!table(spec, snapshot).isEmpty());
}

void TestTileKinds::donutTellsSharesAndTotal()
{
    TileSpec spec = samples::donutSpec();
    const auto tile = tileFor(spec, samples::donut(spec));
    const QString all = said(*tile);
    for (const QString &text : {u"Card"_s, u"61.4%"_s, u"Other(3)"_s, u"3.5%"_s, u"1,284"_s, u"events"_s})
        QVERIFY2(all.contains(text), qPrintable(text + u" is not in "_s + all));
    QCOMPARE(tile->valueText(), u"Card 61.4\u202F%, PayPal 19.2\u202F%, Invoice 9.8\u202F%"_s);
    QCOMPARE(tile->chip(), ChipLook());
    spec.options.donut.labels = DonutOptions::Labels::Value;
    QVERIFY(said(*tileFor(spec, samples::donut(spec))).contains(u"788"_s));
    // Averages are no shares of anything.
    spec.bindings.first().aggregation = Aggregation::Avg;
    spec.options.donut.labels = DonutOptions::Labels::Percent;
    const QString averages = said(*tileFor(spec, samples::donut(spec)));
    QVERIFY(averages.contains(u"788"_s) && !averages.contains(u'%'));
}

void TestTileKinds::donutWarnsBeyondSixSlices()
{
    const TileSpec spec = samples::donutSpec();
    TileSnapshot snapshot = samples::donut(spec);
    snapshot.series.removeLast();
    while (snapshot.series.size() < 7)
        snapshot.series << Series{u"g%1"_s.arg(snapshot.series.size()), {}, false, {}, 10.0};
    QCOMPARE(tileFor(spec, snapshot)->chip(), (ChipLook{u"warning"_s, u"7 slices"_s, Tone::Warn}));
    snapshot.series.removeLast();
    QCOMPARE(tileFor(spec, snapshot)->chip(), ChipLook());
}

void TestTileKinds::donutKeepsNegativeValuesOutOfTheRing()
{
    const TileSpec spec = samples::donutSpec();
    TileSnapshot snapshot = samples::donut(spec);
    snapshot.series[1].total = -247;
    const auto tile = tileFor(spec, snapshot);
    QCOMPARE(tile->chip().word, u"Values below zero"_s);
    const QString all = said(*tile);
    QVERIFY(all.contains(u"\u2212247"_s));
    QVERIFY(all.contains(u"76.0%"_s)); // 788 of 788 + 126 + 78 + 45
}

void TestTileKinds::gaugeScaleIsRound_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QVariant>("target");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("nothing yet") << QVariant() << QVariant() << 0.0 << 1.0;
    QTest::newRow("zero") << QVariant(0.0) << QVariant() << 0.0 << 1.0;
    QTest::newRow("value alone") << QVariant(412.0) << QVariant() << 0.0 << 500.0;
    QTest::newRow("round value") << QVariant(500.0) << QVariant() << 0.0 << 500.0;
    QTest::newRow("target above") << QVariant(412.0) << QVariant(600.0) << 0.0 << 1000.0;
    QTest::newRow("share") << QVariant(0.034) << QVariant() << 0.0 << 0.05;
    QTest::newRow("below zero") << QVariant(-37.0) << QVariant() << -50.0 << 0.0;
    QTest::newRow("both sides") << QVariant(-37.0) << QVariant(12.0) << -50.0 << 20.0;
    QTest::newRow("huge") << QVariant(1.7e300) << QVariant() << 0.0 << 2e300;
}

void TestTileKinds::gaugeScaleIsRound()
{
    QFETCH(QVariant, value);
    QFETCH(QVariant, target);
    QFETCH(double, low);
    QFETCH(double, high);
    TileSpec spec = samples::gaugeSpec();
    spec.thresholds.clear();
    spec.options.gauge.target = target.isValid() ? std::optional<double>(target.toDouble()) : std::nullopt;
    const GaugeScale scale = gaugeScale(spec, value.isValid() ? std::optional<double>(value.toDouble()) : std::nullopt);
    QVERIFY2(qFuzzyCompare(1 + scale.low, 1 + low) && qFuzzyCompare(scale.high + 1, high + 1),
             qPrintable(u"%1 to %2"_s.arg(scale.low).arg(scale.high)));
    spec.options.gauge.min = 10;
    QVERIFY(gaugeScale(spec, 5.0).high > 10);
    spec.options.gauge.max = 90;
    QCOMPARE(gaugeScale(spec, 5'000.0), (GaugeScale{10, 90}));
}

void TestTileKinds::gaugeScaleStaysWhileTheValueMoves()
{
    TileSpec spec = samples::gaugeSpec();
    spec.thresholds.clear();
    spec.options.gauge.target.reset();
    const auto tile = tileFor(spec, samples::gauge(spec, Scalar(910.0)));
    const auto &gauge = *qobject_cast<GaugeTile *>(tile.get());
    QCOMPARE(gauge.scale().high, 1000.0);
    tile->setSnapshot(samples::gauge(spec, Scalar(380.0)));
    QCOMPARE(gauge.scale().high, 1000.0);
    tile->setSnapshot(samples::gauge(spec, Scalar(1700.0)));
    QCOMPARE(gauge.scale().high, 2000.0);
    tile->setSnapshot(samples::gauge(spec, Scalar(40.0))); // too little of it to read
    QCOMPARE(gauge.scale().high, 50.0);
}

void TestTileKinds::gaugeTellsSeverityInWords()
{
    TileSpec spec = samples::gaugeSpec();
    for (const auto shape : {GaugeOptions::Shape::Arc, GaugeOptions::Shape::Linear}) {
        spec.options.gauge.shape = shape;
        QCOMPARE(tileFor(spec, samples::gauge(spec))->chip(), ChipLook());
        const auto warned = tileFor(spec, samples::gauge(spec, Scalar(qint64(731))));
        QCOMPARE(warned->chip(), (ChipLook{u"warning"_s, u"Above 600\u202Fms"_s, Tone::Warn}));
        const QString all = said(*warned);
        QVERIFY2(all.contains(u"731ms"_s) && all.contains(u"target600ms"_s) && all.contains(u"1,000"_s),
                 qPrintable(all));
        QVERIFY(shows(warned->grab().toImage(), Theme().colour(Colour::WarnFill)));
        QCOMPARE(tileFor(spec, samples::gauge(spec, Scalar(qint64(900))))->chip().tone, Tone::Error);
    }
}

void TestTileKinds::histogramNamesItsPercentiles()
{
    const TileSpec spec = samples::histogramSpec();
    const auto tile = tileFor(spec, samples::histogram(spec));
    QCOMPARE(tile->valueText(), u"p50 1.2\u202Fs, p95 2.5\u202Fs"_s);
    const QString all = said(*tile);
    QVERIFY2(all.contains(u"p501.2s"_s) && all.contains(u"p952.5s"_s), qPrintable(all));
    bool told = false;
    for (int x = 40; x < 400; ++x)
        told = told || tooltip(*tile, {x, 200}) == u"1.0\u202Fs to 1.2\u202Fs\n97 events, 16.6\u202F%"_s;
    QVERIFY(told);
}

void TestTileKinds::histogramSetsOutliersApart()
{
    const TileSpec spec = samples::histogramSpec();
    const auto tile = tileFor(spec, samples::histogram(spec, true));
    QVERIFY2(said(*tile).contains(u"\u22653.8s"_s), qPrintable(said(*tile)));
    QVERIFY(tooltip(*tile, {396, 200}).startsWith(u"from 3.8\u202Fs on"_s));
}

void TestTileKinds::statesSpeakOfTroubleFirst()
{
    const TileSpec spec = samples::statesSpec();
    TileSnapshot snapshot = samples::states(spec);
    const auto tile = tileFor(spec, snapshot);
    QCOMPARE(tile->valueText(), u"Catalogue sync Up, Mail Down, Search Slow, 4 of 6 well"_s);
    const QString all = said(*tile);
    for (const QString &text : {u"Mail"_s, u"Down"_s, u"for4min"_s, u"Storefront"_s, u"now"_s})
        QVERIFY2(all.contains(text), qPrintable(all));
    QCOMPARE(tile->chip(), ChipLook());
    // With too little room for all, those in trouble are there and the rest is counted.
    const auto small = tileFor(spec, snapshot, {220, 112});
    const QString few = said(*small);
    QVERIFY2(few.contains(u"Mail"_s) && few.contains(u"more"_s) && !few.contains(u"Storefront"_s), qPrintable(few));
    QCOMPARE(small->chip(), (ChipLook{u"error"_s, u"2 in trouble"_s, Tone::Error}));
}

void TestTileKinds::statesTellWhatIsNotKnown()
{
    TileSpec spec = samples::statesSpec();
    spec.options.states.view = StatesOptions::View::Timeline;
    TileSnapshot snapshot = samples::states(spec);
    snapshot.lanes = {snapshot.lanes[1]};
    const QColor hatch = Theme().colour(Colour::GapHatch);
    QVERIFY(shows(tileFor(spec, snapshot)->grab().toImage(), hatch)); // nobody listened
    snapshot.lanes[0].spans = {{snapshot.windowFromUs, snapshot.windowToUs, u"up"_s}};
    QVERIFY(!shows(tileFor(spec, snapshot)->grab().toImage(), hatch));
    snapshot.lanes[0].spans[0].state = u"unheard of"_s;
    QVERIFY(shows(tileFor(spec, snapshot)->grab().toImage(), hatch));
    TileContext context = samples::context();
    samples::enterState(TileState::Offline, snapshot, context);
    snapshot.lanes[0].spans[0].state = u"up"_s;
    QVERIFY(shows(tileFor(spec, snapshot, {420, 320}, context)->grab().toImage(), hatch));
}

void TestTileKinds::stateWordsFollowTheTile()
{
    const StatesOptions named = samples::statesSpec().options.states;
    QCOMPARE(shownState(named, u"DOWN"_s).word, u"Down"_s);
    QCOMPARE(shownState(named, u"DOWN"_s).severity, Threshold::Severity::Error);
    QVERIFY(!shownState(named, u"ok"_s).severity); // not in the list: not known
    QCOMPARE(shownState({}, u"degraded"_s).severity, Threshold::Severity::Warn);
    QCOMPARE(shownState({}, u"true"_s).severity, Threshold::Severity::Ok);
    QVERIFY(!shownState({}, u"blue"_s).severity);
    QCOMPARE(shownState({}, {}).word, u"Empty"_s);
}

void TestTileKinds::germanNumbersAreGerman()
{
    const TileSpec donut = samples::donutSpec();
    const auto tile = tileFor(donut, samples::donut(donut));
    tile->setLocale(kGerman);
    const QString all = said(*tile);
    QVERIFY2(all.contains(u"61,4%"_s) && all.contains(u"1.284"_s), qPrintable(all));
    const TileSpec histogram = samples::histogramSpec();
    const auto bars = tileFor(histogram, samples::histogram(histogram));
    bars->setLocale(kGerman);
    QVERIFY(said(*bars).contains(u"p952,5s"_s));
}

QTEST_MAIN(TestTileKinds)
#include "tst_tilekinds.moc"
