#include "core/config/jsonfile.h"
#include "core/config/privatefile.h"
#include "core/config/profile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestProfile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sourcesSurviveARoundTripWithoutSecrets();
    void aListOfSourcesThatIsNoneIsRefused_data();
    void aListOfSourcesThatIsNoneIsRefused();
    void whatElseIsInTheFileOfSourcesStays();
    void aFolderThatWasThereKeepsItsMode();
    void settingsOutOfRangeAreNamed();
    void onlyOneHolderAtATime();
    void sourceNames_data();
    void sourceNames();
    void secretsInAFileAreForTheirOwnerOnly();
    void aSecretFileThatOthersMayReadIsRefused();
    void aSecretFileIsNoLinkAndNoPipe();
    void aPrivateFileHasItsModeFromTheBeginning();
    void secretsAreExactBytes();
    void theSocketOfTheWindowIsNotInASharedFolder();

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

void TestProfile::aListOfSourcesThatIsNoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an object by name") << QByteArray(R"({"format": 1, "sources": {"shop": {"provider": "github"}}})");
    QTest::newRow("a text") << QByteArray(R"({"format": 1, "sources": "shop"})");
    QTest::newRow("nothing") << QByteArray(R"({"format": 1, "sources": null})");
    QTest::newRow("names alone") << QByteArray(R"({"format": 1, "sources": ["shop"]})");
}

void TestProfile::aListOfSourcesThatIsNoneIsRefused()
{
    QFETCH(const QByteArray, text);
    QFile file(m_folder->filePath(u"sources.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const auto sources = Profile(m_folder->path()).readSources();
    QVERIFY(!sources.ok());
    QCOMPARE(sources.error().code, ErrorCode::Malformed);
    QVERIFY2(sources.error().message.contains(u"\"sources\" must be a list"_s), qPrintable(sources.error().message));
}

void TestProfile::whatElseIsInTheFileOfSourcesStays()
{
    const Profile profile(m_folder->path());
    QFile file(m_folder->filePath(u"sources.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": 1, "groups": {"x": 1}})");
    file.close();
    SourceConfig source;
    source.name = u"shop"_s;
    source.provider = u"none"_s;
    QVERIFY(profile.writeSources({source}).ok());
    QVERIFY(*profile.readSources() == QList{source});
    QVERIFY(readJsonFile(file.fileName(), kSourcesFormat)->value("groups"_L1).isObject());

    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ half");
    file.close();
    QCOMPARE(profile.writeSources({source}).error().code, ErrorCode::Malformed);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{ half"); // somebody is at it
}

// It may be somebody's home, or shared for a reason.
void TestProfile::aFolderThatWasThereKeepsItsMode()
{
    const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    const QString shared = m_folder->filePath(u"shared"_s);
    QVERIFY(QDir().mkpath(shared));
    QVERIFY(QFile::setPermissions(shared, QFile::permissions(shared) | others));
    QVERIFY(Profile(shared).create(u"file"_s).ok());
    QVERIFY((QFile::permissions(shared) & others) == others);
    QVERIFY(!(QFile::permissions(Profile(shared).boardsDirectory()) & others));
    const QString own = m_folder->filePath(u"own"_s);
    QVERIFY(Profile(own).create(u"file"_s).ok());
    QVERIFY(!(QFile::permissions(own) & others));
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

void TestProfile::aSecretFileIsNoLinkAndNoPipe()
{
#ifdef Q_OS_UNIX
    const QString path = m_folder->filePath(u"secrets.json"_s);
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    const auto store = makeFileSecretStore(path);
    QVERIFY(makeFileSecretStore(elsewhere)->setSecrets(u"shop"_s, {Secret("topsecret")}).ok());
    QVERIFY(QFile::link(elsewhere, path));
    QCOMPARE(store->secrets(u"shop"_s).error().code, ErrorCode::SecretUnavailable);
    QCOMPARE(store->setSecrets(u"shop"_s, {Secret("other")}).error().code, ErrorCode::SecretUnavailable);
    QVERIFY(QFile::remove(path));
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QCOMPARE(store->secrets(u"shop"_s).error().code, ErrorCode::SecretUnavailable);
    QVERIFY(QFile::remove(path));
    // What is there under the name is replaced, not written through.
    QVERIFY(QFile::link(elsewhere, path));
    QVERIFY(writePrivateFile(path, "new").ok());
    QVERIFY(!QFileInfo(path).isSymLink());
    QVERIFY(makeFileSecretStore(elsewhere)->secrets(u"shop"_s).ok());
#else
    QSKIP("files have no modes here");
#endif
}

// Whatever the umask says: 0600 from the first moment on, and nothing else is left in the folder.
void TestProfile::aPrivateFileHasItsModeFromTheBeginning()
{
#ifdef Q_OS_UNIX
    const mode_t before = umask(0);
    const QString path = m_folder->filePath(u"secrets.json"_s);
    const Status first = writePrivateFile(path, "1");
    const Status second = writePrivateFile(path, "2");
    umask(before);
    QVERIFY(first && second);
    struct stat status
    {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0600));
    QCOMPARE(readPrivateFile(path, 1).value(), "2"_ba);
    QVERIFY(!readPrivateFile(path, 0));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"secrets.json"_s});
    QCOMPARE(readPrivateFile(m_folder->filePath(u"none"_s), 1).error().code, ErrorCode::NotFound);
    QVERIFY(!writePrivateFile(m_folder->filePath(u"no/folder"_s), "1"));
#else
    QSKIP("files have no modes here");
#endif
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

void TestProfile::theSocketOfTheWindowIsNotInASharedFolder()
{
#ifdef Q_OS_WIN
    QSKIP("a named pipe is in no folder");
#endif
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    const QString runtime = m_folder->filePath(u"run"_s);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
    QCOMPARE(Profile(m_folder->path()).socketName(), m_folder->filePath(u"window.socket"_s));
    const QString deep = m_folder->path() + u"/folder"_s.repeated(20);
    const QString elsewhere = Profile(deep).socketName();
    qputenv("XDG_RUNTIME_DIR", before);
    QVERIFY2(elsewhere.startsWith(runtime + u"/hookboard-"_s), qPrintable(elsewhere));
    QVERIFY(elsewhere != Profile(deep + u"er"_s).socketName());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
