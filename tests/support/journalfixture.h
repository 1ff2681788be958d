// A Journal in the test's own thread over a temporary folder, with a clock that the test moves, and everything that the
// journal said since.
#pragma once

#include "core/journal/journal.h"
#include "core/journal/reader.h"
#include "tests/support/deliveries.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <atomic>

namespace hookboard {

class TestClock final : public Clock
{
public:
    qint64 nowUs() const override { return m_nowUs; }
    qint64 steadyNs() const override { return m_steadyNs; }
    void live(qint64 us) // both clocks go on
    {
        m_nowUs += us;
        m_steadyNs += us * 1000;
    }
    void stepWall(qint64 us) { m_nowUs += us; }

private:
    std::atomic<qint64> m_nowUs{1'700'000'000'000'000};
    std::atomic<qint64> m_steadyNs{1'000'000'000};
};

class JournalFixture
{
public:
    JournalFixture() { settings.path = dir.filePath(QStringLiteral("journal.sqlite")); }
    ~JournalFixture() { close(); }
    JournalFixture(const JournalFixture &) = delete;
    JournalFixture &operator=(const JournalFixture &) = delete;

    QTemporaryDir dir;
    TestClock clock;
    JournalSettings settings;
    std::unique_ptr<Journal> journal;
    std::vector<CommitReportPtr> reports;
    std::vector<JournalState> states;
    int quarantined = 0;
    quint64 nextTicket = 1;

    void open()
    {
        journal = std::make_unique<Journal>(settings, clock);
        QObject::connect(journal.get(), &Journal::committed, journal.get(),
                         [this](const CommitReportPtr &report) { reports.push_back(report); });
        QObject::connect(journal.get(), &Journal::stateChanged, journal.get(),
                         [this](const JournalState &state) { states.push_back(state); });
        QObject::connect(journal.get(), &Journal::quarantined, journal.get(), [this](int added) { quarantined += added; });
        journal->open();
    }
    void close()
    {
        if (journal)
            journal->close();
        journal.reset();
    }
    void append(VerifiedDelivery delivery)
    {
        auto batch = std::make_shared<std::vector<AppendRequest>>();
        batch->push_back({nextTicket++, std::move(delivery)});
        journal->append(batch);
    }
    void append(const QByteArray &id, const QByteArray &body = QByteArrayLiteral("{}"))
    {
        append(TestDeliveries::make(id, body));
    }
    std::size_t receiptCount() const
    {
        std::size_t count = 0;
        for (const CommitReportPtr &report : reports)
            count += report->receipts.size();
        return count;
    }
    // Appends and waits for the answer.
    Receipt store(VerifiedDelivery delivery)
    {
        const std::size_t before = receiptCount();
        append(std::move(delivery));
        if (!QTest::qWaitFor([&] { return receiptCount() > before; }, 20'000))
            return {};
        return reports.back()->receipts.back().receipt;
    }
    Receipt store(const QByteArray &id, const QByteArray &body = QByteArrayLiteral("{}"))
    {
        return store(TestDeliveries::make(id, body));
    }
    // Stores n deliveries with the ids prefix0, prefix1, ... that arrive stepUs apart.
    void storeMany(const QByteArray &prefix, int n, qint64 fromUs, qint64 stepUs,
                   const QByteArray &body = QByteArrayLiteral("{}"))
    {
        const std::size_t before = receiptCount();
        for (int i = 0; i < n; ++i) {
            const QByteArray id = prefix + QByteArray::number(i);
            RawDelivery raw = TestDeliveries::raw(id, body);
            raw.receivedUs = fromUs + i * stepUs;
            append(TestDeliveries::make(std::move(raw), TestDeliveries::verdict(id)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(receiptCount(), before + static_cast<std::size_t>(n), 20'000);
    }
    bool isWritable() const { return !states.empty() && states.back().writable; }
    ErrorCode errorCode() const
    {
        return states.empty() || !states.back().error ? ErrorCode::InvalidArgument : states.back().error->code;
    }
    std::unique_ptr<JournalReader> reader() const
    {
        auto opened = JournalReader::open(settings.path);
        return opened ? std::move(*opened) : nullptr;
    }
    std::vector<StoredEvent> all() const
    {
        EventQuery query;
        query.limit = 1'000'000;
        const auto opened = reader();
        const auto page = opened ? opened->events(query) : Result<EventBatch>(ErrorCode::NotFound, {});
        return page ? **page : std::vector<StoredEvent>();
    }
};

} // namespace hookboard
