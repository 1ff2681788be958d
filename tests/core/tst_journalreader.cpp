// Pages, scans, totals and the check, over files with more than one block of events.
#include "core/journal/database.h"
#include "core/journal/spanwalk.h"
#include "tests/support/journalfixture.h"

#include <QtCore/QObject>
#include <QtTest/QTest>

#include <zlib.h>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000'000'000;
constexpr qint64 kHour = 3'600'000'000;

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(plain.size() + 100, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QList<quint64> numbers(const std::vector<StoredEvent> &events)
{
    QList<quint64> seqs;
    for (const StoredEvent &event : events)
        seqs.append(event.seq);
    return seqs;
}

} // namespace

class TestJournalReader : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void filters_data();
    void filters();
    void filtersByTheVerdict();
    void pagesBothWays();
    void aRareMatchIsReadInSpans_data();
    void aRareMatchIsReadInSpans();
    void aPageEndsAfterItsReadsAndGoesOn_data();
    void aPageEndsAfterItsReadsAndGoesOn();
    void largeBodiesShortenASpan();
    void timesOutsideAreSkippedWithoutReading();
    void whatIsCommittedDuringASearchStaysOutOfIt();
    void aSearchStopsBetweenTwoReads();
    void findsTextOfAnyBytes_data();
    void findsTextOfAnyBytes();
    void retentionGoesOnDuringASearch();
    void refusesToMixTwoJournals();
    void aJournalThatGoesAwayIsAnError();
    void damageDuringASearchIsAnError();
    void findsTimesWhenTheClockJumped_data();
    void findsTimesWhenTheClockJumped();
    void scansEverythingInOrder();
    void stopsAScanWhenAsked();
    void decodesWhatWasCompressed();
    void checksInSpans();
    void filtersQuarantine();
    void readsQuarantineInSpans();
    void countsWithoutReadingEverything();
    void saysWhenThereIsNoJournal();
    void checkFindsAChangedBody();
    void checkFindsDamage();

