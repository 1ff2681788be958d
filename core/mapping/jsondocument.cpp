#include "core/mapping/jsondocument.h"

#include "core/mapping/jsonvalue.h"
#include "core/types/hexdigit.h"

#include <algorithm>
#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// What problemText() and the headers promise.
static_assert(simdjson::DEFAULT_MAX_DEPTH == 1024);

// The noncharacters U+FDD0 to U+FDEF in UTF-8; one that a document does not use marks its numbers out of range.
constexpr int kMarkCount = 32;

const std::array<std::array<char, 3>, kMarkCount> &marks()
{
    static const auto table = [] {
        std::array<std::array<char, 3>, kMarkCount> all{};
        for (int i = 0; i < kMarkCount; ++i)
            all[size_t(i)] = {char(0xef), char(0xb7), char(0x90 + i)};
        return all;
    }();
    return table;
}

// A mark that occurs nowhere in the document, neither plain nor as an escape; empty when it uses all of them.
std::string_view unusedMark(QByteArrayView json)
{
    quint32 used = 0;
    for (qsizetype i = 0; i + 2 < json.size(); ++i) {
        if (uchar(json[i]) == 0xef && uchar(json[i + 1]) == 0xb7) {
            const int index = uchar(json[i + 2]) - 0x90;
            if (index >= 0 && index < kMarkCount)
                used |= 1u << index;
        } else if (json[i] == '\\' && json[i + 1] == 'u' && i + 5 < json.size()) {
            int code = 0;
            for (int k = 2; k < 6 && code >= 0; ++k) {
                const int digit = hexDigit(json[i + k]);
                code = digit < 0 ? -1 : code * 16 + digit;
            }
            if (code >= 0xfdd0 && code <= 0xfdef)
                used |= 1u << (code - 0xfdd0);
        }
    }
    for (int i = 0; i < kMarkCount; ++i) {
        if ((used & (1u << i)) == 0)
            return {marks()[size_t(i)].data(), 3};
    }
    return {};
}

bool startsNumber(char c)
{
    return c == '-' || (c >= '0' && c <= '9');
}

bool continuesNumber(char c)
{
    return startsNumber(c) || c == '.' || c == 'e' || c == 'E' || c == '+';
}

// The document with each number out of range as marked text; null when it has none.
QByteArray withMarkedNumbers(QByteArrayView json, std::string_view mark)
{
    QByteArray marked;
    qsizetype copied = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
            continue;
        }
        inText = c == '"';
        if (!startsNumber(c))
            continue;
        qsizetype end = i + 1;
        while (end < json.size() && continuesNumber(json[end]))
            ++end;
        const std::string_view token(json.data() + i, size_t(end - i));
        if (parseJsonNumber(token).kind == JsonValue::Kind::OutOfRange) {
            marked.append(json.sliced(copied, i - copied));
            marked.append('"').append(mark.data(), qsizetype(mark.size()));
            marked.append(token.data(), qsizetype(token.size())).append('"');
            copied = end;
        }
        i = end - 1;
    }
    if (copied > 0)
        marked.append(json.sliced(copied));
    return marked;
}

} // namespace

QString problemText(JsonDocument::Problem problem)
{
    switch (problem) {
    case JsonDocument::Problem::None:
        break;
    case JsonDocument::Problem::NotJson:
        return u"not JSON"_s;
    case JsonDocument::Problem::TooDeep:
        return u"nested deeper than 1,024 levels"_s;
    case JsonDocument::Problem::TooLarge:
        return u"larger than 32 MiB or a million values"_s;
    }
    return {};
}

JsonDocument::JsonDocument() = default;
JsonDocument::~JsonDocument() = default;
JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;

void JsonDocument::clear()
{
    m_root.reset();
    m_mark = {};
    m_largeParser.reset();
}

JsonDocument::Problem JsonDocument::parse(QByteArrayView json)
{
    clear();
    if (json.size() >= 3 && json[0] == '\xef' && json[1] == '\xbb' && json[2] == '\xbf')
        json = json.sliced(3);
    if (json.isEmpty()) // simdjson would copy from a null pointer
        return Problem::NotJson;
    if (json.size() > kMaxBytes ||
        (json.size() > kLargeBytes && qsizetype(std::count(json.begin(), json.end(), ',')) > kMostValues))
        return Problem::TooLarge;
    const Problem problem = parsePlain(json);
    if (problem != Problem::NotJson)
        return problem;
    const std::string_view mark = unusedMark(json);
    const QByteArray marked = mark.empty() ? QByteArray() : withMarkedNumbers(json, mark);
    if (marked.isEmpty())
        return problem;
    if (marked.size() > kMaxBytes)
        return Problem::TooLarge;
    const Problem second = parsePlain(marked);
    if (second == Problem::None)
        m_mark = mark;
    return second;
}

JsonDocument::Problem JsonDocument::parsePlain(QByteArrayView json)
{
    const bool large = json.size() > kLargeBytes;
    if (large)
        m_largeParser = std::make_unique<simdjson::dom::parser>();
    simdjson::dom::parser &parser = large ? *m_largeParser : m_parser;
    simdjson::dom::element root;
    // With realloc_if_needed simdjson copies into a padded buffer that it keeps, which is what a QByteArray needs.
    switch (parser.parse(json.data(), size_t(json.size()), true).get(root)) {
    case simdjson::SUCCESS:
        m_root = root;
        return Problem::None;
    case simdjson::DEPTH_ERROR:
        return Problem::TooDeep;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return Problem::TooLarge;
    default:
        return Problem::NotJson;
    }
}

} // namespace hookboard
