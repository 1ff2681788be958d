// Editing the board through the real window: pointer, keys, panel, clipboard; every step is undone to the same bytes.
#include "tests/support/deskwindow.h"
#include "ui/boards/boardpage.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/editbanner.h"
#include "ui/dashboard/editlayer.h"
#include "ui/dashboard/editpanel.h"
#include "ui/dashboard/kindbutton.h"
#include "ui/style/themecontroller.h"
#include "ui/windowactions.h"

#include <QtGui/QClipboard>
#include <QtGui/QUndoStack>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

// A row of four numbers, two charts and a table under them.
BoardSpec shop()
{
    BoardSpec board;
    board.id = u"shop"_s;
    board.title = u"Shop today"_s;
    for (int i = 0; i < 4; ++i) {
        board.tiles.append(deskTile(u"k%1"_s.arg(i), {i * 6, 0, 6, 4}));
    }
    board.tiles.append(deskTile(u"chart"_s, {0, 4, 12, 8}, TileKind::TimeSeries));
    board.tiles.append(deskTile(u"bars"_s, {12, 4, 12, 8}, TileKind::Bar));
    return board;
}

BoardSpec desk()
{
    BoardSpec board;
    board.id = u"desk"_s;
    board.title = u"Support"_s;
    return board;
}

// The window while its first board is edited.
struct Session
{
    Session()
        : desk_({shop(), desk()})
        , window(desk_.window())
    {
        window->activateWindow();
        ready = desk_.made && QTest::qWaitForWindowActive(window.get());
        window->showBoard(u"shop"_s);
        original = desk_.bytes(u"shop"_s);
    }

    void edit()
    {
        window->actions().editBoard->trigger();
        // Layouts settle before the pointer comes.
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    BoardPage &page() const { return *window->boardPages().currentPage(); }
    BoardView &view() const { return page().view(); }
    EditLayer &layer() const { return *view().editLayer(); }
    QUndoStack &stack() const { return desk_.boards->undoStack(u"shop"_s); }
    const BoardSpec &board() const { return *desk_.boards->board(u"shop"_s); }
    QRect grid(const QString &id) const
    {
        for (const TileSpec &tile : board().tiles) {
            if (tile.id == id) {
                return tile.grid;
            }
        }
        return {};
    }
    QRect rect(const QString &id) const { return view().boardLayout().rectOf(grid(id)); }
    QPoint cells(qreal columns, qreal rows) const
    {
        return QPointF(columns * view().boardLayout().columnPx, rows * view().boardLayout().rowPx).toPoint();
    }
    void drag(const QPoint &from, const QPoint &by, bool drop = true)
    {
        QTest::mousePress(&layer(), Qt::LeftButton, {}, from);
        move(from + by / 2);
        move(from + by);
        if (drop) {
            QTest::mouseRelease(&layer(), Qt::LeftButton, {}, from + by);
        }
    }
    // QTest moves without a button.
    void move(const QPoint &to)
    {
        QMouseEvent event(QEvent::MouseMove, to, layer().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&layer(), &event);
    }
    template <typename T> T *find(const QString &name) const { return window->findChild<T *>(name); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    Desk desk_;
    std::unique_ptr<MainWindow> window;
    QByteArray original;
    bool ready = false;
};

} // namespace

class TestBoardEditing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void lockedUntilAsked();
    void editingShowsItself();
    void aTileIsDraggedAndOthersMakeRoom();
    void othersWaitUntilThePointerRests();
    void escapePutsBack();
    void handlesResize_data();
    void handlesResize();
    void arrowsMoveAndResize();
    void tabWalksInReadingOrder();
    void deleteDuplicateAndRename();
    void severalAreSelectedAndAligned();
    void aFrameSelects();
    void tidyUpClosesHoles();
    void tilesGoFromBoardToBoard();
    void cutAndPasteAsJson();
    void styleIsCopied();
    void kindsAreAddedByClick();
    void kindsAreDroppedWhereThePointerIs();
    void aNewTileSqueezesNobody();
    void thePanelChangesOptions();
    void theMenuButtonStaysInReach();
    void doneKeepsAndDiscardTakesBack();
    void discardOfSeveralAsks();
    void layoutSurvivesEveryWindowSize();
    void everyStepIsUndoneToTheSameBytes_data();
    void everyStepIsUndoneToTheSameBytes();
    void stepsOfBoardAndListAreUndoneInOrder();
    void aStepThatGrewIsTheNewest();
    void otherBoardsKeepTheirSteps();
};