private:
    static constexpr quint64 kLong = 10'000;
    static QList<quint64> needles() { return {1, 1808, 1809, 4096, 4097, 5904, 5905, 8192, 8193, 10'000}; }

    JournalFixture m_long;  // kLong events; needles() are of another source, type and verdict and hold the word
    JournalFixture m_jumps; // 3000 events; an hour back after 1000, two hours ahead after 2000
};

void TestJournalReader::initTestCase()
{
    m_long.open();
    for (quint64 seq = 1; seq <= kLong; ++seq) {
        const bool needle = needles().contains(seq);
        RawDelivery raw =
            TestDeliveries::raw(QByteArray::number(seq), needle ? "a needle" : "hay", needle ? u"till"_s : u"shop"_s);
        raw.receivedUs = kStart + static_cast<qint64>(seq) - 1;
        Verdict verdict = TestDeliveries::verdict(raw.body + QByteArray::number(seq), needle ? u"refund"_s : u"sale"_s);
        verdict.verified = !needle;
        m_long.append(TestDeliveries::make(std::move(raw), std::move(verdict)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_long.receiptCount(), std::size_t(kLong), 20'000);
    m_jumps.open();
    m_jumps.storeMany("a", 1000, kStart, 1'000'000);
    m_jumps.storeMany("b", 1000, kStart + 1000 * 1'000'000LL - kHour, 1'000'000);
    m_jumps.storeMany("c", 1000, kStart + 2000 * 1'000'000LL + kHour, 1'000'000);
}

void TestJournalReader::filters_data()
{
    QTest::addColumn<EventQuery>("query");
    QTest::addColumn<QList<quint64>>("expected");
    using Seqs = QList<quint64>;
    const auto row = [](const char *name, const EventQuery &query, const Seqs &expected) {
        QTest::newRow(name) << query << expected;
    };
    row("nothing asked", {}, Seqs{1, 2, 3, 4, 5});
    EventQuery query;
    query.source = u"shop"_s;
    row("source", query, Seqs{1, 2, 3, 5});
    query.source = u"sho"_s;
    row("source is not a prefix", query, Seqs{});
    query = {};
    query.type = u"order.paid"_s;
    row("type", query, Seqs{1, 4});
    query.type = u"order.*"_s;
    row("type by prefix", query, Seqs{1, 2, 4});
    query.type = u"*"_s;
    row("any type", query, Seqs{1, 2, 3, 4, 5});
    query = {};
    query.text = u"needle"_s;
    row("text in body or id", query, Seqs{2, 3, 5});
    query.text = u"Needle"_s;
    row("text is case-sensitive", query, Seqs{});
    query.text = u"refund"_s;
    row("text in type", query, Seqs{3});
    query = {};
    query.sinceUs = kStart + 2;
    query.untilUs = kStart + 4;
    row("time from inclusive to exclusive", query, Seqs{3, 4});
    query = {};
    query.afterSeq = 2;
    query.beforeSeq = 5;
    row("numbers exclusive", query, Seqs{3, 4});
    query = {};
    query.limit = 2;
    row("the newest two", query, Seqs{4, 5});
    query.newestFirst = false;
    row("the oldest two", query, Seqs{1, 2});
    query.limit = 0;
    row("none", query, Seqs{});
    query = {};
    query.beforeSeq = 0;
    row("before the first", query, Seqs{});
}

void TestJournalReader::filters()
{
    QFETCH(EventQuery, query);
    QFETCH(QList<quint64>, expected);
    JournalFixture f;
    f.open();
    const auto put = [&f](const QByteArray &id, const QString &source, const QString &type, const QByteArray &body) {
        RawDelivery raw = TestDeliveries::raw(id, body, source);
        raw.receivedUs = kStart + static_cast<qint64>(f.receiptCount());
        f.store(TestDeliveries::make(raw, TestDeliveries::verdict(id, type)));
    };
    put("1", u"shop"_s, u"order.paid"_s, "{}");
    put("2", u"shop"_s, u"order.sent"_s, QByteArray("a\0needle", 8));
    put("needle-3", u"shop"_s, u"refund"_s, "{}");
    put("4", u"till"_s, u"order.paid"_s, "{}");
    RawDelivery raw = TestDeliveries::raw("5", gzipped("{\"a\":\"needle\"}"));
    raw.encoding = BodyEncoding::Gzip;
    raw.receivedUs = kStart + 4;
    f.store(TestDeliveries::make(raw, TestDeliveries::verdict("5", u"orders"_s)));
    const auto page = f.reader()->events(query);
    QVERIFY(page);
    QCOMPARE(numbers(**page), expected);
    query.withBody = false;
    const auto bare = f.reader()->events(query);
    QCOMPARE(numbers(**bare), expected);
    for (const StoredEvent &event : **bare)
        QVERIFY(event.body.isEmpty() && event.payload.isEmpty());
}

void TestJournalReader::filtersByTheVerdict()
{
    JournalFixture f;
    f.open();
    for (const auto &[verified, simulated] : {std::pair{true, false}, {false, false}, {true, true}}) {
        const QByteArray id = QByteArray::number(f.receiptCount());
        Verdict verdict = TestDeliveries::verdict(id);
        verdict.verified = verified;
        verdict.simulated = simulated;
        f.store(TestDeliveries::make(TestDeliveries::raw(id, "{}"), verdict));
    }
    EventQuery query;
    query.verified = false;
    QCOMPARE(numbers(**f.reader()->events(query)), QList<quint64>{2});
    query.verified = true;
    QCOMPARE(numbers(**f.reader()->events(query)), (QList<quint64>{1, 3}));
    query.simulated = false;
    QCOMPARE(numbers(**f.reader()->events(query)), QList<quint64>{1});
}

void TestJournalReader::pagesBothWays()
{
    const auto reader = m_jumps.reader();
    QList<quint64> seen;
    EventQuery query;
    query.limit = 700;
    query.withBody = false;
    for (;;) {
        const EventBatch page = reader->events(query).value();
        if (page->empty())
            break;
        seen = numbers(*page) + seen;
        query.beforeSeq = page->front().seq;
    }
    QCOMPARE(seen.size(), 3000);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    query = {};
    query.limit = 700;
    query.newestFirst = false;
    QList<quint64> forward;
    for (;;) {
        const EventBatch page = reader->events(query).value();
        if (page->empty())
            break;
        forward += numbers(*page);
        query.afterSeq = page->back().seq;
    }
    QCOMPARE(forward, seen);
}

void TestJournalReader::aRareMatchIsReadInSpans_data()
{
    QTest::addColumn<EventQuery>("query");
    for (const bool newestFirst : {true, false}) {
        const char *order = newestFirst ? "newest first" : "oldest first";
        EventQuery query;
        query.newestFirst = newestFirst;
        query.withBody = false;
        query.text = u"needle"_s;
        QTest::addRow("text, %s", order) << query;
        query.text.clear();
        query.source = u"till"_s;
        QTest::addRow("source, %s", order) << query;
        query.source.clear();
        query.type = u"refund*"_s;
        QTest::addRow("type, %s", order) << query;
        query.type.clear();
        query.verified = false;
        QTest::addRow("verdict, %s", order) << query;
    }
}

void TestJournalReader::aRareMatchIsReadInSpans()
{
    QFETCH(EventQuery, query);
    const auto page = m_long.reader()->eventPage(query);
    QVERIFY(page);
    // At the ends of the journal and on both sides of every border between spans, whichever end they begin at.
    QCOMPARE(numbers(*page->events), needles());
    QVERIFY(page->searched.reads >= 3); // of at most 4096 numbers each
    QCOMPARE(page->searched.looked, kLong);
    QCOMPARE(page->searched.left, quint64(0));
    QCOMPARE(page->searched.newest, kLong);
    QVERIFY(!page->searched.rest);
}

void TestJournalReader::aPageEndsAfterItsReadsAndGoesOn_data()
{
    QTest::addColumn<bool>("newestFirst");
    QTest::newRow("newest first") << true;
    QTest::newRow("oldest first") << false;
}

void TestJournalReader::aPageEndsAfterItsReadsAndGoesOn()
{
    QFETCH(bool, newestFirst);
    const auto reader = m_long.reader();
    EventQuery query;
    query.newestFirst = newestFirst;
    query.text = u"needle"_s;
    query.maxReads = 1;
    query.limit = 3;
    QList<quint64> seen;
    quint64 looked = 0;
    int pages = 0;
    for (std::optional<EventQuery> rest = query; rest; ++pages) {
        const auto page = reader->eventPage(*rest);
        QVERIFY(page);
        QCOMPARE(page->searched.reads, 1);
        QVERIFY(page->searched.looked <= SpanWalk::kNumbersPerRead);
        QVERIFY(page->events->size() <= 3);
        seen = newestFirst ? numbers(*page->events) + seen : seen + numbers(*page->events);
        looked += page->searched.looked;
        QCOMPARE(looked + page->searched.left, kLong);
        rest = page->searched.rest;
        QCOMPARE(page->searched.reachedUs, !rest         ? 0
                                           : newestFirst ? kStart + qint64(*rest->beforeSeq) - 1
                                                         : kStart + qint64(*rest->afterSeq) - 1);
    }
    QCOMPARE(seen, needles());
    QCOMPARE(looked, kLong); // nothing twice
    QVERIFY(pages >= 3);
}

void TestJournalReader::largeBodiesShortenASpan()
{
    JournalFixture f;
    f.open();
    f.storeMany("big", 12, kStart, 1, QByteArray(1024 * 1024, 'x'));
    EventQuery query;
    query.text = u"needle"_s;
    QVERIFY(f.reader()->eventPage(query)->searched.reads >= 3); // 4 MiB are enough for one
    query.text.clear();
    query.withBody = false;
    QCOMPARE(f.reader()->eventPage(query)->searched.reads, 1); // not looked at
}

void TestJournalReader::timesOutsideAreSkippedWithoutReading()
{
    EventQuery query;
    query.sinceUs = kStart + 9 * kHour;
    const Searched searched = m_long.reader()->eventPage(query)->searched;
    QCOMPARE(searched.looked, kLong);
    QVERIFY(searched.reads <= 2); // the first and last block are not complete
}

void TestJournalReader::whatIsCommittedDuringASearchStaysOutOfIt()
{
    JournalFixture f;
    f.open();
    f.storeMany("a", 10, kStart, 1);
    const auto reader = f.reader();
    EventQuery query;
    query.newestFirst = false;
    query.limit = 5;
    const Searched first = reader->eventPage(query)->searched;
    f.storeMany("b", 10, kStart, 1);
    const auto second = reader->eventPage(*first.rest);
    QCOMPARE(numbers(*second->events), (QList<quint64>{6, 7, 8, 9, 10}));
    QVERIFY(!second->searched.rest);
    query.afterSeq = first.newest;
    QCOMPARE(reader->eventPage(query)->searched.looked, quint64(5)); // only what is newer
}

void TestJournalReader::aSearchStopsBetweenTwoReads()
{
    const auto reader = m_long.reader();
    int asked = 0;
    reader->stopWhen([&asked] { return ++asked > 2; });
    EventQuery query;
    query.text = u"nowhere"_s;
    const auto page = reader->eventPage(query);
    QCOMPARE(page.error().code, ErrorCode::Cancelled);
    QCOMPARE(asked, 3);                                 // two reads were made
    QCOMPARE(reader->quarantinePage(query).ok(), true); // nothing to stop
}

void TestJournalReader::findsTextOfAnyBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("percent") << "100%"_ba;
    QTest::newRow("underscore") << "a_b"_ba;
    QTest::newRow("backslash") << R"(C:\dir\)"_ba;
    QTest::newRow("quotes") << R"('";--)"_ba;
    QTest::newRow("glob") << "[a-z]*?"_ba;
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("a NUL alone") << QByteArray("\0", 1);
    QTest::newRow("line ends") << "\r\n"_ba;
    QTest::newRow("beyond ASCII") << "\xC3\xBC \xF0\x9F\x92\xB6"_ba;
    QTest::newRow("a mebibyte") << QByteArray("0123456789abcdef").repeated(64 * 1024);
}

void TestJournalReader::findsTextOfAnyBytes()
{
    QFETCH(QByteArray, text);
    JournalFixture f;
    f.open();
    f.store("other", "{\"a\":\"100 aXb C:/dir/ 0123456789abcdef\"}");
    f.store("at the start", text + "rest");
    f.store("at the end", "rest" + text);
    f.store("all of it", text);
    f.store("broken off", text.chopped(1));
    EventQuery query;
    query.text = QString::fromUtf8(text);
    QCOMPARE(numbers(**f.reader()->events(query)), (QList<quint64>{2, 3, 4}));
}

void TestJournalReader::retentionGoesOnDuringASearch()
{
    JournalFixture f;
    f.open();
    f.storeMany("old", 3000, f.clock.nowUs() - 10 * kHour, 1);
    f.storeMany("new", 3000, f.clock.nowUs() - kHour, 1);
    const auto reader = f.reader();
    EventQuery query;
    query.newestFirst = false;
    query.limit = 100;
    const auto first = reader->eventPage(query);
    QCOMPARE(first->events->back().seq, quint64(100));
    f.journal->setRetention(5 * kHour, 0);
    QTRY_COMPARE(f.reader()->statistics()->events, quint64(3000));
    EventQuery rest = *first->searched.rest;
    rest.limit = 10'000;
    const auto second = reader->eventPage(rest);
    QVERIFY(second);
    QCOMPARE(second->events->size(), std::size_t(3000));
    QCOMPARE(second->events->front().seq, quint64(3001));
    QCOMPARE(second->searched.looked, quint64(3000)); // what has left is not looked for
    QVERIFY(!second->searched.rest);
}

void TestJournalReader::refusesToMixTwoJournals()
{
    JournalFixture f;
    f.open();
    f.storeMany("a", 20, kStart, 1);
    f.close();
    EventQuery query;
    query.limit = 5;
    const Searched first = f.reader()->eventPage(query)->searched;
    QVERIFY(f.reader()->eventPage(*first.rest)); // another connection, the same file
    for (const char *file : {"", "-wal", "-shm"})
        QFile::remove(f.settings.path + QLatin1StringView(file));
    f.open();
    f.storeMany("b", 20, kStart, 1);
    const auto second = f.reader()->eventPage(*first.rest);
    QCOMPARE(second.error().code, ErrorCode::JournalUnavailable);
    QVERIFY(second.error().message.contains(f.settings.path));
    QCOMPARE(f.reader()->quarantinePage(*first.rest).error().code, ErrorCode::JournalUnavailable);
    QCOMPARE(f.reader()->eventPage(query)->events->size(), std::size_t(5)); // asked anew
}

void TestJournalReader::aJournalThatGoesAwayIsAnError()
{
    JournalFixture f;
    f.open();
    f.storeMany("a", 20, kStart, 1);
    const auto reader = f.reader();
    reader->stopWhen([&f] {
        QFile::remove(f.settings.path); // in the middle of the page
        return false;
    });
    EventQuery query;
    query.limit = 5;
    QCOMPARE(reader->eventPage(query).error().code, ErrorCode::JournalUnavailable);
    QCOMPARE(JournalReader::open(f.settings.path, true).error().code, ErrorCode::JournalUnavailable);
    QCOMPARE(JournalReader::open(f.settings.path).error().code, ErrorCode::NotFound);
}

void TestJournalReader::damageDuringASearchIsAnError()
{
    JournalFixture f;
    f.open();
    f.storeMany("x", 3000, kStart, 1, QByteArray(1000, 'y'));
    f.close();
    const auto reader = f.reader();
    EventQuery query;
    query.text = u"nowhere"_s;
    query.maxReads = 1;
    const auto first = reader->eventPage(query);
    QVERIFY(first && first->events->empty());
    QFile file(f.settings.path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 4 / 4096 * 4096));
    QCOMPARE(file.write(QByteArray(file.size() / 2, '\x55')), file.size() / 2);
    file.close();
    query.maxReads = 0;
    const auto again = f.reader()->eventPage(query);
    QCOMPARE(again.error().code, ErrorCode::JournalDamaged);
    QVERIFY(again.error().message.contains(f.settings.path));
}

void TestJournalReader::findsTimesWhenTheClockJumped_data()
{
    QTest::addColumn<qint64>("since");
    QTest::addColumn<qint64>("until");
    QTest::newRow("before everything") << kStart - 9 * kHour << kStart - 8 * kHour;
    QTest::newRow("after the step back") << kStart - kHour << kStart;
    QTest::newRow("around the first jump") << kStart - 10'000'000 << kStart + 10'000'000;
    QTest::newRow("ahead of the clock") << kStart + kHour << kStart + 3 * kHour;
    QTest::newRow("everything") << kStart - 9 * kHour << kStart + 9 * kHour;
    QTest::newRow("nothing between") << kStart + 1500 * 1'000'000LL << kStart + kHour;
}

void TestJournalReader::findsTimesWhenTheClockJumped()
{
    QFETCH(qint64, since);
    QFETCH(qint64, until);
    QList<quint64> expected;
    for (const StoredEvent &event : m_jumps.all()) {
        if (event.receivedUs >= since && event.receivedUs < until)
            expected.append(event.seq);
    }
    for (const bool newestFirst : {false, true}) {
        EventQuery query;
        query.sinceUs = since;
        query.untilUs = until;
        query.limit = 10'000;
        query.newestFirst = newestFirst;
        QCOMPARE(numbers(**m_jumps.reader()->events(query)), expected);
    }
}

void TestJournalReader::scansEverythingInOrder()
{
    const auto reader = m_jumps.reader();
    quint64 last = 10;
    int seen = 0;
    const Status done = reader->scan(10, 2990, [&](const StoredEvent &event) {
        ++seen;
        const bool next = event.seq == last + 1;
        last = event.seq;
        return next && event.body == "{}" && event.source == "shop"_L1 && event.type == "order.paid"_L1 &&
               event.headers.value("content-type") == "application/json";
    });
    QVERIFY(done);
    QCOMPARE(seen, 2980);
    QCOMPARE(last, quint64(2990));
    seen = 0;
    QVERIFY(
        reader->scan(2995, std::numeric_limits<quint64>::max(), [&seen](const StoredEvent &) { return ++seen > 0; }));
    QCOMPARE(seen, 5);
}

void TestJournalReader::stopsAScanWhenAsked()
{
    int seen = 0;
    QVERIFY(m_jumps.reader()->scan(0, 3000, [&seen](const StoredEvent &) { return ++seen < 40; }));
    QCOMPARE(seen, 40);
}

void TestJournalReader::decodesWhatWasCompressed()
{
    JournalFixture f;
    f.open();
    RawDelivery raw = TestDeliveries::raw("z", gzipped("{\"total\":1}"));
    raw.encoding = BodyEncoding::Gzip;
    raw.payload = "{\"total\":1}";
    f.store(TestDeliveries::make(raw, TestDeliveries::verdict("z")));
    const StoredEvent read = f.all().front();
    QCOMPARE(read.encoding, BodyEncoding::Gzip);
    QCOMPARE(read.body, raw.body);
    QCOMPARE(read.payload, raw.payload);
}

// Between two looks nothing is held: a writer beside can empty its log as often.
void TestJournalReader::checksInSpans()
{
    JournalFixture f;
    f.open();
    f.storeMany("large", 40, kStart, 1, QByteArray(1024 * 1024, 'x'));
    f.storeMany("small", 3'000, kStart, 1);
    f.close();
    auto writer = Database::open(f.settings.path, Database::Mode::Existing);
    auto database = Database::open(f.settings.path, Database::Mode::ReadOnly);
    QVERIFY(writer && database);
    int spans = 0;
    int held = 0;
    const auto released = [&] {
        ++spans;
        const bool wrote =
            writer->execute("INSERT OR REPLACE INTO meta(key, value) VALUES('t', " + QByteArray::number(spans) + ")")
                .ok();
        const auto emptied = writer->checkpoint(Database::Checkpoint::Truncate);
        held += wrote && emptied && emptied->complete ? 0 : 1;
    };
    const auto beside = checkJournal(*database, {.besideWriter = true, .largeBytes = 1024 * 1024}, released);
    QVERIFY(beside && !beside->structureRead);
    QCOMPARE(beside->damage, QStringList());
    QVERIFY2(spans >= 10, qPrintable(QString::number(spans)));
    QCOMPARE(held, 0);
    const auto alone = checkJournal(*database, {.besideWriter = true}, released);
    QVERIFY(alone && alone->structureRead && alone->damage.isEmpty());

    // What SQLite's own check would have found in the index, the comparison finds, too.
    QVERIFY(writer->execute("PRAGMA writable_schema = ON;"
                            "UPDATE sqlite_schema SET sql = replace(sql, 'delivery_id)', 'delivery_id) WHERE seq <> 7')"
                            " WHERE name = 'events_delivery'; PRAGMA writable_schema = RESET;"
                            "REINDEX events_delivery;"
                            "PRAGMA writable_schema = ON;"
                            "UPDATE sqlite_schema SET sql = replace(sql, ' WHERE seq <> 7', '')"
                            " WHERE name = 'events_delivery'; PRAGMA writable_schema = RESET;"_ba));
    auto damaged = Database::open(f.settings.path, Database::Mode::ReadOnly);
    const auto found = checkJournal(*damaged, {.besideWriter = true, .largeBytes = 0}, released);
    QCOMPARE(found->damage, QStringList{u"Event 7: the index does not lead to it."_s});
    QVERIFY(!checkJournal(*damaged, {}, released)->damage.isEmpty());
}

void TestJournalReader::filtersQuarantine()
{
    JournalFixture f;
    f.open();
    auto batch = std::make_shared<std::vector<Rejection>>();
    for (int i = 0; i < 4; ++i)
        batch->push_back(TestDeliveries::rejection(QByteArray::number(i), "body" + QByteArray::number(i)));
    batch->back().raw.source = u"till"_s;
    f.journal->quarantine(batch);
    QTRY_COMPARE(f.quarantined, 4);
    EventQuery query;
    query.source = u"shop"_s;
    query.limit = 2;
    const auto page = f.reader()->quarantined(query).value();
    QCOMPARE(page.size(), std::size_t(2));
    QCOMPARE(page.front().deliveryId, "1"_ba);
    QCOMPARE(page.back().body, "body2"_ba);
    QCOMPARE(page.back().reason.message, u"The signature does not match."_s);
    query = {};
    query.text = u"body3"_s;
    QCOMPARE(f.reader()->quarantined(query)->front().source, u"till"_s);
    const auto sources = f.reader()->sourceStatistics().value();
    QCOMPARE(sources.size(), 2);
    QCOMPARE(sources.front().quarantined.value(u"signature-mismatch"_s), quint64(3));
}

void TestJournalReader::readsQuarantineInSpans()
{
    JournalFixture f;
    f.open();
    f.close();
    {
        auto database = Database::open(f.settings.path, Database::Mode::Existing); // the writer takes 256 at a time
        QVERIFY(database->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
                                  "INSERT INTO quarantine SELECT i, 1, 'shop', 't', CAST(i AS BLOB),"
                                  " 'signature-mismatch', 'm', 9, 'p', x'', x'', 0,"
                                  " CAST(iif(i % 4096 = 1, 'needle', '{}') AS BLOB) FROM n"_ba));
    }
    EventQuery query;
    query.text = u"needle"_s;
    query.withBody = false;
    const auto whole = f.reader()->quarantinePage(query).value();
    QCOMPARE(whole.deliveries.size(), std::size_t(3));
    QCOMPARE(whole.deliveries.front().id, quint64(1));
    QVERIFY(whole.deliveries.front().body.isEmpty());
    QCOMPARE(whole.deliveries.front().bodySize, 6);
    QVERIFY(whole.searched.reads >= 3);
    QCOMPARE(whole.searched.looked, quint64(9'000));
    query.maxReads = 1;
    QList<quint64> seen;
    for (std::optional<EventQuery> rest = query; rest;) {
        const auto page = f.reader()->quarantinePage(*rest);
        QCOMPARE(page->searched.reads, 1);
        for (const QuarantinedDelivery &delivery : page->deliveries)
            seen.append(delivery.id);
        rest = page->searched.rest;
    }
    QCOMPARE(seen, (QList<quint64>{8'193, 4'097, 1}));
}

void TestJournalReader::countsWithoutReadingEverything()
{
    const auto statistics = m_jumps.reader()->statistics().value();
    QCOMPARE(statistics.events, quint64(3000));
    QCOMPARE(statistics.firstSeq, quint64(1));
    QCOMPARE(statistics.lastSeq, quint64(3000));
    QVERIFY(statistics.bytes > 0);
    const auto sources = m_jumps.reader()->sourceStatistics().value();
    QCOMPARE(sources.size(), 1);
    QCOMPARE(sources.front().stored, quint64(3000));
    QCOMPARE(sources.front().lastEventUs, kStart + 2999 * 1'000'000LL + kHour);
    m_jumps.close();
    m_jumps.states.clear();
    m_jumps.open();
    QCOMPARE(m_jumps.states.back().eventCount, quint64(3000));
}

void TestJournalReader::saysWhenThereIsNoJournal()
{
    QTemporaryDir dir;
    QCOMPARE(JournalReader::open(dir.filePath(u"none"_s)).error().code, ErrorCode::NotFound);
    QFile empty(dir.filePath(u"empty"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    QCOMPARE(JournalReader::open(empty.fileName()).error().code, ErrorCode::NotFound);
}

void TestJournalReader::checkFindsAChangedBody()
{
    JournalFixture f;
    f.open();
    f.storeMany("x", 5, kStart, 1);
    f.close();
    {
        auto tampered = Database::open(f.settings.path, Database::Mode::Existing);
        QVERIFY(tampered->execute("UPDATE events SET body = CAST('{ }' AS BLOB) WHERE seq = 3;"
                                  "INSERT INTO listening(from_us, to_us, running) VALUES(5, 4, 0)"_ba));
    }
    const QStringList findings = f.reader()->check().value();
    QCOMPARE(findings.size(), 2);
    QVERIFY(findings.front().contains(u"Event 3"_s));
}

void TestJournalReader::checkFindsDamage()
{
    JournalFixture f;
    f.open();
    f.storeMany("x", 500, kStart, 1, QByteArray(1000, 'y'));
    f.close();
    QFile file(f.settings.path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2 / 4096 * 4096));
    QCOMPARE(file.write(QByteArray(4096, '\x55')), qint64(4096));
    file.close();
    const auto findings = f.reader()->check();
    QVERIFY(findings);
    QVERIFY(!findings->isEmpty());
}

QTEST_GUILESS_MAIN(TestJournalReader)
#include "tst_journalreader.moc"
