// Numbered migrations: from nothing, from recorded old files, and not at all when a file is foreign or newer.
#include "core/journal/schema.h"
#include "tests/support/journalfixture.h"

#include <QtCore/QFile>
#include <QtCore/QObject>
#include <QtTest/QTest>

#include <array>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray kAddColumn = "ALTER TABLE quarantine ADD COLUMN note TEXT; UPDATE quarantine SET note = 'moved';";

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT
private slots:
    void createsAFile();
    void readsARecordedFile();
    void migratesARecordedFile();
    void leavesTheFileAloneWhenAStepFails();
    void refusesANewerFormatUntouched();
    void refusesAnotherProgramsDatabaseUntouched();

private:
    static void restore(const QString &path, const QString &recording)
    {
        auto db = Database::open(path, Database::Mode::ReadWrite);
        QVERIFY(db);
        const QByteArray sql = contents(QStringLiteral(HOOKBOARD_TEST_DATA "/") + recording);
        QVERIFY(!sql.isEmpty());
        const Status restored = db->execute(sql);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message));
    }
};

void TestSchema::createsAFile()
{
    JournalFixture f;
    auto db = Database::open(f.settings.path, Database::Mode::ReadWrite);
    QCOMPARE(requireCurrentSchema(*db).error().code, ErrorCode::NotFound);
    QVERIFY(migrate(*db));
    QVERIFY(migrate(*db));
    QVERIFY(requireCurrentSchema(*db));
    QCOMPARE(db->integer("PRAGMA user_version").value(), qint64(journalMigrations().back().version));
    QCOMPARE(db->integer("PRAGMA application_id").value(), kJournalApplicationId);
}

void TestSchema::readsARecordedFile()
{
    JournalFixture f;
    restore(f.settings.path, u"journal-v1.sql"_s);
    f.open();
    QVERIFY(f.isWritable());
    const auto events = f.all();
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events[1].source, u"shop"_s);
    QCOMPARE(events[1].body, QByteArray("a\0b", 3));
    QCOMPARE(events[1].headers.value("x-n"), "2"_ba);
    QCOMPARE(events[1].occurredUs, std::optional<qint64>(1'699'999'999'000'000));
    QCOMPARE(f.reader()->check().value(), QStringList());
    QCOMPARE(f.store("first").outcome, Receipt::Outcome::Duplicate);
    QCOMPARE(f.store("new").seq, quint64(8)); // seven were given, five of them left again
}

void TestSchema::migratesARecordedFile()
{
    JournalFixture f;
    restore(f.settings.path, u"journal-v1.sql"_s);
    auto db = Database::open(f.settings.path, Database::Mode::ReadWrite);
    const std::array steps{journalMigrations().front(), Migration{2, kAddColumn}};
    QVERIFY(migrate(*db, steps));
    QCOMPARE(db->integer("PRAGMA user_version").value(), qint64(2));
    QCOMPARE(db->value("SELECT note FROM quarantine").value(), "moved"_ba);
    QCOMPARE(db->integer("SELECT count(*) FROM events").value(), qint64(2));
}

void TestSchema::leavesTheFileAloneWhenAStepFails()
{
    JournalFixture f;
    restore(f.settings.path, u"journal-v1.sql"_s);
    auto db = Database::open(f.settings.path, Database::Mode::ReadWrite);
    const std::array steps{journalMigrations().front(), Migration{2, kAddColumn + "UPDATE no_such_table SET a = 1;"}};
    QVERIFY(!migrate(*db, steps));
    QVERIFY(!db->inTransaction());
    QCOMPARE(db->integer("PRAGMA user_version").value(), qint64(1));
    QVERIFY(!db->value("SELECT note FROM quarantine"));
}

void TestSchema::refusesANewerFormatUntouched()
{
    JournalFixture f;
    restore(f.settings.path, u"journal-v1.sql"_s);
    {
        auto db = Database::open(f.settings.path, Database::Mode::Existing);
        QVERIFY(db->execute("PRAGMA user_version = 999"_ba));
        QVERIFY(db->checkpoint(Database::Checkpoint::Truncate));
    }
    const QByteArray before = contents(f.settings.path);
    f.open();
    QCOMPARE(f.isWritable(), false);
    QCOMPARE(f.errorCode(), ErrorCode::NewerFormat);
    QCOMPARE(f.store("x").error.code, ErrorCode::NewerFormat);
    QCOMPARE(JournalReader::open(f.settings.path).error().code, ErrorCode::NewerFormat);
    f.close();
    QVERIFY(contents(f.settings.path) == before);
}

void TestSchema::refusesAnotherProgramsDatabaseUntouched()
{
    JournalFixture f;
    {
        auto db = Database::open(f.settings.path, Database::Mode::ReadWrite);
        QVERIFY(db->execute("PRAGMA journal_mode = DELETE; CREATE TABLE photos(a); INSERT INTO photos VALUES(1)"_ba));
    }
    const QByteArray before = contents(f.settings.path);
    f.open();
    QCOMPARE(f.errorCode(), ErrorCode::JournalUnavailable);
    f.close();
    QVERIFY2(contents(f.settings.path) == before, "not even its journal mode may change");
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