void TestBoardEditing::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestBoardEditing::lockedUntilAsked()
{
    Session s;
    QVERIFY(s.ready);
    QVERIFY(!s.view().editLayer());
    Tile *tile = s.view().tile(u"k0"_s);
    const QRect before = tile->geometry();
    QTest::mousePress(tile, Qt::LeftButton, {}, {40, 12});
    QTest::mouseMove(tile, {300, 200});
    QTest::mouseRelease(tile, Qt::LeftButton, {}, {300, 200});
    tile->setFocus();
    s.key(Qt::Key_Delete);
    s.key(Qt::Key_Right);
    s.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(tile->geometry(), before);
    QCOMPARE(s.stack().count(), 0);
    QVERIFY(!s.window->actions().cut->isEnabled());
}

void TestBoardEditing::editingShowsItself()
{
    Session s;
    QTest::mouseClick(s.find<QPushButton>(u"bar-actionEditBoard"_s), Qt::LeftButton);
    QVERIFY(s.page().isEditing());
    auto *banner = s.find<EditBanner>(u"editBanner"_s);
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->height(), 36);
    QVERIFY(banner->words().startsWith("Nothing changed yet."_L1));
    QCOMPARE(s.find<EditPanel>(u"editPanel"_s)->width(), 272);
    QVERIFY(s.find<QWidget>(u"bar-actionDone"_s)->isVisible());
    QVERIFY(s.find<QWidget>(u"bar-actionUndo"_s)->isVisible());
    QVERIFY(s.view().tile(u"k0"_s)->menuButton()->isVisible());
    QTest::mouseClick(s.find<QPushButton>(u"bar-actionDone"_s), Qt::LeftButton);
    QVERIFY(!s.page().isEditing());
    QTRY_VERIFY(!s.find<EditBanner>(u"editBanner"_s));
    QTRY_VERIFY(s.find<QWidget>(u"bar-actionEditBoard"_s)->isVisible());
}

void TestBoardEditing::aTileIsDraggedAndOthersMakeRoom()
{
    Session s;
    s.edit();
    const QPoint grip = s.rect(u"k0"_s).topLeft() + QPoint(12, 14);
    s.drag(grip, s.cells(12.2, 0.1));
    QCOMPARE(s.grid(u"k0"_s), QRect(12, 0, 6, 4));
    QCOMPARE(s.grid(u"k2"_s), QRect(0, 0, 6, 4)); // they changed places
    QCOMPARE(s.stack().undoText(), u"move"_s);
    QCOMPARE(s.window->actions().undo->text(), u"&Undo move"_s);
    s.drag(s.rect(u"k1"_s).topLeft() + QPoint(12, 14), s.cells(1, 6));
    QCOMPARE(s.grid(u"k1"_s), QRect(6, 6, 6, 4)); // not a column over the edge of the bars
    QVERIFY(s.grid(u"chart"_s).top() >= 10);      // slid down under it
    QCOMPARE(s.layer().selection(), QStringList{u"k1"_s});
}

void TestBoardEditing::othersWaitUntilThePointerRests()
{
    Session s;
    s.edit();
    const QRect neighbour = s.view().tile(u"k1"_s)->geometry();
    s.drag(s.rect(u"k0"_s).topLeft() + QPoint(12, 14), s.cells(6, 0), false);
    QVERIFY(s.layer().isDragging());
    QCOMPARE(s.view().boardLayout().cells[1], QRect(6, 0, 6, 4)); // nothing stirs yet
    QCOMPARE(s.view().tile(u"k1"_s)->geometry(), neighbour);
    QTRY_COMPARE(s.view().boardLayout().cells[1], QRect(0, 0, 6, 4));
    QTRY_COMPARE(s.view().tile(u"k1"_s)->pos(), s.rect(u"k0"_s).topLeft());
    QCOMPARE(s.stack().count(), 0); // not before the tile is let go
}

void TestBoardEditing::escapePutsBack()
{
    Session s;
    s.edit();
    s.drag(s.rect(u"k0"_s).topLeft() + QPoint(12, 14), s.cells(7, 5), false);
    QVERIFY(s.view().tile(u"k0"_s)->pos() != s.rect(u"k0"_s).topLeft());
    s.key(Qt::Key_Escape);
    QVERIFY(!s.layer().isDragging());
    QTest::mouseRelease(&s.layer(), Qt::LeftButton, {}, {400, 400});
    QTRY_COMPARE(s.view().tile(u"k0"_s)->geometry(), s.rect(u"k0"_s));
    QCOMPARE(s.stack().count(), 0);
    QVERIFY(s.page().isEditing());
    s.key(Qt::Key_Escape); // with nothing in the hand it leaves
    QVERIFY(!s.page().isEditing());
}

