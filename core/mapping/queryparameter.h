// Parameters in the query of a request target, read strictly. Pure; any thread.
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace hookboard {

// Undoes %XX, and + as blank. Absent for a malformed escape and for what is not UTF-8 afterwards.
std::optional<QByteArray> percentDecoded(QByteArrayView text);
// Value of the first parameter of that (decoded) name: "" when it has no "=". Absent when there is none, or malformed.
std::optional<QByteArray> queryParameter(QByteArrayView target, QByteArrayView name);

} // namespace hookboard
