// German: that a sentence keeps what is filled into it, that no key leads to two commands of a menu, that the window
// speaks it and its numbers, and that neither longer words nor writing from right to left break the layout.
#include "core/config/boardfile.h"
#include "tests/support/manualclock.h"
#include "ui/boards.h"
#include "ui/mainwindow.h"
#include "ui/sources/sourcedialog.h"
#include "ui/statusline.h"
#include "ui/translations.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableView>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNowUs = 1'700'000'000'000'000;

// The window over an empty profile, without an engine.
struct Desk
{
    Desk()
        : profile(folder.path())
    {
        made = profile.create(u"memory"_s).ok();
        BoardSpec board;
        board.id = u"shop"_s;
        board.title = u"Shop"_s;
        made = made && writeBoardFile(profile.boardPath(board.id), board).ok();
        boards = std::make_unique<Boards>(profile, clock);
        made = made && boards->load().isEmpty();
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
        window = std::make_unique<MainWindow>(
            WindowParts{*boards, clock, fetch, requests, Engine::providers(), {}, Settings()});
        SourceConfig source;
        source.name = u"shop"_s;
        source.provider = u"stripe"_s;
        source.secretCount = 1;
        window->setSources({source});
        window->resize(1000, 700);
        window->show();
    }

    QTemporaryDir folder;
    Profile profile;
    ManualClock clock{kNowUs};
    std::unique_ptr<Boards> boards;
    std::unique_ptr<MainWindow> window;
    bool made = false;
};

struct Message
{
    QString source;
    QStringList forms; // one, or one for each plural
};

QList<Message> messages(const QString &fileName)
{
    QFile file(QStringLiteral(HOOKBOARD_SOURCE_DIR "/resources/translations/") + fileName);
    QList<Message> found;
    if (!file.open(QIODevice::ReadOnly)) {
        return found;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == "source"_L1) {
            found.append({xml.readElementText(), {}});
        } else if (xml.name() == "numerusform"_L1) {
            found.last().forms.append(xml.readElementText());
        } else if (xml.name() == "translation"_L1) {
            const QString words = xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (!words.trimmed().isEmpty()) {
                found.last().forms.append(words);
            }
        }
    }
    return found;
}

// Sorted, so that a sentence may take them in another order.
QStringList allOf(const QString &pattern, const QString &text)
{
    QStringList found;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext()) {
        found.append(matches.next().captured());
    }
    found.sort();
    return found;
}

QString key(const QString &text)
{
    static const QRegularExpression mark(u"&(\\p{L})"_s);
    return mark.match(QString(text).remove(u"&&"_s)).captured(1).toLower();
}

QStringList keysUsedTwice(const QList<QAction *> &actions)
{
    QMap<QString, QString> taken;
    QStringList twice;
    for (const QAction *action : actions) {
        const QString letter = action->isVisible() ? key(action->text()) : QString();
        if (!letter.isEmpty() && taken.contains(letter)) {
            twice.append(taken.value(letter) + u" / "_s + action->text());
        }
        taken.insert(letter, action->text());
    }
    return twice;
}

void collectMenus(const QList<QAction *> &actions, QList<QMenu *> &menus)
{
    for (const QAction *action : actions) {
        if (QMenu *menu = action->menu()) {
            menus.append(menu);
            collectMenus(menu->actions(), menus);
        }
    }
}

QString named(const QWidget &widget)
{
    return u"%1 %2"_s.arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName());
}

// Buttons whose words do not fit into them; a button that can elide says so with a smaller minimum.
QStringList cut(const QWidget &window)
{
    QStringList found;
    const auto buttons = window.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible() && button->width() < button->minimumSizeHint().width()) {
            found.append(named(*button) + u": "_s + button->text());
        }
    }
    return found;
}

// Columns that do not scroll sideways and are wider than the room they have.
QStringList tooWide(const QWidget &window)
{
    QStringList found;
    const auto areas = window.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        if (area->isVisible() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && area->widget() &&
            area->widget()->minimumSizeHint().width() > area->viewport()->width()) {
            found.append(u"%1: %2 in %3"_s.arg(named(*area))
                             .arg(area->widget()->minimumSizeHint().width())
                             .arg(area->viewport()->width()));
        }
    }
    return found;
}

// Visible widgets that stand out of their parent at a side.
QStringList outside(const QWidget &window)
{
    QStringList found;
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const QWidget *parent = widget->parentWidget();
        if (!widget->isVisible() || widget->isWindow() || parent->objectName() == "qt_scrollarea_viewport"_L1) {
            continue;
        }
        const QRect place = widget->geometry();
        if (place.left() < 0 || place.right() >= parent->width()) {
            found.append(u"%1 from %2 to %3 in %4, %5 wide"_s.arg(named(*widget))
                             .arg(place.left())
                             .arg(place.right())
                             .arg(named(*parent))
                             .arg(parent->width()));
        }
    }
    return found;
}

void visit(MainWindow &window, int place)
{
    place == 0 ? window.showBoard(u"shop"_s) : place == 1 ? window.showEvents() : window.showSources();
    if (auto *sources = window.sourcesPage().findChild<QTableView *>()) {
        sources->selectRow(0);
    }
    QCoreApplication::processEvents();
}

} // namespace

class TestGerman : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sentencesKeepWhatIsFilledIn_data();
    void sentencesKeepWhatIsFilledIn();
    void germanAddressesNobody();
    void theWindowSpeaksGerman();
    void oneIsSaidAsOne();
    void otherLanguagesGetEnglish();
    void noKeyLeadsToTwoCommands_data();
    void noKeyLeadsToTwoCommands();
    void longerWordsFit();
    void fromRightToLeftItHolds();

