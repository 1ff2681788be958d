// The picture that Tile keeps of itself: what of it is painted again when, the watermark under the data, and the same
// without a picture for files and paper.
#include "ui/dashboard/tile.h"

#include "ui/style/controlpainting.h"

#include <QtGui/QPainter>

#include <cmath>

namespace hookboard {

namespace {

constexpr qreal kWatermarkOpacity = 0.16;
constexpr qreal kWatermarkAngle = -18;
constexpr int kWatermarkGap = 56;     // between words
constexpr int kWatermarkLeading = 56; // between lines; less would fight with the data

} // namespace

void Tile::paintWatermark(QPainter &painter, const QRect &rect) const
{
    painter.save();
    painter.setClipRect(rect.adjusted(-m_theme.metrics().tilePadding, 0, m_theme.metrics().tilePadding, 0),
                        Qt::IntersectClip);
    QColor ink = m_theme.colour(Colour::Simulated);
    ink.setAlphaF(float(kWatermarkOpacity));
    QFont font = m_theme.numberFont(int(28 * m_theme.textScale()));
    painter.setFont(font);
    painter.setPen(ink);
    const QString word = stateWord(TileState::Simulated);
    const int wordWidth = painter.fontMetrics().horizontalAdvance(word) + kWatermarkGap;
    const int lineStep = painter.fontMetrics().height() + kWatermarkLeading;
    painter.translate(rect.center());
    painter.rotate(kWatermarkAngle);
    const int reach = rect.width() / 2 + rect.height();
    int row = 0;
    for (int y = -reach; y < reach; y += lineStep, ++row) {
        for (int x = -reach - (row % 2) * wordWidth / 2; x < reach; x += wordWidth)
            painter.drawText(x, y, word);
    }
    painter.restore();
}

void Tile::paintContent(QPainter &painter)
{
    const TileMessage instead = message();
    if (!instead.text.isEmpty()) {
        paintMessage(painter, instead);
        return;
    }
    const QRect body = bodyRect();
    if (body.width() < 8 || body.height() < 8)
        return;
    if (m_snapshot.simulated > 0)
        paintWatermark(painter, body);
    painter.save();
    paintBody(painter, body);
    painter.restore();
    const TileMessage error = banner();
    if (!error.text.isEmpty())
        paintBanner(painter, error);
}

// Small rounded fields at the corners: an antialiased path as large as the tile would cost more than all its content.
void Tile::paintCorners(QPainter &painter) const
{
    const int radius = m_theme.metrics().radiusTile;
    const QSize size(2 * radius + 2, 2 * radius + 2);
    for (const Qt::Corner corner :
         {Qt::TopLeftCorner, Qt::TopRightCorner, Qt::BottomLeftCorner, Qt::BottomRightCorner}) {
        const bool right = corner == Qt::TopRightCorner || corner == Qt::BottomRightCorner;
        const bool bottom = corner == Qt::BottomLeftCorner || corner == Qt::BottomRightCorner;
        const QRect piece(right ? width() - radius : 0, bottom ? height() - radius : 0, radius, radius);
        const QRect field(QPoint(right ? width() - size.width() : 0, bottom ? height() - size.height() : 0), size);
        painter.setClipRect(piece);
        painter.fillRect(piece, m_theme.colour(Colour::Canvas));
        controls::frame(painter, field, radius, m_theme.colour(Colour::Surface), m_theme.colour(Colour::Border));
    }
    painter.setClipping(false);
}

// Paints again what is out of date. The picture keeps its memory: fresh pages cost as much as the drawing.
void Tile::refreshPicture()
{
    const qreal ratio = devicePixelRatioF();
    const QSize pixels(int(std::ceil(width() * ratio)), int(std::ceil(height() * ratio)));
    if (pixels.isEmpty())
        return;
    if (m_picture.size() != pixels || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(pixels);
        m_outdated = Frame;
    }
    if (m_outdated == 0)
        return;
    if (chips() != m_paintedChips)
        m_outdated |= Frame;
    m_picture.setDevicePixelRatio(ratio);
    QPainter painter(&m_picture);
    painter.setLayoutDirection(layoutDirection());
    const QColor surface = m_theme.colour(Colour::Surface);
    const QRect inside = rect().adjusted(1, 0, -1, 0);
    const QRect body(inside.left(), headerRect().bottom() + 1, inside.width(),
                     footerRect().top() - headerRect().bottom() - 1);
    if (m_outdated & Frame) {
        painter.fillRect(rect(), m_theme.colour(Colour::Border));
        painter.fillRect(rect().adjusted(1, 1, -1, -1), surface);
        paintCorners(painter);
        m_paintedChips = chips();
        paintHeader(painter);
        m_outdated |= Body | Footer;
    } else if (m_outdated & Body) {
        painter.fillRect(body, surface);
    }
    if (m_outdated & Body) {
        painter.save();
        painter.setClipRect(body);
        paintContent(painter);
        painter.restore();
    }
    if (m_outdated & Footer) {
        const int padding = m_theme.metrics().tilePadding; // clear of the corners
        painter.fillRect(footerRect().adjusted(padding, 0, -padding, 0), surface);
        paintFooter(painter);
    }
    m_outdated = 0;
}

void Tile::paintStatic(QPainter &painter)
{
    painter.setLayoutDirection(layoutDirection());
    paintFrame(painter);
    paintHeader(painter);
    paintContent(painter);
    paintFooter(painter);
}

} // namespace hookboard
