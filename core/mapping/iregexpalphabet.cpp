#include "core/mapping/iregexpprogram.h"

#include <algorithm>
#include <map>

namespace hookboard::iregexp {

namespace {

constexpr char32_t kReplacement = 0xfffd;

// The code point at `at`, which moves behind it. Shortest forms only, no surrogates, at most U+10FFFF.
char32_t takeCharacter(const char *&at, const char *end)
{
    const auto lead = static_cast<unsigned char>(*at++);
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || end - at < more)
        return kReplacement;
    char32_t c = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(at[i]);
        if ((byte & 0xc0U) != 0x80)
            return kReplacement;
        c = (c << 6) | (byte & 0x3fU);
    }
    constexpr std::array<char32_t, 4> kLeast{0, 0x80, 0x800, 0x10000};
    if (c < kLeast[std::size_t(more)] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        return kReplacement;
    at += more;
    return c;
}

} // namespace

Alphabet::Alphabet(const std::vector<CodePointSet> &sets)
{
    m_starts.push_back(0);
    for (const CodePointSet &set : sets) {
        for (const CodePointRange &range : set.ranges()) {
            m_starts.push_back(range.first);
            m_starts.push_back(range.last + 1);
        }
    }
    m_work = qint64(m_starts.size());
    std::sort(m_starts.begin(), m_starts.end());
    m_starts.erase(std::unique(m_starts.begin(), m_starts.end()), m_starts.end());

    // Which sets hold an interval; intervals that the same sets hold are one class.
    std::vector<std::vector<quint16>> holders(m_starts.size());
    for (std::size_t set = 0; set < sets.size(); ++set) {
        for (const CodePointRange &range : sets[set].ranges()) {
            auto at = std::lower_bound(m_starts.begin(), m_starts.end(), range.first) - m_starts.begin();
            for (; std::size_t(at) < m_starts.size() && m_starts[std::size_t(at)] <= range.last; ++at, ++m_work)
                holders[std::size_t(at)].push_back(quint16(set));
        }
    }
    std::map<std::vector<quint16>, quint16> classes;
    for (const std::vector<quint16> &sameSets : holders)
        m_classOf.push_back(classes.try_emplace(sameSets, quint16(classes.size())).first->second);
    m_classes = quint16(classes.size());
    m_member.resize(sets.size() * m_classes, 0);
    for (const auto &[sameSets, index] : classes) {
        for (const quint16 set : sameSets)
            m_member[set * std::size_t(m_classes) + index] = 1;
    }
    for (std::size_t c = 0; c < m_ascii.size(); ++c)
        m_ascii[c] = classOf(char32_t(c));
}

quint16 Alphabet::classOf(char32_t c) const
{
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), c);
    return m_classOf[std::size_t(behind - m_starts.begin()) - 1];
}

quint16 Alphabet::takeClass(const char *&at, const char *end) const
{
    const auto byte = static_cast<unsigned char>(*at);
    if (byte < m_ascii.size()) {
        ++at;
        return m_ascii[byte];
    }
    return classOf(takeCharacter(at, end));
}

} // namespace hookboard::iregexp
