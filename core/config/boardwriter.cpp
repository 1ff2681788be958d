// boardToJson(): only what differs from the default is written, so that a board file says what somebody decided.
#include "core/config/boardfile.h"

#include "core/config/boardbinding.h"
#include "core/config/boardoptions.h"
#include "core/config/duration.h"
#include "core/config/jsonfile.h"
#include "core/config/jsonput.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject toJson(const NumberFormat &format)
{
    const NumberFormat standard;
    QJsonObject object;
    if (format.style != standard.style)
        object.insert("style"_L1, numberStyleTexts().text(format.style));
    putText(object, "unit"_L1, format.unit);
    putUnless(object, "decimals"_L1, format.decimals, standard.decimals);
    putUnless(object, "scale"_L1, format.scale, standard.scale);
    return object;
}

void putLists(QJsonObject &object, const TileSpec &tile)
{
    QJsonArray bindings;
    for (const Binding &binding : tile.bindings)
        bindings.append(bindingToJson(binding));
    object.insert("bindings"_L1, bindings);

    QJsonArray columns;
    for (const TableColumn &column : tile.columns) {
        QJsonObject entry = column.unknown;
        entry.insert("path"_L1, column.path);
        entry.insert("title"_L1, column.title);
        if (column.format != TableColumn::Format::Text)
            entry.insert("format"_L1, columnFormatTexts().text(column.format));
        columns.append(entry);
    }
    putList(object, "columns"_L1, columns);

    QJsonArray thresholds;
    for (const Threshold &threshold : tile.thresholds) {
        QJsonObject entry{{"from"_L1, threshold.from}, {"severity"_L1, severityTexts().text(threshold.severity)}};
        putText(entry, "label"_L1, threshold.label);
        putUnless(entry, "release"_L1, threshold.release, 0.0);
        thresholds.append(entry);
    }
    putList(object, "thresholds"_L1, thresholds);
    putList(object, "valueLooks"_L1, stateLooksToJson(tile.valueLooks));
}

QJsonObject toJson(const TileSpec &tile)
{
    const TileSpec standard;
    QJsonObject object = tile.unknown;
    object.insert("id"_L1, tile.id);
    object.insert("kind"_L1, tileKindTexts().text(tile.kind));
    putObject(
        object, "grid"_L1,
        {{"x"_L1, tile.grid.x()}, {"y"_L1, tile.grid.y()}, {"w"_L1, tile.grid.width()}, {"h"_L1, tile.grid.height()}});
    putText(object, "title"_L1, tile.title);
    putText(object, "subtitle"_L1, tile.subtitle);
    putText(object, "description"_L1, tile.description);
    putLists(object, tile);
    putUnless(object, "rowLimit"_L1, tile.rowLimit, standard.rowLimit);
    putObject(object, "format"_L1, toJson(tile.format));
    putUnless(object, "lowerIsBetter"_L1, tile.lowerIsBetter, standard.lowerIsBetter);
    putUnless(object, "delta"_L1, tile.showDelta, standard.showDelta);
    putUnless(object, "sparkline"_L1, tile.showSparkline, standard.showSparkline);
    putText(object, "nullText"_L1, tile.nullText);
    const QJsonObject unknownOptions = object.take("options"_L1).toObject();
    if (const QJsonObject options = optionsToJson(tile.options, unknownOptions); !options.isEmpty())
        object.insert("options"_L1, options);
    if (tile.staleAfterUs != 0)
        object.insert("staleAfter"_L1, tile.staleAfterUs < 0 ? u"never"_s : durationText(tile.staleAfterUs));
    return object;
}

} // namespace

QByteArray boardToJson(const BoardSpec &board)
{
    QJsonObject object = board.unknown;
    object.insert("format"_L1, kBoardFormat);
    object.insert("title"_L1, board.title);
    QJsonArray tiles;
    for (const TileSpec &tile : board.tiles)
        tiles.append(toJson(tile));
    object.insert("tiles"_L1, tiles);
    return toStableJson(object);
}

} // namespace hookboard
