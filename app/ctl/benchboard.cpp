#include "app/ctl/benchboard.h"

#include <array>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BoardRow
{
    TileKind kind;
    Aggregation aggregation;
    const char *value;
    const char *groupBy;
    const char *filter;
};

constexpr std::array kRows{
    BoardRow{TileKind::Kpi, Aggregation::Count, "", "", ""},
    BoardRow{TileKind::Kpi, Aggregation::Sum, "$.amount", "", "$.paid = true"},
    BoardRow{TileKind::Kpi, Aggregation::P95, "$.ratio", "", ""},
    BoardRow{TileKind::Kpi, Aggregation::Distinct, "$.customer.id", "", ""},
    BoardRow{TileKind::TimeSeries, Aggregation::Rate, "", "", ""},
    BoardRow{TileKind::TimeSeries, Aggregation::Sum, "$.amount", "$.country", ""},
    BoardRow{TileKind::TimeSeries, Aggregation::P99, "$.ratio", "", ""},
    BoardRow{TileKind::TimeSeries, Aggregation::Avg, "$.items[0].quantity", "", "$.amount >= 1000"},
    BoardRow{TileKind::Bar, Aggregation::Count, "", "$.customer.plan", ""},
    BoardRow{TileKind::Bar, Aggregation::Sum, "$.amount", "$.customer.id", ""},
    BoardRow{TileKind::Table, Aggregation::Count, "", "", "$.amount > 50000"},
    BoardRow{TileKind::Feed, Aggregation::Count, "", "", ""},
};

TileSpec tileOf(const BoardRow &row, int index)
{
    TileSpec tile;
    tile.id = u"t%1"_s.arg(index);
    tile.kind = row.kind;
    tile.title = tile.id;
    tile.grid = QRect(index % 4 * 6, index / 4 * 5, 6, 5);
    Binding binding;
    binding.aggregation = row.aggregation;
    binding.value = QString::fromLatin1(row.value);
    binding.groupBy = QString::fromLatin1(row.groupBy);
    binding.filter = QString::fromLatin1(row.filter);
    binding.window.lengthUs = 6 * kHourUs;
    tile.bindings = {binding};
    if (row.kind == TileKind::Table || row.kind == TileKind::Feed)
        tile.columns = {{u"Customer"_s, u"$.customer.id"_s, TableColumn::Format::Text},
                        {u"Amount"_s, u"$.amount"_s, TableColumn::Format::Number}};
    return tile;
}

} // namespace

BoardSpec benchBoard()
{
    BoardSpec board;
    board.id = u"bench"_s;
    board.title = u"Bench"_s;
    for (const BoardRow &row : kRows)
        board.tiles.append(tileOf(row, static_cast<int>(board.tiles.size())));
    return board;
}

} // namespace hookboard
