#include "core/mapping/jsonpath.h"

#include "core/mapping/jsonpathevaluator.h"
#include "core/mapping/jsonpathparser.h"
#include "core/types/sentence.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

struct JsonPath::Program
{
    jsonpath::Query query;
};

std::variant<JsonPath, PathError> JsonPath::compileAt(QStringView text, qsizetype from, qsizetype &end)
{
    auto program = std::make_shared<Program>();
    jsonpath::Lexer lexer(text, from);
    if (!jsonpath::Parser(lexer).absoluteQuery(program->query))
        return *lexer.error();
    end = lexer.position();
    if (end - from > jsonpath::kMaxQueryLength)
        return PathError{from + jsonpath::kMaxQueryLength,
                         Sentence::tr("a query has at most %1 characters").arg(jsonpath::kMaxQueryLength)};
    JsonPath path;
    path.m_program = std::move(program);
    return path;
}

std::variant<JsonPath, PathError> JsonPath::compile(QStringView query)
{
    if (query.size() > jsonpath::kMaxQueryLength)
        return PathError{jsonpath::kMaxQueryLength,
                         Sentence::tr("a query has at most %1 characters").arg(jsonpath::kMaxQueryLength)};
    qsizetype end = 0;
    auto compiled = compileAt(query, 0, end);
    if (std::holds_alternative<JsonPath>(compiled) && end < query.size())
        return PathError{end, Sentence::tr("expected ., .. or [ here, or the end of the query")};
    return compiled;
}

bool JsonPath::isSingular() const
{
    return m_program->query.singular;
}

std::optional<JsonPath::Node> JsonPath::single(Node root) const
{
    qint64 cost = 0;
    return jsonpath::followSingular(m_program->query.segments, root, cost);
}

const std::string *JsonPath::leadingName() const
{
    const auto &segments = m_program->query.segments;
    if (!m_program->query.singular || segments.empty())
        return nullptr;
    const auto *name = std::get_if<jsonpath::NameSelector>(&segments.front().selectors.front());
    return name ? &name->name : nullptr;
}

std::optional<JsonPath::Node> JsonPath::singleBehindName(Node member) const
{
    qint64 cost = 0;
    return jsonpath::followSingular(std::span(m_program->query.segments).subspan(1), member, cost);
}

bool JsonPath::each(Node root, FunctionRef<bool(Node)> visit, qsizetype limit) const
{
    jsonpath::Evaluator evaluator(root);
    bool complete = true;
    evaluator.run(m_program->query, [&](Node node) {
        complete = limit-- > 0;
        return complete && visit(node);
    });
    return complete && !evaluator.exhausted();
}

} // namespace hookboard
