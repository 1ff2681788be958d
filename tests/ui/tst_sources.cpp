// The list of sources, its details, and the dialog that adds one.
#include "ui/banner.h"
#include "ui/sources/rejectionwords.h"
#include "ui/sources/secretfield.h"
#include "ui/sources/sourcedelegate.h"
#include "ui/sources/sourcedialog.h"
#include "ui/sources/sourcespage.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNowUs = 1'700'000'000'000'000;

QList<ProviderInfo> providers()
{
    return {{u"github"_s, u"GitHub"_s, u"HMAC-SHA256 over the raw body, hex"_s, u"X-Hub-Signature-256"_s,
             u"the secret of the webhook"_s, true, false},
            {u"twilio"_s, u"Twilio"_s, u"HMAC-SHA1 over address and fields"_s, u"X-Twilio-Signature"_s,
             u"the auth token"_s, true, true}};
}

SourceConfig source(const QString &name, const QString &provider = u"github"_s)
{
    SourceConfig config;
    config.name = name;
    config.provider = provider;
    config.secretCount = provider == "none"_L1 ? 0 : 1;
    return config;
}

SourceHealth health(const QString &name, quint64 stored, qint64 ageUs)
{
    SourceHealth item;
    item.source = name;
    item.stored = stored;
    item.lastEventUs = stored > 0 ? kNowUs - ageUs : 0;
    return item;
}

// Keeps what was asked and answers as told.
struct FakeEngine
{
    QList<SourceConfig> added;
    QList<QList<Secret>> secrets;
    QStringList removed;
    QStringList simulated;
    int readAgain = 0;
    int movedToFile = 0;
    Status answer = Done();

    SourceRequests requests()
    {
        SourceRequests requests;
        requests.add = [this](const SourceConfig &config, const QList<Secret> &given, QObject *,
                              SourceRequests::Callback done) {
            added.append(config);
            secrets.append(given);
            done(answer);
        };
        requests.update = requests.add;
        requests.remove = [this](const QString &name, QObject *, SourceRequests::Callback done) {
            removed.append(name);
            done(answer);
        };
        requests.readSecretsAgain = [this] { ++readAgain; };
        requests.keepSecretsInFile = [this](QObject *, SourceRequests::Callback done) {
            ++movedToFile;
            answer = Done();
            done(answer);
        };
        requests.simulate = [this](const QString &name, QObject *, SourceRequests::Callback done) {
            simulated.append(name);
            done(answer);
        };
        requests.url = [](const QString &name) { return u"https://hooks.example.com/hooks/"_s + name; };
        return requests;
    }
};

Health withStore(SecretStoreState::State state, int sourcesWithout, const QString &kind = u"keychain"_s)
{
    Health health;
    health.listener = {true, u"127.0.0.1"_s, 8765, 0, std::nullopt};
    health.secretStore.state = state;
    health.secretStore.kind = kind;
    health.secretStore.file = u"/home/ada/.config/hookboard/secrets.json"_s;
    health.secretStore.sourcesWithout = sourcesWithout;
    health.secretStore.sinceUs = kNowUs;
    if (state == SecretStoreState::State::Unavailable)
        health.secretStore.error = Error{ErrorCode::SecretUnavailable, u"The keychain is locked."_s};
    return health;
}

QMessageBox *secretsFileBox(const QWidget &widget)
{
    return widget.findChild<QMessageBox *>(u"secretsFileBox"_s);
}

QString bannerOf(const QWidget &widget)
{
    const auto *banner = widget.findChild<Banner *>();
    return banner && !banner->isHidden() ? banner->message() : QString();
}

void choose(SourceDialog &dialog, const QString &provider)
{
    auto *box = dialog.findChild<QComboBox *>(u"provider"_s);
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), provider);
    QTest::keyClick(box->lineEdit(), Qt::Key_Tab);
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void eachStateHasItsRule_data();
    void eachStateHasItsRule();
    void rowsTellFigures();
    void everyRefusalHasWords();
    void aSourceIsAddedByKeyboard();
    void aNameIsCheckedWhileTyping();
    void unverifiedNeedsAnExplicitYes();
    void aSignedAddressIsRequired();
    void blanksAroundASecretAreNamed();
    void storedSecretsAreNeverShown();
    void aFailureKeepsTheForm();
    void aSimulationThatFailsSaysWhy();
    void removingAsksAndSaysWhatStays();
    void theFirstSourceIsOneButtonAway();
    void theDetailsCopyTheAddress();
    void aLockedStoreIsSaidWithItsWaysOut();
    void aReadingIsSaidWhenItLasts();
    void aFileIsChosenOnlyAfterAYes();
    void anUnreadableFileOffersNoOther();
    void aFailureToKeepASecretOffersTheFile();
    void aMissingSecretLeadsToTheForm();
};

