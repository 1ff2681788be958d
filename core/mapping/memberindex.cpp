#include "core/mapping/memberindex.h"

namespace hookboard {

bool MemberIndex::build(simdjson::dom::object object)
{
    m_digests.clear();
    m_members.clear();
    if (object.size() > kMaxMembers)
        return false;
    const auto end = object.end();
    for (auto it = object.begin(); it != end; ++it) {
        const std::string_view name = it.key();
        m_digests.push_back(digest(name));
        m_members.emplace_back(name, it.value());
    }
    return true;
}

} // namespace hookboard
