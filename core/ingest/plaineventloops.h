// Which event loop the threads of a process get. Called once by the main() of an executable: by hookboardctl before its
// application object, by the desktop after it, so that the window keeps the loop its platform wants.
#pragma once

namespace hookboard {

// Threads started after this get Qt's own poll loop instead of GLib's. GLib's wakes itself through the kernel at every
// change of a socket notifier, which is twice for each answer: a seventh of what a delivery costs. A choice already
// made in the environment (QT_NO_GLIB) is left alone. Does nothing where Qt does not use GLib.
void preferPlainEventLoops();

} // namespace hookboard
