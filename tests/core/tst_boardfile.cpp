#include "core/config/boardfile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestBoardFile : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionSurvivesARoundTrip();
    void writingTwiceGivesTheSameBytes();
    void defaultsAreNotWritten();
    void everyKeyIsInTheSchema();
    void unknownKeysAreKept();
    void unknownKeysInsideAreKept_data();
    void unknownKeysInsideAreKept();
    void badInputIsRefusedWithItsPlace_data();
    void badInputIsRefusedWithItsPlace();
    void listsAreBounded_data();
    void listsAreBounded();
    void aBoardThatCouldNotBeReadIsNotSaved();
    void aNewerFormatIsNeverOverwritten();
    void theShippedBoardsAreValid();
};

namespace {

TileOptions fullOptions()
{
    TileOptions options;
    SeriesOptions &series = options.series;
    series.draw = SeriesOptions::Draw::Stem;
    series.stack = SeriesOptions::Stack::Percent;
    series.holes = SeriesOptions::Holes::Zero;
    series.legend = SeriesOptions::Legend::Table;
    series.logarithmic = true;
    series.min = 0;
    series.max = 1e9;
    series.rightAxis = {0, 2};
    series.lines = {{5, u"target"_s}, {0, {}}};
    series.annotations = Annotations{u"ci"_s, {u"deploy"_s}, u"$.ok = true"_s, u"{$.version}"_s};
    options.bar = {true, BarOptions::Sort::Name};
    options.histogram = {12, 0.5, true, {}};
    options.donut = {9, DonutOptions::Labels::Value};
    options.gauge = {GaugeOptions::Shape::Linear, -1, 1, 0};
    options.states = {StatesOptions::View::Grid, {{u"up"_s, u"Up"_s, {}}}, false};
    return options;
}

BoardSpec fullBoard()
{
    TileSpec tile;
    tile.id = u"t1"_s;
    tile.kind = TileKind::Bar;
    tile.title = u"Größe <b>"_s;
    tile.subtitle = u"sub"_s;
    tile.grid = QRect(3, 4, 7, 8);
    Binding binding;
    binding.source = u"shop"_s;
    binding.types = {u"order.*"_s, u"refund"_s};
    binding.filter = u"$.a > 1"_s;
    binding.value = u"$.amount"_s;
    binding.aggregation = Aggregation::P95;
    binding.ratePerUs = kMinuteUs;
    binding.groupBy = u"$.country"_s;
    binding.topN = 7;
    binding.time = u"$.at"_s;
    binding.timeBasis = TimeBasis::Event;
    binding.window = {Window::Kind::Calendar, kHourUs, CalendarUnit::Week, u"Europe/Berlin"_s, 100};
    binding.bucketUs = 5 * kMinuteUs;
    binding.verifiedOnly = false;
    binding.label = u"label"_s;
    binding.steps = {steps::ParseNumber{u","_s, u"."_s},
                     steps::Scale{0.01, -3},
                     steps::Clamp{-1, std::nullopt},
                     steps::Clamp{std::nullopt, 0},
                     steps::MapValues{{{u"1"_s, u"open"_s}, {u"0"_s, {}}}, u""_s},
                     steps::Extract{u"(\\d+)"_s},
                     steps::Split{u"/"_s, -1},
                     steps::Coalesce{{u"$.a"_s, u"@.b"_s}},
                     steps::ParseDate{u"dd.MM.yyyy"_s, u"Europe/Berlin"_s}};
    binding.groupSteps = {steps::ParseNumber{}, steps::Scale{},   steps::Clamp{},    steps::MapValues{},
                          steps::Split{},       steps::Extract{}, steps::Coalesce{}, steps::ParseDate{}};
    binding.each = u"$.items[*]"_s;
    binding.part = u"$.paid = true"_s;
    binding.pairing = Pairing{u"$.id"_s, u"order.created"_s, u"order.paid"_s, kDayUs};
    binding.sinceUs = 1'700'000'000'123'456;
    tile.bindings = {binding, Binding{}};
    tile.bindings.last().pairing = Pairing{};
    tile.columns = {{u"Amount"_s, u"$.amount"_s, TableColumn::Format::Number}};
    tile.rowLimit = 17;
    tile.format = {NumberFormat::Style::Currency, u"EUR"_s, 2, 0.01};
    tile.thresholds = {{1.5, Threshold::Severity::Error, u"Above"_s}};
    tile.lowerIsBetter = true;
    tile.showDelta = false;
    tile.staleAfterUs = -1;
    tile.description = u"help"_s;
    tile.nullText = u"none"_s;
    tile.showSparkline = false;
    tile.valueLooks = {{u"2"_s, u"late"_s, Threshold::Severity::Warn}, {u"3"_s, {}, {}}};
    tile.options = fullOptions();
    return {u"b"_s, u"Board"_s, {tile}, {}};
}

} // namespace

