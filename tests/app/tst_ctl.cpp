// hookboardctl as its users run it: a real process, its output, its exit code.
#include "tests/app/ctl.h"
#include "tests/support/httpclient.h"

#include <QtCore/QFileInfo>
#include <QtTest/QTest>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

class TestCtl : public QObject
{
    Q_OBJECT

private slots:
    void helpListsEveryCommand();
    void wrongUsageExitsTwoInOneLine_data();
    void wrongUsageExitsTwoInOneLine();
    void aMissingProfileSaysHowToMakeOne();
    void initMakesAProfileOnce();
    void secretsStayOutOfEverythingButTheirFile();
    void aSourceIsAddedListedAndRemoved();
    void aSecretLosesOneLineBreakAndNothingElse();
    void aProviderNobodyKnowsIsAnsweredWithNearOnes();
    void aSourceIsAskedForTheAddressThatItSigns();
    void pathPrintsTheNodes_data();
    void pathPrintsTheNodes();
    void pathRefusesWithThePosition();
    void vectorsPass();
    void aWrongVectorIsReportedAndExitsOne();
    void aRecordedRequestIsJudgedByTheGivenClock();
    void checkIsCleanBeforeTheFirstEvent();

private:
    static bool isOneLine(const QByteArray &text) { return text.count('\n') == 1 && text.endsWith('\n'); }
};

void TestCtl::helpListsEveryCommand()
{
    const Ran help = CtlProfile::runBare({u"--help"_s});
    QCOMPARE(help.code, 0);
    for (const char *command : {"init", "source", "serve", "verify", "send", "events", "path", "check", "bench"}) {
        QVERIFY2(help.out.contains(QByteArray("\n  ") + command + ' '), command);
        const Ran own = CtlProfile::runBare({QString::fromLatin1(command), u"--help"_s});
        QCOMPARE(own.code, 0);
        QVERIFY2(own.out.startsWith(QByteArray("Usage: hookboardctl [--profile DIR] ") + command), own.out.constData());
    }
    const Ran version = CtlProfile::runBare({u"--version"_s});
    QCOMPARE(version.out, QByteArray("hookboardctl " HOOKBOARD_VERSION "\n"));
}

void TestCtl::wrongUsageExitsTwoInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList{};
    QTest::newRow("a command that does not exist") << QStringList{u"fly"_s};
    QTest::newRow("a global option that does not exist") << QStringList{u"--fly"_s, u"init"_s};
    QTest::newRow("an option that does not exist") << QStringList{u"init"_s, u"--fly"_s};
    QTest::newRow("a secret store that does not exist") << QStringList{u"init"_s, u"--secrets"_s, u"paper"_s};
    QTest::newRow("an argument too many") << QStringList{u"check"_s, u"now"_s};
    QTest::newRow("a port out of range") << QStringList{u"serve"_s, u"--port"_s, u"65536"_s};
    QTest::newRow("a source without a provider") << QStringList{u"source"_s, u"add"_s, u"x"_s};
    QTest::newRow("a source name with a slash")
        << QStringList{u"source"_s, u"add"_s, u"a/b"_s, u"--provider"_s, u"none"_s};
    QTest::newRow("a provider without its secret")
        << QStringList{u"source"_s, u"add"_s, u"x"_s, u"--provider"_s, u"github"_s};
    QTest::newRow("a time that is none") << QStringList{u"events"_s, u"--since"_s, u"yesterday"_s};
    QTest::newRow("a state that does not exist") << QStringList{u"events"_s, u"--state"_s, u"lost"_s};
    QTest::newRow("a verdict without a body") << QStringList{u"verify"_s, u"--source"_s, u"repo"_s};
    QTest::newRow("a delivery without a type") << QStringList{u"send"_s, u"--source"_s, u"repo"_s};
    QTest::newRow("an address with TLS") << QStringList{
        u"send"_s, u"--source"_s, u"repo"_s, u"--type"_s, u"t"_s, u"--url"_s, u"https://127.0.0.1"_s};
}

void TestCtl::wrongUsageExitsTwoInOneLine()
{
    QFETCH(const QStringList, arguments);
    const CtlProfile profile;
    const bool makesOne = arguments.value(0) == "init"_L1;
    QVERIFY(makesOne || profile.prepare());
    const Ran ran = profile.run(arguments);
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.startsWith("hookboardctl: "), ran.err.constData());
    QVERIFY2(isOneLine(ran.err), ran.err.constData());
    QCOMPARE(ran.out, QByteArray());
}

