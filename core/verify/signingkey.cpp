#include "core/verify/signingkey.h"

#include "core/types/sentence.h"
#include "core/verify/publickey.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

// A delivery may bring this many signatures for a public-key scheme; each costs a verification.
constexpr qsizetype kMaxPublicKeyChecks = 16;
// Ed25519 hashes the whole message for each, before anybody vouches for it: of a large one fewer are tried.
constexpr qsizetype kMaxPublicKeyBytes = 16 * 1024 * 1024;
constexpr qsizetype kLargePublicKeyChecks = 2; // the one in use and the next

bool sameBytes(const ShortBytes &a, const uchar *b, std::size_t size)
{
    return std::size_t(a.size()) == size && CRYPTO_memcmp(a.constData(), b, size) == 0;
}

// Fetched once: a fetch takes a lock and costs as much as a MAC. Lives as long as the program.
EVP_MAC *hmacAlgorithm()
{
    static EVP_MAC *const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    return algorithm;
}

const char *digestName(SignatureHash hash)
{
    switch (hash) {
    case SignatureHash::Sha1:
        return "SHA1";
    case SignatureHash::Sha256:
        return "SHA256";
    case SignatureHash::Sha512:
        return "SHA512";
    }
    return "";
}

EVP_MAC_CTX *keyedMac(SignatureHash hash, QByteArrayView key)
{
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(hmacAlgorithm());
    const std::array params{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char *>(digestName(hash)), 0),
        OSSL_PARAM_construct_end(),
    };
    if (EVP_MAC_init(context, unsignedData(key), std::size_t(key.size()), params.data()) != 1) {
        EVP_MAC_CTX_free(context);
        return nullptr;
    }
    return context;
}

std::array<uchar, 32> sha256(const TextParts &parts)
{
    std::array<uchar, 32> digest{};
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    for (const QByteArrayView part : parts)
        EVP_DigestUpdate(context.get(), part.data(), std::size_t(part.size()));
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
    return digest;
}

// Ed25519 reads its message twice, so it is the one algorithm that needs it in one piece.
QByteArray joined(const TextParts &parts)
{
    qsizetype size = 0;
    for (const QByteArrayView part : parts)
        size += part.size();
    QByteArray whole;
    whole.reserve(size);
    for (const QByteArrayView part : parts)
        whole.append(part);
    return whole;
}

// What does not fit leaves errors in the thread's queue, where TLS would find them and blame itself.
bool noMatch()
{
    ERR_clear_error();
    return false;
}

Error unusable(const QString &why)
{
    ERR_clear_error();
    return {ErrorCode::SecretUnavailable, why};
}

} // namespace

void SigningKey::MacFree::operator()(evp_mac_ctx_st *context) const
{
    EVP_MAC_CTX_free(context);
}

void SigningKey::KeyFree::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

Result<SigningKey> SigningKey::forChecking(const SchemeTemplate &scheme, const Secret &secret)
{
    QByteArrayView text = secret.reveal();
    if (text.startsWith(scheme.secretPrefix))
        text = text.sliced(scheme.secretPrefix.size());
    if (text.isEmpty())
        return {ErrorCode::SecretUnavailable, Sentence::tr("The secret is empty; enter it again.")};
    if (scheme.scheme == Scheme::Basic && !text.contains(':'))
        return {ErrorCode::SecretUnavailable,
                Sentence::tr("The secret is not of the form user:password; enter it again.")};
    if (scheme.secretDecoding == SecretDecoding::Utf8)
        return fromBytes(scheme, text);
    Result<QByteArray> bytes = decodeKeyText(text, scheme.secretDecoding);
    if (!bytes)
        return bytes.error();
    Result<SigningKey> key = fromBytes(scheme, *bytes);
    OPENSSL_cleanse(bytes->data(), std::size_t(bytes->size()));
    return key;
}

Result<SigningKey> SigningKey::fromBytes(const SchemeTemplate &scheme, QByteArrayView bytes)
{
    SigningKey made;
    made.m_scheme = scheme.scheme;
    switch (scheme.scheme) {
    case Scheme::None:
        break;
    case Scheme::Token:
    case Scheme::Basic:
        made.m_digest = tokenDigest(bytes);
        break;
    case Scheme::Hmac:
        made.m_mac.reset(keyedMac(scheme.hash, bytes));
        if (!made.m_mac)
            return unusable(Sentence::tr("The cryptographic library refused the secret."));
        break;
    case Scheme::Ed25519:
        made.m_key.reset(publicEd25519(bytes));
        if (!made.m_key)
            return unusable(Sentence::tr("The secret is not an Ed25519 public key of 32 bytes."));
        break;
    case Scheme::EcdsaP256Sha256:
        made.m_key.reset(publicP256(bytes));
        if (!made.m_key)
            return unusable(Sentence::tr("The secret is not a P-256 public key."));
        break;
    }
    return made;
}

