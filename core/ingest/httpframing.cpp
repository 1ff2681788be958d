#include "core/ingest/httpframing.h"

#include "core/ingest/httpsyntax.h"
#include "core/types/hexdigit.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxChunkLine = 256; // size, extensions and CRLF
constexpr qsizetype kMaxChunkDigits = 8;
constexpr qsizetype kMaxLengthDigits = 18; // fits 64 bits without a look
constexpr qsizetype kMinBodyBlock = 64 * 1024;

bool bodyIsUsual(QByteArrayView method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

} // namespace

HttpFraming::HttpFraming(const IngestSettings &settings)
    : m_maxRequestLine(settings.maxRequestLine)
    , m_maxHead(settings.maxHead)
    , m_maxHeaders(settings.maxHeaders)
    , m_settingsMaxBody(settings.maxBody)
    , m_maxBody(settings.maxBody)
{}

HttpFraming::Progress HttpFraming::feed(QByteArrayView input)
{
    qsizetype used = 0;
    m_started = m_started || !input.isEmpty();
    for (;;) {
        if (m_state == State::Failed)
            return {Step::Failed, used};
        if (m_headDue) {
            m_headDue = false;
            return {Step::Head, used};
        }
        if (m_state == State::BodyStart) {
            startBody();
            continue;
        }
        if (m_state == State::Ready)
            return {Step::Complete, used};
        if (used == input.size())
            return {Step::NeedMore, used};
        const bool inBody = m_state == State::FixedBody || m_state == State::ChunkData;
        const QByteArrayView rest = input.sliced(used);
        used += inBody ? takeBody(rest) : takeLine(rest);
    }
}

HttpRequest HttpFraming::takeRequest()
{
    HttpRequest taken = std::exchange(m_request, {});
    if (taken.body.capacity() > taken.body.size() + taken.body.size() / 4)
        taken.body.squeeze();
    m_state = State::RequestLine;
    m_started = m_headDue = m_blankLineSeen = false;
    m_hosts = m_transferEncodings = m_trailers = 0;
    m_headBytes = m_trailerBytes = 0;
    m_maxBody = m_settingsMaxBody;
    m_transferEncoding.clear();
    m_expect.clear();
    return taken;
}

HttpFraming::Room HttpFraming::lineRoom() const
{
    switch (m_state) {
    case State::RequestLine:
        return {m_maxRequestLine + 2, ErrorCode::TargetTooLong};
    case State::HeaderLine:
        return {m_maxHead - m_headBytes, ErrorCode::HeadTooLarge};
    case State::Trailer:
        return {m_maxHead - m_trailerBytes, ErrorCode::HeadTooLarge};
    case State::ChunkEnd:
        return {2, ErrorCode::Malformed};
    default:
        return {kMaxChunkLine, ErrorCode::Malformed};
    }
}

// Looks for the end of the line only in bytes that were not looked at before, and only as far as the line may reach.
qsizetype HttpFraming::takeLine(QByteArrayView rest)
{
    const Room room = lineRoom();
    const qsizetype window = std::min(rest.size(), std::max<qsizetype>(room.bytes - m_line.size(), 0));
    const void *end = window > 0 ? std::memchr(rest.data(), '\n', static_cast<std::size_t>(window)) : nullptr;
    if (end == nullptr) {
        if (m_line.size() + window >= room.bytes)
            fail(room.code, u"A line of the request is too long."_s);
        else
            m_line.append(rest);
        return rest.size();
    }
    const qsizetype used = static_cast<const char *>(end) - rest.data() + 1;
    QByteArray joined;
    QByteArrayView line = rest.first(used);
    if (!m_line.isEmpty()) {
        joined = std::exchange(m_line, {}).append(line);
        line = joined;
    }
    if (m_state == State::HeaderLine)
        m_headBytes += line.size();
    else if (m_state == State::Trailer)
        m_trailerBytes += line.size();
    if (line.size() < 2 || line[line.size() - 2] != '\r')
        fail(ErrorCode::Malformed, u"A line of the request does not end with CR LF."_s);
    else
        onLine(line.chopped(2));
    return used;
}

