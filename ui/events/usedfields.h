// Which lines of a payload's outline a value text of a binding reads: paths such as $.data.items[0].price, also inside
// templates and expressions. Paths with filters or descendants lead nowhere here, since finding their nodes is the
// business of the mapping. Pure, any thread.
#pragma once

#include "core/types/binding.h"
#include "ui/events/jsonoutline.h"

#include <QtCore/QSet>

namespace hookboard {

QSet<int> usedNodes(const JsonOutline &outline, const Binding &binding);

} // namespace hookboard
