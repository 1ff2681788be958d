// What the newest events hold. seenFields(): types and field paths, from a few bodies of moderate size.
// sampleFields(): one kind of events looked at field by field. Reading thread.
#pragma once

#include "core/types/result.h"
#include "core/types/samplefields.h"

#include "core/types/seenfields.h"

#include <functional>

namespace hookboard {

class JournalReader;

// What cannot be read is left out.
SeenFields seenFields(JournalReader &reader);

// `stopped` is asked between events; once it is true the answer is ErrorCode::Cancelled.
Result<SampledFields> sampleFields(JournalReader &reader, const SampleQuery &query,
                                   const std::function<bool()> &stopped);

} // namespace hookboard
