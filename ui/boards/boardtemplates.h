// Board templates: what a new board can start from, and how a board from elsewhere gets to know the sources of this
// profile. Pure but for reading the embedded examples.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace hookboard {

struct BoardTemplate
{
    QString key; // stable, for tests and window state
    QString word;
    QString purpose;
    BoardSpec board; // without an id
};

// Empty, proposed tiles, then the example boards of providers by name.
QList<BoardTemplate> boardTemplates();

// Names that tiles of the board ask for and that are not known, in reading order.
QStringList unknownSources(const BoardSpec &board, const QStringList &known);
// With other names of sources; an empty one means any source. What is not in the list stays.
BoardSpec rebound(const BoardSpec &board, const QHash<QString, QString> &names);

// "2 tiles more, 3 moved, title changed": what `then` has that `now` has not. Empty = the same.
QString boardDifference(const BoardSpec &then, const BoardSpec &now);

} // namespace hookboard
