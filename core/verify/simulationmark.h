// SimulationMark: how Hookboard's own simulator marks what it sends, so that nobody else can: the value of the header
// is a MAC over the body, under a key made of the secret that the source shares with its sender. A header that anyone
// may write would let a stranger, or a proxy on the way, change what counts. Where nothing is shared (provider "none",
// public keys) there is no mark. Plain values, any thread.
//
// What it cannot prevent: nobody can add or move a mark, but whoever changes requests on the way can take it off, and
// the simulated event then counts as a real one. The provider's signature covers what the provider's format covers, and
// a header beside it is not in it. So simulate over loopback, which is the default, or over TLS (a tunnel): who can
// change plain HTTP between two machines can also hold real deliveries back.
#pragma once

#include "core/types/headers.h"
#include "core/types/secret.h"
#include "core/verify/schemetemplate.h"
#include "core/verify/strictcodec.h"

#include <vector>

namespace hookboard {

inline constexpr char kSimulatedHeader[] = "Hookboard-Simulated";

class SimulationMark
{
public:
    SimulationMark() = default; // of no source: marks nothing, recognizes nothing
    SimulationMark(const SchemeTemplate &scheme, const QList<Secret> &secrets);

    // Lower-case hex, with the first secret; null where there is no mark.
    QByteArray of(QByteArrayView body) const;
    // With any of the secrets.
    bool isOn(const Headers &headers, QByteArrayView body) const;

private:
    std::vector<ShortBytes> m_keys;
};

} // namespace hookboard
