// SQLite as the journal uses it: the pragmas that durability rests on, exact values, checked failures.
#include "core/journal/database.h"
#include "core/journal/journalerror.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QObject>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <limits>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestDatabase : public QObject
{
    Q_OBJECT
private slots:
    void setsThePragmasThatDurabilityRestsOn();
    void keepsExactValues();
    void writesALargeBlobInPieces();
    void findsTheLogOfALinkedFile();
    void isForItsOwnerOnly();
    void reportsAFailedBinding();
    void rollsBackWithoutCommit();
    void mapsFailures();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void truncatesItsLog();
    void readsOnlyInReadOnlyMode();
    void doesNotCreateAnExistingOnlyFile();

private:
    QTemporaryDir m_dir;
    QString fresh() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + ".sqlite"_L1); }
};

void TestDatabase::setsThePragmasThatDurabilityRestsOn()
{
    auto db = Database::open(fresh(), Database::Mode::ReadWrite);
    QVERIFY(db);
    QCOMPARE(db->value("PRAGMA journal_mode").value(), "wal"_ba);
    QCOMPARE(db->integer("PRAGMA synchronous").value(), qint64(2));
    QCOMPARE(db->integer("PRAGMA foreign_keys").value(), qint64(1));
    QCOMPARE(db->integer("PRAGMA wal_autocheckpoint").value(), qint64(0));
    QCOMPARE(db->integer("PRAGMA cache_size").value(), qint64(-8192));
    QCOMPARE(db->integer("PRAGMA mmap_size").value(), qint64(0));
}

void TestDatabase::keepsExactValues()
{
    auto db = Database::open(fresh(), Database::Mode::ReadWrite);
    QVERIFY(db->execute("CREATE TABLE t(a, b, c, d)"_ba));
    auto insert = db->prepare("INSERT INTO t VALUES(?1, ?2, ?3, ?4)");
    const QByteArray bytes("a\0b", 3);
    insert->bind(1, std::numeric_limits<qint64>::min())
        .bindBlob(2, bytes)
        .bindText(3, "ü")
        .bind(4, std::optional<qint64>());
    QVERIFY(insert->run());
    insert->bind(1, std::optional<qint64>(7)).bindBlob(2, QByteArray()).bindText(3, QByteArray()).bind(4, qint64(0));
    QVERIFY(insert->run());
    QCOMPARE(db->changes(), qint64(1));
    auto rows = db->prepare("SELECT a, b, c, d, typeof(b), typeof(c) FROM t");
    QCOMPARE(rows->step(), Statement::Step::Row);
    QCOMPARE(rows->integer(0), std::numeric_limits<qint64>::min());
    QCOMPARE(rows->bytes(1).toByteArray(), bytes);
    QCOMPARE(rows->text(2), u"ü"_s);
    QVERIFY(rows->isNull(3));
    QCOMPARE(rows->step(), Statement::Step::Row);
    QCOMPARE(rows->integer(0), qint64(7));
    QCOMPARE(rows->text(4), u"blob"_s); // empty, not NULL
    QCOMPARE(rows->text(5), u"text"_s);
    QVERIFY(!rows->isNull(3));
    QCOMPARE(rows->step(), Statement::Step::End);
}

void TestDatabase::writesALargeBlobInPieces()
{
    auto db = Database::open(fresh(), Database::Mode::ReadWrite);
    QVERIFY(db->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, b BLOB NOT NULL) STRICT"_ba));
    QByteArray bytes(20 * 1024 * 1024 + 4, Qt::Uninitialized); // does not fit the cache, nor whole pieces
    QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    auto transaction = Transaction::begin(*db);
    auto insert = db->prepare("INSERT INTO t VALUES(?1, ?2)");
    QVERIFY(insert->bind(1, qint64(7)).bindRoom(2, bytes.size()).run());
    QVERIFY(db->fillBlob("t", "b", 7, bytes));
    QVERIFY2(!db->fillBlob("t", "b", 8, bytes), "there is no such row");
    QVERIFY2(!db->fillBlob("t", "b", 7, bytes + 'x'), "there is no room for so much");
    QVERIFY(transaction->commit());
    QVERIFY2(db->walBytes() < bytes.size() + bytes.size() / 16, "the log holds it once");
    auto rows = db->prepare("SELECT b FROM t");
    QCOMPARE(rows->step(), Statement::Step::Row);
    QVERIFY(rows->bytes(0) == bytes);
}

void TestDatabase::findsTheLogOfALinkedFile()
{
    const QString target = m_dir.filePath(u"elsewhere.sqlite"_s);
    const QString link = m_dir.filePath(u"link.sqlite"_s);
    if (!QFile::link(target, link))
        QSKIP("links are not permitted here");
    auto db = Database::open(link, Database::Mode::ReadWrite);
    QVERIFY(db);
    QVERIFY(db->execute("CREATE TABLE t(a)"_ba));
    QVERIFY(!db->isDetached());
    const qint64 log = QFileInfo(target + "-wal"_L1).size();
    QVERIFY(log > 0);
    QCOMPARE(Database::bytesOnDisk(link), QFileInfo(target).size() + log);
    QVERIFY(QFile::remove(target + "-wal"_L1));
    QVERIFY(db->isDetached());
}

