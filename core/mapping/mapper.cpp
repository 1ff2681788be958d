#include "core/mapping/mapper.h"

#include "core/mapping/grouptext.h"
#include "core/mapping/mapperplan.h"
#include "core/mapping/timevalue.h"

#include <QtCore/QHash>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;
using mapping::BindingPlan;
using mapping::ValueRule;

namespace {

// Event types come from senders; what is remembered of them is bounded in number and length.
constexpr qsizetype kMaxRemembered = 1024;
constexpr qsizetype kMaxRememberedLength = 128;

using EventKind = std::pair<QString, QString>; // source, type

// Where a path led in the event at hand. Each part is computed when the first binding asks, known by its round.
struct PathSlot
{
    JsonValue value;
    Scalar scalar;
    QByteArray group;
    quint64 valueRound = 0;
    quint64 scalarRound = 0;
    quint64 groupRound = 0;
};

struct FilterSlot
{
    bool matches = false;
    quint64 round = 0;
};

struct ValueOutcome
{
    SkipReason skipped = SkipReason::None;
    std::optional<JsonValue> number; // read from text; absent: the slot's own value holds
};

ValueOutcome numberOutcome(const JsonValue &value, bool untypedText)
{
    using Kind = JsonValue::Kind;
    if (value.kind == Kind::Nothing || value.kind == Kind::Null)
        return {SkipReason::Missing, {}};
    if (value.kind == Kind::OutOfRange)
        return {SkipReason::Overflow, {}};
    if (value.isNumber())
        return {};
    if (value.kind != Kind::Text || !untypedText)
        return {SkipReason::NotANumber, {}};
    const JsonValue number = parseJsonNumber(value.text);
    if (number.kind == Kind::OutOfRange)
        return {SkipReason::Overflow, {}};
    return number.isNumber() ? ValueOutcome{SkipReason::None, number} : ValueOutcome{SkipReason::NotANumber, {}};
}

SkipReason scalarOutcome(const JsonValue &value)
{
    switch (value.kind) {
    case JsonValue::Kind::Nothing:
        return SkipReason::Missing;
    case JsonValue::Kind::OutOfRange:
        return SkipReason::Overflow;
    case JsonValue::Kind::Structure:
        return SkipReason::WrongType;
    default:
        return SkipReason::None;
    }
}

std::optional<qint64> timeOf(const JsonValue &value, bool untypedText)
{
    if (value.isNumber())
        return timeFromNumber(value);
    if (value.kind != JsonValue::Kind::Text)
        return std::nullopt;
    if (const auto time = timeFromText(value.text))
        return time;
    return untypedText ? timeFromNumber(parseJsonNumber(value.text)) : std::nullopt;
}

} // namespace

QLatin1StringView skipReasonText(SkipReason reason)
{
    switch (reason) {
    case SkipReason::None:
        break;
    case SkipReason::Missing:
        return "missing"_L1;
    case SkipReason::NotANumber:
        return "not-a-number"_L1;
    case SkipReason::Overflow:
        return "overflow"_L1;
    case SkipReason::NotFinite:
        return "not-finite"_L1;
    case SkipReason::NoTime:
        return "no-time"_L1;
    case SkipReason::NotJson:
        return "not-json"_L1;
    case SkipReason::WrongType:
        return "wrong-type"_L1;
    }
    return {};
}

struct Mapper::Private
{
    mapping::Plan plan;
    std::vector<PathSlot> paths;
    std::vector<FilterSlot> filters;
    quint64 round = 0;
    QHash<EventKind, std::vector<int>> remembered; // which bindings want events of a kind
    EventKind lastKind;
    std::vector<int> wanting; // for lastKind
    bool haveLastKind = false;
    Measurement measurement;

    const std::vector<int> &bindingsFor(const StoredEvent &event);
    const JsonValue &value(int path, const EventView &view);
    bool passes(int filter, const EventView &view);
    void fill(const BindingPlan &binding, const EventView &view);
    SkipReason fillTime(const BindingPlan &binding, const EventView &view);
    void fillGroup(int path, const EventView &view);
    SkipReason fillValue(const BindingPlan &binding, const EventView &view);
};

const std::vector<int> &Mapper::Private::bindingsFor(const StoredEvent &event)
{
    if (haveLastKind && lastKind.first == event.source && lastKind.second == event.type)
        return wanting;
    lastKind = {event.source, event.type};
    haveLastKind = true;
    if (const auto known = remembered.constFind(lastKind); known != remembered.cend()) {
        wanting = *known;
        return wanting;
    }
    wanting.clear();
    for (size_t i = 0; i < plan.bindings.size(); ++i) {
        if (plan.bindings[i].wants(event.source, event.type))
            wanting.push_back(int(i));
    }
    if (event.source.size() + event.type.size() <= kMaxRememberedLength) {
        if (remembered.size() >= kMaxRemembered)
            remembered.clear();
        remembered.insert(lastKind, wanting);
    }
    return wanting;
}

