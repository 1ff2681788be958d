// What the measurements over stored events share: how many (--events), a filled journal in a temporary folder, the
// ceiling, measured when the file is in the page cache, and one JSON object at the end. Main thread only.
#pragma once

#include "app/ctl/options.h"
#include "core/types/functionref.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>

namespace hookboard {

struct StoredEvents
{
    QString path; // of the journal
    qint64 count = 0;
};

// The option --events of a measurement's command line.
inline QCommandLineOption eventsOption()
{
    return valueOption(QStringLiteral("events"));
}
Result<qint64> eventCount(const Options &options);
double msOf(const QElapsedTimer &timer);

using BenchCeiling = FunctionRef<Result<double>(const StoredEvents &)>;
// Figures to print, given the ceiling.
using BenchFigures = FunctionRef<Result<QJsonObject>(const StoredEvents &, double ceiling)>;
Outcome benchStored(const Invocation &invocation, BenchCeiling ceiling, BenchFigures figures);

} // namespace hookboard
