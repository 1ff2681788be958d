// Words for values: how a tile shows a value for which somebody has chosen a word, and how bad that is. Pure.
#pragma once

#include "core/types/scalar.h"
#include "core/types/tilespec.h"
#include "ui/style/chip.h"

namespace hookboard {

// Null: nobody has a word for it. By the value's text; the first that fits.
const StateLook *lookOf(const QList<StateLook> &looks, const Scalar &value);
const StateLook *lookOf(const QList<StateLook> &looks, const QString &value);
QString wordOf(const StateLook &look);
ChipLook chipOf(const StateLook &look);

// The highest threshold that holds, of any severity. One that held before (`heldFrom`) holds on until its release.
std::optional<Threshold> thresholdHolding(const QList<Threshold> &thresholds, double value,
                                          std::optional<double> heldFrom);

} // namespace hookboard
