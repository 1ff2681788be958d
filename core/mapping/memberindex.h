// MemberIndex: the members of one object, so that many lookups by name walk it once. Of a name that comes twice the
// last member counts, as in lastMember(). Reused for object after object, keeping its memory; the nodes live as long as
// the document. One thread at a time.
#pragma once

#include "core/mapping/jsonvalue.h"

#include <cstring>
#include <vector>

namespace hookboard {

class MemberIndex
{
public:
    // Objects with more members are not worth an index, and would keep memory.
    static constexpr size_t kMaxMembers = 1024;

    // A few bytes decide; find() compares the whole name where they agree.
    static quint32 digest(std::string_view name)
    {
        quint32 head = 0;
        quint32 tail = 0;
        if (name.size() >= sizeof head) {
            std::memcpy(&head, name.data(), sizeof head);
            std::memcpy(&tail, name.data() + name.size() - sizeof tail, sizeof tail);
        } else {
            for (const char c : name)
                head = head << 8 | uchar(c);
        }
        return (head * 0x9e3779b1U) ^ (tail * 0x85ebca77U) ^ quint32(name.size());
    }

    // False for an object with too many members; the index is empty then.
    bool build(simdjson::dom::object object);

    std::optional<JsonNode> find(std::string_view name, quint32 nameDigest) const
    {
        for (size_t i = m_digests.size(); i > 0; --i) {
            if (m_digests[i - 1] == nameDigest && m_members[i - 1].first == name)
                return m_members[i - 1].second;
        }
        return std::nullopt;
    }

private:
    std::vector<quint32> m_digests; // apart from the members, so that the search stays within a cache line or two
    std::vector<std::pair<std::string_view, JsonNode>> m_members;
};

} // namespace hookboard
