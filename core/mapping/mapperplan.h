// The compiled form of a list of bindings: each distinct path and filter once, bindings that refer to them by number.
// Immutable after compilePlan().
#pragma once

#include "core/mapping/filter.h"
#include "core/mapping/valuesteps.h"
#include "core/mapping/valuetext.h"
#include "core/types/result.h"
#include "core/types/tilespec.h"

#include <vector>

namespace hookboard::mapping {

enum class ValueRule : quint8 { Exists, Number, AnyScalar };
enum class TimeRule : quint8 { Arrival, Named, Path }; // Named: by the template, else arrival

// Names of event types, exact or by prefix.
struct TypeList
{
    QStringList exact;
    QStringList prefixes;

    void add(const QString &type);
    bool isEmpty() const { return exact.isEmpty() && prefixes.isEmpty(); }
    bool holds(const QString &type) const;
};

struct BindingPlan
{
    static constexpr int kNone = -1;

    QString source; // empty = any
    TypeList types; // any when it is empty
    bool verifiedOnly = true;
    ValueRule rule = ValueRule::Exists;
    int filter = kNone; // index into Plan::filters; the next ones into Plan::texts
    int value = kNone;
    int group = kNone;
    int time = kNone; // TimeRule::Path; a path
    int each = kNone; // a path
    int pairKey = kNone;
    int part = kNone;       // index into Plan::filters
    int steps = kNone;      // index into Plan::steps
    int groupSteps = kNone; // the same
    qint64 sinceUs = 0;
    TimeRule timeRule = TimeRule::Arrival;
    TypeList starts; // pairing
    TypeList ends;

    bool wants(const QString &eventSource, const QString &eventType) const;
};

ValueRule ruleOf(Aggregation aggregation);

struct Plan
{
    std::vector<BindingPlan> bindings;
    std::vector<ValueText> texts;
    std::vector<ValueSteps> steps;
    std::vector<Filter> filters;
};

// Whether any text of the binding has a path that begins with @, and what to say when there are no items for it.
bool readsItem(const Binding &binding);
QString itemWithoutEach();

Result<Plan> compilePlan(const QList<Binding> &bindings, SharedPaths &shared);

} // namespace hookboard::mapping
