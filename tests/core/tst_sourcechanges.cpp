// Changes of sources over a secret store that is slow, locked or recovering: what ends up on disk and in the listener.
#include "core/config/sourceedit.h"
#include "core/engine.h"
#include "core/types/clock.h"
#include "tests/support/httpclient.h"
#include "tests/support/teststore.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <map>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

using State = SecretStoreState::State;

namespace {

SourceConfig source(const QString &name, const QString &provider = u"github"_s, int secretCount = 0)
{
    SourceConfig config;
    config.name = name;
    config.provider = provider;
    config.secretCount = secretCount;
    return config;
}

QStringList namesOf(const QList<SourceConfig> &sources)
{
    QStringList names;
    for (const SourceConfig &config : sources)
        names.append(config.name);
    return names;
}

} // namespace

class TestSourceChanges : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anEditFitsTheListAsItIs_data();
    void anEditFitsTheListAsItIs();
    void overlappingChangesAllCount();
    void aFailedChangeTakesNoOtherWithIt();
    void aStoreThatDoesNotAnswerStopsNobodyElse();
    void aLockedStoreIsAskedOnceAndAgainOnDemand();
    void aChangeThatTheStoreTakesBringsTheOthersBack();
    void aMissingEntryIsNoLockedStore();
    void changingOneSourceReadsNoOther();
    void aSourceGoesEvenIfItsSecretsStay();
    void secretsMoveToTheFile();
    void savedSettingsLeaveTheStoreAlone();
    void closingDoesNotWaitForTheStore();

private:
    void start(const QList<SourceConfig> &sources);
    quint16 port() const { return m_engine->health().listener.port; }
    const SecretStoreState &storeState() const { return m_engine->health().secretStore; }
    SecretAccess accessOf(const QString &name) const;
    HttpAnswer deliver(const QByteArray &name, const QByteArray &secret = "s3cret");
    HttpAnswer deliverUnsigned(const QByteArray &name) { return exchange(port(), post("/hooks/" + name, "{}", {})); }
    void add(const QString &name, const QByteArray &secret = "s3cret");

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::shared_ptr<TestStore> m_store;
    SystemClock m_clock;
    std::unique_ptr<Engine> m_engine;
    std::map<QString, Status> m_outcomes; // of add(), by source
    int m_delivery = 0;
};

void TestSourceChanges::init()
{
    m_outcomes.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(m_folder->path());
    m_store = std::make_shared<TestStore>();
    QVERIFY(m_profile->create(u"keychain"_s).ok());
}

void TestSourceChanges::cleanup()
{
    m_engine.reset();
}

void TestSourceChanges::start(const QList<SourceConfig> &sources)
{
    QVERIFY(m_profile->writeSources(sources).ok());
    m_engine = std::make_unique<Engine>(*m_profile, m_clock, m_store);
    Settings settings = *m_profile->readSettings();
    settings.ingest.port = 0;
    QVERIFY(m_engine->start(settings).ok());
    QTRY_VERIFY(m_engine->health().listener.listening && m_engine->health().journal.writable);
}

SecretAccess TestSourceChanges::accessOf(const QString &name) const
{
    for (const SourceHealth &item : m_engine->health().sources) {
        if (item.source == name)
            return item.access;
    }
    return SecretAccess::Ready;
}

HttpAnswer TestSourceChanges::deliver(const QByteArray &name, const QByteArray &secret)
{
    return exchange(port(), githubPost(name, "{}", secret, "d-" + QByteArray::number(++m_delivery)));
}

void TestSourceChanges::add(const QString &name, const QByteArray &secret)
{
    m_engine->addSource(source(name), {Secret(secret)}, this,
                        [this, name](const Status &status) { m_outcomes.insert_or_assign(name, status); });
}

