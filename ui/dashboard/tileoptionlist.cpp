#include "ui/dashboard/tileoptionlist.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kMostBins = 200;
constexpr int kMostSlices = 12;
constexpr int kMostRows = 10'000;
constexpr int kMostMarkers = 6;

struct OptionWords
{
    Q_DECLARE_TR_FUNCTIONS(TileOptions)
};

// `part` finds the struct that holds the option, `member` the option in it.
template <typename Part, typename Value, typename Holder>
TileOption toggle(const QString &name, const QString &label, Part part, Value Holder::*member)
{
    TileOption option;
    option.name = name;
    option.label = label;
    option.control = TileOption::Control::Toggle;
    option.read = [=](const TileSpec &tile) { return QVariant(bool(part(const_cast<TileSpec &>(tile)).*member)); };
    option.write = [=](TileSpec &tile, const QVariant &value) {
        part(tile).*member = value.toBool();
        return true;
    };
    return option;
}

template <typename Part, typename Value, typename Holder>
TileOption choice(const QString &name, const QString &label, Part part, Value Holder::*member,
                  const QList<std::pair<QString, Value>> &choices)
{
    TileOption option;
    option.name = name;
    option.label = label;
    option.control = TileOption::Control::Choice;
    for (const auto &[words, value] : choices)
        option.choices.append({words, int(value)});
    option.read = [=](const TileSpec &tile) { return QVariant(int(part(const_cast<TileSpec &>(tile)).*member)); };
    option.write = [=](TileSpec &tile, const QVariant &value) {
        part(tile).*member = Value(value.toInt());
        return true;
    };
    return option;
}

template <typename Part, typename Holder>
TileOption whole(const QString &name, const QString &label, Part part, int Holder::*member, int least, int most,
                 const QString &none = {})
{
    TileOption option;
    option.name = name;
    option.label = label;
    option.control = TileOption::Control::Whole;
    option.least = least;
    option.most = most;
    option.none = none;
    option.read = [=](const TileSpec &tile) { return QVariant(part(const_cast<TileSpec &>(tile)).*member); };
    option.write = [=](TileSpec &tile, const QVariant &value) {
        part(tile).*member = std::clamp(value.toInt(), least, most);
        return true;
    };
    return option;
}

template <typename Part, typename Holder>
TileOption number(const QString &name, const QString &label, Part part, std::optional<double> Holder::*member,
                  const QString &none)
{
    TileOption option;
    option.name = name;
    option.label = label;
    option.control = TileOption::Control::Number;
    option.none = none;
    option.read = [=](const TileSpec &tile) {
        const std::optional<double> &value = part(const_cast<TileSpec &>(tile)).*member;
        return value ? QVariant(*value) : QVariant();
    };
    option.write = [=](TileSpec &tile, const QVariant &value) {
        part(tile).*member = value.isValid() ? std::optional(value.toDouble()) : std::nullopt;
        return true;
    };
    return option;
}

TileSpec &itself(TileSpec &tile)
{
    return tile;
}

SeriesOptions &series(TileSpec &tile)
{
    return tile.options.series;
}

BarOptions &bar(TileSpec &tile)
{
    return tile.options.bar;
}

HistogramOptions &histogram(TileSpec &tile)
{
    return tile.options.histogram;
}

DonutOptions &donut(TileSpec &tile)
{
    return tile.options.donut;
}

GaugeOptions &gauge(TileSpec &tile)
{
    return tile.options.gauge;
}

StatesOptions &states(TileSpec &tile)
{
    return tile.options.states;
}

TileOption lowerIsBetter()
{
    TileOption option;
    option.name = u"optionGood"_s;
    option.label = OptionWords::tr("Better is");
    option.control = TileOption::Control::Choice;
    option.choices = {{OptionWords::tr("More"), 0}, {OptionWords::tr("Less"), 1}};
    option.read = [](const TileSpec &tile) { return QVariant(int(tile.lowerIsBetter)); };
    option.write = [](TileSpec &tile, const QVariant &value) {
        tile.lowerIsBetter = value.toInt() == 1;
        return true;
    };
    return option;
}

TileOption rowLimit()
{
    return whole(u"optionRowLimit"_s, OptionWords::tr("Rows kept"), itself, &TileSpec::rowLimit, 1, kMostRows);
}

TileOption nullText()
{
    TileOption option;
    option.name = u"optionNullText"_s;
    option.label = OptionWords::tr("Without a value");
    option.control = TileOption::Control::Text;
    option.none = u"\u2013"_s;
    option.read = [](const TileSpec &tile) { return QVariant(tile.nullText); };
    option.write = [](TileSpec &tile, const QVariant &value) {
        tile.nullText = value.toString();
        return true;
    };
    return option;
}

