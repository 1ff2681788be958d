#include "core/pipeline.h"
#include "core/verify/templateregistry.h"
#include "tests/support/manualclock.h"

#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestPipeline : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void noAnswerBeforeTheReceipt();
    void onePassOfTheLoopIsOneBurst();
    void aWrongSignatureIsAnsweredAtOnceAndKept();
    void aFloodOfWrongSignaturesIsCountedInFullAndKeptInPart();
    void aFullQueueRefusesAndTakesAgainWhenItEmpties();
    void oneBodyAboveTheByteBoundStillPassesAnEmptyQueue();
    void aJournalThatCannotWriteRefusesWithItsReason();
    void shutdownRefusesTheNewAndAnswersTheOld();
    void shutdownKeepsTheRejectionsThatWait();
    void aReceiptThatComesTwiceAnswersOnce();
    void aForgedBombIsNeverInflated();
    void aGenuineBodyThatDoesNotInflateIsQuarantined();
    void whatInflatesIsHeldUntilTheAnswer();

private:
    RawDelivery signedDelivery(const QByteArray &body = "{}") const;
    void accept(RawDelivery delivery);
    void writable();
    void commitAll();

    ManualClock m_clock;
    TemplateRegistry m_templates;
    IngestSettings m_settings;
    std::unique_ptr<SourceLedger> m_ledger;
    std::unique_ptr<Verifier> m_verifier;
    std::unique_ptr<Pipeline> m_pipeline;
    std::vector<AppendBatch> m_bursts;
    std::size_t m_kept = 0;
    std::vector<Receipt> m_answers;
    qint64 m_held = 0; // asked of the listener's budget
    bool m_room = true;
    mutable int m_deliveries = 0;
};

void TestPipeline::init()
{
    if (m_templates.keys().isEmpty())
        QVERIFY(m_templates.loadBuiltIn().ok());
    m_settings = {};
    m_settings.queueLimit = 4;
    m_bursts.clear();
    m_answers.clear();
    m_kept = 0;
    m_held = 0;
    m_room = true;
    m_ledger = std::make_unique<SourceLedger>(m_clock);
    m_ledger->setSources({u"repo"_s});
    m_verifier = std::make_unique<Verifier>(m_templates, m_clock);
    SourceWithSecrets source;
    source.config.name = u"repo"_s;
    source.config.provider = u"github"_s;
    source.config.secretCount = 1;
    source.secrets = {Secret("s3cret")};
    m_verifier->setSources({source});
    m_pipeline = std::make_unique<Pipeline>(m_settings, *m_verifier, *m_ledger, m_clock);
    connect(m_pipeline.get(), &Pipeline::append, this, [this](const AppendBatch &batch) { m_bursts.push_back(batch); });
    connect(m_pipeline.get(), &Pipeline::quarantine, this,
            [this](const RejectionBatch &batch) { m_kept += batch->size(); });
    writable();
}

RawDelivery TestPipeline::signedDelivery(const QByteArray &body) const
{
    RawDelivery raw;
    raw.source = u"repo"_s;
    raw.method = "POST";
    raw.target = "/hooks/repo";
    raw.body = body;
    const auto mac = QMessageAuthenticationCode::hash(body, "s3cret", QCryptographicHash::Sha256).toHex();
    raw.headers.append("X-Hub-Signature-256", "sha256=" + mac);
    raw.headers.append("X-GitHub-Delivery", QByteArray::number(++m_deliveries));
    raw.headers.append("Content-Type", "application/json");
    return raw;
}

void TestPipeline::accept(RawDelivery delivery)
{
    const auto hold = [this](qint64 bytes) {
        m_held += bytes;
        return m_room;
    };
    m_pipeline->accept(std::move(delivery), hold, [this](const Receipt &receipt) { m_answers.push_back(receipt); });
}

void TestPipeline::writable()
{
    JournalState state;
    state.writable = true;
    m_pipeline->onJournalState(state);
}

