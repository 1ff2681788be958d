#include "ui/dashboard/chartpainter.h"

#include "ui/style/controlpainting.h"
#include "ui/style/tabulartext.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

constexpr qreal kHatchStep = 6;
constexpr qreal kAreaOpacity = 0.08;
constexpr int kAxisGap = 8;
constexpr int kTickLength = 4;
constexpr qreal kLabelledGap = 6; // narrower bands are told in the tooltip only
// Pieces with flat caps are many times faster than an antialiased polyline; this much overlap closes their corners.
constexpr qreal kCornerOverlap = 0.5;
// The edge of the tinted area lies under the line: coarser steps are not seen and fill faster.
constexpr qreal kAreaStepPx = 2;

// A dash pattern laid along a run, its phase kept across corners.
QList<QLineF> dashes(const LineRun &run, const QList<qreal> &pattern)
{
    QList<QLineF> pieces;
    qsizetype part = 0;
    qreal left = pattern.first();
    for (qsizetype i = 1; i < run.size(); ++i) {
        const QLineF segment(run[i - 1], run[i]);
        const qreal length = segment.length();
        qreal done = 0;
        while (done < length) {
            const qreal take = std::min(left, length - done);
            if (part % 2 == 0)
                pieces << QLineF(segment.pointAt(done / length), segment.pointAt((done + take) / length));
            done += take;
            left -= take;
            if (left <= 1e-9) {
                part = (part + 1) % pattern.size();
                left = pattern[part];
            }
        }
    }
    return pieces;
}

QList<QLineF> pieces(const LineRun &run)
{
    QList<QLineF> lines;
    lines.reserve(run.size());
    for (qsizetype i = 1; i < run.size(); ++i) {
        const QPointF step = run[i] - run[i - 1];
        const qreal length = std::hypot(step.x(), step.y());
        const QPointF overlap = length > 0 ? step * (kCornerOverlap / length) : QPointF();
        lines << QLineF(run[i - 1] - (i > 1 ? overlap : QPointF()),
                        run[i] + (i + 1 < run.size() ? overlap : QPointF()));
    }
    return lines;
}

// Means over steps of a few pixels; first and last point stay.
QPolygonF coarse(const LineRun &run)
{
    QPolygonF outline{run.first()};
    for (qsizetype i = 0; i < run.size();) {
        const qreal step = std::floor(run[i].x() / kAreaStepPx);
        QPointF sum;
        int count = 0;
        for (; i < run.size() && std::floor(run[i].x() / kAreaStepPx) == step; ++i, ++count)
            sum += run[i];
        outline << sum / count;
    }
    outline << run.last();
    return outline;
}

QPolygonF markerShape(Marker marker)
{
    switch (marker) {
    case Marker::Square:
        return QPolygonF({{-0.95, -0.95}, {0.95, -0.95}, {0.95, 0.95}, {-0.95, 0.95}});
    case Marker::TriangleUp:
        return QPolygonF({{0, -1.2}, {1.15, 0.9}, {-1.15, 0.9}});
    case Marker::TriangleDown:
        return QPolygonF({{0, 1.2}, {1.15, -0.9}, {-1.15, -0.9}});
    case Marker::Diamond:
        return QPolygonF({{0, -1.3}, {1.3, 0}, {0, 1.3}, {-1.3, 0}});
    case Marker::Plus:
        return QPolygonF({{-0.4, -1.2},
                          {0.4, -1.2},
                          {0.4, -0.4},
                          {1.2, -0.4},
                          {1.2, 0.4},
                          {0.4, 0.4},
                          {0.4, 1.2},
                          {-0.4, 1.2},
                          {-0.4, 0.4},
                          {-1.2, 0.4},
                          {-1.2, -0.4},
                          {-0.4, -0.4}});
    case Marker::Cross:
        return QPolygonF({{-0.7, -1.2},
                          {0, -0.5},
                          {0.7, -1.2},
                          {1.2, -0.7},
                          {0.5, 0},
                          {1.2, 0.7},
                          {0.7, 1.2},
                          {0, 0.5},
                          {-0.7, 1.2},
                          {-1.2, 0.7},
                          {-0.5, 0},
                          {-1.2, -0.7}});
    case Marker::Hexagon:
        return QPolygonF({{0.6, -1.05}, {1.2, 0}, {0.6, 1.05}, {-0.6, 1.05}, {-1.2, 0}, {-0.6, -1.05}});
    case Marker::Circle:
        break;
    }
    return {};
}

