#include "core/mapping/iregexp.h"

#include "core/mapping/iregexpprogram.h"

#include <utility>

namespace hookboard {

namespace {

using iregexp::Program;
using iregexp::StepSet;

constexpr qint64 kMaxSimulation = 16'000'000; // steps looked at, about a fifth of a second

IRegexp::Answer answer(bool matches)
{
    return matches ? IRegexp::Answer::Yes : IRegexp::Answer::No;
}

IRegexp::Answer runTable(const Program &program, std::string_view text)
{
    const bool searching = !program.anchored;
    const std::size_t classes = program.alphabet.classCount();
    const char *at = text.data();
    const char *const end = at + text.size();
    quint16 state = program.firstState;
    while (at != end && state != 0 && !(searching && program.accepts[state] != 0))
        state = program.table[state * classes + program.alphabet.takeClass(at, end)];
    return answer(program.accepts[state] != 0);
}

// Goes through the text with all steps at once that it may be at.
IRegexp::Answer simulate(const Program &program, std::string_view text, qint64 &work)
{
    StepSet sets[]{StepSet(program), StepSet(program)};
    StepSet *current = &sets[0];
    StepSet *following = &sets[1];
    const char *at = text.data();
    const char *const end = at + text.size();
    current->add(program.start);
    while (at != end) {
        if (!program.anchored && current->matches())
            return IRegexp::Answer::Yes;
        if (current->members().empty())
            return IRegexp::Answer::No;
        work += qint64(current->members().size());
        if (work > kMaxSimulation)
            return IRegexp::Answer::GaveUp;
        following->follow(current->members(), program.alphabet.takeClass(at, end));
        std::swap(current, following);
    }
    return answer(current->matches());
}

} // namespace

IRegexp::IRegexp(std::shared_ptr<const iregexp::Program> program)
    : m_program(std::move(program))
{}

std::optional<IRegexp> IRegexp::compile(QStringView pattern, Mode mode, Problem *problem, Use use)
{
    Problem ignored;
    Problem &found = problem ? *problem : ignored;
    if (pattern.size() > kMaxPatternLength) {
        found = {kMaxPatternLength, true};
        return std::nullopt;
    }
    const std::optional<iregexp::Tree> tree = iregexp::parseIRegexp(pattern, found);
    if (!tree)
        return std::nullopt;
    return IRegexp(
        std::make_shared<const iregexp::Program>(iregexp::compileTree(*tree, mode == Mode::Whole, use == Use::Often)));
}

IRegexp::Answer IRegexp::match(std::string_view utf8, qint64 *work) const
{
    if (utf8.size() > kMaxSubjectBytes)
        return Answer::GaveUp;
    if (!m_program->table.empty())
        return runTable(*m_program, utf8);
    qint64 spent = 0;
    const Answer given = simulate(*m_program, utf8, spent);
    if (work)
        *work += spent;
    return given;
}

qint64 IRegexp::compileWork() const
{
    return m_program->work;
}

} // namespace hookboard
