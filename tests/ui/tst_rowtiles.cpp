// Table and feed tiles under the hand: sorting, filters, the frozen column, words for values, and a reader's place
// while ten thousand rows a second arrive.
#include "tests/support/tilesamples.h"
#include "ui/dashboard/datadialog.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/filterrow.h"
#include "ui/dashboard/tiles/rowsmodel.h"
#include "ui/dashboard/tiles/tabletile.h"
#include "ui/style/themecontroller.h"

#include <QtGui/QStandardItemModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleOptionViewItem>
#include <QtWidgets/QTableView>

#include <ctime>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

std::unique_ptr<TableTile> shown(const TileSpec &spec, const TileSnapshot &snapshot, QSize size = {620, 320})
{
    auto tile = std::make_unique<TableTile>(spec, Theme(), nullptr);
    tile->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    tile->resize(size);
    tile->setContext(samples::context());
    tile->setSnapshot(snapshot);
    tile->show();
    return tile;
}

QTableView *table(const Tile &tile)
{
    return tile.findChild<QTableView *>(u"tileRows"_s);
}

QStringList column(const Tile &tile, int index)
{
    QStringList texts;
    const QAbstractItemModel *model = table(tile)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, index).data().toString();
    return texts;
}

void clickHeader(const Tile &tile, int index)
{
    QHeaderView *header = table(tile)->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(index) + 12, header->height() / 2});
}

Row row(quint64 seq, double number)
{
    Row one;
    one.seq = seq;
    one.timeUs = samples::now() + qint64(seq);
    one.source = u"shop"_s;
    one.type = u"order.paid"_s;
    one.cells = {{Scalar(QByteArray("row ") + QByteArray::number(seq)), false}, {Scalar(number), false}};
    return one;
}

TileSpec twoColumns()
{
    TileSpec spec = samples::tableSpec();
    spec.columns = {{u"Name"_s, u"$.name"_s, TableColumn::Format::Text},
                    {u"N"_s, u"$.n"_s, TableColumn::Format::Number}};
    spec.format = {};
    return spec;
}

// The newest `count` of the rows up to `newest`.
TileSnapshot upTo(const TileSpec &spec, quint64 newest, int count)
{
    TileSnapshot snapshot = samples::base(spec);
    snapshot.revision = newest;
    for (int i = 0; i < count && newest > quint64(i); ++i)
        snapshot.rows << row(newest - quint64(i), double((newest - quint64(i)) % 97));
    return snapshot;
}

} // namespace

class TestRowTiles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void headerClicksSort();
    void missingValuesComeLast();
    void sortingHoldsWhileRowsArrive();
    void ctrlFOpensFilters();
    void filtersUnderstandNumbers();
    void firstColumnStays();
    void valuesHaveWords();
    void nullTextStandsForNothing();
    void placeIsKeptUnderTenThousandRowsASecond();
    void newerRowsAreCounted();
    void menuReachesEverything();
    void modelsAreSound();
    void hostileCells();
    void heldRowsGoWithTheirQuestion();
    void cellsStandUnderTheirOwnHead();
    void anEmptiedTableHoldsNothing();
    void agesMoveOn();
    void filtersGoWithTheirColumn();
    void theFirstColumnIsOnTheRightWhereReadingBegins();
    void rowsSayWhatTheirEventsAre();
};

void TestRowTiles::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestRowTiles::headerClicksSort()
{
    const TileSpec spec = samples::tableSpec();
    const auto tile = shown(spec, samples::table(spec));
    const QStringList newest = column(*tile, 1);
    clickHeader(*tile, 3); // amounts, which come in falling order
    QStringList up = column(*tile, 1);
    QCOMPARE(up.first(), u"#48139"_s);
    QCOMPARE(up.last(), u"#48213"_s);
    QVERIFY(table(*tile)->horizontalHeader()->isSortIndicatorShown());
    clickHeader(*tile, 3);
    QCOMPARE(column(*tile, 1).first(), u"#48213"_s);
    clickHeader(*tile, 3);
    QCOMPARE(column(*tile, 1), newest);
    QVERIFY(!table(*tile)->horizontalHeader()->isSortIndicatorShown());
    clickHeader(*tile, 2); // texts as people sort them
    QCOMPARE(column(*tile, 2).first(), u"Berlin"_s);
    QCOMPARE(column(*tile, 2).last(), u"Wien"_s);
}

