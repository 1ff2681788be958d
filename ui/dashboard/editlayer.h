// EditLayer: what lies over a board while it is edited: takes pointer and keys, shows selection, handles, grid and the
// place where a tile will land. Moves and resizes only the picture; what comes of it is told by arranged(). GUI thread;
// owned by the canvas of its BoardView, which outlives it.
#pragma once

#include "ui/dashboard/editcells.h"
#include "ui/style/theme.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QLineEdit;

namespace hookboard {

class BoardView;
class Tile;

class EditLayer final : public QWidget
{
    Q_OBJECT
public:
    EditLayer(BoardView &view, const Theme &theme, QWidget *canvas);
    ~EditLayer() override;

    void setTheme(const Theme &theme);
    // Tile ids in reading order.
    QStringList selection() const;
    void select(const QStringList &tileIds);
    void selectAll();
    // The board has other tiles or sizes: forgets what is gone.
    void boardChanged();

    void align(editcells::Edge edge);
    void giveSameSize();
    void tidyUp();
    void rename(const QString &tileId);

    // A new tile in the hand, at a place of the screen. `drop` tells its cell, or nothing beside the board.
    void hoverNew(const QSize &cells, const QPoint &global);
    std::optional<QRect> dropNew(const QPoint &global);
    void leaveNew();

    bool isDragging() const { return m_hand != Hand::Empty; }

signals:
    void selectionChanged();
    // Cells by tile id, all of them. Steps of one series follow one another by keyboard.
    void arranged(const QHash<QString, QRect> &cells, const QString &step, const QString &series);
    void titleEntered(const QString &tileId, const QString &title);
    void optionsWanted();
    void removeWanted();
    void duplicateWanted();
    void leaveWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    enum class Hand { Empty, Pressed, Moving, Resizing, Band, NewTile };
    using Edges = Qt::Edges;

    // editlayer.cpp: selection and drag
    QList<QRect> cells() const;
    qsizetype indexOf(const QString &tileId) const;
    QList<qsizetype> selectedIndexes() const;
    qsizetype tileAt(const QPoint &place) const;
    Edges handleAt(const QPoint &place) const;
    void pressTile(qsizetype index, const QMouseEvent &event);
    void startMove();
    void moveTo(const QPoint &place);
    void resizeTo(const QPoint &place);
    void bandTo(const QPoint &place);
    void aim(const QList<QRect> &result);
    void makeRoom();
    void putDown();
    void cancel();
    void emitArranged(const QList<QRect> &cells, const QString &step, const QString &series = {});
    void updatePointer(const QPoint &place);
    void pickTile(Tile &tile);

    // editlayerkeys.cpp
    bool keyPressed(Tile &tile, QKeyEvent &event);
    bool arrowPressed(QKeyEvent &event);
    void finishRename(bool accept);

    // editlayerpainting.cpp
    void paintDots(QPainter &painter, const QRect &dirty) const;
    void paintSelection(QPainter &painter) const;
    void paintHandles(QPainter &painter, const QRect &rect, const QSize &cells) const;
    void paintSlot(QPainter &painter) const;
    QRect shownRect(qsizetype index) const;

    BoardView &m_view;
    Theme m_theme;
    QStringList m_selected;
    Hand m_hand = Hand::Empty;
    QPoint m_pressed; // where, in this widget
    QString m_pressedId;
    bool m_selectOnRelease = false;
    Edges m_edges;                  // Resizing
    QList<QRect> m_start;           // cells when the drag began
    QList<QRect> m_target;          // cells if it ended now
    QHash<QString, QRect> m_lifted; // where the tiles in the hand are drawn
    std::optional<QRect> m_slot;    // NewTile, and Moving of a single tile
    QRect m_band;
    QStringList m_bandBefore;
    QTimer m_room; // others make room when the pointer has rested
    struct Keys    // a row of arrow keys counts from where it began, so that neighbours return to their places
    {
        QString series;
        QList<QRect> start;
        QList<QRect> result;
        QPoint by;
    };
    Keys m_keys;
    QLineEdit *m_title = nullptr;
    QString m_titleOf;
};

} // namespace hookboard
