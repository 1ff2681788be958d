// A clock that stands still until a test moves it.
#pragma once

#include "core/types/clock.h"

namespace hookboard {

class ManualClock final : public Clock
{
public:
    explicit ManualClock(qint64 startUs = 1'795'435'200'000'000) // 2026-11-23 12:00:00 UTC
        : m_us(startUs)
    {
    }
    qint64 nowUs() const override { return m_us; }
    qint64 steadyNs() const override { return m_steadyNs; }

    void advanceUs(qint64 us)
    {
        m_us += us;
        m_steadyNs += us * 1000;
    }
    // The wall clock jumps, as after a correction; the steady one does not.
    void jumpUs(qint64 us) { m_us += us; }

private:
    qint64 m_us;
    qint64 m_steadyNs = 1'000'000'000'000;
};

} // namespace hookboard
