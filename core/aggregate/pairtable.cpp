#include "core/aggregate/pairtable.h"

namespace hookboard {

namespace {

constexpr quint64 kOtherSeed = 0x9e3779b97f4a7c15ULL;

} // namespace

PairTable::Key PairTable::keyOf(QByteArrayView text)
{
    return {hash64(text, kOtherSeed), hash64(text)};
}

void PairTable::insert(const Key &key, qint64 timeUs, qint64 receivedUs)
{
    m_open.insert_or_assign(key, Open{m_next, timeUs, receivedUs});
    m_order.emplace(m_next, key);
    ++m_next;
}

void PairTable::erase(OpenMap::iterator entry)
{
    m_order.erase(entry->second.order);
    m_open.erase(entry);
}

quint64 PairTable::expire(qint64 receivedUs)
{
    quint64 given = 0;
    while (!m_order.empty()) {
        const auto oldest = m_open.find(m_order.begin()->second);
        if (receivedUs - oldest->second.receivedUs <= m_timeoutUs)
            break;
        erase(oldest);
        ++given;
    }
    return given;
}

quint64 PairTable::open(QByteArrayView key, qint64 timeUs, qint64 receivedUs)
{
    const Key hashed = keyOf(key);
    quint64 given = 0;
    if (const auto waiting = m_open.find(hashed); waiting != m_open.end()) {
        erase(waiting);
        ++given;
    } else if (m_open.size() >= kMaxOpen) {
        erase(m_open.find(m_order.begin()->second));
        ++given;
    }
    insert(hashed, timeUs, receivedUs);
    return given;
}

std::optional<qint64> PairTable::close(QByteArrayView key, qint64 timeUs)
{
    const auto first = m_open.find(keyOf(key));
    if (first == m_open.end() || first->second.timeUs > timeUs)
        return std::nullopt;
    const qint64 took = timeUs - first->second.timeUs;
    erase(first);
    return took;
}

void PairTable::write(StateWriter &out) const
{
    out.number(m_order.size());
    qint64 before = 0;
    for (const auto &[order, key] : m_order) {
        const Open &open = m_open.at(key);
        out.fixed(key.high);
        out.fixed(key.low);
        out.integer(open.receivedUs - before);
        out.integer(open.timeUs - open.receivedUs);
        before = open.receivedUs;
    }
}

void PairTable::read(StateReader &in)
{
    const qsizetype size = in.count(qsizetype(kMaxOpen));
    qint64 before = 0;
    for (qsizetype i = 0; i < size && in.ok(); ++i) {
        Key key;
        key.high = in.fixed();
        key.low = in.fixed();
        if (m_open.contains(key))
            in.fail();
        const qint64 receivedUs = before + in.integer();
        const qint64 timeUs = receivedUs + in.integer();
        insert(key, timeUs, receivedUs);
        before = receivedUs;
    }
}

} // namespace hookboard
