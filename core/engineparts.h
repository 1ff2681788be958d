// Engine::Private: the threads and what lives in them. Included by the engine's own .cpp files only.
#pragma once

#include "core/commitfeed.h"
#include "core/engine.h"
#include "core/ingestroom.h"
#include "core/journal/reader.h"
#include "core/projection.h"
#include "core/simulator.h"
#include "core/sourcekeeper.h"
#include "core/verify/templateregistry.h"

#include <QtCore/QPointer>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>

namespace hookboard {

struct Engine::Private
{
    Private(const Profile &theProfile, const Clock &theClock, std::shared_ptr<SecretStore> store);

    bool isRunning() const { return built && !stopping; }
    void build(Engine *engine);
    void connectParts(Engine *engine);
    void connectStopOrder(Engine *engine);
    Status openSources();
    void loadSourcesAndListen(Engine *engine);
    void applySources(Engine *engine, const SourcesNow &now);
    void readSecrets(Engine *engine);
    // Runs `work` in the config pool, applies what the keeper holds after it, and calls back with its outcome.
    void inKeeper(Engine *engine, std::function<Status(SourceKeeper &)> work, QObject *context, Callback callback);
    // Each once, however the engine ends.
    void closeProjection();
    void closeJournal();

    // Runs `work` in `pool` and `done` in the context's thread with its result; a context that died gets no call.
    template <typename T, typename Work>
    void inPool(QThreadPool &pool, QObject *context, Work work, std::function<void(const T &)> done)
    {
        pool.start([guard = QPointer<QObject>(context), home = QPointer<QObject>(relay.get()), work = std::move(work),
                    done = std::move(done)]() mutable {
            auto result = std::make_shared<const T>(work());
            // `relay` lives as long as the engine, which waits for its pools: the pointer is good here. The context is
            // looked at in its own thread only.
            QMetaObject::invokeMethod(
                home.data(),
                [guard, result, done = std::move(done)] {
                    if (guard)
                        done(*result);
                },
                Qt::QueuedConnection);
        });
    }

    // One page in the read pool, until `stop` or the end of the engine. No file before the journal was opened: nothing
    // was ever stored, an empty page.
    template <typename Page>
    void readPage(const EventQuery &query, QObject *context, Result<Page> (JournalReader::*read)(const EventQuery &),
                  std::function<void(const Result<Page> &)> done, std::stop_token stop)
    {
        inPool<Result<Page>>(
            readPool, context,
            [path = profile.journalPath(), wasThere = query.journal != 0 || health.journal.writable, query, read,
             stop = std::move(stop), end = readStop.get_token()]() -> Result<Page> {
                auto reader = JournalReader::open(path, wasThere);
                if (!reader && reader.error().code == ErrorCode::NotFound && !wasThere)
                    return Page{};
                if (!reader)
                    return reader.error();
                (*reader)->stopWhen([&] { return stop.stop_requested() || end.stop_requested(); });
                if (const Status wanted = restrictTo(**reader, query); !wanted)
                    return wanted.error();
                return ((**reader).*read)(query);
            },
            std::move(done));
    }

    static Status restrictTo(JournalReader &reader, const EventQuery &query);

    const Profile &profile;
    const Clock &clock;
    TemplateRegistry templates;
    Settings settings;
    QList<SourceConfig> sources;
    Health health;
    bool built = false;
    bool stopping = false; // from here on the parts may be gone: nothing more is posted to them
    bool projectionClosing = false;
    bool journalClosing = false;
    bool readingSecrets = false; // a job that reads them is under way

    std::unique_ptr<Simulator> simulator;
    int simulated = 0;
    std::unique_ptr<QObject> relay; // receives pool results in the engine's thread
    QThread ingestThread;
    QThread journalThread;
    QThread projectionThread;
    // Owned by their threads: deleted there when the thread ends.
    IngestRoom *ingest = nullptr;
    Journal *journal = nullptr;
    CommitFeed *feed = nullptr;
    Projection *projection = nullptr;
    std::shared_ptr<SecretStore> secretStore; // the one opened at the start; held here to interrupt it
    std::unique_ptr<SourceKeeper> keeper;     // after start() for the config pool only
    QThreadPool configPool;                   // one thread: changes of the profile keep their order
    QThreadPool readPool;
    std::stop_source readStop; // ends the pages that are being read
};

} // namespace hookboard
