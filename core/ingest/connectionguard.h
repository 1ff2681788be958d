// ConnectionGuard: the QTcpServer that stands between clients and QHttpServer. It counts connections (in total and per
// address) and bytes, sweeps the deadlines, and gives QHttpServer virtual sockets only. A request that waits for its
// answer is an exchange, named by a number that is never used twice: an answer for an exchange that is over is lost,
// not dangerous. Ingest thread; a child of the QAbstractHttpServer it is bound to.
#pragma once

#include "core/ingest/connection.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpServer>

namespace hookboard {

class ConnectionGuard : public QTcpServer
{
    Q_OBJECT
public:
    using Rule = std::function<Ruling(const HttpRequest &)>;
    using HeldBehind = std::function<qint64()>;

    // `rule` judges every head before its body is read. What `heldBehind` tells of counts as in flight. The clock must
    // outlive the guard.
    ConnectionGuard(IngestSettings settings, const Clock &clock, Rule rule, HeldBehind heldBehind,
                    QObject *parent = nullptr);
    ~ConnectionGuard() override;

    // Requests that are complete are still answered, later ones get 503, connections without a request are closed.
    void stopAccepting();
    int connectionCount() const { return static_cast<int>(m_connections.size()); }
    // True when no connection owes an answer or has one that did not leave yet.
    bool isDrained() const;

    // The exchange that waits under that number; null when it is over.
    Connection *exchange(quint64 token) const { return m_shared.exchanges.value(token); }

signals:
    // Nobody waits for the answer of that exchange any more.
    void abandoned(quint64 token);

protected:
    void incomingConnection(qintptr socketDescriptor) override;

private:
    // Closes a silent connection for it when all places are taken.
    bool hasRoomFor(const QHostAddress &peer);
    void turnAway(Connection *connection);
    void forget(Connection *connection);
    void sweep();
    bool makeRoom(const Connection *asking);

    GuardState m_shared;
    QList<Connection *> m_connections;
    QHash<QHostAddress, int> m_perAddress;
    int m_turnedAway = 0; // connections beyond the caps that still read their 503
    QTimer m_sweeper;
};

} // namespace hookboard