// Whatever the umask says: payloads are customers' data.
void TestDatabase::isForItsOwnerOnly()
{
    const QString path = fresh();
    auto db = Database::open(path, Database::Mode::ReadWrite);
    QVERIFY(db && db->execute("CREATE TABLE t(a)"_ba));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &file : {path, QString(path + "-wal"_L1), QString(path + "-shm"_L1)})
        QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
}

void TestDatabase::reportsAFailedBinding()
{
    auto db = Database::open(fresh(), Database::Mode::ReadWrite);
    auto statement = db->prepare("SELECT ?1");
    QVERIFY(!statement->bind(2, qint64(1)).run());
    QVERIFY(statement->bind(1, qint64(1)).run());
    QVERIFY(!db->prepare("SELEC"));
    QVERIFY(!db->execute("INSERT INTO nothing VALUES(1)"_ba));
}

void TestDatabase::rollsBackWithoutCommit()
{
    auto db = Database::open(fresh(), Database::Mode::ReadWrite);
    QVERIFY(db->execute("CREATE TABLE t(a)"_ba));
    {
        auto transaction = Transaction::begin(*db);
        QVERIFY(db->execute("INSERT INTO t VALUES(1)"_ba));
        QVERIFY(db->inTransaction());
    }
    QVERIFY(!db->inTransaction());
    QCOMPARE(db->integer("SELECT count(*) FROM t").value(), qint64(0));
    auto transaction = Transaction::begin(*db);
    QVERIFY(db->execute("INSERT INTO t VALUES(1)"_ba));
    QVERIFY(transaction->commit());
    QCOMPARE(db->integer("SELECT count(*) FROM t").value(), qint64(1));
}

void TestDatabase::mapsFailures()
{
    auto db = Database::open(fresh(), Database::Mode::ReadWrite);
    QVERIFY(db->execute("CREATE TABLE t(a); PRAGMA max_page_count = 4"_ba));
    const Status full = db->execute("INSERT INTO t VALUES(zeroblob(100000))"_ba);
    QCOMPARE(full.error().code, ErrorCode::DiskFull);
    auto other = Database::open(fresh(), Database::Mode::Existing);
    auto lock = Transaction::begin(*other);
    QCOMPARE(Transaction::begin(*db).error().code, ErrorCode::JournalBusy);

    QFile noise(m_dir.filePath(u"noise"_s));
    QVERIFY(noise.open(QIODevice::WriteOnly) && noise.write(QByteArray(10'000, 'n')) == 10'000);
    noise.close();
    QCOMPARE(Database::open(noise.fileName(), Database::Mode::ReadWrite).error().code, ErrorCode::JournalDamaged);
    QCOMPARE(Database::open(m_dir.filePath(u"no/such/folder"_s), Database::Mode::ReadWrite).error().code,
             ErrorCode::JournalReadOnly);
}

void TestDatabase::saysWhatToDo_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("advice");
    QTest::newRow("full disk") << ErrorCode::DiskFull << u"Free some space"_s;
    QTest::newRow("read-only") << ErrorCode::JournalReadOnly << u"write access"_s;
    QTest::newRow("locked") << ErrorCode::JournalBusy << u"Close it"_s;
    QTest::newRow("damaged") << ErrorCode::JournalDamaged << u"move it away"_s;
}

void TestDatabase::saysWhatToDo()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, advice);
    const Error error = journalError(code, u"/data/journal.sqlite"_s, u"detail"_s);
    QCOMPARE(error.code, code);
    QVERIFY2(error.message.contains(advice), qPrintable(error.message));
    QVERIFY(error.message.contains(u"/data/journal.sqlite"_s));
}

void TestDatabase::truncatesItsLog()
{
    auto db = Database::open(fresh(), Database::Mode::ReadWrite);
    QVERIFY(db->execute("CREATE TABLE t(a); INSERT INTO t VALUES(zeroblob(50000))"_ba));
    const QString log = fresh() + "-wal"_L1;
    QCOMPARE(db->walBytes(), QFileInfo(log).size());
    auto reader = Database::open(fresh(), Database::Mode::ReadOnly);
    QVERIFY(reader->execute("BEGIN; SELECT * FROM t"_ba));
    QVERIFY(db->execute("INSERT INTO t VALUES(1)"_ba));
    const auto blocked = db->checkpoint(Database::Checkpoint::Truncate);
    QVERIFY(blocked);
    QCOMPARE(blocked->complete, false);
    QVERIFY(reader->execute("COMMIT"_ba));
    const auto done = db->checkpoint(Database::Checkpoint::Truncate);
    QVERIFY(done->complete);
    QCOMPARE(db->walBytes(), qint64(0));
    QCOMPARE(QFileInfo(log).size(), qint64(0));
}

void TestDatabase::readsOnlyInReadOnlyMode()
{
    QVERIFY(!Database::open(fresh(), Database::Mode::ReadOnly));
    {
        auto db = Database::open(fresh(), Database::Mode::ReadWrite);
        QVERIFY(db->execute("CREATE TABLE t(a)"_ba));
    }
    auto db = Database::open(fresh(), Database::Mode::ReadOnly);
    QCOMPARE(db->execute("INSERT INTO t VALUES(1)"_ba).error().code, ErrorCode::JournalReadOnly);
}

void TestDatabase::doesNotCreateAnExistingOnlyFile()
{
    QVERIFY(!Database::open(fresh(), Database::Mode::Existing));
    QVERIFY(!QFile::exists(fresh()));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
