#include "ui/dashboard/proposedtiles.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

struct Proposed
{
    Q_DECLARE_TR_FUNCTIONS(ProposedTiles)
};

// Unverified events are counted too, and said to be: else a source without a secret would show nothing.
TileSpec tile(TileKind kind, const QString &title, const QString &subtitle, const QRect &grid, Aggregation aggregation,
              qint64 windowUs)
{
    TileSpec made;
    made.kind = kind;
    made.title = title;
    made.subtitle = subtitle;
    made.grid = grid;
    Binding binding;
    binding.aggregation = aggregation;
    binding.window.lengthUs = windowUs;
    binding.verifiedOnly = false;
    made.bindings = {binding};
    return made;
}

TileSpec distinct(const QString &title, const QString &field, const QRect &grid)
{
    TileSpec made = tile(TileKind::Kpi, title, Proposed::tr("last 24 hours"), grid, Aggregation::Distinct, kDayUs);
    made.bindings.first().value = field;
    return made;
}

TileSpec grouped(TileKind kind, const QString &title, const QString &field, const QRect &grid)
{
    TileSpec made = tile(kind, title, Proposed::tr("last hour"), grid, Aggregation::Count, kHourUs);
    made.bindings.first().groupBy = field;
    return made;
}

} // namespace

QList<TileSpec> proposedTiles()
{
    TileSpec rate = tile(TileKind::Kpi, Proposed::tr("Rate"), Proposed::tr("last 10 min"), {6, 0, 6, 4},
                         Aggregation::Rate, 10 * kMinuteUs);
    rate.bindings.first().ratePerUs = kMinuteUs;
    rate.format.unit = Proposed::tr("per min");
    TileSpec newest =
        tile(TileKind::Table, Proposed::tr("Newest events"), {}, {0, 13, 24, 8}, Aggregation::Count, kDayUs);
    newest.columns = {{Proposed::tr("Time"), u"receivedAt"_s, TableColumn::Format::Time},
                      {Proposed::tr("Source"), u"source"_s},
                      {Proposed::tr("Type"), u"type"_s},
                      {Proposed::tr("Delivery"), u"deliveryId"_s}};
    return {tile(TileKind::Kpi, Proposed::tr("Events"), Proposed::tr("last hour"), {0, 0, 6, 4}, Aggregation::Count,
                 kHourUs),
            rate,
            distinct(Proposed::tr("Event types"), u"type"_s, {12, 0, 6, 4}),
            distinct(Proposed::tr("Sources"), u"source"_s, {18, 0, 6, 4}),
            grouped(TileKind::TimeSeries, Proposed::tr("Events by type"), u"type"_s, {0, 4, 15, 9}),
            grouped(TileKind::Bar, Proposed::tr("Events by source"), u"source"_s, {15, 4, 9, 9}),
            newest};
}

} // namespace hookboard
