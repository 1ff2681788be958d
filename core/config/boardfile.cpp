#include "core/config/boardfile.h"

#include "core/config/boardkeys.h"
#include "core/config/duration.h"
#include "core/config/jsonfile.h"
#include "core/types/sentence.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QSet>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

// Reads the keys of one JSON object and remembers the first thing that is wrong, so that the callers stay flat.
class Keys
{
public:
    Keys(QJsonObject object, QString place)
        : m_object(std::move(object))
        , m_place(std::move(place))
    {}

    QString text(QLatin1StringView key, const QString &absent = {})
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isUndefined() && !value.isString())
            fail(key, u"text"_s);
        return value.toString(absent);
    }
    double number(QLatin1StringView key, double absent)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isUndefined() && !value.isDouble())
            fail(key, Sentence::tr("a number"));
        return value.toDouble(absent);
    }
    int whole(QLatin1StringView key, int absent, int minimum, int maximum)
    {
        const QJsonValue value = m_object.take(key);
        if (value.isUndefined())
            return absent;
        const qint64 found = value.toInteger(qint64(minimum) - 1);
        if (found < minimum || found > maximum) {
            fail(key, Sentence::tr("a whole number from %1 to %2").arg(minimum).arg(maximum));
            return absent;
        }
        return int(found);
    }
    bool flag(QLatin1StringView key, bool absent)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isUndefined() && !value.isBool())
            fail(key, Sentence::tr("true or false"));
        return value.toBool(absent);
    }
    template <typename Enum> Enum choice(QLatin1StringView key, const EnumTexts<Enum> &texts, Enum absent)
    {
        const QJsonValue value = m_object.take(key);
        if (value.isUndefined())
            return absent;
        const std::optional<Enum> found = texts.fromText(value.toString());
        if (!found)
            fail(key, Sentence::tr("one of %1").arg(texts.all().join(u", "_s)));
        return found.value_or(absent);
    }
    // Absent stays `absent`; `word` (for example "auto") stands for `wordUs`.
    qint64 duration(QLatin1StringView key, qint64 absent, QLatin1StringView word = {}, qint64 wordUs = 0)
    {
        const QJsonValue value = m_object.take(key);
        if (value.isUndefined())
            return absent;
        if (!word.isEmpty() && value.toString() == word)
            return wordUs;
        const std::optional<qint64> us = durationFromText(value.toString());
        if (!us)
            fail(key, Sentence::tr("a duration such as \"90s\", \"15m\", \"6h\" or \"7d\""));
        return us.value_or(absent);
    }
    QJsonObject object(QLatin1StringView key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isUndefined() && !value.isObject())
            fail(key, Sentence::tr("an object"));
        return value.toObject();
    }
    QJsonArray array(QLatin1StringView key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isUndefined() && !value.isArray())
            fail(key, Sentence::tr("a list"));
        return value.toArray();
    }
    void fail(QLatin1StringView key, const QString &expected)
    {
        if (!m_error)
            m_error = Error{ErrorCode::Malformed, Sentence::tr("%1: \"%2\" must be %3.").arg(m_place, key, expected)};
    }
    void adopt(const Keys &inner)
    {
        if (!m_error)
            m_error = inner.m_error;
    }
    QString place(const QString &inner) const { return m_place + u", "_s + inner; }
    const std::optional<Error> &error() const { return m_error; }
    const QJsonObject &rest() const { return m_object; }

private:
    QJsonObject m_object;
    QString m_place;
    std::optional<Error> m_error;
};

