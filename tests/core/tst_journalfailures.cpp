// What the journal says and does when it cannot write, and that it goes on by itself when the cause is gone.
#include "core/journal/database.h"
#include "tests/support/journalfixture.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QObject>
#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
// Stands in for a full disk: no file of this process may grow past `bytes`.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit lowered{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &lowered);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

// Root may write everything: be nobody for a while.
class Unprivileged
{
public:
    Unprivileged() { m_changed = geteuid() == 0 && seteuid(65534) == 0; }
    ~Unprivileged()
    {
        if (m_changed && seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    bool m_changed = false;
};
#endif

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's file");
}

} // namespace

class TestJournalFailures : public QObject
{
    Q_OBJECT
private slots:
#ifdef Q_OS_UNIX
    void goesOnWhenAFullDiskHasRoomAgain();
    void goesOnWhenAReadOnlyFileIsWritableAgain();
#endif
    void goesOnWhenAnotherProgramLetsGoOfItsLock();
    void leavesADamagedFileAsItIs_data();
    void leavesADamagedFileAsItIs();
    void noticesThatItsFileIsGone_data();
    void noticesThatItsFileIsGone();
    void boundsTheLogUnderALongReader();
    void keepsTheLogShortUnderLoad_data();
    void keepsTheLogShortUnderLoad();
    void emptiesTheLogWhenItRests();
};

