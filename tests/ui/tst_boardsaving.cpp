// What is done is on the disk: autosave, snapshots and their restoring, the order of the boards, and a process that is
// killed while somebody edits.
#include "tests/support/deskwindow.h"
#include "ui/boards/snapshotsdialog.h"
#include "ui/dashboard/boardrender.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/style/themecontroller.h"
#include "ui/windowactions.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtGui/QUndoStack>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

#include <cstdio>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kKills = 5;

BoardSpec shop()
{
    BoardSpec board;
    board.id = u"shop"_s;
    board.title = u"Shop today"_s;
    board.tiles = {deskTile(u"k0"_s, {0, 0, 6, 4}), deskTile(u"k1"_s, {6, 0, 6, 4})};
    return board;
}

BoardSpec board(const QString &id)
{
    BoardSpec board;
    board.id = id;
    board.title = id;
    return board;
}

QList<BoardSnapshot> snapshotsOf(Boards &boards, const QString &id)
{
    QList<BoardSnapshot> found;
    bool answered = false;
    QObject context;
    boards.saver().listSnapshots(id, &context, [&](const QList<BoardSnapshot> &list) {
        found = list;
        answered = true;
    });
    return QTest::qWaitFor([&] { return answered; }) ? found : QList<BoardSnapshot>();
}

QStringList ids(const Boards &boards)
{
    QStringList list;
    for (const BoardSpec &one : boards.all()) {
        list.append(one.id);
    }
    return list;
}

// The child: edits for as long as it lives, and says after each step that its board is saved.
int editForEver(const QString &folder)
{
    const Profile profile(folder);
    SettableClock clock;
    Boards boards(profile, clock);
    boards.load();
    int step = 0;
    const auto next = [&] {
        clock.m_nowUs += kMinuteUs; // so that snapshots are kept too
        TileSpec tile = boards.board(u"shop"_s)->tiles.first();
        tile.title = QString::number(++step);
        boards.changeTile(u"shop"_s, tile);
    };
    QObject::connect(&boards.saver(), &BoardSaver::saved, &boards, [&] {
        std::printf("%d\n", step);
        std::fflush(stdout);
        next();
    });
    next();
    return QCoreApplication::exec();
}

} // namespace

class TestBoardSaving : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStepIsSaved();
    void aRowOfStepsIsWrittenOnceInItsNewestState();
    void whatWaitsIsWrittenAtTheEnd();
    void snapshotsAreKeptOncePerMinute();
    void fiftySnapshotsStay();
    void largerStepsAlwaysKeepOne();
    void theDialogShowsAndRestores();
    void aKeptTileShowsOnlyWhatItsFormulaMade();
    void aKilledProcessLosesNothingThatWasSaved();
    void boardsKeepTheirOrder();
    void aBoardOfANewerFormatIsNeverOverwritten();
};

void TestBoardSaving::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestBoardSaving::everyStepIsSaved()
{
    Desk desk({shop()});
    QVERIFY(desk.made);
    QSignalSpy saved(&desk.boards->saver(), &BoardSaver::saved);
    desk.boards->removeTile(u"shop"_s, u"k0"_s);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(readBoardFile(desk.profile.boardPath(u"shop"_s)).value().tiles.size(), 1);
    desk.boards->remove(u"shop"_s);
    QTRY_COMPARE(saved.size(), 2);
    QVERIFY(!QFile::exists(desk.profile.boardPath(u"shop"_s)));
}

void TestBoardSaving::aRowOfStepsIsWrittenOnceInItsNewestState()
{
    Desk desk({shop()});
    QSignalSpy saved(&desk.boards->saver(), &BoardSaver::saved);
    for (int i = 1; i <= 100; ++i) {
        desk.boards->rename(u"shop"_s, QString::number(i));
    }
    QTRY_VERIFY(!saved.isEmpty());
    QCOMPARE(readBoardFile(desk.profile.boardPath(u"shop"_s)).value().title, u"100"_s);
    QCOMPARE(saved.size(), 1); // told when the newest state is on the disk, and only then
}

