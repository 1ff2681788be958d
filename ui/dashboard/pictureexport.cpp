#include "ui/dashboard/pictureexport.h"

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QSaveFile>
#include <QtGui/QImage>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtPrintSupport/QPrinter>
#include <QtSvg/QSvgGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kPdfDpi = 96; // one point of the writer is one device-independent pixel

void toPng(QBuffer &buffer, const Picture &picture, qreal ratio)
{
    QImage image(picture.size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    image.save(&buffer, "PNG");
}

void toPdf(QBuffer &buffer, const Picture &picture)
{
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDpi);
    writer.setTitle(picture.title);
    writer.setPageSize(QPageSize(QSizeF(picture.size) * 72.0 / kPdfDpi, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    picture.paint(painter);
}

void toSvg(QBuffer &buffer, const Picture &picture)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture.size);
    generator.setViewBox(QRect(QPoint(), picture.size));
    // Not every Qt escapes it.
    QString title = picture.title;
    for (const QChar markup : u"<>&"_s)
        title.replace(markup, u' ');
    generator.setTitle(title);
    QPainter painter(&generator);
    picture.paint(painter);
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString &fileName)
{
    if (fileName.endsWith(".png"_L1, Qt::CaseInsensitive))
        return PictureFormat::Png;
    if (fileName.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return PictureFormat::Svg;
    if (fileName.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return PictureFormat::Pdf;
    return std::nullopt;
}

QByteArray pictureBytes(const Picture &picture, PictureFormat format, qreal pixelRatio)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PictureFormat::Png:
        toPng(buffer, picture, pixelRatio);
        break;
    case PictureFormat::Svg:
        toSvg(buffer, picture);
        break;
    case PictureFormat::Pdf:
        toPdf(buffer, picture);
        break;
    }
    return bytes;
}

void printPicture(const Picture &picture, QPrinter &printer)
{
    printer.setDocName(picture.title);
    if (picture.size.width() > picture.size.height())
        printer.setPageOrientation(QPageLayout::Landscape);
    QPainter painter(&printer);
    const QRectF page(QPointF(), printer.pageRect(QPrinter::DevicePixel).size());
    const qreal scale = std::min(page.width() / picture.size.width(), page.height() / picture.size.height());
    painter.translate((page.width() - scale * picture.size.width()) / 2, 0);
    painter.scale(scale, scale);
    picture.paint(painter);
}

Status writeWholeFile(const QString &fileName, const QByteArray &bytes)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return {ErrorCode::Io,
                QCoreApplication::translate("Render", "%1 cannot be written: %2").arg(fileName, file.errorString())};
    return Done();
}

} // namespace hookboard
