// Every option of every kind by its control: it changes the tile, is read again, and survives the board file. What is
// typed is a number of the user's country; what cannot be used is said and changes nothing.
#include "core/config/boardfile.h"
#include "tests/support/tilesamples.h"
#include "ui/dashboard/tileoptionsform.h"
#include "ui/fieldproblem.h"
#include "ui/style/themecontroller.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale kGerman(QLocale::German, QLocale::Germany);

TileSpec sampleOf(TileKind kind)
{
    for (const auto &[spec, snapshot] : samples::everyKind()) {
        if (spec.kind == kind)
            return spec;
    }
    return {};
}

// As it comes back from the file of its board.
TileSpec stored(const TileSpec &tile)
{
    BoardSpec board;
    board.id = u"b"_s;
    board.title = u"Board"_s;
    board.tiles = {tile};
    const auto read = boardFromJson(boardToJson(board), u"b"_s);
    return read ? read.value().tiles.value(0) : TileSpec();
}

struct Form
{
    explicit Form(const TileSpec &tile)
        : form(nullptr)
        , spy(&form, &TileOptionsForm::edited)
    {
        form.setLocale(kGerman);
        form.setTile(tile);
        form.resize(272, 600);
        form.show();
    }

    template <typename Control>
    Control *control(const QString &name)
    {
        return form.findChild<Control *>(name);
    }

    TileSpec edited() const { return spy.isEmpty() ? TileSpec() : spy.last().first().value<TileSpec>(); }

    TileOptionsForm form;
    QSignalSpy spy;
};

} // namespace

class TestTileOptionsForm : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyOptionChangesTheTile_data();
    void everyOptionChangesTheTile();
    void numbersAreThoseOfTheCountry();
    void whatCannotBeUsedIsSaid();
    void whatIsTypedStaysWhileItIsTyped();
    void oneFieldIsOneStep();
};

void TestTileOptionsForm::initTestCase()
{
    new ThemeController(*qobject_cast<QApplication *>(QCoreApplication::instance()), this);
}

void TestTileOptionsForm::everyOptionChangesTheTile_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    for (const auto &[spec, snapshot] : samples::everyKind()) {
        const QList<TileOption> options = tileOptions(spec.kind);
        QVERIFY(!options.isEmpty());
        for (const TileOption &option : options)
            QTest::addRow("%d %s", int(spec.kind), qPrintable(option.name)) << int(spec.kind) << option.name;
    }
}

void TestTileOptionsForm::everyOptionChangesTheTile()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    TileSpec tile = sampleOf(TileKind(kind));
    if (name == u"optionLineLabel"_s)
        tile.options.series.lines = {{100, {}}};
    const QList<TileOption> options = tileOptions(tile.kind);
    const auto option =
        std::find_if(options.begin(), options.end(), [&](const TileOption &one) { return one.name == name; });
    Form form(tile);
    auto *control = form.control<QWidget>(name);
    QVERIFY(control);
    QCOMPARE(control->accessibleName(), option->label);
    switch (option->control) {
    case TileOption::Control::Choice: {
        auto *box = qobject_cast<QComboBox *>(control);
        QCOMPARE(box->currentData(), option->read(tile));
        QTest::keyClick(box, box->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(option->read(form.edited()), box->currentData());
        break;
    }
    case TileOption::Control::Toggle: {
        auto *box = qobject_cast<QCheckBox *>(control);
        QCOMPARE(box->isChecked(), option->read(tile).toBool());
        box->click();
        QCOMPARE(option->read(form.edited()).toBool(), !option->read(tile).toBool());
        break;
    }
    case TileOption::Control::Whole:
        qobject_cast<QSpinBox *>(control)->stepUp();
        QCOMPARE(option->read(form.edited()).toInt(), option->read(tile).toInt() + 1);
        break;
    case TileOption::Control::Number: {
        auto *edit = qobject_cast<QLineEdit *>(control);
        edit->selectAll();
        QTest::keyClicks(edit, u"12,5"_s);
        QCOMPARE(option->read(form.edited()).toDouble(), 12.5);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QVERIFY(!option->read(form.edited()).isValid());
        QTest::keyClicks(edit, u"7"_s);
        break;
    }
    case TileOption::Control::Text: {
        auto *edit = qobject_cast<QLineEdit *>(control);
        edit->selectAll();
        QTest::keyClicks(edit, u"9"_s);
        QCOMPARE(option->read(form.edited()).toString(), u"9"_s);
        break;
    }
    }
    QVERIFY(!(form.edited() == tile));
    const TileSpec read = stored(form.edited());
    QCOMPARE(option->read(read), option->read(form.edited()));
    QVERIFY(!form.spy.last().at(1).toString().isEmpty());
}

