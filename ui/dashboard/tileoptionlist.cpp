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

TileOption option(const QString &name, const QString &label, TileOption::Control control,
                  std::function<QVariant(const TileSpec &)> read,
                  std::function<bool(TileSpec &, const QVariant &)> write)
{
    TileOption made;
    made.name = name;
    made.label = label;
    made.control = control;
    made.read = std::move(read);
    made.write = std::move(write);
    return made;
}

// `part` finds the struct that holds the option, `member` the option in it.
template <typename Part, typename Value, typename Holder>
TileOption toggle(const QString &name, const QString &label, Part part, Value Holder::*member)
{
    return option(
        name, label, TileOption::Control::Toggle,
        [=](const TileSpec &tile) { return QVariant(bool(part(tile).*member)); },
        [=](TileSpec &tile, const QVariant &value) {
            part(tile).*member = value.toBool();
            return true;
        });
}

template <typename Part, typename Value, typename Holder>
TileOption choice(const QString &name, const QString &label, Part part, Value Holder::*member,
                  const QList<std::pair<QString, Value>> &choices)
{
    TileOption made = option(
        name, label, TileOption::Control::Choice,
        [=](const TileSpec &tile) { return QVariant(int(part(tile).*member)); },
        [=](TileSpec &tile, const QVariant &value) {
            part(tile).*member = Value(value.toInt());
            return true;
        });
    for (const auto &[words, value] : choices)
        made.choices.append({words, int(value)});
    return made;
}

template <typename Part, typename Holder>
TileOption whole(const QString &name, const QString &label, Part part, int Holder::*member, int least, int most,
                 const QString &none = {})
{
    TileOption made = option(
        name, label, TileOption::Control::Whole, [=](const TileSpec &tile) { return QVariant(part(tile).*member); },
        [=](TileSpec &tile, const QVariant &value) {
            part(tile).*member = std::clamp(value.toInt(), least, most);
            return true;
        });
    made.least = least;
    made.most = most;
    made.none = none;
    return made;
}

template <typename Part, typename Holder>
TileOption number(const QString &name, const QString &label, Part part, std::optional<double> Holder::*member,
                  const QString &none)
{
    TileOption made = option(
        name, label, TileOption::Control::Number,
        [=](const TileSpec &tile) {
            const std::optional<double> &value = part(tile).*member;
            return value ? QVariant(*value) : QVariant();
        },
        [=](TileSpec &tile, const QVariant &value) {
            part(tile).*member = value.isValid() ? std::optional(value.toDouble()) : std::nullopt;
            return true;
        });
    made.none = none;
    return made;
}

// Which struct of a tile an option is in, for reading and for writing.
constexpr auto inTile = [](auto &tile) -> auto &
{
    return tile;
};
constexpr auto inSeries = [](auto &tile) -> auto &
{
    return tile.options.series;
};
constexpr auto inBar = [](auto &tile) -> auto &
{
    return tile.options.bar;
};
constexpr auto inHistogram = [](auto &tile) -> auto &
{
    return tile.options.histogram;
};
constexpr auto inDonut = [](auto &tile) -> auto &
{
    return tile.options.donut;
};
constexpr auto inGauge = [](auto &tile) -> auto &
{
    return tile.options.gauge;
};
constexpr auto inStates = [](auto &tile) -> auto &
{
    return tile.options.states;
};

TileOption lowerIsBetter()
{
    TileOption made = option(
        u"optionGood"_s, OptionWords::tr("Better is"), TileOption::Control::Choice,
        [](const TileSpec &tile) { return QVariant(int(tile.lowerIsBetter)); },
        [](TileSpec &tile, const QVariant &value) {
            tile.lowerIsBetter = value.toInt() == 1;
            return true;
        });
    made.choices = {{OptionWords::tr("More"), 0}, {OptionWords::tr("Less"), 1}};
    return made;
}

TileOption rowLimit()
{
    return whole(u"optionRowLimit"_s, OptionWords::tr("Rows kept"), inTile, &TileSpec::rowLimit, 1, kMostRows);
}

TileOption nullText()
{
    TileOption made = option(
        u"optionNullText"_s, OptionWords::tr("Without a value"), TileOption::Control::Text,
        [](const TileSpec &tile) { return QVariant(tile.nullText); },
        [](TileSpec &tile, const QVariant &value) {
            tile.nullText = value.toString();
            return true;
        });
    made.none = u"\u2013"_s;
    return made;
}

