#include "core/aggregate/origintest.h"

namespace hookboard {

Result<OriginTest> OriginTest::compile(const EventOrigin &origin)
{
    auto mapper = Mapper::compile({TileFold::effective(origin.binding, origin.kind)});
    if (!mapper)
        return mapper.error();
    return OriginTest(origin, std::move(mapper).value());
}

OriginTest::OriginTest(EventOrigin origin, Mapper mapper)
    : m_origin(std::move(origin))
    , m_group(m_origin.group.value_or(QString()).toUtf8())
    , m_fold(m_origin.binding, m_origin.kind)
    , m_mapper(std::move(mapper))
{
    for (const QString &group : std::as_const(m_origin.otherThan))
        m_otherThan.insert(group.toUtf8());
}

bool OriginTest::matches(const StoredEvent &event)
{
    bool wanted = false;
    m_view.reset(event);
    m_mapper.map(m_view, [&](int, const Measurement &measurement) { wanted = wanted || isWanted(measurement); });
    return wanted;
}

bool OriginTest::isWanted(const Measurement &measurement) const
{
    const bool counts = m_fold.counts(measurement);
    if (m_origin.skipped)
        return !counts && measurement.receivedUs >= m_origin.fromUs && measurement.receivedUs < m_origin.toUs;
    if (!counts || measurement.timeUs < m_origin.fromUs || measurement.timeUs >= m_origin.toUs)
        return false;
    if (!isInValueRange(measurement))
        return false;
    if (m_origin.group)
        return measurement.groupMissing == m_origin.groupMissing && measurement.group == m_group;
    return m_otherThan.isEmpty() || !m_otherThan.contains(measurement.group.toByteArray());
}

bool OriginTest::isInValueRange(const Measurement &measurement) const
{
    if (!m_origin.valueFrom && !m_origin.valueTo)
        return true;
    const std::optional<double> value = measurement.value ? measurement.value->toDouble() : std::nullopt;
    return value && (!m_origin.valueFrom || *value >= *m_origin.valueFrom) &&
           (!m_origin.valueTo || *value < *m_origin.valueTo);
}

} // namespace hookboard
