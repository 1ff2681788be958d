// Pictures of anything that can be painted, as the bytes of a file, and printing it. GUI thread, as painting is.
#pragma once

#include "core/types/result.h"

#include <QtCore/QSize>
#include <QtCore/QString>

#include <functional>

class QPainter;
class QPrinter;

namespace hookboard {

struct Picture
{
    QString title;
    QSize size; // device-independent pixels
    std::function<void(QPainter &)> paint;
};

enum class PictureFormat { Png, Svg, Pdf };

// By the ending of a name; nullopt for others.
std::optional<PictureFormat> pictureFormatOf(const QString &fileName);
QByteArray pictureBytes(const Picture &picture, PictureFormat format, qreal pixelRatio);
// As large as fits on the page, in the middle of its width, lying when that is larger.
void printPicture(const Picture &picture, QPrinter &printer);
// Written whole or not at all.
Status writeWholeFile(const QString &fileName, const QByteArray &bytes);

} // namespace hookboard
