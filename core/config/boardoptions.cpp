#include "core/config/boardoptions.h"

#include "core/config/jsonput.h"
#include "core/types/sentence.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

Annotations annotationsFrom(JsonKeys &keys)
{
    Annotations annotations;
    annotations.source = keys.text("source"_L1);
    annotations.types = keys.texts("types"_L1);
    annotations.filter = keys.text("filter"_L1);
    annotations.text = keys.text("text"_L1);
    return annotations;
}

QJsonObject toJson(const Annotations &annotations)
{
    QJsonObject object;
    putText(object, "source"_L1, annotations.source);
    putTexts(object, "types"_L1, annotations.types);
    putText(object, "filter"_L1, annotations.filter);
    putText(object, "text"_L1, annotations.text);
    return object;
}

template <typename T> QList<T> wholes(JsonKeys &keys, QLatin1StringView key, const QList<T> &absent, T most)
{
    if (!keys.contains(key))
        return absent;
    QList<T> all;
    for (const QJsonValue &value : keys.array(key)) {
        const qint64 number = value.toInteger(-1);
        if (number < 0 || number > most)
            keys.fail(key, Sentence::tr("a list of whole numbers from 0 to %1").arg(most));
        all.append(T(number));
    }
    return all;
}

QJsonArray toJson(const QList<int> &numbers)
{
    QJsonArray list;
    for (const int number : numbers)
        list.append(number);
    return list;
}

SeriesOptions seriesFrom(JsonKeys &keys)
{
    SeriesOptions series;
    series.draw = keys.choice("draw"_L1, seriesDrawTexts(), series.draw);
    series.stack = keys.choice("stack"_L1, seriesStackTexts(), series.stack);
    series.holes = keys.choice("holes"_L1, seriesHolesTexts(), series.holes);
    series.legend = keys.choice("legend"_L1, legendTexts(), series.legend);
    series.logarithmic = keys.flag("logarithmic"_L1, false);
    series.min = keys.maybeNumber("min"_L1);
    series.max = keys.maybeNumber("max"_L1);
    series.soft = keys.flag("softBounds"_L1, false);
    series.rightAxis = wholes(keys, "rightAxis"_L1, series.rightAxis, 1000);
    keys.objects("lines"_L1, [&](JsonKeys &line) {
        const double value = line.number("value"_L1, 0);
        series.lines.append({value, line.text("label"_L1)});
    });
    if (keys.contains("annotations"_L1))
        keys.within("annotations"_L1, [&](JsonKeys &inner) { series.annotations = annotationsFrom(inner); });
    return series;
}

QJsonObject toJson(const SeriesOptions &series)
{
    const SeriesOptions standard;
    QJsonObject object;
    if (series.draw != standard.draw)
        object.insert("draw"_L1, seriesDrawTexts().text(series.draw));
    if (series.stack != standard.stack)
        object.insert("stack"_L1, seriesStackTexts().text(series.stack));
    if (series.holes != standard.holes)
        object.insert("holes"_L1, seriesHolesTexts().text(series.holes));
    if (series.legend != standard.legend)
        object.insert("legend"_L1, legendTexts().text(series.legend));
    putUnless(object, "logarithmic"_L1, series.logarithmic, standard.logarithmic);
    putIfThere(object, "min"_L1, series.min);
    putIfThere(object, "max"_L1, series.max);
    putUnless(object, "softBounds"_L1, series.soft, standard.soft);
    putList(object, "rightAxis"_L1, toJson(series.rightAxis));
    QJsonArray lines;
    for (const ReferenceLine &line : series.lines) {
        QJsonObject entry{{"value"_L1, line.value}};
        putText(entry, "label"_L1, line.label);
        lines.append(entry);
    }
    putList(object, "lines"_L1, lines);
    if (series.annotations)
        object.insert("annotations"_L1, toJson(*series.annotations));
    return object;
}

BarOptions barFrom(JsonKeys &keys)
{
    BarOptions bar;
    bar.vertical = keys.flag("vertical"_L1, bar.vertical);
    bar.sort = keys.choice("sort"_L1, barSortTexts(), bar.sort);
    return bar;
}

QJsonObject toJson(const BarOptions &bar)
{
    const BarOptions standard;
    QJsonObject object;
    putUnless(object, "vertical"_L1, bar.vertical, standard.vertical);
    if (bar.sort != standard.sort)
        object.insert("sort"_L1, barSortTexts().text(bar.sort));
    return object;
}

HistogramOptions histogramFrom(JsonKeys &keys)
{
    HistogramOptions histogram;
    histogram.bins = keys.whole("bins"_L1, histogram.bins, 0, 1000);
    histogram.binWidth = keys.number("binWidth"_L1, histogram.binWidth);
    histogram.logarithmic = keys.flag("logarithmic"_L1, histogram.logarithmic);
    histogram.markers = wholes(keys, "markers"_L1, histogram.markers, 100);
    return histogram;
}