const JsonValue &Mapper::Private::value(int path, const EventView &view)
{
    PathSlot &slot = paths[size_t(path)];
    if (slot.valueRound != round) {
        slot.value = plan.paths[size_t(path)].find(view);
        slot.valueRound = round;
    }
    return slot.value;
}

bool Mapper::Private::passes(int filter, const EventView &view)
{
    if (filter == BindingPlan::kNone)
        return true;
    FilterSlot &slot = filters[size_t(filter)];
    if (slot.round != round) {
        slot.matches = plan.filters[size_t(filter)].matches(view);
        slot.round = round;
    }
    return slot.matches;
}

SkipReason Mapper::Private::fillTime(const BindingPlan &binding, const EventView &view)
{
    measurement.timeUs = measurement.receivedUs;
    if (binding.timeBasis == TimeBasis::Arrival)
        return SkipReason::None;
    if (binding.time == BindingPlan::kNone) {
        measurement.timeUs = view.event().eventTimeUs();
        return SkipReason::None;
    }
    const auto time = timeOf(value(binding.time, view), plan.paths[size_t(binding.time)].isUntypedText());
    measurement.timeUs = time.value_or(measurement.receivedUs);
    return time ? SkipReason::None : SkipReason::NoTime;
}

void Mapper::Private::fillGroup(int path, const EventView &view)
{
    measurement.groupMissing = false;
    if (path == BindingPlan::kNone)
        return;
    const JsonValue &found = value(path, view);
    measurement.groupMissing = found.kind == JsonValue::Kind::Nothing;
    PathSlot &slot = paths[size_t(path)];
    if (slot.groupRound != round) {
        writeGroupText(found, view.numberMark(), slot.group);
        slot.groupRound = round;
    }
    measurement.group = slot.group;
}

SkipReason Mapper::Private::fillValue(const BindingPlan &binding, const EventView &view)
{
    if (binding.value == BindingPlan::kNone)
        return SkipReason::None;
    const FieldPath &path = plan.paths[size_t(binding.value)];
    const JsonValue &found = value(binding.value, view);
    if (found.kind == JsonValue::Kind::Nothing && path.readsPayload() && !view.root())
        return SkipReason::NotJson;
    if (binding.rule == ValueRule::Number) {
        const ValueOutcome outcome = numberOutcome(found, path.isUntypedText());
        if (outcome.skipped == SkipReason::None)
            measurement.value = toScalar(outcome.number.value_or(found));
        return outcome.skipped;
    }
    if (binding.rule == ValueRule::Exists && found.kind == JsonValue::Kind::Nothing)
        return SkipReason::Missing;
    const SkipReason unfit = scalarOutcome(found);
    if (unfit != SkipReason::None)
        return binding.rule == ValueRule::Exists ? SkipReason::None : unfit;
    PathSlot &slot = paths[size_t(binding.value)];
    if (slot.scalarRound != round) {
        slot.scalar = toScalar(found);
        slot.scalarRound = round;
    }
    measurement.value = slot.scalar;
    return SkipReason::None;
}

void Mapper::Private::fill(const BindingPlan &binding, const EventView &view)
{
    // Nothing of the binding before may stay, and a group that nobody kept gives its memory back to its slot.
    if (!measurement.value.isAbsent())
        measurement.value = Scalar();
    if (!measurement.group.isNull())
        measurement.group = QByteArray();
    const SkipReason time = fillTime(binding, view);
    fillGroup(binding.group, view);
    measurement.skipped = time != SkipReason::None ? time : fillValue(binding, view);
}

Mapper::Mapper()
    : d(std::make_unique<Private>())
{}

Mapper::Mapper(Mapper &&) noexcept = default;
Mapper &Mapper::operator=(Mapper &&) noexcept = default;
Mapper::~Mapper() = default;

Result<Mapper> Mapper::compile(const QList<Binding> &bindings)
{
    Result<mapping::Plan> plan = mapping::compilePlan(bindings);
    if (!plan.ok())
        return plan.error();
    Mapper mapper;
    mapper.d->plan = std::move(*plan);
    mapper.d->paths.resize(mapper.d->plan.paths.size());
    mapper.d->filters.resize(mapper.d->plan.filters.size());
    return mapper;
}

int Mapper::bindingCount() const
{
    return int(d->plan.bindings.size());
}

void Mapper::map(const EventView &view, FunctionRef<void(int, const Measurement &)> sink)
{
    const StoredEvent &event = view.event();
    const std::vector<int> &wanting = d->bindingsFor(event);
    if (wanting.empty())
        return;
    ++d->round;
    d->measurement.seq = event.seq;
    d->measurement.receivedUs = event.receivedUs;
    d->measurement.verified = event.verified;
    d->measurement.simulated = event.simulated;
    for (const int index : wanting) {
        const BindingPlan &binding = d->plan.bindings[size_t(index)];
        if ((binding.verifiedOnly && !event.verified) || !d->passes(binding.filter, view))
            continue;
        d->fill(binding, view);
        sink(index, d->measurement);
    }
    d->measurement.value = Scalar();
    d->measurement.group = QByteArray();
}

} // namespace hookboard
