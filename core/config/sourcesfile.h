// sources.json <-> SourceConfig. Holds no secret: only how many the secret store keeps for each source. Pure.
#pragma once

#include "core/types/result.h"
#include "core/types/source.h"

namespace hookboard {

inline constexpr int kSourcesFormat = 1;

Result<QList<SourceConfig>> sourcesFromJson(const QJsonObject &object);
// `file` with these as its sources; what else is in there stays.
QJsonObject sourcesToJson(const QList<SourceConfig> &sources, QJsonObject file = {});

// Rules of SourceConfig::name; the Error says which one is broken.
Status validateSourceName(const QString &name);

} // namespace hookboard