void TestBoardSaving::whatWaitsIsWrittenAtTheEnd()
{
    Desk desk({shop()});
    for (int i = 1; i <= 10; ++i) {
        desk.boards->rename(u"shop"_s, QString::number(i));
    }
    desk.boards.reset();
    QCOMPARE(readBoardFile(desk.profile.boardPath(u"shop"_s)).value().title, u"10"_s);
}

void TestBoardSaving::snapshotsAreKeptOncePerMinute()
{
    Desk desk({shop()});
    desk.boards->rename(u"shop"_s, u"A"_s);
    desk.clock.m_nowUs += 30 * kSecondUs;
    desk.boards->rename(u"shop"_s, u"B"_s);
    desk.clock.m_nowUs += 31 * kSecondUs;
    desk.boards->rename(u"shop"_s, u"C"_s);
    const QList<BoardSnapshot> kept = snapshotsOf(*desk.boards, u"shop"_s);
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept[0].board.title, u"B"_s); // before C, newest first
    QCOMPARE(kept[0].timeUs, desk.clock.m_nowUs);
    QVERIFY(kept[1].board == shop());
    desk.boards->keepSnapshot(u"shop"_s);
    desk.clock.m_nowUs += kSecondUs;
    desk.boards->keepSnapshot(u"shop"_s); // says the same as the one before
    QCOMPARE(snapshotsOf(*desk.boards, u"shop"_s).size(), 3);
}

void TestBoardSaving::fiftySnapshotsStay()
{
    Desk desk({shop()});
    for (int i = 0; i < 60; ++i) {
        desk.clock.m_nowUs += 2 * kMinuteUs;
        desk.boards->rename(u"shop"_s, QString::number(i));
    }
    const QList<BoardSnapshot> kept = snapshotsOf(*desk.boards, u"shop"_s);
    QCOMPARE(kept.size(), 50);
    QCOMPARE(kept.first().board.title, u"58"_s);
    QCOMPARE(kept.last().board.title, u"9"_s);
}

void TestBoardSaving::largerStepsAlwaysKeepOne()
{
    Desk desk({shop()});
    desk.boards->rename(u"shop"_s, u"A"_s);
    desk.clock.m_nowUs += kSecondUs;
    desk.boards->remove(u"shop"_s);
    const QList<BoardSnapshot> kept = snapshotsOf(*desk.boards, u"shop"_s);
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.first().board.title, u"A"_s);
}

void TestBoardSaving::theDialogShowsAndRestores()
{
    Desk desk({shop()});
    const auto window = desk.window();
    window->showBoard(u"shop"_s);
    desk.boards->removeTile(u"shop"_s, u"k1"_s);
    desk.clock.m_nowUs += 2 * kMinuteUs;
    desk.boards->rename(u"shop"_s, u"Other"_s);
    window->actions().snapshots->trigger();
    auto *dialog = window->findChild<SnapshotsDialog *>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>(u"snapshotList"_s);
    QTRY_COMPARE(list->count(), 2);
    list->setCurrentRow(1);
    QCOMPARE(dialog->findChild<QLabel *>(u"snapshotWords"_s)->text(),
             u"Compared with now: 1 tile more, another title."_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"snapshotRestore"_s), Qt::LeftButton);
    QVERIFY(*desk.boards->board(u"shop"_s) == shop());
    QCOMPARE(desk.boards->undoStack(u"shop"_s).undoText(), u"restore snapshot"_s);
    window->actions().undo->trigger();
    QCOMPARE(desk.boards->board(u"shop"_s)->title, u"Other"_s);
    QCOMPARE(desk.boards->board(u"shop"_s)->tiles.size(), 1);
}

