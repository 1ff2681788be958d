// The framing of requests: what is accepted, what is refused and how, always the same however the bytes are cut.
#include "core/ingest/httpframing.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(ErrorCode)

namespace {

struct Outcome
{
    HttpFraming::Step step = HttpFraming::Step::NeedMore;
    std::optional<ErrorCode> error;
    QByteArray method;
    QByteArray target;
    QList<Header> headers;
    QByteArray body;
    qsizetype consumed = 0;
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

IngestSettings smallSettings()
{
    IngestSettings settings;
    settings.maxRequestLine = 100;
    settings.maxHead = 200;
    settings.maxHeaders = 5;
    settings.maxBody = 1000;
    return settings;
}

// Feeds pieces of that size (0 = all at once) until the first request is over.
Outcome frame(const QByteArray &wire, qsizetype piece, const IngestSettings &settings = smallSettings())
{
    HttpFraming framing(settings);
    Outcome outcome;
    for (qsizetype at = 0; outcome.step != HttpFraming::Step::Complete && outcome.step != HttpFraming::Step::Failed;) {
        const qsizetype size = piece == 0 ? wire.size() - at : std::min(piece, wire.size() - at);
        const HttpFraming::Progress progress = framing.feed(QByteArrayView(wire).sliced(at, size));
        at += progress.consumed;
        outcome.step = progress.step;
        outcome.consumed = at;
        if (progress.step == HttpFraming::Step::NeedMore && at == wire.size())
            break;
    }
    if (outcome.step == HttpFraming::Step::Failed) {
        outcome.error = framing.error().code;
        outcome.consumed = 0;
    } else if (outcome.step == HttpFraming::Step::Complete) {
        const HttpRequest request = framing.takeRequest();
        outcome.method = request.method;
        outcome.target = request.target;
        outcome.headers = request.headers.fields();
        outcome.body = request.body;
    }
    return outcome;
}

QByteArray withHead(const QByteArray &head)
{
    return "POST /a HTTP/1.1\r\nHost: a\r\n" + head + "\r\n";
}

QByteArray chunked(const QByteArray &body)
{
    return withHead("Transfer-Encoding: chunked\r\n") + body;
}

} // namespace

class TestHttpFraming : public QObject
{
    Q_OBJECT

private slots:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void unfinished_data();
    void unfinished();
    void aLimitIsAllowedAndOneMoreIsNot();
    void theBodyLimitOfTheSourceCounts();
    void oneRequestFollowsAnother();
    void theConnectionEndsWhenTheSenderSaysSo_data();
    void theConnectionEndsWhenTheSenderSaysSo();
    void aWaitingSenderIsNoticed();
    void memoryFollowsWhatCameNotWhatWasPromised();
    void aDripCostsNoMoreThanAFlood();
};

void TestHttpFraming::accepted_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a request with a length") << withHead("Content-Length: 3\r\n") + "abc"
                                             << "abc"_ba;
    QTest::newRow("an empty body") << withHead("Content-Length: 0\r\n") << ""_ba;
    QTest::newRow("a length with leading zeros") << withHead("Content-Length: 0003\r\n") + "abc"
                                                 << "abc"_ba;
    QTest::newRow("GET without a length") << "GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba
                                          << ""_ba;
    QTest::newRow("a request of HTTP/1.0 without a host") << "POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\nx"_ba
                                                          << "x"_ba;
    QTest::newRow("one empty line before the request") << "\r\n" + withHead("Content-Length: 1\r\n") + "x"
                                                       << "x"_ba;
    QTest::newRow("an empty host") << "GET / HTTP/1.1\r\nHost:\r\n\r\n"_ba
                                   << ""_ba;
    QTest::newRow("a host with port and brackets") << "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"_ba
                                                   << ""_ba;
    QTest::newRow("tabs and high bytes in a value") << withHead("A:\t\xc3\xa4\tb \r\nContent-Length: 0\r\n") << ""_ba;
    QTest::newRow("chunks") << chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n") << "abcde"_ba;
    QTest::newRow("chunk sizes in both cases")
        << chunked("A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n") << "01234567890123456789"_ba;
    QTest::newRow("a chunk with CR LF inside") << chunked("4\r\n\r\n\r\n\r\n0\r\n\r\n") << "\r\n\r\n"_ba;
    QTest::newRow("chunk extensions, which are dropped") << chunked("1;a=\"b\";c\r\nx\r\n0;d\r\n\r\n") << "x"_ba;
    QTest::newRow("trailers, which are dropped") << chunked("1\r\nx\r\n0\r\nA: b\r\nHost: c\r\n\r\n") << "x"_ba;
    QTest::newRow("Chunked in capitals") << withHead("Transfer-Encoding: CHUNKED\r\n") + "0\r\n\r\n"
                                         << ""_ba;
}

