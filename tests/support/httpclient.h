// A minimal HTTP/1.1 client for tests: one request over one fresh connection, answered or not, without the event loop
// of the thing under test being blocked (both live in the test's thread or in threads of their own).
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMessageAuthenticationCode>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <utility>

namespace hookboard {

struct HttpAnswer
{
    int status = 0; // 0 = the connection ended without an answer
    QByteArray head;
    QByteArray body;
};

inline HttpAnswer exchange(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    QByteArray received;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(request); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    const auto complete = [&] {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return socket.state() == QAbstractSocket::UnconnectedState && !received.isNull();
        const qsizetype length = received.left(end).toLower().indexOf("content-length:");
        if (length < 0)
            return true;
        const qsizetype size = received.mid(length + 15, received.indexOf("\r\n", length) - length - 15).trimmed().toLongLong();
        return received.size() >= end + 4 + size;
    };
    const bool done = QTest::qWaitFor(complete, 10'000);
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (!done || end < 0)
        return {};
    return {received.mid(9, 3).toInt(), received.left(end), received.mid(end + 4)};
}

inline QByteArray post(const QByteArray &path, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArray request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    return request + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray githubPost(const QByteArray &source, const QByteArray &body, const QByteArray &secret,
                             const QByteArray &deliveryId, const QByteArray &type = "push")
{
    const QByteArray mac = QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
    return post("/hooks/" + source, body,
                {{"X-Hub-Signature-256", "sha256=" + mac}, {"X-GitHub-Delivery", deliveryId}, {"X-GitHub-Event", type}});
}

} // namespace hookboard
