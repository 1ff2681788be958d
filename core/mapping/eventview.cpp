#include "core/mapping/eventview.h"

#include "core/mapping/jsondocument.h"
#include "core/mapping/memberindex.h"
#include "core/mapping/timevalue.h"

#include <vector>

namespace hookboard {

namespace {

// UTF-8 of a text that is often the same from event to event.
class Utf8Text
{
public:
    std::string_view of(const QString &text)
    {
        if (text != m_text) {
            m_text = text;
            m_utf8 = text.toUtf8();
        }
        return {m_utf8.constData(), size_t(m_utf8.size())};
    }

private:
    QString m_text;
    QByteArray m_utf8;
};

} // namespace

struct EventView::Private
{
    JsonDocument document;
    JsonDocument::Problem problem = JsonDocument::Problem::None;
    std::optional<JsonPath::Node> root; // of the document, or of one that was parsed elsewhere
    bool parsed = false;
    bool ownsRoot = false;
    enum class Indexed : quint8 { NotYet, Yes, NoObject };
    Indexed indexed = Indexed::NotYet;
    MemberIndex rootMembers;
    Utf8Text source;
    Utf8Text type;
    TimeText receivedAt{};
    TimeText occurredAt{};
    std::vector<QByteArray> kept;

    void parse(const QByteArray &payload)
    {
        if (parsed)
            return;
        problem = document.parse(payload);
        root = document.root();
        parsed = true;
        ownsRoot = true;
    }

    void index()
    {
        simdjson::dom::object object;
        indexed = Indexed::NoObject;
        if (!root || root->get_object().get(object) != simdjson::SUCCESS)
            return;
        rootMembers.build(object);
        indexed = Indexed::Yes;
    }
};

EventView::EventView()
    : d(std::make_unique<Private>())
{}

EventView::~EventView() = default;
EventView::EventView(EventView &&) noexcept = default;
EventView &EventView::operator=(EventView &&) noexcept = default;

void EventView::reset(const StoredEvent &event, std::optional<JsonPath::Node> root)
{
    m_event = &event;
    m_item.reset();
    m_round = m_itemRound = ++m_rounds;
    if (d->ownsRoot)
        d->document.clear();
    d->ownsRoot = false;
    d->root = root;
    d->problem = JsonDocument::Problem::None;
    d->parsed = root.has_value();
    d->indexed = Private::Indexed::NotYet;
    if (!d->kept.empty())
        d->kept.clear();
}

std::optional<JsonPath::Node> EventView::root() const
{
    d->parse(m_event->payload);
    return d->root;
}

std::optional<JsonPath::Node> EventView::rootMember(std::string_view name, quint32 digest) const
{
    using Indexed = Private::Indexed;
    if (d->indexed == Indexed::NotYet) {
        d->parse(m_event->payload);
        d->index();
    }
    return d->indexed == Indexed::Yes ? d->rootMembers.find(name, digest) : std::nullopt;
}

QString EventView::problem() const
{
    d->parse(m_event->payload);
    return problemText(d->problem);
}

std::string_view EventView::numberMark() const
{
    return d->document.numberMark();
}

std::string_view EventView::source() const
{
    return d->source.of(m_event->source);
}

std::string_view EventView::type() const
{
    return d->type.of(m_event->type);
}

std::string_view EventView::receivedAt() const
{
    d->receivedAt = timeToText(m_event->receivedUs);
    return {d->receivedAt.data(), d->receivedAt.size()};
}

std::string_view EventView::occurredAt() const
{
    if (!m_event->occurredUs)
        return {};
    d->occurredAt = timeToText(*m_event->occurredUs);
    return {d->occurredAt.data(), d->occurredAt.size()};
}

std::string_view EventView::keep(QByteArray bytes) const
{
    const QByteArray &kept = d->kept.emplace_back(std::move(bytes));
    return {kept.constData(), size_t(kept.size())};
}

} // namespace hookboard
