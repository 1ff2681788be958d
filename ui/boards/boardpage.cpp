#include "ui/boards/boardpage.h"

#include "ui/boards.h"
#include "ui/boards/newtile.h"
#include "ui/boards/tileclipboard.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/editbanner.h"
#include "ui/dashboard/editlayer.h"
#include "ui/dashboard/editpanel.h"
#include "ui/dashboard/tileregistry.h"

#include <QtCore/QUuid>
#include <QtGui/QUndoStack>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

QString countedStep(qsizetype tiles, const QString &one, const QString &several)
{
    return tiles == 1 ? one : several.arg(tiles);
}

} // namespace

BoardPage::BoardPage(Boards &boards, DashboardModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_boards(boards)
    , m_model(model)
    , m_view(new BoardView(model, theme, this))
{
    m_view->setObjectName(u"boardView-"_s + boardId());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_row = new QHBoxLayout;
    m_row->setSpacing(0);
    m_row->addWidget(m_view, 1);
    column->addLayout(m_row, 1);
    connect(&m_boards, &Boards::boardChanged, this, [this](const BoardSpec &board) {
        if (board.id == boardId() && isEditing()) {
            showSelection();
        }
    });
    // After the step, not in it: the stack counts it then.
    connect(&m_boards.timeline(), &UndoTimeline::changed, this, [this] {
        if (isEditing()) {
            showChanges();
        }
    });
}

BoardPage::~BoardPage() = default;

QString BoardPage::boardId() const
{
    return m_model.board().id;
}

void BoardPage::startEditing()
{
    const BoardSpec *board = m_boards.board(boardId());
    if (isEditing() || !board) {
        return;
    }
    m_before = *board;
    m_beforeIndex = m_boards.undoStack(boardId()).index();
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    m_banner = new EditBanner(this);
    column->insertWidget(0, m_banner);
    m_panel = new EditPanel(this);
    m_row->addWidget(m_panel);
    m_banner->show();
    m_panel->show();
    layout()->activate(); // the grid keeps the row height of the room that editing leaves it
    m_view->setEditing(true);
    connectLayer();
    connectPanel();
    showSelection();
    if (!board->tiles.isEmpty()) {
        if (Tile *first = m_view->tile(board->tiles[readingOrder(gridCells(board->tiles)).first()].id)) {
            first->setFocus(Qt::OtherFocusReason); // the keys work at once
        }
    }
    emit editingChanged(true);
}

void BoardPage::finishEditing()
{
    if (!isEditing()) {
        return;
    }
    if (changes() > 0) {
        m_boards.keepSnapshot(boardId());
    }
    m_view->setEditing(false);
    layout()->removeWidget(m_banner);
    m_row->removeWidget(m_panel);
    for (QWidget *gone : {static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_panel)}) {
        gone->hide();
        gone->setObjectName({});
        gone->deleteLater(); // one of its buttons may be the sender
    }
    m_banner = nullptr;
    m_panel = nullptr;
    emit editingChanged(false);
}

void BoardPage::discard()
{
    if (!isEditing()) {
        return;
    }
    m_boards.keepSnapshot(boardId());
    m_boards.change(m_before, tr("discard changes"));
    finishEditing();
}

int BoardPage::changes() const
{
    const BoardSpec *now = m_boards.board(boardId());
    if (!now || *now == m_before) {
        return 0;
    }
    return std::max(1, std::abs(m_boards.undoStack(boardId()).index() - m_beforeIndex));
}

void BoardPage::connectLayer()
{
    EditLayer *layer = m_view->editLayer();
    connect(layer, &EditLayer::selectionChanged, this, &BoardPage::showSelection);
    connect(layer, &EditLayer::arranged, this, &BoardPage::arrange);
    connect(layer, &EditLayer::titleEntered, this, [this](const QString &id, const QString &title) {
        BoardSpec after = m_model.board();
        for (TileSpec &tile : after.tiles) {
            if (tile.id == id) {
                tile.title = title;
            }
        }
        m_boards.change(after, tr("rename tile"));
    });
    connect(layer, &EditLayer::optionsWanted, this, [this] { m_panel->focusOptions(); });
    connect(layer, &EditLayer::removeWanted, this, &BoardPage::removeSelected);
    connect(layer, &EditLayer::duplicateWanted, this, &BoardPage::duplicate);
    connect(layer, &EditLayer::leaveWanted, this, &BoardPage::finishEditing);
}

