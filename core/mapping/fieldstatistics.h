// FieldStatistics: what the fields of some events have in common. Takes events newest first, one at a time, in one
// thread; keeps no event. Bounded whatever comes in: fields, levels, names, values, and bytes of a body.
#pragma once

#include "core/types/samplefields.h"

#include <memory>

namespace hookboard {

class FieldStatistics
{
public:
    static constexpr qsizetype kLargestBody = 256 * 1024;
    static constexpr int kMostFields = 500;

    explicit FieldStatistics(const QStringList &paths = {});
    ~FieldStatistics();

    // `bodyKnown`: false when the body was left out for its size. Returns the number of fields that the event has.
    int add(const StoredEvent &event, bool bodyKnown = true);
    // fields, events, unread, fromUs, toUs and selected; once.
    SampledFields finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
