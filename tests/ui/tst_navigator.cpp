// Across the window: command palette, problems and their cures, import with other sources, new boards, the rail's
// order, the wall.
#include "tests/support/deskwindow.h"
#include "ui/boards/boardcommands.h"
#include "ui/boards/boardpage.h"
#include "ui/boards/newboarddialog.h"
#include "ui/boards/rebinddialog.h"
#include "ui/boards/sourcesteps.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/events/eventspage.h"
#include "ui/navigator.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/palettemodel.h"
#include "ui/problems/problemcentre.h"
#include "ui/rail.h"
#include "ui/railbutton.h"
#include "ui/style/themecontroller.h"
#include "ui/wall/wallbars.h"
#include "ui/wall/wallwindow.h"
#include "ui/windowactions.h"

#include <QtCore/QTimer>
#include <QtGui/QMouseEvent>
#include <QtGui/QUndoStack>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

BoardSpec board(const QString &id, const QString &title, const QStringList &tiles = {})
{
    BoardSpec board;
    board.id = id;
    board.title = title;
    for (const QString &tile : tiles) {
        board.tiles.append(deskTile(tile, {int(board.tiles.size()) * 6, 0, 6, 4}));
    }
    return board;
}

Health good(const Clock &clock)
{
    Health health;
    health.listener = {true, u"127.0.0.1"_s, 8765, clock.nowUs(), std::nullopt};
    health.journal.writable = true;
    return health;
}

struct Session
{
    Session()
        : desk({board(u"shop"_s, u"Shop today"_s, {u"Revenue"_s, u"Failed payments"_s}),
                board(u"support"_s, u"Support desk"_s, {u"Open tickets"_s})})
        , window(desk.window())
    {
        window->activateWindow();
        ready = desk.made && QTest::qWaitForWindowActive(window.get());
        window->setHealth(good(desk.clock), desk.clock.nowUs());
    }

    CommandPalette *palette()
    {
        window->activateWindow(); // offscreen, a popup that closes gives nothing back
        if (!QTest::qWaitForWindowActive(window.get()) ||
            !QTest::qWaitFor([this] { return !window->findChild<CommandPalette *>(); })) {
            return nullptr;
        }
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        return window->findChild<CommandPalette *>();
    }
    QString found(const CommandPalette &palette, int row = 0) const
    {
        return palette.findChild<QListView *>(u"paletteList"_s)->model()->index(row, 0).data().toString();
    }

    Desk desk;
    std::unique_ptr<MainWindow> window;
    bool ready = false;
};

} // namespace

class TestNavigator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void thePaletteGoesToTilesByKeyboard();
    void thePaletteDoesWhatCanBeDone();
    void thePaletteTakesTypesThatComeLate();
    void thePaletteModelIsWellBehaved();
    void hostileNamesStayPlainInThePalette();
    void problemsAreCountedAndCured();
    void tilesLeadToTheirCure();
    void oneCauseIsToldOnce();
    void newBoardsStartFromTemplates();
    void importAsksForUnknownSources();
    void importOfKnownSourcesAsksNothing();
    void brokenFilesAreRefused();
    void exportIsTheBoardFile();
    void exportAsksBeforeItOverwrites();
    void boardsAreDraggedInTheRail();
    void boardsMoveByKeyboard();
    void theNameOfABoardHasItsMenu();
    void sourceSettingsAreUndone();
    void theWallRotates();
    void theWallTellsProblemsFirst();
    void theWallGoesWithItsBoard();
};

void TestNavigator::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestNavigator::thePaletteGoesToTilesByKeyboard()
{
    Session s;
    QVERIFY(s.ready);
    CommandPalette *palette = s.palette();
    QVERIFY(palette);
    auto *query = palette->findChild<QLineEdit *>(u"paletteQuery"_s);
    QTRY_VERIFY(query->hasFocus());
    QTest::keyClicks(query, u"tick"_s);
    QCOMPARE(s.found(*palette), u"Open tickets"_s);
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(s.window->boardPages().current(), u"support"_s);
    QTRY_VERIFY(s.window->boardPages().view(u"support"_s)->tile(u"Open tickets"_s)->hasFocus());
    QTRY_VERIFY(!s.window->findChild<CommandPalette *>());
    palette = s.palette();
    query = palette->findChild<QLineEdit *>(u"paletteQuery"_s);
    QTest::keyClicks(query, u"today shop"_s);
    QCOMPARE(s.found(*palette), u"Shop today"_s);
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(s.window->boardPages().current(), u"shop"_s);
}

