#include "tests/support/verifybench.h"

#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

class TestVerifier : public QObject
{
    Q_OBJECT

private slots:
    void sourcesThatCannotCheckRefuseEverything_data();
    void sourcesThatCannotCheckRefuseEverything();
    void unknownSourcesAreNamed();
    void anyOfSeveralSecretsMatches();
    void tokensOfAnyLengthAreCompared_data();
    void tokensOfAnyLengthAreCompared();
    void headersAreFoundInAnyCaseAndJoined();
    void furtherHeadersAreLookedAtToo();
    void hostileHeadersAreRefused_data();
    void hostileHeadersAreRefused();
    void timesAreCheckedToTheirLimit_data();
    void timesAreCheckedToTheirLimit();
    void onlyChangedSourcesAreCompiledAnew();
    void unverifiedIsAChoice();
    void onlyWhoHasTheSecretMarksAsSimulated();
    void headersGivenTwiceGainNothing_data();
    void headersGivenTwiceGainNothing();
    void absurdTimesAreRefused_data();
    void absurdTimesAreRefused();
    void theBorderOfTimeAndBodyCannotBeMoved_data();
    void theBorderOfTimeAndBodyCannotBeMoved();
    void webPagesCannotPostWithoutASignature_data();
    void webPagesCannotPostWithoutASignature();
    void refusalsTellWhatTheHeadersSay();
};

void TestVerifier::sourcesThatCannotCheckRefuseEverything_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QList<QByteArray>>("secrets");
    QTest::addColumn<QString>("publicUrl");
    const auto row = [](const char *name, const QString &provider, const QList<QByteArray> &secrets,
                        const QString &url = u"https://x.test/"_s) {
        QTest::newRow(name) << provider << secrets << url;
    };
    row("the provider is unknown", u"nobody"_s, {"s"});
    row("there is no secret", u"github"_s, {});
    row("the secret is empty", u"github"_s, {""});
    row("one of two secrets is empty", u"github"_s, {"s", ""});
    row("the token is empty", u"gitlab-token"_s, {""});
    row("nothing is left behind the prefix", u"standard-webhooks"_s, {"whsec_"});
    row("the secret is not base64", u"standard-webhooks"_s, {"whsec_###"});
    row("the key is not hex", u"discord"_s, {"zz"});
    row("the key is too short", u"discord"_s, {"aabb"});
    row("the key is not a public key", u"sendgrid"_s, {"AAAA"});
    row("the password is missing", u"basic"_s, {"user"});
    row("the public URL is missing", u"square"_s, {"s"}, {});
    row("the public URL is missing, decoded", u"hubspot-v3"_s, {"s"}, {});
}

void TestVerifier::sourcesThatCannotCheckRefuseEverything()
{
    QFETCH(QString, provider);
    QFETCH(QList<QByteArray>, secrets);
    QFETCH(QString, publicUrl);
    Bench bench(makeSource(provider, secrets, publicUrl));
    QVERIFY(bench.verifier.source(u"src"));
    QCOMPARE(bench.verifier.source(u"src")->provider, provider);
    QVERIFY(bench.verifier.problem(u"src"));
    const Verifier::Verdict verdict = bench.verify("{}", Headers());
    QCOMPARE(refusal(verdict), u"secret-unavailable"_s);
    const QString message = std::get<Rejection>(verdict).error.message;
    QVERIFY2(message.contains(u"src"_s), qPrintable(message));
}

void TestVerifier::unknownSourcesAreNamed()
{
    Bench bench(makeSource(u"none"_s, {}));
    QCOMPARE(bench.verifier.source(u"other"), nullptr);
    RawDelivery delivery = makeDelivery("{}", Headers());
    delivery.source = u"other"_s;
    QCOMPARE(refusal(bench.verifier.verify(delivery)), u"unknown-source"_s);
}

void TestVerifier::anyOfSeveralSecretsMatches()
{
    const SourceWithSecrets source = makeSource(u"github"_s, {"new", "older", "oldest"});
    Bench bench(source);
    for (int i = 0; i < 3; ++i) {
        const Headers headers =
            signedHeaders(makeSource(u"github"_s, {source.secrets.at(i).reveal().toByteArray()}), "{}");
        const std::optional<Verdict> verdict = accepted(bench.verify("{}", headers));
        QVERIFY(verdict);
        QCOMPARE(verdict->secretIndex, i);
    }
    QCOMPARE(refusal(bench.verify("{}", signedHeaders(makeSource(u"github"_s, {"gone"}), "{}"))),
             u"signature-mismatch"_s);
    bench.verifier.setSources({makeSource(u"github"_s, {"newest"})}); // rotated out
    QCOMPARE(refusal(bench.verify("{}", signedHeaders(source, "{}"))), u"signature-mismatch"_s);
}