void TestTileOptionsForm::numbersAreThoseOfTheCountry()
{
    TileSpec gauge = samples::gaugeSpec();
    gauge.options.gauge.max = 1234.5;
    Form form(gauge);
    QCOMPARE(form.control<QLineEdit>(u"optionMax"_s)->text(), u"1.234,5"_s);
    QVERIFY(form.control<QLineEdit>(u"optionMin"_s)->text().isEmpty());
    QVERIFY(!form.control<QLineEdit>(u"optionMin"_s)->placeholderText().isEmpty());
}

void TestTileOptionsForm::whatCannotBeUsedIsSaid()
{
    Form form(samples::histogramSpec());
    auto *markers = form.control<QLineEdit>(u"optionMarkers"_s);
    auto *problem = form.control<FieldProblem>(u"optionMarkersProblem"_s);
    for (const QString &wrong : {u"0"_s, u"100"_s, u"50, x"_s, u"1,2,3,4,5,6,7"_s}) {
        form.spy.clear();
        markers->selectAll();
        QTest::keyClicks(markers, wrong);
        QVERIFY2(problem->isVisible() && !problem->words().isEmpty(), qPrintable(wrong));
        QVERIFY(form.spy.isEmpty() || form.edited().options.histogram.markers.size() < 7);
    }
    markers->selectAll();
    QTest::keyClicks(markers, u"99, 50"_s);
    QVERIFY(problem->words().isEmpty());
    QCOMPARE(form.edited().options.histogram.markers, (QList<int>{50, 99}));

    auto *width = form.control<QLineEdit>(u"optionBinWidth"_s);
    form.spy.clear();
    QTest::keyClicks(width, u"-5"_s);
    QVERIFY(!form.control<FieldProblem>(u"optionBinWidthProblem"_s)->words().isEmpty());
    QVERIFY(form.spy.isEmpty());
}

void TestTileOptionsForm::whatIsTypedStaysWhileItIsTyped()
{
    TileSpec gauge = samples::gaugeSpec();
    Form form(gauge);
    form.form.activateWindow();
    auto *target = form.control<QLineEdit>(u"optionTarget"_s);
    target->setFocus();
    QTRY_VERIFY(target->hasFocus());
    target->selectAll();
    QTest::keyClicks(target, u"1,"_s);
    form.form.setTile(form.edited()); // the draft answers each key
    QCOMPARE(target->text(), u"1,"_s);
    QTest::keyClicks(target, u"5"_s);
    QCOMPARE(form.edited().options.gauge.target, std::optional(1.5));
    // Another tile is another form.
    TileSpec other = samples::gaugeSpec(u"other"_s);
    other.options.gauge.target = 3;
    form.form.setTile(other);
    QCOMPARE(form.control<QLineEdit>(u"optionTarget"_s)->text(), u"3"_s);
}

void TestTileOptionsForm::oneFieldIsOneStep()
{
    Form form(samples::gaugeSpec());
    auto *target = form.control<QLineEdit>(u"optionTarget"_s);
    target->selectAll();
    QTest::keyClicks(target, u"123"_s);
    QCOMPARE(form.spy.count(), 3);
    for (const QList<QVariant> &sent : form.spy)
        QCOMPARE(sent.at(2).toString(), u"optionTarget"_s); // what makes them one step
}

QTEST_MAIN(TestTileOptionsForm)
#include "tst_tileoptionsform.moc"
