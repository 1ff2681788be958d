// Fuzzes the verifier with every built-in template. Input: one byte that picks the template, one byte of switches
// (1 = sign the body first, so that what lies behind the signature is reached; 2 = say that it is JSON; 4, 8 = gzip,
// deflate), then header lines, an empty line, and the body.
#include "core/verify/signer.h"
#include "core/verify/templateregistry.h"
#include "core/verify/verifier.h"
#include "tests/support/manualclock.h"

#include <openssl/evp.h>

#include <cstdlib>
#include <map>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

QByteArray ed25519Public(const QByteArray &seed)
{
    EVP_PKEY *key = EVP_PKEY_new_raw_private_key(
        EVP_PKEY_ED25519, nullptr, reinterpret_cast<const uchar *>(seed.constData()), std::size_t(seed.size()));
    uchar raw[32];
    std::size_t size = sizeof raw;
    EVP_PKEY_get_raw_public_key(key, raw, &size);
    EVP_PKEY_free(key);
    return {reinterpret_cast<const char *>(raw), qsizetype(size)};
}

struct World
{
    TemplateRegistry registry;
    ManualClock clock{1'700'000'000'000'000};
    Verifier verifier{registry, clock};
    QStringList keys;
    std::map<QString, Signer> signers; // without those that need a private key which is not here

    World()
    {
        require(registry.loadBuiltIn().ok());
        keys = registry.keys();
        QList<SourceWithSecrets> sources;
        for (const QString &key : keys)
            sources << add(*registry.find(key));
        verifier.setSources(sources);
    }

    SourceWithSecrets add(const SchemeTemplate &scheme)
    {
        const QByteArray seed(32, 'k');
        const bool isHex = scheme.secretDecoding == SecretDecoding::Hex;
        const auto written = [isHex](const QByteArray &bytes) { return isHex ? bytes.toHex() : bytes.toBase64(); };
        QByteArray secret = "user:pass";
        if (scheme.scheme == Scheme::Ed25519)
            secret = written(ed25519Public(seed));
        else if (scheme.scheme == Scheme::EcdsaP256Sha256) // the key of the published vector
            secret =
                "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYuxVKiBG1XTDs+Vg5ADDq/n5UyaD6NNMDdAvph2Fj5AENu1xFcKp6zXnXmMnKhA"
                "db3ovm3y4PyiBM2r83d6kNA==";
        else if (scheme.secretDecoding != SecretDecoding::Utf8)
            secret = written(seed);
        SourceWithSecrets source;
        source.config.name = scheme.key;
        source.config.provider = scheme.key;
        source.config.publicUrl = u"https://hooks.example.test/in?a=%3A"_s;
        source.secrets << Secret(secret);
        Result<Signer> signer = Signer::create(registry, source, Secret(written(seed)));
        if (signer)
            signers.emplace(scheme.key, std::move(signer).value());
        return source;
    }
};

Headers headersOf(const QByteArray &text)
{
    Headers headers;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return headers;
}

void signInto(const Signer &signer, RawDelivery &delivery)
{
    OutgoingDelivery outgoing;
    outgoing.body = delivery.body;
    outgoing.type = u"type"_s;
    outgoing.deliveryId = "id";
    outgoing.nowUs = 1'700'000'000'000'000;
    const Result<SignedRequest> request = signer.sign(outgoing);
    if (!request)
        return;
    Headers headers = request->headers;
    for (const Header &field : delivery.headers.fields())
        headers.append(field.first, field.second);
    delivery.headers = headers;
    delivery.body = request->body;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static World &world = *new World; // reachable to the end: no order of destruction to think of
    if (size < 2)
        return 0;
    const QString key = world.keys.at(data[0] % world.keys.size());
    const QByteArray rest(reinterpret_cast<const char *>(data) + 2, qsizetype(size) - 2);
    const qsizetype split = rest.indexOf("\n\n");

    RawDelivery delivery;
    delivery.source = key;
    delivery.method = "POST";
    delivery.headers = headersOf(split < 0 ? QByteArray() : rest.first(split));
    delivery.body = split < 0 ? rest : rest.sliced(split + 2);
    const auto signer = world.signers.find(key);
    if ((data[1] & 1) != 0 && signer != world.signers.end())
        signInto(signer->second, delivery);
    if ((data[1] & 2) != 0)
        delivery.headers.append("Content-Type", "application/json");

    if ((data[1] & 12) != 0)
        delivery.encoding = (data[1] & 4) != 0 ? BodyEncoding::Gzip : BodyEncoding::Deflate;

    const Verifier::Verdict verdict = world.verifier.verify(delivery, 64 * 1024);
    if (const auto *rejection = std::get_if<Rejection>(&verdict)) {
        require(!rejection->error.message.isEmpty() && rejection->raw.body == delivery.body);
        require(rejection->error.code != ErrorCode::SecretUnavailable);
        // What is not believed is not decompressed, unless the signature is inside.
        const bool refusedBySignature = httpStatus(rejection->error.code) == 401;
        const SchemeTemplate &scheme = *world.registry.find(key);
        const bool timeInside = scheme.timestamp && scheme.timestamp->kind == TimestampRule::Kind::Json;
        require(!refusedBySignature || scheme.verdictNeedsPayload() || timeInside || rejection->raw.payload.isNull());
        return 0;
    }
    const Verdict &facts = std::get<VerifiedDelivery>(verdict).verdict();
    require(!facts.deliveryId.isEmpty() && facts.deliveryId.size() <= 512 && facts.deliveryId.isValidUtf8());
    require(facts.type.toUtf8().size() <= 256);
    require(facts.verified == (key != "none"_L1));
    require(!facts.simulated); // nobody but the signer can say so, and it did not
    return 0;
}