Window windowFrom(Keys &outer, const QJsonObject &object)
{
    Keys keys(object, outer.place(u"window"_s));
    Window window;
    window.kind = keys.choice("kind"_L1, windowKindTexts(), window.kind);
    window.lengthUs = keys.duration("length"_L1, window.lengthUs);
    window.unit = keys.choice("unit"_L1, calendarUnitTexts(), window.unit);
    window.timeZone = keys.text("timeZone"_L1);
    window.events = keys.whole("events"_L1, int(window.events), 1, 100'000);
    outer.adopt(keys);
    return window;
}

Binding bindingFrom(Keys &outer, const QJsonObject &object, int index)
{
    Keys keys(object, outer.place(Sentence::tr("binding %1").arg(index + 1)));
    Binding binding;
    binding.source = keys.text("source"_L1);
    const QJsonArray types = keys.array("types"_L1);
    for (const QJsonValue &type : types)
        binding.types.append(type.toString());
    binding.filter = keys.text("filter"_L1);
    binding.value = keys.text("value"_L1);
    binding.aggregation = keys.choice("aggregation"_L1, aggregationTexts(), binding.aggregation);
    binding.ratePerUs = keys.duration("ratePer"_L1, binding.ratePerUs);
    binding.groupBy = keys.text("groupBy"_L1);
    binding.topN = keys.whole("top"_L1, binding.topN, 1, 50);
    binding.time = keys.text("time"_L1);
    binding.timeBasis = keys.choice("timeBasis"_L1, timeBasisTexts(), binding.timeBasis);
    binding.bucketUs = keys.duration("bucket"_L1, 0, "auto"_L1, 0);
    if (binding.bucketUs != 0 && (binding.bucketUs < kSecondUs || binding.bucketUs > kDayUs))
        keys.fail("bucket"_L1, Sentence::tr("\"auto\" or from \"1s\" to \"1d\""));
    binding.verifiedOnly = keys.flag("verifiedOnly"_L1, binding.verifiedOnly);
    binding.label = keys.text("label"_L1);
    binding.window = windowFrom(keys, keys.object("window"_L1));
    outer.adopt(keys);
    return binding;
}

void readFormat(Keys &outer, NumberFormat &format, const QJsonObject &object)
{
    Keys keys(object, outer.place(u"format"_s));
    format.style = keys.choice("style"_L1, numberStyleTexts(), format.style);
    format.unit = keys.text("unit"_L1);
    format.decimals = keys.whole("decimals"_L1, -1, -1, 12);
    format.scale = keys.number("scale"_L1, 1);
    outer.adopt(keys);
}

TileSpec tileFrom(Keys &outer, const QJsonObject &object, int index)
{
    Keys keys(object, outer.place(Sentence::tr("tile %1").arg(index + 1)));
    TileSpec tile;
    tile.id = keys.text("id"_L1);
    if (tile.id.isEmpty())
        keys.fail("id"_L1, Sentence::tr("text that is unique in the board"));
    tile.kind = keys.choice("kind"_L1, tileKindTexts(), tile.kind);
    tile.title = keys.text("title"_L1);
    tile.subtitle = keys.text("subtitle"_L1);
    Keys grid(keys.object("grid"_L1), keys.place(u"grid"_s));
    tile.grid = QRect(grid.whole("x"_L1, 0, 0, 23), grid.whole("y"_L1, 0, 0, 10'000), grid.whole("w"_L1, 6, 3, 24),
                      grid.whole("h"_L1, 5, 3, 200));
    keys.adopt(grid);
    const QJsonArray bindings = keys.array("bindings"_L1);
    for (qsizetype i = 0; i < bindings.size(); ++i)
        tile.bindings.append(bindingFrom(keys, bindings.at(i).toObject(), int(i)));
    if (tile.bindings.isEmpty())
        tile.bindings.append(Binding{});
    const QJsonArray columns = keys.array("columns"_L1);
    for (const QJsonValue &value : columns) {
        Keys column(value.toObject(), keys.place(u"columns"_s));
        const QString path = column.text("path"_L1);
        tile.columns.append({column.text("title"_L1, path), path,
                             column.choice("format"_L1, columnFormatTexts(), TableColumn::Format::Text)});
        keys.adopt(column);
    }
    tile.rowLimit = keys.whole("rowLimit"_L1, tile.rowLimit, 1, 10'000);
    readFormat(keys, tile.format, keys.object("format"_L1));
    const QJsonArray thresholds = keys.array("thresholds"_L1);
    for (const QJsonValue &value : thresholds) {
        Keys threshold(value.toObject(), keys.place(u"thresholds"_s));
        tile.thresholds.append({threshold.number("from"_L1, 0),
                                threshold.choice("severity"_L1, severityTexts(), Threshold::Severity::Warn),
                                threshold.text("label"_L1)});
        keys.adopt(threshold);
    }
    tile.lowerIsBetter = keys.flag("lowerIsBetter"_L1, false);
    tile.showDelta = keys.flag("delta"_L1, true);
    tile.staleAfterUs = keys.duration("staleAfter"_L1, 0, "never"_L1, -1);
    tile.unknown = keys.rest();
    outer.adopt(keys);
    return tile;
}

} // namespace

Result<BoardSpec> boardFromJson(const QByteArray &json, const QString &id)
{
    const QString name = id + ".board.json"_L1;
    const Result<QJsonObject> object = parseJson(json, kBoardFormat, name);
    if (!object)
        return object.error();
    Keys keys(*object, name);
    BoardSpec board;
    board.id = id;
    board.title = keys.text("title"_L1, id);
    QSet<QString> ids;
    const QJsonArray tiles = keys.array("tiles"_L1);
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        board.tiles.append(tileFrom(keys, tiles.at(i).toObject(), int(i)));
        if (ids.contains(board.tiles.last().id))
            keys.fail("tiles"_L1, Sentence::tr("a list without the id \"%1\" twice").arg(board.tiles.last().id));
        ids.insert(board.tiles.last().id);
    }
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

Status writeBoardFile(const QString &path, const BoardSpec &board)
{
    const Result<QJsonObject> object = parseJson(boardToJson(board), kBoardFormat, path);
    return object ? writeJsonFile(path, *object, kBoardFormat) : Status(object.error());
}

} // namespace hookboard
