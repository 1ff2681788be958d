// The whole program without a window: real sockets, a real journal, real threads.
#include "core/engine.h"
#include "core/journal/reader.h"
#include "core/simulator.h"
#include "core/storedboard.h"
#include "core/types/clock.h"
#include "core/verify/templateregistry.h"
#include "tests/support/httpclient.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestEngine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aSignedPostReachesTheTile();
    void aDuplicateIsAnsweredAsOneAndCountedOnce();
    void aWrongSignatureIsRefusedAndKept();
    void aSimulatedDeliveryTakesTheRealWayAndSaysWhatItIs();
    void whatCannotBeSimulatedIsSaid();
    void aSearchThatIsStoppedIsAnsweredSo();
    void aBoardOpensWithThePast();
    void aChangedTileTakesThePastInAndTheOthersKeepTheirs();
    void aRemovedBoardLeavesNothingInTheJournal();
    void totalsOfEarlierRunsAreToldOnceTheJournalCanBeRead();
    void aPreviewKeepsNothing();
    void samplesAreReadAndCanBeStopped();
    void aSourceWithoutItsSecretIsNotAdded();
    void aPortInUseIsSaidAndAnotherCanBeTaken();
    void stoppingAnswersEverythingAndEndsItsThreads();
    void theStoredBoardIsTheLiveOne();

private:
    void begin();
    void start();
    void addGithub(const QString &name);
    quint16 port() const { return m_engine->health().listener.port; }
    BoardSpec countBoard() const;
    qsizetype checkpointsOf(const QByteArray &boardId) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    SystemClock m_clock;
    std::unique_ptr<Engine> m_engine;
    std::map<QString, TileSnapshot> m_tiles;
};

void TestEngine::init()
{
    m_tiles.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = std::make_unique<Profile>(m_folder->path());
    QVERIFY(m_profile->create(u"file"_s).ok());
    start();
    addGithub(u"repo"_s);
}

void TestEngine::cleanup()
{
    m_engine.reset();
}

void TestEngine::begin()
{
    m_engine = std::make_unique<Engine>(*m_profile, m_clock);
    connect(m_engine.get(), &Engine::boardUpdated, this, [this](const BoardUpdate &update) {
        for (const TileSnapshot &tile : update.tiles)
            m_tiles[tile.tileId] = tile;
    });
    Settings settings = *m_profile->readSettings();
    settings.ingest.port = 0;
    QVERIFY(m_engine->start(settings).ok());
}

void TestEngine::start()
{
    begin();
    QTRY_VERIFY(m_engine->health().listener.listening && m_engine->health().journal.writable);
}

void TestEngine::addGithub(const QString &name)
{
    SourceConfig source;
    source.name = name;
    source.provider = u"github"_s;
    std::optional<Status> outcome;
    m_engine->addSource(source, {Secret("s3cret")}, this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY2(outcome->ok(), outcome->ok() ? "" : qPrintable(outcome->error().message));
}

BoardSpec TestEngine::countBoard() const
{
    TileSpec tile;
    tile.id = u"count"_s;
    tile.bindings = {Binding{}};
    return {u"b"_s, u"B"_s, {tile}, {}};
}

void TestEngine::aSignedPostReachesTheTile()
{
    m_engine->openBoard(countBoard());
    const HttpAnswer answer = exchange(port(), githubPost("repo", R"({"n":1})", "s3cret", "d-1"));
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains("\"stored\"") && answer.body.contains("d-1"), answer.body.constData());
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 1U);
    QTRY_COMPARE(m_engine->health().sources.first().stored, 1U);
}

void TestEngine::aDuplicateIsAnsweredAsOneAndCountedOnce()
{
    m_engine->openBoard(countBoard());
    const QByteArray request = githubPost("repo", R"({"n":1})", "s3cret", "same");
    QVERIFY(exchange(port(), request).body.contains("stored"));
    const HttpAnswer again = exchange(port(), request);
    QCOMPARE(again.status, 200);
    QVERIFY2(again.body.contains("duplicate"), again.body.constData());
    QCOMPARE(exchange(port(), githubPost("repo", R"({"n":2})", "s3cret", "other")).status, 200);
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 2U);
    QTRY_COMPARE(m_engine->health().sources.first().duplicates, 1U);
}