void TestVerifier::tokensOfAnyLengthAreCompared_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("outcome");
    const QString token = u"gitlab-token"_s;
    const QString bearer = u"alertmanager-bearer"_s;
    const QString basic = u"basic"_s;
    QTest::newRow("the token") << token << "user:pass"_ba << u"accepted"_s;
    QTest::newRow("shorter") << token << "user:pas"_ba << u"signature-token-mismatch"_s;
    QTest::newRow("longer") << token << "user:passs"_ba << u"signature-token-mismatch"_s;
    QTest::newRow("empty") << token << ""_ba << u"signature-missing"_s;
    QTest::newRow("very long") << token << QByteArray(8000, 'x') << u"signature-token-mismatch"_s;
    QTest::newRow("bearer") << bearer << "Bearer user:pass"_ba << u"accepted"_s;
    QTest::newRow("bearer in lower case") << bearer << "bearer user:pass"_ba << u"accepted"_s;
    QTest::newRow("bearer, wrong") << bearer << "Bearer user"_ba << u"signature-token-mismatch"_s;
    QTest::newRow("not bearer") << bearer << "Basic user:pass"_ba << u"signature-unknown-version"_s;
    QTest::newRow("basic") << basic << "Basic dXNlcjpwYXNz"_ba << u"accepted"_s;
    QTest::newRow("basic, wrong") << basic << "Basic dXNlcjpwYXN0"_ba << u"signature-token-mismatch"_s;
    QTest::newRow("basic, not base64") << basic << "Basic !!"_ba << u"signature-token-mismatch"_s;
    QTest::newRow("basic, plain text") << basic << "user:pass"_ba << u"signature-unknown-version"_s;
}

void TestVerifier::tokensOfAnyLengthAreCompared()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, value);
    QFETCH(QString, outcome);
    Bench bench(makeSource(provider, {"user:pass"}));
    const QByteArray name = builtIn().find(provider)->signature.headers.first();
    QCOMPARE(refusal(bench.verify("{}", Headers({{name, value}}))), outcome);
}

void TestVerifier::headersAreFoundInAnyCaseAndJoined()
{
    const SourceWithSecrets source = makeSource(u"pagerduty"_s, {"s"});
    Bench bench(source);
    const QByteArray good = signedHeaders(source, "{}").value("X-PagerDuty-Signature");
    QVERIFY(accepted(bench.verify("{}", Headers({{"x-pagerduty-SIGNATURE", good}}))));
    // Two fields of one name are one list.
    QVERIFY(
        accepted(bench.verify("{}", Headers({{"X-PagerDuty-Signature", "v1=00"}, {"x-pagerduty-signature", good}}))));
    // Where one value is expected, two are none.
    Bench github(makeSource(u"github"_s, {"s"}));
    const QByteArray one = signedHeaders(makeSource(u"github"_s, {"s"}), "{}").value("X-Hub-Signature-256");
    QVERIFY(accepted(github.verify("{}", Headers({{"x-hub-signature-256", one}}))));
    QCOMPARE(refusal(github.verify("{}", Headers({{"x-hub-signature-256", one}, {"X-Hub-Signature-256", one}}))),
             u"signature-mismatch"_s);
}

void TestVerifier::furtherHeadersAreLookedAtToo()
{
    Bench hookdeck(makeSource(u"hookdeck"_s, {"s"}));
    const Headers one = signedHeaders(makeSource(u"hookdeck"_s, {"s"}), "{}");
    const QByteArray good = one.value("x-hookdeck-signature");
    const QByteArray other(QByteArray(32, 'x').toBase64());
    QVERIFY(
        accepted(hookdeck.verify("{}", Headers({{"x-hookdeck-signature", other}, {"X-Hookdeck-Signature-2", good}}))));
    QVERIFY(accepted(hookdeck.verify("{}", Headers(QList<Header>{{"x-hookdeck-signature-2", good}}))));

    Bench docusign(makeSource(u"docusign"_s, {"s"}));
    const auto numbered = [&](const QByteArray &number) {
        return refusal(docusign.verify("{}", Headers(QList<Header>{{"x-docusign-SIGNATURE-" + number, good}})));
    };
    QCOMPARE(numbered("1"), u"accepted"_s);
    QCOMPARE(numbered("100"), u"accepted"_s);
    for (const char *none : {"0", "101", "x", "", "1x", "99999999999999999999"})
        QCOMPARE(numbered(none), u"signature-missing"_s);
}

