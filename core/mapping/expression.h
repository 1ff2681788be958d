// Expression: arithmetic over paths in braces, such as {$.price} * {$.quantity} / 100. The operators and functions of
// muParser: + - * / ^ ( ), comparisons, && ||, a ? b : c, min max sum avg abs sign rint sqrt exp ln log2 log10 and the
// trigonometric ones, _pi and _e. No loops, no names of its own, nothing but numbers. One thread at a time.
// Bounds: kMaxLength UTF-16 units, kMaxOperands paths, parentheses nested kMaxNesting deep.
#pragma once

#include "core/mapping/fieldpath.h"
#include "core/mapping/skipreason.h"

namespace hookboard {

class Expression
{
public:
    static constexpr qsizetype kMaxLength = 1024;
    static constexpr size_t kMaxOperands = 32;
    static constexpr int kMaxNesting = 32;

    // The expression that starts at `from`; errors carry their offset in the whole text.
    static std::variant<Expression, PathError> compile(QStringView text, qsizetype from, SharedPaths *shared);

    // An integer when the result is one; Nothing, and why, when an operand is no number or there is no finite result.
    JsonValue evaluate(const EventView &view, SkipReason &why) const;
    bool readsPayload() const;

    struct Program;

private:
    std::shared_ptr<Program> m_program;
};

} // namespace hookboard
