#include "core/aggregate/specdigest.h"

#include "core/aggregate/accumulator.h"
#include "core/aggregate/window.h"

#include <QtCore/QCryptographicHash>

namespace hookboard {

namespace {

// Raised when the same spec begins to fold differently.
constexpr quint64 kFoldVersion = 1;

void addNumber(StateWriter &out, std::optional<double> number)
{
    out.flag(number.has_value());
    out.real(number.value_or(0));
}

void addText(StateWriter &out, const QString &text)
{
    out.bytes(text.toUtf8());
}

void addTexts(StateWriter &out, const QStringList &texts)
{
    out.number(quint64(texts.size()));
    for (const QString &text : texts)
        addText(out, text);
}

struct StepWriter
{
    StateWriter &out;
    void operator()(const steps::ParseNumber &parse) const
    {
        addText(out, parse.decimal);
        addText(out, parse.grouping);
    }
    void operator()(const steps::Scale &scale) const
    {
        out.real(scale.factor);
        out.real(scale.offset);
    }
    void operator()(const steps::Clamp &clamp) const
    {
        addNumber(out, clamp.min);
        addNumber(out, clamp.max);
    }
    void operator()(const steps::MapValues &map) const
    {
        out.number(quint64(map.pairs.size()));
        for (const auto &[from, to] : map.pairs) {
            addText(out, from);
            addText(out, to);
        }
        out.flag(map.otherwise.has_value());
        addText(out, map.otherwise.value_or(QString()));
    }
    void operator()(const steps::Extract &extract) const { addText(out, extract.pattern); }
    void operator()(const steps::Split &split) const
    {
        addText(out, split.separator);
        out.integer(split.index);
    }
    void operator()(const steps::Coalesce &coalesce) const { addTexts(out, coalesce.paths); }
    void operator()(const steps::ParseDate &parse) const
    {
        addText(out, parse.format);
        addText(out, parse.timeZone);
    }
};

void addSteps(StateWriter &out, const QList<ValueStep> &steps)
{
    out.number(quint64(steps.size()));
    for (const ValueStep &step : steps) {
        out.number(step.index());
        std::visit(StepWriter{out}, step);
    }
}

// Bindings that use none of this keep the digest, and so the checkpoints, that they had before there was any of it.
void addMapping(StateWriter &out, const Binding &binding)
{
    const bool isRatio = binding.aggregation == Aggregation::Ratio;
    if (binding.steps.isEmpty() && binding.groupSteps.isEmpty() && binding.each.isEmpty() && !isRatio &&
        !binding.pairing && binding.sinceUs == 0)
        return;
    addSteps(out, binding.steps);
    addSteps(out, binding.groupSteps);
    addText(out, binding.each);
    out.flag(isRatio);
    addText(out, isRatio ? binding.part : QString());
    out.flag(binding.pairing.has_value());
    const Pairing pairing = binding.pairing.value_or(Pairing());
    addText(out, pairing.key);
    addText(out, pairing.startType);
    addText(out, pairing.endType);
    out.integer(pairing.timeoutUs);
    out.integer(binding.sinceUs);
}

} // namespace

QByteArray specDigest(const TileSpec &tile, const Binding &binding)
{
    const bool isRows = tile.kind == TileKind::Table || tile.kind == TileKind::Feed;
    const Window &window = binding.window;
    StateWriter out;
    out.number(kFoldVersion);
    out.number(quint64(tile.kind));
    out.bytes(binding.source.toUtf8());
    out.number(quint64(binding.types.size()));
    for (const QString &type : binding.types)
        out.bytes(type.toUtf8());
    out.bytes(binding.filter.toUtf8());
    out.bytes(binding.value.toUtf8());
    out.number(quint64(foldKind(binding.aggregation)));
    out.flag(needsNumber(binding.aggregation));
    out.bytes(binding.groupBy.toUtf8());
    out.bytes(binding.time.toUtf8());
    out.number(quint64(binding.timeBasis));
    out.flag(binding.verifiedOnly);
    out.number(quint64(window.kind));
    out.integer(window.kind == Window::Kind::Rolling ? window.lengthUs : 0);
    out.number(window.kind == Window::Kind::Calendar ? quint64(window.unit) : 0);
    out.integer(window.kind == Window::Kind::LastEvents ? window.events : 0);
    out.bytes(zoneOf(window).id());
    out.integer(binding.bucketUs);
    addMapping(out, binding);
    if (isRows) {
        out.integer(tile.rowLimit);
        out.number(quint64(tile.columns.size()));
        for (const TableColumn &column : tile.columns)
            out.bytes(column.path.toUtf8());
    }
    return QCryptographicHash::hash(out.sealed(), QCryptographicHash::Sha256).first(16);
}

} // namespace hookboard
