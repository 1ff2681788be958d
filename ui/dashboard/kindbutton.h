// KindButton: one kind of tile to add: icon, word, purpose. Clicked it adds one; dragged off, it tells where the
// pointer is until it is let go. GUI thread.
#pragma once

#include "ui/dashboard/tileregistry.h"

#include <QtWidgets/QAbstractButton>

namespace hookboard {

class KindButton final : public QAbstractButton
{
    Q_OBJECT
public:
    KindButton(const TileKindInfo &info, QWidget *parent);

    QSize sizeHint() const override;

signals:
    void dragged(const QPoint &global);
    void dropped(const QPoint &global);
    void dragCancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void endDrag();

    TileKindInfo m_info;
    QPoint m_pressed;
    bool m_dragging = false;
};

} // namespace hookboard
