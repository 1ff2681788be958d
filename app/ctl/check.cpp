#include "app/ctl/console.h"
#include "app/ctl/options.h"
#include "core/journal/reader.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Outcome runCheck(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(invocation, {});
    if (!options)
        return options.error();
    const Result<Profile> profile = existingProfile(options->invocation());
    if (!profile)
        return profile.error();
    const auto reader = JournalReader::open(profile->journalPath());
    if (!reader && reader.error().code == ErrorCode::NotFound) {
        printLine("clean: there is no journal yet");
        return 0;
    }
    if (!reader)
        return reader.error();
    const Result<QStringList> problems = (*reader)->check();
    if (!problems)
        return problems.error();
    for (const QString &problem : *problems)
        printLine(problem.toUtf8());
    if (!problems->isEmpty()) {
        return Error{ErrorCode::JournalDamaged,
                     u"The journal %1 is damaged: %2 findings, listed on standard output."_s.arg(
                         profile->journalPath(), QString::number(problems->size()))};
    }
    const Result<JournalStatistics> statistics = (*reader)->statistics();
    if (!statistics)
        return statistics.error();
    printLine("clean: " + QByteArray::number(statistics->events) + " events, " +
              QByteArray::number(statistics->quarantined) + " in quarantine");
    return 0;
}

} // namespace hookboard