void TestCtl::aMissingProfileSaysHowToMakeOne()
{
    const CtlProfile profile;
    const Ran ran = profile.run({u"events"_s, u"--json"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains("hookboardctl --profile " + profile.directory().toUtf8() + " init"), ran.err.constData());
    QVERIFY(!QFileInfo::exists(profile.directory())); // looking makes nothing
}

void TestCtl::initMakesAProfileOnce()
{
    const CtlProfile profile;
    const Ran made = profile.run({u"init"_s, u"--secrets"_s, u"file"_s});
    QCOMPARE(made.code, 0);
    QVERIFY2(made.out.contains("unencrypted"), made.out.constData());
    const Ran again = profile.run({u"init"_s, u"--secrets"_s, u"file"_s});
    QCOMPARE(again.code, 1);
    QVERIFY2(isOneLine(again.err), again.err.constData());
}

void TestCtl::secretsStayOutOfEverythingButTheirFile()
{
    const CtlProfile profile;
    QVERIFY(profile.prepare());
    const QFileInfoList files = QDir(profile.directory()).entryInfoList(QDir::Files);
    int holding = 0;
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        if (!content.contains("s3cret") && !content.contains(QByteArray("s3cret").toBase64()))
            continue;
        ++holding;
        QCOMPARE(info.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    QCOMPARE(holding, 1);
    QVERIFY(!profile.run({u"source"_s, u"list"_s, u"--json"_s}).out.contains("s3cret"));
}

void TestCtl::aSourceIsAddedListedAndRemoved()
{
    const CtlProfile profile;
    QVERIFY(profile.prepare());
    const QString old = profile.file(u"old"_s, "old");
    const QString fresh = profile.file(u"new"_s, "new");
    QCOMPARE(profile
                 .run({u"source"_s, u"add"_s, u"shop"_s, u"--provider"_s, u"shopify"_s, u"--secret-file"_s, fresh,
                       u"--secret-file"_s, old, u"--public-url"_s, u"https://example.test/x"_s})
                 .code,
             0);
    const QList<QJsonObject> sources = profile.run({u"source"_s, u"list"_s, u"--json"_s}).objects();
    QCOMPARE(sources.size(), 2);
    QCOMPARE(sources.at(1).value("name"_L1).toString(), u"shop"_s);
    QCOMPARE(sources.at(1).value("secrets"_L1).toInt(), 2);
    QCOMPARE(sources.at(1).value("publicUrl"_L1).toString(), u"https://example.test/x"_s);

    const Ran twice = profile.run({u"source"_s, u"add"_s, u"shop"_s, u"--provider"_s, u"none"_s});
    QCOMPARE(twice.code, 1);
    QVERIFY2(twice.err.contains("already"), twice.err.constData());

    QCOMPARE(profile.run({u"source"_s, u"remove"_s, u"shop"_s}).code, 0);
    QCOMPARE(profile.run({u"source"_s, u"list"_s, u"--json"_s}).objects().size(), 1);
    QCOMPARE(profile.run({u"source"_s, u"remove"_s, u"shop"_s}).code, 1);
}

void TestCtl::aSecretLosesOneLineBreakAndNothingElse()
{
    const CtlProfile profile;
    QCOMPARE(profile.run({u"init"_s, u"--secrets"_s, u"file"_s}).code, 0);
    QCOMPARE(profile
                 .run({u"source"_s, u"add"_s, u"repo"_s, u"--provider"_s, u"github"_s, u"--secret-file"_s, u"-"_s},
                      " spaced \n\n")
                 .code,
             0);
    const QByteArray body = "{}";
    const QByteArray mac = QMessageAuthenticationCode::hash(body, " spaced \n", QCryptographicHash::Sha256).toHex();
    const QString headers = profile.file(u"headers"_s, "X-Hub-Signature-256: sha256=" + mac +
                                                           "\nX-GitHub-Delivery: d-1\nX-GitHub-Event: push\n");
    const Ran ran = profile.run(
        {u"verify"_s, u"--source"_s, u"repo"_s, u"--headers"_s, headers, u"--body"_s, profile.file(u"body"_s, body)});
    QVERIFY2(ran.code == 0, (ran.out + ran.err).constData());
}

void TestCtl::aProviderNobodyKnowsIsAnsweredWithNearOnes()
{
    const CtlProfile profile;
    QVERIFY(profile.prepare());
    const Ran ran = profile.run({u"source"_s, u"add"_s, u"x"_s, u"--provider"_s, u"githup"_s});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains("github"), ran.err.constData());
}

void TestCtl::aSourceIsAskedForTheAddressThatItSigns()
{
    const CtlProfile profile;
    QVERIFY(profile.prepare());
    const QStringList add{u"source"_s,
                          u"add"_s,
                          u"x"_s,
                          u"--provider"_s,
                          u"trello"_s,
                          u"--secret-file"_s,
                          profile.file(u"secret"_s, "s")};
    const Ran without = profile.run(add);
    QCOMPARE(without.code, 2);
    QVERIFY2(without.err.contains("public URL") && isOneLine(without.err), without.err.constData());
    QCOMPARE(profile.run({u"source"_s, u"list"_s, u"--json"_s}).objects().size(), 1);
    QCOMPARE(profile.run(add + QStringList{u"--public-url"_s, u"https://example.test/x"_s}).code, 0);
}

void TestCtl::pathPrintsTheNodes_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("nodes");
    QTest::newRow("a name") << u"$.a"_s << QByteArray("[[1,2,{\"b\":9007199254740993}]]");
    QTest::newRow("an integer that no double holds") << u"$.a[2].b"_s << QByteArray("[9007199254740993]");
    QTest::newRow("a filter") << u"$.a[?@ > 1]"_s << QByteArray("[2]");
    QTest::newRow("nothing selected") << u"$.none"_s << QByteArray("[]");
}

