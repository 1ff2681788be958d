// Parser of the filter language (filter.h). Lives on the stack of one compile().
#pragma once

#include "core/mapping/filternodes.h"
#include "core/mapping/jsonpathlexer.h"

namespace hookboard::filter {

inline constexpr qsizetype kMaxLength = 8192;
inline constexpr int kMaxNesting = 32;

class Parser
{
public:
    explicit Parser(QStringView text, SharedPaths *shared = nullptr)
        : m_lex(text)
        , m_shared(shared)
    {}

    bool parse(Node &root);
    const PathError &error() const { return *m_lex.error(); } // after parse() returned false

private:
    using Step = bool (Parser::*)(Node &);

    bool disjunction(Node &node);
    bool conjunction(Node &node);
    bool chain(Node &node, QStringView word, Node::Kind kind, Step part);
    bool one(Node &node);
    bool condition(Condition &condition);
    bool conditionOperator(Operator &op);
    bool comparand(Condition &condition);
    bool list(Condition &condition);
    bool pattern(Condition &condition);
    bool path(FieldPath &path);
    bool literal(std::vector<Literal> &literals);
    bool atLiteral() const;
    bool takeWord(QStringView word);

    jsonpath::Lexer m_lex;
    SharedPaths *m_shared; // null: the paths are asked alone
    int m_nesting = 0;
};

} // namespace hookboard::filter
