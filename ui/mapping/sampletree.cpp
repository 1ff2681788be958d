#include "ui/mapping/sampletree.h"

#include "ui/mapping/sampledelegate.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/icons.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

SampleTree::SampleTree(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(u"sampleTree"_s);
    setAccessibleName(tr("Fields of the sample event"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(16);
    setExpandsOnDoubleClick(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setLayoutDirection(Qt::LeftToRight); // paths and payloads read so in every language
}

void SampleTree::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const int digit = event->key() - Qt::Key_1;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && current.isValid() && digit >= 0 && digit < kSlotCount) {
        emit chosenFor(Slot(digit), current);
        return;
    }
    if (plain && current.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit chosen(current);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void SampleTree::mousePressEvent(QMouseEvent *event)
{
    m_pressed =
        event->button() == Qt::LeftButton ? QPersistentModelIndex(indexAt(event->pos())) : QPersistentModelIndex();
    m_pressedAt = event->pos();
    QTreeView::mousePressEvent(event);
}

void SampleTree::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const bool still = (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    const bool click = event->button() == Qt::LeftButton && index.isValid() && index == m_pressed && still;
    const QRect row = visualRect(index);
    const bool inRow = row.contains(event->pos()); // beside it are the arrows
    const bool onChoice = SampleDelegate::choiceRect(row, index, themeOf(this)).contains(event->pos());
    m_pressed = QPersistentModelIndex();
    QTreeView::mouseReleaseEvent(event);
    if (click && inRow && !onChoice)
        emit chosen(index);
}

void SampleTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTreeView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && visualRect(index).contains(event->pos()))
        emit chosenTwice(index);
}

// One quiet arrow, and no lines.
void SampleTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const Theme &theme = themeOf(this);
    const bool section = !index.parent().isValid();
    const bool selected = selectionModel()->isSelected(index);
    if (section || selected)
        painter->fillRect(rect, theme.colour(selected ? Colour::Selection : Colour::Sunken));
    if (section)
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(Colour::Border));
    if (model()->rowCount(index) == 0)
        return;
    paintIcon(*painter, isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s, theme.colour(Colour::TextSecondary),
              QRectF(rect.right() - 15, rect.top(), 14, 26), 12);
}

} // namespace hookboard