void HttpFraming::onLine(QByteArrayView line)
{
    switch (m_state) {
    case State::RequestLine:
        return onRequestLine(line);
    case State::HeaderLine:
        return onHeaderLine(line);
    case State::ChunkSize:
        return onChunkSize(line);
    case State::ChunkEnd:
        if (line.isEmpty())
            m_state = State::ChunkSize;
        else
            fail(ErrorCode::Malformed, u"A chunk is longer than its size says."_s);
        return;
    default:
        return onTrailer(line);
    }
}

void HttpFraming::onRequestLine(QByteArrayView line)
{
    // RFC 9112 section 2.2: one empty line may follow the body of the request before.
    if (line.isEmpty() && !m_blankLineSeen) {
        m_blankLineSeen = true;
        return;
    }
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1)
        return fail(ErrorCode::Malformed, u"The request line is not METHOD TARGET HTTP/1.1."_s);
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method) || !isVisible(target))
        return fail(ErrorCode::Malformed, u"The request line holds a byte that is not allowed there."_s);
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.' ||
        !isDigit(version[7]))
        return fail(ErrorCode::Malformed, u"The request line names no HTTP version."_s);
    if (version[5] != '1' || version[7] > '1')
        return fail(ErrorCode::NotImplemented, u"Only HTTP/1.1 and HTTP/1.0 are spoken here."_s);
    m_request.method = method.toByteArray();
    m_request.target = target.toByteArray();
    m_request.minorVersion = version[7] - '0';
    m_request.keepAlive = m_request.minorVersion == 1;
    m_state = State::HeaderLine;
}

void HttpFraming::onHeaderLine(QByteArrayView line)
{
    if (line.isEmpty())
        return onHeadEnd();
    if (m_request.headers.fields().size() >= m_maxHeaders)
        return fail(ErrorCode::HeadTooLarge, u"The request has too many header fields."_s);
    const QByteArrayView name = fieldName(line);
    if (name.isEmpty())
        return fail(ErrorCode::Malformed, u"A header line is not NAME: VALUE."_s);
    QByteArray value = withoutBlanks(line.sliced(name.size() + 1)).toByteArray();
    onHeader(name, value);
    m_request.headers.append(name.toByteArray(), std::move(value));
}

void HttpFraming::onHeader(QByteArrayView name, const QByteArray &value)
{
    if (sameName(name, "host")) {
        ++m_hosts;
        if (!isHost(value))
            fail(ErrorCode::Malformed, u"The Host header is not a host."_s);
    } else if (sameName(name, "content-length")) {
        onContentLength(value);
    } else if (sameName(name, "transfer-encoding")) {
        ++m_transferEncodings;
        m_transferEncoding = value;
    } else if (sameName(name, "expect")) {
        m_expect = m_expect.isEmpty() ? value : m_expect + ',' + value;
    } else if (sameName(name, "connection")) {
        onConnection(value);
    }
}

void HttpFraming::onContentLength(QByteArrayView value)
{
    if (m_request.contentLength)
        return fail(ErrorCode::Malformed, u"Content-Length is given more than once."_s);
    if (value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
        return fail(ErrorCode::Malformed, u"Content-Length is not a number."_s);
    if (value.size() > kMaxLengthDigits)
        return fail(ErrorCode::BodyTooLarge, u"Content-Length is beyond every limit."_s);
    qint64 length = 0;
    for (const char c : value)
        length = length * 10 + (c - '0');
    m_request.contentLength = length;
}

void HttpFraming::onConnection(QByteArrayView value)
{
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView option = comma < 0 ? value : value.first(comma);
        if (sameName(withoutBlanks(option), "close"))
            m_request.keepAlive = false;
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
    }
}

