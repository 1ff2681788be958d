#include "core/config/boardbinding.h"

#include "core/config/duration.h"
#include "core/config/jsonput.h"
#include "core/mapping/timevalue.h"
#include "core/types/sentence.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename... Kinds> struct Overloaded : Kinds...
{
    using Kinds::operator()...;
};
template <typename... Kinds> Overloaded(Kinds...) -> Overloaded<Kinds...>;

constexpr QLatin1StringView kStepKinds[] = {"parseNumber"_L1, "scale"_L1, "clamp"_L1,    "map"_L1,
                                            "extract"_L1,     "split"_L1, "coalesce"_L1, "parseDate"_L1};
static_assert(std::size(kStepKinds) == std::variant_size_v<ValueStep>);

void readPairs(JsonKeys &keys, steps::MapValues &map)
{
    const QJsonArray pairs = keys.array("pairs"_L1, kMaxMapPairs);
    for (const QJsonValue &value : pairs) {
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2 || !pair.at(0).isString() || !pair.at(1).isString())
            keys.fail("pairs"_L1, Sentence::tr("a list of pairs such as [\"1\", \"open\"]"));
        else
            map.pairs.append({pair.at(0).toString(), pair.at(1).toString()});
    }
    if (keys.contains("otherwise"_L1))
        map.otherwise = keys.text("otherwise"_L1);
}

ValueStep stepFrom(JsonKeys &keys)
{
    const QString kind = keys.text("kind"_L1);
    if (kind == "parseNumber"_L1) {
        const QString decimal = keys.text("decimal"_L1, u"."_s);
        return steps::ParseNumber{decimal, keys.text("grouping"_L1)};
    }
    if (kind == "scale"_L1) {
        const double factor = keys.number("factor"_L1, 1);
        return steps::Scale{factor, keys.number("offset"_L1, 0)};
    }
    if (kind == "clamp"_L1) {
        const std::optional<double> min = keys.maybeNumber("min"_L1);
        return steps::Clamp{min, keys.maybeNumber("max"_L1)};
    }
    if (kind == "map"_L1) {
        steps::MapValues map;
        readPairs(keys, map);
        return map;
    }
    if (kind == "extract"_L1)
        return steps::Extract{keys.text("pattern"_L1)};
    if (kind == "split"_L1) {
        const QString separator = keys.text("separator"_L1);
        return steps::Split{separator, keys.whole("index"_L1, 0, -10'000, 10'000)};
    }
    if (kind == "coalesce"_L1)
        return steps::Coalesce{keys.texts("paths"_L1)};
    if (kind != "parseDate"_L1) {
        keys.failChoice("kind"_L1, QStringList(std::begin(kStepKinds), std::end(kStepKinds)));
    }
    const QString format = keys.text("dateFormat"_L1);
    return steps::ParseDate{format, keys.text("timeZone"_L1)};
}

QJsonObject toJson(const ValueStep &step)
{
    QJsonObject object{{"kind"_L1, kStepKinds[step.index()]}};
    std::visit(Overloaded{[&](const steps::ParseNumber &parse) {
                              putUnless(object, "decimal"_L1, parse.decimal, u"."_s);
                              putText(object, "grouping"_L1, parse.grouping);
                          },
                          [&](const steps::Scale &scale) {
                              putUnless(object, "factor"_L1, scale.factor, 1.0);
                              putUnless(object, "offset"_L1, scale.offset, 0.0);
                          },
                          [&](const steps::Clamp &clamp) {
                              putIfThere(object, "min"_L1, clamp.min);
                              putIfThere(object, "max"_L1, clamp.max);
                          },
                          [&](const steps::MapValues &map) {
                              QJsonArray pairs;
                              for (const auto &[from, to] : map.pairs)
                                  pairs.append(QJsonArray{from, to});
                              putList(object, "pairs"_L1, pairs);
                              putIfThere(object, "otherwise"_L1, map.otherwise);
                          },
                          [&](const steps::Extract &extract) { putText(object, "pattern"_L1, extract.pattern); },
                          [&](const steps::Split &split) {
                              putText(object, "separator"_L1, split.separator);
                              putUnless(object, "index"_L1, split.index, 0);
                          },
                          [&](const steps::Coalesce &coalesce) { putTexts(object, "paths"_L1, coalesce.paths); },
                          [&](const steps::ParseDate &parse) {
                              putText(object, "dateFormat"_L1, parse.format);
                              putText(object, "timeZone"_L1, parse.timeZone);
                          }},
               step);
    return object;
}

QJsonArray toJson(const QList<ValueStep> &steps)
{
    QJsonArray list;
    for (const ValueStep &step : steps)
        list.append(toJson(step));
    return list;
}

