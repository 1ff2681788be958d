// The window: places, shortcuts, what it remembers; the status line's words; boards and their undo steps.
#include "core/config/boardfile.h"
#include "tests/support/manualclock.h"
#include "ui/banner.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/events/eventspage.h"
#include "ui/mainwindow.h"
#include "ui/placebar.h"
#include "ui/rail.h"
#include "ui/railbutton.h"
#include "ui/rememberedsplitter.h"
#include "ui/sources/secretfield.h"
#include "ui/sources/sourcedialog.h"
#include "ui/statusbutton.h"
#include "ui/statusline.h"
#include "ui/welcome/welcomepage.h"
#include "ui/windowactions.h"

#include <QtCore/QSet>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNowUs = 1'700'000'000'000'000;

Health good()
{
    Health health;
    health.listener = {true, u"127.0.0.1"_s, 8765, kNowUs, std::nullopt};
    health.journal.writable = true;
    health.journal.eventCount = 1'284;
    health.journal.bytes = 1'200'000'000;
    health.lastEventUs = kNowUs - 2'000'000;
    health.eventsPerSecond = 3.14;
    health.queueLimit = 8'192;
    return health;
}

BoardSpec board(const QString &id, const QString &title)
{
    BoardSpec spec;
    spec.id = id;
    spec.title = title;
    TileSpec tile;
    tile.id = u"t1"_s;
    tile.title = u"Orders"_s;
    tile.bindings.append(Binding());
    spec.tiles.append(tile);
    return spec;
}

// A profile in a temporary folder, and the window over it without an engine.
struct Desk
{
    explicit Desk(const QList<BoardSpec> &files = {board(u"shop"_s, u"Shop today"_s), board(u"desk"_s, u"Support"_s)})
        : profile(folder.path())
    {
        made = profile.create(u"memory"_s).ok();
        for (const BoardSpec &file : files) {
            made = made && writeBoardFile(profile.boardPath(file.id), file).ok();
        }
        boards = std::make_unique<Boards>(profile, clock);
        made = made && boards->load().isEmpty();
    }

    std::unique_ptr<MainWindow> window()
    {
        EventFetch fetch;
        fetch.events = [](const EventQuery &, QObject *, EventFetch::Events done, std::stop_token) {
            done(EventPage());
        };
        fetch.quarantine = [](const EventQuery &, QObject *, EventFetch::Quarantine done, std::stop_token) {
            done(QuarantinePage());
        };
        SourceRequests requests;
        requests.url = [](const QString &name) { return u"http://127.0.0.1:8765/hooks/"_s + name; };
        requests.samples = &Engine::samples;
        requests.add = [this](const SourceConfig &source, const QList<Secret> &, QObject *,
                              const SourceRequests::Callback &done) {
            added.append(source);
            done(Done());
        };
        auto made_ = std::make_unique<MainWindow>(WindowParts{*boards, clock, fetch, requests, Engine::providers(),
                                                              folder.filePath(u"window.ini"_s), Settings()});
        made_->show();
        return made_;
    }

    QTemporaryDir folder;
    Profile profile;
    ManualClock clock{kNowUs};
    std::unique_ptr<Boards> boards;
    QList<SourceConfig> added;
    bool made = false;
};

void press(QWidget &window, const QKeySequence &keys)
{
    QTest::keySequence(&window, keys);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void theStatusLineTellsTheTruth_data();
    void theStatusLineTellsTheTruth();
    void aTakenPortOffersAFreeOne();
    void narrowStatusLinesKeepTroubles();
    void placesByKeyboard();
    void theRailIsUsableByKeyboard();
    void theRailNarrowsItself();
    void theRailCountsTroubles();
    void quarantineLeadsToTheList();
    void fullScreenHidesAndEscReturns();
    void theWindowRemembers();
    void boardsFromFilesAreShown();
    void everyBoardEditIsUndone();
    void aBoardIsMadeByKeyboard();
    void deletingABoardAsksAndCanBeUndone();
    void ids();
    void freePlaces();
    void noBoardOffersOne();
    void theWelcomePageLeadsFromProviderToBoard();
    void theAppearanceMenuTellsTheChoice();
    void proposedTilesAreOneUndoStep();
    void hostileTitlesStayPlain();
};

