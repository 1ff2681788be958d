// What strangers can say to the whole door: real sockets, listener, pipeline and verifier behind each other, with a
// journal that takes everything.
#include "core/ingest/httplistener.h"
#include "core/pipeline.h"
#include "core/verify/signer.h"
#include "core/verify/templateregistry.h"
#include "tests/support/wireclient.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>

#include <memory>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray signature(const QByteArray &body)
{
    const QByteArray mac = QMessageAuthenticationCode::hash(body, "s3cret", QCryptographicHash::Sha256).toHex();
    return "X-Hub-Signature-256: sha256=" + mac + "\r\n";
}

QJsonObject objectIn(const WireAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

class TestHostileSender : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theSignatureSpeaksBeforeTheEncoding_data();
    void theSignatureSpeaksBeforeTheEncoding();
    void sourcesAreNamedExactly_data();
    void sourcesAreNamedExactly();
    void strangeSourcesLeaveNoTrace();
    void headerValues_data();
    void headerValues();
    void echoedIdsCannotSplitTheAnswer_data();
    void echoedIdsCannotSplitTheAnswer();
    void aTypeOfAMebibyteIsCut();
    void strangersCannotMarkAsSimulated();

private:
    SystemClock m_clock;
    TemplateRegistry m_templates;
    IngestSettings m_settings;
    std::unique_ptr<SourceLedger> m_ledger;
    std::unique_ptr<Verifier> m_verifier;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<HttpListener> m_listener;
    std::vector<Verdict> m_stored;
    quint16 m_port = 0;
};

void TestHostileSender::init()
{
    if (m_templates.keys().isEmpty())
        QVERIFY(m_templates.loadBuiltIn().ok());
    m_settings = {};
    m_settings.port = 0;
    m_stored.clear();
    m_ledger = std::make_unique<SourceLedger>(m_clock);
    m_ledger->setSources({u"repo"_s, u"open"_s, u"pay"_s});
    m_verifier = std::make_unique<Verifier>(m_templates, m_clock);
    QList<SourceWithSecrets> sources(3);
    const char *const names[][2]{{"repo", "github"}, {"open", "none"}, {"pay", "mailgun"}};
    for (qsizetype i = 0; i < sources.size(); ++i) {
        sources[i].config.name = QLatin1StringView(names[i][0]);
        sources[i].config.provider = QLatin1StringView(names[i][1]);
        if (i != 1)
            sources[i].secrets = {Secret("s3cret")};
    }
    m_verifier->setSources(sources);
    m_pipeline = std::make_unique<Pipeline>(m_settings, *m_verifier, *m_ledger, m_clock);
    connect(m_pipeline.get(), &Pipeline::append, this, [this](const AppendBatch &batch) {
        auto report = std::make_shared<CommitReport>();
        for (const AppendRequest &request : *batch) {
            m_stored.push_back(request.delivery.verdict());
            const QByteArray &id = request.delivery.verdict().deliveryId;
            report->receipts.push_back({request.ticket, {Receipt::Outcome::Stored, request.ticket, id, {}}});
        }
        m_pipeline->onCommitted(report);
    });
    JournalState state;
    state.writable = true;
    m_pipeline->onJournalState(state);
    m_listener = std::make_unique<HttpListener>(m_settings, *m_pipeline, m_clock);
    const Result<quint16> port = m_listener->listen();
    QVERIFY(port.ok());
    m_port = *port;
}

void TestHostileSender::cleanup()
{
    m_listener.reset();
    m_pipeline.reset();
}

void TestHostileSender::theSignatureSpeaksBeforeTheEncoding_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("status");
    const QByteArray bomb = qCompress(QByteArray(100'000'000, ' '), 9).sliced(4);
    QTest::newRow("a forged bomb") << "repo"_ba << bomb << false << 401;
    QTest::newRow("a signed bomb") << "repo"_ba << bomb << true << 413;
    QTest::newRow("forged nonsense") << "repo"_ba
                                     << "no deflate"_ba << false << 401;
    QTest::newRow("signed nonsense") << "repo"_ba
                                     << "no deflate"_ba << true << 400;
    QTest::newRow("a bomb where the signature is inside") << "pay"_ba << bomb << false << 413;
    QTest::newRow("a bomb where nothing is signed") << "open"_ba << bomb << false << 413;
    QTest::newRow("a signed body") << "repo"_ba << qCompress("{}"_ba).sliced(4) << true << 200;
}

void TestHostileSender::theSignatureSpeaksBeforeTheEncoding()
{
    QFETCH(const QByteArray, source);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isSigned);
    QFETCH(const int, status);
    WireClient client(m_port);
    const QByteArray proof = isSigned ? signature(body) : "X-Hub-Signature-256: sha256=00\r\n"_ba;
    QCOMPARE(client.ask(post("/hooks/" + source, body, "Content-Encoding: deflate\r\n" + proof)).status, status);
    QCOMPARE(client.ask(post("/hooks/open", "{}")).status, 200); // the connection lives on
}