void TestBoardEditing::handlesResize_data()
{
    QTest::addColumn<QPointF>("handle"); // 0 to 1 of the tile
    QTest::addColumn<QPoint>("by");
    QTest::addColumn<QRect>("expected");
    // "bars" stands at 12, 4 and has 12 x 8; k-tiles are above.
    QTest::newRow("left") << QPointF(0, 0.5) << QPoint(2, 0) << QRect(14, 4, 10, 8);
    QTest::newRow("right") << QPointF(1, 0.5) << QPoint(-3, 0) << QRect(12, 4, 9, 8);
    QTest::newRow("top") << QPointF(0.5, 0) << QPoint(0, 2) << QRect(12, 6, 12, 6);
    QTest::newRow("bottom") << QPointF(0.5, 1) << QPoint(0, 3) << QRect(12, 4, 12, 11);
    QTest::newRow("top left") << QPointF(0, 0) << QPoint(1, 1) << QRect(13, 5, 11, 7);
    QTest::newRow("top right") << QPointF(1, 0) << QPoint(-1, 1) << QRect(12, 5, 11, 7);
    QTest::newRow("bottom left") << QPointF(0, 1) << QPoint(1, 1) << QRect(13, 4, 11, 9);
    QTest::newRow("bottom right") << QPointF(1, 1) << QPoint(-1, -9) << QRect(12, 4, 11, 3);
}

void TestBoardEditing::handlesResize()
{
    QFETCH(QPointF, handle);
    QFETCH(QPoint, by);
    QFETCH(QRect, expected);
    Session s;
    s.edit();
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.rect(u"bars"_s).center());
    const QRect rect = s.rect(u"bars"_s);
    const QPoint from(int(rect.left() + handle.x() * (rect.width() - 1)),
                      int(rect.top() + handle.y() * (rect.height() - 1)));
    s.drag(from, s.cells(by.x(), by.y()));
    QCOMPARE(s.grid(u"bars"_s), expected);
    QCOMPARE(s.stack().undoText(), u"resize"_s);
    s.window->actions().undo->trigger();
    QCOMPARE(s.grid(u"bars"_s), QRect(12, 4, 12, 8));
}

void TestBoardEditing::arrowsMoveAndResize()
{
    Session s;
    s.edit();
    s.view().tile(u"bars"_s)->setFocus(Qt::TabFocusReason);
    s.key(Qt::Key_Down);
    s.key(Qt::Key_Down);
    s.key(Qt::Key_Left);
    QCOMPARE(s.grid(u"bars"_s), QRect(11, 6, 12, 8));
    QCOMPARE(s.stack().count(), 1); // a row of presses is one step
    s.key(Qt::Key_Right);
    QCOMPARE(s.grid(u"chart"_s), QRect(0, 4, 12, 8)); // the neighbour came back
    s.key(Qt::Key_Left, Qt::ShiftModifier);
    s.key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(s.grid(u"bars"_s), QRect(12, 6, 11, 7));
    QCOMPARE(s.stack().count(), 2);
    s.window->actions().undo->trigger();
    s.window->actions().undo->trigger();
    QVERIFY(s.board() == shop());
}

void TestBoardEditing::tabWalksInReadingOrder()
{
    Session s;
    s.edit();
    s.view().tile(u"k1"_s)->setFocus(Qt::TabFocusReason);
    s.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QStringList walked;
    for (int i = 0; i < 6; ++i) {
        walked += s.layer().selection();
        s.key(Qt::Key_Tab);
    }
    QCOMPARE(walked, (QStringList{u"k0"_s, u"k1"_s, u"k2"_s, u"k3"_s, u"chart"_s, u"bars"_s}));
    QVERIFY(s.find<EditPanel>(u"editPanel"_s)->isAncestorOf(QApplication::focusWidget())); // and on to the panel
}

