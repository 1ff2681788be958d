#include "ui/dashboard/tileregistry.h"

#include "ui/dashboard/tiles/bartile.h"
#include "ui/dashboard/tiles/donuttile.h"
#include "ui/dashboard/tiles/feedtile.h"
#include "ui/dashboard/tiles/gaugetile.h"
#include "ui/dashboard/tiles/histogramtile.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/dashboard/tiles/statestile.h"
#include "ui/dashboard/tiles/tabletile.h"
#include "ui/dashboard/tiles/timeseriestile.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

template <typename T> Tile *make(const TileSpec &spec, const Theme &theme, QWidget *parent)
{
    return new T(spec, theme, parent);
}

struct Kinds
{
    Q_DECLARE_TR_FUNCTIONS(TileKind)
};

} // namespace

QList<TileKindInfo> tileKinds()
{
    return {
        {TileKind::Kpi, u"kpi"_s, Kinds::tr("Number"), Kinds::tr("one value with trend"), {5, 4}, make<KpiTile>},
        {TileKind::TimeSeries,
         u"chart-line"_s,
         Kinds::tr("Time series"),
         Kinds::tr("lines over time"),
         {12, 9},
         make<TimeSeriesTile>},
        {TileKind::Bar, u"chart-bar"_s, Kinds::tr("Bars"), Kinds::tr("compare groups"), {6, 8}, make<BarTile>},
        {TileKind::Histogram,
         u"histogram"_s,
         Kinds::tr("Histogram"),
         Kinds::tr("how often which values"),
         {6, 8},
         make<HistogramTile>},
        {TileKind::Donut,
         u"chart-donut"_s,
         Kinds::tr("Donut"),
         Kinds::tr("shares of a whole"),
         {5, 9},
         make<DonutTile>},
        {TileKind::Gauge, u"gauge"_s, Kinds::tr("Gauge"), Kinds::tr("one value on a scale"), {4, 4}, make<GaugeTile>},
        {TileKind::States,
         u"status-grid"_s,
         Kinds::tr("States"),
         Kinds::tr("what is up, and what was when"),
         {6, 9},
         make<StatesTile>},
        {TileKind::Table, u"table"_s, Kinds::tr("Table"), Kinds::tr("events as rows"), {8, 8}, make<TableTile>},
        {TileKind::Feed, u"feed"_s, Kinds::tr("Feed"), Kinds::tr("newest events as lines"), {6, 8}, make<FeedTile>},
    };
}

TileKindInfo tileKindInfo(TileKind kind)
{
    const QList<TileKindInfo> kinds = tileKinds();
    return *std::find_if(kinds.begin(), kinds.end(), [kind](const TileKindInfo &info) { return info.kind == kind; });
}

Tile *makeTile(const TileSpec &spec, const Theme &theme, QWidget *parent)
{
    return tileKindInfo(spec.kind).make(spec, theme, parent);
}

} // namespace hookboard
