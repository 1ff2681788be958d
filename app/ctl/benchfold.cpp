#include "app/ctl/bench.h"
#include "app/ctl/benchboard.h"
#include "app/ctl/benchstored.h"
#include "core/journal/database.h"
#include "core/projection.h"
#include "core/types/clock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <simdjson.h>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

double perSecond(qint64 events, const QElapsedTimer &timer)
{
    return static_cast<double>(events) * 1e9 / static_cast<double>(std::max<qint64>(timer.nsecsElapsed(), 1));
}

// The ceiling: no fold can be faster than reading each body and parsing it once.
Result<double> readAndParseRate(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    Result<Statement> select = database->prepare("SELECT body FROM events ORDER BY seq");
    if (!select)
        return select.error();
    simdjson::dom::parser parser;
    QElapsedTimer timer;
    timer.start();
    qint64 events = 0;
    Statement::Step step = Statement::Step::End;
    while ((step = select->step()) == Statement::Step::Row) {
        const QByteArrayView body = select->bytes(0);
        simdjson::dom::element root;
        if (parser.parse(body.data(), static_cast<std::size_t>(body.size())).get(root))
            return Error{ErrorCode::Malformed, u"Event %1 is not JSON."_s.arg(events + 1)};
        ++events;
    }
    if (step == Statement::Step::Failed)
        return select->error();
    return perSecond(events, timer);
}

// The whole way of a re-fold in the running program: its own thread, reading ahead, slices, updates to a window that
// takes each of them at once. From opening the board to the update that has everything in it.
Result<double> foldRate(const QString &path, quint64 events)
{
    const SystemClock clock;
    QThread thread;
    thread.setObjectName(u"projection"_s);
    auto *projection = new Projection(path, clock);
    projection->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, projection, &QObject::deleteLater);
    QObject::connect(&thread, &QThread::finished, qApp, &QCoreApplication::quit);
    QElapsedTimer timer;
    double rate = 0;
    std::optional<Error> error;
    QObject::connect(projection, &Projection::boardUpdated, qApp, [&](const BoardUpdate &update) {
        bool whole = false; // all tiles of a board are as far as any
        for (const TileSnapshot &tile : update.tiles) {
            whole = whole || tile.uptoSeq == events;
            error = error ? error : tile.error;
        }
        if (whole && rate == 0)
            rate = perSecond(static_cast<qint64>(events), timer);
        QMetaObject::invokeMethod(
            projection,
            [projection, id = update.boardId, end = whole || error] {
                end ? projection->close() : projection->updateTaken(id);
            },
            Qt::QueuedConnection);
    });
    thread.start();
    timer.start();
    QMetaObject::invokeMethod(projection, [projection, events] {
        projection->furnish();
        JournalState state;
        state.writable = true;
        state.lastSeq = events;
        projection->onJournalState(state);
        projection->openBoard(benchBoard());
    });
    QCoreApplication::exec();
    thread.wait();
    return error ? Result<double>(*error) : Result<double>(rate);
}

} // namespace

Outcome benchFold(const Invocation &invocation)
{
    const auto ceiling = [](const StoredEvents &events) { return readAndParseRate(events.path); };
    const auto figures = [](const StoredEvents &events, double most) -> Result<QJsonObject> {
        const Result<double> fold = foldRate(events.path, static_cast<quint64>(events.count));
        if (!fold)
            return fold.error();
        return QJsonObject{{"tiles"_L1, benchBoard().tiles.size()},
                           {"foldPerSecond"_L1, *fold},
                           {"readAndParsePerSecond"_L1, most},
                           {"ratio"_L1, *fold / most}};
    };
    return benchStored(invocation, ceiling, figures);
}

} // namespace hookboard