void TestBoardEditing::deleteDuplicateAndRename()
{
    Session s;
    s.edit();
    s.view().tile(u"k1"_s)->setFocus(Qt::TabFocusReason);
    s.key(Qt::Key_Delete);
    QVERIFY(!s.view().tile(u"k1"_s));
    QCOMPARE(s.stack().undoText(), u"remove tile"_s);
    QCOMPARE(s.layer().selection(), QStringList{u"k2"_s}); // the keyboard goes on from there
    QTest::keyClick(s.window.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(s.board().tiles.size(), 6);
    QCOMPARE(s.board().tiles.last().grid, QRect(6, 0, 6, 4)); // where k1 was
    QCOMPARE(s.stack().undoText(), u"duplicate tile"_s);
    s.view().tile(u"k0"_s)->setFocus(Qt::TabFocusReason);
    s.key(Qt::Key_F2);
    auto *title = s.find<QLineEdit>(u"tileTitleEdit"_s);
    QVERIFY(title && title->hasFocus());
    QTest::keyClicks(title, u"Revenue"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(s.board().tiles.first().title, u"Revenue"_s);
    QCOMPARE(s.stack().undoText(), u"rename tile"_s);
    QTRY_VERIFY(!s.find<QLineEdit>(u"tileTitleEdit"_s));
    QVERIFY(s.view().tile(u"k0"_s)->hasFocus());
    s.key(Qt::Key_F2);
    QTest::keyClicks(s.find<QLineEdit>(u"tileTitleEdit"_s), u"Never"_s);
    s.key(Qt::Key_Escape);
    QCOMPARE(s.board().tiles.first().title, u"Revenue"_s);
    s.key(Qt::Key_Return);
    QVERIFY(s.find<QLineEdit>(u"optionTitle"_s)->hasFocus());
}

void TestBoardEditing::severalAreSelectedAndAligned()
{
    Session s;
    s.edit();
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.rect(u"k0"_s).center());
    QTest::mouseClick(&s.layer(), Qt::LeftButton, Qt::ShiftModifier, s.rect(u"bars"_s).center());
    QCOMPARE(s.layer().selection(), (QStringList{u"k0"_s, u"bars"_s}));
    QCOMPARE(s.find<QLabel>(u"editPanelTile"_s)->text(), u"2 tiles selected"_s);
    QTest::mouseClick(s.find<QPushButton>(u"alignLeft"_s), Qt::LeftButton);
    QCOMPARE(s.grid(u"bars"_s).left(), 0);
    QCOMPARE(s.stack().undoText(), u"align"_s);
    s.window->actions().undo->trigger();
    QTest::mouseClick(s.find<QPushButton>(u"sameSize"_s), Qt::LeftButton);
    QCOMPARE(s.grid(u"bars"_s).size(), QSize(6, 4));
    s.window->actions().undo->trigger();
    s.drag(s.rect(u"k0"_s).center(), s.cells(0, 3)); // both go together
    QCOMPARE(s.grid(u"k0"_s), QRect(0, 3, 6, 4));
    QCOMPARE(s.grid(u"bars"_s), QRect(12, 7, 12, 8));
    QTest::keyClick(s.window.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(s.layer().selection().size(), 6);
    s.key(Qt::Key_Delete);
    QVERIFY(s.board().tiles.isEmpty());
    QCOMPARE(s.stack().undoText(), u"remove 6 tiles"_s);
}

void TestBoardEditing::aFrameSelects()
{
    Session s;
    s.edit();
    const int below = s.rect(u"bars"_s).bottom() + 20; // an empty place
    QTest::mousePress(&s.layer(), Qt::LeftButton, {}, {s.layer().width() - 4, below});
    s.move({s.rect(u"bars"_s).center().x(), s.rect(u"bars"_s).center().y()});
    QCOMPARE(s.layer().selection(), QStringList{u"bars"_s});
    s.move(s.rect(u"k0"_s).center());
    QCOMPARE(s.layer().selection().size(), 6);
    QTest::mouseRelease(&s.layer(), Qt::LeftButton, {}, s.rect(u"k0"_s).center());
    QCOMPARE(s.layer().selection().size(), 6);
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, {s.layer().width() - 4, below});
    QVERIFY(s.layer().selection().isEmpty());
    QCOMPARE(s.stack().count(), 0);
}

void TestBoardEditing::tidyUpClosesHoles()
{
    Session s;
    s.edit();
    s.view().tile(u"k1"_s)->setFocus(Qt::TabFocusReason);
    s.key(Qt::Key_Delete);
    QTest::mouseClick(s.find<QPushButton>(u"bar-actionTidyUp"_s), Qt::LeftButton);
    QCOMPARE(s.grid(u"k2"_s), QRect(6, 0, 6, 4));
    QCOMPARE(s.stack().undoText(), u"tidy up"_s);
}

void TestBoardEditing::tilesGoFromBoardToBoard()
{
    Session s;
    s.edit();
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.rect(u"k3"_s).center());
    QTest::mouseClick(&s.layer(), Qt::LeftButton, Qt::ShiftModifier, s.rect(u"bars"_s).center());
    QTest::keyClick(s.window.get(), Qt::Key_C, Qt::ControlModifier);
    s.window->showBoard(u"desk"_s);
    s.window->actions().editBoard->trigger();
    QTest::keyClick(s.window.get(), Qt::Key_V, Qt::ControlModifier);
    const BoardSpec &there = *s.desk_.boards->board(u"desk"_s);
    QCOMPARE(there.tiles.size(), 2);
    QCOMPARE(there.tiles[0].title, u"k3"_s);
    QVERIFY(there.tiles[0].id != "k3"_L1);
    QCOMPARE(there.tiles[1].grid.topLeft() - there.tiles[0].grid.topLeft(), QPoint(-6, 4)); // as they stood
    QCOMPARE(s.desk_.boards->undoStack(u"desk"_s).undoText(), u"paste 2 tiles"_s);
    QVERIFY(s.board() == shop());
}

