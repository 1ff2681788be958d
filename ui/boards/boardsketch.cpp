#include "ui/boards/boardsketch.h"

#include "ui/dashboard/tileregistry.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kSketchColumns = 24;
constexpr int kSketchRows = 14;
constexpr int kSketchGap = 4;

} // namespace

BoardSketch::BoardSketch(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"boardSketch"_s);
    setMinimumSize(320, 220);
}

void BoardSketch::setBoard(const BoardSpec &board)
{
    m_board = board;
    QStringList titles;
    for (const TileSpec &tile : board.tiles) {
        titles.append(plainLine(tile.title));
    }
    setAccessibleName(titles.isEmpty() ? tr("No tiles") : titles.join(u", "_s));
    update();
}

void BoardSketch::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    controls::frame(painter, rect(), theme.metrics().radiusTile, theme.colour(Colour::Canvas),
                    theme.colour(Colour::Border));
    const QRectF room = QRectF(rect()).adjusted(kSketchGap, kSketchGap, -kSketchGap, -kSketchGap);
    if (m_board.tiles.isEmpty()) {
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.setFont(theme.font(TypeRole::Body));
        painter.drawText(room, Qt::AlignCenter, tr("No tiles yet"));
        return;
    }
    int rows = kSketchRows;
    for (const TileSpec &tile : m_board.tiles) {
        rows = std::max(rows, tile.grid.bottom() + 1);
    }
    const qreal columnPx = room.width() / kSketchColumns;
    const qreal rowPx = std::min(room.height() / rows, columnPx * 1.6);
    painter.setFont(theme.font(TypeRole::Caption));
    for (const TileSpec &tile : m_board.tiles) {
        const QRectF cell(room.left() + tile.grid.left() * columnPx, room.top() + tile.grid.top() * rowPx,
                          tile.grid.width() * columnPx, tile.grid.height() * rowPx);
        const QRect box =
            cell.adjusted(kSketchGap / 2.0, kSketchGap / 2.0, -kSketchGap / 2.0, -kSketchGap / 2.0).toAlignedRect();
        controls::frame(painter, box, theme.metrics().radiusChip, theme.colour(Colour::Surface),
                        theme.colour(Colour::Border));
        const int line = theme.lineHeight(TypeRole::Caption);
        const bool roomForBoth = box.height() >= 2 * line + 8;
        const QRect word(box.left() + 4, box.top() + 2, box.width() - 8, roomForBoth ? line : box.height() - 4);
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeading,
                         elidedPlain(painter.fontMetrics(), tile.title, word.width()));
        if (roomForBoth) {
            const QRect below(box.left(), word.bottom(), box.width(), box.bottom() - word.bottom());
            paintIcon(painter, tileKindInfo(tile.kind).iconName, theme.colour(Colour::Accent), below,
                      std::min(theme.metrics().iconEmpty, below.height() - 4));
        }
    }
}

} // namespace hookboard
