#include "core/mapping/filterparser.h"

#include "core/types/sentence.h"

#include <algorithm>

namespace hookboard::filter {

using namespace Qt::Literals::StringLiterals;

bool Parser::parse(Node &root)
{
    if (m_lex.text().size() > kMaxLength)
        return m_lex.failAt(kMaxLength, Sentence::tr("a filter has at most %1 characters").arg(kMaxLength));
    m_lex.skipBlanks();
    if (m_lex.atEnd())
        return true;
    if (!disjunction(root))
        return false;
    m_lex.skipBlanks();
    return m_lex.atEnd() || m_lex.fail(Sentence::tr("expected \"and\", \"or\" or the end of the filter"));
}

// A whole word in any case; nothing is consumed when another word is next.
bool Parser::takeWord(QStringView word)
{
    const qsizetype start = m_lex.position();
    const std::string next = m_lex.word();
    if (word.compare(QLatin1StringView(next.data(), qsizetype(next.size())), Qt::CaseInsensitive) == 0)
        return true;
    m_lex.moveTo(start);
    return false;
}

bool Parser::disjunction(Node &node)
{
    return chain(node, u"or", Node::Kind::Or, &Parser::conjunction);
}

bool Parser::conjunction(Node &node)
{
    return chain(node, u"and", Node::Kind::And, &Parser::one);
}

bool Parser::chain(Node &node, QStringView word, Node::Kind kind, Step part)
{
    if (!(this->*part)(node))
        return false;
    bool several = false;
    for (;;) {
        m_lex.skipBlanks();
        if (!takeWord(word))
            return true;
        if (!several) {
            Node all;
            all.kind = kind;
            all.children.push_back(std::move(node));
            node = std::move(all);
            several = true;
        }
        if (!(this->*part)(node.children.emplace_back()))
            return false;
    }
}

bool Parser::one(Node &node)
{
    m_lex.skipBlanks();
    const bool negated = takeWord(u"not");
    if (!negated && m_lex.peek() != u'(') {
        node.kind = Node::Kind::Condition;
        return condition(node.condition.emplace());
    }
    if (++m_nesting > kMaxNesting)
        return m_lex.fail(Sentence::tr("parentheses and \"not\" are nested at most %1 deep").arg(kMaxNesting));
    if (negated) {
        node.kind = Node::Kind::Not;
        if (!one(node.children.emplace_back()))
            return false;
    } else {
        m_lex.take(u'(');
        if (!disjunction(node))
            return false;
        m_lex.skipBlanks();
        if (!m_lex.take(u')'))
            return m_lex.fail(Sentence::tr("expected ), \"and\" or \"or\""));
    }
    --m_nesting;
    return true;
}

bool Parser::atLiteral() const
{
    const char16_t c = m_lex.peek();
    return c == u'"' || c == u'\'' || c == u'-' || (c >= u'0' && c <= u'9');
}

bool Parser::condition(Condition &condition)
{
    if (atLiteral())
        return m_lex.fail(Sentence::tr("a condition starts with a path; put the literal on the right"));
    if (!path(condition.path))
        return false;
    m_lex.skipBlanks();
    if (!conditionOperator(condition.op))
        return false;
    m_lex.skipBlanks();
    switch (condition.op) {
    case Operator::Exists:
        return true;
    case Operator::In:
        return list(condition);
    case Operator::Matches:
        return pattern(condition);
    case Operator::Contains:
        return literal(condition.literals);
    default:
        return comparand(condition);
    }
}

bool Parser::conditionOperator(Operator &op)
{
    struct Spelling
    {
        QStringView text;
        Operator op;
    };
    static constexpr Spelling kSigns[] = {
        {u"==", Operator::Equal},       {u"=", Operator::Equal},           {u"!=", Operator::NotEqual},
        {u"<=", Operator::LessOrEqual}, {u">=", Operator::GreaterOrEqual}, {u"<", Operator::Less},
        {u">", Operator::Greater},
    };
    static constexpr Spelling kWords[] = {
        {u"exists", Operator::Exists},
        {u"in", Operator::In},
        {u"contains", Operator::Contains},
        {u"matches", Operator::Matches},
    };
    for (const Spelling &sign : kSigns) {
        if (m_lex.take(sign.text)) {
            op = sign.op;
            return true;
        }
    }
    for (const Spelling &word : kWords) {
        if (takeWord(word.text)) {
            op = word.op;
            return true;
        }
    }
    return m_lex.fail(Sentence::tr("expected =, !=, <, <=, >, >=, in, contains, matches or exists"));
}

bool Parser::comparand(Condition &condition)
{
    const qsizetype start = m_lex.position();
    const std::string word = m_lex.word();
    m_lex.moveTo(start);
    if (m_lex.peek() == u'[' || m_lex.peek() == u'{')
        return m_lex.fail(Sentence::tr("compare with a single value; for one of several there is in [...]"));
    if (atLiteral() || word == "true" || word == "false" || word == "null")
        return literal(condition.literals);
    return path(condition.other.emplace());
}

bool Parser::list(Condition &condition)
{
    if (!m_lex.take(u'['))
        return m_lex.fail(Sentence::tr("\"in\" wants a list such as [\"a\", \"b\"]"));
    m_lex.skipBlanks();
    if (m_lex.take(u']'))
        return true;
    do {
        m_lex.skipBlanks();
        if (!literal(condition.literals))
            return false;
        m_lex.skipBlanks();
    } while (m_lex.take(u','));
    return m_lex.take(u']') || m_lex.fail(Sentence::tr("expected , or ]"));
}

// Where the unit at `offset` of a quoted text stands in its written form, escapes and quotes included.
static qsizetype writtenOffset(QStringView written, qsizetype offset)
{
    qsizetype at = 1;
    for (; offset > 0 && at < written.size(); --offset) {
        if (written[at] != u'\\')
            ++at;
        else
            at += at + 1 < written.size() && written[at + 1] == u'u' ? 6 : 2;
    }
    return std::min(at, written.size() - 1);
}

bool Parser::pattern(Condition &condition)
{
    const qsizetype start = m_lex.position();
    if (m_lex.peek() != u'"')
        return m_lex.fail(Sentence::tr("\"matches\" wants a regular expression in double quotes"));
    if (!literal(condition.literals))
        return false;
    const QString text = QString::fromStdString(*condition.literals.front().text);
    IRegexp::Problem problem;
    condition.pattern = IRegexp::compile(text, IRegexp::Mode::Search, &problem);
    if (condition.pattern)
        return true;
    const QStringView written = m_lex.text().sliced(start, m_lex.position() - start);
    return m_lex.failAt(start + writtenOffset(written, problem.at),
                        problem.tooLarge ? Sentence::tr("this makes the regular expression too large")
                                         : Sentence::tr("a regular expression of RFC 9485 does not go on like this"));
}

bool Parser::path(FieldPath &path)
{
    qsizetype end = 0;
    auto compiled = FieldPath::compileAt(m_lex.text(), m_lex.position(), end, m_shared);
    if (const auto *error = std::get_if<PathError>(&compiled))
        return m_lex.failAt(error->position, error->message);
    path = std::get<FieldPath>(std::move(compiled));
    m_lex.moveTo(end);
    return true;
}

bool Parser::literal(std::vector<Literal> &literals)
{
    const qsizetype start = m_lex.position();
    Literal literal;
    if (m_lex.peek() == u'"') {
        auto text = std::make_unique<std::string>();
        if (!m_lex.quoted(*text))
            return false;
        literal.value = JsonValue::fromText(*text);
        literal.text = std::move(text);
    } else if (m_lex.peek() == u'\'') {
        return m_lex.fail(Sentence::tr("text is written in double quotes"));
    } else if (atLiteral()) {
        if (!m_lex.number(literal.value))
            return false;
    } else {
        const std::string word = m_lex.word();
        if (word == "true" || word == "false")
            literal.value = JsonValue::fromBool(word == "true");
        else if (word == "null")
            literal.value = JsonValue::null();
        else
            return m_lex.failAt(start, Sentence::tr("expected text in double quotes, a number, true, false or null"));
    }
    literals.push_back(std::move(literal));
    return true;
}

} // namespace hookboard::filter
