// What the tests of the verifier share: a clock that stands still, deliveries, and a registry with all templates.
#pragma once

#include "core/types/delivery.h"
#include "core/types/source.h"
#include "core/verify/signer.h"
#include "core/verify/templateregistry.h"
#include "core/verify/verifier.h"
#include "tests/support/manualclock.h"

#include <QtCore/QCryptographicHash>

namespace hookboard::test {

inline constexpr qint64 kNowUs = 1'700'000'000'000'000;

inline const TemplateRegistry &builtIn()
{
    static const TemplateRegistry registry = [] {
        TemplateRegistry made;
        if (const Status loaded = made.loadBuiltIn(); !loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return made;
    }();
    return registry;
}

inline SourceWithSecrets makeSource(const QString &provider, const QList<QByteArray> &secrets,
                                    const QString &publicUrl = QStringLiteral("https://hooks.example.test/in/abc"))
{
    SourceWithSecrets source;
    source.config.name = QStringLiteral("src");
    source.config.provider = provider;
    source.config.publicUrl = publicUrl;
    for (const QByteArray &secret : secrets)
        source.secrets << Secret(secret);
    return source;
}

inline RawDelivery makeDelivery(const QByteArray &body, const Headers &headers)
{
    RawDelivery delivery;
    delivery.source = QStringLiteral("src");
    delivery.method = "POST";
    delivery.target = "/hooks/src";
    delivery.headers = headers;
    delivery.body = body;
    return delivery;
}

// The verdict when the delivery was accepted, else nothing.
inline std::optional<Verdict> accepted(const Verifier::Verdict &verdict)
{
    const auto *delivery = std::get_if<VerifiedDelivery>(&verdict);
    return delivery ? std::optional(delivery->verdict()) : std::nullopt;
}

// codeText of the refusal, or "accepted".
inline QString refusal(const Verifier::Verdict &verdict)
{
    const auto *rejection = std::get_if<Rejection>(&verdict);
    return rejection ? QString(codeText(rejection->error.code)) : QStringLiteral("accepted");
}

inline const QByteArray kWhsec = "whsec_" + QByteArray(32, 'k').toBase64();

inline QByteArray hexOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

// The headers with which `source` would have been sent this body.
inline Headers signedHeaders(const SourceWithSecrets &source, const QByteArray &body, const QByteArray &id = "id-1",
                             const QString &type = {})
{
    const Result<Signer> signer = Signer::create(builtIn(), source);
    OutgoingDelivery outgoing;
    outgoing.body = body;
    outgoing.deliveryId = id;
    outgoing.type = type;
    outgoing.nowUs = kNowUs;
    return signer.ok() ? signer->sign(outgoing).value().headers : Headers();
}

// One verifier with one source, at a moment that tests can move.
class Bench
{
public:
    explicit Bench(const SourceWithSecrets &source, const TemplateRegistry &templates = builtIn())
        : verifier(templates, clock)
    {
        verifier.setSources({source});
    }
    Verifier::Verdict verify(const QByteArray &body, const Headers &headers)
    {
        return verifier.verify(makeDelivery(body, headers));
    }

    ManualClock clock{kNowUs};
    Verifier verifier;
};

inline Headers with(Headers headers, const QByteArray &name, const QByteArray &value)
{
    headers.append(name, value);
    return headers;
}

} // namespace hookboard::test
