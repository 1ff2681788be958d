// FieldPath: where a binding finds a value in an event. Either JSONPath ("$.amount") into the payload, or a name that
// reaches around it: "header:X-GitHub-Event", "query:page", "source", "type", "receivedAt", "occurredAt",
// "deliveryId", "peer", "verified", "simulated", "seq". Times come as ISO 8601 UTC text... see fieldpath.cpp for types.
#pragma once

#include "core/mapping/jsonpath.h"
#include "core/types/scalar.h"
#include "core/types/storedevent.h"

namespace hookboard {

// One event with its payload parsed at most once, however many paths look into it. Reused for event after event by one
// fold in one thread; keeps its parser's memory, but gives back what a large payload took.
class EventView
{
public:
    EventView();
    ~EventView();
    // Points at `event`, which must stay alive while the view is asked. Parses nothing yet.
    void reset(const StoredEvent &event);
    const StoredEvent &event() const { return *m_event; }
    // Root of the payload; nullopt when it is not JSON. Stays valid until the next reset().
    std::optional<JsonPath::Node> root() const;
    // Why root() is absent: "not JSON", "nested deeper than 1,024 levels", "too large".
    QString problem() const;

private:
    const StoredEvent *m_event = nullptr;
    struct Private;
    std::unique_ptr<Private> d;
};

class FieldPath
{
public:
    static std::variant<FieldPath, PathError> compile(QStringView text);

    // Absent when nothing is selected. A singular or first node that is an array or object comes as its compact JSON
    // text when `structured` is set, and counts as wrong type (returned Absent with *wrongType = true) when not.
    Scalar evaluate(const EventView &view, bool structured = false, bool *wrongType = nullptr) const;
    bool readsPayload() const;

    struct Program;

private:
    std::shared_ptr<const Program> m_program;
};

} // namespace hookboard
