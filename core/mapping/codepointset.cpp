#include "core/mapping/codepointset.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace hookboard {

namespace {

constexpr char32_t kLastCodePoint = 0x10ffff;

// The two letters of each QChar::Category, in its order.
constexpr std::u16string_view kCategoryNames = u"MnMcMeNdNlNoZsZlZpCcCfCsCoCnLuLlLtLmLoPcPdPsPePiPfPoSmScSkSo";
static_assert(kCategoryNames.size() == 2 * (QChar::Symbol_Other + 1));

using Categories = std::map<std::u16string, CodePointSet, std::less<>>;

// One walk over all code points, in about ten milliseconds, when the first category is asked for. Surrogates are left
// out: they are no characters, so no text has them.
Categories readCategories()
{
    Categories categories;
    char32_t first = 0;
    while (first <= kLastCodePoint) {
        const QChar::Category category = QChar::category(first);
        char32_t last = first;
        while (last < kLastCodePoint && QChar::category(last + 1) == category)
            ++last;
        const std::u16string name(kCategoryNames.substr(2 * std::size_t(category), 2));
        if (category != QChar::Other_Surrogate) {
            categories[name].add({first, last});
            categories[name.substr(0, 1)].add({first, last});
        }
        first = last + 1;
    }
    for (auto &[name, set] : categories)
        set.normalize();
    return categories;
}

} // namespace

CodePointSet::CodePointSet(std::initializer_list<CodePointRange> ranges)
    : m_ranges(ranges)
{
    normalize();
}

void CodePointSet::add(const CodePointSet &other)
{
    m_ranges.insert(m_ranges.end(), other.m_ranges.begin(), other.m_ranges.end());
}

void CodePointSet::normalize()
{
    std::sort(m_ranges.begin(), m_ranges.end());
    std::size_t kept = 0;
    for (const CodePointRange &range : m_ranges) {
        if (kept > 0 && range.first <= m_ranges[kept - 1].last + 1)
            m_ranges[kept - 1].last = std::max(m_ranges[kept - 1].last, range.last);
        else
            m_ranges[kept++] = range;
    }
    m_ranges.resize(kept);
}

CodePointSet CodePointSet::complement() const
{
    CodePointSet rest;
    char32_t next = 0;
    for (const CodePointRange &range : m_ranges) {
        if (range.first > next)
            rest.add({next, range.first - 1});
        next = range.last + 1;
    }
    if (next <= kLastCodePoint)
        rest.add({next, kLastCodePoint});
    return rest;
}

const CodePointSet *CodePointSet::category(char16_t major, char16_t minor)
{
    static const Categories categories = readCategories();
    std::u16string name(1, major);
    if (minor != 0)
        name += minor;
    const auto it = categories.find(name);
    return it == categories.end() ? nullptr : &it->second;
}

} // namespace hookboard
