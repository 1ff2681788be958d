#include "app/ctl/terminationsignal.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX

#include <QtCore/QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace hookboard {

namespace {

constexpr int kKilledBySignal = 128; // plus the number, as shells report it

std::array<int, 2> pipeEnds{-1, -1};
volatile std::sig_atomic_t alreadyRequested = 0;

// Only calls that POSIX allows inside a signal handler.
void onSignal(int number)
{
    if (alreadyRequested)
        _exit(kKilledBySignal + number);
    alreadyRequested = 1;
    const int interrupted = errno; // of whatever call this interrupts
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &byte, 1);
    errno = interrupted;
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    if (pipe(pipeEnds.data()) != 0)
        return; // the default action of the signals stays: the process ends, and nothing acknowledged is lost
    for (const int end : pipeEnds)
        fcntl(end, F_SETFD, FD_CLOEXEC);
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        emit requested();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

TerminationSignal::~TerminationSignal() = default;

} // namespace hookboard

#endif
