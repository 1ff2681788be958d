#include "tests/support/verifybench.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

class TestDeliveryFacts : public QObject
{
    Q_OBJECT

private slots:
    void payloadsAreReadAfterTheSignature_data();
    void payloadsAreReadAfterTheSignature();
    void idsAreExactAndBounded_data();
    void idsAreExactAndBounded();
    void typesAreBounded();
    void deepJsonIsAcceptedWithoutFacts();
    void largeBodiesAreAccepted();
    void largeBodiesReadLikeSmallOnes_data();
    void largeBodiesReadLikeSmallOnes();
    void encodedBodiesAreCheckedAsTheyCame();
    void encodedBodiesAreOpenedBehindTheSignature_data();
    void encodedBodiesAreOpenedBehindTheSignature();
    void occurrencesAreReadWhereTheProviderPutsThem_data();
    void occurrencesAreReadWhereTheProviderPutsThem();
};

void TestDeliveryFacts::payloadsAreReadAfterTheSignature_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    const QByteArray json = "application/json; charset=utf-8";
    QTest::newRow("JSON") << json << "{}"_ba << u"accepted"_s;
    QTest::newRow("a bare value") << json << "1"_ba << u"accepted"_s;
    QTest::newRow("empty") << json << ""_ba << u"accepted"_s;
    QTest::newRow("with a byte order mark") << json << "\xef\xbb\xbf{}"_ba << u"accepted"_s;
    QTest::newRow("duplicate keys") << json << R"({"a":1,"a":2})"_ba << u"accepted"_s;
    QTest::newRow("text that is not UTF-8") << json << "{\"a\":\"\xff\"}"_ba << u"accepted"_s;
    QTest::newRow("an integer beyond 64 bits") << json << R"({"a":123456789012345678901234567890})"_ba << u"accepted"_s;
    QTest::newRow("cut off") << json << R"({"a":)"_ba << u"malformed"_s;
    QTest::newRow("trailing text") << json << "{} {}"_ba << u"malformed"_s;
    QTest::newRow("a leading zero") << json << R"({"a":01})"_ba << u"malformed"_s;
    QTest::newRow("not JSON and not UTF-8") << json << "\xff\xfe"_ba << u"malformed"_s;
    QTest::newRow("a vendor's JSON type") << "application/vnd.acme+json"_ba
                                          << "{"_ba << u"malformed"_s;
    QTest::newRow("no JSON type") << "text/plain"_ba
                                  << "{"_ba << u"accepted"_s;
    QTest::newRow("a form") << "application/x-www-form-urlencoded"_ba
                            << "a=1"_ba << u"accepted"_s;
}

void TestDeliveryFacts::payloadsAreReadAfterTheSignature()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(QString, outcome);
    const SourceWithSecrets source = makeSource(u"github"_s, {"s"});
    Bench bench(source);
    const Headers headers = with(signedHeaders(source, body), "Content-Type", contentType);
    QCOMPARE(refusal(bench.verify(body, headers)), outcome);
    // Whoever cannot sign does not learn whether the body is JSON.
    const Headers foreign = with(signedHeaders(makeSource(u"github"_s, {"x"}), body), "Content-Type", contentType);
    QCOMPARE(refusal(bench.verify(body, foreign)), u"signature-mismatch"_s);
}