void TestBoardEditing::cutAndPasteAsJson()
{
    Session s;
    s.edit();
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.rect(u"k0"_s).center());
    QTest::keyClick(s.window.get(), Qt::Key_X, Qt::ControlModifier);
    QVERIFY(!s.view().tile(u"k0"_s));
    const Result<BoardSpec> text = boardFromJson(QGuiApplication::clipboard()->text().toUtf8(), u"x"_s);
    QVERIFY(text.ok());
    QCOMPARE(text->tiles.size(), 1);
    QTest::keyClick(s.window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(s.board().tiles.size(), 6);
    QCOMPARE(s.board().tiles.last().grid, QRect(0, 0, 6, 4));
    for (const QString &junk : {u"hello"_s, u"{\"format\": 99}"_s, u"{"_s, QString()}) {
        QGuiApplication::clipboard()->setText(junk);
        QTest::keyClick(s.window.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(s.board().tiles.size(), 6);
    }
}

void TestBoardEditing::styleIsCopied()
{
    Session s;
    TileSpec styled = s.board().tiles.first();
    styled.format.style = NumberFormat::Style::Currency;
    styled.format.unit = u"EUR"_s;
    styled.lowerIsBetter = true;
    s.desk_.boards->changeTile(u"shop"_s, styled);
    s.edit();
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.rect(u"k0"_s).center());
    s.window->actions().copyStyle->trigger();
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.rect(u"k2"_s).center());
    QVERIFY(s.window->actions().pasteStyle->isEnabled());
    s.window->actions().pasteStyle->trigger();
    const TileSpec &there = s.board().tiles[2];
    QCOMPARE(there.format.unit, u"EUR"_s);
    QVERIFY(there.lowerIsBetter);
    QCOMPARE(there.title, u"k2"_s);
    QCOMPARE(there.grid, QRect(12, 0, 6, 4));
    QCOMPARE(s.stack().undoText(), u"paste style"_s);
}

void TestBoardEditing::kindsAreAddedByClick()
{
    Session s;
    s.edit();
    const auto kinds = s.find<EditPanel>(u"editPanel"_s)->findChildren<KindButton *>();
    QVERIFY(kinds.size() >= 5);
    auto *number = s.find<KindButton>(u"addKind-kpi"_s);
    QTest::mouseClick(number, Qt::LeftButton);
    QCOMPARE(s.board().tiles.size(), 7);
    QCOMPARE(s.layer().selection(), QStringList{s.board().tiles.last().id});
    QCOMPARE(s.board().tiles.last().grid.top(), 12); // the board was full: below
    number->setFocus();
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(s.board().tiles.size(), 8);
    QCOMPARE(s.stack().undoText(), u"add tile"_s);
}

void TestBoardEditing::kindsAreDroppedWhereThePointerIs()
{
    Session s;
    s.edit();
    auto *bars = s.find<KindButton>(u"addKind-chart-bar"_s);
    const QPoint target = s.layer().mapToGlobal(s.rect(u"bars"_s).center());
    const auto pointer = [&](QEvent::Type type, const QPoint &global, Qt::MouseButtons held) {
        QMouseEvent event(type, bars->mapFromGlobal(QPointF(global)), global,
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, {});
        QCoreApplication::sendEvent(bars, &event);
    };
    pointer(QEvent::MouseButtonPress, bars->mapToGlobal(bars->rect().center()), Qt::LeftButton);
    pointer(QEvent::MouseMove, target - QPoint(30, 30), Qt::LeftButton);
    pointer(QEvent::MouseMove, target, Qt::LeftButton);
    QVERIFY(s.layer().isDragging());
    QCOMPARE(s.board().tiles.size(), 6);
    pointer(QEvent::MouseButtonRelease, target, Qt::NoButton);
    QCOMPARE(s.board().tiles.size(), 7);
    const TileSpec &added = s.board().tiles.last();
    QCOMPARE(added.kind, TileKind::Bar);
    QVERIFY(s.rect(added.id).contains(s.layer().mapFromGlobal(target)));
    QVERIFY(!s.grid(u"bars"_s).intersects(added.grid));
    // Let go beside the board, nothing comes of it.
    pointer(QEvent::MouseButtonPress, bars->mapToGlobal(bars->rect().center()), Qt::LeftButton);
    pointer(QEvent::MouseMove, target, Qt::LeftButton);
    pointer(QEvent::MouseMove, s.window->mapToGlobal(QPoint(10, 400)), Qt::LeftButton);
    pointer(QEvent::MouseButtonRelease, s.window->mapToGlobal(QPoint(10, 400)), Qt::NoButton);
    QCOMPARE(s.board().tiles.size(), 7);
    QVERIFY(!s.layer().isDragging());
}

