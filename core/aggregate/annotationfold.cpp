#include "core/aggregate/annotationfold.h"

namespace hookboard {

std::optional<TileSpec> annotationFeed(const TileSpec &chart)
{
    const std::optional<Annotations> &annotations = chart.options.series.annotations;
    if (chart.kind != TileKind::TimeSeries || !annotations || chart.bindings.isEmpty())
        return std::nullopt;
    TileSpec feed;
    feed.id = chart.id;
    feed.kind = TileKind::Feed;
    feed.rowLimit = kMostMarks;
    Binding binding;
    binding.source = annotations->source;
    binding.types = annotations->types;
    binding.filter = annotations->filter;
    binding.verifiedOnly = chart.bindings.first().verifiedOnly;
    binding.window = chart.bindings.first().window;
    if (binding.window.kind == Window::Kind::LastEvents) // of the chart; how far back that is, its events say
        binding.window.kind = Window::Kind::All;
    feed.bindings.append(binding);
    if (!annotations->text.isEmpty())
        feed.columns.append({QStringLiteral("Annotation"), annotations->text, TableColumn::Format::Text});
    return feed;
}

QList<Mark> marksOf(const QList<Row> &newestFirst)
{
    QList<Mark> marks;
    for (auto row = newestFirst.crbegin(); row != newestFirst.crend(); ++row) {
        const bool told = !row->cells.isEmpty() && !row->cells.first().missing;
        marks.append({row->timeUs, told ? row->cells.first().value.toText() : row->type, row->seq});
    }
    return marks;
}

} // namespace hookboard
