#include "core/config/sourceedit.h"

#include "core/config/sourcesfile.h"
#include "core/types/sentence.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Status checkedSource(const SourceConfig &source, const QList<ProviderInfo> &providers)
{
    if (Status name = validateSourceName(source.name); !name)
        return name;
    const auto provider =
        std::find_if(providers.begin(), providers.end(), [&](const auto &info) { return info.key == source.provider; });
    if (provider == providers.end())
        return Error{ErrorCode::InvalidArgument, Sentence::tr("There is no provider named %1.").arg(source.provider)};
    if (provider->needsSecret && source.secretCount == 0)
        return Error{ErrorCode::InvalidArgument,
                     Sentence::tr("%1 signs its deliveries: enter its secret.").arg(provider->displayName)};
    if (provider->signsUrl && source.publicUrl.isEmpty()) {
        return Error{ErrorCode::InvalidArgument,
                     Sentence::tr("%1 signs the address: enter the public URL exactly as it is registered there.")
                         .arg(provider->displayName)};
    }
    return Done();
}

Result<QList<SourceConfig>> edited(QList<SourceConfig> sources, const SourceEdit &edit,
                                   const QList<ProviderInfo> &providers)
{
    const QString &name = edit.source.name;
    const auto known =
        std::find_if(sources.begin(), sources.end(), [&](const auto &other) { return other.name == name; });
    const bool adds = edit.kind == SourceEdit::Kind::Add;
    if (adds && known != sources.end())
        return Error{ErrorCode::InvalidArgument, Sentence::tr("There is a source named %1 already.").arg(name)};
    if (!adds && known == sources.end())
        return Error{ErrorCode::NotFound, Sentence::tr("There is no source named %1.").arg(name)};
    if (edit.kind == SourceEdit::Kind::Remove) {
        sources.erase(known);
        return sources;
    }
    SourceConfig changed = edit.source;
    changed.secretCount = edit.secrets.isEmpty() && !adds ? known->secretCount : int(edit.secrets.size());
    if (Status valid = checkedSource(changed, providers); !valid)
        return valid.error();
    if (adds)
        sources.append(changed);
    else
        *known = changed;
    return sources;
}

} // namespace hookboard
