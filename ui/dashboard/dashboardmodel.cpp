#include "ui/dashboard/dashboardmodel.h"

#include "core/types/clock.h"

#include <QtCore/QSet>

#include <algorithm>

namespace hookboard {

namespace {

constexpr std::chrono::milliseconds kAgeTick{1000};

bool isTrouble(TileState state)
{
    return state == TileState::Error || state == TileState::Broken || state == TileState::Offline ||
           state == TileState::TooMany || state == TileState::Stale || state == TileState::Partial ||
           state == TileState::Unverified;
}

} // namespace

bool showsTheSame(const TileSpec &a, const TileSpec &b)
{
    return a.kind == b.kind && a.bindings == b.bindings && a.columns == b.columns;
}

DashboardModel::DashboardModel(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    // Until health says otherwise nothing is known to be wrong.
    m_context.listener.listening = true;
    m_context.journal.writable = true;
    m_context.nowUs = clock.nowUs();
    m_age.setInterval(kAgeTick);
    connect(&m_age, &QTimer::timeout, this, &DashboardModel::tick);
    m_age.start();
}

void DashboardModel::setBoard(const BoardSpec &board)
{
    const bool sameBoard = board.id == m_board.id;
    QSet<QString> ids;
    for (const TileSpec &tile : board.tiles) {
        const auto known = std::find_if(m_board.tiles.begin(), m_board.tiles.end(),
                                        [&tile](const TileSpec &old) { return old.id == tile.id; });
        // A number must not outlive the formula that it was made with.
        if (known == m_board.tiles.end() || showsTheSame(*known, tile))
            ids << tile.id;
    }
    m_board = board;
    const auto gone = [&](const std::pair<const QString &, TileSnapshot &> &entry) {
        return !sameBoard || !ids.contains(entry.first);
    };
    m_shown.removeIf(gone);
    m_broken.removeIf([&](const std::pair<const QString &, BrokenPath &> &entry) {
        return !sameBoard || !ids.contains(entry.first); // a changed tile is looked at anew
    });
    m_waiting.removeIf(gone);
    emit boardChanged();
    countTroubles();
}

void DashboardModel::apply(const BoardUpdate &update)
{
    if (update.boardId != m_board.id)
        return;
    QStringList changed;
    for (const TileSnapshot &snapshot : update.tiles) {
        const bool held = m_context.paused && m_shown.contains(snapshot.tileId);
        TileSnapshot &target = held ? m_waiting[snapshot.tileId] : m_shown[snapshot.tileId];
        // A board that was opened anew, as after each change of a tile, counts its revisions from the beginning.
        if (!update.complete && target.revision > snapshot.revision && snapshot.revision != 0)
            continue;
        target = snapshot;
        if (!held)
            changed << snapshot.tileId;
    }
    if (changed.isEmpty())
        return;
    m_context.nowUs = m_clock.nowUs();
    emit tilesChanged(changed, update.traces);
    countTroubles();
}

void DashboardModel::setHealth(const Health &health)
{
    m_context.listener = health.listener;
    m_context.journal = health.journal;
    tick();
}

TileSnapshot DashboardModel::snapshot(const QString &tileId) const
{
    TileSnapshot shown = m_shown.value(tileId);
    if (const auto broken = m_broken.constFind(tileId); broken != m_broken.cend())
        shown.broken = *broken;
    return shown;
}

void DashboardModel::setBroken(const QHash<QString, BrokenPath> &broken)
{
    if (m_broken == broken)
        return;
    QStringList changed;
    for (const TileSpec &tile : std::as_const(m_board.tiles)) {
        const auto before = m_broken.constFind(tile.id);
        const auto after = broken.constFind(tile.id);
        const bool same =
            (before == m_broken.cend()) == (after == broken.cend()) && (before == m_broken.cend() || *before == *after);
        if (!same && m_shown.contains(tile.id))
            changed << tile.id;
    }
    m_broken = broken;
    if (!changed.isEmpty())
        emit tilesChanged(changed, {});
    countTroubles();
}

void DashboardModel::setPaused(bool paused)
{
    if (m_context.paused == paused)
        return;
    m_context.paused = paused;
    m_context.pausedSeq = paused ? m_context.journal.lastSeq : 0;
    const QStringList late = m_waiting.keys();
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it)
        m_shown.insert(it.key(), it.value());
    m_waiting.clear();
    tick();
    if (!late.isEmpty())
        emit tilesChanged(late, {});
}

int DashboardModel::troubledTiles() const
{
    return m_troubled;
}

void DashboardModel::tick()
{
    m_context.nowUs = m_clock.nowUs();
    emit contextChanged();
    countTroubles();
}

QStringList DashboardModel::troubledTileIds() const
{
    QStringList ids;
    for (const TileSpec &tile : m_board.tiles) {
        const TileCondition condition = tileState(tile, snapshot(tile.id), m_context);
        if (isTrouble(condition.state) || std::any_of(condition.also.begin(), condition.also.end(), isTrouble))
            ids << tile.id;
    }
    return ids;
}

void DashboardModel::countTroubles()
{
    const auto count = int(troubledTileIds().size());
    if (count == m_troubled)
        return;
    m_troubled = count;
    emit troubledTilesChanged(count);
}

} // namespace hookboard
