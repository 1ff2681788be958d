// One JSONPath query over one JSON text, for the command line and for previews. Pure; any thread.
#pragma once

#include "core/types/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

namespace hookboard {

// The selected nodes in order, as one compact JSON array. Integers of 64 bits and numbers beyond double stay as they
// are written; other numbers come in their shortest form with the same double. InvalidArgument: the query, with the
// position ("position 7: ..." counts characters from 1). Malformed: the document is not JSON, nested deeper than 1,024
// levels, or over 32 MiB. BodyTooLarge: the result exceeds a million nodes or 64 MiB, or the evaluation 16 million
// steps.
Result<QByteArray> selectAsJsonArray(QStringView query, const QByteArray &document);

} // namespace hookboard
