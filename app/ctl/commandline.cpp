#include "app/ctl/command.h"
#include "app/ctl/console.h"

#include <algorithm>
#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFailed = 1;
constexpr int kMisused = 2;

constexpr QLatin1StringView kInitDetails =
    "  --secrets keychain|file   where secrets live: the system keychain (default), or one file that only\n"
    "                            you may read, for servers and machines without a keychain"_L1;
constexpr QLatin1StringView kSourceDetails =
    "  source add NAME --provider P [--secret-file FILE]... [--public-url URL]\n"
    "      --secret-file FILE    holds one secret; give it again for a second live secret (rotation), newest\n"
    "                            first. One line break at the end is not part of the secret. - is standard input\n"
    "      --public-url URL      the address as registered at the provider, for schemes that sign it\n"
    "  source list [--json]\n"
    "  source remove NAME"_L1;
constexpr QLatin1StringView kServeDetails =
    "  Prints {\"listening\":\"http://...\"} when ready. SIGTERM and SIGINT stop in order: no new connections,\n"
    "  answer what waits, flush, exit 0. A second signal ends the process at once.\n"
    "  --address A               address to listen on (default: the profile's setting, 127.0.0.1)\n"
    "  --port N                  port to listen on; 0 picks a free one (default: the profile's setting, 8765)"_L1;
constexpr QLatin1StringView kVerifyDetails =
    "  verify --vectors FILE\n"
    "      runs signature vectors, each with its own clock; prints wrong verdicts and `N passed, N failed`\n"
    "  verify --source NAME --headers FILE --body FILE [--now UNIX]\n"
    "      --headers FILE        lines of `Name: value`, or one JSON object\n"
    "      --body FILE           the exact bytes; - is standard input\n"
    "      --now UNIX            the clock to judge by, in seconds (default: now)"_L1;
constexpr QLatin1StringView kSendDetails =
    "  --source NAME             signs as the provider of this source does\n"
    "  --type T                  event type of the deliveries\n"
    "  --body FILE               body to send (default: a generated JSON document of about 1 KB)\n"
    "  --count N                 deliveries in all (default 1); each has its own delivery id\n"
    "  --rate R                  deliveries due per second (default 0: as fast as they are answered)\n"
    "  --connections C           kept-alive connections (default 1)\n"
    "  --url URL                 whole address, or http://HOST:PORT (default: the port in the profile's settings)\n"
    "  Latencies count from the moment a delivery was due, so a stalled receiver cannot hide."_L1;
constexpr QLatin1StringView kEventsDetails =
    "  One JSON object a line, ascending by seq: seq, source, deliveryId, type, receivedAt, occurredAt, verified,\n"
    "  simulated, bytes; quarantined ones add code and detail. Works beside a running process.\n"
    "  --source S                only this source\n"
    "  --type T                  only this type; T* matches by prefix\n"
    "  --since ISO --until ISO   by arrival, from inclusive to exclusive\n"
    "  --limit N                 at most N lines\n"
    "  --state stored|quarantined\n"
    "  --body                    adds the exact bytes in base64"_L1;
constexpr QLatin1StringView kPathDetails =
    "  --body FILE               the JSON document (default: standard input)\n"
    "  Prints the selected nodes as one JSON array. A query that is not valid exits 2 with its position."_L1;
constexpr QLatin1StringView kBenchDetails =
    "  bench ingest [--seconds S] [--connections C]   durable verified ingest beside a plain echo server\n"
    "  bench fold [--events N]                        a full fold of a 12-tile board beside reading and parsing\n"
    "  bench search [--events N]                      a rare text in stored events beside one statement over all\n"
    "  bench start [--events N] [--keep DIR]          opening a board with history beside an empty profile\n"
    "  Everything happens in a temporary profile."_L1;

const std::array kCommands{
    Command{"init"_L1, "[--secrets keychain|file]"_L1, "Make a profile"_L1, kInitDetails, runInit},
    Command{"source"_L1, "add|list|remove ..."_L1, "Add, list and remove sources"_L1, kSourceDetails, runSource},
    Command{"serve"_L1, "[--address A] [--port N]"_L1, "Receive deliveries without a window"_L1, kServeDetails,
            runServe},
    Command{"verify"_L1, "--vectors FILE | --source NAME --headers FILE --body FILE [--now UNIX]"_L1,
            "Check signatures and say why they fail"_L1, kVerifyDetails, runVerify},
    Command{"send"_L1, "--source NAME --type T [--body FILE] [--count N] [--rate R] [--connections C] [--url U]"_L1,
            "Sign deliveries and post them"_L1, kSendDetails, runSend},
    Command{"events"_L1,
            "[--source S] [--type T] [--since ISO] [--until ISO] [--limit N] [--state S] [--body] --json"_L1,
            "Print what is stored, or what was refused"_L1, kEventsDetails, runEvents},
    Command{"path"_L1, "QUERY [--body FILE]"_L1, "Evaluate a JSONPath (RFC 9535)"_L1, kPathDetails, runPath},
    Command{"check"_L1, ""_L1, "Verify the journal; exit 1 on damage"_L1, QLatin1StringView(), runCheck},
    Command{"bench"_L1, "ingest|fold|search|start"_L1, "Measure this machine against its own ceilings"_L1,
            kBenchDetails, runBench},
};

