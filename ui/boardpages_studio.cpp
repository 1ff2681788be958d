// The part of BoardPages that leads to the mapping studio and back, and proposes tiles from what has come.
#include "core/types/clock.h"
#include "core/types/previewboard.h"
#include "ui/boardpages.h"
#include "ui/boards.h"
#include "ui/boards/boardpage.h"
#include "ui/dashboard/boardview.h"
#include "ui/dashboard/dashboardmodel.h"
#include "ui/dashboard/proposedtiles.h"
#include "ui/dashboard/tileregistry.h"
#include "ui/mapping/brokenpaths.h"
#include "ui/mapping/studiodraft.h"
#include "ui/mapping/suggestions.h"

#include <QtCore/QUuid>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

void BoardPages::addTile()
{
    TileSpec tile;
    tile.kind = TileKind::TimeSeries;
    tile.title = tr("Events");
    tile.grid.setSize(tileKindInfo(tile.kind).size);
    tile.bindings.append(Binding());
    openStudio(m_current, tile);
}

void BoardPages::editTile(const QString &boardId, const QString &tileId, bool fix)
{
    const std::optional<TileSpec> tile = tileOf(boardId, tileId);
    if (!tile) {
        return;
    }
    openStudio(boardId, *tile);
    if (fix && m_studio && m_studioBoard == boardId && m_studio->draft().tile().id == tileId) {
        m_studio->fixPaths();
    }
}

void BoardPages::setFetchSamples(const FetchSamples &fetch)
{
    m_fetchSamples = fetch;
    m_watch->setFetch(fetch);
}

// Every board that is folded is compared with what comes, and told when a path of a tile leads nowhere any more.
void BoardPages::watchPaths()
{
    m_watch = new BrokenPathWatch(this);
    connect(this, &BoardPages::opened, m_watch, [this](const BoardSpec &board) {
        if (!isPreviewBoard(board.id)) {
            m_watch->watch(board);
        }
    });
    connect(this, &BoardPages::closed, m_watch, &BrokenPathWatch::forget);
    connect(this, &BoardPages::removed, m_watch, &BrokenPathWatch::forget);
    connect(m_watch, &BrokenPathWatch::found, this,
            [this](const QString &boardId, const QHash<QString, BrokenPath> &broken) {
                if (const Page page = m_pages.value(boardId); page.model) {
                    page.model->setBroken(broken);
                }
            });
}

bool BoardPages::showsStudio() const
{
    return m_studio && currentWidget() == m_studio;
}

// One at a time. A draft that was left is led back to: nothing but the studio has what it holds.
void BoardPages::openStudio(const QString &boardId, const TileSpec &tile)
{
    const BoardSpec *board = m_boards.board(boardId);
    if (!board) {
        return;
    }
    if (m_studio && m_studio->draft().steps() > 1) {
        emit boardMade(m_studioBoard);
        return;
    }
    closeStudio();
    m_studio = new MappingStudio({m_fetchSamples, m_check, [this] { return m_clock.nowUs(); }, m_sourceUrl}, this);
    m_studioBoard = boardId;
    m_studio->setSourceNames(m_sourceNames);
    m_studio->setHealth(m_health);
    m_studio->setBoardSize(size());
    connectStudio();
    const Page page = m_pages.value(boardId);
    addWidget(m_studio);
    setCurrentWidget(m_studio);
    m_studio->begin(tile, page.model ? page.model->snapshot(tile.id) : TileSnapshot(), board->title);
}

