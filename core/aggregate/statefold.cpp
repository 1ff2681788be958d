#include "core/aggregate/statefold.h"

#include "core/types/utf8cut.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr qint64 kForEver = std::numeric_limits<qint64>::max();

QByteArray stateText(const Scalar &value)
{
    const auto *bytes = std::get_if<QByteArray>(&value.value());
    if (!bytes)
        return value.toText().toUtf8();
    return cutUtf8(*bytes, StateFold::kMaxStateBytes).toByteArray(); // a copy of its own: the event's bytes do not stay
}

// No whole bucket lies between the two.
bool areClose(qint64 earlierUs, qint64 laterUs, const TimeGrid &grid)
{
    const Span bucket = grid.at(earlierUs);
    return laterUs < bucket.toUs || grid.at(bucket.toUs).contains(laterUs);
}

// Appends what of the span lies inside the window and outside the gaps.
void appendKnown(QList<Lane::Span> &spans, Span span, const QString &state, const Span &window, const QList<Gap> &gaps)
{
    span = {std::max(span.fromUs, window.fromUs), std::min(span.toUs, window.toUs)};
    const auto append = [&](qint64 fromUs, qint64 toUs) {
        if (fromUs >= toUs)
            return;
        if (!spans.isEmpty() && spans.last().toUs == fromUs && spans.last().state == state)
            spans.last().toUs = toUs;
        else
            spans.append({fromUs, toUs, state});
    };
    for (const Gap &gap : gaps) {
        if (gap.toUs <= span.fromUs || gap.fromUs >= span.toUs)
            continue;
        append(span.fromUs, std::max(span.fromUs, gap.fromUs));
        span.fromUs = std::max(span.fromUs, gap.toUs);
    }
    append(span.fromUs, span.toUs);
}

} // namespace

StateFold::StateFold(bool grouped)
    : m_grouped(grouped)
{}

int StateFold::stateOf(const Scalar &value)
{
    const QByteArray text = stateText(value);
    const auto known = std::find(m_states.begin(), m_states.end(), text);
    if (known != m_states.end())
        return int(known - m_states.begin());
    if (qsizetype(m_states.size()) < kMaxStates)
        m_states.push_back(text);
    else
        return int(kMaxStates);
    return int(m_states.size()) - 1;
}

void StateFold::add(const Measurement &measurement, const TimeGrid &grid)
{
    Runs *runs = runsFor(measurement);
    if (!runs)
        return;
    insert(*runs, measurement.timeUs, quint8(stateOf(*measurement.value)), grid);
    trim(*runs);
}

// Null when the group is older than all that are kept.
StateFold::Runs *StateFold::runsFor(const Measurement &measurement)
{
    int slot = 0;
    if (m_grouped) {
        const GroupKey key = GroupKey::of(measurement.group, measurement.groupMissing);
        slot = m_groups.find(key);
        if (slot < 0) {
            m_seen.add(key.hash);
            if (m_groups.size() >= kMaxLanes && !makeRoom(measurement.timeUs))
                return nullptr;
            slot = m_groups.insert(key);
        }
    }
    if (size_t(slot) >= m_lanes.size())
        m_lanes.resize(size_t(slot) + 1);
    return &m_lanes[size_t(slot)];
}

bool StateFold::makeRoom(qint64 timeUs)
{
    int quietest = -1;
    for (int slot = 0; slot < int(m_lanes.size()); ++slot) {
        const Runs &runs = m_lanes[size_t(slot)];
        if (!runs.empty() && (quietest < 0 || runs.back().lastUs < m_lanes[size_t(quietest)].back().lastUs))
            quietest = slot;
    }
    const qint64 lastUs = m_lanes[size_t(quietest)].back().lastUs;
    m_evictedUptoUs = std::max(m_evictedUptoUs, std::min(lastUs, timeUs));
    if (timeUs < lastUs)
        return false;
    m_lanes[size_t(quietest)].clear();
    m_groups.release(quietest);
    return true;
}

// Makes one run of two neighbours that say the same.
void StateFold::join(Runs &runs, qsizetype second, const TimeGrid &grid)
{
    if (second < 1 || second >= qsizetype(runs.size()))
        return;
    Run &earlier = runs[size_t(second - 1)];
    const Run &later = runs[size_t(second)];
    if (earlier.state != later.state || !areClose(earlier.lastUs, later.fromUs, grid))
        return;
    earlier.lastUs = later.lastUs;
    runs.erase(runs.begin() + second);
}

void StateFold::insert(Runs &runs, qint64 timeUs, quint8 state, const TimeGrid &grid)
{
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), timeUs, [](qint64 us, const Run &run) { return us < run.fromUs; });
    auto place = qsizetype(after - runs.begin());
    if (place > 0 && runs[size_t(place - 1)].lastUs >= timeUs) {
        Run &within = runs[size_t(place - 1)];
        if (within.state == state)
            return;
        const Run whole = within;
        // Of two events of one moment the later one to come is right.
        if (whole.fromUs == timeUs)
            runs.erase(runs.begin() + --place);
        else
            within.lastUs = timeUs - 1;
        if (whole.lastUs > timeUs)
            runs.insert(runs.begin() + place,
                        Run{std::min(grid.at(timeUs).toUs, whole.lastUs), whole.lastUs, whole.state});
    }
    runs.insert(runs.begin() + place, Run{timeUs, timeUs, state});
    join(runs, place + 1, grid);
    join(runs, place, grid);
}

