// Navigator: the ways across the whole window: the command palette, the list of problems with the way to each cure, the
// wall. Gathers what they show when they open and keeps it current while they are. GUI thread; owned by the window,
// destroyed before its pages.
#pragma once

#include "core/types/health.h"
#include "core/types/seenfields.h"
#include "ui/problems/problemlist.h"
#include "ui/wall/walldialog.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QSettings;

namespace hookboard {

class Boards;
class Clock;
class MainWindow;
class ProblemCentre;
class WallWindow;

class Navigator final : public QObject
{
    Q_OBJECT
public:
    // All of them outlive this.
    Navigator(MainWindow &window, Boards &boards, const Clock &clock);
    ~Navigator() override;

    void setHealth(const Health &health);
    void setSourceNames(const QStringList &names) { m_sourceNames = names; }
    const QList<Problem> &problems() const { return m_problems; }

    void openPalette();
    void openProblems();
    void openWallDialog();
    void startWall(const WallChoice &choice);
    WallWindow *wall() const;
    void showTile(const QString &boardId, const QString &tileId);

    void saveState(QSettings &state) const;
    void restoreState(const QSettings &state);

signals:
    void problemsChanged(int count);
    void freePortWanted();
    void settingsWanted();

private:
    void refresh();
    void cure(const Problem &problem);

    MainWindow &m_window;
    Boards &m_boards;
    const Clock &m_clock;
    Health m_health;
    bool m_healthKnown = false;
    QStringList m_sourceNames;
    QList<Problem> m_problems;
    QPointer<ProblemCentre> m_centre;
    QPointer<WallWindow> m_wall;
    WallChoice m_wallChoice;
};

} // namespace hookboard