void TestPipeline::commitAll()
{
    auto report = std::make_shared<CommitReport>();
    for (const AppendBatch &burst : m_bursts) {
        for (const AppendRequest &request : *burst)
            report->receipts.push_back({request.ticket, {Receipt::Outcome::Stored, request.ticket, {}, {}}});
    }
    m_bursts.clear();
    m_pipeline->onCommitted(report);
}

void TestPipeline::noAnswerBeforeTheReceipt()
{
    accept(signedDelivery());
    QTRY_COMPARE(m_bursts.size(), std::size_t(1));
    QVERIFY(m_answers.empty());
    QCOMPARE(m_pipeline->queued(), 1);
    commitAll();
    QCOMPARE(m_answers.size(), std::size_t(1));
    QCOMPARE(int(m_answers.front().outcome), int(Receipt::Outcome::Stored));
    QCOMPARE(m_pipeline->queued(), 0);
}

void TestPipeline::onePassOfTheLoopIsOneBurst()
{
    accept(signedDelivery());
    accept(signedDelivery());
    accept(signedDelivery());
    QTRY_COMPARE(m_bursts.size(), std::size_t(1));
    QCOMPARE(m_bursts.front()->size(), std::size_t(3));
}

void TestPipeline::aWrongSignatureIsAnsweredAtOnceAndKept()
{
    RawDelivery forged = signedDelivery();
    forged.body = "{\"changed\":1}";
    accept(forged);
    QCOMPARE(m_answers.size(), std::size_t(1));
    QCOMPARE(m_answers.front().error.code, ErrorCode::SignatureMismatch);
    QTRY_COMPARE(m_kept, std::size_t(1));
    QVERIFY(m_bursts.empty());
    QCOMPARE(m_ledger->health().first().rejected.value(u"signature-mismatch"_s), 1U);
}

void TestPipeline::aFloodOfWrongSignaturesIsCountedInFullAndKeptInPart()
{
    for (int i = 0; i < 5000; ++i) {
        RawDelivery forged = signedDelivery();
        forged.body = "x";
        accept(forged);
    }
    QCOMPARE(m_answers.size(), std::size_t(5000));
    QTRY_VERIFY(m_kept > 0);
    QVERIFY(m_kept < 1000);
    QCOMPARE(m_ledger->health().first().rejected.value(u"signature-mismatch"_s), 5000U);
}

void TestPipeline::aFullQueueRefusesAndTakesAgainWhenItEmpties()
{
    for (int i = 0; i < 6; ++i)
        accept(signedDelivery());
    QCOMPARE(m_answers.size(), std::size_t(2));
    QCOMPARE(m_answers.front().error.code, ErrorCode::QueueFull);
    QCOMPARE(httpStatus(m_answers.front().error.code), 503);
    QTRY_COMPARE(m_bursts.size(), std::size_t(1));
    commitAll();
    m_answers.clear();
    accept(signedDelivery());
    QVERIFY(m_answers.empty());
}

void TestPipeline::oneBodyAboveTheByteBoundStillPassesAnEmptyQueue()
{
    m_settings.queueLimitBytes = 10;
    accept(signedDelivery("[1,2,3,4,5,6,7,8,9]"));
    QVERIFY(m_answers.empty());
    accept(signedDelivery());
    QCOMPARE(m_answers.front().error.code, ErrorCode::QueueFull);
}

void TestPipeline::aJournalThatCannotWriteRefusesWithItsReason()
{
    JournalState full;
    full.error = Error{ErrorCode::DiskFull, u"The disk is full."_s};
    m_pipeline->onJournalState(full);
    accept(signedDelivery());
    QCOMPARE(m_answers.front().error.code, ErrorCode::DiskFull);
    QCOMPARE(m_pipeline->unhealthy()->code, ErrorCode::DiskFull);
    writable();
    QVERIFY(!m_pipeline->unhealthy().has_value());
    accept(signedDelivery());
    QCOMPARE(m_answers.size(), std::size_t(1));
}

