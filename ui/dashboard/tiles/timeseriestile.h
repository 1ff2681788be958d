// TimeSeriesTile: lines over time with gaps, a running bucket, a legend, and a crosshair that tells all values of a
// bucket. The crosshair follows the mouse, the arrow keys, and other tiles of the same span.
#pragma once

#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/tile.h"

namespace hookboard {

class TimeSeriesTile : public Tile
{
    Q_OBJECT
public:
    TimeSeriesTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;
    // 0 = none. Ignored when the time lies outside this tile's window.
    void setCrosshair(qint64 timeUs, bool withTooltip);

signals:
    void crosshairMoved(qint64 timeUs); // 0 = gone

protected:
    void prepare() override;
    void paintBody(QPainter &painter, const QRect &body) override;
    void paintOverlay(QPainter &painter, const QRect &body) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct LegendItem
    {
        qsizetype series = 0;
        QRectF rect;
    };

    bool fromZero() const;
    bool isHidden(const Series &series) const;
    quint64 hiddenGroups() const;
    QList<Gap> shownGaps() const;
    ChartGeometry geometry(const QRect &body) const;
    SeriesLook look(const Series &series) const;
    void paintSeries(QPainter &painter, const ChartGeometry &geometry) const;
    qreal runningX(const ChartGeometry &geometry) const; // infinite = none is shown
    void paintRunning(QPainter &painter, const ChartGeometry &geometry) const;
    void paintLegend(QPainter &painter, const QRect &rect);
    void paintTooltip(QPainter &painter, const ChartGeometry &geometry, const QRect &body, qint64 bucket) const;
    QString lastValue(const Series &series) const;
    qint64 bucketAt(qint64 timeUs) const;
    void moveCrosshair(qint64 timeUs);

    SeriesColours m_colours;
    ValueAxis m_axis;
    QStringList m_axisTexts;
    QList<TimeTick> m_ticks;
    QRectF m_plot; // relative to the body rect it was made for
    QList<LegendItem> m_legend;
    QSet<QString> m_hiddenKeys; // switched off in the legend
    qint64 m_crosshairUs = 0;
    bool m_tooltip = false;
};

} // namespace hookboard
