// Filter: a compiled condition over an event, such as
//   $.amount >= 100 and (type in ["order.paid", "order.refunded"] or not header:X-Test exists)
// Operators: = != < <= > >= in contains matches exists, combined with and, or, not and parentheses; literals are JSON.
// Comparing values of different types is false (and != is true); matches is an I-Regexp (RFC 9485) search.
#pragma once

#include "core/mapping/fieldpath.h"

namespace hookboard {

class Filter
{
public:
    // The empty text is the filter that lets everything through.
    static std::variant<Filter, PathError> compile(QStringView text);
    bool matches(const EventView &view) const;

    struct Program;

private:
    std::shared_ptr<const Program> m_program;
};

} // namespace hookboard