QRectF gapBand(const ChartGeometry &geometry, const Gap &gap)
{
    const qreal left = std::max(geometry.plot.left(), std::round(geometry.x(gap.fromUs)));
    const qreal right = std::min(geometry.plot.right(), std::max(left + 2, std::round(geometry.x(gap.toUs))));
    return {left, geometry.plot.top(), right - left, geometry.plot.height()};
}

} // namespace

void paintValueAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const ValueAxis &axis,
                    const QStringList &texts)
{
    const TabularText labels(theme.font(TypeRole::Caption));
    for (qsizetype i = 0; i < axis.ticks.size(); ++i) {
        const int y = qRound(geometry.y(axis.ticks[i]));
        const bool base = axis.ticks[i] == 0 || (i == 0 && !axis.startsAtZero());
        painter.fillRect(QRectF(geometry.plot.left(), y, geometry.plot.width(), 1),
                         theme.colour(base ? Colour::Axis : Colour::Grid));
        painter.setPen(theme.colour(Colour::AxisText));
        labels.draw(painter, QRectF(0, y - 8, geometry.plot.left() - kAxisGap, 16), Qt::AlignRight | Qt::AlignVCenter,
                    texts.value(i));
    }
}

void paintRightAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const ValueAxis &axis,
                    const QStringList &texts)
{
    const TabularText labels(theme.font(TypeRole::Caption));
    const qreal left = std::round(geometry.plot.right());
    painter.fillRect(QRectF(left, geometry.plot.top(), 1, geometry.plot.height()), theme.colour(Colour::Axis));
    for (qsizetype i = 0; i < axis.ticks.size(); ++i) {
        const int y = qRound(geometry.y(axis.ticks[i]));
        painter.fillRect(QRectF(left, y, kTickLength, 1), theme.colour(Colour::Axis));
        painter.setPen(theme.colour(Colour::AxisText));
        labels.draw(painter, QRectF(left + kAxisGap, y - 8, labels.advance(texts.value(i)) + 1, 16),
                    Qt::AlignLeft | Qt::AlignVCenter, texts.value(i));
    }
}

void paintTimeAxis(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const QList<TimeTick> &ticks)
{
    const TabularText labels(theme.font(TypeRole::Caption));
    const qreal top = std::round(geometry.plot.bottom()) + 1;
    for (const TimeTick &tick : ticks) {
        const qreal x = std::round(geometry.x(tick.timeUs));
        const qreal half = labels.advance(tick.label) / 2;
        painter.fillRect(QRectF(x, top, 1, kTickLength), theme.colour(Colour::Axis));
        if (x - half < geometry.plot.left() - 30 || x + half > geometry.plot.right() + 12)
            continue;
        painter.setPen(theme.colour(Colour::AxisText));
        labels.draw(painter, QRectF(x - half - 1, top + kTickLength, 2 * half + 2, 16),
                    Qt::AlignHCenter | Qt::AlignVCenter, tick.label);
    }
}

void paintHatch(QPainter &painter, const Theme &theme, const QRectF &rect)
{
    painter.save();
    painter.setClipRect(rect.toAlignedRect(), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::GapHatch), 1));
    const qreal step = kHatchStep * std::sqrt(2.0);
    QList<QLineF> lines;
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += step)
        lines << QLineF(x, rect.bottom(), x + rect.height(), rect.top());
    painter.drawLines(lines);
    painter.restore();
}

