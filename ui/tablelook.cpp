#include "ui/tablelook.h"

#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include <algorithm>

namespace hookboard {

void prepareTable(QTableView &table, int rowHeight)
{
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setAlternatingRowColors(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setMouseTracking(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setMinimumSectionSize(rowHeight);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setFixedHeight(themeOf(&table).metrics().tableHeader);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect, theme.colour(selected  ? Colour::Selection
                                                : hovered ? Colour::Hover
                                                          : Colour::Surface));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.colour(Colour::Grid));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(theme.colour(Colour::Focus), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->setFont(theme.font(TypeRole::Label));
    painter->setPen(theme.colour(Colour::Text));
    paintCell(*painter, theme, option.rect.adjusted(kCellPadding, 0, -kCellPadding, -1), option, index);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(themeOf(option.widget).font(TypeRole::Label));
    const QString text = plainLine(index.data(Qt::DisplayRole).toString(), 64);
    return {metrics.horizontalAdvance(text) + 2 * kCellPadding + 4, themeOf(option.widget).metrics().tableRow};
}

void RowDelegate::paintCell(QPainter &painter, const Theme &, const QRect &cell, const QStyleOptionViewItem &,
                            const QModelIndex &index) const
{
    paintText(painter, cell, index.data(Qt::DisplayRole).toString(),
              Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
}

void RowDelegate::paintText(QPainter &painter, const QRect &cell, const QString &text, Qt::Alignment alignment) const
{
    painter.drawText(cell, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     elidedPlain(painter.fontMetrics(), text, cell.width()));
}

void paintSparkline(QPainter &painter, const Theme &theme, const QRectF &rect, const QList<float> &values,
                    const QColor &line, bool filled)
{
    if (values.size() < 2) {
        return;
    }
    const float top = std::max(1.0F, *std::max_element(values.begin(), values.end()));
    QPolygonF points;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const qreal x = rect.left() + rect.width() * qreal(i) / qreal(values.size() - 1);
        const qreal y = rect.bottom() - (rect.height() - 2) * qreal(std::max(0.0F, values[i]) / top);
        points.append({x, y});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (filled) {
        QPainterPath area;
        area.addPolygon(points);
        area.lineTo(rect.bottomRight());
        area.lineTo(rect.bottomLeft());
        area.closeSubpath();
        painter.fillPath(area, theme.colour(Colour::AccentTint));
    }
    painter.setPen(QPen(line, 1.25));
    painter.drawPolyline(points);
    painter.restore();
}

} // namespace hookboard
