#include "ui/dashboard/chartgeometry.h"

#include <algorithm>
#include <cmath>

namespace hookboard {

namespace {

constexpr qreal kBelowPx = 1000;
// Painters walk every line of pixels that a polygon covers, also outside of the picture.
constexpr qreal kReachPx = 1000;
constexpr qreal kFarthestPx = 1e12;

qreal exactY(const ChartGeometry &geometry, double value)
{
    if (geometry.logarithmic && value <= 0)
        return geometry.plot.bottom() + kBelowPx;
    // Halves, and differences of logarithms: the span of two large numbers need not be one.
    const auto place = [&](double number) { return geometry.logarithmic ? std::log10(number) : number / 2; };
    const double low = place(geometry.low);
    const double span = place(geometry.high) - low;
    const double share = span > 0 ? (place(value) - low) / span : 0.5;
    return std::clamp(geometry.plot.bottom() - geometry.plot.height() * share, -kFarthestPx, kFarthestPx);
}

qreal inReach(const QRectF &plot, qreal y)
{
    return std::clamp(y, plot.top() - kReachPx, plot.bottom() + kReachPx);
}

// Makes the runs of one line, point by point, and keeps the lowest and the highest of each pixel column.
class RunBuilder
{
public:
    RunBuilder(const ChartGeometry &geometry, qreal pixelRatio)
        : m_geometry(geometry)
        , m_columns(geometry.plot.width() * pixelRatio / double(std::max<qint64>(1, geometry.toUs - geometry.fromUs)))
    {}

    void add(qint64 timeUs, double value)
    {
        if (m_any && timeUs < m_columnEndUs) {
            if (value < m_low.value)
                m_low = {timeUs, value};
            if (value > m_high.value)
                m_high = {timeUs, value};
            return;
        }
        flush();
        m_low = m_high = {timeUs, value};
        m_any = true;
        const double column = std::floor(double(timeUs - m_geometry.fromUs) * m_columns);
        m_columnEndUs = m_geometry.fromUs + qint64(std::ceil((column + 1) / m_columns));
    }
    void finish()
    {
        flush();
        if (!m_run.isEmpty())
            m_runs << std::exchange(m_run, {});
    }
    bool isInRun() const { return m_any || !m_run.isEmpty(); }
    QList<LineRun> take() { return std::move(m_runs); }

private:
    void put(const Point &point)
    {
        const QPointF exact(m_geometry.x(point.timeUs), exactY(m_geometry, point.value));
        if (!m_run.isEmpty())
            leaveReach(m_exact, exact);
        m_run << QPointF(exact.x(), inReach(m_geometry.plot, exact.y()));
        m_exact = exact;
    }
    // A line that leaves the reach keeps its slope up to there.
    void leaveReach(const QPointF &from, const QPointF &to)
    {
        QList<QPointF> crossings;
        for (const qreal limit : {m_geometry.plot.top() - kReachPx, m_geometry.plot.bottom() + kReachPx}) {
            if ((from.y() < limit) != (to.y() < limit)) {
                const qreal share = (limit - from.y()) / (to.y() - from.y());
                crossings << QPointF(from.x() + share * (to.x() - from.x()), limit);
            }
        }
        if (from.y() > to.y())
            std::reverse(crossings.begin(), crossings.end());
        m_run << crossings;
    }
    void flush()
    {
        if (!m_any)
            return;
        const bool lowFirst = m_low.timeUs <= m_high.timeUs;
        put(lowFirst ? m_low : m_high);
        if (m_low.timeUs != m_high.timeUs)
            put(lowFirst ? m_high : m_low);
        m_any = false;
    }

    const ChartGeometry &m_geometry;
    const double m_columns; // for each microsecond
    QList<LineRun> m_runs;
    LineRun m_run;
    QPointF m_exact; // of its last point
    Point m_low;
    Point m_high;
    qint64 m_columnEndUs = 0;
    bool m_any = false;
};

} // namespace

qreal ChartGeometry::x(qint64 timeUs) const
{
    return plot.left() + plot.width() * (double(timeUs - fromUs) / double(std::max<qint64>(1, toUs - fromUs)));
}

qreal ChartGeometry::y(double value) const
{
    return inReach(plot, exactY(*this, value));
}

double ChartGeometry::valueAt(qreal y) const
{
    const double share = (plot.bottom() - y) / std::max(1.0, plot.height());
    return logarithmic ? low * std::pow(high / low, share) : low + (high - low) * share;
}

qint64 ChartGeometry::timeAt(qreal x) const
{
    return fromUs + qint64((x - plot.left()) / std::max(1.0, plot.width()) * double(toUs - fromUs));
}

qint64 bucketMiddle(qint64 startUs, qint64 bucketUs)
{
    return startUs + bucketUs / 2;
}

bool insideGap(qint64 startUs, qint64 bucketUs, const QList<Gap> &gaps)
{
    return std::any_of(gaps.begin(), gaps.end(), [=](const Gap &gap) {
        return gap.fromUs <= startUs && gap.toUs >= startUs + std::max<qint64>(1, bucketUs);
    });
}

std::pair<qsizetype, qsizetype> shownPoints(const QList<Point> &points, qint64 bucketUs, const ChartGeometry &geometry)
{
    const auto before = [](const Point &point, qint64 time) { return point.timeUs < time; };
    auto from = std::lower_bound(points.begin(), points.end(), geometry.fromUs - bucketUs, before);
    auto to = std::lower_bound(from, points.end(), geometry.toUs, before);
    if (from != points.begin())
        --from;
    if (to != points.end())
        ++to;
    return {from - points.begin(), to - points.begin()};
}

QList<LineRun> lineRuns(const QList<Point> &points, const TileSnapshot &snapshot, const QList<Gap> &gaps,
                        const ChartGeometry &geometry, qreal pixelRatio, HoleStyle holes)
{
    const auto [from, to] = shownPoints(points, snapshot.bucketUs, geometry);
    const qint64 bucketUs = std::max<qint64>(1, snapshot.bucketUs);
    RunBuilder builder(geometry, pixelRatio);
    auto gap = gaps.begin();
    qint64 before = 0;
    for (qsizetype i = from; i < to; ++i) {
        const Point &point = points[i];
        const bool hole = !std::isfinite(point.value) || (geometry.logarithmic && point.value <= 0);
        // A bucket that reaches over the edge of the window is drawn at the edge.
        qint64 middle = bucketMiddle(point.timeUs, snapshot.bucketUs);
        if (snapshot.windowFromUs < snapshot.windowToUs)
            middle = std::clamp(middle, snapshot.windowFromUs, snapshot.windowToUs);
        while (gap != gaps.end() && gap->toUs <= (builder.isInRun() ? before : point.timeUs))
            ++gap;
        bool covered = false;
        for (auto one = gap; one != gaps.end() && one->fromUs <= point.timeUs; ++one)
            covered = covered || one->toUs >= point.timeUs + bucketUs;
        const bool crossed = builder.isInRun() && gap != gaps.end() && gap->fromUs < middle && gap->toUs > before;
        if (crossed || covered || (hole && holes == HoleStyle::Break))
            builder.finish();
        if (hole || covered || point.timeUs == snapshot.runningBucketUs)
            continue;
        builder.add(middle, point.value);
        before = middle;
    }
    builder.finish();
    return builder.take();
}

} // namespace hookboard