QJsonObject toJson(const HistogramOptions &histogram)
{
    const HistogramOptions standard;
    QJsonObject object;
    putUnless(object, "bins"_L1, histogram.bins, standard.bins);
    putUnless(object, "binWidth"_L1, histogram.binWidth, standard.binWidth);
    putUnless(object, "logarithmic"_L1, histogram.logarithmic, standard.logarithmic);
    if (histogram.markers != standard.markers)
        object.insert("markers"_L1, toJson(histogram.markers));
    return object;
}

DonutOptions donutFrom(JsonKeys &keys)
{
    DonutOptions donut;
    donut.maxSlices = keys.whole("maxSlices"_L1, donut.maxSlices, 1, 50);
    donut.labels = keys.choice("labels"_L1, donutLabelsTexts(), donut.labels);
    return donut;
}

QJsonObject toJson(const DonutOptions &donut)
{
    const DonutOptions standard;
    QJsonObject object;
    putUnless(object, "maxSlices"_L1, donut.maxSlices, standard.maxSlices);
    if (donut.labels != standard.labels)
        object.insert("labels"_L1, donutLabelsTexts().text(donut.labels));
    return object;
}

GaugeOptions gaugeFrom(JsonKeys &keys)
{
    GaugeOptions gauge;
    gauge.shape = keys.choice("shape"_L1, gaugeShapeTexts(), gauge.shape);
    gauge.min = keys.maybeNumber("min"_L1);
    gauge.max = keys.maybeNumber("max"_L1);
    gauge.target = keys.maybeNumber("target"_L1);
    return gauge;
}

QJsonObject toJson(const GaugeOptions &gauge)
{
    QJsonObject object;
    if (gauge.shape != GaugeOptions().shape)
        object.insert("shape"_L1, gaugeShapeTexts().text(gauge.shape));
    putIfThere(object, "min"_L1, gauge.min);
    putIfThere(object, "max"_L1, gauge.max);
    putIfThere(object, "target"_L1, gauge.target);
    return object;
}

StatesOptions statesFrom(JsonKeys &keys)
{
    StatesOptions states;
    states.view = keys.choice("view"_L1, statesViewTexts(), states.view);
    keys.objects("states"_L1, kMaxValueLooks, [&](JsonKeys &look) { states.states.append(stateLookFromJson(look)); });
    states.holdLast = keys.flag("holdLast"_L1, states.holdLast);
    return states;
}

QJsonObject toJson(const StatesOptions &states)
{
    const StatesOptions standard;
    QJsonObject object;
    if (states.view != standard.view)
        object.insert("view"_L1, statesViewTexts().text(states.view));
    putList(object, "states"_L1, stateLooksToJson(states.states));
    putUnless(object, "holdLast"_L1, states.holdLast, standard.holdLast);
    return object;
}

} // namespace

StateLook stateLookFromJson(JsonKeys &keys)
{
    StateLook look;
    look.value = keys.text("value"_L1);
    look.label = keys.text("label"_L1);
    look.severity = keys.choice("severity"_L1, severityTexts(), look.severity);
    return look;
}

QJsonArray stateLooksToJson(const QList<StateLook> &looks)
{
    QJsonArray list;
    for (const StateLook &look : looks) {
        QJsonObject entry{{"value"_L1, look.value}};
        putText(entry, "label"_L1, look.label);
        if (look.severity != StateLook().severity)
            entry.insert("severity"_L1, severityTexts().text(look.severity));
        list.append(entry);
    }
    return list;
}

TileOptions optionsFromJson(JsonKeys &keys, QJsonObject &unknown)
{
    TileOptions options;
    const auto read = [&](QLatin1StringView key, auto &kind, auto from) {
        keys.within(key, unknown, [&](JsonKeys &inner) { kind = from(inner); });
    };
    read("series"_L1, options.series, seriesFrom);
    read("bar"_L1, options.bar, barFrom);
    read("histogram"_L1, options.histogram, histogramFrom);
    read("donut"_L1, options.donut, donutFrom);
    read("gauge"_L1, options.gauge, gaugeFrom);
    read("states"_L1, options.states, statesFrom);
    for (auto it = keys.rest().begin(); it != keys.rest().end(); ++it)
        unknown.insert(it.key(), it.value());
    return options;
}

QJsonObject optionsToJson(const TileOptions &options, const QJsonObject &unknown)
{
    QJsonObject all = unknown;
    putObject(all, "series"_L1, toJson(options.series));
    putObject(all, "bar"_L1, toJson(options.bar));
    putObject(all, "histogram"_L1, toJson(options.histogram));
    putObject(all, "donut"_L1, toJson(options.donut));
    putObject(all, "gauge"_L1, toJson(options.gauge));
    putObject(all, "states"_L1, toJson(options.states));
    return all;
}

} // namespace hookboard
