// CodePointSet: a set of Unicode code points as sorted ranges that neither touch nor overlap. Plain value, any thread.
#pragma once

#include <QtCore/QChar>

#include <vector>

namespace hookboard {

struct CodePointRange
{
    char32_t first = 0;
    char32_t last = 0;

    friend auto operator<=>(const CodePointRange &, const CodePointRange &) = default;
};

class CodePointSet
{
public:
    CodePointSet() = default;
    CodePointSet(std::initializer_list<CodePointRange> ranges);

    void add(CodePointRange range) { m_ranges.push_back(range); }
    void add(const CodePointSet &other);
    // To be called after add(), before anything is read.
    void normalize();
    CodePointSet complement() const;
    const std::vector<CodePointRange> &ranges() const { return m_ranges; }

    // \p{major} or, with a minor letter, \p{Lu}; nullptr when Unicode has no such category. Lives as long as the
    // program.
    static const CodePointSet *category(char16_t major, char16_t minor);

    friend auto operator<=>(const CodePointSet &, const CodePointSet &) = default;

private:
    std::vector<CodePointRange> m_ranges;
};

} // namespace hookboard