void TestSources::eachStateHasItsRule_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<SourceHealth>("item");
    QTest::addColumn<int>("state");
    const qint64 minute = 60'000'000;
    SourceHealth refused = health(u"a"_s, 0, 0);
    refused.rejected.insert(u"signature-mismatch"_s, 3);
    SourceHealth problem = health(u"a"_s, 5, minute);
    problem.problem = u"The keychain is locked."_s;
    QTest::newRow("never heard of") << u"github"_s << health(u"a"_s, 0, 0) << int(SourceState::Waiting);
    QTest::newRow("a minute ago") << u"github"_s << health(u"a"_s, 5, minute) << int(SourceState::Receiving);
    QTest::newRow("two hours ago") << u"github"_s << health(u"a"_s, 5, 120 * minute) << int(SourceState::Quiet);
    QTest::newRow("nothing but refusals") << u"github"_s << refused << int(SourceState::Refusing);
    QTest::newRow("no signature is checked") << u"none"_s << health(u"a"_s, 5, minute) << int(SourceState::Unverified);
    SourceHealth locked = problem;
    locked.access = SecretAccess::Unavailable;
    SourceHealth reading = problem;
    reading.access = SecretAccess::Reading;
    SourceHealth missing = problem;
    missing.access = SecretAccess::Missing;
    QTest::newRow("its secret is locked away") << u"github"_s << locked << int(SourceState::SecretUnreadable);
    QTest::newRow("its secret is being read") << u"github"_s << reading << int(SourceState::ReadingSecret);
    QTest::newRow("its secret is gone") << u"github"_s << missing << int(SourceState::NoSecret);
    QTest::newRow("a problem outranks all") << u"none"_s << problem << int(SourceState::Problem);
}

void TestSources::eachStateHasItsRule()
{
    QFETCH(QString, provider);
    QFETCH(SourceHealth, item);
    QFETCH(int, state);
    const SourceRow row{source(u"a"_s, provider), item, {}};
    QCOMPARE(int(sourceState(row, kNowUs)), state);
    QVERIFY(!chipOf(SourceState(state)).word.isEmpty());
    QVERIFY(!chipOf(SourceState(state)).icon.isEmpty());
}

void TestSources::rowsTellFigures()
{
    SourcesModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSources({source(u"shop"_s), source(u"lab"_s, u"none"_s)}, providers());
    SourceHealth shop = health(u"shop"_s, 998, 2'000'000);
    shop.rejected.insert(u"signature-mismatch"_s, 2);
    shop.ackP50Ms = 3.25;
    shop.ackP99Ms = 9;
    model.setHealth({shop}, kNowUs);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, SourcesModel::Events), u"998"_s);
    QCOMPARE(text(0, SourcesModel::Refused), u"2"_s);
    QCOMPARE(text(0, SourcesModel::RefusedShare), u"0.2\u202F%"_s);
    QCOMPARE(text(0, SourcesModel::LastEvent), u"2\u202Fs ago"_s);
    QCOMPARE(text(1, SourcesModel::LastEvent), u"never"_s);
    QCOMPARE(text(1, SourcesModel::AckTime), u"\u2013"_s);
    QCOMPARE(model.index(0, 0).data(SourcesModel::kSubtitleRole).toString(), u"GitHub"_s);
    // The order of calls does not matter, and an unknown name is nobody.
    model.setSources({source(u"shop"_s)}, providers());
    QCOMPARE(text(0, SourcesModel::Events), u"998"_s);
    QCOMPARE(model.rowOf(u"lab"_s), -1);
}

void TestSources::everyRefusalHasWords()
{
    for (int code = 0; code <= int(ErrorCode::ShuttingDown); ++code) {
        const RejectionWords words = rejectionWords(ErrorCode(code));
        QVERIFY2(!words.title.isEmpty() && !words.advice.isEmpty(), qPrintable(QString::number(code)));
    }
}