// One line is what most charts need; further ones come from the board file and stay as they are.
TileOption referenceLine()
{
    TileOption option;
    option.name = u"optionLine"_s;
    option.label = OptionWords::tr("Reference line");
    option.control = TileOption::Control::Number;
    option.none = OptionWords::tr("none");
    option.read = [](const TileSpec &tile) {
        const QList<ReferenceLine> &lines = tile.options.series.lines;
        return lines.isEmpty() ? QVariant() : QVariant(lines.first().value);
    };
    option.write = [](TileSpec &tile, const QVariant &value) {
        QList<ReferenceLine> &lines = tile.options.series.lines;
        if (!value.isValid() && !lines.isEmpty())
            lines.removeFirst();
        else if (value.isValid() && lines.isEmpty())
            lines.append(ReferenceLine{value.toDouble(), {}});
        else if (value.isValid())
            lines.first().value = value.toDouble();
        return true;
    };
    return option;
}

TileOption referenceLabel()
{
    TileOption option;
    option.name = u"optionLineLabel"_s;
    option.label = OptionWords::tr("Its label");
    option.control = TileOption::Control::Text;
    option.problem = OptionWords::tr("Write the value of the line first.");
    option.read = [](const TileSpec &tile) {
        const QList<ReferenceLine> &lines = tile.options.series.lines;
        return QVariant(lines.isEmpty() ? QString() : lines.first().label);
    };
    option.write = [](TileSpec &tile, const QVariant &value) {
        QList<ReferenceLine> &lines = tile.options.series.lines;
        if (lines.isEmpty())
            return value.toString().isEmpty();
        lines.first().label = value.toString();
        return true;
    };
    return option;
}

// "50, 95"
std::optional<QList<int>> percentsOf(const QString &text)
{
    QList<int> percents;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool valid = false;
        const int percent = part.trimmed().toInt(&valid);
        if (!valid || percent < 1 || percent > 99 || percents.size() >= kMostMarkers)
            return std::nullopt;
        percents << percent;
    }
    std::sort(percents.begin(), percents.end());
    percents.erase(std::unique(percents.begin(), percents.end()), percents.end());
    return percents;
}

TileOption percentiles()
{
    TileOption option;
    option.name = u"optionMarkers"_s;
    option.label = OptionWords::tr("Percentiles");
    option.control = TileOption::Control::Text;
    option.none = OptionWords::tr("none");
    option.problem = OptionWords::tr("Write whole numbers from 1 to 99, at most six: 50, 95");
    option.read = [](const TileSpec &tile) {
        QStringList texts;
        for (const int percent : tile.options.histogram.markers)
            texts << QString::number(percent);
        return QVariant(texts.join(u", "_s));
    };
    option.write = [](TileSpec &tile, const QVariant &value) {
        const auto percents = percentsOf(value.toString());
        if (percents)
            tile.options.histogram.markers = *percents;
        return percents.has_value();
    };
    return option;
}

TileOption binWidth()
{
    TileOption option;
    option.name = u"optionBinWidth"_s;
    option.label = OptionWords::tr("Bar width");
    option.control = TileOption::Control::Number;
    option.none = OptionWords::tr("by their number");
    option.problem = OptionWords::tr("Write a number above zero.");
    option.read = [](const TileSpec &tile) {
        const double width = tile.options.histogram.binWidth;
        return width > 0 ? QVariant(width) : QVariant();
    };
    option.write = [](TileSpec &tile, const QVariant &value) {
        const double width = value.isValid() ? value.toDouble() : 0;
        if (value.isValid() && !(width > 0 && std::isfinite(width)))
            return false;
        tile.options.histogram.binWidth = width;
        return true;
    };
    return option;
}

