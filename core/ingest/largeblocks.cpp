#include "core/ingest/largeblocks.h"

#include <cstdlib> // says which C library this is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace hookboard {

void returnLargeBlocks()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 256 * 1024); // once it is set it does not grow by itself any more
#endif
}

} // namespace hookboard
