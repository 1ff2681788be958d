// SourceLedger: what happened at each source, counted where it happens. Lives in the ingest thread.
#pragma once

#include "core/types/clock.h"
#include "core/types/delivery.h"
#include "core/types/source.h"

#include <array>
#include <map>
#include <vector>

namespace hookboard {

class SourceLedger
{
public:
    explicit SourceLedger(const Clock &clock);

    // Sources not named are forgotten.
    void setSources(const QStringList &names);
    // What the journal holds from earlier runs; counts go on from there, also of a source that becomes known later.
    void setHistory(const QString &source, quint64 stored, qint64 lastEventUs, const QMap<QString, quint64> &rejected);

    // `latencyNs`: from its arrival to now.
    void countAnswered(const QString &source, const Receipt &receipt, qint64 latencyNs);
    void countRejected(const QString &source, ErrorCode code); // by verification
    void countRefused(const QString &source, ErrorCode code);  // for lack of room; the sender tries again

    QList<SourceHealth> health() const;
    double eventsPerSecond() const; // over the last 2 s
    qint64 lastEventUs() const;

private:
    static constexpr std::size_t kSeconds = 16; // ring of stored events per second
    static constexpr std::size_t kMinutes = 60; // ring of stored events per minute
    static constexpr std::size_t kLatencies = 1000;

    struct Past
    {
        quint64 stored = 0;
        qint64 lastEventUs = 0;
        QMap<QString, quint64> rejected;
    };
    struct Account
    {
        quint64 stored = 0;
        quint64 duplicates = 0;
        QMap<QString, quint64> rejected;
        qint64 lastEventUs = 0;
        std::array<quint32, kSeconds> perSecond{};
        std::array<quint32, kMinutes> perMinute{};
        qint64 second = 0; // newest second and minute in the rings
        qint64 minute = 0;
        std::vector<float> latenciesMs; // ring
        std::size_t nextLatency = 0;
    };

    static void addPast(Account &account, const Past &past);
    Account *account(const QString &source);
    void advance(Account &account) const;
    static double ratePerSecond(const Account &account, qint64 nowSecond, int seconds);
    SourceHealth healthOf(const QString &source, const Account &account) const;

    const Clock &m_clock;
    std::map<QString, Account> m_accounts;
    std::map<QString, Past> m_unclaimed; // history of sources that are not known (yet)
};

} // namespace hookboard
