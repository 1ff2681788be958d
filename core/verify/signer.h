// Signer: signs deliveries as the provider of a source does, the inverse of the verifier. For `hookboardctl send`, the
// simulator, the demo and tests. Compiled once per source, then cheap per delivery. Movable, not thread-safe.
#pragma once

#include "core/types/headers.h"
#include "core/types/result.h"
#include "core/types/source.h"
#include "core/verify/signedtext.h"
#include "core/verify/simulationmark.h"

#include <optional>

namespace hookboard {

class TemplateRegistry;

struct OutgoingDelivery
{
    QByteArray body;
    QString type;          // goes into the header that the template names, if it names one
    QByteArray deliveryId; // likewise; also the signed message id
    qint64 nowUs = 0;      // the time of signing
    QByteArray method = "POST";
    bool simulated = false; // to be marked so, where simulationmark.h can
};

struct SignedRequest
{
    Headers headers; // to add to the request; no Content-Type
    QByteArray body; // as given, except where the signature travels in it
};

class Signer
{
public:
    // The first secret of the source signs; without one, or with one that does not decode, SecretUnavailable. Schemes
    // whose receiver holds only a public key need `privateKey` (SigningKey::forSigning tells its forms); without it
    // NotImplemented. `templates` outlives the signer.
    static Result<Signer> create(const TemplateRegistry &templates, const SourceWithSecrets &source,
                                 const std::optional<Secret> &privateKey = std::nullopt);

    // InvalidArgument when the body lacks what this provider signs or reads (fillFacts() puts it there).
    Result<SignedRequest> sign(const OutgoingDelivery &delivery) const;

    // The body with type, delivery id and times written to the places in the JSON payload where the provider has them;
    // an empty body becomes the smallest document that has them. A body that is not JSON, and a template that reads
    // nothing from JSON, give the body unchanged. Writes compact JSON: for bodies made here, not for recorded ones.
    QByteArray fillFacts(const OutgoingDelivery &delivery) const;

private:
    Signer() = default;
    Result<QByteArray> signatureText(const OutgoingDelivery &delivery, const Headers &headers,
                                     const QByteArray &timestamp) const;
    Status place(const QByteArray &signature, const QByteArray &timestamp, SignedRequest &request) const;

    const SchemeTemplate *m_scheme = nullptr;
    SignedText m_text;
    SimulationMark m_simulationMark;
    std::optional<SigningKey> m_key;
    Secret m_secret;
};

} // namespace hookboard