void TestVerifier::hostileHeadersAreRefused_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const QString &provider, const QByteArray &value, const char *outcome) {
        QTest::newRow(name) << provider << value << QString::fromLatin1(outcome);
    };
    const QByteArray digest(64, 'a');
    row("nothing behind the prefix", u"github"_s, "sha256=", "signature-mismatch");
    row("prefix in capitals", u"github"_s, "SHA256=" + digest, "signature-unknown-version");
    row("blanks only", u"github"_s, "   ", "signature-missing");
    row("odd number of digits", u"github"_s, "sha256=" + digest.chopped(1), "signature-mismatch");
    row("too many digits", u"github"_s, "sha256=" + digest + "aa", "signature-mismatch");
    row("a NUL inside", u"github"_s, "sha256=" + digest.chopped(1) + QByteArray(1, '\0'), "signature-mismatch");
    row("bytes that are no text", u"github"_s, "sha256=\xff\xfe\x80", "signature-mismatch");
    row("sixteen kilobytes", u"github"_s, "sha256=" + QByteArray(16384, 'a'), "signature-mismatch");
    row("thousands of signatures", u"pagerduty"_s, QByteArray("v1=aa,").repeated(2700), "signature-mismatch");
    row("only separators", u"pagerduty"_s, QByteArray(5000, ','), "signature-unknown-version");
    row("pairs without values", u"stripe"_s, "t,v1,t=,v1=", "signature-timestamp-missing");
    row("equals signs only", u"stripe"_s, QByteArray(3000, '='), "signature-unknown-version");
    row("a time that overflows", u"stripe"_s, "t=99999999999999999999999,v1=" + digest,
        "signature-timestamp-malformed");
    row("a negative time", u"stripe"_s, "t=-1,v1=" + digest, "signature-timestamp-malformed");
    row("a time with a tail", u"stripe"_s, "t=1700000000x,v1=" + digest, "signature-timestamp-malformed");
    row("a time in hex", u"stripe"_s, "t=0x6553f100,v1=" + digest, "signature-timestamp-malformed");
    row("base64 without padding", u"shopify"_s, QByteArray(43, 'A'), "signature-mismatch");
    row("base64 with a line end", u"shopify"_s, QByteArray(43, 'A') + "\n=", "signature-mismatch");
    row("base64 padding only", u"shopify"_s, "====", "signature-mismatch");
}

void TestVerifier::hostileHeadersAreRefused()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, value);
    QFETCH(QString, outcome);
    Bench bench(makeSource(provider, {"s"}));
    const QByteArray name = builtIn().find(provider)->signature.headers.first();
    QCOMPARE(refusal(bench.verify("{}", Headers({{name, value}}))), outcome);
}

void TestVerifier::timesAreCheckedToTheirLimit_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<qint64>("laterUs");
    QTest::addColumn<QString>("outcome");
    constexpr qint64 kSecond = 1'000'000;
    QTest::newRow("300 s late") << u"standard-webhooks"_s << 300 * kSecond << u"accepted"_s;
    QTest::newRow("301 s late") << u"standard-webhooks"_s << 301 * kSecond << u"signature-timestamp-too-old"_s;
    QTest::newRow("300 s early") << u"standard-webhooks"_s << -300 * kSecond << u"accepted"_s;
    QTest::newRow("301 s early") << u"standard-webhooks"_s << -301 * kSecond << u"signature-timestamp-too-new"_s;
    QTest::newRow("ISO, 301 s late") << u"zendesk"_s << 301 * kSecond << u"signature-timestamp-too-old"_s;
    QTest::newRow("ISO, 299 s early") << u"zendesk"_s << -299 * kSecond << u"accepted"_s;
    QTest::newRow("ms, a hair past 300 s")
        << u"hubspot-v3"_s << 300 * kSecond + 1000 << u"signature-timestamp-too-old"_s;
    QTest::newRow("the future is not checked") << u"stripe"_s << -86400 * kSecond << u"accepted"_s;
    QTest::newRow("the clock stepped back an hour")
        << u"slack"_s << -3600 * kSecond << u"signature-timestamp-too-new"_s;
}