void TestEngine::aWrongSignatureIsRefusedAndKept()
{
    const HttpAnswer answer = exchange(port(), githubPost("repo", "{}", "wrong", "d-1"));
    QCOMPARE(answer.status, 401);
    QVERIFY2(answer.body.contains("signature-mismatch"), answer.body.constData());
    QTRY_COMPARE(m_engine->health().journal.quarantineCount, 1U);
    std::vector<QuarantinedDelivery> kept;
    m_engine->fetchQuarantine({}, this, [&](const auto &page) {
        if (page)
            kept = page->deliveries;
    });
    QTRY_COMPARE(kept.size(), std::size_t(1));
    QCOMPARE(kept.front().body, QByteArray("{}"));
    QCOMPARE(kept.front().reason.code, ErrorCode::SignatureMismatch);
    QCOMPARE(exchange(port(), post("/hooks/nobody", "{}", {})).status, 404);
}

void TestEngine::aSimulatedDeliveryTakesTheRealWayAndSaysWhatItIs()
{
    m_engine->openBoard(countBoard());
    for (int i = 1; i <= 3; ++i) {
        std::optional<Status> outcome;
        m_engine->simulate(u"repo"_s, this, [&](const Status &status) { outcome = status; });
        QTRY_VERIFY(outcome.has_value());
        QVERIFY2(outcome->ok(), outcome->ok() ? "" : qPrintable(outcome->error().message));
        QTRY_COMPARE(m_tiles[u"count"_s].simulated, quint64(i));
    }
    std::vector<StoredEvent> stored;
    m_engine->fetchEvents({}, this, [&](const auto &page) {
        if (page)
            stored = *page->events;
    });
    QTRY_COMPARE(stored.size(), std::size_t(3));
    for (const StoredEvent &event : stored) {
        QVERIFY(event.verified && event.simulated);
        QVERIFY(event.deliveryId.startsWith("sim_"_L1));
    }
    QCOMPARE(stored.front().type, u"push"_s);
    QVERIFY(stored.front().body != stored.back().body);
}

void TestEngine::whatCannotBeSimulatedIsSaid()
{
    std::optional<Status> outcome;
    m_engine->simulate(u"nobody"_s, this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!outcome->ok());
    QCOMPARE(outcome->error().code, ErrorCode::NotFound);
    // Every provider that has samples can be simulated, but for those that sign with a key that only they have.
    TemplateRegistry templates;
    QVERIFY(templates.loadBuiltIn().ok());
    int sampled = 0;
    for (const ProviderInfo &provider : Engine::providers()) {
        const ProviderSamples samples = Engine::samples(provider.key);
        if (samples.deliveries.isEmpty())
            continue;
        ++sampled;
        SourceWithSecrets source;
        source.config.name = u"x"_s;
        source.config.provider = provider.key;
        const bool wrapped = provider.key == "standard-webhooks"_L1;
        source.secrets = {Secret(wrapped ? QByteArray("whsec_") + QByteArray(24, 'k').toBase64() : QByteArray("k"))};
        for (int i = 0; i < int(samples.deliveries.size()); ++i) {
            const Result<SignedRequest> request = simulatedRequest(templates, source, i, m_clock);
            QVERIFY2(request.ok(), qPrintable(provider.key));
            QVERIFY(!QJsonDocument::fromJson(request->body).isNull());
        }
    }
    QVERIFY(sampled >= 8);
}

void TestEngine::aSearchThatIsStoppedIsAnsweredSo()
{
    QCOMPARE(exchange(port(), githubPost("repo", "{}", "s3cret", "d-1")).status, 200);
    std::stop_source stop;
    stop.request_stop();
    QList<ErrorCode> codes;
    const auto note = [&codes](const Result<EventPage> &page) {
        codes.append(page ? ErrorCode::InvalidArgument : page.error().code);
    };
    m_engine->fetchEvents({}, this, note, stop.get_token());
    QTRY_COMPARE(codes, QList<ErrorCode>{ErrorCode::Cancelled});
    QVERIFY(QFile::rename(m_profile->journalPath(), m_profile->journalPath() + ".away"_L1));
    std::optional<ErrorCode> missing;
    m_engine->fetchEvents({}, this, [&missing](const Result<EventPage> &page) {
        missing = page ? ErrorCode::InvalidArgument : page.error().code;
    });
    QTRY_COMPARE(missing, std::optional(ErrorCode::JournalUnavailable)); // nothing found would be a lie
    QVERIFY(QFile::rename(m_profile->journalPath() + ".away"_L1, m_profile->journalPath()));
    m_engine->stop();
    m_engine->fetchEvents({}, this, note);
    QTRY_COMPARE(codes, (QList<ErrorCode>{ErrorCode::Cancelled, ErrorCode::Cancelled}));
}

void TestEngine::aBoardOpensWithThePast()
{
    for (int i = 0; i < 20; ++i)
        QCOMPARE(exchange(port(), githubPost("repo", "{}", "s3cret", QByteArray::number(i))).status, 200);
    m_engine.reset();
    start();
    m_engine->openBoard(countBoard());
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 20U);
    QTRY_COMPARE(m_engine->health().sources.first().stored, 20U);
}

