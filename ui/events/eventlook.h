// How the states of events look: icon, word and tone of each. Pure.
#pragma once

#include "ui/events/listedevent.h"
#include "ui/style/chip.h"

namespace hookboard {

ChipLook chipOf(EventState state);

} // namespace hookboard
