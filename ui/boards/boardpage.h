// BoardPage: one board with, while it is edited, the banner over it and the panel beside it. Every edit goes to Boards
// as an undo step and is saved at once; an edit session knows where it began, so that it can be taken back as a whole.
// GUI thread; owned by BoardPages.
#pragma once

#include "core/types/tilespec.h"
#include "ui/style/theme.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include <optional>

class QHBoxLayout;

namespace hookboard {

class Boards;
class BoardView;
class DashboardModel;
class EditBanner;
class EditPanel;

class BoardPage final : public QWidget
{
    Q_OBJECT
public:
    // Boards and model outlive this.
    BoardPage(Boards &boards, DashboardModel &model, const Theme &theme, QWidget *parent = nullptr);
    ~BoardPage() override;

    BoardView &view() const { return *m_view; }
    QString boardId() const;

    bool isEditing() const { return m_panel != nullptr; }
    void startEditing();
    void finishEditing(); // Done: what changed stays
    void discard();       // back to where editing began, as one step that can be undone
    int changes() const;  // steps since editing began

    QStringList selection() const;
    void addKind(TileKind kind, std::optional<QRect> place = {});
    void cut();
    void copy();
    void paste();
    void duplicate();
    void removeSelected();
    void selectAll();
    void copyStyle();
    void pasteStyle();
    void renameSelected();
    void tidyUp();

signals:
    void editingChanged(bool editing);
    void selectionChanged();
    void changesChanged(int changes);
    void mappingWanted(const QString &tileId);

private:
    void connectLayer();
    void connectPanel();
    void arrange(const QHash<QString, QRect> &cells, const QString &step, const QString &series);
    void resizeTile(const QString &tileId, const QSize &cells);
    void addTiles(QList<TileSpec> tiles, const QString &step);
    QList<TileSpec> selectedTiles() const;
    void showSelection();
    void showChanges();

    Boards &m_boards;
    DashboardModel &m_model;
    QHBoxLayout *m_row = nullptr;
    BoardView *m_view = nullptr;
    EditBanner *m_banner = nullptr; // while editing, as the panel
    EditPanel *m_panel = nullptr;
    BoardSpec m_before; // as editing began
    int m_beforeIndex = 0;
};

} // namespace hookboard
