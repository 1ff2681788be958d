// Options of numbers and bars, what footers say on narrow tiles, and the ways out of the window: CSV, pictures, print.
#include "tests/support/tilesamples.h"
#include "ui/csv.h"
#include "ui/dashboard/boardrender.h"
#include "ui/dashboard/datadialog.h"
#include "ui/dashboard/pictureexport.h"
#include "ui/dashboard/stepwords.h"
#include "ui/dashboard/tileexporter.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/bartile.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/dashboard/valuelooks.h"
#include "ui/style/themecontroller.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QClipboard>
#include <QtGui/QHelpEvent>
#include <QtGui/QStandardItemModel>
#include <QtPrintSupport/QPrinter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QTableView>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Germany);

std::unique_ptr<Tile> shown(const TileSpec &spec, const TileSnapshot &snapshot, QSize size = {300, 152},
                            const QLocale &locale = kEnglish)
{
    auto tile = std::unique_ptr<Tile>(makeTile(spec, Theme(), nullptr));
    tile->setLocale(locale);
    tile->resize(size);
    tile->setContext(samples::context());
    tile->setSnapshot(snapshot);
    return tile;
}

int coloured(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    }
    return count;
}

} // namespace

class TestTileOptions : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void sparklineCanBeLeftOut();
    void numbersHaveWords();
    void nothingHasAText();
    void thresholdsHoldUntilTheirRelease();
    void barsCanStand();
    void barsWithoutRoomAreCounted();
    void footerKeepsWindowAndPrecision();
    void narrowTilesStillTellTheWindow();
    void stepsAreTold();
    void csvFollowsTheLocale();
    void fileNamesAreSafe_data();
    void fileNamesAreSafe();
    void picturesAreWhatTheyClaim();
    void aTilePrints();
    void exporterWritesTheChosenFile();
    void exporterSaysWhatFails();
    void copiedPictureIsTheTile();
};

void TestTileOptions::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestTileOptions::sparklineCanBeLeftOut()
{
    TileSpec spec = samples::kpiSpec();
    const QColor line = Theme().colour(Colour::Accent);
    const int with = coloured(shown(spec, samples::kpi(spec))->grab().toImage(), line);
    spec.showSparkline = false;
    const int without = coloured(shown(spec, samples::kpi(spec))->grab().toImage(), line);
    QVERIFY(with > 5);
    QCOMPARE(without, 0);
}

void TestTileOptions::numbersHaveWords()
{
    TileSpec spec = samples::kpiSpec();
    spec.valueLooks = {{u"0"_s, u"All quiet"_s, Threshold::Severity::Ok},
                       {u"1"_s, u"Trouble"_s, Threshold::Severity::Error}};
    const auto tile = shown(spec, samples::kpi(spec, Scalar(qint64(0))));
    QCOMPARE(tile->valueText(), u"All quiet"_s);
    QVERIFY(tile->chip().word.isEmpty());
    tile->setSnapshot(samples::kpi(spec, Scalar(qint64(1))));
    QCOMPARE(tile->valueText(), u"Trouble"_s);
    QCOMPARE(tile->chip().tone, Tone::Error);
    tile->setSnapshot(samples::kpi(spec, Scalar(qint64(2))));
    QCOMPARE(tile->valueText(), u"€2"_s);
}

void TestTileOptions::nothingHasAText()
{
    TileSpec spec = samples::kpiSpec();
    spec.nullText = u"nobody yet"_s;
    const auto tile = shown(spec, samples::kpi(spec, Scalar(JsonNull())));
    QCOMPARE(tile->valueText(), u"nobody yet"_s);
    spec.nullText.clear();
    QCOMPARE(shown(spec, samples::kpi(spec, Scalar(JsonNull())))->valueText(), u"\u2013"_s);
}

void TestTileOptions::thresholdsHoldUntilTheirRelease()
{
    TileSpec spec = samples::kpiSpec();
    spec.format = {};
    spec.thresholds = {{100, Threshold::Severity::Warn, u"high"_s, 10}, {200, Threshold::Severity::Error, u"far"_s, 0}};
    const auto tile = shown(spec, samples::kpi(spec, Scalar(99.0)));
    const auto wordAt = [&](double value) {
        tile->setSnapshot(samples::kpi(spec, Scalar(value)));
        return tile->chip().word;
    };
    QCOMPARE(wordAt(99), QString());
    QCOMPARE(wordAt(100), u"high"_s);
    QCOMPARE(wordAt(91), u"high"_s); // not below 90 yet
    QCOMPARE(wordAt(89), QString());
    QCOMPARE(wordAt(95), QString()); // it has to be reached again
    QCOMPARE(wordAt(200), u"far"_s);
    QCOMPARE(wordAt(199), u"high"_s);
    QCOMPARE(wordAt(92), u"high"_s);
}