void TestBoardFile::everyOptionSurvivesARoundTrip()
{
    const BoardSpec board = fullBoard();
    const Result<BoardSpec> read = boardFromJson(boardToJson(board), board.id);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->title, board.title);
    QCOMPARE(read->tiles.size(), 1);
    QVERIFY(read->tiles.first().bindings == board.tiles.first().bindings);
    QVERIFY(*read == board);
}

void TestBoardFile::writingTwiceGivesTheSameBytes()
{
    const QByteArray once = boardToJson(fullBoard());
    QCOMPARE(boardToJson(*boardFromJson(once, u"b"_s)), once);
    QVERIFY(once.contains("\n  \"tiles\": ["));
    QVERIFY(once.endsWith("}\n"));
}

void TestBoardFile::defaultsAreNotWritten()
{
    TileSpec tile;
    tile.id = u"a"_s;
    tile.bindings = {Binding{}};
    const QJsonObject board = QJsonDocument::fromJson(boardToJson({u"b"_s, u"B"_s, {tile}, {}})).object();
    const QJsonObject written = board.value("tiles"_L1).toArray().first().toObject();
    QCOMPARE(written.keys(), (QStringList{u"bindings"_s, u"grid"_s, u"id"_s, u"kind"_s}));
    const QJsonObject binding = written.value("bindings"_L1).toArray().first().toObject();
    QCOMPARE(binding.keys(), (QStringList{u"aggregation"_s, u"window"_s}));
}

namespace {

QJsonObject resolved(const QJsonObject &schema, const QJsonObject &definitions)
{
    const QString name = schema.value("$ref"_L1).toString().section(u'/', -1);
    return name.isEmpty() ? schema : definitions.value(name).toObject();
}

// The first key or choice of `value` that the schema does not name; empty = all are there.
QString missingFrom(const QJsonObject &schema, const QJsonValue &value, const QJsonObject &definitions)
{
    if (value.isArray()) {
        const QJsonObject items = resolved(schema.value("items"_L1).toObject(), definitions);
        for (const QJsonValue &item : value.toArray()) {
            if (const QString missing = missingFrom(items, item, definitions); !missing.isEmpty())
                return missing;
        }
    }
    const QJsonArray choices = schema.value("enum"_L1).toArray();
    if (!choices.isEmpty() && !choices.contains(value))
        return value.toString();
    const QJsonObject object = value.toObject();
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!properties.contains(it.key()))
            return it.key();
        const QJsonObject inner = resolved(properties.value(it.key()).toObject(), definitions);
        if (const QString missing = missingFrom(inner, it.value(), definitions); !missing.isEmpty())
            return it.key() + u": "_s + missing;
    }
    return {};
}

} // namespace