void TestEngine::aChangedTileTakesThePastInAndTheOthersKeepTheirs()
{
    m_engine->openBoard(countBoard());
    for (int i = 0; i < 5; ++i)
        exchange(port(), githubPost("repo", "{\"v\":" + QByteArray::number(i) + "}", "s3cret", QByteArray::number(i)));
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 5U);
    BoardSpec changed = countBoard();
    TileSpec sum;
    sum.id = u"sum"_s;
    sum.bindings = {Binding{}};
    sum.bindings.first().value = u"$.v"_s;
    sum.bindings.first().aggregation = Aggregation::Sum;
    changed.tiles.append(sum);
    m_engine->openBoard(changed);
    QTRY_COMPARE(m_tiles[u"sum"_s].matched, 5U);
    QCOMPARE(m_tiles[u"sum"_s].value->toDouble(), std::optional<double>(10));
    QCOMPARE(m_tiles[u"count"_s].matched, 5U);
}

qsizetype TestEngine::checkpointsOf(const QByteArray &boardId) const
{
    const auto reader = JournalReader::open(m_profile->journalPath());
    const auto stored = reader ? (*reader)->checkpoints(boardId + '/') : std::vector<Checkpoint>();
    return stored ? qsizetype(stored->size()) : -1;
}

void TestEngine::aRemovedBoardLeavesNothingInTheJournal()
{
    BoardSpec other = countBoard();
    other.id = u"b2"_s;
    other.tiles.first().id = u"other"_s;
    m_engine->openBoard(countBoard());
    m_engine->openBoard(other);
    QCOMPARE(exchange(port(), githubPost("repo", "{}", "s3cret", "1")).status, 200);
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 1U);
    QTRY_COMPARE(m_tiles[u"other"_s].matched, 1U);
    m_engine.reset();
    QCOMPARE(checkpointsOf("b"), 1);
    start();
    m_engine->removeBoard(u"b"_s); // not opened since the start
    m_engine.reset();
    QCOMPARE(checkpointsOf("b"), 0);
    QCOMPARE(checkpointsOf("b2"), 1);
    start();
    m_engine->openBoard(other);
    QCOMPARE(exchange(port(), githubPost("repo", "{}", "s3cret", "2")).status, 200);
    QTRY_COMPARE(m_tiles[u"other"_s].matched, 2U);
    m_engine->removeBoard(u"b2"_s); // with a change that was not saved yet
    m_engine.reset();
    QCOMPARE(checkpointsOf("b2"), 0);
}

void TestEngine::totalsOfEarlierRunsAreToldOnceTheJournalCanBeRead()
{
    for (const QByteArray id : {"d-1", "d-2"})
        QCOMPARE(exchange(port(), githubPost("repo", "{}", "s3cret", id)).status, 200);
    QCOMPARE(exchange(port(), githubPost("repo", "{}", "wrong", "d-3")).status, 401);
    QTRY_COMPARE(m_engine->health().journal.quarantineCount, 1U);
    m_engine.reset();

    const QString path = m_profile->journalPath();
    QVERIFY(QFile::rename(path, path + u".away"_s));
    QVERIFY(QDir().mkdir(path)); // nobody can open that
    begin();
    QTRY_VERIFY(m_engine->health().listener.listening && m_engine->health().journal.error);
    QCOMPARE(exchange(port(), githubPost("repo", "{}", "s3cret", "d-4")).status, 503);
    QVERIFY(QDir().rmdir(path));
    QVERIFY(QFile::rename(path + u".away"_s, path));
    QTRY_VERIFY(m_engine->health().journal.writable);
    QCOMPARE(exchange(port(), githubPost("repo", "{}", "s3cret", "d-4")).status, 200);
    QTRY_COMPARE(m_engine->health().sources.first().stored, 3U);
    QCOMPARE(m_engine->health().sources.first().rejected.value(u"signature-mismatch"_s), 1U);
}

