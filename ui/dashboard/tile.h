// Tile: one tile of a board. A widget that paints header, body and footer itself; each kind paints only its body. Knows
// one spec and one snapshot at a time; no snapshot yet = waiting. GUI thread; owned by the board.
#pragma once

#include "core/types/tilestate.h"
#include "ui/dashboard/tileorigin.h"
#include "ui/dashboard/tilewords.h"
#include "ui/style/theme.h"

#include <QtCore/QPointer>
#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

#include <functional>

class QMenu;
class QPushButton;
class QToolButton;

namespace hookboard {

// Gives the address to send to for a source (empty name = any source).
using AddressOf = std::function<QString(const QString &source)>;

enum class TileExport { Csv, LocalCsv, Events, Png, Svg, Pdf, Print, CopyPicture };

class Tile : public QWidget
{
    Q_OBJECT
public:
    Tile(const TileSpec &spec, const Theme &theme, QWidget *parent);
    ~Tile() override;

    const TileSpec &spec() const { return m_spec; }
    const TileSnapshot &snapshot() const { return m_snapshot; }
    const TileContext &context() const { return m_context; }
    const TileCondition &condition() const { return m_condition; }
    const Theme &theme() const { return m_theme; }

    void setSpec(const TileSpec &spec);
    void setSnapshot(const TileSnapshot &snapshot);
    // The time and the health of the program. Repaints only what a viewer would see change.
    void setContext(const TileContext &context);
    void setTheme(const Theme &theme);
    void setAddressOf(AddressOf addressOf);

    // The value as the accessible name says it; empty for kinds without one.
    virtual QString valueText() const { return {}; }
    // The chip in the header: the state's, or a threshold's. Empty word = none.
    ChipLook chip() const;
    // All of the header: the chip, and the signs of what a state of higher rank must not hide.
    QList<ChipLook> chips() const;
    TileFacts facts() const;
    // Paints the whole tile without buttons and without the kept picture: for pictures, PDF and SVG.
    virtual void paintStatic(QPainter &painter);
    QMenu *createMenu(QWidget *parent);
    // While its board is edited: a grip left of the title, the menu button always shown.
    void setGrip(bool grip);
    QToolButton *menuButton() const { return m_menuButton; }
    // On no board: its menu has nothing that would change one, and exports nothing.
    void setPreview(bool preview) { m_preview = preview; }

signals:
    void editRequested(const QString &tileId);
    void duplicateRequested(const QString &tileId);
    void removeRequested(const QString &tileId);
    void explainRequested(const QString &tileId);
    void dataRequested(const QString &tileId);
    void exportRequested(const QString &tileId, hookboard::TileExport what);
    void actionRequested(const QString &tileId, hookboard::TileAction action);
    void eventRequested(quint64 seq); // a row was opened
    // What is behind a part of the picture, as those events are called.
    void originRequested(const hookboard::EventOrigin &origin, const QString &words);
    void painted(const QString &tileId, quint64 revision);

protected:
    // Draws into `body`, in the painter's tile coordinates. Called for every state that has data to show.
    virtual void paintBody(QPainter &painter, const QRect &body) = 0;
    // On top of the kept picture: crosshair, tooltip.
    virtual void paintOverlay(QPainter &painter, const QRect &body);
    // Spec, snapshot, condition, size or theme changed: rebuild what is derived.
    virtual void prepare() {}
    // Another context was set: what is shown in relation to the time may read otherwise now.
    virtual void contextMoved() {}
    // Where child widgets of the body go; `visible` is false while a message takes its place.
    virtual void layoutBody(const QRect &body, bool visible);
    // Header chip of a kind when the state has none (thresholds).
    virtual ChipLook ownChip() const { return {}; }
    // Entries of a kind in the tile's menu.
    virtual void addMenuEntries(QMenu &menu);
    // What a kind knows better than the words for all of them.
    virtual void adjustFooter(TileFooter &footer) const;
    void refreshFooter();
    virtual QString tooltipAt(const QPoint &position) const;
    // What the picture at this place was made of; a click leads there. Nullopt = nothing that could be told.
    virtual std::optional<NamedOrigin> originAt(const QPoint &position) const;
    // The same for the keyboard.
    virtual std::optional<NamedOrigin> originAtFocus() const;
    void requestOrigin(const std::optional<NamedOrigin> &origin);

    bool dimmed() const { return isDimmed(m_condition.state); }
    QRect bodyRect() const;
    void invalidateBody();
    void invalidateAll();

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    struct MessageLayout
    {
        bool centred = false;
        QRect icon;
        int iconSize = 0;
        QRect text;
        QRect detail;
        QRect button;
    };

    QRect headerRect() const;
    MessageLayout messageLayout(const TileMessage &message) const;
    QRect footerRect() const;
    bool hasBanner() const;
    QRect bannerRect() const;
    QString address() const; // to send to; empty when the tile is about any source
    bool isOnAddress(const QPoint &position) const;
    TileMessage message() const;
    TileMessage banner() const;
    bool showsBody() const;
    void addExports(QMenu &menu);
    void refresh();
    void placeButtons();
    void updateMenuButton();
    void openMenu(const QPoint &globalPosition);
    void paintFrame(QPainter &painter) const;
    void paintHeader(QPainter &painter) const;
    void paintFooter(QPainter &painter) const;
    void paintMessage(QPainter &painter, const TileMessage &message) const;
    void paintBanner(QPainter &painter, const TileMessage &banner) const;
    void paintWatermark(QPainter &painter, const QRect &rect) const;
    void paintContent(QPainter &painter);
    void refreshPicture();
    void paintCorners(QPainter &painter) const;

    TileSpec m_spec;
    TileSnapshot m_snapshot;
    TileContext m_context;
    TileCondition m_condition;
    Theme m_theme;
    AddressOf m_addressOf;
    TileFooter m_footer;
    // The tile as it was painted last, without buttons and overlay. Opaque, so that showing it is copying it.
    QPixmap m_picture;
    enum Part { Frame = 1, Body = 2, Footer = 4 }; // Frame: all of it
    int m_outdated = Frame;
    QList<ChipLook> m_paintedChips;
    mutable bool m_subtitleShown = false; // in the header as it was painted last
    QToolButton *m_menuButton = nullptr;
    QPushButton *m_actionButton = nullptr;
    bool m_grip = false;
    bool m_preview = false;
    std::optional<QPoint> m_pressed; // where a click began
    bool m_hovered = false;
    bool m_keyboardFocus = false;
};

} // namespace hookboard
