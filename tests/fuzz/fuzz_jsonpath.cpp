// libFuzzer: the first line is a query, the rest a document. Compiles the line as JSONPath, field path and filter, and
// evaluates whatever compiles; nothing may crash, and the bounds of each have to end it soon.
#include "core/mapping/filter.h"
#include "core/mapping/mapper.h"
#include "core/mapping/pathquery.h"

#include <cstdint>

using namespace hookboard;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype lineEnd = input.indexOf('\n');
    const QString line = QString::fromUtf8(lineEnd < 0 ? input : input.first(lineEnd));
    StoredEvent event;
    event.seq = 1;
    event.verified = true;
    event.target = input.first(std::min<qsizetype>(input.size(), 256));
    event.headers.append("X-Line", event.target);
    event.payload = lineEnd < 0 ? QByteArray() : input.sliced(lineEnd + 1);

    const Result<QByteArray> nodes = selectAsJsonArray(line, event.payload);
    if (nodes.ok() && !(nodes->startsWith('[') && nodes->endsWith(']')))
        __builtin_trap();

    EventView view;
    view.reset(event);
    const auto filter = Filter::compile(line);
    if (const auto *compiled = std::get_if<Filter>(&filter))
        compiled->matches(view);

    Binding binding;
    binding.aggregation = Aggregation::Last;
    binding.value = binding.groupBy = binding.time = line;
    binding.timeBasis = TimeBasis::Event;
    if (Result<Mapper> mapper = Mapper::compile({binding}); mapper.ok()) {
        mapper->map(view, [](int, const Measurement &measurement) {
            if (measurement.group.size() > 256)
                __builtin_trap();
        });
    }
    return 0;
}