void TestRowTiles::missingValuesComeLast()
{
    const TileSpec spec = twoColumns();
    TileSnapshot snapshot = upTo(spec, 5, 5);
    snapshot.rows[2].cells[1] = {{}, true};
    snapshot.rows[3].cells[1] = {Scalar(QByteArray("text")), false};
    const auto tile = shown(spec, snapshot);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        tile->sortBy(1, order);
        QCOMPARE(column(*tile, 1).last(), u"\u2013"_s);
    }
}

void TestRowTiles::sortingHoldsWhileRowsArrive()
{
    const TileSpec spec = twoColumns();
    const auto tile = shown(spec, upTo(spec, 200, 200));
    tile->sortBy(1, Qt::DescendingOrder);
    tile->setSnapshot(upTo(spec, 260, 200));
    QList<double> numbers;
    for (const QString &text : column(*tile, 1))
        numbers << text.toDouble();
    QCOMPARE(numbers.size(), 200);
    QVERIFY(std::is_sorted(numbers.rbegin(), numbers.rend()));
}

void TestRowTiles::ctrlFOpensFilters()
{
    const TileSpec spec = samples::tableSpec();
    const auto tile = shown(spec, samples::table(spec));
    auto *filters = tile->findChild<FilterRow *>(u"filterRow"_s);
    QVERIFY(filters->isHidden());
    tile->setFocus();
    QTest::keyClick(tile.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!filters->isHidden());
    QCOMPARE(filters->field(2)->x(), table(*tile)->horizontalHeader()->sectionViewportPosition(2) + 1);
    QTest::keyClicks(filters->field(2), u"ber"_s);
    QCOMPARE(column(*tile, 2), QStringList{u"Berlin"_s});
    filters->field(2)->clear();
    QTest::keyClicks(filters->field(4), u"paid"_s);
    QCOMPARE(column(*tile, 2).size(), 5);
    TileSnapshot more = samples::table(spec); // what comes later is filtered as well
    Row refunded = more.rows.first();
    refunded.seq = 900;
    refunded.cells[4] = samples::text("refunded");
    more.rows.prepend(refunded);
    tile->setSnapshot(more);
    QCOMPARE(column(*tile, 2).size(), 5);
    QTest::keyClick(filters->field(4), Qt::Key_Escape);
    QVERIFY(filters->isHidden());
    QCOMPARE(column(*tile, 2).size(), 9);
}

void TestRowTiles::filtersUnderstandNumbers()
{
    TileSpec spec = samples::tableSpec();
    const auto tile = shown(spec, samples::table(spec));
    tile->setLocale(QLocale(QLocale::German, QLocale::Germany));
    tile->openFilters();
    auto *filters = tile->findChild<FilterRow *>(u"filterRow"_s);
    QTest::keyClicks(filters->field(3), u"> 861,5"_s);
    QCOMPARE(column(*tile, 1).size(), 4);
    filters->field(3)->clear();
    QTest::keyClicks(filters->field(3), u"<=799"_s);
    QCOMPARE(column(*tile, 1).size(), 2);
    filters->field(3)->clear();
    QTest::keyClicks(filters->field(3), u">"_s); // unfinished: looked for as text
    QCOMPARE(column(*tile, 1).size(), 0);
    filters->field(3)->clear();
    QCOMPARE(column(*tile, 1).size(), 8);
}

