#include "core/verify/payloadreader.h"

#include <QtCore/QJsonDocument>

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace hookboard {

namespace {

constexpr std::size_t kKeptBytes = 1024 * 1024;
constexpr qsizetype kMostValues = 1'000'000;

// What a parse needs: the bytes with the padding that simdjson reads into, and the parser with its tape.
struct Workspace
{
    std::vector<char> bytes;
    std::size_t size = 0;
    simdjson::dom::parser parser;

    void assign(QByteArrayView json)
    {
        size = std::size_t(json.size());
        if (bytes.size() < size + simdjson::SIMDJSON_PADDING)
            bytes.resize(size + simdjson::SIMDJSON_PADDING);
        std::copy(json.begin(), json.end(), bytes.begin());
    }
};

QByteArray copied(std::string_view text)
{
    return text.empty() ? QByteArray("") : QByteArray(text.data(), qsizetype(text.size()));
}

std::string_view pointerView(const QByteArray &pointer)
{
    return {pointer.constData(), std::size_t(pointer.size())};
}

} // namespace

struct PayloadReader::Private
{
    Workspace kept;
    std::optional<Workspace> large;
    QByteArray source;
    Outcome outcome = Outcome::Malformed;
    bool hasTape = false; // false: valid JSON with a number that no tape can hold
    simdjson::dom::element root;

    Workspace &space() { return large ? *large : kept; }
    Outcome parse(QByteArrayView json);
    QByteArray writtenText(const QByteArray &pointer);
};

// What Qt's parser, which rounds numbers and goes through UTF-16, says of a document that simdjson refused.
static PayloadReader::Outcome secondOpinion(const QByteArray &json)
{
    QJsonParseError error;
    QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::DeepNesting)
        return PayloadReader::Outcome::Unreadable;
    return error.error == QJsonParseError::NoError ? PayloadReader::Outcome::Parsed : PayloadReader::Outcome::Malformed;
}

// Valid JSON apart from text that is not UTF-8: genuine senders do that, and the bytes are theirs. It is kept, but an
// id or a type read from repaired text could be taken for another one, so nothing is read.
static PayloadReader::Outcome brokenText(QByteArrayView json)
{
    const PayloadReader::Outcome repaired = secondOpinion(QString::fromUtf8(json).toUtf8());
    return repaired == PayloadReader::Outcome::Parsed ? PayloadReader::Outcome::Unreadable : repaired;
}

PayloadReader::Outcome PayloadReader::Private::parse(QByteArrayView json)
{
    if (std::size_t(json.size()) > kKeptBytes) {
        // A value costs up to thirty times its text; such a document is kept, and its id is its digest.
        if (qsizetype(std::count(json.begin(), json.end(), ',')) > kMostValues)
            return Outcome::Unreadable;
        large.emplace();
    }
    Workspace &work = space();
    work.assign(json);
    const simdjson::error_code error = work.parser.parse(work.bytes.data(), work.size, false).get(root);
    hasTape = error == simdjson::SUCCESS;
    if (hasTape)
        return Outcome::Parsed;
    if (error == simdjson::DEPTH_ERROR)
        return Outcome::Unreadable;
    if (error == simdjson::UTF8_ERROR)
        return brokenText(json);
    // A number beyond 64 bits is valid JSON that no tape can hold: its neighbours are read by the lazy parser, which
    // never looks at it.
    // Newer versions of simdjson have a code of its own for this, right behind NUMBER_ERROR.
    const bool perhapsNumber = error == simdjson::NUMBER_ERROR || int(error) == int(simdjson::NUMBER_ERROR) + 1;
    return perhapsNumber ? secondOpinion(QByteArray::fromRawData(json.data(), json.size())) : Outcome::Malformed;
}

// The token as it stands in the payload; for text, unescaped.
QByteArray PayloadReader::Private::writtenText(const QByteArray &pointer)
{
    simdjson::ondemand::parser lazy;
    simdjson::ondemand::document document;
    simdjson::ondemand::value value;
    Workspace &work = space();
    if (lazy.iterate(work.bytes.data(), work.size, work.bytes.size()).get(document) != simdjson::SUCCESS ||
        document.at_pointer(pointerView(pointer)).get(value) != simdjson::SUCCESS)
        return {};
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS || type == simdjson::ondemand::json_type::null ||
        type == simdjson::ondemand::json_type::object || type == simdjson::ondemand::json_type::array)
        return {};
    std::string_view text;
    if (type == simdjson::ondemand::json_type::string)
        return value.get_string().get(text) == simdjson::SUCCESS ? copied(text) : QByteArray();
    return copied(value.raw_json_token()).trimmed();
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
    const QByteArrayView bytes(json);
    d->outcome = d->parse(bytes.startsWith(kMark) ? bytes.sliced(kMark.size()) : bytes);
    return d->outcome;
}

QByteArray PayloadReader::text(const QByteArray &pointer)
{
    if (d->source.isNull() || d->outcome != Outcome::Parsed)
        return {};
    if (!d->hasTape)
        return d->writtenText(pointer);
    simdjson::dom::element element;
    if (d->root.at_pointer(pointerView(pointer)).get(element) != simdjson::SUCCESS)
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
    d->source = {};
    d->hasTape = false;
    d->large.reset();
}

} // namespace hookboard
