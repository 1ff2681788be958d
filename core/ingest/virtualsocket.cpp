#include "core/ingest/virtualsocket.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace hookboard {

namespace {

constexpr qsizetype kUsualAnswer = 512;
constexpr qsizetype kKeptAnswer = 4 * 1024;

} // namespace

VirtualSocket::VirtualSocket(const QHostAddress &peer, quint16 peerPort, QObject *parent)
    : QTcpSocket(parent)
{
    setPeerAddress(peer);
    setPeerPort(peerPort);
    setSocketState(QAbstractSocket::ConnectedState);
    setOpenMode(QIODevice::ReadWrite);
}

void VirtualSocket::offer(const QByteArray &request)
{
    m_offered = request;
    m_read = 0;
    emit readyRead();
}

QByteArrayView VirtualSocket::takeWritten()
{
    m_taken = true;
    return m_written;
}

void VirtualSocket::retire()
{
    if (state() == QAbstractSocket::UnconnectedState)
        return;
    m_offered.clear();
    m_read = 0;
    setSocketState(QAbstractSocket::UnconnectedState);
    emit disconnected();
}

qint64 VirtualSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_offered.size() - m_read;
}

qint64 VirtualSocket::bytesToWrite() const
{
    return 0;
}

void VirtualSocket::disconnectFromHost()
{
    if (state() == QAbstractSocket::ConnectedState)
        emit refused();
}

void VirtualSocket::close()
{
    disconnectFromHost();
}

qint64 VirtualSocket::readData(char *data, qint64 maxSize)
{
    const auto size = std::min<qsizetype>(static_cast<qsizetype>(maxSize), m_offered.size() - m_read);
    std::memcpy(data, m_offered.constData() + m_read, static_cast<std::size_t>(size));
    m_read += size;
    return size;
}

qint64 VirtualSocket::readLineData(char *data, qint64 maxSize)
{
    return QIODevice::readLineData(data, maxSize);
}

qint64 VirtualSocket::writeData(const char *data, qint64 size)
{
    if (std::exchange(m_taken, false)) {
        if (m_written.capacity() > kKeptAnswer)
            m_written = {};
        m_written.resize(0);
        m_written.reserve(kUsualAnswer);
    }
    m_written.append(data, static_cast<qsizetype>(size));
    return size;
}

qint64 VirtualSocket::skipData(qint64 maxSize)
{
    const auto size = std::min<qsizetype>(static_cast<qsizetype>(maxSize), m_offered.size() - m_read);
    m_read += size;
    return size;
}

} // namespace hookboard
