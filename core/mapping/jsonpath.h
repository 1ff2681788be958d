// JsonPath: an RFC 9535 query, compiled once, evaluated over a simdjson document without copying the tree.
// Immutable after compile(); evaluation from any thread. Where the RFC leaves a choice: an object that holds a name
// twice gives the last value for that name and all of them to wildcards and descendants; members come in document
// order. Bounds: 4,096 UTF-16 units and 256 segments per query, 32 nested filters, parentheses and calls; 16 million
// steps per evaluation; regular expressions as in iregexp.h (beyond its bounds nothing matches).
#pragma once

#include "core/types/functionref.h"
#include "core/types/result.h"

#include <QtCore/QString>

#include <simdjson.h>

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace hookboard {

struct PathError
{
    qsizetype position = 0; // offset of the offending character in the query, UTF-16 units
    QString message;
};

class JsonPath
{
public:
    using Node = simdjson::dom::element;

    // Refuses what is not well-formed or not valid (RFC 9535 section 2.1, 2.4.3 well-typedness).
    static std::variant<JsonPath, PathError> compile(QStringView query);
    // The query that starts at `from` in a longer text; `end` becomes the offset behind it.
    static std::variant<JsonPath, PathError> compileAt(QStringView text, qsizetype from, qsizetype &end);

    // True for a query that selects at most one node and needs no list: names and indexes only.
    bool isSingular() const;
    // Singular queries only, without any allocation; nullopt when nothing is selected.
    std::optional<Node> single(Node root) const;
    // For callers that look up the first name themselves: the name that a singular query starts with (nullptr when it
    // starts with an index or is only $), and what the rest of the query leads to from that member.
    const std::string *leadingName() const;
    std::optional<Node> singleBehindName(Node member) const;
    // All selected nodes in the order of the RFC. `visit` returns false to stop. False when the evaluation was cut off
    // by its bounds (`limit` nodes, or too many steps), so that nodes may be missing.
    bool each(Node root, FunctionRef<bool(Node)> visit, qsizetype limit = 100'000) const;

    struct Program;

private:
    std::shared_ptr<const Program> m_program;
};

} // namespace hookboard
