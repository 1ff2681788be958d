// BoardPages: the boards as pages: one view per board that was looked at, the edits of its tiles as undo steps of
// Boards. GUI thread; owned by the window. Boards stay open once shown, so that the rail can count their troubles.
#pragma once

#include "core/types/eventorigin.h"
#include "core/types/result.h"
#include "core/types/seenfields.h"
#include "core/types/tileproblem.h"
#include "core/types/tilesnapshot.h"

#include "ui/mapping/mappingstudio.h"
#include "ui/problems/problemlist.h"
#include "ui/style/theme.h"

#include <QtCore/QHash>
#include <QtWidgets/QStackedWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace hookboard {

class BoardPage;
class Boards;
class BoardView;
class BrokenPathWatch;
class Clock;
class DashboardModel;
class WelcomePage;
class TileExporter;
struct EventFetch;
enum class TileAction;
struct BoardPicture;

class BoardPages final : public QStackedWidget
{
    Q_OBJECT
public:
    // `sourceUrl` names the address of a source (empty = any), for tiles that wait for their first event.
    // The clock and the boards outlive this.
    BoardPages(Boards &boards, const Clock &clock, std::function<QString(const QString &)> sourceUrl,
               QWidget *parent = nullptr);

    // Shown while there is no board, and whenever it is asked for. Taken over.
    void setWelcomePage(WelcomePage *page);
    // Empty id = no board: the welcome page.
    void showBoard(const QString &boardId);
    QString current() const { return m_current; }
    const BoardSpec *currentBoard() const; // null = none is shown
    QList<BoardSpec> openBoards() const;   // those with a page

    void apply(const BoardUpdate &update);
    void setHealth(const Health &health);
    // For sources and types to choose from. Without any, the page without a board leads to the first source.
    void setSourceNames(const QStringList &names);
    // Says what is wrong with an edited tile; without one the dialog takes anything.
    void setTileCheck(std::function<QList<TileProblem>(const TileSpec &)> check) { m_check = std::move(check); }
    // Brings types and paths of the newest events to choose from; may answer late or never.
    using FetchFields = std::function<void(QObject *context, std::function<void(const SeenFields &)> done)>;
    void setFetchFields(FetchFields fetch) { m_fetchFields = std::move(fetch); }
    void fetchFields(QObject *context, std::function<void(const SeenFields &)> done) const;
    // Posts a sample delivery to a source, for tiles that wait for their first event.
    using Simulate = std::function<void(const QString &source, QObject *context, std::function<void(const Status &)>)>;
    void setSimulate(Simulate simulate) { m_simulate = std::move(simulate); }
    // Brings what the newest events hold, to make tiles from.
    void setFetchSamples(const FetchSamples &fetch);
    // A tile of the current board is being made or changed, and is what this shows.
    bool showsStudio() const;
    MappingStudio *studio() const { return m_studio; } // null = none is open
    // For the events behind a tile, when they are exported.
    void setFetchEvents(EventFetch fetch);
    void exportPicture(); // the current one, as a picture
    void printBoard();
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    void addTile();
    BoardView *view(const QString &boardId) const { return m_pages.value(boardId).view; }
    DashboardModel *model(const QString &boardId) const { return m_pages.value(boardId).model; }
    BoardPage *currentPage() const; // null = no board is shown
    // Of the boards that are open.
    QList<TroubledTile> troubledTiles() const;
    // Has its tiles folded from now on without showing it here.
    void openPage(const QString &boardId);
    void editTile(const QString &boardId, const QString &tileId, bool fix = false);

    // Tiles paint themselves and have to be told of another scheme.
    void setTheme(const Theme &theme);

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void opened(const hookboard::BoardSpec &board); // its tiles have to be folded from now on, also after a change
    void closed(const QString &boardId);            // one that was only looked at
    void removed(const QString &boardId);           // also one that was never opened
    void troubleChanged(const QString &boardId, int tiles);
    void painted(const QList<hookboard::Trace> &traces, qint64 paintedNs);
    void newBoardWanted();
    void boardMade(const QString &boardId); // from the welcome page: to be shown
    void pausedChanged(bool paused);
    void editingChanged(bool editing); // of the page that is shown
    void selectionChanged();
    void studioShown(bool shown);
    void eventWanted(quint64 seq);
    void originWanted(const hookboard::EventOrigin &origin, const QString &words);
    void eventsWanted(const QString &source, const QString &type); // empty = any
    void sourcesWanted();
    void problem(const QString &sentence);
    void addSourceWanted();

private:
    void proposeTiles(const QString &boardId, const QString &source = {});
    struct Page
    {
        DashboardModel *model = nullptr;
        BoardPage *page = nullptr;
        BoardView *view = nullptr; // of the page
    };
    Page open(const BoardSpec &board);
    void connectPage(const Page &page, const QString &boardId);
    void openStudio(const QString &boardId, const TileSpec &tile);
    void connectStudio();
    void takeFromStudio(const TileSpec &tile);
    void closeStudio();
    void watchPaths();
    std::optional<TileSpec> tileOf(const QString &boardId, const QString &tileId) const;
    std::optional<BoardPicture> pictureOfBoard() const;
    void act(const QString &boardId, const QString &tileId, TileAction action);
    void boardChanged(const BoardSpec &board);
    void boardRemoved(const QString &boardId);

    Boards &m_boards;
    const Clock &m_clock;
    std::function<QString(const QString &)> m_sourceUrl;
    std::function<QList<TileProblem>(const TileSpec &)> m_check;
    Simulate m_simulate;
    FetchFields m_fetchFields;
    FetchSamples m_fetchSamples;
    BrokenPathWatch *m_watch = nullptr;
    MappingStudio *m_studio = nullptr;
    QString m_studioBoard;
    TileExporter *m_exporter = nullptr;
    WelcomePage *m_welcome = nullptr;
    QHash<QString, Page> m_pages;
    QHash<QString, BoardSpec> m_folded; // what the fold of each open board was last told
    QStringList m_sourceNames;
    QString m_current;
    Health m_health;
    bool m_paused = false;
};

} // namespace hookboard
