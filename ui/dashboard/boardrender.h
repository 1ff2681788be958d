// Board rendering without a window: to a picture, PDF or SVG. Needs a QApplication (offscreen is enough). GUI thread.
#pragma once

#include "core/types/result.h"
#include "core/types/tilesnapshot.h"
#include "core/types/tilestate.h"
#include "ui/dashboard/pictureexport.h"
#include "ui/dashboard/tile.h"
#include "ui/style/theme.h"

#include <QtCore/QHash>
#include <QtCore/QLocale>
#include <QtCore/QSize>
#include <QtGui/QImage>

class QPainter;

namespace hookboard {

struct BoardPicture
{
    BoardSpec board;
    QHash<QString, TileSnapshot> snapshots; // missing tiles are drawn waiting
    TileContext context;
    Theme theme;
    QLocale locale;
    AddressOf addressOf;   // for tiles that wait; may be empty
    QSize size{1600, 900}; // device-independent pixels
};

// 1 where the whole board fits the size; else as much smaller as it is drawn, so that nothing is cut off.
qreal boardScale(const BoardPicture &picture);
Picture pictureOf(const BoardPicture &picture);
void paintBoard(QPainter &painter, const BoardPicture &picture);
QImage renderBoard(const BoardPicture &picture, qreal devicePixelRatio = 1);
// By the ending of the name: .png (at the ratio), .pdf, .svg. Written whole or not at all.
Status renderBoardTo(const QString &fileName, const BoardPicture &picture, qreal devicePixelRatio = 1);

} // namespace hookboard
