// Times as providers write them: seconds or milliseconds since 1970, or RFC 3339. Pure functions, any thread.
#pragma once

#include "core/verify/schemetemplate.h"

#include <optional>

namespace hookboard {

// Microseconds since 1970 UTC; a fraction finer than that is cut. nullopt for anything else than plain digits with an
// optional fraction, for RFC 3339 without a zone, and for times outside the years 1970 to 9999.
std::optional<qint64> parseWireTime(QByteArrayView text, TimeUnit unit);
// Inverse, as a provider would write it: whole seconds or milliseconds, or 2023-11-14T22:13:20Z.
QByteArray writeWireTime(qint64 us, TimeUnit unit);

} // namespace hookboard
