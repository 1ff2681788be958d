// WireClient: a client of plain bytes, so that tests can say what no HTTP library would. Needs a running event loop.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpSocket>

namespace hookboard::test {

// Runs events until `holds` does; wakes with them, while QTest::qWaitFor() naps 10 ms at a time.
template <typename Predicate> bool waitUntil(Predicate holds, int ms)
{
    QTimer alarm;
    alarm.setSingleShot(true);
    alarm.start(ms);
    while (!holds()) {
        if (!alarm.isActive())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

struct WireAnswer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }
};

class WireClient : public QObject
{
public:
    // `from`: the address that the client comes from, such as 127.0.0.2; null = as the system chooses.
    explicit WireClient(quint16 port, const QHostAddress &from = {})
    {
        if (!from.isNull())
            m_socket.bind(from);
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
        m_socket.connectToHost(QHostAddress::LocalHost, port);
    }

    bool waitConnected()
    {
        return waitUntil([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, 5000);
    }
    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    QTcpSocket &socket() { return m_socket; }
    const QByteArray &received() const { return m_received; }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    bool waitClosed(int ms = 5000)
    {
        return waitUntil([this] { return isClosed(); }, ms);
    }

    // Takes the next answer off the stream; status 0 when none came in time.
    WireAnswer answer(bool toHead = false, int ms = 5000)
    {
        WireAnswer taken;
        const bool came = waitUntil([&] { return parse(taken, toHead); }, ms);
        return came ? taken : WireAnswer();
    }
    // One request, one answer.
    WireAnswer ask(const QByteArray &request)
    {
        send(request);
        return answer(request.startsWith("HEAD"));
    }

private:
    bool parse(WireAnswer &answer, bool toHead)
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        WireAnswer parsed;
        parsed.head = m_received.first(end + 2);
        parsed.status = parsed.head.mid(9, 3).toInt();
        const bool empty = toHead || parsed.status == 100;
        const qsizetype length = empty ? 0 : parsed.header("Content-Length").toLongLong();
        if (m_received.size() < end + 4 + length)
            return false;
        parsed.body = m_received.mid(end + 4, length);
        m_received.remove(0, end + 4 + length);
        answer = parsed;
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_received;
};

inline QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace hookboard::test
