// Pages, scans, totals and the check, over files with more than one block of events.
#include "core/journal/database.h"
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
    void pagesBothWays();
    void findsTimesWhenTheClockJumped_data();
    void findsTimesWhenTheClockJumped();
    void scansEverythingInOrder();
    void stopsAScanWhenAsked();
    void decodesWhatWasCompressed();
    void filtersQuarantine();
    void countsWithoutReadingEverything();
    void saysWhenThereIsNoJournal();
    void checkFindsAChangedBody();
    void checkFindsDamage();

private:
    JournalFixture m_jumps; // 3000 events; an hour back after 1000, two hours ahead after 2000
};

void TestJournalReader::initTestCase()
{
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
        return next && event.body == "{}" && event.source == "shop"_L1 && event.type == "order.paid"_L1
               && event.headers.value("content-type") == "application/json";
    });
    QVERIFY(done);
    QCOMPARE(seen, 2980);
    QCOMPARE(last, quint64(2990));
    seen = 0;
    QVERIFY(reader->scan(2995, std::numeric_limits<quint64>::max(), [&seen](const StoredEvent &) { return ++seen > 0; }));
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
