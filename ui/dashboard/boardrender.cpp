#include "ui/dashboard/boardrender.h"

#include "ui/dashboard/boardlayout.h"
#include "ui/dashboard/tile.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/dashboard/tiles/kpitile.h"
#include "ui/style/hookboardstyle.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <cmath>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

QString plainTitle(const BoardPicture &picture)
{
    return picture.board.title.isEmpty() ? picture.board.id : picture.board.title;
}

// Children inherit neither style nor palette from a widget without a window.
void applyStyle(QWidget &root, HookboardStyle &style, const QPalette &palette)
{
    const QList<QWidget *> all = QList<QWidget *>{&root} + root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        widget->setStyle(&style);
        widget->setPalette(palette);
    }
    const auto bars = root.findChildren<QScrollBar *>();
    for (QScrollBar *bar : bars)
        bar->hide();
}

void shareSteps(const std::vector<std::unique_ptr<Tile>> &tiles, const BoardLayout &layout)
{
    for (size_t i = 0; i < tiles.size(); ++i) {
        auto *number = qobject_cast<KpiTile *>(tiles[i].get());
        if (!number)
            continue;
        int smallest = number->ownStep();
        for (size_t k = 0; k < tiles.size(); ++k) {
            const auto *other = qobject_cast<KpiTile *>(tiles[k].get());
            const QRect &own = layout.cells[qsizetype(i)];
            const QRect &cell = layout.cells[qsizetype(k)];
            if (other && other->snapshot().value && cell.top() == own.top() && cell.height() == own.height())
                smallest = std::min(smallest, other->ownStep());
        }
        number->setStepLimit(smallest);
    }
}

// The room of the picture's shape that takes the whole board. A wider one may have more columns, so its height is
// asked for again.
QSize roomFor(const BoardPicture &picture)
{
    constexpr int kMostSteps = 16;
    QSize room = picture.size;
    for (int step = 0; step < kMostSteps; ++step) {
        const int height = layoutBoard(picture.board.tiles, room, picture.theme.metrics()).contentHeight;
        if (height <= room.height())
            break;
        room = QSize(int(std::ceil(qreal(picture.size.width()) * height / picture.size.height())), height);
    }
    return room;
}

} // namespace

qreal boardScale(const BoardPicture &picture)
{
    return picture.size.isEmpty() ? 1 : qreal(picture.size.width()) / roomFor(picture).width();
}

void paintBoard(QPainter &painter, const BoardPicture &picture)
{
    painter.fillRect(QRect(QPoint(), picture.size), picture.theme.colour(Colour::Canvas));
    const QSize room = roomFor(picture);
    painter.scale(boardScale(picture), boardScale(picture));
    const BoardLayout layout = layoutBoard(picture.board.tiles, room, picture.theme.metrics());
    HookboardStyle style(picture.theme);
    std::vector<std::unique_ptr<Tile>> tiles;
    for (qsizetype i = 0; i < picture.board.tiles.size(); ++i) {
        const TileSpec &spec = picture.board.tiles[i];
        auto tile = std::unique_ptr<Tile>(makeTile(spec, picture.theme, nullptr));
        applyStyle(*tile, style, picture.theme.palette());
        tile->setLocale(picture.locale);
        tile->resize(layout.rects[i].size());
        tile->setAddressOf(picture.addressOf);
        tile->setContext(picture.context);
        tile->setSnapshot(picture.snapshots.value(spec.id));
        tiles.push_back(std::move(tile));
    }
    shareSteps(tiles, layout);
    for (size_t i = 0; i < tiles.size(); ++i) {
        const QPoint place = layout.rects[qsizetype(i)].topLeft();
        painter.save();
        painter.translate(place);
        tiles[i]->paintStatic(painter);
        painter.restore();
    }
    tiles.clear(); // before the style they are drawn with
}

QImage renderBoard(const BoardPicture &picture, qreal devicePixelRatio)
{
    QImage image(picture.size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&image);
    paintBoard(painter, picture);
    return image;
}

Status renderBoardTo(const QString &fileName, const BoardPicture &picture, qreal devicePixelRatio)
{
    const std::optional<PictureFormat> format = pictureFormatOf(fileName);
    if (!format)
        return {ErrorCode::InvalidArgument,
                QCoreApplication::translate("Render", "The name must end in .png, .pdf or .svg.")};
    return writeWholeFile(fileName, pictureBytes(pictureOf(picture), *format, devicePixelRatio));
}

Picture pictureOf(const BoardPicture &picture)
{
    return {plainTitle(picture), picture.size, [picture](QPainter &painter) { paintBoard(painter, picture); }};
}

} // namespace hookboard
