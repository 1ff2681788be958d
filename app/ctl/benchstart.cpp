#include "app/ctl/bench.h"
#include "app/ctl/benchboard.h"
#include "app/ctl/benchstored.h"
#include "app/ctl/console.h"
#include "core/config/boardfile.h"
#include "core/engine.h"
#include "core/types/clock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>
#include <optional>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRounds = 5;

Result<Profile> lockedProfile(const QString &directory)
{
    Profile profile(directory);
    if (const Status made = profile.create(u"file"_s); !made)
        return made.error();
    if (const Status locked = profile.lock(); !locked)
        return locked.error();
    return profile;
}

// From the making of the engine to the whole picture of the board with everything up to event number `newest` in it;
// then an orderly stop, which leaves the checkpoints behind.
Result<double> openingMs(const Profile &profile, quint64 newest)
{
    const SystemClock clock;
    Settings settings;
    settings.ingest.port = 0;
    QElapsedTimer timer;
    timer.start();
    Engine engine(profile, clock);
    std::optional<double> tookMs;
    bool complete = false;
    quint64 upto = 0;
    QObject::connect(&engine, &Engine::boardUpdated, &engine, [&](const BoardUpdate &update) {
        complete = complete || update.complete;
        for (const TileSnapshot &tile : update.tiles)
            upto = std::max(upto, tile.uptoSeq);
        if (!complete || upto < newest || tookMs)
            return;
        tookMs = msOf(timer);
        engine.stop();
    });
    QObject::connect(&engine, &Engine::stopped, &engine, &QCoreApplication::quit);
    if (const Status started = engine.start(settings); !started)
        return started.error();
    engine.openBoard(benchBoard());
    QCoreApplication::exec();
    return tookMs.value_or(0);
}

Result<double> medianOpeningMs(const Profile &profile, quint64 newest)
{
    std::array<double, kRounds> times{};
    for (double &time : times) {
        const Result<double> took = openingMs(profile, newest);
        if (!took)
            return took;
        time = *took;
    }
    std::sort(times.begin(), times.end());
    return times[kRounds / 2];
}

} // namespace

Outcome benchStart(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(invocation, {eventsOption(), valueOption(u"keep"_s)});
    if (!options)
        return options.error();
    const Result<qint64> events = eventCount(*options);
    if (!events)
        return events.error();
    const QTemporaryDir emptyDirectory;
    const QTemporaryDir fullDirectory;
    const Result<Profile> empty = lockedProfile(emptyDirectory.path());
    if (!empty)
        return empty.error();
    const QString keep = options->text(u"keep"_s); // where the full profile stays, for measuring the desktop with it
    const Result<Profile> full = lockedProfile(keep.isEmpty() ? fullDirectory.path() : keep);
    if (!full)
        return full.error();
    if (const Status filled = fillJournal(full->journalPath(), *events); !filled)
        return filled.error();
    if (const Status written = writeBoardFile(full->boardPath(benchBoard().id), benchBoard()); !written)
        return written.error();
    const auto newest = static_cast<quint64>(*events);
    const Result<double> firstMs = openingMs(*full, newest); // folds everything once
    if (!firstMs)
        return firstMs.error();
    const Result<double> fullMs = medianOpeningMs(*full, newest);
    if (!fullMs)
        return fullMs.error();
    const Result<double> emptyMs = medianOpeningMs(*empty, 0);
    if (!emptyMs)
        return emptyMs.error();
    printJsonLine({{"events"_L1, *events},
                   {"tiles"_L1, benchBoard().tiles.size()},
                   {"emptyProfileMs"_L1, *emptyMs},
                   {"boardMs"_L1, *fullMs},
                   {"firstFoldMs"_L1, *firstMs},
                   {"ratio"_L1, *fullMs / std::max(*emptyMs, 0.001)}});
    return 0;
}

} // namespace hookboard
