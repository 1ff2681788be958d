// MemberIndex: members of one object by name, so that many lookups walk it once. It learns which names are asked for,
// and looks out for those when it walks the next object; the others cost it next to nothing. Of a name that comes twice
// the last member counts, as in lastMember(). The nodes live as long as the document. One thread at a time.
#pragma once

#include "core/mapping/jsonvalue.h"

#include <array>
#include <cstring>
#include <string>
#include <vector>

namespace hookboard {

class MemberIndex
{
public:
    // Names beyond that are looked up by a walk each.
    static constexpr size_t kMaxNames = 100;

    // A few bytes decide; the whole name is compared where they agree.
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

    void build(simdjson::dom::object object);
    // Precondition: build() was called, and the document still lives.
    std::optional<JsonNode> find(std::string_view name, quint32 nameDigest)
    {
        const Name *known = nameOf(name, nameDigest);
        if (!known)
            known = learn(name, nameDigest);
        if (!known)
            return lastMember(m_object, name);
        return known->found ? std::optional(known->node) : std::nullopt;
    }

private:
    struct Name
    {
        std::string name;
        quint32 digest = 0;
        bool found = false;
        JsonNode node;
    };
    static constexpr size_t kPlaces = 256;

    static size_t placeOf(quint32 nameDigest) { return (nameDigest ^ nameDigest >> 16) % kPlaces; }
    Name *nameOf(std::string_view name, quint32 nameDigest)
    {
        for (size_t place = placeOf(nameDigest); m_places[place] != 0; place = (place + 1) % kPlaces) {
            Name &candidate = m_names[m_places[place] - 1u];
            if (candidate.digest == nameDigest && candidate.name == name)
                return &candidate;
        }
        return nullptr;
    }
    const Name *learn(std::string_view name, quint32 nameDigest);

    simdjson::dom::object m_object;
    std::vector<Name> m_names;
    std::array<quint8, kPlaces> m_places{}; // open addressing by digest: position in m_names + 1; 0 = free
};

} // namespace hookboard
