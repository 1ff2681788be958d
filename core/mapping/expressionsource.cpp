#include "core/mapping/expressionsource.h"

#include "core/mapping/expression.h"
#include "core/types/sentence.h"

#include <algorithm>

namespace hookboard {

namespace {

constexpr QStringView kFunctions[] = {u"sin",  u"cos",   u"tan",  u"asin",  u"acos", u"atan", u"sinh", u"cosh",
                                      u"tanh", u"atan2", u"log2", u"log10", u"ln",   u"exp",  u"sqrt", u"sign",
                                      u"rint", u"abs",   u"min",  u"max",   u"sum",  u"avg"};
constexpr QStringView kConstants[] = {u"_pi", u"_e"};

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

bool isNameStart(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

template <typename List> bool holds(const List &list, QStringView word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

} // namespace

bool ExpressionSource::fail(qsizetype position, const QString &message)
{
    m_error = PathError{position, message};
    return false;
}

void ExpressionSource::copy(qsizetype count)
{
    for (; count > 0; --count, ++m_at) {
        m_code += char(m_text[m_at].unicode());
        m_offsets.push_back(m_at);
    }
}

std::optional<PathError> ExpressionSource::read()
{
    if (m_text.size() > Expression::kMaxLength)
        return PathError{Expression::kMaxLength,
                         Sentence::tr("an expression has at most %1 characters").arg(Expression::kMaxLength)};
    while (m_at < m_text.size() && readOne()) {
    }
    return m_error;
}

bool ExpressionSource::readOne()
{
    const char16_t c = peek();
    if (c == u'{')
        return operand();
    if (isDigit(c) || (c == u'.' && isDigit(peek(1))))
        return number();
    if (isNameStart(c))
        return name();
    return sign();
}

bool ExpressionSource::operand()
{
    const qsizetype brace = m_at++;
    while (peek() == u' ')
        ++m_at;
    qsizetype end = 0;
    auto path = FieldPath::compileAt(m_text, m_at, end, m_shared);
    if (auto *error = std::get_if<PathError>(&path))
        return fail(error->position, error->message);
    m_at = end;
    while (peek() == u' ')
        ++m_at;
    if (peek() != u'}')
        return fail(m_at, Sentence::tr("expected } behind the path"));
    ++m_at;
    if (m_operands.size() >= Expression::kMaxOperands)
        return fail(brace, Sentence::tr("an expression has at most %1 paths").arg(Expression::kMaxOperands));
    // A blank at either side: neither a name nor a number goes on into it.
    const std::string variable = " v" + std::to_string(m_operands.size()) + ' ';
    m_code += variable;
    m_offsets.insert(m_offsets.end(), variable.size(), brace);
    m_operands.push_back(std::get<FieldPath>(std::move(path)));
    m_afterName = false;
    return true;
}

bool ExpressionSource::number()
{
    qsizetype size = 0;
    while (isDigit(peek(size)))
        ++size;
    if (peek(size) == u'.')
        ++size;
    while (isDigit(peek(size)))
        ++size;
    if (peek(size) == u'e' || peek(size) == u'E') {
        const qsizetype digits = peek(size + 1) == u'+' || peek(size + 1) == u'-' ? size + 2 : size + 1;
        if (!isDigit(peek(digits)))
            return fail(m_at + size, Sentence::tr("the number does not go on like this"));
        size = digits;
        while (isDigit(peek(size)))
            ++size;
    }
    if (peek(size) == u'.' || isNameStart(peek(size)))
        return fail(m_at + size, Sentence::tr("the number does not go on like this"));
    copy(size);
    m_afterName = false;
    return true;
}

bool ExpressionSource::name()
{
    qsizetype size = 0;
    while (isNameStart(peek(size)) || isDigit(peek(size)))
        ++size;
    const QStringView word = m_text.sliced(m_at, size);
    const bool isFunction = holds(kFunctions, word);
    if (!isFunction && !holds(kConstants, word))
        return fail(m_at, Sentence::tr("this name is not known; paths stand in braces, such as {$.amount}"));
    copy(size);
    m_afterName = isFunction;
    return true;
}

bool ExpressionSource::sign()
{
    static constexpr QStringView kSigns = u"+-*/^?:";
    static constexpr QStringView kPairs[] = {u"==", u"!=", u"<=", u">=", u"&&", u"||"};
    const char16_t c = peek();
    const bool called = m_afterName && c == u'(';
    if (c != u' ')
        m_afterName = false;
    if (holds(kPairs, m_text.mid(m_at, 2))) {
        copy(2);
        return true;
    }
    if (c == u'(') {
        if (m_isCall.size() >= size_t(Expression::kMaxNesting))
            return fail(m_at, Sentence::tr("parentheses are nested at most %1 deep").arg(Expression::kMaxNesting));
        m_isCall.push_back(called);
    } else if (c == u')') {
        if (m_isCall.empty())
            return fail(m_at, Sentence::tr("there is no ( for this )"));
        m_isCall.pop_back();
    } else if (c == u',' && (m_isCall.empty() || !m_isCall.back())) {
        return fail(m_at, Sentence::tr("a comma separates what a function takes; decimals are written with a point"));
    } else if (c != u',' && c != u' ' && c != u'<' && c != u'>' && !kSigns.contains(QChar(c))) {
        return fail(m_at, Sentence::tr("this character has no place in an expression"));
    }
    copy(1);
    return true;
}

qsizetype ExpressionSource::textOffset(int codePosition) const
{
    if (codePosition < 0 || size_t(codePosition) >= m_offsets.size())
        return m_text.size();
    return m_offsets[size_t(codePosition)];
}

} // namespace hookboard
