#include "ui/mapping/bindingslots.h"

#include "ui/dashboard/tilewords.h"
#include "ui/mapping/fieldwords.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct SlotWords
{
    Q_DECLARE_TR_FUNCTIONS(Slots)
};

const Binding &bindingOf(const TileSpec &tile, qsizetype index)
{
    static const Binding none;
    return index < tile.bindings.size() ? tile.bindings[index] : none;
}

bool counts(Aggregation aggregation)
{
    return aggregation == Aggregation::Count || aggregation == Aggregation::Rate || aggregation == Aggregation::Ratio;
}

// An aggregation that can do nothing with the field gives way to what is asked of such a field first.
Aggregation fitting(Aggregation before, const FieldFacts &facts)
{
    const bool number = facts.usualKind() == FieldKind::Number;
    if (counts(before) || (wantsNumber(before) && !number) || (before == Aggregation::Distinct && number))
        return likelyAggregation(facts);
    return before;
}

// "$.items[*].price" is the price of each item: the list is what is gone through, the rest begins at its items.
QString intoEach(Binding &binding, const QString &path)
{
    const qsizetype items = path.indexOf("[*]"_L1);
    if (items < 0)
        return path;
    binding.each = path.first(items + 3);
    return u'@' + path.sliced(items + 3);
}

QString outOfEach(const Binding &binding, const QString &text)
{
    return text.startsWith(u'@') ? binding.each + text.sliced(1) : text;
}

// Without a path into the items there is nothing to go through.
void dropUnusedEach(Binding &binding)
{
    if (!binding.value.contains(u'@') && !binding.groupBy.contains(u'@'))
        binding.each.clear();
}

void fillValue(TileSpec &tile, Binding &binding, const QString &path, const FieldFacts &facts,
               const SampledFields &samples)
{
    binding.value = intoEach(binding, path);
    dropUnusedEach(binding);
    binding.aggregation = fitting(binding.aggregation, facts);
    tile.format = likelyFormat(facts, samples);
    if (binding.aggregation == Aggregation::Distinct)
        tile.format = {};
}

void addColumn(TileSpec &tile, const QString &path, const FieldFacts &facts)
{
    const bool there = std::any_of(tile.columns.begin(), tile.columns.end(),
                                   [&](const TableColumn &column) { return column.path == path; });
    if (there)
        return; // a click and a key are often meant as one
    TableColumn column;
    column.title = fieldTitle(path);
    column.path = path;
    if (facts.time != TimeForm::None)
        column.format = TableColumn::Format::Time;
    else if (facts.usualKind() == FieldKind::Number)
        column.format = TableColumn::Format::Number;
    else if (facts.usualKind() == FieldKind::Bool)
        column.format = TableColumn::Format::Boolean;
    else if (facts.usualKind() == FieldKind::Object || facts.usualKind() == FieldKind::Array)
        column.format = TableColumn::Format::Json;
    if (tile.kind == TileKind::Feed)
        tile.columns = {column};
    else
        tile.columns.append(column);
}

QString columnWords(const TileSpec &tile, const QLocale &locale)
{
    QStringList words;
    for (const TableColumn &column : tile.columns.first(std::min<qsizetype>(3, tile.columns.size())))
        words << isolatedLine(column.title.isEmpty() ? fieldWord(column.path) : column.title, 24);
    if (tile.columns.size() > 3)
        words << SlotWords::tr("%1 more").arg(locale.toString(tile.columns.size() - 3));
    return words.join(u", "_s);
}

} // namespace

bool showsRows(TileKind kind)
{
    return kind == TileKind::Table || kind == TileKind::Feed;
}

bool hasGroups(TileKind kind)
{
    return kind == TileKind::TimeSeries || kind == TileKind::Bar || kind == TileKind::Donut || kind == TileKind::States;
}

bool slotApplies(Slot slot, TileKind kind)
{
    switch (slot) {
    case Slot::Value:
        return !showsRows(kind);
    case Slot::GroupBy:
        return !showsRows(kind) && kind != TileKind::Histogram;
    case Slot::Time:
    case Slot::Label:
    case Slot::Filter:
        break;
    }
    return true;
}

bool wantsNumber(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
    case Aggregation::Distinct:
    case Aggregation::Rate:
    case Aggregation::First:
    case Aggregation::Last:
    case Aggregation::Ratio:
        return false;
    default:
        return true;
    }
}

QString slotName(Slot slot, TileKind kind)
{
    switch (slot) {
    case Slot::Value:
        return SlotWords::tr("Value");
    case Slot::Time:
        return SlotWords::tr("Time");
    case Slot::GroupBy:
        return SlotWords::tr("Group by");
    case Slot::Label:
        return kind == TileKind::Table  ? SlotWords::tr("Columns")
               : kind == TileKind::Feed ? SlotWords::tr("Text")
                                        : SlotWords::tr("Label");
    case Slot::Filter:
        return SlotWords::tr("Filter");
    }
    return {};
}

