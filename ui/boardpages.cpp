#include "ui/boardpages.h"

#include "core/types/clock.h"
#include "core/types/previewboard.h"
#include "ui/boards.h"
#include "ui/boards/boardpage.h"
#include "ui/dashboard/boardrender.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/datadialog.h"
#include "ui/dashboard/explaindialog.h"
#include "ui/dashboard/tileexporter.h"
#include "ui/dashboard/tileorigin.h"
#include "ui/style/hookboardstyle.h"
#include "ui/welcome/welcomepage.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

// What the numbers of a board depend on: all but places and words, in an order of its own.
BoardSpec foldedPart(BoardSpec board)
{
    board.title.clear();
    for (TileSpec &tile : board.tiles) {
        tile.grid = QRect();
        tile.title.clear();
        tile.subtitle.clear();
        tile.description.clear();
        tile.nullText.clear();
        tile.format = {};
    }
    return board;
}

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
    m_exporter = new TileExporter(this);
    connect(m_exporter, &TileExporter::problem, this, &BoardPages::problem);
    connect(&m_boards, &Boards::boardChanged, this, &BoardPages::boardChanged);
    connect(&m_boards, &Boards::boardRemoved, this, &BoardPages::boardRemoved);
    watchPaths();
    connect(this, &QStackedWidget::currentChanged, this, [this] { emit studioShown(showsStudio()); });
}

void BoardPages::setWelcomePage(WelcomePage *page)
{
    m_welcome = page;
    insertWidget(0, page);
    connect(page, &WelcomePage::boardWanted, this, [this](const QString &source, const QString &title) {
        const QString id = m_boards.create(title);
        proposeTiles(id, source);
        emit boardMade(id);
    });
    connect(page, &WelcomePage::emptyBoardWanted, this, &BoardPages::newBoardWanted);
    connect(page, &WelcomePage::addSourceWanted, this, &BoardPages::addSourceWanted);
    if (m_current.isEmpty()) {
        setCurrentIndex(0);
    }
}

void BoardPages::showBoard(const QString &boardId)
{
    const BoardSpec *board = m_boards.board(boardId);
    m_current = board ? boardId : QString();
    if (!board) {
        if (m_welcome) {
            setCurrentWidget(m_welcome);
        }
        return;
    }
    const bool known = m_pages.contains(boardId);
    const Page page = known ? m_pages.value(boardId) : open(*board);
    if (m_studio && m_studioBoard == boardId) {
        setCurrentWidget(m_studio); // goes on where it was left
    } else {
        setCurrentWidget(page.page);
    }
    if (!known) {
        emit opened(*board);
    }
}

QList<TroubledTile> BoardPages::troubledTiles() const
{
    QList<TroubledTile> found;
    for (const BoardSpec &board : m_boards.all()) {
        const Page page = m_pages.value(board.id);
        const QStringList ids = page.model ? page.model->troubledTileIds() : QStringList();
        for (const QString &id : ids) {
            const Tile *tile = page.view->tile(id);
            if (!tile) {
                continue;
            }
            const TileFacts facts = tile->facts();
            const QString banner = tileBanner(facts).text;
            found.append({board.id, board.title, id, facts.spec.title, facts.condition.state,
                          banner.isEmpty() ? tileFooter(facts).left : banner});
        }
    }
    return found;
}

void BoardPages::openPage(const QString &boardId)
{
    const BoardSpec *board = m_boards.board(boardId);
    if (board && !m_pages.contains(boardId)) {
        open(*board);
        emit opened(*board);
    }
}

BoardPage *BoardPages::currentPage() const
{
    return m_pages.value(m_current).page;
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
    page.page = new BoardPage(m_boards, *page.model, themeOf(this), this);
    page.view = &page.page->view();
    page.view->setAddressOf(m_sourceUrl);
    m_pages.insert(board.id, page);
    m_folded.insert(board.id, foldedPart(board));
    addWidget(page.page);
    connectPage(page, board.id);
    return page;
}

void BoardPages::setTheme(const Theme &theme)
{
    for (const Page &page : std::as_const(m_pages))
        page.view->setTheme(theme);
    if (m_studio)
        m_studio->setTheme(theme);
}

