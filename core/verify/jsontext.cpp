#include "core/verify/jsontext.h"

#include "core/ingest/httpsyntax.h"
#include "core/types/hexdigit.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace hookboard {

namespace {

constexpr std::size_t kMaxDepth = 1024;

// Bytes that need no look inside a text.
constexpr auto kPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t i = 0x20; i < plain.size(); ++i)
        plain[i] = i != '"' && i != '\\';
    return plain;
}();

// Goes over tokens. Whatever returns false has met something that is not one.
class Cursor
{
public:
    explicit Cursor(QByteArrayView json)
        : m_at(json.begin())
        , m_end(json.end())
    {}

    const char *at() const { return m_at; }
    bool isAtEnd() const { return m_at == m_end; }
    // The next byte that is no blank; a NUL, which begins nothing, at the end.
    char next()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
        return peek();
    }
    bool take(char c)
    {
        const bool taken = m_at != m_end && *m_at == c;
        m_at += taken ? 1 : 0;
        return taken;
    }

    bool scalar()
    {
        switch (next()) {
        case '"':
            return text();
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool text()
    {
        if (!take('"'))
            return false;
        for (;;) {
            while (m_at != m_end && kPlain[uchar(*m_at)])
                ++m_at;
            if (take('"'))
                return true;
            if (!take('\\') || !escape())
                return false;
        }
    }

    // The name of a member and the colon behind it.
    bool name()
    {
        if (next() != '"' || !text() || next() != ':')
            return false;
        ++m_at;
        return true;
    }

private:
    char peek() const { return m_at == m_end ? '\0' : *m_at; }

    bool word(QByteArrayView expected)
    {
        if (m_end - m_at < expected.size() || QByteArrayView(m_at, expected.size()) != expected)
            return false;
        m_at += expected.size();
        return true;
    }

    bool digits()
    {
        const char *const begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at != begin;
    }

    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('-'))
                take('+');
            return digits();
        }
        return true;
    }

    std::optional<int> fourHexDigits()
    {
        if (m_end - m_at < 4)
            return std::nullopt;
        int code = 0;
        for (int i = 0; i < 4; ++i) {
            const int digit = hexDigit(m_at[i]);
            if (digit < 0)
                return std::nullopt;
            code = code * 16 + digit;
        }
        m_at += 4;
        return code;
    }

    // What follows a backslash.
    bool escape()
    {
        if (!take('u')) {
            const bool known = m_at != m_end && QByteArrayView("\"\\/bfnrt").contains(*m_at);
            m_at += known ? 1 : 0;
            return known;
        }
        const std::optional<int> code = fourHexDigits();
        if (!code || (*code & 0xf800) != 0xd800)
            return code.has_value();
        if ((*code & 0x400) != 0 || !take('\\') || !take('u'))
            return false;
        const std::optional<int> low = fourHexDigits();
        return low && (*low & 0xfc00) == 0xdc00;
    }

    const char *m_at;
    const char *m_end;
};

// The brackets that are open, and what a document may go on with.
class Nesting
{
public:
    bool isDeep() const { return m_deepest > kMaxDepth; }

    // Goes over one value up to its first scalar, or its end when it is empty.
    bool enterValue(Cursor &cursor)
    {
        for (;;) {
            const char c = cursor.next();
            if (c != '{' && c != '[')
                return cursor.scalar();
            const bool isObject = c == '{';
            cursor.take(c);
            m_isObject.push_back(isObject);
            m_deepest = std::max(m_deepest, m_isObject.size());
            if (cursor.next() == (isObject ? '}' : ']'))
                return true; // leaveValue() closes it
            if (isObject && !cursor.name())
                return false;
        }
    }

    // Closes what ends here. True: a further value follows.
    bool leaveValue(Cursor &cursor, bool &isGood)
    {
        while (!m_isObject.empty()) {
            const bool isObject = m_isObject.back();
            const char c = cursor.next();
            if (c == ',') {
                cursor.take(c);
                isGood = !isObject || cursor.name();
                return isGood;
            }
            if (c != (isObject ? '}' : ']')) {
                isGood = false;
                return false;
            }
            cursor.take(c);
            m_isObject.pop_back();
        }
        return false;
    }

private:
    std::vector<bool> m_isObject;
    std::size_t m_deepest = 0;
};

// Over one value of a document that is known to be good.
void skipValue(Cursor &cursor)
{
    Nesting nesting;
    bool isGood = true;
    do
        isGood = nesting.enterValue(cursor);
    while (isGood && nesting.leaveValue(cursor, isGood));
}

// Stands before the last member of that name; false when the object has none.
bool findMember(Cursor &cursor, const QByteArray &name)
{
    std::optional<Cursor> found;
    cursor.take('{');
    while (cursor.next() == '"') {
        const char *const begin = cursor.at();
        cursor.text();
        const QByteArrayView token(begin, cursor.at() - begin);
        cursor.next();
        cursor.take(':');
        if (jsonPlainText(token) == name)
            found = cursor;
        skipValue(cursor);
        cursor.next();
        cursor.take(',');
    }
    cursor = found.value_or(cursor);
    return found.has_value();
}

bool findItem(Cursor &cursor, const QByteArray &step)
{
    bool isNumber = !step.isEmpty() && (step.size() == 1 || step[0] != '0');
    for (const char c : step)
        isNumber = isNumber && isDigit(c);
    qulonglong left = isNumber ? step.toULongLong(&isNumber) : 0;
    cursor.take('[');
    for (; isNumber && cursor.next() != ']'; --left) {
        if (left == 0)
            return true;
        skipValue(cursor);
        cursor.next();
        cursor.take(',');
    }
    return false;
}

} // namespace

JsonSyntax checkJson(QByteArrayView json)
{
    Cursor cursor(json);
    Nesting nesting;
    bool isGood = true;
    do
        isGood = nesting.enterValue(cursor);
    while (isGood && nesting.leaveValue(cursor, isGood));
    cursor.next();
    if (!isGood || !cursor.isAtEnd())
        return JsonSyntax::Bad;
    if (nesting.isDeep())
        return JsonSyntax::TooDeep;
    return json.isValidUtf8() ? JsonSyntax::Good : JsonSyntax::BrokenText;
}

QByteArrayView jsonTokenAt(QByteArrayView json, QByteArrayView pointer)
{
    Cursor cursor(json);
    for (qsizetype at = 0; at < pointer.size();) {
        const qsizetype next = pointer.indexOf('/', at + 1);
        const qsizetype end = next < 0 ? pointer.size() : next;
        const QByteArray step =
            pointer.sliced(at + 1, end - at - 1).toByteArray().replace("~1", "/").replace("~0", "~");
        const char c = cursor.next();
        const bool found = (c == '{' && findMember(cursor, step)) || (c == '[' && findItem(cursor, step));
        if (!found)
            return {};
        at = end;
    }
    cursor.next();
    const char *const begin = cursor.at();
    skipValue(cursor);
    return {begin, cursor.at() - begin};
}

QByteArray jsonPlainText(QByteArrayView token)
{
    const QByteArrayView inner = token.sliced(1, token.size() - 2);
    if (!inner.contains('\\'))
        return inner.isEmpty() ? QByteArray("") : inner.toByteArray();
    simdjson::dom::parser parser;
    std::string_view text;
    const simdjson::padded_string bytes(token.data(), static_cast<std::size_t>(token.size()));
    if (parser.parse(bytes).get(text) != simdjson::SUCCESS)
        return {};
    return text.empty() ? QByteArray("") : QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace hookboard