void TestSources::aSourceIsAddedByKeyboard()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.show();
    page.addSource();
    auto *dialog = page.findChild<SourceDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"sourceName"_s), u"shop"_s);
    choose(*dialog, u"GitHub"_s);
    QTest::keyClicks(dialog->findChild<SecretField *>(u"secret"_s)->edit(), u"s3cret"_s);
    QCOMPARE(dialog->problem(), QString());
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(engine.added.size(), 1);
    QCOMPARE(engine.added.first().name, u"shop"_s);
    QCOMPARE(engine.added.first().provider, u"github"_s);
    QCOMPARE(engine.secrets.first().size(), 1);
    QCOMPARE(engine.secrets.first().first().reveal(), QByteArrayView("s3cret"));

    auto *url = dialog->findChild<QLineEdit *>(u"resultUrl"_s);
    QVERIFY(url->isVisible());
    QCOMPARE(url->text(), u"https://hooks.example.com/hooks/shop"_s);
    dialog->findChild<QPushButton *>(u"copyResultUrl"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), url->text());
    dialog->findChild<QPushButton *>(u"submitSource"_s)->click();
    QTRY_VERIFY(!page.findChild<SourceDialog *>());
}

void TestSources::aNameIsCheckedWhileTyping()
{
    SourceDialog dialog(providers(), {u"shop"_s}, std::nullopt);
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>(u"sourceName"_s);
    const auto shown = [&](const QString &sentence) {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == sentence; });
    };
    QTest::keyClicks(name, u"My Shop"_s);
    const Status rule = validateSourceName(u"My Shop"_s);
    QVERIFY(!rule.ok());
    QVERIFY(shown(rule.error().message));
    name->selectAll();
    QTest::keyClicks(name, u"shop"_s);
    QVERIFY(shown(u"A source of this name exists already."_s));
    QTest::keyClicks(name, u"-2"_s);
    QVERIFY(!shown(u"A source of this name exists already."_s));
}

void TestSources::unverifiedNeedsAnExplicitYes()
{
    SourceDialog dialog(providers(), {}, std::nullopt);
    dialog.show();
    QSignalSpy submitted(&dialog, &SourceDialog::submitted);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"sourceName"_s), u"lab"_s);
    QVERIFY(!dialog.problem().isEmpty()); // nothing is chosen by default
    choose(dialog, u"None: do not verify"_s);
    QVERIFY(!dialog.findChild<SecretField *>(u"secret"_s)->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(submitted.size(), 0);
    QCOMPARE(bannerOf(dialog), u"Confirm that deliveries are not verified, or choose a provider."_s);
    auto *accept = dialog.findChild<QCheckBox *>(u"acceptUnverified"_s);
    accept->setFocus();
    QTest::keyClick(accept, Qt::Key_Space);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(dialog.source().provider, u"none"_s);
    QVERIFY(dialog.secrets().isEmpty());
}

void TestSources::aSignedAddressIsRequired()
{
    SourceDialog dialog(providers(), {}, std::nullopt);
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"sourceName"_s), u"calls"_s);
    choose(dialog, u"twilio"_s); // case does not matter
    QTest::keyClicks(dialog.findChild<SecretField *>(u"secret"_s)->edit(), u"token"_s);
    QCOMPARE(dialog.problem(), u"This provider signs the address: enter it exactly as registered there."_s);
    auto *url = dialog.findChild<QLineEdit *>(u"publicUrl"_s);
    QTest::keyClicks(url, u"hooks.example.com"_s);
    QCOMPARE(dialog.problem(), u"An address begins with https:// and names a host."_s);
    url->clear();
    QTest::keyClicks(url, u"https://hooks.example.com/hooks/calls"_s);
    QCOMPARE(dialog.problem(), QString());
}

void TestSources::blanksAroundASecretAreNamed()
{
    SecretField field(u"Secret"_s);
    field.show();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    QGuiApplication::clipboard()->setText(u" s3cret"_s);
    field.edit()->paste();
    const auto *warning = field.findChild<QLabel *>();
    QVERIFY(warning->isVisible());
    QCOMPARE(field.secret().reveal(), QByteArrayView(" s3cret")); // kept as it is
    field.edit()->setText(u"s3cret"_s);
    QVERIFY(!warning->isVisible());
    field.findChild<QToolButton *>(u"showSecret"_s)->click();
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
}

void TestSources::storedSecretsAreNeverShown()
{
    SourceDialog dialog(providers(), {}, source(u"shop"_s));
    dialog.show();
    QVERIFY(dialog.findChild<SecretField *>(u"secret"_s)->isEmpty());
    QVERIFY(dialog.findChild<QLineEdit *>(u"sourceName"_s)->isReadOnly());
    QCOMPARE(dialog.problem(), QString()); // the stored one stays
    QVERIFY(dialog.secrets().isEmpty());
    choose(dialog, u"Twilio"_s); // another provider needs its own secret
    QVERIFY(!dialog.problem().isEmpty());
}