// One line is what most charts need; further ones come from the board file and stay as they are.
TileOption referenceLine()
{
    TileOption made = option(
        u"optionLine"_s, OptionWords::tr("Reference line"), TileOption::Control::Number,
        [](const TileSpec &tile) {
            const QList<ReferenceLine> &lines = tile.options.series.lines;
            return lines.isEmpty() ? QVariant() : QVariant(lines.first().value);
        },
        [](TileSpec &tile, const QVariant &value) {
            QList<ReferenceLine> &lines = tile.options.series.lines;
            if (!value.isValid() && !lines.isEmpty())
                lines.removeFirst();
            else if (value.isValid() && lines.isEmpty())
                lines.append(ReferenceLine{value.toDouble(), {}});
            else if (value.isValid())
                lines.first().value = value.toDouble();
            return true;
        });
    made.none = OptionWords::tr("none");
    return made;
}

TileOption referenceLabel()
{
    TileOption made = option(
        u"optionLineLabel"_s, OptionWords::tr("Its label"), TileOption::Control::Text,
        [](const TileSpec &tile) {
            const QList<ReferenceLine> &lines = tile.options.series.lines;
            return QVariant(lines.isEmpty() ? QString() : lines.first().label);
        },
        [](TileSpec &tile, const QVariant &value) {
            QList<ReferenceLine> &lines = tile.options.series.lines;
            if (lines.isEmpty())
                return value.toString().isEmpty();
            lines.first().label = value.toString();
            return true;
        });
    made.problem = OptionWords::tr("Write the value of the line first.");
    return made;
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
    TileOption made = option(
        u"optionMarkers"_s, OptionWords::tr("Percentiles"), TileOption::Control::Text,
        [](const TileSpec &tile) {
            QStringList texts;
            for (const int percent : tile.options.histogram.markers)
                texts << QString::number(percent);
            return QVariant(texts.join(u", "_s));
        },
        [](TileSpec &tile, const QVariant &value) {
            const auto percents = percentsOf(value.toString());
            if (percents)
                tile.options.histogram.markers = *percents;
            return percents.has_value();
        });
    made.none = OptionWords::tr("none");
    made.problem = OptionWords::tr("Write whole numbers from 1 to 99, at most six: 50, 95");
    return made;
}

TileOption binWidth()
{
    TileOption made = option(
        u"optionBinWidth"_s, OptionWords::tr("Bar width"), TileOption::Control::Number,
        [](const TileSpec &tile) {
            const double width = tile.options.histogram.binWidth;
            return width > 0 ? QVariant(width) : QVariant();
        },
        [](TileSpec &tile, const QVariant &value) {
            const double width = value.isValid() ? value.toDouble() : 0;
            if (value.isValid() && !(width > 0 && std::isfinite(width)))
                return false;
            tile.options.histogram.binWidth = width;
            return true;
        });
    made.none = OptionWords::tr("by their number");
    made.problem = OptionWords::tr("Write a number above zero.");
    return made;
}

