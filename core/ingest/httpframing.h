// HttpFraming: strict HTTP/1.0 and 1.1 request framing, fed with bytes as they come. Pure: no sockets, no clock.
// One object serves one connection, one request after the other. The verdict does not depend on how the bytes are cut,
// and every byte is looked at a bounded number of times. What RFC 9112 lets a server tolerate is refused here: bare
// LF, folded lines, blanks around names, repeated or contradicting lengths. HTTP/1.0 is served without keep-alive; any
// other version is NotImplemented.
#pragma once

#include "core/ingest/ingestsettings.h"
#include "core/types/error.h"
#include "core/types/headers.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace hookboard {

struct HttpRequest
{
    QByteArray method;
    QByteArray target; // as sent; visible ASCII only
    int minorVersion = 1;
    Headers headers;                     // as sent, in order; trailers of a chunked body are dropped
    std::optional<qint64> contentLength; // absent without the header
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false; // the sender waits for 100 Continue before the body
    QByteArray body;              // without chunk framing

    bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

class HttpFraming
{
public:
    enum class Step {
        NeedMore,
        Head,     // head() is complete; set the body limit, then feed on (also with nothing)
        Complete, // take the request; feed() stays here until then
        Failed    // error() says why; feed() stays here
    };
    struct Progress
    {
        Step step = Step::NeedMore;
        qsizetype consumed = 0;
    };

    explicit HttpFraming(const IngestSettings &settings);

    Progress feed(QByteArrayView input);
    void setMaxBody(qint64 bytes) { m_maxBody = bytes; }

    const HttpRequest &head() const { return m_request; }
    // Precondition: the last step was Complete. Ready for the next request afterwards.
    HttpRequest takeRequest();
    const Error &error() const { return m_error; }

    // False before the first byte of a request.
    bool isStarted() const { return m_started; }
    // True from the end of the head to the end of the request.
    bool isInBody() const { return m_state != State::RequestLine && m_state != State::HeaderLine; }
    // Memory that the unfinished request holds, in steps. What is reserved for bytes still to come is not counted: the
    // system gives no page before it is written to, so a promise of many bytes costs nothing.
    qint64 heldBytes() const;
    // Gives that memory back and takes nothing more.
    void abandon();

private:
    enum class State : quint8 {
        RequestLine,
        HeaderLine,
        BodyStart,
        FixedBody,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        Ready,
        Failed
    };
    struct Room
    {
        qsizetype bytes = 0; // of the line that is being read, with its CRLF
        ErrorCode code = ErrorCode::Malformed;
    };

    Room lineRoom() const;
    qsizetype takeLine(QByteArrayView rest);
    void onLine(QByteArrayView line);
    void onRequestLine(QByteArrayView line);
    void onHeaderLine(QByteArrayView line);
    void onHeader(QByteArrayView name, const QByteArray &value);
    void onContentLength(QByteArrayView value);
    void onConnection(QByteArrayView value);
    void onHeadEnd();
    void onChunkSize(QByteArrayView line);
    void onTrailer(QByteArrayView line);
    void startBody();
    qsizetype takeBody(QByteArrayView rest);
    void growBody(qsizetype bytes);
    void fail(ErrorCode code, const QString &message);

    qsizetype m_maxRequestLine;
    qsizetype m_maxHead;
    int m_maxHeaders;
    qint64 m_settingsMaxBody;

    State m_state = State::RequestLine;
    bool m_started = false;
    bool m_headDue = false;
    bool m_blankLineSeen = false;
    int m_hosts = 0;
    int m_transferEncodings = 0;
    int m_trailers = 0;
    qsizetype m_headBytes = 0;
    qsizetype m_trailerBytes = 0;
    qint64 m_maxBody;
    qint64 m_remaining = 0;
    QByteArray m_line; // beginning of a line whose end has not come
    QByteArray m_transferEncoding;
    QByteArray m_expect;
    HttpRequest m_request;
    Error m_error;
};

} // namespace hookboard
