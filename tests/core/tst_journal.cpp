// What is stored, what is answered, and that one does not come before the other.
#include "tests/support/journalfixture.h"

#include <QtCore/QObject>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT
private slots:
    void keepsExactBytes_data();
    void keepsExactBytes();
    void keepsEveryFieldOfADelivery();
    void answersADuplicateWithTheNumberOfTheFirst();
    void setsAnotherBodyOfAKnownIdAside();
    void joinsWhatIsQueuedIntoOneTransaction();
    void splitsAHugeQueueIntoBoundedTransactions();
    void worksInAThreadOfItsOwn();
    void givesNumbersAcrossRestartsWithoutReuse();
    void answersWhatWaitsWhenItCloses();
    void refusesAppendsBeforeOpeningAndAfterClosing();
    void redactsSecretsBeforeStoring();
    void keepsCheckpoints();
    void boundsQuarantineByCount();
    void boundsQuarantineByBytes();
    void refusalsPushOutNothingThatWasAnsweredWithSuccess();
    void oneSourceCannotPushOutWhatAnotherHasSetAside();
    void keepsTheFirstOfAFloodOfRejections();
    void tellsCountersAtMostTwiceASecond();
};

void TestJournal::keepsExactBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("zero bytes in the middle") << QByteArray("a\0b\0\0c", 6);
    QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe\xc0\x80{");
    QByteArray large(20 * 1024 * 1024, Qt::Uninitialized);
    QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(large.data()), large.size() / 4);
    QTest::newRow("20 MiB of noise") << large;
}

void TestJournal::keepsExactBytes()
{
    QFETCH(QByteArray, body);
    JournalFixture f;
    f.open();
    QCOMPARE(f.store("id", body).outcome, Receipt::Outcome::Stored);
    const auto read = f.reader()->event(1);
    QVERIFY(read && read->has_value());
    QVERIFY((*read)->body == body);
    QVERIFY((*read)->payload == body);
    QCOMPARE(f.reader()->check().value(), QStringList());
}

void TestJournal::keepsEveryFieldOfADelivery()
{
    JournalFixture f;
    f.open();
    RawDelivery raw = TestDeliveries::raw("id-1", "{\"a\":1}", u"bücher"_s);
    raw.headers.append("X-Empty", "");
    raw.headers.append("X-Bytes", QByteArray("a\0\xff", 3));
    Verdict verdict = TestDeliveries::verdict("id-1", u"größe.änderung"_s);
    verdict.occurredUs = -5;
    verdict.simulated = true;
    verdict.verified = false;
    verdict.secretIndex = 3;
    f.store(TestDeliveries::make(raw, verdict));
    const StoredEvent live = f.reports.back()->events->front();
    for (const StoredEvent &event : {live, f.all().front()}) {
        QCOMPARE(event.seq, quint64(1));
        QCOMPARE(event.source, raw.source);
        QCOMPARE(event.type, verdict.type);
        QCOMPARE(event.deliveryId, verdict.deliveryId);
        QCOMPARE(event.receivedUs, raw.receivedUs);
        QCOMPARE(event.occurredUs, verdict.occurredUs);
        QCOMPARE(event.verified, false);
        QCOMPARE(event.simulated, true);
        QCOMPARE(event.peer, raw.peer);
        QCOMPARE(event.scheme, verdict.scheme);
        QCOMPARE(event.secretIndex, 3);
        QCOMPARE(event.target, raw.target);
        QVERIFY(event.headers == raw.headers);
        QCOMPARE(event.body, raw.body);
    }
    QCOMPARE(live.verifiedNs, qint64(2));
    QCOMPARE(live.committedNs, f.reports.back()->committedNs);
}

void TestJournal::answersADuplicateWithTheNumberOfTheFirst()
{
    JournalFixture f;
    f.open();
    f.append("a");
    f.append("b");
    f.append("a", "another body");
    QTRY_COMPARE(f.receiptCount(), std::size_t(3));
    QCOMPARE(f.reports.size(), std::size_t(1));
    const auto &receipts = f.reports.front()->receipts;
    QCOMPARE(receipts[2].receipt.outcome, Receipt::Outcome::Duplicate);
    QCOMPARE(receipts[2].receipt.seq, quint64(1));
    QCOMPARE(receipts[2].ticket, quint64(3));
    QCOMPARE(f.reports.front()->events->size(), std::size_t(2));

    const Receipt later = f.store("b");
    QCOMPARE(later.outcome, Receipt::Outcome::Duplicate);
    QCOMPARE(later.seq, quint64(2));
    QVERIFY(!f.reports.back()->events);

    RawDelivery other = TestDeliveries::raw("a", "{}", u"another-source"_s);
    QCOMPARE(f.store(TestDeliveries::make(other, TestDeliveries::verdict("a"))).seq, quint64(3));
    QCOMPARE(f.all().size(), std::size_t(3));
    QCOMPARE(f.all().front().body, "{}"_ba);
}