void TestDeliveryFacts::idsAreExactAndBounded_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("id");
    const auto row = [](const char *name, const QString &provider, const QByteArray &body, const QByteArray &id) {
        QTest::newRow(name) << provider << body << id;
    };
    const QString json = u"stripe"_s;
    row("text", json, R"({"id":"evt_1"})", "evt_1");
    row("escaped text", json, R"({"id":"a\u00e9\/b"})", "a\xc3\xa9/b");
    row("2^53 + 1", u"hubspot-v3"_s, R"([{"eventId":9007199254740993}])", "9007199254740993");
    row("2^64 - 1", u"hubspot-v3"_s, R"([{"eventId":18446744073709551615}])", "18446744073709551615");
    row("thirty digits", u"hubspot-v3"_s, R"([{"eventId":123456789012345678901234567890}])",
        "123456789012345678901234567890");
    row("beside thirty digits", json, R"({"n":123456789012345678901234567890,"id":"evt_1"})", "evt_1");
    row("a fraction as written", json, R"({"id": 1.10 })", "1.10");
    row("negative", json, R"({"id":-5})", "-5");
    row("the last of two, as in our paths", json, R"({"id":"a","id":"b"})", "b");
    row("the last of two, too large for a tree", json,
        R"({"id":"a","x":")" + QByteArray(1'100'000, 'x') + R"(","id":"b"})", "b");
    for (const char *none : {"{}", R"({"id":null})", R"({"id":{}})", R"({"id":[]})", R"({"id":""})", "[]", "7", "no"})
        row(none, json, none, hexOf(none) + (qstrcmp(none, "no") == 0 ? "@body" : ""));
    const QByteArray longId(513, 'x');
    row("512 bytes", json, R"({"id":")" + longId.chopped(1) + R"("})", longId.chopped(1));
    row("513 bytes", json, R"({"id":")" + longId + R"("})", hexOf(longId) + "@id");
    row("a NUL", json, R"({"id":"a\u0000b"})", hexOf("a\0b"_ba) + "@id");
    row("a line end", json, R"({"id":"a\nb"})", hexOf("a\nb") + "@id");
    row("a digest", json, R"({"id":")" + hexOf("x") + R"("})",
        hexOf("x")); // as it is: what stands for an id has a mark
    row("a digest of an id", json, R"({"id":")" + hexOf("x") + R"(@id"})", hexOf(hexOf("x") + "@id") + "@id");
    row("a digest of a body", json, R"({"id":")" + hexOf("x") + R"(@body"})", hexOf(hexOf("x") + "@body") + "@id");
}

void TestDeliveryFacts::idsAreExactAndBounded()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, id);
    const SourceWithSecrets source = makeSource(provider, {"s"});
    Bench bench(source);
    const std::optional<Verdict> verdict = accepted(bench.verify(body, signedHeaders(source, body)));
    QVERIFY(verdict);
    QCOMPARE(verdict->deliveryId, id);
}

void TestDeliveryFacts::typesAreBounded()
{
    const SourceWithSecrets source = makeSource(u"github"_s, {"s"});
    Bench bench(source);
    const auto typeOf = [&](const QByteArray &value) {
        const Headers headers = with(signedHeaders(source, "{}"), "X-GitHub-Event", value);
        return accepted(bench.verify("{}", headers)).value_or(Verdict()).type;
    };
    QCOMPARE(typeOf("push"), u"push"_s);
    QCOMPARE(typeOf(QByteArray(300, 'x')), QString(256, u'x'));
    QCOMPARE(typeOf("x" + "\xc3\xa9"_ba.repeated(200)).toUtf8(), "x" + "\xc3\xa9"_ba.repeated(127));
    QVERIFY(typeOf(QByteArray(300, '\xff')).toUtf8().size() <= 256);
    QVERIFY(typeOf(QByteArray(300, '\xff')).toUtf8().isValidUtf8());
    QCOMPARE(typeOf(""), QString());
}