void TestEngine::aPreviewKeepsNothing()
{
    for (int i = 0; i < 3; ++i)
        exchange(port(), githubPost("repo", "{}", "s3cret", QByteArray::number(i)));
    BoardSpec kept = countBoard();
    BoardSpec preview = countBoard();
    preview.id = u"/preview?1"_s;
    preview.tiles.first().id = u"looked-at"_s;
    m_engine->openBoard(preview);
    m_engine->openBoard(kept);
    QTRY_COMPARE(m_tiles[u"looked-at"_s].matched, 3U);
    QVERIFY(!m_tiles[u"looked-at"_s].refolding);
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 3U);
    m_tiles.clear();
    preview.id = u"/preview?2"_s; // takes over
    preview.tiles.first().bindings.first().aggregation = Aggregation::Rate;
    m_engine->openBoard(preview);
    QTRY_COMPARE(m_tiles[u"looked-at"_s].matched, 3U);
    m_engine->closeBoard(u"/preview?2"_s);
    m_tiles.clear();
    exchange(port(), githubPost("repo", "{}", "s3cret", "after"));
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 4U);
    QVERIFY(!m_tiles.contains(u"looked-at"_s));
    m_engine.reset(); // writes the checkpoints
    auto reader = JournalReader::open(m_profile->journalPath());
    QVERIFY(reader);
    QVERIFY(!(*reader)->checkpoints("b/")->empty());
    QVERIFY((*reader)->checkpoints("/")->empty());
}

void TestEngine::samplesAreReadAndCanBeStopped()
{
    for (int i = 0; i < 4; ++i) {
        const QByteArray body = i == 2 ? R"({"v":2,"more":{"a":1,"b":2}})" : "{\"v\":" + QByteArray::number(i) + '}';
        exchange(port(), githubPost("repo", body, "s3cret", QByteArray::number(i), i == 3 ? "ping" : "push"));
    }
    std::optional<Result<SampledFields>> answer;
    const auto take = [&](const Result<SampledFields> &samples) { answer = samples; };
    SampleQuery query{u"repo"_s, {u"push"_s}, 1000, {}, {u"$.v"_s, u"$.gone"_s, u"$.more.a"_s}};
    query.pinned = 1;
    m_engine->fetchSamples(query, this, take);
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->ok());
    const SampledFields &samples = **answer;
    QCOMPARE(samples.events, 3U);
    QCOMPARE(samples.newest->seq, 3U);
    QCOMPARE(samples.fullest->seq, 3U);
    QCOMPARE(samples.pinned->seq, 1U);
    QCOMPARE(samples.field(u"$.v")->max, std::optional(2.0));
    QCOMPARE(samples.selected, (QList<quint64>{3, 0, 1}));
    QCOMPARE(samples.kindsSeen.size(), 2);
    QCOMPARE(samples.kindsSeen.first().type, u"ping"_s);
    std::stop_source stop;
    stop.request_stop();
    answer.reset();
    m_engine->fetchSamples({}, this, take, stop.get_token());
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!answer->ok());
    QCOMPARE(answer->error().code, ErrorCode::Cancelled);
}

void TestEngine::aSourceWithoutItsSecretIsNotAdded()
{
    SourceConfig source;
    source.name = u"bare"_s;
    source.provider = u"github"_s;
    std::optional<Status> outcome;
    m_engine->addSource(source, {}, this, [&](const Status &status) { outcome = status; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!outcome->ok());
    QCOMPARE(m_engine->sources().size(), 1);
}

void TestEngine::aPortInUseIsSaidAndAnotherCanBeTaken()
{
    const quint16 taken = port();
    const QTemporaryDir folder;
    Profile profile(folder.path());
    QVERIFY(profile.create(u"memory"_s).ok());
    Engine second(profile, m_clock);
    Settings settings = *profile.readSettings();
    settings.ingest.port = taken;
    QVERIFY(second.start(settings).ok());
    QTRY_VERIFY(second.health().listener.error.has_value());
    QVERIFY(second.health().listener.error->message.contains(QString::number(taken)));
    second.listenOn(u"127.0.0.1"_s, 0);
    QTRY_VERIFY(second.health().listener.listening);
    QVERIFY(second.health().listener.port != taken);
}

void TestEngine::stoppingAnswersEverythingAndEndsItsThreads()
{
    QSignalSpy stopped(m_engine.get(), &Engine::stopped);
    const quint16 last = port();
    m_engine->stop();
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(exchange(last, githubPost("repo", "{}", "s3cret", "late")).status, 0);
}

void TestEngine::theStoredBoardIsTheLiveOne()
{
    m_engine->openBoard(countBoard());
    for (int i = 0; i < 7; ++i)
        exchange(port(), githubPost("repo", "{}", "s3cret", QByteArray::number(i)));
    QTRY_COMPARE(m_tiles[u"count"_s].matched, 7U);
    const auto picture = foldStoredBoard(m_profile->journalPath(), countBoard(), m_clock.nowUs(), std::nullopt);
    QVERIFY(picture.ok());
    QCOMPARE(picture->tiles.first().matched, 7U);
    QVERIFY(picture->context.listener.listening);
    const auto before =
        foldStoredBoard(m_profile->journalPath(), countBoard(), m_clock.nowUs(), m_clock.nowUs() - kDayUs);
    QVERIFY(before.ok());
    QCOMPARE(before->tiles.first().matched, 0U);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
