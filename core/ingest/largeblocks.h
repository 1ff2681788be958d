// Bodies come rarely and large. The C library learns from the first one that is freed to keep blocks of its size for
// later, in each thread; then a body that came once would be held in memory for ever.
#pragma once

namespace hookboard {

// Large blocks go back to the system as soon as they are free. For the whole process; called first in main().
void returnLargeBlocks();

} // namespace hookboard
