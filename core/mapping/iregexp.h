// IRegexp: an interoperable regular expression (RFC 9485), compiled once. Immutable; match from any thread.
// Bounds: patterns up to 1,024 UTF-16 units, subjects up to 64 KiB of UTF-8, and a fixed number of backtracking steps;
// beyond any of them nothing matches (gaveUp() of the answer tells).
#pragma once

#include <QtCore/QRegularExpression>
#include <QtCore/QString>

#include <optional>
#include <string_view>

namespace hookboard {

class IRegexp
{
public:
    enum class Mode { Whole, Search };
    enum class Answer { No, Yes, GaveUp };

    static constexpr qsizetype kMaxPatternLength = 1024;
    static constexpr size_t kMaxSubjectBytes = 64 * 1024;

    // nullopt for what RFC 9485 does not allow (lookaround, back references, \d, lazy quantifiers, ...) and what
    // exceeds the bounds. `problemAt` gets the offset of the offending character.
    static std::optional<IRegexp> compile(QStringView pattern, Mode mode, qsizetype *problemAt = nullptr);

    Answer match(std::string_view utf8) const;

private:
    explicit IRegexp(QRegularExpression expression);
    QRegularExpression m_expression;
};

} // namespace hookboard