#ifdef Q_OS_UNIX
void TestJournalFailures::goesOnWhenAFullDiskHasRoomAgain()
{
    JournalFixture f;
    f.open();
    QCOMPARE(f.store("before").outcome, Receipt::Outcome::Stored);
    {
        const FileSizeLimit full(250 * 1024);
        Receipt receipt;
        for (int i = 0; i < 20 && receipt.error.code != ErrorCode::DiskFull; ++i)
            receipt = f.store("fill" + QByteArray::number(i), QByteArray(100'000, 'x'));
        QCOMPARE(receipt.outcome, Receipt::Outcome::Refused);
        QCOMPARE(receipt.error.code, ErrorCode::DiskFull);
        QCOMPARE(f.isWritable(), false);
        QCOMPARE(f.errorCode(), ErrorCode::DiskFull);
        // A tiny delivery might just fit; while the state lasts it is refused all the same.
        QCOMPARE(f.store("tiny").error.code, ErrorCode::DiskFull);
        QVERIFY2(!QTest::qWaitFor([&f] { return f.isWritable(); }, 1500), "nothing has room yet");
    }
    QTRY_VERIFY(f.isWritable());
    QCOMPARE(f.store("tiny").outcome, Receipt::Outcome::Stored);
    QCOMPARE(f.reader()->check().value(), QStringList());
    QTRY_COMPARE(f.states.back().eventCount, static_cast<quint64>(f.all().size()));
}

void TestJournalFailures::goesOnWhenAReadOnlyFileIsWritableAgain()
{
    JournalFixture f;
    f.open();
    f.store("before");
    f.close();
    const QByteArray folder = QFile::encodeName(f.dir.path());
    const QByteArray file = QFile::encodeName(f.settings.path);
    QCOMPARE(chmod(file.constData(), 0444), 0);
    QCOMPARE(chmod(folder.constData(), 0555), 0);
    {
        const Unprivileged nobody;
        f.open();
        QCOMPARE(f.isWritable(), false);
        QCOMPARE(f.errorCode(), ErrorCode::JournalReadOnly);
        QCOMPARE(f.store("during").error.code, ErrorCode::JournalReadOnly);
    }
    QCOMPARE(chmod(folder.constData(), 0700), 0);
    QCOMPARE(chmod(file.constData(), 0600), 0);
    QTRY_VERIFY(f.isWritable());
    QCOMPARE(f.store("after").seq, quint64(2));
}
#endif

void TestJournalFailures::goesOnWhenAnotherProgramLetsGoOfItsLock()
{
    JournalFixture f;
    f.open();
    auto other = Database::open(f.settings.path, Database::Mode::Existing);
    QVERIFY(other);
    {
        auto lock = Transaction::begin(*other);
        QVERIFY(lock);
        const Receipt receipt = f.store("during");
        QCOMPARE(receipt.outcome, Receipt::Outcome::Refused);
        QCOMPARE(receipt.error.code, ErrorCode::JournalBusy);
        QCOMPARE(f.errorCode(), ErrorCode::JournalBusy);
    }
    QTRY_VERIFY(f.isWritable());
    QCOMPARE(f.store("during").outcome, Receipt::Outcome::Stored);
}

void TestJournalFailures::leavesADamagedFileAsItIs_data()
{
    QTest::addColumn<bool>("onlyHead");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("not a database at all") << false << ErrorCode::JournalDamaged;
    QTest::newRow("first page torn") << true << ErrorCode::JournalDamaged;
}

void TestJournalFailures::leavesADamagedFileAsItIs()
{
    QFETCH(bool, onlyHead);
    QFETCH(ErrorCode, code);
    JournalFixture f;
    f.open();
    f.storeMany("x", 100, 0, 1);
    f.close();
    const QByteArray good = contents(f.settings.path);
    QByteArray bad(8192, 'x');
    if (onlyHead) {
        bad = good;
        bad.replace(100, 3000, QByteArray(3000, '\x77'));
    }
    overwrite(f.settings.path, bad);
    f.open();
    QCOMPARE(f.isWritable(), false);
    QCOMPARE(f.errorCode(), code);
    const Receipt receipt = f.store("during");
    QCOMPARE(receipt.error.code, code);
    QVERIFY(receipt.error.message.contains(f.settings.path));
    f.close();
    QVERIFY2(contents(f.settings.path) == bad, "a damaged file is evidence");
    overwrite(f.settings.path, bad);
    f.open();
    overwrite(f.settings.path, good); // restored from a copy
    QTRY_VERIFY(f.isWritable());
    QCOMPARE(f.store("after").seq, quint64(101));
}

void TestJournalFailures::noticesThatItsFileIsGone_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("database deleted") << QString();
    QTest::newRow("log deleted") << u"-wal"_s;
}

void TestJournalFailures::noticesThatItsFileIsGone()
{
    QFETCH(QString, suffix);
    JournalFixture f;
    f.open();
    f.store("a");
    f.store("b");
    QVERIFY(QFile::remove(f.settings.path + suffix));
    const Receipt receipt = f.store("into nowhere");
    QCOMPARE(receipt.outcome, Receipt::Outcome::Refused);
    QCOMPARE(receipt.error.code, ErrorCode::JournalUnavailable);
    QCOMPARE(f.isWritable(), false);
    QTRY_VERIFY(f.isWritable());
    const Receipt after = f.store("after");
    QCOMPARE(after.outcome, Receipt::Outcome::Stored);
    QVERIFY2(after.seq > 2, "numbers that were given are not given again");
    QCOMPARE(f.all().back().seq, after.seq);
}

void TestJournalFailures::boundsTheLogUnderALongReader()
{
    JournalFixture f;
    f.settings.walLimitBytes = 2 * 1024 * 1024;
    f.open();
    f.store("first");
    auto reader = Database::open(f.settings.path, Database::Mode::ReadOnly);
    QVERIFY(reader && reader->execute("BEGIN"_ba) && reader->integer("SELECT count(*) FROM events"));
    Receipt receipt;
    for (int i = 0; i < 100 && receipt.error.code != ErrorCode::JournalBusy; ++i)
        receipt = f.store(QByteArray::number(i), QByteArray(100'000, 'x'));
    QCOMPARE(receipt.error.code, ErrorCode::JournalBusy);
    QVERIFY(QFileInfo(f.settings.path + "-wal"_L1).size() <= f.settings.walLimitBytes);
    const auto goesOn = [&f] { return f.isWritable(); };
    QVERIFY2(!QTest::qWaitFor(goesOn, 1500), "attempts to recover must not make the log grow either");
    QVERIFY(QFileInfo(f.settings.path + "-wal"_L1).size() <= f.settings.walLimitBytes);
    QVERIFY(reader->execute("COMMIT"_ba));
    QTRY_VERIFY(f.isWritable());
    QCOMPARE(f.store("after", QByteArray(100'000, 'x')).outcome, Receipt::Outcome::Stored);
    QCOMPARE(f.reader()->check().value(), QStringList());
}

void TestJournalFailures::keepsTheLogShortUnderLoad_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::newRow("room for some deliveries") << qint64(8) * 1024 * 1024;
    QTest::newRow("at its limit while its helper copies") << qint64(3) * 1024 * 1024;
}

void TestJournalFailures::keepsTheLogShortUnderLoad()
{
    QFETCH(const qint64, limit);
    JournalFixture f;
    f.settings.walLimitBytes = limit;
    f.open();
    qint64 longest = 0;
    for (int i = 0; i < 60; ++i) {
        const Receipt receipt = f.store(QByteArray::number(i), QByteArray(1024 * 1024, 'x'));
        QVERIFY2(receipt.outcome == Receipt::Outcome::Stored, qPrintable(receipt.error.message));
        longest = qMax(longest, QFileInfo(f.settings.path + "-wal"_L1).size());
    }
    QVERIFY2(longest <= f.settings.walLimitBytes, qPrintable(QString::number(longest)));
}

void TestJournalFailures::emptiesTheLogWhenItRests()
{
    JournalFixture f;
    f.open();
    f.store("a", QByteArray(1024 * 1024, 'x'));
    QVERIFY(QFileInfo(f.settings.path + "-wal"_L1).size() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(f.settings.path + "-wal"_L1).size(), qint64(0), 8000);
    QCOMPARE(f.store("b").seq, quint64(2));
}

QTEST_GUILESS_MAIN(TestJournalFailures)
#include "tst_journalfailures.moc"
