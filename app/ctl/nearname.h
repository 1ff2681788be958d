// "Did you mean": names of a list that a mistyped one probably stood for. Pure.
#pragma once

#include <QtCore/QStringList>

namespace hookboard {

// A sentence that offers the nearest names, or all of them when none is near.
QString nearNamesSentence(const QString &wrong, const QStringList &names);

} // namespace hookboard
