// SigningKey: one configured secret, decoded once and ready for use. It checks (and, where it can, makes) signatures
// over a text that comes in parts, without joining them where the algorithm allows. Movable; not thread-safe.
#pragma once

#include "core/types/result.h"
#include "core/types/secret.h"
#include "core/verify/schemetemplate.h"
#include "core/verify/strictcodec.h"

#include <QtCore/QVarLengthArray>

#include <memory>

struct evp_mac_ctx_st;
struct evp_pkey_st;

namespace hookboard {

using TextParts = QVarLengthArray<QByteArrayView, 8>;
using DecodedSignatures = QVarLengthArray<ShortBytes, 2>;

class SigningKey
{
public:
    // The secret as the receiver holds it. SecretUnavailable with a sentence when it is empty or does not decode.
    static Result<SigningKey> forChecking(const SchemeTemplate &scheme, const Secret &secret);
    // A private key for the schemes whose receiver holds only the public one: PEM, or for Ed25519 the 32-byte seed in
    // the encoding of the template's secret (whsk_ in front is taken off), or for ECDSA base64 of PKCS #8.
    static Result<SigningKey> forSigning(const SchemeTemplate &scheme, const Secret &privateKey);

    // True when any of the signatures is this key's over the joined parts. Constant-time in the bytes compared.
    // Token and Basic ignore the parts; their signatures are digests by tokenDigest().
    bool matchesAny(const TextParts &parts, const DecodedSignatures &signatures) const;
    // Null when the library fails.
    QByteArray sign(const TextParts &parts) const;

private:
    struct MacFree
    {
        void operator()(evp_mac_ctx_st *context) const;
    };
    struct KeyFree
    {
        void operator()(evp_pkey_st *key) const;
    };
    using Mac = std::unique_ptr<evp_mac_ctx_st, MacFree>;
    using Key = std::unique_ptr<evp_pkey_st, KeyFree>;

    static Result<SigningKey> fromBytes(const SchemeTemplate &scheme, QByteArrayView bytes);
    bool computeMac(const TextParts &parts, uchar *out, std::size_t &size) const;
    bool matchesMac(const TextParts &parts, const DecodedSignatures &signatures) const;
    bool matchesEd25519(const TextParts &parts, const DecodedSignatures &signatures) const;
    bool matchesEcdsa(const TextParts &parts, const DecodedSignatures &signatures) const;

    Scheme m_scheme = Scheme::None;
    Mac m_mac;           // keyed; duplicated for each delivery
    Key m_key;           // public, or private for signing
    ShortBytes m_digest; // of the token
};

// SHA-256: makes tokens of any length comparable without telling their length.
ShortBytes tokenDigest(QByteArrayView token);
// Lower-case hex SHA-256.
QByteArray sha256Hex(QByteArrayView bytes);

} // namespace hookboard
