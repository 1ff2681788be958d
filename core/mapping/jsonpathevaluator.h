// Evaluator of one RFC 9535 query over one document: walks depth first, so that nodes come in the order of the RFC and
// no node list is kept. Its work is counted in steps (about one per member looked at) and ends at kMaxSteps; its native
// recursion is bounded by the segments of the query, not by the depth of the document. One evaluation, on the stack.
#pragma once

#include "core/mapping/jsonpathnodes.h"
#include "core/types/functionref.h"

#include <span>

namespace hookboard::jsonpath {

inline constexpr qint64 kMaxSteps = 16'000'000;

// The only node that names and indexes lead to; `cost` grows with the members looked at.
std::optional<JsonNode> followSingular(std::span<const Segment> segments, JsonNode node, qint64 &cost);

class Evaluator
{
public:
    explicit Evaluator(JsonNode root)
        : m_root(root)
    {}

    // Calls `visit` for each selected node until it returns false.
    void run(const Query &query, FunctionRef<bool(JsonNode)> visit);
    // True when the work was cut off, so that nodes may be missing.
    bool exhausted() const { return m_steps > kMaxSteps; }

private:
    using Visit = FunctionRef<bool(JsonNode)>;

    // A container whose children are being visited.
    struct Cursor
    {
        bool array = false;
        simdjson::dom::array::iterator element;
        simdjson::dom::array::iterator elementEnd;
        simdjson::dom::object::iterator member;
        simdjson::dom::object::iterator memberEnd;
    };

    // jsonpathevaluator.cpp: all return false to stop
    bool apply(const std::vector<Segment> &segments, size_t index, JsonNode node, Visit visit);
    bool descend(const std::vector<Segment> &segments, size_t index, JsonNode node, Visit visit);
    bool select(const std::vector<Segment> &segments, size_t index, JsonNode node, Visit visit);
    bool selectSlice(const SliceSelector &slice, JsonNode node, Visit next);
    bool eachChild(JsonNode node, Visit next);
    void pushCursor(JsonNode node);
    bool popChild(JsonNode &child);
    bool charge(qint64 steps);

    // jsonpathfilter.cpp
    bool holds(const Expression &expression, JsonNode current);
    bool compare(Comparison comparison, const JsonValue &a, const JsonValue &b);
    JsonValue valueOf(const Operand &operand, JsonNode current);
    JsonValue callValue(const Call &call, JsonNode current);
    bool callMatches(const Call &call, JsonNode current);
    void nodesOf(const Query &query, JsonNode current, Visit visit);

    JsonNode m_root;
    qint64 m_steps = 0;
    std::vector<Cursor> m_cursors; // of all descendant segments that are under way, innermost last
};

} // namespace hookboard::jsonpath
