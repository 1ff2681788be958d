// Decimation: what a line of many points needs to look the same on a screen with fewer columns. Pure functions.
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>

namespace hookboard {

// `points` ascend in x. Returns at most two of them per pixel column (the lowest and the highest, in their order), so
// no peak is lost. `columnsPerUnit` is the pixel ratio of the device.
QList<QPointF> decimated(const QList<QPointF> &points, qreal columnsPerUnit = 1);

} // namespace hookboard
