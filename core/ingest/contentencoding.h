// Undoing Content-Encoding, with a cap on what comes out. Pure functions, any thread.
#pragma once

#include "core/types/delivery.h"
#include "core/types/result.h"

namespace hookboard {

// "gzip", "x-gzip", "deflate" (zlib or raw, as senders differ), "identity" or empty; case-insensitive.
// UnsupportedEncoding for all else, also for several codings.
Result<BodyEncoding> bodyEncoding(QByteArrayView contentEncoding);
// BodyTooLarge past maxBytes; Malformed for a damaged or truncated stream or trailing bytes. Identity shares `body`.
Result<QByteArray> decodeBody(const QByteArray &body, BodyEncoding encoding, qint64 maxBytes);
// Fills the payload of a delivery, once; fails as decodeBody() does, then the payload stays null.
Status decodePayload(RawDelivery &delivery, qint64 maxBytes);

} // namespace hookboard
