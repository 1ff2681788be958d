// VirtualSocket: what QHttpServer holds instead of a client's socket. It is fed one small, canonical request at a time
// and collects the answer. It never touches the network and does not know whether the client is still there, so an
// answer that comes late is written to memory and thrown away. Ingest thread; made by Connection, given to QHttpServer,
// which deletes it after retire().
#pragma once

#include <QtCore/QByteArray>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpSocket>

namespace hookboard {

class VirtualSocket final : public QTcpSocket
{
    Q_OBJECT
public:
    VirtualSocket(const QHostAddress &peer, quint16 peerPort, QObject *parent);

    // Hands a request to QHttpServer, which may answer before this returns.
    void offer(const QByteArray &request);
    // What QHttpServer wrote since the last call. Valid until it writes again.
    QByteArrayView takeWritten();
    // Tells QHttpServer that the connection is over; the object is deleted by it later.
    void retire();

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override;
    void disconnectFromHost() override;
    void close() override;

signals:
    // QHttpServer wants the connection closed, which it only does with a request that it cannot read.
    void refused();

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 readLineData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;
    qint64 skipData(qint64 maxSize) override;

private:
    QByteArray m_offered;
    qsizetype m_read = 0;
    QByteArray m_written; // keeps its memory from answer to answer: QHttpServer writes them in a dozen pieces
    bool m_taken = false;
};

} // namespace hookboard