void TestHttpFraming::accepted()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const QByteArray, body);
    const Outcome whole = frame(wire + "GET /smuggled HTTP/1.1\r\n", 0);
    QCOMPARE(whole.step, HttpFraming::Step::Complete);
    QCOMPARE(whole.body, body);
    QCOMPARE(whole.consumed, wire.size());
    for (qsizetype piece = 1; piece < wire.size(); ++piece)
        QCOMPARE(frame(wire + "GET /smuggled HTTP/1.1\r\n", piece), whole);
}

void TestHttpFraming::refused_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<ErrorCode>("code");
    const auto bad = ErrorCode::Malformed;
    QTest::newRow("a request line of one word") << "GET\r\n"_ba << bad;
    QTest::newRow("a request line without a version") << "GET /\r\n"_ba << bad;
    QTest::newRow("two blanks in the request line") << "GET  / HTTP/1.1\r\n"_ba << bad;
    QTest::newRow("a blank in the target") << "GET /a b HTTP/1.1\r\n"_ba << bad;
    QTest::newRow("a NUL in the target") << "GET /\0 HTTP/1.1\r\n"_ba << bad;
    QTest::newRow("a high byte in the target") << "GET /\xe4 HTTP/1.1\r\n"_ba << bad;
    QTest::newRow("a method that is no token") << "G@T / HTTP/1.1\r\n"_ba << bad;
    QTest::newRow("a lower-case protocol") << "GET / http/1.1\r\n"_ba << bad;
    QTest::newRow("a version with more digits") << "GET / HTTP/1.10\r\n"_ba << bad;
    QTest::newRow("two empty lines first") << "\r\n\r\nGET / HTTP/1.1\r\n"_ba << bad;
    QTest::newRow("TLS") << "\x16\x03\x01\x02\x00\x01\x0a"_ba << bad;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\n"_ba << ErrorCode::NotImplemented;
    QTest::newRow("HTTP/0.9 with a version") << "GET / HTTP/0.9\r\n"_ba << ErrorCode::NotImplemented;
    QTest::newRow("HTTP/1.2") << "GET / HTTP/1.2\r\n"_ba << ErrorCode::NotImplemented;
    QTest::newRow("a line that ends with LF alone") << "GET / HTTP/1.1\nHost: a\n\n"_ba << bad;
    QTest::newRow("a header that ends with LF alone") << "GET / HTTP/1.1\r\nHost: a\n\r\n"_ba << bad;
    QTest::newRow("a CR inside a value") << withHead("A: b\rc\r\n") << bad;
    QTest::newRow("a NUL inside a value") << withHead("A: b\0c\r\n"_ba) << bad;
    QTest::newRow("a header without a colon") << withHead("Content-Length 3\r\n") << bad;
    QTest::newRow("a header without a name") << withHead(": 3\r\n") << bad;
    QTest::newRow("a blank before the colon") << withHead("Content-Length : 3\r\n") << bad;
    QTest::newRow("a blank before the name") << withHead(" Content-Length: 3\r\n") << bad;
    QTest::newRow("a folded header") << withHead("A: b\r\n c\r\n") << bad;
    QTest::newRow("no host") << "GET / HTTP/1.1\r\n\r\n"_ba << bad;
    QTest::newRow("two hosts") << withHead("Host: a\r\n") << bad;
    QTest::newRow("a host with a slash") << "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"_ba << bad;
    QTest::newRow("a host with a comma") << "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n"_ba << bad;
    QTest::newRow("too many headers") << withHead("A: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\n")
                                      << ErrorCode::HeadTooLarge;
    QTest::newRow("a head that is too long")
        << withHead("A: " + QByteArray(200, 'a') + "\r\n") << ErrorCode::HeadTooLarge;
    QTest::newRow("a header without an end") << "GET / HTTP/1.1\r\n" + QByteArray(300, 'a') << ErrorCode::HeadTooLarge;
    QTest::newRow("a target that is too long") << "GET /" + QByteArray(200, 'a') << ErrorCode::TargetTooLong;
    QTest::newRow("a method without an end") << QByteArray(200, 'A') << ErrorCode::TargetTooLong;
    QTest::newRow("POST without a length") << withHead({}) << ErrorCode::LengthRequired;
    QTest::newRow("a negative length") << withHead("Content-Length: -1\r\n") << bad;
    QTest::newRow("a length with a plus") << withHead("Content-Length: +1\r\n") << bad;
    QTest::newRow("a length in hexadecimal") << withHead("Content-Length: 0x1\r\n") << bad;
    QTest::newRow("a length with a blank inside") << withHead("Content-Length: 1 1\r\n") << bad;
    QTest::newRow("an empty length") << withHead("Content-Length:\r\n") << bad;
    QTest::newRow("a list of lengths") << withHead("Content-Length: 1, 1\r\n") << bad;
    QTest::newRow("the same length twice") << withHead("Content-Length: 1\r\nContent-Length: 1\r\n") << bad;
    QTest::newRow("two lengths") << withHead("Content-Length: 1\r\nContent-Length: 2\r\n") << bad;
    QTest::newRow("a length of 1 GB") << withHead("Content-Length: 1073741824\r\n") << ErrorCode::BodyTooLarge;
    QTest::newRow("a length that wraps 64 bits to 3")
        << withHead("Content-Length: 18446744073709551619\r\n") << ErrorCode::BodyTooLarge;
    QTest::newRow("length and chunks") << withHead("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << bad;
    QTest::newRow("chunks and length") << withHead("Transfer-Encoding: chunked\r\nContent-Length: 1\r\n") << bad;
    QTest::newRow("chunked twice") << withHead("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << bad;
    QTest::newRow("chunks in HTTP/1.0") << "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"_ba << bad;
    QTest::newRow("another transfer coding") << withHead("Transfer-Encoding: gzip\r\n") << ErrorCode::NotImplemented;
    QTest::newRow("gzip, then chunked") << withHead("Transfer-Encoding: gzip, chunked\r\n")
                                        << ErrorCode::NotImplemented;
    QTest::newRow("chunked with a comma") << withHead("Transfer-Encoding: chunked,\r\n") << ErrorCode::NotImplemented;
    QTest::newRow("xchunked") << withHead("Transfer-Encoding: xchunked\r\n") << ErrorCode::NotImplemented;
    QTest::newRow("another expectation") << withHead("Expect: 200-ok\r\nContent-Length: 1\r\n")
                                         << ErrorCode::ExpectationFailed;
    QTest::newRow("a chunk size that is no number") << chunked("zz\r\n") << bad;
    QTest::newRow("an empty chunk size") << chunked("\r\n") << bad;
    QTest::newRow("a negative chunk size") << chunked("-7fffffff80000001\r\n") << bad;
    QTest::newRow("a chunk size with a prefix") << chunked("0x1\r\n") << bad;
    QTest::newRow("a chunk size with a blank") << chunked("1 \r\nx") << bad;
    QTest::newRow("a chunk size of nine digits") << chunked("000000001\r\nx") << bad;
    QTest::newRow("a chunk size that wraps 64 bits") << chunked("10000000000000001\r\nx") << bad;
    QTest::newRow("a chunk larger than the body may be") << chunked("ffffffff\r\n") << ErrorCode::BodyTooLarge;
    QTest::newRow("chunks that add up to too much")
        << chunked("1f4\r\n" + QByteArray(500, 'x') + "\r\n1f5\r\n") << ErrorCode::BodyTooLarge;
    QTest::newRow("a chunk longer than its size") << chunked("1\r\nxyz\r\n") << bad;
    QTest::newRow("a chunk that ends with LF alone") << chunked("1\r\nx\n0\r\n") << bad;
    QTest::newRow("a chunk extension without an end") << chunked("1;" + QByteArray(300, 'a')) << bad;
    QTest::newRow("a control byte in a chunk extension") << chunked("1;a\x01\r\n") << bad;
    QTest::newRow("a trailer without a colon") << chunked("0\r\nA\r\n\r\n") << bad;
    QTest::newRow("too many trailers") << chunked("0\r\n" + "A: 1\r\n"_ba.repeated(6)) << ErrorCode::HeadTooLarge;
    QTest::newRow("trailers without an end") << chunked("0\r\nA: " + QByteArray(300, 'a')) << ErrorCode::HeadTooLarge;
}

void TestHttpFraming::refused()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const ErrorCode, code);
    const QByteArray followed = wire + "\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    for (qsizetype piece = 0; piece <= followed.size(); ++piece) {
        const Outcome outcome = frame(followed, piece);
        QCOMPARE(outcome.step, HttpFraming::Step::Failed);
        QCOMPARE(*outcome.error, code);
    }
}

