#include "core/ingest/connection.h"

#include "core/ingest/rawsocket.h"
#include "core/ingest/virtualsocket.h"

#include <QtCore/QScopedValueRollback>
#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kSmallRequest = 64 * 1024;
constexpr qint64 kSmallRequestReserve = 8LL * 1024 * 1024;
constexpr qint64 kRateWindowNs = 1'000'000'000;
constexpr qint64 kFreshNs = 1'000'000'000;

// A small buffer until a body is wanted: thousands of clients that only send heads must stay cheap.
constexpr qint64 kQuietReadBuffer = 8 * 1024;
constexpr qint64 kBodyReadBuffer = 64 * 1024;

QByteArray textOf(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return (isIpv4 ? QHostAddress(ipv4) : address).toString().toLatin1();
}

Error tooManyBytes()
{
    return {ErrorCode::QueueFull, u"Too many bytes are being received. Nothing was stored; send again."_s};
}

} // namespace

Error tooManyConnections()
{
    return {ErrorCode::TooManyConnections, u"Too many connections are open. Send again."_s};
}

Connection::Connection(QTcpSocket *socket, GuardState &shared, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_shared(shared)
    , m_framing(shared.settings)
    , m_peer(socket->peerAddress())
    , m_peerText(textOf(m_peer))
{
    socket->setParent(this);
    socket->setReadBufferSize(kQuietReadBuffer);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::advance);
    connect(socket, &QTcpSocket::bytesWritten, this, &Connection::onWritten);
    connect(socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    enter(State::Idle, shared.settings.headDeadlineMs);
}

Connection::~Connection()
{
    m_socket->disconnect(this);
    account(0);
    if (m_token != 0)
        m_shared.exchanges.remove(m_token);
}

void Connection::enter(State state, int deadlineMs)
{
    m_state = state;
    m_enteredNs = m_shared.clock.steadyNs();
    m_markNs = m_enteredNs;
    m_arrivedAtMark = m_arrived;
    m_slow = false;
    m_deadlineNs = m_enteredNs + deadlineMs * 1'000'000LL;
}

// Answers may come while a request is still being handed over; the loop then takes the next request, not the stack.
void Connection::advance()
{
    if (m_state == State::Lingering)
        return drain();
    if (m_advancing)
        return;
    const QScopedValueRollback running(m_advancing, true);
    while (isReading() && readSome()) {
    }
}

bool Connection::readSome()
{
    if (!m_leftover.isEmpty())
        return consume(QByteArrayView(m_leftover).sliced(m_leftoverAt), true);
    QByteArray &scratch = m_shared.scratch;
    const qint64 size = m_socket->read(scratch.data(), scratch.size());
    m_arrived += std::max<qint64>(size, 0);
    return size > 0 && consume(QByteArrayView(scratch.constData(), size), false);
}

// `input` lies in memory that other connections use too, so what is left is put aside before anything else runs.
bool Connection::consume(QByteArrayView input, bool isLeftover)
{
    for (;;) {
        const HttpFraming::Progress progress = m_framing.feed(input);
        input = input.sliced(progress.consumed);
        switch (progress.step) {
        case HttpFraming::Step::Head:
            if (!onHead(!input.isEmpty()))
                return false;
            break;
        case HttpFraming::Step::NeedMore:
            m_leftover.clear();
            return onNeedMore();
        case HttpFraming::Step::Complete:
            if (!isLeftover)
                m_leftover = input.toByteArray();
            else if (input.isEmpty())
                m_leftover.clear();
            m_leftoverAt = m_leftover.size() - input.size();
            dispatch();
            return true;
        case HttpFraming::Step::Failed:
            refuse(m_framing.error());
            return false;
        }
    }
}

bool Connection::onHead(bool bodyHasBegun)
{
    const HttpRequest &head = m_framing.head();
    m_headOnly = head.method == "HEAD";
    const Ruling ruling = m_shared.rule(head);
    if (ruling.refusal) {
        refuse(*ruling.refusal, ruling.allow);
        return false;
    }
    m_framing.setMaxBody(std::min(ruling.maxBody, m_shared.settings.maxBody));
    m_continueDue = head.expectsContinue && !bodyHasBegun;
    return true;
}

bool Connection::onNeedMore()
{
    if (!reserve(m_framing.heldBytes())) {
        refuse(tooManyBytes());
        return false;
    }
    const HttpRequest &head = m_framing.head();
    const bool inBody = m_framing.isInBody();
    if (inBody && m_state != State::Body) {
        enter(State::Body, m_shared.settings.bodyDeadlineMs);
        if (head.chunked || head.contentLength.value_or(0) > kQuietReadBuffer)
            m_socket->setReadBufferSize(kBodyReadBuffer);
    } else if (!inBody && m_state == State::Idle && m_framing.isStarted()) {
        enter(State::Head, m_shared.settings.headDeadlineMs);
    }
    if (std::exchange(m_continueDue, false)) {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket->flush();
    }
    return isReading();
}

// QHttpServer is given method, path and the number of the exchange, nothing that the sender chose besides: its parser,
// which is not strict and goes byte by byte, has no second opinion to form, and the body is not copied once more.
void Connection::dispatch()
{
    if (m_shared.stopping)
        return refuse({ErrorCode::ShuttingDown, u"The listener is stopping. Nothing was stored; send again later."_s});
    if (!reserve(m_framing.heldBytes() + m_leftover.capacity()))
        return refuse(tooManyBytes());
    m_request = m_framing.takeRequest();
    m_keepAlive = m_request.keepAlive;
    m_headOnly = m_request.method == "HEAD";
    m_token = ++m_shared.lastToken;
    m_shared.exchanges.insert(m_token, this);
    if (m_socket->readBufferSize() != kQuietReadBuffer)
        m_socket->setReadBufferSize(kQuietReadBuffer);
    enter(State::Waiting, m_shared.settings.responseDeadlineMs);
    if (m_virtual.isNull()) {
        m_virtual = new VirtualSocket(m_peer, m_socket->peerPort(), parent());
        connect(m_virtual, &VirtualSocket::refused, this, [this] {
            if (m_state == State::Waiting)
                refuse({ErrorCode::Malformed, u"The request target cannot be read."_s});
        });
        m_shared.handOver(m_virtual);
    }
    const qsizetype query = m_request.target.indexOf('?');
    const QByteArray path = query < 0 ? m_request.target : m_request.target.first(query);
    m_virtual->offer(m_request.method + ' ' + path + " HTTP/1.1\r\n" + kExchangeHeader + ": " +
                     QByteArray::number(m_token) + "\r\n\r\n");
}

void Connection::complete(const QByteArray &extraHead)
{
    endExchange();
    account(m_leftover.capacity()); // the request is gone; a client that does not read its answer holds no budget
    if (m_state == State::Gone)
        return finish();
    QByteArrayView written = m_virtual ? m_virtual->takeWritten() : QByteArrayView();
    const qsizetype statusEnd = written.indexOf("\r\n") + 2;
    const bool closing = !m_keepAlive || m_shared.stopping || statusEnd < 2;
    if (m_headOnly)
        written = written.first(std::min(written.size(), written.indexOf("\r\n\r\n") + 4));
    if (!closing && extraHead.isEmpty())
        return send(written, false);
    QByteArray message = written.toByteArray();
    if (closing)
        message.insert(statusEnd, "Connection: close\r\n");
    message.insert(statusEnd, extraHead);
    send(message, closing);
}

void Connection::refuse(const Error &error, QByteArrayView allow)
{
    endExchange();
    m_leftover.clear();
    m_framing.abandon();
    account(0);
    send(closingMessage(problemAnswer(error, allow), !m_headOnly), true);
}

void Connection::giveWay()
{
    if (m_state == State::Writing) // its client does not read, so nothing more can be said
        return finish();
    refuse({ErrorCode::QueueFull, u"The request came too slowly while others waited. Send again."_s});
}

Connection::Silence Connection::silence() const
{
    if (m_state == State::Idle)
        return m_shared.clock.steadyNs() - m_enteredNs < kFreshNs ? Silence::Fresh : Silence::Idle;
    return m_state == State::Head ? Silence::Head : Silence::None;
}

// At once, without the time that a refused client has to read: it would keep the place that somebody else needs.
void Connection::closeSilent()
{
    if (m_state == State::Head && m_socket->bytesToWrite() == 0)
        sendAtOnce(m_socket->socketDescriptor(), closingMessage(problemAnswer(tooManyConnections())));
    finish();
}

void Connection::send(QByteArrayView message, bool closeAfterwards)
{
    enter(State::Writing, m_shared.settings.responseDeadlineMs);
    m_closeAfterwards = closeAfterwards;
    if (m_socket->bytesToWrite() == 0)
        message = message.sliced(sendAtOnce(m_socket->socketDescriptor(), message));
    if (!message.isEmpty()) {
        m_socket->write(message.data(), message.size());
        m_socket->flush();
    }
    m_unsentAtMark = m_socket->bytesToWrite();
    onWritten();
}

void Connection::onWritten()
{
    if (m_state != State::Writing || m_socket->bytesToWrite() > 0)
        return;
    account(m_leftover.capacity());
    if (m_closeAfterwards)
        return linger();
    m_headOnly = false;
    enter(State::Idle, m_shared.settings.idleDeadlineMs);
    advance();
}

void Connection::linger()
{
    enter(State::Lingering, m_shared.settings.lingerMs);
    m_leftover.clear();
    account(0);
    closeSendingHalf(m_socket->socketDescriptor());
    m_socket->setReadBufferSize(kBodyReadBuffer);
    drain();
}

void Connection::drain()
{
    QByteArray &scratch = m_shared.scratch;
    for (qint64 size = 1; size > 0 && m_state == State::Lingering;) {
        size = m_socket->read(scratch.data(), scratch.size());
        m_drained += std::max<qint64>(size, 0);
        if (m_drained > m_shared.settings.lingerBytes)
            return finish();
    }
}

void Connection::closeIfIdle()
{
    if (m_state == State::Idle && !m_framing.isStarted())
        linger();
}

// Over whole windows, so that a pause between two packets is no slowness.
void Connection::measureRate(qint64 nowNs)
{
    const qint64 elapsedNs = nowNs - m_markNs;
    if (elapsedNs < kRateWindowNs)
        return;
    const qint64 unsent = m_socket->bytesToWrite();
    m_slow = m_state == State::Writing ? unsent >= m_unsentAtMark
                                       : double(m_arrived - m_arrivedAtMark) * 1e9 <
                                             double(m_shared.settings.minRequestRate) * double(elapsedNs);
    m_markNs = nowNs;
    m_arrivedAtMark = m_arrived;
    m_unsentAtMark = unsent;
}

void Connection::sweep(qint64 nowNs)
{
    measureRate(nowNs);
    if (nowNs < m_deadlineNs)
        return;
    switch (m_state) {
    case State::Idle:
        return linger();
    case State::Head:
        return refuse({ErrorCode::RequestTimeout, u"The head of the request took too long."_s});
    case State::Body:
        return refuse({ErrorCode::RequestTimeout, u"The body of the request took too long."_s});
    case State::Waiting:
        emit abandoned(m_token);
        return refuse({ErrorCode::JournalUnavailable, u"The journal did not answer in time; send again."_s});
    case State::Gone:
        emit abandoned(m_token);
        return finish();
    case State::Writing:
    case State::Lingering:
        return finish();
    case State::Closed:
        return;
    }
}

void Connection::endExchange()
{
    if (m_token == 0)
        return;
    m_shared.exchanges.remove(m_token);
    m_token = 0;
    m_request = {};
}

bool Connection::account(qint64 bytes)
{
    m_shared.bytesInFlight += bytes - m_accounted;
    m_accounted = bytes;
    // Small requests have a reserve: whoever hoards the budget with large bodies shuts out nobody but large bodies.
    const qint64 reserve = bytes <= kSmallRequest ? kSmallRequestReserve : 0;
    return m_shared.bytesInFlight + m_shared.heldBehind() <= m_shared.settings.maxBytesInFlight + reserve;
}

bool Connection::reserve(qint64 bytes)
{
    while (!account(bytes)) {
        if (!m_shared.makeRoom(this))
            return false;
    }
    return true;
}

// An answer that is owed keeps the exchange, its memory in the books, and the virtual socket: the program still holds
// the request.
void Connection::onDisconnected()
{
    m_leftover.clear();
    if (m_state == State::Waiting)
        m_state = State::Gone;
    else if (m_state != State::Gone)
        finish();
}

void Connection::finish()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    endExchange();
    account(0);
    m_socket->disconnect(this);
    m_socket->abort();
    if (m_virtual)
        m_virtual->retire();
    emit closed(this);
    deleteLater();
}

} // namespace hookboard
