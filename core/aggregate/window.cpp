#include "core/aggregate/window.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

constexpr std::array kSteps = {1 * kSecondUs,  2 * kSecondUs,  5 * kSecondUs, 10 * kSecondUs, 15 * kSecondUs,
                               30 * kSecondUs, 1 * kMinuteUs,  2 * kMinuteUs, 5 * kMinuteUs,  10 * kMinuteUs,
                               15 * kMinuteUs, 30 * kMinuteUs, 1 * kHourUs,   2 * kHourUs,    3 * kHourUs,
                               6 * kHourUs,    12 * kHourUs,   1 * kDayUs};
// Of the steps above those that hold each other.
constexpr std::array kNested = {1 * kSecondUs, 5 * kSecondUs,  15 * kSecondUs, 30 * kSecondUs, 1 * kMinuteUs,
                                5 * kMinuteUs, 15 * kMinuteUs, 30 * kMinuteUs, 1 * kHourUs,    3 * kHourUs,
                                6 * kHourUs,   12 * kHourUs,   1 * kDayUs};

constexpr qint64 kShownBuckets = 120;  // automatic
constexpr qint64 kMostBuckets = 1'500; // asked for
constexpr qint64 kLongestUs = 3'660 * kDayUs;
constexpr size_t kRememberedDays = 8'192;
constexpr int kSpareBuckets = 8; // partial ones at the edges

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

qint64 ceilDiv(qint64 a, qint64 b)
{
    return (a + b - 1) / b;
}

// The largest step that is at most `mostUs` and divides `wholeUs`; `wholeUs` itself when there is none.
qint64 stepInside(qint64 wholeUs, qint64 mostUs)
{
    if (wholeUs <= mostUs)
        return wholeUs;
    for (auto step = kSteps.rbegin(); step != kSteps.rend(); ++step) {
        if (*step <= mostUs && wholeUs % *step == 0)
            return *step;
    }
    return kSteps.front() > mostUs && wholeUs % kSteps.front() == 0 ? kSteps.front() : wholeUs;
}

qint64 lengthOf(const Window &window)
{
    if (window.kind == Window::Kind::Rolling)
        return std::clamp(window.lengthUs, kSecondUs, kLongestUs);
    switch (window.unit) {
    case CalendarUnit::Week:
        return 7 * kDayUs;
    case CalendarUnit::Month:
        return 31 * kDayUs;
    case CalendarUnit::Day:
        break;
    }
    return kDayUs;
}

} // namespace