void TestJournal::setsAnotherBodyOfAKnownIdAside()
{
    JournalFixture f;
    f.open();
    f.append("a");
    f.append("a", "another body"); // in the same transaction
    f.append("a");
    QTRY_COMPARE(f.receiptCount(), std::size_t(3));
    const auto &receipts = f.reports.front()->receipts;
    QVERIFY(!receipts[0].receipt.bodyDiffers && receipts[1].receipt.bodyDiffers && !receipts[2].receipt.bodyDiffers);
    QCOMPARE(f.quarantined, 1);

    QVERIFY(f.store("a", "another body").bodyDiffers); // the sender tries again: kept once
    QVERIFY(f.store("a", "a third body").bodyDiffers);
    QCOMPARE(f.quarantined, 2);
    f.close();
    f.open();
    const Receipt after = f.store("a", QByteArray(3 * 1024 * 1024, 'x'));
    QCOMPARE(after.outcome, Receipt::Outcome::Duplicate);
    QCOMPARE(after.seq, quint64(1));
    const auto kept = f.reader()->quarantined({}).value();
    QCOMPARE(kept.size(), std::size_t(3));
    QCOMPARE(kept[0].body, "another body"_ba);
    QCOMPARE(kept[0].deliveryId, "a"_ba);
    QCOMPARE(kept[0].reason.code, ErrorCode::BodyDiffers);
    QVERIFY(kept[0].reason.message.contains(u"Event 1 "_s));
    QCOMPARE(kept[2].body.size(), 3 * 1024 * 1024);
    QCOMPARE(f.all().size(), std::size_t(1));
    QCOMPARE(f.reader()->check().value(), QStringList());
}

void TestJournal::joinsWhatIsQueuedIntoOneTransaction()
{
    JournalFixture f;
    f.open();
    for (int i = 0; i < 500; ++i)
        f.append(QByteArray::number(i));
    QVERIFY(f.reports.empty());
    QTRY_COMPARE(f.receiptCount(), std::size_t(500));
    QCOMPARE(f.reports.size(), std::size_t(1));
}

void TestJournal::splitsAHugeQueueIntoBoundedTransactions()
{
    JournalFixture f;
    f.open();
    auto batch = std::make_shared<std::vector<AppendRequest>>();
    for (int i = 0; i < 5000; ++i)
        batch->push_back({quint64(i), TestDeliveries::make(QByteArray::number(i))});
    f.journal->append(batch);
    QTRY_COMPARE(f.receiptCount(), std::size_t(5000));
    QVERIFY2(f.reports.size() >= 4, "one transaction must not grow with the queue");
    for (int i = 0; i < 5; ++i)
        f.append("large" + QByteArray::number(i), QByteArray(5 * 1024 * 1024, 'x'));
    const std::size_t before = f.reports.size();
    QTRY_COMPARE(f.receiptCount(), std::size_t(5005));
    QVERIFY2(f.reports.size() >= before + 1, "bytes bound a transaction too");
}

