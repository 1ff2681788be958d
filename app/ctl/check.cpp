#include "app/ctl/console.h"
#include "app/ctl/options.h"
#include "core/journal/reader.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Whoever writes holds the profile; it is let go of at once, since looking is no reason to keep others out.
bool mayBeWritten(const Invocation &invocation)
{
    return !Profile(invocation.profileDirectory).lock();
}

Result<JournalFindings> check(const Invocation &invocation, JournalReader &reader)
{
    if (mayBeWritten(invocation))
        return reader.checkBesideWriter();
    auto damage = reader.check();
    return damage ? Result<JournalFindings>({std::move(*damage), true}) : Result<JournalFindings>(damage.error());
}

} // namespace

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
    const Result<JournalFindings> findings = check(options->invocation(), **reader);
    if (!findings)
        return findings.error();
    for (const QString &problem : findings->damage)
        printLine(problem.toUtf8());
    if (!findings->damage.isEmpty()) {
        return Error{ErrorCode::JournalDamaged,
                     u"The journal %1 is damaged: %2 findings, listed on standard output."_s.arg(
                         profile->journalPath(), QString::number(findings->damage.size()))};
    }
    const Result<JournalStatistics> statistics = (*reader)->statistics();
    if (!statistics)
        return statistics.error();
    if (!findings->structureRead) {
        printLine("not looked at, so as not to hold up the running program: pages that hold no event. "
                  "Check again when it is closed.");
    }
    printLine("clean: " + QByteArray::number(statistics->events) + " events, " +
              QByteArray::number(statistics->quarantined) + " in quarantine");
    return 0;
}

} // namespace hookboard
