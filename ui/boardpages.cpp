#include "ui/boardpages.h"

#include "ui/boards.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/explaindialog.h"
#include "ui/dashboard/tiledialog.h"
#include "ui/style/buttons.h"
#include "ui/style/hookboardstyle.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

void showOnce(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

BoardPages::BoardPages(Boards &boards, const Clock &clock, std::function<QString(const QString &)> sourceUrl,
                       QWidget *parent)
    : QStackedWidget(parent)
    , m_boards(boards)
    , m_clock(clock)
    , m_sourceUrl(std::move(sourceUrl))
{
    setObjectName(u"boardPages"_s);
    addWidget(makeEmpty());
    connect(&m_boards, &Boards::boardChanged, this, &BoardPages::boardChanged);
    connect(&m_boards, &Boards::boardRemoved, this, &BoardPages::boardRemoved);
}

QWidget *BoardPages::makeEmpty()
{
    auto *empty = new QWidget(this);
    m_emptyTitle = new QLabel(empty);
    m_emptyTitle->setFont(themeOf(this).font(TypeRole::PageTitle));
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText = new QLabel(empty);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_firstSource = makeButton(tr("Add source\u2026"), u"plus"_s, ButtonKind::Primary, empty);
    m_firstSource->setObjectName(u"boardFirstSource"_s);
    connect(m_firstSource, &QPushButton::clicked, this, &BoardPages::addSourceWanted);
    m_firstBoard = makeButton(tr("New board\u2026"), u"plus"_s, ButtonKind::Primary, empty);
    m_firstBoard->setObjectName(u"firstBoard"_s);
    connect(m_firstBoard, &QPushButton::clicked, this, &BoardPages::newBoardWanted);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addWidget(m_firstSource, 0, Qt::AlignCenter);
    column->addWidget(m_firstBoard, 0, Qt::AlignCenter);
    column->addStretch(3);
    showFirstStep();
    return empty;
}

// One step at a time: events need a source, and a board without events shows nothing.
void BoardPages::showFirstStep()
{
    const bool source = !m_sourceNames.isEmpty();
    m_emptyTitle->setText(source ? tr("No board yet") : tr("Start with a source"));
    m_emptyText->setText(source
                             ? tr("A board shows numbers, charts and tables that follow your events.")
                             : tr("A source is an address that a service delivers its events to. Once events arrive, "
                                  "a board shows them as numbers, charts and tables."));
    m_firstSource->setVisible(!source);
    setButtonKind(*m_firstBoard, source ? ButtonKind::Primary : ButtonKind::Flat);
}

void BoardPages::showBoard(const QString &boardId)
{
    const BoardSpec *board = m_boards.board(boardId);
    m_current = board ? boardId : QString();
    if (!board) {
        setCurrentIndex(0);
        return;
    }
    const bool known = m_pages.contains(boardId);
    const Page page = known ? m_pages.value(boardId) : open(*board);
    setCurrentWidget(page.view);
    if (!known) {
        emit opened(*board);
    }
}

const BoardSpec *BoardPages::currentBoard() const
{
    return m_boards.board(m_current);
}

QList<BoardSpec> BoardPages::openBoards() const
{
    QList<BoardSpec> open;
    for (const BoardSpec &board : m_boards.all()) {
        if (m_pages.contains(board.id)) {
            open.append(board);
        }
    }
    return open;
}

BoardPages::Page BoardPages::open(const BoardSpec &board)
{
    Page page;
    page.model = new DashboardModel(m_clock, this);
    page.model->setBoard(board);
    page.model->setHealth(m_health);
    page.model->setPaused(m_paused);
    page.view = new BoardView(*page.model, themeOf(this), this);
    page.view->setObjectName(u"boardView-"_s + board.id);
    page.view->setAddressOf(m_sourceUrl);
    m_pages.insert(board.id, page);
    addWidget(page.view);
    connectPage(page, board.id);
    return page;
}

void BoardPages::setTheme(const Theme &theme)
{
    for (const Page &page : std::as_const(m_pages))
        page.view->setTheme(theme);
}

void BoardPages::connectPage(const Page &page, const QString &boardId)
{
    BoardView *view = page.view;
    connect(page.model, &DashboardModel::troubledTilesChanged, this,
            [this, boardId](int count) { emit troubleChanged(boardId, count); });
    connect(view, &BoardView::painted, this, &BoardPages::painted);
    connect(view, &BoardView::eventRequested, this, &BoardPages::eventWanted);
    connect(view, &BoardView::addTileRequested, this, &BoardPages::addTile);
    connect(view, &BoardView::editTileRequested, this,
            [this, boardId](const QString &tileId) { editTile(boardId, tileId); });
    connect(view, &BoardView::duplicateTileRequested, this,
            [this, boardId](const QString &tileId) { m_boards.duplicateTile(boardId, tileId); });
    connect(view, &BoardView::removeTileRequested, this,
            [this, boardId](const QString &tileId) { m_boards.removeTile(boardId, tileId); });
    connect(view, &BoardView::explainTileRequested, this, [this, view](const QString &tileId) {
        if (const Tile *tile = view->tile(tileId)) {
            showOnce(new ExplainDialog(tile->facts(), this));
        }
    });
    connect(view, &BoardView::showDataRequested, this, [this, view](const QString &tileId) {
        if (const Tile *tile = view->tile(tileId)) {
            showOnce(new DataDialog(tile->facts(), this));
        }
    });
    connect(view, &BoardView::tileActionRequested, this,
            [this, boardId](const QString &tileId, TileAction action) { act(boardId, tileId, action); });
}

void BoardPages::apply(const BoardUpdate &update)
{
    if (const Page page = m_pages.value(update.boardId); page.model) {
        page.model->apply(update);
    }
}

void BoardPages::setHealth(const Health &health)
{
    m_health = health;
    for (const Page &page : std::as_const(m_pages)) {
        page.model->setHealth(health);
    }
}

void BoardPages::setSourceNames(const QStringList &names)
{
    m_sourceNames = names;
    showFirstStep();
}

void BoardPages::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    for (const Page &page : std::as_const(m_pages)) {
        page.model->setPaused(paused);
    }
    emit pausedChanged(paused);
}

