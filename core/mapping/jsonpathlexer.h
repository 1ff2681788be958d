// Lexer for JSONPath queries and filters: the tokens of RFC 9535 over UTF-16 text, and the first error with its place.
// Its functions return false after they recorded an error; the first error stays. Lives on the stack of one compile().
#pragma once

#include "core/mapping/jsonpath.h"
#include "core/mapping/jsonvalue.h"

#include <QtCore/QString>

#include <optional>
#include <string>

namespace hookboard::jsonpath {

class Lexer
{
public:
    explicit Lexer(QStringView text, qsizetype from = 0)
        : m_text(text)
        , m_at(from)
    {}

    QStringView text() const { return m_text; }
    qsizetype position() const { return m_at; }
    void moveTo(qsizetype position) { m_at = position; }
    bool atEnd() const { return m_at >= m_text.size(); }
    char16_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead].unicode() : u'\0';
    }
    bool take(char16_t c);
    bool take(QStringView token);
    void skipBlanks();

    bool atName() const;            // a member name without quotes can start here
    bool name(std::string &utf8);   // member-name-shorthand
    bool quoted(std::string &utf8); // string literal in ' or "; the quote is next
    bool integer(qint64 &value);    // within +-(2^53 - 1), no leading zero, no -0
    bool number(JsonValue &value);  // number literal, exact
    std::string word();             // letters, digits and _ from here on; may be empty

    bool fail(const QString &message) { return failAt(m_at, message); }
    bool failAt(qsizetype position, const QString &message);
    const std::optional<PathError> &error() const { return m_error; }

private:
    bool codePoint(QString &out);
    bool escape(char16_t quote, QString &out);
    bool unicodeEscape(QString &out);
    bool hexQuad(char16_t &unit);

    QStringView m_text;
    qsizetype m_at = 0;
    std::optional<PathError> m_error;
};

} // namespace hookboard::jsonpath
