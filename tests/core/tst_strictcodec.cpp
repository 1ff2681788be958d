#include "core/verify/strictcodec.h"
#include "core/verify/wiretime.h"

#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestStrictCodec : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatAnEncoderWritesDecodes_data();
    void onlyWhatAnEncoderWritesDecodes();
    void everyLengthComesBack();
    void formFieldsAreFoundAndDecoded();
    void onlyReservedCharactersOfAUrlAreDecoded();
    void timesComeBack();
};

void TestStrictCodec::onlyWhatAnEncoderWritesDecodes_data()
{
    QTest::addColumn<SignatureEncoding>("encoding");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes"); // null = refused
    const auto row = [](const char *name, SignatureEncoding encoding, const QByteArray &text, const QByteArray &bytes) {
        QTest::newRow(name) << encoding << text << bytes;
    };
    row("hex", SignatureEncoding::Hex, "00fFaB", "\x00\xff\xab"_ba);
    row("hex of nothing", SignatureEncoding::Hex, "", "");
    row("hex with an odd digit", SignatureEncoding::Hex, "abc", {});
    row("hex with a blank", SignatureEncoding::Hex, "ab c", {});
    row("hex beyond f", SignatureEncoding::Hex, "ag", {});
    row("base64", SignatureEncoding::Base64, "+/8=", "\xfb\xff");
    row("base64 with stray bits", SignatureEncoding::Base64, "+/9=", {});
    row("base64 without padding", SignatureEncoding::Base64, "+/8", {});
    row("base64 with too much padding", SignatureEncoding::Base64, "+/8==", {});
    row("base64 of one digit", SignatureEncoding::Base64, "+===", {});
    row("base64 in the URL alphabet", SignatureEncoding::Base64, "-_8=", {});
    row("base64 with a line end", SignatureEncoding::Base64, "+/8=\n", {});
    row("base64 with padding inside", SignatureEncoding::Base64, "+=8=", {});
    row("base64url", SignatureEncoding::Base64Url, "-_8=", "\xfb\xff");
    row("base64url without padding", SignatureEncoding::Base64Url, "-_8", "\xfb\xff");
    row("base64url with half the padding", SignatureEncoding::Base64Url, "-w=", {});
    row("base64url in the other alphabet", SignatureEncoding::Base64Url, "+/8=", {});
    row("longer than any signature", SignatureEncoding::Hex, QByteArray(194, 'a'), {});
}

void TestStrictCodec::onlyWhatAnEncoderWritesDecodes()
{
    QFETCH(SignatureEncoding, encoding);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    ShortBytes out;
    QCOMPARE(decodeStrict(text, encoding, out), !bytes.isNull());
    if (!bytes.isNull())
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(out.constData()), out.size()), bytes);
}

void TestStrictCodec::everyLengthComesBack()
{
    for (const auto encoding : {SignatureEncoding::Hex, SignatureEncoding::Base64, SignatureEncoding::Base64Url}) {
        QByteArray bytes;
        for (int size = 0; size <= 96; ++size) {
            ShortBytes out;
            QVERIFY(decodeStrict(encode(bytes, encoding), encoding, out));
            QCOMPARE(QByteArray(reinterpret_cast<const char *>(out.constData()), out.size()), bytes);
            bytes.append(char(size * 37 + 11));
        }
    }
}

void TestStrictCodec::formFieldsAreFoundAndDecoded()
{
    const QByteArray form = "a=1&payload=%7B%22x%22%3A+1%7D&payload=2&e&%41=z&bad=%4&worse=%zz";
    QCOMPARE(formField(form, "payload"), std::optional(R"({"x": 1})"_ba));
    QCOMPARE(formField(form, "A"), std::optional("z"_ba));
    QCOMPARE(formField(form, "e"), std::optional(""_ba));
    QCOMPARE(formField(form, "bad"), std::optional("%4"_ba));
    QCOMPARE(formField(form, "worse"), std::optional("%zz"_ba));
    QCOMPARE(formField(form, "none"), std::nullopt);
    QCOMPARE(formField("", "none"), std::nullopt);
}

void TestStrictCodec::onlyReservedCharactersOfAUrlAreDecoded()
{
    QCOMPARE(decodeUrlReserved("https%3A%2f%2Fx.test/a%20b%3Fq%3D1%26c%2"), "https://x.test/a%20b?q%3D1%26c%2"_ba);
}

void TestStrictCodec::timesComeBack()
{
    constexpr qint64 kUs = 1'700'000'000'000'000;
    for (const auto unit : {TimeUnit::Seconds, TimeUnit::Milliseconds, TimeUnit::Iso})
        QCOMPARE(parseWireTime(writeWireTime(kUs, unit), unit), std::optional(kUs));
    QCOMPARE(parseWireTime("1700000000.45", TimeUnit::Seconds), std::optional(kUs + 450'000));
    QCOMPARE(parseWireTime("1700000000.1234567", TimeUnit::Seconds), std::optional(kUs + 123'456));
    QCOMPARE(parseWireTime("2024-02-29T00:00:00+0000", TimeUnit::Iso), std::optional(1'709'164'800'000'000));
    for (const char *wrong : {"", ".", "1.", ".5", "+1", " 1", "1e9", "1,5", "9999999999999999"})
        QCOMPARE(parseWireTime(wrong, TimeUnit::Seconds), std::nullopt);
    for (const char *wrong :
         {"2023-11-14", "2023-11-14T22:13:20", "2023-02-29T00:00:00Z", "2023-13-01T00:00:00Z", "2023-11-14T24:00:00Z",
          "2023-11-14T22:60:00Z", "2023-11-14T22:13:20.Z", "1969-12-31T23:59:59Z", "2023-11-14T22:13:20+24:00",
          "2023-11-14T22:13:20Zx", "23-11-14T22:13:20Z"})
        QCOMPARE(parseWireTime(wrong, TimeUnit::Iso), std::nullopt);
}

QTEST_GUILESS_MAIN(TestStrictCodec)
#include "tst_strictcodec.moc"