void TestBoardFile::everyKeyIsInTheSchema()
{
    QFile file(QStringLiteral(HOOKBOARD_SOURCE_DIR "/resources/schemas/board.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject definitions = schema.value("definitions"_L1).toObject();
    QVERIFY(!definitions.isEmpty());
    BoardSpec board = fullBoard();
    for (int kind = 0; kind <= int(TileKind::States); ++kind) {
        board.tiles.append(board.tiles.first());
        board.tiles.last().kind = TileKind(kind);
        for (int i = 0; i <= int(Aggregation::Ratio); ++i) {
            board.tiles.last().bindings.append(Binding{});
            board.tiles.last().bindings.last().aggregation = Aggregation(i);
        }
    }
    const QJsonObject written = QJsonDocument::fromJson(boardToJson(board)).object();
    QCOMPARE(missingFrom(schema, written, definitions), QString());
    QCOMPARE(missingFrom(schema, QJsonObject{{"titel"_L1, 1}}, definitions), u"titel"_s); // it can fail
}

void TestBoardFile::unknownKeysAreKept()
{
    const QByteArray json =
        R"({"format":1,"title":"B","theme":{"x":1},"tiles":[{"id":"a","kind":"kpi","future":[1,2]}]})";
    const Result<BoardSpec> board = boardFromJson(json, u"b"_s);
    QVERIFY(board.ok());
    const QByteArray saved = boardToJson(*board);
    QVERIFY2(saved.contains("\"future\": [1,2]"), saved.constData());
    QVERIFY2(saved.contains("\"theme\""), saved.constData());
    const QByteArray options =
        R"({"format":1,"tiles":[{"id":"a","options":{"heatmap":{"x":1},"gauge":{"max":5,"needle":"thin"}}}]})";
    BoardSpec gauged = *boardFromJson(options, u"b"_s);
    QCOMPARE(gauged.tiles.first().options.gauge.max, std::optional<double>(5));
    gauged.tiles.first().options.gauge.max = 6;
    const QByteArray kept = boardToJson(gauged);
    for (const char *part : {"\"heatmap\"", "\"needle\": \"thin\"", "\"max\": 6"})
        QVERIFY2(kept.contains(part), kept.constData());
    QVERIFY(*boardFromJson(kept, u"b"_s) == gauged);
}

void TestBoardFile::unknownKeysInsideAreKept_data()
{
    QTest::addColumn<QByteArray>("tile"); // with one key "later"
    QTest::newRow("a binding") << QByteArray(R"("bindings":[{},{"label":"b","later":{"x":[1]}}])");
    QTest::newRow("a window") << QByteArray(R"("bindings":[{"window":{"kind":"all","later":{"x":[1]}}}])");
    QTest::newRow("a pairing") << QByteArray(R"("bindings":[{"pairing":{"key":"$.a","later":{"x":[1]}}}])");
    QTest::newRow("a column") << QByteArray(R"("columns":[{"path":"$.a"},{"path":"$.b","later":{"x":[1]}}])");
    QTest::newRow("the format of numbers") << QByteArray(R"("format":{"unit":"EUR","later":{"x":[1]}})");
    QTest::newRow("the place") << QByteArray(R"("grid":{"x":2,"y":0,"w":6,"h":5,"later":{"x":[1]}})");
}

void TestBoardFile::unknownKeysInsideAreKept()
{
    QFETCH(const QByteArray, tile);
    const auto read = [](QByteArray text) {
        return boardFromJson(R"({"format":1,"tiles":[{"id":"a",)" + text + "}]}", u"b"_s);
    };
    const Result<BoardSpec> board = read(tile);
    QVERIFY2(board.ok(), board ? "" : qPrintable(board.error().message));
    const QByteArray saved = boardToJson(*board);
    QCOMPARE(saved.count("\"later\": {"), 1);
    const Result<BoardSpec> again = boardFromJson(saved, u"b"_s);
    QVERIFY(*again == *board);
    QCOMPARE(boardToJson(*again), saved);
    const Result<BoardSpec> other = read(QByteArray(tile).replace("[1]", "[2]"));
    QVERIFY(*other != *board);
}

void TestBoardFile::badInputIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("not JSON") << QByteArray("{\n \"format\": 1,\n oops }") << u"line 3"_s;
    QTest::newRow("no format number") << QByteArray("{}") << u"\"format\""_s;
    QTest::newRow("tile without an id") << QByteArray(R"({"format":1,"tiles":[{"kind":"kpi"}]})")
                                        << u"tile 1: \"id\""_s;
    QTest::newRow("same id twice") << QByteArray(R"({"format":1,"tiles":[{"id":"a"},{"id":"a"}]})") << u"twice"_s;
    QTest::newRow("unknown kind") << QByteArray(R"({"format":1,"tiles":[{"id":"a","kind":"pie"}]})") << u"timeSeries"_s;
    QTest::newRow("bad duration")
        << QByteArray(R"({"format":1,"tiles":[{"id":"a","bindings":[{"window":{"length":"5 minutes"}}]}]})")
        << u"tile 1, binding 1, window: \"length\""_s;
    QTest::newRow("bucket of two days") << QByteArray(
                                               R"({"format":1,"tiles":[{"id":"a","bindings":[{"bucket":"2d"}]}]})")
                                        << u"\"bucket\""_s;
    QTest::newRow("unknown step")
        << QByteArray(R"({"format":1,"tiles":[{"id":"a","bindings":[{"steps":[{"kind":"guess"}]}]}]})")
        << u"tile 1, binding 1, step 1: \"kind\" must be one of parseNumber, scale"_s;
    QTest::newRow("half a pair")
        << QByteArray(R"({"format":1,"tiles":[{"id":"a","bindings":[{"steps":[{"kind":"map","pairs":[["a"]]}]}]}]})")
        << u"\"pairs\""_s;
    QTest::newRow("since when") << QByteArray(R"({"format":1,"tiles":[{"id":"a","bindings":[{"since":"yesterday"}]}]})")
                                << u"\"since\""_s;
    QTest::newRow("negative percentile")
        << QByteArray(R"({"format":1,"tiles":[{"id":"a","options":{"histogram":{"markers":[-1]}}}]})")
        << u"options, histogram: \"markers\""_s;
    QTest::newRow("number where text is due") << QByteArray(R"({"format":1,"title":5})") << u"\"title\" must be text"_s;
}

void TestBoardFile::badInputIsRefusedWithItsPlace()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, said);
    const Result<BoardSpec> board = boardFromJson(json, u"b"_s);
    QVERIFY(!board.ok());
    QCOMPARE(board.error().code, ErrorCode::Malformed);
    QVERIFY2(board.error().message.contains(said), qPrintable(board.error().message));
}

