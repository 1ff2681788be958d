// HookServer: the routes. Judges heads for the guard, turns complete requests into deliveries, and receipts into
// answers. It knows each waiting request by the number of its exchange and holds the responder that QHttpServer made
// for it, so an answer for a client that left is dropped here. Ingest thread; owned by HttpListener.
#pragma once

#include "core/ingest/answer.h"
#include "core/ingest/connectionguard.h"
#include "core/ingest/httplistener.h"

#include <QtHttpServer/QAbstractHttpServer>
#include <QtHttpServer/QHttpServerResponder>

#include <optional>
#include <unordered_map>

namespace hookboard {

class HookServer final : public QAbstractHttpServer
{
    Q_OBJECT
public:
    HookServer(const IngestSettings &settings, Acceptor &acceptor, const Clock &clock);
    ~HookServer() override;

    ConnectionGuard &guard() { return *m_guard; }
    // True when every request that was handed over is answered.
    bool isDrained() const { return m_waiting.empty() && m_guard->isDrained(); }

protected:
    // Qt 6.5 changed who makes the responder.
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#endif

private:
    // A request that is answered while QHttpServer hands it over uses the responder where it is: newer Qt connects a
    // socket once more for each responder that dies before that is over.
    struct Waiting
    {
        QHttpServerResponder *handedOver = nullptr;
        std::optional<QHttpServerResponder> kept;
    };

    Ruling rule(const HttpRequest &head) const;
    void handle(const QHttpServerRequest &request, QHttpServerResponder &responder);
    void deliver(quint64 token, Connection &connection);
    void answer(quint64 token, const Answer &answer);

    const IngestSettings m_settings;
    Acceptor &m_acceptor;
    const Clock &m_clock;
    ConnectionGuard *m_guard;
    std::unordered_map<quint64, Waiting> m_waiting; // by exchange
};

} // namespace hookboard