void TestHostileSender::sourcesAreNamedExactly_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("percent-encoded") << "/hooks/%6fpen"_ba;
    QTest::newRow("an encoded slash") << "/hooks%2fopen"_ba;
    QTest::newRow("an encoded NUL") << "/hooks/open%00"_ba;
    QTest::newRow("a slash behind") << "/hooks/open/"_ba;
    QTest::newRow("two slashes") << "/hooks//open"_ba;
    QTest::newRow("dots") << "/hooks/../hooks/open"_ba;
    QTest::newRow("capitals") << "/hooks/OPEN"_ba;
    QTest::newRow("a parameter") << "/hooks/open;a=b"_ba;
    QTest::newRow("a fragment") << "/hooks/open#x"_ba;
    QTest::newRow("none") << "/hooks/"_ba;
}

void TestHostileSender::sourcesAreNamedExactly()
{
    QFETCH(const QByteArray, target);
    QCOMPARE(WireClient(m_port).ask(post(target, "{}")).status, 404);
    QVERIFY(m_stored.empty());
}

void TestHostileSender::strangeSourcesLeaveNoTrace()
{
    for (int i = 0; i < 500; ++i)
        QCOMPARE(WireClient(m_port).ask(post("/hooks/x" + QByteArray::number(i), "{}")).status, 404);
    QCOMPARE(m_ledger->health().size(), 3);
    for (const SourceHealth &health : m_ledger->health())
        QVERIFY(health.rejected.isEmpty());
}

void TestHostileSender::headerValues_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("a NUL") << QByteArray("X-GitHub-Delivery: a\0b", 22) << 400;
    QTest::newRow("a bare CR") << "X-GitHub-Delivery: a\rX: b"_ba << 400;
    QTest::newRow("an escape sequence") << "X-GitHub-Delivery: a\x1b[2Jb"_ba << 400;
    QTest::newRow("UTF-8") << "X-GitHub-Delivery: \xc3\xa9"_ba << 200;
    QTest::newRow("Latin-1") << "X-GitHub-Delivery: \xe9"_ba << 200;
    QTest::newRow("ten kilobytes") << "X-GitHub-Delivery: " + QByteArray(10'000, 'x') << 200;
    QTest::newRow("empty") << "X-GitHub-Delivery:"_ba << 200;
}

void TestHostileSender::headerValues()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, status);
    QCOMPARE(WireClient(m_port).ask(post("/hooks/repo", "{}", signature("{}") + header + "\r\n")).status, status);
    QCOMPARE(m_stored.size(), std::size_t(status == 200 ? 1 : 0));
    if (status == 200) {
        QVERIFY(!m_stored.front().deliveryId.isEmpty() && m_stored.front().deliveryId.size() <= 512);
        QVERIFY(m_stored.front().deliveryId.isValidUtf8());
    }
}

void TestHostileSender::echoedIdsCannotSplitTheAnswer_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("a line break") << R"(a\r\nX-Evil: 1\r\n\r\nHTTP/1.1 200 OK)"_ba;
    QTest::newRow("a quote") << R"(a\",\"status\":\"forged)"_ba;
    QTest::newRow("a backslash at the end") << R"(a\\)"_ba;
    QTest::newRow("a NUL") << R"(a\u0000b)"_ba;
    QTest::newRow("a separator that scripts break lines at") << R"(a\u2028b)"_ba;
    QTest::newRow("markup") << R"(<script>)"_ba;
    QTest::newRow("a mebibyte") << QByteArray(1024 * 1024, 'x');
}

void TestHostileSender::echoedIdsCannotSplitTheAnswer()
{
    QFETCH(const QByteArray, id);
    const QByteArray inside = R"({"signature":{"timestamp":")" + QByteArray::number(m_clock.nowUs() / 1'000'000) +
                              R"(","token":")" + id + "\"}}";
    SourceWithSecrets source;
    source.config.provider = u"mailgun"_s;
    source.secrets = {Secret("s3cret")};
    OutgoingDelivery outgoing;
    outgoing.body = inside;
    outgoing.nowUs = m_clock.nowUs();
    const QByteArray body = Signer::create(m_templates, source)->sign(outgoing).value().body;
    WireClient client(m_port);
    const WireAnswer answer = client.ask(post("/hooks/pay", body));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header("X-Evil").isNull());
    QCOMPARE(objectIn(answer).keys(), QStringList({u"id"_s, u"seq"_s, u"status"_s}));
    QCOMPARE(objectIn(answer).value("status"_L1).toString(), u"stored"_s);
    QCOMPARE(objectIn(answer).value("id"_L1).toString().toUtf8(), m_stored.front().deliveryId);
    QVERIFY(client.received().isEmpty());
}

void TestHostileSender::aTypeOfAMebibyteIsCut()
{
    const QByteArray body = R"({"type":")" + "\xf0\x9f\x98\x80"_ba.repeated(256 * 1024) + "\"}";
    QCOMPARE(WireClient(m_port).ask(post("/hooks/open", body)).status, 200);
    QCOMPARE(m_stored.front().type, u"\U0001F600"_s.repeated(64));
}

void TestHostileSender::strangersCannotMarkAsSimulated()
{
    const QByteArray claim = "Hookboard-Simulated: 1\r\n";
    QCOMPARE(WireClient(m_port).ask(post("/hooks/open", "{}", claim)).status, 200);
    QCOMPARE(WireClient(m_port).ask(post("/hooks/repo", "{}", signature("{}") + claim)).status, 200);
    QCOMPARE(m_stored.size(), std::size_t(2));
    for (const Verdict &verdict : m_stored)
        QVERIFY(!verdict.simulated);
}

QTEST_GUILESS_MAIN(TestHostileSender)
#include "tst_hostilesender.moc"
