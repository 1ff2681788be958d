// What can be chosen for each kind of tile beside its bindings, as data: how an option is called, which control fits it,
// and how it is read from a tile and written into one. A new option is one entry here. Pure values; any thread.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QVariant>

#include <functional>
#include <utility>

namespace hookboard {

struct TileOption
{
    enum class Control {
        Choice, // QVariant(int), one of `choices`
        Toggle, // QVariant(bool)
        Whole,  // QVariant(int) from `least` to `most`
        Number, // QVariant(double), or an invalid one for "by the data"
        Text,   // QVariant(QString)
    };

    QString name; // of its control, for tests and accessibility tools
    QString label;
    Control control = Control::Toggle;
    std::function<QVariant(const TileSpec &)> read;
    // False: the value cannot be used, and the tile stays as it is.
    std::function<bool(TileSpec &, const QVariant &)> write;
    QList<std::pair<QString, int>> choices;
    int least = 0;
    int most = 0;
    QString none;    // what stands in an empty field, or for the least of a whole number
    QString problem; // what to write instead when a text cannot be used
};

// In the order in which they stand under one another.
QList<TileOption> tileOptions(TileKind kind);

} // namespace hookboard
