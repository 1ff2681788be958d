#include "ui/boards/newtile.h"

#include "ui/dashboard/tileregistry.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct NewTileWords
{
    Q_DECLARE_TR_FUNCTIONS(NewTile)
};

} // namespace

TileSpec newTile(TileKind kind)
{
    TileSpec tile;
    tile.kind = kind;
    tile.grid = QRect(QPoint(0, 0), tileKindInfo(kind).size);
    Binding binding;
    switch (kind) {
    case TileKind::Kpi:
    case TileKind::Gauge:
        tile.title = NewTileWords::tr("Events");
        tile.subtitle = NewTileWords::tr("last hour");
        break;
    case TileKind::TimeSeries:
        tile.title = NewTileWords::tr("Events by type");
        binding.groupBy = u"type"_s;
        binding.window.lengthUs = 6 * kHourUs;
        break;
    case TileKind::Bar:
    case TileKind::Donut:
        tile.title = NewTileWords::tr("Events by type");
        binding.groupBy = u"type"_s;
        break;
    case TileKind::Histogram:
        tile.title = NewTileWords::tr("Spread");
        binding.aggregation = Aggregation::P50;
        break;
    case TileKind::States:
        tile.title = NewTileWords::tr("States");
        binding.aggregation = Aggregation::Last;
        binding.value = u"type"_s;
        binding.groupBy = u"source"_s;
        break;
    case TileKind::Table:
        tile.title = NewTileWords::tr("Newest events");
        binding.window.lengthUs = kDayUs;
        tile.columns = {{NewTileWords::tr("Time"), u"receivedAt"_s, TableColumn::Format::Time},
                        {NewTileWords::tr("Source"), u"source"_s},
                        {NewTileWords::tr("Type"), u"type"_s}};
        break;
    case TileKind::Feed:
        tile.title = NewTileWords::tr("Events");
        binding.window.lengthUs = kDayUs;
        tile.columns = {{NewTileWords::tr("Type"), u"type"_s}};
        break;
    }
    tile.bindings.append(binding);
    return tile;
}

} // namespace hookboard
