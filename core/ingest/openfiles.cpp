#include "core/ingest/openfiles.h"

#include <QtCore/QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace hookboard {

void allowManyConnections()
{
#ifdef Q_OS_UNIX
    constexpr rlim_t kWanted = 65'536;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kWanted)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, kWanted);
    setrlimit(RLIMIT_NOFILE, &limit); // without it fewer connections are served, which the guard copes with
#endif
}

} // namespace hookboard
