// What a delivery says about itself: id, type and time of the event, by the places that its template names. Everything
// is bounded and safe to store: an id is at most 512 bytes of printable UTF-8, a type at most 256 bytes of UTF-8.
#pragma once

#include "core/types/delivery.h"
#include "core/verify/payloadreader.h"
#include "core/verify/schemetemplate.h"

namespace hookboard {

// Fills type, deliveryId, idIsDigest and occurredUs of `verdict` from a genuine delivery. Malformed when the content
// type says JSON and the payload is none.
Status readFacts(const SchemeTemplate &scheme, const RawDelivery &delivery, PayloadReader &reader, Verdict &verdict);

// Type and id of a refused delivery, as far as its headers tell; nobody vouches for them, and nothing is parsed.
void readHeaderFacts(const SchemeTemplate &scheme, Rejection &rejection);

} // namespace hookboard