void BoardPages::addTile()
{
    TileSpec tile;
    tile.kind = TileKind::Kpi;
    tile.title = tr("Events");
    tile.bindings.append(Binding());
    openDialog(tile, [this, boardId = m_current](const TileSpec &made) { m_boards.addTile(boardId, made); });
}

void BoardPages::editTile(const QString &boardId, const QString &tileId)
{
    if (const std::optional<TileSpec> tile = tileOf(boardId, tileId)) {
        openDialog(*tile, [this, boardId](const TileSpec &edited) { m_boards.changeTile(boardId, edited); });
    }
}

void BoardPages::openDialog(const TileSpec &tile, const std::function<void(const TileSpec &)> &accepted)
{
    TileSuggestions suggestions;
    suggestions.sources = m_sourceNames;
    auto *dialog = new TileDialog(tile, suggestions, m_check, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [dialog, accepted] { accepted(dialog->spec()); });
    dialog->open();
}

std::optional<TileSpec> BoardPages::tileOf(const QString &boardId, const QString &tileId) const
{
    if (const BoardSpec *board = m_boards.board(boardId)) {
        for (const TileSpec &tile : board->tiles) {
            if (tile.id == tileId) {
                return tile;
            }
        }
    }
    return std::nullopt;
}

void BoardPages::act(const QString &boardId, const QString &tileId, TileAction action)
{
    const std::optional<TileSpec> found = tileOf(boardId, tileId);
    if (!found || found->bindings.isEmpty()) {
        return;
    }
    TileSpec tile = *found;
    switch (action) {
    case TileAction::CopyAddress:
        QGuiApplication::clipboard()->setText(m_sourceUrl(tile.bindings.first().source));
        break;
    case TileAction::Widen:
        for (Binding &binding : tile.bindings) {
            binding.window = widened(binding.window);
        }
        m_boards.changeTile(boardId, tile);
        break;
    case TileAction::Resume:
        setPaused(false);
        break;
    case TileAction::ShowSkipped:
    case TileAction::Fix:
        editTile(boardId, tileId);
        break;
    case TileAction::None:
        break;
    }
}

void BoardPages::boardChanged(const BoardSpec &board)
{
    if (const Page page = m_pages.value(board.id); page.model) {
        page.model->setBoard(board);
        emit opened(board);
    }
}

void BoardPages::boardRemoved(const QString &boardId)
{
    const Page page = m_pages.take(boardId);
    if (!page.view) {
        return;
    }
    removeWidget(page.view);
    page.view->hide();
    page.view->deleteLater(); // it may be what asked for the removal
    page.model->setParent(page.view);
    emit closed(boardId);
}

} // namespace hookboard
