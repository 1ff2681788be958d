#include "ui/mapping/brokenpaths.h"

#include "ui/mapping/bindingslots.h"

#include <algorithm>
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

// Bindings that a tile of this kind measures with. A row without one of its cells is still a row.
qsizetype measures(const TileSpec &tile)
{
    if (showsRows(tile.kind))
        return 0;
    const bool one = tile.kind == TileKind::Gauge || tile.kind == TileKind::Histogram;
    return one ? std::min<qsizetype>(1, tile.bindings.size()) : tile.bindings.size();
}

struct Looked
{
    QString tile;
    qsizetype binding = 0;
    QStringList paths;
};

} // namespace

QStringList neededPaths(const TileSpec &tile, qsizetype index)
{
    QStringList paths;
    if (index >= measures(tile))
        return paths;
    const Binding &binding = tile.bindings[index];
    for (const Slot slot : {Slot::Value, Slot::Time, Slot::GroupBy}) {
        const QString path = slotPath(tile, index, slot);
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
            return BrokenPath{paths[i], nearestPath(paths[i], samples), 0};
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

// What measures one kind of events is looked at together; the board is told of when the last kind is back.
void BrokenPathWatch::lookAt(const BoardSpec &board)
{
    struct Round
    {
        qsizetype open = 0;
        QHash<QString, BrokenPath> broken;
    };
    QHash<std::pair<QString, QStringList>, QList<Looked>> kinds;
    for (const TileSpec &tile : board.tiles) {
        for (qsizetype i = 0; i < tile.bindings.size(); ++i) {
            const QStringList paths = neededPaths(tile, i);
            if (!paths.isEmpty())
                kinds[{tile.bindings[i].source, tile.bindings[i].types}].append({tile.id, i, paths});
        }
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
        for (const Looked &one : kind.value())
            query.paths += one.paths;
        m_fetch(query, this,
                [this, board, round, looked = kind.value()](const Result<SampledFields> &samples) {
                    SampledFields part = samples ? *samples : SampledFields();
                    const QList<quint64> selected = part.selected;
                    qsizetype from = 0;
                    for (const Looked &one : looked) {
                        part.selected = selected.mid(from, one.paths.size());
                        from += one.paths.size();
                        auto broken = brokenPath(one.paths, part);
                        const auto known = round->broken.constFind(one.tile);
                        // The first of its bindings is told of, whichever kind of events comes back first.
                        if (!broken || (known != round->broken.cend() && known->binding < one.binding))
                            continue;
                        broken->binding = one.binding;
                        round->broken.insert(one.tile, *broken);
                    }
                    if (--round->open == 0 && m_boards.value(board.id) == board)
                        emit found(board.id, round->broken);
                },
                {});
    }
}

} // namespace hookboard
