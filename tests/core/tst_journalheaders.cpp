// Headers as a blob, and the secrets that must not be in it.
#include "core/journal/headerscodec.h"
#include "core/journal/redact.h"

#include <QtCore/QObject>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestJournalHeaders : public QObject
{
    Q_OBJECT
private slots:
    void comesBackAsItWas();
    void stopsAtDamage();
    void knowsSecrets_data();
    void knowsSecrets();
    void keepsOrderAndNames();
    void queryValuesAreSecretsToo();
};

void TestJournalHeaders::comesBackAsItWas()
{
    Headers headers;
    headers.append("Content-Type", "application/json");
    headers.append("X-Empty", "");
    headers.append("X-Twice", "1");
    headers.append("x-twice", QByteArray("\0\xff\r\n", 4));
    headers.append("X-Long", QByteArray(20'000, 'v'));
    const QByteArray packed = packHeaders(headers);
    QList<Header> fields;
    QVERIFY(unpackHeaders(packed, fields));
    QVERIFY(Headers(fields) == headers);
    QVERIFY(unpackHeaders(packHeaders({}), fields));
    QVERIFY(fields.isEmpty());
}

void TestJournalHeaders::stopsAtDamage()
{
    Headers headers;
    headers.append("A", "1");
    headers.append("B", QByteArray(200, 'v'));
    const QByteArray packed = packHeaders(headers);
    QList<Header> fields;
    for (qsizetype length = 1; length < packed.size(); ++length) {
        if (length == 4)
            continue; // exactly the first field
        QVERIFY(!unpackHeaders(QByteArrayView(packed).first(length), fields));
        QVERIFY(fields.size() <= 1);
    }
    QVERIFY(!unpackHeaders("\xff\xff\xff\xff\xff\xff\xff", fields));
}

void TestJournalHeaders::knowsSecrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("secret");
    for (const char *name : {"Authorization", "authorization",  "Proxy-Authorization",
                             "Cookie",        "X-Gitlab-Token", "X-Telegram-Bot-Api-Secret-Token",
                             "X-API-Key",     "X-Auth-Token",   "My-Header",
                             "apiKey",        "APIKey",         "XApiKey",
                             "x_api_key",     "accessToken",    "access_token",
                             "accesstoken",   "clientSecret",   "userPassword",
                             "x.auth.token",  "signingKey",     "AWSAccessKey",
                             "OAuth2Token",   "Auth",           "X-Auth"})
        QTest::addRow("%s is secret", name) << QByteArray(name) << true;
    for (const char *name :
         {"X-Hub-Signature-256", "Stripe-Signature", "Content-Type", "webhook-id", "Token", "Host", "X-Tokens",
          "Idempotency-Key", "idempotencyKey", "sortKey", "tokenCount", "secretary", "authored"})
        QTest::addRow("%s is not", name) << QByteArray(name) << false;
}

void TestJournalHeaders::knowsSecrets()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, secret);
    QCOMPARE(Redaction({"my-header"}).isSecret(name), secret);
}

void TestJournalHeaders::keepsOrderAndNames()
{
    Headers headers;
    headers.append("Host", "a");
    headers.append("AUTHORIZATION", "Basic x");
    headers.append("Host", "b");
    const Headers clean = Redaction().apply(headers);
    QCOMPARE(clean.fields().size(), 3);
    QCOMPARE(clean.fields()[1].first, "AUTHORIZATION"_ba);
    QCOMPARE(clean.fields()[1].second, "(redacted)"_ba);
    QCOMPARE(clean.value("host"), "a, b"_ba);
}

void TestJournalHeaders::queryValuesAreSecretsToo()
{
    const Redaction redaction;
    QCOMPARE(redaction.target("/hooks/a?page=2&access_token=abc&key=x&q"),
             "/hooks/a?page=2&access_token=(redacted)&key=(redacted)&q"_ba);
    QCOMPARE(redaction.target("/hooks/a?access%5Ftoken=abc"), "/hooks/a?access%5Ftoken=(redacted)"_ba);
    QCOMPARE(redaction.target("/hooks/a?apiKey=abc&sortKey=x&Token=t"),
             "/hooks/a?apiKey=(redacted)&sortKey=x&Token=(redacted)"_ba);
    QCOMPARE(redaction.target("/hooks/a"), "/hooks/a"_ba);
}

QTEST_GUILESS_MAIN(TestJournalHeaders)
#include "tst_journalheaders.moc"
