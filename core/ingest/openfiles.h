// Room for many connections: systems that count sockets as files give a process about a thousand. Called once, by the
// main() of an executable that listens, before its first thread.
#pragma once

namespace hookboard {

// Raises the soft limit as far as the system permits. Does nothing where sockets are not counted.
void allowManyConnections();

} // namespace hookboard