void TestTileOptions::barsCanStand()
{
    TileSpec spec = samples::barSpec();
    spec.options.bar.vertical = true;
    for (const QSize size : {QSize(130, 112), QSize(420, 240), QSize(1000, 300)}) {
        const auto tile = shown(spec, samples::bars(spec), size);
        QVERIFY(coloured(tile->grab().toImage(), Theme().series(0)) > 30);
    }
    const auto tile = shown(spec, samples::bars(spec), {700, 300});
    const QImage image = tile->grab().toImage();
    const QColor fill = Theme().series(0);
    const auto heightAt = [&](int x) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            count += image.pixelColor(x, y) == fill;
        return count;
    };
    const int slot = (700 - 2 * (Theme().metrics().tilePadding + 1)) / 7;
    const int first = heightAt(13 + slot / 2);
    const int third = heightAt(13 + 2 * slot + slot / 2);
    QVERIFY(first > 100);
    QVERIFY(std::abs(double(third) / first - 28.0 / 64) < 0.03); // as high as it is large
}

void TestTileOptions::barsWithoutRoomAreCounted()
{
    TileSpec spec = samples::barSpec();
    const auto tile = shown(spec, samples::bars(spec), {300, 150});
    // A tooltip over the last place names what is not drawn.
    QHelpEvent help(QEvent::ToolTip, {60, 120}, tile->mapToGlobal(QPoint(60, 120)));
    QApplication::sendEvent(tile.get(), &help);
    tile->grab();
    QVERIFY(qobject_cast<BarTile *>(tile.get())->order().size() == 7);
}

void TestTileOptions::footerKeepsWindowAndPrecision()
{
    TileSpec spec = samples::kpiSpec();
    TileSnapshot snapshot = samples::kpi(spec);
    snapshot.approximate = true;
    const auto tile = shown(spec, snapshot);
    const TileFooter footer = tileFooter(tile->facts());
    QCOMPARE(footerChoices(footer, false),
             (QStringList{u"1,284 events, last 24 h, approximate"_s, u"last 24 h, approximate"_s, u"approximate"_s}));
    QCOMPARE(footerChoices(footer, true), (QStringList{u"1,284 events, approximate"_s, u"approximate"_s}));
    snapshot.approximate = false;
    tile->setSnapshot(snapshot);
    QCOMPARE(footerChoices(tileFooter(tile->facts()), false),
             (QStringList{u"1,284 events, last 24 h"_s, u"last 24 h"_s}));
    QCOMPARE(footerChoices(tileFooter(tile->facts()), true), QStringList{u"1,284 events"_s});
}

void TestTileOptions::narrowTilesStillTellTheWindow()
{
    TileSpec spec = samples::kpiSpec();
    TileSnapshot snapshot = samples::kpi(spec);
    snapshot.approximate = true;
    const auto tile = shown(spec, snapshot, {120, 152});
    QVERIFY(tile->accessibleName().contains(u"last 24 h"_s));
    QVERIFY(tile->accessibleName().contains(u"approximate"_s));
    TileSpec exact = spec; // what differs in the picture is the word
    TileSnapshot other = snapshot;
    other.approximate = false;
    QVERIFY(tile->grab().toImage() != shown(exact, other, {120, 152})->grab().toImage());
}

void TestTileOptions::stepsAreTold()
{
    const QList<ValueStep> all{steps::ParseNumber{u","_s, u"."_s},
                               steps::Scale{0.01, 5},
                               steps::Clamp{{}, 9.5},
                               steps::MapValues{{{u"a"_s, u"b"_s}}, u"c"_s},
                               steps::Extract{u"x+"_s},
                               steps::Split{u";"_s, -1},
                               steps::Coalesce{{u"$.b"_s}},
                               steps::ParseDate{}};
    const QString words = stepsWords(all, kGerman);
    QCOMPARE(words.count(u"; "_s), all.size() - 1);
    QVERIFY(words.contains(u"times 0,01, plus 5"_s));
    QVERIFY(words.contains(u"a → b, else c"_s));
    QVERIFY(stepsWords({}, kGerman).isEmpty());
}

void TestTileOptions::csvFollowsTheLocale()
{
    TileSpec spec = samples::tableSpec();
    spec.columns = {{u"Name"_s, u"$.a"_s, TableColumn::Format::Text}, {u"N"_s, u"$.n"_s, TableColumn::Format::Number}};
    spec.format = {};
    TileSnapshot snapshot = samples::base(spec);
    Row row;
    row.timeUs = 1'700'000'000'123'000;
    row.source = u"shop"_s;
    row.cells = {samples::text("a;b,\"c\""), {Scalar(1234567.25), false}};
    snapshot.rows = {row};
    const auto tile = shown(spec, snapshot);
    QStandardItemModel model;
    fillTileData(model, tile->facts());
    const QStringList plain = csvOf(model).split(u"\r\n"_s);
    const QStringList german = csvOf(model, {kGerman}).split(u"\r\n"_s);
    QVERIFY(plain[1].endsWith(u",\"a;b,\"\"c\"\"\",1234567.25"_s));
    QVERIFY(german[0].startsWith(u"Received;Source;Type;"_s));
    QVERIFY(german[1].endsWith(u";\"a;b,\"\"c\"\"\";1234567,25"_s));
    QCOMPARE(CsvStyle{kEnglish}.separator(), u',');
    QCOMPARE(csvField(u"=1+1"_s, {kGerman}), u"'=1+1"_s); // never a formula, whatever the style
}