QString slotHint(Slot slot, TileKind kind)
{
    switch (slot) {
    case Slot::Value:
        return SlotWords::tr("Counts events. Press 1 on a field");
    case Slot::Time:
        return SlotWords::tr("Arrival. Press 2 on a field");
    case Slot::GroupBy:
        return SlotWords::tr("Optional. Press 3 on a field");
    case Slot::Label:
        return showsRows(kind) ? SlotWords::tr("Press 4 on a field to add it")
                               : SlotWords::tr("Optional. Press 4 on a field");
    case Slot::Filter:
        return SlotWords::tr("All events. Press 5 on a field");
    }
    return {};
}

QString slotIcon(Slot slot)
{
    const QString icons[]{u"value"_s, u"clock"_s, u"group"_s, u"label"_s, u"filter"_s};
    return icons[int(slot)];
}

bool isFilled(Slot slot, const TileSpec &tile, qsizetype index)
{
    const Binding &binding = bindingOf(tile, index);
    switch (slot) {
    case Slot::Value:
        return !binding.value.isEmpty() || binding.aggregation != Aggregation::Count;
    case Slot::Time:
        return true; // arrival, where nothing else is chosen
    case Slot::GroupBy:
        return !binding.groupBy.isEmpty();
    case Slot::Label:
        return showsRows(tile.kind) ? !tile.columns.isEmpty() : !binding.label.isEmpty();
    case Slot::Filter:
        return !binding.filter.trimmed().isEmpty();
    }
    return false;
}

std::optional<Slot> bestSlot(const TileSpec &tile, qsizetype index, const FieldFacts &facts)
{
    const FieldKind kind = facts.usualKind();
    if (showsRows(tile.kind))
        return Slot::Label;
    const Binding &binding = bindingOf(tile, index);
    if (facts.time != TimeForm::None)
        return binding.timeBasis == TimeBasis::Arrival ? std::optional(Slot::Time) : std::nullopt;
    if (kind == FieldKind::Object || kind == FieldKind::Array || kind == FieldKind::Null)
        return std::nullopt;
    const bool valueFree = binding.value.isEmpty();
    if (kind == FieldKind::Number && valueFree)
        return Slot::Value;
    if (isCategory(facts) && slotApplies(Slot::GroupBy, tile.kind) && binding.groupBy.isEmpty())
        return Slot::GroupBy;
    if (isCategory(facts) && binding.filter.trimmed().isEmpty())
        return Slot::Filter;
    return valueFree ? std::optional(Slot::Value) : std::nullopt;
}

TileSpec filled(TileSpec tile, qsizetype index, Slot slot, const QString &path, const FieldFacts &facts,
                const SampledFields &samples, const QString &sampleValue)
{
    if (index >= tile.bindings.size() || path.isEmpty())
        return tile;
    Binding &binding = tile.bindings[index];
    switch (slot) {
    case Slot::Value:
        if (!showsRows(tile.kind))
            fillValue(tile, binding, path, facts, samples);
        break;
    case Slot::Time:
        binding.time = path;
        binding.timeBasis = TimeBasis::Event;
        break;
    case Slot::GroupBy:
        if (!slotApplies(slot, tile.kind))
            break;
        binding.groupBy = intoEach(binding, path);
        dropUnusedEach(binding);
        if (!hasGroups(tile.kind))
            tile.kind = TileKind::Bar; // one number is one group: what was asked for is several
        break;
    case Slot::Label:
        if (showsRows(tile.kind))
            addColumn(tile, path, facts);
        else
            binding.label = fieldTitle(path);
        break;
    case Slot::Filter: {
        const QString condition = sampleValue.isEmpty() ? path + u" exists"_s : path + u" = "_s + sampleValue;
        const QString before = binding.filter.trimmed();
        binding.filter = before.isEmpty() ? condition : before + u" and "_s + condition;
        break;
    }
    }
    return tile;
}

TileSpec cleared(TileSpec tile, qsizetype index, Slot slot)
{
    if (index >= tile.bindings.size())
        return tile;
    Binding &binding = tile.bindings[index];
    switch (slot) {
    case Slot::Value:
        binding.value.clear();
        binding.steps.clear();
        binding.pairing.reset();
        binding.part.clear();
        dropUnusedEach(binding);
        binding.aggregation = Aggregation::Count;
        tile.format = {};
        break;
    case Slot::Time:
        binding.time.clear();
        binding.timeBasis = TimeBasis::Arrival;
        binding.bucketUs = 0;
        break;
    case Slot::GroupBy:
        binding.groupBy.clear();
        binding.groupSteps.clear();
        dropUnusedEach(binding);
        break;
    case Slot::Label:
        if (showsRows(tile.kind))
            tile.columns.clear();
        else
            binding.label.clear();
        break;
    case Slot::Filter:
        binding.filter.clear();
        break;
    }
    return tile;
}

