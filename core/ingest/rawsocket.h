// The two system calls on a TCP socket that QTcpSocket has no name for. The descriptor stays Qt's.
#pragma once

#include <QtCore/QByteArrayView>

namespace hookboard {

// Ends our sending half while the other stays open, so that a client that still sends can read our answer.
void closeSendingHalf(qintptr socketDescriptor);

// Hands bytes to the system at once, as many as it takes without waiting, and returns how many; 0 also for an error,
// which the next write of the QTcpSocket then meets. Only for a plain socket whose own buffer is empty. QTcpSocket
// switches its write notifier on and off for every answer, which with GLib's event loop is two further system calls.
qsizetype sendAtOnce(qintptr socketDescriptor, QByteArrayView bytes);

} // namespace hookboard