void TestMainWindow::theStatusLineTellsTheTruth_data()
{
    QTest::addColumn<Health>("health");
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tone");
    Health health = good();
    const auto row = [&](const char *name, StatusLine::Entry entry, const QString &text, StatusTone tone) {
        QTest::newRow(name) << health << int(entry) << text << int(tone);
    };
    row("listening", StatusLine::Listener, u"Listening on 127.0.0.1:8765"_s, StatusTone::Good);
    row("nothing waits", StatusLine::Queue, {}, StatusTone::Plain);
    row("journal size", StatusLine::Journal, u"Journal 1.2 GB"_s, StatusTone::Plain);
    row("empty quarantine", StatusLine::Quarantine, {}, StatusTone::Plain);
    row("rate", StatusLine::Rate, u"3.1 events/s"_s, StatusTone::Plain);
    row("last event", StatusLine::LastEvent, u"Last event 2\u202Fs ago"_s, StatusTone::Plain);
    health.listener.listening = false;
    row("stopped without a reason", StatusLine::Listener, u"Not listening"_s, StatusTone::Trouble);
    health.listener.error = Error{ErrorCode::AlreadyRunning, u"bind failed"_s};
    row("port taken", StatusLine::Listener, u"Not listening: port 8765 is in use by another program"_s,
        StatusTone::Trouble);
    health.listener.error = Error{ErrorCode::Io, u"Port 80 needs more rights."_s};
    row("another reason", StatusLine::Listener, u"Not listening: Port 80 needs more rights."_s, StatusTone::Trouble);
    row("nothing is asked of a keychain", StatusLine::Secrets, {}, StatusTone::Plain);
    health.secretStore.kind = u"keychain"_s;
    health.secretStore.state = SecretStoreState::State::Reading;
    health.secretStore.sourcesWithout = 2;
    health.secretStore.sinceUs = kNowUs;
    row("a keychain that has just been asked", StatusLine::Secrets, {}, StatusTone::Plain);
    health.secretStore.sinceUs = kNowUs - 1'000'000;
    row("a keychain that is slow", StatusLine::Secrets, u"The keychain has not answered: 2 sources refuse deliveries"_s,
        StatusTone::Warning);
    health.secretStore.state = SecretStoreState::State::Unavailable;
    row("a keychain that is locked", StatusLine::Secrets, u"The keychain cannot be used: 2 sources refuse deliveries"_s,
        StatusTone::Trouble);
    row("and asked again", StatusLine::SecretsAgain, u"Try again"_s, StatusTone::Plain);
    health.secretStore.sourcesWithout = 0;
    row("a keychain that no source waits for", StatusLine::Secrets, u"The keychain cannot be used"_s,
        StatusTone::Warning);
    health.secretStore = {};
    health.queued = 412;
    row("a queue", StatusLine::Queue, u"412 waiting to be stored"_s, StatusTone::Warning);
    health.queued = 8'000;
    row("a queue that is nearly full", StatusLine::Queue, u"8,000 waiting to be stored"_s, StatusTone::Trouble);
    health.journal.quarantineCount = 3;
    row("quarantine", StatusLine::Quarantine, u"3 in quarantine"_s, StatusTone::Warning);
    health.journal.writable = false;
    row("opening", StatusLine::Journal, u"Journal is being opened"_s, StatusTone::Plain);
    health.journal.error = Error{ErrorCode::DiskFull, {}};
    row("disk full", StatusLine::Journal, u"The disk is full"_s, StatusTone::Trouble);
    health.journal.error = Error{ErrorCode::JournalReadOnly, {}};
    row("read-only", StatusLine::Journal, u"The journal is read-only"_s, StatusTone::Trouble);
    health.journal.error = Error{ErrorCode::JournalBusy, {}};
    row("locked", StatusLine::Journal, u"Another program locks the journal"_s, StatusTone::Trouble);
    health.journal.error = Error{ErrorCode::JournalDamaged, {}};
    row("damaged", StatusLine::Journal, u"The journal is damaged"_s, StatusTone::Trouble);
    health.lastEventUs = 0;
    row("no event", StatusLine::LastEvent, u"No event yet"_s, StatusTone::Plain);
}

