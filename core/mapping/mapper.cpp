#include "core/mapping/mapper.h"

#include "core/mapping/grouptext.h"
#include "core/mapping/mapperplan.h"
#include "core/mapping/sharedpaths.h"
#include "core/mapping/timevalue.h"

#include <QtCore/QHash>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;
using mapping::BindingPlan;
using mapping::TimeRule;
using mapping::ValueRule;

namespace {

// Event types come from senders; what is remembered of them is bounded in number and length.
constexpr qsizetype kMaxRemembered = 1024;
constexpr qsizetype kMaxRememberedLength = 128;

using EventKind = std::pair<QString, QString>; // source, type

// What bindings make of a value in the event at hand, computed when the first of them asks, known by its round.
struct PathSlot
{
    Scalar scalar; // text points into the event
    QByteArrayView group;
    QByteArray written; // holds a group that is no text in the event
    quint64 scalarRound = 0;
    quint64 groupRound = 0;
};

struct FilterSlot
{
    bool matches = false;
    quint64 round = 0;
};

SkipReason numberOutcome(const JsonValue &value)
{
    using Kind = JsonValue::Kind;
    if (value.isNumber())
        return SkipReason::None;
    if (value.kind == Kind::Nothing || value.kind == Kind::Null)
        return SkipReason::Missing;
    return value.kind == Kind::OutOfRange ? SkipReason::Overflow : SkipReason::NotANumber;
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

// Most texts are shared from event to event, and then need no look at their characters.
bool sameText(const QString &a, const QString &b)
{
    return (a.constData() == b.constData() && a.size() == b.size()) || a == b;
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
    Scalar number; // one that was read from text

    const std::vector<int> &bindingsFor(const StoredEvent &event);
    const JsonValue &value(int path, const EventView &view) { return plan.paths[size_t(path)].findOnce(view); }
    bool passes(int filter, const EventView &view);
    SkipReason fillTime(const BindingPlan &binding, const EventView &view);
    void fillGroup(int path, const EventView &view);
    SkipReason fillValue(const BindingPlan &binding, const EventView &view);
    SkipReason fillNumber(const FieldPath &path, const JsonValue &found, PathSlot &slot);
    void borrow(const JsonValue &found, PathSlot &slot);
};

const std::vector<int> &Mapper::Private::bindingsFor(const StoredEvent &event)
{
    if (haveLastKind && sameText(lastKind.first, event.source) && sameText(lastKind.second, event.type))
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

bool Mapper::Private::passes(int filter, const EventView &view)
{
    FilterSlot &slot = filters[size_t(filter)];
    if (slot.round != round) {
        slot.matches = plan.filters[size_t(filter)].matches(view);
        slot.round = round;
    }
    return slot.matches;
}

SkipReason Mapper::Private::fillTime(const BindingPlan &binding, const EventView &view)
{
    if (binding.timeRule == TimeRule::Named) {
        measurement.timeUs = view.event().eventTimeUs();
        return SkipReason::None;
    }
    const auto time = timeOf(value(binding.time, view), plan.paths[size_t(binding.time)].isUntypedText());
    measurement.timeUs = time.value_or(measurement.receivedUs);
    return time ? SkipReason::None : SkipReason::NoTime;
}

void Mapper::Private::fillGroup(int path, const EventView &view)
{
    const JsonValue &found = value(path, view);
    measurement.groupMissing = found.kind == JsonValue::Kind::Nothing;
    PathSlot &slot = paths[size_t(path)];
    if (slot.groupRound != round) {
        slot.group = groupText(found, view.numberMark(), slot.written);
        slot.groupRound = round;
    }
    measurement.group = slot.group;
}

void Mapper::Private::borrow(const JsonValue &found, PathSlot &slot)
{
    if (slot.scalarRound != round) {
        borrowScalar(found, slot.scalar);
        slot.scalarRound = round;
    }
    measurement.value = &slot.scalar;
}

SkipReason Mapper::Private::fillNumber(const FieldPath &path, const JsonValue &found, PathSlot &slot)
{
    if (found.kind == JsonValue::Kind::Text && path.isUntypedText()) {
        const JsonValue read = parseJsonNumber(found.text);
        if (!read.isNumber())
            return read.kind == JsonValue::Kind::OutOfRange ? SkipReason::Overflow : SkipReason::NotANumber;
        borrowScalar(read, number);
        measurement.value = &number;
        return SkipReason::None;
    }
    const SkipReason outcome = numberOutcome(found);
    if (outcome == SkipReason::None)
        borrow(found, slot);
    return outcome;
}

SkipReason Mapper::Private::fillValue(const BindingPlan &binding, const EventView &view)
{
    const FieldPath &path = plan.paths[size_t(binding.value)];
    const JsonValue &found = path.findOnce(view);
    if (found.kind == JsonValue::Kind::Nothing && path.readsPayload() && !view.root())
        return SkipReason::NotJson;
    PathSlot &slot = paths[size_t(binding.value)];
    if (binding.rule == ValueRule::Number)
        return fillNumber(path, found, slot);
    if (binding.rule == ValueRule::Exists && found.kind == JsonValue::Kind::Nothing)
        return SkipReason::Missing;
    const SkipReason unfit = scalarOutcome(found);
    if (unfit != SkipReason::None)
        return binding.rule == ValueRule::Exists ? SkipReason::None : unfit;
    borrow(found, slot);
    return SkipReason::None;
}

Mapper::Mapper()
    : d(std::make_unique<Private>())
{}

Mapper::Mapper(Mapper &&) noexcept = default;
Mapper &Mapper::operator=(Mapper &&) noexcept = default;
Mapper::~Mapper() = default;

Result<Mapper> Mapper::compile(const QList<Binding> &bindings, SharedPaths *shared)
{
    SharedPaths alone;
    Result<mapping::Plan> plan = mapping::compilePlan(bindings, shared ? *shared : alone);
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
    Measurement &measurement = d->measurement;
    measurement.seq = event.seq;
    measurement.receivedUs = event.receivedUs;
    measurement.verified = event.verified;
    measurement.simulated = event.simulated;
    measurement.timeUs = event.receivedUs;
    measurement.group = {};
    measurement.groupMissing = false;
    for (const int index : wanting) {
        const BindingPlan &binding = d->plan.bindings[size_t(index)];
        if (binding.verifiedOnly && !event.verified)
            continue;
        if (binding.filter != BindingPlan::kNone && !d->passes(binding.filter, view))
            continue;
        measurement.value = nullptr;
        measurement.skipped = SkipReason::None;
        if (binding.timeRule != TimeRule::Arrival)
            measurement.skipped = d->fillTime(binding, view);
        if (binding.group != BindingPlan::kNone)
            d->fillGroup(binding.group, view);
        if (binding.value != BindingPlan::kNone && measurement.skipped == SkipReason::None)
            measurement.skipped = d->fillValue(binding, view);
        sink(index, measurement);
        if (binding.timeRule != TimeRule::Arrival)
            measurement.timeUs = event.receivedUs;
        if (binding.group != BindingPlan::kNone) {
            measurement.group = {};
            measurement.groupMissing = false;
        }
    }
}

} // namespace hookboard
