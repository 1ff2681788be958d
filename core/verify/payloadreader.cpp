#include "core/verify/payloadreader.h"

#include "core/verify/jsontext.h"

#include <simdjson.h>

#include <algorithm>
#include <vector>

namespace hookboard {

namespace {

// Beyond that no tree is built: the parser holds the text twice more, and twenty mebibytes come at once.
constexpr qsizetype kMaxTreeBytes = 1024 * 1024;

QByteArray copied(std::string_view text)
{
    return text.empty() ? QByteArray("") : QByteArray(text.data(), qsizetype(text.size()));
}

bool goToItem(simdjson::dom::element &at, const QByteArray &step)
{
    bool isNumber = !step.isEmpty() && (step.size() == 1 || step[0] != '0') &&
                    std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
    const qulonglong index = isNumber ? step.toULongLong(&isNumber) : 0;
    simdjson::dom::array array;
    return isNumber && at.get(array) == simdjson::SUCCESS &&
           array.at(static_cast<std::size_t>(index)).get(at) == simdjson::SUCCESS;
}

// Of members with one name the last, like the mapping and JSON.parse(): all must read one and the same document.
bool goToMember(simdjson::dom::element &at, const QByteArray &step)
{
    simdjson::dom::object object;
    if (at.get(object) != simdjson::SUCCESS)
        return false;
    const std::string_view name(step.constData(), static_cast<std::size_t>(step.size()));
    bool found = false;
    const auto end = object.end();
    for (auto it = object.begin(); it != end; ++it) {
        if (it.key_equals(name)) {
            at = it.value();
            found = true;
        }
    }
    return found;
}

bool goTo(simdjson::dom::element &at, const QByteArray &pointer)
{
    for (qsizetype begin = 0; begin < pointer.size();) {
        if (pointer[begin] != '/')
            return false;
        const qsizetype next = pointer.indexOf('/', begin + 1);
        const qsizetype end = next < 0 ? pointer.size() : next;
        const QByteArray step = pointer.mid(begin + 1, end - begin - 1).replace("~1", "/").replace("~0", "~");
        if (!(at.is_array() ? goToItem(at, step) : goToMember(at, step)))
            return false;
        begin = end;
    }
    return true;
}

PayloadReader::Outcome outcomeOf(JsonSyntax syntax)
{
    switch (syntax) {
    case JsonSyntax::Good:
        return PayloadReader::Outcome::Parsed;
    // Genuine senders do both, and the bytes are theirs. It is kept, but an id or a type read from repaired text could
    // be taken for another one, so nothing is read.
    case JsonSyntax::TooDeep:
    case JsonSyntax::BrokenText:
        return PayloadReader::Outcome::Unreadable;
    case JsonSyntax::Bad:
        break;
    }
    return PayloadReader::Outcome::Malformed;
}

} // namespace

struct PayloadReader::Private
{
    std::vector<char> padded; // the text with room behind it, into which simdjson reads
    simdjson::dom::parser parser;
    QByteArray source;
    QByteArrayView json; // in `source`
    Outcome outcome = Outcome::Malformed;
    bool hasTree = false; // false: too large for one, or with a number that none can hold
    simdjson::dom::element root;

    void parse();
    QByteArray writtenText(const QByteArray &pointer);
};

void PayloadReader::Private::parse()
{
    hasTree = false;
    if (json.size() <= kMaxTreeBytes) {
        const auto size = static_cast<std::size_t>(json.size());
        if (padded.size() < size + simdjson::SIMDJSON_PADDING)
            padded.resize(size + simdjson::SIMDJSON_PADDING);
        std::copy(json.begin(), json.end(), padded.begin());
        hasTree = parser.parse(padded.data(), size, false).get(root) == simdjson::SUCCESS;
    }
    // Not all that simdjson refuses is wrong: a number beyond 64 bits is not.
    outcome = hasTree ? Outcome::Parsed : outcomeOf(checkJson(json));
}

// The token as it stands in the payload; for text, unescaped.
QByteArray PayloadReader::Private::writtenText(const QByteArray &pointer)
{
    const QByteArrayView token = jsonTokenAt(json, pointer);
    if (token.isEmpty() || token[0] == '{' || token[0] == '[' || token == "null")
        return {};
    return token[0] == '"' ? jsonPlainText(token) : token.toByteArray();
}

PayloadReader::PayloadReader()
    : d(std::make_unique<Private>())
{}

PayloadReader::~PayloadReader() = default;

PayloadReader::Outcome PayloadReader::read(const QByteArray &json)
{
    if (!d->source.isNull() && json.constData() == d->source.constData() && json.size() == d->source.size())
        return d->outcome;
    forget();
    d->source = json;
    // A byte order mark is no JSON, but some senders write one.
    constexpr QByteArrayView kMark("\xef\xbb\xbf");
    d->json = d->source;
    if (d->json.startsWith(kMark))
        d->json = d->json.sliced(kMark.size());
    d->parse();
    return d->outcome;
}

QByteArray PayloadReader::text(const QByteArray &pointer)
{
    if (d->source.isNull() || d->outcome != Outcome::Parsed)
        return {};
    if (!d->hasTree)
        return d->writtenText(pointer);
    simdjson::dom::element element = d->root;
    if (!goTo(element, pointer))
        return {};
    switch (element.type()) {
    case simdjson::dom::element_type::STRING:
        return copied(element.get_string().value_unsafe());
    case simdjson::dom::element_type::INT64:
        return QByteArray::number(qint64(element.get_int64().value_unsafe()));
    case simdjson::dom::element_type::UINT64:
        return QByteArray::number(quint64(element.get_uint64().value_unsafe()));
    case simdjson::dom::element_type::BOOL:
        return element.get_bool().value_unsafe() ? "true" : "false";
    case simdjson::dom::element_type::DOUBLE: // written text: 1.10 stays 1.10
        return d->writtenText(pointer);
    default: // an array, an object or null names nothing
        return {};
    }
}

void PayloadReader::forget()
{
    d->json = {};
    d->source = {};
    d->hasTree = false;
}

} // namespace hookboard
