#include "core/config/boardfile.h"

#include "core/config/boardbinding.h"
#include "core/config/boardoptions.h"
#include "core/config/jsonfile.h"
#include "core/types/sentence.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

NumberFormat formatFrom(JsonKeys &keys)
{
    NumberFormat format;
    format.style = keys.choice("style"_L1, numberStyleTexts(), format.style);
    format.unit = keys.text("unit"_L1);
    format.decimals = keys.whole("decimals"_L1, -1, -1, 12);
    format.scale = keys.number("scale"_L1, 1);
    return format;
}

TableColumn columnFrom(JsonKeys &keys)
{
    TableColumn column;
    column.path = keys.text("path"_L1);
    column.title = keys.text("title"_L1, column.path);
    column.format = keys.choice("format"_L1, columnFormatTexts(), column.format);
    column.unknown = keys.rest();
    return column;
}

Threshold thresholdFrom(JsonKeys &keys)
{
    return {keys.number("from"_L1, 0), keys.choice("severity"_L1, severityTexts(), Threshold::Severity::Warn),
            keys.text("label"_L1), keys.number("release"_L1, 0)};
}

void readLists(JsonKeys &keys, TileSpec &tile)
{
    keys.objects("bindings"_L1, kMaxBindings, [&](JsonKeys &entry) { tile.bindings.append(bindingFromJson(entry)); });
    if (tile.bindings.isEmpty())
        tile.bindings.append(Binding{});
    keys.objects("columns"_L1, kMaxColumns, [&](JsonKeys &entry) { tile.columns.append(columnFrom(entry)); });
    keys.objects("thresholds"_L1, kMaxThresholds,
                 [&](JsonKeys &entry) { tile.thresholds.append(thresholdFrom(entry)); });
    keys.objects("valueLooks"_L1, kMaxValueLooks,
                 [&](JsonKeys &entry) { tile.valueLooks.append(stateLookFromJson(entry)); });
}

TileSpec tileFrom(JsonKeys &keys)
{
    TileSpec tile;
    QJsonObject unknown; // inside
    tile.id = keys.text("id"_L1);
    if (tile.id.isEmpty())
        keys.fail("id"_L1, Sentence::tr("text that is unique in the board"));
    tile.kind = keys.choice("kind"_L1, tileKindTexts(), tile.kind);
    tile.title = keys.text("title"_L1);
    tile.subtitle = keys.text("subtitle"_L1);
    tile.description = keys.text("description"_L1);
    keys.within("grid"_L1, unknown, [&](JsonKeys &grid) {
        tile.grid = QRect(grid.whole("x"_L1, 0, 0, 23), grid.whole("y"_L1, 0, 0, 10'000), grid.whole("w"_L1, 6, 3, 24),
                          grid.whole("h"_L1, 5, 3, 200));
    });
    readLists(keys, tile);
    tile.rowLimit = keys.whole("rowLimit"_L1, tile.rowLimit, 1, 10'000);
    keys.within("format"_L1, unknown, [&](JsonKeys &format) { tile.format = formatFrom(format); });
    tile.lowerIsBetter = keys.flag("lowerIsBetter"_L1, false);
    tile.showDelta = keys.flag("delta"_L1, true);
    tile.showSparkline = keys.flag("sparkline"_L1, true);
    tile.nullText = keys.text("nullText"_L1);
    tile.staleAfterUs = keys.duration("staleAfter"_L1, 0, "never"_L1, -1);
    QJsonObject unknownOptions;
    keys.within("options"_L1, [&](JsonKeys &options) { tile.options = optionsFromJson(options, unknownOptions); });
    if (!unknownOptions.isEmpty())
        unknown.insert("options"_L1, unknownOptions);
    tile.unknown = keys.rest();
    for (auto it = unknown.begin(); it != unknown.end(); ++it)
        tile.unknown.insert(it.key(), it.value());
    return tile;
}

bool isWithinBounds(const BoardSpec &board)
{
    const auto fits = [](const TileSpec &tile) {
        return tile.bindings.size() <= kMaxBindings && tile.columns.size() <= kMaxColumns &&
               tile.thresholds.size() <= kMaxThresholds && tile.valueLooks.size() <= kMaxValueLooks;
    };
    return board.tiles.size() <= kMaxTiles && std::all_of(board.tiles.begin(), board.tiles.end(), fits);
}

} // namespace

Result<BoardSpec> boardFromJson(const QByteArray &json, const QString &id)
{
    const QString name = id + ".board.json"_L1;
    const Result<QJsonObject> object = parseJson(json, kBoardFormat, name);
    if (!object)
        return object.error();
    JsonKeys keys(*object, name);
    BoardSpec board;
    board.id = id;
    board.title = keys.text("title"_L1, id);
    QSet<QString> ids;
    keys.objects("tiles"_L1, kMaxTiles, [&](JsonKeys &entry) {
        const TileSpec tile = tileFrom(entry);
        if (ids.contains(tile.id))
            keys.fail("tiles"_L1, Sentence::tr("a list without the id \"%1\" twice").arg(tile.id));
        ids.insert(tile.id);
        board.tiles.append(tile);
    });
    if (keys.error())
        return *keys.error();
    board.unknown = keys.rest();
    board.unknown.remove("format"_L1);
    return board;
}

Result<BoardSpec> readBoardFile(const QString &path)
{
    QString id = QFileInfo(path).fileName();
    if (id.endsWith(".board.json"_L1))
        id.chop(11);
    const Result<QJsonObject> object = readJsonFile(path, kBoardFormat);
    if (!object)
        return object.error();
    return boardFromJson(toStableJson(*object), id);
}

// What would be refused when it is read must not take the place of what can be.
Status writeBoardFile(const QString &path, const BoardSpec &board)
{
    if (!isWithinBounds(board)) {
        return {ErrorCode::InvalidArgument,
                Sentence::tr("The board was not saved: it has too many tiles, or a list of a tile is too long.")};
    }
    const Result<QJsonObject> object = parseJson(boardToJson(board), kBoardFormat, path);
    return object ? writeJsonFile(path, *object, kBoardFormat) : Status(object.error());
}

} // namespace hookboard