void TestHttpFraming::unfinished_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("half a request line") << "POST /a"_ba;
    QTest::newRow("a head without its end") << withHead("Content-Length: 3\r\n").chopped(1);
    QTest::newRow("half a body") << withHead("Content-Length: 3\r\n") + "ab";
    QTest::newRow("a chunk without its end") << chunked("3\r\nabc\r");
    QTest::newRow("chunks without the last one") << chunked("3\r\nabc\r\n");
    QTest::newRow("a last chunk without the empty line") << chunked("0\r\n");
}

void TestHttpFraming::unfinished()
{
    QFETCH(const QByteArray, wire);
    for (qsizetype piece = 0; piece <= wire.size(); ++piece)
        QCOMPARE(frame(wire, piece).step, HttpFraming::Step::NeedMore);
}

void TestHttpFraming::aLimitIsAllowedAndOneMoreIsNot()
{
    const auto step = [](const QByteArray &wire) { return frame(wire, 0).step; };
    using enum HttpFraming::Step;
    // 14 bytes of the request line are not the target.
    QCOMPARE(step("GET " + QByteArray(87, '/') + " HTTP/1.1\r\nHost: a\r\n\r\n"), Complete);
    QCOMPARE(step("GET " + QByteArray(88, '/') + " HTTP/1.1\r\nHost: a\r\n\r\n"), Failed);
    // The head without the request line: "Host: a", "A: ", the empty line.
    QCOMPARE(step("GET / HTTP/1.1\r\nHost: a\r\nA: " + QByteArray(184, 'a') + "\r\n\r\n"), Complete);
    QCOMPARE(step("GET / HTTP/1.1\r\nHost: a\r\nA: " + QByteArray(185, 'a') + "\r\n\r\n"), Failed);
    QCOMPARE(step("GET / HTTP/1.1\r\nHost: a\r\n" + "A: 1\r\n"_ba.repeated(4) + "\r\n"), Complete);
    QCOMPARE(step("GET / HTTP/1.1\r\nHost: a\r\n" + "A: 1\r\n"_ba.repeated(5) + "\r\n"), Failed);
    QCOMPARE(step(withHead("Content-Length: 1000\r\n") + QByteArray(1000, 'x')), Complete);
    QCOMPARE(step(withHead("Content-Length: 1001\r\n")), Failed);
    QCOMPARE(step(chunked("3e8\r\n" + QByteArray(1000, 'x') + "\r\n0\r\n\r\n")), Complete);
    QCOMPARE(step(chunked("3e9\r\n")), Failed);
}

