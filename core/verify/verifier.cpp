#include "core/verify/verifier.h"

#include "core/ingest/contentencoding.h"
#include "core/verify/compiledsource.h"
#include "core/verify/deliveryfacts.h"
#include "core/verify/templateregistry.h"

#include <functional>
#include <map>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

struct Verifier::Private
{
    const TemplateRegistry &templates;
    const Clock &clock;
    std::map<QString, CompiledSource, std::less<>> sources;
    PayloadReader reader;

    const CompiledSource *find(QStringView name) const
    {
        const auto it = sources.find(name);
        return it == sources.end() ? nullptr : &it->second;
    }
};

Verifier::Verifier(const TemplateRegistry &templates, const Clock &clock)
    : d(new Private{templates, clock, {}, {}})
{}

Verifier::~Verifier() = default;

void Verifier::setSources(const QList<SourceWithSecrets> &sources)
{
    auto before = std::exchange(d->sources, {});
    for (const SourceWithSecrets &source : sources) {
        const auto known = before.find(source.config.name);
        if (known != before.end() && known->second.isMadeOf(source))
            d->sources.insert(before.extract(known));
        else
            d->sources.try_emplace(source.config.name, d->templates.find(source.config.provider), source);
    }
}

const SourceConfig *Verifier::source(QStringView name) const
{
    const CompiledSource *found = d->find(name);
    return found ? &found->config() : nullptr;
}

const Error *Verifier::problem(QStringView name) const
{
    const CompiledSource *found = d->find(name);
    return found && found->problem() ? &*found->problem() : nullptr;
}

Verifier::Verdict Verifier::verify(RawDelivery delivery, qint64 maxPayload)
{
    const CompiledSource *source = d->find(delivery.source);
    if (!source) {
        const Error unknown{ErrorCode::UnknownSource, u"There is no source %1."_s.arg(delivery.source)};
        return Rejection{std::move(delivery), unknown, {}, {}};
    }
    if (source->problem())
        return Rejection{std::move(delivery), *source->problem(), {}, {}};

    const auto refused = [&](const Error &error) {
        Rejection rejection{std::move(delivery), error, {}, {}};
        readHeaderFacts(source->scheme(), rejection);
        d->reader.forget();
        return rejection;
    };
    const Result<int> secret = source->check(delivery, d->clock.nowUs(), maxPayload, d->reader);
    if (!secret)
        return refused(secret.error());
    if (const Status decoded = decodePayload(delivery, maxPayload); !decoded)
        return refused(decoded.error());
    hookboard::Verdict verdict;
    verdict.verified = source->scheme().scheme != Scheme::None;
    verdict.scheme = source->scheme().key;
    verdict.secretIndex = *secret;
    if (const Status facts = readFacts(source->scheme(), delivery, d->reader, verdict); !facts)
        return refused(facts.error());
    verdict.simulated = source->simulationMark().isOn(delivery.headers, delivery.body);
    d->reader.forget();
    return VerifiedDelivery(std::move(delivery), std::move(verdict), d->clock.steadyNs());
}

} // namespace hookboard