QTimeZone zoneOf(const Window &window)
{
    if (window.timeZone.isEmpty())
        return QTimeZone::systemTimeZone();
    const QTimeZone zone(window.timeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

qint64 stepAtLeast(qint64 us)
{
    const auto step = std::lower_bound(kSteps.begin(), kSteps.end(), us);
    return step != kSteps.end() ? *step : ceilDiv(us, kDayUs) * kDayUs;
}

LocalDays::LocalDays(QTimeZone zone)
    : m_zone(std::move(zone))
{}

qint64 LocalDays::startUs(qint64 day)
{
    const auto known = m_starts.find(day);
    if (known != m_starts.end())
        return known->second;
    QDateTime start = QDate(1970, 1, 1).addDays(day).startOfDay(m_zone);
    // A zone that crosses the date line skips a day: it lasts no time at all.
    for (int ahead = 1; !start.isValid() && ahead < 3; ++ahead)
        start = QDate(1970, 1, 1).addDays(day + ahead).startOfDay(m_zone);
    if (m_starts.size() >= kRememberedDays)
        m_starts.clear();
    const qint64 us = start.isValid() ? start.toMSecsSinceEpoch() * 1000 : day * kDayUs;
    m_starts.emplace(day, us);
    return us;
}

qint64 LocalDays::dayOf(qint64 timeUs)
{
    if (m_lastSpan.contains(timeUs))
        return m_lastDay;
    qint64 day = floorDiv(timeUs, kDayUs);
    while (startUs(day) > timeUs)
        --day;
    while (startUs(day + 1) <= timeUs)
        ++day;
    m_lastDay = day;
    m_lastSpan = {startUs(day), startUs(day + 1)};
    return day;
}

TimeGrid TimeGrid::fromEpoch(qint64 stepUs)
{
    TimeGrid grid;
    grid.m_stepUs = stepUs;
    return grid;
}

TimeGrid TimeGrid::fromMidnight(qint64 stepUs, std::shared_ptr<LocalDays> days)
{
    TimeGrid grid;
    grid.m_stepUs = stepUs;
    grid.m_days = std::move(days);
    return grid;
}

Span TimeGrid::at(qint64 timeUs) const
{
    if (!m_days) {
        const qint64 from = floorDiv(timeUs, m_stepUs) * m_stepUs;
        return {from, from + m_stepUs};
    }
    const qint64 day = m_days->dayOf(timeUs);
    if (m_stepUs >= kDayUs) {
        const qint64 many = m_stepUs / kDayUs;
        const qint64 first = floorDiv(day, many) * many;
        return {m_days->startUs(first), m_days->startUs(first + many)};
    }
    const qint64 midnight = m_days->startUs(day);
    const qint64 from = midnight + (timeUs - midnight) / m_stepUs * m_stepUs;
    return {from, std::min(from + m_stepUs, m_days->startUs(day + 1))};
}

void WindowPlan::setGrids(qint64 displayUs, qint64 grainUs, bool midnight)
{
    const auto grid = [&](qint64 stepUs) {
        return midnight ? TimeGrid::fromMidnight(stepUs, m_days) : TimeGrid::fromEpoch(stepUs);
    };
    m_display = grid(displayUs);
    m_grain = grid(grainUs);
}

WindowPlan WindowPlan::make(const Window &window, qint64 bucketUs, bool fine)
{
    WindowPlan plan;
    plan.m_window = window;
    plan.m_days = std::make_shared<LocalDays>(zoneOf(window));
    const qint64 asked = bucketUs > 0 ? std::clamp(bucketUs, kSecondUs, kDayUs) : 0;
    if (window.kind == Window::Kind::All || window.kind == Window::Kind::LastEvents) {
        const auto step = std::lower_bound(kNested.begin(), kNested.end(), asked);
        plan.setGrids(*step, *step, true);
        plan.m_maxBuckets = asked > 0 ? kMostBuckets : 4 * kShownBuckets;
        return plan;
    }
    const qint64 length = lengthOf(window);
    qint64 display = stepAtLeast(ceilDiv(length, kShownBuckets));
    if (asked > 0)
        display = std::max(std::min(asked, length), stepAtLeast(ceilDiv(length, kMostBuckets)));
    const bool midnight = window.kind == Window::Kind::Calendar || display >= kDayUs;
    const qint64 grain = fine ? stepInside(display, std::max(length / kShownBuckets, kSecondUs)) : display;
    plan.setGrids(display, grain, midnight);
    plan.m_futureUs = std::clamp(length, 5 * kMinuteUs, kDayUs);
    plan.m_maxBuckets = (2 * length + plan.m_futureUs) / grain + kSpareBuckets;
    return plan;
}

WindowPlan WindowPlan::coarser() const
{
    WindowPlan plan = *this;
    const qint64 now = m_grain.stepUs();
    const auto step = std::upper_bound(kNested.begin(), kNested.end(), now);
    const qint64 next = step != kNested.end() ? *step : 2 * now;
    plan.setGrids(next, next, true);
    return plan;
}

WindowSpans WindowPlan::rolling(qint64 nowUs) const
{
    const qint64 length = lengthOf(m_window);
    WindowSpans spans;
    spans.current = {m_grain.at(nowUs - length).fromUs, m_grain.at(nowUs).toUs};
    spans.endUs = spans.current.toUs;
    spans.previous = Span{m_grain.at(nowUs - 2 * length).fromUs, spans.current.fromUs};
    return spans;
}

// Start of the period that holds the local day, or of the one `back` periods before.
qint64 WindowPlan::periodStart(qint64 day, int back) const
{
    switch (m_window.unit) {
    case CalendarUnit::Day:
        return m_days->startUs(day - back);
    case CalendarUnit::Week:
        // Day 0 was a Thursday.
        return m_days->startUs(day - (day + 3 - floorDiv(day + 3, 7) * 7) - 7 * back);
    case CalendarUnit::Month:
        break;
    }
    const QDate epoch(1970, 1, 1);
    const QDate date = epoch.addDays(day);
    return m_days->startUs(epoch.daysTo(QDate(date.year(), date.month(), 1).addMonths(-back)));
}

WindowSpans WindowPlan::calendar(qint64 nowUs) const
{
    const qint64 day = m_days->dayOf(nowUs);
    WindowSpans spans;
    spans.current = {periodStart(day, 0), m_grain.at(nowUs).toUs};
    spans.endUs = periodStart(day, -1);
    const qint64 before = periodStart(day, 1);
    const qint64 passed = spans.current.toUs - spans.current.fromUs;
    spans.previous = Span{before, std::min(m_grain.at(before + passed - 1).toUs, spans.current.fromUs)};
    return spans;
}

WindowSpans WindowPlan::at(qint64 nowUs) const
{
    return m_window.kind == Window::Kind::Calendar ? calendar(nowUs) : rolling(nowUs);
}

} // namespace hookboard