void TestHttpFraming::theBodyLimitOfTheSourceCounts()
{
    HttpFraming framing(smallSettings());
    const QByteArray head = withHead("Content-Length: 11\r\n");
    QCOMPARE(framing.feed(head).step, HttpFraming::Step::Head);
    QCOMPARE(framing.head().target, "/a"_ba);
    framing.setMaxBody(10);
    QCOMPARE(framing.feed({}).step, HttpFraming::Step::Failed);
    QCOMPARE(framing.error().code, ErrorCode::BodyTooLarge);
    QCOMPARE(framing.feed("01234567890").consumed, 0);
}

void TestHttpFraming::oneRequestFollowsAnother()
{
    HttpFraming framing(smallSettings());
    const QByteArray one = chunked("1\r\nx\r\n0\r\nA: b\r\n\r\n");
    const QByteArray wire = one.repeated(20);
    qsizetype at = 0;
    int complete = 0;
    while (at < wire.size()) {
        const HttpFraming::Progress progress = framing.feed(QByteArrayView(wire).sliced(at));
        at += progress.consumed;
        QVERIFY(progress.step != HttpFraming::Step::Failed);
        if (progress.step == HttpFraming::Step::Complete) {
            QCOMPARE(at, one.size() * ++complete);
            QCOMPARE(framing.takeRequest().body, "x"_ba);
            QVERIFY(!framing.isStarted());
            QCOMPARE(framing.heldBytes(), 0);
        }
    }
    QCOMPARE(complete, 20);
}

