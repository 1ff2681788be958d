// LoadConnection: one kept-alive HTTP/1.1 client connection with one request under way at a time. Connects again when
// the server closes. Lives in the thread of its LoadGenerator, which owns it.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

namespace hookboard {

class LoadConnection : public QObject
{
    Q_OBJECT
public:
    LoadConnection(QString host, quint16 port, QObject *parent = nullptr);
    ~LoadConnection() override;

    void open();
    bool isIdle() const { return m_socket.state() == QAbstractSocket::ConnectedState && !m_busy; }
    bool isBusy() const { return m_busy; }
    // Precondition: isIdle(). `dueNs` comes back with the answer.
    void send(const QByteArray &request, qint64 dueNs);

signals:
    void idle();
    void answered(int status, qint64 dueNs);
    void unanswered(); // the connection ended under a request
    void failed(const QString &why);

private:
    void onReadyRead();
    void onDisconnected();
    // Length of the whole message at the front of m_answer, 0 while it is incomplete.
    qsizetype completeAnswer() const;

    QString m_host;
    quint16 m_port;
    QTcpSocket m_socket;
    QTimer m_reconnect;
    QByteArray m_answer;
    qint64 m_dueNs = 0;
    bool m_busy = false;
};

} // namespace hookboard
