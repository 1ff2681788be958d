// DonutTile: shares of a whole: a ring, the total in its hole, and a legend with the values. "Other" is hollow and
// last. Groups without a positive value have no slice; the legend still tells them.
#pragma once

#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/tile.h"

namespace hookboard {

class DonutTile : public Tile
{
    Q_OBJECT
public:
    DonutTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;

protected:
    void prepare() override;
    void paintBody(QPainter &painter, const QRect &body) override;
    QString tooltipAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAt(const QPoint &position) const override;
    ChipLook ownChip() const override;

private:
    struct Layout
    {
        QRectF ring;  // outer edge; empty = no room
        QRect legend; // empty = none
        int row = 1;  // height of a line of the legend
        int rows = 0; // of the legend; one of them tells what is missing when there are more groups
    };

    Layout layoutFor(const QRect &body) const;
    qsizetype slices() const; // without "Other"
    bool addsUp() const;      // shares mean something
    double whole() const;     // sum of what has a slice
    double share(const Series &series) const;
    QString label(const Series &series) const;
    QString value(const Series &series) const;  // as formatted
    QString figure(const Series &series) const; // what the legend shows
    void paintRing(QPainter &painter, const QRectF &ring) const;
    void paintCentre(QPainter &painter, const QRectF &hole) const;
    void paintLegend(QPainter &painter, const Layout &layout) const;
    qsizetype seriesAt(const QPointF &position) const; // -1 = none

    SeriesColours m_colours;
};

} // namespace hookboard
