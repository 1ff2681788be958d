#include "core/verify/publickey.h"

#include "core/types/sentence.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace hookboard {

namespace {

using namespace Qt::Literals::StringLiterals;

bool isP256(EVP_PKEY *key)
{
    char name[32] = {};
    std::size_t size = 0;
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, name, sizeof name, &size) == 1 &&
           QByteArrayView(name) == "prime256v1";
}

EVP_PKEY *onlyP256(EVP_PKEY *key)
{
    if (key && isP256(key))
        return key;
    EVP_PKEY_free(key);
    return nullptr;
}

EVP_PKEY *fromPem(QByteArrayView text)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new_mem_buf(text.data(), int(text.size())), BIO_free);
    // Without a callback the library would ask for a password on the terminal.
    const auto noPassword = [](char *, int, int, void *) { return -1; };
    return PEM_read_bio_PrivateKey(memory.get(), nullptr, noPassword, nullptr);
}

bool isHex(QByteArrayView text)
{
    return text.size() % 2 == 0 &&
           std::all_of(text.begin(), text.end(), [](char c) { return std::isxdigit(uchar(c)); });
}

} // namespace

Result<QByteArray> decodeKeyText(QByteArrayView text, SecretDecoding decoding)
{
    if (decoding == SecretDecoding::Hex) {
        if (!isHex(text))
            return {ErrorCode::SecretUnavailable,
                    Sentence::tr("The secret is not hexadecimal; copy it again from the provider.")};
        return QByteArray::fromHex(text.toByteArray());
    }
    const auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return {ErrorCode::SecretUnavailable,
                Sentence::tr("The secret is not base64; copy it again from the provider.")};
    return *decoded;
}

evp_pkey_st *publicEd25519(QByteArrayView raw)
{
    return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, unsignedData(raw), std::size_t(raw.size()));
}

evp_pkey_st *publicP256(QByteArrayView subjectPublicKeyInfo)
{
    const uchar *at = unsignedData(subjectPublicKeyInfo);
    return onlyP256(d2i_PUBKEY(nullptr, &at, long(subjectPublicKeyInfo.size())));
}

evp_pkey_st *privateEd25519(QByteArrayView text, SecretDecoding decoding)
{
    if (text.startsWith("-----BEGIN")) {
        EVP_PKEY *key = fromPem(text);
        if (key && EVP_PKEY_is_a(key, "ED25519") == 1)
            return key;
        EVP_PKEY_free(key);
        return nullptr;
    }
    constexpr QByteArrayView kPrefix = "whsk_";
    const Result<QByteArray> seed =
        decodeKeyText(text.startsWith(kPrefix) ? text.sliced(kPrefix.size()) : text, decoding);
    if (!seed)
        return nullptr;
    return EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, unsignedData(*seed), std::size_t(seed->size()));
}

evp_pkey_st *privateP256(QByteArrayView text)
{
    if (text.startsWith("-----BEGIN"))
        return onlyP256(fromPem(text));
    const Result<QByteArray> der = decodeKeyText(text, SecretDecoding::Base64);
    if (!der)
        return nullptr;
    const uchar *at = unsignedData(*der);
    return onlyP256(d2i_AutoPrivateKey(nullptr, &at, long(der->size())));
}

} // namespace hookboard