void TestNavigator::thePaletteDoesWhatCanBeDone()
{
    Session s;
    CommandPalette *palette = s.palette();
    auto *query = palette->findChild<QLineEdit *>(u"paletteQuery"_s);
    QTest::keyClicks(query, u"edit board"_s);
    QCOMPARE(s.found(*palette), u"Edit board"_s);
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY(s.window->boardPages().currentPage()->isEditing());
    palette = s.palette();
    query = palette->findChild<QLineEdit *>(u"paletteQuery"_s);
    QTest::keyClicks(query, u"edit board"_s); // cannot be done again
    QVERIFY(s.found(*palette) != "Edit board"_L1);
    query->clear();
    const QString first = s.found(*palette);
    auto *list = palette->findChild<QListView *>(u"paletteList"_s);
    QTest::keyClick(query, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(query, Qt::Key_Up);
    QTest::keyClick(query, Qt::Key_Up); // from the first to the last
    QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 1);
    QTest::keyClicks(query, u"qqqqxx"_s);
    QCOMPARE(list->model()->rowCount(), 0);
    QTest::keyClick(query, Qt::Key_Return); // nothing to do
    QVERIFY(palette->isVisible());
    QTest::keyClick(query, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QVERIFY(s.window->boardPages().currentPage()->isEditing());
}

void TestNavigator::thePaletteTakesTypesThatComeLate()
{
    Session s;
    std::function<void(const SeenFields &)> answer;
    s.window->boardPages().setFetchFields(
        [&](QObject *, std::function<void(const SeenFields &)> done) { answer = std::move(done); });
    CommandPalette *palette = s.palette();
    auto *query = palette->findChild<QLineEdit *>(u"paletteQuery"_s);
    QTest::keyClicks(query, u"order.paid"_s);
    QVERIFY(answer);
    answer({{u"order.paid"_s}, {}});
    QCOMPARE(s.found(*palette), u"order.paid"_s);
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(s.window->place(), MainWindow::Place::Events);
    QCOMPARE(s.window->eventsPage().feed().filter().type, u"order.paid"_s);
}

void TestNavigator::thePaletteModelIsWellBehaved()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<PaletteEntry> entries;
    for (int i = 0; i < 500; ++i) {
        entries.append({u"board"_s, u"Entry %1"_s.arg(i), u"Detail"_s, {}, i % 3, [] {}});
    }
    model.add(entries);
    QCOMPARE(model.rowCount(), 200); // nobody scrolls further
    model.setQuery(u"entry 499"_s);
    QCOMPARE(model.rowCount(), 1);
    model.setQuery(u"detail 7"_s); // words of the place count too
    QVERIFY(model.rowCount() > 1);
    QVERIFY(!model.entry(-1) && !model.entry(1'000));
}

void TestNavigator::hostileNamesStayPlainInThePalette()
{
    PaletteModel model;
    model.add({{u"board"_s, u"<b>x</b>\u202E\n%1"_s + QString(5'000, u'a'), u"<i>"_s, {}, 0, [] {}}});
    const QString shown = model.index(0, 0).data().toString();
    QVERIFY(shown.startsWith("<b>x</b>"_L1));
    QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(u'\n'));
    QVERIFY(shown.size() < 200);
}

void TestNavigator::problemsAreCountedAndCured()
{
    Session s;
    auto *button = s.window->findChild<RailButton *>(u"railProblems"_s);
    QCOMPARE(button->badge(), 0U);
    Health health = good(s.desk.clock);
    health.listener.listening = false;
    health.listener.error = Error{ErrorCode::AlreadyRunning, {}};
    health.journal.quarantineCount = 3;
    SourceHealth source;
    source.source = u"stripe"_s;
    source.problem = u"Its secret is missing."_s;
    health.sources.append(source);
    s.window->setHealth(health, s.desk.clock.nowUs());
    QCOMPARE(button->badge(), 3U);
    QTest::mouseClick(button, Qt::LeftButton);
    auto *centre = s.window->findChild<ProblemCentre *>();
    QVERIFY(centre && centre->isVisible());
    QCOMPARE(centre->problems().size(), 3);
    QSignalSpy port(s.window.get(), &MainWindow::freePortWanted);
    QTest::mouseClick(centre->findChild<QPushButton *>(u"cure-listener"_s), Qt::LeftButton);
    QCOMPARE(port.size(), 1);
    health.listener.listening = true;
    health.listener.error.reset();
    s.window->setHealth(health, s.desk.clock.nowUs()); // it helped: the list says so by itself
    QCOMPARE(centre->problems().size(), 2);
    QTRY_VERIFY(!centre->findChild<QPushButton *>(u"cure-listener"_s));
    QTest::mouseClick(centre->findChild<QPushButton *>(u"cure-quarantine"_s), Qt::LeftButton);
    QCOMPARE(s.window->place(), MainWindow::Place::Events);
    QVERIFY(s.window->eventsPage().feed().filter().quarantine());
    s.window->setHealth(good(s.desk.clock), s.desk.clock.nowUs());
    QCOMPARE(button->badge(), 0U);
}

void TestNavigator::tilesLeadToTheirCure()
{
    Session s;
    s.window->showBoard(u"support"_s);
    BoardUpdate update;
    update.boardId = u"support"_s;
    TileSnapshot snapshot;
    snapshot.tileId = u"Open tickets"_s;
    snapshot.revision = 1;
    snapshot.value = Scalar(qint64(37));
    snapshot.error = Error{ErrorCode::InvalidArgument, u"The path does not end."_s};
    update.tiles.append(snapshot);
    s.window->apply(update);
    s.window->showEvents();
    s.window->actions().problems->trigger();
    auto *centre = s.window->findChild<ProblemCentre *>();
    QTRY_COMPARE(centre->problems().size(), 1);
    const Problem problem = centre->problems().first();
    QVERIFY(problem.title.contains("Open tickets"_L1) && problem.title.contains("Support desk"_L1));
    QCOMPARE(problem.cure, Cure::FixTile);
    QTest::mouseClick(centre->findChild<QPushButton *>(u"cure-"_s + problem.key), Qt::LeftButton);
    QCOMPARE(s.window->boardPages().current(), u"support"_s);
    QCOMPARE(s.window->place(), MainWindow::Place::Board);
}

void TestNavigator::oneCauseIsToldOnce()
{
    SettableClock clock;
    Health health = good(clock);
    health.listener.listening = false;
    const TroubledTile offline{u"b"_s, u"B"_s, u"t"_s, u"T"_s, TileState::Offline, u"since 12:31"_s};
    const TroubledTile stale{u"b"_s, u"B"_s, u"u"_s, u"U"_s, TileState::Stale, u"Last event 14 min ago"_s};
    const QList<Problem> down = problemsNow(health, clock.nowUs(), {stale, offline}, {});
    QCOMPARE(down.size(), 2);
    QCOMPARE(down[0].key, u"listener"_s); // the worst first
    QCOMPARE(down[1].key, u"tile:b/u"_s);
    QCOMPARE(down[1].sentence, stale.sentence);
    const QList<Problem> files = problemsNow(good(clock), clock.nowUs(), {}, {u"x.board.json is broken"_s});
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0].cure, Cure::BoardsFolder);
    QVERIFY(problemsNow(good(clock), clock.nowUs(), {}, {}).isEmpty());
}

void TestNavigator::newBoardsStartFromTemplates()
{
    Session s;
    QTest::mouseClick(s.window->findChild<RailButton *>(u"railNewBoard"_s), Qt::LeftButton);
    auto *dialog = s.window->findChild<NewBoardDialog *>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>(u"newBoardTemplates"_s);
    QStringList words;
    for (int i = 0; i < list->count(); ++i) {
        words.append(list->item(i)->text());
    }
    QCOMPARE(words, (QStringList{u"Empty board"_s, u"Quick board"_s, u"Alertmanager"_s, u"GitHub"_s, u"Shopify"_s,
                                 u"Stripe"_s}));
    list->setCurrentRow(1);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"newBoardTitle"_s), u"Mine"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"newBoardCreate"_s), Qt::LeftButton);
    QCOMPARE(s.window->boardPages().current(), u"mine"_s);
    QVERIFY(s.desk.boards->board(u"mine"_s)->tiles.size() > 3);
    QCOMPARE(s.window->actions().undo->text(), u"&Undo new board"_s);
    s.window->actions().undo->trigger();
    QVERIFY(!s.desk.boards->board(u"mine"_s));
}