void TestSourceChanges::anEditFitsTheListAsItIs_data()
{
    using Kind = SourceEdit::Kind;
    QTest::addColumn<SourceEdit>("edit");
    QTest::addColumn<QStringList>("after"); // empty = refused
    QTest::addColumn<QString>("words");     // of the refusal
    const QList<Secret> one{Secret("a")};
    QTest::newRow("a new one comes last")
        << SourceEdit{Kind::Add, source(u"c"_s), one} << QStringList{u"a"_s, u"b"_s, u"c"_s} << QString();
    QTest::newRow("a taken name") << SourceEdit{Kind::Add, source(u"b"_s), one} << QStringList() << u"already"_s;
    QTest::newRow("a name that is none") << SourceEdit{Kind::Add, source(u"B b"_s), one} << QStringList() << u"name"_s;
    QTest::newRow("a provider that is none")
        << SourceEdit{Kind::Add, source(u"c"_s, u"nobody"_s), one} << QStringList() << u"no provider"_s;
    QTest::newRow("without the secret it needs")
        << SourceEdit{Kind::Add, source(u"c"_s), {}} << QStringList() << u"enter its secret"_s;
    QTest::newRow("a signed address that is missing")
        << SourceEdit{Kind::Add, source(u"c"_s, u"twilio"_s), one} << QStringList() << u"public URL"_s;
    QTest::newRow("an update keeps its place and its secret")
        << SourceEdit{Kind::Update, source(u"a"_s), {}} << QStringList{u"a"_s, u"b"_s} << QString();
    QTest::newRow("an update of nobody") << SourceEdit{Kind::Update, source(u"c"_s), one} << QStringList()
                                         << u"no source named c"_s;
    QTest::newRow("a removal") << SourceEdit{Kind::Remove, source(u"a"_s), {}} << QStringList{u"b"_s} << QString();
    QTest::newRow("a removal of nobody") << SourceEdit{Kind::Remove, source(u"c"_s), {}} << QStringList()
                                         << u"no source named c"_s;
}

void TestSourceChanges::anEditFitsTheListAsItIs()
{
    QFETCH(const SourceEdit, edit);
    QFETCH(const QStringList, after);
    QFETCH(const QString, words);
    QList<ProviderInfo> providers(2);
    providers[0] = {u"github"_s, u"GitHub"_s, {}, {}, {}, true, false};
    providers[1] = {u"twilio"_s, u"Twilio"_s, {}, {}, {}, true, true};
    const auto list = edited({source(u"a"_s, u"github"_s, 2), source(u"b"_s, u"github"_s, 1)}, edit, providers);
    QCOMPARE(list.ok(), !after.isEmpty());
    if (!list) {
        QVERIFY2(list.error().message.contains(words), qPrintable(list.error().message));
        return;
    }
    QCOMPARE(namesOf(*list), after);
    if (edit.kind == SourceEdit::Kind::Update)
        QCOMPARE(list->first().secretCount, 2);
}

void TestSourceChanges::overlappingChangesAllCount()
{
    start({source(u"lab"_s, u"none"_s)});
    m_store->hold();
    std::map<QString, Status> others;
    add(u"a"_s);
    add(u"b"_s);
    m_engine->updateSource(source(u"a"_s), {Secret("newer")}, this,
                           [&](const Status &status) { others.insert_or_assign(u"update a"_s, status); });
    m_engine->removeSource(u"b"_s, this, [&](const Status &status) { others.insert_or_assign(u"remove b"_s, status); });
    m_engine->removeSource(u"lab"_s, this,
                           [&](const Status &status) { others.insert_or_assign(u"remove lab"_s, status); });
    add(u"c"_s);
    add(u"a"_s);                                  // too late: there is one
    QCOMPARE(deliverUnsigned("lab").status, 200); // nothing has happened yet
    m_store->release();
    QTRY_COMPARE(others.size(), std::size_t(3));
    QTRY_VERIFY(m_outcomes.contains(u"c"_s) && m_outcomes.contains(u"a"_s) && !m_outcomes.at(u"a"_s).ok());
    for (const QString &name : {u"update a"_s, u"remove b"_s, u"remove lab"_s})
        QVERIFY2(others.at(name).ok(), qPrintable(name));

    QCOMPARE(namesOf(*m_profile->readSources()), QStringList({u"a"_s, u"c"_s}));
    QCOMPARE(namesOf(m_engine->sources()), QStringList({u"a"_s, u"c"_s}));
    QTRY_COMPARE(deliver("a", "newer").status, 200);
    QCOMPARE(deliver("a").status, 401);
    QCOMPARE(deliver("c").status, 200);
    QCOMPARE(deliver("b").status, 404);
    QCOMPARE(deliverUnsigned("lab").status, 404);
    QVERIFY(m_store->has(u"a"_s) && m_store->has(u"c"_s) && !m_store->has(u"b"_s));
}

