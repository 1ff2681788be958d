// Undoing Content-Encoding: what comes out, and that never more comes out than is allowed.
#include "core/ingest/contentencoding.h"
#include "tests/support/processmemory.h"

#include <QtTest/QTest>

#include <zlib.h>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(hookboard::BodyEncoding)

namespace {

QByteArray deflated(const QByteArray &plain, int windowBits)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(out.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

QByteArray gzip(const QByteArray &plain)
{
    return deflated(plain, MAX_WBITS + 16);
}

} // namespace

class TestContentEncoding : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void bodies_data();
    void bodies();
    void damage_data();
    void damage();
    void everySizeAroundTheLimit();
    void identityIsShared();
    void aBombStaysSmall();
};

void TestContentEncoding::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("encoding");
    QTest::newRow("no header is identity") << QByteArray() << int(BodyEncoding::Identity);
    QTest::newRow("identity") << "identity"_ba << int(BodyEncoding::Identity);
    QTest::newRow("gzip") << "gzip"_ba << int(BodyEncoding::Gzip);
    QTest::newRow("x-gzip with blanks and capitals") << " X-GZip "_ba << int(BodyEncoding::Gzip);
    QTest::newRow("deflate") << "Deflate"_ba << int(BodyEncoding::Deflate);
    QTest::newRow("br is not known") << "br"_ba << -1;
    QTest::newRow("zstd is not known") << "zstd"_ba << -1;
    QTest::newRow("a list is refused") << "gzip, identity"_ba << -1;
}

void TestContentEncoding::names()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, encoding);
    const Result<BodyEncoding> result = bodyEncoding(name);
    QCOMPARE(result.ok(), encoding >= 0);
    if (result)
        QCOMPARE(int(*result), encoding);
    else
        QCOMPARE(result.error().code, ErrorCode::UnsupportedEncoding);
}

void TestContentEncoding::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<BodyEncoding>("encoding");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray text = "{\"a\":1}"_ba.repeated(10'000);
    QTest::newRow("gzip") << gzip(text) << BodyEncoding::Gzip << text;
    QTest::newRow("gzip of nothing") << gzip({}) << BodyEncoding::Gzip << QByteArray();
    QTest::newRow("deflate with zlib wrapping") << deflated(text, MAX_WBITS) << BodyEncoding::Deflate << text;
    QTest::newRow("deflate without wrapping") << deflated(text, -MAX_WBITS) << BodyEncoding::Deflate << text;
    QTest::newRow("deflate of nothing") << deflated({}, MAX_WBITS) << BodyEncoding::Deflate << QByteArray();
    QTest::newRow("identity") << text << BodyEncoding::Identity << text;
}

void TestContentEncoding::bodies()
{
    QFETCH(const QByteArray, body);
    QFETCH(const BodyEncoding, encoding);
    QFETCH(const QByteArray, payload);
    const Result<QByteArray> result = decodeBody(body, encoding, 1'000'000);
    QVERIFY(result.ok());
    QCOMPARE(*result, payload);
}

void TestContentEncoding::damage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<BodyEncoding>("encoding");
    const QByteArray text = "{\"a\":1}"_ba.repeated(1'000);
    QByteArray wrongSum = gzip(text);
    wrongSum[wrongSum.size() - 6] = static_cast<char>(~wrongSum[wrongSum.size() - 6]);
    QByteArray wrongMiddle = gzip(text);
    wrongMiddle[wrongMiddle.size() / 2] = static_cast<char>(~wrongMiddle[wrongMiddle.size() / 2]);
    QTest::newRow("gzip of no bytes") << QByteArray() << BodyEncoding::Gzip;
    QTest::newRow("deflate of no bytes") << QByteArray() << BodyEncoding::Deflate;
    QTest::newRow("plain text as gzip") << text << BodyEncoding::Gzip;
    QTest::newRow("plain text as deflate") << text << BodyEncoding::Deflate;
    QTest::newRow("gzip cut short") << gzip(text).chopped(1) << BodyEncoding::Gzip;
    QTest::newRow("a wrong check sum") << wrongSum << BodyEncoding::Gzip;
    QTest::newRow("a wrong byte in the middle") << wrongMiddle << BodyEncoding::Gzip;
    QTest::newRow("bytes after the end") << gzip(text) + 'x' << BodyEncoding::Gzip;
    QTest::newRow("a second member") << gzip(text) + gzip(text) << BodyEncoding::Gzip;
    QTest::newRow("deflate cut short") << deflated(text, MAX_WBITS).chopped(1) << BodyEncoding::Deflate;
}

void TestContentEncoding::damage()
{
    QFETCH(const QByteArray, body);
    QFETCH(const BodyEncoding, encoding);
    const Result<QByteArray> result = decodeBody(body, encoding, 1'000'000);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::Malformed);
}

void TestContentEncoding::everySizeAroundTheLimit()
{
    for (const qsizetype limit : {0, 1, 100, 16 * 1024, 16 * 1024 + 1, 100'000}) {
        const QByteArray exact(limit, 'x');
        const Result<QByteArray> fits = decodeBody(gzip(exact), BodyEncoding::Gzip, limit);
        QVERIFY2(fits.ok(), qPrintable(QString::number(limit)));
        QCOMPARE(*fits, exact);
        const Result<QByteArray> over = decodeBody(gzip(exact + 'x'), BodyEncoding::Gzip, limit);
        QVERIFY(!over.ok());
        QCOMPARE(over.error().code, ErrorCode::BodyTooLarge);
    }
}

void TestContentEncoding::identityIsShared()
{
    const QByteArray body(1000, 'x');
    const Result<QByteArray> result = decodeBody(body, BodyEncoding::Identity, 1000);
    QCOMPARE(static_cast<const void *>(result->constData()), static_cast<const void *>(body.constData()));
    QCOMPARE(decodeBody(body, BodyEncoding::Identity, 999).error().code, ErrorCode::BodyTooLarge);
}

void TestContentEncoding::aBombStaysSmall()
{
    const QByteArray bomb = gzip(QByteArray(300'000'000, '\0'));
    QVERIFY(bomb.size() < 400'000);
    const std::optional<qint64> before = test::residentBytes();
    const Result<QByteArray> result = decodeBody(bomb, BodyEncoding::Gzip, 8'000'000);
    QCOMPARE(result.error().code, ErrorCode::BodyTooLarge);
    const std::optional<qint64> after = test::residentBytes();
    if (before && after)
        QVERIFY2(*after - *before < 16'000'000, qPrintable(QString::number(*after - *before)));
}

QTEST_GUILESS_MAIN(TestContentEncoding)
#include "tst_contentencoding.moc"
