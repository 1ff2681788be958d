#include "app/ctl/console.h"
#include "app/ctl/options.h"
#include "core/mapping/pathquery.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

Outcome runPath(const Invocation &invocation)
{
    const Result<Options> options = Options::parse(invocation, {valueOption(u"body"_s)}, 1);
    if (!options)
        return options.error();
    if (options->positional().isEmpty())
        return Error{ErrorCode::InvalidArgument, u"the query is missing, for example '$.items[*].price'."_s};
    const Result<QByteArray> document = readInput(options->has(u"body"_s) ? options->text(u"body"_s) : u"-"_s);
    if (!document)
        return document.error();
    const Result<QByteArray> nodes = selectAsJsonArray(options->positional().constFirst(), *document);
    if (!nodes)
        return nodes.error();
    printLine(*nodes);
    return 0;
}

} // namespace hookboard