void TestNavigator::importAsksForUnknownSources()
{
    Session s;
    SourceConfig payments;
    payments.name = u"payments"_s;
    SourceConfig shopify;
    shopify.name = u"my-shop"_s;
    s.window->setSources({payments, shopify});
    BoardSpec foreign = board(u"theirs"_s, u"Theirs"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    foreign.tiles[0].bindings.first().source = u"stripe"_s;
    foreign.tiles[1].bindings.first().source = u"shop"_s;
    foreign.tiles[2].bindings.first().source = u"orders"_s;
    foreign.tiles[3].bindings.first().source = u"payments"_s;
    const QString path = s.desk.folder.filePath(u"theirs.board.json"_s);
    QVERIFY(writeBoardFile(path, foreign).ok());
    s.window->boardCommands().importFile(path);
    QTRY_VERIFY(s.window->findChild<RebindDialog *>());
    auto *dialog = s.window->findChild<RebindDialog *>();
    QVERIFY(!dialog->findChild<QComboBox *>(u"rebind-payments"_s)); // known
    auto *stripe = dialog->findChild<QComboBox *>(u"rebind-stripe"_s);
    stripe->setCurrentText(u"payments"_s);
    auto *shop = dialog->findChild<QComboBox *>(u"rebind-shop"_s);
    QCOMPARE(shop->currentText(), u"my-shop"_s); // the likely one
    auto *orders = dialog->findChild<QComboBox *>(u"rebind-orders"_s);
    QCOMPARE(orders->currentText(), u"A new source named orders"_s);
    orders->setCurrentText(u"Any source"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"rebindAccept"_s), Qt::LeftButton);
    const BoardSpec *mine = s.desk.boards->board(u"theirs"_s);
    QVERIFY(mine);
    QStringList sources;
    for (const TileSpec &tile : mine->tiles) {
        sources.append(tile.bindings.first().source);
    }
    QCOMPARE(sources, (QStringList{u"payments"_s, u"my-shop"_s, QString(), u"payments"_s}));
    QCOMPARE(s.window->boardPages().current(), u"theirs"_s);
    QCOMPARE(s.window->actions().undo->text(), u"&Undo import board"_s);
}