void TestSources::aSimulationThatFailsSaysWhy()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.show();
    page.setSources({source(u"shop"_s)});
    page.select(u"shop"_s);
    auto *button = page.findChild<QAbstractButton *>(u"sourceSimulate"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(engine.simulated, QStringList{u"shop"_s});
    auto *failure = page.findChild<Banner *>(u"sourceFailure"_s);
    QVERIFY(failure->isHidden());
    engine.answer = Error{ErrorCode::Io, u"The listener answered 503."_s};
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(failure->isVisible());
    QCOMPARE(failure->message(), u"The listener answered 503."_s);
}

void TestSources::aFailureKeepsTheForm()
{
    FakeEngine engine;
    engine.answer = Error{ErrorCode::SecretUnavailable, u"The keychain is locked. Unlock it and try again."_s};
    SourcesPage page(engine.requests(), providers());
    page.show();
    page.addSource();
    auto *dialog = page.findChild<SourceDialog *>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"sourceName"_s), u"shop"_s);
    choose(*dialog, u"GitHub"_s);
    auto *secret = dialog->findChild<SecretField *>(u"secret"_s);
    QTest::keyClicks(secret->edit(), u"s3cret"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(bannerOf(*dialog), engine.answer.error().message);
    QVERIFY(dialog->isVisible());
    QVERIFY(!secret->isEmpty());
    dialog->reject();
}

void TestSources::removingAsksAndSaysWhatStays()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.setSources({source(u"shop"_s)});
    page.show();
    page.removeSource();
    auto *box = page.findChild<QMessageBox *>(u"removeSourceBox"_s);
    QVERIFY(box);
    QVERIFY(box->informativeText().contains("Events that are stored stay"_L1));
    QTest::keyClick(box, Qt::Key_Return); // the default is to keep it
    QVERIFY(engine.removed.isEmpty());
    QTRY_VERIFY(!page.findChild<QMessageBox *>(u"removeSourceBox"_s));
    page.removeSource();
    box = page.findChild<QMessageBox *>(u"removeSourceBox"_s);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    }
    QCOMPARE(engine.removed, QStringList{u"shop"_s});
}

void TestSources::theFirstSourceIsOneButtonAway()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.show();
    auto *first = page.findChild<QPushButton *>(u"addFirstSource"_s);
    QVERIFY(first->isVisible());
    first->click();
    QVERIFY(page.findChild<SourceDialog *>()->isVisible());
    page.setSources({source(u"shop"_s)});
    QVERIFY(!first->isVisible());
}

void TestSources::theDetailsCopyTheAddress()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.resize(1200, 700);
    page.show();
    page.setSources({source(u"shop"_s), source(u"lab"_s, u"none"_s)});
    Health all;
    all.listener = {true, u"127.0.0.1"_s, 8765, 0, std::nullopt};
    SourceHealth shop = health(u"shop"_s, 5, 1'000'000);
    shop.rejected.insert(u"signature-mismatch"_s, 3);
    all.sources = {shop};
    page.setHealth(all, kNowUs);
    page.findChild<QPushButton *>(u"sourceCopyUrl"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://hooks.example.com/hooks/shop"_s);
    QSignalSpy quarantine(&page, &SourcesPage::quarantineWanted);
    const auto *detail = page.findChild<QWidget *>(u"sourceDetail"_s);
    QCOMPARE(bannerOf(*detail), u"3 deliveries failed verification. They are kept aside and not counted."_s);
    detail->findChild<Banner *>()->findChild<QPushButton *>(u"bannerButton"_s)->click();
    QCOMPARE(quarantine.size(), 1);
    auto *table = page.findChild<QTableView *>(u"sourceTable"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(bannerOf(*detail).startsWith("No signature is checked"_L1));
}

void TestSources::aLockedStoreIsSaidWithItsWaysOut()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.resize(1200, 700);
    page.show();
    page.setSources({source(u"shop"_s), source(u"calls"_s)});
    auto *notice = page.findChild<Banner *>(u"secretNotice"_s);
    page.setHealth(withStore(SecretStoreState::State::Available, 0), kNowUs);
    QVERIFY(!notice->isVisible());
    page.setHealth(withStore(SecretStoreState::State::Unavailable, 2), kNowUs);
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->message().startsWith("The keychain is locked. 2 sources refuse"_L1),
             qPrintable(notice->message()));
    auto *again = notice->findChild<QPushButton *>(u"bannerButton"_s);
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QCOMPARE(engine.readAgain, 1);
    QVERIFY(notice->findChild<QPushButton *>(u"bannerSecondButton"_s)->isVisible());
    page.setHealth(withStore(SecretStoreState::State::Unavailable, 0), kNowUs);
    QVERIFY2(notice->message().contains("Deliveries go on"_L1), qPrintable(notice->message()));
}

