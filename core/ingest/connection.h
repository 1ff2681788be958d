// Connection: one client, from accept to close. Owns the real socket, frames requests one after the other, hands each
// complete one to QHttpServer through a VirtualSocket, and sends what comes back. While a request waits for its answer
// nothing more is framed, so TCP slows the client down. Ingest thread; a child of its ConnectionGuard.
#pragma once

#include "core/ingest/answer.h"
#include "core/ingest/httpframing.h"
#include "core/types/clock.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtNetwork/QHostAddress>

#include <functional>
#include <optional>

class QTcpSocket;

namespace hookboard {

class Connection;
class VirtualSocket;

// Names the exchange in what QHttpServer is given.
inline constexpr char kExchangeHeader[] = "Id";

// What a complete head is worth: how large its body may be, or why it is refused before the body is read.
struct Ruling
{
    qint64 maxBody = 0;
    std::optional<Error> refusal;
    QByteArray allow; // for MethodNotAllowed
};

// What the connections of one guard share.
struct GuardState
{
    IngestSettings settings;
    const Clock &clock;
    std::function<Ruling(const HttpRequest &)> rule;
    std::function<void(VirtualSocket *)> handOver;
    std::function<bool(const Connection *)> makeRoom; // for that one; false when nobody has to give way
    std::function<qint64()> heldBehind;               // bytes of requests that are answered and not let go of yet
    QByteArray scratch;                               // where sockets are read into
    QHash<quint64, Connection *> exchanges;           // requests that wait for an answer
    quint64 lastToken = 0;
    qint64 bytesInFlight = 0;
    bool stopping = false;
};

// What a client hears for which there is no place.
Error tooManyConnections();

class Connection : public QObject
{
    Q_OBJECT
public:
    // Takes the socket, which is connected already.
    Connection(QTcpSocket *socket, GuardState &shared, QObject *parent);
    ~Connection() override;

    // Answers with an error, whatever comes, and closes.
    void refuse(const Error &error, QByteArrayView allow = {});
    // Closes when no request has begun.
    void closeIfIdle();
    // Does what is due at that time of Clock::steadyNs().
    void sweep(qint64 nowNs);

    // The exchange that waits:
    HttpRequest takeRequest() { return std::move(m_request); }
    const QByteArray &peerText() const { return m_peerText; }
    QHostAddress peer() const { return m_peer; }
    // Accounts for further memory of the request; false when the budget has no room for it.
    bool hold(qint64 bytes) { return reserve(m_accounted + bytes); }
    // The answer is written to the virtual socket: sends it, with these further header lines.
    void complete(const QByteArray &extraHead);

    // True for a request that comes too slowly to keep its memory when others need it, and for an answer that is not
    // read while more requests wait behind it.
    bool isSlow() const { return m_slow && (isReading() || m_state == State::Writing) && m_accounted > 0; }
    // Gives its memory back: with an answer where none is under way.
    void giveWay();
    qint64 accounted() const { return m_accounted; }

    // How readily it gives up its place when all are taken, the last of these first. What has just come, or was just
    // answered, is Fresh: its request may be here and only not read yet.
    enum class Silence : quint8 { None, Fresh, Head, Idle };
    Silence silence() const;
    qint64 silentSinceNs() const { return m_enteredNs; }
    void closeSilent();

    bool owesAnswer() const { return m_state == State::Waiting || m_state == State::Gone || m_state == State::Writing; }

signals:
    // No answer came in time, and none is wanted any more.
    void abandoned(quint64 token);
    // The last word; the object deletes itself.
    void closed(hookboard::Connection *self);

private:
    enum class State : quint8 {
        Idle, // nothing of a request has come
        Head,
        Body,
        Waiting, // with the program
        Gone,    // the same, but the client has left
        Writing,
        Lingering, // answered for good: what still comes is thrown away
        Closed
    };

    bool isReading() const { return m_state == State::Idle || m_state == State::Head || m_state == State::Body; }
    void enter(State state, int deadlineMs);
    void advance();
    bool readSome();
    bool consume(QByteArrayView input, bool isLeftover);
    bool onHead(bool bodyHasBegun);
    bool onNeedMore();
    void dispatch();
    void send(QByteArrayView message, bool closeAfterwards);
    void onWritten();
    void linger();
    void drain();
    void endExchange();
    // What this connection holds now; false when the budget of all is exceeded by it.
    bool account(qint64 bytes);
    // The same, after slow requests of others have given way where that helps.
    bool reserve(qint64 bytes);
    void measureRate(qint64 nowNs);
    void onDisconnected();
    void finish();

    QTcpSocket *m_socket;
    GuardState &m_shared;
    QPointer<VirtualSocket> m_virtual;
    HttpFraming m_framing;
    HttpRequest m_request;
    QHostAddress m_peer;
    QByteArray m_peerText;

    State m_state = State::Idle;
    bool m_advancing = false;
    bool m_continueDue = false;
    bool m_keepAlive = true;
    bool m_headOnly = false;
    bool m_closeAfterwards = false;
    quint64 m_token = 0;
    qint64 m_deadlineNs = 0;
    qint64 m_enteredNs = 0; // since when it is in this state
    qint64 m_arrived = 0;   // bytes of all requests so far
    qint64 m_markNs = 0;    // since when the rate is measured
    qint64 m_arrivedAtMark = 0;
    qint64 m_unsentAtMark = 0; // of the answer
    bool m_slow = false;
    qint64 m_accounted = 0;
    qint64 m_drained = 0;
    QByteArray m_leftover; // bytes after the request that waits, from m_leftoverAt on
    qsizetype m_leftoverAt = 0;
};

} // namespace hookboard
