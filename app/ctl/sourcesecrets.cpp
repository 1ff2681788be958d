#include "app/ctl/sourcesecrets.h"

#include "app/ctl/nearname.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Result<SourceWithSecrets> sourceWithSecrets(const Profile &profile, const QString &name)
{
    const Result<QList<SourceConfig>> sources = profile.readSources();
    if (!sources)
        return sources.error();
    const auto found =
        std::find_if(sources->begin(), sources->end(), [&](const SourceConfig &source) { return source.name == name; });
    if (found == sources->end()) {
        QStringList names;
        for (const SourceConfig &source : *sources)
            names.append(source.name);
        const QString hint =
            names.isEmpty() ? u"Add it with: hookboardctl source add"_s : nearNamesSentence(name, names);
        return Error{ErrorCode::NotFound, u"There is no source %1. %2"_s.arg(name, hint)};
    }
    SourceWithSecrets source{*found, {}};
    if (found->secretCount == 0)
        return source;
    const Result<std::unique_ptr<SecretStore>> store = profile.openSecretStore();
    if (!store)
        return store.error();
    const Result<QList<Secret>> secrets = (*store)->secrets(name);
    if (!secrets)
        return secrets.error();
    source.secrets = *secrets;
    return source;
}

} // namespace hookboard
