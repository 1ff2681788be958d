#include "core/mapping/expression.h"

#include "core/mapping/expressionsource.h"
#include "core/types/sentence.h"

#include <array>
#include <cmath>
#include <muParser.h>

namespace hookboard {

// muParser keeps the addresses of its variables, and so this does not move.
struct Expression::Program
{
    std::vector<FieldPath> operands;
    std::array<double, kMaxOperands> values{};
    mu::Parser parser;
};

namespace {

constexpr double kExactResult = 9007199254740992.0; // integers up to here are exact as double

QString messageOf(mu::EErrorCodes code)
{
    switch (code) {
    case mu::ecUNEXPECTED_EOF:
        return Sentence::tr("the expression ends too early");
    case mu::ecMISSING_PARENS:
        return Sentence::tr("a parenthesis is not closed");
    case mu::ecTOO_MANY_PARAMS:
        return Sentence::tr("this function takes fewer values");
    case mu::ecTOO_FEW_PARAMS:
        return Sentence::tr("this function takes more values");
    case mu::ecMISSING_ELSE_CLAUSE:
        return Sentence::tr("a ? b needs : c behind it");
    default:
        return Sentence::tr("an expression does not go on like this");
    }
}

SkipReason operandOf(const FieldPath &path, const EventView &view, double &number)
{
    using Kind = JsonValue::Kind;
    JsonValue found = path.find(view);
    if (found.kind == Kind::Text && path.isUntypedText()) {
        const JsonValue read = parseJsonNumber(found.text);
        found = read.kind == Kind::Nothing ? found : read;
    }
    switch (found.kind) {
    case Kind::Nothing:
        return path.readsPayload() && !view.root() ? SkipReason::NotJson : SkipReason::Missing;
    case Kind::Null:
        return SkipReason::Missing;
    case Kind::Int:
        number = double(found.integer);
        return SkipReason::None;
    case Kind::UInt:
        number = double(found.natural);
        return SkipReason::None;
    case Kind::Double:
        number = found.real;
        return SkipReason::None;
    case Kind::OutOfRange:
        return SkipReason::Overflow;
    default:
        return SkipReason::NotANumber;
    }
}

} // namespace

std::variant<Expression, PathError> Expression::compile(QStringView text, qsizetype from, SharedPaths *shared)
{
    ExpressionSource source(text, from, shared);
    if (auto error = source.read())
        return *std::move(error);
    auto program = std::make_shared<Program>();
    program->operands = source.operands();
    try {
        for (size_t i = 0; i < program->operands.size(); ++i)
            program->parser.DefineVar("v" + std::to_string(i), &program->values[i]);
        program->parser.SetExpr(source.code());
        static_cast<void>(program->parser.Eval());
    } catch (const mu::Parser::exception_type &error) {
        return PathError{source.textOffset(error.GetCode() == mu::ecUNEXPECTED_EOF ? -1 : error.GetPos()),
                         messageOf(error.GetCode())};
    }
    Expression expression;
    expression.m_program = std::move(program);
    return expression;
}

JsonValue Expression::evaluate(const EventView &view, SkipReason &why) const
{
    for (size_t i = 0; i < m_program->operands.size(); ++i) {
        why = operandOf(m_program->operands[i], view, m_program->values[i]);
        if (why != SkipReason::None)
            return {};
    }
    double result = 0;
    try {
        result = m_program->parser.Eval();
    } catch (const mu::Parser::exception_type &) {
        result = std::nan("");
    }
    if (!std::isfinite(result)) {
        why = SkipReason::NotFinite;
        return {};
    }
    const bool isInteger = std::abs(result) <= kExactResult && std::trunc(result) == result;
    return isInteger ? JsonValue::fromInt(qint64(result)) : JsonValue::fromDouble(result);
}

bool Expression::readsPayload() const
{
    for (const FieldPath &operand : m_program->operands) {
        if (operand.readsPayload())
            return true;
    }
    return false;
}

} // namespace hookboard
