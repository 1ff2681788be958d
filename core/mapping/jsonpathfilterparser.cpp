// Filter expressions of RFC 9535 section 2.3.5 and the well-typedness of function calls (section 2.4.3).
#include "core/mapping/jsonpathparser.h"

#include "core/types/sentence.h"

namespace hookboard::jsonpath {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FunctionFacts
{
    std::string_view name;
    Function function;
    Type result;
    size_t parameters;
    Type parameter; // all parameters of one function have the same type
};

constexpr FunctionFacts kFunctions[] = {
    {"length", Function::Length, Type::Value, 1, Type::Value},
    {"count", Function::Count, Type::Value, 1, Type::Nodes},
    {"match", Function::Match, Type::Logical, 2, Type::Value},
    {"search", Function::Search, Type::Logical, 2, Type::Value},
    {"value", Function::Value, Type::Value, 1, Type::Nodes},
};

const FunctionFacts &factsOf(Function function)
{
    for (const FunctionFacts &facts : kFunctions) {
        if (facts.function == function)
            return facts;
    }
    Q_UNREACHABLE();
}

QString nameOf(Function function)
{
    const std::string_view name = factsOf(function).name;
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

// The pattern of match() and search() when the query holds it; a pattern that is no I-Regexp matches nothing.
void compilePattern(Call &call)
{
    const auto *literal = std::get_if<Literal>(&call.arguments[1]);
    if (!literal || literal->value.kind != JsonValue::Kind::Text)
        return;
    call.patternIsFixed = true;
    call.pattern = IRegexp::compile(QString::fromStdString(*literal->text),
                                    call.function == Function::Match ? IRegexp::Mode::Whole : IRegexp::Mode::Search);
}

} // namespace

bool Parser::enter()
{
    return ++m_nesting <= kMaxNesting ||
           m_lex.fail(Sentence::tr("filters, parentheses and calls are nested at most %1 deep").arg(kMaxNesting));
}

bool Parser::disjunction(Expression &expression)
{
    if (!conjunction(expression))
        return false;
    for (;;) {
        const qsizetype before = m_lex.position();
        m_lex.skipBlanks();
        if (!m_lex.take(u"||")) {
            m_lex.moveTo(before);
            return true;
        }
        if (expression.kind != Expression::Kind::Or || expression.closed) {
            Expression either;
            either.kind = Expression::Kind::Or;
            either.children.push_back(std::move(expression));
            expression = std::move(either);
        }
        m_lex.skipBlanks();
        if (!conjunction(expression.children.emplace_back()))
            return false;
    }
}

bool Parser::conjunction(Expression &expression)
{
    if (!basic(expression))
        return false;
    for (;;) {
        const qsizetype before = m_lex.position();
        m_lex.skipBlanks();
        if (!m_lex.take(u"&&")) {
            m_lex.moveTo(before);
            return true;
        }
        if (expression.kind != Expression::Kind::And || expression.closed) {
            Expression both;
            both.kind = Expression::Kind::And;
            both.children.push_back(std::move(expression));
            expression = std::move(both);
        }
        m_lex.skipBlanks();
        if (!basic(expression.children.emplace_back()))
            return false;
    }
}

bool Parser::basic(Expression &expression)
{
    if (m_lex.take(u'!')) {
        m_lex.skipBlanks();
        expression.kind = Expression::Kind::Not;
        Expression &inner = expression.children.emplace_back();
        return m_lex.peek() == u'(' ? parenthesised(inner) : comparisonOrTest(inner, false);
    }
    return m_lex.peek() == u'(' ? parenthesised(expression) : comparisonOrTest(expression, true);
}

bool Parser::parenthesised(Expression &expression)
{
    if (!enter())
        return false;
    m_lex.take(u'(');
    m_lex.skipBlanks();
    if (!disjunction(expression))
        return false;
    m_lex.skipBlanks();
    --m_nesting;
    expression.closed = true;
    return m_lex.take(u')') || m_lex.fail(Sentence::tr("expected ), && or ||"));
}

bool Parser::comparisonOrTest(Expression &expression, bool comparisonAllowed)
{
    const qsizetype start = m_lex.position();
    expression.operands.resize(1);
    if (!operand(expression.operands.front()))
        return false;
    const qsizetype afterOperand = m_lex.position();
    m_lex.skipBlanks();
    const qsizetype operatorAt = m_lex.position();
    bool compared = false;
    if (!comparisonOperator(expression.comparison, compared))
        return false;
    if (compared) {
        if (!comparisonAllowed)
            return m_lex.failAt(operatorAt, Sentence::tr("put the comparison after ! in parentheses"));
        expression.kind = Expression::Kind::Compare;
        if (!requireValue(expression.operands.front(), start))
            return false;
        m_lex.skipBlanks();
        const qsizetype right = m_lex.position();
        return operand(expression.operands.emplace_back()) && requireValue(expression.operands.back(), right);
    }
    m_lex.moveTo(afterOperand);
    if (std::holds_alternative<Query>(expression.operands.front())) {
        expression.kind = Expression::Kind::Exists;
        return true;
    }
    expression.kind = Expression::Kind::Test;
    const auto *tested = std::get_if<std::unique_ptr<const Call>>(&expression.operands.front());
    if (!tested)
        return m_lex.failAt(start, Sentence::tr("a literal is no condition; compare it with something"));
    if ((*tested)->result != Type::Logical)
        return m_lex.failAt(
            start, Sentence::tr("%1() gives a value; compare it with something").arg(nameOf((*tested)->function)));
    return true;
}

bool Parser::comparisonOperator(Comparison &comparison, bool &found)
{
    struct Spelling
    {
        QStringView text;
        Comparison comparison;
    };
    static constexpr Spelling kSpellings[] = {
        {u"==", Comparison::Equal},          {u"!=", Comparison::NotEqual}, {u"<=", Comparison::LessOrEqual},
        {u">=", Comparison::GreaterOrEqual}, {u"<", Comparison::Less},      {u">", Comparison::Greater},
    };
    for (const Spelling &spelling : kSpellings) {
        if (m_lex.take(spelling.text)) {
            comparison = spelling.comparison;
            found = true;
            return true;
        }
    }
    return m_lex.peek() != u'=' || m_lex.fail(Sentence::tr("equality is written =="));
}

bool Parser::operand(Operand &operand)
{
    const char16_t c = m_lex.peek();
    if (c == u'@' || c == u'$') {
        Query query;
        query.relative = m_lex.take(u'@');
        if (!query.relative)
            m_lex.take(u'$');
        const bool ok = segments(query);
        operand = std::move(query);
        return ok;
    }
    if (c == u'\'' || c == u'"') {
        auto text = std::make_unique<std::string>();
        if (!m_lex.quoted(*text))
            return false;
        const JsonValue value = JsonValue::fromText(*text);
        operand = Literal{value, std::move(text)};
        return true;
    }
    if (c == u'-' || (c >= u'0' && c <= u'9')) {
        Literal literal;
        const bool ok = m_lex.number(literal.value);
        operand = std::move(literal);
        return ok;
    }
    return wordOperand(operand);
}

bool Parser::wordOperand(Operand &operand)
{
    const qsizetype start = m_lex.position();
    const std::string word = m_lex.word();
    if (m_lex.peek() == u'(') {
        for (const FunctionFacts &facts : kFunctions) {
            if (facts.name == word)
                return call(facts.function, start, operand);
        }
        if (!word.empty())
            return m_lex.failAt(start,
                                Sentence::tr("no such function; there are length, count, match, search and value"));
    }
    Literal literal;
    if (word == "true" || word == "false")
        literal.value = JsonValue::fromBool(word == "true");
    else if (word == "null")
        literal.value = JsonValue::null();
    else
        return m_lex.failAt(start, Sentence::tr("expected @, $, a literal or a function"));
    operand = std::move(literal);
    return true;
}

bool Parser::call(Function function, qsizetype start, Operand &operand)
{
    if (!enter())
        return false;
    m_lex.take(u'(');
    auto call = std::make_unique<Call>();
    call->function = function;
    call->result = factsOf(function).result;
    if (!arguments(*call, start))
        return false;
    --m_nesting;
    if (function == Function::Match || function == Function::Search)
        compilePattern(*call);
    operand = std::unique_ptr<const Call>(std::move(call));
    return true;
}

bool Parser::arguments(Call &call, qsizetype start)
{
    const FunctionFacts &facts = factsOf(call.function);
    m_lex.skipBlanks();
    while (m_lex.peek() != u')') {
        const qsizetype at = m_lex.position();
        Operand &argument = call.arguments.emplace_back();
        if (!operand(argument))
            return false;
        if (facts.parameter == Type::Value && !requireValue(argument, at))
            return false;
        if (facts.parameter == Type::Nodes && !std::holds_alternative<Query>(argument))
            return m_lex.failAt(at,
                                Sentence::tr("%1() wants a query that starts with @ or $").arg(nameOf(call.function)));
        m_lex.skipBlanks();
        if (!m_lex.take(u','))
            break;
        m_lex.skipBlanks();
        if (m_lex.peek() == u')')
            return m_lex.fail(Sentence::tr("expected another argument"));
    }
    if (!m_lex.take(u')'))
        return m_lex.fail(Sentence::tr("expected , or )"));
    return call.arguments.size() == facts.parameters ||
           m_lex.failAt(start,
                        Sentence::tr("%1() takes %2 argument(s)").arg(nameOf(call.function)).arg(facts.parameters));
}

bool Parser::requireValue(const Operand &operand, qsizetype start)
{
    if (const auto *query = std::get_if<Query>(&operand)) {
        return query->singular ||
               m_lex.failAt(
                   start,
                   Sentence::tr("this query can select several nodes; a value needs one that names a single node"));
    }
    if (const auto *call = std::get_if<std::unique_ptr<const Call>>(&operand)) {
        return (*call)->result == Type::Value ||
               m_lex.failAt(
                   start,
                   Sentence::tr("%1() gives true or false, which cannot be compared").arg(nameOf((*call)->function)));
    }
    return true;
}

} // namespace hookboard::jsonpath
