// IRegexp: an interoperable regular expression (RFC 9485), compiled once. Immutable; match from any thread.
// Matching takes time linear in the text, whatever the pattern. Bounds: patterns up to 1,024 UTF-16 units whose counted
// repetitions, written out, come to at most 4,096 steps; texts up to 1 MiB of UTF-8; and, for the few patterns whose
// automaton is too large to be made beforehand, a product of text and pattern of some 16 million.
#pragma once

#include "core/mapping/iregexptree.h"

#include <QtCore/QStringView>

#include <memory>
#include <optional>
#include <string_view>

namespace hookboard {

namespace iregexp {
struct Program;
}

class IRegexp
{
public:
    enum class Mode { Whole, Search };
    enum class Use { Often, Once }; // Once: a pattern that comes with the text; compiles fast, matches slower
    enum class Answer { No, Yes, GaveUp };
    using Problem = iregexp::Problem;

    static constexpr qsizetype kMaxPatternLength = 1024;
    static constexpr size_t kMaxSubjectBytes = 1024 * 1024;

    // nullopt for what RFC 9485 does not allow (lookaround, back references, \d, lazy quantifiers, ...) and what
    // exceeds the bounds; `problem` tells which, and where.
    static std::optional<IRegexp> compile(QStringView pattern, Mode mode, Problem *problem = nullptr,
                                          Use use = Use::Often);

    // GaveUp beyond the bounds. Adds to `work`, if given, about one for each ten nanoseconds spent.
    Answer match(std::string_view utf8, qint64 *work = nullptr) const;
    // What compiling took, in the same unit.
    qint64 compileWork() const;

private:
    explicit IRegexp(std::shared_ptr<const iregexp::Program> program);
    std::shared_ptr<const iregexp::Program> m_program;
};

} // namespace hookboard
