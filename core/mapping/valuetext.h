// ValueText: what a value, group, key, label or column is made of. Compiled once; one thread at a time.
//   $.amount                a path, and only that: the fast way
//   {$.first} {$.last}      a template: text with paths in braces; {{ and }} are braces. Missing when one of them is
//   = {$.a} * {$.b} / 100   an expression
// A text that starts like a path is one, whatever braces stand in it.
#pragma once

#include "core/mapping/expression.h"

#include <string>

namespace hookboard {

class ValueText
{
public:
    static constexpr qsizetype kMaxLength = 4096;           // UTF-16 units of a template
    static constexpr qsizetype kMaxTextBytes = 1024 * 1024; // of what it makes: more is "too-long"

    static std::variant<ValueText, PathError> compile(QStringView text, SharedPaths *shared = nullptr);
    static ValueText ofPath(FieldPath path);

    // Null for a template and an expression.
    const FieldPath *path() const { return std::get_if<FieldPath>(&m_content); }
    // `why` says why there is Nothing; a path that selects nothing is "missing", or "not-json". Valid until the view's
    // next reset().
    JsonValue find(const EventView &view, SkipReason &why) const;

private:
    struct Piece
    {
        std::string literal; // before the path
        std::optional<FieldPath> path;
    };
    using Template = std::vector<Piece>;

    static std::variant<ValueText, PathError> compileTemplate(QStringView text, SharedPaths *shared);
    static JsonValue composed(const Template &pieces, const EventView &view, SkipReason &why);

    std::variant<FieldPath, Template, Expression> m_content;
};

} // namespace hookboard
