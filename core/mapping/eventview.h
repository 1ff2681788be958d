// EventView: one event with its payload parsed at most once, however many paths look into it, and only when one does.
// Reused for event after event by one fold in one thread; keeps its parser's memory, but gives back what a payload over
// 1 MiB took at the next reset(). Everything it hands out stays valid until then.
#pragma once

#include "core/mapping/jsonpath.h"
#include "core/mapping/jsonvalue.h"
#include "core/types/storedevent.h"

#include <QtCore/QByteArray>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace hookboard {

class EventView
{
public:
    EventView();
    ~EventView();
    EventView(EventView &&) noexcept;
    EventView &operator=(EventView &&) noexcept;

    // Points at `event`, which must stay alive while the view is asked. Parses nothing yet. `root`: of its payload,
    // where that was parsed before; the event then needs none.
    void reset(const StoredEvent &event, std::optional<JsonPath::Node> root = {});
    // Precondition of everything below: reset() was called.
    const StoredEvent &event() const { return *m_event; }
    // Root of the payload; nullopt when it is not JSON.
    std::optional<JsonPath::Node> root() const;
    // Member of the root, by a name and its MemberIndex::digest(); walks the root once for all names that were ever
    // asked for. Absent when there
    // is none, and when the root is no object.
    std::optional<JsonPath::Node> rootMember(std::string_view name, quint32 digest) const;
    // Why root() is absent: "not JSON", "nested deeper than 1,024 levels", "larger than 32 MiB or a million values";
    // else empty.
    QString problem() const;
    // What texts that stand for numbers out of range begin with (JsonDocument::numberMark()); mostly empty.
    std::string_view numberMark() const;

    std::string_view source() const;     // UTF-8
    std::string_view type() const;       // UTF-8
    std::string_view receivedAt() const; // ISO 8601 UTC with microseconds
    std::string_view occurredAt() const; // the same; empty when the event names no time
    // The node that paths beginning with @ start from; nullopt = there is none, and they lead nowhere.
    void setItem(std::optional<JsonPath::Node> item) const
    {
        m_item = item;
        m_itemRound = ++m_rounds;
    }
    const std::optional<JsonPath::Node> &item() const { return m_item; }
    // Keeps bytes that a path had to make.
    std::string_view keep(QByteArray bytes) const;

    // Where path number `number` of a SharedPaths led in this event. `isNew`: nowhere yet, and the caller fills it in.
    // `path` tells paths of different boards apart; one that is `ofItem` is new with each item. Valid until another
    // path is asked for.
    JsonValue &memory(int number, const void *path, bool ofItem, bool &isNew) const
    {
        const quint64 round = ofItem ? m_itemRound : m_round;
        if (size_t(number) >= m_memories.size())
            m_memories.resize(size_t(number) + 1);
        Memory &memory = m_memories[size_t(number)];
        isNew = memory.round != round || memory.path != path;
        memory.round = round;
        memory.path = path;
        return memory.value;
    }

private:
    struct Private;
    struct Memory
    {
        const void *path = nullptr;
        quint64 round = 0;
        JsonValue value;
    };
    const StoredEvent *m_event = nullptr;
    quint64 m_round = 0;
    mutable std::optional<JsonPath::Node> m_item;
    mutable quint64 m_itemRound = 0;
    mutable quint64 m_rounds = 0; // the newest of both
    mutable std::vector<Memory> m_memories;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
