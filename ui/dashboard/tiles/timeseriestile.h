// TimeSeriesTile: values over time as lines, steps, areas, points or stems, with gaps, a running bucket, a legend,
// marks and reference lines, and a crosshair that tells all values of a bucket. The crosshair follows the mouse, the
// arrow keys, and other tiles of the same span. Dragging and the wheel look closer; the picture is painted anew only
// then, and the crosshair and the frame being drawn lie over it.
#pragma once

#include "ui/dashboard/seriescolours.h"
#include "ui/dashboard/seriesplot.h"
#include "ui/dashboard/tile.h"
#include "ui/dashboard/tiles/serieslegend.h"

#include <QtCore/QTimer>

class QPushButton;

namespace hookboard {

class TimeSeriesTile : public Tile
{
    Q_OBJECT
public:
    TimeSeriesTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

    QString valueText() const override;
    // 0 = none. Ignored when the time lies outside of what this tile shows.
    void setCrosshair(qint64 timeUs, bool withTooltip);
    qint64 crosshair() const { return m_crosshairUs; } // start of the bucket; 0 = none

    // A closer look: part of the window, and perhaps of the values.
    struct View
    {
        qint64 fromUs = 0;
        qint64 toUs = 0;
        std::optional<std::pair<double, double>> left;
        std::optional<std::pair<double, double>> right;
    };
    const std::optional<View> &view() const { return m_view; } // absent = all of it
    void resetView();
    ChartGeometry chart(AxisSide side = AxisSide::Left) const { return geometry(bodyRect(), side); }
    const SeriesLegend &legend() const { return m_legend; }
    QStringList shownLabels() const; // of the series that are not switched off

signals:
    void crosshairMoved(qint64 timeUs); // 0 = gone

protected:
    void prepare() override;
    void layoutBody(const QRect &body, bool visible) override;
    void paintBody(QPainter &painter, const QRect &body) override;
    void paintOverlay(QPainter &painter, const QRect &body) override;
    QString tooltipAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAt(const QPoint &position) const override;
    std::optional<NamedOrigin> originAtFocus() const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Axis
    {
        ValueAxis axis;
        QStringList texts;
    };
    static constexpr int kNearPx = 14;  // of a line, for a click on it
    static constexpr int kFlatBox = 24; // a lower frame chooses times only
    enum class Drag { None, Pressed, Box, Pan };

    // timeseriestile.cpp: what is shown
    bool fromZero() const;
    bool isHidden(const Series &series) const;
    QList<Gap> shownGaps() const;
    std::pair<qint64, qint64> shownSpan() const;
    QStringList legendColumns(SeriesLegend::Place place) const;
    LegendEntry legendEntry(qsizetype index, SeriesLegend::Place place) const;
    void prepareLegend();
    void prepareAxes(qreal height);
    Axis axisOf(AxisSide side, qreal height) const;
    void keepViewInside();
    ChartGeometry geometry(const QRect &body, AxisSide side = AxisSide::Left) const;
    SeriesLook look(const Series &series) const;
    QString lastValue(const Series &series) const;
    QString valueOf(double value) const;

    // timeseriespainting.cpp
    void paintChart(QPainter &painter, const QRect &body) const;
    void paintSeries(QPainter &painter, const QRect &body) const;
    void paintReferences(QPainter &painter, const ChartGeometry &geometry) const;
    void paintMarks(QPainter &painter, const ChartGeometry &geometry) const;
    void paintFoot(QPainter &painter, const ChartGeometry &geometry) const;
    qreal runningX(const ChartGeometry &geometry) const; // infinite = none is shown
    void paintRunning(QPainter &painter, const QRect &body) const;

    // timeseriesoverlay.cpp
    struct TooltipRow
    {
        SeriesLook look;
        QString label;
        double value = 0;
        double share = -1; // of its bucket; negative = not shown
    };
    QList<TooltipRow> tooltipRows(qint64 bucket) const;
    QString bucketTitle(qint64 bucket) const;
    bool adds() const;
    void paintBox(QPainter &painter, const ChartGeometry &geometry) const;
    void paintTooltip(QPainter &painter, const ChartGeometry &geometry, const QRect &body, qint64 bucket) const;

    // timeseriesinput.cpp
    qint64 bucketAt(qint64 timeUs) const;
    const Series *seriesNear(qint64 bucket, qreal y) const;
    void click(const QPoint &position);
    void moveCrosshair(qint64 timeUs);
    void setView(const View &view);
    void zoomTime(double factor, qint64 aroundUs);
    void pan(double share);
    void panTo(const QPointF &position);
    void zoomToBox();
    void solo(qsizetype entry);
    void toggle(qsizetype entry);
    void legendChanged();
    bool legendKey(QKeyEvent *event);
    bool viewKey(QKeyEvent *event);

    SeriesColours m_colours;
    QList<PlottedSeries> m_plot;
    Axis m_left;
    Axis m_right;
    bool m_hasRight = false;
    QList<TimeTick> m_ticks;
    QRectF m_area; // relative to the body rect it was made for
    SeriesLegend m_legend;
    qsizetype m_legendFocus = -1;
    QSet<QString> m_hiddenKeys; // switched off in the legend
    qint64 m_crosshairUs = 0;
    bool m_tooltip = false;
    std::optional<View> m_view;
    std::optional<View> m_viewBefore; // when a drag began
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    QPointF m_dragTo;
    QPushButton *m_reset = nullptr;
    QTimer m_clickLater; // in a closer look a second click would mean all of it again
    QPoint m_clicked;
};

} // namespace hookboard
