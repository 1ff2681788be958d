// Parser of RFC 9535: builds jsonpath::Query from text and refuses what is not well-formed or not well-typed.
// Bounds: kMaxQueryLength UTF-16 units, kMaxSegments segments in all, kMaxNesting of filters, parentheses and calls;
// they keep the recursion of parser and evaluator shallow. Lives on the stack of one compile().
#pragma once

#include "core/mapping/jsonpathlexer.h"
#include "core/mapping/jsonpathnodes.h"

namespace hookboard::jsonpath {

inline constexpr qsizetype kMaxQueryLength = 4096;
inline constexpr int kMaxSegments = 256;
inline constexpr int kMaxNesting = 32;

class Parser
{
public:
    explicit Parser(Lexer &lexer)
        : m_lex(lexer)
    {}

    // The query that starts here with $; ends before the first thing that is no segment.
    bool absoluteQuery(Query &query);

private:
    // jsonpathparser.cpp: segments and selectors
    bool segments(Query &query);
    bool segment(Segment &segment, bool &found);
    bool bracketed(Segment &segment);
    bool selector(std::vector<Selector> &selectors);
    bool indexOrSlice(std::vector<Selector> &selectors);
    bool optionalInteger(std::optional<qint64> &value);

    // jsonpathfilterparser.cpp: expressions and functions
    bool disjunction(Expression &expression);
    bool conjunction(Expression &expression);
    bool basic(Expression &expression);
    bool parenthesised(Expression &expression);
    bool comparisonOrTest(Expression &expression, bool comparisonAllowed);
    bool comparisonOperator(Comparison &comparison, bool &found);
    bool operand(Operand &operand);
    bool wordOperand(Operand &operand);
    bool call(Function function, qsizetype start, Operand &operand);
    bool arguments(Call &call, qsizetype start);
    bool requireValue(const Operand &operand, qsizetype start);
    bool enter();

    Lexer &m_lex;
    int m_segments = 0;
    int m_nesting = 0;
};

} // namespace hookboard::jsonpath
