// Rail: the places of the window at its left edge: boards by name, then Events, Sources; Settings and Help at the
// foot. 184 or 48 pixels wide. Boards are dragged into another order. GUI thread; owned by the window, which decides
// what a place means.
#pragma once

#include "core/types/tilespec.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace hookboard {

class RailButton;

class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    struct Board
    {
        QString id;
        QString title;
    };
    void setBoards(const QList<Board> &boards);
    // Number of tiles of a board that want attention.
    void setTrouble(const QString &boardId, int tiles);
    void setQuarantineCount(quint64 count);
    void setProblemCount(int count);

    void showBoard(const QString &boardId);
    void showEvents();
    void showSources();

    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }

signals:
    void boardChosen(const QString &boardId);
    void newBoardWanted();
    void boardMenuWanted(const QString &boardId, const QPoint &global);
    void boardsReordered(const QStringList &boardIds);
    void eventsChosen();
    void sourcesChosen();
    void problemsWanted();
    void settingsWanted();
    void helpWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool boardPointer(RailButton &button, const QMouseEvent &event);
    void dropBoard();
    RailButton *addButton(QVBoxLayout *layout, const QString &icon, const QString &word, const QString &name);
    void check(RailButton *button);
    void buildPlaces(QVBoxLayout *layout);

    QButtonGroup *m_group = nullptr;
    QLabel *m_heading = nullptr;
    QVBoxLayout *m_boardLayout = nullptr;
    QHash<QString, RailButton *> m_boards;
    QStringList m_order;
    QString m_dragged; // a board in the hand; empty = none
    int m_dragPressY = 0;
    qsizetype m_dropIndex = 0; // before which board it would come
    QWidget *m_dropMark = nullptr;
    QHash<QString, int> m_trouble;
    QList<RailButton *> m_all;
    RailButton *m_events = nullptr;
    RailButton *m_sources = nullptr;
    RailButton *m_problems = nullptr;
    bool m_narrow = false;
};

} // namespace hookboard