void TestBoardSaving::aKeptTileShowsOnlyWhatItsFormulaMade()
{
    const BoardSpec before = shop();
    BoardSpec after = before;
    after.tiles[0].bindings.first().value = u"$.amount"_s;
    after.tiles[1].title = u"Another title"_s;
    SettableClock clock;
    DashboardModel model(clock);
    model.setBoard(after);
    BoardUpdate update;
    update.boardId = after.id;
    for (const TileSpec &tile : std::as_const(after.tiles)) {
        TileSnapshot snapshot;
        snapshot.tileId = tile.id;
        snapshot.revision = 1;
        snapshot.value = Scalar(qint64(7));
        update.tiles.append(snapshot);
    }
    model.apply(update);
    const SnapshotsDialog dialog(after, &model, clock);
    QCOMPARE(dialog.pictureOf(before).snapshots.keys(), QStringList{u"k1"_s});
    QCOMPARE(dialog.pictureOf(after).snapshots.size(), 2);
}

void TestBoardSaving::aKilledProcessLosesNothingThatWasSaved()
{
    for (int round = 0; round < kKills; ++round) {
        Desk desk({shop()});
        desk.boards.reset(); // the child has the profile
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--edit-for-ever"_s, desk.folder.path()});
        QVERIFY(child.waitForStarted());
        QByteArray said;
        while (said.count('\n') < 3 + 7 * round) {
            QVERIFY(child.waitForReadyRead());
            said += child.readAllStandardOutput();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        said += child.readAllStandardOutput();
        const int told = said.left(said.lastIndexOf('\n')).split('\n').last().toInt();
        desk.open();
        QVERIFY(desk.made); // no half-written file
        const BoardSpec *board = desk.boards->board(u"shop"_s);
        QVERIFY(board);
        QVERIFY(board->tiles.first().title.toInt() >= told);
        const QList<BoardSnapshot> kept = snapshotsOf(*desk.boards, u"shop"_s);
        QVERIFY(kept.size() >= 2);
        desk.boards->change(kept.last().board, u"restore snapshot"_s);
        QCOMPARE(desk.boards->board(u"shop"_s)->tiles.first().title, kept.last().board.tiles.first().title);
        QDir boards(desk.profile.boardsDirectory());
        QCOMPARE(boards.entryList({u"*.board.json"_s}, QDir::Files), QStringList{u"shop.board.json"_s});
    }
}

void TestBoardSaving::boardsKeepTheirOrder()
{
    Desk desk({board(u"a"_s), board(u"b"_s), board(u"c"_s)});
    QCOMPARE(ids(*desk.boards), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    desk.boards->reorder({u"c"_s, u"a"_s, u"b"_s});
    desk.boards->remove(u"a"_s);
    desk.boards->timeline().setCurrent(u"b"_s);
    desk.boards->timeline().undo();
    QCOMPARE(ids(*desk.boards), (QStringList{u"c"_s, u"a"_s, u"b"_s})); // at its place again
    desk.boards->duplicate(u"c"_s);
    desk.boards.reset();
    desk.open();
    QCOMPARE(ids(*desk.boards), (QStringList{u"c"_s, u"a"_s, u"b"_s, u"c-copy"_s}));
    QCOMPARE(desk.boards->board(u"c-copy"_s)->title, u"c (copy)"_s);
}

void TestBoardSaving::aBoardOfANewerFormatIsNeverOverwritten()
{
    Desk desk({shop()});
    QFile file(desk.profile.boardPath(u"shop"_s)); // a newer program wrote it meanwhile
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray newer = "{\"format\": 99, \"title\": \"mine\"}";
    QCOMPARE(file.write(newer), newer.size());
    file.close();
    QSignalSpy problem(desk.boards.get(), &Boards::problem);
    desk.boards->rename(u"shop"_s, u"Other"_s);
    QTRY_COMPARE(problem.size(), 1);
    QCOMPARE(desk.bytes(u"shop"_s), newer);
    desk.boards->timeline().setCurrent(u"shop"_s);
    desk.boards->timeline().undo(); // the original bytes as little
    QTRY_COMPARE(problem.size(), 2);
    QCOMPARE(desk.bytes(u"shop"_s), newer);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--edit-for-ever") {
        return editForEver(QString::fromLocal8Bit(argv[2]));
    }
    TestBoardSaving test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_boardsaving.moc"
