// Colours, icons and controls of the design.
#include "ui/style/buttons.h"
#include "ui/style/chip.h"
#include "ui/style/icons.h"
#include "ui/style/tabulartext.h"
#include "ui/style/themecontroller.h"

#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <cmath>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyTextIsReadable_data();
    void everyTextIsReadable();
    void everyMarkIsVisible();
    void everyIconDraws();
    void iconsFollowTheRatio();
    void controllerSwitchesTheApplication();
    void textRolesScaleWithTheSystemFont();
    void controlsAreTwentyEightHigh();
    void digitsAreEquallyWide();
    void chipKeepsItsWordForReaders();

private:
    std::unique_ptr<ThemeController> m_themes;
};

void TestTheme::initTestCase()
{
    m_themes = std::make_unique<ThemeController>(*qobject_cast<QApplication *>(QCoreApplication::instance()));
}

void TestTheme::everyTextIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::everyTextIsReadable()
{
    QFETCH(bool, dark);
    const Theme theme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
    const auto check = [&](const QColor &text, const QColor &ground, double floor, const char *what) {
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= floor, qPrintable(u"%1: %2"_s.arg(QLatin1StringView(what)).arg(ratio)));
    };
    const Colour grounds[]{Colour::Canvas, Colour::Surface, Colour::Sunken,     Colour::Rail,     Colour::Raised,
                           Colour::Hover,  Colour::Pressed, Colour::AccentTint, Colour::Selection};
    for (Colour ground : grounds) {
        check(theme.colour(Colour::Text), theme.colour(ground), 7, "text");
        check(theme.colour(Colour::TextSecondary), theme.colour(ground), 7, "secondary text");
        check(theme.colour(Colour::Link), theme.colour(ground), 4.5, "link");
    }
    for (Colour ground : {Colour::Canvas, Colour::Surface, Colour::Sunken, Colour::Rail, Colour::Raised, Colour::Hover})
        check(theme.colour(Colour::TextDisabled), theme.colour(ground), 4.5, "disabled text");
    for (int tone = int(Tone::Neutral); tone <= int(Tone::Unverified); ++tone) {
        check(theme.toneText(Tone(tone)), theme.toneTint(Tone(tone)), 4.5, "chip");
        check(theme.toneText(Tone(tone)), theme.colour(Colour::Surface), 4.5, "footer");
        check(theme.colour(Colour::Text), theme.toneTint(Tone(tone)), 4.5, "banner");
    }
    check(theme.colour(Colour::TextOnAccent), theme.colour(Colour::Accent), 4.5, "primary button");
    check(theme.colour(Colour::TextOnAccent), theme.colour(Colour::AccentHover), 4.5, "hovered primary button");
    check(theme.colour(Colour::TooltipText), theme.colour(Colour::TooltipBg), 4.5, "tooltip");
    check(theme.colour(Colour::AxisText), theme.colour(Colour::Surface), 4.5, "axis");
    const QPalette palette = theme.palette();
    check(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), 4.5, "palette selection");
    check(palette.color(QPalette::Disabled, QPalette::Text), palette.color(QPalette::Disabled, QPalette::Base), 4.5,
          "palette disabled");
}

void TestTheme::everyMarkIsVisible()
{
    for (auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        const Theme theme(scheme);
        const QColor surface = theme.colour(Colour::Surface);
        for (int i = 0; i < Theme::kSeriesColours; ++i) {
            QVERIFY(contrast(theme.series(i), surface) >= 3);
            QVERIFY(contrast(theme.dimmed(theme.series(i)), surface) >= 3);
        }
        for (Colour mark : {Colour::Focus, Colour::BorderStrong, Colour::Axis, Colour::GapHatch, Colour::Crosshair})
            QVERIFY(contrast(theme.colour(mark), surface) >= 3);
        for (int role = 0; role < kColourCount; ++role)
            QVERIFY2(theme.colour(Colour(role)).isValid(), qPrintable(QString::number(role)));
    }
}

void TestTheme::everyIconDraws()
{
    const QStringList names{u"waiting"_s, u"no-data"_s, u"stale"_s,     u"offline"_s,    u"pause"_s,
                            u"error"_s,   u"partial"_s, u"simulated"_s, u"unverified"_s, u"too-many-groups"_s,
                            u"more"_s,    u"copy"_s,    u"widen"_s};
    for (const QString &name : names) {
        const QImage image = iconPixmap(name, Qt::red, 16, 1).toImage();
        bool inked = false;
        for (int y = 0; y < image.height() && !inked; ++y) {
            for (int x = 0; x < image.width() && !inked; ++x)
                inked = image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).alpha() > 100;
        }
        QVERIFY2(inked, qPrintable(name));
    }
}

void TestTheme::iconsFollowTheRatio()
{
    const QPixmap twice = iconPixmap(u"ok"_s, Qt::black, 20, 2);
    QCOMPARE(twice.size(), QSize(40, 40));
    QCOMPARE(twice.deviceIndependentSize(), QSizeF(20, 20));
    QCOMPARE(icon(u"ok"_s).name(), u"ok"_s);
}

void TestTheme::controllerSwitchesTheApplication()
{
    QSignalSpy changed(m_themes.get(), &ThemeController::themeChanged);
    m_themes->setChoice(ThemeController::Choice::Dark);
    QVERIFY(m_themes->theme().isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), m_themes->theme().colour(Colour::Canvas));
    m_themes->setChoice(ThemeController::Choice::Light);
    QVERIFY(!m_themes->theme().isDark());
    QCOMPARE(changed.count(), 2);
    for (auto choice : {ThemeController::Choice::System, ThemeController::Choice::Light, ThemeController::Choice::Dark})
        QCOMPARE(ThemeController::choiceFromText(ThemeController::choiceText(choice)), choice);
}

void TestTheme::textRolesScaleWithTheSystemFont()
{
    QFont small;
    small.setPixelSize(11);
    QFont large;
    large.setPixelSize(26);
    QCOMPARE(Theme(Theme::Scheme::Light, small).font(TypeRole::Caption).pixelSize(), 11);
    QCOMPARE(Theme(Theme::Scheme::Light, large).font(TypeRole::Caption).pixelSize(), 22);
    QCOMPARE(Theme(Theme::Scheme::Light, large).metrics().control, 56);
    QVERIFY(Theme(Theme::Scheme::Light, large).font(TypeRole::PageTitle).weight() == QFont::DemiBold);
}

void TestTheme::controlsAreTwentyEightHigh()
{
    QWidget window;
    QCOMPARE(makeButton(u"Add source…"_s, u"plus"_s, ButtonKind::Primary, &window)->sizeHint().height(), 28);
    QCOMPARE(makeIconButton(u"Pause"_s, u"pause"_s, &window)->sizeHint(), QSize(28, 28));
    QLineEdit edit;
    QCOMPARE(edit.sizeHint().height(), 28);
    QComboBox box;
    QCOMPARE(box.sizeHint().height(), 28);
}

void TestTheme::digitsAreEquallyWide()
{
    const TabularText text(m_themes->theme().font(TypeRole::Label));
    QCOMPARE(text.advance(u"111.11"_s), text.advance(u"088.40"_s));
}

void TestTheme::chipKeepsItsWordForReaders()
{
    Chip chip;
    chip.setLook({u"stale"_s, u"Stale"_s, Tone::Stale});
    const int full = chip.sizeHint().width();
    chip.setIconOnly(true);
    QVERIFY(chip.sizeHint().width() < full);
    QCOMPARE(chip.accessibleName(), u"Stale"_s);
    QVERIFY(chip.toolTip().contains(u"Stale"_s));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
