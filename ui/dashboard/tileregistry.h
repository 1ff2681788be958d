// The kinds of tiles that exist: one line each in tileregistry.cpp. Whoever makes, lists or names a kind asks here.
#pragma once

#include "core/types/tilespec.h"
#include "ui/style/theme.h"

#include <QtCore/QList>

class QWidget;

namespace hookboard {

class Tile;

struct TileKindInfo
{
    TileKind kind;
    QString iconName;
    QString word;    // "Number"
    QString purpose; // "one value with trend"
    QSize size;      // of a new tile, in grid cells
    Tile *(*make)(const TileSpec &, const Theme &, QWidget *parent);
};

QList<TileKindInfo> tileKinds();
TileKindInfo tileKindInfo(TileKind kind);
Tile *makeTile(const TileSpec &spec, const Theme &theme, QWidget *parent);

} // namespace hookboard
