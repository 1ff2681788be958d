// Fuzzes regular expressions. Input: a pattern, a line end, and a text. A pattern that compiles must give the same
// answer by its table and by simulation, for the whole text and for parts of it, and a whole match is a match.
#include "core/mapping/iregexp.h"

#include <QtCore/QString>

#include <algorithm>
#include <cstdlib>

using namespace hookboard;

namespace {

IRegexp::Answer answerOf(QStringView pattern, IRegexp::Mode mode, std::string_view text)
{
    IRegexp::Problem problem;
    const auto often = IRegexp::compile(pattern, mode, &problem, IRegexp::Use::Often);
    const auto once = IRegexp::compile(pattern, mode, nullptr, IRegexp::Use::Once);
    if (often.has_value() != once.has_value() || problem.at > pattern.size())
        std::abort();
    if (!often)
        return IRegexp::Answer::GaveUp;
    const IRegexp::Answer answer = often->match(text);
    if (once->match(text) != answer)
        std::abort();
    return answer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const size_t lineEnd = std::min(input.find('\n'), size);
    const std::string_view text = input.substr(std::min(lineEnd + 1, size));
    const QString pattern = QString::fromUtf8(input.data(), qsizetype(lineEnd));
    const IRegexp::Answer whole = answerOf(pattern, IRegexp::Mode::Whole, text);
    if (whole == IRegexp::Answer::Yes && answerOf(pattern, IRegexp::Mode::Search, text) != IRegexp::Answer::Yes)
        std::abort();
    return 0;
}
