#include "core/config/boardfile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
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
    void unknownKeysAreKept();
    void badInputIsRefusedWithItsPlace_data();
    void badInputIsRefusedWithItsPlace();
    void aNewerFormatIsNeverOverwritten();
    void theShippedBoardsAreValid();
};

namespace {

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
    tile.bindings = {binding, Binding{}};
    tile.columns = {{u"Amount"_s, u"$.amount"_s, TableColumn::Format::Number}};
    tile.rowLimit = 17;
    tile.format = {NumberFormat::Style::Currency, u"EUR"_s, 2, 0.01};
    tile.thresholds = {{1.5, Threshold::Severity::Error, u"Above"_s}};
    tile.lowerIsBetter = true;
    tile.showDelta = false;
    tile.staleAfterUs = -1;
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

void TestBoardFile::unknownKeysAreKept()
{
    const QByteArray json = R"({"format":1,"title":"B","theme":{"x":1},"tiles":[{"id":"a","kind":"kpi","future":[1,2]}]})";
    const Result<BoardSpec> board = boardFromJson(json, u"b"_s);
    QVERIFY(board.ok());
    const QByteArray saved = boardToJson(*board);
    QVERIFY2(saved.contains("\"future\": [1,2]"), saved.constData());
    QVERIFY2(saved.contains("\"theme\""), saved.constData());
}

void TestBoardFile::badInputIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("not JSON") << QByteArray("{\n \"format\": 1,\n oops }") << u"line 3"_s;
    QTest::newRow("no format number") << QByteArray("{}") << u"\"format\""_s;
    QTest::newRow("tile without an id") << QByteArray(R"({"format":1,"tiles":[{"kind":"kpi"}]})") << u"tile 1: \"id\""_s;
    QTest::newRow("same id twice") << QByteArray(R"({"format":1,"tiles":[{"id":"a"},{"id":"a"}]})") << u"twice"_s;
    QTest::newRow("unknown kind") << QByteArray(R"({"format":1,"tiles":[{"id":"a","kind":"pie"}]})") << u"timeSeries"_s;
    QTest::newRow("bad duration")
        << QByteArray(R"({"format":1,"tiles":[{"id":"a","bindings":[{"window":{"length":"5 minutes"}}]}]})")
        << u"tile 1, binding 1, window: \"length\""_s;
    QTest::newRow("bucket of two days")
        << QByteArray(R"({"format":1,"tiles":[{"id":"a","bindings":[{"bucket":"2d"}]}]})") << u"\"bucket\""_s;
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
        QVERIFY(board->unknown.isEmpty());
        for (const TileSpec &tile : board->tiles)
            QVERIFY2(tile.unknown.isEmpty(), qPrintable(tile.id));
    }
}

QTEST_GUILESS_MAIN(TestBoardFile)
#include "tst_boardfile.moc"
