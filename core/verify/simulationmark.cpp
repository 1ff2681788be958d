#include "core/verify/simulationmark.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>

namespace hookboard {

namespace {

constexpr std::size_t kMacBytes = 32;

ShortBytes mac(QByteArrayView key, QByteArrayView text)
{
    ShortBytes bytes(kMacBytes);
    std::size_t size = 0;
    const bool made = EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), std::size_t(key.size()),
                                reinterpret_cast<const uchar *>(text.data()), std::size_t(text.size()), bytes.data(),
                                kMacBytes, &size) != nullptr;
    bytes.resize(made ? qsizetype(size) : 0);
    return bytes;
}

QByteArrayView viewOf(const ShortBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.constData()), bytes.size()};
}

} // namespace

SimulationMark::SimulationMark(const SchemeTemplate &scheme, const QList<Secret> &secrets)
{
    if (scheme.scheme != Scheme::Hmac && scheme.scheme != Scheme::Token && scheme.scheme != Scheme::Basic)
        return;
    for (const Secret &secret : secrets) {
        if (ShortBytes key = mac(secret.reveal(), kSimulatedHeader); !key.isEmpty())
            m_keys.push_back(std::move(key));
    }
}

QByteArray SimulationMark::of(QByteArrayView body) const
{
    return m_keys.empty() ? QByteArray() : viewOf(mac(viewOf(m_keys.front()), body)).toByteArray().toHex();
}

bool SimulationMark::isOn(const Headers &headers, QByteArrayView body) const
{
    ShortBytes given;
    if (m_keys.empty() || !headers.contains(kSimulatedHeader) ||
        !decodeStrict(headers.value(kSimulatedHeader), SignatureEncoding::Hex, given) || given.size() != kMacBytes)
        return false;
    return std::any_of(m_keys.begin(), m_keys.end(), [&](const ShortBytes &key) {
        const ShortBytes wanted = mac(viewOf(key), body);
        return wanted.size() == given.size() &&
               CRYPTO_memcmp(wanted.constData(), given.constData(), std::size_t(given.size())) == 0;
    });
}

} // namespace hookboard
