// addFieldPaths: the paths under which a payload keeps its single values, as FieldPath reads them: "$.data.amount",
// "$.items[0].sku", "$['odd name']". Of a list only the first element is walked. Any thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace hookboard {

inline constexpr qsizetype kMostFieldPaths = 300;

// Appends what `paths` does not hold yet, up to kMostFieldPaths in all and eight levels deep. What is not JSON has
// none.
void addFieldPaths(const QByteArray &payload, QStringList &paths);

} // namespace hookboard
