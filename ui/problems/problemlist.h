// Problem list: what is broken now, from facts alone: listener, journal, secrets, sources, quarantine, tiles, files.
// Each names the way to its cure. Pure, so that each sentence has a test.
#pragma once

#include "core/types/health.h"
#include "core/types/tilestate.h"
#include "ui/style/designtokens.h"

#include <QtCore/QString>

namespace hookboard {

enum class Cure { FreePort, Sources, EditSource, SecretsAgain, Quarantine, Settings, Tile, FixTile, BoardsFolder };

struct Problem
{
    QString key; // stable while it lasts
    Tone tone = Tone::Error;
    QString icon;
    QString title;    // may hold text of payloads or files
    QString sentence; // since when, what it means
    Cure cure = Cure::Sources;
    QString cureText;
    QString subject; // source or board
    QString tile;
    friend bool operator==(const Problem &, const Problem &) = default;
};

// A tile that wants attention, and what it says about itself.
struct TroubledTile
{
    QString boardId;
    QString board;
    QString tileId;
    QString tile;
    TileState state = TileState::Error;
    QString sentence;
};

// Worst first. `unreadable`: sentences about board files that could not be read.
QList<Problem> problemsNow(const Health &health, qint64 nowUs, const QList<TroubledTile> &tiles,
                           const QStringList &unreadable);

} // namespace hookboard