void paintGap(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const Gap &gap)
{
    const QRectF band = gapBand(geometry, gap);
    if (band.width() <= 0)
        return;
    painter.fillRect(band, theme.colour(Colour::Sunken));
    paintHatch(painter, theme, band);
    painter.fillRect(QRectF(band.left(), band.top(), 1, band.height()), theme.colour(Colour::GapHatch));
    painter.fillRect(QRectF(band.right() - 1, band.top(), 1, band.height()), theme.colour(Colour::GapHatch));
}

void paintGapLabel(QPainter &painter, const Theme &theme, const ChartGeometry &geometry, const Gap &gap,
                   const QString &label, qreal &freeFrom)
{
    const QRectF band = gapBand(geometry, gap);
    const TabularText text(theme.font(TypeRole::Caption));
    const qreal width = std::round(text.advance(label) + 20);
    if (band.width() < kLabelledGap || width > geometry.plot.width())
        return;
    const qreal x =
        std::round(std::clamp(band.center().x() - width / 2, geometry.plot.left(), geometry.plot.right() - width));
    if (x < freeFrom)
        return;
    freeFrom = x + width + 4;
    const QRectF box(x, geometry.plot.top() + 6, width, 20);
    controls::frame(painter, box, theme.metrics().radiusChip, theme.colour(Colour::Surface),
                    theme.colour(Colour::GapHatch));
    painter.setPen(theme.colour(Colour::AxisText));
    text.draw(painter, box, Qt::AlignCenter, label);
}

void paintArea(QPainter &painter, const QList<LineRun> &runs, const ChartGeometry &geometry, const QColor &colour)
{
    QColor fill = colour;
    fill.setAlphaF(float(kAreaOpacity));
    const qreal base = std::clamp(geometry.y(0), geometry.plot.top(), geometry.plot.bottom());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    for (const LineRun &run : runs) {
        if (run.size() < 2)
            continue;
        QPolygonF area = coarse(run);
        area << QPointF(run.last().x(), base) << QPointF(run.first().x(), base);
        painter.drawPolygon(area);
    }
    painter.restore();
}

void paintBand(QPainter &painter, const LineRun &top, const LineRun &base, const QColor &fill)
{
    QPolygonF outline(top);
    for (auto it = base.crbegin(); it != base.crend(); ++it)
        outline << *it;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(outline);
    painter.restore();
}

void paintLine(QPainter &painter, const QList<LineRun> &runs, const SeriesLook &look, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.colour, width, Qt::SolidLine, Qt::FlatCap));
    for (const LineRun &run : runs) {
        if (run.size() == 1)
            painter.drawEllipse(run.first(), width / 4, width / 4);
        else
            painter.drawLines(look.dash.isEmpty() ? pieces(run) : dashes(run, look.dash));
    }
    painter.restore();
}

void paintMarker(QPainter &painter, const Theme &theme, const QPointF &centre, const SeriesLook &look, qreal radius,
                 bool hollow)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hollow ? QPen(look.colour, 1.5) : QPen(theme.colour(Colour::Surface), 1));
    painter.setBrush(hollow ? theme.colour(Colour::Surface) : look.colour);
    painter.translate(centre);
    QPolygonF shape = markerShape(look.marker);
    if (shape.isEmpty()) {
        painter.drawEllipse(QPointF(), radius, radius);
    } else {
        for (QPointF &point : shape)
            point *= radius;
        painter.drawPolygon(shape);
    }
    painter.restore();
}

void paintSwatch(QPainter &painter, const QRectF &rect, const SeriesLook &look, const QColor &edge)
{
    controls::frame(painter, rect, 2, look.hollow ? QColor(Qt::transparent) : look.colour,
                    look.hollow ? edge : QColor(Qt::transparent), 1.5);
}

} // namespace hookboard
