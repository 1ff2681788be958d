// The bindings of a board file. Only what differs from the default is written. Pure, any thread.
#pragma once

#include "core/config/jsonkeys.h"

namespace hookboard {

Binding bindingFromJson(JsonKeys &keys);
QJsonObject bindingToJson(const Binding &binding);

} // namespace hookboard
