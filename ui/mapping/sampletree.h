// SampleTree: the view of a SampleModel: a click, a double click, Enter and the keys 1 to 5 say what is wanted of a
// row. GUI thread; owned by the sample pane.
#pragma once

#include "ui/mapping/bindingslots.h"

#include <QtWidgets/QTreeView>

namespace hookboard {

class SampleTree final : public QTreeView
{
    Q_OBJECT
public:
    explicit SampleTree(QWidget *parent = nullptr);

signals:
    void chosen(const QModelIndex &index);                          // a click or Enter
    void chosenTwice(const QModelIndex &index);                     // a double click
    void chosenFor(hookboard::Slot slot, const QModelIndex &index); // a key

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    QPersistentModelIndex m_pressed;
    QPoint m_pressedAt;
};

} // namespace hookboard
