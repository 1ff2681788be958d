// BoardView: the tiles of a DashboardModel on a grid that follows the width, with a scroll bar when they need more
// height. Changed tiles are shown in passes of some milliseconds, in the order in which they changed, so that a full
// board never holds up the pointer and the keyboard. Reports when sampled events have reached the screen. Locked until
// setEditing(): then an EditLayer lies over the tiles, the grid keeps its 24 columns and its row height. GUI thread;
// owned by the window.
#pragma once

#include "ui/dashboard/boardlayout.h"
#include "ui/dashboard/tile.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QScrollArea>

#include <chrono>

class QPushButton;

namespace hookboard {

class DashboardModel;
class EditLayer;

class BoardView : public QScrollArea
{
    Q_OBJECT
public:
    // The model outlives the view.
    BoardView(DashboardModel &model, const Theme &theme, QWidget *parent = nullptr);
    ~BoardView() override;

    void setTheme(const Theme &theme);
    void setAddressOf(const AddressOf &addressOf);
    Tile *tile(const QString &tileId) const { return m_tiles.value(tileId); }
    const BoardLayout &boardLayout() const { return m_layout; }
    const QList<TileSpec> &specs() const;

    // The board takes exactly the room there is, whatever its rows: for screens that nobody scrolls.
    void setFilling(bool filling);
    void setEditing(bool editing);
    EditLayer *editLayer() const { return m_edit; } // null while the board is locked
    // Other cells than the stored ones, in the order of the tiles; empty = the stored ones.
    void setPreview(const QList<QRect> &cells);
    // Tiles in the hand: above the rest, at these places of the canvas.
    void lift(const QHash<QString, QRect> &places);
    // Brings a tile of this board into view, also one that comes with the next change.
    void reveal(const QString &tileId);

signals:
    void addTileRequested();
    void proposeTilesRequested();
    void editTileRequested(const QString &tileId);
    void duplicateTileRequested(const QString &tileId);
    void removeTileRequested(const QString &tileId);
    void explainTileRequested(const QString &tileId);
    void showDataRequested(const QString &tileId);
    void exportRequested(const QString &tileId, hookboard::TileExport what);
    void tileActionRequested(const QString &tileId, hookboard::TileAction action);
    void eventRequested(quint64 seq);
    void originRequested(const hookboard::EventOrigin &origin, const QString &words);
    // All visible tiles that show these events have been painted; `steadyNs` is Clock::steadyNs() after that.
    void painted(const QList<hookboard::Trace> &traces, qint64 steadyNs);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void rebuild();
    void showTiles(const QStringList &tileIds, const QList<Trace> &traces);
    void showNext();
    void tilePainted(const QString &tileId);
    void reportPainted();
    bool isSeen(const Tile &one) const;
    void relayout();
    void alignNumbers();
    Tile *addTile(const TileSpec &spec);
    QWidget *makeEmptyState();
    void ensureFocusVisible(QWidget *now);
    void layoutTiles();
    void place(Tile &tile, const QRect &rect);
    void orderTabs();
    void guardTiles();

    DashboardModel &m_model;
    Theme m_theme;
    AddressOf m_addressOf;
    QWidget *m_canvas = nullptr;
    QWidget *m_empty = nullptr;
    QHash<QString, Tile *> m_tiles;
    BoardLayout m_layout;

    bool m_filling = false;
    EditLayer *m_edit = nullptr;
    qreal m_editRowPx = 0; // kept while editing: a new tile does not squeeze the others
    QList<QRect> m_preview;
    QHash<QString, QRect> m_lifted;
    QString m_revealed;

    // Sampled events and the tiles that have not shown them yet.
    struct Sampled
    {
        QList<Trace> traces;
        QSet<QString> unpainted;
    };
    QList<Sampled> m_sampled;
    QList<Trace> m_shown;  // to be reported once the picture is on the screen
    QStringList m_changed; // tiles whose newest snapshot is not shown yet, oldest change first
    QTimer m_nextPass;
    QElapsedTimer m_pass;
    qint64 m_passPixels = 0;
    // Long enough for the paint events of a pass to come first. Zero would wait until the window has nothing else to
    // do.
    static constexpr std::chrono::milliseconds kBetweenPasses{1};
    double m_nsPerPixel = 10; // what showing a tile costs, learned from the passes before
};

} // namespace hookboard