void printHelp()
{
    printLine("Usage: hookboardctl [--profile DIR] COMMAND [ARGUMENTS]\n\n"
              "Hookboard on the command line: receive, verify, inspect and send webhooks.\n\nCommands:");
    for (const Command &command : commands()) {
        if (command.listed)
            printLine("  " + QByteArray(command.name.data()).leftJustified(10) + command.summary.data());
    }
    printLine("\nOptions:\n"
              "  --profile DIR   keep everything in this folder (default: your own profile)\n"
              "  --help          this text; behind a command, the text of that command\n"
              "  --version       the version\n\n"
              "Exit codes: 0 done, 1 failed or found something wrong, 2 wrong usage.");
}

void printCommandHelp(const Command &command)
{
    printLine("Usage: hookboardctl [--profile DIR] " + QByteArray(command.name.data()) + ' ' + command.synopsis.data() +
              "\n\n" + command.summary.data() + '.');
    if (!command.details.isEmpty())
        printLine('\n' + QByteArray(command.details.data()));
}

int exitCodeOf(const Outcome &outcome, const QString &hint)
{
    if (outcome)
        return *outcome;
    const bool misused = outcome.error().code == ErrorCode::InvalidArgument;
    printProblem(misused ? outcome.error().message + hint : outcome.error().message);
    return misused ? kMisused : kFailed;
}

int runCommand(const Command &command, const Invocation &invocation)
{
    if (invocation.arguments.contains("--help"_L1) || invocation.arguments.contains("-h"_L1)) {
        printCommandHelp(command);
        return 0;
    }
    const int code = exitCodeOf(command.run(invocation), u" See: hookboardctl %1 --help"_s.arg(command.name));
    flushOutput();
    return code;
}

} // namespace

std::span<const Command> commands()
{
    return kCommands;
}

Result<Profile> existingProfile(const Invocation &invocation)
{
    Profile profile(invocation.profileDirectory);
    if (!profile.exists()) {
        const QString option =
            invocation.profileDirectory.isEmpty() ? QString() : u" --profile %1"_s.arg(invocation.profileDirectory);
        return Error{ErrorCode::NotFound, u"There is no profile in %1. Make one with: hookboardctl%2 init"_s.arg(
                                              profile.configDirectory(), option)};
    }
    return profile;
}

int runCommandLine(const QStringList &arguments)
{
    Invocation invocation;
    qsizetype at = 0;
    for (; at < arguments.size() && arguments.at(at).startsWith(u'-'); ++at) {
        const QString &argument = arguments.at(at);
        if (argument == "--help"_L1 || argument == "-h"_L1) {
            printHelp();
            return 0;
        }
        if (argument == "--version"_L1 || argument == "-v"_L1) {
            printLine("hookboardctl " HOOKBOARD_VERSION);
            return 0;
        }
        if (argument.startsWith("--profile="_L1)) {
            invocation.profileDirectory = argument.sliced(10);
        } else if (argument == "--profile"_L1 && at + 1 < arguments.size()) {
            invocation.profileDirectory = arguments.at(++at);
        } else {
            printProblem(u"the option %1 is unknown or lacks its value. See: hookboardctl --help"_s.arg(argument));
            return kMisused;
        }
    }
    if (at == arguments.size()) {
        printProblem(u"a command is missing. See: hookboardctl --help"_s);
        return kMisused;
    }
    invocation.arguments = arguments.sliced(at + 1);
    const auto command = std::find_if(kCommands.begin(), kCommands.end(),
                                      [&](const Command &row) { return row.name == arguments.at(at); });
    if (command == kCommands.end()) {
        printProblem(u"there is no command %1. See: hookboardctl --help"_s.arg(arguments.at(at)));
        return kMisused;
    }
    return runCommand(*command, invocation);
}

} // namespace hookboard
