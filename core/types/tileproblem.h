// TileProblem: what keeps a tile from being computed as it is written, and at which place of which text. A plain value.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace hookboard {

struct TileProblem
{
    // Share: the filter of a ratio. Pairing: its key (position), or a type. Steps, GroupSteps: pattern or path of `step`.
    enum class Part { Filter, Value, GroupBy, Time, Column, Each, Share, Pairing, Steps, GroupSteps, Annotations };
    Part part = Part::Value;
    qsizetype index = 0;     // of the binding; for Column of the column
    qsizetype position = -1; // offset of the offending character in that text, UTF-16 units; -1 = the text as a whole
    QString message;
    qsizetype step = -1; // of Steps and GroupSteps
    friend bool operator==(const TileProblem &, const TileProblem &) = default;
};

} // namespace hookboard
