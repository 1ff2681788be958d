// Prints how verification compares with the bare HMAC of the same run; asserts only that every delivery was accepted.
#include "tests/support/verifybench.h"

#include <QtTest/QTest>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <chrono>

using namespace hookboard;
using namespace hookboard::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRounds = 7;
constexpr int kPerRound = 4000;

// Best of some rounds, per second: other work on the machine only ever makes it slower.
template <typename Work> double bestRate(Work work)
{
    double best = 0;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < kPerRound; ++i)
            work();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        best = std::max(best, kPerRound / took.count());
    }
    return best;
}

QByteArray kilobyte()
{
    QByteArray body = R"({"id":"evt_1","type":"invoice.paid","created":1700000005,"data":{"items":[)";
    for (int i = 0; body.size() < 980; ++i)
        body += R"({"sku":"item-)" + QByteArray::number(i) + R"(","amount":)" + QByteArray::number(i * 1.25) + "},";
    return body + "{}]}}";
}

} // namespace

class TestVerifySpeed : public QObject
{
    Q_OBJECT

private slots:
    void oneKilobyteAgainstTheBareHmac_data();
    void oneKilobyteAgainstTheBareHmac();
};

void TestVerifySpeed::oneKilobyteAgainstTheBareHmac_data()
{
    QTest::addColumn<QString>("provider");
    QTest::newRow("github, facts in headers") << u"github"_s;
    QTest::newRow("stripe, facts in the body") << u"stripe"_s;
}

void TestVerifySpeed::oneKilobyteAgainstTheBareHmac()
{
    QFETCH(QString, provider);
    const QByteArray body = kilobyte();
    const SourceWithSecrets source = makeSource(provider, {"a secret of thirty-two bytes, ok"});
    Bench bench(source);
    Headers headers(QList<Header>{{"Host", "127.0.0.1:8765"},
                                  {"User-Agent", "sender/1.0"},
                                  {"Content-Length", QByteArray::number(body.size())},
                                  {"Accept", "*/*"},
                                  {"Content-Type", "application/json"}});
    const Headers made = signedHeaders(source, body, "id-1", u"push"_s);
    for (const Header &field : made.fields())
        headers.append(field.first, field.second);
    const RawDelivery delivery = makeDelivery(body, headers);

    int refused = 0;
    const double verified = bestRate([&] {
        if (std::holds_alternative<Rejection>(bench.verifier.verify(delivery)))
            ++refused;
    });
    uchar mac[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    const double bare = bestRate([&] {
        HMAC(EVP_sha256(), "a secret of thirty-two bytes, ok", 32, reinterpret_cast<const uchar *>(body.constData()),
             std::size_t(body.size()), mac, &size);
    });
    qInfo("%s: %.0f verifications/s, %.0f one-shot HMAC/s, ratio %.2f", qPrintable(provider), verified, bare,
          verified / bare);
    QCOMPARE(refused, 0);
    QCOMPARE(size, 32U);
}

QTEST_GUILESS_MAIN(TestVerifySpeed)
#include "tst_verifyspeed.moc"
