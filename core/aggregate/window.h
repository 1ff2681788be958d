// TimeGrid and WindowPlan: where buckets begin and which of them a window holds. All instants are microseconds UTC.
// Two grids: fixed steps from the epoch for rolling windows with buckets below one day; else steps from local midnight,
// so that a day is a day of the zone (23 or 25 hours at a change) and the last step of it may be shorter.
// Edges of windows snap to the grid: a window holds up to one grain more than its length, never less.
// One thread at a time: looking up a zone is slow, so midnights are remembered.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QTimeZone>

#include <memory>
#include <optional>
#include <unordered_map>

namespace hookboard {

// Half-open: [fromUs, toUs).
struct Span
{
    qint64 fromUs = 0;
    qint64 toUs = 0;
    bool contains(qint64 timeUs) const { return timeUs >= fromUs && timeUs < toUs; }
    friend bool operator==(const Span &, const Span &) = default;
};

// Local days of one zone, numbered from 1970-01-01.
class LocalDays
{
public:
    explicit LocalDays(QTimeZone zone);
    qint64 dayOf(qint64 timeUs);
    qint64 startUs(qint64 day);

private:
    QTimeZone m_zone;
    std::unordered_map<qint64, qint64> m_starts;
    Span m_lastSpan;
    qint64 m_lastDay = 0;
};

class TimeGrid
{
public:
    static TimeGrid fromEpoch(qint64 stepUs);
    // Steps below a day, or whole days.
    static TimeGrid fromMidnight(qint64 stepUs, std::shared_ptr<LocalDays> days);
    // The step that contains the instant.
    Span at(qint64 timeUs) const;
    qint64 stepUs() const { return m_stepUs; }

private:
    qint64 m_stepUs = kSecondUs;
    std::shared_ptr<LocalDays> m_days; // null = from the epoch
};

// The window at one moment. Both spans are whole grains.
struct WindowSpans
{
    Span current;     // buckets that count
    qint64 endUs = 0; // where the window ends for the eye: Calendar: the end of the period, else current.toUs
    std::optional<Span> previous; // the window before; Calendar: only as much of it as has passed of the current one
};

class WindowPlan
{
public:
    // `fine`: the window's edges need a finer grain than the shown buckets (a single value instead of a line).
    static WindowPlan make(const Window &window, qint64 bucketUs, bool fine);

    Window::Kind kind() const { return m_window.kind; }
    const TimeGrid &grain() const { return m_grain; }     // what is folded into
    const TimeGrid &display() const { return m_display; } // what is shown; whole grains
    // Rolling and Calendar only.
    WindowSpans at(qint64 nowUs) const;
    // How far ahead of its arrival an event may claim to be: the window's length, between five minutes and a day.
    qint64 futureUs() const { return m_futureUs; }
    // Buckets to keep: the window, the one before and the tolerated future.
    qsizetype maxBuckets() const { return m_maxBuckets; }

    // All: the next coarser grain; every step holds whole steps of the one before.
    WindowPlan coarser() const;

private:
    void setGrids(qint64 displayUs, qint64 grainUs, bool midnight);
    WindowSpans rolling(qint64 nowUs) const;
    WindowSpans calendar(qint64 nowUs) const;
    qint64 periodStart(qint64 day, int back) const;

    Window m_window;
    std::shared_ptr<LocalDays> m_days;
    TimeGrid m_grain;
    TimeGrid m_display;
    qint64 m_futureUs = kDayUs;
    qsizetype m_maxBuckets = 0;
};

// The zone of a window: its own, or that of this computer; an unknown name gives UTC.
QTimeZone zoneOf(const Window &window);
// The smallest of 1 s, 2 s, 5 s, ... 1 d that is at least `us`; beyond a day whole days.
qint64 stepAtLeast(qint64 us);

} // namespace hookboard
