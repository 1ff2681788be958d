// The mapping studio in the real window over real events: from the first event to a tile, every slot by pointer and by
// keyboard, suggestions, typed paths, lists, steps back, and what hostile payloads do to it.
#include "tests/support/studiodesk.h"
#include "ui/dashboard/boardview.h"
#include "ui/fieldproblem.h"
#include "ui/mapping/brokenpaths.h"
#include "ui/mapping/sampletree.h"
#include "ui/mapping/thumbnail.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QToolButton>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kOrder = R"({"id":"ord_48213","created_at":"%T","amount":1284,"currency":"EUR","country":"%C",
"customer":{"id":"cus_7Qd1","new":true},"items":[{"sku":"LW-220","qty":2,"price":449.5},{"sku":"LW-110","qty":1,
"price":385}],"coupon":null})";

QByteArray order(int number)
{
    static const QList<QByteArray> countries{"DE", "FR", "AT"};
    QByteArray body = kOrder;
    body.replace("%C", countries[number % 3]);
    body.replace("%T", QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1());
    body.replace("1284", QByteArray::number(100 + number));
    body.replace("48213", QByteArray::number(48213 + number));
    return body;
}

BoardSpec emptyBoard()
{
    BoardSpec board;
    board.id = u"shop"_s;
    board.title = u"Shop today"_s;
    return board;
}

Binding orders()
{
    Binding binding;
    binding.source = u"shop"_s;
    binding.types = {u"order.paid"_s};
    return binding;
}

TileSpec countingTile()
{
    TileSpec tile;
    tile.id = u"t1"_s;
    tile.kind = TileKind::TimeSeries;
    tile.title = u"Orders"_s;
    tile.grid = {0, 0, 12, 8};
    tile.bindings = {orders()};
    return tile;
}

} // namespace

class TestMappingStudio : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_desk.reset(); }
    void fromTheFirstEventToATileInThreeClicks();
    void slotsByClick();
    void aDoubleClickIsAValue();
    void slotsByKeyboard();
    void slotsByDrag();
    void aClickGoesToTheBestEmptySlot_data();
    void aClickGoesToTheBestEmptySlot();
    void typedPathsAreCompletedAndChecked();
    void popoversOpenOneAtATime();
    void everyPopoverChangesTheTile();
    void everyStepCanBeAddedAndSet();
    void aTitleNobodyTypedFollows();
    void statesGetWordsAndMeanings();
    void sharesAndPairsAreSet();
    void eachSuggestionBecomesATile();
    void listsAskWhichItemIsMeant();
    void theSampleIsOnlyLookedAt();
    void stepsGoBackAndForth();
    void applyingIsOneStepAndUndoneToTheByte();
    void discardingAsksOnlyWhenMoreThanOneChangeIsLost();
    void thePreviewIsTheRealTile();
    void theOldPictureStaysWhileTheNewIsMade();
    void textInANumberIsSaid();
    void fromNowOnIsPartOfTheTile();
    void headersAndQueryCanBeUsed();
    void otherKeysOfTheTileStay();
    void hostilePayloadsStayPlain();
    void theSampleModelIsSound();
    void narrowWindowsShowThePreviewInATab();
    void aQuickBoardIsProposed();
    void aPathThatLeadsNowhereIsSaidAndFixed();
    void theMeasureThatIsBrokenIsFixed();
    void aFilterOfItsWriterIsKept();
    void aDraftIsLedBackTo();
    void passingByChangesNoNumber();
    void thePreviewsMenuDoesWhatItSays();

private:
    void open(const QList<TileSpec> &tiles = {}, int events = 9);
    void edit(const QString &tile = u"t1"_s);
    void add();
    MappingStudio &studio() { return *m_desk->studio(); }
    const TileSpec &tile() { return studio().draft().tile(); }
    const Binding &binding() { return studio().draft().binding(); }
    QModelIndex field(const QString &path) { return studio().samplePane().model().indexOfPath(path); }
    void clickField(const QString &path);
    void keyOnField(const QString &path, Qt::Key key);
    template <typename T> T *child(const QString &name) { return studio().findChild<T *>(name); }
    void click(const QString &button);
    void waitForSamples();
    // Of the previewed tile; the largest number there is while there is no tile.
    quint64 matched() const
    {
        const Tile *shown = m_desk->studio()->previewPane().tile();
        return shown ? shown->snapshot().matched : std::numeric_limits<quint64>::max();
    }

    std::unique_ptr<StudioDesk> m_desk;
};

void TestMappingStudio::init()
{
    m_desk = std::make_unique<StudioDesk>();
    QVERIFY(m_desk->started);
}

void TestMappingStudio::open(const QList<TileSpec> &tiles, int events)
{
    BoardSpec board = emptyBoard();
    board.tiles = tiles;
    QVERIFY(writeBoardFile(m_desk->profile.boardPath(board.id), board).ok());
    for (int i = 0; i < events; ++i)
        QVERIFY(m_desk->post(order(i)));
    m_desk->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_desk->window.get()));
}

void TestMappingStudio::waitForSamples()
{
    QVERIFY(m_desk->studio());
    QTRY_VERIFY(!studio().draft().samples().fields.isEmpty());
}

void TestMappingStudio::edit(const QString &tileId)
{
    emit m_desk->window->boardPages().view(u"shop"_s)->editTileRequested(tileId);
    waitForSamples();
}

void TestMappingStudio::add()
{
    m_desk->window->boardPages().addTile();
    waitForSamples();
}

