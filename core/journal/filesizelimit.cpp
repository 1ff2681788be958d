#include "core/journal/filesizelimit.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace hookboard {

void surviveFileSizeLimit()
{
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

} // namespace hookboard
