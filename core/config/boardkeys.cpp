#include "core/config/boardkeys.h"

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

const EnumTexts<TileKind> &tileKindTexts()
{
    static const EnumTexts<TileKind> texts{{TileKind::Kpi, u"kpi"_s},      {TileKind::TimeSeries, u"timeSeries"_s},
                                           {TileKind::Bar, u"bar"_s},      {TileKind::Table, u"table"_s},
                                           {TileKind::Feed, u"feed"_s},    {TileKind::Histogram, u"histogram"_s},
                                           {TileKind::Donut, u"donut"_s},  {TileKind::Gauge, u"gauge"_s},
                                           {TileKind::States, u"states"_s}};
    return texts;
}

const EnumTexts<Aggregation> &aggregationTexts()
{
    static const EnumTexts<Aggregation> texts{
        {Aggregation::Count, u"count"_s},   {Aggregation::Distinct, u"distinct"_s}, {Aggregation::Rate, u"rate"_s},
        {Aggregation::Sum, u"sum"_s},       {Aggregation::Avg, u"avg"_s},           {Aggregation::Min, u"min"_s},
        {Aggregation::Max, u"max"_s},       {Aggregation::First, u"first"_s},       {Aggregation::Last, u"last"_s},
        {Aggregation::Change, u"change"_s}, {Aggregation::P50, u"p50"_s},           {Aggregation::P90, u"p90"_s},
        {Aggregation::P95, u"p95"_s},       {Aggregation::P99, u"p99"_s},           {Aggregation::StdDev, u"stddev"_s},
        {Aggregation::Ratio, u"ratio"_s}};
    return texts;
}

const EnumTexts<Window::Kind> &windowKindTexts()
{
    static const EnumTexts<Window::Kind> texts{{Window::Kind::Rolling, u"rolling"_s},
                                               {Window::Kind::Calendar, u"calendar"_s},
                                               {Window::Kind::LastEvents, u"lastEvents"_s},
                                               {Window::Kind::All, u"all"_s}};
    return texts;
}

const EnumTexts<CalendarUnit> &calendarUnitTexts()
{
    static const EnumTexts<CalendarUnit> texts{
        {CalendarUnit::Day, u"day"_s}, {CalendarUnit::Week, u"week"_s}, {CalendarUnit::Month, u"month"_s}};
    return texts;
}

const EnumTexts<TimeBasis> &timeBasisTexts()
{
    static const EnumTexts<TimeBasis> texts{{TimeBasis::Arrival, u"arrival"_s}, {TimeBasis::Event, u"event"_s}};
    return texts;
}

const EnumTexts<TableColumn::Format> &columnFormatTexts()
{
    using Format = TableColumn::Format;
    static const EnumTexts<Format> texts{{Format::Text, u"text"_s},   {Format::Number, u"number"_s},
                                         {Format::Time, u"time"_s},   {Format::RelativeTime, u"relativeTime"_s},
                                         {Format::Badge, u"badge"_s}, {Format::Boolean, u"boolean"_s},
                                         {Format::Json, u"json"_s}};
    return texts;
}

const EnumTexts<NumberFormat::Style> &numberStyleTexts()
{
    using Style = NumberFormat::Style;
    static const EnumTexts<Style> texts{{Style::Plain, u"plain"_s},       {Style::Compact, u"compact"_s},
                                        {Style::Currency, u"currency"_s}, {Style::Bytes, u"bytes"_s},
                                        {Style::BytesSi, u"bytesSi"_s},   {Style::Duration, u"duration"_s},
                                        {Style::Percent, u"percent"_s}};
    return texts;
}

const EnumTexts<Threshold::Severity> &severityTexts()
{
    using Severity = Threshold::Severity;
    static const EnumTexts<Severity> texts{
        {Severity::Ok, u"ok"_s}, {Severity::Warn, u"warn"_s}, {Severity::Error, u"error"_s}};
    return texts;
}

const EnumTexts<SeriesOptions::Draw> &seriesDrawTexts()
{
    using Value = SeriesOptions::Draw;
    static const EnumTexts<Value> texts{{Value::Line, u"line"_s},
                                        {Value::Step, u"step"_s},
                                        {Value::Area, u"area"_s},
                                        {Value::Points, u"points"_s},
                                        {Value::Stem, u"stem"_s}};
    return texts;
}

const EnumTexts<SeriesOptions::Stack> &seriesStackTexts()
{
    using Value = SeriesOptions::Stack;
    static const EnumTexts<Value> texts{
        {Value::None, u"none"_s}, {Value::Normal, u"normal"_s}, {Value::Percent, u"percent"_s}};
    return texts;
}

const EnumTexts<SeriesOptions::Holes> &seriesHolesTexts()
{
    using Value = SeriesOptions::Holes;
    static const EnumTexts<Value> texts{
        {Value::Gap, u"gap"_s}, {Value::Connect, u"connect"_s}, {Value::Zero, u"zero"_s}};
    return texts;
}

const EnumTexts<SeriesOptions::Legend> &legendTexts()
{
    using Value = SeriesOptions::Legend;
    static const EnumTexts<Value> texts{
        {Value::Bottom, u"bottom"_s}, {Value::Right, u"right"_s}, {Value::Table, u"table"_s}, {Value::None, u"none"_s}};
    return texts;
}

const EnumTexts<BarOptions::Sort> &barSortTexts()
{
    using Value = BarOptions::Sort;
    static const EnumTexts<Value> texts{{Value::Value, u"value"_s}, {Value::Name, u"name"_s}};
    return texts;
}

const EnumTexts<DonutOptions::Labels> &donutLabelsTexts()
{
    using Value = DonutOptions::Labels;
    static const EnumTexts<Value> texts{{Value::Percent, u"percent"_s}, {Value::Value, u"value"_s}};
    return texts;
}

const EnumTexts<GaugeOptions::Shape> &gaugeShapeTexts()
{
    using Value = GaugeOptions::Shape;
    static const EnumTexts<Value> texts{{Value::Arc, u"arc"_s}, {Value::Linear, u"linear"_s}};
    return texts;
}

const EnumTexts<StatesOptions::View> &statesViewTexts()
{
    using Value = StatesOptions::View;
    static const EnumTexts<Value> texts{
        {Value::Grid, u"grid"_s}, {Value::Timeline, u"timeline"_s}, {Value::Both, u"both"_s}};
    return texts;
}

} // namespace hookboard
