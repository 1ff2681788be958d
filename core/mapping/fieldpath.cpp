#include "core/mapping/fieldpath.h"

#include "core/mapping/memberindex.h"
#include "core/mapping/queryparameter.h"
#include "core/mapping/sharedpaths.h"
#include "core/types/sentence.h"

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Place {
    Payload,
    Item,
    Header,
    Query,
    Source,
    Type,
    ReceivedAt,
    OccurredAt,
    DeliveryId,
    Peer,
    Verified,
    Simulated,
    Seq
};

struct FieldName
{
    QStringView text;
    Place place;
};

constexpr FieldName kFieldNames[] = {
    {u"source", Place::Source},
    {u"type", Place::Type},
    {u"receivedAt", Place::ReceivedAt},
    {u"occurredAt", Place::OccurredAt},
    {u"deliveryId", Place::DeliveryId},
    {u"peer", Place::Peer},
    {u"verified", Place::Verified},
    {u"simulated", Place::Simulated},
    {u"seq", Place::Seq},
};

// A character of a header name, RFC 9110 section 5.6.2.
bool isTokenCharacter(QChar c)
{
    static constexpr QStringView kMarks = u"!#$%&'*+-.^_`|~";
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || kMarks.contains(c));
}

bool isParameterCharacter(QChar c)
{
    static constexpr QStringView kEnds = u"()[]{},=!<>\"'&#";
    return !c.isSpace() && !kEnds.contains(c);
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

// Headers may hold any bytes; what is not UTF-8 is read as Latin-1, as HTTP once had it.
std::string_view utf8Of(QByteArray bytes, const EventView &view)
{
    return view.keep(bytes.isValidUtf8() ? std::move(bytes) : QString::fromLatin1(bytes).toUtf8());
}

// An empty text is what events without that fact carry.
JsonValue textOrNothing(std::string_view text)
{
    return text.empty() ? JsonValue() : JsonValue::fromText(text);
}

JsonValue valueOf(JsonNode node, const EventView &view)
{
    JsonValue value = JsonValue::fromNode(node);
    if (value.kind != JsonValue::Kind::Text)
        return value;
    const std::string_view mark = view.numberMark();
    if (!mark.empty() && value.text.starts_with(mark)) {
        value.kind = JsonValue::Kind::OutOfRange;
        value.text.remove_prefix(mark.size());
    }
    return value;
}

} // namespace

struct FieldPath::Program
{
    Place place = Place::Payload;
    std::optional<JsonPath> path;
    const std::string *leadingName = nullptr; // owned by path
    quint32 leadingDigest = 0;
    QByteArray name; // of a header or of a parameter, decoded

    JsonValue envelopeValue(const EventView &view) const;
    std::optional<JsonNode> start(const EventView &view) const
    {
        return place == Place::Item ? view.item() : view.root();
    }
};

namespace {

qsizetype endOfName(QStringView text, qsizetype from, bool header)
{
    qsizetype end = from;
    while (end < text.size() && (header ? isTokenCharacter(text[end]) : isParameterCharacter(text[end]))) {
        if (header && text[end] == u'!' && end + 1 < text.size() && text[end + 1] == u'=')
            break; // the operator of a filter
        ++end;
    }
    return end;
}

std::optional<PathError> readNamed(QStringView text, qsizetype from, qsizetype &end, bool header, QByteArray &name)
{
    end = endOfName(text, from, header);
    if (end == from)
        return PathError{from, header ? Sentence::tr("expected the name of a header")
                                      : Sentence::tr("expected the name of a parameter")};
    const QByteArray written = text.sliced(from, end - from).toUtf8();
    std::optional<QByteArray> decoded = header ? written : percentDecoded(written);
    if (!decoded)
        return PathError{from, Sentence::tr("this name has a malformed escape")};
    name = *std::move(decoded);
    return std::nullopt;
}

} // namespace

// A path of an item is written as a path of the document, but for its first character.
static QString fromRoot(QStringView text, qsizetype at)
{
    QString rooted = text.toString();
    rooted[at] = u'$';
    return rooted;
}

std::variant<FieldPath, PathError> FieldPath::compileAt(QStringView text, qsizetype from, qsizetype &end,
                                                        SharedPaths *shared)
{
    auto program = std::make_shared<Program>();
    const QStringView rest = text.sliced(from);
    const bool header = rest.startsWith(u"header:");
    const bool ofItem = rest.startsWith(u'@');
    if (ofItem || rest.startsWith(u'$')) {
        auto compiled =
            ofItem ? JsonPath::compileAt(fromRoot(text, from), from, end) : JsonPath::compileAt(text, from, end);
        if (auto *error = std::get_if<PathError>(&compiled))
            return *std::move(error);
        program->path = std::get<JsonPath>(std::move(compiled));
        program->place = ofItem ? Place::Item : Place::Payload;
        program->leadingName = ofItem ? nullptr : program->path->leadingName();
        if (program->leadingName)
            program->leadingDigest = MemberIndex::digest(*program->leadingName);
    } else if (header || rest.startsWith(u"query:")) {
        program->place = header ? Place::Header : Place::Query;
        if (auto error = readNamed(text, from + rest.indexOf(u':') + 1, end, header, program->name))
            return *std::move(error);
    } else {
        end = from;
        while (end < text.size() && text[end].isLetterOrNumber())
            ++end;
        const QStringView word = text.sliced(from, end - from);
        const auto *name = std::find_if(std::begin(kFieldNames), std::end(kFieldNames),
                                        [word](const FieldName &candidate) { return candidate.text == word; });
        if (name == std::end(kFieldNames))
            return PathError{from,
                             Sentence::tr("expected a path: $..., header:NAME, query:NAME, source, type, receivedAt, "
                                          "occurredAt, deliveryId, peer, verified, simulated or seq")};
        program->place = name->place;
    }
    if (shared) {
        const QStringView written = text.sliced(from, end - from);
        if (auto known = shared->known(written))
            return *std::move(known);
        const Place place = program->place;
        FieldPath path;
        path.m_number = shared->size();
        path.m_ofItem = ofItem;
        path.m_program = std::move(program);
        shared->insert(written, path,
                       {place == Place::Payload || ofItem, place == Place::DeliveryId, place == Place::OccurredAt,
                        place == Place::Header || place == Place::Query || place == Place::Peer, ofItem});
        return path;
    }
    FieldPath path;
    path.m_ofItem = ofItem;
    path.m_program = std::move(program);
    return path;
}

