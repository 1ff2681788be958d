// The compiled form of a list of bindings: each distinct path and filter once, bindings that refer to them by number.
// Immutable after compilePlan().
#pragma once

#include "core/mapping/filter.h"
#include "core/types/result.h"
#include "core/types/tilespec.h"

#include <vector>

namespace hookboard::mapping {

enum class ValueRule : quint8 { Exists, Number, AnyScalar };
enum class TimeRule : quint8 { Arrival, Named, Path }; // Named: by the template, else arrival

struct BindingPlan
{
    static constexpr int kNone = -1;

    QString source;    // empty = any
    QStringList types; // exact; any when both lists are empty
    QStringList typePrefixes;
    bool verifiedOnly = true;
    ValueRule rule = ValueRule::Exists;
    int filter = kNone; // index into Plan::filters; the others into Plan::paths
    int value = kNone;
    int group = kNone;
    int time = kNone; // TimeRule::Path
    TimeRule timeRule = TimeRule::Arrival;

    bool wants(const QString &eventSource, const QString &eventType) const;
};

struct Plan
{
    std::vector<BindingPlan> bindings;
    std::vector<FieldPath> paths;
    std::vector<Filter> filters;
};

Result<Plan> compilePlan(const QList<Binding> &bindings, SharedPaths &shared);

} // namespace hookboard::mapping
