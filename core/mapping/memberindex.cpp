#include "core/mapping/memberindex.h"

namespace hookboard {

void MemberIndex::build(simdjson::dom::object object)
{
    m_object = object;
    for (Name &name : m_names)
        name.found = false;
    const auto end = object.end();
    for (auto it = object.begin(); it != end; ++it) {
        const std::string_view key = it.key();
        if (Name *name = nameOf(key, digest(key))) {
            name->node = it.value();
            name->found = true;
        }
    }
}

// Null when there are too many names already.
const MemberIndex::Name *MemberIndex::learn(std::string_view name, quint32 nameDigest)
{
    if (m_names.size() >= kMaxNames)
        return nullptr;
    const auto member = lastMember(m_object, name);
    m_names.push_back({std::string(name), nameDigest, member.has_value(), member.value_or(JsonNode())});
    size_t place = placeOf(nameDigest);
    while (m_places[place] != 0)
        place = (place + 1) % kPlaces;
    m_places[place] = quint8(m_names.size());
    return &m_names.back();
}

} // namespace hookboard