void TestBoardEditing::aNewTileSqueezesNobody()
{
    Session s;
    s.edit();
    const QSize before = s.view().tile(u"chart"_s)->size();
    for (int i = 0; i < 6; ++i) {
        QTest::mouseClick(s.find<KindButton>(u"addKind-table"_s), Qt::LeftButton);
    }
    QCOMPARE(s.view().tile(u"chart"_s)->size(), before);
    Tile *last = s.view().tile(s.board().tiles.last().id);
    QTRY_VERIFY(!last->visibleRegion().isEmpty()); // scrolled there
    QVERIFY(s.view().verticalScrollBar()->value() > 0);
}

void TestBoardEditing::thePanelChangesOptions()
{
    Session s;
    s.edit();
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.rect(u"chart"_s).center());
    auto *title = s.find<QLineEdit>(u"optionTitle"_s);
    QCOMPARE(title->text(), u"chart"_s);
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, u"By country"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(s.board().tiles[4].title, u"By country"_s);
    const auto choose = [&](const QString &name, const QVariant &value) {
        auto *box = s.find<QComboBox>(name);
        const int index = box->findData(value);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        emit box->activated(index);
    };
    choose(u"optionWindow"_s, kDayUs);
    QCOMPARE(s.board().tiles[4].bindings.first().window.lengthUs, kDayUs);
    choose(u"optionBucket"_s, 15 * kMinuteUs);
    QCOMPARE(s.board().tiles[4].bindings.first().bucketUs, 15 * kMinuteUs);
    choose(u"optionStale"_s, qint64(-1));
    QCOMPARE(s.board().tiles[4].staleAfterUs, -1);
    s.find<QSpinBox>(u"optionColumns"_s)->setValue(10);
    s.find<QSpinBox>(u"optionRows"_s)->setValue(9);
    QCOMPARE(s.grid(u"chart"_s), QRect(0, 4, 10, 9));
    QStringList names;
    for (int i = 0; i < s.stack().count(); ++i) {
        names.append(s.stack().text(i));
    }
    QCOMPARE(names, (QStringList{u"rename tile"_s, u"change window"_s, u"change bucket"_s, u"change stale time"_s,
                                 u"resize"_s}));
    s.stack().setIndex(0);
    QVERIFY(s.board() == shop());
    QCOMPARE(title->text(), u"chart"_s);
    QTest::mouseClick(s.find<QPushButton>(u"optionRemove"_s), Qt::LeftButton);
    QCOMPARE(s.board().tiles.size(), 5);
}

void TestBoardEditing::theMenuButtonStaysInReach()
{
    Session s;
    s.edit();
    const Tile *tile = s.view().tile(u"bars"_s);
    const QPoint place = tile->mapTo(&s.view(), tile->menuButton()->geometry().center());
    QTest::mouseClick(&s.layer(), Qt::LeftButton, {}, s.layer().mapFrom(&s.view(), place));
    QTRY_VERIFY(s.find<QWidget>(u"tileMenuPopup"_s));
    s.find<QWidget>(u"tileMenuPopup"_s)->close();
    QVERIFY(!s.layer().isDragging());
}

void TestBoardEditing::doneKeepsAndDiscardTakesBack()
{
    Session s;
    s.edit();
    s.view().tile(u"bars"_s)->setFocus(Qt::TabFocusReason);
    s.key(Qt::Key_Down);
    QVERIFY(s.find<EditBanner>(u"editBanner"_s)->words().startsWith("1 change, saved as you go."_L1));
    s.key(Qt::Key_Delete);
    QVERIFY(s.find<EditBanner>(u"editBanner"_s)->words().startsWith("2 changes, saved as you go."_L1));
    s.window->actions().undo->trigger();
    QVERIFY(s.find<EditBanner>(u"editBanner"_s)->words().startsWith("1 change, saved as you go."_L1));
    s.window->actions().done->trigger();
    QCOMPARE(s.grid(u"bars"_s), QRect(12, 5, 12, 8));
    s.edit();
    s.view().tile(u"bars"_s)->setFocus(Qt::TabFocusReason);
    s.key(Qt::Key_Down);
    s.window->actions().discard->trigger(); // of a single change nobody is asked
    QVERIFY(!s.page().isEditing());
    QCOMPARE(s.grid(u"bars"_s), QRect(12, 5, 12, 8));
    QCOMPARE(s.window->actions().undo->text(), u"&Undo discard changes"_s);
    s.window->actions().undo->trigger();
    QCOMPARE(s.grid(u"bars"_s), QRect(12, 6, 12, 8));
}

