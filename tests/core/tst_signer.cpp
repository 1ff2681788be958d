#include "core/verify/signer.h"
#include "core/verify/signingkey.h"
#include "tests/support/verifybench.h"

#include <QtTest/QTest>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <functional>
#include <memory>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct KeyPair
{
    QByteArray publicText;
    std::optional<Secret> privateText;
};

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

QByteArray bytesOf(const uchar *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

KeyPair ed25519Pair(bool hex)
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
    uchar raw[32];
    std::size_t size = sizeof raw;
    EVP_PKEY_get_raw_public_key(key.get(), raw, &size);
    const QByteArray open = bytesOf(raw, size);
    EVP_PKEY_get_raw_private_key(key.get(), raw, &size);
    const QByteArray seed = bytesOf(raw, size);
    if (hex)
        return {open.toHex(), Secret(seed.toHex())};
    return {"whpk_" + open.toBase64(), Secret("whsk_" + seed.toBase64())};
}

KeyPair p256Pair()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free);
    uchar *der = nullptr;
    int size = i2d_PUBKEY(key.get(), &der);
    const QByteArray open = bytesOf(der, std::size_t(size)).toBase64();
    OPENSSL_free(der);
    der = nullptr;
    size = i2d_PrivateKey(key.get(), &der);
    const QByteArray secret = bytesOf(der, std::size_t(size)).toBase64();
    OPENSSL_free(der);
    return {open, Secret(secret)};
}

KeyPair secretFor(const SchemeTemplate &scheme)
{
    switch (scheme.scheme) {
    case Scheme::Ed25519:
        return ed25519Pair(scheme.secretDecoding == SecretDecoding::Hex);
    case Scheme::EcdsaP256Sha256:
        return p256Pair();
    case Scheme::Basic:
        return {"user:pass word", {}};
    default:
        break;
    }
    if (scheme.secretDecoding == SecretDecoding::Base64)
        return {scheme.secretPrefix + QByteArray(32, 'k').toBase64(), {}};
    return {"a secret, \xc3\xa9 and = too", {}};
}

struct Sent
{
    SourceWithSecrets source;
    RawDelivery delivery;
};

// One delivery of this provider, signed now.
std::optional<Sent> send(const QString &provider, QString *problem)
{
    const SchemeTemplate &scheme = *builtIn().find(provider);
    const KeyPair keys = secretFor(scheme);
    Sent sent{makeSource(provider, {keys.publicText}), {}};
    const Result<Signer> signer = Signer::create(builtIn(), sent.source, keys.privateText);
    if (!signer) {
        *problem = signer.error().message;
        return std::nullopt;
    }
    OutgoingDelivery outgoing;
    outgoing.type = u"thing.made"_s;
    outgoing.deliveryId = "msg-42";
    outgoing.nowUs = kNowUs;
    outgoing.simulated = true;
    outgoing.body = R"({"note":"payload"})";
    outgoing.body = provider == "gitea-form"_L1 ? "payload=%7B%22a%22%3A+1%7D"_ba : signer->fillFacts(outgoing);
    if (scheme.event.value(0).name.startsWith("/0/") || scheme.delivery.value(0).name.startsWith("/0/")) {
        outgoing.body.clear();
        outgoing.body = signer->fillFacts(outgoing);
    }
    const Result<SignedRequest> request = signer->sign(outgoing);
    if (!request) {
        *problem = request.error().message;
        return std::nullopt;
    }
    sent.delivery = makeDelivery(request->body, request->headers);
    return sent;
}

void eachProvider(bool alsoNone)
{
    QTest::addColumn<QString>("provider");
    for (const QString &key : builtIn().keys()) {
        if (alsoNone || key != "none"_L1)
            QTest::newRow(qPrintable(key)) << key;
    }
}

// A copy of the text with the lowest bit of one byte changed. That never changes only the case of a letter, which for
// hex and for words before a token would mean the same.
QByteArray flipped(QByteArray text, qsizetype at)
{
    text[at] = char(text[at] ^ 1);
    return text;
}

Headers withValue(const Headers &headers, const QByteArray &name, const QByteArray &value)
{
    QList<Header> fields = headers.fields();
    for (Header &field : fields) {
        if (field.first == name)
            field.second = value;
    }
    return Headers(fields);
}

} // namespace

