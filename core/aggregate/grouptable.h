// GroupTable: the groups that a binding keeps apart, each in a slot, at most kMaxGroups at a time. A group is the hash
// of its whole text plus the first kMaxText bytes of it, so a megabyte of label costs no megabyte. Lowest free slot
// first: the same events give the same slots.
#pragma once

#include "core/aggregate/statecodec.h"

#include <vector>

namespace hookboard {

struct GroupKey
{
    quint64 hash = 0;
    QByteArrayView text; // the whole text, only looked at during the call
    bool missing = false;

    static GroupKey of(QByteArrayView text, bool missing);
};

struct Group
{
    quint64 hash = 0;
    QByteArray text; // at most kMaxText bytes
    bool missing = false;
    bool used = false;
    quint64 events = 0;  // in all kept buckets
    qsizetype cells = 0; // buckets that hold it
};

class GroupTable
{
public:
    static constexpr qsizetype kMaxGroups = 1'000;
    static constexpr qsizetype kMaxText = 256;

    GroupTable();

    // -1 when it is not kept. The slot of the group asked for last is found without a search.
    int find(const GroupKey &key) const;
    // Precondition: not full and not kept.
    int insert(const GroupKey &key);
    void release(int slot);
    bool isFull() const { return m_used >= kMaxGroups; }
    qsizetype size() const { return m_used; }
    int slotCount() const { return int(m_groups.size()); } // slots beyond were never used

    Group &at(int slot) { return m_groups[size_t(slot)]; }
    const Group &at(int slot) const { return m_groups[size_t(slot)]; }

    void write(StateWriter &out) const;
    void read(StateReader &in);

private:
    bool holds(int slot, const GroupKey &key) const;
    void link(int slot);
    void relink();

    std::vector<Group> m_groups;
    std::vector<qint16> m_index; // open addressing by hash; -1 = free
    qsizetype m_used = 0;
    int m_lowestFree = 0; // no free slot below
    mutable int m_last = -1;
};

} // namespace hookboard
