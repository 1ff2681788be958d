// Mapper: turns an event into measurements, one per binding that wants it. Bindings are compiled once; identical paths
// and filters over several bindings are evaluated once per event. Used by one fold in one thread.
//
// What counts as a value, by aggregation:
//   sum, avg, min, max, change, p50..p99, stddev   numbers. Missing and null are "missing"; text, booleans, arrays and
//                        objects are "not-a-number", also text that looks like a number. Only header: and query:, which
//                        know nothing but text, may hold one, in exactly the grammar of a JSON number.
//   distinct, first, last   anything but arrays and objects ("wrong-type"); null is a value.
//   count, rate          with a value path: events in which it selects something, be it null, an array or an object.
// A number beyond 64 bits (integers) or beyond double is "overflow"; the rest of its event counts as usual. An event
// whose payload is not JSON is "not-json" for a path into it; its filters see nothing there, and its group is missing.
//   ratio                whatever the value: 1 for events that `part` matches too, else 0
// The steps of a binding change the value before this is asked; those of the group change the text of the group.
// With `each`, every item is measured, at most kMostItems of one event. With a pairing, value and steps are not looked
// at: a measurement carries the key, and the fold finds the other end.
// Event time: the time path (ISO 8601 text, or a number whose size tells the unit, see timevalue.h; numbers as text
// only from header: and query:), "no-time" when that gives none; without a time path what the template named, else
// arrival.
#pragma once

#include "core/mapping/filter.h"
#include "core/mapping/skipreason.h"
#include "core/types/tilespec.h"

namespace hookboard {

struct Measurement
{
    quint64 seq = 0;
    qint64 timeUs = 0; // by the binding's time basis
    qint64 receivedUs = 0;
    const Scalar *value = nullptr; // null for Count and Rate without a value path; text may point into the event
    QByteArrayView group;          // UTF-8 text of the group value; empty without groupBy. A missing group is "" too:
    bool groupMissing = false;     // ... and says so here
    bool verified = true;
    bool simulated = false;
    QByteArrayView pairKey; // pairing: UTF-8 text of the key
    bool startsPair = false;
    bool endsPair = false;
    SkipReason skipped = SkipReason::None; // not None: the event matched, but its value cannot be used
};

class Mapper
{
public:
    static constexpr int kMostItems = 10'000; // of an event; the others are "too-many-items"

    // Error: which binding and why, with the position in the text. `shared`: the paths of others that look at the same
    // events (the columns of a table); null = there are none.
    static Result<Mapper> compile(const QList<Binding> &bindings, SharedPaths *shared = nullptr);
    Mapper(Mapper &&) noexcept;
    Mapper &operator=(Mapper &&) noexcept;
    ~Mapper();

    int bindingCount() const;
    // Calls sink(binding index, measurement) for every binding that wants this event, by ascending index. The
    // measurement is reused, and what it points at lives until the next event: copy what has to stay. Unverified events
    // do not reach bindings that are verifiedOnly, not even as skipped. Allocates only for header and query paths, and
    // for groups by what is no text.
    void map(const EventView &view, FunctionRef<void(int, const Measurement &)> sink);

private:
    Mapper();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
