// The painting half of EditLayer: grid dots, selection, handles, the place where a tile lands, the rubber band.
#include "ui/dashboard/editlayer.h"

#include "ui/dashboard/boardview.h"
#include "ui/style/controlpainting.h"

#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kDot = 2;
constexpr int kHandle = 10;
constexpr int kTagHeight = 20;
constexpr int kShadow = 8;

QString sizeText(const QSize &cells)
{
    return u"%1 \u00D7 %2"_s.arg(cells.width()).arg(cells.height());
}

void paintShadow(QPainter &painter, const QRect &rect, qreal radius)
{
    painter.setPen(Qt::NoPen);
    for (int spread = kShadow; spread > 0; --spread) {
        painter.setBrush(QColor(0, 0, 0, 7));
        painter.drawRoundedRect(QRectF(rect).adjusted(-spread, 2 - spread, spread, 2 + spread), radius + spread,
                                radius + spread);
    }
}

} // namespace

void EditLayer::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    paintDots(painter, event->rect());
    painter.setRenderHint(QPainter::Antialiasing);
    paintSlot(painter);
    if (m_hand == Hand::Moving) {
        for (const QRect &rect : std::as_const(m_lifted))
            paintShadow(painter, rect, m_theme.metrics().radiusTile);
    }
    paintSelection(painter);
    if (!m_band.isEmpty()) {
        QColor fill = m_theme.colour(Colour::Accent);
        fill.setAlpha(30);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 1));
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_band).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

// At the corners of the cells, in the gaps; what a tile covers stays its own.
void EditLayer::paintDots(QPainter &painter, const QRect &dirty) const
{
    const BoardLayout &layout = m_view.boardLayout();
    const QColor ink = m_theme.colour(Colour::Axis);
    const qreal half = layout.margin - layout.gap / 2.0;
    const int firstRow = std::max(0, int(std::floor((dirty.top() - half) / layout.rowPx)));
    const int lastRow = int(std::ceil((dirty.bottom() - half) / layout.rowPx));
    const int firstColumn = std::max(0, int(std::floor((dirty.left() - half) / layout.columnPx)));
    const int lastColumn = std::min(layout.columns, int(std::ceil((dirty.right() - half) / layout.columnPx)));
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int column = firstColumn; column <= lastColumn; ++column) {
            const QPoint dot(int(std::lround(half + column * layout.columnPx)) - kDot / 2,
                             int(std::lround(half + row * layout.rowPx)) - kDot / 2);
            const bool covered = std::any_of(layout.rects.begin(), layout.rects.end(),
                                             [&](const QRect &rect) { return rect.contains(dot); });
            if (!covered)
                painter.fillRect(QRect(dot, QSize(kDot, kDot)), ink);
        }
    }
}

QRect EditLayer::shownRect(qsizetype index) const
{
    const QString &id = m_view.specs()[index].id;
    const auto lifted = m_lifted.find(id);
    if (lifted != m_lifted.end())
        return *lifted;
    const Tile *tile = m_view.tile(id);
    return tile ? tile->geometry() : QRect(); // it may still settle
}

void EditLayer::paintSelection(QPainter &painter) const
{
    const qreal radius = m_theme.metrics().radiusTile;
    for (const QString &id : m_selected) {
        const qsizetype index = indexOf(id);
        if (index < 0)
            continue;
        const QRect rect = shownRect(index);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), radius, radius);
        const bool moving = m_hand == Hand::Moving || m_hand == Hand::NewTile;
        if (m_selected.size() == 1 && !moving) {
            const QRect cell = m_hand == Hand::Resizing ? m_target[index] : m_view.specs()[index].grid;
            paintHandles(painter, rect, cell.size());
        }
    }
}

void EditLayer::paintHandles(QPainter &painter, const QRect &rect, const QSize &cells) const
{
    painter.setPen(QPen(m_theme.colour(Colour::Accent), 2));
    painter.setBrush(m_theme.colour(Colour::Surface));
    const qreal xs[] = {rect.left() + 0.0, rect.left() + rect.width() / 2.0, rect.left() + rect.width() + 0.0};
    const qreal ys[] = {rect.top() + 0.0, rect.top() + rect.height() / 2.0, rect.top() + rect.height() + 0.0};
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            if (row != 1 || column != 1)
                painter.drawRoundedRect(
                    QRectF(xs[column] - kHandle / 2.0 + 1, ys[row] - kHandle / 2.0 + 1, kHandle - 2, kHandle - 2), 2,
                    2);
        }
    }
    const QString text = sizeText(cells);
    painter.setFont(m_theme.font(TypeRole::LabelStrong));
    const int wide = painter.fontMetrics().horizontalAdvance(text) + 16;
    // On the upper edge, or on the lower one where it would stand on the title.
    const int top =
        rect.top() >= kTagHeight / 2 + 1 ? rect.top() - kTagHeight / 2 - 1 : rect.bottom() - kTagHeight / 2 + 1;
    const QRect tag(rect.center().x() - wide / 2, top, wide, kTagHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Accent));
    painter.drawRoundedRect(tag, m_theme.metrics().radiusChip, m_theme.metrics().radiusChip);
    painter.setPen(m_theme.colour(Colour::TextOnAccent));
    painter.drawText(tag, Qt::AlignCenter, text);
}

void EditLayer::paintSlot(QPainter &painter) const
{
    QList<QRect> places;
    if (m_hand == Hand::NewTile && m_slot) {
        places << *m_slot;
    } else if (m_hand == Hand::Moving) {
        for (auto it = m_lifted.cbegin(); it != m_lifted.cend(); ++it)
            places << m_target[indexOf(it.key())];
    }
    const qreal radius = m_theme.metrics().radiusTile;
    for (const QRect &cell : std::as_const(places)) {
        const QRect rect = m_view.boardLayout().rectOf(cell);
        QPen dashed(m_theme.colour(Colour::Accent), 2);
        dashed.setDashPattern({3, 2});
        painter.setPen(dashed);
        painter.setBrush(m_theme.colour(Colour::AccentTint));
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
        painter.setPen(m_theme.colour(Colour::Link));
        painter.setFont(m_theme.font(TypeRole::BodyStrong));
        painter.drawText(rect.adjusted(8, 0, -8, -8), Qt::AlignBottom | Qt::AlignLeading, sizeText(cell.size()));
    }
}

} // namespace hookboard
