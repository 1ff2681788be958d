// What `serve` says and does while its disk is full, read-only or locked by another program, and that it goes on by
// itself when the cause is gone: senders get 503 with the reason, what was acknowledged is kept, what was refused is
// not there.
#include "core/journal/database.h"
#include "tests/app/ctl.h"
#include "tests/support/burst.h"
#include "tests/support/smallfilesystem.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <QtTest/QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMiB = 1024 * 1024;
constexpr qint64 kDiskBytes = 12 * kMiB;
constexpr int kOutageMs = 60'000; // far more than any of this takes

bool mayMount = false; // set in main(), before there are threads

void fill(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(bytes, 'x')) != bytes || !file.flush())
        qFatal("cannot fill %s", qPrintable(path));
}

// Takes every byte that is left.
void fillUp(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("cannot fill %s", qPrintable(path));
    for (const qsizetype step : {256 * 1024, 4096, 1}) {
        while (file.write(QByteArray(step, 'x')) == step) {
        }
    }
}

} // namespace

class TestOutages : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void goesOnWhenAFullFileSystemHasRoomAgain();
    void goesOnWhenAFullFileSystemIsEnlarged();
    void goesOnWhenALimitOfFileSizeIsLifted();
    void goesOnWhenAFileSystemIsWritableAgain();
    void goesOnWhenAnotherProgramLetsGoOfItsLock();

private:
    QString code();
    bool isServing() const { return m_serving && m_serving->port() != 0; }
    void start(const QString &folder);
    void burst(const QByteArray &prefix, int perSecond = 1'000, qsizetype padding = 4'000);
    void untilRefused(const QString &why);
    void whileOutage(const QString &why);
    void untilStored();
    void finish();
    QString journal() const { return m_profile->directory() + "/journal.sqlite"_L1; }

    std::unique_ptr<CtlProfile> m_profile;
    std::unique_ptr<SmallFileSystem> m_disk;
    std::unique_ptr<Serving> m_serving;
    std::unique_ptr<Burst> m_burst;
    QSet<QByteArray> m_acknowledged;
    QSet<QByteArray> m_refused;
};

void TestOutages::init()
{
    m_profile = std::make_unique<CtlProfile>();
    m_acknowledged.clear();
    m_refused.clear();
}

void TestOutages::cleanup()
{
    m_burst.reset();
    m_serving.reset();
    m_disk.reset();
    m_profile.reset();
}

// What /healthz names; "ok" when well, empty without an answer.
QString TestOutages::code()
{
    const HttpAnswer answer = exchange(m_serving->port(), "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    const QJsonObject said = QJsonDocument::fromJson(answer.body).object();
    if (answer.status == 200)
        return said.value("status"_L1).toString();
    const bool retry = answer.status == 503 && answer.head.toLower().contains("\r\nretry-after: ");
    return retry ? said.value("code"_L1).toString() : QString::fromLatin1(answer.head);
}

// `folder`: where the small file system is put; empty = none.
void TestOutages::start(const QString &folder)
{
    if (!folder.isEmpty()) {
        if (!mayMount)
            QSKIP("mounting a file system is not permitted here");
        m_disk = std::make_unique<SmallFileSystem>();
        if (!m_disk->mountAt(folder, kDiskBytes))
            QSKIP("mounting a file system is not permitted here");
    }
    QVERIFY(m_profile->prepare());
    m_serving = std::make_unique<Serving>();
    QVERIFY(m_serving->start(m_profile->directory()));
}

void TestOutages::burst(const QByteArray &prefix, int perSecond, qsizetype padding)
{
    m_burst = std::make_unique<Burst>(BurstPlan{
        .port = m_serving->port(), .prefix = prefix, .connections = 8, .perSecond = perSecond, .padding = padding});
}

void TestOutages::untilRefused(const QString &why)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_burst->codes().value(why) >= 20, kOutageMs);
    QVERIFY(m_serving->isRunning());
}

