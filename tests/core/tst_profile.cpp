#include "core/config/jsonfile.h"
#include "core/config/profile.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestProfile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sourcesSurviveARoundTripWithoutSecrets();
    void settingsOutOfRangeAreNamed();
    void onlyOneHolderAtATime();
    void sourceNames_data();
    void sourceNames();
    void secretsInAFileAreForTheirOwnerOnly();
    void aSecretFileThatOthersMayReadIsRefused();
    void secretsAreExactBytes();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProfile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestProfile::sourcesSurviveARoundTripWithoutSecrets()
{
    Profile profile(m_folder->path());
    QVERIFY(!profile.exists());
    QVERIFY(profile.create(u"file"_s).ok());
    QVERIFY(profile.exists());
    QVERIFY(profile.readSources()->isEmpty());
    SourceConfig source;
    source.name = u"shop"_s;
    source.provider = u"github"_s;
    source.publicUrl = u"https://example.test/hooks/shop"_s;
    source.secretCount = 2;
    source.unknown = {{"colour"_L1, "blue"_L1}};
    QVERIFY(profile.writeSources({source}).ok());
    const auto sources = profile.readSources();
    QVERIFY(sources.ok());
    QVERIFY(sources->first() == source);
}

void TestProfile::settingsOutOfRangeAreNamed()
{
    const Result<Settings> settings = settingsFromJson({{"maxHeaders"_L1, 1}});
    QVERIFY(!settings.ok());
    QVERIFY(settings.error().message.contains(u"maxHeaders"_s));
    const Result<Settings> kept = settingsFromJson({{"port"_L1, 9000}, {"later"_L1, true}});
    QCOMPARE(kept->ingest.port, quint16(9000));
    QCOMPARE(settingsToJson(*kept).value("later"_L1).toBool(), true);
}

void TestProfile::onlyOneHolderAtATime()
{
    Profile first(m_folder->path());
    QVERIFY(first.create(u"memory"_s).ok());
    QVERIFY(first.lock().ok());
    Profile second(m_folder->path());
    const Status refused = second.lock();
    QCOMPARE(refused.error().code, ErrorCode::AlreadyRunning);
    QVERIFY(refused.error().message.contains(QString::number(QCoreApplication::applicationPid())));
}

void TestProfile::sourceNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << u"shop"_s << true;
    QTest::newRow("digits, dots and dashes") << u"9shop.eu-1_b"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("capital") << u"Shop"_s << false;
    QTest::newRow("slash") << u"a/b"_s << false;
    QTest::newRow("leading dot") << u".."_s << false;
    QTest::newRow("umlaut") << u"köln"_s << false;
    QTest::newRow("65 characters") << QString(65, u'a') << false;
}

void TestProfile::sourceNames()
{
    QFETCH(const QString, name);
    QFETCH(const bool, valid);
    QCOMPARE(validateSourceName(name).ok(), valid);
}

void TestProfile::secretsInAFileAreForTheirOwnerOnly()
{
    const QString path = m_folder->filePath(u"secrets.json"_s);
    QVERIFY(makeFileSecretStore(path)->setSecrets(u"shop"_s, {Secret("topsecret")}).ok());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
}

void TestProfile::aSecretFileThatOthersMayReadIsRefused()
{
    const QString path = m_folder->filePath(u"secrets.json"_s);
    const auto store = makeFileSecretStore(path);
    QVERIFY(store->setSecrets(u"shop"_s, {Secret("topsecret")}).ok());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto secrets = store->secrets(u"shop"_s);
    QCOMPARE(secrets.error().code, ErrorCode::SecretUnavailable);
}

void TestProfile::secretsAreExactBytes()
{
    const QByteArray odd("a\0b\n \xff", 6);
    const auto store = makeFileSecretStore(m_folder->filePath(u"secrets.json"_s));
    QVERIFY(store->setSecrets(u"shop"_s, {Secret(odd), Secret("second")}).ok());
    const auto secrets = store->secrets(u"shop"_s);
    QCOMPARE(secrets->size(), 2);
    QCOMPARE(secrets->first().reveal().toByteArray(), odd);
    QVERIFY(store->setSecrets(u"shop"_s, {}).ok());
    QVERIFY(store->secrets(u"shop"_s)->isEmpty());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
