#include "core/ingest/connectionguard.h"

#include "core/ingest/virtualsocket.h"

#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSweepMs = 250;
constexpr int kBacklog = 1024;
constexpr int kScratchBytes = 64 * 1024;
constexpr int kMaxTurnedAway = 128; // beyond that a connection is closed without a word

} // namespace

ConnectionGuard::ConnectionGuard(IngestSettings settings, const Clock &clock, Rule rule, HeldBehind heldBehind,
                                 QObject *parent)
    : QTcpServer(parent)
    , m_shared{.settings = std::move(settings),
               .clock = clock,
               .rule = std::move(rule),
               .handOver = [this](VirtualSocket *socket) { addPendingConnection(socket); },
               .makeRoom = [this](const Connection *asking) { return makeRoom(asking); },
               .heldBehind = std::move(heldBehind),
               .scratch = QByteArray(kScratchBytes, Qt::Uninitialized),
               .exchanges = {}}
{
    setListenBacklogSize(kBacklog);
    m_sweeper.setInterval(kSweepMs);
    connect(&m_sweeper, &QTimer::timeout, this, &ConnectionGuard::sweep);
    // Without file descriptors to spare QTcpServer stops accepting for good; the sweep lets it try again.
    connect(this, &QTcpServer::acceptError, &m_sweeper, qOverload<>(&QTimer::start));
}

ConnectionGuard::~ConnectionGuard()
{
    close();
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly)); // they use m_shared
}

void ConnectionGuard::incomingConnection(qintptr socketDescriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(socketDescriptor))
        return;
    const QHostAddress peer = socket->peerAddress();
    const bool full = !hasRoomFor(peer);
    if (full && m_turnedAway >= kMaxTurnedAway)
        return socket->abort();
    auto *connection = new Connection(socket.release(), m_shared, this);
    m_connections.append(connection);
    if (!m_sweeper.isActive())
        m_sweeper.start();
    connect(connection, &Connection::abandoned, this, &ConnectionGuard::abandoned);
    if (full)
        return turnAway(connection);
    ++m_perAddress[peer];
    connect(connection, &Connection::closed, this, [this](Connection *self) {
        if (--m_perAddress[self->peer()] == 0)
            m_perAddress.remove(self->peer());
        forget(self);
    });
}

void ConnectionGuard::turnAway(Connection *connection)
{
    ++m_turnedAway;
    connect(connection, &Connection::closed, this, [this](Connection *self) {
        --m_turnedAway;
        forget(self);
    });
    connection->refuse(tooManyConnections());
}

// Sockets that say nothing cost their owner nothing, so they must not shut out who has something to deliver: the one
// that was silent longest between requests is closed, else the one that is longest at its head.
bool ConnectionGuard::hasRoomFor(const QHostAddress &peer)
{
    const bool addressIsFull = m_perAddress.value(peer) >= m_shared.settings.maxConnectionsPerAddress;
    if (!addressIsFull && connectionCount() - m_turnedAway < m_shared.settings.maxConnections)
        return true;
    Connection *silent = nullptr;
    std::pair most{Connection::Silence::None, qint64(0)};
    for (Connection *connection : std::as_const(m_connections)) {
        const std::pair silence{connection->silence(), -connection->silentSinceNs()};
        const bool gives = silence.first != Connection::Silence::None && (!addressIsFull || connection->peer() == peer);
        if (gives && (silent == nullptr || silence > most)) {
            silent = connection;
            most = silence;
        }
    }
    if (silent)
        silent->closeSilent();
    return silent != nullptr;
}

void ConnectionGuard::forget(Connection *connection)
{
    m_connections.removeOne(connection);
}

void ConnectionGuard::stopAccepting()
{
    close();
    m_shared.stopping = true;
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->closeIfIdle();
}

bool ConnectionGuard::isDrained() const
{
    return std::none_of(m_connections.begin(), m_connections.end(),
                        [](const Connection *connection) { return connection->owesAnswer(); });
}

// The slow request that holds most gives way, so that nobody keeps others out by sending much and then little. It is
// told to send again; an honest sender on a slow line loses only its turn.
bool ConnectionGuard::makeRoom(const Connection *asking)
{
    Connection *largest = nullptr;
    for (Connection *connection : std::as_const(m_connections)) {
        const bool larger = largest == nullptr || connection->accounted() > largest->accounted();
        if (connection != asking && connection->isSlow() && larger)
            largest = connection;
    }
    if (largest)
        largest->giveWay();
    return largest != nullptr;
}

// Works on a copy: sweeping closes connections.
void ConnectionGuard::sweep()
{
    if (isListening())
        resumeAccepting();
    const qint64 now = m_shared.clock.steadyNs();
    const QList<Connection *> connections = m_connections;
    for (Connection *connection : connections)
        connection->sweep(now);
    if (m_connections.isEmpty())
        m_sweeper.stop();
}

} // namespace hookboard