// The oldest run goes; what it says of the next one's beginning stays.
void StateFold::trim(Runs &runs)
{
    while (qsizetype(runs.size()) > kMaxRuns) {
        if (runs[0].state == runs[1].state)
            runs[1].fromUs = runs[0].fromUs;
        runs.pop_front();
    }
}

Lane StateFold::laneOf(const Runs &runs, const QStringList &names, const Span &window, const QList<Gap> &gaps,
                       const TimeGrid &grid, bool hold)
{
    Lane lane;
    qint64 sinceUs = 0;
    for (size_t i = 0; i < runs.size(); ++i) {
        const Run &run = runs[i];
        const qint64 nextUs = i + 1 < runs.size() ? runs[i + 1].fromUs : kForEver;
        const qint64 toUs = hold ? nextUs : std::min(nextUs, grid.at(run.lastUs).toUs);
        const bool goesOn = i > 0 && runs[i - 1].state == run.state && (hold || sinceUs != 0);
        if (!goesOn)
            sinceUs = run.fromUs;
        appendKnown(lane.spans, {run.fromUs, toUs}, names[run.state], window, gaps);
        if (run.fromUs < window.toUs && toUs >= window.toUs) {
            lane.current = names[run.state];
            lane.sinceUs = sinceUs;
        }
        if (toUs < nextUs)
            sinceUs = 0; // not known for a while
    }
    return lane;
}

QList<Lane> StateFold::lanes(const Span &window, const QList<Gap> &gaps, const TimeGrid &grid, bool hold) const
{
    std::vector<int> order;
    for (int slot = 0; slot < int(m_lanes.size()); ++slot) {
        if (!m_lanes[size_t(slot)].empty())
            order.push_back(slot);
    }
    std::sort(order.begin(), order.end(), [this](int a, int b) {
        const Group &x = m_groups.at(a);
        const Group &y = m_groups.at(b);
        return x.missing != y.missing ? y.missing : x.text != y.text ? x.text < y.text : x.hash < y.hash;
    });
    QStringList names;
    for (const QByteArray &state : m_states)
        names.append(QString::fromUtf8(state));
    names.append(kFurtherState);
    QList<Lane> result;
    for (const int slot : order) {
        Lane lane = laneOf(m_lanes[size_t(slot)], names, window, gaps, grid, hold);
        if (m_grouped) {
            const Group &group = m_groups.at(slot);
            lane.key = QString::fromUtf8(group.text);
            lane.label = group.missing ? u"(missing)"_s : group.text.isEmpty() ? u"(empty)"_s : lane.key;
        }
        if (!lane.spans.isEmpty() || lane.current)
            result.append(lane);
    }
    return result;
}

quint64 StateFold::groupsTotal() const
{
    return m_grouped ? std::max(quint64(m_groups.size()), m_seen.estimate()) : 0;
}

void StateFold::write(StateWriter &out) const
{
    out.number(m_states.size());
    for (const QByteArray &state : m_states)
        out.bytes(state);
    out.integer(m_evictedUptoUs);
    m_seen.write(out);
    m_groups.write(out);
    // Lanes at the end that are free again must not show.
    size_t size = m_lanes.size();
    while (size > 0 && m_lanes[size - 1].empty())
        --size;
    out.number(size);
    for (size_t slot = 0; slot < size; ++slot) {
        out.number(m_lanes[slot].size());
        for (const Run &run : m_lanes[slot]) {
            out.integer(run.fromUs);
            out.number(quint64(run.lastUs - run.fromUs));
            out.number(run.state);
        }
    }
}

void StateFold::read(StateReader &in)
{
    *this = StateFold(m_grouped);
    const qsizetype states = in.count(kMaxStates);
    for (qsizetype i = 0; i < states && in.ok(); ++i)
        m_states.push_back(in.bytes(kMaxStateBytes));
    m_evictedUptoUs = in.integer();
    m_seen.read(in);
    m_groups.read(in);
    const qsizetype lanes = in.count(kMaxLanes);
    for (qsizetype slot = 0; slot < lanes && in.ok(); ++slot) {
        Runs &runs = m_lanes.emplace_back();
        const qsizetype size = in.count(kMaxRuns);
        const bool used = !m_grouped ? slot == 0 : slot < m_groups.slotCount() && m_groups.at(int(slot)).used;
        if (used != (size > 0))
            in.fail();
        for (qsizetype i = 0; i < size && in.ok(); ++i) {
            const qint64 fromUs = in.integer();
            const quint64 length = in.number();
            const quint64 state = in.number();
            const bool ascends = fromUs >= 0 && (runs.empty() || runs.back().lastUs < fromUs);
            if (state > m_states.size() || !ascends || length > quint64(kForEver - fromUs)) {
                in.fail();
                break;
            }
            runs.push_back({fromUs, fromUs + qint64(length), quint8(state)});
        }
    }
}

} // namespace hookboard
