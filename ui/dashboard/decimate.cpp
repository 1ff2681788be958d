#include "ui/dashboard/decimate.h"

#include <cmath>

namespace hookboard {

QList<QPointF> decimated(const QList<QPointF> &points, qreal columnsPerUnit)
{
    if (points.size() <= 2)
        return points;
    QList<QPointF> out;
    qsizetype i = 0;
    while (i < points.size()) {
        const qreal column = std::floor(points[i].x() * columnsPerUnit);
        qsizetype low = i;
        qsizetype high = i;
        for (; i < points.size() && std::floor(points[i].x() * columnsPerUnit) == column; ++i) {
            if (points[i].y() < points[low].y())
                low = i;
            if (points[i].y() > points[high].y())
                high = i;
        }
        out << points[std::min(low, high)];
        if (low != high)
            out << points[std::max(low, high)];
    }
    return out;
}

} // namespace hookboard
