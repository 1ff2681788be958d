// Icons: the line icons of :/hookboard/icons, drawn at any size, colour and pixel ratio with lines that stay 1.5 px.
// GUI thread; pictures are kept in QPixmapCache. A name without a file gives an empty picture.
#pragma once

#include <QtCore/QString>
#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

class QPainter;

namespace hookboard {

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

// Draws into `rect`, centred, at the painter's own pixel ratio.
void paintIcon(QPainter &painter, const QString &name, const QColor &colour, const QRectF &rect, int size = 16);

// Follows the application palette (normal, disabled), also when the scheme changes later.
QIcon icon(const QString &name);
// One fixed colour.
QIcon icon(const QString &name, const QColor &colour);

} // namespace hookboard
