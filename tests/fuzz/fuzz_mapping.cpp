// libFuzzer: the first line is a value text, the second a pattern and the third a date format and signs of numbers; the
// rest is a document. Whatever compiles is applied to it, also item by item; nothing may crash, and bounds end it soon.
#include "core/mapping/mapper.h"

#include <cstdint>

using namespace hookboard;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray rest(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto line = [&rest] {
        const qsizetype end = rest.indexOf('\n');
        const QString text = QString::fromUtf8(end < 0 ? rest : rest.first(end));
        rest = end < 0 ? QByteArray() : rest.sliced(end + 1);
        return text;
    };
    const QString text = line();
    const QString pattern = line();
    const QString format = line();
    StoredEvent event;
    event.seq = 1;
    event.verified = true;
    event.payload = rest;
    EventView view;
    view.reset(event);

    Binding plain;
    plain.aggregation = Aggregation::Last;
    plain.value = plain.groupBy = text;
    plain.steps = {steps::Coalesce{{QStringLiteral("$.a"), text}}, steps::ParseNumber{format.left(1), format.mid(1, 1)},
                   steps::Scale{3, 1}, steps::Clamp{-1e9, 1e9}};
    plain.groupSteps = {steps::Extract{pattern}, steps::Split{format, int(format.size()) - 3}};
    Binding items = plain;
    items.each = QStringLiteral("$..*");
    items.steps = {steps::ParseDate{format, {}}};
    items.groupSteps = {steps::MapValues{{{pattern, text}}, format}};
    for (const Binding &binding : {plain, items}) {
        Result<Mapper> mapper = Mapper::compile({binding});
        if (!mapper.ok())
            continue;
        mapper->map(view, [](int, const Measurement &measurement) {
            const bool counted = measurement.skipped == SkipReason::None;
            if (measurement.group.size() > 256 || (counted && !measurement.value))
                __builtin_trap();
        });
    }
    return 0;
}
