// What the command palette of the window finds: boards, tiles, sources, event types, and every action that can be done
// now. GUI thread.
#pragma once

#include "core/types/tilespec.h"
#include "ui/palette/commandpalette.h"

class QAction;

namespace hookboard {

// How to get there.
struct PaletteWays
{
    std::function<void(const QString &boardId)> board;
    std::function<void(const QString &boardId, const QString &tileId)> tile;
    std::function<void(const QString &source)> source;
    std::function<void(const QString &type)> type;
};

QList<PaletteEntry> boardEntries(const QList<BoardSpec> &boards, const PaletteWays &ways);
QList<PaletteEntry> sourceEntries(const QStringList &sources, const PaletteWays &ways);
QList<PaletteEntry> typeEntries(const QStringList &types, const PaletteWays &ways);
// Those that are enabled; the actions outlive the palette.
QList<PaletteEntry> actionEntries(const QList<QAction *> &actions);

} // namespace hookboard
