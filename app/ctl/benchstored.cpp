#include "app/ctl/benchstored.h"

#include "app/ctl/benchboard.h"
#include "app/ctl/console.h"

#include <QtCore/QTemporaryDir>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Result<qint64> eventCount(const Options &options)
{
    return options.number(u"events"_s, 100'000, 2, 100'000'000);
}

double msOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

Outcome benchStored(const Invocation &invocation, BenchCeiling ceiling, BenchFigures figures)
{
    const Result<Options> options = Options::parse(invocation, {eventsOption()});
    if (!options)
        return options.error();
    const Result<qint64> count = eventCount(*options);
    if (!count)
        return count.error();
    const QTemporaryDir directory;
    const StoredEvents events{directory.filePath(u"journal.sqlite"_s), *count};
    if (const Status filled = fillJournal(events.path, events.count); !filled)
        return filled.error();
    if (const Result<double> warm = ceiling(events); !warm) // brings the file into the page cache for both
        return warm.error();
    const Result<double> most = ceiling(events);
    if (!most)
        return most.error();
    Result<QJsonObject> found = figures(events, *most);
    if (!found)
        return found.error();
    found->insert("events"_L1, events.count);
    printJsonLine(*found);
    return 0;
}

} // namespace hookboard
