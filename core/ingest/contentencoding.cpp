#include "core/ingest/contentencoding.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kFirstBlock = 16 * 1024;

// RAII over z_stream, set up for one wrapping.
class Inflater
{
public:
    enum Wrapping { Zlib = MAX_WBITS, Gzip = MAX_WBITS + 16, Raw = -MAX_WBITS };

    explicit Inflater(Wrapping wrapping) { m_ready = inflateInit2(&m_stream, wrapping) == Z_OK; }
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    Result<QByteArray> run(QByteArrayView input, qint64 maxBytes)
    {
        if (!m_ready)
            return {ErrorCode::Malformed, u"The body cannot be decompressed now."_s};
        // zlib asks for a pointer to non-const bytes and does not write through it.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
        m_stream.avail_in = static_cast<uInt>(input.size());
        QByteArray out;
        for (;;) {
            if (!makeRoom(out, maxBytes))
                return {ErrorCode::BodyTooLarge, u"The decompressed body may have at most %1 bytes."_s.arg(maxBytes)};
            const qsizetype before = out.size();
            out.resize(std::min<qsizetype>(out.capacity(), static_cast<qsizetype>(maxBytes) + 1));
            m_stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
            m_stream.avail_out = static_cast<uInt>(out.size() - before);
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            out.truncate(out.size() - static_cast<qsizetype>(m_stream.avail_out));
            if (out.size() > maxBytes)
                continue;
            if (code == Z_STREAM_END)
                return finish(std::move(out));
            if (code != Z_OK)
                return {ErrorCode::Malformed, u"The compressed body is damaged or cut short."_s};
        }
    }

private:
    // One byte past the limit is asked for, so that a body of exactly the limit is told from a longer one.
    static bool makeRoom(QByteArray &out, qint64 maxBytes)
    {
        if (out.size() > maxBytes)
            return false;
        if (out.size() < out.capacity())
            return true;
        const qint64 wanted = std::max<qint64>(kFirstBlock, out.capacity() * 2);
        out.reserve(static_cast<qsizetype>(std::min(wanted, maxBytes + 1)));
        return true;
    }

    Result<QByteArray> finish(QByteArray out) const
    {
        if (m_stream.avail_in > 0)
            return {ErrorCode::Malformed, u"Bytes follow the end of the compressed body."_s};
        out.squeeze();
        return out;
    }

    z_stream m_stream{};
    bool m_ready = false;
};

// "deflate" means zlib (RFC 9110 section 8.4.1.2), yet some senders leave its two bytes of wrapping out.
bool looksLikeZlib(QByteArrayView body)
{
    if (body.size() < 2)
        return false;
    const auto first = static_cast<unsigned char>(body[0]);
    const auto second = static_cast<unsigned char>(body[1]);
    return (first & 0x0f) == Z_DEFLATED && (first * 256U + second) % 31U == 0;
}

} // namespace

Result<BodyEncoding> bodyEncoding(QByteArrayView contentEncoding)
{
    const QByteArray name = contentEncoding.toByteArray().trimmed().toLower();
    if (name.isEmpty() || name == "identity")
        return BodyEncoding::Identity;
    if (name == "gzip" || name == "x-gzip")
        return BodyEncoding::Gzip;
    if (name == "deflate")
        return BodyEncoding::Deflate;
    return {ErrorCode::UnsupportedEncoding, u"Send the body plain, or with Content-Encoding gzip or deflate."_s};
}

Result<QByteArray> decodeBody(const QByteArray &body, BodyEncoding encoding, qint64 maxBytes)
{
    switch (encoding) {
    case BodyEncoding::Gzip:
        return Inflater(Inflater::Gzip).run(body, maxBytes);
    case BodyEncoding::Deflate: {
        if (!looksLikeZlib(body))
            return Inflater(Inflater::Raw).run(body, maxBytes);
        Result<QByteArray> decoded = Inflater(Inflater::Zlib).run(body, maxBytes);
        // A raw stream may begin like a wrapped one by chance.
        if (!decoded && decoded.error().code == ErrorCode::Malformed)
            return Inflater(Inflater::Raw).run(body, maxBytes);
        return decoded;
    }
    case BodyEncoding::Identity:
        break;
    }
    if (body.size() > maxBytes)
        return {ErrorCode::BodyTooLarge, u"The body may have at most %1 bytes."_s.arg(maxBytes)};
    return body;
}

Status decodePayload(RawDelivery &delivery, qint64 maxBytes)
{
    if (!delivery.payload.isNull())
        return Done();
    if (delivery.encoding == BodyEncoding::Identity) { // bounded where it was received
        delivery.payload = delivery.body;
        return Done();
    }
    Result<QByteArray> payload = decodeBody(delivery.body, delivery.encoding, maxBytes);
    if (!payload)
        return payload.error();
    delivery.payload = payload->isNull() ? QByteArray("") : std::move(*payload);
    return Done();
}

} // namespace hookboard