void TestBoardEditing::discardOfSeveralAsks()
{
    Session s;
    s.edit();
    QTest::mouseClick(s.find<KindButton>(u"addKind-kpi"_s), Qt::LeftButton);
    QTest::mouseClick(s.find<KindButton>(u"addKind-kpi"_s), Qt::LeftButton);
    s.window->actions().discard->trigger();
    auto *box = s.find<QMessageBox>(u"discardBox"_s);
    QVERIFY(box && box->isVisible());
    QCOMPARE(box->text(), u"Discard 2 changes?"_s);
    QCOMPARE(s.board().tiles.size(), 8);
    QTest::mouseClick(box->findChild<QPushButton *>(u"discardConfirm"_s), Qt::LeftButton);
    QVERIFY(s.board() == shop());
    QVERIFY(!s.page().isEditing());
}

void TestBoardEditing::layoutSurvivesEveryWindowSize()
{
    Session s;
    for (const QSize &size : {QSize(1000, 700), QSize(1600, 1000), QSize(2560, 1440), QSize(780, 480)}) {
        s.window->resize(size);
        s.edit();
        QCOMPARE(s.view().boardLayout().columns, 24); // what is edited is what is stored
        for (const TileSpec &tile : s.board().tiles) {
            QVERIFY(s.rect(tile.id).right() < s.layer().width());
        }
        s.view().tile(u"bars"_s)->setFocus(Qt::TabFocusReason);
        s.key(Qt::Key_Down);
        s.key(Qt::Key_Up);
        s.window->actions().done->trigger();
    }
    QVERIFY(s.board() == shop());
    QCOMPARE(s.stack().count(), 0); // there and back is no step
}

void TestBoardEditing::everyStepIsUndoneToTheSameBytes_data()
{
    QTest::addColumn<std::function<void(Boards &)>>("step");
    QTest::addColumn<QString>("name");
    using Step = std::function<void(Boards &)>;
    const auto row = [](const char *title, const QString &name, const Step &step) {
        QTest::newRow(title) << step << name;
    };
    const QString id = u"shop"_s;
    row("move", u"move"_s, [=](Boards &b) { b.placeTile(id, u"bars"_s, {12, 9, 12, 8}); });
    row("resize", u"resize"_s, [=](Boards &b) { b.placeTile(id, u"bars"_s, {12, 4, 9, 8}); });
    row("options", u"change tile"_s, [=](Boards &b) {
        TileSpec tile = b.board(id)->tiles.first();
        tile.thresholds.append({5, Threshold::Severity::Error, u"High"_s});
        tile.staleAfterUs = kHourUs;
        b.changeTile(id, tile);
    });
    row("mapping", u"change tile"_s, [=](Boards &b) {
        TileSpec tile = b.board(id)->tiles.first();
        tile.bindings.first().value = u"$.amount"_s;
        tile.bindings.first().aggregation = Aggregation::Sum;
        b.changeTile(id, tile);
    });
    row("add", u"add tile"_s, [=](Boards &b) { b.addTile(id, deskTile({}, {0, 0, 5, 4})); });
    row("duplicate", u"duplicate tile"_s, [=](Boards &b) { b.duplicateTile(id, u"bars"_s); });
    row("remove", u"remove tile"_s, [=](Boards &b) { b.removeTile(id, u"bars"_s); });
    row("rename board", u"rename board"_s, [=](Boards &b) { b.rename(id, u"Other"_s); });
    row("several tiles at once", u"tidy up"_s, [=](Boards &b) {
        BoardSpec after = *b.board(id);
        for (TileSpec &tile : after.tiles) {
            tile.grid.translate(0, 1);
        }
        b.change(after, u"tidy up"_s);
    });
    row("delete board", u"delete board"_s, [=](Boards &b) { b.remove(id); });
}