void BoardPage::connectPanel()
{
    EditLayer *layer = m_view->editLayer();
    connect(m_panel, &EditPanel::kindChosen, this, [this](TileKind kind) { addKind(kind); });
    connect(m_panel, &EditPanel::kindHovered, layer,
            [layer](TileKind kind, const QPoint &global) { layer->hoverNew(tileKindInfo(kind).size, global); });
    connect(m_panel, &EditPanel::kindLeft, layer, &EditLayer::leaveNew);
    connect(m_panel, &EditPanel::kindDropped, layer, [this, layer](TileKind kind, const QPoint &global) {
        if (const std::optional<QRect> place = layer->dropNew(global)) {
            addKind(kind, place);
        }
    });
    connect(m_panel, &EditPanel::tileEdited, this, [this](const TileSpec &edited, const QString &step) {
        BoardSpec after = m_model.board();
        for (TileSpec &tile : after.tiles) {
            if (tile.id == edited.id) {
                tile = edited;
            }
        }
        m_boards.change(after, step);
    });
    connect(m_panel, &EditPanel::resizeWanted, this, &BoardPage::resizeTile);
    connect(m_panel, &EditPanel::mappingWanted, this, &BoardPage::mappingWanted);
    connect(m_panel, &EditPanel::duplicateWanted, this, &BoardPage::duplicate);
    connect(m_panel, &EditPanel::removeWanted, this, &BoardPage::removeSelected);
    connect(m_panel, &EditPanel::alignWanted, layer, &EditLayer::align);
    connect(m_panel, &EditPanel::sameSizeWanted, layer, &EditLayer::giveSameSize);
}

void BoardPage::arrange(const QHash<QString, QRect> &cells, const QString &step, const QString &series)
{
    BoardSpec after = m_model.board();
    for (TileSpec &tile : after.tiles) {
        tile.grid = cells.value(tile.id, tile.grid);
    }
    m_boards.change(after, step, series);
}

void BoardPage::resizeTile(const QString &tileId, const QSize &cells)
{
    BoardSpec after = m_model.board();
    for (qsizetype i = 0; i < after.tiles.size(); ++i) {
        if (after.tiles[i].id != tileId) {
            continue;
        }
        QRect wanted(after.tiles[i].grid.topLeft(), cells);
        wanted.moveLeft(std::min(wanted.left(), editcells::kColumns - cells.width()));
        const QList<QRect> result = editcells::resized(gridCells(after.tiles), i, wanted);
        for (qsizetype k = 0; k < result.size(); ++k) {
            after.tiles[k].grid = result[k];
        }
        break;
    }
    m_boards.change(after, tr("resize"), u"panel:"_s + tileId);
}

QStringList BoardPage::selection() const
{
    return isEditing() ? m_view->editLayer()->selection() : QStringList();
}

QList<TileSpec> BoardPage::selectedTiles() const
{
    QList<TileSpec> found;
    const QStringList ids = selection();
    for (const QString &id : ids) {
        for (const TileSpec &tile : m_model.board().tiles) {
            if (tile.id == id) {
                found.append(tile);
            }
        }
    }
    return found;
}

// A dropped tile stands where it was dropped, others make room; else the first free place takes it.
void BoardPage::addKind(TileKind kind, std::optional<QRect> place)
{
    BoardSpec after = m_model.board();
    TileSpec tile = newTile(kind);
    tile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    tile.grid = place.value_or(Boards::freePlace(after, tile.grid.size()));
    const QList<QRect> cells = editcells::inserted(gridCells(after.tiles), tile.grid);
    after.tiles.append(tile);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        after.tiles[i].grid = cells[i];
    }
    startEditing();
    m_boards.change(after, tr("add tile"));
    m_view->reveal(tile.id);
}