void TestDeliveryFacts::deepJsonIsAcceptedWithoutFacts()
{
    const SourceWithSecrets source = makeSource(u"stripe"_s, {"s"});
    Bench bench(source);
    for (const int depth : {1000, 10'000, 1'000'000}) {
        const QByteArray body = R"({"id":"evt_1","d":)" + QByteArray(depth, '[') + QByteArray(depth, ']') + "}";
        const Headers headers = with(signedHeaders(source, body), "Content-Type", "application/json");
        const std::optional<Verdict> verdict = accepted(bench.verify(body, headers));
        QVERIFY(verdict);
        QCOMPARE(verdict->deliveryId, depth < 1024 ? "evt_1"_ba : hexOf(body) + "@body");
    }
    const QByteArray open = QByteArray(1'000'000, '[');
    QCOMPARE(refusal(bench.verify(open, with(signedHeaders(source, open), "Content-Type", "application/json"))),
             u"malformed"_s); // never closed
}

void TestDeliveryFacts::largeBodiesAreAccepted()
{
    const SourceWithSecrets source = makeSource(u"stripe"_s, {"s"});
    Bench bench(source);
    const QByteArray body = R"({"text":")" + QByteArray(20 * 1024 * 1024, 'x') + R"(","type":"big","id":"evt_big"})";
    const std::optional<Verdict> verdict = accepted(bench.verify(body, signedHeaders(source, body)));
    QVERIFY(verdict);
    QCOMPARE(verdict->deliveryId, "evt_big"_ba);
    QCOMPARE(verdict->type, u"big"_s);
    const std::optional<Verdict> small =
        accepted(bench.verify(R"({"id":"s"})", signedHeaders(source, R"({"id":"s"})")));
    QVERIFY(small);
    QCOMPARE(small->deliveryId, "s"_ba);
}

void TestDeliveryFacts::largeBodiesReadLikeSmallOnes_data()
{
    QTest::addColumn<QByteArray>("body");
    const QList<QByteArray> bodies{
        R"({"id":"a"})", R"( { "x" : [ 1 , { } , [ ] , "}\"]" ] , "id" : "b" } )", R"({"i\u0064":"escaped name"})",
        R"({"id":"\u00e9\ud83d\ude00\n\/"})", R"({"id":""})", R"({"id":"a","id":"b"})", R"({"x":{"id":"no"},"id":7})",
        R"({"id":-0.5e+3})", R"({"id":18446744073709551615})", R"({"id":123456789012345678901234567890})",
        R"({"id":true})", R"({"id":null})", R"({"id":[1]})", R"({"id":{"id":1}})", "[]", "7", "\"id\"", "{}",
        R"({"n":1e5,"id":"n"})", "\xef\xbb\xbf{\"id\":\"mark\"}",
        // No JSON:
        R"({"id":"a")", R"({"id":"a"}})", R"({"id":"a",})", R"({"id" "a"})", R"({id:"a"})", R"({"id":'a'})", "[1,]",
        "[,1]", "[1 2]", "{\"id\":\"a\"]", "{} {}", "{\"id\":01}", "{\"id\":1.}", "{\"id\":.5}", "{\"id\":+1}",
        "{\"id\":1e}", "{\"id\":-}", "{\"id\":tru}", "{\"id\":nul", "{\"id\":NaN}", "{\"id\":\"\x01\"}",
        R"({"id":"\x"})", R"({"id":"\u12g4"})", R"({"id":"\u0x12"})", R"({"id":"\ud83d"})", R"({"id":"\ud83d\u0041"})",
        "{\"id\":\"\\", "\"", "[", "{", "\xc0",
        // Kept without facts:
        "{\"id\":\"a\",\"x\":\"\xff\"}", "{\"id\":\"a\",\"x\":\"\xed\xa0\x80\"}",
        R"({"id":"a","d":)" + QByteArray(1100, '[') + QByteArray(1100, ']') + "}"};
    for (qsizetype i = 0; i < bodies.size(); ++i)
        QTest::addRow("%d: %s", int(i), bodies[i].left(40).toPercentEncoding(" {}[]:\",").constData()) << bodies[i];
}

// Beyond a mebibyte another reader is at work; blanks before the document must change nothing but the digest.
void TestDeliveryFacts::largeBodiesReadLikeSmallOnes()
{
    QFETCH(const QByteArray, body);
    const SourceWithSecrets source = makeSource(u"stripe"_s, {"s"});
    Bench bench(source);
    const qsizetype mark = body.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const QByteArray large = body.first(mark) + QByteArray(2 * 1024 * 1024, ' ') + body.sliced(mark);
    const auto outcome = [&](const QByteArray &bytes) {
        const Headers headers = with(signedHeaders(source, bytes), "Content-Type", "application/json");
        const Verifier::Verdict verdict = bench.verify(bytes, headers);
        const std::optional<Verdict> facts = accepted(verdict);
        QByteArray id = facts ? facts->deliveryId : QByteArray();
        return refusal(verdict) + u' ' + QString::fromUtf8(id.replace(hexOf(bytes), "digest"));
    };
    QCOMPARE(outcome(large), outcome(body));
}

void TestDeliveryFacts::encodedBodiesAreCheckedAsTheyCame()
{
    const SourceWithSecrets source = makeSource(u"stripe"_s, {"s"});
    Bench bench(source);
    const QByteArray plain = R"({"id":"evt_inside","type":"t"})";
    const QByteArray wrapped = qCompress(plain).sliced(4);
    RawDelivery delivery = makeDelivery(wrapped, signedHeaders(source, wrapped));
    delivery.encoding = BodyEncoding::Deflate;
    const std::optional<Verdict> verdict = accepted(bench.verifier.verify(delivery));
    QVERIFY(verdict);
    QCOMPARE(verdict->deliveryId, "evt_inside"_ba);
    delivery.headers = signedHeaders(source, plain); // signed what is inside
    QCOMPARE(refusal(bench.verifier.verify(delivery)), u"signature-mismatch"_s);
}