void TestRowTiles::firstColumnStays()
{
    TileSpec spec = samples::tableSpec();
    for (int i = 0; i < 6; ++i)
        spec.columns << TableColumn{u"Amount %1"_s.arg(i), u"$.amount"_s, TableColumn::Format::Number};
    TileSnapshot snapshot = samples::table(spec);
    for (Row &one : snapshot.rows) {
        for (int i = 0; i < 6; ++i)
            one.cells << Cell{Scalar(123'456.75), false};
    }
    const auto tile = shown(spec, snapshot, {420, 300});
    tile->setFrozen(true);
    auto *frozen = tile->findChild<QTableView *>(u"frozenColumn"_s);
    QVERIFY(frozen && frozen->isVisible());
    QVERIFY(table(*tile)->horizontalScrollBar()->maximum() > 0);
    table(*tile)->horizontalScrollBar()->setValue(table(*tile)->horizontalScrollBar()->maximum());
    QCOMPARE(frozen->x(), 0);
    QCOMPARE(frozen->columnWidth(0), table(*tile)->columnWidth(0));
    QVERIFY(frozen->isColumnHidden(1));
    table(*tile)->verticalScrollBar()->setValue(20);
    QCOMPARE(frozen->verticalScrollBar()->value(), table(*tile)->verticalScrollBar()->value());
    tile->grab();
    tile->setFrozen(false);
    QVERIFY(!tile->findChild<QTableView *>(u"frozenColumn"_s));
}

void TestRowTiles::valuesHaveWords()
{
    TileSpec spec = samples::tableSpec();
    spec.valueLooks = {{u"paid"_s, u"Bezahlt"_s, Threshold::Severity::Ok},
                       {u"failed"_s, {}, Threshold::Severity::Error},
                       {u"918"_s, u"Jackpot"_s, Threshold::Severity::Warn}};
    const auto tile = shown(spec, samples::table(spec));
    QCOMPARE(column(*tile, 4).first(), u"Bezahlt"_s);
    QVERIFY(column(*tile, 4).contains(u"failed"_s));
    QVERIFY(column(*tile, 3).contains(u"Jackpot"_s));
    tile->grab();
}

void TestRowTiles::nullTextStandsForNothing()
{
    TileSpec spec = twoColumns();
    spec.nullText = u"none"_s;
    TileSnapshot snapshot = upTo(spec, 3, 3);
    snapshot.rows[1].cells[0] = {{}, true};
    snapshot.rows[2].cells[0] = {Scalar(JsonNull()), false};
    QCOMPARE(column(*shown(spec, snapshot), 0), (QStringList{u"row 3"_s, u"none"_s, u"none"_s}));
}

// One second in ten updates of a thousand rows, of which the tile keeps the newest thousand.
void TestRowTiles::placeIsKeptUnderTenThousandRowsASecond()
{
    const TileSpec spec = twoColumns();
    const auto tile = shown(spec, upTo(spec, 10'000, 1'000));
    QScrollBar *bar = table(*tile)->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const QModelIndex before = table(*tile)->indexAt({5, 5});
    const QString text = before.data().toString();
    const int place = bar->value();
    QImage image(tile->size(), QImage::Format_ARGB32_Premultiplied);
    const std::clock_t start = std::clock();
    for (quint64 newest = 11'000; newest <= 20'000; newest += 1'000) {
        tile->setSnapshot(upTo(spec, newest, 1'000));
        tile->render(&image);
        QCOMPARE(bar->value(), place);
        QCOMPARE(table(*tile)->indexAt({5, 5}).data().toString(), text);
    }
    const double held = 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
    QCOMPARE(table(*tile)->model()->rowCount(), 1'000);
    auto *newer = tile->findChild<QPushButton *>(u"newerRows"_s);
    QCOMPARE(newer->text(), u"1,000 or more newer rows"_s);
    QTest::mouseClick(newer, Qt::LeftButton);
    QCOMPARE(bar->value(), 0);
    QCOMPARE(column(*tile, 0).first(), u"row 20000"_s);
    const std::clock_t live = std::clock();
    for (quint64 newest = 21'000; newest <= 30'000; newest += 1'000) {
        tile->setSnapshot(upTo(spec, newest, 1'000));
        tile->render(&image);
    }
    qInfo("10,000 rows: %.0f ms of a second while held, %.0f ms while they run", held,
          1000.0 * double(std::clock() - live) / CLOCKS_PER_SEC);
    QCOMPARE(column(*tile, 0).first(), u"row 30000"_s);
    QCOMPARE(table(*tile)->model()->rowCount(), 1'000); // never more than the limit
}

void TestRowTiles::newerRowsAreCounted()
{
    const TileSpec spec = twoColumns();
    const auto tile = shown(spec, upTo(spec, 200, 200));
    table(*tile)->verticalScrollBar()->setValue(100);
    auto *newer = tile->findChild<QPushButton *>(u"newerRows"_s);
    QVERIFY(newer->isHidden());
    tile->setSnapshot(upTo(spec, 201, 200));
    QVERIFY(!newer->isHidden());
    QCOMPARE(newer->text(), u"1 newer row"_s);
    tile->setSnapshot(upTo(spec, 212, 200));
    QCOMPARE(newer->text(), u"12 newer rows"_s);
}

void TestRowTiles::menuReachesEverything()
{
    const TileSpec spec = samples::tableSpec();
    const auto tile = shown(spec, samples::table(spec));
    const std::unique_ptr<QMenu> menu(tile->createMenu(nullptr));
    QStringList words;
    for (const QMenu *sub : menu->findChildren<QMenu *>()) {
        for (const QAction *action : sub->actions())
            words << action->text();
    }
    for (const QAction *action : menu->actions())
        words << action->text();
    for (const auto &word : {u"Newest first"_s, u"Amount"_s, u"Filter rows"_s, u"Keep the first column in view"_s,
                             u"Data as CSV…"_s, u"Picture as SVG…"_s, u"Print…"_s})
        QVERIFY2(words.contains(word), qPrintable(word));
}

void TestRowTiles::modelsAreSound()
{
    const TileSpec spec = twoColumns();
    const auto tile = shown(spec, upTo(spec, 50, 50));
    const QAbstractItemModelTester tester(table(*tile)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    tile->sortBy(1, Qt::AscendingOrder);
    tile->setSnapshot(upTo(spec, 80, 50));
    tile->openFilters();
    tile->findChild<FilterRow *>(u"filterRow"_s)->field(0)->setText(u"7"_s);
    tile->setSnapshot(upTo(spec, 95, 50));
    tile->setSnapshot(upTo(spec, 5'000, 50));
    tile->closeFilters();
    tile->sortBy(-1, std::nullopt);
    tile->setSnapshot({});
    tile->setSnapshot(upTo(spec, 5'001, 3));
}

void TestRowTiles::hostileCells()
{
    TileSpec spec = twoColumns();
    spec.columns[0].title = u"<img src=x>&\n\u202Eevil"_s;
    spec.valueLooks = {{u"1"_s, u"<b>one</b>\n\u202E"_s, Threshold::Severity::Error}};
    TileSnapshot snapshot = upTo(spec, 4, 4);
    snapshot.rows[0].cells[0] = {Scalar(QByteArray(1'000'000, 'w')), false};
    snapshot.rows[1].cells[0] = {Scalar(QByteArray("<script>alert(1)</script>\n\xff\x00", 28)), false};
    const auto tile = shown(spec, snapshot);
    tile->openFilters();
    QCOMPARE(tile->grab().toImage().size(), QSize(620, 320));
    for (const QString &text : column(*tile, 0))
        QVERIFY(text.size() <= 600 && !text.contains(u'\n'));
    const std::unique_ptr<QMenu> menu(tile->createMenu(nullptr));
    tile->sortBy(0, Qt::AscendingOrder);
}

// As in a preview: the same tile, and the same events with other cells.
void TestRowTiles::cellsStandUnderTheirOwnHead()
{
    TileSpec spec = twoColumns();
    TileSnapshot snapshot = upTo(spec, 5, 5);
    const auto tile = shown(spec, snapshot);
    QCOMPARE(column(*tile, 0).first(), u"row 5"_s);
    spec.columns.removeFirst();
    tile->setSpec(spec);
    QCOMPARE(table(*tile)->model()->rowCount(), 0); // the old cells belong to the old columns
    for (Row &one : snapshot.rows)
        one.cells.removeFirst();
    tile->setSnapshot(snapshot);
    QCOMPARE(column(*tile, 0).size(), 5);
    QVERIFY(!column(*tile, 0).first().contains(u"row"_s));
}

void TestRowTiles::heldRowsGoWithTheirQuestion()
{
    TileSpec spec = twoColumns();
    const auto tile = shown(spec, upTo(spec, 200, 200));
    table(*tile)->verticalScrollBar()->setValue(100);
    table(*tile)->selectRow(7);
    spec.bindings.first().filter = u"$.n > 5"_s;
    tile->setSpec(spec);
    TileSnapshot other = upTo(spec, 190, 150); // another fold: the picture before stays until it is there
    other.revision = 1;
    tile->setSnapshot(other);
    QCOMPARE(column(*tile, 0).size(), 150);
    table(*tile)->selectRow(7);
    spec.columns.removeFirst();
    tile->setSpec(spec);
    for (Row &one : other.rows)
        one.cells.removeFirst();
    other.rows.removeFirst();
    tile->setSnapshot(other);
    QCOMPARE(column(*tile, 0).size(), 149);
}

void TestRowTiles::anEmptiedTableHoldsNothing()
{
    const TileSpec spec = twoColumns();
    const auto tile = shown(spec, upTo(spec, 200, 200));
    table(*tile)->selectRow(7);
    tile->setSnapshot({});
    QCOMPARE(column(*tile, 0), QStringList());
}

void TestRowTiles::agesMoveOn()
{
    TileSpec spec = twoColumns();
    spec.columns[0].format = TableColumn::Format::RelativeTime;
    spec.columns[1].format = TableColumn::Format::Time;
    TileSnapshot snapshot = upTo(spec, 3, 3);
    for (qsizetype i = 0; i < snapshot.rows.size(); ++i) {
        const qint64 moment = samples::now() / kSecondUs - 70 * i;
        snapshot.rows[i].cells = {{Scalar(moment), false}, {Scalar(moment), false}};
    }
    const auto tile = shown(spec, snapshot);
    QCOMPARE(column(*tile, 0).first(), u"now"_s);
    auto *rows = tile->findChild<RowsModel *>();
    QSignalSpy changed(rows, &QAbstractItemModel::dataChanged);
    TileContext later = samples::context();
    later.nowUs += 30 * kSecondUs;
    tile->setContext(later);
    QCOMPARE(column(*tile, 0), (QStringList{u"30\u202Fs ago"_s, u"1\u202Fmin ago"_s, u"2\u202Fmin ago"_s}));
    QCOMPARE(changed.size(), 1); // only the ages, and of them only the one that reads otherwise
    QCOMPARE(changed[0][0].toModelIndex(), rows->index(0, 0));
    QCOMPARE(changed[0][1].toModelIndex(), rows->index(0, 0));
    tile->setContext(later);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!column(*tile, 1).first().contains(u'/'));
    later.nowUs += kDayUs; // yesterday has a date
    tile->setContext(later);
    QCOMPARE(changed.size(), 3);
    QVERIFY(column(*tile, 1).first().contains(u'/'));
}

void TestRowTiles::filtersGoWithTheirColumn()
{
    TileSpec spec = samples::tableSpec();
    TileSnapshot snapshot = samples::table(spec);
    const auto tile = shown(spec, snapshot);
    tile->openFilters();
    auto *filters = tile->findChild<FilterRow *>(u"filterRow"_s);
    filters->field(int(spec.columns.size()) - 1)->setText(u"paid"_s);
    spec.columns.removeLast();
    for (Row &one : snapshot.rows)
        one.cells.removeLast();
    tile->setSpec(spec);
    tile->setSnapshot(snapshot);
    QCOMPARE(column(*tile, 0).size(), snapshot.rows.size());
    tile->closeFilters();
    QCOMPARE(column(*tile, 0).size(), snapshot.rows.size());
}

void TestRowTiles::theFirstColumnIsOnTheRightWhereReadingBegins()
{
    const TileSpec spec = twoColumns();
    const auto tile = shown(spec, upTo(spec, 200, 200));
    tile->setFrozen(true);
    const auto *frozen = tile->findChild<QTableView *>(u"frozenColumn"_s);
    const QWidget *viewport = table(*tile)->viewport();
    QCOMPARE(frozen->geometry().left(), viewport->geometry().left());
    tile->setLayoutDirection(Qt::RightToLeft);
    QTRY_COMPARE(frozen->geometry().right(), viewport->geometry().right());
    tile->setFrozen(false);
    tile->setFrozen(true);
    frozen = tile->findChild<QTableView *>(u"frozenColumn"_s);
    QCOMPARE(frozen->geometry().right(), viewport->geometry().right());
}

void TestRowTiles::rowsSayWhatTheirEventsAre()
{
    const TileSpec spec = twoColumns();
    TileSnapshot snapshot = upTo(spec, 3, 3);
    const auto width = [](const Tile &tile, int line) {
        QStyleOptionViewItem option;
        option.widget = table(tile);
        return table(tile)->itemDelegate()->sizeHint(option, table(tile)->model()->index(line, 0)).width();
    };
    const auto plain = shown(spec, snapshot);
    snapshot.rows[0].simulated = true;
    snapshot.rows[1].verified = false;
    const auto tile = shown(spec, snapshot);
    const auto said = [&](int line, int column, int role) {
        return table(*tile)->model()->index(line, column).data(role).toString();
    };
    QCOMPARE(said(0, 0, Qt::AccessibleTextRole), u"Simulated row 3"_s);
    QCOMPARE(said(1, 0, Qt::AccessibleTextRole), u"Unverified row 2"_s);
    QCOMPARE(said(2, 0, Qt::AccessibleTextRole), u"row 1"_s);
    QVERIFY(!said(0, 1, Qt::AccessibleTextRole).contains(u"Simulated"_s));
    QVERIFY(said(1, 0, Qt::ToolTipRole).contains(u"Unverified"_s));
    QCOMPARE(said(1, 0, Qt::DisplayRole), u"row 2"_s);
    QVERIFY(width(*tile, 0) > width(*plain, 0)); // room for the sign
    QCOMPARE(width(*tile, 2), width(*plain, 2));
    QStandardItemModel data;
    fillTileData(data, tile->facts());
    QCOMPARE(data.headerData(3, Qt::Horizontal).toString(), u"State"_s);
    QCOMPARE(data.index(0, 3).data().toString(), u"Simulated"_s);
    QCOMPARE(data.index(1, 3).data().toString(), u"Unverified"_s);
    QCOMPARE(data.index(2, 3).data().toString(), QString());
    QCOMPARE(data.index(2, 4).data().toString(), u"row 1"_s);
    QStandardItemModel usual;
    fillTileData(usual, plain->facts());
    QCOMPARE(usual.columnCount(), data.columnCount() - 1);
}

QTEST_MAIN(TestRowTiles)
#include "tst_rowtiles.moc"
