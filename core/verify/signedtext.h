// SignedText: the text that a provider signs, compiled from the template for one source. Shared by the verifier and
// the signer, so that both mean the same bytes. Immutable after construction.
#pragma once

#include "core/types/headers.h"
#include "core/types/result.h"
#include "core/verify/payloadreader.h"
#include "core/verify/schemetemplate.h"
#include "core/verify/signingkey.h"

#include <vector>

namespace hookboard {

// What the tokens of the text stand for in one delivery.
struct SignedInput
{
    QByteArray method;
    const Headers &headers;
    const QByteArray &body;    // as it came
    const QByteArray &payload; // decompressed; looked into for JSON values and form fields
    QByteArray timestamp;      // the text as it was sent
    QByteArray id;
};

class SignedText
{
public:
    SignedText() = default;
    // The public URL is constant for a source and becomes literal text.
    SignedText(const SchemeTemplate &scheme, const QString &publicUrl);

    // Appends views of all parts, in order. They point into `input`, into this, and into `storage`.
    // SignatureMismatch when the delivery lacks something that its provider always signs.
    Status resolve(const SignedInput &input, PayloadReader &reader, QVarLengthArray<QByteArray, 4> &storage,
                   TextParts &parts) const;

private:
    std::vector<SignedPiece> m_pieces;
};

} // namespace hookboard
