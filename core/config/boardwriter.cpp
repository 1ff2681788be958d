// boardToJson(): only what differs from the default is written, so that a board file says what somebody decided.
#include "core/config/boardfile.h"

#include "core/config/boardkeys.h"
#include "core/config/duration.h"
#include "core/config/jsonfile.h"

#include <QtCore/QJsonArray>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

void putText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

template <typename T> void putUnless(QJsonObject &object, QLatin1StringView key, const T &value, const T &standard)
{
    if (value != standard)
        object.insert(key, value);
}

QJsonObject toJson(const Window &window)
{
    QJsonObject object{{"kind"_L1, windowKindTexts().text(window.kind)}};
    if (window.kind == Window::Kind::Rolling)
        object.insert("length"_L1, durationText(window.lengthUs));
    if (window.kind == Window::Kind::Calendar)
        object.insert("unit"_L1, calendarUnitTexts().text(window.unit));
    if (window.kind == Window::Kind::LastEvents)
        object.insert("events"_L1, window.events);
    putText(object, "timeZone"_L1, window.timeZone);
    return object;
}

QJsonObject toJson(const Binding &binding)
{
    const Binding standard;
    QJsonObject object{{"aggregation"_L1, aggregationTexts().text(binding.aggregation)},
                       {"window"_L1, toJson(binding.window)}};
    putText(object, "source"_L1, binding.source);
    if (!binding.types.isEmpty())
        object.insert("types"_L1, QJsonArray::fromStringList(binding.types));
    putText(object, "filter"_L1, binding.filter);
    putText(object, "value"_L1, binding.value);
    if (binding.ratePerUs != standard.ratePerUs)
        object.insert("ratePer"_L1, durationText(binding.ratePerUs));
    putText(object, "groupBy"_L1, binding.groupBy);
    putUnless(object, "top"_L1, binding.topN, standard.topN);
    putText(object, "time"_L1, binding.time);
    if (binding.timeBasis != standard.timeBasis)
        object.insert("timeBasis"_L1, timeBasisTexts().text(binding.timeBasis));
    if (binding.bucketUs != 0)
        object.insert("bucket"_L1, durationText(binding.bucketUs));
    putUnless(object, "verifiedOnly"_L1, binding.verifiedOnly, standard.verifiedOnly);
    putText(object, "label"_L1, binding.label);
    return object;
}

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
        bindings.append(toJson(binding));
    object.insert("bindings"_L1, bindings);

    QJsonArray columns;
    for (const TableColumn &column : tile.columns) {
        QJsonObject entry{{"path"_L1, column.path}, {"title"_L1, column.title}};
        if (column.format != TableColumn::Format::Text)
            entry.insert("format"_L1, columnFormatTexts().text(column.format));
        columns.append(entry);
    }
    if (!columns.isEmpty())
        object.insert("columns"_L1, columns);

    QJsonArray thresholds;
    for (const Threshold &threshold : tile.thresholds) {
        QJsonObject entry{{"from"_L1, threshold.from}, {"severity"_L1, severityTexts().text(threshold.severity)}};
        putText(entry, "label"_L1, threshold.label);
        thresholds.append(entry);
    }
    if (!thresholds.isEmpty())
        object.insert("thresholds"_L1, thresholds);
}

QJsonObject toJson(const TileSpec &tile)
{
    const TileSpec standard;
    QJsonObject object = tile.unknown;
    object.insert("id"_L1, tile.id);
    object.insert("kind"_L1, tileKindTexts().text(tile.kind));
    object.insert("grid"_L1, QJsonObject{{"x"_L1, tile.grid.x()},
                                         {"y"_L1, tile.grid.y()},
                                         {"w"_L1, tile.grid.width()},
                                         {"h"_L1, tile.grid.height()}});
    putText(object, "title"_L1, tile.title);
    putText(object, "subtitle"_L1, tile.subtitle);
    putLists(object, tile);
    putUnless(object, "rowLimit"_L1, tile.rowLimit, standard.rowLimit);
    if (const QJsonObject format = toJson(tile.format); !format.isEmpty())
        object.insert("format"_L1, format);
    putUnless(object, "lowerIsBetter"_L1, tile.lowerIsBetter, standard.lowerIsBetter);
    putUnless(object, "delta"_L1, tile.showDelta, standard.showDelta);
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