void TestMappingStudio::click(const QString &name)
{
    auto *button = m_desk->window->findChild<QAbstractButton *>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestMappingStudio::clickField(const QString &path)
{
    QTreeView *tree = studio().samplePane().tree();
    const QModelIndex index = field(path);
    QVERIFY2(index.isValid(), qPrintable(path));
    tree->scrollTo(index);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).topLeft() + QPoint(20, 8));
}

void TestMappingStudio::keyOnField(const QString &path, Qt::Key key)
{
    QTreeView *tree = studio().samplePane().tree();
    tree->setCurrentIndex(field(path));
    QVERIFY2(tree->currentIndex().isValid(), qPrintable(path));
    QTest::keyClick(tree, key);
}

void TestMappingStudio::fromTheFirstEventToATileInThreeClicks()
{
    open({}, 1);
    QTRY_VERIFY(m_desk->find<QAbstractButton>(u"addTile"_s)); // what an empty board offers
    click(u"addTile"_s);                                      // 1
    waitForSamples();
    QCOMPARE(binding().source, u"shop"_s); // what came last is what it begins with
    QCOMPARE(binding().types, QStringList{u"order.paid"_s});
    QTRY_VERIFY(m_desk->find<ThumbnailButton>(u"suggestion0"_s));
    QTRY_VERIFY(m_desk->find<ThumbnailButton>(u"suggestion0"_s)->isDrawn());
    click(u"suggestion0"_s); // 2
    click(u"studioApply"_s); // 3
    QVERIFY(!m_desk->studio());
    const BoardSpec *board = m_desk->boards->board(u"shop"_s);
    QCOMPARE(board->tiles.size(), 1);
    QCOMPARE(board->tiles.first().bindings.first().value, u"$.amount"_s);
    const Tile *shown = m_desk->window->boardPages().view(u"shop"_s)->tile(board->tiles.first().id);
    QVERIFY(shown);
    QTRY_COMPARE(shown->snapshot().matched, 1U);
}

void TestMappingStudio::slotsByClick()
{
    open({countingTile()});
    edit();
    clickField(u"$.amount"_s);
    QCOMPARE(binding().value, u"$.amount"_s);
    QCOMPARE(binding().aggregation, Aggregation::Sum);
    QCOMPARE(tile().format.style, NumberFormat::Style::Currency);
    QCOMPARE(tile().format.unit, u"EUR"_s);
    clickField(u"$.country"_s);
    QCOMPARE(binding().groupBy, u"$.country"_s);
    clickField(u"$.created_at"_s);
    QCOMPARE(binding().time, u"$.created_at"_s);
    QCOMPARE(binding().timeBasis, TimeBasis::Event);
    clickField(u"$.currency"_s);
    QCOMPARE(binding().filter, u"$.currency = \"EUR\""_s);
    QCOMPARE(studio().samplePane().model().badges(field(u"$.amount"_s)), QList<Slot>{Slot::Value});
    const int steps = studio().draft().steps();
    clickField(u"$.id"_s); // nothing is left that it fits
    QCOMPARE(studio().draft().steps(), steps);
}

void TestMappingStudio::aDoubleClickIsAValue()
{
    open({countingTile()});
    edit();
    QTreeView *tree = studio().samplePane().tree();
    const QPoint at = tree->visualRect(field(u"$.country"_s)).topLeft() + QPoint(20, 8);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(binding().value, u"$.country"_s);
    QCOMPARE(binding().aggregation, Aggregation::Distinct);
    QCOMPARE(binding().groupBy, QString()); // what its first click did is taken back
}

void TestMappingStudio::slotsByKeyboard()
{
    open({countingTile()});
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    QCOMPARE(binding().value, u"$.amount"_s);
    keyOnField(u"$.created_at"_s, Qt::Key_2);
    QCOMPARE(binding().time, u"$.created_at"_s);
    keyOnField(u"$.country"_s, Qt::Key_3);
    QCOMPARE(binding().groupBy, u"$.country"_s);
    keyOnField(u"$.currency"_s, Qt::Key_4);
    QCOMPARE(binding().label, u"Currency"_s);
    keyOnField(u"$.currency"_s, Qt::Key_5);
    QCOMPARE(binding().filter, u"$.currency = \"EUR\""_s);
    click(u"clearFilter"_s);
    QCOMPARE(binding().filter, QString());
    keyOnField(u"$.currency"_s, Qt::Key_Return); // the best that is free
    QCOMPARE(binding().filter, u"$.currency = \"EUR\""_s);
    QTest::keyClick(studio().samplePane().tree(), Qt::Key_F, Qt::ControlModifier);
    auto *search = child<QLineEdit>(u"sampleSearch"_s);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"count"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(studio().samplePane().tree()->hasFocus());
    QCOMPARE(studio().samplePane().tree()->currentIndex(), field(u"$.country"_s));
}

void TestMappingStudio::slotsByDrag()
{
    open({countingTile()});
    edit();
    for (const auto &[slot, path] : QList<std::pair<QString, QString>>{{u"slotValue"_s, u"$.amount"_s},
                                                                       {u"slotTime"_s, u"$.created_at"_s},
                                                                       {u"slotGroup"_s, u"$.country"_s},
                                                                       {u"slotLabel"_s, u"$.currency"_s},
                                                                       {u"slotFilter"_s, u"$.currency"_s}}) {
        auto *row = child<QWidget>(slot);
        const std::unique_ptr<QMimeData> data(studio().samplePane().model().mimeData({field(path)}));
        QVERIFY(data);
        QDragEnterEvent enter(QPoint(120, 10), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(row, &enter) && enter.isAccepted());
        QDropEvent drop(QPointF(120, 10), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(row, &drop) && drop.isAccepted());
    }
    QCOMPARE(binding().value, u"$.amount"_s);
    QCOMPARE(binding().time, u"$.created_at"_s);
    QCOMPARE(binding().groupBy, u"$.country"_s);
    QCOMPARE(binding().label, u"Currency"_s);
    QCOMPARE(binding().filter, u"$.currency = \"EUR\""_s);
}

