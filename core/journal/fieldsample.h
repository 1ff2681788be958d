// seenFields: types and field paths of the newest events, from a few bodies of moderate size. Reading thread.
#pragma once

#include "core/types/seenfields.h"

namespace hookboard {

class JournalReader;

// What cannot be read is left out.
SeenFields seenFields(JournalReader &reader);

} // namespace hookboard
