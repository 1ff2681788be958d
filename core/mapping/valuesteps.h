// ValueSteps: what is done to a value before it is aggregated, step after step. What a step cannot take is not counted,
// with the reason; nothing is guessed. Compiled once; one thread at a time.
//   parse number   text in a country's way becomes a number; a number stays
//   scale, clamp   numbers only. Integers stay exact where factor and offset are integers and the result fits
//   map            by the text of the value; null is "null"
//   extract        the first group of a regular expression of Perl's kind, or the whole match. Texts up to
//                  kMaxTextBytes, and a bound on the work of one match, beyond which there is "no-match"
//   split          a part that is not there is "missing"
//   coalesce       asked when there is no value, or null
//   parse date     seconds since 1970 UTC
#pragma once

#include "core/mapping/fieldpath.h"
#include "core/mapping/skipreason.h"
#include "core/types/binding.h"

namespace hookboard {

struct StepProblem
{
    qsizetype step = 0;
    qsizetype position = -1; // in the pattern or path of that step; -1 = the step as a whole
    QString message;
};

class ValueSteps
{
public:
    static constexpr qsizetype kMaxTextBytes = 64 * 1024;
    static constexpr qsizetype kMaxSteps = 32;

    static std::variant<ValueSteps, StepProblem> compile(const QList<ValueStep> &steps, SharedPaths *shared = nullptr);

    // `why`: why there is no value so far; becomes why there is none at the end. Valid until the view's next reset().
    JsonValue apply(JsonValue value, const EventView &view, SkipReason &why) const;
    // A text that knows no types (header:, query:) is read as a JSON number where that is what the first step takes.
    bool takesNumber() const;

    struct Step;

private:
    std::shared_ptr<const std::vector<Step>> m_steps;
};

} // namespace hookboard
