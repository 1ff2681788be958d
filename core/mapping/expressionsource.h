// ExpressionSource: the text of an expression as muParser reads it: paths replaced by v0, v1, ..., everything that is
// not plain arithmetic refused before muParser sees it, and the way back from its positions to those of the text. Lives
// on the stack of one compile().
#pragma once

#include "core/mapping/fieldpath.h"

#include <string>
#include <vector>

namespace hookboard {

class ExpressionSource
{
public:
    ExpressionSource(QStringView text, qsizetype from, SharedPaths *shared)
        : m_text(text)
        , m_at(from)
        , m_shared(shared)
    {}

    std::optional<PathError> read();
    const std::string &code() const { return m_code; }
    const std::vector<FieldPath> &operands() const { return m_operands; }
    // Of a position that muParser tells; beyond its text = the end.
    qsizetype textOffset(int codePosition) const;

private:
    bool readOne();
    bool operand();
    bool number();
    bool name();
    bool sign();
    bool fail(qsizetype position, const QString &message);
    void copy(qsizetype count);
    char16_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead].unicode() : u'\0';
    }

    QStringView m_text;
    qsizetype m_at;
    SharedPaths *m_shared;
    std::string m_code;
    std::vector<qsizetype> m_offsets; // in the text, of each character of the code
    std::vector<FieldPath> m_operands;
    std::vector<bool> m_isCall; // open parentheses, innermost last: those of a function hold commas
    bool m_afterName = false;
    std::optional<PathError> m_error;
};

} // namespace hookboard
