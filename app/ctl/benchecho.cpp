#include "app/ctl/bench.h"
#include "app/ctl/console.h"
#include "app/ctl/terminationsignal.h"

#include <QtCore/QCoreApplication>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// One answer per request whose end has arrived. A load generator has one request under way on each connection, and its
// head comes in one piece.
class EchoConnection : public QObject
{
public:
    explicit EchoConnection(QTcpSocket *socket)
        : QObject(socket)
        , m_socket(socket)
    {
        connect(socket, &QTcpSocket::readyRead, this, &EchoConnection::onReadyRead);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void onReadyRead()
    {
        const QByteArray data = m_socket->readAll();
        if (m_received == 0)
            m_requestSize = sizeOf(data);
        m_received += data.size();
        if (m_received < m_requestSize)
            return;
        m_received = 0;
        m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n"
                        "{\"status\":\"ok\"}");
    }

    static qsizetype sizeOf(const QByteArray &request)
    {
        const qsizetype headEnd = request.indexOf("\r\n\r\n");
        const qsizetype length = request.indexOf("Content-Length: ");
        if (headEnd < 0 || length < 0)
            return 0;
        const qsizetype from = length + 16;
        return headEnd + 4 + request.sliced(from, request.indexOf('\r', from) - from).toLongLong();
    }

    QTcpSocket *m_socket;
    qsizetype m_requestSize = 0;
    qsizetype m_received = 0;
};

} // namespace

Outcome benchEcho(const Invocation &)
{
    QTcpServer server;
    server.setListenBacklogSize(1024);
    if (!server.listen(QHostAddress::LocalHost))
        return Error{ErrorCode::Io, server.errorString()};
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            new EchoConnection(socket); // owned by the socket
        }
    });
    const TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::requested, &server, &QCoreApplication::quit);
    printJsonLine({{"listening"_L1, u"http://127.0.0.1:%1"_s.arg(server.serverPort())}});
    flushOutput();
    return QCoreApplication::exec();
}

} // namespace hookboard
