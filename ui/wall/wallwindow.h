// WallWindow: boards on a screen that people walk past: full screen, larger type, a title bar with clock and what is
// broken, a status strip, rotation over several boards. Shows the models of the boards; edits nothing. Esc leaves, the
// arrow keys change boards, Space holds the rotation. GUI thread; deletes itself when closed.
#pragma once

#include "core/types/health.h"
#include "ui/problems/problemlist.h"
#include "ui/style/theme.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <memory>

class QStackedWidget;

namespace hookboard {

class BoardView;
class Clock;
class DashboardModel;
class HookboardStyle;
class WallBar;
class WallStrip;

struct WallPlan
{
    QList<DashboardModel *> boards; // in the order of their turn; outlive the wall
    int secondsEach = 60;
    Theme theme; // of the program; its type is made larger
};

class WallWindow final : public QWidget
{
    Q_OBJECT
public:
    // The clock outlives this.
    WallWindow(const WallPlan &plan, const Clock &clock);
    ~WallWindow() override;

    void setHealth(const Health &health);
    void setProblems(const QList<Problem> &problems);

    int current() const { return m_current; }
    void showNext(int by = 1);
    // Once a second: clock, countdown, rotation.
    void tick();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();
    void showWords();

    const Clock &m_clock;
    WallPlan m_plan;
    Theme m_theme;
    std::unique_ptr<HookboardStyle> m_style; // the wall may have another scheme than the window
    WallBar *m_bar = nullptr;
    WallStrip *m_strip = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<BoardView *> m_views;
    Health m_health;
    QList<Problem> m_problems;
    QTimer m_second;
    QTimer m_pointer; // hides when it has rested
    int m_current = 0;
    int m_left = 0;  // seconds until the next board
    int m_shown = 0; // seconds since the wall began, for the shift against burn-in
    bool m_held = false;
};

} // namespace hookboard