std::variant<FieldPath, PathError> FieldPath::compile(QStringView text, SharedPaths *shared)
{
    const bool ofItem = text.startsWith(u'@');
    if (ofItem || text.startsWith(u'$')) { // bounds the length before anything is read
        auto whole = ofItem ? JsonPath::compile(fromRoot(text, 0)) : JsonPath::compile(text);
        if (auto *error = std::get_if<PathError>(&whole))
            return *std::move(error);
    }
    qsizetype end = 0;
    auto compiled = compileAt(text, 0, end, shared);
    if (std::holds_alternative<FieldPath>(compiled) && end < text.size())
        return PathError{end, Sentence::tr("the path ends here, but the text goes on")};
    return compiled;
}

bool FieldPath::readsPayload() const
{
    return m_program->place == Place::Payload || m_program->place == Place::Item;
}

bool FieldPath::isSingular() const
{
    return !m_program->path || m_program->path->isSingular();
}

bool FieldPath::isUntypedText() const
{
    return m_program->place == Place::Header || m_program->place == Place::Query;
}

JsonValue FieldPath::Program::envelopeValue(const EventView &view) const
{
    const StoredEvent &event = view.event();
    switch (place) {
    case Place::Payload:
    case Place::Item:
        break;
    case Place::Header: {
        QByteArray value = event.headers.value(name);
        return value.isNull() ? JsonValue() : JsonValue::fromText(utf8Of(std::move(value), view));
    }
    case Place::Query: {
        auto value = queryParameter(event.target, name);
        return value ? JsonValue::fromText(view.keep(*std::move(value))) : JsonValue();
    }
    case Place::Source:
        return textOrNothing(view.source());
    case Place::Type:
        return textOrNothing(view.type());
    case Place::ReceivedAt:
        return JsonValue::fromText(view.receivedAt());
    case Place::OccurredAt:
        return textOrNothing(view.occurredAt());
    case Place::DeliveryId:
        return textOrNothing(event.deliveryId.isValidUtf8() ? viewOf(event.deliveryId)
                                                            : utf8Of(event.deliveryId, view));
    case Place::Peer:
        return textOrNothing(viewOf(event.peer));
    case Place::Verified:
        return JsonValue::fromBool(event.verified);
    case Place::Simulated:
        return JsonValue::fromBool(event.simulated);
    case Place::Seq:
        return JsonValue::fromUInt(event.seq);
    }
    return {};
}

JsonValue FieldPath::find(const EventView &view) const
{
    return m_number < 0 ? lookUp(view) : findOnce(view);
}

JsonValue FieldPath::lookUp(const EventView &view) const
{
    if (m_program->leadingName) {
        const auto member = view.rootMember(*m_program->leadingName, m_program->leadingDigest);
        const auto node = member ? m_program->path->singleBehindName(*member) : std::nullopt;
        return node ? valueOf(*node, view) : JsonValue();
    }
    if (m_program->path && m_program->path->isSingular()) {
        const auto root = m_program->start(view);
        const auto node = root ? m_program->path->single(*root) : std::nullopt;
        return node ? valueOf(*node, view) : JsonValue();
    }
    JsonValue first;
    each(view, [&first](const JsonValue &value) {
        first = value;
        return false;
    });
    return first;
}

void FieldPath::each(const EventView &view, FunctionRef<bool(const JsonValue &)> visit) const
{
    if (!m_program->path) {
        const JsonValue value = m_program->envelopeValue(view);
        if (value.kind != JsonValue::Kind::Nothing)
            visit(value);
        return;
    }
    eachNode(view, [&](JsonNode node) { return visit(valueOf(node, view)); });
}

void FieldPath::eachNode(const EventView &view, FunctionRef<bool(JsonNode)> visit) const
{
    const auto root = m_program->path ? m_program->start(view) : std::nullopt;
    if (root)
        m_program->path->each(*root, visit);
}

Scalar FieldPath::evaluate(const EventView &view, bool structured, bool *wrongType) const
{
    const JsonValue value = find(view);
    const bool unfit = value.kind == JsonValue::Kind::Structure || value.kind == JsonValue::Kind::OutOfRange;
    if (wrongType)
        *wrongType = unfit && !structured;
    if (!unfit)
        return toScalar(value);
    if (!structured)
        return {};
    if (value.kind == JsonValue::Kind::OutOfRange)
        return Scalar(QByteArray(value.text.data(), qsizetype(value.text.size())));
    QByteArray text;
    writeJson(value.node, text, view.numberMark());
    return Scalar(std::move(text));
}

} // namespace hookboard
