#include "ui/mapping/brokenpaths.h"

#include "ui/mapping/bindingslots.h"

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kNewestLookedAt = 200;
constexpr quint64 kFewestTelling = 5;
constexpr std::chrono::seconds kSoon{2};
constexpr std::chrono::seconds kNowAndThen{60};

bool isPlainPath(const QString &text)
{
    return text.startsWith(u'$') || text.startsWith("header:"_L1) || text.startsWith("query:"_L1);
}

} // namespace

QStringList neededPaths(const TileSpec &tile)
{
    QStringList paths;
    if (showsRows(tile.kind) || tile.bindings.isEmpty())
        return paths; // a row without one of its cells is still a row
    const Binding &binding = tile.bindings.first();
    for (const Slot slot : {Slot::Value, Slot::Time, Slot::GroupBy}) {
        const QString path = slotPath(tile, 0, slot);
        const bool read = slot != Slot::GroupBy || hasGroups(tile.kind);
        if (read && isPlainPath(path) && !paths.contains(path))
            paths << path;
    }
    for (const ValueStep &step : binding.steps) {
        if (std::holds_alternative<steps::Coalesce>(step))
            paths.removeAll(binding.value); // it has others to fall back on
    }
    return paths;
}

std::optional<BrokenPath> brokenPath(const QStringList &paths, const SampledFields &samples)
{
    if (samples.events < kFewestTelling || samples.unread == samples.events)
        return std::nullopt;
    for (qsizetype i = 0; i < paths.size() && i < samples.selected.size(); ++i) {
        if (samples.selected[i] == 0)
            return BrokenPath{paths[i], nearestPath(paths[i], samples)};
    }
    return std::nullopt;
}

BrokenPathWatch::BrokenPathWatch(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    m_minute.setInterval(kNowAndThen);
    connect(&m_soon, &QTimer::timeout, this, &BrokenPathWatch::look);
    connect(&m_minute, &QTimer::timeout, this, &BrokenPathWatch::look);
    m_minute.start();
}

void BrokenPathWatch::watch(const BoardSpec &board)
{
    m_boards.insert(board.id, board);
    m_soon.start();
}

void BrokenPathWatch::forget(const QString &boardId)
{
    m_boards.remove(boardId);
}

void BrokenPathWatch::look()
{
    if (!m_fetch)
        return;
    for (const BoardSpec &board : std::as_const(m_boards))
        lookAt(board);
}

// The tiles of one kind of events are looked at together; the board is told of when the last kind is back.
void BrokenPathWatch::lookAt(const BoardSpec &board)
{
    struct Round
    {
        qsizetype open = 0;
        QHash<QString, BrokenPath> broken;
    };
    QHash<std::pair<QString, QStringList>, QList<std::pair<QString, QStringList>>> kinds; // tiles and their paths
    for (const TileSpec &tile : board.tiles) {
        const QStringList paths = neededPaths(tile);
        if (!paths.isEmpty())
            kinds[{tile.bindings.first().source, tile.bindings.first().types}].append({tile.id, paths});
    }
    auto round = std::make_shared<Round>();
    round->open = kinds.size();
    if (kinds.isEmpty())
        emit found(board.id, {});
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind) {
        SampleQuery query;
        query.source = kind.key().first;
        query.types = kind.key().second;
        query.newest = kNewestLookedAt;
        for (const auto &[id, paths] : kind.value())
            query.paths += paths;
        m_fetch(query, this,
                [this, board, round, tiles = kind.value()](const Result<SampledFields> &samples) {
                    SampledFields part = samples ? *samples : SampledFields();
                    const QList<quint64> selected = part.selected;
                    qsizetype from = 0;
                    for (const auto &[id, paths] : tiles) {
                        part.selected = selected.mid(from, paths.size());
                        from += paths.size();
                        if (const auto broken = brokenPath(paths, part))
                            round->broken.insert(id, *broken);
                    }
                    if (--round->open == 0 && m_boards.value(board.id) == board)
                        emit found(board.id, round->broken);
                },
                {});
    }
}

} // namespace hookboard
