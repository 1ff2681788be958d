#include "app/desktop/singleinstance.h"

#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAnswerMs = 1'000; // start-up may wait this long for a process that does not answer
constexpr auto kRaise = "raise\n";
constexpr auto kRaised = "raised\n";

} // namespace

SingleInstance::SingleInstance(QString socketName, QObject *parent)
    : QObject(parent)
    , m_socketName(std::move(socketName))
{}

bool SingleInstance::raiseRunning() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketName);
    if (!socket.waitForConnected(kAnswerMs))
        return false;
    socket.write(kRaise);
    return socket.waitForBytesWritten(kAnswerMs) && socket.waitForReadyRead(kAnswerMs) &&
           socket.readLine(16) == kRaised;
}

Status SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socketName); // left behind by a crash; the profile lock says that we are alone
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->readLine(16) != kRaise) {
                    socket->abort();
                    return;
                }
                socket->write(kRaised);
                socket->disconnectFromServer();
                emit raiseRequested();
            });
        }
    });
    if (m_server->listen(m_socketName))
        return Done();
    return {ErrorCode::Io,
            u"A second start cannot raise this window: %1 (%2)."_s.arg(m_server->errorString(), m_socketName)};
}

} // namespace hookboard
