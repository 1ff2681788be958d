// The four measurements of `bench`, one file each. They work in temporary profiles, print one JSON object with
// absolute figures and with the ratio to a ceiling of the same machine, and judge nothing.
#pragma once

#include "app/ctl/options.h"

namespace hookboard {

Outcome benchIngest(const Invocation &invocation);
Outcome benchFold(const Invocation &invocation);
Outcome benchSearch(const Invocation &invocation);
Outcome benchStart(const Invocation &invocation);
// The ceiling of `bench ingest`: answers every request at once, without looking at it. Runs until it is ended.
Outcome benchEcho(const Invocation &invocation);

} // namespace hookboard
