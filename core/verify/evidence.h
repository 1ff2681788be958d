// Evidence: what a delivery brings along to prove itself: the signatures of the known version, still as text, and the
// timestamp that stands beside them. Views into the delivery; short-lived, on the stack of one check.
#pragma once

#include "core/types/headers.h"
#include "core/types/result.h"
#include "core/verify/payloadreader.h"
#include "core/verify/schemetemplate.h"

#include <QtCore/QVarLengthArray>

namespace hookboard {

struct Evidence
{
    QVarLengthArray<QByteArray, 2> values;         // keep the bytes of the views alive
    QVarLengthArray<QByteArrayView, 4> signatures; // version prefix taken off, at most kMaxSignatures
    QByteArray keyValueTimestamp;                  // null when the header has none
};

// More signatures in one delivery than any key rotation brings; the rest is not looked at.
inline constexpr qsizetype kMaxSignatures = 100;

// SignatureMissing when there is none at all, SignatureUnknownVersion when none has the form the template knows.
// `payload` is read only for a template whose signature travels in it.
Result<Evidence> collectEvidence(const SchemeTemplate &scheme, const Headers &headers, const QByteArray &payload,
                                 PayloadReader &reader);

} // namespace hookboard