class TestSigner : public QObject
{
    Q_OBJECT

private slots:
    void fewSignaturesAreTriedOnALargeMessage();
    void whatIsSignedIsAccepted_data() { eachProvider(true); }
    void whatIsSignedIsAccepted();
    void everyFlippedBitIsRefused_data() { eachProvider(false); }
    void everyFlippedBitIsRefused();
    void publicKeySchemesNeedAPrivateKey_data();
    void publicKeySchemesNeedAPrivateKey();
    void sourcesThatCannotSignSayWhy();
    void factsFillAnEmptyBody();
    void bodiesThatAreNotJsonStayAsTheyAre();
};

void TestSigner::whatIsSignedIsAccepted()
{
    QFETCH(QString, provider);
    const SchemeTemplate &scheme = *builtIn().find(provider);
    QString problem;
    const std::optional<Sent> sent = send(provider, &problem);
    QVERIFY2(sent, qPrintable(problem));
    const ManualClock clock(kNowUs);
    Verifier verifier(builtIn(), clock);
    verifier.setSources({sent->source});

    const Verifier::Verdict outcome = verifier.verify(sent->delivery);
    QCOMPARE(refusal(outcome), u"accepted"_s);
    const std::optional<Verdict> verdict = accepted(outcome);
    QCOMPARE(verdict->verified, provider != "none"_L1);
    QCOMPARE(verdict->secretIndex, provider == "none"_L1 ? -1 : 0);
    QCOMPARE(verdict->scheme, provider);
    const bool sharesASecret =
        scheme.scheme == Scheme::Hmac || scheme.scheme == Scheme::Token || scheme.scheme == Scheme::Basic;
    QCOMPARE(verdict->simulated, sharesASecret);
    if (!scheme.event.isEmpty() && provider != "gitea-form"_L1)
        QCOMPARE(verdict->type, u"thing.made"_s);
    if (!scheme.delivery.isEmpty())
        QCOMPARE(verdict->deliveryId, "msg-42"_ba);
    else
        QCOMPARE(verdict->deliveryId, hexOf(sent->delivery.body) + (verdict->idIsDigest ? "" : "@body"));
    if (scheme.occurred)
        QCOMPARE(verdict->occurredUs, std::optional(kNowUs));
}

void TestSigner::everyFlippedBitIsRefused()
{
    QFETCH(QString, provider);
    const SchemeTemplate &scheme = *builtIn().find(provider);
    QString problem;
    const std::optional<Sent> sent = send(provider, &problem);
    QVERIFY2(sent, qPrintable(problem));
    const ManualClock clock(kNowUs);
    Verifier verifier(builtIn(), clock);
    verifier.setSources({sent->source});
    const RawDelivery &good = sent->delivery;

    if (scheme.signs(SignedPiece::Kind::Body)) {
        for (qsizetype i = 0; i < good.body.size(); ++i) {
            RawDelivery bad = makeDelivery(flipped(good.body, i), good.headers);
            QVERIFY2(!accepted(verifier.verify(bad)), qPrintable(u"body byte %1"_s.arg(i)));
        }
    }
    QList<QByteArray> covered = scheme.signature.headers.mid(0, 1);
    if (!scheme.signature.headerPrefix.isEmpty())
        covered << scheme.signature.headerPrefix + "1";
    if (scheme.signs(SignedPiece::Kind::Id))
        covered << scheme.idHeader;
    if (scheme.signs(SignedPiece::Kind::Timestamp) && scheme.timestamp->kind == TimestampRule::Kind::HeaderField)
        covered << scheme.timestamp->name;
    for (const QByteArray &name : covered) {
        const QByteArray value = good.headers.value(name);
        QVERIFY(!value.isEmpty() || scheme.signature.headers.isEmpty());
        for (qsizetype i = 0; i < value.size(); ++i) {
            const QByteArray changed = flipped(value, i);
            const RawDelivery bad = makeDelivery(good.body, withValue(good.headers, name, changed));
            QVERIFY2(!accepted(verifier.verify(bad)), (name + ": " + changed).constData());
        }
    }
}

void TestSigner::publicKeySchemesNeedAPrivateKey_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("privateKey");
    for (const QString &provider : {u"discord"_s, u"standard-webhooks-v1a"_s, u"sendgrid"_s}) {
        QTest::newRow(qPrintable(provider + u" without a key"_s)) << provider << QByteArray();
        QTest::newRow(qPrintable(provider + u" with text that is no key"_s)) << provider << "not a key"_ba;
        QTest::newRow(qPrintable(provider + u" with a broken PEM"_s))
            << provider << "-----BEGIN PRIVATE KEY-----\nAA"_ba;
    }
}

