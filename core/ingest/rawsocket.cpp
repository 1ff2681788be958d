#include "core/ingest/rawsocket.h"

#include <algorithm>
#include <limits>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace hookboard {

void closeSendingHalf(qintptr socketDescriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(socketDescriptor), SD_SEND);
#else
    ::shutdown(static_cast<int>(socketDescriptor), SHUT_WR);
#endif
}

// Qt has set the socket to not block. A peer that is gone must not raise SIGPIPE; where that is no flag of send(), Qt
// has set it on the socket or ignores the signal.
qsizetype sendAtOnce(qintptr socketDescriptor, QByteArrayView bytes)
{
#ifdef Q_OS_WIN
    const int size = static_cast<int>(std::min<qsizetype>(bytes.size(), std::numeric_limits<int>::max()));
    const int sent = ::send(static_cast<SOCKET>(socketDescriptor), bytes.data(), size, 0);
#else
#ifdef MSG_NOSIGNAL
    constexpr int kFlags = MSG_NOSIGNAL;
#else
    constexpr int kFlags = 0;
#endif
    const auto size = static_cast<std::size_t>(bytes.size());
    const ssize_t sent = ::send(static_cast<int>(socketDescriptor), bytes.data(), size, kFlags);
#endif
    return std::max<qsizetype>(static_cast<qsizetype>(sent), 0);
}

} // namespace hookboard
