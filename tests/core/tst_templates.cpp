#include "core/journal/redact.h"
#include "tests/support/verifybench.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void allTemplatesShip();
    void everyPresetSaysWhatToPaste();
    void aTemplateInheritsWhatItDoesNotSay();
    void headersThatBringASecretAreKnown();
    void wrongTemplatesAreRefusedByField_data();
    void wrongTemplatesAreRefusedByField();
    void aBadFileLeavesTheRegistryAsItWas();
};

void TestTemplates::allTemplatesShip()
{
    const QStringList keys = builtIn().keys();
    QCOMPARE(keys.size(), 41); // 39 providers, none and basic
    for (const QString &key : {u"github"_s, u"stripe"_s, u"mailgun"_s, u"docusign"_s, u"none"_s, u"basic"_s})
        QVERIFY2(keys.contains(key), qPrintable(key));
    QCOMPARE(builtIn().find(u"nobody"_s), nullptr);
}

void TestTemplates::everyPresetSaysWhatToPaste()
{
    const QList<ProviderInfo> infos = builtIn().providers();
    QCOMPARE(infos.size(), builtIn().keys().size());
    QCOMPARE(infos.last().key, u"none"_s);
    QVERIFY(!infos.last().needsSecret);
    QSet<QString> names;
    for (const ProviderInfo &info : infos) {
        QVERIFY2(!info.displayName.isEmpty() && !info.scheme.isEmpty() && !info.secretHint.isEmpty(),
                 qPrintable(info.key));
        names << info.displayName;
    }
    QCOMPARE(names.size(), infos.size());
    const ProviderInfo github = providerInfo(*builtIn().find(u"github"_s));
    QCOMPARE(github.scheme, u"HMAC-SHA256 over the raw body, hex"_s);
    QCOMPARE(github.signatureHeader, u"X-Hub-Signature-256"_s);
    QVERIFY(!github.signsUrl);
    const ProviderInfo trello = providerInfo(*builtIn().find(u"trello"_s));
    QVERIFY(trello.signsUrl);
    QCOMPARE(trello.scheme, u"HMAC-SHA1 over public URL and the raw body, base64"_s);
}

void TestTemplates::aTemplateInheritsWhatItDoesNotSay()
{
    const SchemeTemplate &svix = *builtIn().find(u"svix"_s);
    QCOMPARE(svix.signedText.size(), 5);
    QCOMPARE(svix.secretPrefix, "whsec_"_ba);
    QCOMPARE(svix.idHeader, "svix-id"_ba);
    QVERIFY(svix.occurred.has_value());
    QVERIFY(!builtIn().find(u"gitlab-signing"_s)->occurred.has_value()); // null takes away

    TemplateRegistry registry = builtIn();
    const QByteArray mine = R"({"format":1,"displayName":"Mine","extends":"github","delivery":null})";
    QVERIFY(registry.add({{u"mine"_s, mine}}).ok());
    QCOMPARE(registry.find(u"mine"_s)->signature.headers, QList<QByteArray>{"X-Hub-Signature-256"});
    QVERIFY(registry.find(u"mine"_s)->delivery.isEmpty());
}

void TestTemplates::headersThatBringASecretAreKnown()
{
    TemplateRegistry registry = builtIn();
    QVERIFY(registry.secretHeaders().contains("X-Gitlab-Token"));
    QVERIFY(!registry.secretHeaders().contains("X-Hub-Signature-256")); // it proves, it opens nothing
    const QByteArray odd = R"({"format":1,"displayName":"Odd","secretHint":"its password","scheme":"token",
        "signature":{"header":"X-Open-Sesame"}})";
    QVERIFY(registry.add({{u"odd"_s, odd}}).ok());
    const Redaction redaction(registry.secretHeaders());
    QVERIFY(redaction.isSecret("x-open-sesame"));
    QVERIFY(!redaction.isSecret("X-Hub-Signature-256"));
}

void TestTemplates::wrongTemplatesAreRefusedByField_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char *name, const char *change, const char *mentions) {
        QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(mentions);
    };
    row("an unknown field", R"("signd":"x")", "signd");
    row("an unknown field inside", R"("signature":{"header":"a","itm":"x"})", "itm");
    row("an unknown scheme", R"("scheme":"rot13")", "rot13");
    row("an unknown hash", R"("hash":"md5")", "md5");
    row("an unknown encoding", R"("encoding":"base32")", "base32");
    row("an unknown token", R"("signed":"{bdy}")", "{bdy}");
    row("a token that is not closed", R"("signed":"{body")", "signed");
    row("a signed text without the delivery", R"("signed":"hello")", "signed");
    row("no signature place", R"("signature":{"item":"x"})", "signature");
    row("a timestamp that is used and not given", R"("signed":"{timestamp}{body}")", "timestamp");
    row("an id that is used and not given", R"("signed":"{id}{body}")", "id");
    row("a key-value time without such a header", R"("timestamp":{"kv":"t"})", "kv");
    row("an unknown unit", R"("timestamp":{"header":"t","unit":"us"})", "us");
    row("a negative tolerance", R"("timestamp":{"header":"t","past":-1})", "past");
    row("a fractional tolerance", R"("timestamp":{"header":"t","past":1.5})", "past");
    row("a pointer without a slash", R"("event":{"json":"type"})", "json");
    row("a delivery from nowhere", R"("delivery":{})", "delivery");
    row("an occurrence with two places", R"("occurred":{"json":"/a","alt":["/b"]})", "occurred");
    row("text where a list belongs", R"("signature":{"header":"a","alt":"b"})", "alt");
    row("a number where text belongs", R"("batch":1)", "batch");
    row("an unknown parent", R"("extends":"nobody")", "extends");
    row("itself as parent", R"("extends":"mine")", "circle");
    row("another format", R"("format":0)", "format");
}

void TestTemplates::wrongTemplatesAreRefusedByField()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, mentions);
    const QByteArray good = R"("format":1,"displayName":"Mine","secretHint":"a secret","scheme":"hmac","hash":"sha256",
        "encoding":"hex","signed":"{body}","signature":{"header":"X-Sig"})";
    TemplateRegistry registry;
    QVERIFY(registry.add({{u"mine"_s, "{" + good + "}"}}).ok());
    // Of two fields with the same name the last one counts.
    const Status refused = registry.add({{u"mine"_s, "{" + good + "," + change + "}"}});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Malformed);
    QVERIFY2(refused.error().message.contains(mentions), qPrintable(refused.error().message));
    QVERIFY2(refused.error().message.contains(u"mine"_s), qPrintable(refused.error().message));
}

void TestTemplates::aBadFileLeavesTheRegistryAsItWas()
{
    TemplateRegistry registry = builtIn();
    const QByteArray good = R"({"format":1,"displayName":"Mine","extends":"github"})";
    QVERIFY(!registry.add({{u"a-good"_s, good}, {u"b-bad"_s, "{}"}}).ok());
    QCOMPARE(registry.find(u"a-good"_s), nullptr);
    const Status newer = registry.add({{u"new"_s, R"({"format":2,"extends":"github"})"}});
    QCOMPARE(newer.error().code, ErrorCode::NewerFormat);
    QCOMPARE(registry.keys(), builtIn().keys());
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
