// Strict decoding of what travels in headers: one text for one sequence of bytes, anything else is refused. Pure.
#pragma once

#include "core/verify/schemetemplate.h"

#include <QtCore/QByteArray>
#include <QtCore/QVarLengthArray>

#include <optional>

namespace hookboard {

// A signature, a MAC or a digest: at most 64 bytes, or 72 in DER.
using ShortBytes = QVarLengthArray<uchar, 96>;

// Appends the decoded bytes to `out`; false when the text is not exactly what an encoder would have written: odd or
// foreign digits, missing padding, stray bits behind the last byte. Hex may be of either case, base64url without
// padding.
bool decodeStrict(QByteArrayView text, SignatureEncoding encoding, ShortBytes &out);
QByteArray encode(QByteArrayView bytes, SignatureEncoding encoding);

// One field of an application/x-www-form-urlencoded body, decoded; nullopt when there is none. The first of several.
std::optional<QByteArray> formField(QByteArrayView body, QByteArrayView name);
// Undoes %XX for the few characters that HubSpot does not encode when it signs a URL.
QByteArray decodeUrlReserved(QByteArrayView url);

} // namespace hookboard