void TestSigner::publicKeySchemesNeedAPrivateKey()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, privateKey);
    const bool isGiven = !privateKey.isNull();
    const Result<Signer> signer = Signer::create(builtIn(), makeSource(provider, {"whatever"}),
                                                 isGiven ? std::optional(Secret(privateKey)) : std::nullopt);
    QVERIFY(!signer.ok());
    QCOMPARE(signer.error().code, isGiven ? ErrorCode::SecretUnavailable : ErrorCode::NotImplemented);
}

void TestSigner::sourcesThatCannotSignSayWhy()
{
    QCOMPARE(Signer::create(builtIn(), makeSource(u"nobody"_s, {"s"})).error().code, ErrorCode::NotFound);
    QCOMPARE(Signer::create(builtIn(), makeSource(u"github"_s, {})).error().code, ErrorCode::SecretUnavailable);
    QCOMPARE(Signer::create(builtIn(), makeSource(u"github"_s, {""})).error().code, ErrorCode::SecretUnavailable);
    QCOMPARE(Signer::create(builtIn(), makeSource(u"square"_s, {"s"}, {})).error().code, ErrorCode::InvalidArgument);
    const Result<Signer> mailgun = Signer::create(builtIn(), makeSource(u"mailgun"_s, {"s"}));
    QVERIFY(mailgun.ok());
    OutgoingDelivery outgoing;
    outgoing.body = "{}";
    QCOMPARE(mailgun->sign(outgoing).error().code, ErrorCode::InvalidArgument); // no token, no time to sign
}

void TestSigner::factsFillAnEmptyBody()
{
    const Result<Signer> signer = Signer::create(builtIn(), makeSource(u"stripe"_s, {"s"}));
    QVERIFY(signer.ok());
    OutgoingDelivery outgoing;
    outgoing.type = u"invoice.paid"_s;
    outgoing.deliveryId = "evt_1";
    outgoing.nowUs = kNowUs;
    QCOMPARE(signer->fillFacts(outgoing), R"({"created":1700000000,"id":"evt_1","type":"invoice.paid"})"_ba);
    outgoing.body = R"({"id":"old","amount":9007199254740993})";
    QCOMPARE(signer->fillFacts(outgoing),
             R"({"amount":9007199254740993,"created":1700000000,"id":"evt_1","type":"invoice.paid"})"_ba);
}

void TestSigner::bodiesThatAreNotJsonStayAsTheyAre()
{
    const Result<Signer> signer = Signer::create(builtIn(), makeSource(u"slack"_s, {"s"}));
    QVERIFY(signer.ok());
    OutgoingDelivery outgoing;
    outgoing.type = u"message"_s;
    outgoing.body = "token=x&text=y";
    QCOMPARE(signer->fillFacts(outgoing), "token=x&text=y"_ba);
}

// Each costs a hash of the whole message before anybody vouches for it.
void TestSigner::fewSignaturesAreTriedOnALargeMessage()
{
    const auto templates = builtIn().keys();
    const auto isEd25519 = [](const QString &key) { return builtIn().find(key)->scheme == Scheme::Ed25519; };
    const auto found = std::find_if(templates.begin(), templates.end(), isEd25519);
    QVERIFY(found != templates.end());
    const SchemeTemplate &scheme = *builtIn().find(*found);
    const KeyPair keys = secretFor(scheme);
    const auto checking = SigningKey::forChecking(scheme, Secret(keys.publicText));
    const auto signing = SigningKey::forSigning(scheme, *keys.privateText);
    QVERIFY(checking.ok() && signing.ok());
    for (const qsizetype size : {qsizetype(1'000), qsizetype(9'000'000)}) {
        const QByteArray message(size, 'm');
        const QByteArray good = signing->sign({message});
        const auto bytes = [](const QByteArray &text) {
            return ShortBytes(reinterpret_cast<const uchar *>(text.begin()),
                              reinterpret_cast<const uchar *>(text.end()));
        };
        const ShortBytes right = bytes(good);
        const ShortBytes wrong = bytes(flipped(good, 3));
        QVERIFY(checking->matchesAny({message}, {wrong, right}));
        QCOMPARE(checking->matchesAny({message}, {wrong, wrong, right}), size < 1'000'000);
    }
}

QTEST_GUILESS_MAIN(TestSigner)
#include "tst_signer.moc"
