// Command: one row of the table of commands, and what a command is given. One file per command implements its run
// function; commandline.cpp holds the table and turns outcomes into exit codes. Main thread only.
#pragma once

#include "core/config/profile.h"
#include "core/types/result.h"

#include <QtCore/QLatin1StringView>
#include <QtCore/QStringList>

#include <span>

namespace hookboard {

struct Invocation
{
    QString profileDirectory; // empty = the user's own profile
    QStringList arguments;    // everything behind the command's name
};

// The exit code, or an Error that becomes the one line on standard error: InvalidArgument exits 2, all others 1.
using Outcome = Result<int>;

struct Command
{
    QLatin1StringView name;
    QLatin1StringView synopsis; // behind the name, one line
    QLatin1StringView summary;  // one line
    QLatin1StringView details;  // lines of options and examples; may be empty
    Outcome (*run)(const Invocation &);
    bool listed = true; // false: a part of another command, started by it
};

std::span<const Command> commands();

// Runs a whole command line (without the program's name), prints what went wrong, and returns the exit code.
int runCommandLine(const QStringList &arguments);

// The profile that is meant; NotFound says how to make it when there is none.
Result<Profile> existingProfile(const Invocation &invocation);

Outcome runInit(const Invocation &invocation);
Outcome runSource(const Invocation &invocation);
Outcome runServe(const Invocation &invocation);
Outcome runVerify(const Invocation &invocation);
Outcome runSend(const Invocation &invocation);
Outcome runEvents(const Invocation &invocation);
Outcome runPath(const Invocation &invocation);
Outcome runCheck(const Invocation &invocation);
Outcome runBench(const Invocation &invocation);

} // namespace hookboard
