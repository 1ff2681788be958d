// What moving, resizing, aligning and tidying do to the cells of a board.
#include "ui/dashboard/editcells.h"

#include <QtTest/QTest>

using namespace hookboard::editcells;
using Cells = QList<QRect>;

class TestEditCells : public QObject
{
    Q_OBJECT

private slots:
    void moves_data();
    void moves();
    void dropsALittleOverAnEdgeSnap_data();
    void dropsALittleOverAnEdgeSnap();
    void resizes_data();
    void resizes();
    void newTilesPushOthersDown();
    void aligning();
    void tidying_data();
    void tidying();
    void nothingEverOverlaps();
};

namespace {

bool disjoint(const Cells &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k) {
            if (cells[i].intersects(cells[k])) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

void TestEditCells::moves_data()
{
    QTest::addColumn<Cells>("cells");
    QTest::addColumn<QList<qsizetype>>("which");
    QTest::addColumn<QPoint>("by");
    QTest::addColumn<Cells>("expected");
    const Cells row{{0, 0, 6, 4}, {6, 0, 6, 4}, {12, 0, 12, 4}};
    QTest::newRow("into a free place") << Cells{{0, 0, 6, 4}, {6, 0, 6, 4}} << QList<qsizetype>{0} << QPoint(12, 0)
                                       << Cells{{12, 0, 6, 4}, {6, 0, 6, 4}};
    QTest::newRow("onto one of its size they change places")
        << row << QList<qsizetype>{0} << QPoint(6, 0) << Cells{{6, 0, 6, 4}, {0, 0, 6, 4}, {12, 0, 12, 4}};
    QTest::newRow("onto a larger one, that one slides down")
        << row << QList<qsizetype>{0} << QPoint(12, 0) << Cells{{12, 0, 6, 4}, {6, 0, 6, 4}, {12, 4, 12, 4}};
    QTest::newRow("not beyond the left edge") << row << QList<qsizetype>{0} << QPoint(-3, -2) << row;
    QTest::newRow("not beyond the right edge")
        << Cells{{0, 0, 6, 4}} << QList<qsizetype>{0} << QPoint(99, 0) << Cells{{18, 0, 6, 4}};
    QTest::newRow("several keep their places to one another")
        << Cells{{0, 0, 6, 4}, {6, 0, 6, 4}, {0, 4, 24, 4}} << QList<qsizetype>{0, 1} << QPoint(3, 4)
        << Cells{{3, 4, 6, 4}, {9, 4, 6, 4}, {0, 8, 24, 4}};
    QTest::newRow("what slid down pushes what is below it")
        << Cells{{0, 0, 6, 4}, {6, 0, 8, 4}, {6, 4, 8, 4}} << QList<qsizetype>{0} << QPoint(7, 0)
        << Cells{{7, 0, 6, 4}, {6, 4, 8, 4}, {6, 8, 8, 4}};
}

void TestEditCells::moves()
{
    QFETCH(Cells, cells);
    QFETCH(QList<qsizetype>, which);
    QFETCH(QPoint, by);
    QFETCH(Cells, expected);
    QCOMPARE(moved(cells, which, by), expected);
}

void TestEditCells::dropsALittleOverAnEdgeSnap_data()
{
    QTest::addColumn<QPoint>("by");
    QTest::addColumn<QPoint>("expected");
    // The tile stands at 0, 20 and has 6 x 4; a wide one is at 0, 4 with 12 x 8, a small one at 12, 4 with 6 x 4.
    QTest::newRow("a row over the lower edge") << QPoint(2, -9) << QPoint(2, -8);
    QTest::newRow("in the middle of the other it is meant") << QPoint(2, -13) << QPoint(2, -13);
    QTest::newRow("a column over the right edge") << QPoint(17, -16) << QPoint(18, -16);
    QTest::newRow("free places stay as they are") << QPoint(3, -3) << QPoint(3, -3);
    QTest::newRow("between two edges") << QPoint(11, -11) << QPoint(12, -11);
    QTest::newRow("back where it was") << QPoint(0, 0) << QPoint(0, 0);
}

void TestEditCells::dropsALittleOverAnEdgeSnap()
{
    QFETCH(QPoint, by);
    QFETCH(QPoint, expected);
    QCOMPARE(snapped({{0, 20, 6, 4}, {0, 4, 12, 8}, {12, 4, 6, 4}}, 0, by), expected);
}

void TestEditCells::resizes_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<Cells>("expected");
    QTest::newRow("wider, the neighbour slides down") << QRect(0, 0, 8, 4) << Cells{{0, 0, 8, 4}, {6, 4, 6, 4}};
    QTest::newRow("higher, nobody is in the way") << QRect(0, 0, 6, 9) << Cells{{0, 0, 6, 9}, {6, 0, 6, 4}};
    QTest::newRow("not below the smallest") << QRect(0, 0, 1, 1) << Cells{{0, 0, 3, 3}, {6, 0, 6, 4}};
    QTest::newRow("not beyond the right edge") << QRect(0, 0, 40, 4) << Cells{{0, 0, 24, 4}, {6, 4, 6, 4}};
    QTest::newRow("not beyond the left edge")
        << QRect(QPoint(-4, 0), QPoint(5, 3)) << Cells{{0, 0, 6, 4}, {6, 0, 6, 4}};
}

void TestEditCells::resizes()
{
    QFETCH(QRect, wanted);
    QFETCH(Cells, expected);
    QCOMPARE(resized({{0, 0, 6, 4}, {6, 0, 6, 4}}, 0, wanted), expected);
}

void TestEditCells::newTilesPushOthersDown()
{
    QCOMPARE(inserted({{0, 0, 24, 4}}, {6, 1, 5, 4}), (Cells{{0, 5, 24, 4}, {6, 1, 5, 4}}));
    QCOMPARE(inserted({}, {22, -3, 5, 4}), (Cells{{19, 0, 5, 4}}));
}

void TestEditCells::aligning()
{
    const Cells cells{{2, 0, 4, 4}, {5, 4, 6, 4}, {20, 8, 4, 4}};
    QCOMPARE(aligned(cells, {0, 1}, Edge::Left), (Cells{{2, 0, 4, 4}, {2, 4, 6, 4}, {20, 8, 4, 4}}));
    QCOMPARE(aligned(cells, {0, 1}, Edge::Right), (Cells{{7, 0, 4, 4}, {5, 4, 6, 4}, {20, 8, 4, 4}}));
    QCOMPARE(aligned(cells, {0, 2}, Edge::Top), (Cells{{2, 0, 4, 4}, {5, 4, 6, 4}, {20, 0, 4, 4}}));
    QCOMPARE(aligned(cells, {0, 2}, Edge::Bottom), (Cells{{2, 8, 4, 4}, {5, 4, 6, 4}, {20, 8, 4, 4}}));
    QCOMPARE(sameSize(cells, {0, 2}), (Cells{{2, 0, 4, 4}, {5, 4, 6, 4}, {20, 8, 4, 4}}));
    QCOMPARE(sameSize(cells, {1, 2}), (Cells{{2, 0, 4, 4}, {5, 4, 6, 4}, {18, 8, 6, 4}}));
}

void TestEditCells::tidying_data()
{
    QTest::addColumn<Cells>("cells");
    QTest::addColumn<Cells>("expected");
    QTest::newRow("holes close") << Cells{{3, 2, 6, 4}, {12, 9, 10, 4}} << Cells{{0, 0, 6, 4}, {6, 0, 10, 4}};
    QTest::newRow("a line that nearly reaches the edge does")
        << Cells{{0, 0, 12, 4}, {12, 0, 10, 4}} << Cells{{0, 0, 12, 4}, {12, 0, 12, 4}};
    QTest::newRow("a small tile stays small") << Cells{{0, 0, 5, 4}} << Cells{{0, 0, 5, 4}};
    QTest::newRow("tiles that cover one another part")
        << Cells{{0, 0, 12, 4}, {4, 2, 12, 4}} << Cells{{0, 0, 12, 4}, {0, 4, 12, 4}};
}

void TestEditCells::tidying()
{
    QFETCH(Cells, cells);
    QFETCH(Cells, expected);
    QCOMPARE(tidied(cells), expected);
}

// Every tile over every place of a full board.
void TestEditCells::nothingEverOverlaps()
{
    const Cells board{{0, 0, 5, 4},  {5, 0, 5, 4},  {10, 0, 5, 4}, {15, 0, 9, 4},
                      {0, 4, 13, 9}, {13, 4, 5, 9}, {18, 4, 6, 9}, {0, 13, 24, 8}};
    for (qsizetype i = 0; i < board.size(); ++i) {
        for (int x = -24; x <= 24; ++x) {
            for (int y = -12; y <= 12; ++y) {
                const Cells after = moved(board, {i}, {x, y});
                QVERIFY(disjoint(after));
                for (const QRect &cell : after) {
                    QVERIFY(QRect(0, 0, 24, 1'000).contains(cell));
                }
                QVERIFY(disjoint(resized(board, i, board[i].adjusted(0, 0, x, y))));
                QVERIFY(disjoint(resized(board, i, board[i].adjusted(x, y, 0, 0))));
            }
        }
    }
    QVERIFY(disjoint(tidied(board)));
}

QTEST_MAIN(TestEditCells)
#include "tst_editcells.moc"