void TestBoardFile::listsAreBounded_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("said");
    QTest::newRow("tiles") << R"({"format":1,"tiles":[)"_ba
                           << R"({"id":"%1"})"_ba
                           << "]}"_ba << 200 << u"b.board.json: \"tiles\" must be a list of at most 200 entries."_s;
    const auto ofTile = [](const char *key, int most) {
        QTest::newRow(key) << R"({"format":1,"tiles":[{"id":"a",")" + QByteArray(key) + "\":["
                           << "{}"_ba
                           << "]}]}"_ba << most
                           << u"\"%1\" must be a list of at most %2 entries."_s.arg(QLatin1StringView(key)).arg(most);
    };
    ofTile("bindings", 50);
    ofTile("columns", 100);
    ofTile("thresholds", 100);
    ofTile("valueLooks", 100);
    QTest::newRow("states") << R"({"format":1,"tiles":[{"id":"a","options":{"states":{"states":[)"_ba
                            << "{}"_ba
                            << "]}}}]}"_ba << 100 << u"\"states\" must be a list of at most 100 entries."_s;
    QTest::newRow("pairs of a map")
        << R"({"format":1,"tiles":[{"id":"a","bindings":[{"steps":[{"kind":"map","pairs":[)"_ba
        << R"(["%1","open"])"_ba
        << "]}]}]}]}"_ba << 1000 << u"\"pairs\" must be a list of at most 1000 entries."_s;
}

void TestBoardFile::listsAreBounded()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, entry);
    QFETCH(const QByteArray, behind);
    QFETCH(const int, most);
    QFETCH(const QString, said);
    const auto with = [&](int count) {
        QByteArrayList entries;
        for (int i = 0; i < count; ++i)
            entries.append(QByteArray(entry).replace("%1", QByteArray::number(i)));
        return boardFromJson(before + entries.join(',') + behind, u"b"_s);
    };
    const Result<BoardSpec> full = with(most);
    QVERIFY2(full.ok(), full.ok() ? "" : qPrintable(full.error().message));
    const Result<BoardSpec> tooFull = with(most + 1);
    QVERIFY(!tooFull.ok());
    QCOMPARE(tooFull.error().code, ErrorCode::Malformed);
    QVERIFY2(tooFull.error().message.contains(said), qPrintable(tooFull.error().message));
}

void TestBoardFile::aBoardThatCouldNotBeReadIsNotSaved()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"b.board.json"_s);
    BoardSpec board = fullBoard();
    QVERIFY(writeBoardFile(path, board).ok());
    board.tiles.first().columns = QList<TableColumn>(101);
    const Status refused = writeBoardFile(path, board);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(readBoardFile(path).ok());
}

void TestBoardFile::aNewerFormatIsNeverOverwritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"b.board.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": 99}");
    file.close();
    QCOMPARE(readBoardFile(path).error().code, ErrorCode::NewerFormat);
    QCOMPARE(writeBoardFile(path, fullBoard()).error().code, ErrorCode::NewerFormat);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{\"format\": 99}"));
}

void TestBoardFile::theShippedBoardsAreValid()
{
    const QDir folder(QStringLiteral(HOOKBOARD_SOURCE_DIR "/resources/boards"));
    const QStringList names = folder.entryList({u"*.board.json"_s});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        const Result<BoardSpec> board = readBoardFile(folder.filePath(name));
        QVERIFY2(board.ok(), board ? "" : qPrintable(board.error().message));
        // Nothing but what a template says of itself: its provider, and what it is for. New boards do not keep it.
        QJsonObject unknown = board->unknown;
        const QJsonValue provider = unknown.take("provider"_L1);
        const QJsonValue purpose = unknown.take("description"_L1);
        QVERIFY2(unknown.isEmpty(), qPrintable(name + u": "_s + unknown.keys().join(u", "_s)));
        QCOMPARE(provider.isUndefined(), name == "demo.board.json"_L1); // of all providers, so no template
        QCOMPARE(purpose.isUndefined(), provider.isUndefined());
        QVERIFY2(provider.isUndefined() || (!provider.toString().isEmpty() && !purpose.toString().isEmpty()),
                 qPrintable(name));
        for (const TileSpec &tile : board->tiles)
            QVERIFY2(tile.unknown.isEmpty(), qPrintable(tile.id));
    }
}

QTEST_GUILESS_MAIN(TestBoardFile)
#include "tst_boardfile.moc"