void BoardPages::connectPage(const Page &page, const QString &boardId)
{
    BoardView *view = page.view;
    connect(page.model, &DashboardModel::troubledTilesChanged, this,
            [this, boardId](int count) { emit troubleChanged(boardId, count); });
    connect(view, &BoardView::painted, this, &BoardPages::painted);
    connect(view, &BoardView::eventRequested, this, &BoardPages::eventWanted);
    connect(view, &BoardView::originRequested, this, &BoardPages::originWanted);
    connect(view, &BoardView::exportRequested, this, [this, view](const QString &tileId, TileExport what) {
        if (Tile *tile = view->tile(tileId)) {
            m_exporter->exportTile(*tile, what);
        }
    });
    connect(view, &BoardView::addTileRequested, this, &BoardPages::addTile);
    connect(page.page, &BoardPage::mappingWanted, this,
            [this, boardId](const QString &tileId) { editTile(boardId, tileId); });
    connect(page.page, &BoardPage::editingChanged, this, [this](bool editing) { emit editingChanged(editing); });
    connect(page.page, &BoardPage::selectionChanged, this, &BoardPages::selectionChanged);
    connect(view, &BoardView::proposeTilesRequested, this, [this, boardId] { proposeTiles(boardId); });
    connect(view, &BoardView::editTileRequested, this,
            [this, boardId](const QString &tileId) { editTile(boardId, tileId); });
    connect(view, &BoardView::duplicateTileRequested, this,
            [this, boardId](const QString &tileId) { m_boards.duplicateTile(boardId, tileId); });
    connect(view, &BoardView::removeTileRequested, this,
            [this, boardId](const QString &tileId) { m_boards.removeTile(boardId, tileId); });
    connect(view, &BoardView::explainTileRequested, this, [this, view](const QString &tileId) {
        if (const Tile *tile = view->tile(tileId)) {
            auto *dialog = new ExplainDialog(tile->facts(), this);
            connect(dialog, &ExplainDialog::originRequested, this, &BoardPages::originWanted);
            showOnce(dialog);
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
    if (m_studio && isPreviewBoard(update.boardId)) {
        m_studio->apply(update);
    } else if (const Page page = m_pages.value(update.boardId); page.model) {
        page.model->apply(update);
    }
}

void BoardPages::setHealth(const Health &health)
{
    m_health = health;
    if (m_welcome) {
        m_welcome->setHealth(health, m_clock.nowUs());
    }
    if (m_studio) {
        m_studio->setHealth(health);
    }
    for (const Page &page : std::as_const(m_pages)) {
        page.model->setHealth(health);
    }
}

void BoardPages::setSourceNames(const QStringList &names)
{
    m_sourceNames = names;
}

void BoardPages::fetchFields(QObject *context, std::function<void(const SeenFields &)> done) const
{
    if (m_fetchFields) {
        m_fetchFields(context, std::move(done));
    }
}

void BoardPages::setFetchEvents(EventFetch fetch)
{
    m_exporter->setFetch(std::move(fetch));
}

// As it is shown now, also where that is scrolled away.
std::optional<BoardPicture> BoardPages::pictureOfBoard() const
{
    const Page page = m_pages.value(m_current);
    if (!page.model) {
        return std::nullopt;
    }
    BoardPicture picture;
    picture.board = page.model->board();
    for (const TileSpec &tile : std::as_const(picture.board.tiles)) {
        picture.snapshots.insert(tile.id, page.model->snapshot(tile.id));
    }
    picture.context = page.model->context();
    picture.theme = themeOf(this);
    picture.locale = locale();
    picture.addressOf = m_sourceUrl;
    picture.size = page.view->widget()->size();
    return picture;
}

void BoardPages::exportPicture()
{
    if (const auto picture = pictureOfBoard()) {
        m_exporter->exportPicture(pictureOf(*picture));
    }
}

void BoardPages::printBoard()
{
    if (const auto picture = pictureOfBoard()) {
        m_exporter->print(pictureOf(*picture));
    }
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
    case TileAction::Simulate:
        if (m_simulate) {
            m_simulate(tile.bindings.first().source, this, [this](const Status &sent) {
                if (!sent.ok()) {
                    emit problem(sent.error().message);
                }
            });
        }
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
        if (const Tile *shown = m_pages.value(boardId).view->tile(tileId)) {
            if (const auto skipped = originOfSkipped(shown->facts())) {
                emit originWanted(skipped->events, skipped->words);
            }
        }
        break;
    case TileAction::Fix:
        editTile(boardId, tileId, true);
        break;
    case TileAction::None:
        break;
    }
}

void BoardPages::boardChanged(const BoardSpec &board)
{
    if (const Page page = m_pages.value(board.id); page.model) {
        page.model->setBoard(board);
        // Moved tiles and other words need no fold: the arrow keys would start one with every press.
        if (const BoardSpec folded = foldedPart(board); !(m_folded.value(board.id) == folded)) {
            m_folded.insert(board.id, folded);
            emit opened(board);
        }
    }
}

void BoardPages::boardRemoved(const QString &boardId)
{
    if (m_studioBoard == boardId) {
        closeStudio();
    }
    m_folded.remove(boardId);
    if (const Page page = m_pages.take(boardId); page.view) {
        page.page->finishEditing();
        removeWidget(page.page);
        page.page->hide();
        page.page->deleteLater(); // it may be what asked for the removal
        page.model->setParent(page.page);
    }
    emit removed(boardId);
}

} // namespace hookboard
