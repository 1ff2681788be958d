#include "core/mapping/jsonpathevaluator.h"

#include <algorithm>

namespace hookboard::jsonpath {

namespace dom = simdjson::dom;

namespace {

bool arrayOf(JsonNode node, dom::array &array)
{
    return node.get_array().get(array) == simdjson::SUCCESS;
}

bool objectOf(JsonNode node, dom::object &object)
{
    return node.get_object().get(object) == simdjson::SUCCESS;
}

// Both go from `node` to what it holds; false when it holds no such thing.
bool goToElement(JsonNode &node, qint64 index, qint64 &cost)
{
    dom::array array;
    if (!arrayOf(node, array))
        return false;
    if (index < 0)
        index += qint64(array.size());
    if (index < 0 || index >= qint64(array.size()))
        return false;
    cost += index;
    auto it = array.begin();
    for (; index > 0; --index)
        ++it;
    node = *it;
    return true;
}

bool goToMember(JsonNode &node, std::string_view name, qint64 &cost)
{
    dom::object object;
    if (!objectOf(node, object))
        return false;
    cost += qint64(object.size());
    bool found = false;
    const auto end = object.end();
    for (auto it = object.begin(); it != end; ++it) { // the last of that name counts
        if (it.key_equals(name)) {
            node = it.value();
            found = true;
        }
    }
    return found;
}

bool goTo(const Selector &selector, JsonNode &node, qint64 &cost)
{
    if (const auto *name = std::get_if<NameSelector>(&selector))
        return goToMember(node, name->name, cost);
    if (const auto *index = std::get_if<IndexSelector>(&selector))
        return goToElement(node, index->index, cost);
    return false;
}

} // namespace

std::optional<JsonNode> followSingular(std::span<const Segment> segments, JsonNode node, qint64 &cost)
{
    for (const Segment &segment : segments) {
        if (!goTo(segment.selectors.front(), node, cost))
            return std::nullopt;
    }
    return node;
}

void Evaluator::run(const Query &query, FunctionRef<bool(JsonNode)> visit)
{
    apply(query.segments, 0, m_root, visit);
}

bool Evaluator::charge(qint64 steps)
{
    m_steps += steps;
    return m_steps <= kMaxSteps;
}

bool Evaluator::apply(const std::vector<Segment> &segments, size_t index, JsonNode node, Visit visit)
{
    for (; index < segments.size() && segments[index].isSingular(); ++index) {
        if (!goTo(segments[index].selectors.front(), node, m_steps))
            return charge(1);
    }
    if (!charge(1))
        return false;
    if (index == segments.size())
        return visit(node);
    return segments[index].descendant ? descend(segments, index, node, visit) : select(segments, index, node, visit);
}

// Visits the node and all below it, parents first, and selects from each.
bool Evaluator::descend(const std::vector<Segment> &segments, size_t index, JsonNode node, Visit visit)
{
    const size_t base = m_cursors.size();
    bool going = select(segments, index, node, visit);
    pushCursor(node);
    while (going && m_cursors.size() > base) {
        JsonNode child;
        if (!popChild(child))
            continue;
        going = charge(1) && select(segments, index, child, visit);
        pushCursor(child);
    }
    m_cursors.erase(m_cursors.begin() + std::ptrdiff_t(base), m_cursors.end());
    return going;
}

void Evaluator::pushCursor(JsonNode node)
{
    Cursor cursor;
    dom::array array;
    dom::object object;
    if (arrayOf(node, array)) {
        cursor.array = true;
        cursor.element = array.begin();
        cursor.elementEnd = array.end();
    } else if (objectOf(node, object)) {
        cursor.member = object.begin();
        cursor.memberEnd = object.end();
    } else {
        return;
    }
    m_cursors.push_back(cursor);
}

// The next child of the innermost container; drops the container and returns false when it has no more.
bool Evaluator::popChild(JsonNode &child)
{
    Cursor &top = m_cursors.back();
    if (top.array && top.element != top.elementEnd) {
        child = *top.element;
        ++top.element;
        return true;
    }
    if (!top.array && top.member != top.memberEnd) {
        child = top.member.value();
        ++top.member;
        return true;
    }
    m_cursors.pop_back();
    return false;
}

bool Evaluator::eachChild(JsonNode node, Visit next)
{
    dom::array array;
    dom::object object;
    if (arrayOf(node, array)) {
        for (const JsonNode child : array) {
            if (!charge(1) || !next(child))
                return false;
        }
    } else if (objectOf(node, object)) {
        for (const auto field : object) {
            if (!charge(1) || !next(field.value))
                return false;
        }
    }
    return true;
}

bool Evaluator::select(const std::vector<Segment> &segments, size_t index, JsonNode node, Visit visit)
{
    const auto next = [&](JsonNode child) { return apply(segments, index + 1, child, visit); };
    for (const Selector &selector : segments[index].selectors) {
        bool going = true;
        if (std::holds_alternative<WildcardSelector>(selector)) {
            going = eachChild(node, next);
        } else if (const auto *filter = std::get_if<FilterSelector>(&selector)) {
            going = eachChild(node, [&](JsonNode child) { return !holds(*filter->condition, child) || next(child); });
        } else if (const auto *slice = std::get_if<SliceSelector>(&selector)) {
            going = selectSlice(*slice, node, next);
        } else if (JsonNode child = node; goTo(selector, child, m_steps)) {
            going = next(child);
        }
        if (!going)
            return false;
    }
    return true;
}

// Section 2.3.4.2.2 of the RFC.
bool Evaluator::selectSlice(const SliceSelector &slice, JsonNode node, Visit next)
{
    dom::array array;
    if (slice.step == 0 || !arrayOf(node, array))
        return true;
    const auto size = qint64(array.size());
    const auto normalized = [size](qint64 i) { return i >= 0 ? i : size + i; };
    if (slice.step > 0) {
        const qint64 lower = std::clamp<qint64>(normalized(slice.start.value_or(0)), 0, size);
        const qint64 upper = std::clamp<qint64>(normalized(slice.end.value_or(size)), 0, size);
        qint64 i = 0;
        for (auto it = array.begin(); i < upper; ++it, ++i) {
            if (!charge(1))
                return false;
            if (i >= lower && (i - lower) % slice.step == 0 && !next(*it))
                return false;
        }
        return true;
    }
    const qint64 upper = std::clamp<qint64>(normalized(slice.start.value_or(size - 1)), -1, size - 1);
    const qint64 lower = slice.end ? std::clamp<qint64>(normalized(*slice.end), -1, size - 1) : -1;
    std::vector<JsonNode> backwards; // (lower, upper]: an array can only be walked forwards
    qint64 i = 0;
    for (auto it = array.begin(); i <= upper; ++it, ++i) {
        if (!charge(1))
            return false;
        if (i > lower && (upper - i) % -slice.step == 0)
            backwards.push_back(*it);
    }
    return std::all_of(backwards.rbegin(), backwards.rend(), [&](JsonNode child) { return next(child); });
}

} // namespace hookboard::jsonpath
