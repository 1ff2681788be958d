// Reading keys into OpenSSL: what people paste from a provider's page, and private keys for tests and for sending.
// Every function that makes a key returns null when the bytes are none; the caller frees it.
#pragma once

#include "core/types/result.h"
#include "core/verify/schemetemplate.h"

struct evp_pkey_st;

namespace hookboard {

// How OpenSSL wants to see bytes.
inline const uchar *unsignedData(QByteArrayView bytes)
{
    return reinterpret_cast<const uchar *>(bytes.data());
}

// Key bytes of a secret that is written in hex or base64 (padding may be missing; anything else is refused).
// SecretUnavailable with a sentence that does not quote the secret.
Result<QByteArray> decodeKeyText(QByteArrayView text, SecretDecoding decoding);

evp_pkey_st *publicEd25519(QByteArrayView raw);
evp_pkey_st *publicP256(QByteArrayView subjectPublicKeyInfo);
evp_pkey_st *privateEd25519(QByteArrayView text, SecretDecoding decoding);
evp_pkey_st *privateP256(QByteArrayView text);

} // namespace hookboard
