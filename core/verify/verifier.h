// Verifier: decides whether a delivery is genuine, on its raw bytes. The only maker of VerifiedDelivery.
// Lives in the ingest thread; not thread-safe. A source with provider "none" passes unverified, for ever marked so.
#pragma once

#include "core/types/clock.h"
#include "core/types/delivery.h"
#include "core/types/source.h"

#include <memory>
#include <variant>

namespace hookboard {

class TemplateRegistry;

class Verifier
{
public:
    // Both must outlive the verifier.
    Verifier(const TemplateRegistry &templates, const Clock &clock);
    ~Verifier();
    Verifier(const Verifier &) = delete;
    Verifier &operator=(const Verifier &) = delete;

    // Replaces all sources; compiles templates and keys once, of what changed only: while a keychain is being read this
    // is called ten times a second. A source whose provider is unknown or whose secrets do not decode stays known and
    // refuses every delivery with SecretUnavailable and a sentence that says why.
    void setSources(const QList<SourceWithSecrets> &sources);
    // Null when there is no such source.
    const SourceConfig *source(QStringView name) const;
    // Why a known source refuses everything (unknown provider, bad secret, missing public URL); null when it is well.
    const Error *problem(QStringView name) const;

    using Verdict = std::variant<VerifiedDelivery, Rejection>;
    // Signature first, on the bytes as they came; then the payload is read for id, type and time (a JSON content type
    // whose payload is no JSON is refused as Malformed; what is JSON but too deep for the parser, or has text that is
    // not UTF-8, is accepted without them).
    // A compressed body is decompressed behind a good signature only, except where the signature stands inside; one
    // that does not decompress, or to more than maxPayload bytes, is refused as Malformed or BodyTooLarge.
    [[nodiscard]] Verdict verify(RawDelivery delivery, qint64 maxPayload = kDefaultMaxPayloadBytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