void TestHttpFraming::theConnectionEndsWhenTheSenderSaysSo_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("HTTP/1.1 stays") << "GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba << true;
    QTest::newRow("close closes") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"_ba << false;
    QTest::newRow("close in a list closes") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close \r\n\r\n"_ba << false;
    QTest::newRow("closer does not") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: closer\r\n\r\n"_ba << true;
    QTest::newRow("HTTP/1.0 closes") << "GET / HTTP/1.0\r\n\r\n"_ba << false;
    QTest::newRow("HTTP/1.0 closes even if asked") << "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba << false;
}

void TestHttpFraming::theConnectionEndsWhenTheSenderSaysSo()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const bool, keepAlive);
    HttpFraming framing(smallSettings());
    QCOMPARE(framing.feed(wire).step, HttpFraming::Step::Head);
    QCOMPARE(framing.head().keepAlive, keepAlive);
}

void TestHttpFraming::aWaitingSenderIsNoticed()
{
    const auto expects = [](const QByteArray &wire) {
        HttpFraming framing(smallSettings());
        return framing.feed(wire).step == HttpFraming::Step::Head && framing.head().expectsContinue;
    };
    QVERIFY(expects(withHead("Expect: 100-Continue\r\nContent-Length: 1\r\n")));
    QVERIFY(expects(withHead("Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n")));
    QVERIFY(!expects(withHead("Expect: 100-continue\r\nContent-Length: 0\r\n")));
    QVERIFY(!expects("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n"));
}

void TestHttpFraming::memoryFollowsWhatCameNotWhatWasPromised()
{
    HttpFraming framing((IngestSettings()));
    const QByteArray head = withHead("Content-Length: 25000000\r\n");
    QCOMPARE(framing.feed(head).step, HttpFraming::Step::Head);
    QCOMPARE(framing.feed("x").step, HttpFraming::Step::NeedMore);
    QVERIFY(framing.heldBytes() < 100'000);
    const QByteArray block(1'000'000, 'x');
    for (int i = 0; i < 24; ++i)
        QCOMPARE(framing.feed(block).step, HttpFraming::Step::NeedMore);
    QVERIFY(framing.heldBytes() >= 24'000'000);
    QVERIFY(framing.heldBytes() < 25'100'000);
}

// Counts work by the clock, with a wide margin: quadratic work on this input would take thousands of times as long.
void TestHttpFraming::aDripCostsNoMoreThanAFlood()
{
    IngestSettings settings;
    settings.maxHead = settings.maxRequestLine = 4'000'000;
    const QByteArray wire =
        "GET /" + QByteArray(1'000'000, 'a') + " HTTP/1.1\r\nHost: a\r\nA: " + QByteArray(1'000'000, 'b') + "\r\n\r\n";
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(frame(wire, 1, settings).step, HttpFraming::Step::Complete);
    QVERIFY2(timer.elapsed() < 5'000, "dripping two million bytes took too long");
}

QTEST_GUILESS_MAIN(TestHttpFraming)
#include "tst_httpframing.moc"
