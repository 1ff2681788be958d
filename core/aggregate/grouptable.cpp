#include "core/aggregate/grouptable.h"

#include "core/types/utf8cut.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr size_t kIndexSize = 4'096;
constexpr quint64 kMissingSeed = 1;

QByteArrayView cut(QByteArrayView text)
{
    return cutUtf8(text, GroupTable::kMaxText);
}

} // namespace

GroupKey GroupKey::of(QByteArrayView text, bool missing)
{
    return {hash64(text, missing ? kMissingSeed : 0), text, missing};
}

GroupTable::GroupTable()
    : m_index(kIndexSize, -1)
{}

bool GroupTable::holds(int slot, const GroupKey &key) const
{
    const Group &group = at(slot);
    if (!group.used || group.hash != key.hash || group.missing != key.missing)
        return false;
    const QByteArrayView text = key.text.size() <= kMaxText ? key.text : cut(key.text);
    return group.text.size() == text.size() && std::equal(text.begin(), text.end(), group.text.constData());
}

int GroupTable::find(const GroupKey &key) const
{
    if (m_last >= 0 && holds(m_last, key))
        return m_last;
    for (size_t i = key.hash % kIndexSize; m_index[i] >= 0; i = (i + 1) % kIndexSize) {
        if (holds(m_index[i], key)) {
            m_last = m_index[i];
            return m_last;
        }
    }
    return -1;
}

void GroupTable::link(int slot)
{
    size_t i = at(slot).hash % kIndexSize;
    while (m_index[i] >= 0)
        i = (i + 1) % kIndexSize;
    m_index[i] = qint16(slot);
}

void GroupTable::relink()
{
    std::fill(m_index.begin(), m_index.end(), qint16(-1));
    for (int slot = 0; slot < slotCount(); ++slot) {
        if (at(slot).used)
            link(slot);
    }
    m_last = -1;
}

int GroupTable::insert(const GroupKey &key)
{
    int slot = m_lowestFree;
    while (slot < slotCount() && at(slot).used)
        ++slot;
    if (slot == slotCount())
        m_groups.emplace_back();
    m_lowestFree = slot + 1;
    at(slot) = Group{key.hash, cut(key.text).toByteArray(), key.missing, true, 0, 0};
    ++m_used;
    link(slot);
    return slot;
}

void GroupTable::release(int slot)
{
    // Closes the hole in the probe sequence by moving what follows (Knuth, algorithm 6.4 R).
    size_t hole = at(slot).hash % kIndexSize;
    while (m_index[hole] != slot)
        hole = (hole + 1) % kIndexSize;
    for (size_t i = (hole + 1) % kIndexSize; m_index[i] >= 0; i = (i + 1) % kIndexSize) {
        const size_t home = at(m_index[i]).hash % kIndexSize;
        if ((i - home) % kIndexSize >= (i - hole) % kIndexSize) {
            m_index[hole] = m_index[i];
            hole = i;
        }
    }
    m_index[hole] = -1;
    at(slot) = {};
    --m_used;
    m_lowestFree = std::min(m_lowestFree, slot);
    m_last = -1;
}

void GroupTable::write(StateWriter &out) const
{
    // Free slots at the end are left out: whether they were ever used must not show.
    int last = slotCount();
    while (last > 0 && !at(last - 1).used)
        --last;
    out.number(quint64(last));
    for (int slot = 0; slot < last; ++slot) {
        const Group &group = at(slot);
        out.flag(group.used);
        if (!group.used)
            continue;
        out.fixed(group.hash);
        out.flag(group.missing);
        out.bytes(group.text);
    }
}

void GroupTable::read(StateReader &in)
{
    *this = GroupTable();
    const qsizetype size = in.count(kMaxGroups);
    for (qsizetype slot = 0; slot < size && in.ok(); ++slot) {
        Group &group = m_groups.emplace_back();
        group.used = in.flag();
        if (!group.used)
            continue;
        group.hash = in.fixed();
        group.missing = in.flag();
        group.text = in.bytes(kMaxText);
        ++m_used;
    }
    relink();
}

} // namespace hookboard
