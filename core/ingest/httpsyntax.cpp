#include "core/ingest/httpsyntax.h"

#include <algorithm>
#include <array>

namespace hookboard {

namespace {

constexpr std::array<bool, 256> charactersOf(const char *extra)
{
    std::array<bool, 256> table{};
    for (unsigned c = '0'; c <= '9'; ++c)
        table[c] = true;
    for (unsigned c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 'a' + 'A'] = true;
    for (; *extra != '\0'; ++extra)
        table[static_cast<unsigned char>(*extra)] = true;
    return table;
}

constexpr auto kTokenCharacters = charactersOf("!#$%&'*+-.^_`|~");
constexpr auto kHostCharacters = charactersOf("!$&'()*+;=-._~%:[]");

bool consistsOf(QByteArrayView text, const std::array<bool, 256> &table)
{
    return std::all_of(text.begin(), text.end(), [&table](char c) { return table[static_cast<unsigned char>(c)]; });
}

} // namespace

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && consistsOf(text, kTokenCharacters);
}

bool isFieldText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7f) || byte == '\t';
    });
}

bool isVisible(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && blank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && blank(text.back()))
        text.chop(1);
    return text;
}

bool isHost(QByteArrayView text)
{
    return consistsOf(text, kHostCharacters);
}

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

QByteArrayView fieldName(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)) || !isFieldText(line.sliced(colon + 1)))
        return {};
    return line.first(colon);
}

} // namespace hookboard
