// Filter: a compiled condition over an event, such as
//   $.amount >= 100 and (type in ["order.paid", "order.refunded"] or not header:X-Test exists)
// Immutable after compile(); any thread.
//
//   filter    = all { "or" all }          all = one { "and" one }
//   one       = "not" one | "(" filter ")" | condition
//   condition = path "exists" | path ("=" | "!=" | "<" | "<=" | ">" | ">=") (literal | path)
//             | path "in" "[" [ literal { "," literal } ] "]" | path "contains" literal | path "matches" text
//
// Words are read in any case, "==" is read as "=". Paths are those of FieldPath; literals are JSON without arrays and
// objects. Conditions look at the first node that a path selects, with the rules of RFC 9535: numbers compare exactly,
// text by code points, values of different types are unequal and unordered, and so is a value that is missing.
// exists: something is selected, be it null. contains: any selected node is text with this part or an array with this
// element, or, for a path that selects several nodes, is this value. matches: an I-Regexp (RFC 9485) is found in the
// text. Header and query values are text: header:X-Count = "5", not 5. Bounds: 8,192 UTF-16 units, parentheses and
// "not" nested 32 deep, and those of JsonPath and IRegexp.
#pragma once

#include "core/mapping/fieldpath.h"

namespace hookboard {

class Filter
{
public:
    // The empty text is the filter that lets everything through.
    static std::variant<Filter, PathError> compile(QStringView text, SharedPaths *shared = nullptr);
    bool matches(const EventView &view) const;

    struct Program;

private:
    std::shared_ptr<const Program> m_program;
};

} // namespace hookboard