Result<SigningKey> SigningKey::forSigning(const SchemeTemplate &scheme, const Secret &privateKey)
{
    SigningKey made;
    made.m_scheme = scheme.scheme;
    made.m_key.reset(scheme.scheme == Scheme::Ed25519 ? privateEd25519(privateKey.reveal(), scheme.secretDecoding)
                                                      : privateP256(privateKey.reveal()));
    if (!made.m_key)
        return unusable(Sentence::tr("The private key cannot be read."));
    return made;
}

bool SigningKey::matchesAny(const TextParts &parts, const DecodedSignatures &signatures) const
{
    switch (m_scheme) {
    case Scheme::None:
        return false;
    case Scheme::Token:
    case Scheme::Basic:
        for (const ShortBytes &digest : signatures) {
            if (sameBytes(digest, m_digest.constData(), std::size_t(m_digest.size())))
                return true;
        }
        return false;
    case Scheme::Hmac:
        return matchesMac(parts, signatures);
    case Scheme::Ed25519:
        return matchesEd25519(parts, signatures);
    case Scheme::EcdsaP256Sha256:
        return matchesEcdsa(parts, signatures);
    }
    return false;
}

bool SigningKey::computeMac(const TextParts &parts, uchar *out, std::size_t &size) const
{
    const Mac context(EVP_MAC_CTX_dup(m_mac.get()));
    bool done = context != nullptr;
    for (const QByteArrayView part : parts)
        done = done && EVP_MAC_update(context.get(), unsignedData(part), std::size_t(part.size())) == 1;
    return done && EVP_MAC_final(context.get(), out, &size, EVP_MAX_MD_SIZE) == 1;
}

bool SigningKey::matchesMac(const TextParts &parts, const DecodedSignatures &signatures) const
{
    std::array<uchar, EVP_MAX_MD_SIZE> mac{};
    std::size_t size = 0;
    if (!computeMac(parts, mac.data(), size))
        return false;
    for (const ShortBytes &signature : signatures) {
        if (sameBytes(signature, mac.data(), size))
            return true;
    }
    return false;
}

bool SigningKey::matchesEd25519(const TextParts &parts, const DecodedSignatures &signatures) const
{
    const QByteArray message = joined(parts);
    const qsizetype affordable = kMaxPublicKeyBytes / qMax<qsizetype>(message.size(), 1);
    const qsizetype checks = qBound(kLargePublicKeyChecks, affordable, kMaxPublicKeyChecks);
    for (qsizetype i = 0; i < qMin(signatures.size(), checks); ++i) {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) == 1 &&
            EVP_DigestVerify(context.get(), signatures[i].constData(), std::size_t(signatures[i].size()),
                             unsignedData(message), std::size_t(message.size())) == 1)
            return true;
    }
    return noMatch();
}

bool SigningKey::matchesEcdsa(const TextParts &parts, const DecodedSignatures &signatures) const
{
    const std::array<uchar, 32> digest = sha256(parts);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(EVP_PKEY_CTX_new(m_key.get(), nullptr),
                                                                              EVP_PKEY_CTX_free);
    if (EVP_PKEY_verify_init(context.get()) != 1)
        return false;
    for (qsizetype i = 0; i < qMin(signatures.size(), kMaxPublicKeyChecks); ++i) {
        if (EVP_PKEY_verify(context.get(), signatures[i].constData(), std::size_t(signatures[i].size()), digest.data(),
                            digest.size()) == 1)
            return true;
    }
    return noMatch();
}

QByteArray SigningKey::sign(const TextParts &parts) const
{
    std::array<uchar, EVP_MAX_MD_SIZE> mac{};
    std::size_t size = mac.size();
    if (m_scheme == Scheme::Hmac)
        return computeMac(parts, mac.data(), size) ? QByteArray(reinterpret_cast<char *>(mac.data()), qsizetype(size))
                                                   : QByteArray();
    if (!m_key)
        return {};
    const QByteArray message = joined(parts);
    const EVP_MD *digest = m_scheme == Scheme::EcdsaP256Sha256 ? EVP_sha256() : nullptr;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    ShortBytes signature(96);
    size = std::size_t(signature.size());
    if (EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, unsignedData(message), std::size_t(message.size())) != 1)
        return {};
    return {reinterpret_cast<const char *>(signature.constData()), qsizetype(size)};
}

ShortBytes tokenDigest(QByteArrayView token)
{
    const std::array<uchar, 32> digest = sha256({token});
    ShortBytes bytes;
    bytes.append(digest.data(), qsizetype(digest.size()));
    return bytes;
}

QByteArray sha256Hex(QByteArrayView bytes)
{
    const std::array<uchar, 32> digest = sha256({bytes});
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size())).toHex();
}

} // namespace hookboard
