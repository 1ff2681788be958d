// The one system call that Qt has no name for: ending our sending half of a TCP connection while the other half stays
// open, so that a client that still sends can read our answer.
#pragma once

#include <QtCore/QtGlobal>

namespace hookboard {

void closeSendingHalf(qintptr socketDescriptor);

} // namespace hookboard