QList<TileOption> seriesOptions()
{
    using Draw = SeriesOptions::Draw;
    using Stack = SeriesOptions::Stack;
    using Holes = SeriesOptions::Holes;
    using Legend = SeriesOptions::Legend;
    const QString byData = OptionWords::tr("by the data");
    return {
        choice<decltype(&series), Draw>(u"optionDraw"_s, OptionWords::tr("Draw as"), &series, &SeriesOptions::draw,
                                        {{OptionWords::tr("Line"), Draw::Line},
                                         {OptionWords::tr("Steps"), Draw::Step},
                                         {OptionWords::tr("Area"), Draw::Area},
                                         {OptionWords::tr("Points"), Draw::Points},
                                         {OptionWords::tr("Stems"), Draw::Stem}}),
        choice<decltype(&series), Stack>(u"optionStack"_s, OptionWords::tr("Stack"), &series, &SeriesOptions::stack,
                                         {{OptionWords::tr("No"), Stack::None},
                                          {OptionWords::tr("On one another"), Stack::Normal},
                                          {OptionWords::tr("To 100 %"), Stack::Percent}}),
        choice<decltype(&series), Holes>(u"optionHoles"_s, OptionWords::tr("No event"), &series, &SeriesOptions::holes,
                                         {{OptionWords::tr("Leave a gap"), Holes::Gap},
                                          {OptionWords::tr("Connect"), Holes::Connect},
                                          {OptionWords::tr("Draw zero"), Holes::Zero}}),
        choice<decltype(&series), Legend>(u"optionLegend"_s, OptionWords::tr("Legend"), &series,
                                          &SeriesOptions::legend,
                                          {{OptionWords::tr("Below"), Legend::Bottom},
                                           {OptionWords::tr("Beside"), Legend::Right},
                                           {OptionWords::tr("As a table"), Legend::Table},
                                           {OptionWords::tr("None"), Legend::None}}),
        number(u"optionMin"_s, OptionWords::tr("Axis from"), &series, &SeriesOptions::min, byData),
        number(u"optionMax"_s, OptionWords::tr("Axis to"), &series, &SeriesOptions::max, byData),
        toggle(u"optionSoft"_s, OptionWords::tr("Give way to data beyond"), &series, &SeriesOptions::soft),
        toggle(u"optionLog"_s, OptionWords::tr("Logarithmic axis"), &series, &SeriesOptions::logarithmic),
        referenceLine(),
        referenceLabel(),
    };
}

} // namespace

QList<TileOption> tileOptions(TileKind kind)
{
    using Sort = BarOptions::Sort;
    using Labels = DonutOptions::Labels;
    using Shape = GaugeOptions::Shape;
    using View = StatesOptions::View;
    switch (kind) {
    case TileKind::Kpi:
        return {toggle(u"optionSparkline"_s, OptionWords::tr("Small chart"), &itself, &TileSpec::showSparkline),
                toggle(u"optionDelta"_s, OptionWords::tr("Compare with the window before"), &itself,
                       &TileSpec::showDelta),
                lowerIsBetter(), nullText()};
    case TileKind::TimeSeries:
        return seriesOptions();
    case TileKind::Bar:
        return {choice<decltype(&bar), bool>(
                    u"optionVertical"_s, OptionWords::tr("Direction"), &bar, &BarOptions::vertical,
                    {{OptionWords::tr("Lying bars"), false}, {OptionWords::tr("Standing columns"), true}}),
                choice<decltype(&bar), Sort>(
                    u"optionSort"_s, OptionWords::tr("Sort by"), &bar, &BarOptions::sort,
                    {{OptionWords::tr("Value"), Sort::Value}, {OptionWords::tr("Name"), Sort::Name}})};
    case TileKind::Histogram:
        return {whole(u"optionBins"_s, OptionWords::tr("Bars"), &histogram, &HistogramOptions::bins, 0, kMostBins,
                      OptionWords::tr("Automatic")),
                binWidth(),
                toggle(u"optionLog"_s, OptionWords::tr("Logarithmic axis"), &histogram,
                       &HistogramOptions::logarithmic),
                percentiles()};
    case TileKind::Donut:
        return {choice<decltype(&donut), Labels>(
                    u"optionLabels"_s, OptionWords::tr("Legend shows"), &donut, &DonutOptions::labels,
                    {{OptionWords::tr("Shares"), Labels::Percent}, {OptionWords::tr("Values"), Labels::Value}}),
                whole(u"optionSlices"_s, OptionWords::tr("Slices at most"), &donut, &DonutOptions::maxSlices, 2,
                      kMostSlices)};
    case TileKind::Gauge:
        return {choice<decltype(&gauge), Shape>(
                    u"optionShape"_s, OptionWords::tr("Shape"), &gauge, &GaugeOptions::shape,
                    {{OptionWords::tr("Arc"), Shape::Arc}, {OptionWords::tr("Bar"), Shape::Linear}}),
                number(u"optionMin"_s, OptionWords::tr("From"), &gauge, &GaugeOptions::min,
                       OptionWords::tr("automatic")),
                number(u"optionMax"_s, OptionWords::tr("To"), &gauge, &GaugeOptions::max,
                       OptionWords::tr("automatic")),
                number(u"optionTarget"_s, OptionWords::tr("Target"), &gauge, &GaugeOptions::target,
                       OptionWords::tr("none")),
                nullText()};
    case TileKind::States:
        return {choice<decltype(&states), View>(u"optionView"_s, OptionWords::tr("Show"), &states,
                                                &StatesOptions::view,
                                                {{OptionWords::tr("Cards"), View::Grid},
                                                 {OptionWords::tr("Timeline"), View::Timeline},
                                                 {OptionWords::tr("Both"), View::Both}}),
                toggle(u"optionHold"_s, OptionWords::tr("A state lasts until the next"), &states,
                       &StatesOptions::holdLast)};
    case TileKind::Table:
    case TileKind::Feed:
        return {rowLimit(), nullText()};
    }
    return {};
}

} // namespace hookboard