void TestSourceChanges::aFailedChangeTakesNoOtherWithIt()
{
    start({});
    m_store->hold();
    m_store->setLocked(true);
    add(u"a"_s);
    m_engine->addSource(source(u"lab"_s, u"none"_s), {}, this,
                        [this](const Status &status) { m_outcomes.insert_or_assign(u"lab"_s, status); });
    m_store->allow(); // to fail
    QTRY_COMPARE(m_outcomes.size(), std::size_t(2));
    QCOMPARE(m_outcomes.at(u"a"_s).error().code, ErrorCode::SecretUnavailable);
    QVERIFY(m_outcomes.at(u"lab"_s).ok());
    QCOMPARE(namesOf(*m_profile->readSources()), QStringList{u"lab"_s});
    QTRY_COMPARE(deliverUnsigned("lab").status, 200);
    QCOMPARE(deliver("a").status, 404);
    QCOMPARE(storeState().state, State::Unavailable);
}

void TestSourceChanges::aStoreThatDoesNotAnswerStopsNobodyElse()
{
    m_store->hold();
    m_store->put(u"shop"_s, "s3cret");
    start({source(u"shop"_s, u"github"_s, 1), source(u"lab"_s, u"none"_s)});
    QCOMPARE(storeState().state, State::Reading);
    QCOMPARE(storeState().sourcesWithout, 1);
    QCOMPARE(exchange(port(), "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    QCOMPARE(deliverUnsigned("lab").status, 200);
    const HttpAnswer refused = deliver("shop");
    QCOMPARE(refused.status, 503);
    QVERIFY2(refused.body.contains("secret-unavailable"), refused.body.constData());
    QVERIFY2(refused.head.contains("Retry-After: "), refused.head.constData());
    QTRY_COMPARE(accessOf(u"shop"_s), SecretAccess::Reading);
    QCOMPARE(storeState().state, State::Reading); // still
    m_store->release();
    QTRY_COMPARE(storeState().state, State::Available);
    QTRY_COMPARE(accessOf(u"shop"_s), SecretAccess::Ready);
    QCOMPARE(deliver("shop").status, 200);
}

void TestSourceChanges::aLockedStoreIsAskedOnceAndAgainOnDemand()
{
    m_store->setLocked(true);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        m_store->put(name, "s3cret");
    start({source(u"a"_s, u"github"_s, 1), source(u"b"_s, u"github"_s, 1), source(u"c"_s, u"github"_s, 1)});
    QTRY_COMPARE(storeState().state, State::Unavailable);
    QCOMPARE(m_store->reads(), 1);
    QCOMPARE(storeState().sourcesWithout, 3);
    QCOMPARE(storeState().kind, u"keychain"_s);
    QCOMPARE(storeState().error->message, u"The keychain of the test is locked."_s);
    QTRY_COMPARE(accessOf(u"c"_s), SecretAccess::Unavailable);
    QCOMPARE(deliver("c").status, 503);

    m_engine->readSecretsAgain();
    QTRY_COMPARE(m_store->reads(), 2);
    QTRY_COMPARE(storeState().state, State::Unavailable);
    m_store->setLocked(false);
    m_engine->readSecretsAgain();
    QTRY_COMPARE(storeState().state, State::Available);
    QCOMPARE(storeState().sourcesWithout, 0);
    QCOMPARE(m_store->reads(), 5);
    for (const char *name : {"a", "b", "c"})
        QTRY_COMPARE(deliver(name).status, 200);
}

void TestSourceChanges::aChangeThatTheStoreTakesBringsTheOthersBack()
{
    m_store->setLocked(true);
    m_store->put(u"shop"_s, "s3cret");
    start({source(u"shop"_s, u"github"_s, 1)});
    QTRY_COMPARE(storeState().state, State::Unavailable);
    m_store->setLocked(false);
    add(u"a"_s);
    QTRY_COMPARE(storeState().state, State::Available);
    QVERIFY(m_outcomes.at(u"a"_s).ok());
    QTRY_COMPARE(deliver("shop").status, 200);
}

void TestSourceChanges::aMissingEntryIsNoLockedStore()
{
    m_store->put(u"shop"_s, "s3cret");
    start({source(u"lost"_s, u"github"_s, 1), source(u"shop"_s, u"github"_s, 1)});
    QTRY_COMPARE(storeState().state, State::Available);
    QTRY_COMPARE(accessOf(u"lost"_s), SecretAccess::Missing);
    QTRY_COMPARE(accessOf(u"shop"_s), SecretAccess::Ready);
    QCOMPARE(deliver("shop").status, 200);
    QCOMPARE(deliver("lost").status, 503);
    for (const SourceHealth &item : m_engine->health().sources)
        QCOMPARE(item.problem.contains("enter one"_L1), item.source == u"lost"_s);
    std::optional<Status> outcome;
    m_engine->updateSource(source(u"lost"_s), {Secret("found")}, this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    QTRY_COMPARE(deliver("lost", "found").status, 200);
}

void TestSourceChanges::changingOneSourceReadsNoOther()
{
    for (const QString &name : {u"a"_s, u"b"_s})
        m_store->put(name, "s3cret");
    start({source(u"a"_s, u"github"_s, 1), source(u"b"_s, u"github"_s, 1)});
    QTRY_COMPARE(storeState().state, State::Available);
    QCOMPARE(m_store->reads(), 2);
    SourceConfig changed = source(u"a"_s);
    changed.maxBodyBytes = 1000;
    std::optional<Status> outcome;
    m_engine->updateSource(changed, {}, this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    add(u"c"_s);
    QTRY_VERIFY(m_outcomes.contains(u"c"_s));
    QTRY_COMPARE(deliver("a").status, 200); // with the secret that was read at the start
    QCOMPARE(m_store->reads(), 2);
    QCOMPARE(m_profile->readSources()->first().maxBodyBytes, 1000);
}

void TestSourceChanges::aSourceGoesEvenIfItsSecretsStay()
{
    m_store->setLocked(true);
    m_store->put(u"shop"_s, "s3cret");
    start({source(u"shop"_s, u"github"_s, 1)});
    QTRY_COMPARE(storeState().state, State::Unavailable);
    std::optional<Status> outcome;
    m_engine->removeSource(u"shop"_s, this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    QCOMPARE(outcome->error().code, ErrorCode::SecretUnavailable);
    QVERIFY2(outcome->error().message.contains("is removed"_L1), qPrintable(outcome->error().message));
    QCOMPARE(m_store->writes(), 0); // a store that is known to be locked is not waited for
    QVERIFY(m_profile->readSources()->isEmpty());
    QTRY_COMPARE(deliver("shop").status, 404);
}

void TestSourceChanges::secretsMoveToTheFile()
{
    m_store->put(u"shop"_s, "s3cret");
    start({source(u"shop"_s, u"github"_s, 1), source(u"lost"_s, u"github"_s, 1)});
    QTRY_COMPARE(storeState().state, State::Available);
    std::optional<Status> outcome;
    m_engine->keepSecretsInFile(this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(outcome->ok());
    QCOMPARE(storeState().kind, u"file"_s);
    QCOMPARE(storeState().file, m_profile->secretsPath());
    QCOMPARE(m_profile->readSettings()->secretStore, u"file"_s);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(m_profile->secretsPath()) & others, QFile::Permissions());
    QVERIFY(!m_store->has(u"shop"_s)); // moved, not copied
    QTRY_COMPARE(accessOf(u"lost"_s), SecretAccess::Missing);
    QCOMPARE(deliver("shop").status, 200);
    add(u"later"_s);
    QTRY_VERIFY(m_outcomes.contains(u"later"_s));

    m_engine = std::make_unique<Engine>(*m_profile, m_clock); // as the next start opens it
    Settings settings = *m_profile->readSettings();
    settings.ingest.port = 0;
    QVERIFY(m_engine->start(settings).ok());
    QTRY_VERIFY(m_engine->health().listener.listening && m_engine->health().journal.writable);
    QCOMPARE(deliver("shop").status, 200);
    QCOMPARE(deliver("later").status, 200);
}

void TestSourceChanges::savedSettingsLeaveTheStoreAlone()
{
    start({});
    Settings shown = *m_profile->readSettings(); // as a window holds them since its start
    std::optional<Status> outcome;
    m_engine->keepSecretsInFile(this, [](const Status &) {});
    shown.retainDays = 7;
    m_engine->saveSettings(shown, this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(outcome->ok());
    QCOMPARE(m_profile->readSettings()->retainDays, 7);
    QCOMPARE(m_profile->readSettings()->secretStore, u"file"_s);
}

// The store never answers: without being interrupted this would not end.
void TestSourceChanges::closingDoesNotWaitForTheStore()
{
    m_store->hold();
    start({source(u"shop"_s, u"github"_s, 1)});
    add(u"a"_s);
    m_engine.reset();
    QCOMPARE(namesOf(*m_profile->readSources()), QStringList{u"shop"_s});
}

Q_DECLARE_METATYPE(hookboard::SourceEdit)

QTEST_GUILESS_MAIN(TestSourceChanges)
#include "tst_sourcechanges.moc"
