#include "core/types/secret.h"

#include <openssl/crypto.h>

#include <vector>

namespace hookboard {

struct Secret::Bytes
{
    std::vector<char> text;
    ~Bytes() { OPENSSL_cleanse(text.data(), text.size()); }
};

Secret::Secret(QByteArray text)
{
    auto bytes = std::make_shared<Bytes>();
    bytes->text.assign(text.cbegin(), text.cend());
    m_bytes = std::move(bytes);
}

bool Secret::isEmpty() const
{
    return !m_bytes || m_bytes->text.empty();
}

QByteArrayView Secret::reveal() const
{
    return m_bytes ? QByteArrayView(m_bytes->text.data(), qsizetype(m_bytes->text.size())) : QByteArrayView();
}

} // namespace hookboard
