// What the tests of the verifier share: a clock that stands still, deliveries, and a registry with all templates.
#pragma once

#include "core/types/clock.h"
#include "core/types/delivery.h"
#include "core/types/source.h"
#include "core/verify/templateregistry.h"
#include "core/verify/verifier.h"

namespace hookboard::test {

inline constexpr qint64 kNowUs = 1'700'000'000'000'000;

class FixedClock final : public Clock
{
public:
    qint64 nowUs() const override { return now; }
    qint64 steadyNs() const override { return 7; }
    qint64 now = kNowUs;
};

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
    delivery.payload = body;
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

} // namespace hookboard::test
