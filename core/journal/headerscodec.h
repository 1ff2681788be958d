// Headers as one blob: for each field the length of the name (LEB128), the name, the length of the value, the value.
// Any byte may occur in both. Pure functions, any thread.
#pragma once

#include "core/types/headers.h"

namespace hookboard {

QByteArray packHeaders(const Headers &headers);
// Fills `fields` (its capacity is reused) with arrays that point into `packed`. False when the blob is damaged; the
// fields before the damage are there.
bool unpackHeaders(QByteArrayView packed, QList<Header> &fields);

} // namespace hookboard
