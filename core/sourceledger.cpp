#include "core/sourceledger.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr qint64 kNsPerSecond = 1'000'000'000;

// Moves a ring on to `now`, clearing the slots that passed.
template <std::size_t N> void advanceRing(std::array<quint32, N> &ring, qint64 &newest, qint64 now)
{
    if (now - newest >= qint64(N))
        ring.fill(0);
    else
        for (qint64 slot = newest + 1; slot <= now; ++slot)
            ring[std::size_t(slot) % N] = 0;
    newest = std::max(newest, now);
}

float percentile(std::vector<float> values, double share)
{
    const auto position = std::ptrdiff_t(double(values.size() - 1) * share);
    std::nth_element(values.begin(), values.begin() + position, values.end());
    return values[std::size_t(position)];
}

} // namespace

SourceLedger::SourceLedger(const Clock &clock)
    : m_clock(clock)
{}

void SourceLedger::setSources(const QStringList &names)
{
    std::erase_if(m_accounts, [&names](const auto &entry) { return !names.contains(entry.first); });
    for (const QString &name : names) {
        Account &account = m_accounts.try_emplace(name).first->second;
        if (const auto past = m_unclaimed.extract(name); !past.empty())
            addPast(account, past.mapped());
    }
}

void SourceLedger::setHistory(const QString &source, quint64 stored, qint64 lastEventUs,
                              const QMap<QString, quint64> &rejected)
{
    const Past past{stored, lastEventUs, rejected};
    if (Account *entry = account(source))
        addPast(*entry, past);
    else
        m_unclaimed.insert_or_assign(source, past);
}

void SourceLedger::addPast(Account &account, const Past &past)
{
    account.stored += past.stored;
    account.lastEventUs = std::max(account.lastEventUs, past.lastEventUs);
    for (auto it = past.rejected.begin(); it != past.rejected.end(); ++it)
        account.rejected[it.key()] += it.value();
}

// Deliveries to unknown sources never get here, so that strangers cannot make the ledger grow.
SourceLedger::Account *SourceLedger::account(const QString &source)
{
    const auto it = m_accounts.find(source);
    return it == m_accounts.end() ? nullptr : &it->second;
}

// Rates run on the steady clock: a wall clock that steps back must not freeze them.
void SourceLedger::advance(Account &account) const
{
    const qint64 second = m_clock.steadyNs() / kNsPerSecond;
    advanceRing(account.perSecond, account.second, second);
    advanceRing(account.perMinute, account.minute, second / 60);
}

void SourceLedger::countAnswered(const QString &source, const Receipt &receipt, qint64 latencyNs)
{
    Account *entry = account(source);
    if (!entry)
        return;
    if (receipt.outcome == Receipt::Outcome::Refused) {
        countRefused(source, receipt.error.code);
        return;
    }
    if (receipt.bodyDiffers) {
        countRejected(source, ErrorCode::BodyDiffers);
    } else if (receipt.outcome == Receipt::Outcome::Stored) {
        advance(*entry);
        ++entry->stored;
        ++entry->perSecond[std::size_t(entry->second) % kSeconds];
        ++entry->perMinute[std::size_t(entry->minute) % kMinutes];
        entry->lastEventUs = m_clock.nowUs() - latencyNs / 1000; // when it arrived, as the journal has it
    } else {
        ++entry->duplicates;
    }
    const float ms = float(double(latencyNs) / 1e6);
    if (entry->latenciesMs.size() < kLatencies)
        entry->latenciesMs.push_back(ms);
    else
        entry->latenciesMs[entry->nextLatency++ % kLatencies] = ms;
}

void SourceLedger::countRejected(const QString &source, ErrorCode code)
{
    if (Account *entry = account(source))
        ++entry->rejected[QString(codeText(code))];
}

void SourceLedger::countRefused(const QString &source, ErrorCode code)
{
    countRejected(source, code);
}

double SourceLedger::ratePerSecond(const Account &account, qint64 nowSecond, int seconds)
{
    quint64 sum = 0;
    for (qint64 slot = nowSecond - seconds; slot < nowSecond; ++slot) { // whole seconds only
        if (slot > account.second - qint64(kSeconds) && slot <= account.second)
            sum += account.perSecond[std::size_t(slot) % kSeconds];
    }
    return double(sum) / seconds;
}

double SourceLedger::eventsPerSecond() const
{
    const qint64 second = m_clock.steadyNs() / kNsPerSecond;
    double sum = 0;
    for (const auto &[name, entry] : m_accounts)
        sum += ratePerSecond(entry, second, 2);
    return sum;
}

qint64 SourceLedger::lastEventUs() const
{
    qint64 last = 0;
    for (const auto &[name, entry] : m_accounts)
        last = std::max(last, entry.lastEventUs);
    return last;
}

SourceHealth SourceLedger::healthOf(const QString &source, const Account &account) const
{
    const qint64 second = m_clock.steadyNs() / kNsPerSecond;
    SourceHealth health;
    health.source = source;
    health.stored = account.stored;
    health.duplicates = account.duplicates;
    health.rejected = account.rejected;
    health.lastEventUs = account.lastEventUs;
    health.ratePerSecond = ratePerSecond(account, second, 10);
    if (!account.latenciesMs.empty()) {
        health.ackP50Ms = double(percentile(account.latenciesMs, 0.50));
        health.ackP99Ms = double(percentile(account.latenciesMs, 0.99));
    }
    const qint64 minute = second / 60;
    for (qint64 slot = minute - qint64(kMinutes) + 1; slot <= minute; ++slot) {
        const bool known = slot > account.minute - qint64(kMinutes) && slot <= account.minute && slot >= 0;
        health.sparkline.append(known ? float(account.perMinute[std::size_t(slot) % kMinutes]) : 0.0F);
    }
    return health;
}

QList<SourceHealth> SourceLedger::health() const
{
    QList<SourceHealth> all;
    for (const auto &[name, entry] : m_accounts)
        all.append(healthOf(name, entry));
    return all;
}

} // namespace hookboard