void TestCtl::pathPrintsTheNodes()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArray, nodes);
    const QByteArray document = "{\"a\": [1, 2, {\"b\": 9007199254740993}]}";
    const Ran piped = CtlProfile::runBare({u"path"_s, query}, document);
    QCOMPARE(piped.code, 0);
    QCOMPARE(piped.out, nodes + '\n');
    const CtlProfile profile;
    QCOMPARE(profile.run({u"path"_s, query, u"--body"_s, profile.file(u"d.json"_s, document)}).out, piped.out);
}

void TestCtl::pathRefusesWithThePosition()
{
    const Ran invalid = CtlProfile::runBare({u"path"_s, u"$.a["_s}, "{}");
    QCOMPARE(invalid.code, 2);
    QVERIFY2(invalid.err.contains("position 5"), invalid.err.constData());
    QVERIFY2(isOneLine(invalid.err), invalid.err.constData());
    const Ran notJson = CtlProfile::runBare({u"path"_s, u"$.a"_s}, "{");
    QCOMPARE(notJson.code, 1);
}

void TestCtl::vectorsPass()
{
    const Ran ran = CtlProfile::runBare(
        {u"verify"_s, u"--vectors"_s, QStringLiteral(HOOKBOARD_TEST_DATA "/signature-vectors.json")});
    QVERIFY2(ran.code == 0, ran.out.constData());
    const QByteArray last = ran.out.trimmed().split('\n').constLast();
    QVERIFY2(last.endsWith(" passed, 0 failed"), last.constData());
    QVERIFY2(last.split(' ').first().toInt() >= 92, last.constData());
}

void TestCtl::aWrongVectorIsReportedAndExitsOne()
{
    QFile file(QStringLiteral(HOOKBOARD_TEST_DATA "/signature-vectors.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    const qsizetype verdict = json.indexOf("\"valid\": true");
    QVERIFY(verdict > 0);
    json.replace(verdict, 13, "\"valid\": false, \"reason\": \"signature-mismatch\"");
    const CtlProfile profile;
    const Ran ran = profile.run({u"verify"_s, u"--vectors"_s, profile.file(u"v.json"_s, json)});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.trimmed().endsWith("1 failed"), ran.out.constData());
}

void TestCtl::aRecordedRequestIsJudgedByTheGivenClock()
{
    // The published vector of the Standard Webhooks reference libraries.
    const CtlProfile profile;
    QCOMPARE(profile.run({u"init"_s, u"--secrets"_s, u"file"_s}).code, 0);
    const QString secret = profile.file(u"secret"_s, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    QCOMPARE(
        profile
            .run({u"source"_s, u"add"_s, u"std"_s, u"--provider"_s, u"standard-webhooks"_s, u"--secret-file"_s, secret})
            .code,
        0);
    const QString headers = profile.file(
        u"headers.json"_s, R"({"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
                              "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                              "content-type": "application/json"})");
    const QStringList arguments{u"verify"_s,
                                u"--source"_s,
                                u"std"_s,
                                u"--headers"_s,
                                headers,
                                u"--body"_s,
                                profile.file(u"body"_s, R"({"test": 2432232314})")};
    const Ran then = profile.run(arguments + QStringList{u"--now"_s, u"1614265330"_s});
    QVERIFY2(then.code == 0, (then.out + then.err).constData());
    QCOMPARE(then.objects().value(0).value("deliveryId"_L1).toString(), u"msg_p5jXN8AQM9LWM0D4loKWxJek"_s);
    const Ran later = profile.run(arguments + QStringList{u"--now"_s, u"1614265931"_s});
    QCOMPARE(later.code, 1);
    QCOMPARE(later.objects().value(0).value("valid"_L1).toBool(true), false);
    QVERIFY2(later.out.contains("signature-"), later.out.constData());
    QVERIFY2(!later.out.contains("g0hM9SsE"), later.out.constData()); // never tells an expected signature
}

void TestCtl::checkIsCleanBeforeTheFirstEvent()
{
    const CtlProfile profile;
    QVERIFY(profile.prepare());
    const Ran check = profile.run({u"check"_s});
    QCOMPARE(check.code, 0);
    QVERIFY2(check.out.startsWith("clean"), check.out.constData());
    const Ran events = profile.run({u"events"_s, u"--json"_s});
    QCOMPARE(events.code, 0);
    QCOMPARE(events.out, QByteArray());
}

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
