#include "core/verify/strictcodec.h"

#include "core/types/hexdigit.h"

#include <array>

namespace hookboard {

namespace {

constexpr uchar kNoDigit = 0xff;
constexpr qsizetype kMaxEncoded = 2 * 96; // longer than any signature in hex

constexpr std::array<uchar, 256> base64Digits(char digit62, char digit63)
{
    std::array<uchar, 256> digits{};
    digits.fill(kNoDigit);
    for (int i = 0; i < 26; ++i) {
        digits[std::size_t('A' + i)] = uchar(i);
        digits[std::size_t('a' + i)] = uchar(26 + i);
    }
    for (int i = 0; i < 10; ++i)
        digits[std::size_t('0' + i)] = uchar(52 + i);
    digits[uchar(digit62)] = 62;
    digits[uchar(digit63)] = 63;
    return digits;
}

constexpr std::array<uchar, 256> kBase64 = base64Digits('+', '/');
constexpr std::array<uchar, 256> kBase64Url = base64Digits('-', '_');

bool decodeHex(QByteArrayView text, ShortBytes &out)
{
    if (text.size() % 2 != 0)
        return false;
    for (qsizetype i = 0; i < text.size(); i += 2) {
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        if (high < 0 || low < 0)
            return false;
        out.append(uchar(high * 16 + low));
    }
    return true;
}

// `text` without padding.
bool decodeBase64Digits(QByteArrayView text, const std::array<uchar, 256> &digits, ShortBytes &out)
{
    quint32 bits = 0;
    int held = 0;
    for (const char c : text) {
        const uchar digit = digits[uchar(c)];
        if (digit == kNoDigit)
            return false;
        bits = (bits << 6) | digit;
        held += 6;
        if (held >= 8) {
            held -= 8;
            out.append(uchar(bits >> held));
            bits &= (1U << held) - 1;
        }
    }
    return held < 6 && bits == 0;
}

bool decodeBase64(QByteArrayView text, ShortBytes &out, SignatureEncoding encoding)
{
    const bool isUrl = encoding == SignatureEncoding::Base64Url;
    qsizetype length = text.size();
    while (length > 0 && text.size() - length < 2 && text[length - 1] == '=')
        --length;
    const bool padded = text.size() % 4 == 0;
    if (!padded && !(isUrl && length == text.size()))
        return false;
    return decodeBase64Digits(text.first(length), isUrl ? kBase64Url : kBase64, out);
}

int percentByte(QByteArrayView text, qsizetype at)
{
    if (at + 2 >= text.size() || text[at] != '%')
        return -1;
    const int high = hexDigit(text[at + 1]);
    const int low = hexDigit(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

QByteArray formDecoded(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int byte = percentByte(text, i);
        if (byte >= 0)
            i += 2;
        out += byte >= 0 ? char(byte) : text[i] == '+' ? ' ' : text[i];
    }
    return out;
}

} // namespace

bool decodeStrict(QByteArrayView text, SignatureEncoding encoding, ShortBytes &out)
{
    if (text.size() > kMaxEncoded)
        return false;
    return encoding == SignatureEncoding::Hex ? decodeHex(text, out) : decodeBase64(text, out, encoding);
}

QByteArray encode(QByteArrayView bytes, SignatureEncoding encoding)
{
    switch (encoding) {
    case SignatureEncoding::Hex:
        return bytes.toByteArray().toHex();
    case SignatureEncoding::Base64:
        return bytes.toByteArray().toBase64();
    case SignatureEncoding::Base64Url:
        return bytes.toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    }
    return {};
}

std::optional<QByteArray> formField(QByteArrayView body, QByteArrayView name)
{
    qsizetype at = 0;
    while (at < body.size()) {
        qsizetype end = body.indexOf('&', at);
        if (end < 0)
            end = body.size();
        const QByteArrayView pair = body.sliced(at, end - at);
        const qsizetype eq = pair.indexOf('=');
        if (formDecoded(eq < 0 ? pair : pair.first(eq)) == name)
            return eq < 0 ? QByteArray("") : formDecoded(pair.sliced(eq + 1));
        at = end + 1;
    }
    return std::nullopt;
}

QByteArray decodeUrlReserved(QByteArrayView url)
{
    constexpr QByteArrayView kReserved = ":/?@!$'()*,;";
    QByteArray out;
    out.reserve(url.size());
    for (qsizetype i = 0; i < url.size(); ++i) {
        const int byte = percentByte(url, i);
        const bool decodes = byte >= 0 && kReserved.contains(char(byte));
        out += decodes ? char(byte) : url[i];
        if (decodes)
            i += 2;
    }
    return out;
}

} // namespace hookboard
