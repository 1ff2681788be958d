// FieldPath: where a binding finds a value in an event. Immutable after compile(); any thread.
//   $.amount               JSONPath (RFC 9535) into the payload; a path that selects several nodes gives the first
//   @.price, @             the same from an item on (EventView::setItem)
//   header:X-GitHub-Event  text of the header, name in any case; several of one name joined with ", "
//   query:page             text of the first parameter of that name in the request target, percent-decoded, + as blank;
//                          absent when its escapes or its UTF-8 are malformed. The name is written percent-encoded too
//   source, type, deliveryId, peer     text (occurredAt, deliveryId, peer, type: absent when the event has none)
//   receivedAt, occurredAt             text: ISO 8601 in UTC with microseconds, "2024-05-06T07:08:09.123456Z"
//   seq                                integer
//   verified, simulated                boolean
#pragma once

#include "core/mapping/eventview.h"
#include "core/mapping/jsonvalue.h"
#include "core/types/scalar.h"

namespace hookboard {

class SharedPaths;

class FieldPath
{
public:
    // `shared`: the paths that an event is asked for together; null = this one is asked alone.
    static std::variant<FieldPath, PathError> compile(QStringView text, SharedPaths *shared = nullptr);
    // The path that starts at `from` in a longer text; `end` becomes the offset behind it.
    static std::variant<FieldPath, PathError> compileAt(QStringView text, qsizetype from, qsizetype &end,
                                                        SharedPaths *shared = nullptr);

    // Absent when nothing is selected. A singular or first node that is an array or object comes as its compact JSON
    // text when `structured` is set, and counts as wrong type (returned Absent with *wrongType = true) when not.
    // So does a number that neither 64 bits nor a double can hold; as text it comes as it was written.
    Scalar evaluate(const EventView &view, bool structured = false, bool *wrongType = nullptr) const;

    // The same without copying: valid until the view's next reset(). Nothing when nothing is selected.
    JsonValue find(const EventView &view) const;
    // The same, looked up once per event; valid until another path is asked. Precondition: compiled with SharedPaths.
    const JsonValue &findOnce(const EventView &view) const
    {
        bool isNew = false;
        JsonValue &value = view.memory(m_number, m_program.get(), m_ofItem, isNew);
        if (isNew)
            value = lookUp(view);
        return value;
    }
    // Of a path into the payload: all nodes that it selects, in order, until `visit` returns false.
    void eachNode(const EventView &view, FunctionRef<bool(JsonNode)> visit) const;
    // All that is selected, in order, until `visit` returns false.
    void each(const EventView &view, FunctionRef<bool(const JsonValue &)> visit) const;

    bool readsPayload() const; // also as a part of an item
    bool readsItem() const { return m_ofItem; }
    // False for a JSONPath that can select more than one node.
    bool isSingular() const;
    // True for header: and query:, which know no types: what looks like a number there may be meant as one.
    bool isUntypedText() const;

    // Among its SharedPaths, from 0; -1 without.
    int number() const { return m_number; }

    struct Program;

private:
    JsonValue lookUp(const EventView &view) const;

    std::shared_ptr<const Program> m_program;
    int m_number = -1;
    bool m_ofItem = false;
};

} // namespace hookboard
