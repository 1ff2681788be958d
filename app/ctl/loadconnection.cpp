#include "app/ctl/loadconnection.h"

#include <array>

namespace hookboard {

namespace {

constexpr int kReconnectMs = 50;

int statusOf(const QByteArray &head)
{
    return head.mid(9, 3).toInt(); // "HTTP/1.1 200"
}

// Value of a header field, lower case; null when absent.
QByteArray field(const QByteArray &lowerHead, const QByteArray &name)
{
    const qsizetype at = lowerHead.indexOf("\r\n" + name + ':');
    if (at < 0)
        return {};
    const qsizetype from = at + 3 + name.size();
    return lowerHead.sliced(from, lowerHead.indexOf("\r\n", from) - from).trimmed();
}

} // namespace

LoadConnection::LoadConnection(QString host, quint16 port, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_port(port)
{
    m_reconnect.setSingleShot(true);
    m_reconnect.setInterval(kReconnectMs);
    connect(&m_reconnect, &QTimer::timeout, this, &LoadConnection::open);
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        emit idle();
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, &LoadConnection::onReadyRead);
    connect(&m_socket, &QTcpSocket::disconnected, this, &LoadConnection::onDisconnected);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::RemoteHostClosedError)
            return; // disconnected() follows
        emit failed(m_socket.errorString());
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            onDisconnected();
    });
}

LoadConnection::~LoadConnection()
{
    m_socket.disconnect(this); // closing it must not call back into what is already gone
}

void LoadConnection::open()
{
    // Unbuffered: a request goes to the kernel in the same call, not after another turn of the event loop.
    m_socket.connectToHost(m_host, m_port, QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void LoadConnection::send(const QByteArray &request, qint64 dueNs)
{
    m_busy = true;
    m_dueNs = dueNs;
    m_socket.write(request);
}

void LoadConnection::onReadyRead()
{
    std::array<char, 16 * 1024> chunk;
    for (qint64 got = 0; (got = m_socket.read(chunk.data(), chunk.size())) > 0;) {
        m_answer.append(chunk.data(), got);
        if (got < static_cast<qint64>(chunk.size()))
            break;
    }
    while (const qsizetype length = completeAnswer()) {
        const QByteArray answer = m_answer.first(length);
        m_answer.remove(0, length);
        const int status = statusOf(answer);
        if (status < 200 || !m_busy)
            continue; // 100 Continue
        m_busy = false;
        emit answered(status, m_dueNs);
        if (answer.contains("onnection: close"))
            m_socket.disconnectFromHost();
        else if (!m_busy)
            emit idle();
    }
}

qsizetype LoadConnection::completeAnswer() const
{
    const qsizetype headEnd = m_answer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    const qsizetype bodyAt = headEnd + 4;
    const int status = statusOf(m_answer);
    if (status < 200 || status == 204 || status == 304)
        return bodyAt;
    const QByteArray head = m_answer.first(headEnd + 2).toLower();
    const QByteArray length = field(head, "content-length");
    qsizetype end = bodyAt;
    if (!length.isNull()) {
        end = bodyAt + length.toLongLong();
    } else if (field(head, "transfer-encoding") == "chunked") {
        const qsizetype last = m_answer.indexOf("\r\n0\r\n\r\n", headEnd);
        end = last < 0 ? m_answer.size() + 1 : last + 7;
    }
    return m_answer.size() < end ? 0 : end;
}

void LoadConnection::onDisconnected()
{
    m_answer.clear();
    if (m_busy) {
        m_busy = false;
        emit unanswered();
    }
    m_reconnect.start();
}

} // namespace hookboard