void BoardPages::connectStudio()
{
    connect(m_studio, &MappingStudio::previewOpened, this, &BoardPages::opened);
    connect(m_studio, &MappingStudio::previewClosed, this, &BoardPages::closed);
    connect(m_studio, &MappingStudio::eventWanted, this, &BoardPages::eventWanted);
    connect(m_studio, &MappingStudio::eventsWanted, this, &BoardPages::eventsWanted);
    connect(m_studio, &MappingStudio::originWanted, this, &BoardPages::originWanted);
    connect(m_studio, &MappingStudio::applied, this, &BoardPages::takeFromStudio);
    connect(m_studio, &MappingStudio::discarded, this, [this] {
        const int steps = m_studio->draft().steps();
        if (steps < 2) {
            closeStudio();
            return;
        }
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Discard changes"), {}, QMessageBox::NoButton, m_studio);
        box->setObjectName(u"discardBox"_s);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setText(tr("Discard %1 changes of this tile?").arg(locale().toString(steps)));
        QPushButton *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
        discard->setObjectName(u"discardAll"_s);
        box->setDefaultButton(box->addButton(tr("Keep editing"), QMessageBox::RejectRole));
        connect(box, &QMessageBox::buttonClicked, this, [this, discard](QAbstractButton *button) {
            if (button == discard) {
                closeStudio();
            }
        });
        box->open();
    });
}

void BoardPages::takeFromStudio(const TileSpec &tile)
{
    const QString board = m_studioBoard;
    closeStudio();
    QString shown = tile.id;
    if (tile.id.isEmpty()) {
        m_boards.addTile(board, tile);
        if (const BoardSpec *now = m_boards.board(board); now && !now->tiles.isEmpty()) {
            shown = now->tiles.last().id;
        }
    } else {
        m_boards.changeTile(board, tile);
    }
    if (BoardView *view = m_pages.value(board).view) {
        view->reveal(shown);
    }
}

void BoardPages::closeStudio()
{
    if (!m_studio) {
        return;
    }
    MappingStudio *studio = std::exchange(m_studio, nullptr);
    const Page page = m_pages.value(std::exchange(m_studioBoard, {}));
    if (page.page && currentWidget() == studio) {
        setCurrentWidget(page.page);
    }
    studio->hide(); // closes its previews
    removeWidget(studio);
    studio->deleteLater(); // one of its buttons led here
    emit studioShown(false);
}

void BoardPages::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    if (m_studio) {
        m_studio->setBoardSize(size());
    }
}

// A board of what has come: of the kind of events of this source that is seen most, else of all sources.
void BoardPages::proposeTiles(const QString &boardId, const QString &source)
{
    const auto propose = [this, boardId](const QList<TileSpec> &tiles) {
        const BoardSpec *before = m_boards.board(boardId);
        if (!before) {
            return;
        }
        BoardSpec after = *before;
        for (TileSpec tile : tiles) {
            tile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            after.tiles.append(tile);
        }
        m_boards.change(after, tr("Propose tiles"));
    };
    if (!m_fetchSamples) {
        propose(proposedTiles());
        return;
    }
    const auto sampled = [this, propose](const EventKind &kind, const Result<SampledFields> &samples) {
        QList<TileKind> kinds;
        for (const TileKindInfo &info : tileKinds()) {
            kinds << info.kind;
        }
        propose(samples && samples->events > 0 ? quickBoard(*samples, kind.source, kind.type, kinds, m_clock.nowUs())
                                               : proposedTiles());
    };
    SampleQuery any;
    any.source = source;
    any.newest = 1;
    m_fetchSamples(any, this,
                   [this, source, propose, sampled](const Result<SampledFields> &seen) {
                       EventKind best;
                       for (const EventKind &kind : seen ? seen->kindsSeen : QList<EventKind>()) {
                           if ((source.isEmpty() || kind.source == source) && kind.events > best.events) {
                               best = kind;
                           }
                       }
                       if (best.events == 0) {
                           propose(proposedTiles());
                           return;
                       }
                       SampleQuery query;
                       query.source = best.source;
                       query.types = best.type.isEmpty() ? QStringList() : QStringList{best.type};
                       m_fetchSamples(query, this,
                                      [best, sampled](const Result<SampledFields> &samples) { sampled(best, samples); },
                                      {});
                   },
                   {});
}

} // namespace hookboard
