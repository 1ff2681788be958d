#include "core/mapping/valuesteps.h"

#include "core/mapping/valuestepkinds.h"

namespace hookboard {

namespace {

using mapping::ValueKind;

JsonValue firstThere(const mapping::Coalesce &coalesce, const EventView &view)
{
    for (const FieldPath &path : coalesce.paths) {
        const JsonValue found = path.find(view);
        if (found.kind != ValueKind::Nothing && found.kind != ValueKind::Null)
            return found;
    }
    return {};
}

} // namespace

JsonValue ValueSteps::apply(JsonValue value, const EventView &view, SkipReason &why) const
{
    for (const Step &step : *m_steps) {
        if (const auto *coalesce = std::get_if<mapping::Coalesce>(&step.how)) {
            if (value.kind != ValueKind::Nothing && value.kind != ValueKind::Null)
                continue;
            const JsonValue other = firstThere(*coalesce, view);
            if (other.kind != ValueKind::Nothing) {
                value = other;
                why = SkipReason::None;
            }
            continue;
        }
        if (why != SkipReason::None)
            continue; // another coalesce may follow
        why = std::visit(
            [&](const auto &how) {
                if constexpr (std::is_same_v<std::decay_t<decltype(how)>, mapping::Coalesce>)
                    return SkipReason::None;
                else
                    return how.run(value, view);
            },
            step.how);
        if (why != SkipReason::None)
            value = {};
    }
    return value;
}

bool ValueSteps::takesNumber() const
{
    return m_steps->empty() || std::holds_alternative<mapping::Scale>(m_steps->front().how) ||
           std::holds_alternative<mapping::Clamp>(m_steps->front().how);
}

} // namespace hookboard