void TestVerifier::timesAreCheckedToTheirLimit()
{
    QFETCH(QString, provider);
    QFETCH(qint64, laterUs);
    QFETCH(QString, outcome);
    const SourceWithSecrets source =
        makeSource(provider, {builtIn().find(provider)->secretDecoding == SecretDecoding::Base64 ? kWhsec : "s"_ba});
    Bench bench(source);
    bench.clock.jumpUs(laterUs);
    QCOMPARE(refusal(bench.verify("{}", signedHeaders(source, "{}"))), outcome);
}

// A source that was compiled anew stands elsewhere: the old ones live until all new ones are made.
void TestVerifier::onlyChangedSourcesAreCompiledAnew()
{
    ManualClock clock{kNowUs};
    Verifier verifier(builtIn(), clock);
    QList<SourceWithSecrets> sources;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        sources << makeSource(u"github"_s, {"s"});
        sources.last().config.name = name;
    }
    verifier.setSources(sources);
    const auto where = [&] {
        QList<const SourceConfig *> found;
        for (const SourceWithSecrets &source : std::as_const(sources))
            found << verifier.source(source.config.name);
        return found;
    };
    const QList<const SourceConfig *> before = where();
    sources[1].secrets = {Secret("t")};
    sources[2].config.provider = u"nobody"_s;
    sources[3].secrets = {};
    sources[3].access = SecretAccess::Reading;
    verifier.setSources(sources);
    const QList<const SourceConfig *> after = where();
    QCOMPARE(after[0], before[0]);
    for (int i = 1; i < 4; ++i)
        QVERIFY(after[i] != before[i]);
    QVERIFY(!verifier.problem(u"b"_s) && verifier.problem(u"c"_s) && verifier.problem(u"d"_s));
    RawDelivery delivery = makeDelivery("{}", signedHeaders(sources[1], "{}"));
    delivery.source = u"b"_s;
    QCOMPARE(refusal(verifier.verify(delivery)), u"accepted"_s);
    verifier.setSources({sources[0]});
    QCOMPARE(verifier.source(u"a"_s), before[0]);
    QVERIFY(!verifier.source(u"b"_s));
}

void TestVerifier::unverifiedIsAChoice()
{
    Bench bench(makeSource(u"none"_s, {}));
    const std::optional<Verdict> verdict =
        accepted(bench.verify(R"({"type":"t"})", Headers({{"Idempotency-Key", "k"}, {"Hookboard-Simulated", "1"}})));
    QVERIFY(verdict);
    QVERIFY(!verdict->verified);
    QVERIFY(!verdict->simulated);
    QCOMPARE(verdict->secretIndex, -1);
    QCOMPARE(verdict->type, u"t"_s);
    QCOMPARE(verdict->deliveryId, "k"_ba);
}

