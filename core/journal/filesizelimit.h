// A limit of file size (ulimit -f) is met like a full disk: the write fails, and the journal says so and recovers. By
// default the system would end the program instead.
#pragma once

namespace hookboard {

// For the whole process; called first in main().
void surviveFileSizeLimit();

} // namespace hookboard
