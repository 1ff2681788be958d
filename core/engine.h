// Engine: the one door for ui. Owns the threads and the parts; commands go in, facts come out as signals.
// Lives in the caller's thread (GUI or main); every call returns at once, every answer is a signal or a callback in
// this thread. Destroying it stops in order: stop accepting, flush, answer the rest with 503, close the database.
#pragma once

#include "core/config/profile.h"
#include "core/types/eventquery.h"
#include "core/types/health.h"
#include "core/types/provider.h"
#include "core/types/sampledelivery.h"
#include "core/types/samplefields.h"
#include "core/types/seenfields.h"
#include "core/types/tileproblem.h"
#include "core/types/tilesnapshot.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace hookboard {

class Clock;

class Engine : public QObject
{
    Q_OBJECT
public:
    // The profile is created, locked by this process, and outlives the engine; so does the clock. Without a secret
    // store the one that the profile names is opened.
    Engine(const Profile &profile, const Clock &clock, std::shared_ptr<SecretStore> secrets = {});
    ~Engine() override;

    // Opens the journal and starts listening; the outcome arrives as healthChanged(). A keychain is read meanwhile:
    // each source goes live with its secret and answers 503 before. Errors here are files that cannot be read.
    Status start(const Settings &settings);
    // Begins the orderly stop; stopped() follows.
    void stop();
    // Tries the listener again, on another port (0 = any free one).
    void listenOn(const QString &address, quint16 port);

    // Boards. Opening folds from the checkpoints and the tail; boardUpdated() brings all tiles first, then changes.
    // Of a board as in previewboard.h nothing is kept.
    void openBoard(const BoardSpec &board);
    void closeBoard(const QString &boardId);
    // The same for a board that is gone, opened or not: what the journal keeps of its folds goes too.
    void removeBoard(const QString &boardId);
    // What would keep this tile from being folded, field by field; empty = nothing. Takes microseconds.
    static QList<TileProblem> problemsOf(const TileSpec &tile);

    // Sources: validated, written to the profile, then live. Changes are carried out one after the other, in the order
    // of these calls; the callback brings the outcome.
    using Callback = std::function<void(const Status &)>;
    void addSource(const SourceConfig &source, const QList<Secret> &secrets, QObject *context, Callback callback);
    // An empty list of secrets keeps the stored ones.
    void updateSource(const SourceConfig &source, const QList<Secret> &secrets, QObject *context, Callback callback);
    // The source also goes when its secrets cannot be deleted: the outcome is then SecretUnavailable.
    void removeSource(const QString &name, QObject *context, Callback callback);
    QList<SourceConfig> sources() const; // as last applied

    // Asks a secret store again that was locked or gone, and for secrets that it did not have.
    void readSecretsAgain();
    // From now on this profile keeps its secrets in a file that only its owner may read; those that can be read move.
    void keepSecretsInFile(QObject *context, Callback callback);
    // Everything but where secrets are kept.
    void saveSettings(const Settings &settings, QObject *context, Callback callback);

    // Posts a sample delivery of its provider to this source, through the real listener, marked as simulated where the
    // scheme can carry the mark. `done`: what the listener said, or why nothing could be sent.
    void simulate(const QString &source, QObject *context, Callback done);
    static ProviderSamples samples(const QString &provider);

    static QList<ProviderInfo> providers();
    // http://127.0.0.1:8765/hooks/<name>, or the registered public URL.
    QString sourceUrl(const QString &name) const;

    // History pages, in the pool, over their own connection. `context` gone: no call. Once `stop` is requested, or the
    // engine stops, the answer is ErrorCode::Cancelled, at the latest when the read transaction under way has ended.
    void fetchEvents(const EventQuery &query, QObject *context, std::function<void(const Result<EventPage> &)> done,
                     std::stop_token stop = {});
    void fetchQuarantine(const EventQuery &query, QObject *context,
                         std::function<void(const Result<QuarantinePage> &)> done, std::stop_token stop = {});
    // Types and paths in the newest events, to choose from. Nothing when the journal cannot be read.
    void fetchFields(QObject *context, std::function<void(const SeenFields &)> done);
    // One kind of events field by field, to build tiles from; otherwise as fetchEvents(). Nothing stored yet = no
    // events, which is no error.
    void fetchSamples(const SampleQuery &query, QObject *context,
                      std::function<void(const Result<SampledFields> &)> done, std::stop_token stop = {});

    // A frame that showed these traces has been painted; they come back complete by traced().
    void painted(const QList<Trace> &traces, qint64 paintedNs);

    const Health &health() const;

signals:
    void healthChanged(const hookboard::Health &health); // at most four times a second, and on every change of state
    void sourcesChanged();
    void boardUpdated(const hookboard::BoardUpdate &update);
    // At most ten times a second, the newest 500 of each span; rows for a list, without headers and bodies.
    void eventsCommitted(const hookboard::EventBatch &events);
    void traced(const QList<hookboard::Trace> &traces);
    void stopped();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