void HttpFraming::onHeadEnd()
{
    const bool modern = m_request.minorVersion == 1;
    if (m_hosts > 1 || (modern && m_hosts == 0))
        return fail(ErrorCode::Malformed, u"The request needs exactly one Host header."_s);
    if (m_transferEncodings > 0) {
        if (m_transferEncodings > 1 || m_request.contentLength || !modern)
            return fail(ErrorCode::Malformed, u"The length of the body is given in contradicting ways."_s);
        if (!sameName(m_transferEncoding, "chunked"))
            return fail(ErrorCode::NotImplemented, u"The only Transfer-Encoding known here is chunked."_s);
        m_request.chunked = true;
    } else if (!m_request.contentLength && bodyIsUsual(m_request.method)) {
        return fail(ErrorCode::LengthRequired, u"Send Content-Length, or Transfer-Encoding: chunked."_s);
    }
    if (!m_expect.isEmpty() && modern) {
        if (!sameName(m_expect, "100-continue"))
            return fail(ErrorCode::ExpectationFailed, u"The only expectation met here is 100-continue."_s);
        m_request.expectsContinue = m_request.hasBody();
    }
    if (m_state == State::Failed)
        return;
    m_headDue = true;
    m_state = State::BodyStart;
}

void HttpFraming::startBody()
{
    m_remaining = m_request.contentLength.value_or(0);
    if (m_remaining > m_maxBody)
        fail(ErrorCode::BodyTooLarge, u"The body may have at most %1 bytes."_s.arg(m_maxBody));
    else if (m_request.chunked)
        m_state = State::ChunkSize;
    else
        m_state = m_remaining > 0 ? State::FixedBody : State::Ready;
}

void HttpFraming::onChunkSize(QByteArrayView line)
{
    qsizetype digits = 0;
    qint64 size = 0;
    while (digits < line.size() && digits <= kMaxChunkDigits && hexDigit(line[digits]) >= 0)
        size = size * 16 + hexDigit(line[digits++]);
    const bool bounded = digits > 0 && digits <= kMaxChunkDigits;
    if (!bounded || (digits < line.size() && line[digits] != ';') || !isFieldText(line.sliced(digits)))
        return fail(ErrorCode::Malformed, u"A chunk size is not a hexadecimal number of at most 8 digits."_s);
    if (m_request.body.size() + size > m_maxBody)
        return fail(ErrorCode::BodyTooLarge, u"The body may have at most %1 bytes."_s.arg(m_maxBody));
    m_remaining = size;
    m_state = size > 0 ? State::ChunkData : State::Trailer;
}

void HttpFraming::onTrailer(QByteArrayView line)
{
    if (line.isEmpty())
        m_state = State::Ready;
    else if (++m_trailers > m_maxHeaders)
        fail(ErrorCode::HeadTooLarge, u"The request has too many trailer fields."_s);
    else if (fieldName(line).isEmpty())
        fail(ErrorCode::Malformed, u"A trailer line is not NAME: VALUE."_s);
}

qsizetype HttpFraming::takeBody(QByteArrayView rest)
{
    const auto used = static_cast<qsizetype>(std::min<qint64>(rest.size(), m_remaining));
    growBody(used);
    m_request.body.append(rest.first(used));
    m_remaining -= used;
    if (m_remaining == 0)
        m_state = m_state == State::FixedBody ? State::Ready : State::ChunkEnd;
    return used;
}

// Memory follows the bytes that came, not the length that was promised.
void HttpFraming::growBody(qsizetype bytes)
{
    QByteArray &body = m_request.body;
    const qsizetype needed = body.size() + bytes;
    if (needed <= body.capacity())
        return;
    const qint64 ceiling = m_request.contentLength.value_or(m_maxBody);
    const qint64 generous = std::max<qint64>({needed, body.capacity() * 2, kMinBodyBlock});
    body.reserve(static_cast<qsizetype>(std::max<qint64>(needed, std::min(generous, ceiling))));
}

qint64 HttpFraming::heldBytes() const
{
    const qsizetype steps = (m_request.body.size() + kMinBodyBlock - 1) / kMinBodyBlock;
    return m_line.capacity() + m_headBytes + std::min(m_request.body.capacity(), steps * kMinBodyBlock);
}

void HttpFraming::abandon()
{
    m_state = State::Failed;
    m_line.clear();
    m_request = {};
}

void HttpFraming::fail(ErrorCode code, const QString &message)
{
    if (m_state == State::Failed)
        return;
    m_state = State::Failed;
    m_error = {code, message};
    m_line.clear();
    m_request.body.clear();
}

} // namespace hookboard
