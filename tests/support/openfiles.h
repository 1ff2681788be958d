// Room for many sockets in one test program: raises the soft limit of open files as far as the system permits.
#pragma once

#include <QtCore/QtGlobal>

#include <algorithm>

#ifndef Q_OS_WIN
#include <sys/resource.h>
#endif

namespace hookboard::test {

// How many files may be open afterwards, `wanted` at most.
inline int allowOpenFiles(int wanted)
{
#ifdef Q_OS_WIN
    return wanted; // sockets are not counted there
#else
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 256;
    const auto want = static_cast<rlim_t>(wanted);
    if (limit.rlim_cur < want) {
        limit.rlim_cur = std::min(want, limit.rlim_max);
        setrlimit(RLIMIT_NOFILE, &limit);
        getrlimit(RLIMIT_NOFILE, &limit);
    }
    return static_cast<int>(std::min(want, limit.rlim_cur));
#endif
}

} // namespace hookboard::test
