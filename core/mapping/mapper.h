// Mapper: turns an event into measurements, one per binding that wants it. Bindings are compiled once; identical paths
// and filters over several bindings are evaluated once per event. Used by one fold in one thread.
#pragma once

#include "core/mapping/filter.h"
#include "core/types/tilespec.h"

namespace hookboard {

enum class SkipReason : quint8 { None, Missing, NotANumber, Overflow, NotFinite, NoTime, NotJson };
QLatin1StringView
skipReasonText(SkipReason reason); // "missing", "not-a-number", "overflow", "not-finite", "no-time", "not-json"

struct Measurement
{
    quint64 seq = 0;
    qint64 timeUs = 0; // by the binding's time basis
    qint64 receivedUs = 0;
    Scalar value;              // absent for Count and Rate without a value path
    QByteArray group;          // UTF-8 text of the group value; empty without groupBy. A missing group is "" too:
    bool groupMissing = false; // ... and says so here
    bool verified = true;
    bool simulated = false;
    SkipReason skipped = SkipReason::None; // not None: the event matched, but its value cannot be used
};

class Mapper
{
public:
    // Error: which binding and why, with the position in the text.
    static Result<Mapper> compile(const QList<Binding> &bindings);
    Mapper(Mapper &&) noexcept;
    Mapper &operator=(Mapper &&) noexcept;
    ~Mapper();

    int bindingCount() const;
    // Calls sink(binding index, measurement) for every binding that wants this event. Allocation-free on the common
    // path.
    void map(EventView &view, const std::function<void(int, const Measurement &)> &sink);

private:
    Mapper();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
