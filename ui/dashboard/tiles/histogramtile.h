// HistogramTile: how often which values occur: bars over a value axis, percentiles as marks. The wider bars at the
// ends, which hold what lies far away, stand apart and hollow.
#pragma once

#include "ui/dashboard/chartpainter.h"
#include "ui/dashboard/tile.h"

#include <utility>

namespace hookboard {

class HistogramTile : public Tile
{
    Q_OBJECT
public:
    HistogramTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;

protected:
    void prepare() override;
    void paintBody(QPainter &painter, const QRect &body) override;
    QString tooltipAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAt(const QPoint &position) const override;

private:
    struct Tick
    {
        double value = 0;
        QString text;
    };

    bool isLogarithmic() const;
    bool isTail(qsizetype bin) const;
    void placeBars(const QRectF &plot);
    void chooseTicks();
    std::pair<double, double> domain() const;
    double position(double value) const; // on the axis: the value or its logarithm
    qreal x(double value) const;         // relative to the body, inside the bars that are no tails
    QString text(double value) const;
    QString rangeText(const Bin &bin) const;
    qsizetype binAt(const QPoint &position) const; // -1 = none
    void paintBars(QPainter &painter, const ChartGeometry &chart, const QRect &body) const;
    void paintTicks(QPainter &painter, const ChartGeometry &chart, const QRect &body) const;
    void paintMarkers(QPainter &painter, const ChartGeometry &chart, const QRect &body) const;

    // Relative to the body they were made for.
    QRectF m_plot;
    QRectF m_middle;       // without the tails
    QList<QRectF> m_slots; // of each bin, as wide as the bar and as high as the plot
    ValueAxis m_axis;
    QStringList m_axisTexts;
    QList<Tick> m_ticks;
};

} // namespace hookboard
