// A journal that is much slower than its senders, behind real sockets: what waits is bounded in number and in bytes,
// the surplus is told to come again, memory does not grow, and afterwards all that was acknowledged is there.
#include "core/ingestroom.h"
#include "core/journal/journal.h"
#include "core/journal/reader.h"
#include "core/verify/templateregistry.h"
#include "tests/support/burst.h"
#include "tests/support/openfiles.h"
#include "tests/support/processmemory.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtTest/QTest>

#include <limits>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMaxGrowth = 64LL * 1024 * 1024; // of both ends together: the senders live here, too
constexpr int kPatienceMs = 60'000;

// Ingest and journal as the engine wires them, with a journal that can be told to be slow.
class SlowRoom : public QObject
{
public:
    SlowRoom(const IngestSettings &settings, int commitDelayMs)
    {
        if (!m_templates.loadBuiltIn())
            qFatal("the built-in templates cannot be read");
        JournalSettings journal;
        journal.path = m_folder.filePath(u"journal.sqlite"_s);
        journal.commitDelayMs = commitDelayMs;
        m_journal = new Journal(journal, m_clock);
        m_ingest = new IngestRoom(settings, m_templates, m_clock);
        m_journal->moveToThread(&m_journalThread);
        m_ingest->moveToThread(&m_ingestThread);
        connect(&m_journalThread, &QThread::finished, m_journal, &QObject::deleteLater);
        connect(&m_ingestThread, &QThread::finished, m_ingest, &QObject::deleteLater);
        connect(m_ingest, &IngestRoom::append, m_journal, &Journal::append);
        connect(m_journal, &Journal::committed, m_ingest, &IngestRoom::onCommitted);
        connect(m_journal, &Journal::stateChanged, m_ingest, &IngestRoom::onJournalState);
        connect(m_journal, &Journal::stateChanged, this, [this](const JournalState &state) { m_state = state; });
        connect(m_ingest, &IngestRoom::listenerChanged, this,
                [this](const ListenerState &state) { m_port = state.port; });
        connect(m_ingest, &IngestRoom::healthChanged, this, [this](const IngestHealth &health) {
            m_queued = health.queued;
            m_mostQueued = std::max(m_mostQueued, m_queued);
        });
        m_journalThread.start();
        m_ingestThread.start();
        SourceWithSecrets source;
        source.config.name = u"repo"_s;
        source.config.provider = u"github"_s;
        source.config.secretCount = 1;
        source.secrets = {Secret("s3cret")};
        QMetaObject::invokeMethod(m_journal, &Journal::open, Qt::QueuedConnection);
        QMetaObject::invokeMethod(
            m_ingest,
            [ingest = m_ingest, source] {
                ingest->furnish();
                ingest->setSources({source});
                ingest->listenOn(u"127.0.0.1"_s, 0);
            },
            Qt::QueuedConnection);
    }
    ~SlowRoom() override { close(); }

    void close()
    {
        if (!m_ingestThread.isRunning())
            return;
        QMetaObject::invokeMethod(m_ingest, &IngestRoom::close, Qt::QueuedConnection);
        m_ingestThread.wait();
        QMetaObject::invokeMethod(
            m_journal,
            [journal = m_journal] {
                journal->close();
                journal->thread()->quit();
            },
            Qt::QueuedConnection);
        m_journalThread.wait();
    }

    bool isReady() const { return m_port != 0 && m_state.writable; }
    quint16 port() const { return m_port; }
    int queued() const { return m_queued; }
    int mostQueued() const { return m_mostQueued; }
    QString journalPath() const { return m_folder.filePath(u"journal.sqlite"_s); }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    TemplateRegistry m_templates;
    QThread m_journalThread;
    QThread m_ingestThread;
    Journal *m_journal = nullptr;   // deleted in its thread
    IngestRoom *m_ingest = nullptr; // deleted in its thread
    JournalState m_state;
    quint16 m_port = 0;
    int m_queued = 0;
    int m_mostQueued = 0;
};

} // namespace

class TestSlowJournal : public QObject
{
    Q_OBJECT

private slots:
    void theQueueHoldsItsBounds_data();
    void theQueueHoldsItsBounds();
};

void TestSlowJournal::theQueueHoldsItsBounds_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("limitBytes");
    QTest::addColumn<int>("connections");
    QTest::addColumn<int>("padding");
    QTest::addColumn<int>("bound"); // deliveries that may wait
    constexpr qint64 kMiB = 1024 * 1024;
    QTest::newRow("a bound on the number") << 64 << 48 * kMiB << 200 << 900 << 64;
    QTest::newRow("a bound on the bytes") << 8'192 << 4 * kMiB << 40 << 256 * 1024 << 16;
}

void TestSlowJournal::theQueueHoldsItsBounds()
{
    QFETCH(const int, limit);
    QFETCH(const qint64, limitBytes);
    QFETCH(const int, connections);
    QFETCH(const int, padding);
    QFETCH(const int, bound);
    allowOpenFiles(2'000);
    IngestSettings settings;
    settings.queueLimit = limit;
    settings.queueLimitBytes = limitBytes;
    SlowRoom room(settings, 100);
    QTRY_VERIFY_WITH_TIMEOUT(room.isReady(), kPatienceMs);
    QCOMPARE(exchange(room.port(), githubPost("repo", "{}", "s3cret", "first")).status, 200);

    const PeakGrowth growth;
    Burst burst(BurstPlan{
        .port = room.port(), .prefix = "slow", .connections = connections, .perSecond = 100'000, .padding = padding});
    const int enough = qEnvironmentVariableIsSet("HOOKBOARD_LONG") ? 50'000 : 2'000;
    QTRY_VERIFY_WITH_TIMEOUT(burst.codes().value(u"queue-full"_s) >= enough && burst.acknowledged().size() >= 3 * bound,
                             10 * kPatienceMs);
    burst.stop();
    QTRY_VERIFY_WITH_TIMEOUT(burst.isAnswered(), kPatienceMs);
    const double grown = growth.mebibytes();
    QVERIFY2(burst.odd().isEmpty(), burst.odd().value(0).constData());
    QCOMPARE(burst.codes().size(), 1); // no other reason than the full queue
    QVERIFY2(room.mostQueued() > 0 && room.mostQueued() <= bound, qPrintable(QString::number(room.mostQueued())));
    QVERIFY2(growth.bytes() <= kMaxGrowth, qPrintable(QString::number(grown)));

    QTRY_COMPARE_WITH_TIMEOUT(room.queued(), 0, kPatienceMs);
    QCOMPARE(exchange(room.port(), githubPost("repo", "{}", "s3cret", "last")).status, 200);
    room.close();
    auto reader = JournalReader::open(room.journalPath());
    QVERIFY(reader);
    QSet<QByteArray> stored;
    QVERIFY((*reader)->scan(0, std::numeric_limits<qint64>::max(), [&](const StoredEvent &event) {
        stored.insert(QByteArray(event.deliveryId.constData(), event.deliveryId.size()));
        return true;
    }));
    QVERIFY(stored.remove("first") && stored.remove("last"));
    QVERIFY2(stored == burst.acknowledged(), "what is stored is not what was acknowledged");
    QCOMPARE((*reader)->check().value(), QStringList());
    qInfo(
        "100 ms a commit: at most %d waited (bound %d), %lld stored, %lld told to come again; grew by %.1f MiB at most",
        room.mostQueued(), bound, static_cast<long long>(burst.acknowledged().size()),
        static_cast<long long>(burst.refused().size()), grown);
}

QTEST_GUILESS_MAIN(TestSlowJournal)
#include "tst_slowjournal.moc"
