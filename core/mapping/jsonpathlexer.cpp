#include "core/mapping/jsonpathlexer.h"

#include "core/types/sentence.h"

namespace hookboard::jsonpath {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMaxInteger = (qint64(1) << 53) - 1; // I-JSON, RFC 7493

bool isAsciiDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiLetter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool startsName(char16_t c)
{
    return isAsciiLetter(c) || c == u'_' || c >= 0x80;
}

} // namespace

bool Lexer::take(char16_t c)
{
    if (atEnd() || m_text[m_at] != QChar(c))
        return false;
    ++m_at;
    return true;
}

bool Lexer::take(QStringView token)
{
    if (!m_text.sliced(m_at).startsWith(token))
        return false;
    m_at += token.size();
    return true;
}

void Lexer::skipBlanks()
{
    while (!atEnd() && (peek() == u' ' || peek() == u'\t' || peek() == u'\n' || peek() == u'\r'))
        ++m_at;
}

bool Lexer::failAt(qsizetype position, const QString &message)
{
    if (!m_error)
        m_error = PathError{position, message};
    return false;
}

bool Lexer::codePoint(QString &out)
{
    const QChar c = m_text[m_at];
    if (c.isSurrogate()) {
        if (!c.isHighSurrogate() || m_at + 1 >= m_text.size() || !m_text[m_at + 1].isLowSurrogate())
            return fail(Sentence::tr("half of a surrogate pair"));
        out += c;
        ++m_at;
    }
    out += m_text[m_at++];
    return true;
}

bool Lexer::atName() const
{
    return !atEnd() && startsName(peek());
}

bool Lexer::name(std::string &utf8)
{
    if (!atName())
        return fail(Sentence::tr("expected a member name"));
    QString text;
    while (!atEnd() && (startsName(peek()) || isAsciiDigit(peek()))) {
        if (!codePoint(text))
            return false;
    }
    utf8 = text.toStdString();
    return true;
}

std::string Lexer::word()
{
    std::string text;
    while (!atEnd() && (isAsciiLetter(peek()) || isAsciiDigit(peek()) || peek() == u'_'))
        text += char(m_text[m_at++].unicode());
    return text;
}

bool Lexer::quoted(std::string &utf8)
{
    const qsizetype start = m_at;
    const char16_t quote = peek();
    ++m_at;
    QString text;
    while (!atEnd()) {
        if (take(quote)) {
            utf8 = text.toStdString();
            return true;
        }
        if (peek() < 0x20)
            return fail(Sentence::tr("a control character in text has to be escaped"));
        if (!(peek() == u'\\' ? escape(quote, text) : codePoint(text)))
            return false;
    }
    return failAt(start, Sentence::tr("this text has no closing quote"));
}

bool Lexer::escape(char16_t quote, QString &out)
{
    const qsizetype start = m_at++;
    const char16_t c = peek();
    if (c == u'u')
        return unicodeEscape(out);
    static constexpr QStringView kNames = u"bfnrt/\\";
    static constexpr QStringView kMeanings = u"\b\f\n\r\t/\\";
    const qsizetype index = atEnd() ? -1 : kNames.indexOf(QChar(c));
    if (index >= 0)
        out += kMeanings[index];
    else if (!atEnd() && c == quote)
        out += QChar(quote);
    else
        return failAt(start, Sentence::tr("unknown escape in text"));
    ++m_at;
    return true;
}

bool Lexer::unicodeEscape(QString &out)
{
    const qsizetype start = m_at - 1;
    char16_t unit = 0;
    if (!hexQuad(unit))
        return failAt(start, Sentence::tr("\\u needs four hexadecimal digits"));
    out += QChar(unit);
    if (!QChar::isSurrogate(unit))
        return true;
    char16_t low = 0;
    if (QChar::isLowSurrogate(unit) || !take(u'\\') || peek() != u'u' || !hexQuad(low) || !QChar::isLowSurrogate(low))
        return failAt(start, Sentence::tr("half of a surrogate pair"));
    out += QChar(low);
    return true;
}

// The four digits after the u that is next.
bool Lexer::hexQuad(char16_t &unit)
{
    ++m_at;
    if (m_at + 4 > m_text.size())
        return false;
    unit = 0;
    for (int i = 0; i < 4; ++i) {
        const char16_t c = m_text[m_at + i].unicode();
        const char16_t lower = c | 0x20;
        if (isAsciiDigit(c))
            unit = char16_t(unit * 16 + (c - u'0'));
        else if (lower >= u'a' && lower <= u'f')
            unit = char16_t(unit * 16 + (lower - u'a' + 10));
        else
            return false;
    }
    m_at += 4;
    return true;
}

bool Lexer::integer(qint64 &value)
{
    const qsizetype start = m_at;
    const bool negative = take(u'-');
    if (!isAsciiDigit(peek()))
        return fail(Sentence::tr("expected a digit"));
    const qsizetype first = m_at;
    qint64 magnitude = 0;
    for (; isAsciiDigit(peek()); ++m_at) {
        magnitude = magnitude * 10 + (peek() - u'0');
        if (magnitude > kMaxInteger)
            return failAt(start, Sentence::tr("integers go from -(2^53 - 1) to 2^53 - 1"));
    }
    if (m_text[first] == u'0' && (m_at - first > 1 || negative))
        return failAt(start, Sentence::tr("an integer must not start with 0"));
    value = negative ? -magnitude : magnitude;
    return true;
}

bool Lexer::number(JsonValue &value)
{
    const qsizetype start = m_at;
    std::string digits;
    const auto takeDigits = [&] {
        const qsizetype from = m_at;
        while (isAsciiDigit(peek()))
            digits += char(m_text[m_at++].unicode());
        return m_at > from;
    };
    if (take(u'-'))
        digits += '-';
    if (!takeDigits())
        return fail(Sentence::tr("expected a digit"));
    if (take(u'.')) {
        digits += '.';
        if (!takeDigits())
            return fail(Sentence::tr("expected a digit after the decimal point"));
    }
    if (peek() == u'e' || peek() == u'E') {
        digits += 'e';
        ++m_at;
        if (peek() == u'+' || peek() == u'-')
            digits += char(m_text[m_at++].unicode());
        if (!takeDigits())
            return fail(Sentence::tr("expected a digit in the exponent"));
    }
    value = parseJsonNumber(digits);
    if (value.kind == JsonValue::Kind::OutOfRange)
        return failAt(start, Sentence::tr("this number is too large"));
    return value.isNumber() || failAt(start, Sentence::tr("a number must not start with 0"));
}

} // namespace hookboard::jsonpath