QString pillText(const TileSpec &tile, qsizetype index, Slot slot, const QLocale &locale)
{
    const Binding &binding = bindingOf(tile, index);
    switch (slot) {
    case Slot::Value: {
        const QString word = aggregationWord(binding.aggregation);
        if (binding.pairing)
            return SlotWords::tr("%1 of the time between").arg(word);
        return binding.value.isEmpty() ? word : SlotWords::tr("%1 of %2").arg(word, fieldWord(binding.value));
    }
    case Slot::Time: {
        const QString field = binding.timeBasis == TimeBasis::Arrival ? SlotWords::tr("arrival")
                              : binding.time.isEmpty()                ? SlotWords::tr("time of the event")
                                                                      : fieldWord(binding.time);
        const QString bucket = bucketText(binding.bucketUs, locale);
        return bucket.isEmpty() ? field : field + u", "_s + bucket;
    }
    case Slot::GroupBy:
        return SlotWords::tr("%1, top %2 and other").arg(fieldWord(binding.groupBy), locale.toString(binding.topN));
    case Slot::Label:
        return showsRows(tile.kind) ? columnWords(tile, locale) : isolatedLine(binding.label, 60);
    case Slot::Filter:
        return isolatedLine(binding.filter, 80);
    }
    return {};
}

QString usualTitle(const TileSpec &tile)
{
    const Binding &binding = bindingOf(tile, 0);
    const QString type = plainLine(binding.types.value(0), 40);
    if (showsRows(tile.kind))
        return type.isEmpty() ? SlotWords::tr("Newest events") : SlotWords::tr("Newest %1").arg(type);
    const bool plain = binding.value.isEmpty() && !binding.pairing;
    QString title = !plain           ? capitalised(pillText(tile, 0, Slot::Value, QLocale()))
                    : type.isEmpty() ? SlotWords::tr("Events")
                                     : SlotWords::tr("Count of %1").arg(type);
    if (tile.kind == TileKind::Histogram && !plain)
        title = SlotWords::tr("Distribution of %1").arg(fieldWord(binding.value));
    if (tile.kind == TileKind::States && !plain)
        title = capitalised(fieldWord(binding.value));
    return binding.groupBy.isEmpty() || !hasGroups(tile.kind)
               ? title
               : SlotWords::tr("%1 by %2").arg(title, plainLine(fieldWord(binding.groupBy), 40));
}

QString slotPath(const TileSpec &tile, qsizetype index, Slot slot)
{
    const Binding &binding = bindingOf(tile, index);
    switch (slot) {
    case Slot::Value:
        return outOfEach(binding, binding.value);
    case Slot::Time:
        return binding.timeBasis == TimeBasis::Event ? binding.time : QString();
    case Slot::GroupBy:
        return outOfEach(binding, binding.groupBy);
    case Slot::Label:
    case Slot::Filter:
        break;
    }
    return {};
}

QList<Slot> slotsUsing(const TileSpec &tile, qsizetype index, const QString &path)
{
    QList<Slot> used;
    if (path.isEmpty())
        return used;
    for (const Slot slot : {Slot::Value, Slot::Time, Slot::GroupBy}) {
        if (slotApplies(slot, tile.kind) && slotPath(tile, index, slot) == path)
            used << slot;
    }
    const auto isColumn = [&](const TableColumn &column) { return column.path == path; };
    if (showsRows(tile.kind) && std::any_of(tile.columns.begin(), tile.columns.end(), isColumn))
        used << Slot::Label;
    if (bindingOf(tile, index).filter.contains(path + u' '))
        used << Slot::Filter;
    return used;
}

QString aggregationWord(Aggregation aggregation)
{
    switch (aggregation) {
    case Aggregation::Count:
        return SlotWords::tr("number of events");
    case Aggregation::Distinct:
        return SlotWords::tr("different values");
    case Aggregation::Rate:
        return SlotWords::tr("rate");
    case Aggregation::P90:
        return SlotWords::tr("p90");
    case Aggregation::P95:
        return SlotWords::tr("p95");
    case Aggregation::P99:
        return SlotWords::tr("p99");
    default:
        return aggregationText(aggregation);
    }
}

QString bucketText(qint64 bucketUs, const QLocale &locale)
{
    return bucketUs > 0 ? SlotWords::tr("per %1").arg(formatSpan(bucketUs, locale)) : QString();
}

QString filterLiteral(const QString &text)
{
    QString out(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c.unicode() < 0x20)
            out += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

} // namespace hookboard