void TestPipeline::shutdownRefusesTheNewAndAnswersTheOld()
{
    accept(signedDelivery());
    m_pipeline->beginShutdown();
    accept(signedDelivery());
    QCOMPARE(m_answers.size(), std::size_t(1));
    QCOMPARE(m_answers.front().error.code, ErrorCode::ShuttingDown);
    m_pipeline->abandonWaiting();
    QCOMPARE(m_answers.size(), std::size_t(2));
    QCOMPARE(m_pipeline->queued(), 0);
}

void TestPipeline::shutdownKeepsTheRejectionsThatWait()
{
    std::vector<RejectionBatch> unwritten;
    connect(m_pipeline.get(), &Pipeline::quarantine, this,
            [&unwritten](const RejectionBatch &batch) { unwritten.push_back(batch); });
    const auto acceptForged = [this] {
        RawDelivery forged = signedDelivery();
        forged.body = "x";
        accept(forged);
    };
    acceptForged();
    QTRY_COMPARE(m_kept, std::size_t(1));
    acceptForged(); // behind one that the journal has not written
    acceptForged();
    QCoreApplication::processEvents();
    QCOMPARE(m_kept, std::size_t(1));
    m_pipeline->beginShutdown();
    m_pipeline->abandonWaiting();
    QCOMPARE(m_kept, std::size_t(3));
}

void TestPipeline::aReceiptThatComesTwiceAnswersOnce()
{
    accept(signedDelivery());
    QTRY_COMPARE(m_bursts.size(), std::size_t(1));
    const std::vector<AppendBatch> same = m_bursts;
    commitAll();
    m_bursts = same;
    commitAll();
    QCOMPARE(m_answers.size(), std::size_t(1));
}

void TestPipeline::aForgedBombIsNeverInflated()
{
    RawDelivery forged = signedDelivery(qCompress(QByteArray(100'000'000, '\0'), 9).sliced(4));
    forged.encoding = BodyEncoding::Deflate;
    forged.body.append('x'); // to inflate it would end in "too large"
    accept(forged);
    QCOMPARE(m_answers.front().error.code, ErrorCode::SignatureMismatch);
    QCOMPARE(m_held, 0);
    QTRY_COMPARE(m_kept, std::size_t(1));
}

void TestPipeline::aGenuineBodyThatDoesNotInflateIsQuarantined()
{
    RawDelivery damaged = signedDelivery("no gzip at all");
    damaged.encoding = BodyEncoding::Gzip;
    accept(damaged);
    QCOMPARE(m_answers.back().error.code, ErrorCode::Malformed);
    RawDelivery bomb = signedDelivery(qCompress(QByteArray(100'000'000, '\0'), 9).sliced(4));
    bomb.encoding = BodyEncoding::Deflate;
    accept(bomb);
    QCOMPARE(m_answers.back().error.code, ErrorCode::BodyTooLarge);
    QTRY_COMPARE(m_kept, std::size_t(2));
    QVERIFY(m_bursts.empty());
    QCOMPARE(m_ledger->health().first().rejected.value(u"malformed"_s), 1U);
}

void TestPipeline::whatInflatesIsHeldUntilTheAnswer()
{
    const QByteArray plain = '"' + QByteArray(1'000'000, 'x') + '"';
    const QByteArray wrapped = qCompress(plain).sliced(4);
    const auto send = [&] {
        RawDelivery delivery = signedDelivery(wrapped);
        delivery.encoding = BodyEncoding::Deflate;
        accept(delivery);
    };
    send();
    QCOMPARE(m_held, plain.size());
    QVERIFY(m_answers.empty());
    QTRY_COMPARE(m_bursts.size(), std::size_t(1));
    QCOMPARE(m_bursts.front()->front().delivery.raw().payload, plain);
    m_settings.queueLimitBytes = 1'900'000;
    send();
    QCOMPARE(m_answers.back().error.code, ErrorCode::QueueFull); // the queue's own bound
    commitAll();
    m_room = false;
    send();
    QCOMPARE(m_answers.back().error.code, ErrorCode::QueueFull); // the listener's
    QCOMPARE(m_pipeline->queued(), 0);
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