void TestSources::aReadingIsSaidWhenItLasts()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.show();
    page.setSources({source(u"shop"_s)});
    const auto *notice = page.findChild<Banner *>(u"secretNotice"_s);
    const Health health = withStore(SecretStoreState::State::Reading, 1);
    page.setHealth(health, kNowUs);
    QVERIFY(!notice->isVisible()); // every start reads; only a keychain that asks takes long
    page.setHealth(health, kNowUs + 1'000'000);
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->message().contains("1 source refuses"_L1), qPrintable(notice->message()));
}

void TestSources::aFileIsChosenOnlyAfterAYes()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.resize(1200, 700);
    page.show();
    page.setSources({source(u"shop"_s), source(u"calls"_s)});
    Health health = withStore(SecretStoreState::State::Unavailable, 1);
    SourceHealth calls;
    calls.source = u"calls"_s;
    calls.access = SecretAccess::Unavailable;
    health.sources = {calls};
    page.setHealth(health, kNowUs);
    auto *other = page.findChild<Banner *>(u"secretNotice"_s)->findChild<QPushButton *>(u"bannerSecondButton"_s);
    other->click();
    QMessageBox *box = secretsFileBox(page);
    QVERIFY(box);
    const QString words = box->informativeText();
    for (const QString &part : {u"not encrypted"_s, health.secretStore.file, u"0600"_s, u"of 1 source moves along"_s,
                                u"1 source needs its secret entered again"_s})
        QVERIFY2(words.contains(part), qPrintable(words));
    QTest::keyClick(box, Qt::Key_Return); // the default changes nothing
    QTRY_VERIFY(!secretsFileBox(page));
    QCOMPARE(engine.movedToFile, 0);
    other->click();
    secretsFileBox(page)->findChild<QPushButton *>(u"keepInFile"_s)->click();
    QCOMPARE(engine.movedToFile, 1);
}

void TestSources::anUnreadableFileOffersNoOther()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.show();
    page.setSources({source(u"shop"_s)});
    page.setHealth(withStore(SecretStoreState::State::Unavailable, 1, u"file"_s), kNowUs);
    const auto *notice = page.findChild<Banner *>(u"secretNotice"_s);
    QVERIFY(notice->findChild<QPushButton *>(u"bannerButton"_s)->isVisible());
    QVERIFY(!notice->findChild<QPushButton *>(u"bannerSecondButton"_s)->isVisible());
}

void TestSources::aFailureToKeepASecretOffersTheFile()
{
    FakeEngine engine;
    engine.answer = Error{ErrorCode::SecretUnavailable, u"There is no system keychain to use."_s};
    SourcesPage page(engine.requests(), providers());
    page.show();
    page.setHealth(withStore(SecretStoreState::State::Unasked, 0), kNowUs);
    page.addSource();
    auto *dialog = page.findChild<SourceDialog *>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"sourceName"_s), u"shop"_s);
    choose(*dialog, u"GitHub"_s);
    QTest::keyClicks(dialog->findChild<SecretField *>(u"secret"_s)->edit(), u"s3cret"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    auto *other = dialog->findChild<QPushButton *>(u"bannerButton"_s);
    QVERIFY(other->isVisible());
    other->click();
    secretsFileBox(*dialog)->findChild<QPushButton *>(u"keepInFile"_s)->click();
    QCOMPARE(engine.movedToFile, 1);
    QCOMPARE(engine.added.size(), 2); // what was typed is sent again, by itself
    QCOMPARE(engine.secrets.last().first().reveal(), QByteArrayView("s3cret"));
    QVERIFY(dialog->findChild<QLineEdit *>(u"resultUrl"_s)->isVisible());
    dialog->accept();
}

void TestSources::aMissingSecretLeadsToTheForm()
{
    FakeEngine engine;
    SourcesPage page(engine.requests(), providers());
    page.resize(1200, 700);
    page.show();
    page.setSources({source(u"shop"_s)});
    Health all = withStore(SecretStoreState::State::Available, 0);
    SourceHealth shop = health(u"shop"_s, 5, 1'000'000);
    shop.access = SecretAccess::Missing;
    shop.problem = u"Source shop has no secret; enter one."_s;
    all.sources = {shop};
    page.setHealth(all, kNowUs);
    const auto *detail = page.findChild<QWidget *>(u"sourceDetail"_s);
    QCOMPARE(bannerOf(*detail), shop.problem);
    detail->findChild<Banner *>()->findChild<QPushButton *>(u"bannerButton"_s)->click();
    QVERIFY(page.findChild<SourceDialog *>()->isVisible());
}

QTEST_MAIN(TestSources)
#include "tst_sources.moc"
