// EditPanel: what stands at the right of a board while it is edited: the kinds of tiles to add, by click or by dragging
// one onto the board, and the options of the selected tiles. Changes nothing itself. GUI thread; owned by the page.
#pragma once

#include "core/types/tilespec.h"
#include "ui/dashboard/editcells.h"

#include <QtWidgets/QWidget>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace hookboard {

class TileOptionsForm;

class EditPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit EditPanel(QWidget *parent = nullptr);

    // Those that are selected, in reading order.
    void setTiles(const QList<TileSpec> &tiles);
    void focusOptions();

signals:
    void kindChosen(hookboard::TileKind kind);
    void kindHovered(hookboard::TileKind kind, const QPoint &global);
    void kindDropped(hookboard::TileKind kind, const QPoint &global);
    void kindLeft();
    // The one tile with another option; `step` names the change.
    void tileEdited(const hookboard::TileSpec &tile, const QString &step);
    void resizeWanted(const QString &tileId, const QSize &cells);
    void mappingWanted(const QString &tileId);
    void duplicateWanted();
    void removeWanted();
    void alignWanted(hookboard::editcells::Edge edge);
    void sameSizeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildKinds(QVBoxLayout *column);
    void buildOptions(QVBoxLayout *column);
    void buildArrange(QVBoxLayout *column);
    QComboBox *choice(QFormLayout *form, const QString &word, const QString &name);
    void showOne(const TileSpec &tile);
    void edit(const QString &step, const std::function<void(TileSpec &)> &change);
    void applyFonts();

    QList<TileSpec> m_tiles;
    QList<QLabel *> m_headings;
    QLabel *m_heading = nullptr;
    QLabel *m_hint = nullptr;
    QWidget *m_one = nullptr;
    QWidget *m_several = nullptr;
    QWidget *m_buttons = nullptr;
    QWidget *m_mapping = nullptr;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_title = nullptr;
    QComboBox *m_window = nullptr;
    QComboBox *m_bucket = nullptr;
    QComboBox *m_stale = nullptr;
    QSpinBox *m_columns = nullptr;
    QSpinBox *m_rows = nullptr;
    TileOptionsForm *m_options = nullptr;
    bool m_filling = false;
};

} // namespace hookboard
