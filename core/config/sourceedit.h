// SourceEdit: one change of the list of sources as a value, and the list after it. Pure, any thread.
#pragma once

#include "core/types/provider.h"
#include "core/types/result.h"
#include "core/types/source.h"

namespace hookboard {

struct SourceEdit
{
    enum class Kind : quint8 { Add, Update, Remove };
    Kind kind = Kind::Add;
    SourceConfig source;   // its secretCount is counted here; of a removal only the name matters
    QList<Secret> secrets; // newest first; an update without any keeps the stored ones
};

// What is asked of a source that is added or changed: a good name, a known provider, and what that cannot do without.
Status checkedSource(const SourceConfig &source, const QList<ProviderInfo> &providers);

// The list with the edit applied. InvalidArgument or NotFound with a sentence when it does not fit this list.
Result<QList<SourceConfig>> edited(QList<SourceConfig> sources, const SourceEdit &edit,
                                   const QList<ProviderInfo> &providers);

} // namespace hookboard
