#include "core/journal/headerscodec.h"

namespace hookboard {

namespace {

void putText(QByteArray &out, const QByteArray &text)
{
    auto length = static_cast<quint64>(text.size());
    while (length >= 0x80) {
        out.append(static_cast<char>((length & 0x7f) | 0x80));
        length >>= 7;
    }
    out.append(static_cast<char>(length));
    out.append(text);
}

// Takes one text off the front; false when there is no whole one.
bool takeText(QByteArrayView &rest, QByteArray &text)
{
    quint64 length = 0;
    for (int shift = 0;; shift += 7) {
        if (rest.isEmpty() || shift > 28)
            return false;
        const auto byte = static_cast<quint8>(rest.front());
        rest = rest.sliced(1);
        length |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    if (length > static_cast<quint64>(rest.size()))
        return false;
    const auto size = static_cast<qsizetype>(length);
    text = QByteArray::fromRawData(rest.data(), size);
    rest = rest.sliced(size);
    return true;
}

} // namespace

QByteArray packHeaders(const Headers &headers)
{
    qsizetype size = 0;
    for (const Header &field : headers.fields())
        size += field.first.size() + field.second.size() + 6;
    QByteArray packed;
    packed.reserve(size);
    for (const Header &field : headers.fields()) {
        putText(packed, field.first);
        putText(packed, field.second);
    }
    return packed;
}

bool unpackHeaders(QByteArrayView packed, QList<Header> &fields)
{
    fields.clear();
    while (!packed.isEmpty()) {
        Header field;
        if (!takeText(packed, field.first) || !takeText(packed, field.second))
            return false;
        fields.append(std::move(field));
    }
    return true;
}

} // namespace hookboard