// As long as the cause lasts nothing is acknowledged, whatever is tried in between.
void TestOutages::whileOutage(const QString &why)
{
    QTRY_COMPARE_WITH_TIMEOUT(code(), why, kOutageMs);
    const qsizetype before = m_burst->acknowledged().size();
    const qsizetype refused = m_burst->refused().size();
    QTRY_VERIFY_WITH_TIMEOUT(m_burst->refused().size() >= refused + 2'500, kOutageMs); // over two attempts to recover
    QCOMPARE(m_burst->acknowledged().size(), before);
    QCOMPARE(code(), why);
    QVERIFY(m_serving->isRunning());
}

// Stores again, and stops the burst.
void TestOutages::untilStored()
{
    const qsizetype before = m_burst->acknowledged().size();
    QTRY_VERIFY_WITH_TIMEOUT(m_burst->acknowledged().size() >= before + 50, kOutageMs);
    QTRY_COMPARE_WITH_TIMEOUT(code(), u"ok"_s, kOutageMs);
    m_burst->stop();
    QTRY_VERIFY_WITH_TIMEOUT(m_burst->isAnswered(), kOutageMs);
    QVERIFY2(m_burst->odd().isEmpty(), m_burst->odd().value(0).constData());
    m_acknowledged.unite(m_burst->acknowledged());
    m_refused.unite(m_burst->refused());
}

// The same process to the end; then the journal is what the senders were told.
void TestOutages::finish()
{
    QCOMPARE(m_serving->stop(), 0);
    const Ran check = m_profile->run({u"check"_s});
    QVERIFY2(check.code == 0, (check.out + check.err).constData());
    QHash<QByteArray, int> stored;
    for (const QJsonObject &event : m_profile->run({u"events"_s, u"--json"_s}).objects())
        ++stored[event.value("deliveryId"_L1).toString().toLatin1()];
    for (const QByteArray &id : std::as_const(m_acknowledged))
        QVERIFY2(stored.value(id) == 1,
                 (id + " is stored " + QByteArray::number(stored.value(id)) + " times").constData());
    for (const QByteArray &id : std::as_const(m_refused))
        QVERIFY2(!stored.contains(id), (id + " is stored though it was refused").constData());
    QCOMPARE(stored.size(), m_acknowledged.size());
    qInfo("%lld acknowledged, each stored once; %lld refused with 503, none stored",
          static_cast<long long>(m_acknowledged.size()), static_cast<long long>(m_refused.size()));
}

void TestOutages::goesOnWhenAFullFileSystemHasRoomAgain()
{
    start(m_profile->directory());
    if (!isServing())
        return;
    const QString filler = m_profile->directory() + "/filler"_L1;
    fill(filler, kDiskBytes / 2);
    burst("full");
    untilRefused(u"disk-full"_s);
    if (QTest::currentTestFailed())
        return;
    fillUp(m_profile->directory() + "/rest"_L1); // not one byte is left
    whileOutage(u"disk-full"_s);
    QVERIFY(QFile::remove(filler));
    untilStored();
    if (!QTest::currentTestFailed())
        finish();
}

void TestOutages::goesOnWhenAFullFileSystemIsEnlarged()
{
    start(m_profile->directory());
    if (!isServing())
        return;
    burst("grown", 1'000, 40'000);
    untilRefused(u"disk-full"_s);
    whileOutage(u"disk-full"_s);
    QVERIFY(m_disk->grow(20 * kDiskBytes));
    untilStored();
    if (!QTest::currentTestFailed())
        finish();
}

// Needs no right to mount, so it always runs: no file of the serving process may grow past a size.
void TestOutages::goesOnWhenALimitOfFileSizeIsLifted()
{
#ifdef Q_OS_LINUX
    start({});
    if (!isServing())
        return;
    rlimit before{};
    const pid_t pid = static_cast<pid_t>(m_serving->process().processId());
    QCOMPARE(prlimit(pid, RLIMIT_FSIZE, nullptr, &before), 0);
    rlimit lowered{256 * 1024, before.rlim_max}; // no more than what an attempt to recover writes
    QCOMPARE(prlimit(pid, RLIMIT_FSIZE, &lowered, nullptr), 0);
    burst("limited");
    untilRefused(u"disk-full"_s);
    whileOutage(u"disk-full"_s);
    QCOMPARE(prlimit(pid, RLIMIT_FSIZE, &before, nullptr), 0);
    untilStored();
    if (!QTest::currentTestFailed())
        finish();
#else
    QSKIP("limits of another process can only be set on Linux");
#endif
}

// The journal alone is on that file system, by a link, because the profile's lock would keep it from being remounted.
// A file system with a file open for writing cannot be made read-only either: it is full first, which closes the file.
void TestOutages::goesOnWhenAFileSystemIsWritableAgain()
{
    const QTemporaryDir elsewhere;
    const QString folder = elsewhere.filePath(u"disk"_s);
    QVERIFY(QDir().mkpath(m_profile->directory()));
    QVERIFY(QFile::link(folder + "/journal.sqlite"_L1, journal()));
    start(folder);
    if (!isServing())
        return;
    const QString filler = folder + "/filler"_L1;
    fill(filler, kDiskBytes / 2);
    burst("ro");
    untilRefused(u"disk-full"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_disk->setReadOnly(true), kOutageMs);
    untilRefused(u"journal-read-only"_s);
    whileOutage(u"journal-read-only"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_disk->setReadOnly(false), kOutageMs);
    QVERIFY(QFile::remove(filler));
    untilStored();
    if (!QTest::currentTestFailed())
        finish();
    m_serving.reset();
    m_disk.reset();
}

void TestOutages::goesOnWhenAnotherProgramLetsGoOfItsLock()
{
    start({});
    if (!isServing())
        return;
    burst("locked");
    QTRY_VERIFY_WITH_TIMEOUT(m_burst->acknowledged().size() >= 50, kOutageMs);
    {
        auto other = Database::open(journal(), Database::Mode::Existing);
        QVERIFY(other);
        other->setBusyTimeout(10'000);
        QVERIFY(other->execute("BEGIN EXCLUSIVE"_ba));
        untilRefused(u"journal-busy"_s);
        whileOutage(u"journal-busy"_s);
        QVERIFY(other->execute("COMMIT"_ba));
    }
    untilStored();
    if (!QTest::currentTestFailed())
        finish();
}

int main(int argc, char **argv)
{
    mayMount = SmallFileSystem::enterNamespace();
    QCoreApplication application(argc, argv);
    TestOutages test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_outages.moc"