void TestNavigator::importOfKnownSourcesAsksNothing()
{
    Session s;
    const QString path = s.desk.folder.filePath(u"shop.board.json"_s);
    QVERIFY(writeBoardFile(path, board(u"shop"_s, u"Shop today"_s, {u"x"_s})).ok());
    s.window->boardCommands().importFile(path);
    QTRY_COMPARE(s.window->boardPages().current(), u"shop-today"_s); // never over another board
    QVERIFY(!s.window->findChild<RebindDialog *>());
    QCOMPARE(s.desk.boards->board(u"shop"_s)->tiles.size(), 2);
}

void TestNavigator::brokenFilesAreRefused()
{
    Session s;
    QSignalSpy problem(&s.window->boardCommands(), &BoardCommands::problem);
    QFile file(s.desk.folder.filePath(u"x.board.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": 99}");
    file.close();
    s.window->boardCommands().importFile(file.fileName());
    QTRY_COMPARE(problem.size(), 1);
    s.window->boardCommands().importFile(s.desk.folder.filePath(u"none.board.json"_s));
    QTRY_COMPARE(problem.size(), 2);
    QCOMPARE(s.desk.boards->all().size(), 2);
}

void TestNavigator::exportIsTheBoardFile()
{
    Session s;
    const QString path = s.desk.folder.filePath(u"out.board.json"_s);
    s.window->boardCommands().exportTo(u"shop"_s, path);
    QFile file(path);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), s.desk.bytes(u"shop"_s));
}

