// BoardSketch: the tiles of a board in small, as boxes with the icon of their kind and their title; says what a board
// looks like without having data for it. GUI thread.
#pragma once

#include "core/types/tilespec.h"

#include <QtWidgets/QWidget>

namespace hookboard {

class BoardSketch final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardSketch(QWidget *parent = nullptr);

    void setBoard(const BoardSpec &board);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BoardSpec m_board;
};

} // namespace hookboard
