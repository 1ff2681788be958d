// JsonPath: an RFC 9535 query, compiled once, evaluated over a simdjson document without copying the tree.
// Immutable after compile(); evaluation from any thread.
#pragma once

#include "core/types/result.h"

#include <QtCore/QString>

#include <simdjson.h>

#include <functional>
#include <memory>
#include <vector>

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

    // True for a query that selects at most one node and needs no list: names and indexes only.
    bool isSingular() const;
    // Singular queries only, without any allocation; nullopt when nothing is selected.
    std::optional<Node> single(Node root) const;
    // All selected nodes in the order of the RFC. `visit` returns false to stop. Bounded: at most `limit` nodes.
    void each(Node root, const std::function<bool(Node)> &visit, qsizetype limit = 100'000) const;

    struct Program;
private:
    std::shared_ptr<const Program> m_program;
};

} // namespace hookboard