void TestDeliveryFacts::encodedBodiesAreOpenedBehindTheSignature_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<bool>("signedInside");
    QTest::newRow("the whole body is signed") << u"github"_s << "{}"_ba << false;
    QTest::newRow("a time in the payload") << u"linear"_s << R"({"webhookTimestamp":1700000000000})"_ba << false;
    QTest::newRow("values of the payload are signed")
        << u"mailgun"_s << R"({"signature":{"timestamp":"1700000000","token":"t"}})"_ba << true;
    QTest::newRow("a field of a form is signed") << u"gitea-form"_s << "payload=%7B%7D"_ba << true;
}

// A signature that covers the bytes as they came is looked at before anything is decompressed; one that covers what is
// inside cannot be. Either way a body that does not decompress is refused.
void TestDeliveryFacts::encodedBodiesAreOpenedBehindTheSignature()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, plain);
    QFETCH(const bool, signedInside);
    const SourceWithSecrets source = makeSource(provider, {"s"});
    Bench bench(source);
    const auto signedPost = [&](const QByteArray &body, const QByteArray &sent) {
        OutgoingDelivery outgoing;
        outgoing.body = body;
        outgoing.nowUs = kNowUs;
        const SignedRequest request = Signer::create(builtIn(), source)->sign(outgoing).value();
        RawDelivery delivery = makeDelivery(sent.isNull() ? request.body : sent, request.headers);
        delivery.encoding = BodyEncoding::Deflate;
        return delivery;
    };
    const auto deflated = [](const QByteArray &bytes) { return qCompress(bytes, 9).sliced(4); };

    RawDelivery good = signedPost(signedInside ? plain : deflated(plain), {});
    if (signedInside)
        good.body = deflated(good.body);
    QCOMPARE(refusal(bench.verifier.verify(good)), u"accepted"_s);

    const QByteArray bomb = deflated(QByteArray(50'000'000, ' '));
    const Verifier::Verdict forged = bench.verifier.verify(signedPost(plain, bomb));
    QCOMPARE(refusal(forged), signedInside ? u"body-too-large"_s : u"signature-mismatch"_s);
    QVERIFY(std::get<Rejection>(forged).raw.payload.isNull());
    QCOMPARE(refusal(bench.verifier.verify(signedPost(plain, "no deflate"))),
             signedInside ? u"malformed"_s : u"signature-mismatch"_s);
    if (!signedInside)
        QCOMPARE(refusal(bench.verifier.verify(signedPost(bomb, {}))), u"body-too-large"_s);
}

void TestDeliveryFacts::occurrencesAreReadWhereTheProviderPutsThem_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("us"); // -1 = none
    const auto row = [](const char *name, const QString &provider, const QByteArray &body, qint64 us) {
        QTest::newRow(name) << provider << body << us;
    };
    row("seconds", u"stripe"_s, R"({"created":1700000005})", 1'700'000'005'000'000);
    row("milliseconds", u"zoom"_s, R"({"event_ts":1700000000123})", 1'700'000'000'123'000);
    row("ISO", u"standard-webhooks"_s, R"({"timestamp":"2022-11-03T20:26:10.344522Z"})", 1'667'507'170'344'522);
    row("ISO with a zone", u"typeform"_s, R"({"form_response":{"submitted_at":"2023-11-14T17:13:20-05:00"}})",
        1'700'000'000'000'000);
    row("ISO without a zone", u"typeform"_s, R"({"form_response":{"submitted_at":"2023-11-14T17:13:20"}})", -1);
    row("a day that is none", u"typeform"_s, R"({"form_response":{"submitted_at":"2023-02-30T17:13:20Z"}})", -1);
    row("another unit", u"standard-webhooks"_s, R"({"timestamp":1700000000})", -1);
    row("beyond all years", u"stripe"_s, R"({"created":999999999999999})", -1);
    row("negative", u"stripe"_s, R"({"created":-5})", -1);
    row("absent", u"stripe"_s, "{}", -1);
    row("a provider without one", u"meta"_s, R"({"created":1700000005})", -1);
}

void TestDeliveryFacts::occurrencesAreReadWhereTheProviderPutsThem()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, body);
    QFETCH(qint64, us);
    const SourceWithSecrets source =
        makeSource(provider, {builtIn().find(provider)->secretDecoding == SecretDecoding::Base64 ? kWhsec : "s"_ba});
    Bench bench(source);
    const std::optional<Verdict> verdict = accepted(bench.verify(body, signedHeaders(source, body)));
    QVERIFY(verdict);
    QCOMPARE(verdict->occurredUs.value_or(-1), us);
}

QTEST_GUILESS_MAIN(TestDeliveryFacts)
#include "tst_deliveryfacts.moc"