void TestTileOptions::fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Revenue by country"_s << u"Revenue by country"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"-..-etc-passwd"_s;
    QTest::newRow("windows") << u"C:\\a?*"_s << u"C--a--"_s;
    QTest::newRow("nothing") << QString() << u"tile"_s;
    QTest::newRow("dots") << u"..."_s << u"tile"_s;
}

void TestTileOptions::fileNamesAreSafe()
{
    QFETCH(QString, title);
    QFETCH(QString, name);
    QCOMPARE(fileNameFor(title), name);
}

void TestTileOptions::picturesAreWhatTheyClaim()
{
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec), {500, 300});
    const Picture picture = TileExporter::pictureOf(*tile);
    const QImage png = QImage::fromData(pictureBytes(picture, PictureFormat::Png, 2), "PNG");
    QCOMPARE(png.size(), QSize(1000, 600));
    QVERIFY(coloured(png, Theme().series(0)) > 50);
    QVERIFY(pictureBytes(picture, PictureFormat::Pdf, 1).startsWith("%PDF-"));
    const QByteArray svg = pictureBytes(picture, PictureFormat::Svg, 1);
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(svg.contains("<svg"));
    QCOMPARE(pictureFormatOf(u"a.PDF"_s), std::optional(PictureFormat::Pdf));
    QCOMPARE(pictureFormatOf(u"a.gif"_s), std::nullopt);
}

void TestTileOptions::aTilePrints()
{
    QTemporaryDir dir;
    const TileSpec spec = samples::tableSpec();
    const auto tile = shown(spec, samples::table(spec), {600, 300});
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(dir.filePath(u"out.pdf"_s));
    printPicture(TileExporter::pictureOf(*tile), printer);
    QCOMPARE(printer.pageLayout().orientation(), QPageLayout::Landscape);
    QFile file(dir.filePath(u"out.pdf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void TestTileOptions::exporterWritesTheChosenFile()
{
    QTemporaryDir dir;
    QWidget window;
    TileExporter exporter(&window);
    TileSpec spec = samples::chartSpec();
    spec.title = u"a/b"_s;
    const auto tile = shown(spec, samples::chart(spec), {500, 300});
    const auto choose = [&](const QString &name) {
        auto *dialog = window.findChild<QFileDialog *>(u"exportFile"_s);
        QVERIFY(dialog);
        emit dialog->fileSelected(dir.filePath(name));
        delete dialog;
    };
    exporter.exportTile(*tile, TileExport::Csv);
    choose(u"out.csv"_s);
    exporter.exportTile(*tile, TileExport::Svg);
    choose(u"out.svg"_s);
    QTRY_VERIFY(QFile::exists(dir.filePath(u"out.csv"_s)) && QFile::exists(dir.filePath(u"out.svg"_s)));
    QFile csv(dir.filePath(u"out.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().startsWith("From,Germany,France,Austria,Netherlands,Other\r\n"));
}

void TestTileOptions::exporterSaysWhatFails()
{
    QTemporaryDir dir;
    QWidget window;
    TileExporter exporter(&window);
    QSignalSpy problems(&exporter, &TileExporter::problem);
    const TileSpec spec = samples::chartSpec();
    const auto tile = shown(spec, samples::chart(spec), {500, 300});
    exporter.exportPicture(TileExporter::pictureOf(*tile));
    auto *dialog = window.findChild<QFileDialog *>(u"exportFile"_s);
    emit dialog->fileSelected(dir.filePath(u"picture.gif"_s));
    QCOMPARE(problems.count(), 1);
    emit dialog->fileSelected(dir.filePath(u"no/folder/picture.png"_s));
    QTRY_COMPARE(problems.count(), 2);
    QVERIFY(problems.last().first().toString().contains(u"picture.png"_s));
}

void TestTileOptions::copiedPictureIsTheTile()
{
    QWidget window;
    TileExporter exporter(&window);
    const TileSpec spec = samples::kpiSpec();
    const auto tile = shown(spec, samples::kpi(spec));
    exporter.exportTile(*tile, TileExport::CopyPicture);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), tile->size() * 2);
}

QTEST_MAIN(TestTileOptions)
#include "tst_tileoptions.moc"