void TestBoardEditing::everyStepIsUndoneToTheSameBytes()
{
    QFETCH(std::function<void(Boards &)>, step);
    QFETCH(QString, name);
    // A file as a person lays it out: other indent, other order, keys of somebody else.
    Desk desk({shop()});
    QByteArray own = desk.bytes(u"shop"_s);
    own.replace("  ", "   ");
    own.replace("\"title\": \"Shop today\"", "\"title\":   \"Shop today\",  \"x-note\": \"mine\"");
    QFile file(desk.profile.boardPath(u"shop"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(own), own.size());
    file.close();
    desk.open();
    QVERIFY(desk.made);
    Boards &boards = *desk.boards;
    boards.timeline().setCurrent(u"shop"_s);
    QSignalSpy saved(&boards.saver(), &BoardSaver::saved);
    step(boards);
    QTRY_COMPARE(saved.size(), 1);
    const QByteArray changed = desk.bytes(u"shop"_s);
    QVERIFY(changed != own);
    QVERIFY(boards.timeline().canUndo());
    boards.timeline().undo();
    QTRY_COMPARE(saved.size(), 2);
    QCOMPARE(desk.bytes(u"shop"_s), own);
    QVERIFY(!boards.timeline().canUndo());
    boards.timeline().redo();
    QTRY_COMPARE(saved.size(), 3);
    QCOMPARE(desk.bytes(u"shop"_s), changed);
    QUndoStack &used = boards.undoStack(name == "delete board"_L1 ? QString() : u"shop"_s);
    QCOMPARE(used.undoText(), name);
}

void TestBoardEditing::stepsOfBoardAndListAreUndoneInOrder()
{
    Desk desk({shop(), ::desk()});
    Boards &boards = *desk.boards;
    UndoTimeline &timeline = boards.timeline();
    timeline.setCurrent(u"shop"_s);
    boards.removeTile(u"shop"_s, u"k0"_s);
    boards.remove(u"desk"_s);
    boards.removeTile(u"shop"_s, u"k1"_s);
    boards.reorder({u"desk"_s, u"shop"_s});
    timeline.undo(); // the order
    timeline.undo(); // k1
    QCOMPARE(boards.board(u"shop"_s)->tiles.size(), 5);
    QVERIFY(!boards.board(u"desk"_s));
    timeline.undo(); // the deletion
    QVERIFY(boards.board(u"desk"_s));
    timeline.undo(); // k0
    QVERIFY(*boards.board(u"shop"_s) == shop());
    QVERIFY(!timeline.canUndo());
    for (int i = 0; i < 4; ++i) {
        timeline.redo();
    }
    QVERIFY(!timeline.canRedo());
    QCOMPARE(boards.board(u"shop"_s)->tiles.size(), 4);
    QVERIFY(!boards.board(u"desk"_s));
    // What was undone is history once something else is done, as in a single stack.
    timeline.undo();
    timeline.undo();
    timeline.undo();
    QVERIFY(boards.board(u"desk"_s));
    boards.rename(u"shop"_s, u"Other"_s);
    QVERIFY(!timeline.canRedo());
}

void TestBoardEditing::aStepThatGrewIsTheNewest()
{
    Desk desk({shop(), ::desk()});
    Boards &boards = *desk.boards;
    UndoTimeline &timeline = boards.timeline();
    timeline.setCurrent(u"shop"_s);
    const auto move = [&boards](int to) {
        BoardSpec after = *boards.board(u"shop"_s);
        after.tiles.last().grid.moveTop(to);
        boards.change(after, u"move"_s, u"arrows"_s);
    };
    move(5);
    boards.remove(u"desk"_s);
    move(6); // the same row of key presses
    QCOMPARE(boards.undoStack(u"shop"_s).count(), 1);
    timeline.undo();
    QVERIFY(*boards.board(u"shop"_s) == shop());
    QVERIFY(!boards.board(u"desk"_s));
    timeline.undo();
    QVERIFY(boards.board(u"desk"_s));
    timeline.redo();
    QVERIFY(!boards.board(u"desk"_s));
    QVERIFY(*boards.board(u"shop"_s) == shop());
    timeline.redo();
    QCOMPARE(boards.board(u"shop"_s)->tiles.last().grid.top(), 6);
}

void TestBoardEditing::otherBoardsKeepTheirSteps()
{
    Session s;
    s.desk_.boards->rename(u"shop"_s, u"First"_s);
    s.desk_.boards->rename(u"desk"_s, u"Second"_s);
    QCOMPARE(s.window->actions().undo->text(), u"&Undo rename board"_s);
    s.window->actions().undo->trigger(); // the board that is shown
    QCOMPARE(s.board().title, u"Shop today"_s);
    QCOMPARE(s.desk_.boards->board(u"desk"_s)->title, u"Second"_s);
    QVERIFY(!s.window->actions().undo->isEnabled());
    s.window->showBoard(u"desk"_s);
    s.window->actions().undo->trigger();
    QCOMPARE(s.desk_.boards->board(u"desk"_s)->title, u"Support"_s);
}

QTEST_MAIN(TestBoardEditing)
#include "tst_boardediting.moc"