QList<TileOption> seriesOptions()
{
    using Draw = SeriesOptions::Draw;
    using Stack = SeriesOptions::Stack;
    using Holes = SeriesOptions::Holes;
    using Legend = SeriesOptions::Legend;
    const QString byData = OptionWords::tr("by the data");
    return {
        choice<decltype(inSeries), Draw>(u"optionDraw"_s, OptionWords::tr("Draw as"), inSeries, &SeriesOptions::draw,
                                         {{OptionWords::tr("Line"), Draw::Line},
                                          {OptionWords::tr("Steps"), Draw::Step},
                                          {OptionWords::tr("Area"), Draw::Area},
                                          {OptionWords::tr("Points"), Draw::Points},
                                          {OptionWords::tr("Stems"), Draw::Stem}}),
        choice<decltype(inSeries), Stack>(u"optionStack"_s, OptionWords::tr("Stack"), inSeries, &SeriesOptions::stack,
                                          {{OptionWords::tr("No"), Stack::None},
                                           {OptionWords::tr("On one another"), Stack::Normal},
                                           {OptionWords::tr("To 100 %"), Stack::Percent}}),
        choice<decltype(inSeries), Holes>(u"optionHoles"_s, OptionWords::tr("No event"), inSeries,
                                          &SeriesOptions::holes,
                                          {{OptionWords::tr("Leave a gap"), Holes::Gap},
                                           {OptionWords::tr("Connect"), Holes::Connect},
                                           {OptionWords::tr("Draw zero"), Holes::Zero}}),
        choice<decltype(inSeries), Legend>(u"optionLegend"_s, OptionWords::tr("Legend"), inSeries,
                                           &SeriesOptions::legend,
                                           {{OptionWords::tr("Below"), Legend::Bottom},
                                            {OptionWords::tr("Beside"), Legend::Right},
                                            {OptionWords::tr("As a table"), Legend::Table},
                                            {OptionWords::tr("None"), Legend::None}}),
        number(u"optionMin"_s, OptionWords::tr("Axis from"), inSeries, &SeriesOptions::min, byData),
        number(u"optionMax"_s, OptionWords::tr("Axis to"), inSeries, &SeriesOptions::max, byData),
        toggle(u"optionSoft"_s, OptionWords::tr("Give way to data beyond"), inSeries, &SeriesOptions::soft),
        toggle(u"optionLog"_s, OptionWords::tr("Logarithmic axis"), inSeries, &SeriesOptions::logarithmic),
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
        return {
            toggle(u"optionSparkline"_s, OptionWords::tr("Small chart"), inTile, &TileSpec::showSparkline),
            toggle(u"optionDelta"_s, OptionWords::tr("Compare with the window before"), inTile, &TileSpec::showDelta),
            lowerIsBetter(), nullText()};
    case TileKind::TimeSeries:
        return seriesOptions();
    case TileKind::Bar:
        return {choice<decltype(inBar), bool>(
                    u"optionVertical"_s, OptionWords::tr("Direction"), inBar, &BarOptions::vertical,
                    {{OptionWords::tr("Lying bars"), false}, {OptionWords::tr("Standing columns"), true}}),
                choice<decltype(inBar), Sort>(
                    u"optionSort"_s, OptionWords::tr("Sort by"), inBar, &BarOptions::sort,
                    {{OptionWords::tr("Value"), Sort::Value}, {OptionWords::tr("Name"), Sort::Name}})};
    case TileKind::Histogram:
        return {
            whole(u"optionBins"_s, OptionWords::tr("Bars"), inHistogram, &HistogramOptions::bins, 0, kMostBins,
                  OptionWords::tr("Automatic")),
            binWidth(),
            toggle(u"optionLog"_s, OptionWords::tr("Logarithmic axis"), inHistogram, &HistogramOptions::logarithmic),
            percentiles()};
    case TileKind::Donut:
        return {choice<decltype(inDonut), Labels>(
                    u"optionLabels"_s, OptionWords::tr("Legend shows"), inDonut, &DonutOptions::labels,
                    {{OptionWords::tr("Shares"), Labels::Percent}, {OptionWords::tr("Values"), Labels::Value}}),
                whole(u"optionSlices"_s, OptionWords::tr("Slices at most"), inDonut, &DonutOptions::maxSlices, 2,
                      kMostSlices)};
    case TileKind::Gauge:
        return {
            choice<decltype(inGauge), Shape>(
                u"optionShape"_s, OptionWords::tr("Shape"), inGauge, &GaugeOptions::shape,
                {{OptionWords::tr("Arc"), Shape::Arc}, {OptionWords::tr("Bar"), Shape::Linear}}),
            number(u"optionMin"_s, OptionWords::tr("From"), inGauge, &GaugeOptions::min, OptionWords::tr("automatic")),
            number(u"optionMax"_s, OptionWords::tr("To"), inGauge, &GaugeOptions::max, OptionWords::tr("automatic")),
            number(u"optionTarget"_s, OptionWords::tr("Target"), inGauge, &GaugeOptions::target,
                   OptionWords::tr("none")),
            nullText()};
    case TileKind::States:
        return {choice<decltype(inStates), View>(u"optionView"_s, OptionWords::tr("Show"), inStates,
                                                 &StatesOptions::view,
                                                 {{OptionWords::tr("Cards"), View::Grid},
                                                  {OptionWords::tr("Timeline"), View::Timeline},
                                                  {OptionWords::tr("Both"), View::Both}}),
                toggle(u"optionHold"_s, OptionWords::tr("A state lasts until the next"), inStates,
                       &StatesOptions::holdLast)};
    case TileKind::Table:
    case TileKind::Feed:
        return {rowLimit(), nullText()};
    }
    return {};
}

} // namespace hookboard