void TestJournal::worksInAThreadOfItsOwn()
{
    JournalFixture f;
    QThread thread;
    auto *journal = new Journal(f.settings, f.clock);
    journal->moveToThread(&thread);
    std::atomic<int> stored = 0;
    QObject::connect(&thread, &QThread::finished, journal, &QObject::deleteLater);
    QObject::connect(journal, &Journal::committed, journal, [&](const CommitReportPtr &report) {
        for (const TicketReceipt &each : report->receipts)
            stored += each.receipt.outcome == Receipt::Outcome::Stored ? 1 : 0;
    });
    thread.start();
    QMetaObject::invokeMethod(journal, &Journal::open, Qt::QueuedConnection);
    for (int i = 0; i < 100; ++i) {
        auto batch = std::make_shared<std::vector<AppendRequest>>();
        batch->push_back({quint64(i), TestDeliveries::make(QByteArray::number(i))});
        QMetaObject::invokeMethod(
            journal, [journal, batch] { journal->append(batch); }, Qt::QueuedConnection);
    }
    QTRY_COMPARE(stored.load(), 100);
    thread.quit();
    QVERIFY(thread.wait(20'000));
    QCOMPARE(f.all().size(), std::size_t(100));
}

void TestJournal::givesNumbersAcrossRestartsWithoutReuse()
{
    JournalFixture f;
    f.settings.retainUs = 1;
    f.open();
    for (int i = 0; i < 3; ++i)
        f.store(QByteArray::number(i));
    f.clock.live(1'000'000);
    f.journal->setRetention(1, 0); // removes all of them, the newest too
    QTRY_COMPARE(f.all().size(), std::size_t(0));
    f.close();
    f.open();
    f.journal->setRetention(0, 0);
    QCOMPARE(f.store("next").seq, quint64(4));
    QCOMPARE(f.store("0").outcome, Receipt::Outcome::Stored); // its first copy is gone, so it is new again
}

void TestJournal::answersWhatWaitsWhenItCloses()
{
    JournalFixture f;
    f.open();
    f.journal->setListening(true);
    for (int i = 0; i < 10; ++i)
        f.append(QByteArray::number(i));
    f.journal->close();
    QCOMPARE(f.receiptCount(), std::size_t(10));
    QCOMPARE(f.reports.back()->receipts.back().receipt.outcome, Receipt::Outcome::Stored);
    QCOMPARE(f.isWritable(), false);
    QCOMPARE(QFileInfo(f.settings.path + "-wal"_L1).size(), qint64(0));
    QCOMPARE(f.all().size(), std::size_t(10));
}

void TestJournal::refusesAppendsBeforeOpeningAndAfterClosing()
{
    JournalFixture f;
    f.open();
    f.journal->close();
    const Receipt receipt = f.store("late");
    QCOMPARE(receipt.outcome, Receipt::Outcome::Refused);
    QCOMPARE(receipt.error.code, ErrorCode::ShuttingDown);
    QCOMPARE(receipt.deliveryId, "late"_ba);
}

void TestJournal::redactsSecretsBeforeStoring()
{
    JournalFixture f;
    f.settings.redactedHeaders = {"X-House-Key"};
    f.open();
    RawDelivery raw = TestDeliveries::raw("id");
    raw.headers.append("Authorization", "Bearer hunter2-a");
    raw.headers.append("X-Gitlab-Token", "hunter2-b");
    raw.headers.append("x-house-key", "hunter2-c");
    raw.headers.append("X-Hub-Signature-256", "sha256=00");
    f.store(TestDeliveries::make(raw, TestDeliveries::verdict("id")));
    auto batch = std::make_shared<std::vector<Rejection>>();
    batch->push_back(TestDeliveries::rejection("bad"));
    batch->back().raw.headers = raw.headers;
    f.journal->quarantine(batch);
    QTRY_COMPARE(f.quarantined, 1);
    QCOMPARE(f.all().front().headers.value("authorization"), "(redacted)"_ba);
    QCOMPARE(f.all().front().headers.value("x-hub-signature-256"), "sha256=00"_ba);
    QCOMPARE(f.reports.front()->events->front().headers.value("X-House-Key"), "(redacted)"_ba);
    QCOMPARE(f.reader()->quarantined({})->front().headers.value("X-Gitlab-Token"), "(redacted)"_ba);
    f.close();
    QFile file(f.settings.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("hunter2"));
}

void TestJournal::keepsCheckpoints()
{
    JournalFixture f;
    f.open();
    const QByteArray state("\0\1\2", 3);
    f.journal->saveCheckpoints(std::make_shared<const std::vector<Checkpoint>>(std::vector<Checkpoint>{
        {"board/a/0", "d1", 7, state}, {"board/b/0", "d2", 8, "old"}, {"other/a/0", "d3", 9, "x"}}));
    f.journal->saveCheckpoints(
        std::make_shared<const std::vector<Checkpoint>>(std::vector<Checkpoint>{{"board/b/0", "d2", 10, "new"}}));
    QTRY_COMPARE(f.reader()->checkpoints("board/")->size(), std::size_t(2));
    const auto found = f.reader()->checkpoints("board/").value();
    QCOMPARE(found[0].key, "board/a/0"_ba);
    QCOMPARE(found[0].specDigest, "d1"_ba);
    QCOMPARE(found[0].uptoSeq, quint64(7));
    QCOMPARE(found[0].state, state);
    QCOMPARE(found[1].state, "new"_ba);
    f.journal->saveCheckpoints(
        std::make_shared<const std::vector<Checkpoint>>(std::vector<Checkpoint>{{"board/a/0", "d1", 7, {}}}));
    f.close(); // writes what waits
    QCOMPARE(f.reader()->checkpoints("board/")->size(), std::size_t(1));
    QCOMPARE(f.reader()->checkpoints("")->size(), std::size_t(2));
}

void TestJournal::boundsQuarantineByCount()
{
    JournalFixture f;
    f.settings.quarantineMaxCount = 3;
    f.open();
    auto batch = std::make_shared<std::vector<Rejection>>();
    for (int i = 0; i < 8; ++i)
        batch->push_back(TestDeliveries::rejection(QByteArray::number(i)));
    f.journal->quarantine(batch);
    QTRY_COMPARE(f.quarantined, 8);
    const auto kept = f.reader()->quarantined({}).value();
    QCOMPARE(kept.size(), std::size_t(3));
    QCOMPARE(kept.front().deliveryId, "5"_ba);
    QCOMPARE(kept.back().reason.code, ErrorCode::SignatureMismatch);
    QCOMPARE(kept.back().id, quint64(8));
    QTRY_COMPARE(f.states.back().quarantineCount, quint64(3));
}

void TestJournal::boundsQuarantineByBytes()
{
    JournalFixture f;
    f.settings.quarantineMaxBytes = 100'000;
    f.open();
    auto batch = std::make_shared<std::vector<Rejection>>();
    for (int i = 0; i < 8; ++i)
        batch->push_back(TestDeliveries::rejection(QByteArray::number(i), QByteArray(30'000, 'x')));
    batch->push_back(TestDeliveries::rejection("too-large", QByteArray(100'001, 'x')));
    f.journal->quarantine(batch);
    QTRY_COMPARE(f.quarantined, 8);
    const auto kept = f.reader()->quarantined({}).value();
    QCOMPARE(kept.size(), std::size_t(3));
    QCOMPARE(kept.back().deliveryId, "7"_ba);
}

// Anyone can be refused, as often as it takes; what was answered as a duplicate is kept nowhere else.
void TestJournal::refusalsPushOutNothingThatWasAnsweredWithSuccess()
{
    JournalFixture f;
    f.settings.quarantineMaxCount = 6;
    f.settings.quarantineMaxBytes = 100'000;
    f.open();
    f.store("a");
    QVERIFY(f.store("a", "another body").bodyDiffers);
    const auto refuse = [&f](qsizetype bytes) {
        const int before = f.quarantined;
        auto batch = std::make_shared<std::vector<Rejection>>();
        for (int i = 0; i < 20; ++i)
            batch->push_back(TestDeliveries::rejection(QByteArray::number(i), QByteArray(bytes, 'x')));
        f.journal->quarantine(batch);
        QTRY_COMPARE(f.quarantined, before + 20);
    };
    refuse(10);
    f.close();
    f.open(); // what a restart has to learn
    QVERIFY(f.store("a", "a third body").bodyDiffers);
    refuse(60'000);
    auto batch = std::make_shared<std::vector<Rejection>>();
    batch->push_back(TestDeliveries::rejection("as large as all", QByteArray(99'900, 'x')));
    batch->push_back(TestDeliveries::rejection("last"));
    f.journal->quarantine(batch);
    QTRY_COMPARE(f.reader()->quarantined({})->back().deliveryId, "last"_ba);
    const auto kept = f.reader()->quarantined({}).value();
    QCOMPARE(kept.size(), std::size_t(4));
    QCOMPARE(kept[0].body, "another body"_ba);
    QCOMPARE(kept[1].body, "a third body"_ba);
    QCOMPARE(kept[2].deliveryId, "19"_ba);
}

void TestJournal::oneSourceCannotPushOutWhatAnotherHasSetAside()
{
    JournalFixture f;
    f.settings.quarantineMaxCount = 6;
    f.open();
    f.store("a");
    QVERIFY(f.store("a", "a genuine body that is the longest of all").bodyDiffers);
    const auto flood = [&f](const QByteArray &body) {
        return f.store(TestDeliveries::make(TestDeliveries::raw("b", body, u"open"_s), TestDeliveries::verdict("b")));
    };
    for (int i = 0; i < 20; ++i)
        flood(QByteArray::number(i));
    const auto kept = f.reader()->quarantined({}).value();
    QCOMPARE(kept.size(), std::size_t(3)); // half of the room
    QCOMPARE(kept[0].source, u"shop"_s);
    QCOMPARE(kept[1].body, "18"_ba);
    QCOMPARE(kept[2].body, "19"_ba);
}

void TestJournal::keepsTheFirstOfAFloodOfRejections()
{
    JournalFixture f;
    f.open();
    for (int round = 0; round < 100; ++round) {
        auto batch = std::make_shared<std::vector<Rejection>>();
        for (int i = 0; i < 100; ++i)
            batch->push_back(TestDeliveries::rejection(QByteArray::number(round * 100 + i)));
        f.journal->quarantine(batch);
    }
    QCOMPARE(f.store("genuine").outcome, Receipt::Outcome::Stored);
    QTRY_COMPARE(f.quarantined, 256);
    QCOMPARE(f.reader()->statistics()->quarantined, quint64(256));
}

void TestJournal::tellsCountersAtMostTwiceASecond()
{
    JournalFixture f;
    f.open();
    QElapsedTimer timer;
    timer.start();
    const std::size_t before = f.states.size();
    int stored = 0;
    while (timer.elapsed() < 1200)
        f.store(QByteArray::number(stored++));
    QVERIFY(f.states.size() - before <= 3);
    QTRY_COMPARE(f.states.back().eventCount, static_cast<quint64>(stored));
    QCOMPARE(f.states.back().lastSeq, static_cast<quint64>(stored));
    QVERIFY(f.states.back().bytes > 0);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