void BoardPage::addTiles(QList<TileSpec> tiles, const QString &step)
{
    if (tiles.isEmpty()) {
        return;
    }
    BoardSpec after = m_model.board();
    tiles = tileclipboard::placedOn(after, tiles);
    QStringList ids;
    for (const TileSpec &tile : std::as_const(tiles)) {
        after.tiles.append(tile);
        ids.append(tile.id);
    }
    m_boards.change(after, step);
    if (isEditing()) {
        m_view->reveal(ids.last());
        m_view->editLayer()->select(ids);
    }
}

void BoardPage::copy()
{
    if (const QList<TileSpec> tiles = selectedTiles(); !tiles.isEmpty()) {
        tileclipboard::copyTiles(tiles);
        emit selectionChanged(); // there is something to paste now
    }
}

void BoardPage::cut()
{
    copy();
    const QStringList ids = selection();
    BoardSpec after = m_model.board();
    after.tiles.removeIf([&](const TileSpec &tile) { return ids.contains(tile.id); });
    m_boards.change(after, countedStep(ids.size(), tr("cut tile"), tr("cut %1 tiles")));
}

void BoardPage::paste()
{
    const QList<TileSpec> tiles = tileclipboard::tiles();
    if (!tiles.isEmpty()) {
        startEditing();
        addTiles(tiles, countedStep(tiles.size(), tr("paste tile"), tr("paste %1 tiles")));
    }
}

void BoardPage::duplicate()
{
    const QList<TileSpec> tiles = selectedTiles();
    addTiles(tiles, countedStep(tiles.size(), tr("duplicate tile"), tr("duplicate %1 tiles")));
}

void BoardPage::removeSelected()
{
    const QStringList ids = selection();
    if (ids.isEmpty()) {
        return;
    }
    const QStringList order = [this] {
        QStringList all;
        for (qsizetype i : readingOrder(gridCells(m_model.board().tiles))) {
            all.append(m_model.board().tiles[i].id);
        }
        return all;
    }();
    // The focus goes to the next tile that stays, so that the keyboard is not lost.
    const auto first = order.indexOf(ids.first());
    QString next;
    for (qsizetype i = 0; i < order.size() && next.isEmpty(); ++i) {
        const QString &candidate = order[(first + i) % order.size()];
        next = ids.contains(candidate) ? QString() : candidate;
    }
    BoardSpec after = m_model.board();
    after.tiles.removeIf([&](const TileSpec &tile) { return ids.contains(tile.id); });
    m_boards.change(after, countedStep(ids.size(), tr("remove tile"), tr("remove %1 tiles")));
    if (Tile *tile = m_view->tile(next); tile && isEditing()) {
        m_view->editLayer()->select({next});
        tile->setFocus(Qt::OtherFocusReason);
    }
}

void BoardPage::selectAll()
{
    if (isEditing()) {
        m_view->editLayer()->selectAll();
    }
}

void BoardPage::copyStyle()
{
    if (const QList<TileSpec> tiles = selectedTiles(); !tiles.isEmpty()) {
        tileclipboard::copyStyle(tiles.first());
        emit selectionChanged();
    }
}

void BoardPage::pasteStyle()
{
    const QStringList ids = selection();
    BoardSpec after = m_model.board();
    for (TileSpec &tile : after.tiles) {
        if (ids.contains(tile.id)) {
            tile = tileclipboard::withStyle(tile);
        }
    }
    m_boards.change(after, tr("paste style"));
}

void BoardPage::renameSelected()
{
    if (const QStringList ids = selection(); ids.size() == 1) {
        m_view->editLayer()->rename(ids.first());
    }
}

void BoardPage::tidyUp()
{
    if (isEditing()) {
        m_view->editLayer()->tidyUp();
    }
}

void BoardPage::showSelection()
{
    if (isEditing()) {
        m_panel->setTiles(selectedTiles());
        emit selectionChanged();
    }
}

void BoardPage::showChanges()
{
    m_banner->setChanges(changes());
    emit changesChanged(changes());
}

} // namespace hookboard