private:
    void speak(const QLocale &locale);
};

void TestGerman::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestGerman::cleanup()
{
    const auto translators = qApp->findChildren<QTranslator *>();
    qDeleteAll(translators); // each takes itself out
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestGerman::speak(const QLocale &locale)
{
    QLocale::setDefault(locale);
    installTranslations(*qApp, locale);
}

void TestGerman::sentencesKeepWhatIsFilledIn_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("arguments") << u"%L?[0-9n]+"_s;
    QTest::newRow("keys") << u"&(?=\\p{L})"_s;
    QTest::newRow("that more is asked") << u"…$"_s;
    QTest::newRow("full stops of sentences") << u"(?<=.{5})\\.$"_s;
    QTest::newRow("lines") << u"\n"_s;
    QTest::newRow("paths and patterns") << u"\\$\\.\\w+|\\*\\.\\w+|https?://"_s;
}

void TestGerman::sentencesKeepWhatIsFilledIn()
{
    QFETCH(QString, pattern);
    const QList<Message> german = messages(u"hookboard_de.ts"_s);
    QVERIFY(german.size() > 700);
    QStringList wrong;
    for (const Message &message : german) {
        for (const QString &form : message.forms) {
            if (allOf(pattern, form) != allOf(pattern, message.source)) {
                wrong.append(message.source + u" -> "_s + form);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestGerman::germanAddressesNobody()
{
    static const QRegularExpression address(
        u"\\b(bitte|du|dein\\w*|dich|dir|Ihnen|Ihrem|können Sie|Sie können)\\b|!(\\s|$)|\""_s,
        QRegularExpression::CaseInsensitiveOption);
    const QList<Message> german = messages(u"hookboard_de.ts"_s);
    for (const Message &message : german) {
        for (const QString &form : message.forms) {
            const QString said = message.source.contains(u'"') ? QString(form).remove(u'"') : form; // to be typed so
            QVERIFY2(!address.match(said).hasMatch(), qPrintable(form));
        }
    }
}

void TestGerman::theWindowSpeaksGerman()
{
    speak(QLocale(QLocale::German, QLocale::Germany));
    Desk desk;
    QVERIFY(desk.made);
    QStringList menus;
    const auto actions = desk.window->menuBar()->actions();
    for (const QAction *action : actions) {
        menus.append(QString(action->text()).remove(u'&'));
    }
    QCOMPARE(menus.mid(0, 3), QStringList({u"Datei"_s, u"Bearbeiten"_s, u"Ansicht"_s}));
    Health health;
    health.listener = {true, u"127.0.0.1"_s, 8765, kNowUs, std::nullopt};
    health.journal.writable = true;
    health.journal.quarantineCount = 1'287;
    health.lastEventUs = kNowUs - 2'000'000;
    desk.window->setHealth(health, kNowUs);
    const QWidget *quarantine = desk.window->findChild<QWidget *>(u"statusQuarantine"_s);
    QVERIFY(quarantine);
    QCOMPARE(quarantine->accessibleName().section(u'.', 0, 1), u"1.287 in Quarantäne"_s);
}

void TestGerman::oneIsSaidAsOne()
{
    speak(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto rows = [](int n) { return QCoreApplication::translate("hookboard::DataDialog", "%n rows", nullptr, n); };
    QCOMPARE(rows(1), u"1 row"_s);
    QCOMPARE(rows(2), u"2 rows"_s);
    cleanup();
    speak(QLocale(QLocale::German, QLocale::Austria));
    QCOMPARE(rows(1), u"1 Zeile"_s);
    QCOMPARE(rows(0), u"0 Zeilen"_s);
}

void TestGerman::otherLanguagesGetEnglish()
{
    speak(QLocale(QLocale::Arabic, QLocale::Egypt));
    const auto word = [] { return QCoreApplication::translate("hookboard::WindowActions", "&File"); };
    QCOMPARE(word(), u"&File"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight); // English words run the English way
    cleanup();
    speak(QLocale::c());
    QCOMPARE(word(), u"&File"_s);
}

void TestGerman::noKeyLeadsToTwoCommands_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
}

void TestGerman::noKeyLeadsToTwoCommands()
{
    QFETCH(QLocale, locale);
    speak(locale);
    Desk desk;
    QStringList twice = keysUsedTwice(desk.window->menuBar()->actions());
    QList<QMenu *> menus;
    collectMenus(desk.window->menuBar()->actions(), menus);
    QVERIFY(menus.size() >= 6);
    for (const QMenu *menu : std::as_const(menus)) {
        twice += keysUsedTwice(menu->actions());
    }
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
}

void TestGerman::longerWordsFit()
{
    speak(QLocale(QLocale::German, QLocale::Germany));
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
    QVERIFY(desk.window->width() <= 1000); // else a page asks for more
    for (int place = 0; place < 3; ++place) {
        visit(*desk.window, place);
        const QStringList wrong = cut(*desk.window) + tooWide(*desk.window) + outside(*desk.window);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
}

void TestGerman::fromRightToLeftItHolds()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
    const QWidget *rail = desk.window->findChild<QWidget *>(u"rail"_s);
    QVERIFY(rail);
    QVERIFY(rail->mapTo(desk.window.get(), QPoint(0, 0)).x() > desk.window->width() / 2);
    for (int place = 0; place < 3; ++place) {
        visit(*desk.window, place);
        const QStringList wrong = cut(*desk.window) + tooWide(*desk.window) + outside(*desk.window);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
}

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
