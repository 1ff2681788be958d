// The promise itself: a child that stores deliveries is killed in mid-burst, again and again over the same file. Every
// id that it acknowledged before must be there exactly once.
#include "tests/support/journalfixture.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <cstdio>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRounds = 8;

// The child: appends bursts without end and prints each id once its receipt says stored.
int storeUntilKilled(const QString &path, const QByteArray &prefix)
{
    SystemClock clock;
    JournalSettings settings;
    settings.path = path;
    settings.walLimitBytes = 2 * 1024 * 1024; // so that checkpoints are interrupted, too
    Journal journal(settings, clock);
    QObject::connect(&journal, &Journal::committed, &journal, [](const CommitReportPtr &report) {
        for (const TicketReceipt &each : report->receipts) {
            if (each.receipt.outcome == Receipt::Outcome::Stored)
                std::printf("%s\n", each.receipt.deliveryId.constData());
        }
        std::fflush(stdout);
    });
    journal.open();
    journal.setListening(true);
    int next = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &journal, [&] {
        auto batch = std::make_shared<std::vector<AppendRequest>>();
        for (int i = 0; i < 20; ++i, ++next)
            batch->push_back({0, TestDeliveries::make(prefix + QByteArray::number(next), QByteArray(1000, 'x'))});
        journal.append(batch);
    });
    timer.start(0);
    return QCoreApplication::exec();
}

} // namespace

class TestJournalKill : public QObject
{
    Q_OBJECT
private slots:
    void keepsWhatWasAcknowledged();
};

void TestJournalKill::keepsWhatWasAcknowledged()
{
    JournalFixture f;
    QHash<QByteArray, int> acknowledged;
    QRandomGenerator random(QRandomGenerator::securelySeeded());
    for (int round = 0; round < kRounds; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--store"_s, f.settings.path, u"r%1-"_s.arg(round)});
        QVERIFY(child.waitForReadyRead(20'000));
        QVERIFY(!child.waitForFinished(random.bounded(20, 250)));
        child.kill();
        QVERIFY(child.waitForFinished());
        QByteArray output = child.readAllStandardOutput();
        output.truncate(output.lastIndexOf('\n') + 1); // the last line may be torn
        for (const QByteArray &id : output.split('\n')) {
            if (!id.isEmpty())
                ++acknowledged[id];
        }
    }
    QVERIFY(acknowledged.size() > kRounds * 20);
    f.open();
    QVERIFY(f.isWritable());
    QHash<QByteArray, int> stored;
    for (const StoredEvent &event : f.all())
        ++stored[event.deliveryId];
    for (auto it = acknowledged.cbegin(); it != acknowledged.cend(); ++it)
        QVERIFY2(stored.value(it.key()) == 1, it.key().constData());
    QCOMPARE(f.reader()->check().value(), QStringList());
    QCOMPARE(f.states.back().eventCount, static_cast<quint64>(stored.size()));
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--store"_s)
        return storeUntilKilled(arguments[2], arguments[3].toUtf8());
    TestJournalKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journalkill.moc"