void TestNavigator::exportAsksBeforeItOverwrites()
{
    Session s;
    QFile other(s.desk.folder.filePath(u"out.board.json"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
    other.close();
    s.window->boardCommands().openBoardMenu(u"shop"_s, {});
    const auto *menu = s.window->findChild<QMenu *>(u"boardMenu"_s);
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Export\u2026"_s) {
            action->trigger();
        }
    }
    auto *dialog = s.window->findChild<QFileDialog *>(u"exportBoardDialog"_s);
    QVERIFY(dialog);
    dialog->setDirectory(s.desk.folder.path());
    dialog->selectFile(u"out"_s); // the ending is added
    bool asked = false;
    QTimer::singleShot(0, dialog, [&asked, dialog] {
        if (auto *box = dialog->findChild<QMessageBox *>()) {
            asked = true;
            box->button(QMessageBox::No)->click();
        }
    });
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(asked);
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), "mine");
}

void TestNavigator::boardsAreDraggedInTheRail()
{
    Session s;
    auto *first = s.window->findChild<RailButton *>(u"railBoard-shop"_s);
    const auto *second = s.window->findChild<RailButton *>(u"railBoard-support"_s);
    const QPoint from = first->rect().center();
    const QPoint to = first->mapFromGlobal(second->mapToGlobal(second->rect().center())) + QPoint(0, 8);
    QTest::mousePress(first, Qt::LeftButton, {}, from);
    for (const QPoint &place : {from + QPoint(0, 12), to}) {
        QMouseEvent event(QEvent::MouseMove, place, first->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(first, &event);
    }
    QTest::mouseRelease(first, Qt::LeftButton, {}, to);
    QCOMPARE(s.desk.boards->all().first().id, u"support"_s);
    QCOMPARE(s.window->boardPages().current(), u"shop"_s); // it was no click
    QTest::keyClick(s.window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(s.window->boardPages().current(), u"support"_s); // numbers follow the order
    s.window->actions().undo->trigger();
    QCOMPARE(s.desk.boards->all().first().id, u"shop"_s);
}

void TestNavigator::boardsMoveByKeyboard()
{
    Session s;
    s.window->showBoard(u"shop"_s);
    QTest::keyClick(s.window.get(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(s.desk.boards->all().last().id, u"shop"_s);
    QTest::keyClick(s.window.get(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier); // it is the last
    QTest::keyClick(s.window.get(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(s.desk.boards->all().first().id, u"shop"_s);
}

void TestNavigator::theNameOfABoardHasItsMenu()
{
    Session s;
    auto *button = s.window->findChild<QToolButton *>(u"placeMenu"_s);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *menu = s.window->findChild<QMenu *>(u"boardMenu"_s);
    QVERIFY(menu && menu->isVisible());
    const QList<QAction *> actions = menu->actions();
    const auto duplicate = std::find_if(actions.begin(), actions.end(),
                                        [](const QAction *action) { return action->text() == "Duplicate"_L1; });
    QVERIFY(duplicate != actions.end());
    (*duplicate)->trigger();
    menu->close();
    QCOMPARE(s.desk.boards->all().size(), 3);
    QCOMPARE(s.window->boardPages().currentBoard()->title, u"Shop today (copy)"_s);
    s.window->showEvents();
    QVERIFY(!button->isVisible());
}

void TestNavigator::sourceSettingsAreUndone()
{
    UndoTimeline timeline;
    SourceConfig config;
    config.name = u"shop"_s;
    QList<SourceConfig> sent;
    SourceRequests requests;
    Status answer = Done();
    requests.update = [&](const SourceConfig &after, const QList<Secret> &, QObject *,
                          const SourceRequests::Callback &done) {
        sent.append(after);
        config = answer.ok() ? after : config;
        done(answer);
    };
    QStringList problems;
    requests = withSteps(requests, {timeline, [&](const QString &) { return std::optional(config); },
                                    [&](const QString &sentence) { problems.append(sentence); }});
    const SourceConfig before = config;
    SourceConfig after = config;
    after.publicUrl = u"https://hooks.example.com/shop"_s;
    requests.update(after, {}, &timeline, [](const Status &) {});
    QCOMPARE(sent.size(), 1);
    QCOMPARE(timeline.stack({}).undoText(), u"change source"_s);
    timeline.undo();
    QVERIFY(config == before);
    timeline.redo();
    QVERIFY(config == after);
    QCOMPARE(sent.size(), 3);
    answer = Error{ErrorCode::Io, u"The disk is full."_s};
    timeline.undo();
    QCOMPARE(problems, QStringList{u"The disk is full."_s});
    requests.update(before, {}, &timeline, [](const Status &) {}); // what did not happen is no step
    QCOMPARE(timeline.stack({}).count(), 1);
}

void TestNavigator::theWallRotates()
{
    Session s;
    s.window->actions().wall->trigger();
    auto *dialog = s.window->findChild<WallDialog *>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>(u"wallBoards"_s);
    list->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!dialog->findChild<QPushButton *>(u"wallStart"_s)->isEnabled());
    list->item(0)->setCheckState(Qt::Checked);
    list->item(1)->setCheckState(Qt::Checked);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"wallStart"_s), Qt::LeftButton);
    WallWindow *wall = s.window->navigator().wall();
    QVERIFY(wall && wall->isFullScreen());
    const auto *bar = wall->findChild<WallBar *>(u"wallBar"_s);
    QCOMPARE(bar->height(), 64);
    QCOMPARE(wall->findChild<WallStrip *>(u"wallStrip"_s)->height(), 44);
    QCOMPARE(bar->title(), u"Shop today"_s);
    QCOMPARE(bar->turn(), u"1 of 2, next in 1\u202Fmin"_s);
    for (int i = 0; i < 59; ++i) {
        wall->tick();
    }
    QCOMPARE(bar->turn(), u"1 of 2, next in 1\u202Fs"_s);
    wall->tick();
    QCOMPARE(bar->title(), u"Support desk"_s);
    QTest::keyClick(wall, Qt::Key_Space);
    for (int i = 0; i < 100; ++i) {
        wall->tick();
    }
    QCOMPARE(bar->title(), u"Support desk"_s); // held
    QTest::keyClick(wall, Qt::Key_Right);
    QCOMPARE(bar->title(), u"Shop today"_s);
    QCOMPARE(wall->cursor().shape(), Qt::ArrowCursor);
    QTRY_COMPARE(wall->cursor().shape(), Qt::BlankCursor); // after its rest
    QWidget *under = wall->childAt(200, 200);              // a tile, which would keep the move to itself
    QVERIFY(under);
    QMouseEvent move(QEvent::MouseMove, QPointF(5, 5), under->mapToGlobal(QPointF(5, 5)), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(under, &move);
    QTRY_COMPARE(wall->cursor().shape(), Qt::ArrowCursor);
    QTest::keyClick(wall, Qt::Key_Escape);
    QTRY_VERIFY(!s.window->navigator().wall());
    QVERIFY(s.window->isVisible());
}

void TestNavigator::theWallTellsProblemsFirst()
{
    Session s;
    s.window->navigator().startWall({{u"shop"_s}, 60, Theme::Scheme::Dark});
    WallWindow *wall = s.window->navigator().wall();
    const auto *bar = wall->findChild<WallBar *>(u"wallBar"_s);
    QCOMPARE(bar->turn(), QString()); // of one board there is no turn
    QCOMPARE(bar->problemText(), QString());
    Health health = good(s.desk.clock);
    health.listener.listening = false;
    health.journal.quarantineCount = 3;
    s.window->setHealth(health, s.desk.clock.nowUs());
    QCOMPARE(bar->problemText(), u"Not listening, and 1 more"_s);
    const auto words = wall->findChild<WallStrip *>(u"wallStrip"_s)->words();
    QCOMPARE(words.first().text, u"Not listening"_s);
    QCOMPARE(words.first().tone, Tone::Error);
    // Larger type, the board fills the screen exactly.
    const auto *view = wall->findChild<BoardView *>(u"wallView-shop"_s);
    QVERIFY(view->tile(u"Revenue"_s)->theme().textScale() > 1.25);
    QVERIFY(view->tile(u"Revenue"_s)->theme().isDark());
    QTRY_COMPARE(view->boardLayout().contentHeight, view->height());
}

void TestNavigator::theWallGoesWithItsBoard()
{
    Session s;
    s.window->navigator().startWall({{u"shop"_s, u"support"_s}, 60, {}});
    QVERIFY(s.window->navigator().wall());
    s.desk.boards->remove(u"support"_s);
    QVERIFY(!s.window->navigator().wall());
    s.window->navigator().startWall({{u"shop"_s}, 60, {}});
    s.window.reset(); // the wall goes before what it shows
}

QTEST_MAIN(TestNavigator)
#include "tst_navigator.moc"
