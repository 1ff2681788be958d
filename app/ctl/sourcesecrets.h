// A source of a profile together with its secrets, for commands that sign or verify. Reads the profile beside a running
// process; a keychain may ask its owner.
#pragma once

#include "core/config/profile.h"

namespace hookboard {

// NotFound names the sources that exist.
Result<SourceWithSecrets> sourceWithSecrets(const Profile &profile, const QString &name);

} // namespace hookboard
