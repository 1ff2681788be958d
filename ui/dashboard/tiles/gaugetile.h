// GaugeTile: one value on a scale, as an arc or as a bar: bands of its thresholds outside, a tick at the target. Falls
// back from the arc to the bar, and from that to the number alone, where there is no room.
#pragma once

#include "ui/dashboard/tile.h"
#include "ui/style/numberformat.h"

namespace hookboard {

struct GaugeScale
{
    double low = 0;
    double high = 1;
    double share(double value) const; // 0 to 1, values beyond the ends at the ends
    friend bool operator==(const GaugeScale &, const GaugeScale &) = default;
};

// What the options leave open: from zero (or a round number below the value) to a round number that holds value, target
// and thresholds.
GaugeScale gaugeScale(const TileSpec &spec, std::optional<double> value);

class GaugeTile : public Tile
{
    Q_OBJECT
public:
    GaugeTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;
    const GaugeScale &scale() const { return m_scale; }

protected:
    void prepare() override;
    void paintBody(QPainter &painter, const QRect &body) override;
    QString tooltipAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAt(const QPoint &position) const override;
    ChipLook ownChip() const override;

private:
    struct Band
    {
        double from = 0; // shares of the scale
        double to = 0;
        QColor colour;
    };
    struct Fitted
    {
        QString text;
        int step = 0; // 0 = does not fit
    };

    std::optional<double> value() const;
    NumberText number() const;
    Fitted fitted(qreal width, qreal height) const;
    QColor valueColour() const;
    QList<Band> bands() const;
    QString endText(double end) const;
    QString targetText() const;
    qreal arcRadius(const QRect &body) const;
    void paintArc(QPainter &painter, const QRect &body, qreal radius) const;
    void paintArcTexts(QPainter &painter, const QPointF &centre, qreal radius, qreal thickness) const;
    void paintLinear(QPainter &painter, const QRect &body) const;
    void paintBar(QPainter &painter, const QRect &bar) const;

    GaugeScale m_scale;
    bool m_scaled = false; // m_scale is of a value, and is kept while it still suits
};

} // namespace hookboard
