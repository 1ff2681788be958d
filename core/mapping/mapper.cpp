#include "core/mapping/mapper.h"

#include "core/mapping/grouptext.h"
#include "core/mapping/mapperplan.h"
#include "core/mapping/sharedpaths.h"
#include "core/mapping/valueoutcome.h"

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
    JsonValue made; // by a template or an expression
    SkipReason madeWhy = SkipReason::None;
    quint64 madeRound = 0;
};

struct FilterSlot
{
    bool matches = false;
    quint64 round = 0;
};

// Most texts are shared from event to event, and then need no look at their characters.
bool sameText(const QString &a, const QString &b)
{
    return (a.constData() == b.constData() && a.size() == b.size()) || a == b;
}

} // namespace

struct Mapper::Private
{
    using Sink = FunctionRef<void(int, const Measurement &)>;

    mapping::Plan plan;
    std::vector<PathSlot> texts;
    std::vector<FilterSlot> filters;
    quint64 round = 0;                             // of the event, or of the item
    QHash<EventKind, std::vector<int>> remembered; // which bindings want events of a kind
    EventKind lastKind;
    std::vector<int> wanting; // for lastKind
    bool haveLastKind = false;
    Measurement measurement;
    Scalar number;           // one that was read from text, or made by steps
    QByteArray writtenGroup; // holds a group that steps made
    QByteArray writtenKey;

