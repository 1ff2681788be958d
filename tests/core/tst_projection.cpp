// The projection beside a journal: live, catching up, and while the journal cannot be read.
#include "core/aggregate/boardfold.h"
#include "tests/support/liveprojection.h"
#include "tests/support/randomevents.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <limits>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestProjection : public QObject
{
    Q_OBJECT
private slots:
    void aRefoldBesideLiveEventsEndsLikeAFullFold();
    void aBoardThatClosesStopsItsReading();
    void readingGoesOnWhenTheJournalIsBack();
    void aDamagedPageIsSaidAndWaitedFor();
    void aShortLagAfterLiveEventsIsNoRefold();
    void whatWasFoldedIsSavedBeforeABoardChanges();
    void aBoardThatFoldsNothingReadsNothing();
};

void TestProjection::aRefoldBesideLiveEventsEndsLikeAFullFold()
{
    Random random(17);
    for (int round = 0; round < 3; ++round) {
        JournalFixture journal;
        journal.open();
        const std::vector<StoredEvent> events = randomEvents(random, 4'000);
        store(journal, {events.begin(), events.begin() + 3'000});
        LiveProjection live(journal);
        const BoardSpec spec = randomBoard(random, 12);
        live.projection.openBoard(spec);
        for (size_t next = 3'000; next < events.size();) { // while the past is read
            const size_t end = std::min(events.size(), next + 1 + random() % 250);
            store(journal, {events.begin() + qsizetype(next), events.begin() + qsizetype(end)}, end);
            next = end;
        }
        QTRY_COMPARE(live.uptoSeq, quint64(events.size()));
        live.projection.closeBoard(spec.id);
        BoardFold full(spec);
        QVERIFY(journal.reader()->scan(0, events.size(), [&full](const StoredEvent &event) {
            full.fold(event);
            return true;
        }));
        int compared = 0;
        for (const Checkpoint &checkpoint : full.checkpoints(true)) {
            QVERIFY2(live.saved.contains(checkpoint.key), checkpoint.key.constData());
            QVERIFY2(live.saved.value(checkpoint.key) == checkpoint.state, checkpoint.key.constData());
            ++compared;
        }
        QVERIFY(compared > 0);
    }
}

void TestProjection::aBoardThatClosesStopsItsReading()
{
    Random random(18);
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, 2'000));
    LiveProjection live(journal);
    const BoardSpec spec = randomBoard(random, 3);
    live.projection.openBoard(spec);
    live.projection.closeBoard(spec.id); // blocks are under way
    BoardSpec changed = spec;
    changed.tiles.first().bindings.first().label = u"other"_s;
    live.projection.openBoard(changed);
    live.projection.openBoard(spec); // and once more, before any block has come
    QTRY_COMPARE(live.uptoSeq, quint64(2'000));
}

void TestProjection::readingGoesOnWhenTheJournalIsBack()
{
    Random random(19);
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, 1'000));
    journal.close();
    const QString path = journal.settings.path;
    QVERIFY(QFile::rename(path, path + ".away"_L1));
    LiveProjection live(path);
    live.projection.openBoard(randomBoard(random, 3));
    live.holds(1'000); // but the file is not there
    QTRY_VERIFY(live.allFailed());
    QCOMPARE(live.uptoSeq, quint64(0));
    QVERIFY(QFile::rename(path + ".away"_L1, path));
    live.holds(1'000);
    QTRY_COMPARE(live.uptoSeq, quint64(1'000));
    QTRY_VERIFY(live.noneFailed());
}

// What lies before the page is folded, the tiles say what is wrong, and the thread stays free.
void TestProjection::aDamagedPageIsSaidAndWaitedFor()
{
    constexpr qsizetype kPage = 4096;
    Random random(20);
    JournalFixture journal;
    journal.open();
    std::vector<StoredEvent> events = randomEvents(random, 1'000);
    const QByteArray mark = "\"this body lies in the damaged page\"";
    events.at(799).body = events.at(799).payload = mark;
    store(journal, events);
    journal.close();
    QFile file(journal.settings.path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    const qsizetype page = whole.indexOf(mark) / kPage * kPage;
    QVERIFY(page > 0);
    const auto write = [&](const QByteArray &bytes) { return file.seek(page) && file.write(bytes) && file.flush(); };
    QVERIFY(write(QByteArray(kPage, '\xff')));

    LiveProjection live(journal.settings.path);
    BoardSpec spec = randomBoard(random, 3);
    spec.tiles.first().bindings.first().groupBy = u"$.user"_s; // bodies are read
    live.projection.openBoard(spec);
    live.holds(1'000);
    QTRY_VERIFY(live.allFailed());
    QCOMPARE(live.tiles.first().error->code, ErrorCode::JournalDamaged);
    QVERIFY(live.uptoSeq > 500 && live.uptoSeq < 800);
    constexpr int kRounds = 2'000;
    const int looksBefore = live.clock.looks;
    for (int i = 0; i < kRounds; ++i)
        QCoreApplication::processEvents();
    QVERIFY(live.clock.looks - looksBefore < kRounds / 2);

    QVERIFY(write(whole.sliced(page, kPage)));
    QTRY_COMPARE(live.uptoSeq, quint64(1'000));
    QTRY_VERIFY(live.noneFailed());
}

void TestProjection::aShortLagAfterLiveEventsIsNoRefold()
{
    Random random(21);
    QTemporaryDir empty;
    LiveProjection live(empty.filePath(u"journal.sqlite"_s));
    live.projection.openBoard(randomBoard(random, 1));
    constexpr quint64 kFar = 100'000;
    live.projection.onFolding(
        std::make_shared<const std::vector<StoredEvent>>(std::vector{randomEvent(random, kFar, kStart)}), kFar);
    live.projection.onFolding(nullptr, kFar + 1); // one event behind
    QTRY_COMPARE(live.uptoSeq, kFar);
    QVERIFY(!live.tiles.first().refolding);
}

// A changed board takes its folds over as if they were saved; so they have to be.
void TestProjection::whatWasFoldedIsSavedBeforeABoardChanges()
{
    Random random(22);
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, 300));
    LiveProjection live(journal);
    BoardSpec spec = randomBoard(random, 1);
    spec.tiles.first().kind = TileKind::Kpi;
    spec.tiles.first().bindings = {Binding()};
    live.projection.openBoard(spec);
    QTRY_COMPARE(live.uptoSeq, quint64(300));
    QVERIFY(live.saved.isEmpty());
    spec.tiles.first().title = u"Changed"_s;
    live.projection.openBoard(spec);
    live.projection.closeBoard(spec.id);
    QCOMPARE(live.saved.size(), 1);
    QVERIFY(!live.saved.first().isEmpty());
}

void TestProjection::aBoardThatFoldsNothingReadsNothing()
{
    Random random(23);
    BoardSpec spec = randomBoard(random, 1);
    spec.tiles.first().bindings.first().filter = u"$.a ="_s;
    JournalFixture journal;
    journal.open();
    store(journal, randomEvents(random, 300));
    BoardFold fold(spec);
    int read = 0;
    QVERIFY(journal.reader()->scan(fold.restore({}), std::numeric_limits<qint64>::max(), [&read](const StoredEvent &) {
        ++read;
        return true;
    }));
    QCOMPARE(read, 0);

    LiveProjection live(journal);
    live.projection.openBoard(spec);
    QTRY_VERIFY(live.allFailed());
    QCOMPARE(live.tiles.first().uptoSeq, quint64(0));
}

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
