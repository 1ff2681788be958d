// The example boards: they follow the schema, are laid out as the program would write them, compile, and every tile
// shows something of deliveries as the providers send them.
#include "core/aggregate/boardfold.h"
#include "core/config/boardfile.h"
#include "core/engine.h"
#include "tests/support/schemacheck.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Deliveries of a provider, one a minute up to now.
std::vector<StoredEvent> deliveries(const QString &source, qint64 nowUs)
{
    const QByteArray json = bytesOf(QStringLiteral(HOOKBOARD_TEST_DATA) + "/samples/"_L1 + source + ".json"_L1);
    const QJsonArray samples = QJsonDocument::fromJson(json).array();
    std::vector<StoredEvent> events;
    for (const QJsonValue &sample : samples) {
        StoredEvent event;
        event.seq = events.size() + 1;
        event.source = source;
        event.type = sample["type"_L1].toString();
        event.receivedUs = nowUs - (samples.size() - qint64(events.size())) * kSecondUs;
        event.occurredUs = event.receivedUs - kSecondUs;
        event.verified = true;
        event.payload = QJsonDocument(sample["body"_L1].toObject()).toJson(QJsonDocument::Compact);
        event.body = event.payload;
        event.bodySize = event.body.size();
        events.push_back(event);
    }
    return events;
}

} // namespace

class TestExampleBoards : public QObject
{
    Q_OBJECT

private slots:
    void theSchemaCheckerFindsMistakes();
    void boards_data();
    void boards();
    void everyTileShowsSomething_data() { boards_data(); }
    void everyTileShowsSomething();
    void theProvidersOfTheExamples();
};

void TestExampleBoards::theSchemaCheckerFindsMistakes()
{
    const SchemaCheck schema(QStringLiteral(HOOKBOARD_SOURCE_DIR) + "/resources/schemas/board.schema.json"_L1);
    QVERIFY(schema.isLoaded());
    const auto problems = [&](const char *json) { return schema.problems(QJsonDocument::fromJson(json).object()); };
    QCOMPARE(problems(R"({"format": 1, "tiles": []})"), QStringList());
    QCOMPARE(problems(R"({"tiles": []})").size(), 1);
    QCOMPARE(problems(R"({"format": 2})").size(), 1);
    QCOMPARE(problems(R"({"format": 1, "tiles": [{"kind": "kpi"}]})").size(), 1);
    QCOMPARE(problems(R"({"format": 1, "tiles": [{"id": "a", "kind": "cake", "grid": {"w": 99}}]})").size(), 2);
    QVERIFY(!problems(R"({"format": 1, "tiles": [{"id": "a", "staleAfter": "soon"}]})").isEmpty());
}

void TestExampleBoards::boards_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(HOOKBOARD_SOURCE_DIR) + "/resources/boards"_L1);
    const QStringList names = folder.entryList({u"*.board.json"_s});
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name.chopped(11);
    }
    QVERIFY(names.size() >= 5);
}

void TestExampleBoards::boards()
{
    QFETCH(QString, name);
    const QByteArray json =
        bytesOf(QStringLiteral(HOOKBOARD_SOURCE_DIR) + "/resources/boards/"_L1 + name + ".board.json"_L1);
    const SchemaCheck schema(QStringLiteral(HOOKBOARD_SOURCE_DIR) + "/resources/schemas/board.schema.json"_L1);
    const QStringList problems = schema.problems(QJsonDocument::fromJson(json).object());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    const Result<BoardSpec> board = boardFromJson(json, name);
    QVERIFY2(board.ok(), board.ok() ? "" : qPrintable(board.error().message));
    if (name != "demo"_L1) {
        QCOMPARE(QString::fromUtf8(boardToJson(*board)), QString::fromUtf8(json)); // no noise in the first diff
    }
    for (qsizetype i = 0; i < board->tiles.size(); ++i) {
        const TileSpec &tile = board->tiles[i];
        QVERIFY(QRect(0, 0, 24, 200).contains(tile.grid));
        for (qsizetype k = 0; k < i; ++k) {
            QVERIFY2(!tile.grid.intersects(board->tiles[k].grid), qPrintable(tile.id));
        }
        const QList<TileProblem> wrong = Engine::problemsOf(tile);
        QVERIFY2(wrong.isEmpty(), wrong.isEmpty() ? "" : qPrintable(tile.id + u": "_s + wrong.first().message));
    }
}

void TestExampleBoards::everyTileShowsSomething()
{
    QFETCH(QString, name);
    if (name == "demo"_L1) {
        return; // its deliveries are made by the demo
    }
    const Result<BoardSpec> board =
        readBoardFile(QStringLiteral(HOOKBOARD_SOURCE_DIR) + "/resources/boards/"_L1 + name + ".board.json"_L1);
    QVERIFY(board.ok());
    const qint64 now = QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toMSecsSinceEpoch() * 1000; // local noon
    const std::vector<StoredEvent> events = deliveries(name, now);
    QVERIFY(events.size() >= 3);
    BoardFold fold(*board);
    for (const StoredEvent &event : events) {
        fold.fold(event);
    }
    const QList<TileSnapshot> snapshots = fold.snapshots(now, true);
    QCOMPARE(snapshots.size(), board->tiles.size());
    for (const TileSnapshot &snapshot : snapshots) {
        const QByteArray id = snapshot.tileId.toUtf8();
        QVERIFY2(!snapshot.error, id.constData());
        QVERIFY2(snapshot.matched > 0, id.constData());
        QVERIFY2(snapshot.skipped.isEmpty(),
                 qPrintable(snapshot.tileId + u": "_s + snapshot.skipped.keys().join(u',')));
        const bool shows = snapshot.value || !snapshot.rows.isEmpty() || !snapshot.series.isEmpty() ||
                           !snapshot.lanes.isEmpty() || !snapshot.bins.isEmpty();
        QVERIFY2(shows, id.constData());
        for (const Row &row : snapshot.rows) {
            for (const Cell &cell : row.cells) {
                QVERIFY2(!cell.missing, id.constData());
            }
        }
    }
}

void TestExampleBoards::theProvidersOfTheExamples()
{
    for (const QString &name : {u"stripe"_s, u"github"_s, u"shopify"_s, u"alertmanager"_s}) {
        const Result<BoardSpec> board =
            readBoardFile(QStringLiteral(HOOKBOARD_SOURCE_DIR) + "/resources/boards/"_L1 + name + ".board.json"_L1);
        QVERIFY(board.ok());
        QVERIFY(!board->unknown.value("provider"_L1).toString().isEmpty());
        QVERIFY(!board->unknown.value("description"_L1).toString().isEmpty());
    }
}

QTEST_MAIN(TestExampleBoards)
#include "tst_exampleboards.moc"
