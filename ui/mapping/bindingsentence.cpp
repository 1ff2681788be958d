#include "ui/mapping/bindingsentence.h"

#include "ui/dashboard/tilewords.h"
#include "ui/mapping/fieldwords.h"
#include "ui/style/numberformat.h"
#include "ui/style/plaintext.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct BindingSentence
{
    Q_DECLARE_TR_FUNCTIONS(BindingSentence)
};

// A translated pattern with places %1, %2: what stands between them is said, what stands in them leads to a slot.
void append(QList<SentencePiece> &pieces, const QString &pattern, const QList<SentencePiece> &places)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int place = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() - 1 : -1;
        if (place < 0 || place >= places.size()) {
            text += pattern[i];
            continue;
        }
        if (!text.isEmpty())
            pieces.append({std::exchange(text, {}), std::nullopt});
        pieces.append(places[place]);
        ++i;
    }
    if (!text.isEmpty())
        pieces.append({text, std::nullopt});
}

QString eventsWord(const Binding &binding)
{
    if (binding.types.isEmpty())
        return binding.source.isEmpty() ? BindingSentence::tr("all events")
                                        : BindingSentence::tr("events of %1").arg(isolatedLine(binding.source, 40));
    const QString types = isolatedLine(binding.types.join(u", "_s), 80);
    return binding.source.isEmpty() ? types
                                    : BindingSentence::tr("%1 from %2").arg(types, isolatedLine(binding.source, 40));
}

void appendMeasure(QList<SentencePiece> &pieces, const Binding &binding)
{
    const SentencePiece events{eventsWord(binding), std::nullopt};
    QString word = aggregationWord(binding.aggregation);
    if (!word.isEmpty())
        word[0] = word[0].toUpper();
    const SentencePiece what{word, Slot::Value};
    if (binding.pairing) {
        append(pieces, BindingSentence::tr("%1 of the time from %2 to %3"),
               {what,
                {isolatedLine(binding.pairing->startType, 40), Slot::Value},
                {isolatedLine(binding.pairing->endType, 40), Slot::Value}});
    } else if (binding.aggregation == Aggregation::Count && binding.value.isEmpty()) {
        append(pieces, BindingSentence::tr("%1 in %2"),
               {{BindingSentence::tr("Number of events"), Slot::Value}, events});
    } else if (binding.aggregation == Aggregation::Ratio) {
        append(pieces, BindingSentence::tr("Share of %1 with %2"),
               {events, {isolatedLine(binding.part, 80), Slot::Value}});
    } else if (binding.value.isEmpty()) {
        append(pieces, BindingSentence::tr("%1 of %2"), {what, events});
    } else {
        append(pieces, BindingSentence::tr("%1 of %2 in %3"), {what, {fieldWord(binding.value), Slot::Value}, events});
    }
    if (!binding.each.isEmpty())
        append(pieces, BindingSentence::tr(", for each item of %1"), {{fieldWord(binding.each), Slot::Value}});
}

void appendRows(QList<SentencePiece> &pieces, const TileSpec &tile, const Binding &binding)
{
    QStringList columns;
    for (const TableColumn &column : tile.columns.first(std::min<qsizetype>(4, tile.columns.size())))
        columns << isolatedLine(column.title.isEmpty() ? fieldWord(column.path) : column.title, 30);
    const SentencePiece events{eventsWord(binding), std::nullopt};
    append(pieces,
           tile.kind == TileKind::Table ? BindingSentence::tr("The newest of %1 as rows")
                                        : BindingSentence::tr("The newest of %1 as lines"),
           {events});
    if (!columns.isEmpty())
        append(pieces, BindingSentence::tr(" with %1"), {{columns.join(u", "_s), Slot::Label}});
}

} // namespace

QList<SentencePiece> bindingSentence(const TileSpec &tile, qsizetype index, qint64 bucketUs, const QLocale &locale)
{
    const Binding binding = index < tile.bindings.size() ? tile.bindings[index] : Binding();
    QList<SentencePiece> pieces;
    const bool rows = showsRows(tile.kind);
    if (rows)
        appendRows(pieces, tile, binding);
    else
        appendMeasure(pieces, binding);
    const qint64 bucket = binding.bucketUs > 0 ? binding.bucketUs : bucketUs;
    if (tile.kind == TileKind::TimeSeries && bucket > 0)
        append(pieces, BindingSentence::tr(", per %1"), {{formatSpan(bucket, locale), Slot::Time}});
    if (!rows && !binding.groupBy.isEmpty() && hasGroups(tile.kind))
        append(pieces, BindingSentence::tr(", by %1 (top %2 and other)"),
               {{fieldWord(binding.groupBy), Slot::GroupBy}, {locale.toString(binding.topN), Slot::GroupBy}});
    if (!binding.filter.trimmed().isEmpty())
        append(pieces, BindingSentence::tr(", where %1"),
               {{isolatedLine(binding.filter.trimmed(), 120), Slot::Filter}});
    append(pieces, BindingSentence::tr(", in %1"), {{windowText(binding.window, locale), Slot::Time}});
    pieces.append({binding.verifiedOnly ? BindingSentence::tr(", verified events only.")
                                        : BindingSentence::tr(", unverified events too."),
                   std::nullopt});
    return pieces;
}

QString sentenceText(const QList<SentencePiece> &pieces)
{
    QString text;
    for (const SentencePiece &piece : pieces)
        text += piece.text;
    return text;
}

} // namespace hookboard