Window windowFrom(JsonKeys &keys)
{
    Window window;
    window.kind = keys.choice("kind"_L1, windowKindTexts(), window.kind);
    window.lengthUs = keys.duration("length"_L1, window.lengthUs);
    window.unit = keys.choice("unit"_L1, calendarUnitTexts(), window.unit);
    window.timeZone = keys.text("timeZone"_L1);
    window.events = keys.whole("events"_L1, int(window.events), 1, 100'000);
    return window;
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

std::optional<Pairing> pairingFrom(JsonKeys &keys, QJsonObject &unknown)
{
    if (!keys.contains("pairing"_L1))
        return std::nullopt;
    Pairing pairing;
    keys.within("pairing"_L1, unknown, [&](JsonKeys &inner) {
        pairing.key = inner.text("key"_L1);
        pairing.startType = inner.text("start"_L1);
        pairing.endType = inner.text("end"_L1);
        pairing.timeoutUs = inner.duration("timeout"_L1, pairing.timeoutUs);
    });
    return pairing;
}

QJsonObject toJson(const Pairing &pairing)
{
    QJsonObject object{{"key"_L1, pairing.key}, {"start"_L1, pairing.startType}, {"end"_L1, pairing.endType}};
    if (pairing.timeoutUs != Pairing().timeoutUs)
        object.insert("timeout"_L1, durationText(pairing.timeoutUs));
    return object;
}

qint64 momentFrom(JsonKeys &keys, QLatin1StringView key)
{
    const QByteArray text = keys.text(key).toUtf8();
    if (text.isEmpty())
        return 0;
    const std::optional<qint64> us = timeFromText({text.constData(), size_t(text.size())});
    if (!us)
        keys.fail(key, Sentence::tr("a time such as \"2026-05-06T07:08:09Z\""));
    return us.value_or(0);
}

QString momentText(qint64 us)
{
    const TimeText text = timeToText(us);
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

} // namespace

Binding bindingFromJson(JsonKeys &keys)
{
    Binding binding;
    QJsonObject unknown; // inside
    binding.source = keys.text("source"_L1);
    binding.types = keys.texts("types"_L1);
    binding.filter = keys.text("filter"_L1);
    binding.each = keys.text("each"_L1);
    binding.value = keys.text("value"_L1);
    keys.objects("steps"_L1, [&](JsonKeys &step) { binding.steps.append(stepFrom(step)); });
    binding.aggregation = keys.choice("aggregation"_L1, aggregationTexts(), binding.aggregation);
    binding.part = keys.text("part"_L1);
    binding.pairing = pairingFrom(keys, unknown);
    binding.ratePerUs = keys.duration("ratePer"_L1, binding.ratePerUs);
    binding.groupBy = keys.text("groupBy"_L1);
    keys.objects("groupSteps"_L1, [&](JsonKeys &step) { binding.groupSteps.append(stepFrom(step)); });
    binding.topN = keys.whole("top"_L1, binding.topN, 1, 50);
    binding.time = keys.text("time"_L1);
    binding.timeBasis = keys.choice("timeBasis"_L1, timeBasisTexts(), binding.timeBasis);
    binding.bucketUs = keys.duration("bucket"_L1, 0, "auto"_L1, 0);
    if (binding.bucketUs != 0 && (binding.bucketUs < kSecondUs || binding.bucketUs > kDayUs))
        keys.fail("bucket"_L1, Sentence::tr("\"auto\" or from \"1s\" to \"1d\""));
    binding.verifiedOnly = keys.flag("verifiedOnly"_L1, binding.verifiedOnly);
    binding.sinceUs = momentFrom(keys, "since"_L1);
    binding.label = keys.text("label"_L1);
    keys.within("window"_L1, unknown, [&](JsonKeys &window) { binding.window = windowFrom(window); });
    binding.unknown = keys.rest();
    for (auto it = unknown.begin(); it != unknown.end(); ++it)
        binding.unknown.insert(it.key(), it.value());
    return binding;
}

QJsonObject bindingToJson(const Binding &binding)
{
    const Binding standard;
    QJsonObject object = binding.unknown;
    object.insert("aggregation"_L1, aggregationTexts().text(binding.aggregation));
    putObject(object, "window"_L1, toJson(binding.window));
    putText(object, "source"_L1, binding.source);
    putTexts(object, "types"_L1, binding.types);
    putText(object, "filter"_L1, binding.filter);
    putText(object, "each"_L1, binding.each);
    putText(object, "value"_L1, binding.value);
    putList(object, "steps"_L1, toJson(binding.steps));
    putText(object, "part"_L1, binding.part);
    if (binding.pairing)
        putObject(object, "pairing"_L1, toJson(*binding.pairing));
    else
        object.remove("pairing"_L1); // without its known keys it would be a pairing again
    if (binding.ratePerUs != standard.ratePerUs)
        object.insert("ratePer"_L1, durationText(binding.ratePerUs));
    putText(object, "groupBy"_L1, binding.groupBy);
    putList(object, "groupSteps"_L1, toJson(binding.groupSteps));
    putUnless(object, "top"_L1, binding.topN, standard.topN);
    putText(object, "time"_L1, binding.time);
    if (binding.timeBasis != standard.timeBasis)
        object.insert("timeBasis"_L1, timeBasisTexts().text(binding.timeBasis));
    if (binding.bucketUs != 0)
        object.insert("bucket"_L1, durationText(binding.bucketUs));
    putUnless(object, "verifiedOnly"_L1, binding.verifiedOnly, standard.verifiedOnly);
    if (binding.sinceUs != 0)
        object.insert("since"_L1, momentText(binding.sinceUs));
    putText(object, "label"_L1, binding.label);
    return object;
}

} // namespace hookboard