void TestVerifier::onlyWhoHasTheSecretMarksAsSimulated()
{
    const SourceWithSecrets source = makeSource(u"github"_s, {"new", "old"});
    Bench bench(source);
    const QByteArray body = R"({"a":1})";
    const auto simulated = [&](const Headers &headers) { return accepted(bench.verify(body, headers))->simulated; };
    const Headers plain = signedHeaders(source, body);
    QVERIFY(!simulated(plain));
    for (const QByteArray &claim : {"1"_ba, "true"_ba, ""_ba, QByteArray(64, '0'), QByteArray(100'000, 'a')})
        QVERIFY(!simulated(with(plain, kSimulatedHeader, claim)));
    const SimulationMark byOwner(*builtIn().find(u"github"_s), {Secret("old")});
    const SimulationMark byStranger(*builtIn().find(u"github"_s), {Secret("guess")});
    QVERIFY(simulated(with(plain, "hookboard-simulated", byOwner.of(body))));
    QVERIFY(!simulated(with(plain, kSimulatedHeader, byOwner.of("another body"))));
    QVERIFY(!simulated(with(plain, kSimulatedHeader, byStranger.of(body))));
    QVERIFY(!simulated(with(with(plain, kSimulatedHeader, byOwner.of(body)), kSimulatedHeader, byOwner.of(body))));
    // The mark is no signature.
    const Headers marked({{"X-Hub-Signature-256", "sha256=" + byOwner.of(body)}});
    QCOMPARE(refusal(bench.verify(body, marked)), u"signature-mismatch"_s);
}

void TestVerifier::headersGivenTwiceGainNothing_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("before");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const QString &provider, const QByteArray &header, const QByteArray &value,
                        const QString &outcome) {
        QTest::addRow("%s, in front", name) << provider << header << value << true << outcome;
        QTest::addRow("%s, behind", name) << provider << header << value << false << outcome;
    };
    row("a second signature", u"github"_s, "X-Hub-Signature-256", "sha256=00", u"signature-mismatch"_s);
    // Any signature of a list may be the one that fits, so one more in front takes nothing away either.
    QTest::newRow("one more signature of a list, in front") << u"standard-webhooks"_s << "webhook-signature"_ba
                                                            << "v1,AAAA"_ba << true << u"accepted"_s;
    QTest::newRow("one more signature of a list, behind") << u"standard-webhooks"_s << "webhook-signature"_ba
                                                          << "v1,AAAA"_ba << false << u"signature-mismatch"_s;
    row("a second token", u"gitlab-token"_s, "x-gitlab-token", "guess", u"signature-token-mismatch"_s);
    row("a second authorization", u"basic"_s, "authorization", "Basic dXNlcjpndWVzcw==", u"signature-token-mismatch"_s);
    row("a second timestamp", u"slack"_s, "x-slack-request-timestamp", "1700000000",
        u"signature-timestamp-malformed"_s);
    row("a second signed id", u"standard-webhooks"_s, "webhook-id", "other", u"signature-mismatch"_s);
}

// Repeated fields are one value, joined, as RFC 9110 has it: neither the first nor the last is believed alone.
void TestVerifier::headersGivenTwiceGainNothing()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, before);
    QFETCH(QString, outcome);
    const QByteArray secret = provider == "standard-webhooks"_L1 ? kWhsec : "user:pass"_ba;
    const SourceWithSecrets source = makeSource(provider, {secret});
    Bench bench(source);
    const Headers genuine = signedHeaders(source, "{}");
    QCOMPARE(refusal(bench.verify("{}", genuine)), u"accepted"_s);
    QList<Header> fields = genuine.fields();
    fields.insert(before ? 0 : fields.size(), {name, value});
    QCOMPARE(refusal(bench.verify("{}", Headers(fields))), outcome);
}

void TestVerifier::absurdTimesAreRefused_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::newRow("negative") << "-1700000000"_ba;
    QTest::newRow("with a plus") << "+1700000000"_ba;
    QTest::newRow("an exponent") << "1.7e9"_ba;
    QTest::newRow("beyond every number") << "1e400"_ba;
    QTest::newRow("2 to the power of 63") << "9223372036854775808"_ba;
    QTest::newRow("so that a product overflows") << "9223372036855"_ba;
    QTest::newRow("a thousand digits") << QByteArray(1000, '9');
    QTest::newRow("hexadecimal") << "0x6553f100"_ba;
    QTest::newRow("not a number") << "NaN"_ba;
    QTest::newRow("endless") << "inf"_ba;
    QTest::newRow("blanks inside") << "17000 00000"_ba;
    QTest::newRow("digits of another script") << QByteArray("\xd9\xa1\xd9\xa7");
    QTest::newRow("a NUL") << QByteArray("1700000000\0", 11);
    QTest::newRow("a point and nothing") << "1700000000."_ba;
}

void TestVerifier::absurdTimesAreRefused()
{
    QFETCH(QByteArray, time);
    Bench bench(makeSource(u"slack"_s, {"s"}));
    const Headers headers({{"X-Slack-Request-Timestamp", time}, {"X-Slack-Signature", "v0=00"}});
    const QString refused = refusal(bench.verify("{}", headers));
    QVERIFY2(refused == "signature-timestamp-malformed"_L1 || refused == "signature-timestamp-too-new"_L1,
             qPrintable(refused));
    Bench inHeader(makeSource(u"stripe"_s, {"s"}));
    QVERIFY(refusal(inHeader.verify("{}", Headers(QList<Header>{{"Stripe-Signature", "t=" + time + ",v1=00"}}))) !=
            u"accepted"_s);
}

