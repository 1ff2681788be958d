#include "app/ctl/bench.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Outcome runBench(const Invocation &invocation)
{
    const QString what = invocation.arguments.value(0);
    const Invocation rest{invocation.profileDirectory, invocation.arguments.mid(1)};
    if (what == "ingest"_L1)
        return benchIngest(rest);
    if (what == "fold"_L1)
        return benchFold(rest);
    if (what == "search"_L1)
        return benchSearch(rest);
    if (what == "start"_L1)
        return benchStart(rest);
    if (what == "echo"_L1)
        return benchEcho(rest);
    return Error{ErrorCode::InvalidArgument, u"bench is followed by ingest, fold, search or start."_s};
}

} // namespace hookboard
