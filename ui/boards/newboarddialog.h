// NewBoardDialog: the title of a new board and what it starts from: nothing, proposed tiles, or an example for one of
// the providers, each with a sketch of its tiles. Makes nothing; the caller takes board(). GUI thread.
#pragma once

#include "ui/boards/boardtemplates.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace hookboard {

class BoardSketch;

class NewBoardDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit NewBoardDialog(QWidget *parent = nullptr);

    BoardSpec board() const; // with the title, without an id

private:
    void show(int row);

    QList<BoardTemplate> m_templates;
    QLineEdit *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_purpose = nullptr;
    BoardSketch *m_sketch = nullptr;
};

} // namespace hookboard
