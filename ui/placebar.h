// PlaceBar: the bar above a page: its name on the left, what can be done there on the right. Buttons show the window's
// actions; in narrow windows their words become tooltips. GUI thread.
#pragma once

#include <QtWidgets/QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace hookboard {

class PlaceBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceBar(QWidget *parent = nullptr);

    void setPlace(const QString &name);
    QString place() const;
    // Left to right; the last one stands out when `primary`.
    void setActions(const QList<QAction *> &actions, bool primary);
    // Beside the name.
    void setLeftActions(const QList<QAction *> &actions);
    void setNarrow(bool narrow);
    // A button beside the name that opens what can be done with the place as a whole.
    void setMenuShown(bool shown);

signals:
    void menuWanted(const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeButtonFor(QAction *action, bool stands);
    void clear(QHBoxLayout &row, QList<QWidget *> &buttons);

    QLabel *m_name = nullptr;
    QHBoxLayout *m_buttonRow = nullptr;
    QList<QWidget *> m_buttons;
    QToolButton *m_menu = nullptr;
    QHBoxLayout *m_leftRow = nullptr;
    QList<QWidget *> m_leftButtons;
    QList<QAction *> m_leftActions;
    QList<QAction *> m_actions;
    bool m_primary = false;
    bool m_narrow = false;
};

} // namespace hookboard
