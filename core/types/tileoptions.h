// What a kind of tile can be told beside its bindings. Plain values; each kind reads its own struct and nothing else.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace hookboard {

struct Threshold
{
    double from = 0; // applies to values >= from
    enum class Severity { Ok, Warn, Error } severity = Severity::Warn;
    QString label;
    double release = 0; // once reached it holds until the value is below from - release
    friend bool operator==(const Threshold &, const Threshold &) = default;
};

// A value by the words that people have for it, and how bad it is.
struct StateLook
{
    QString value;
    QString label; // empty = the value
    Threshold::Severity severity = Threshold::Severity::Ok;
    friend bool operator==(const StateLook &, const StateLook &) = default;
};

struct ReferenceLine
{
    double value = 0;
    QString label;
    friend bool operator==(const ReferenceLine &, const ReferenceLine &) = default;
};

// Events of one kind as marks over a chart.
struct Annotations
{
    QString source;    // empty = any
    QStringList types; // as in Binding
    QString filter;
    QString text; // value text of the mark
    friend bool operator==(const Annotations &, const Annotations &) = default;
};

struct SeriesOptions // TimeSeries
{
    enum class Draw { Line, Step, Area, Points, Stem };
    enum class Stack { None, Normal, Percent };
    enum class Holes { Gap, Connect, Zero }; // spans without a listener are gaps in any case
    enum class Legend { Bottom, Right, Table, None };
    Draw draw = Draw::Line;
    Stack stack = Stack::None;
    Holes holes = Holes::Gap;
    Legend legend = Legend::Bottom;
    bool logarithmic = false;
    std::optional<double> min; // absent = by the data
    std::optional<double> max;
    bool soft = false;    // min and max give way to data beyond them
    QList<int> rightAxis; // bindings that have their axis at the right
    QList<ReferenceLine> lines;
    std::optional<Annotations> annotations;
    friend bool operator==(const SeriesOptions &, const SeriesOptions &) = default;
};

struct BarOptions
{
    enum class Sort { Value, Name };
    bool vertical = false;
    Sort sort = Sort::Value;
    friend bool operator==(const BarOptions &, const BarOptions &) = default;
};

struct HistogramOptions
{
    int bins = 0;        // 0 = automatic
    double binWidth = 0; // 0 = by the number of bins
    bool logarithmic = false;
    QList<int> markers{50, 95}; // percentiles
    friend bool operator==(const HistogramOptions &, const HistogramOptions &) = default;
};

struct DonutOptions
{
    enum class Labels { Percent, Value };
    int maxSlices = 6;
    Labels labels = Labels::Percent;
    friend bool operator==(const DonutOptions &, const DonutOptions &) = default;
};

struct GaugeOptions
{
    enum class Shape { Arc, Linear };
    Shape shape = Shape::Arc;
    std::optional<double> min; // absent = 0, or by the data when that is below
    std::optional<double> max; // absent = by thresholds, target and data
    std::optional<double> target;
    friend bool operator==(const GaugeOptions &, const GaugeOptions &) = default;
};

struct StatesOptions // grid and timeline
{
    enum class View { Grid, Timeline, Both };
    View view = View::Both;
    QList<StateLook> states; // in order; what is not listed is unknown
    bool holdLast = true;    // a state lasts until the next one, else until the end of its bucket
    friend bool operator==(const StatesOptions &, const StatesOptions &) = default;
};

struct TileOptions
{
    SeriesOptions series;
    BarOptions bar;
    HistogramOptions histogram;
    DonutOptions donut;
    GaugeOptions gauge;
    StatesOptions states;
    friend bool operator==(const TileOptions &, const TileOptions &) = default;
};

} // namespace hookboard
