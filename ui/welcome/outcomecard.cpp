#include "ui/welcome/outcomecard.h"

#include "ui/dashboard/tileregistry.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr std::array kShape{0.30, 0.34, 0.28, 0.36, 0.33, 0.40, 0.52, 0.46, 0.66, 0.61, 0.78,
                            0.84, 0.74, 0.80, 0.62, 0.70, 0.55, 0.48, 0.57, 0.44, 0.50, 0.38};

void sketchLine(QPainter &painter, const QRectF &room)
{
    QPainterPath line;
    for (size_t i = 0; i < kShape.size(); ++i) {
        const QPointF point(room.left() + room.width() * qreal(i) / qreal(kShape.size() - 1),
                            room.bottom() - room.height() * kShape[i]);
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    painter.drawPath(line);
}

void sketchColumns(QPainter &painter, const QRectF &room)
{
    const qreal step = room.width() / qreal(kShape.size());
    for (size_t i = 0; i < kShape.size(); ++i) {
        const qreal height = room.height() * kShape[i];
        painter.drawRect(QRectF(room.left() + step * qreal(i), room.bottom() - height, step - 3, height));
    }
}

void sketchBars(QPainter &painter, const QRectF &room)
{
    const std::array shares{0.95, 0.68, 0.47, 0.28};
    for (size_t i = 0; i < shares.size(); ++i) {
        painter.drawRect(QRectF(room.left(), room.top() + room.height() * qreal(i) / 4, room.width() * shares[i],
                                room.height() / 4 - 5));
    }
}

void sketchRows(QPainter &painter, const QRectF &room)
{
    for (int row = 0; row < 4; ++row) {
        const qreal y = room.top() + room.height() * (row + 0.4) / 4;
        for (int column = 0; column < 3; ++column) {
            const qreal x = room.left() + room.width() * column / 3;
            painter.drawLine(QPointF(x, y), QPointF(x + room.width() / 3 - 20, y));
        }
    }
}

} // namespace

OutcomeCard::OutcomeCard(TileKind kind, const QString &title, const QString &words, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_title(title)
    , m_words(words)
{
    setAccessibleName(title + u", "_s + words);
    setMinimumSize(170, 140);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OutcomeCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::BorderStrong), 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.metrics().radiusTile,
                            theme.metrics().radiusTile);
    const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const int leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter));
    paintIcon(painter, tileKindInfo(m_kind).iconName, theme.colour(Colour::Text), mirrored({14, 14, 16, 16}));
    painter.setPen(theme.colour(Colour::Text));
    painter.setFont(theme.font(TypeRole::BodyStrong));
    const QRect title = mirrored({36, 12, width() - 48, 20});
    painter.drawText(title, leading, elidedPlain(painter.fontMetrics(), m_title, title.width()));
    painter.setPen(theme.colour(Colour::TextSecondary));
    painter.setFont(theme.font(TypeRole::Label));
    const QRect words = mirrored({14, 34, width() - 28, 18});
    painter.drawText(words, leading, elidedPlain(painter.fontMetrics(), m_words, words.width()));
    const QRectF room(14, 64, width() - 28, height() - 80);
    painter.setPen(QPen(theme.colour(Colour::BorderStrong), m_kind == TileKind::Table ? 3 : 1.5));
    painter.setBrush(m_kind == TileKind::Kpi ? Qt::NoBrush : QBrush(theme.colour(Colour::Rail)));
    switch (m_kind) {
    case TileKind::Kpi:
        sketchLine(painter, room);
        break;
    case TileKind::TimeSeries:
        sketchColumns(painter, room);
        break;
    case TileKind::Bar:
        sketchBars(painter, room);
        break;
    default:
        sketchRows(painter, room);
        break;
    }
}

} // namespace hookboard
