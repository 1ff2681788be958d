// Clock: where the program learns the time. Tests hand in their own; nothing else in core asks the system.
// Implementations are thread-safe.
#pragma once

#include <QtCore/QtGlobal>

#include <chrono>

namespace hookboard {

class Clock
{
public:
    virtual ~Clock() = default;
    // Microseconds since 1970-01-01 UTC. May jump in either direction.
    virtual qint64 nowUs() const = 0;
    // Nanoseconds of a clock that never goes back; only differences mean something. For deadlines and latencies.
    virtual qint64 steadyNs() const = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 nowUs() const override
    {
        using namespace std::chrono;
        return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
    }
    qint64 steadyNs() const override
    {
        using namespace std::chrono;
        return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    }
};

} // namespace hookboard
