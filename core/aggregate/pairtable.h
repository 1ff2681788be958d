// PairTable: first events that wait for their second, by key. Bounded in number and in age; what is open is part of the
// checkpoint, so that a pair is found exactly also when a crash lay between its two events. Which of them are given up
// depends on the events alone, never on the clock of this computer. One thread at a time.
#pragma once

#include "core/aggregate/statecodec.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace hookboard {

class PairTable
{
public:
    static constexpr size_t kMaxOpen = 10'000; // beyond that the one that came first is given up

    explicit PairTable(qint64 timeoutUs)
        : m_timeoutUs(timeoutUs)
    {}

    // Gives up what arrived longer than the time-out ago; how many.
    quint64 expire(qint64 receivedUs);
    // A first event. One with the same key that waits already is given up: a new beginning counts from there. Returns
    // how many were given up.
    quint64 open(QByteArrayView key, qint64 timeUs, qint64 receivedUs);
    // A second event: how long after its first it came; nullopt without one. A first event with a later time stays.
    std::optional<qint64> close(QByteArrayView key, qint64 timeUs);
    size_t size() const { return m_open.size(); }

    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    // 128 bits of hash: no two keys of any journal meet.
    struct Key
    {
        quint64 high = 0;
        quint64 low = 0;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct KeyHash
    {
        size_t operator()(const Key &key) const { return size_t(key.low); }
    };
    struct Open
    {
        quint64 order = 0;
        qint64 timeUs = 0;
        qint64 receivedUs = 0;
    };
    using OpenMap = std::unordered_map<Key, Open, KeyHash>;

    static Key keyOf(QByteArrayView text);
    void insert(const Key &key, qint64 timeUs, qint64 receivedUs);
    void erase(OpenMap::iterator entry);

    qint64 m_timeoutUs;
    OpenMap m_open;
    std::map<quint64, Key> m_order; // by when they were opened
    quint64 m_next = 0;
};

} // namespace hookboard