void TestMainWindow::theStatusLineTellsTheTruth()
{
    QFETCH(Health, health);
    QFETCH(int, entry);
    QFETCH(QString, text);
    QFETCH(int, tone);
    StatusLine line;
    line.resize(1'600, 26);
    line.show();
    line.setHealth(health, kNowUs);
    const StatusButton *button = line.entry(StatusLine::Entry(entry));
    QCOMPARE(button->entry().text, text);
    QCOMPARE(int(button->entry().tone), tone);
    QCOMPARE(button->isVisible(), !text.isEmpty());
    QCOMPARE(button->accessibleName(), text);
}

void TestMainWindow::aTakenPortOffersAFreeOne()
{
    Desk desk;
    QVERIFY(desk.made);
    const auto window = desk.window();
    StatusButton *free = window->statusLine().entry(StatusLine::FreePort);
    window->setHealth(good(), kNowUs);
    QVERIFY(!free->isVisible());
    Health health = good();
    health.listener.listening = false;
    health.listener.error = Error{ErrorCode::AlreadyRunning, {}};
    window->setHealth(health, kNowUs);
    QVERIFY(free->isVisible());
    QSignalSpy wanted(window.get(), &MainWindow::freePortWanted);
    free->setFocus();
    QTest::keyClick(free, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
}

void TestMainWindow::narrowStatusLinesKeepTroubles()
{
    StatusLine line;
    line.resize(460, 26);
    line.show();
    Health health = good();
    health.journal.quarantineCount = 3;
    health.journal.writable = false;
    health.journal.error = Error{ErrorCode::DiskFull, {}};
    line.setHealth(health, kNowUs);
    QVERIFY(line.entry(StatusLine::Listener)->isVisible());
    QVERIFY(line.entry(StatusLine::Journal)->isVisible());
    QVERIFY(line.entry(StatusLine::Quarantine)->isVisible());
    QVERIFY(!line.entry(StatusLine::TimeZone)->isVisible());
}

void TestMainWindow::placesByKeyboard()
{
    Desk desk;
    const auto window = desk.window();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QCOMPARE(window->place(), MainWindow::Place::Board);
    const QString first = window->boardPages().current();
    press(*window, {u"Ctrl+E"_s});
    QCOMPARE(window->place(), MainWindow::Place::Events);
    press(*window, {u"Ctrl+Shift+S"_s});
    QCOMPARE(window->place(), MainWindow::Place::Sources);
    press(*window, {u"Ctrl+2"_s});
    QCOMPARE(window->place(), MainWindow::Place::Board);
    QVERIFY(window->boardPages().current() != first);
    press(*window, {u"Ctrl+1"_s});
    QCOMPARE(window->boardPages().current(), first);
    press(*window, QKeySequence::Find);
    QCOMPARE(window->place(), MainWindow::Place::Events);
    const auto *search = window->findChild<QLineEdit *>(u"eventSearch"_s);
    QVERIFY(search->hasFocus());
    press(*window, {u"Ctrl+P"_s});
    QVERIFY(window->eventsPage().isPaused());
    press(*window, {u"Ctrl+1"_s});
    QVERIFY(!window->actions().pause->isChecked()); // each place has its own
    press(*window, {u"Ctrl+Shift+N"_s});
    QVERIFY(window->findChild<SourceDialog *>()->isVisible());
}

void TestMainWindow::theRailIsUsableByKeyboard()
{
    Desk desk;
    const auto window = desk.window();
    auto *events = window->findChild<RailButton *>(u"railEvents"_s);
    events->setFocus();
    QTest::keyClick(events, Qt::Key_Space);
    QCOMPARE(window->place(), MainWindow::Place::Events);
    QVERIFY(events->isChecked());
    for (const RailButton *button : window->findChildren<RailButton *>()) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(button->focusPolicy() != Qt::NoFocus);
    }
}

void TestMainWindow::theRailNarrowsItself()
{
    Desk desk;
    const auto window = desk.window();
    window->resize(1'600, 1'000);
    QVERIFY(!window->rail().isNarrow());
    QCOMPARE(window->rail().width(), 184);
    window->resize(1'000, 700);
    QVERIFY(window->rail().isNarrow());
    QCOMPARE(window->rail().width(), 48);
    window->resize(1'600, 1'000);
    QVERIFY(!window->rail().isNarrow());
    window->actions().narrowRail->trigger();
    QVERIFY(window->rail().isNarrow());
    QCOMPARE(window->findChild<RailButton *>(u"railEvents"_s)->toolTip().contains("Events"_L1), true);
}

void TestMainWindow::theRailCountsTroubles()
{
    Desk desk;
    const auto window = desk.window();
    window->rail().setTrouble(u"shop"_s, 2);
    const auto *button = window->findChild<RailButton *>(u"railBoard-shop"_s);
    QCOMPARE(button->badge(), 2U);
    QCOMPARE(button->accessibleName(), u"Shop today, 2 tiles need attention"_s);
}

void TestMainWindow::quarantineLeadsToTheList()
{
    Desk desk;
    const auto window = desk.window();
    Health health = good();
    health.journal.quarantineCount = 3;
    window->setHealth(health, kNowUs);
    QCOMPARE(window->findChild<RailButton *>(u"railEvents"_s)->badge(), 3U);
    window->statusLine().entry(StatusLine::Quarantine)->click();
    QCOMPARE(window->place(), MainWindow::Place::Events);
    QVERIFY(window->eventsPage().feed().filter().quarantine());
    window->statusLine().entry(StatusLine::Rate)->click();
    QVERIFY(window->eventsPage().feed().filter().isEmpty());
}

void TestMainWindow::fullScreenHidesAndEscReturns()
{
    Desk desk;
    const auto window = desk.window();
    window->actions().fullScreen->trigger();
    QVERIFY(window->isFullScreen());
    QVERIFY(!window->rail().isVisible());
    QVERIFY(!window->menuBar()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY(!window->isFullScreen());
    QVERIFY(window->rail().isVisible());
    QVERIFY(window->menuBar()->isVisible());
}

void TestMainWindow::theWindowRemembers()
{
    Desk desk;
    QList<int> sizes;
    {
        const auto window = desk.window();
        window->resize(780, 760); // Qt 6.8 restores no more than the screen holds, which offscreen is 800 x 800
        window->showBoard(u"desk"_s);
        window->showSources();
        window->showEvents();
        window->actions().narrowRail->trigger();
        const int whole = window->width() - 48; // beside the narrow rail
        QTRY_COMPARE(window->eventsPage().splitter()->width(), whole);
        window->eventsPage().splitter()->setSizes({400, whole - 401});
        sizes = window->eventsPage().splitter()->sizes();
        window->close();
    }
    QVERIFY(QFile::exists(desk.folder.filePath(u"window.ini"_s)));
    const auto window = desk.window();
    QCOMPARE(window->size(), QSize(780, 760));
    QCOMPARE(window->place(), MainWindow::Place::Events);
    QVERIFY(window->actions().narrowRail->isChecked());
    QVERIFY(window->rail().isNarrow());
    QCOMPARE(window->eventsPage().splitter()->sizes(), sizes);
    QCOMPARE(window->boardPages().current(), u"desk"_s);
}

void TestMainWindow::boardsFromFilesAreShown()
{
    Desk desk;
    const auto window = desk.window();
    QCOMPARE(window->findChild<QLabel *>(u"placeName"_s)->text(), u"Shop today"_s);
    QCOMPARE(window->boardPages().openBoards().size(), 1); // the other is not folded before it is looked at
    QSignalSpy opened(&window->boardPages(), &BoardPages::opened);
    window->showBoard(u"desk"_s);
    window->showBoard(u"desk"_s);
    QCOMPARE(opened.size(), 1);
}

void TestMainWindow::everyBoardEditIsUndone()
{
    Desk desk;
    Boards &boards = *desk.boards;
    const BoardSpec original = *boards.board(u"shop"_s);
    TileSpec tile = original.tiles.first();
    tile.title = u"Changed"_s;
    boards.changeTile(u"shop"_s, tile);
    boards.addTile(u"shop"_s, tile);
    boards.duplicateTile(u"shop"_s, u"t1"_s);
    boards.placeTile(u"shop"_s, u"t1"_s, QRect(12, 10, 6, 5));
    boards.placeTile(u"shop"_s, u"t1"_s, QRect(12, 10, 8, 5));
    boards.rename(u"shop"_s, u"New title"_s);
    boards.removeTile(u"shop"_s, u"t1"_s);
    QStringList names;
    for (int i = 0; i < boards.undoStack(u"shop"_s).count(); ++i) {
        names.append(boards.undoStack(u"shop"_s).text(i));
    }
    QCOMPARE(names, (QStringList{u"change tile"_s, u"add tile"_s, u"duplicate tile"_s, u"move"_s, u"resize"_s,
                                 u"rename board"_s, u"remove tile"_s}));
    const BoardSpec last = *boards.board(u"shop"_s);
    QCOMPARE(last.tiles.size(), 2);
    QTRY_VERIFY(readBoardFile(desk.profile.boardPath(u"shop"_s)).ok());
    QTRY_COMPARE(readBoardFile(desk.profile.boardPath(u"shop"_s)).value().tiles.size(), 2);
    boards.undoStack(u"shop"_s).setIndex(0);
    QVERIFY(*boards.board(u"shop"_s) == original);
    QTRY_COMPARE(readBoardFile(desk.profile.boardPath(u"shop"_s)).value().title, original.title);
    boards.undoStack(u"shop"_s).setIndex(7);
    QVERIFY(*boards.board(u"shop"_s) == last);
}

void TestMainWindow::aBoardIsMadeByKeyboard()
{
    Desk desk;
    const auto window = desk.window();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    press(*window, QKeySequence::New);
    auto *edit = window->findChild<QLineEdit *>(u"newBoardTitle"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"Deploys and alerts"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(window->boardPages().current(), u"deploys-and-alerts"_s);
    QVERIFY(window->findChild<RailButton *>(u"railBoard-deploys-and-alerts"_s));
    QTRY_VERIFY(QFile::exists(desk.profile.boardPath(u"deploys-and-alerts"_s)));
    window->actions().addTile->trigger();
    auto *apply = window->findChild<QAbstractButton *>(u"studioApply"_s);
    QVERIFY(apply);
    apply->click();
    QCOMPARE(desk.boards->board(u"deploys-and-alerts"_s)->tiles.size(), 1);
}

void TestMainWindow::deletingABoardAsksAndCanBeUndone()
{
    Desk desk;
    const auto window = desk.window();
    window->showBoard(u"shop"_s);
    window->actions().deleteBoard->trigger();
    auto *box = window->findChild<QMessageBox *>(u"deleteBoardBox"_s);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    }
    QVERIFY(!desk.boards->board(u"shop"_s));
    QCOMPARE(window->boardPages().current(), u"desk"_s);
    QTRY_VERIFY(!QFile::exists(desk.profile.boardPath(u"shop"_s)));
    window->actions().undo->trigger();
    QVERIFY(desk.boards->board(u"shop"_s));
    QTRY_VERIFY(QFile::exists(desk.profile.boardPath(u"shop"_s)));
}

void TestMainWindow::ids()
{
    Desk desk;
    Boards &boards = *desk.boards;
    QCOMPARE(boards.create(u"Shop!"_s), u"shop-2"_s); // shop is taken
    QCOMPARE(boards.create(u"../../etc"_s), u"etc"_s);
    QCOMPARE(boards.create(u"\u65E5\u672C"_s), u"board"_s);
    QCOMPARE(boards.create(u"board"_s), u"board-2"_s);
}

void TestMainWindow::freePlaces()
{
    BoardSpec spec;
    QCOMPARE(Boards::freePlace(spec, {6, 5}), QRect(0, 0, 6, 5));
    TileSpec tile;
    tile.grid = QRect(0, 0, 20, 5);
    spec.tiles.append(tile);
    QCOMPARE(Boards::freePlace(spec, {4, 5}), QRect(20, 0, 4, 5));
    QCOMPARE(Boards::freePlace(spec, {6, 5}), QRect(0, 5, 6, 5));
    QCOMPARE(Boards::freePlace(spec, {60, 5}), QRect(0, 5, 24, 5));
}

void TestMainWindow::noBoardOffersOne()
{
    Desk desk(QList<BoardSpec>{});
    const auto window = desk.window();
    QVERIFY(!window->actions().addTile->isEnabled());
    emit window->findChild<WelcomePage *>()->emptyBoardWanted();
    QVERIFY(window->findChild<QDialog *>(u"newBoardDialog"_s));
}

void TestMainWindow::theWelcomePageLeadsFromProviderToBoard()
{
    Desk desk(QList<BoardSpec>{});
    const auto window = desk.window();
    auto *page = window->findChild<WelcomePage *>();
    QVERIFY(page && page->isVisible());
    QCOMPARE(page->currentStep(), 1);
    QTest::mouseClick(page->findChild<QAbstractButton *>(u"provider-github"_s), Qt::LeftButton);
    QCOMPARE(page->currentStep(), 2);
    auto *secret = page->findChild<SecretField *>(u"welcomeSecret"_s);
    QTest::mouseClick(page->findChild<QAbstractButton *>(u"welcomeSave"_s), Qt::LeftButton);
    QVERIFY(!page->findChild<Banner *>(u"welcomeTrouble"_s)->message().isEmpty());
    QTest::keyClicks(secret->edit(), u"hush"_s);
    QTest::keyClick(secret->edit(), Qt::Key_Return);
    QCOMPARE(desk.added.size(), 1);
    QCOMPARE(desk.added.first().provider, u"github"_s);
    QCOMPARE(page->currentStep(), 3);
    QVERIFY(secret->isEmpty());
    window->setSources(desk.added);
    Health health;
    health.sources.append(SourceHealth());
    health.sources.first().source = u"github"_s;
    window->setHealth(health, 1'000'000);
    health.sources.first().rejected.insert(QString(codeText(ErrorCode::SignatureMissing)), 1);
    window->setHealth(health, 2'000'000);
    QVERIFY(!page->findChild<Banner *>(u"welcomeAdvice"_s)->message().isEmpty());
    QCOMPARE(page->currentStep(), 3);
    health.sources.first().stored = 1;
    window->setHealth(health, 3'000'000);
    QCOMPARE(page->currentStep(), 4);
    QTest::mouseClick(page->findChild<QAbstractButton *>(u"welcomeBoard"_s), Qt::LeftButton);
    QCOMPARE(desk.boards->all().size(), 1);
    QVERIFY(window->boardPages().currentBoard());
    QVERIFY(desk.boards->all().first().tiles.size() > 3);
    window->actions().firstSteps->trigger();
    QVERIFY(page->isVisible());
}

void TestMainWindow::theAppearanceMenuTellsTheChoice()
{
    Desk desk;
    const auto window = desk.window();
    QSignalSpy chosen(window.get(), &MainWindow::themeChosen);
    QSignalSpy saved(window.get(), &MainWindow::settingsChanged);
    window->actions().findChild<QAction *>(u"actionTheme-dark"_s)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(saved.first().first().value<Settings>().theme, u"dark"_s);
}

void TestMainWindow::proposedTilesAreOneUndoStep()
{
    Desk desk(QList<BoardSpec>{});
    const auto window = desk.window();
    const QString id = desk.boards->create(u"Fresh"_s);
    window->showBoard(id);
    window->findChild<QAbstractButton *>(u"proposeTiles"_s)->click();
    QVERIFY(desk.boards->board(id)->tiles.size() > 3);
    QSet<QString> ids;
    for (const TileSpec &tile : desk.boards->board(id)->tiles)
        ids.insert(tile.id);
    QCOMPARE(ids.size(), desk.boards->board(id)->tiles.size());
    window->actions().undo->trigger();
    QVERIFY(desk.boards->board(id)->tiles.isEmpty());
}

void TestMainWindow::hostileTitlesStayPlain()
{
    Desk desk({board(u"x"_s, u"<h1>a</h1>&b\u202E\n"_s)});
    const auto window = desk.window();
    QCOMPARE(window->findChild<QLabel *>(u"placeName"_s)->textFormat(), Qt::PlainText);
    QVERIFY(!window->findChild<QLabel *>(u"placeName"_s)->text().contains(QChar(0x202E)));
    const QList<QAction *> listed = window->actions().boardList->actions();
    QCOMPARE(listed.first()->text().left(14), u"<h1>a</h1>&&b"_s + listed.first()->text().mid(13, 1));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
