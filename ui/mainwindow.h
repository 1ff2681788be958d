// MainWindow: menus, rail, place bar, pages and status line, and how to get from one to the other. No logic: facts come
// in through slots, wishes leave as signals; EngineBinding ties both to the engine. GUI thread.
#pragma once

#include "core/config/settings.h"
#include "core/types/tilesnapshot.h"
#include "ui/events/eventfeed.h"
#include "ui/sources/sourcespage.h"

#include <QtWidgets/QMainWindow>

class QStackedWidget;

namespace hookboard {

class Banner;
class BoardCommands;
class BoardPages;
class Boards;
class Clock;
class EventsPage;
class Navigator;
class PlaceBar;
class Rail;
class StatusLine;
class WelcomePage;
class WindowActions;

// What the window cannot do itself.
struct WindowParts
{
    Boards &boards; // outlives the window, as the clock does
    const Clock &clock;
    EventFetch fetch;
    SourceRequests requests;
    QList<ProviderInfo> providers;
    QString stateFile; // window.ini; empty = nothing is remembered
    Settings settings;
};

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(WindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    enum class Place { Board, Events, Sources };
    Place place() const { return m_place; }
    BoardPages &boardPages() { return *m_boardPages; }
    EventsPage &eventsPage() { return *m_events; }
    SourcesPage &sourcesPage() { return *m_sources; }
    StatusLine &statusLine() { return *m_status; }
    Rail &rail() { return *m_rail; }
    WindowActions &actions() { return *m_actions; }
    Navigator &navigator() { return *m_navigator; }
    BoardCommands &boardCommands() { return *m_commands; }

public slots:
    void setSources(const QList<hookboard::SourceConfig> &sources);
    void setHealth(const hookboard::Health &health, qint64 nowUs);
    // Ages grow without news.
    void setNow(qint64 nowUs);
    void commit(const hookboard::EventBatch &events);
    void apply(const hookboard::BoardUpdate &update);

    void showBoard(const QString &boardId);
    void showEvents();
    void showSources();
    void showEventsOf(const hookboard::EventFilter &filter);
    // A sentence about something that went wrong outside of any page, until it is dismissed.
    void showProblem(const QString &sentence);

signals:
    void freePortWanted();
    void themeChosen(const QString &theme);
    void demoWanted();
    void settingsChanged(const hookboard::Settings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void connectActions();
    void connectRail();
    void connectStatus();
    void connectPages();
    void go(Place place);
    void listBoards();
    void showBar();
    void openSettings();
    void takeFreePort();
    void openAbout();
    void applyPause(bool paused);
    void setFullScreen(bool full);
    void updateRail();
    void restoreState();
    void saveState() const;

    Boards &m_boards;
    QString m_stateFile;
    Settings m_settings;
    bool m_portIsNew = false; // one was asked for and not named yet
    Place m_place = Place::Board;
    bool m_railNarrowByUser = false;
    WindowActions *m_actions = nullptr;
    Rail *m_rail = nullptr;
    PlaceBar *m_bar = nullptr;
    Banner *m_problem = nullptr;
    QStackedWidget *m_stack = nullptr;
    BoardPages *m_boardPages = nullptr;
    BoardCommands *m_commands = nullptr;
    EventsPage *m_events = nullptr;
    WelcomePage *m_welcome = nullptr;
    SourcesPage *m_sources = nullptr;
    StatusLine *m_status = nullptr;
    Navigator *m_navigator = nullptr;
};

} // namespace hookboard
