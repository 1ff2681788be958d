// CompiledSource: one source with everything decoded and precomputed that does not change from delivery to delivery.
// Made by Verifier::setSources(), lives in the thread of the verifier. Movable.
#pragma once

#include "core/types/delivery.h"
#include "core/types/source.h"
#include "core/verify/evidence.h"
#include "core/verify/schemetemplate.h"
#include "core/verify/signedtext.h"
#include "core/verify/signingkey.h"
#include "core/verify/simulationmark.h"

#include <optional>
#include <vector>

namespace hookboard {

class CompiledSource
{
public:
    // `scheme` is null for an unknown provider, else it outlives this. Whatever is wrong becomes problem().
    CompiledSource(const SchemeTemplate *scheme, const SourceWithSecrets &source);

    // False when anything that this depends on is another; secrets count as others also when they were read again.
    bool isMadeOf(const SourceWithSecrets &source) const;
    const SourceConfig &config() const { return m_source.config; }
    // SecretUnavailable with a sentence when no delivery can be checked; nothing when all is well.
    const std::optional<Error> &problem() const { return m_problem; }
    // Not to be called when there is a problem.
    const SchemeTemplate &scheme() const { return *m_scheme; }
    const SimulationMark &simulationMark() const { return m_simulationMark; }

    // Which secret signed this delivery, -1 for provider "none"; or why it is refused. `nowUs` is the wall clock. The
    // body is decompressed, to maxPayload bytes, only behind a good signature or for a scheme that signs what is
    // inside.
    Result<int> check(RawDelivery &delivery, qint64 nowUs, qint64 maxPayload, PayloadReader &reader) const;

private:
    void loadKeys();
    Result<int> matchingKey(const TextParts &parts, const Evidence &evidence) const;

    SourceWithSecrets m_source;
    const SchemeTemplate *m_scheme;
    std::optional<Error> m_problem;
    SignedText m_text;
    SimulationMark m_simulationMark;
    std::vector<SigningKey> m_keys;
};

} // namespace hookboard