void TestMappingStudio::aClickGoesToTheBestEmptySlot_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("slot");
    const auto row = [](const char *name, TileKind kind, const char16_t *path, Slot slot) {
        QTest::newRow(name) << int(kind) << QString::fromUtf16(path) << int(slot);
    };
    row("a number is a value", TileKind::Kpi, u"$.amount", Slot::Value);
    row("a time is a time", TileKind::Kpi, u"$.created_at", Slot::Time);
    row("few words are groups", TileKind::Bar, u"$.country", Slot::GroupBy);
    row("an identity is counted", TileKind::Kpi, u"$.id", Slot::Value);
    row("a table takes columns", TileKind::Table, u"$.amount", Slot::Label);
}

void TestMappingStudio::aClickGoesToTheBestEmptySlot()
{
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(int, slot);
    TileSpec one = countingTile();
    one.kind = TileKind(kind);
    if (one.kind == TileKind::Table)
        one.columns = {{u"Time"_s, u"receivedAt"_s}};
    open({one});
    edit();
    clickField(path);
    QCOMPARE(slotsUsing(tile(), 0, path), QList<Slot>{Slot(slot)});
}

void TestMappingStudio::typedPathsAreCompletedAndChecked()
{
    open({countingTile()});
    edit();
    click(u"pillValue"_s);
    auto *path = child<QLineEdit>(u"valuePath"_s);
    QVERIFY(path->isVisible());
    QTest::keyClicks(path, u"$.amou"_s);
    QVERIFY(path->completer()->completionCount() >= 1);
    QCOMPARE(path->completer()->currentCompletion(), u"$.amount"_s);
    path->clear();
    QTest::keyClicks(path, u"$.items[x"_s);
    auto *problem = child<FieldProblem>(u"valuePathProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->words().contains(u"9"_s), qPrintable(problem->words()));
    QVERIFY(!child<QPushButton>(u"studioApply"_s)->isEnabled());
    QTest::mouseClick(problem, Qt::LeftButton); // leads to the character
    QCOMPARE(path->cursorPosition(), 8);
    path->clear();
    QTest::keyClicks(path, u"$.amount"_s);
    QVERIFY(!problem->isVisible());
    click(u"aggregation-%1"_s.arg(int(Aggregation::P95)));
    QVERIFY(child<QPushButton>(u"studioApply"_s)->isEnabled());
    QCOMPARE(binding().aggregation, Aggregation::P95);
}

void TestMappingStudio::popoversOpenOneAtATime()
{
    open({countingTile()});
    edit();
    const QStringList slots_{u"Value"_s, u"Time"_s, u"Group"_s, u"Label"_s, u"Filter"_s};
    const QStringList popovers{u"valuePopover"_s, u"timePopover"_s, u"groupPopover"_s, u"labelPopover"_s,
                               u"filterPopover"_s};
    for (int i = 0; i < slots_.size(); ++i) {
        auto *pill = child<QAbstractButton>(u"pill"_s + slots_[i]);
        pill->setFocus();
        QTest::keyClick(pill, Qt::Key_Space);
        for (int j = 0; j < popovers.size(); ++j)
            QCOMPARE(child<QWidget>(popovers[j])->isVisible(), i == j);
        QVERIFY(child<QWidget>(popovers[i])->mapTo(&studio(), QPoint()).y() > pill->mapTo(&studio(), QPoint()).y());
    }
    QTest::keyClick(child<QWidget>(u"filterPopover"_s), Qt::Key_Escape);
    QVERIFY(!studio().bindingPane().openedSlot());
}

void TestMappingStudio::everyPopoverChangesTheTile()
{
    open({countingTile()});
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    click(u"pillValue"_s);
    auto *style = child<QComboBox>(u"numberStyle"_s);
    style->setCurrentIndex(int(NumberFormat::Style::Compact));
    emit style->activated(style->currentIndex());
    QCOMPARE(tile().format.style, NumberFormat::Style::Compact);
    click(u"pillTime"_s);
    click(u"timeNamed"_s);
    QCOMPARE(binding().timeBasis, TimeBasis::Event);
    auto *bucket = child<QComboBox>(u"bucket"_s);
    bucket->setCurrentIndex(bucket->findData(QVariant::fromValue(kMinuteUs)));
    emit bucket->activated(bucket->currentIndex());
    QCOMPARE(binding().bucketUs, kMinuteUs);
    keyOnField(u"$.country"_s, Qt::Key_3);
    click(u"pillGroup"_s);
    child<QSpinBox>(u"groupTop"_s)->setValue(2);
    QCOMPARE(binding().topN, 2);
    click(u"pillLabel"_s);
    QTest::keyClicks(child<QLineEdit>(u"labelText"_s), u"Paid"_s);
    QCOMPARE(binding().label, u"Paid"_s);
    click(u"addCondition"_s);
    auto *relation = child<QComboBox>(u"conditionRelation0"_s);
    QVERIFY(relation && relation->isVisible());
    relation->setCurrentIndex(relation->findData(u"!="_s));
    emit relation->activated(relation->currentIndex());
    child<QComboBox>(u"conditionPath0"_s)->setEditText(u"$.country"_s);
    child<QComboBox>(u"conditionValue0"_s)->setEditText(u"AT"_s);
    QCOMPARE(binding().filter, u"$.country != \"AT\""_s);
    QTRY_COMPARE(matched(), 6U);
    click(u"conditionRemove0"_s);
    QCOMPARE(binding().filter, QString());
    click(u"verifiedOnly"_s);
    QVERIFY(!binding().verifiedOnly);
    const auto *sentence = child<QWidget>(u"sentence"_s);
    QVERIFY2(sentence->accessibleName().contains(u"Sum of amount in order.paid from shop"_s),
             qPrintable(sentence->accessibleName()));
    QVERIFY(sentence->accessibleName().contains(u"by country (top 2 and other)"_s));
}

void TestMappingStudio::everyStepCanBeAddedAndSet()
{
    open({countingTile()});
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    click(u"pillValue"_s);
    const QList<QAction *> kinds = child<QMenu>(u"addStepMenu"_s)->actions();
    QCOMPARE(kinds.size(), qsizetype(std::variant_size_v<ValueStep>));
    for (QAction *kind : kinds)
        kind->trigger();
    QCOMPARE(binding().steps.size(), kinds.size());
    QVERIFY(!child<QPushButton>(u"addStep"_s)->isEnabled()); // enough
    const auto type = [this](const QString &name, const QString &text) {
        auto *line = child<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    };
    auto *ways = child<QComboBox>(u"step0Ways"_s);
    ways->setCurrentIndex(2);
    emit ways->activated(2);
    type(u"step1Factor"_s, u"0.01"_s);
    type(u"step2Min"_s, u"5"_s);
    child<QPlainTextEdit>(u"step3Pairs"_s)->setPlainText(u"paid = Paid\n* = Other"_s);
    type(u"step4Pattern"_s, u"ORD-([0-9]+)"_s);
    type(u"step5Separator"_s, u"-"_s);
    child<QSpinBox>(u"step5Index"_s)->setValue(-1);
    type(u"step6Paths"_s, u"$.total, $.sum"_s);
    type(u"step7Zone"_s, u"Europe/Berlin"_s);
    const QList<ValueStep> expected{steps::ParseNumber{u","_s, u"."_s},
                                    steps::Scale{0.01, 0},
                                    steps::Clamp{5.0, {}},
                                    steps::MapValues{{{u"paid"_s, u"Paid"_s}}, u"Other"_s},
                                    steps::Extract{u"ORD-([0-9]+)"_s},
                                    steps::Split{u"-"_s, -1},
                                    steps::Coalesce{{u"$.total"_s, u"$.sum"_s}},
                                    steps::ParseDate{{}, u"Europe/Berlin"_s}};
    QVERIFY(binding().steps == expected);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // rows of before
    click(u"stepRemove0"_s);
    QCOMPARE(binding().steps.size(), kinds.size() - 1);
    QCOMPARE(child<QLineEdit>(u"step0Factor"_s)->text(), u"0.01"_s); // the others moved up
}

void TestMappingStudio::aTitleNobodyTypedFollows()
{
    open();
    add();
    QCOMPARE(tile().title, u"Count of order.paid"_s);
    keyOnField(u"$.amount"_s, Qt::Key_1);
    QCOMPARE(tile().title, u"Sum of amount"_s);
    QVERIFY(tile().subtitle.isEmpty()); // "per minute" was about the count
    keyOnField(u"$.country"_s, Qt::Key_3);
    QCOMPARE(tile().title, u"Sum of amount by country"_s);
    studio().draft().undoStack().undo();
    QCOMPARE(tile().title, u"Sum of amount"_s);
    auto *title = child<QLineEdit>(u"title"_s);
    title->selectAll();
    QTest::keyClicks(title, u"Revenue"_s);
    keyOnField(u"$.country"_s, Qt::Key_3);
    QCOMPARE(tile().title, u"Revenue"_s); // what somebody typed stays
}

void TestMappingStudio::statesGetWordsAndMeanings()
{
    TileSpec states = countingTile();
    states.kind = TileKind::States;
    states.bindings.first().aggregation = Aggregation::Last;
    states.bindings.first().value = u"$.country"_s;
    open({states});
    edit();
    waitForSamples();
    click(u"moreOptions"_s);
    auto *meaning = child<QComboBox>(u"stateMeaning0"_s);
    auto *label = child<QLineEdit>(u"stateLabel0"_s);
    QVERIFY(meaning && label && label->isVisible());
    QCOMPARE(meaning->currentText(), u"Not said"_s); // no usual word for a state
    QTest::keyClick(meaning, Qt::Key_Home);
    QCOMPARE(tile().options.states.states.size(), 1);
    QCOMPARE(tile().options.states.states.first().severity, Threshold::Severity::Ok);
    QTest::keyClicks(label, u"Home"_s);
    QCOMPARE(tile().options.states.states.first().label, u"Home"_s);
    const QString value = tile().options.states.states.first().value;
    QTest::keyClick(child<QComboBox>(u"stateMeaning0"_s), Qt::Key_End);
    QVERIFY(tile().options.states.states.isEmpty()); // not said: it is hatched again
    QVERIFY(!value.isEmpty());
}

void TestMappingStudio::sharesAndPairsAreSet()
{
    open({countingTile()});
    QVERIFY(m_desk->post(order(1), "order.created"));
    edit();
    click(u"pillValue"_s);
    click(u"aggregation-%1"_s.arg(int(Aggregation::Ratio)));
    auto *share = child<QLineEdit>(u"shareFilter"_s);
    QVERIFY(share->isVisible());
    QTest::keyClicks(share, u"$.country = \"DE\""_s);
    QCOMPARE(binding().part, u"$.country = \"DE\""_s);
    click(u"pairTypes"_s);
    QVERIFY(binding().pairing.has_value());
    QCOMPARE(binding().pairing->startType, u"order.paid"_s);
    QCOMPARE(binding().pairing->endType, u"order.created"_s);
    QCOMPARE(binding().pairing->key, u"$.id"_s);
    child<QComboBox>(u"pairStart"_s)->setEditText(u"order.created"_s);
    child<QComboBox>(u"pairEnd"_s)->setEditText(u"order.paid"_s);
    QCOMPARE(binding().types, (QStringList{u"order.created"_s, u"order.paid"_s}));
    click(u"pairTypes"_s);
    QVERIFY(!binding().pairing);
}

void TestMappingStudio::eachSuggestionBecomesATile()
{
    open();
    add();
    QTRY_VERIFY(child<ThumbnailButton>(u"suggestion2"_s));
    int count = 0;
    while (auto *suggestion = child<ThumbnailButton>(u"suggestion%1"_s.arg(count))) {
        QTRY_VERIFY(suggestion->isDrawn());
        QTest::mouseClick(suggestion, Qt::LeftButton);
        QVERIFY(suggestion->isChecked());
        QCOMPARE(tile().kind, suggestion->tile().kind);
        QTRY_VERIFY(studio().previewPane().tile() && studio().previewPane().tile()->spec().kind == tile().kind);
        QTRY_VERIFY(matched() > 0 && studio().previewPane().tile());
        ++count;
    }
    QVERIFY(count >= 3 && count <= 5);
}

void TestMappingStudio::listsAskWhichItemIsMeant()
{
    open({countingTile()});
    edit();
    const QModelIndex price = field(u"$.items[*].price"_s);
    QVERIFY(price.isValid());
    QVERIFY(studio().samplePane().model().node(price)->path.isEmpty()); // never a silent index
    clickField(u"$.items[*].price"_s);
    auto *menu = studio().findChild<QMenu *>(u"itemsMenu"_s);
    QTRY_VERIFY(menu && menu->isVisible());
    QAction *where = nullptr;
    QAction *first = nullptr;
    for (QAction *action : menu->actions()) {
        first = action->text() == u"First item"_s ? action : first;
        where = action->menu() ? action->menu()->actions().value(0) : where;
    }
    QVERIFY(first && where);
    first->trigger();
    QCOMPARE(binding().value, u"$.items[0].price"_s);
    menu->close();
    studio().samplePane().model().setChoice(field(u"$.items"_s), {ItemChoice::Kind::Where, u"@.sku == 'LW-110'"_s});
    keyOnField(u"$.items[*].price"_s, Qt::Key_1);
    QCOMPARE(binding().value, u"$.items[?@.sku == 'LW-110'].price"_s);
    QTRY_VERIFY(studio().previewPane().tile());
    QTRY_COMPARE(matched(), 9U);
}

void TestMappingStudio::theSampleIsOnlyLookedAt()
{
    open({countingTile()});
    edit();
    click(u"samplePaste"_s);
    auto *text = studio().findChild<QPlainTextEdit *>(u"pastedText"_s);
    QVERIFY(text);
    text->setPlainText(u"{\"pasted\":{\"field\":7}}"_s);
    click(u"usePasted"_s);
    QVERIFY(field(u"$.pasted.field"_s).isValid());
    keyOnField(u"$.pasted.field"_s, Qt::Key_1);
    QCOMPARE(binding().value, u"$.pasted.field"_s);
    QTRY_VERIFY(studio().previewPane().tile());
    QTRY_COMPARE(matched(), 0U); // no stored event has it
    auto *picker = child<QComboBox>(u"samplePicker"_s);
    picker->setCurrentIndex(0);
    emit picker->activated(0);
    click(u"samplePin"_s);
    QVERIFY(studio().samplePane().pinned().has_value());
    QVERIFY(picker->currentText().startsWith(u"Pinned"_s));
}

void TestMappingStudio::stepsGoBackAndForth()
{
    open({countingTile()});
    edit();
    const TileSpec before = tile();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    const TileSpec after = tile();
    const int boardSteps = m_desk->boards->undoStack(u"shop"_s).index();
    QTest::keyClick(studio().samplePane().tree(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(tile() == before);
    click(u"studioRedo"_s);
    QVERIFY(tile() == after);
    click(u"studioUndo"_s);
    QVERIFY(tile() == before);
    QCOMPARE(m_desk->boards->undoStack(u"shop"_s).index(), boardSteps); // the board knows nothing of it yet
    auto *title = child<QLineEdit>(u"title"_s);
    title->selectAll();
    QTest::keyClicks(title, u"Revenue"_s);
    QCOMPARE(studio().draft().steps(), 1); // typing is one step
    QCOMPARE(tile().title, u"Revenue"_s);
}

void TestMappingStudio::applyingIsOneStepAndUndoneToTheByte()
{
    open({countingTile()});
    const QByteArray before = m_desk->boardFile(u"shop"_s);
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    keyOnField(u"$.country"_s, Qt::Key_3);
    click(u"studioApply"_s);
    QCOMPARE(m_desk->boards->undoStack(u"shop"_s).count(), 1);
    QTRY_VERIFY(m_desk->boardFile(u"shop"_s).contains("$.country"));
    const QByteArray after = m_desk->boardFile(u"shop"_s);
    m_desk->boards->undoStack(u"shop"_s).undo();
    QTRY_COMPARE(m_desk->boardFile(u"shop"_s), before);
    m_desk->boards->undoStack(u"shop"_s).redo();
    QTRY_COMPARE(m_desk->boardFile(u"shop"_s), after);
}

void TestMappingStudio::discardingAsksOnlyWhenMoreThanOneChangeIsLost()
{
    open({countingTile()});
    const QByteArray before = m_desk->boardFile(u"shop"_s);
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    click(u"studioDiscard"_s);
    QVERIFY(!m_desk->studio());
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    keyOnField(u"$.country"_s, Qt::Key_3);
    click(u"studioBack"_s);
    QVERIFY(m_desk->studio());
    click(u"discardAll"_s);
    QVERIFY(!m_desk->studio());
    QCOMPARE(m_desk->boards->undoStack(u"shop"_s).count(), 0);
    QCOMPARE(m_desk->boardFile(u"shop"_s), before);
}

void TestMappingStudio::thePreviewIsTheRealTile()
{
    open({countingTile()});
    edit();
    QTRY_VERIFY(studio().previewPane().tile());
    QTRY_COMPARE(matched(), 9U);
    QVERIFY(m_desk->post(order(9)));
    QTRY_COMPARE(matched(), 10U); // it lives
    const QString board = studio().previewBoard();
    QVERIFY(board.startsWith(u'/'));
    m_desk->window->showEvents();
    QVERIFY(studio().previewBoard().isEmpty()); // nobody looks: nothing is folded
    m_desk->window->showBoard(u"shop"_s);
    QVERIFY(m_desk->studio()->isVisible()); // goes on where it was left
    QTRY_VERIFY(!studio().previewBoard().isEmpty());
    click(u"studioDiscard"_s);
    QVERIFY(!QFile::exists(m_desk->profile.boardPath(board.mid(1))));
}

void TestMappingStudio::theOldPictureStaysWhileTheNewIsMade()
{
    open({countingTile()});
    edit();
    QTRY_VERIFY(studio().previewPane().tile());
    QTRY_COMPARE(matched(), 9U);
    BoardUpdate half;
    half.boardId = studio().previewBoard();
    TileSnapshot snapshot;
    snapshot.tileId = u"preview"_s;
    snapshot.refolding = true;
    snapshot.refoldProgress = 0.25;
    snapshot.matched = 2;
    half.tiles = {snapshot};
    studio().apply(half);
    auto *progress = child<QWidget>(u"previewProgress"_s);
    QVERIFY(progress->isVisible());
    QCOMPARE(matched(), 9U);
    half.boardId = u"/studio?0"_s; // of an edit before
    half.tiles.first().refolding = false;
    studio().apply(half);
    QCOMPARE(matched(), 9U);
    half.boardId = studio().previewBoard();
    studio().apply(half);
    QVERIFY(!progress->isVisible());
    QCOMPARE(matched(), 2U);
}

void TestMappingStudio::textInANumberIsSaid()
{
    open({countingTile()});
    QVERIFY(m_desk->post(R"({"amount":"n/a","country":"DE"})"));
    edit();
    auto *notice = child<QWidget>(u"valueNotice"_s);
    QVERIFY(!notice->isVisible());
    keyOnField(u"$.amount"_s, Qt::Key_1);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->findChildren<QLabel *>().first()->text().startsWith(u"1 of 10 events have text in amount"_s));
    QTRY_VERIFY(child<QWidget>(u"skippedReasons"_s)->isVisible());
    QTRY_COMPARE(matched(), 9U);
    click(u"skippedReasons"_s);
    auto *menu = studio().findChild<QMenu *>(u"skippedMenu"_s);
    QVERIFY(menu && menu->actions().size() == 1);
    menu->actions().first()->trigger();
    QCOMPARE(m_desk->window->place(), MainWindow::Place::Events); // the events behind it
}

void TestMappingStudio::fromNowOnIsPartOfTheTile()
{
    open({countingTile()});
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    auto *cost = child<QLabel>(u"applyCost"_s);
    QTRY_VERIFY2(cost->text().contains(u"9 stored events"_s), qPrintable(cost->text()));
    click(u"fromNowOn"_s);
    QVERIFY(binding().sinceUs > 0);
    QTRY_VERIFY(cost->text().startsWith(u"Only events that arrive from now on"_s));
    click(u"wholeHistory"_s);
    QCOMPARE(binding().sinceUs, 0);
}

void TestMappingStudio::headersAndQueryCanBeUsed()
{
    open({countingTile()});
    edit();
    keyOnField(u"header:X-GitHub-Event"_s, Qt::Key_3);
    QCOMPARE(binding().groupBy, u"header:X-GitHub-Event"_s);
    QTRY_VERIFY(studio().previewPane().tile());
    QTRY_VERIFY(studio().previewPane().tile());
    QTRY_COMPARE(studio().previewPane().tile()->snapshot().series.value(0).key, u"order.paid"_s);
}

void TestMappingStudio::otherKeysOfTheTileStay()
{
    TileSpec one = countingTile();
    one.kind = TileKind::Kpi;
    one.thresholds = {{10, Threshold::Severity::Warn, u"high"_s}};
    one.unknown.insert("later"_L1, 7);
    one.staleAfterUs = kHourUs;
    one.options.gauge.target = 5;
    open({one});
    edit();
    QVERIFY(tile() == one);
    click(u"moreOptions"_s);
    auto *warn = child<QLineEdit>(u"warnFrom"_s);
    QCOMPARE(warn->text(), u"10"_s);
    warn->clear();
    QTest::keyClicks(warn, u"12x"_s);
    QVERIFY(child<FieldProblem>(u"warnFromProblem"_s)->isVisible());
    warn->clear();
    QTest::keyClicks(warn, u"12"_s);
    QCOMPARE(tile().thresholds.first().from, 12.0);
    QCOMPARE(tile().thresholds.first().label, u"high"_s);
    QCOMPARE(tile().unknown.value("later"_L1).toInt(), 7);
    QCOMPARE(tile().staleAfterUs, kHourUs);
}

void TestMappingStudio::hostilePayloadsStayPlain()
{
    open({countingTile()}, 0);
    QVERIFY(m_desk->post("{\"<b>bold</b>\":\"<img src=x onerror=1>\",\"\\u202Egnp.exe\":\"\\u202Eabc\",\"nul\\u0000\":"
                         "\"a\\nb\",\"long\":\"" +
                         QByteArray(200'000, 'x') + "\",\"amount\":\"<a href=file:///etc/passwd>9</a>\"}"));
    QVERIFY(m_desk->post(R"({"<b>bold</b>":"<script>","amount":7})", "<h1>type</h1>&x"));
    edit();
    QVERIFY(field(u"$['<b>bold</b>']"_s).isValid());
    keyOnField(u"$['<b>bold</b>']"_s, Qt::Key_3);
    keyOnField(u"$.amount"_s, Qt::Key_1);
    QTRY_VERIFY(studio().previewPane().tile());
    studio().grab(); // paints all of it
    for (const QLabel *label : studio().findChildren<QLabel *>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qPrintable(label->text()));
        QVERIFY(!label->text().contains(QChar(0x202E)));
    }
    const QString sentence = child<QWidget>(u"sentence"_s)->accessibleName();
    QVERIFY2(sentence.contains(u"<b>bold</b>"_s), qPrintable(sentence)); // as it is, and as text
    QVERIFY(child<QTextBrowser>(u"sentence"_s)->toPlainText().contains(u"<b>bold</b>"_s));
    auto *menu = child<QMenu>(u"studioEventsMenu"_s);
    emit menu->aboutToShow();
    QVERIFY(menu->actions().first()->text().contains(u"&&x"_s));
    for (const QAbstractButton *button : studio().findChildren<QAbstractButton *>())
        QVERIFY(button->text().size() < 400);
}

void TestMappingStudio::theSampleModelIsSound()
{
    open({countingTile()});
    QVERIFY(m_desk->post(R"({"other":[[1,[2]],{"deep":{"er":[{"x":1}]}}],"amount":5})"));
    QVERIFY(m_desk->post(R"(["a",{"b":1}])"));
    QVERIFY(m_desk->post("\"only a text\""));
    edit();
    SampleModel &model = studio().samplePane().model();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const SampledFields samples = studio().draft().samples();
    for (const auto &event : {samples.newest, samples.fullest, std::optional<StoredEvent>()}) {
        model.setSample(samples, event);
        for (const FieldFacts &facts : samples.fields) {
            const QModelIndex index = model.indexOfPath(facts.path);
            if (index.isValid() && model.node(index)->isList()) {
                model.setChoice(index, {ItemChoice::Kind::First, {}});
                model.setChoice(model.indexOfPath(facts.path), {ItemChoice::Kind::Each, {}});
            }
        }
    }
    QVERIFY(model.rowCount() == 3);
    QVERIFY(model.rowCount(model.index(0, 0)) > 8); // fields that only other events have are there too
}

void TestMappingStudio::narrowWindowsShowThePreviewInATab()
{
    open({countingTile()});
    edit();
    m_desk->window->resize(1000, 700);
    auto *tabs = child<QTabBar>(u"studioTabs"_s);
    QTRY_VERIFY(tabs->isVisible());
    QVERIFY(!studio().previewPane().isVisible());
    tabs->setCurrentIndex(1);
    QVERIFY(studio().previewPane().isVisible());
    QVERIFY(!studio().samplePane().isVisible());
    m_desk->window->resize(1600, 1000);
    QTRY_VERIFY(!tabs->isVisible());
    QVERIFY(studio().samplePane().isVisible() && studio().previewPane().isVisible());
}

void TestMappingStudio::aQuickBoardIsProposed()
{
    open();
    click(u"proposeTiles"_s);
    const auto tiles = [this] { return m_desk->boards->board(u"shop"_s)->tiles; };
    QTRY_VERIFY(tiles().size() >= 5);
    QCOMPARE(m_desk->boards->undoStack(u"shop"_s).count(), 1);
    bool amount = false;
    bool country = false;
    for (qsizetype i = 0; i < tiles().size(); ++i) {
        const TileSpec one = tiles()[i];
        QVERIFY(Engine::problemsOf(one).isEmpty());
        QVERIFY(one.bindings.first().verifiedOnly);
        QCOMPARE(one.bindings.first().source, u"shop"_s);
        amount = amount || one.bindings.first().value == "$.amount"_L1;
        country = country || one.bindings.first().groupBy == "$.country"_L1;
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!one.grid.intersects(tiles()[j].grid));
    }
    QVERIFY(amount && country);
}

void TestMappingStudio::aPathThatLeadsNowhereIsSaidAndFixed()
{
    TileSpec one = countingTile();
    one.bindings.first().value = u"$.amout"_s;
    one.bindings.first().aggregation = Aggregation::Sum;
    open({one});
    const Tile *shown = m_desk->window->boardPages().view(u"shop"_s)->tile(u"t1"_s);
    m_desk->window->findChild<BrokenPathWatch *>()->look(); // as it does by itself every minute
    QTRY_COMPARE(shown->condition().state, TileState::Broken);
    QCOMPARE(tileBanner(shown->facts()).text, u"The field $.amout is gone. Nearest: $.amount"_s);
    auto *fix = shown->findChild<QPushButton *>(u"tileAction"_s);
    QVERIFY(fix->isVisible());
    QTest::mouseClick(fix, Qt::LeftButton);
    waitForSamples();
    QTRY_COMPARE(binding().value, u"$.amount"_s); // filled in, and shown where
    QVERIFY(child<QWidget>(u"valuePopover"_s)->isVisible());
    click(u"studioApply"_s);
    const auto *fixed = m_desk->window->boardPages().view(u"shop"_s)->tile(u"t1"_s);
    QTRY_COMPARE(fixed->snapshot().matched, 9U);
    QVERIFY(fixed->condition().state != TileState::Broken);
}

void TestMappingStudio::theMeasureThatIsBrokenIsFixed()
{
    TileSpec one = countingTile();
    one.bindings << orders();
    one.bindings.last().value = u"$.amout"_s;
    one.bindings.last().aggregation = Aggregation::Sum;
    open({one});
    const Tile *shown = m_desk->window->boardPages().view(u"shop"_s)->tile(u"t1"_s);
    m_desk->window->findChild<BrokenPathWatch *>()->look();
    QTRY_COMPARE(shown->condition().state, TileState::Broken);
    auto *fix = shown->findChild<QPushButton *>(u"tileAction"_s);
    QVERIFY(fix->isVisible());
    QTest::mouseClick(fix, Qt::LeftButton);
    waitForSamples();
    QTRY_COMPARE(tile().bindings[1].value, u"$.amount"_s);
    QCOMPARE(studio().draft().bindingIndex(), 1);
    QCOMPARE(tile().bindings[0], orders());
}

void TestMappingStudio::aFilterOfItsWriterIsKept()
{
    TileSpec one = countingTile();
    const QString written = u"$.amount > 101 or $.country = \"DE\""_s;
    one.bindings.first().filter = written;
    open({one});
    edit();
    click(u"addCondition"_s);
    const QString kept = u'(' + written + u") and "_s;
    QVERIFY2(binding().filter.startsWith(kept) && binding().filter.size() > kept.size(), qPrintable(binding().filter));
    QVERIFY(child<QPushButton>(u"studioApply"_s)->isEnabled()); // it can be read
}

void TestMappingStudio::aDraftIsLedBackTo()
{
    TileSpec other = countingTile();
    other.id = u"t2"_s;
    other.grid.moveLeft(12);
    open({countingTile(), other});
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    keyOnField(u"$.country"_s, Qt::Key_3);
    const TileSpec draft = tile();
    BoardPages &pages = m_desk->window->boardPages();
    for (const auto &wanted : {u"t2"_s, u"t1"_s}) {
        m_desk->window->showEvents();
        pages.editTile(u"shop"_s, wanted, true);
        QVERIFY(m_desk->studio() && m_desk->studio()->isVisible());
        QVERIFY(tile() == draft);
        QCOMPARE(studio().draft().steps(), 2);
    }
    studio().draft().undoStack().undo(); // one step is not worth a question
    pages.editTile(u"shop"_s, u"t2"_s);
    QCOMPARE(tile().id, u"t2"_s);
}

void TestMappingStudio::passingByChangesNoNumber()
{
    TileSpec one = countingTile();
    one.format.scale = 1.0 / 3;
    open({one});
    edit();
    keyOnField(u"$.amount"_s, Qt::Key_1);
    TileSpec before = tile();
    before.format.scale = 1.0 / 3; // as it is in the file
    studio().draft().change(before, u"scale"_s);
    const int steps = studio().draft().steps();
    click(u"pillValue"_s);
    auto *scale = child<QDoubleSpinBox>(u"numberScale"_s);
    scale->setFocus();
    QTest::keyClick(scale, Qt::Key_Return);
    QTest::keyClick(scale, Qt::Key_Tab);
    QCOMPARE(tile().format.scale, 1.0 / 3);
    QVERIFY(tile() == before);
    QCOMPARE(studio().draft().steps(), steps);
    scale->setFocus();
    scale->selectAll();
    QTest::keyClicks(scale, u"0.5"_s);
    QTest::keyClick(scale, Qt::Key_Return);
    QCOMPARE(tile().format.scale, 0.5);
}

void TestMappingStudio::thePreviewsMenuDoesWhatItSays()
{
    open({countingTile()});
    edit();
    QTRY_VERIFY(studio().previewPane().tile());
    QTRY_COMPARE(matched(), 9U);
    auto *shown = child<Tile>(u"tile-preview"_s);
    const std::unique_ptr<QMenu> menu(shown->createMenu(nullptr));
    QStringList words;
    for (const QAction *action : menu->actions())
        words << action->text();
    QVERIFY(words.contains(u"Show data"_s));
    for (const auto &word : {u"Export"_s, u"Edit…"_s, u"Duplicate"_s, u"Remove"_s})
        QVERIFY2(!words.contains(word), qPrintable(word));
    menu->actions().at(words.indexOf(u"Show data"_s))->trigger();
    auto *data = child<QDialog>(u"dataDialog"_s);
    QVERIFY(data && data->isVisible());
    data->close();
    menu->findChild<QAction *>(u"showEvents"_s)->trigger();
    QCOMPARE(m_desk->window->place(), MainWindow::Place::Events);
}

QTEST_MAIN(TestMappingStudio)
#include "tst_mappingstudio.moc"