    const std::vector<int> &bindingsFor(const StoredEvent &event);
    const FieldPath *path(int text) const { return plan.texts[size_t(text)].path(); }
    JsonValue find(int text, const EventView &view, SkipReason &why);
    bool passes(int filter, const EventView &view);
    SkipReason fillTime(const BindingPlan &binding, const EventView &view);
    SkipReason fillGroup(const BindingPlan &binding, const EventView &view);
    void fillPlainGroup(int text, const EventView &view);
    SkipReason fillValue(const BindingPlan &binding, const EventView &view);
    SkipReason fillPlainValue(const BindingPlan &binding, const EventView &view);
    SkipReason fillMadeValue(const BindingPlan &binding, const EventView &view);
    SkipReason fillNumber(const FieldPath &path, const JsonValue &found, PathSlot &slot);
    SkipReason fillPair(const BindingPlan &binding, const EventView &view);
    void fillShare(const BindingPlan &binding, const EventView &view);
    void borrow(const JsonValue &found, PathSlot &slot);
    void reset(const StoredEvent &event);
    void measure(int index, const EventView &view, Sink sink);
    void measureItems(int index, const EventView &view, Sink sink);
    void skip(int index, SkipReason reason, Sink sink);
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

// Of any text; templates and expressions are computed once for each event or item.
JsonValue Mapper::Private::find(int text, const EventView &view, SkipReason &why)
{
    const ValueText &wanted = plan.texts[size_t(text)];
    if (wanted.path())
        return wanted.find(view, why);
    PathSlot &slot = texts[size_t(text)];
    if (slot.madeRound != round) {
        slot.made = wanted.find(view, slot.madeWhy);
        slot.madeRound = round;
    }
    why = slot.madeWhy;
    return slot.made;
}

SkipReason Mapper::Private::fillTime(const BindingPlan &binding, const EventView &view)
{
    if (binding.timeRule == TimeRule::Named) {
        measurement.timeUs = view.event().eventTimeUs();
        return SkipReason::None;
    }
    const FieldPath *timePath = path(binding.time);
    const auto time = timeOf(timePath->findOnce(view), timePath->isUntypedText());
    measurement.timeUs = time.value_or(measurement.receivedUs);
    return time ? SkipReason::None : SkipReason::NoTime;
}

void Mapper::Private::fillPlainGroup(int text, const EventView &view)
{
    const JsonValue &found = path(text)->findOnce(view);
    measurement.groupMissing = found.kind == JsonValue::Kind::Nothing;
    PathSlot &slot = texts[size_t(text)];
    if (slot.groupRound != round) {
        slot.group = groupText(found, view.numberMark(), slot.written);
        slot.groupRound = round;
    }
    measurement.group = slot.group;
}

// A group that is missing is a group of its own; one that a step could not take is a fault of the event.
SkipReason Mapper::Private::fillGroup(const BindingPlan &binding, const EventView &view)
{
    if (binding.groupSteps == BindingPlan::kNone && path(binding.group)) {
        fillPlainGroup(binding.group, view);
        return SkipReason::None;
    }
    SkipReason why = SkipReason::None;
    JsonValue found = find(binding.group, view, why);
    if (binding.groupSteps != BindingPlan::kNone)
        found = plan.steps[size_t(binding.groupSteps)].apply(found, view, why);
    measurement.groupMissing = found.kind == JsonValue::Kind::Nothing;
    measurement.group = groupText(found, view.numberMark(), writtenGroup);
    return why == SkipReason::Missing || why == SkipReason::NotJson ? SkipReason::None : why;
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

SkipReason Mapper::Private::fillPlainValue(const BindingPlan &binding, const EventView &view)
{
    const FieldPath &valuePath = *path(binding.value);
    const JsonValue &found = valuePath.findOnce(view);
    if (found.kind == JsonValue::Kind::Nothing && valuePath.readsPayload() && !view.root())
        return SkipReason::NotJson;
    PathSlot &slot = texts[size_t(binding.value)];
    if (binding.rule == ValueRule::Number)
        return fillNumber(valuePath, found, slot);
    if (binding.rule == ValueRule::Exists && found.kind == JsonValue::Kind::Nothing)
        return SkipReason::Missing;
    const SkipReason unfit = scalarOutcome(found);
    if (unfit != SkipReason::None)
        return binding.rule == ValueRule::Exists ? SkipReason::None : unfit;
    borrow(found, slot);
    return SkipReason::None;
}

// Through a template, an expression or steps.
SkipReason Mapper::Private::fillMadeValue(const BindingPlan &binding, const EventView &view)
{
    SkipReason why = SkipReason::None;
    JsonValue made = find(binding.value, view, why);
    if (binding.steps != BindingPlan::kNone) {
        const ValueSteps &steps = plan.steps[size_t(binding.steps)];
        const FieldPath *valuePath = path(binding.value);
        if (made.kind == JsonValue::Kind::Text && valuePath && valuePath->isUntypedText() && steps.takesNumber()) {
            const JsonValue read = parseJsonNumber(made.text);
            made = read.kind == JsonValue::Kind::Nothing ? made : read;
        }
        made = steps.apply(made, view, why);
    }
    if (why != SkipReason::None)
        return why;
    if (binding.rule != ValueRule::Exists)
        why = binding.rule == ValueRule::Number ? numberOutcome(made) : scalarOutcome(made);
    else if (made.kind == JsonValue::Kind::Nothing)
        why = SkipReason::Missing;
    borrowScalar(made, number);
    measurement.value = &number;
    return why;
}

SkipReason Mapper::Private::fillValue(const BindingPlan &binding, const EventView &view)
{
    const bool plain = binding.steps == BindingPlan::kNone && path(binding.value);
    return plain ? fillPlainValue(binding, view) : fillMadeValue(binding, view);
}

SkipReason Mapper::Private::fillPair(const BindingPlan &binding, const EventView &view)
{
    SkipReason why = SkipReason::None;
    const JsonValue key = find(binding.pairKey, view, why);
    if (why == SkipReason::None && key.kind == JsonValue::Kind::Null)
        why = SkipReason::Missing;
    measurement.pairKey = groupText(key, view.numberMark(), writtenKey);
    measurement.startsPair = binding.starts.holds(view.event().type);
    measurement.endsPair = binding.ends.holds(view.event().type);
    return why;
}

void Mapper::Private::fillShare(const BindingPlan &binding, const EventView &view)
{
    number.assign(passes(binding.part, view) ? qint64(1) : qint64(0));
    measurement.value = &number;
}

void Mapper::Private::reset(const StoredEvent &event)
{
    measurement.timeUs = event.receivedUs;
    measurement.group = {};
    measurement.groupMissing = false;
    measurement.value = nullptr;
    measurement.skipped = SkipReason::None;
}

void Mapper::Private::measure(int index, const EventView &view, Sink sink)
{
    const BindingPlan &binding = plan.bindings[size_t(index)];
    if (binding.filter != BindingPlan::kNone && !passes(binding.filter, view))
        return;
    SkipReason &skipped = measurement.skipped;
    reset(view.event());
    if (binding.timeRule != TimeRule::Arrival)
        skipped = fillTime(binding, view);
    if (binding.group != BindingPlan::kNone) {
        const SkipReason unfit = fillGroup(binding, view);
        if (skipped == SkipReason::None)
            skipped = unfit;
    }
    if (skipped == SkipReason::None && binding.value != BindingPlan::kNone)
        skipped = fillValue(binding, view);
    if (skipped == SkipReason::None && binding.pairKey != BindingPlan::kNone)
        skipped = fillPair(binding, view);
    if (skipped == SkipReason::None && binding.part != BindingPlan::kNone)
        fillShare(binding, view);
    sink(index, measurement);
}

void Mapper::Private::skip(int index, SkipReason reason, Sink sink)
{
    measurement.skipped = reason;
    sink(index, measurement);
}

void Mapper::Private::measureItems(int index, const EventView &view, Sink sink)
{
    const BindingPlan &binding = plan.bindings[size_t(index)];
    int items = 0;
    path(binding.each)->eachNode(view, [&](JsonNode node) {
        view.setItem(node);
        ++round;
        if (++items <= kMostItems) {
            measure(index, view, sink);
        } else if (binding.filter == BindingPlan::kNone || passes(binding.filter, view)) {
            reset(view.event());
            skip(index, SkipReason::TooManyItems, sink);
        }
        return true;
    });
    view.setItem(std::nullopt);
    ++round;
    if (items > 0 || (binding.filter != BindingPlan::kNone && !passes(binding.filter, view)))
        return;
    reset(view.event());
    skip(index, view.root() ? SkipReason::NoItems : SkipReason::NotJson, sink);
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
    mapper.d->texts.resize(mapper.d->plan.texts.size());
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
    for (const int index : wanting) {
        const BindingPlan &binding = d->plan.bindings[size_t(index)];
        if ((binding.verifiedOnly && !event.verified) || event.receivedUs < binding.sinceUs)
            continue;
        if (binding.each == BindingPlan::kNone)
            d->measure(index, view, sink);
        else
            d->measureItems(index, view, sink);
    }
}

} // namespace hookboard