void TestVerifier::theBorderOfTimeAndBodyCannotBeMoved_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    const QString malformed = u"signature-timestamp-malformed"_s;
    QTest::newRow("as it was sent") << "1700000000"_ba
                                    << R"(1{"id":"1"})"_ba << u"accepted"_s;
    QTest::newRow("a digit to the time") << "17000000001"_ba
                                         << R"({"id":"1"})"_ba << malformed;
    QTest::newRow("a digit to the body") << "170000000"_ba
                                         << R"(01{"id":"1"})"_ba << malformed;
    QTest::newRow("all to the time") << R"(17000000001{"id":"1"})"_ba
                                     << ""_ba << malformed;
    QTest::newRow("all to the body") << "1"_ba
                                     << R"(7000000001{"id":"1"})"_ba << malformed;
}

// Of a scheme that does not compare the time with the clock, as Discord's.
void TestVerifier::theBorderOfTimeAndBodyCannotBeMoved()
{
    QFETCH(QByteArray, time);
    QFETCH(QByteArray, body);
    QFETCH(QString, outcome);
    const QByteArray bare =
        R"({"format": 1, "displayName": "Bare", "secretHint": "any", "scheme": "hmac", "hash": "sha256", "encoding": "hex",
        "signed": "{timestamp}{body}", "signature": {"header": "X-Signature", "item": ""},
        "timestamp": {"header": "X-Time", "unit": "s", "past": null, "future": null},
        "secret": {"decode": "utf8"}, "delivery": {"digest": "body"}})";
    TemplateRegistry registry;
    const Status added = registry.add({{u"bare"_s, bare}});
    QVERIFY2(added.ok(), added.ok() ? "" : qPrintable(added.error().message));
    Bench bench(makeSource(u"bare"_s, {"s"}), registry);
    const QByteArray signature =
        QMessageAuthenticationCode::hash(R"(17000000001{"id":"1"})", "s", QCryptographicHash::Sha256).toHex();
    QCOMPARE(refusal(bench.verify(body, Headers({{"X-Time", time}, {"X-Signature", signature}}))), outcome);
}

void TestVerifier::webPagesCannotPostWithoutASignature_data()
{
    QTest::addColumn<QList<Header>>("headers");
    QTest::addColumn<QString>("outcome");
    using Fields = QList<Header>;
    const QString refused = u"from-web-page"_s;
    QTest::newRow("a program") << Fields{{"User-Agent", "curl/8"}} << u"accepted"_s;
    QTest::newRow("typed by a person") << Fields{{"Sec-Fetch-Site", "none"}} << u"accepted"_s;
    QTest::newRow("a page of another site") << Fields{{"Origin", "https://evil.example"}} << refused;
    QTest::newRow("a page that hides its site") << Fields{{"origin", "null"}} << refused;
    QTest::newRow("an empty origin") << Fields{{"Origin", ""}} << refused;
    QTest::newRow("no origin, another site") << Fields{{"Sec-Fetch-Site", "cross-site"}} << refused;
    QTest::newRow("no origin, another port") << Fields{{"Sec-Fetch-Site", "same-site"}} << refused;
}

void TestVerifier::webPagesCannotPostWithoutASignature()
{
    QFETCH(QList<Header>, headers);
    QFETCH(QString, outcome);
    Bench open(makeSource(u"none"_s, {}));
    QCOMPARE(refusal(open.verify("{}", Headers(headers))), outcome);
    const SourceWithSecrets source = makeSource(u"github"_s, {"s"});
    Bench checked(source);
    QCOMPARE(refusal(checked.verify("{}", Headers(headers + signedHeaders(source, "{}").fields()))), u"accepted"_s);
}

void TestVerifier::refusalsTellWhatTheHeadersSay()
{
    Bench bench(makeSource(u"github"_s, {"topsecret"}));
    const Verifier::Verdict verdict = bench.verify(
        "{}", Headers({{"X-Hub-Signature-256", "sha256=00"}, {"X-GitHub-Event", "push"}, {"X-GitHub-Delivery", "d1"}}));
    const Rejection &rejection = std::get<Rejection>(verdict);
    QCOMPARE(rejection.type, u"push"_s);
    QCOMPARE(rejection.deliveryId, "d1"_ba);
    QCOMPARE(rejection.raw.body, "{}"_ba);
    QVERIFY(!rejection.error.message.isEmpty());
    QVERIFY(!rejection.error.message.contains(u"topsecret"_s));
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
